#!/usr/bin/env python3
"""Writes bn/frequency.tsv, how frequent a form is, and bn/sadhu.txt, the forms of the old literary language.

    derive_frequency.py COUNTS.tsv FREQUENT_FORMS.txt

COUNTS.tsv is count_forms.py's; FREQUENT_FORMS.txt a form a line. Deterministic; a few seconds. frequency.tsv has a form
and the class floor(log2(occurrences)); whether the form is right, only the dictionary says.
"""
import re
import sys
from collections import defaultdict
from math import floor, log2
from pathlib import Path

from derive_lexicon import Corpus, is_word_like
from morphology import lexicon_lines, load

BN = Path(__file__).resolve().parent / "bn"
LEAST = 5            # occurrences, and as many points of trust: 2 edited documents, or 5 careful blogs
LEAST_SADHU = 10     # occurrences of a form that only the old language has

# Pronouns, particles and postpositions that no chalito text has; its verbs are found by their endings.
SADHU_WORDS = """তাহা তাহার তাহাকে তাহারা তাহাদের তাহাদিগকে তাহাদিগের তাহাতে তাহাই তাহাও তাঁহা তাঁহার তাঁহাকে তাঁহারা তাঁহাদের
তাঁহাদিগকে তাঁহাদিগের ইহা ইহার ইহাকে ইহারা ইহাদের ইহাদিগকে ইহাতে ইহাই ইহাও ইঁহার ইঁহারা ইঁহাকে উহা উহার উহাকে উহারা উহাদের
উহাদিগকে উহাতে উঁহার উঁহারা যাহা যাহার যাহাকে যাহারা যাহাদের যাহাতে যাহাই যাঁহার যাঁহারা যাঁহাকে যাঁহাদের কাহার কাহাকে কাহারা কাহারও
কাহাকেও কেহ কেহই কেহবা আমাদিগকে আমাদিগের তোমাদিগকে তোমাদিগের আপনাদিগকে নহে নহি নহেন নহেক সহিত হইতে অপেক্ষাও তদপেক্ষা
নিমিত্ত কহিল কহিলেন কহিয়া""".split()


def main(counts, frequent):
    corpus = Corpus(counts, frequent)
    forms = sorted(form for form, times in corpus.times.items()
                   if times >= LEAST and corpus.trust[form] >= LEAST and is_word_like(form))
    lines = ["# How often a form occurs: form, floor(log2(occurrences)). See SOURCES.md. Written by derive_frequency.py."]
    lines += [f"{form}\t{floor(log2(corpus.times[form]))}" for form in forms]
    (BN / "frequency.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")

    grammar = load()
    nominal = {stem for path in sorted((BN / "lexicon").glob("*.tsv")) if path.name not in ("misspelled.tsv", "norms.tsv")
               for stem, cls, _ in lexicon_lines(path) if not cls.startswith("verb:")}
    registers = defaultdict(set)
    for noun, cls, _ in lexicon_lines(BN / "lexicon" / "verbs.tsv"):
        if cls.startswith("verb:"):
            for stem, _, add, tag in grammar.verbs.conjugate(noun, cls[5:]):
                registers[stem + add].add(tag.split()[0])
    # দিব, দিবে, রইল: half of Bengal says so in cholito.
    spoken = re.compile("^(দি|নি|রই|চাই|কই)")
    sadhu = set(SADHU_WORDS)
    for form in forms:
        if (registers.get(form) == {"sadhu"} and corpus.times[form] >= LEAST_SADHU and not spoken.match(form)
                and not any(stem in nominal for stem, _, _ in grammar.splits(form))):
            sadhu.add(form)
    lines = ["# Forms that only the old literary language (sadhu bhasha) has. Written by derive_frequency.py.", *sorted(sadhu)]
    (BN / "sadhu.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(forms)} forms, {len(sadhu)} sadhu", file=sys.stderr)


if __name__ == "__main__":
    main(*sys.argv[1:])
