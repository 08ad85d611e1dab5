#!/usr/bin/env python3
"""How fast bnlint is, beside programs that read the same file in the same minutes.

    speed.py BNLINT [--size MB] [--rounds N] [--text FILE] [--plot PLOT.svg] [--most MB]

Prints a table: megabytes a second, CPU time, and the ratio to `wc -m`. The programs take turns, so that what else the
machine does hits all of them alike; of each the median counts. A peer that is not installed is left out with a note, a
slow one reads a part of the file. --plot draws time against size, from 1 KB to --most megabytes, and fits the exponent.
"""
import argparse
import math
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from text import text  # noqa: E402: it lies beside this file

SLOW_BYTES = 300_000  # of the file, for peers of less than a megabyte a second
ENVIRONMENT = {**os.environ, "LC_ALL": "C.UTF-8"}


def cpu_seconds(command, source=None):
    """User and system time of a command that must not fail to run."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    with open(source or os.devnull, "rb") as stdin:
        subprocess.run(command, stdin=stdin, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                       env=ENVIRONMENT, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def contestants(program, files):
    """(name, command, standard input, bytes) of all there are."""
    check = [program, "check", "--jobs", "1"]
    full, part = files["clean"], files["part"]
    words = ["--dictionary", "none"]
    yield "wc -m", ["wc", "-m", full], None, full
    yield "bnlint check", [*check, full], None, full
    yield "bnlint check, no dictionary", [*check, *words, full], None, full
    yield "bnlint check --profile ocr", [*check, "--profile", "ocr", full], None, full
    for kind in ("dirty", "line", "random"):
        if kind in files:
            yield f"bnlint check, {kind} text", [*check, files[kind]], None, files[kind]
    peers = [
        ("aspell list", ["aspell", "list", "--lang=bn"], full, full),
        ("hunspell -l", ["hunspell", "-d", "bn_BD", "-l", part], None, part),
        ("rg (one pattern in eight letters)", ["rg", "-c", "[কখ]্[তথ]|া[া-ৌ]|।।|  ", full], None, full),
        ("codespell", ["codespell", full], None, full),
        ("cspell", ["cspell", "--no-progress", "--no-summary", part], None, part),
    ]
    for name, command, source, file in peers:
        if shutil.which(command[0]) is None:
            print(f"left out: {command[0]} is not installed", file=sys.stderr)
        else:
            yield name, command, source, file


def table(program, files, rounds):
    rows = [(name, command, source, file, []) for name, command, source, file in contestants(program, files)]
    for _ in range(rounds):
        for _, command, source, _, seconds in rows:
            seconds.append(cpu_seconds(command, source))
    base = None
    print(f"{'':36}{'MB/s':>9}{'CPU s':>9}{'× wc -m':>10}")
    for name, _, _, file, seconds in rows:
        size = os.path.getsize(file)
        median = max(statistics.median(seconds), 1e-4)
        per_byte = median / size
        base = base or per_byte
        print(f"{name:36}{size / median / 1e6:9.2f}{median:9.2f}{per_byte / base:10.2f}")


def fitted(points):
    """The exponent of time against size: the slope of the line through their logarithms."""
    logs = [(math.log(size), math.log(seconds)) for size, seconds in points]
    mean_x = statistics.mean(x for x, _ in logs)
    mean_y = statistics.mean(y for _, y in logs)
    return (sum((x - mean_x) * (y - mean_y) for x, y in logs) /
            sum((x - mean_x) ** 2 for x, _ in logs))


def draw(points, exponent, path):
    """A log-log plot as SVG."""
    width, height, margin = 640, 420, 60
    xs = [math.log10(size) for size, _ in points]
    ys = [math.log10(seconds) for _, seconds in points]

    def place(x, y):
        return (margin + (x - min(xs)) / (max(xs) - min(xs)) * (width - 2 * margin),
                height - margin - (y - min(ys)) / max(max(ys) - min(ys), 1e-9) * (height - 2 * margin))

    dots = [place(x, y) for x, y in zip(xs, ys)]
    line = " ".join(f"{x:.1f},{y:.1f}" for x, y in dots)
    out = [f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
           'font-family="sans-serif" font-size="12">',
           '<rect width="100%" height="100%" fill="white"/>',
           f'<polyline points="{line}" fill="none" stroke="#06c"/>']
    for (x, y), (size, seconds) in zip(dots, points):
        out.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="#06c"/>'
                   f'<text x="{x + 5:.1f}" y="{y - 5:.1f}">{size / 1e6:g} MB, {seconds:.3g} s</text>')
    out.append(f'<text x="{margin}" y="25">CPU time of bnlint check, startup left out: '
               f'size to the power of {exponent:.3f}</text></svg>')
    path.write_text("\n".join(out), encoding="utf-8")


def growth(program, folder, plot, most, rounds):
    """Time against size, without what a run takes once."""
    empty = folder / "empty.txt"
    empty.write_bytes(b"")
    command = [program, "check", "--jobs", "1"]
    once = statistics.median(cpu_seconds([*command, empty]) for _ in range(5))
    block = text("clean", 4_000_000)
    points = []
    size = 1000
    while size <= most * 1_000_000:
        path = folder / "grows.txt"
        with open(path, "wb") as file:
            for _ in range(max(size // len(block), 1)):
                file.write(block[:size])
        repeats = max(rounds, min(20, 2_000_000 // size))
        seconds = statistics.median(cpu_seconds([*command, path]) for _ in range(repeats)) - once
        if seconds > 0.02:  # below, the clock's ticks are what is measured
            points.append((path.stat().st_size, seconds))
        path.unlink()
        size *= 4
    if len(points) < 3:
        print("too few sizes for a fit")
        return
    exponent = fitted(points)
    draw(points, exponent, plot)
    print(f"time grows with size to the power of {exponent:.3f}; {plot}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("--size", type=float, default=20, help="megabytes of the generated text (20)")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--text", type=Path, help="a file instead of the generated text")
    parser.add_argument("--plot", type=Path)
    parser.add_argument("--most", type=float, default=64, help="megabytes of the largest file of the plot (64)")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        files = {}
        size = int(options.size * 1e6)
        kinds = ["clean", "dirty", "line", "random"] if options.text is None else []
        for kind in kinds:
            files[kind] = folder / f"{kind}.txt"
            block = text(kind, min(size, 4_000_000))
            files[kind].write_bytes(block * max(1, size // len(block)))
        if options.text is not None:
            files["clean"] = options.text
        files["part"] = folder / "part.txt"
        files["part"].write_bytes(files["clean"].read_bytes()[:SLOW_BYTES].rpartition(b"\n")[0])
        table(options.program, files, options.rounds)
        if options.plot:
            growth(options.program, folder, options.plot, options.most, options.rounds)


if __name__ == "__main__":
    main()
