"""Consecutive records of delimited text, and the places of their cells' code points in the file."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate

import numpy as np
import numpy.typing as npt

from phiguard.cells import Ids
from phiguard.formats._cells import COLUMNS_MOST, Dialect, Split
from phiguard.formats._prose import Lines

_WIDE = 64


@dataclass(slots=True)
class Batch:
    """Consecutive records. `first`: the row of the first one (0 is the header). `lines`: the line where each begins.

    `raws`: the records with quotes or escapes as they stand in the file, and the cell from which quotes are plain.
    `comments`: (line, text) of lines between the records that are none.
    """

    dialect: Dialect
    first: int
    rows: list[list[str]] = field(default_factory=list)
    lines: Sequence[int] = field(default_factory=list)
    raws: dict[int, tuple[str, int]] = field(default_factory=dict)
    comments: list[tuple[int, str]] = field(default_factory=list)
    size: int = 0
    _starts: dict[int, array[int]] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.rows)

    def row(self, index: int) -> list[str]:
        """The cells of a record, counted from 0."""
        return self.rows[index]

    def records(self) -> list[list[str]]:
        """All records."""
        return self.rows

    def place(self, index: int, column: int, offset: int) -> tuple[int, int]:
        """1-based (line, column) of a code point of a cell; `index` counts the batch's records from 0."""
        line = self.lines[index]
        if index in self.raws:
            raw, literal = self.raws[index]
            return Lines(raw, line).at(Split(self.dialect, raw, literal).offset(column, offset))
        row, step = self.rows[index], len(self.dialect.delimiter)
        if len(row) <= _WIDE:
            return line, 1 + sum(map(len, row[:column])) + column * step + offset
        starts = self._starts.get(index)
        if starts is None:
            starts = self._starts[index] = array(
                "q", accumulate((len(cell) + step for cell in row), initial=1)
            )
        return line, starts[column] + offset


class Grid(Batch):
    """Records of as many cells each, without quotes, escapes and comments: all cells in one list."""

    def __init__(
        self, dialect: Dialect, first: int, line: int, body: str, ending: str, width: int, records: int
    ) -> None:
        self.width, self.line = width, line
        super().__init__(dialect, first, [], range(line, line + records), size=len(body))
        self._body, self._ending = body, ending
        self._cells: list[str] | None = None
        self._begins: Ids | None = None

    @property
    def cells(self) -> list[str]:
        """All cells, record by record."""
        if self._cells is None:
            text = self._body.removesuffix(self._ending)
            delimiter = self.dialect.delimiter
            self._cells = text.replace(self._ending, delimiter).split(delimiter)
        return self._cells

    def release(self) -> None:
        """Let go of the cells, which can be had again."""
        self._cells = self._begins = None

    def __len__(self) -> int:
        return len(self.lines)

    def row(self, index: int) -> list[str]:
        """The cells of a record, counted from 0."""
        return self.cells[index * self.width : (index + 1) * self.width]

    def column(self, column: int, skip: int) -> list[str]:
        """The cells of a column, but the first `skip`."""
        return self.cells[skip * self.width + column :: self.width]

    def records(self) -> list[list[str]]:
        """All records."""
        return [self.row(index) for index in range(len(self))]

    def place(self, index: int, column: int, offset: int) -> tuple[int, int]:
        """1-based (line, column) of a code point of a cell; `index` counts the batch's records from 0."""
        before = self.cells[index * self.width : index * self.width + column]
        return self.line + index, 1 + sum(map(len, before)) + column + offset

    def places(self, records: Ids, column: int, offsets: Ids) -> tuple[Ids, Ids]:
        """As `place`, for many records."""
        if self._begins is None:
            self._begins = _begins(self._body, self.dialect.delimiter)
        begins = self._begins
        first = begins[records * self.width]
        return self.line + records, 1 + begins[records * self.width + column] - first + offsets


def _begins(body: str, delimiter: str) -> Ids:
    """Where each cell of a grid begins."""
    marks = _marks(body)
    ends = np.flatnonzero((marks == ord(delimiter)) | (marks == 10))
    return np.concatenate(([0], ends + 1))


def _marks(body: str) -> npt.NDArray[np.uint8]:
    """One byte for each code point; what is not ASCII is a question mark."""
    return np.frombuffer(body.encode("ascii", "replace"), np.uint8)


def grid(dialect: Dialect, first: int, line: int, body: str, ending: str) -> Grid | None:
    """The records of a text of whole lines, when all have as many cells."""
    delimiter = dialect.delimiter
    if len(delimiter) != 1 or ord(delimiter) > 127 or delimiter == "?":
        return None
    text = body[: -len(ending)] if body.endswith(ending) else body
    width = text[: text.find(ending) if ending in text else None].count(delimiter) + 1
    if width > COLUMNS_MOST:
        return None
    marks = _marks(text)
    commas, breaks = np.flatnonzero(marks == ord(delimiter)), np.flatnonzero(marks == 10)
    records = len(breaks) + 1
    wanted = np.arange(1, records) * (width - 1)
    if len(commas) != records * (width - 1) or not np.array_equal(np.searchsorted(commas, breaks), wanted):
        return None
    return Grid(dialect, first, line, body, ending, width, records)
