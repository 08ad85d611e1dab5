#!/usr/bin/env python3
"""Runs bnlint over sentences marked for errors and writes the findings in the form that score_ged.py reads.

    ged.py BNLINT SET.jsonl FINDINGS.jsonl [check options…]

SET.jsonl holds {"id", "text"} a line; each text is a document of its own. The default options are those of a copy
editor. Offsets of the findings are code points into "text".
"""
import json
import subprocess
import sys
import tempfile
from pathlib import Path

OPTIONS = ["--profile", "editorial"]


def check(program, folder, options):
    command = [program, "check", str(folder), "--format", "jsonl", "--exit-zero", "--no-ignore-files", *options]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    return [json.loads(line) for line in run.stdout.splitlines()]


def main():
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    program, labelled, out, *options = sys.argv[1:]
    documents = [json.loads(line) for line in open(labelled, encoding="utf-8")]
    findings = {document["id"]: [] for document in documents}
    with tempfile.TemporaryDirectory() as folder:
        for number, document in enumerate(documents):
            Path(folder, f"{number}.txt").write_text(document["text"], encoding="utf-8")
        for found in check(program, folder, options or OPTIONS):
            if "rule" not in found:
                continue
            document = documents[int(Path(found["path"]).stem)]
            encoded = document["text"].encode()
            for place in [found, *found.get("related", [])]:
                start, end = (len(encoded[:place[side]["byte"]].decode()) for side in ("start", "end"))
                findings[document["id"]].append({"start": start, "end": end, "rule": found["name"]})
    with open(out, "w", encoding="utf-8") as file:
        for document in documents:
            print(json.dumps({"id": document["id"], "findings": findings[document["id"]]}), file=file)


if __name__ == "__main__":
    main()
