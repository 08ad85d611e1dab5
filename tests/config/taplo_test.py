#!/usr/bin/env python3
"""The schema of bnlint.toml in the program that editors use it with: taplo, at a pinned version from PyPI.

usage: taplo_test.py BNLINT CACHE_DIRECTORY

What bnlint takes taplo takes, and the other way round. Exit code 77 (ctest: skipped) when taplo cannot be had.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

TAPLO = "taplo==0.9.3"
SKIP = 77

# A bnlint.toml, and whether it is right. Names of rules are not the schema's to know, nor whether files exist.
CASES = [
    ('', True),
    ('profile = "editorial"\n', True),
    ('profile = ["editorial", "bn-IN"]\n', True),
    ('profile = ["editorial", "bn-US"]\n', False),
    ('select = ["PUN"]\nignore = ["danda-space"]\n', True),
    ('select = "PUN"\n', False),
    ('select = []\n', False),
    ('selct = ["PUN"]\n', False),
    ('[house]\ndanda-space = "always"\nacademy = false\n', True),
    ('[house]\ndanda-space = "sometimes"\n', False),
    ('[house]\nacademy = "yes"\n', False),
    ('house.quots = "curly"\n', False),
    ('[severity]\nPUN002 = "error"\nstyle = "info"\n', True),
    ('[severity]\nPUN002 = "fatal"\n', False),
    ('[extensions]\n".story" = "markdown"\n', True),
    ('[extensions]\nstory = "markdown"\n', False),
    ('[extensions]\n".story" = "word"\n', False),
    ('[formats.jsonl]\nfields = ["title", "body"]\n', True),
    ('[formats.jsonl]\nfield = ["title"]\n', False),
    ('[formats.yaml]\nfields = ["title"]\n', False),
    ('[[overrides]]\npaths = "*.md"\nhouse.digits = "latin"\n', True),
    ('[[overrides]]\nignore = ["PUN"]\n', False),
    ('[[overrides]]\npaths = "*.md"\nexclude = ["x"]\n', False),
    ('[dataset]\nanything = 1\n', True),
    ('fail-on = "info"\nlanguage = "en"\nformat = "sarif"\n', True),
    ('fail-on = 1\n', False),
]


def taplo_in(cache):
    program = cache / "taplo" / "bin" / "taplo"
    if not program.exists():
        steps = ([sys.executable, "-m", "venv", cache / "taplo"],
                 [cache / "taplo" / "bin" / "pip", "install", "-q", TAPLO])
        for step in steps:
            done = subprocess.run(step, capture_output=True, text=True)
            if done.returncode != 0:
                print("SKIPPED: taplo cannot be installed:", (done.stderr or done.stdout).strip())
                sys.exit(SKIP)
    return program


def main():
    bnlint = Path(sys.argv[1]).resolve()
    taplo = taplo_in(Path(sys.argv[2]).resolve())
    wrong = 0
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        schema = folder / "schema.json"
        schema.write_bytes(subprocess.run([bnlint, "config", "--schema"], check=True,
                                          capture_output=True).stdout)
        config = folder / "bnlint.toml"
        for text, right in CASES:
            config.write_text(text, encoding="utf-8")
            ours = subprocess.run([bnlint, "config", "--show", folder / "a.txt"], capture_output=True, text=True)
            theirs = subprocess.run([taplo, "lint", "--schema", schema.as_uri(), config],
                                    capture_output=True, text=True)
            for name, done in (("bnlint", ours), ("taplo", theirs)):
                if (done.returncode == 0) != right:
                    wrong += 1
                    print(f"{name} says {done.returncode} to\n{text}{done.stderr}")
    print("FAILED" if wrong else f"{len(CASES)} configs, of one mind")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
