#!/usr/bin/env python3
"""Runs bnlint over a labelled set and writes the findings in the form that its score.py reads.

    devset.py BNLINT SET.jsonl FINDINGS.jsonl [check options…]

SET.jsonl holds {"id", "text"} a line. Offsets of the findings are code points into "text".
"""
import json
import subprocess
import sys
import tempfile
from pathlib import Path


def offsets(text):
    """Byte offset → code point offset."""
    table, byte = {}, 0
    for index, char in enumerate(text):
        table[byte] = index
        byte += len(char.encode("utf-8", "surrogatepass"))
    table[byte] = len(text)
    return table


def write_documents(documents, folder):
    for document in documents:
        path = Path(folder, document["id"] + ".txt")
        path.write_bytes(document["text"].encode("utf-8", "surrogatepass"))


def check(program, documents, folder, options):
    """Findings by the id of the document, as score.py reads them; `folder` is what write_documents filled."""
    run = subprocess.run([program, "check", "--format", "jsonl", *options, folder],
                         capture_output=True, check=False)
    if run.returncode == 2:
        sys.exit(run.stderr.decode())
    findings = {document["id"]: [] for document in documents}
    tables = {}
    for line in run.stdout.decode("utf-8").split("\n"):
        if not line:
            continue
        finding = json.loads(line)
        name = Path(finding["path"]).stem
        if name not in tables:
            tables[name] = offsets(next(d["text"] for d in documents if d["id"] == name))
        table = tables[name]
        for place in [finding, *finding.get("related", [])]:
            findings[name].append({"start": table[place["start"]["byte"]],
                                   "end": table[place["end"]["byte"]],
                                   "rule": finding["name"], "severity": finding["severity"]})
    return findings


def main():
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    program, labelled, out, *options = sys.argv[1:]
    documents = [json.loads(line) for line in open(labelled, encoding="utf-8")]
    with tempfile.TemporaryDirectory() as folder:
        write_documents(documents, folder)
        findings = check(program, documents, folder, options)
    with open(out, "w", encoding="utf-8") as file:
        for name, found in findings.items():
            file.write(json.dumps({"id": name, "findings": found}, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
