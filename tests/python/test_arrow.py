"""check_batch with the libraries that speak the Arrow PyCapsule interface."""

import bnlint
import pytest

pa = pytest.importorskip("pyarrow")

GLUED = "সে এলো।তারপর গেল।"
MENDED = "সে এলো। তারপর গেল।"
ROWS = [GLUED, None, "", MENDED, "🙂 " + GLUED]
CHECKER = bnlint.Checker(language="en")


def imported(result):
    array = pa.array(result) if hasattr(result, "__arrow_c_array__") else pa.chunked_array(result)
    array.validate(full=True)
    return array


@pytest.mark.parametrize("kind", [pa.string(), pa.large_string(), pa.string_view()])
def test_every_string_type(kind):
    result = imported(CHECKER.check_batch(pa.array(ROWS, kind), fixed=True, quality=True)).to_pylist()
    assert [row["fixed"] for row in result] == [MENDED, None, "", MENDED, "🙂 " + MENDED]
    assert [row["fixes"] for row in result] == [1, None, 0, 0, 1]
    assert result[1]["findings"] is None and result[1]["ocr_quality"] is None
    for text, row in zip(ROWS, result):
        if text is not None:
            expected = CHECKER.check(text)
            assert [(f["id"], f["begin"], f["end"], f["message"]) for f in row["findings"]] == [
                (f.id, f.start, f.end, f.message) for f in expected
            ]
            assert row["ocr_quality"] == CHECKER.score(text).score


def test_slices_and_chunks():
    array = pa.array(ROWS)
    assert imported(CHECKER.check_batch(array[3:])).to_pylist() == imported(CHECKER.check_batch(array)).to_pylist()[3:]
    chunks = pa.chunked_array([ROWS[:2], ROWS[2:]])
    result = imported(CHECKER.check_batch(chunks))
    assert result.num_chunks == 2
    assert result.to_pylist() == imported(CHECKER.check_batch(array)).to_pylist()


def test_columns_of_tables():
    table = pa.table({"id": range(5), "text": ROWS}).slice(1)
    result = pa.table(CHECKER.check_batch(table, column="text", findings=False, fixed=True))
    assert result.column_names == ["fixed", "fixes"]
    assert result["fixed"].to_pylist()[-1] == "🙂 " + MENDED
    batch = table.to_batches()[0]
    assert pa.record_batch(CHECKER.check_batch(batch, column="text")).num_rows == 4


def test_threads_change_nothing():
    array = pa.array([f"{i} {GLUED}" for i in range(500)])
    one = imported(CHECKER.check_batch(array, threads=1))
    assert imported(CHECKER.check_batch(array, threads=7)).equals(one)


def test_errors():
    with pytest.raises(ValueError, match="string_view"):
        CHECKER.check_batch(pa.array([1]))
    with pytest.raises(ValueError, match="no column 'txt' among: id, text"):
        CHECKER.check_batch(pa.record_batch({"id": [1], "text": ["ক"]}), column="txt")
    with pytest.raises(Exception, match="say which column"):
        pa.table(CHECKER.check_batch(pa.table({"id": [1], "text": ["ক"]})))
    with pytest.raises(TypeError, match="pyarrow.array"):
        CHECKER.check_batch(["ক"])
    with pytest.raises(ValueError, match="at least one"):
        CHECKER.check_batch(pa.array(["ক"]), findings=False)
    once = CHECKER.check_batch(pa.array(["ক"]))
    pa.array(once)
    with pytest.raises(ValueError, match="already"):
        pa.array(once)


def test_polars():
    pl = pytest.importorskip("polars")
    series = pl.Series("text", ROWS)
    result = pl.DataFrame(CHECKER.check_batch(series, findings=False, fixed=True))
    assert result["fixed"].to_list() == [MENDED, None, "", MENDED, "🙂 " + MENDED]
    frame = pl.DataFrame({"id": range(5), "text": ROWS})
    assert frame.hstack(pl.DataFrame(CHECKER.check_batch(frame, column="text"))).height == 5


def test_pandas():
    pd = pytest.importorskip("pandas")
    frame = pd.DataFrame({"text": [row for row in ROWS if row]})
    result = pa.chunked_array(CHECKER.check_batch(frame, column="text", findings=False, fixed=True)).combine_chunks()
    frame["fixed"] = pa.Table.from_struct_array(result).to_pandas()["fixed"]
    assert frame["fixed"].tolist() == [MENDED, MENDED, "🙂 " + MENDED]


def test_duckdb():
    duckdb = pytest.importorskip("duckdb")
    reader = duckdb.sql("select 'সে এলো।তারপর গেল।' as text from range(5000)").to_arrow_reader(1000)
    result = pa.RecordBatchReader.from_stream(CHECKER.check_batch(reader, column="text", findings=False, fixed=True))
    with duckdb.connect() as other:  # the first connection is still being read
        [(fixes,)] = other.sql("select sum(fixes) from result").fetchall()
    assert fixes == 5000


def test_signals_and_verdicts():
    checker = bnlint.Checker(preset="fineweb2-ben")
    result = imported(checker.check_batch(pa.array(ROWS), findings=False, signals=True, verdict=True)).to_pylist()
    assert result[1] == {"signals": None, "language": None, "kept": None, "reasons": None}
    for text, row in zip(ROWS, result):
        if text is not None:
            verdict = checker.judge(text)
            assert row["signals"] == verdict.signals and row["language"] == verdict.language
            assert row["kept"] == verdict.kept
            assert row["reasons"] == [reason.signal for reason in verdict.reasons]
