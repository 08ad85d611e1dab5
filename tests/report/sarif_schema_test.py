#!/usr/bin/env python3
"""Validates what `bnlint check --format sarif` writes against the official SARIF 2.1.0 schema.

usage: BNLINT_PROGRAM=.../bnlint sarif_schema_test.py CACHE_DIRECTORY

The schema (OASIS, 112 kB) comes out of the source package of sarif-pydantic on PyPI, at a version
and a hash, and is kept in the cache directory. Needs python3 with jsonschema, and pip or venv the
first time. Exit code 77 (ctest: skipped) when those or the package cannot be had.
"""

import copy
import hashlib
import json
import os
import subprocess
import sys
import tarfile
import tempfile
import urllib.parse
from pathlib import Path

PACKAGE = "sarif-pydantic==0.6.2"
PACKAGE_SHA256 = "634df2784533fcac8e86f0c60a0e45ead1d35452dc2331d32596275595906e7f"
SCHEMA_NAME = "sarif-schema-2.1.0.json"
SCHEMA_SHA256 = "6352a05f9d03f181b8d9c71a46bdacc4fcff9d8ade5364858b425ba0c0994ed7"
SKIP = 77

# Faults that need no dictionary, in lines whose columns, bytes and UTF-16 units all differ.
SAMPLE = (
    "তিনি এলেন।সবাই বসল।\n"
    "😀 সে বলল\u200b, ২০1৫ সালে  XNUMX জন।\n"
    "\x1b[31mলাল\x1b[0m \"উদ্ধৃতি\" \\ {{name}}।\r\n"
    "তােমরা কথা বলো৷\n"
).encode() + b"\xe0\xa6 \xff \xe0\xa6\x95\n"


def skip(why):
    print("SKIPPED:", why)
    sys.exit(SKIP)


def fail(why):
    print("FAILED:", why)
    sys.exit(1)


def pip_command(cache):
    """pip as it is, or else in a venv of our own."""
    ready = subprocess.run([sys.executable, "-m", "pip", "--version"], capture_output=True)
    if ready.returncode == 0:
        return [sys.executable, "-m", "pip"]
    venv = cache / "venv"
    made = subprocess.run([sys.executable, "-m", "venv", venv], capture_output=True, text=True)
    if made.returncode != 0:
        skip("neither pip nor venv works here (Debian: python3-venv): " + made.stdout.strip())
    return [venv / "bin" / "python", "-m", "pip"]


def download_package(cache):
    requirements = cache / "requirements.txt"
    requirements.write_text(f"{PACKAGE} --hash=sha256:{PACKAGE_SHA256}\n")
    # Only the source package holds the schema.
    done = subprocess.run(
        [*pip_command(cache), "download", "--quiet", "--disable-pip-version-check", "--no-deps",
         "--no-binary", "sarif-pydantic", "--require-hashes", "--timeout", "20", "--retries", "1",
         "--dest", cache, "--requirement", requirements],
        capture_output=True, text=True, stdin=subprocess.DEVNULL)
    if "DO NOT MATCH THE HASHES" in done.stderr:
        fail("the package is not the one we know:\n" + done.stderr)
    if done.returncode != 0:
        skip("pip could not download " + PACKAGE + ":\n" + done.stderr)


def load_schema(cache):
    cache.mkdir(parents=True, exist_ok=True)
    kept = cache / SCHEMA_NAME
    if not kept.exists():
        download_package(cache)
        name = PACKAGE.replace("-", "_").replace("==", "-")
        with tarfile.open(cache / f"{name}.tar.gz") as package:
            fetched = cache / f"{SCHEMA_NAME}.{os.getpid()}"
            fetched.write_bytes(package.extractfile(f"{name}/{SCHEMA_NAME}").read())
        fetched.replace(kept)  # at once: two presets may be tested at the same time
    text = kept.read_bytes()
    if hashlib.sha256(text).hexdigest() != SCHEMA_SHA256:
        fail(f"{kept} is not the schema we know; delete it")
    return json.loads(text)


def run(program, arguments, directory):
    done = subprocess.run([program, "check", "--format", "sarif", *arguments],
                          capture_output=True, cwd=directory)
    if done.returncode not in (0, 1):
        fail(f"exit code {done.returncode}: {done.stderr.decode(errors='replace')}")
    return json.loads(done.stdout.decode("utf-8"))


def check_places(log, directory):
    """What the schema cannot know: every region means the same by lines as by bytes."""
    rules = log["runs"][0]["tool"]["driver"]["rules"]
    for result in log["runs"][0]["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"], result
        locations = result["locations"] + result.get("relatedLocations", [])
        for location in locations:
            check_region(location["physicalLocation"]["artifactLocation"],
                         location["physicalLocation"]["region"], directory)
        for fix in result.get("fixes", []):
            for change in fix["artifactChanges"]:
                for replacement in change["replacements"]:
                    check_region(change["artifactLocation"], replacement["deletedRegion"],
                                 directory)


def check_region(artifact, region, directory):
    text = (directory / urllib.parse.unquote(artifact["uri"])).read_bytes()
    if "startLine" not in region:
        return
    begin = region["byteOffset"]
    for which, offset in (("start", begin), ("end", begin + region["byteLength"])):
        before = text[:offset].replace(b"\r\n", b" \n").replace(b"\r", b"\n").split(b"\n")
        column = len(before[-1].decode("utf-8", errors="replace")) + 1
        assert region[which + "Line"] == len(before), (region, which)
        assert region[which + "Column"] == column, (region, which, column)


def mutations(log):
    """Copies of a valid log with one fault each, which the validator must find."""
    def mutated(change):
        other = copy.deepcopy(log)
        change(other, other["runs"][0]["results"][0])
        return other

    def region(result):
        return result["locations"][0]["physicalLocation"]["region"]

    yield "no version", mutated(lambda log, result: log.pop("version"))
    yield "wrong version", mutated(lambda log, result: log.update(version="2.0.0"))
    yield "no tool", mutated(lambda log, result: log["runs"][0].pop("tool"))
    yield "no message", mutated(lambda log, result: result.pop("message"))
    yield "wrong level", mutated(lambda log, result: result.update(level="info"))
    yield "line 0", mutated(lambda log, result: region(result).update(startLine=0))
    yield "column as text", mutated(lambda log, result: region(result).update(startColumn="1"))
    yield "unknown key", mutated(lambda log, result: result.update(severity="error"))
    yield "wrong columnKind", mutated(lambda log, result: log["runs"][0].update(columnKind="bytes"))
    yield "rule without id", mutated(
        lambda log, result: log["runs"][0]["tool"]["driver"]["rules"][0].pop("id"))


def main():
    program = os.environ.get("BNLINT_PROGRAM") or fail("BNLINT_PROGRAM is not set")
    try:
        import jsonschema
    except ImportError:
        skip("python3 has no jsonschema (Debian: python3-jsonschema)")
    schema = load_schema(Path(sys.argv[1]).resolve())
    validator_class = jsonschema.validators.validator_for(schema)
    validator_class.check_schema(schema)
    validator = validator_class(schema)

    with tempfile.TemporaryDirectory() as name:
        directory = Path(name)
        (directory / "লেখা #1 100%.txt").write_bytes(SAMPLE)
        (directory / "clean.txt").write_text("সব ঠিক আছে।\n", encoding="utf-8")
        sample = run(program, ["লেখা #1 100%.txt", "clean.txt"], directory)
        clean = run(program, ["clean.txt"], directory)
        for log in (sample, clean):
            errors = [f"{list(error.absolute_path)}: {error.message}"
                      for error in validator.iter_errors(log)]
            if errors:
                fail("not valid SARIF:\n" + "\n".join(errors))
        results = sample["runs"][0]["results"]
        if len(results) < 4 or not any("fixes" in result for result in results):
            fail(f"the sample gives too little to validate: {len(results)} results")
        if clean["runs"][0]["results"]:
            fail("the clean text has findings")
        check_places(sample, directory)

    for fault, log in mutations(sample):
        if validator.is_valid(log):
            fail(f"the validator lets this through: {fault}")
    rules = sample["runs"][0]["tool"]["driver"]["rules"]
    print(f"valid: {len(results)} results, {len(rules)} rules")


main()
