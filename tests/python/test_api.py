"""The package as a user has it installed. Run by tests/python/run.py, or by pytest wherever bnlint is installed."""

import doctest
import json
import pickle
import subprocess
import sysconfig
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import bnlint
import pytest

GLUED = "সে এলো।তারপর গেল।"
MENDED = "সে এলো। তারপর গেল।"


def test_docstrings_are_true():
    assert doctest.testmod(bnlint).failed == 0


def test_offsets_are_indices_into_the_str():
    text = "🙂 " + GLUED
    [finding] = bnlint.check(text, language="en")
    assert (finding.id, finding.name, finding.severity) == ("PUN002", "danda-glued", "error")
    assert text[finding.start:finding.end] == "ত"
    assert (finding.line, finding.column) == (1, finding.start + 1)
    assert finding.fixes[0].safe
    assert finding.fixes[0].apply(text) == "🙂 " + MENDED


def test_messages_come_in_both_languages():
    [bengali] = bnlint.check(GLUED)
    [english] = bnlint.check(GLUED, language="en")
    assert bengali.message != english.message
    assert english.message.isascii()


def test_fix_is_done_when_it_is_done():
    result = bnlint.Checker().fix(GLUED)
    assert result == bnlint.FixResult(MENDED, 1)
    assert bnlint.Checker().fix(result.text) == bnlint.FixResult(MENDED, 0)


def test_clean_and_empty_texts():
    assert bnlint.check("") == []
    assert bnlint.check(MENDED) == []
    assert bnlint.score("").score == 1.0
    assert bnlint.fix("") == ""


def test_score_is_a_share():
    good = bnlint.score(MENDED)
    bad = bnlint.score("স্ে এ্লা ত৷রপব গ(ল")
    assert 0.0 <= bad.score < good.score <= 1.0
    assert good.words == 4


def test_rules_have_a_page():
    rules = {rule.name: rule for rule in bnlint.rules()}
    rule = rules["danda-glued"]
    assert rule.fix == "safe"
    assert set(rule.message) == set(rule.doc) == {"bn", "en"}
    assert "misspelling" not in {rule.name for rule in bnlint.rules(ignore=["misspelling"])}


def test_words_are_accepted():
    strange = "সে ফ্লুবারগং কিনল।"
    assert [finding.name for finding in bnlint.check(strange)] == ["misspelling"]
    assert bnlint.check(strange, words=["ফ্লুবারগং"]) == []


@pytest.mark.parametrize(
    "options, message",
    [
        ({"select": ["danda-glue"]}, "danda-glued"),
        ({"profile": "copyedti"}, "copyedit"),
        ({"format": "pdf"}, "pdf"),
        ({"language": "hi"}, "hi"),
        ({"words": ["two words"]}, "one word a line"),
        ({"dictionary": "/does/not/exist.dic"}, "exist"),
    ],
)
def test_errors_say_what_is_wrong(options, message):
    with pytest.raises(ValueError, match=message):
        bnlint.Checker(**options)


def test_a_string_is_no_list():
    with pytest.raises(TypeError, match="select"):
        bnlint.Checker(select="PUN")
    with pytest.raises(TypeError):
        bnlint.check(b"bytes")


def test_lone_surrogates_are_refused():
    with pytest.raises(UnicodeEncodeError):
        bnlint.check("ক\ud800")


def test_checkers_travel():
    checker = bnlint.Checker(language="en", ignore=["misspelling"])
    copy = pickle.loads(pickle.dumps(checker))
    assert copy.check(GLUED) == checker.check(GLUED)


def test_many_threads_at_once():
    checker = bnlint.Checker()
    expected = checker.check(GLUED * 50)
    with ThreadPoolExecutor(4) as pool:
        assert all(found == expected for found in pool.map(checker.check, [GLUED * 50] * 20))


def test_the_gil_is_released():
    """A thread that counts gets on while a long check runs."""
    checker, done, counted = bnlint.Checker(), threading.Event(), 0
    worker = threading.Thread(target=lambda: (checker.check(GLUED * 20000), done.set()))
    worker.start()
    while not done.is_set():
        counted += 1
    worker.join()
    assert counted > 1000


def test_the_command_comes_with_it(tmp_path: Path):
    program = Path(sysconfig.get_path("scripts")) / "bnlint"
    text = tmp_path / "a.txt"
    text.write_text(GLUED, encoding="utf-8")
    run = subprocess.run([program, "check", text, "--format", "json"], capture_output=True, check=False)
    assert run.returncode == 1
    [finding] = json.loads(run.stdout)["findings"]
    assert finding["rule"] == "PUN002"
    assert bnlint.__version__ in subprocess.check_output([program, "--version"], text=True)


def test_judge_says_all_reasons_and_every_signal():
    verdict = bnlint.judge("খুব ছোট।", preset="fineweb2-ben")
    assert not verdict.kept and verdict.language in ("bn", "und")
    assert list(verdict.signals) == [signal.name for signal in bnlint.signals()]
    assert verdict.signals["words"] == 2
    for reason in verdict.reasons:
        assert reason.value == verdict.signals[reason.signal]
        assert (reason.min is not None and reason.value < reason.min) or reason.value > reason.max
    assert bnlint.judge("খুব ছোট।").kept
    with pytest.raises(ValueError, match="strict"):
        bnlint.Checker(preset="strickt")
    assert all(signal.formula and signal.source for signal in bnlint.signals())
