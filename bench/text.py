#!/usr/bin/env python3
"""Writes Bengali text to measure with: of any size, the same on every machine, made of the dictionary's own word list.

    text.py KIND BYTES > FILE

Kinds: clean (sentences as in prose, words as frequent as in the corpora), dirty (a finding in every sentence), line
(clean, without a line break), random (words of random letters).
"""
import sys
from bisect import bisect
from itertools import accumulate
from pathlib import Path

FREQUENCY = Path(__file__).resolve().parent.parent / "dictionaries/bn/frequency.tsv"
LEAST_CLASS = 6  # 2^6 occurrences: rarer forms are names and slips as often as words
LETTERS = "কখগঘচছজঝটঠডঢতথদধনপফবভমযরলশষসহ"
SIGNS = ["", "", "া", "ি", "ী", "ু", "ে", "ো"]


class Dice:
    """A generator of our own, so that no version of Python changes the text."""

    def __init__(self, seed):
        self.state = seed

    def below(self, limit):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % (1 << 64)
        return (self.state >> 33) % limit


def vocabulary():
    """The forms, and the running sums of their weights."""
    forms, weights = [], []
    for line in FREQUENCY.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        form, cls = line.split("\t")
        # A lone sign or letter is no word, however often it stands alone.
        if int(cls) >= LEAST_CLASS and len(form) > 2:
            forms.append(form)
            weights.append(1 << int(cls))
    return forms, list(accumulate(weights))


def sentences(kind, dice):
    """One sentence after the other, without end."""
    forms, sums = vocabulary()

    def word():
        if kind == "random":
            return "".join(LETTERS[dice.below(len(LETTERS))] + SIGNS[dice.below(len(SIGNS))]
                           for _ in range(2 + dice.below(4)))
        return forms[bisect(sums, dice.below(sums[-1]))]

    while True:
        words = [word() for _ in range(6 + dice.below(10))]
        if dice.below(4) == 0:
            words[dice.below(len(words) - 1)] += ","
        if dice.below(8) == 0:
            at = dice.below(len(words))
            words[at] = "“" + words[at].rstrip(",") + "”"
        if dice.below(8) == 0:
            number = str(1 + dice.below(2000))
            words.insert(1, "".join(chr(0x09E6 + int(digit)) for digit in number))
        if kind == "dirty":
            words[0] += words[0][-1] if words[0][-1] in "ািীুেো" else "াা"
            words[-1] += " "
        yield " ".join(words) + ("?" if dice.below(12) == 0 else "।")


def text(kind, size, seed=1):
    """About `size` bytes, whole paragraphs."""
    dice = Dice(seed)
    out, total = [], 0
    stream = sentences(kind, dice)
    while total < size:
        paragraph = " ".join(next(stream) for _ in range(2 + dice.below(5)))
        paragraph += " " if kind == "line" else "\n\n"
        out.append(paragraph)
        total += len(paragraph.encode())
    return "".join(out).encode()


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    sys.stdout.buffer.write(text(sys.argv[1], int(sys.argv[2])))


if __name__ == "__main__":
    main()
