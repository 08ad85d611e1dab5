"""Adds what bnlint says of a column of texts to Arrow data: Hugging Face datasets, Ray, Spark.

Needs PyArrow. An `Annotator` is picklable and small; each process opens its checker when the first data arrive.

>>> import pyarrow as pa
>>> from bnlint.annotator import Annotator
>>> annotate = Annotator("text", fields=["fixed"])
>>> annotate(pa.table({"id": [7], "text": ["সে এলো।তারপর গেল।"]})).to_pylist()
[{'id': 7, 'text': 'সে এলো।তারপর গেল।', 'bnlint_fixed': 'সে এলো। তারপর গেল।', 'bnlint_fixes': 1}]

Hugging Face datasets::

    dataset.with_format("arrow").map(annotate, batched=True)

Ray Data::

    dataset.map_batches(annotate, batch_format="pyarrow")

Spark (see `Annotator.batches`)::

    frame.mapInArrow(annotate.batches, annotate.spark_schema(frame.schema))
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TypeVar

import pyarrow as pa

from ._checker import Checker

Tabular = TypeVar("Tabular", pa.Table, pa.RecordBatch)

FIELDS = ("findings", "fixed", "quality", "signals", "verdict")


class Annotator:
    """Appends columns to Arrow tables and record batches.

    Args:
        column: the column with the texts.
        fields: what to append, of `FIELDS`; see `Checker.check_batch` for names and types.
        prefix: stands before the names of the new columns.
        threads: how many work on a batch. Spark and Ray run a task on each core, so 1 is right there; 0 means all cores.
        options: those of `Checker`.
    """

    def __init__(
        self,
        column: str = "text",
        *,
        fields: Sequence[str] = ("findings", "quality"),
        prefix: str = "bnlint_",
        threads: int = 1,
        **options: Any,
    ) -> None:
        unknown = set(fields) - set(FIELDS)
        if unknown or isinstance(fields, str):
            raise ValueError(f"fields must be some of {', '.join(FIELDS)}, not {fields!r}")
        self.column = column
        self.fields = tuple(field for field in FIELDS if field in fields)
        self.prefix = prefix
        self.threads = threads
        self.options = options
        self._checker: Checker | None = None
        self.checker()  # errors in the options are better told here than in a worker

    def checker(self) -> Checker:
        """The checker of this process."""
        if self._checker is None:
            self._checker = Checker(**self.options)
        return self._checker

    def __getstate__(self) -> dict[str, Any]:
        return {**self.__dict__, "_checker": None}

    def __call__(self, data: Tabular) -> Tabular:
        """`data` with the new columns behind its own; row for row."""
        if isinstance(data, pa.Table):
            batches = [self._annotated(batch) for batch in data.to_batches()]
            return pa.Table.from_batches(batches, self.schema(data.schema))
        return self._annotated(data)

    def batches(self, batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        """The function for Spark's ``mapInArrow``: one batch out for each that comes in.

        Memory is that of a batch, which Spark caps by rows (``spark.sql.execution.arrow.maxRecordsPerBatch``, 10,000) and, from
        Spark 4.0 on, by bytes (``spark.sql.execution.arrow.maxBytesPerBatch``): 64 MiB suits documents. Two to four
        partitions for each core keep all of them busy.
        """
        for batch in batches:
            yield self._annotated(batch)

    def schema(self, schema: pa.Schema) -> pa.Schema:
        """The schema of the result for data of `schema`."""
        return self._annotated(_empty(schema)).schema

    def spark_schema(self, schema: Any) -> Any:
        """The same for a Spark schema (``DataFrame.schema``)."""
        from pyspark.sql.pandas.types import from_arrow_schema, to_arrow_schema

        return from_arrow_schema(self.schema(to_arrow_schema(schema)))

    def spark_udf(self) -> Any:
        """An ``arrow_udf`` (Spark 4.1 or later) from a column of texts to a struct of the fields."""
        from pyspark.sql.functions import arrow_udf
        from pyspark.sql.pandas.types import from_arrow_type

        def annotate(texts: pa.Array) -> pa.Array:
            return self._checked(texts)

        return arrow_udf(annotate, from_arrow_type(self._checked(pa.array([], pa.string())).type))

    def _checked(self, texts: pa.Array) -> pa.StructArray:
        wanted = {field: field in self.fields for field in FIELDS}
        return pa.array(self.checker().check_batch(texts, threads=self.threads, **wanted))

    def _annotated(self, batch: pa.RecordBatch) -> pa.RecordBatch:
        found = self._checked(batch.column(self.column))
        names = [self.prefix + field.name for field in found.type]
        return pa.RecordBatch.from_arrays([*batch.columns, *found.flatten()], [*batch.schema.names, *names])


def _empty(schema: pa.Schema) -> pa.RecordBatch:
    return pa.RecordBatch.from_arrays([pa.array([], field.type) for field in schema], schema=schema)
