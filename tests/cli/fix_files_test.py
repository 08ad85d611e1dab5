#!/usr/bin/env python3
"""check --fix on real files: what patch and git make of --diff is what --fix writes; a kill at any moment, a full disk and
a file that may not be written to leave the old text or the new one, and nothing beside it.

    fix_files_test.py BNLINT
"""
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path

PROGRAM = Path(sys.argv.pop(1)).resolve()
ENVIRONMENT = {**os.environ, "XDG_CONFIG_HOME": "/nowhere", "BNLINT_LANG": "en", "GIT_CEILING_DIRECTORIES": "/"}
WORDS = "আমরা সকালে নদীর ধারে বসে গল্প করি মা রান্না করেন বৃষ্টি নামলে ছাদে যাই বই ২০২৪ ১2 র‍্যাব কর্ম্ম হঠাৎ".split()
ENDS = ["।", "। ", " ।", "৷", "?", " ,", "।\u200b"]
BREAKS = ["\n", "\n\n", "\r\n", "\r", "\n- ", "\n# ", " "]


def damaged(seed):
    chance = random.Random(seed)
    text = "\ufeff" if chance.random() < 0.1 else ""
    for _ in range(chance.randrange(1, 60)):
        text += " ".join(chance.choices(WORDS, k=chance.randrange(1, 8)))
        text += chance.choice(ENDS) + chance.choice(BREAKS)
    if chance.random() < 0.5:
        text = text.rstrip("\r\n")  # no line end at the end
    data = text.encode()
    if chance.random() < 0.2:
        at = chance.randrange(len(data))
        data = data[:at] + bytes([chance.choice([0x80, 0xE0, 0xFF])]) + data[at:]
    return data


def limit_file_size():
    signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))


class FixFiles(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def run_it(self, *arguments, stdin=b"", **more):
        return subprocess.run([PROGRAM, "check", *arguments], cwd=self.folder, env=ENVIRONMENT, input=stdin,
                              capture_output=True, check=False, **more)

    def names(self):
        return sorted(path.name for path in self.folder.iterdir())

    def big(self):
        """A file that takes a while, as it is and as it will be."""
        old = "আমরা সকালে নদীর ধারে বসে গল্প করি ।মা রান্না করেন।\n".encode() * 2500
        (self.folder / "a.txt").write_bytes(old)
        new = self.run_it("--fix", "-", stdin=old).stdout
        self.assertNotEqual(old, new)
        self.assertGreater(len(new), 300_000)
        return old, new

    def test_the_diff_is_what_fix_does(self):
        names = [f"{'লেখা ' if i % 5 == 0 else 'a'}{i}.{'md' if i % 4 == 0 else 'txt'}" for i in range(150)]
        texts = {name: damaged(seed) for seed, name in enumerate(names)}

        def write():
            for name, text in texts.items():
                (self.folder / name).write_bytes(text)

        for options in ([], ["--unsafe"]):
            write()
            shown = self.run_it("--diff", *options, ".")
            self.assertEqual(shown.returncode, 1, shown.stderr)
            self.assertEqual({name: (self.folder / name).read_bytes() for name in names}, texts, "--diff wrote")
            self.assertNotEqual(self.run_it("--fix", *options, ".").returncode, 2)
            fixed = {name: (self.folder / name).read_bytes() for name in names}
            self.assertGreater(sum(fixed[name] != texts[name] for name in names), 100)
            tools = [["git", "apply", "-p0", "--whitespace=nowarn", "-"]]
            if shutil.which("patch"):
                tools.append(["patch", "-p0", "--binary", "--silent"])
            for tool in tools:
                write()
                subprocess.run(tool, cwd=self.folder, env=ENVIRONMENT, input=shown.stdout, check=True)
                for name in names:
                    self.assertEqual((self.folder / name).read_bytes(), fixed[name], f"{tool[0]} of {name}")
            self.assertEqual(self.names(), sorted(names))
            # Standard input, and a second run.
            for name in names[:20]:
                run = self.run_it("--fix", *options, "--stdin-filename", name, "-", stdin=texts[name])
                self.assertEqual(run.stdout, fixed[name])
            again = self.run_it("--diff", *options, ".")
            self.assertEqual((again.returncode, again.stdout), (0, b""))

    def test_a_kill_leaves_the_old_or_the_new(self):
        old, new = self.big()
        file = self.folder / "a.txt"
        begin = time.monotonic()
        self.run_it("--fix", "a.txt")
        duration = time.monotonic() - begin
        self.assertEqual(file.read_bytes(), new)
        chance = random.Random(3)
        for i in range(40):
            file.write_bytes(old)
            with subprocess.Popen([PROGRAM, "check", "--fix", "a.txt"], cwd=self.folder, env=ENVIRONMENT,
                                  stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
                # Mostly towards the end, where it writes.
                wait = chance.uniform(0, 1.1) if i % 3 == 0 else chance.uniform(0.7, 1.2)
                time.sleep(wait * duration)
                process.kill()
            self.assertIn(file.read_bytes(), (old, new))
        # A kill between the two steps that give the file its name may leave one; all else goes with the process.
        left = [name for name in self.names() if name != "a.txt"]
        self.assertLessEqual(len(left), 1, left)

    def test_a_full_disk(self):
        old, _ = self.big()
        run = self.run_it("--fix", "a.txt", preexec_fn=limit_file_size)
        self.assertEqual(run.returncode, 2)
        self.assertIn(b"a.txt: cannot write it: File too large", run.stderr)
        self.assertEqual((self.folder / "a.txt").read_bytes(), old)
        self.assertEqual(self.names(), ["a.txt"])

    def test_nowhere_to_write_the_mended_text(self):
        for arguments in (["--fix", "-"], ["--diff", "-"]):
            with open("/dev/full", "wb") as full:
                run = subprocess.run([PROGRAM, "check", *arguments], env=ENVIRONMENT, input="বলে।দুই\n".encode(),
                                     stdout=full, stderr=subprocess.PIPE, check=False)
            self.assertEqual(run.returncode, 2)
            self.assertIn(b"writing failed", run.stderr)

    def test_what_may_not_be_written(self):
        text = "তিনি বলেন।দুই পক্ষ রাজি।\n".encode()
        for name in ("read-only.txt", "fine.txt", "linked.txt"):
            (self.folder / name).write_bytes(text)
        (self.folder / "read-only.txt").chmod(0o444)
        os.link(self.folder / "linked.txt", self.folder / "other-name")
        run = self.run_it("--fix", "--format", "jsonl", "read-only.txt", "fine.txt", "linked.txt", "none.txt")
        self.assertEqual(run.returncode, 2)
        for line in (b"read-only.txt: cannot write it: it is read-only", b"linked.txt: cannot write it: it has other names",
                     b"none.txt"):
            self.assertIn(line, run.stderr)
        self.assertEqual((self.folder / "read-only.txt").read_bytes(), text)
        self.assertEqual((self.folder / "linked.txt").read_bytes(), text)
        self.assertEqual((self.folder / "fine.txt").read_bytes(), text.replace("।দু".encode(), "। দু".encode()))
        self.assertEqual(run.stdout, b"", "nothing is said of a file that could not be replaced")

    def test_one_file_by_many_names(self):
        (self.folder / "a.txt").write_bytes("তিনি বলেন।দুই পক্ষ রাজি।\n".encode() * 500)
        (self.folder / "b.txt").symlink_to("a.txt")
        run = self.run_it("--fix", "--jobs", "4", "a.txt", "./a.txt", "b.txt", str(self.folder / "a.txt"))
        self.assertEqual(run.returncode, 0, run.stderr)
        self.assertNotIn("।দু".encode(), (self.folder / "a.txt").read_bytes())
        self.assertTrue((self.folder / "b.txt").is_symlink())
        self.assertEqual(self.names(), ["a.txt", "b.txt"])


if __name__ == "__main__":
    unittest.main()
