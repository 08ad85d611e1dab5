#!/usr/bin/env python3
"""The guard of the speed: how many instructions the default check takes for each byte of a fixed text.

usage: instructions_test.py BNLINT SOURCE_DIR

Instructions are counted by callgrind, so that it does not matter how busy the machine is. What a run takes once
(rules, tables) is measured with an empty file and left out of the first number, and has a budget of its own.
"""
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

SKIPPED = 77
BYTES = 1_000_000
# What was reached, and how much more may be (libraries and compilers differ). Lower them when they can be lowered.
PER_BYTE = 0
ONCE = 0
MARGIN = 1.10


def instructions(program, path, folder):
    run = subprocess.run(
        ["valgrind", "--tool=callgrind", f"--callgrind-out-file={folder}/callgrind.out", program,
         "check", "--jobs", "1", "--format", "full", str(path)],
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False)
    found = re.search(rb"refs:\s*([\d,]+)", run.stderr)
    if run.returncode not in (0, 1) or not found:
        sys.exit(run.stderr.decode())
    return int(found[1].replace(b",", b""))


def main():
    program, source = sys.argv[1:3]
    if shutil.which("valgrind") is None:
        print("skipped: there is no valgrind")
        sys.exit(SKIPPED)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        text = subprocess.run([sys.executable, f"{source}/bench/text.py", "clean", str(BYTES)],
                              capture_output=True, check=True).stdout
        (folder / "clean.txt").write_bytes(text)
        (folder / "empty.txt").write_bytes(b"")
        once = instructions(program, folder / "empty.txt", folder)
        per_byte = (instructions(program, folder / "clean.txt", folder) - once) / len(text)
    print(f"{per_byte:.1f} instructions a byte (budget {PER_BYTE}), {once / 1e6:.1f} million once ({ONCE})")
    assert per_byte <= PER_BYTE * MARGIN, "the check has become slower"
    assert once / 1e6 <= ONCE * MARGIN, "starting has become slower"


if __name__ == "__main__":
    main()
