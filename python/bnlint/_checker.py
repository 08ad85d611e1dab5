"""Checkers: options turned into rules, dictionary and word lists once, and then asked about many texts."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import lru_cache
from typing import Any, Literal

from . import _core
from ._arrow import ArrowBatch, ArrowStream, arrow_result
from ._types import DropReason, Edit, Finding, Fix, FixResult, Quality, Rule, Signal, Verdict


_FIELDS = (_core.FINDINGS, _core.FIXED, _core.QUALITY, _core.SIGNALS, _core.VERDICT)


class Checker:
    """Checks, mends and judges Bengali texts.

    Making one reads rules and word lists (milliseconds); keep it. It is immutable, may be used by many threads at once (the
    GIL is released while it works), and can be pickled: the copy is made anew from the same options.

    Args:
        select: ids, names or categories of rules; when given, no others run.
        extend_select: rules on top of those that run anyway.
        ignore: rules that do not run; wins over the others.
        profile: ``"ocr"`` for the output of OCR engines, ``"copyedit"`` for style.
        rules: directories of rule files of your own.
        words: accepted words, as word lists write them (``"শব্দ"``, ``"শব্দ*"`` for any ending).
        dictionary: ``""`` for bnlint's own, ``"none"``, ``"system"`` or the path of a Hunspell ``.dic``.
        format: what the texts are: ``"plain"``, ``"markdown"`` …
        language: of messages, ``"bn"`` or ``"en"``.
        preset: which documents `judge` keeps: ``"fineweb2-ben"``, ``"strict"``, ``"ocr"``; ``""`` keeps all.
        dataset: … or the path of a TOML file with a ``[dataset]`` table.
        unsafe: `fix` applies unsafe fixes too.
        suggest: spend time on spelling suggestions.

    Raises:
        ValueError: an unknown rule, profile, format or value; a broken rule file or word.
    """

    def __init__(
        self,
        *,
        select: Sequence[str] = (),
        extend_select: Sequence[str] = (),
        ignore: Sequence[str] = (),
        profile: str = "",
        rules: Sequence[str] = (),
        words: Sequence[str] = (),
        dictionary: str = "",
        format: str = "plain",
        language: Literal["bn", "en"] = "bn",
        preset: str = "",
        dataset: str = "",
        unsafe: bool = False,
        suggest: bool = False,
    ) -> None:
        options: dict[str, Any] = {
            "select": _names("select", select),
            "extend_select": _names("extend_select", extend_select),
            "ignore": _names("ignore", ignore),
            "profile": profile,
            "rules": _names("rules", rules),
            "words": _names("words", words),
            "dictionary": dictionary,
            "format": format,
            "language": language,
            "preset": preset,
            "dataset": dataset,
            "unsafe": unsafe,
            "suggest": suggest,
        }
        self._options = json.dumps(options)
        self._core = _core.Core(self._options)

    def __getstate__(self) -> str:
        return self._options

    def __setstate__(self, options: str) -> None:
        self._options = options
        self._core = _core.Core(options)

    def check(self, text: str) -> list[Finding]:
        """The findings in `text`, in order of place.

        Raises:
            UnicodeEncodeError: lone surrogates, which no UTF-8 text can hold.
            ValueError: the format cannot read the text.
        """
        return [_finding(parts) for parts in self._core.check(text)]

    def fix(self, text: str) -> FixResult:
        """`text` with all fixes applied that are safe (with ``unsafe=True``: all that there are).

        No fix makes a new fault, and a second call changes nothing.
        """
        return FixResult(*self._core.fix(text))

    def score(self, text: str) -> Quality:
        """How good `text` is: about which share of its words is right."""
        return Quality(*self._core.score(text))

    def judge(self, text: str) -> Verdict:
        """The signals of a document, and whether a dataset keeps it, as ``bnlint dataset`` says it."""
        verdict = json.loads(self._core.judge(text))
        reasons = tuple(DropReason(**reason) for reason in verdict["reasons"])
        return Verdict(verdict["kept"], reasons, verdict["language"], verdict["signals"])

    def rules(self) -> list[Rule]:
        """The rules that run, in order of id."""
        return [_rule(parts) for parts in json.loads(self._core.rules())]

    def check_batch(
        self,
        texts: Any,
        *,
        column: str = "",
        findings: bool = True,
        fixed: bool = False,
        quality: bool = False,
        signals: bool = False,
        verdict: bool = False,
        threads: int = 0,
    ) -> ArrowBatch | ArrowStream:
        """Checks many texts without copying them to Python.

        Args:
            texts: anything with ``__arrow_c_array__`` (a PyArrow array or record batch, a Polars series …) or
                ``__arrow_c_stream__`` (a table, a chunked array, a data frame, a reader …) of type string, large_string
                or string_view, or a struct that has such a `column`.
            column: the column with the texts; may be left out when there is one only.
            findings: ask for ``findings: list<struct<id, name, severity, message, begin, end>>``.
            fixed: ask for ``fixed: string`` (the mended text) and ``fixes: int64`` (findings that are gone).
            quality: ask for ``ocr_quality: double``, 0…1.
            signals: ask for ``signals: struct<words: double, …>`` and ``language: string``.
            verdict: ask for ``kept: bool`` and ``reasons: list<string>``, the signals out of range (option `preset`).
            threads: how many work on a batch; 0 for as many as the machine has.

        Returns:
            A struct array with the fields asked for, row for row (the fields of a null text are null), as an object with
            ``__arrow_c_array__``; for a stream one with ``__arrow_c_stream__`` that works out a batch when it is asked
            for it, so that memory is that of a batch. Hand it to ``pyarrow.array``, ``pyarrow.chunked_array``,
            ``polars.Series`` … once. `begin` and `end` are code points.

        Raises:
            TypeError: `texts` has neither method.
            ValueError: another type of array, an unknown column, nothing asked for.
        """
        asked = zip((findings, fixed, quality, signals, verdict), _FIELDS)
        fields = sum(bit for wanted, bit in asked if wanted)
        if not fields:
            raise ValueError("ask for at least one of findings, fixed, quality, signals, verdict")
        return arrow_result(self._core, texts, column, fields, threads)


def check(text: str, **options: Any) -> list[Finding]:
    """The findings in `text`; `options` are those of `Checker`."""
    return _checker(options).check(text)


def fix(text: str, **options: Any) -> str:
    """`text`, mended; `options` are those of `Checker`."""
    return _checker(options).fix(text).text


def score(text: str, **options: Any) -> Quality:
    """How good `text` is; `options` are those of `Checker`."""
    return _checker(options).score(text)


def rules(**options: Any) -> list[Rule]:
    """The rules that run with these options of `Checker`."""
    return _checker(options).rules()


def judge(text: str, **options: Any) -> Verdict:
    """The signals of a document, and whether a dataset keeps it; `options` are those of `Checker`."""
    return _checker(options).judge(text)


def signals() -> list[Signal]:
    """What the signals are, in order."""
    return [Signal(**parts) for parts in json.loads(_core.signals())]


def _checker(options: dict[str, Any]) -> Checker:
    return _cached(tuple((key, value if isinstance(value, (str, bool)) else tuple(value))
                         for key, value in sorted(options.items())))


@lru_cache(maxsize=16)
def _cached(options: tuple[tuple[str, Any], ...]) -> Checker:
    return Checker(**dict(options))


def _names(option: str, value: Sequence[str]) -> list[str]:
    if isinstance(value, str):
        raise TypeError(f"{option} must be a list of strings, not one string")
    return [str(item) for item in value]


def _finding(parts: tuple[Any, ...]) -> Finding:
    fixes = tuple(Fix(safe, tuple(Edit(*edit) for edit in edits)) for safe, edits in parts[9])
    return Finding(*parts[:9], fixes)


def _rule(parts: dict[str, Any]) -> Rule:
    return Rule(
        **{key: parts[key] for key in ("id", "name", "category", "severity", "fix")},
        message={language: parts[language]["message"] for language in ("bn", "en")},
        doc={language: parts[language]["why"] for language in ("bn", "en")},
    )
