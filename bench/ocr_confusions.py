#!/usr/bin/env python3
"""Learns OCR's mistakes from pages with their truth: writes dictionaries/bn/ocr-confusions.tsv.

    ocr_confusions.py PAGES.jsonl…

PAGES is what ocr_pages.py writes. Of each word that stands for exactly one other the letters are aligned; what
differs in one place is a mistake. Its cost is 0.072 times -ln of the share of the right letters that came out so,
which makes it comparable with frequencies (checker/spelling/ranking.h). Mistakes seen once or twice are left out.
"""
import json
import math
import re
import sys
import unicodedata
from collections import Counter
from difflib import SequenceMatcher
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "dictionaries"))
from count_forms import WORD, fold  # noqa: E402

LEAST, MOST_LETTERS = 3, 3
SCALE = 0.072


def distance_blocks(a, b):
    """The places where a and b differ, as (part of a, part of b)."""
    for tag, i, j, k, m in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if tag != "equal":
            yield a[i:j], b[k:m]


def main(paths):
    mistakes, letters = Counter(), Counter()
    for path in paths:
        for line in open(path, encoding="utf-8"):
            page = json.loads(line)
            if page["process"] != "ocr":
                continue
            for word in WORD.findall(unicodedata.normalize("NFC", page["truth"])):
                word = fold(word)
                for size in range(1, MOST_LETTERS + 1):
                    letters.update(word[i:i + size] for i in range(len(word) - size + 1))
                letters[""] += len(word)
            for span in page["spans"]:
                got = WORD.findall(fold(unicodedata.normalize("NFC", page["text"][span["start"]:span["end"]])))
                want = WORD.findall(fold(unicodedata.normalize("NFC", span["truth"])))
                if len(got) != 1 or len(want) != 1 or got == want:
                    continue
                blocks = list(distance_blocks(got[0], want[0]))
                if len(blocks) > 2 or sum(max(map(len, b)) for b in blocks) > (len(want[0]) + 1) // 2:
                    continue
                mistakes.update(b for b in blocks if max(map(len, b)) <= MOST_LETTERS)
    lines = []
    for (wrong, right), times in mistakes.items():
        if times < LEAST or re.search("[\u200c\u200d]", wrong + right):
            continue
        cost = min(9.99, max(0.05, SCALE * -math.log(min(1, times / letters[right]))))
        lines.append((cost, wrong or "∅", right or "∅"))
    out = ROOT / "dictionaries" / "bn" / "ocr-confusions.tsv"
    with open(out, "w", encoding="utf-8") as file:
        file.write("# What Tesseract writes in place of what, in the form of confusions.tsv: cost is 0.072 times -ln of the\n"
                   "# share of the right letters that come out so. Written by bench/ocr_confusions.py from pages of its making.\n")
        for cost, wrong, right in sorted(lines):
            file.write(f"{wrong}\t{right}\t{cost:.2f}\t-\tocr\n")
    print(len(lines), "mistakes")


if __name__ == "__main__":
    main(sys.argv[1:])
