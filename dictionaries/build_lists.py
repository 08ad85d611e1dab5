#!/usr/bin/env python3
"""Derives the word lists of dictionaries/bn/ from corpora: facts about forms, no sentences.

    build_lists.py CORPORA_DIR

CORPORA_DIR holds *.jsonl.zst files of {"id", "text"}. Needs the zstd program. Deterministic; takes about a
minute. Sources and licences: bn/SOURCES.md.
"""
import json
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

WORD = re.compile("[\u0981-\u0983\u0985-\u09b9\u09bc-\u09ce\u09d7\u09dc-\u09e3\u09f0\u09f1\u200c\u200d]+|\\S")
CORPORA = ("blog-sachalayatan", "news-", "legal-")  # edited, or written with care
HERE = Path(__file__).parent / "bn"
# A word in Latin letters, not a part of an address, a path or a name with dots.
LATIN = re.compile(r"(?<![\w.@/\\-])[A-Za-z]{2,}(?![\w@/\\])")
# Documents that use it, those of two letters: abbreviations of all kinds pass through texts.
LATIN_LEAST, SHORT_LATIN_LEAST = 5, 25
# Bijoy among the Latin words of the corpora (বাংলা, পরিযায়ী, পরিবার, হাশিম, নাম, ধাম), as reading showed.
BIJOY = {"cwihvqx", "cwievi", "evsjv", "nvwkg", "bvg", "avg"}

# Doubled in fewer than one of 2,500 occurrences, by a form with at least 1,000: not a reduplication.
DOUBLED_LEAST, DOUBLED_RATE = 1000, 1 / 2500
# Doubled with a meaning all the same, as reading showed.
REDUPLICATED = {"আসে", "ভারত", "সংসার", "মূল", "তার", "প্রায়", "কর", "তারপর", "কিছুই", "আমি"}


def fold(word):
    """What Fold of checker/spelling/fold.h does."""
    for pair, one in (("\u09a1\u09bc", "\u09dc"), ("\u09a2\u09bc", "\u09dd"), ("\u09af\u09bc", "\u09df"),
                      ("\u09c7\u09be", "\u09cb"), ("\u09c7\u09d7", "\u09cc")):
        word = word.replace(pair, one)
    return re.sub(r"\u200c|(?<!\u09b0)\u200d", "", word)


def texts(folder, corpora):
    for path in sorted(Path(folder).glob("*.jsonl.zst")):
        if path.name.startswith(corpora):
            with subprocess.Popen(["zstd", "-dc", str(path)], stdout=subprocess.PIPE) as process:
                for line in process.stdout:
                    yield json.loads(line)["text"]


# At the end of a sentence in one of five occurrences or more.
ENDS_LEAST, ENDS_RATE = 50, 1 / 5


def count(folder):
    single, double, last = Counter(), Counter(), Counter()
    for text in texts(folder, CORPORA):
        before = ""
        for word in WORD.findall(text):
            if len(word) > 1:
                word = fold(word)
                single[word] += 1
                if word == before:
                    double[word] += 1
            elif word in "।?!":
                last[before] += 1
            before = word
    return single, double, last


def latin_words(folder):
    documents = Counter()
    for text in texts(folder, ""):
        documents.update({word.lower() for word in LATIN.findall(text)})
    return {word for word, n in documents.items()
            if n >= (LATIN_LEAST if len(word) > 2 else SHORT_LATIN_LEAST) and word not in BIJOY}


def write(name, comment, words):
    lines = [f"# {comment} Written by build_lists.py.", *sorted(words)]
    (HERE / name).write_text("\n".join(lines) + "\n", encoding="utf-8")


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    single, double, last = count(sys.argv[1])
    write("never-doubled.txt", "Frequent forms that are not reduplicated, folded.",
          {word for word, n in single.items() if n >= DOUBLED_LEAST and double[word] < n * DOUBLED_RATE and word not in REDUPLICATED})
    write("sentence-ends.txt", "Forms that often end a sentence, folded.",
          {word for word, n in single.items() if n >= ENDS_LEAST and last[word] >= n * ENDS_RATE})
    write("latin-words.txt", "Words in Latin letters that Bengali texts use, in lower case: no Bijoy.", latin_words(sys.argv[1]))


if __name__ == "__main__":
    main()
