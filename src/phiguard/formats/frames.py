"""Data frames and Arrow batches as columns. No frame library is imported: each is known by what it can do."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from phiguard.errors import UsageError
from phiguard.formats._decode import FALLBACK
from phiguard.model import Block, BlockKind, Chunk, nowhere

BATCH = 1000
"""Rows in one chunk."""


class FrameDocument:
    """A pandas or polars data frame, a pyarrow table or record batch, or an iterable of these as batches of one table.

    Rows count from 1 over all batches; there is no line or column. Raises UsageError for anything else.
    """

    format = "table"

    def __init__(self, source: Any) -> None:
        whole = _reader(source) is not None
        if not whole and not isinstance(source, Iterable):
            raise UsageError(
                "scan_table takes a pandas or polars data frame, a pyarrow table, or an iterable of them"
            )
        self.batches: Iterable[Any] = (source,) if whole else source
        self.rereadable = whole or isinstance(source, Sequence)
        self.problems: list[str] = []
        self.bytes_read = 0

    def chunks(self) -> Iterator[Chunk]:
        """The column names, then batches of rows."""
        row = 1
        named = False
        for batch in self.batches:
            read = _reader(batch)
            if read is None:
                raise UsageError("a batch is neither a data frame nor an Arrow table")
            names = [str(name) for name in read.names]
            if not named:
                yield Chunk((Block(names, nowhere, BlockKind.NAMES),), sum(map(len, names)))
                named = True
            fields = unique(names)
            for start in range(0, read.rows, BATCH):
                stop = min(start + BATCH, read.rows)
                rows = range(row + start, row + stop)
                blocks = tuple(
                    Block(
                        [text(value) for value in read.column(place, start, stop)],
                        nowhere,
                        BlockKind.COLUMN,
                        name,
                        field,
                        rows,
                    )
                    for place, (name, field) in enumerate(zip(names, fields, strict=True))
                )
                yield Chunk(blocks, sum(len(cell) for block in blocks for cell in block.cells))
            row += read.rows


def unique(names: Sequence[str]) -> list[str]:
    """Field names as places use them: unnamed `column#n`, the second of a name `name#2`."""
    seen: dict[str, int] = {}
    fields = []
    for place, name in enumerate(names, 1):
        seen[name] = seen.get(name, 0) + 1
        fields.append(f"column#{place}" if not name else name if seen[name] == 1 else f"{name}#{seen[name]}")
    return fields


class _Reader:
    """One frame: its column names, number of rows, and a function for a slice of one column's values."""

    __slots__ = ("column", "names", "rows")

    def __init__(
        self, names: Sequence[Any], rows: int, column: Callable[[int, int, int], Iterable[Any]]
    ) -> None:
        self.names, self.rows, self.column = names, rows, column


def _reader(frame: Any) -> _Reader | None:
    """How to read a frame, or None when it is no frame."""
    if hasattr(frame, "iloc") and hasattr(frame, "columns"):
        return _pandas(frame)
    if hasattr(frame, "column_names") and hasattr(frame, "slice"):
        return _Reader(
            frame.column_names, frame.num_rows, lambda c, a, b: frame.column(c).slice(a, b - a).to_pylist()
        )
    if hasattr(frame, "num_rows") and hasattr(frame, "schema") and hasattr(frame, "column"):
        return _Reader(
            frame.schema.names, frame.num_rows, lambda c, a, b: frame.column(c).slice(a, b - a).to_pylist()
        )
    if hasattr(frame, "get_columns") and hasattr(frame, "height"):
        return _Reader(
            frame.columns, frame.height, lambda c, a, b: frame.to_series(c).slice(a, b - a).to_list()
        )
    return None


def _pandas(frame: Any) -> _Reader:
    """A pandas frame: its index first, unless it only counts the rows, then its columns."""
    index = frame.index
    counts = type(index).__name__ == "RangeIndex" and index.name is None
    levels = 0 if counts else index.nlevels
    names = ["index" if name is None else name for name in (index.names if levels else ())]

    def column(place: int, start: int, stop: int) -> Iterable[Any]:
        if place < levels:
            values: Iterable[Any] = index[start:stop].get_level_values(place).tolist()
        else:
            values = frame.iloc[start:stop, place - levels].tolist()
        return values

    return _Reader([*names, *map(_joined, frame.columns)], len(frame), column)


def _joined(name: Any) -> Any:
    """The name of a column; of one with several levels, all of them."""
    return " ".join(str(part) for part in name if str(part)) if isinstance(name, tuple) else name


def text(value: Any) -> str:
    """A cell as text: nothing for null, a whole float as an integer, bytes as UTF-8 or else Windows-1252, nested values as
    JSON."""
    if value is None or (isinstance(value, float) and math.isnan(value)) or str(value) in ("NaT", "<NA>"):
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, bytes):
        return value.decode("utf-8", FALLBACK)
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    if isinstance(value, (list, dict, tuple, set)):
        return json.dumps(list(value) if isinstance(value, set) else value, default=str, ensure_ascii=False)
    return str(value)
