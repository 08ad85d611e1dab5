"""Runs the steps of action.yml as GitHub's runner would: the expressions that they use, a file for outputs and one for the
summary. Steps that use other actions are left out."""

import os
import re

from tools import SOURCE, check, run, skip


def load():
    try:
        import yaml
    except ImportError:
        skip("python3 has no yaml (Debian: python3-yaml)")
    return yaml.safe_load((SOURCE / "action.yml").read_text(encoding="utf-8"))


def workflow():
    """The file that the comment at the top of action.yml tells a project to make."""
    lines = (SOURCE / "action.yml").read_text(encoding="utf-8").splitlines()
    example = [line[4:] for line in lines[: lines.index("name: bnlint")] if line.startswith("#   ")]
    check(example and example[0] == "name: bnlint", example)
    return "\n".join(example).replace("OWNER", "newsroom") + "\n"


def value_of(expression, inputs, action_path, steps):
    """The few expressions that our steps use."""
    def one(match):
        name = match[1].strip()
        if name.startswith("inputs."):
            return inputs[name.removeprefix("inputs.")]
        if name == "github.action_path":
            return str(action_path)
        found = re.fullmatch(r"steps\.(\w+)\.outputs\.(\w+)", name)
        check(found, f"an expression that the test does not know: {name}")
        return steps.get(found[1], {}).get(found[2], "")
    return re.sub(r"\$\{\{(.*?)\}\}", one, expression)


def holds(condition, inputs):
    if condition is None:
        return True
    found = re.fullmatch(r"inputs\.([\w-]+) == ''", condition)
    check(found, f"a condition that the test does not know: {condition}")
    return inputs[found[1]] == ""


def outputs_of(path):
    return dict(line.split("=", 1) for line in path.read_text().splitlines() if "=" in line)


def run_action(action, root, given, home=None):
    """Runs the composite action; returns exit code, output, summary and outputs."""
    inputs = {name: entry.get("default", "") for name, entry in action["inputs"].items()} | given
    steps, log, code = {}, "", 0
    files = {name: root / f".runner-{name}" for name in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY")}
    for number, step in enumerate(action["runs"]["steps"]):
        if not holds(step.get("if"), inputs) or "uses" in step:
            continue
        check(step["shell"] == "bash", step)
        for path in files.values():
            path.write_text("" if path.name.endswith("OUTPUT") or not path.exists() else path.read_text())
        environment = os.environ | {name: str(path) for name, path in files.items()}
        environment |= {name: value_of(str(text), inputs, SOURCE, steps) for name, text in step.get("env", {}).items()}
        if home:
            environment["HOME"] = str(home)
        script = root / f".runner-{number}.sh"
        script.write_text(value_of(step["run"], inputs, SOURCE, steps))
        done = run("bash", "--noprofile", "--norc", "-eo", "pipefail", script, cwd=root, env=environment, expect=None)
        log += done.stdout + done.stderr
        if "id" in step:
            steps[step["id"]] = outputs_of(files["GITHUB_OUTPUT"])
        if done.returncode != 0:
            code = done.returncode
            break
    outputs = {name: value_of(entry["value"], inputs, SOURCE, steps) for name, entry in action["outputs"].items()}
    summary = files["GITHUB_STEP_SUMMARY"].read_text()
    for path in root.glob(".runner-*"):
        path.unlink()
    return code, log, summary, outputs
