#!/usr/bin/env python3
"""Counts the word forms of corpora: facts about words, no sentences.

    count_forms.py CORPORA_DIR > counts.tsv

CORPORA_DIR holds *.jsonl.zst files of {"id", "text"}. Documents that `held_out` names are left for measuring.
A line out: form, then for each of GROUPS its occurrences and the documents that hold it. Needs the zstd program;
takes about two minutes. Deterministic.
"""
import hashlib
import json
import re
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

WORD = re.compile("[\u0981-\u0983\u0985-\u09b9\u09bc-\u09ce\u09d7\u09dc-\u09e3\u200c\u200d]+")

# The trust that a source has: edited, careful, and unedited or of another norm.
GROUPS = {"edited": ("news-", "legal-"), "literature": ("literature",), "careful": ("blog-sachalayatan",),
          "unedited": ("blog-istishon",)}


def held_out(document_id):
    """One document of five is kept for measuring: no lexicon is derived from it."""
    return hashlib.sha256(("bnlint:" + document_id).encode()).digest()[0] < 0x33


def fold(word):
    """What Fold of checker/spelling/fold.h does: the one spelling of canonically equal ones."""
    for pair, one in (("\u09a1\u09bc", "\u09dc"), ("\u09a2\u09bc", "\u09dd"), ("\u09af\u09bc", "\u09df"),
                      ("\u09c7\u09be", "\u09cb"), ("\u09c7\u09d7", "\u09cc")):
        word = word.replace(pair, one)
    return re.sub("\u200c|(?<!\u09b0)\u200d", "", word)


def documents(folder, prefixes, keep):
    """(id, text) of the corpora whose names begin so, where keep(id)."""
    for path in sorted(Path(folder).glob("*.jsonl.zst")):
        if path.name.startswith(prefixes):
            with subprocess.Popen(["zstd", "-dc", str(path)], stdout=subprocess.PIPE) as process:
                for line in process.stdout:
                    document = json.loads(line)
                    if keep(document["id"]):
                        yield document["id"], document["text"]


def main(folder):
    table = defaultdict(lambda: [0] * (2 * len(GROUPS)))
    for column, prefixes in enumerate(GROUPS.values()):
        for _, text in documents(folder, prefixes, lambda name: not held_out(name)):
            seen = defaultdict(int)
            for match in WORD.finditer(text):
                seen[match.group()] += 1
            folded = defaultdict(int)
            for word, times in seen.items():
                folded[fold(word)] += times
            for word, times in folded.items():
                row = table[word]
                row[2 * column] += times
                row[2 * column + 1] += 1
    print("# form", *(f"{group}\t{group}_documents" for group in GROUPS), sep="\t")
    for word in sorted(table):
        print(word, *table[word], sep="\t")


if __name__ == "__main__":
    main(sys.argv[1])
