#!/usr/bin/env python3
"""Validates what bnlint reports with the schemas and the programs of those who read it.

usage: formats_test.py BNLINT sarif|junit|checkstyle|rdjson|gitlab

sarif: Microsoft's multitool (npm). junit: the schema of Jenkins' xUnit plugin, as pytest's source package on PyPI
carries it. rdjson: reviewdog's schema, from its Go module. checkstyle: our own schema, for there is no other.
gitlab: the keys that GitLab's documentation demands, for its schema comes in no package.
"""

import json
import os
import sys
import tarfile
import xml.etree.ElementTree as ElementTree
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))
import tools
from tools import ARTICLE, bnlint, check, project, run, skip

# Lines whose columns, bytes and UTF-16 units differ, markup, controls, broken bytes, long lines.
ODD = (
    "😀 সে বলল\u200b, ২০1৫ সালে  XNUMX জন।\n"
    "\x1b[31mলাল\x1b[0m \"উদ্ধৃতি\" <b>&amp;</b> \\ {{name}}।\r\n"
    "তােমরা কথা বলো৷\n"
    + "একটি দীর্ঘ বাক্য লেখা হলো। " * 60 + "তিনি এলেন।সবাই বসল।\n"
).encode() + b"\xe0\xa6 \xff \xe0\xa6\x95\n"
FILES = {"a.txt": ARTICLE, "odd <&\"'> #1.txt": ODD, "clean.txt": "সব ঠিক আছে।\n"}
PYTEST = "pytest==8.4.2"
PYTEST_SHA256 = "86c0d0b93306b961d58d62a4db4879f27fe25513d4b969df351abdddb3c30e01"


def report(root, form, *arguments, expect=1):
    return run(bnlint(), "check", "--lang", "en", "--format", form, *(arguments or ["./"]), cwd=root,
               expect=expect).stdout


def findings(root):
    return [json.loads(line) for line in report(root, "jsonl").splitlines()]


def xmllint(schema, text, root, valid=True):
    tools.need("xmllint")
    (root / "report.xml").write_text(text, encoding="utf-8")
    done = run("xmllint", "--noout", "--schema", schema, root / "report.xml", expect=None)
    check((done.returncode == 0) == valid, f"xmllint said {done.returncode}, expected valid={valid}: {done.stderr}")


def junit_schema():
    kept = tools.TOOLS / "junit-10.xsd"
    with tools.locked():
        if not kept.exists():
            requirements = tools.TOOLS / "pytest.txt"
            requirements.write_text(f"{PYTEST} --hash=sha256:{PYTEST_SHA256}\n")
            venv = tools.TOOLS / "venv"
            if not (venv / "bin" / "pip").exists():
                tools.install([sys.executable, "-m", "venv", venv], "a virtual environment (Debian: python3-venv)")
            # Built is nothing: the package is only asked for its metadata.
            tools.install([venv / "bin" / "pip", "download", "--quiet", "--no-deps", "--no-binary", "pytest",
                           "--require-hashes", "--dest", tools.TOOLS, "--requirement", requirements], PYTEST)
            with tarfile.open(tools.TOOLS / "pytest-8.4.2.tar.gz") as package:
                text = package.extractfile("pytest-8.4.2/testing/example_scripts/junit-10.xsd").read()
            kept.write_bytes(text)
    return kept


def test_sarif(root):
    modules = tools.npm("@microsoft/sarif-multitool")
    program = modules / "@microsoft/sarif-multitool-linux/Sarif.Multitool"
    if not program.exists():
        skip("the multitool has no program for this system")
    program.chmod(0o755)
    text = report(root, "sarif")
    (root / "valid.sarif").write_text(text, encoding="utf-8")
    (root / "broken.sarif").write_text(text.replace('"startLine":', '"startLine":-'), encoding="utf-8")
    environment = os.environ | {"DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1", "DOTNET_BUNDLE_EXTRACT_BASE_DIR": str(root)}
    for name, valid in (("valid", True), ("broken", False)):
        output = root / f"{name}.result"
        done = run(program, "validate", root / f"{name}.sarif", "--output", output, "--log", "ForceOverwrite",
                   env=environment, expect=None)
        check(output.exists(), f"the multitool wrote nothing: {done.stdout}{done.stderr}")
        results = json.loads(output.read_text(encoding="utf-8-sig"))["runs"][0].get("results", [])
        errors = [result for result in results if result.get("level", "warning") == "error"]
        check(bool(errors) != valid, f"{name}: {json.dumps(errors)[:2000]}")
        if valid:
            print("remarks of the multitool:", sorted({r["ruleId"] for r in results}))


def test_junit(root):
    text = report(root, "junit")
    schema = junit_schema()
    xmllint(schema, text, root)
    xmllint(schema, text.replace("<testcase ", "<case ").replace("</testcase>", "</case>"), root, valid=False)
    suites = ElementTree.fromstring(text)
    names = [suite.get("name") for suite in suites]
    check(sorted(names) == sorted(FILES), names)
    failing = [finding for finding in findings(root) if finding["severity"] != "info"]
    check(len(failing) == len(suites.findall(".//failure")) == sum(int(s.get("failures")) for s in suites), text)
    for suite in suites:
        check(int(suite.get("tests")) == len(suite.findall("testcase")), suite.attrib)
    strict = ElementTree.fromstring(run(bnlint(), "check", "--format", "junit", "--fail-on", "error", ".", cwd=root,
                                        expect=1).stdout)
    check({f.get("type") for f in strict.findall(".//failure")} == {"error"}, "--fail-on error")


def test_checkstyle(root):
    text = report(root, "checkstyle")
    schema = Path(__file__).parent / "checkstyle.xsd"
    xmllint(schema, text, root)
    xmllint(schema, text.replace('severity="error"', 'severity="fatal"'), root, valid=False)
    found = [(file.get("name"), int(error.get("line")), int(error.get("column")), error.get("message"))
             for file in ElementTree.fromstring(text) for error in file]
    expected = [(f["path"], f["start"]["line"], f["start"]["column"]) for f in findings(root)]
    check([entry[:3] for entry in found] == expected, found)


def test_rdjson(root):
    try:
        import jsonschema
    except ImportError:
        skip("python3 has no jsonschema (Debian: python3-jsonschema)")
    program, source = tools.go("reviewdog")
    schema = json.loads((source / "proto/rdf/jsonschema/DiagnosticResult.json").read_text())
    text = report(root, "rdjson")
    log = json.loads(text)
    jsonschema.validate(log, schema)
    broken = json.loads(text)
    broken["diagnostics"][0]["severity"] = "FATAL"
    check(not jsonschema.Draft4Validator(schema).is_valid(broken), "the schema lets a wrong severity through")
    expected = findings(root)
    check(len(log["diagnostics"]) == len(expected), text)
    suggestions = 0
    for diagnostic, finding in zip(log["diagnostics"], expected):
        lines = (root / diagnostic["location"]["path"]).read_bytes().splitlines(keepends=True)

        def offset(position):
            return sum(map(len, lines[: position["line"] - 1])) + position["column"] - 1

        place = diagnostic["location"]["range"]
        check(offset(place["start"]) == finding["start"]["byte"], (diagnostic, finding))
        check(offset(place["end"]) == finding["end"]["byte"], (diagnostic, finding))
        whole = b"".join(lines)
        for suggestion, fix in zip(diagnostic.get("suggestions", []), finding["fixes"]):
            suggestions += 1
            by_range = (whole[: offset(suggestion["range"]["start"])] + suggestion["text"].encode()
                        + whole[offset(suggestion["range"]["end"]):])
            by_edits = whole
            for edit in reversed(fix["edits"]):
                by_edits = by_edits[: edit["start"]] + edit["text"].encode() + by_edits[edit["end"]:]
            check(by_range == by_edits, (suggestion, fix))
    check(suggestions >= 4, f"only {suggestions} suggestions to look at")
    # reviewdog itself, on the formats of ours that it reads.
    for form in ("rdjson", "checkstyle", "sarif"):
        shown = run("bash", "-c", '"$0" check --lang en -f "$1" ./ | "$2" -f="$1" -reporter=local -filter-mode=nofilter',
                    bnlint(), form, program, cwd=root, expect=None)
        check(shown.stdout.count("a.txt") >= 3, f"{form}: {shown.stdout}{shown.stderr}")


def test_gitlab(root):
    text = report(root, "gitlab")
    issues = json.loads(text)
    expected = findings(root)
    check(len(issues) == len(expected) > 5, text)
    prints = [issue["fingerprint"] for issue in issues]
    check(len(set(prints)) == len(prints), "two findings share a fingerprint")
    for issue, finding in zip(issues, expected):
        check(issue["severity"] in ("info", "minor", "major", "critical", "blocker"), issue)
        check(isinstance(issue["description"], str) and "\n" not in issue["description"], issue)
        check(isinstance(issue["check_name"], str), issue)
        check(issue["location"]["path"] == finding["path"].removeprefix("./"), issue)
        check(issue["location"]["lines"]["begin"] == finding["start"]["line"], issue)
    # Moved lines keep their fingerprints, and so do findings before a new one.
    (root / "a.txt").write_text("নতুন প্রথম লাইন।\n\n" + ARTICLE + "\nঘর বানাব।তুমি এসো।\n", encoding="utf-8")
    moved = {issue["fingerprint"] for issue in json.loads(report(root, "gitlab"))}
    check(set(prints) < moved, "a fingerprint was lost when lines moved")
    check(json.loads(report(root, "gitlab", "clean.txt", expect=0)) == [], "a clean file has issues")


def main():
    test = globals()[f"test_{sys.argv[2]}"]
    with project(FILES) as root:
        test(root)


main()
