#!/usr/bin/env python3
"""The real pre-commit runs .pre-commit-hooks.yaml of this tree on a repository of its own.

usage: pre_commit_test.py BNLINT
"""

import os
import shutil
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))
import tools
from tools import ARTICLE, bnlint, check, commit, project, run

CONFIG = """repos:
  - repo: {hooks}
    rev: {revision}
    hooks:
      - id: {hook}
        args: [--dictionary, none]
"""


def main():
    tools.need("git")
    pre_commit = tools.pypi("pre-commit")
    with project({".pre-commit-hooks.yaml": (tools.SOURCE / ".pre-commit-hooks.yaml").read_bytes()}, git=True) as hooks, \
            project({"notes/a.txt": ARTICLE, "notes/b.md": "সব ঠিক আছে।\n", "x.py": "# ক।খ\n"}, git=True) as root:
        (root / "bin").mkdir()
        shutil.copy(bnlint(), root / "bin" / "bnlint")
        (root / ".gitignore").write_text("/bin/\n/home/\n")
        environment = os.environ | {"PATH": f"{root}/bin:{os.environ['PATH']}", "HOME": str(root / "home"),
                                    "PRE_COMMIT_HOME": str(root / "home/pre-commit"), "BNLINT_LANG": "en",
                                    "GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@example.org",
                                    "GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": "a@example.org"}
        revision = run("git", "rev-parse", "HEAD", cwd=hooks).stdout.strip()
        run(pre_commit, "validate-manifest", hooks / ".pre-commit-hooks.yaml", env=environment)

        def use(hook):
            (root / ".pre-commit-config.yaml").write_text(CONFIG.format(hooks=hooks, revision=revision, hook=hook))
            run("git", "add", "--all", cwd=root)

        use("bnlint")
        found = run(pre_commit, "run", "--all-files", cwd=root, env=environment, expect=1).stdout
        for rule in ("PUN002 danda-glued", "PLH001 number-mask"):
            check(f"{rule}" in found, found)
        check("x.py" not in found and "b.md" not in found, f"a file that is not its own: {found}")

        # As git runs it: a commit with findings is refused, one without is made.
        run(pre_commit, "install", cwd=root, env=environment)
        (root / "notes/a.txt").write_text(ARTICLE + "আর একটি লাইন।\n", encoding="utf-8")
        run("git", "add", "--all", cwd=root)
        refused = run("git", "commit", "--message", "With findings", cwd=root, env=environment, expect=1)
        check("danda-glued" in refused.stdout + refused.stderr, refused.stdout + refused.stderr)
        (root / "notes/a.txt").write_text(ARTICLE.replace("XNUMX", "২০১৯"), encoding="utf-8")
        use("bnlint-fix")
        mended = run(pre_commit, "run", "--all-files", cwd=root, env=environment, expect=1).stdout
        check("files were modified by this hook" in mended, mended)
        check("এলেন। সবাই" in (root / "notes/a.txt").read_text(encoding="utf-8"), "the fix was not applied")
        use("bnlint-fix")
        run(pre_commit, "run", "--all-files", cwd=root, env=environment)
        use("bnlint")
        run("git", "commit", "--message", "Without", cwd=root, env=environment)
        print("pre-commit refused a commit with findings, mended it, and let it through")


main()
