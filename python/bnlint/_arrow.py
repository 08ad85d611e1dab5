"""Results over the Arrow PyCapsule interface: no Arrow library is needed here, any that reads it will do."""

from __future__ import annotations

from typing import Any

from . import _core


class ArrowBatch:
    """A struct array, to be imported once: ``pyarrow.array(batch)``."""

    def __init__(self, capsules: tuple[Any, Any]) -> None:
        self._capsules: tuple[Any, Any] | None = capsules

    def __arrow_c_array__(self, requested_schema: Any = None) -> tuple[Any, Any]:
        if self._capsules is None:
            raise ValueError("the result has been imported already")
        capsules, self._capsules = self._capsules, None
        return capsules


class ArrowStream:
    """A stream of struct arrays, to be imported once: ``pyarrow.chunked_array(stream)``, ``polars.DataFrame(stream)``."""

    def __init__(self, capsule: Any) -> None:
        self._capsule: Any = capsule

    def __arrow_c_stream__(self, requested_schema: Any = None) -> Any:
        if self._capsule is None:
            raise ValueError("the result has been imported already")
        capsule, self._capsule = self._capsule, None
        return capsule


def arrow_result(core: _core.Core, texts: Any, column: str, fields: int, threads: int) -> ArrowBatch | ArrowStream:
    if hasattr(texts, "__arrow_c_array__"):
        schema, array = texts.__arrow_c_array__()
        return ArrowBatch(core.check_array(schema, array, column, fields, threads))
    if hasattr(texts, "__arrow_c_stream__"):
        return ArrowStream(core.check_stream(texts.__arrow_c_stream__(), column, fields, threads))
    raise TypeError(f"{type(texts).__name__} has neither __arrow_c_array__ nor __arrow_c_stream__: "
                    "wrap it, for instance with pyarrow.array(texts)")
