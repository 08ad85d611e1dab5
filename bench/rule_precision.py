#!/usr/bin/env python3
"""What each rule finds in a folder of texts, and a random sample of it to read and judge.

    rule_precision.py BNLINT FOLDER [--sample 30] [--seed 1] [--rules id,name…] [-- check options…]

Prints a table of findings by rule (per million words too), then of each rule a sample, one a line: path:byte, the
finding in [[ ]] within its surroundings, and its first fix after →. Judge by reading; nothing here knows the truth.
"""
import argparse
import collections
import json
import random
import subprocess
import sys
from pathlib import Path

AROUND = 45  # characters on each side


def shown(text):
    return text.replace("\n", "⏎").replace("\r", "␍").replace("\t", "⇥")


def excerpt(finding):
    data = Path(finding["path"]).read_bytes()
    start, end = finding["start"]["byte"], finding["end"]["byte"]
    before = data[max(0, start - 300):start].decode("utf-8", "ignore")[-AROUND:]
    after = data[end:end + 300].decode("utf-8", "ignore")[:AROUND]
    match = data[start:end].decode("utf-8", "replace")
    fix = ""
    if finding.get("fixes"):
        first = finding["fixes"][0]
        fix = f"  → ({first['safety']}) " + " ".join(repr(edit["text"]) for edit in first["edits"])
    return shown(f"{before}[[{match}]]{after}{fix}")


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("program")
    parser.add_argument("folder")
    parser.add_argument("--sample", type=int, default=30)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rules", default="")
    own, options = sys.argv[1:], []
    if "--" in own:
        own, options = own[:own.index("--")], own[own.index("--") + 1:]
    args = parser.parse_args(own)
    command = [args.program, "check", args.folder, "--format", "jsonl", "--exit-zero", "--no-ignore-files", *options]
    run = subprocess.Popen(command, stdout=subprocess.PIPE)
    found, severity = collections.defaultdict(list), {}
    for line in run.stdout:
        finding = json.loads(line)
        if "rule" in finding:
            found[finding["name"]].append(line)
            severity[finding["name"]] = finding["severity"]
    if run.wait() == 2:
        sys.exit("check failed")
    wanted = set(args.rules.split(",")) if args.rules else set(found)
    words = sum(len(path.read_bytes().split()) for path in Path(args.folder).rglob("*.txt"))
    print(f"{words} words")
    for name, lines in sorted(found.items(), key=lambda item: -len(item[1])):
        print(f"{len(lines):8d} {1e6 * len(lines) / words:10.1f}/M  {severity[name]:8} {name}")
    draw = random.Random(args.seed)
    for name in sorted(wanted & set(found)):
        print(f"\n== {name} ({severity[name]}), {len(found[name])}")
        for line in draw.sample(found[name], min(args.sample, len(found[name]))):
            finding = json.loads(line)
            print(f"{finding['path']}:{finding['start']['byte']}: {excerpt(finding)}")


if __name__ == "__main__":
    main()
