#!/usr/bin/env python3
"""Speed of `bnlint dataset` beside datatrove's FineWeb-2 filters, Dolma's Gopher tagger and ftfy, on the same file in the same
run (pip install datatrove indic-nlp-library ftfy; pip install --no-deps dolma). One process each; what counts is processor
time, user and system, so that a busy machine does not matter; starting up and reading the file count for nobody but bnlint.

usage: dataset_speed.py BNLINT FILE.jsonl [MEGABYTES FOR THE OTHERS]
"""
import json, os, resource, subprocess, sys, time

import ftfy
from datatrove.data import Document
from datatrove.pipeline.filters import FineWebQualityFilter, GopherQualityFilter, GopherRepetitionFilter


def children():
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def ours(program, path, *arguments):
    before, start = children(), time.monotonic()
    run = subprocess.run([program, "dataset", *arguments, path], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=True)
    return children() - before, time.monotonic() - start


def clocked(work, texts):
    start = time.process_time()
    for text in texts:
        work(text)
    return time.process_time() - start


def main():
    program, path = sys.argv[1:3]
    size = os.path.getsize(path)
    limit = float(sys.argv[3] if len(sys.argv) > 3 else 3) * 1e6
    texts, taken = [], 0
    with open(path, encoding="utf-8") as file:
        for line in file:
            text = json.loads(line)["text"]
            if taken > limit:
                break
            texts.append(text)
            taken += len(text.encode())
    print(f"{size / 1e6:.1f} MB; the others: the first {len(texts)} documents, {taken / 1e6:.1f} MB of text")
    rates = {}

    def tell(name, rate, more=""):
        rates[name] = rate
        print(f"{rate:9.2f} MB/s of processor time  {name}{more}")

    for name, arguments in (("bnlint filter --preset fineweb2-ben (the same filters)", ["filter", "--preset", "fineweb2-ben"]),
                            ("bnlint annotate, signals only", ["annotate", "--no-findings"]),
                            ("bnlint annotate, everything", ["annotate"]),
                            ("bnlint filter --preset strict, everything", ["filter", "--preset", "strict"]),
                            ("bnlint filter --preset strict --fix", ["filter", "--preset", "strict", "--fix"])):
        cpu1, wall1 = ours(program, path, *arguments, "-j", "1")
        cpu2, wall2 = ours(program, path, *arguments, "-j", "2")
        tell(name, size / 1e6 / cpu1, f"; wall 1 thread {wall1:.1f} s, 2 threads {wall2:.1f} s: {wall1 / wall2:.2f} ×")
    # The configuration ben_Beng of FineWeb-2, as far as nothing drops a document before it was measured by all.
    stop = ["এবং", "ও", "হয়", "করে", "একটি", "তিনি", "করা", "থেকে"]
    none = dict(language="ben_Beng")
    filters = [GopherRepetitionFilter(dup_para_frac=0, dup_line_char_frac=0, dup_para_char_frac=0, dup_line_frac=99,
                                      top_n_grams=[(n, 99) for n in (2, 3, 4)], dup_n_grams=[(n, 99) for n in range(5, 11)], **none),
               FineWebQualityFilter(short_line_thr=999, char_duplicates_ratio=99, line_punct_thr=-1, new_line_ratio=99, **none),
               GopherQualityFilter(min_doc_words=None, max_doc_words=None, min_avg_word_length=None, max_avg_word_length=999,
                                   max_symbol_word_ratio=99, max_bullet_lines_ratio=99, max_ellipsis_lines_ratio=99,
                                   max_non_alpha_words_ratio=1e-9, stop_words=stop, min_stop_words=None, **none)]

    def datatrove(text):
        document = Document(text=text, id="")
        for one in filters:
            try:
                one.filter(document)
            except ZeroDivisionError:
                pass

    tell("datatrove: Gopher repetition, FineWeb quality, Gopher quality", taken / 1e6 / clocked(datatrove, texts))
    try:
        from dolma.taggers.gopher import get_attributes
        tell("Dolma's Gopher tagger", taken / 1e6 / clocked(get_attributes, texts))
    except ImportError as why:
        print(f"Dolma's Gopher tagger: {why}")
    tell("ftfy.fix_text", taken / 1e6 / clocked(ftfy.fix_text, texts))
    base = rates["datatrove: Gopher repetition, FineWeb quality, Gopher quality"]
    for name, rate in rates.items():
        print(f"{rate / base:7.1f} × datatrove  {name}")


main()
