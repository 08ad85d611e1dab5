#!/usr/bin/env python3
"""A file of 1 GB, with line breaks and without, is linted in at most 64 MiB.

usage: memory_test.py BNLINT [MEGABYTES]

The text comes through a pipe, so that no disk holds it.
"""
import resource
import subprocess
import sys

LIMIT_KIB = 64 * 1024
SENTENCES = ["সকালে নদীর ধারে মেলা বসেছিল, সেখানে ৩৫টি দোকান ছিল।", "দূর গ্রাম থেকে মানুষ এসেছিল নৌকায়।",
             "বিকেলে বৃষ্টি নামল আর সবাই বাড়ি ফিরল।বাজার ফাঁকা হয়ে গেল ।"]


def feed(pipe, separator, size):
    block = (separator.join(SENTENCES * 500) + separator).encode()
    for _ in range(size // len(block) + 1):
        pipe.write(block)
    pipe.close()


def main():
    program = sys.argv[1]
    size = int(sys.argv[2] if len(sys.argv) > 2 else 1024) << 20
    for name, separator in (("lines", "\n"), ("one line", " ")):
        process = subprocess.Popen([program, "check", "--jobs", "1", "--format", "concise", "-"],
                                   stdin=subprocess.PIPE, stdout=subprocess.DEVNULL)
        feed(process.stdin, separator, size)
        assert process.wait() == 1, f"{name}: exit status {process.returncode}"
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
        print(f"{name}: {size >> 20} MiB linted in {peak / 1024:.1f} MiB")
        assert peak <= LIMIT_KIB, f"{name}: {peak} KiB, above {LIMIT_KIB}"


if __name__ == "__main__":
    main()
