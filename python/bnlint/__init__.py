"""bnlint: the quality checker for Bengali text.

>>> import bnlint
>>> [finding] = bnlint.check("সে এলো।তারপর গেল।", language="en")
>>> finding.name, finding.start, finding.end
('danda-glued', 7, 8)
>>> bnlint.fix("সে এলো।তারপর গেল।")
'সে এলো। তারপর গেল।'

All offsets are indices into the `str` that was given: code points, half-open.
"""

from ._checker import Checker, check, fix, judge, rules, score, signals
from ._core import version as __version__
from ._types import DropReason, Edit, Finding, Fix, FixResult, Quality, Rule, Signal, Verdict

__all__ = [
    "Checker", "DropReason", "Edit", "Finding", "Fix", "FixResult", "Quality", "Rule", "Signal", "Verdict", "__version__",
    "check", "fix", "judge", "rules", "score", "signals",
]
