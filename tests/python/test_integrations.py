"""The annotator in Hugging Face datasets and Ray Data, through the real packages."""

import pickle

import pytest

pa = pytest.importorskip("pyarrow")

from bnlint.annotator import Annotator  # noqa: E402

GLUED = "সে এলো।তারপর গেল।"
TABLE = pa.table({"id": range(30), "text": [f"{i} {GLUED}" for i in range(30)]})


def test_docstring():
    import doctest

    import bnlint.annotator

    assert doctest.testmod(bnlint.annotator).failed == 0


def test_schema_is_that_of_the_result():
    annotate = Annotator("text", fields=["findings", "fixed", "quality"])
    assert annotate(TABLE).schema == annotate.schema(TABLE.schema)
    assert annotate(TABLE.slice(0, 0)).schema == annotate.schema(TABLE.schema)


def test_wrong_options_are_told_at_once():
    with pytest.raises(ValueError, match="quality"):
        Annotator(fields=["qualty"])
    with pytest.raises(ValueError, match="danda-glued"):
        Annotator(select=["danda-glue"])


def test_hugging_face_map(tmp_path):
    datasets = pytest.importorskip("datasets")
    datasets.disable_progress_bars()
    dataset = datasets.Dataset(TABLE)
    annotate = pickle.loads(pickle.dumps(Annotator("text", fields=["fixed", "findings"])))
    result = dataset.with_format("arrow").map(annotate, batched=True, batch_size=7, num_proc=2)
    assert result.with_format(None)["bnlint_fixed"] == annotate(TABLE)["bnlint_fixed"].to_pylist()
    assert result.with_format(None)[3]["bnlint_findings"] == annotate(TABLE).to_pylist()[3]["bnlint_findings"]


def test_ray():
    ray = pytest.importorskip("ray")
    ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False)
    try:
        annotate = Annotator("text", fields=["fixed"])
        rows = ray.data.from_arrow(TABLE).map_batches(annotate, batch_format="pyarrow", batch_size=8).take_all()
        expected = annotate(TABLE).to_pylist()
        assert sorted(rows, key=lambda row: row["id"]) == expected
    finally:
        ray.shutdown()
