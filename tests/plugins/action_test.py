#!/usr/bin/env python3
"""The steps of action.yml run as GitHub's runner would run them; the file itself against GitHub's schema.

usage: action_test.py BNLINT
"""

import shutil
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))
import tools
from action_runner import load, run_action, workflow
from tools import ARTICLE, SOURCE, bnlint, check, project, run


def main():
    validator = tools.pypi("check-jsonschema")
    run(validator, "--builtin-schema", "vendor.github-actions", SOURCE / "action.yml")
    with project({"bnlint.yml": workflow()}) as root:
        run(validator, "--builtin-schema", "vendor.github-workflows", root / "bnlint.yml")
    action = load()
    program = {"program": str(bnlint()), "language": "en"}
    with project({"texts/a b.txt": ARTICLE, "clean.txt": "সব ঠিক আছে।\n"}) as root:
        code, log, summary, outputs = run_action(action, root, program | {"paths": "texts/a b.txt\nclean.txt"})
        check(code == 1 and outputs["status"] == "1", (code, outputs, log))
        check("::error file=texts/a b.txt,line=1,col=11," in log, log)
        check("danda-glued" in summary, summary)
        code, log, summary, outputs = run_action(action, root, program | {"paths": "clean.txt"})
        check(code == 0 and outputs["status"] == "0" and "✓" in summary, (code, log, summary))
        code, log, _, outputs = run_action(action, root, program | {"args": "--select number-mask --exit-zero",
                                                                    "sarif": "out.sarif", "html": "out.html"})
        check(code == 0 and "number-mask" in log and "danda-glued" not in log, log)
        check('"version":"2.1.0"' in (root / "out.sarif").read_text(), "no SARIF")
        check("number-mask" in (root / "out.html").read_text(), "no page")
        code, log, _, outputs = run_action(action, root, program | {"paths": "nowhere"})
        check(code == 2 and outputs["status"] == "2" and "no such file" in log, (code, log))
        # No input becomes shell.
        evil = "clean.txt\n$(touch evil)\n`touch evil`; touch evil"
        run_action(action, root, program | {"paths": evil, "args": "--ignore $(touch${IFS}evil)"})
        check(not (root / "evil").exists(), "an input was run")
        # Without a program it is built, kept, and the next time found; the building itself is what ./dev is tested for.
        home = root / "home"
        (home / ".cache/bnlint-action").mkdir(parents=True)
        shutil.copy(bnlint(), home / ".cache/bnlint-action/bnlint")
        code, log, _, outputs = run_action(action, root, {"paths": "texts", "language": "en"}, home=home)
        check(code == 1 and "danda-glued" in log, (code, log))
    print("the action reports, fails, writes its files, and takes the program from its cache")


main()
