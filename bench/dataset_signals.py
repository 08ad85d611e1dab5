#!/usr/bin/env python3
"""Compares the signals of `bnlint dataset annotate` with what datatrove computes (pip install datatrove regex
indic-nlp-library): first with our units given to datatrove's own functions, where nothing may differ, then with
datatrove's tokeniser, where each difference is laid to what that does to Bengali.

usage: dataset_signals.py BNLINT FILE.jsonl [DOCUMENTS]
"""
import collections, json, math, subprocess, sys, tempfile, unicodedata

import regex
from datatrove.pipeline.filters.gopher_repetition_filter import (
    find_all_duplicate, find_duplicates, find_top_duplicate, get_n_grams)
from datatrove.utils.text import PUNCTUATION_SET, TERMINAL_PUNCTUATION, split_into_words
import re

STOP = ["এবং", "ও", "হয়", "করে", "একটি", "তিনি", "করা", "থেকে"]
# checker/dataset/signals.h in one expression: a word, or one character that is no blank.
BENGALI = r"[\u0980-\u0983\u0985-\u098c\u098f\u0990\u0993-\u09a8\u09aa-\u09b0\u09b2\u09b6-\u09b9\u09bc-\u09c4\u09c7\u09c8\u09cb-\u09ce\u09d7\u09dc\u09dd\u09df-\u09e3\u09f0\u09f1\u09fc]"
LATIN = r"[\p{Latin}&&\p{L}]"
OTHER = r"[\p{L}--\p{Latin}--[\u0980-\u09ff\u02bc]]"
LETTER = rf"(?:{BENGALI}|{LATIN}|{OTHER})"
JOINER = r"[\u200c\u200d]"
HIDDEN = r"[\p{Cf}\u180e]"  # joiners too
APOSTROPHE = r"['’\u02bc]"
UNIT = regex.compile(
    rf"(?V1)(?:{HIDDEN}(?={BENGALI}))?(?:{LETTER}|\p{{Nd}})"
    rf"(?:{LETTER}|\p{{Nd}}|{HIDDEN}+(?={LETTER}|\p{{Nd}})|(?<={BENGALI}|{JOINER}){JOINER}"
    rf"|(?<={LATIN}|{OTHER}|(?=\p{{M}})[^\u0980-\u09ff])(?=[\p{{M}}--[\u0980-\u09ff]])."
    rf"|(?<={BENGALI}|{JOINER}){APOSTROPHE}(?={BENGALI})|(?<={LATIN}|\p{{M}}){APOSTROPHE}(?={LATIN})|(?<={OTHER}){APOSTROPHE}(?={OTHER})"
    rf"|(?<=\p{{Nd}})[.,](?=\p{{Nd}}))*|[^\s\p{{Cf}}\u180e]")
WORD = regex.compile(rf"(?V1){LETTER}|\p{{Nd}}")

def fold(word):
    return unicodedata.normalize("NFC", word).replace("\u200c", "").replace("\u200d", "")


def datatrove_signals(text, words):
    """The numbers that GopherRepetitionFilter, FineWebQualityFilter and GopherQualityFilter compare with thresholds."""
    out = {}
    size = max(1, len(text))
    paragraphs = re.split(r"\n{2,}", text.strip())
    duplicates, chars = find_duplicates(paragraphs)
    out["dup_paragraph_ratio"] = duplicates / len(paragraphs)
    out["dup_paragraph_char_ratio"] = chars / size
    lines = re.split("\n+", text)
    duplicates, chars = find_duplicates(lines)
    out["dup_line_ratio"] = duplicates / len(lines)
    out["dup_line_char_ratio"] = chars / size
    for n in (2, 3, 4):
        grams = get_n_grams(words, n)
        out[f"top_{n}gram"] = find_top_duplicate(grams) / size if grams else 0
    for n in range(5, 11):
        out[f"dup_{n}gram"] = find_all_duplicate(words, n) / size
    lines = [line for line in text.split("\n") if line.strip()]
    count = max(1, len(lines))
    out["terminal_line_ratio"] = sum(line.endswith(tuple(TERMINAL_PUNCTUATION)) for line in lines) / count
    out["short_line_ratio"] = sum(len(line) <= 30 for line in lines) / count
    out["char_dup_ratio"] = find_duplicates(lines)[1] / max(1, len(text.replace("\n", "")))
    units = max(1, len(words))
    out["newline_ratio"] = text.count("\n") / units
    plain = [w for w in words if any(c not in PUNCTUATION_SET for c in w)]
    out["words"] = len(plain)
    out["mean_word_length"] = sum(map(len, plain)) / max(1, len(plain))
    out["hash_ratio"] = text.count("#") / units
    out["ellipsis_ratio"] = (text.count("...") + text.count("…")) / units
    out["alpha_ratio"] = sum(any(c.isalpha() for c in w) for w in words) / units
    out["stop_words"] = len(set(STOP) & set(words))
    return out


def causes(text, ours, theirs):
    """What datatrove's tokeniser did to this text that ours did not."""
    found = set()
    for word in theirs:
        if "\n" in word:
            found.add("words of two lines glued: it does not split at a line break")
        elif regex.search(r"[“”‘—–…৷•«»]", word) and len(word) > 1:
            found.add("curly quotes, dashes, ৷ or … are part of the word")
        elif regex.search(r"[\p{S}\p{P}\p{C}\u00a0\u2000-\u200a\ufeff]", word) and len(word) > 1:
            found.add("other symbols are part of the word")
    for word in ours:
        if regex.search(r"\d[.,]\d", word):
            found.add("numbers are cut at . and ,")
        if "'" in word or "_" in word:
            found.add("words are cut at their apostrophe")
    if regex.search(r"[^\S \n\t]", text):
        found.add("other blanks do not split")
    return found


def same(a, b):
    return math.isclose(a, b, rel_tol=2e-6, abs_tol=1e-9)


def main():
    program, path = sys.argv[1:3]
    most = int(sys.argv[3]) if len(sys.argv) > 3 else 2000
    documents = []
    with open(path, encoding="utf-8") as file:
        for line in file:
            if len(documents) < most:
                documents.append(json.loads(line)["text"])
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        for text in documents:
            file.write(json.dumps({"text": text}) + "\n")
        file.flush()
        out = subprocess.run([program, "dataset", "annotate", "--no-findings", "--progress", "never", file.name],
                             check=True, capture_output=True, text=True).stdout.splitlines()
    prefix = "bnlint__signal__"
    differ, reasons, by_cause, unexplained = collections.Counter(), collections.Counter(), collections.Counter(), 0
    exact = collections.Counter()
    for text, line in zip(documents, out, strict=True):
        ours = {k[len(prefix):]: v[0][2] for k, v in json.loads(line)["attributes"].items() if k.startswith(prefix)}
        units = UNIT.findall(text)
        wanted = datatrove_signals(text, units)
        # Definitions that are ours on purpose, checked by what the filter would say if it knew:
        wanted["words"] = sum(bool(WORD.search(u)) for u in units)
        wanted["mean_word_length"] = sum(len(u) for u in units if WORD.search(u)) / max(1, wanted["words"])
        wanted["stop_words"] = len({fold(w) for w in STOP} & {fold(u) for u in units})
        lines = [regex.sub(r"[\s\"'’”»›)\]‘“\u200b\u200e\u200f\ufeff\u00ad]+$", "", l) for l in text.split("\n") if l.strip()]
        wanted["terminal_line_ratio"] = (sum(l.endswith(tuple("।॥.!?…৷‼⁇⁈⁉؟۔。！？")) for l in lines) / max(1, len(lines)))
        for name, value in wanted.items():
            if same(value, ours[name]):
                continue
            exact[name] += 1
            if exact[name] <= 3:
                print(f"DIFFERS {name}: datatrove's function on our units {value}, bnlint {ours[name]}: {text[:60]!r}")
        theirs = split_into_words(text, "ben_Beng")
        plain = datatrove_signals(text, theirs)
        changed = [name for name, value in plain.items() if not same(value, ours[name])]
        for name in changed:
            differ[name] += 1
        if changed:
            why = causes(text, units, theirs)
            if theirs == units:
                why = {"none in the tokens: terminal marks before a closing quote, ড় ঢ় য় of stop words, or marks as words"}
            unexplained += not why
            for cause in why:
                by_cause[cause] += 1
    print(f"{len(documents)} documents; datatrove's functions on our units differ in:", dict(exact) or "nothing")
    print("with datatrove's own tokeniser, documents that differ by signal:")
    for name, count in differ.most_common():
        print(f"  {count:6}  {name}")
    print("what that tokeniser does in those documents (several may apply):")
    for cause, count in by_cause.most_common():
        print(f"  {count:6}  {cause}")
    print("documents without an explanation:", unexplained)
    return 1 if exact or unexplained else 0


sys.exit(main())
