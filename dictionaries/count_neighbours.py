#!/usr/bin/env python3
"""Counts words and pairs of neighbours of corpora and writes bn/neighbours.bin, what the OCR model knows of context.

    count_neighbours.py CORPORA_DIR [--not SET.jsonl] [--least N] [--least-pair N] [--out FILE]

CORPORA_DIR holds *.jsonl.zst files of {"id", "text"}; documents that count_forms.held_out names are left for
measuring, and with --not all that share six words in a row with a text of SET. Needs numpy and zstd; three minutes.

The file holds two hash tables, read where they lie (checker/ocr/neighbours.h): words in cells of 32 bits, pairs in
cells of 16. The high 4 bits are the class floor(log2(occurrences)), 1 to 15, the rest a fingerprint; 0 is an empty
cell. A header of four 32-bit numbers: magic "BNN1", word cells, pair cells, occurrences of all words in 1000s.
No word can be read out of it.
"""
import argparse
import json
import re
import unicodedata
from pathlib import Path

import numpy

from count_forms import WORD, documents, fold, held_out

PREFIXES = ("news-", "legal-", "literature", "blog-")
MASK = (1 << 64) - 1


def pack(word):
    """PackedWord of checker/spelling/packed_word.h; nothing for what is no word there."""
    out = bytearray()
    for char in word:
        code = ord(char)
        if 0x980 <= code <= 0x9ff:
            out.append(0x80 | (code & 0x7f))
        elif code == 0x200d:
            out.append(1)
        else:
            return None
    return bytes(out) if 0 < len(out) <= 62 else None


def hash_of(packed):
    value = 0xcbf29ce484222325
    for byte in packed:
        value = ((value ^ byte) * 0x100000001b3) & MASK
    return value ^ value >> 32


def mix(value):
    """Spreads the bits of 64-bit keys (an array): what Mix of neighbours.cpp does."""
    value = value ^ (value >> numpy.uint64(31))
    value = value * numpy.uint64(0x9e3779b97f4a7c15)
    return value ^ (value >> numpy.uint64(29))


def table(keys, classes, bits, load=0.7):
    """The cells: linear probing, what comes first nearest to its home; a run never goes round the end."""
    size = int(len(keys) / load)
    mixed = mix(keys)
    home = ((mixed >> numpy.uint64(32)) * numpy.uint64(size)) >> numpy.uint64(32)
    prints = numpy.maximum(mixed & numpy.uint64((1 << bits) - 1), 1)
    cells = [0] * (size + 256)
    for at, fingerprint, count in zip(home.tolist(), prints.tolist(), classes.tolist()):
        while cells[at] and cells[at] & ((1 << bits) - 1) != fingerprint:
            at += 1
        if not cells[at]:
            cells[at] = fingerprint | count << bits
    return numpy.array(cells, dtype="<u4" if bits == 28 else "<u2")


def cells_of(keys, times, bits):
    order = numpy.argsort(-times, kind="stable")
    return table(keys[order], numpy.minimum(15, numpy.log2(times[order]).astype(int)), bits)


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("corpora")
    parser.add_argument("--not", dest="exclude")
    parser.add_argument("--least", type=int, default=3)
    parser.add_argument("--least-pair", type=int, default=3)
    parser.add_argument("--out", default=str(Path(__file__).resolve().parent / "bn" / "neighbours.bin"))
    options = parser.parse_args()
    forbidden = set()
    if options.exclude:
        for line in open(options.exclude, encoding="utf-8"):
            document = json.loads(line)
            for text in (document["text"], document.get("truth") or ""):
                words = WORD.findall(unicodedata.normalize("NFC", text))
                forbidden.update(" ".join(words[i:i + 6]) for i in range(len(words) - 5))

    # Words become numbers as they are met; 0 is where neighbours are not side by side.
    numbers, chunks, skipped = {}, [], 0
    pieces = re.compile(f"({WORD.pattern})|[^\\s]")
    for _, text in documents(options.corpora, PREFIXES, lambda name: not held_out(name)):
        row, last = [], []
        for match in pieces.finditer(text):
            word = match.group(1)
            row.append(numbers.setdefault(word, len(numbers) + 1) if word else 0)
            if word and forbidden:
                last.append(word)
        if forbidden:
            nfc = WORD.findall(unicodedata.normalize("NFC", text))
            if any(" ".join(nfc[i:i + 6]) in forbidden for i in range(len(nfc) - 5)):
                skipped += 1
                continue
        chunks.append(numpy.array(row + [0], dtype=numpy.uint32))
    text = numpy.concatenate(chunks)
    # The spellings that fold to one are one.
    folded, to_folded = {}, [0]
    for word in numbers:
        to_folded.append(folded.setdefault(fold(word), len(folded) + 1))
    text = numpy.array(to_folded, dtype=numpy.uint64)[text]
    hashes = [0]
    for word in folded:
        packed = pack(word)
        hashes.append(hash_of(packed) if packed else 0)
    hashes = numpy.array(hashes, dtype=numpy.uint64)

    counts = numpy.bincount(text.astype(numpy.int64), minlength=len(hashes))
    total = int(counts[1:].sum())
    keep = numpy.nonzero((counts >= options.least) & (hashes != 0))[0]
    pairs = text[:-1] * numpy.uint64(len(hashes)) + text[1:]
    pairs = pairs[(text[:-1] != 0) & (text[1:] != 0)]
    pairs, times = numpy.unique(pairs, return_counts=True)
    frequent = times >= options.least_pair
    pairs, times = pairs[frequent], times[frequent]
    left, right = hashes[pairs // numpy.uint64(len(hashes))], hashes[pairs % numpy.uint64(len(hashes))]
    usable = (left != 0) & (right != 0)
    pair_keys = left[usable] * numpy.uint64(3) + mix(right[usable])
    words, cells = cells_of(hashes[keep], counts[keep], 28), cells_of(pair_keys, times[usable], 12)
    header = numpy.array([0x314E4E42, len(words), len(cells), total // 1000], dtype="<u4")
    Path(options.out).write_bytes(header.tobytes() + words.tobytes() + cells.tobytes())
    print(f"{total} words, {len(keep)} forms, {int(usable.sum())} pairs, {len(words) * 4 + len(cells) * 2} bytes; {skipped} documents skipped")


if __name__ == "__main__":
    main()
