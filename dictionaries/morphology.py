#!/usr/bin/env python3
"""Bengali morphology: reads bn/morphology/*.txt and gives the forms of a lexicon line, or the readings of a form.

    m = load()
    m.forms("ঘর", "noun")            {"ঘরের": "GEN", …}: everything but the emphatic clitics
    m.analyse("ঘরটিরই")              [("ঘর", "noun", "টি.DEF.GEN+ই"), …]: possible readings, without a lexicon
    m.verb_forms("করা", "কর")        {"করিয়াছি": "sadhu perfect 1", …}

Forms are folded as count_forms.fold does. An ending hangs on a *group* (a table of nominal.txt or second.txt, or a slot
of a conjugation) and, for tables, on the stem's *type* (how it ends). build_dictionary.py makes a Hunspell flag of
each (group, type). Pure functions of the text files; no state but caches.
"""
import re
from collections import defaultdict
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

try:
    from count_forms import fold
except ImportError:  # imported as a module of a package
    from .count_forms import fold

FOLDER = Path(__file__).resolve().parent / "bn" / "morphology"
ANY = "any"
SHORTEST_COMPOUNDED = 3  # letters of a stem that takes second elements: with shorter ones slips would be words
CONSONANT = "[ক-হ\u09dc\u09dd\u09df]"


class Ending(NamedTuple):
    """Take `strip` off a stem and put `add` on."""
    strip: str
    add: str
    tag: str

    def on(self, stem):
        return stem[:len(stem) - len(self.strip)] + self.add


def sections(path):
    """[(section name, [[cell, …], …]), …] of one description file."""
    found = []
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        line = fold(line.split("#")[0]).strip()
        if line.startswith("[") and line.endswith("]"):
            found.append((line[1:-1], []))
        elif line and found:
            found[-1][1].append(re.split(r"\s+\|(?:\s+|$)", line))
        elif line:
            raise ValueError(f"{path}:{number}: a line before the first [section]")
    return found


def ending(cell, tag):
    """The Ending of "ের" or "ৎ>তের"."""
    strip, arrow, add = cell.partition(">")
    return Ending(strip, add, tag) if arrow else Ending("", strip, tag)


class Morphology:
    def __init__(self, folder=FOLDER):
        self.types = []            # [(name, compiled expression)]
        self.clitics = []          # ["ই", "ও"]
        self.groups = {}           # group: {type: [Ending]}; type-independent ones under ANY
        self.classes = {}          # class: [group]
        self.prefixes = []
        self.shorthand = {}
        for name in ("nominal.txt", "second.txt"):
            for title, rows in sections(folder / name):
                self._read(title, rows)
        self.prefixes = [row[0] for row in sections_of_list(folder / "prefixes.txt")]
        self.verbs = Verbs(folder / "verbs.txt")

    # -- reading ------------------------------------------------------------------------------------------------

    def _read(self, title, rows):
        kind, _, name = title.partition(" ")
        if title == "types":
            self.types = [(row[0], re.compile(row[1])) for row in rows]
        elif title == "clitics":
            self.clitics = [row[0] for row in rows]
        elif title == "shorthand":
            self.shorthand = {row[0]: row[1] for row in rows}
        elif title == "classes":
            self.classes = {row[0]: row[1].split() for row in rows}
        elif kind == "table":
            tags = rows[0][1:]
            self.groups[name] = {row[0]: [ending(cell, tag) for tag, cells in zip(tags, row[1:])
                                          for cell in cells.split() if cell != "-"] for row in rows[1:]}
        elif kind == "elements":
            name, _, stem_type = name.partition(" ")
            self.groups.setdefault(name, {})[stem_type or ANY] = [e for row in rows for e in self._element(*row)]
        elif kind == "chain":
            self.groups[name] = self._chain(*rows[0])
        else:
            raise ValueError(f"unknown section [{title}]")

    def _element(self, text, inflection, tag=""):
        """The endings that an element and its declension make: টি, টির, টিকে …"""
        tag = f"{text}.{tag}" if tag else text
        endings = [Ending("", text, tag)]
        whole = "কথা" + text  # an element never counts as a word of one syllable
        for group in self.shorthand.get(inflection, inflection).split():
            if group != "-":
                endings += [Ending("", e.on(text), f"{tag}.{e.tag}") for e in self.endings(group, whole)]
        return endings

    def _chain(self, first, then):
        """Endings of a case (table.TAG), each followed by those of a group."""
        table, _, tag = first.partition(".")
        return {kind: [Ending(e.strip, e.add + more.add, f"{e.tag}.{more.tag}")
                       for e in endings if e.tag == tag for more in self.groups[then][ANY]]
                for kind, endings in self.groups[table].items()}

    # -- asking -------------------------------------------------------------------------------------------------

    @lru_cache(maxsize=None)
    def type_of(self, stem):
        return next(name for name, expression in self.types if expression.search(stem))

    def kind_of(self, group, stem):
        """The row of a group's table that a stem takes, or None."""
        if group.startswith("after-") and len(stem) < SHORTEST_COMPOUNDED:
            return None
        table = self.groups[group]
        kind = ANY if ANY in table else self.type_of(stem)
        return kind if table.get(kind) else None

    def endings(self, group, stem):
        """The endings of a group that fit a stem."""
        return self.groups[group].get(self.kind_of(group, stem), [])

    def groups_of(self, cls):
        """The inflecting groups of a nominal class."""
        return [g for g in self.classes[cls] if g in self.groups]

    def has_clitics(self, cls):
        return cls.startswith("verb:") or "clitics" in self.classes[cls]

    def forms(self, stem, cls):
        """{form: tag} of a lexicon line, without clitics and prefixes."""
        if cls.startswith("verb:"):
            found = self.verb_forms(stem, cls[5:])
            if self.verbs.has_noun(cls[5:]):
                found.update(self.forms(stem, "gerund"))
            return found
        found = {stem: ""}
        for group in self.groups_of(cls):
            for e in self.endings(group, stem):
                found.setdefault(e.on(stem), e.tag)
        return found

    def verb_forms(self, noun, template):
        """{form: "register tense person"} of a verb, without the inflections of its verbal noun."""
        return {stem + add: tag for stem, _, add, tag in self.verbs.conjugate(noun, template)}

    def verb_clitics(self, noun, template):
        """{form: {clitic, …}} of a verb's own forms: those that may follow it."""
        found = defaultdict(set)
        for stem, slot, add, _ in self.verbs.conjugate(noun, template):
            found[stem + add] |= set(self.verbs.clitics_after(add if slot else stem))
        return found

    def expand(self, stem, cls):
        """Every form of a lexicon line with clitics too: a set."""
        if cls.startswith("verb:"):
            own = self.verb_clitics(stem, cls[5:])
            forms = set(own) | {form + clitic for form, clitics in own.items() for clitic in clitics}
            return forms | (self.expand(stem, "gerund") if self.verbs.has_noun(cls[5:]) else set())
        forms = set(self.forms(stem, cls))
        if self.has_clitics(cls):
            forms |= {form + clitic for form in forms for clitic in self.clitics}
        return forms

    @lru_cache(maxsize=None)
    def _reverse(self):
        """{add: [(strip, tag, group, type)]} and the longest add."""
        table = defaultdict(list)
        for group, kinds in self.groups.items():
            for kind, endings in kinds.items():
                for e in endings:
                    table[e.add].append((e.strip, e.tag, group, kind))
        return dict(table), max(map(len, table))

    @lru_cache(maxsize=None)
    def _classes_with(self):
        found = defaultdict(list)
        for cls in self.classes:
            for group in self.groups_of(cls):
                found[group].append(cls)
        return found

    def splits(self, form):
        """Readings of a nominal form as (stem, group, tag); group None is the bare stem. With clitics."""
        reverse, longest = self._reverse()
        found = []
        for clitic in ["", *self.clitics]:
            if clitic and not form.endswith(clitic):
                continue
            word = form[:len(form) - len(clitic)]
            suffix = "+" + clitic if clitic else ""
            if word:
                found.append((word, None, suffix))
            for cut in range(max(1, len(word) - longest), len(word)):
                for strip, tag, group, kind in reverse.get(word[cut:], ()):
                    stem = word[:cut] + strip
                    if kind == self.kind_of(group, stem):
                        found.append((stem, group, tag + suffix))
        return found

    def analyse(self, form):
        """Possible readings of a form as (stem, class, tag): of any stem for nominals, of known verbs for verbs."""
        classes = self._classes_with()
        found = []
        for stem, group, tag in self.splits(form):
            if group is None:
                found += [(stem, cls, tag) for cls in self.classes if not tag or self.has_clitics(cls)]
            else:
                found += [(stem, cls, tag) for cls in classes[group]]
        return found + self.verb_readings(form)

    def verb_readings(self, form):
        """Readings as a form of a verb in lexicon/verbs.tsv: (verbal noun, "verb:T", tag)."""
        table = self._verb_table()
        found = [reading[:3] for reading in table.get(form, ())]
        for clitic in self.clitics:
            if form.endswith(clitic):
                found += [(n, c, f"{t}+{clitic}") for n, c, t, clitics in table.get(form[:-len(clitic)], ())
                          if clitic in clitics]
        return found

    @lru_cache(maxsize=None)
    def _verb_table(self):
        table = defaultdict(list)
        for stem, cls, _ in lexicon_lines(FOLDER.parent / "lexicon" / "verbs.tsv"):
            if cls.startswith("verb:"):
                clitics = self.verb_clitics(stem, cls[5:])
                for form, tag in self.forms(stem, cls).items():
                    table[form].append((stem, cls, tag, clitics.get(form, self.clitics)))
        return table


class Verbs:
    """The conjugations of verbs.txt."""

    def __init__(self, path):
        self.templates = defaultdict(list)     # name: [(expression, [conjugation], {slot: [pattern]})]
        self.sets = {}                         # ending set: [person: [ending]]
        self.conjugations = {}                 # name: (register, [(slot, add, tag)])
        self.irregular = defaultdict(list)     # verbal noun: [(register, tense, form)]
        self.clitics = []                      # [(expression of the ending, [clitic])]
        for title, rows in sections(path):
            self._read(title, rows)

    PERSONS = ("1", "2", "2i", "3", "h")

    def _read(self, title, rows):
        kind, *names = title.split()
        if kind == "templates":
            for name, noun, conjugations, slots in rows:
                pairs = (slot.split("=") for slot in slots.split())
                self.templates[name].append((noun_expression(noun), [c for c in conjugations.split() if c != "-"],
                                             {s: [] if v == "-" else v.split(",") for s, v in pairs}))
        elif kind == "endings":
            self.sets = {row[0]: [[e for e in cell.split() if e != "-"] for cell in row[1:]] for row in rows}
        elif kind == "conjugation":
            self.conjugations[names[0]] = (names[1], self._conjugation(names[1], rows))
        elif kind == "clitics":
            self.clitics = [(re.compile(expression), [] if clitics == "-" else clitics.split())
                            for expression, clitics in rows]
        elif kind == "irregular":
            for noun, register, tense, forms in rows:
                self.irregular[noun] += [(register, tense, form) for form in forms.split()]
        else:
            raise ValueError(f"unknown section [{title}]")

    def _conjugation(self, register, rows):
        found = []
        for tense, *cells in rows:
            persons = self.PERSONS if len(cells) == 5 else ("",)
            for person, cell in zip(persons, cells):
                tag = " ".join(filter(None, (register, tense, person)))
                for item in cell.split():
                    found += self._item(item, tag)
        return list(dict.fromkeys(found))

    def _item(self, item, tag):
        """The (slot, ending, tag) of "H:ি" or "P:ে*cont"."""
        if item == "-":
            return []
        slot, _, rest = item.partition(":")
        infix, star, name = rest.partition("*")
        if not star:
            return [(slot, rest, tag)]
        return [(slot, infix + e, f"{tag} {person}") for person, cell in zip(self.PERSONS, self.sets[name])
                for e in cell]

    def clitics_after(self, ending):
        """The clitics that may follow a form with this ending ("" is the bare root)."""
        return next(clitics for expression, clitics in self.clitics if expression.search(ending))

    def has_noun(self, template):
        """Whether the verbal noun is used (it is not, of verbs that only verse knows)."""
        return "verse-present" not in self.templates[template][0][1]

    def slots(self, noun, template):
        """([conjugation], {slot: [stem]}) of a verb."""
        for expression, conjugations, slots in self.templates[template]:
            match = expression.fullmatch(noun)
            if match:
                parts = match.groupdict()
                return conjugations, {slot: [p.format(**parts) for p in stems] for slot, stems in slots.items()}
        raise ValueError(f"{noun} does not fit the template {template}")

    def conjugate(self, noun, template):
        """Yields (stem, (conjugation, slot) or None for a whole form, ending, tag)."""
        conjugations, slots = self.slots(noun, template)
        for name in conjugations:
            for slot, add, tag in self.conjugations[name][1]:
                for stem in slots.get(slot, slots["L"]):
                    yield stem, (name, slot), add, tag
        for register, tense, form in self.irregular.get(noun, ()):
            yield form, None, "", f"{register} {tense}"


def noun_expression(pattern):
    """The regular expression of a template's verbal noun."""
    for name, expression in (("{o}", f"(?P<o>(?:{CONSONANT}্)*{CONSONANT}|.*[^া-ৌঁ](?:{CONSONANT}্)*{CONSONANT})"),
                             ("{x}", "(?P<x>.+)"), ("{c}", f"(?P<c>ঁ?{CONSONANT}(?:্{CONSONANT})*)")):
        pattern = pattern.replace(name, expression)
    return re.compile(pattern)


def sections_of_list(path):
    """Rows of a description file without sections."""
    for line in path.read_text(encoding="utf-8").split("\n"):
        line = fold(line.split("#")[0]).strip()
        if line:
            yield [cell.strip() for cell in line.split("|")]


def lexicon_lines(path):
    """(stem, class, why) of a lexicon file."""
    for number, line in enumerate(Path(path).read_text(encoding="utf-8").split("\n"), 1):
        if line.strip() and not line.startswith("#"):
            cells = fold(line).split("\t")
            if len(cells) < 2 or not cells[0] or not cells[1]:
                raise ValueError(f"{path}:{number}: not stem, class, why")
            yield cells[0], cells[1], cells[2] if len(cells) > 2 else ""


@lru_cache(maxsize=None)
def load(folder=FOLDER):
    """The morphology of the repository."""
    return Morphology(folder)
