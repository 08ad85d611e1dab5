"""Builds the wheel, installs it into a clean environment, and runs the tests there.

usage: run.py ROOT TOOLS [PYTEST ARGS...]     ROOT: the repository; TOOLS: a folder for the environment and the wheel
Exit status 77 when the packages cannot be had.
"""

import os
import subprocess
import sys
from pathlib import Path

SKIP = 77


def run(*command, **options):
    print("+", *command, flush=True)
    return subprocess.run([str(part) for part in command], check=True, **options)


def environment(tools: Path, requirements: Path) -> Path:
    python = tools / "venv" / "bin" / "python"
    if not python.exists():
        run(sys.executable, "-m", "venv", tools / "venv")
    try:
        run(python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", requirements)
    except subprocess.CalledProcessError:
        print("the packages of", requirements.name, "cannot be had: skipped")
        sys.exit(SKIP)
    return python


def main() -> int:
    root, tools = Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve()
    tests = root / "tests" / "python"
    tools.mkdir(parents=True, exist_ok=True)
    python = environment(tools, tests / "requirements.txt")
    run(python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--force-reinstall", "--no-deps", root)
    # From another directory, so that it is the installed package that is tested.
    status = subprocess.run([python, "-m", "pytest", "-q", tests, *sys.argv[3:]], cwd=tools, check=False,
                            env={**os.environ, "BNLINT_ROOT": str(root)}).returncode
    return status


if __name__ == "__main__":
    sys.exit(main())
