#!/usr/bin/env python3
"""--baseline, --changed-since (with the real git), --unused-words --fix, --watch and the progress bar, on real files.

    old_findings_test.py BNLINT
"""
import json
import os
import pty
import re
import select
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path

PROGRAM = Path(sys.argv.pop(1)).resolve()
ENVIRONMENT = {name: value for name, value in os.environ.items() if not name.startswith("GIT_") and name != "CI"}
ENVIRONMENT |= {
    "XDG_CONFIG_HOME": "/nowhere",
    "BNLINT_LANG": "en",
    "TERM": "xterm",
    "GIT_CONFIG_GLOBAL": "/dev/null",
    "GIT_CONFIG_NOSYSTEM": "1",
}
for who in ("AUTHOR", "COMMITTER"):
    ENVIRONMENT |= {f"GIT_{who}_NAME": "ক", f"GIT_{who}_EMAIL": "a@example.org"}

GLUED = "তিনি এলেন।সবাই বসল।"
MENDED = "তিনি এলেন। সবাই বসল।"
SPACED = "সবাই বসল ।"
CLEAN = "আকাশ লাল ছিল।"


class Files(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name).resolve()

    def write(self, name, *lines):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("".join(line + "\n" for line in lines))

    def read(self, name):
        return (self.folder / name).read_text()

    def bnlint(self, *arguments, cwd=".", env=None, stdin=None):
        return subprocess.run(
            [PROGRAM, "check", *arguments],
            cwd=self.folder / cwd,
            env=env or ENVIRONMENT,
            input=stdin,
            capture_output=True,
            text=True,
            check=False,
        )

    def found(self, *arguments, **more):
        """(file:line, rule) of all findings."""
        run = self.bnlint("--format", "jsonl", *arguments, **more)
        self.assertIn(run.returncode, (0, 1), run.stderr)
        findings = [json.loads(line) for line in run.stdout.splitlines()]
        self.assertEqual(run.returncode, 1 if findings else 0)
        return [(f"{f['path']}:{f['start']['line']}", f["rule"]) for f in findings]


class BaselineTest(Files):
    def test_hides_what_was_there(self):
        self.write("texts/a.txt", GLUED, "", CLEAN)
        self.write("texts/sub/b.md", SPACED)
        made = self.bnlint("--baseline", "texts/old.json", "--write-baseline", "texts")
        self.assertEqual((made.returncode, made.stderr), (0, "texts/old.json: 2 findings written\n"))
        baseline = json.loads(self.read("texts/old.json"))
        self.assertEqual(list(baseline["files"]), ["a.txt", "sub/b.md"])
        self.assertEqual(self.found("--baseline", "texts/old.json", "texts"), [])
        # From elsewhere too: names count from the baseline.
        self.assertEqual(self.found("--baseline", "../old.json", "b.md", cwd="texts/sub"), [])
        self.write("texts/a.txt", CLEAN, "", SPACED, "", GLUED)
        self.assertEqual(self.found("--baseline", "texts/old.json", "texts"), [("texts/a.txt:3", "PUN003")])
        full = self.bnlint("--baseline", "texts/old.json", "texts")
        self.assertIn("2 known from the baseline", full.stdout)

    def test_goes_into_reports(self):
        self.write("a.md", GLUED, "", SPACED + " <!-- bnlint: ignore[PUN003] house style -->")
        self.bnlint("--baseline", "old.json", "--write-baseline", "a.md")
        report = json.loads(self.bnlint("--baseline", "old.json", "--format", "json", "a.md").stdout)
        self.assertEqual(report["summary"]["suppressed"], {"comment": 1, "baseline": 1})
        self.assertEqual(report["findings"], [])
        sarif = json.loads(self.bnlint("--baseline", "old.json", "--format", "sarif", "a.md").stdout)
        told = {r["ruleId"]: r["suppressions"] for r in sarif["runs"][0]["results"]}
        self.assertEqual(
            told, {"PUN003": [{"kind": "inSource", "justification": "house style"}], "PUN002": [{"kind": "external"}]}
        )

    def test_is_pruned(self):
        self.write("a.txt", GLUED, "", SPACED)
        self.write("b.txt", GLUED)
        self.write("c.txt", GLUED)
        self.bnlint("--baseline", "old.json", "--write-baseline", ".")
        self.write("a.txt", MENDED, "", SPACED)
        os.remove(self.folder / "c.txt")
        run = self.bnlint("--baseline", "old.json", "a.txt")
        self.assertEqual(run.returncode, 0)
        self.assertIn("old.json: a.txt: PUN002: 1 no longer there", run.stderr)
        self.assertNotIn("b.txt", run.stderr)  # it was not linted
        # A rule that did not run says nothing about its findings.
        self.assertNotIn("a.txt: PUN002", self.bnlint("--baseline", "old.json", "--select", "PUN003", "a.txt").stderr)
        pruned = self.bnlint("--baseline", "old.json", "--prune-baseline", "a.txt")
        self.assertEqual((pruned.returncode, pruned.stderr), (0, "old.json: 2 removed, 2 kept\n"))
        files = json.loads(self.read("old.json"))["files"]
        self.assertEqual({name: [key[:6] for key in keys] for name, keys in files.items()},
                         {"a.txt": ["PUN003"], "b.txt": ["PUN002"]})
        self.write("a.txt", GLUED, "", SPACED)
        self.assertEqual(self.found("--baseline", "old.json", "."), [("a.txt:1", "PUN002")])

    def test_keeps_fixes_away(self):
        self.write("a.txt", GLUED, "", CLEAN)
        self.bnlint("--baseline", "old.json", "--write-baseline", "a.txt")
        self.write("a.txt", SPACED, "", GLUED, "", "মা এলেন।বাবা বসলেন।")
        run = self.bnlint("--baseline", "old.json", "--fix", "--format", "concise", "a.txt")
        self.assertEqual(run.returncode, 0, run.stdout)
        self.assertEqual(self.read("a.txt"), f"সবাই বসল।\n\n{GLUED}\n\nমা এলেন। বাবা বসলেন।\n")

    def test_bad_ones_are_told(self):
        self.write("a.txt", GLUED)
        for text, place in (("{\n  nonsense\n}\n", "old.json:2:"), ('{"bnlint_baseline": 9}', "old.json:1:")):
            (self.folder / "old.json").write_text(text)
            run = self.bnlint("--baseline", "old.json", "a.txt")
            self.assertEqual((run.returncode, run.stdout), (2, ""))
            self.assertIn(place, run.stderr)
            # Pruning does not put something else in its place.
            self.bnlint("--baseline", "old.json", "--prune-baseline", "a.txt")
            self.assertEqual(self.read("old.json"), text)
        run = self.bnlint("--baseline", "none.json", "a.txt")
        self.assertEqual(run.returncode, 2)
        self.assertIn("--write-baseline makes one", run.stderr)
        for options in (["--write-baseline"], ["--baseline", "x", "--write-baseline", "--fix"]):
            self.assertEqual(self.bnlint(*options, "a.txt").returncode, 2)
        self.assertEqual(sorted(os.listdir(self.folder)), ["a.txt", "old.json"])


@unittest.skipUnless(shutil.which("git"), "git is not installed")
class ChangedSinceTest(Files):
    def git(self, *arguments):
        subprocess.run(["git", *arguments], cwd=self.folder, env=ENVIRONMENT, check=True, capture_output=True)

    def setUp(self):
        super().setUp()
        self.git("init", "-q", "-b", "main")
        self.write("a.txt", GLUED, "", CLEAN, "", GLUED)
        self.write("নাম \"ক\".md", SPACED)
        self.write("sub/moved.txt", GLUED, *["", CLEAN] * 9)
        self.write("same.txt", GLUED)
        self.git("add", ".")
        self.git("commit", "-q", "-m", "one")
        self.git("tag", "start")

    def test_reports_only_changed_lines(self):
        self.assertEqual(self.found("--changed-since", "HEAD", "."), [])
        self.write("a.txt", GLUED, "", SPACED, "", CLEAN, "", GLUED)
        self.write("নাম \"ক\".md", CLEAN, "", SPACED, "", "আর " + SPACED)
        self.git("mv", "sub/moved.txt", "sub/here.txt")
        self.write("sub/here.txt", GLUED, *["", CLEAN] * 9, "", GLUED)
        self.write("sub/new.txt", GLUED)
        expected = [
            ("a.txt:3", "PUN003"),
            ("sub/here.txt:21", "PUN002"),
            ("sub/new.txt:1", "PUN002"),
            ("নাম \"ক\".md:5", "PUN003"),
        ]
        self.assertEqual(self.found("--changed-since", "HEAD", "."), expected)
        # From a directory below, by other names, and after the change was committed.
        below = [("here.txt:21", "PUN002"), ("new.txt:1", "PUN002"), ("../a.txt:3", "PUN003")]
        self.assertEqual(self.found("--changed-since", "start", ".", "../a.txt", cwd="sub"), below)
        self.git("config", "diff.noprefix", "true")
        self.git("config", "diff.external", "false")
        self.git("config", "color.ui", "always")
        self.git("add", ".")
        self.git("commit", "-q", "-m", "two")
        self.assertEqual(self.found("--changed-since", "start", "."), expected)
        self.assertEqual(self.found("--changed-since", "HEAD", "."), [])
        other = self.found("--changed-since", "start", str(self.folder / "a.txt"), cwd="/")
        self.assertEqual(other, [(f"{self.folder}/a.txt:3", "PUN003")])

    def test_keeps_fixes_to_them(self):
        self.write("a.txt", GLUED, "", "মা এলেন।বাবা বসলেন।", "", GLUED)
        diff = self.bnlint("--changed-since", "HEAD", "--diff", "a.txt")
        self.assertEqual([line for line in diff.stdout.splitlines() if re.match(r"[-+][^-+]", line)],
                         ["-মা এলেন।বাবা বসলেন।", "+মা এলেন। বাবা বসলেন।"])
        run = self.bnlint("--changed-since", "HEAD", "--fix", "a.txt")
        self.assertEqual(run.returncode, 0)
        self.assertEqual(self.read("a.txt"), f"{GLUED}\n\nমা এলেন। বাবা বসলেন।\n\n{GLUED}\n")

    def test_a_word_told_once_is_told_where_it_is_new(self):
        word = "কুলাউড়াইলক ছিল।"
        self.write("w.txt", word, "", word)
        self.git("add", ".")
        self.git("commit", "-q", "-m", "words")
        self.write("w.txt", word, "", word, "", word)
        self.assertEqual(self.found("--changed-since", "HEAD", "w.txt"), [("w.txt:5", "SPL001")])

    def test_says_what_is_wrong(self):
        run = self.bnlint("--changed-since", "no-such-branch", "a.txt")
        self.assertEqual((run.returncode, run.stdout), (2, ""))
        self.assertIn("bad revision 'no-such-branch'", run.stderr)
        self.assertEqual(self.bnlint("--changed-since=--output=x", "a.txt").returncode, 2)
        self.assertFalse((self.folder / "x").exists())
        empty = self.bnlint("--changed-since", "HEAD", "a.txt", env={**ENVIRONMENT, "PATH": "/nowhere"})
        self.assertEqual(empty.returncode, 2)
        self.assertIn("needs git", empty.stderr)
        with tempfile.TemporaryDirectory() as outside:
            (Path(outside) / "a.txt").write_text(GLUED)
            run = self.bnlint("--changed-since", "HEAD", outside)
            self.assertEqual(run.returncode, 2)
            self.assertIn("lies in no git repository", run.stderr)


class UnusedWordsTest(Files):
    def test_are_removed(self):
        self.write("a.txt", "কুলাউড়াইলক ছিল।")
        self.write("bnlint-words.txt", "# names", "কুলাউড়াইলক", "টাঙ্গুয়াইলক  # a lake", "", "বান্দরবাইলক*")
        run = self.bnlint("--unused-words", "--format", "concise", "a.txt")
        self.assertEqual(run.returncode, 1)
        run = self.bnlint("--unused-words", "--fix", "--format", "concise", "a.txt")
        self.assertEqual(run.returncode, 0, run.stdout)
        self.assertIn("bnlint-words.txt: 2 removed", run.stderr)
        self.assertEqual(self.read("bnlint-words.txt"), "# names\nকুলাউড়াইলক\n\n")
        self.assertEqual(self.bnlint("--unused-words", "a.txt").returncode, 0)


class TerminalTest(Files):
    """What needs a terminal, or time."""

    def on_terminal(self, *arguments, env=None):
        """Both outputs of the program on a terminal of its own."""
        master, slave = pty.openpty()
        process = subprocess.Popen(
            [PROGRAM, "check", *arguments], cwd=self.folder, env=env or ENVIRONMENT, stdin=slave, stdout=slave, stderr=slave
        )
        os.close(slave)
        self.addCleanup(process.wait)
        self.addCleanup(process.kill)
        self.addCleanup(os.close, master)
        return process, master

    def read_until(self, master, enough, seconds=60):
        text = b""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if select.select([master], [], [], 0.1)[0]:
                try:
                    data = os.read(master, 65536)
                except OSError:
                    break
                if not data:
                    break
                text += data
            if enough(text.decode(errors="replace")):
                break
        return text.decode(errors="replace")

    def test_a_bar_on_a_terminal_only(self):
        for i in range(40):
            self.write(f"{i:02}.txt", *["নদী জাগে। আকাশ লাল। মাঠে আলো। সকালে মা বাজারে যান।"] * 2000)
        options = ["--jobs", "1", "--format", "concise", "."]
        started = time.monotonic()
        process, master = self.on_terminal(*options)
        text = self.read_until(master, lambda _: False)
        if time.monotonic() - started < 1.5:
            self.skipTest("too fast for a bar")
        self.assertRegex(text, r"█+░* \d+/40 files  [\d.]+ MB  [\d.]+ [MK]B/s  ETA \d+:\d\d\x1b\[K")
        # It is gone at the end.
        self.assertRegex(text, r"\r\x1b\[K[^█]*$")
        self.assertEqual(process.wait(), 0)
        for more, env in ((["--no-progress"], None), ([], {**ENVIRONMENT, "CI": "true"})):
            _, master = self.on_terminal(*more, *options, env=env)
            self.assertNotIn("█", self.read_until(master, lambda _: False))
        self.assertEqual(self.bnlint(*options).stderr, "")

    def test_watch_lints_again(self):
        self.write("a.txt", CLEAN)
        process, master = self.on_terminal("--watch", "--format", "concise", ".")
        self.assertIn("No problems", self.read_until(master, lambda text: "No problems" in text))
        self.write("a.txt", GLUED)
        text = self.read_until(master, lambda text: "PUN002" in text and "1 problem" in text)
        self.assertIn("a.txt:1:", text)
        self.assertIn("\x1b[2J", text)
        self.write("new.txt", SPACED)
        self.assertIn("new.txt:1:", self.read_until(master, lambda text: "new.txt" in text))
        os.remove(self.folder / "new.txt")
        text = self.read_until(master, lambda text: "1 problem" in text)
        self.assertNotIn("new.txt", text)
        # Nothing happens while nothing changes.
        self.assertEqual(self.read_until(master, lambda _: False, seconds=1.5), "")
        process.send_signal(signal.SIGINT)
        self.assertEqual(process.wait(10), -signal.SIGINT)

    def test_watch_does_not_watch_itself(self):
        self.write("a.txt", GLUED)
        process, master = self.on_terminal("--watch", "--fix", "--format", "concise", "a.txt")
        self.read_until(master, lambda text: "Fixed" in text)
        self.assertEqual(self.read("a.txt"), MENDED + "\n")
        self.assertEqual(self.read_until(master, lambda _: False, seconds=1.5), "")
        self.write("a.txt", GLUED, "", GLUED)
        self.read_until(master, lambda text: "Fixed" in text)
        self.assertEqual(self.read("a.txt"), f"{MENDED}\n\n{MENDED}\n")
        process.send_signal(signal.SIGINT)
        process.wait(10)

    def test_watch_refuses_standard_input(self):
        self.assertEqual(self.bnlint("--watch", "-", stdin=CLEAN).returncode, 2)


if __name__ == "__main__":
    unittest.main()
