"""Blocks for datatrove pipelines. Needs datatrove.

>>> from bnlint.datatrove import BnlintAnnotator, BnlintFilter
>>> pipeline = [BnlintFilter(preset="fineweb2-ben", fix=True), BnlintAnnotator()]
"""

from __future__ import annotations

from typing import Any

from datatrove.data import Document, DocumentsPipeline
from datatrove.pipeline.base import PipelineStep
from datatrove.pipeline.filters.base_filter import BaseFilter
from datatrove.pipeline.writers.disk_base import DiskWriter

from ._checker import Checker


class BnlintFilter(BaseFilter):
    """Keeps the documents that a preset (or a ``[dataset]`` table) keeps, as ``bnlint dataset filter`` does.

    The metadata of a dropped document get ``filter_reason``, the first signal out of range, as datatrove's own filters say
    it, and ``bnlint_reasons``, **all** of them with value and range.

    Args:
        preset: ``"fineweb2-ben"``, ``"strict"`` or ``"ocr"``; see `bnlint.Checker`.
        fix: mend the text of documents first; ``bnlint_fixes`` in the metadata says how many faults are gone.
        exclusion_writer: takes the dropped documents.
        options: those of `bnlint.Checker`.
    """

    name = "🔎 bnlint"

    def __init__(
        self,
        preset: str = "fineweb2-ben",
        *,
        fix: bool = False,
        exclusion_writer: DiskWriter | None = None,
        **options: Any,
    ) -> None:
        super().__init__(exclusion_writer)
        self.fix = fix
        self.checker = Checker(preset=preset, **options)

    def filter(self, doc: Document) -> bool | tuple[bool, str]:
        if self.fix:
            mended = self.checker.fix(doc.text)
            doc.text = mended.text
            doc.metadata["bnlint_fixes"] = mended.fixed
        verdict = self.checker.judge(doc.text)
        if verdict.kept:
            return True
        doc.metadata["bnlint_reasons"] = [reason._asdict() for reason in verdict.reasons]
        for reason in verdict.reasons[1:]:
            self.stat_update(f"also_{reason.signal}")
        return False, verdict.reasons[0].signal


class BnlintAnnotator(PipelineStep):
    """Writes what bnlint says of a document into its metadata: ``bnlint_findings`` (rule, place, message),
    ``bnlint_signals`` and ``bnlint_language``. Keeps every document and every text.

    Args:
        findings: write the findings.
        signals: write signals and language.
        options: those of `bnlint.Checker`.
    """

    type = "✍️ - ANNOTATOR"
    name = "🔎 bnlint"

    def __init__(self, *, findings: bool = True, signals: bool = True, **options: Any) -> None:
        super().__init__()
        self.findings = findings
        self.signals = signals
        self.checker = Checker(**options)

    def annotate(self, doc: Document) -> None:
        if self.findings:
            found = self.checker.check(doc.text)
            doc.metadata["bnlint_findings"] = [
                {"id": f.id, "name": f.name, "severity": f.severity, "message": f.message, "start": f.start, "end": f.end}
                for f in found
            ]
            for finding in found:
                self.stat_update(finding.name)
        if self.signals:
            verdict = self.checker.judge(doc.text)
            doc.metadata["bnlint_signals"] = verdict.signals
            doc.metadata["bnlint_language"] = verdict.language

    def run(self, data: DocumentsPipeline, rank: int = 0, world_size: int = 1) -> DocumentsPipeline:
        for doc in data:
            with self.track_time():
                self.annotate(doc)
            self.update_doc_stats(doc)
            yield doc
