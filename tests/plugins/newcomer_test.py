#!/usr/bin/env python3
"""A newcomer's way from the README to a failing check with three findings, typed and timed.

usage: newcomer_test.py BNLINT

Each step goes to a real shell, and its keys are counted: 200 a minute are a slow typist, and the workflow out of action.yml's first
comment is typed too, not pasted. The push ends at a repository beside, and the workflow runs there as the runner would.
"""

import os
import shutil
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))
import tools
from action_runner import load, run_action, workflow
from tools import ARTICLE, bnlint, check, project, run, skip

KEYS_A_MINUTE = 200
MINUTES = 5


# Getting the program is typed too, but not done once more here: this tree is what it would fetch and build.
GETTING = ["git clone https://git.example.org/newsroom/bnlint", "cd bnlint", "./dev run ../articles/a.txt",
           "sudo install build/release/bnlint /usr/local/bin", "cd .."]


def steps():
    """What the newcomer types in the project, in order."""
    return [
        "bnlint check articles/",
        "bnlint explain danda-glued",
        "mkdir -p .github/workflows",
        "cat > .github/workflows/bnlint.yml <<'END'\n" + workflow() + "END",
        "git add .",
        "git commit -m 'Check our texts'",
        "git push",
    ]


def main():
    tools.need("git")
    try:
        import yaml
    except ImportError:
        skip("python3 has no yaml (Debian: python3-yaml)")
    with project({"articles/a.txt": ARTICLE}, git=True) as root, project({}) as beside:
        (beside / "bin").mkdir()
        shutil.copy(bnlint(), beside / "bin" / "bnlint")
        run("git", "init", "--quiet", "--bare", "--initial-branch=main", beside / "server.git")
        run("git", "remote", "add", "origin", beside / "server.git", cwd=root)
        run("git", "push", "--quiet", "--set-upstream", "origin", "main", cwd=root)
        environment = os.environ | {
            "PATH": f"{beside}/bin:{os.environ['PATH']}", "HOME": str(beside), "BNLINT_LANG": "en",
            "GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@example.org", "GIT_COMMITTER_NAME": "A",
            "GIT_COMMITTER_EMAIL": "a@example.org"}
        typed, waited = sum(len(step) + 1 for step in GETTING), 0.0
        for step in steps():
            typed += len(step) + 1
            begin = time.monotonic()
            done = run("bash", "-c", step, cwd=root, env=environment, expect=None)
            waited += time.monotonic() - begin
            expected = 1 if step.startswith("bnlint check") else 0
            check(done.returncode == expected, f"{step}: {done.returncode}\n{done.stdout}{done.stderr}")
            print(f"{len(step) + 1:4} keys  {step.splitlines()[0]}")
        minutes = typed / KEYS_A_MINUTE + waited / 60
        print(f"{typed} keys and {waited:.1f} s of waiting: {minutes:.1f} minutes")
        check(minutes <= MINUTES, f"{minutes:.1f} minutes are more than {MINUTES}")

        # The server's runner: a fresh checkout, the workflow's steps, the action.
        run("git", "clone", "--quiet", beside / "server.git", beside / "checkout", env=environment)
        job = yaml.safe_load((beside / "checkout/.github/workflows/bnlint.yml").read_text())["jobs"]["text"]
        uses = [step["uses"] for step in job["steps"]]
        check(uses == ["actions/checkout@v4", "newsroom/bnlint@v0.1.0"], uses)
        code, log, summary, outputs = run_action(load(), beside / "checkout",
                                                 {"program": str(bnlint()), "language": "en"})
        found = [line for line in log.splitlines() if line.startswith("::")]
        check(code == 1 and outputs["status"] == "1", (code, log))
        check(len(found) == 3, f"not three findings: {log}")
        check("danda-glued" in summary, summary)
        print("the check failed with three findings:")
        print("\n".join(found))


main()
