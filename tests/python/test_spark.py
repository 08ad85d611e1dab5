"""Spark on a real local cluster: two worker processes, Parquet in, Parquet out."""

import os
import sys

import pytest

pyspark = pytest.importorskip("pyspark")
pa = pytest.importorskip("pyarrow")
import pyarrow.parquet as pq  # noqa: E402

from bnlint.annotator import Annotator  # noqa: E402

ROWS = 400
TEXTS = [f"{i}. সে এলো।তারপর গেল। XNUMX সালে {2000 + i} জন" if i % 3 else "সে এলো। তারপর গেল।" for i in range(ROWS)]
TEXTS[7] = None


@pytest.fixture(scope="module")
def spark():
    os.environ["PYSPARK_PYTHON"] = sys.executable
    session = (
        pyspark.sql.SparkSession.builder.master("local-cluster[2,1,1024]")
        .appName("bnlint")
        .config("spark.ui.enabled", "false")
        .config("spark.executor.memory", "1g")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.sql.execution.arrow.maxRecordsPerBatch", "50")
        .getOrCreate()
    )
    yield session
    session.stop()


@pytest.fixture(scope="module")
def parquet(tmp_path_factory):
    path = tmp_path_factory.mktemp("spark") / "in.parquet"
    pq.write_table(pa.table({"id": range(ROWS), "text": TEXTS}), path, row_group_size=50)
    return path


def sorted_rows(path):
    table = pq.read_table(path)
    return table.sort_by("id").to_pylist()


def test_map_in_arrow(spark, parquet, tmp_path):
    annotate = Annotator("text", fields=["findings", "fixed", "quality"], language="en")
    frame = spark.read.parquet(str(parquet)).repartition(4)
    out = tmp_path / "out.parquet"
    frame.mapInArrow(annotate.batches, annotate.spark_schema(frame.schema)).write.parquet(str(out))
    assert len(list(out.glob("*.parquet"))) == 4
    assert sorted_rows(out) == annotate(pq.read_table(parquet)).to_pylist()


def test_both_workers_worked(spark, parquet):
    """The work is done by other processes than this one, and by more than one of them."""

    def where(batches):
        for batch in batches:
            yield pa.RecordBatch.from_pydict({"host": [str(os.getppid())], "rows": [batch.num_rows]})

    frame = spark.read.parquet(str(parquet)).repartition(8)
    found = frame.mapInArrow(where, "host string, rows long").collect()
    assert sum(row.rows for row in found) == ROWS
    assert len({row.host for row in found}) == 2
    assert str(os.getpid()) not in {row.host for row in found}


def test_arrow_udf(spark, parquet, tmp_path):
    if not hasattr(pyspark.sql.functions, "arrow_udf"):
        pytest.skip("this Spark has no arrow_udf")
    annotate = Annotator("text", fields=["fixed", "quality"])
    frame = spark.read.parquet(str(parquet))
    out = tmp_path / "udf.parquet"
    frame.withColumn("bnlint", annotate.spark_udf()(frame["text"])).write.parquet(str(out))
    for row, expected in zip(sorted_rows(out), annotate(pq.read_table(parquet)).to_pylist()):
        assert row["bnlint"]["fixed"] == expected["bnlint_fixed"]
        assert row["bnlint"]["ocr_quality"] == expected["bnlint_ocr_quality"]
