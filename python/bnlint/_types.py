"""What bnlint says about a text, as immutable values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

Severity = Literal["info", "warning", "error"]


class Edit(NamedTuple):
    """Put `text` in place of ``source[start:end]`` (code points)."""

    start: int
    end: int
    text: str


class Fix(NamedTuple):
    """One way to mend a finding: all its edits together, in order, none overlapping another.

    A `safe` fix cannot change the meaning; any other should be looked at.
    """

    safe: bool
    edits: tuple[Edit, ...]

    def apply(self, source: str) -> str:
        """The text with this fix alone applied. `source` must be the text that was checked."""
        pieces, at = [], 0
        for edit in self.edits:
            pieces += source[at:edit.start], edit.text
            at = edit.end
        return "".join([*pieces, source[at:]])


@dataclass(frozen=True)
class Finding:
    """Something wrong in a text."""

    id: str
    """The rule's id, such as ``PUN002``; never changes."""
    name: str
    """The rule's name, such as ``danda-glued``."""
    category: str
    severity: Severity
    message: str
    start: int
    """Where it begins: an index into the text (code points)."""
    end: int
    line: int
    """From 1."""
    column: int
    """In code points, from 1."""
    fixes: tuple[Fix, ...] = ()


class FixResult(NamedTuple):
    """A mended text, and how many findings are gone."""

    text: str
    fixed: int


class Quality(NamedTuple):
    """How good a text is, as ``bnlint score`` says it."""

    score: float
    """About this share of the words is right, in 0…1; 1.0 for an empty text."""
    words: int
    """What stands between blanks."""
    known: float
    """Share of the Bengali words that the dictionary knows."""
    valid: float
    """Share of the Bengali words whose syllables are possible."""
    unlikelihood: float
    """Mean negative log probability of an akshara, in nats."""
    garbage: float
    """Share of what is likely wrong and no word."""


class DropReason(NamedTuple):
    """Why a document is dropped from a dataset: a signal outside of its range."""

    signal: str
    value: float
    min: float | None
    max: float | None


@dataclass(frozen=True)
class Verdict:
    """What a dataset builder wants to know of a document."""

    kept: bool
    reasons: tuple[DropReason, ...]
    """All of them, not the first; empty when it is kept."""
    language: str
    """BCP 47: ``bn``, ``as``, ``bpy``, ``hi``, ``bn-Latn``, ``en``; ``other``, ``und``."""
    signals: dict[str, float]
    """By name; see `signals`."""


class Signal(NamedTuple):
    """What a signal is."""

    name: str
    unit: str
    formula: str
    source: str
    """Whose formula it is."""


@dataclass(frozen=True)
class Rule:
    """A rule, from its file."""

    id: str
    name: str
    category: str
    severity: Severity
    fix: Literal["none", "safe", "unsafe"]
    message: dict[str, str]
    """By language, ``bn`` and ``en``."""
    doc: dict[str, str]
    """Why it is a fault and how one sees it, in Markdown, by language."""
