"""datatrove's own executor, readers and writers around our blocks."""

import gzip
import json
import pickle

import pytest

pytest.importorskip("datatrove")

from datatrove.executor import LocalPipelineExecutor  # noqa: E402
from datatrove.pipeline.readers import JsonlReader  # noqa: E402
from datatrove.pipeline.writers import JsonlWriter  # noqa: E402

import bnlint  # noqa: E402
from bnlint.datatrove import BnlintAnnotator, BnlintFilter  # noqa: E402

SENTENCES = [
    "নদীর ঘাটে আজ সকাল থেকে মানুষের ভিড় লেগে আছে।",
    "জেলেরা রাতভর মাছ ধরে ভোরে ফিরে এসেছেন, তাঁদের ঝুড়ি রুপালি মাছে ভরা।",
    "দোকানিরা দাম নিয়ে দর কষাকষি করছেন আর বাচ্চারা কাদায় খেলছে।",
    "আকাশে মেঘ জমেছে বলে অনেকে তাড়াতাড়ি বাড়ি ফিরতে চাইছেন।",
    "বাজারের এক কোণে চায়ের দোকানে পুরোনো দিনের গল্প চলছে।",
    "গ্রামের স্কুলে এবার নতুন একটি পাঠাগার হয়েছে, বই এসেছে শহর থেকে।",
    "শিক্ষকেরা বলছেন যে ছাত্রছাত্রীরা এখন আগের চেয়ে বেশি পড়ে।",
]
GOOD = "\n".join(SENTENCES)
GLUED = "".join(SENTENCES)
SHORT = "খুব ছোট।"


def run(tmp_path, *blocks):
    source, out = tmp_path / "in", tmp_path / "out"
    source.mkdir()
    rows = [{"id": str(i), "text": text} for i, text in enumerate([GOOD, SHORT, GLUED])]
    (source / "a.jsonl").write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    LocalPipelineExecutor(
        pipeline=[JsonlReader(str(source)), *blocks, JsonlWriter(str(out), compression=None)],
        logging_dir=str(tmp_path / "logs"),
    ).run()
    return read(out)


def read(folder):
    documents = {}
    for path in folder.rglob("*.jsonl*"):
        opener = gzip.open if path.suffix == ".gz" else open
        with opener(path, "rt", encoding="utf-8") as lines:
            documents.update((row["id"], row) for row in map(json.loads, lines))
    return documents


def test_filter_keeps_drops_and_says_all_reasons(tmp_path):
    dropped = tmp_path / "dropped"
    kept = run(tmp_path, BnlintFilter("fineweb2-ben", fix=True, exclusion_writer=JsonlWriter(str(dropped), compression=None)))
    checker = bnlint.Checker(preset="fineweb2-ben")
    for identity, text in {"0": GOOD, "1": SHORT, "2": GLUED}.items():
        verdict = checker.judge(checker.fix(text).text)
        assert (identity in kept) == verdict.kept
    assert "0" in kept
    row = read(dropped)["1"]
    reasons = row["metadata"]["bnlint_reasons"]
    assert [reason["signal"] for reason in reasons] == [r.signal for r in checker.judge(SHORT).reasons]
    assert len(reasons) > 1 and row["metadata"]["filter_reason"] == reasons[0]["signal"]
    mended = {**kept, **read(dropped)}["2"]
    assert mended["text"] == bnlint.fix(GLUED) != GLUED
    assert mended["metadata"]["bnlint_fixes"] == len(SENTENCES) - 1


def test_annotator_writes_metadata_and_keeps_the_text(tmp_path):
    rows = run(tmp_path, pickle.loads(pickle.dumps(BnlintAnnotator(language="en"))))
    assert [rows[i]["text"] for i in "012"] == [GOOD, SHORT, GLUED]
    metadata = rows["2"]["metadata"]
    assert metadata["bnlint_language"] == "bn"
    assert metadata["bnlint_signals"]["words"] == bnlint.judge(GLUED).signals["words"]
    # What recurs in a document is told once, at its first place.
    assert [finding["name"] for finding in metadata["bnlint_findings"]] == [f.name for f in bnlint.check(GLUED)]
    assert "danda-glued" in {finding["name"] for finding in metadata["bnlint_findings"]}
    first = metadata["bnlint_findings"][0]
    assert GLUED[first["start"]:first["end"]] == GLUED[len(SENTENCES[0])]


def test_blocks_are_picklable():
    block = pickle.loads(pickle.dumps(BnlintFilter("strict")))
    assert block.checker.judge(SHORT).kept is False
