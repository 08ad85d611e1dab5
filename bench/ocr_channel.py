#!/usr/bin/env python3
"""Learns how OCR turns a word into another: writes dictionaries/bn/ocr-channel.tsv, by which misread words are mended.

    ocr_channel.py PAGES.jsonl… [--out FILE] [--every N --but K]

PAGES is what ocr_pages.py writes. Of each word that stands for exactly one other the letters are aligned, by costs
that five rounds of EM learn. Counted are the pieces of up to three letters on either side that hold a mistake
(Brill and Moore 2000, "An Improved Error Model for Noisy Channel Spelling Correction"); the cost of a piece is
-ln of the share of its right letters that come out so, in hundredths. Single letters have a cost each for being lost
and for being added; an exchange never seen costs what the lines with * say. --every N --but K leaves out the pages
whose number modulo N is K, to test on them.
"""
import argparse
import json
import math
import sys
import unicodedata
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "dictionaries"))
from count_forms import WORD, fold  # noqa: E402

MOST = 3  # letters of a piece
ROUNDS = 5
LEAST = 2  # occurrences of a piece of more than one letter
NONE = "∅"


def words(text):
    return WORD.findall(fold(unicodedata.normalize("NFC", text)))


def is_mark(letter):
    return letter in "\u0981\u0982\u0983\u09bc\u09be\u09bf\u09c0\u09c1\u09c2\u09c3\u09c4\u09c7\u09c8\u09cb\u09cc\u09cd\u09d7"


def align(want, got, cost):
    """The cheapest alignment as columns (right letter, letter read), "" where there is none."""
    rows, cols = len(want) + 1, len(got) + 1
    table = [[0.0] * cols for _ in range(rows)]
    for i in range(rows):
        for j in range(cols):
            if i or j:
                table[i][j] = min(
                    table[i - 1][j] + cost(want[i - 1], "") if i else 1e9,
                    table[i][j - 1] + cost("", got[j - 1]) if j else 1e9,
                    table[i - 1][j - 1] + cost(want[i - 1], got[j - 1]) if i and j else 1e9)
    columns, i, j = [], len(want), len(got)
    while i or j:
        if i and j and table[i][j] == table[i - 1][j - 1] + cost(want[i - 1], got[j - 1]):
            i, j = i - 1, j - 1
            columns.append((want[i], got[j]))
        elif i and table[i][j] == table[i - 1][j] + cost(want[i - 1], ""):
            i -= 1
            columns.append((want[i], ""))
        else:
            j -= 1
            columns.append(("", got[j]))
    return columns[::-1], table[-1][-1]


def learn(pairs, letters):
    """Counts of single exchanges after EM, and the alignments."""
    counts, lines = Counter(), []

    def cost(a, b):
        if a == b:
            return 0.0
        if not counts:
            return 1.0 if a and b and is_mark(a) == is_mark(b) else 1.2 if not (a and b) else 1.6
        seen = (counts[a, b] + .05) / ((letters[a] if a else letters[""]) + 5)
        return -math.log(min(.9, seen))

    for _ in range(ROUNDS):
        lines = [align(want, got, cost)[0] for got, want in pairs]
        fresh = Counter(column for line in lines for column in line if column[0] != column[1])
        counts = fresh
    return counts, lines


def pieces(columns):
    """The runs of columns with a mistake that have at most MOST letters on either side."""
    for begin in range(len(columns)):
        right, read, wrong = "", "", False
        for a, b in columns[begin:]:
            right, read, wrong = right + a, read + b, wrong or a != b
            if len(right) > MOST or len(read) > MOST:
                break
            if wrong and len(right) + len(read) > 1:
                yield read, right


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("pages", nargs="+")
    parser.add_argument("--out", default=ROOT / "dictionaries" / "bn" / "ocr-channel.tsv")
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--but", type=int, default=-1)
    options = parser.parse_args()
    pairs, letters = [], Counter()
    documents = [json.loads(line) for path in options.pages for line in open(path, encoding="utf-8")]
    for number, page in enumerate(documents):
        if page["process"] != "ocr" or number % options.every == options.but:
            continue
        for word in words(page["truth"]):
            for size in range(1, MOST + 1):
                letters.update(word[i:i + size] for i in range(len(word) - size + 1))
            letters[""] += len(word)
        for span in page["spans"]:
            got, want = words(page["text"][span["start"]:span["end"]]), words(span["truth"])
            if len(got) == len(want) == 1 and got != want:
                pairs.append((got[0], want[0]))
    counts, lines = learn(pairs, letters)
    # Words that have nothing in common tell nothing about letters.
    kept = [line for line in lines if sum(a != b for a, b in line) <= .7 * len(line)]
    single, many = Counter(), Counter()
    for line in kept:
        single.update(column for column in line if column[0] != column[1])
        many.update(p for p in pieces(line))
    lost = sum(n for (a, b), n in single.items() if not b)
    more = sum(1 for line in kept for x, y in zip(line, line[1:]) if x[0] and not x[1] and y[0] and not y[1])
    out = {}
    for (read, right), n in many.items():
        if n < LEAST and len(read) + len(right) > 2:
            continue
        out[read, right] = -math.log((n - .6) / (letters[right] + 4))
    alphabet = sorted(k for k in letters if len(k) == 1 and letters[k] >= 20)
    for letter in alphabet:
        out["", letter] = -math.log((single[letter, ""] + .5) / (letters[letter] + 20))
        out[letter, ""] = -math.log((single["", letter] + .5) / (letters[""] + 20))
    # Exchanges never seen: a like share of those seen once, spread over all pairs of their kind.
    kinds = {"*o *o": (False, False), "*m *m": (True, True), "*o *m": (False, True), "*m *o": (True, False)}
    for name, kind in kinds.items():
        mine = {p: n for p, n in single.items() if p[0] and p[1] and (is_mark(p[1]), is_mark(p[0])) == kind}
        once = sum(n == 1 for n in mine.values())
        of = sum(letters[a] for a in alphabet if is_mark(a) == kind[1])
        room = sum(is_mark(a) == kind[0] for a in alphabet)
        out[tuple(name.split())] = -math.log((once + 1) / of / room)
    out["*", NONE] = -math.log(more / lost)
    with open(options.out, "w", encoding="utf-8") as file:
        file.write("# How Tesseract misreads: what it writes, what stands on the page, -ln of the share of the latter that comes out so,\n"
                   "# in hundredths. *o any letter, *m any sign, in an exchange never seen; * ∅ is a lost letter behind a lost one. Written by bench/ocr_channel.py.\n")
        for (read, right), cost in sorted(out.items(), key=lambda item: (item[1], item[0])):
            file.write(f"{read or NONE}\t{right or NONE}\t{max(1, round(100 * cost))}\n")
    print(f"{len(pairs)} pairs, {len(kept)} aligned, {len(out)} pieces")


if __name__ == "__main__":
    main()
