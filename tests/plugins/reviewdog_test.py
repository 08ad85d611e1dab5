#!/usr/bin/env python3
"""The real reviewdog shows only what a change brought in, and at the right bytes.

usage: reviewdog_test.py BNLINT
"""

import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))
import tools
from tools import bnlint, check, commit, project, run

OLD = "তিনি এলেন।সবাই বসল।\n" + "পুরোনো লাইন এটি।\n" * 10
NEW = OLD + "নতুন লাইন এল।সবাই দেখল।\n"


def main():
    tools.need("git")
    reviewdog, _ = tools.go("reviewdog")
    with project({"a.txt": OLD}, git=True) as root:
        (root / "a.txt").write_text(NEW, encoding="utf-8")
        commit(root, "One more line")
        command = ('"$0" check --lang en --format rdjson . | '
                   '"$1" -f=rdjson -name=bnlint -reporter=local -diff="git diff HEAD~1" -fail-level="$2"')
        shown = run("bash", "-c", command, bnlint(), reviewdog, "error", cwd=root, expect=None)
        said = shown.stdout + shown.stderr
        check(shown.returncode == 1, f"{shown.returncode}: {said}")
        # What it shows is its own form of the message: start:{line:12  column:35}.
        at = len("নতুন লাইন এল।".encode()) + 1
        check(re.search(rf"start:\{{line:12\s+column:{at}\}}", said) and "no space after the danda" in said, said)
        check(not re.search(r"line:1\s", said), f"an old finding is shown: {said}")
        warning = run("bash", "-c", command, bnlint(), reviewdog, "none", cwd=root)
        check("line:12" in warning.stdout, warning.stdout)
        print("reviewdog shows the one finding of the change")


main()
