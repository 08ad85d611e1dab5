#!/usr/bin/env python3
"""Builds the Hunspell dictionary from the lexicon and the morphology.

    build_dictionary.py [--profile bd|in] [--lexicon DIR] [--report] OUT_DIR

writes OUT_DIR/bn.aff and OUT_DIR/bn.dic. Deterministic; seconds. The lexicon is DIR/*.tsv: stem, class
(see bn/morphology/nominal.txt), evidence. Three files are lists of another kind:
nosuggest.tsv (accepted, never suggested), norms.tsv (old, new, rule, profile: older spellings that are accepted, but
suggested only in the profile that keeps them) and misspelled.tsv (wrong, right, rule: never accepted).

Every ending of the first level is one SFX line of a flag, one flag for each (group, stem type) of the morphology; its
continuation is the flag of the clitics ‑ই ‑ও. So no flag needs a condition. Verb roots are entries that need an affix.
"""
import argparse
import sys
from collections import Counter, defaultdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
import morphology  # noqa: E402

HERE = Path(__file__).resolve().parent / "bn"
CLITICS, NEEDAFFIX, NOSUGGEST, FORBIDDEN, PREFIX, ONLY_FIRST, ONLY_SECOND = 1, 2, 3, 4, 5, 6, 7
FIRST_GROUP = 10
SHORTEST_PREFIXED = 4  # letters of a stem that takes prefixes: with shorter ones slips would be words
SPECIAL = ("nosuggest.tsv", "norms.tsv", "misspelled.tsv", "not-stems.tsv")
SURE = ("closed.tsv", "verbs.tsv")  # their words are right, whatever misspelled.tsv says


class Flags:
    """A number for each (group, type), in the order of asking, and the endings that it stands for."""

    def __init__(self):
        self.number = {}
        self.endings = {}

    def of(self, key, endings):
        if key not in self.number:
            self.number[key] = FIRST_GROUP + len(self.number)
            self.endings[key] = sorted({(e.strip, e.add) for e in endings})
        return self.number[key]


class Entries:
    """The .dic: words with their flags; a stem that no line gives as a word needs an affix."""

    def __init__(self):
        self.flags = defaultdict(set)
        self.words = set()
        self.forbidden = set()

    def add(self, word, flags, is_word=True):
        self.flags[word] |= flags
        if is_word:
            self.words.add(word)


def profile_lines(folder, profile):
    """(stem, class) of the lexicon in one profile."""
    for path in sorted(folder.glob("*.tsv")):
        if path.name not in SPECIAL:
            for stem, cls, _ in morphology.lexicon_lines(path):
                cls, _, only = cls.partition("@")
                if only in ("", profile):
                    yield path, stem, cls


def add_nominal(m, flags, entries, stem, cls):
    numbers = set()
    for group in m.groups_of(cls):
        kind = m.kind_of(group, stem)
        if kind:
            numbers.add(flags.of((group, kind), m.groups[group][kind]))
    if m.has_clitics(cls):
        numbers.add(CLITICS)
    if "prefixes" in m.classes[cls] and len(stem) >= SHORTEST_PREFIXED:
        numbers.add(PREFIX)
    entries.add(stem, numbers)


def clitic_flags(m, clitics):
    """The flag for these clitics: both, one, or none."""
    if len(clitics) == len(m.clitics):
        return {CLITICS}
    return {(ONLY_FIRST, ONLY_SECOND)[m.clitics.index(clitic)] for clitic in clitics}


def add_verb(m, flags, entries, noun, template):
    if m.verbs.has_noun(template):
        add_nominal(m, flags, entries, noun, "gerund")
    endings = defaultdict(list)
    for stem, slot, add, tag in m.verbs.conjugate(noun, template):
        if add:
            endings[slot, stem].append(morphology.Ending("", add, tag))
        else:
            entries.add(stem, clitic_flags(m, m.verbs.clitics_after(add if slot else stem)))
    for (slot, stem), found in endings.items():
        entries.add(stem, {flags.of(slot, found)}, is_word=False)


def frequency_classes():
    """{form: class} of frequency.tsv."""
    path = HERE / "frequency.tsv"
    lines = path.read_text(encoding="utf-8").split("\n") if path.exists() else []
    return {form: int(cls) for form, _, cls in (line.partition("\t") for line in lines if line and line[0] != "#")}


def older_spellings(folder, profile):
    """(word, "kept" | "printed" | "gone") of norms.tsv: whether the profile's norm keeps the old spelling, whether
    careful writers still print it (no rarer than an eighth of the new one), or hardly anybody does."""
    if not (folder / "norms.tsv").exists():
        return
    classes = frequency_classes()
    for line in (folder / "norms.tsv").read_text(encoding="utf-8").split("\n"):
        if line and not line.startswith("#"):
            old, new, _, keeps, *_ = (morphology.fold(line) + "\t\t").split("\t")
            printed = classes.get(old, 0) >= max(5, classes.get(new, 0) - 3)
            # No ষ in what is not Sanskrit (ষ্টেশন, পোষ্ট): long a plain misspelling.
            printed = printed and not ("ষ্ট" in old and "স্ট" in new)
            yield old, "kept" if keeps == f"bn-{profile.upper()}" else "printed" if printed else "gone"


def add_unsuggested(m, flags, entries, folder, profile):
    """What is accepted but not proposed: vulgar words, and older spellings."""
    words = [(stem, cls, False) for stem, cls, _ in morphology.lexicon_lines(folder / "nosuggest.tsv")] \
        if (folder / "nosuggest.tsv").exists() else []
    words += [(old, "noun", state == "kept") for old, state in older_spellings(folder, profile) if state != "gone"]
    for word, cls, suggested in words:
        listed = word in entries.words
        add_nominal(m, flags, entries, word, cls)
        if not suggested and not listed:
            entries.flags[word].add(NOSUGGEST)


def wrong_words(folder):
    """The wrong words of misspelled.tsv."""
    path = folder / "misspelled.tsv"
    return {wrong for wrong, *_ in morphology.lexicon_lines(path)} if path.exists() else set()


def forbidden(m, wrong, readings):
    """The forms of wrong words that the affixes would make of other words: they are entered whole.

    A wrong word is forbidden however it came about. A form of it only where it came about by a second element
    (কর্ন + ধারকে): the case of another word may be spelled alike."""
    found = set()
    for word in wrong:
        accepted = {word} if readings(word) else set()
        inflections = {e.on(word) for group in ("case", "animate", "lean") for e in m.endings(group, word)}
        for form in inflections:
            groups = readings(form)
            if groups and all(group.startswith(("after-", "owned")) for group in groups):
                accepted.add(form)
        found |= accepted | {form + clitic for form in accepted for clitic in m.clitics}
    return found


def reader(m, flags, entries):
    """readings(form): the groups by which the entries accept a form without clitics and prefixes; "" is the bare
    word."""
    number = flags.number
    verb_endings = defaultdict(list)
    for (group, slot), endings in flags.endings.items():
        if group not in m.groups:
            for _, add in endings:
                verb_endings[add].append((group, number[group, slot]))

    def readings(word):
        found = [""] if word in entries.words else []
        for stem, group, tag in m.splits(word):
            if group is not None and "+" not in tag and stem in entries.flags:
                if number.get((group, m.kind_of(group, stem))) in entries.flags[stem]:
                    found.append(group)
        for cut in range(1, len(word)):
            if word[:cut] in entries.flags:
                found += [group for group, flag in verb_endings.get(word[cut:], ())
                          if flag in entries.flags[word[:cut]]]
        return found
    return readings


def aff_lines(m, flags, aliases, header):
    yield "SET UTF-8"
    yield from header
    yield f"NEEDAFFIX {NEEDAFFIX}"
    yield f"NOSUGGEST {NOSUGGEST}"
    yield f"FORBIDDENWORD {FORBIDDEN}"
    yield f"AF {len(aliases)}"
    for number, alias in enumerate(aliases, 1):
        yield f"AF {','.join(map(str, alias))} # {number}"
    yield f"PFX {PREFIX} Y {len(m.prefixes)}"
    yield from (f"PFX {PREFIX} 0 {prefix} ." for prefix in m.prefixes)
    for flag, clitics in ((CLITICS, m.clitics), (ONLY_FIRST, m.clitics[:1]), (ONLY_SECOND, m.clitics[1:])):
        yield f"SFX {flag} Y {len(clitics)}"
        yield from (f"SFX {flag} 0 {clitic} ." for clitic in clitics)
    number_of = {alias: number for number, alias in enumerate(aliases, 1)}
    for key, number in flags.number.items():
        yield f"# {key[0]} {key[1]}"
        yield f"SFX {number} Y {len(flags.endings[key])}"
        for strip, add in flags.endings[key]:
            clitics = m.clitics if key[0] in m.groups else m.verbs.clitics_after(add)
            more = "".join(f"/{number_of[flag,]}" for flag in clitic_flags(m, clitics))
            yield f"SFX {number} {strip or 0} {add}{more} ."


# Spellings that Hunspell is to read as the dictionary's one: canonically equal ones, and a joiner after a hasanta
# that is no part of র‍্য.
INPUT = (("\u09a1\u09bc", "\u09dc"), ("\u09a2\u09bc", "\u09dd"), ("\u09af\u09bc", "\u09df"), ("\u09c7\u09be", "\u09cb"),
         ("\u09c7\u09d7", "\u09cc"), ("\u09a4\u09cd\u200d", "\u09ce"), ("\u09cd\u200d", "\u09cd"))


def header_lines(path):
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line.strip() and not line.startswith("#"):
            # The ignored joiner must stay: fold would take it away.
            yield line if line.startswith(("IGNORE", "WORDCHARS")) else morphology.fold(line)
    yield f"ICONV {len(INPUT)}"
    yield from (f"ICONV {pair} {one}" for pair, one in INPUT)


def build(out, profile="bd", lexicon=HERE / "lexicon", report=False):
    m = morphology.load()
    flags, entries = Flags(), Entries()
    problems = []
    wrong = wrong_words(lexicon)
    wrong -= {stem for path, stem, _ in profile_lines(lexicon, profile) if path.name in SURE}
    for path, stem, cls in profile_lines(lexicon, profile):
        if stem in wrong:
            if report:
                print(f"{path.name}: {stem} {cls}: left out: misspelled.tsv", file=sys.stderr)
            continue
        try:
            if cls.startswith("verb:"):
                add_verb(m, flags, entries, stem, cls[5:])
            else:
                add_nominal(m, flags, entries, stem, cls)
        except (KeyError, ValueError) as error:
            problems.append(f"{path.name}: {stem} {cls}: {error}")
    if problems:
        sys.exit("\n".join(problems))
    add_unsuggested(m, flags, entries, lexicon, profile)
    readings = reader(m, flags, entries)
    entries.forbidden = forbidden(m, wrong, readings)
    if report:
        for word in sorted(wrong & entries.forbidden):
            print(f"misspelled.tsv: {word}: would be accepted by {sorted(set(readings(word)))}", file=sys.stderr)
    write(Path(out), m, flags, entries)


def write(out, m, flags, entries):
    alias_of = {w: tuple(sorted(f if w in entries.words else f | {NEEDAFFIX})) for w, f in entries.flags.items()}
    counted = Counter(a for a in alias_of.values() if a)
    counted.update([(CLITICS,), (ONLY_FIRST,), (ONLY_SECOND,)])
    counted[(FORBIDDEN,)] += len(entries.forbidden)
    aliases = sorted(counted, key=lambda a: (-counted[a], a))
    number = {alias: n for n, alias in enumerate(aliases, 1)}
    out.mkdir(parents=True, exist_ok=True)
    header = header_lines(HERE / "morphology" / "spelling.aff")
    (out / "bn.aff").write_text("\n".join(aff_lines(m, flags, aliases, header)) + "\n", encoding="utf-8")
    # A forbidden word comes before the stem that is spelled like it: Hunspell asks the first of them.
    lines = [f"{word}/{number[(FORBIDDEN,)]}" for word in sorted(entries.forbidden)]
    lines += [f"{word}/{number[alias]}" if alias else word for word, alias in sorted(alias_of.items())]
    (out / "bn.dic").write_text("\n".join([str(len(lines)), *lines]) + "\n", encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("out")
    parser.add_argument("--profile", choices=("bd", "in"), default="bd")
    parser.add_argument("--lexicon", type=Path, default=HERE / "lexicon")
    parser.add_argument("--report", action="store_true", help="say where misspelled.tsv and the lexicon disagree")
    options = parser.parse_args()
    build(options.out, options.profile, options.lexicon, options.report)


if __name__ == "__main__":
    main()
