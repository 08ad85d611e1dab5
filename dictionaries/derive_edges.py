#!/usr/bin/env python3
"""Writes bn/sentence-edges.tsv: words that begin sentences, and verbs that end them, where news and blogs show it.

    derive_edges.py CORPORA_DIR

CORPORA_DIR is count_forms.py's. A line out: form, "first" or "last", and how many in a hundred of its occurrences stand
there. Where two words are written as one, such a word at the seam shows that they are no compound. Needs the zstd
program; half a minute. Deterministic.
"""
import re
import sys
from collections import Counter
from pathlib import Path

from count_forms import WORD, documents, fold, held_out
from morphology import lexicon_lines, load

BN = Path(__file__).resolve().parent / "bn"
PROSE = ("news-", "legal-", "blog-")
LEAST = 200        # occurrences
LEAST_FIRST = 15   # in a hundred; of all words 9 are the first of their sentence
LEAST_LAST = 25    # … and 8 the last
SHORTEST = 3       # code points
NOUNS = ("noun", "num", "adj.t")  # what else closed.tsv has is pronouns, conjunctions, adverbs, demonstratives
SHORT = {"এই", "আজ", "আর", "ওই", "ঐ"}
# Written solid these are endings (সহযোগী+তা+কে, মানুষ+এর) or members of compounds (সাধনফলে).
NOT_FIRST = set("""তাই তাও তাকে তার তারে তাতে তায় তাতেও এর ফলে ক্রমে কাল কালকে সর্ব মরি খানিক মাঝখান মাঝখানে ইয়া খোদ কত
কবে সবে পরশু দুই একা অপর""".split())


def count(folder):
    """Occurrences of folded forms: all, first and last in a sentence of two words or more."""
    every, first, last = Counter(), Counter(), Counter()
    for _, text in documents(folder, PROSE, lambda name: not held_out(name)):
        for paragraph in text.split("\n"):
            sentences = re.split("[।॥?!]+", paragraph)
            for index, sentence in enumerate(sentences):
                words = WORD.findall(sentence)
                every.update(words)
                if len(words) < 2:
                    continue
                if WORD.match(sentence.lstrip(" \t\"“‘'")):
                    first[words[0]] += 1
                # What stands at a paragraph's end may be a heading's or a line of verse.
                if index + 1 < len(sentences) and sentence.rstrip(" \"”’'").endswith(words[-1]):
                    last[words[-1]] += 1
    folded = []
    for counter in (every, first, last):
        forms = Counter()
        for form, times in counter.items():
            forms[fold(form)] += times
        folded.append(forms)
    return folded


def finite_verbs(grammar):
    """Finite forms, and no noun is written like them. First and intimate second persons in ই or ি are left out: in
    half of Bengal further endings stand behind them (খাইছি, করিস)."""
    verbs = {"আছে", "আছেন", "নেই", "নাই", "নয়", "ছিল", "ছিলেন", "ছিলাম", "ছিলো"}
    for noun, cls, _ in lexicon_lines(BN / "lexicon" / "verbs.tsv"):
        if cls.startswith("verb:"):
            verbs |= set(grammar.verb_forms(noun, cls[5:]))
    nouns = {stem for stem, cls, _ in lexicon_lines(BN / "lexicon" / "core.tsv") if not cls.startswith("verb:")}
    finite = {form for form in verbs - nouns if not re.search("[ইি]$", form) or form.endswith(("নি", "ছি"))}
    return finite | {"নেই", "নাই"}


def main(folder):
    every, first, last = count(folder)
    closed = {stem for stem, cls, _ in lexicon_lines(BN / "lexicon" / "closed.tsv") if cls not in NOUNS}
    closed |= {stem for stem, cls, _ in lexicon_lines(BN / "lexicon" / "core.tsv") if cls == "adv"}
    verbs = finite_verbs(load())
    lines = ["# Words that begin sentences and verbs that end them, in a hundred of their occurrences: form, place, share.",
             "# See SOURCES.md. Written by derive_edges.py."]
    for form in sorted(every):
        if every[form] < LEAST or len(form) < SHORTEST and form not in SHORT:
            continue
        share_first, share_last = (round(100 * counter[form] / every[form]) for counter in (first, last))
        if form in closed and form not in NOT_FIRST and share_first >= LEAST_FIRST:
            lines.append(f"{form}\tfirst\t{share_first}")
        if form in verbs and share_last >= LEAST_LAST:
            lines.append(f"{form}\tlast\t{share_last}")
    (BN / "sentence-edges.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
