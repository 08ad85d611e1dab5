#!/usr/bin/env python3
"""Finds the stems that a corpus proves and writes bn/lexicon/corpus.tsv.

    derive_lexicon.py COUNTS.tsv FREQUENT_FORMS.txt [REJECTED.tsv]

COUNTS.tsv is count_forms.py's; FREQUENT_FORMS.txt a form a line. Deterministic; about two minutes.

A form that the lexicon does not explain becomes a stem when edited or careful writers use it in enough documents
(`trust`), it is made of valid syllables, and no better attested word lies one common slip away (`slip_of`). The most
frequent forms come first, so that a stem is there before its inflections are looked at; a form that is commoner than
its stem (জনগণের, জনগণ) goes to the stem. Breadth comes from the grammar: a form that two bloggers wrote is no stem.
"""
import re
import sys
from collections import defaultdict
from pathlib import Path

from build_dictionary import SHORTEST_PREFIXED, SPECIAL
from count_forms import fold
from morphology import lexicon_lines, load

LEXICON = Path(__file__).resolve().parent / "bn" / "lexicon"
OUT = LEXICON / "corpus.tsv"

# What a document of each group is worth: edited, literature, careful blog, unedited blog.
WORTH = (3.0, 1.5, 1.0, 0.25)
FREQUENT_WORTH = 4.0     # of standing in the list of frequent forms
TRUST_ALONE = 12.0       # of a stem that is seen in one form only
TRUST_DERIVED = 30.0     # of one that another stem explains already
TRUST_INFLECTED = 6.0    # of one that is seen in three forms at least
SHORTEST_STEM = 3        # letters and signs; shorter words are few, and editors wrote them down
SHARE_OF_STEM = 0.04     # a stem is at least that frequent, against the inflected form that names it

C = "[\u0995-\u09a8\u09aa-\u09b0\u09b2\u09b6-\u09b9\u09dc\u09dd\u09df]"
CLUSTER = f"(?:\u09b0\u200d\u09cd\u09af|{C}(?:\u09cd{C}){{0,4}})"
SYLLABLE = (f"(?:{CLUSTER}[\u09be-\u09c4\u09c7\u09c8\u09cb\u09cc]?\u0981?[\u0982\u0983]?"
            "|[\u0985\u098f]\u09cd\u09af\u09be?\u0981?[\u0982\u0983]?|(?:\u09b0\u09cd)?\u098b|(?:\u09b0\u09cd)?\u09ce"
            "|[\u0985-\u098a\u098f\u0990\u0993\u0994]\u0981?[\u0982\u0983]?)")
WORD = re.compile(f"{SYLLABLE}+(?:{C}\u09cd)?")
# Stretched, stuttered or laughing spellings: নাআআ, হাহাহা, এএএ.
STRETCHED = re.compile(r"([\u0985-\u0994])\1|(.[\u09be-\u09cc]?)\2\2")

# One slip: what writers put for what, and how much commoner the right word must be before the other counts as a slip.
CONFUSED = [("ি", "ী", 4), ("ু", "ূ", 4), ("ণ", "ন", 4), ("শ", "স", 5), ("ষ", "স", 5), ("শ", "ষ", 5), ("জ", "য", 6),
            ("ড়", "র", 12), ("ঢ়", "ড়", 6), ("ৎ", "ত", 6), ("ং", "ঙ", 6), ("ং", "ঙ্গ", 12), ("ট", "ত", 30),
            ("ো", "", 8), ("্য", "", 6), ("্ব", "", 5), ("ঁ", "", 6), ("ঃ", "", 8), ("্যা", "া", 10), ("্যা", "্য", 4),
            ("ই", "ঈ", 4), ("উ", "ঊ", 4), ("এ", "অ্যা", 8), ("ছ", "চ", 20), ("খ", "ক", 20), ("ক্ষ", "খ", 8), ("থ", "ত", 20),
            ("ধ", "দ", 20), ("ভ", "ব", 20), ("ঘ", "গ", 20), ("ফ", "প", 20), ("ঠ", "ট", 12), ("ঝ", "জ", 20), ("ষ্ট", "স্ট", 4),
            ("ঞ্চ", "ন্চ", 2), ("ণ্ড", "ন্ড", 4), ("ণ্ট", "ন্ট", 4), ("র্", "", 12), ("ে", "", 40), ("া", "", 60),
            ("ৃ", "্রি", 3), ("ৌ", "উ", 10), ("ৈ", "ই", 10), ("ই", "য়ি", 6), ("য়", "", 12)]
NEGATIONS = ("না", "নাই", "নে", "নাতো", "নাকি")

ANY_SLIP = 200           # of any other letter left out or doubled, and of neighbours swapped


def is_word_like(form):
    return 2 <= len(form) <= 24 and WORD.fullmatch(form) and not STRETCHED.search(form)


def slips(form):
    """(other form, ratio) for each form that is one slip away."""
    for a, b, ratio in CONFUSED:
        for old, new in ((a, b), (b, a)):
            if old:
                at = form.find(old)
                while at >= 0:
                    yield form[:at] + new + form[at + len(old):], ratio
                    at = form.find(old, at + 1)
            elif len(form) > 3:
                for at in range(1, len(form) + 1):
                    yield form[:at] + new + form[at:], ratio
    for at in range(1, len(form)):
        yield form[:at] + form[at + 1:], ANY_SLIP
        yield form[:at - 1] + form[at] + form[at - 1] + form[at + 1:], ANY_SLIP
        yield form[:at] + form[at - 1] + form[at:], ANY_SLIP


class Corpus:
    """How often each form is seen, and how far it is to be trusted."""

    def __init__(self, counts, frequent):
        self.times = {}
        self.trust = {}
        listed = {fold(line.strip()) for line in open(frequent, encoding="utf-8")}
        for line in open(counts, encoding="utf-8"):
            if line.startswith("#"):
                continue
            form, *numbers = line.rstrip("\n").split("\t")
            numbers = list(map(int, numbers))
            self.times[form] = sum(numbers[0::2]) + 20 * (form in listed)
            self.trust[form] = (sum(n * worth for n, worth in zip(numbers[1::2], WORTH))
                                + FREQUENT_WORTH * (form in listed))
        for form in listed - self.times.keys():
            self.times[form], self.trust[form] = 20, FREQUENT_WORTH


class Deriver:
    def __init__(self, corpus):
        self.corpus = corpus
        self.grammar = load()
        self.groups = defaultdict(set)     # stem: groups that it takes; {None} of an uninflected one
        self.wrong = set()
        self.found = {}                    # stem: class
        self.rejected = []                 # (form, why, times)
        for path in sorted(LEXICON.glob("*.tsv")):
            if path.name in SPECIAL:
                if path.name in ("misspelled.tsv", "not-stems.tsv"):
                    self.wrong |= {wrong for wrong, *_ in lexicon_lines(path)}
                else:
                    self.groups.update((old, {None, *self.grammar.groups_of("noun")}) for old, *_ in lexicon_lines(path))
            elif path != OUT:
                for stem, cls, _ in lexicon_lines(path):
                    self.add(stem, cls.split("@")[0])

    def add(self, stem, cls):
        if cls.startswith("verb:"):
            if self.grammar.verbs.has_noun(cls[5:]):
                self.groups[stem] |= {None, *self.grammar.groups_of("gerund")}
        else:
            self.groups[stem] |= {None, *self.grammar.groups_of(cls)}

    def explains(self, form):
        """Does a stem of the lexicon make this form by inflection?"""
        return bool(self.grammar.verb_readings(form)) or any(
            group in self.groups.get(stem, ()) for stem, group, _ in self.grammar.splits(form)
            if group is None or not group.startswith("after-"))

    def derives(self, form):
        """Does a stem make it with a second element or a prefix?"""
        if any(group in self.groups.get(stem, ()) for stem, group, _ in self.grammar.splits(form)):
            return True
        return any(form.startswith(prefix) and len(form) - len(prefix) >= SHORTEST_PREFIXED and form[len(prefix):] in self.groups
                   for prefix in self.grammar.prefixes)

    def is_glued(self, form):
        """Two words run together: a finite verb and the negation, which are written apart (করেনা)."""
        return any(form.endswith(word) and self.grammar.verb_readings(form[:-len(word)]) for word in NEGATIONS)

    def simple_splits(self, form):
        """(stem, group) by case, article or plural only."""
        return {(stem, group) for stem, group, _ in self.grammar.splits(form)
                if group in ("case", "article", "plural", "animate") and len(stem) >= 2}

    def stem_of(self, form):
        """The stem that an inflected form most likely has: the most frequent one that is itself a form."""
        times = self.corpus.times
        best = form
        for stem, _ in self.simple_splits(form):
            enough = max(3, SHARE_OF_STEM * times[form])
            if times.get(stem, 0) >= enough and len(stem) >= 3 and (best == form or times[stem] > times[best]):
                best = stem
        return best

    def slip_of(self, form, weight):
        """The better attested word that this is a slip of, or nothing."""
        for other, ratio in slips(form):
            if other != form and self.weight.get(other, 0) >= ratio * weight:
                return other
        return None

    def derive(self):
        times, trust = self.corpus.times, self.corpus.trust
        forms = [form for form in times if is_word_like(form) and form not in self.wrong]
        self.inflections = defaultdict(set)
        for form in forms:
            for stem, group in self.simple_splits(form):
                if stem in times and stem != form:
                    self.inflections[stem].add(form)
        # A lexeme's weight: its bare form and half of what its inflections have.
        self.weight = {form: times[form] + sum(times[f] for f in self.inflections.get(form, ())) / 2 for form in forms}
        ranked = sorted(forms, key=lambda form: (-times[form], form))
        for form in ranked:
            if trust[form] < TRUST_INFLECTED / 2:
                continue
            if self.explains(form):
                continue
            if self.derives(form):
                # A derived word that is common makes words itself: বাস্তবায়ন, বাস্তবায়নকারী.
                if trust[form] >= TRUST_DERIVED and self.stem_of(form) == form:
                    self.try_stem(form)
                continue
            stem = self.stem_of(form)
            if stem != form and (stem in self.found or not self.try_stem(stem)):
                stem = form
            if stem == form:
                self.try_stem(form)

    def try_stem(self, stem):
        if stem in self.wrong or len(stem) < SHORTEST_STEM or not is_word_like(stem):
            return False
        kinds = self.inflections.get(stem, ())
        trust = self.corpus.trust[stem] + sum(min(self.corpus.trust[form], 4) for form in kinds) / 4
        if trust < (TRUST_INFLECTED if len(kinds) >= 3 else TRUST_ALONE) or self.is_glued(stem):
            return False
        other = self.slip_of(stem, self.weight[stem])
        if other:
            self.rejected.append((stem, other, self.corpus.times[stem]))
            return False
        people = sum(self.corpus.times[form] for form in kinds if (stem, "animate") in self.simple_splits(form))
        cls = "person" if people >= 3 and people > 0.01 * self.weight[stem] else "noun"
        self.found[stem] = cls
        self.add(stem, cls)
        return True


def main(counts, frequent, rejected=None):
    deriver = Deriver(Corpus(counts, frequent))
    deriver.derive()
    lines = ["# Stems that corpora prove: see SOURCES.md. Written by derive_lexicon.py."]
    lines += [f"{stem}\t{cls}\tcorpus" for stem, cls in sorted(deriver.found.items())]
    OUT.write_text("\n".join(lines) + "\n", encoding="utf-8")
    if rejected:
        rows = sorted(deriver.rejected, key=lambda row: -row[2])
        Path(rejected).write_text("".join(f"{a}\t{b}\t{n}\n" for a, b, n in rows), encoding="utf-8")
    print(f"{len(deriver.found)} stems, {len(deriver.rejected)} slips", file=sys.stderr)


if __name__ == "__main__":
    main(*sys.argv[1:])
