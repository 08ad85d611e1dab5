#!/usr/bin/env python3
"""How well `check --fix` restores a labelled set, and what it changes in its clean documents.

    fixes.py BNLINT SET.jsonl [--twice FOLDER] [-- check options…]

Of each process: the labelled spans that a finding with a safe fix touches, and how many of them read like the truth after
--fix; a line break counts as a blank, since where a tag stood the text does not say which it was. Then every change in a document of process "clean". Then whether --fix twice equals once, on the set
and on the texts of FOLDER.
"""
import argparse
import collections
import difflib
import json
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path


def run(program, folder, options):
    command = [program, "check", str(folder), "--no-ignore-files", "--exit-zero", *options]
    done = subprocess.run(command, capture_output=True)
    if done.returncode == 2:
        sys.exit(done.stderr.decode())
    return done.stdout.decode("utf-8")


def safe_places(program, folder, options):
    """Document → code point ranges of the findings that have a safe fix."""
    places = collections.defaultdict(list)
    for line in run(program, folder, ["--format", "jsonl", *options]).split("\n"):
        finding = json.loads(line) if line else {}
        if any(fix["safety"] == "safe" for fix in finding.get("fixes", [])):
            data = Path(finding["path"]).read_bytes()
            for place in [finding, *finding.get("related", [])]:
                places[Path(finding["path"]).stem].append(
                    tuple(len(data[:place[side]["byte"]].decode("utf-8", "ignore")) for side in ("start", "end")))
    return places


def blocks(before, after):
    """Where two texts differ, as ((begin, end) before, (begin, end) after)."""
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
    return [((a, b), (c, d)) for tag, a, b, c, d in matcher.get_opcodes() if tag != "equal"]


def expected(document):
    """The text with every label's truth in its place, and where in it each label then stands."""
    text, at, places = "", 0, []
    for span in document["spans"]:
        if span.get("truth") is None:
            continue
        text += document["text"][at:span["start"]]
        places.append((len(text), len(text) + len(span["truth"]), span))
        text += span["truth"]
        at = span["end"]
    return text + document["text"][at:], places


def restored(document, after):
    """Label → whether it reads like the truth in the mended text: compared with the text that should have come out."""
    should, places = expected(document)
    differences = blocks(*(re.sub(r"\s", " ", text) for text in (should, after)))
    return [(span, not any(a < max(end, begin + 1) and max(b, a + 1) > begin for (a, b), _ in differences))
            for begin, end, span in places]


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("program")
    parser.add_argument("set")
    parser.add_argument("--twice", help="a folder of texts; it is copied first")
    parser.add_argument("--verbose", action="store_true", help="show what was not restored")
    parser.add_argument("options", nargs="*")
    args = parser.parse_args()
    documents = [json.loads(line) for line in open(args.set, encoding="utf-8")]
    with tempfile.TemporaryDirectory() as folder:
        paths = {document["id"]: Path(folder, document["id"] + ".txt") for document in documents}
        for document in documents:
            paths[document["id"]].write_bytes(document["text"].encode("utf-8", "surrogatepass"))
        places = safe_places(args.program, folder, args.options)
        run(args.program, folder, ["--fix", *args.options])
        once = {name: path.read_bytes() for name, path in paths.items()}
        score = collections.defaultdict(lambda: [0, 0])
        for document in documents:
            after = once[document["id"]].decode("utf-8", "surrogatepass")
            differences = blocks(document["text"], after) if after != document["text"] else []
            if document["process"] == "clean":
                for (a, b), (c, d) in differences:
                    print(f"clean {document['id']} ({document['tier']}): {document['text'][a - 20:a]!r} "
                          f"{document['text'][a:b]!r} → {after[c:d]!r} {document['text'][b:b + 20]!r}")
            for span, ok in restored(document, after) if places[document["id"]] else []:
                if any(a < span["end"] and b > span["start"] for a, b in places[document["id"]]) and not span.get("minor"):
                    score[document["process"]][0] += ok
                    score[document["process"]][1] += 1
                    if not ok and args.verbose:
                        print(document["process"], document["id"], span["kind"],
                              repr(document["text"][max(0, span["start"] - 5):span["end"] + 5]), "truth", repr(span["truth"]))
        for process, (right, all_of_it) in sorted(score.items()):
            print(f"{process:10} restored {right}/{all_of_it} = {right / all_of_it:.3f}")
        right, all_of_it = map(sum, zip(*score.values()))
        print(f"{'all':10} restored {right}/{all_of_it} = {right / all_of_it:.3f}")
        run(args.program, folder, ["--fix", *args.options])
        print("set: a second --fix changes", sum(path.read_bytes() != once[name] for name, path in paths.items()), "files")
    if args.twice:
        with tempfile.TemporaryDirectory() as folder:
            copy = Path(folder, "texts")
            shutil.copytree(args.twice, copy)
            files = [path for path in copy.rglob("*") if path.is_file()]
            first = {path: path.read_bytes() for path in files}
            run(args.program, copy, ["--fix", *args.options])
            once = {path: path.read_bytes() for path in files}
            run(args.program, copy, ["--fix", *args.options])
            print(f"{args.twice}: --fix changes {sum(once[path] != first[path] for path in files)} of {len(files)} files, "
                  f"a second one {sum(path.read_bytes() != once[path] for path in files)}")


if __name__ == "__main__":
    main()
