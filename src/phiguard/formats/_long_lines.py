"""A line of a table that is too long to be held: its cells in groups, and a cell that is itself too long in pieces.

Doubled quotes and escapes stay as they are written, so that places are plain sums.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from phiguard.formats._cells import COLUMNS_MOST, Dialect
from phiguard.formats._records import LongLine
from phiguard.formats._streams import Piece, plain

CELL_MOST = 1 << 19
"""Code points of a cell that is still given whole."""


@dataclass(frozen=True, slots=True)
class LongCell:
    """A cell in pieces, which must be read to their end."""

    column: int
    pieces: Iterator[Piece]


@dataclass(frozen=True, slots=True)
class PlacedCell:
    """A whole cell and the physical column at which it begins."""

    column: int
    text: str
    start: int


class LongCells:
    """Takes a long line apart."""

    def __init__(self, long: LongLine, dialect: Dialect) -> None:
        self._texts, self._line, self._dialect = long.texts, long.line, dialect
        self._buffer, self._at, self._ended = "", 0, False
        self._passed = 0
        self._column = 0
        self._done = False

    def items(self) -> Iterator[list[PlacedCell] | LongCell]:
        """Cells in groups of about `CELL_MOST` code points, and long cells one by one."""
        group: list[PlacedCell] = []
        size = 0
        while not self._done:
            self._fill()
            cell = self._whole_cell()
            if cell is not None:
                group.append(cell)
                size += len(cell.text) + 1
            if group and (cell is None or size >= CELL_MOST):
                yield group
                group, size = [], 0
            if cell is None:
                yield LongCell(self._column, self._long_cell())
            self._column += 1
        if group:
            yield group

    def _fill(self) -> None:
        if len(self._buffer) - self._at <= CELL_MOST and not self._ended:
            self._more()

    def _more(self) -> None:
        self._passed += self._at
        piece = next(self._texts, None)
        self._ended = piece is None
        self._buffer = self._buffer[self._at :] + (piece or "")
        self._at = 0
        if not self._ended and len(self._buffer) <= CELL_MOST:
            self._more()

    def _whole_cell(self) -> PlacedCell | None:
        """The next cell, or None when it ends beyond what is held."""
        if self._column >= COLUMNS_MOST:
            return None
        delimiter, start = self._dialect.delimiter, self._at
        if self._is_quoted():
            end = self._closing(start + 1)
            if end >= 0:
                self._pass(end + 1)
                return PlacedCell(self._column, self._buffer[start + 1 : end], self._passed + start + 2)
            if not self._ended:
                return None
        end = self._buffer.find(delimiter, start)
        if end < 0 and not self._ended:
            return None
        end = len(self._buffer) if end < 0 else end
        self._pass(end)
        return PlacedCell(self._column, self._buffer[start:end], self._passed + start + 1)

    def _is_quoted(self) -> bool:
        return bool(self._dialect.quote) and self._buffer.startswith(self._dialect.quote, self._at)

    def _closing(self, at: int) -> int:
        """Where the closing quote stands, or -1."""
        quote, delimiter = self._dialect.quote, self._dialect.delimiter
        while True:
            found = self._buffer.find(quote, at)
            after = found + 1
            if (
                found < 0
                or self._buffer.startswith(delimiter, after)
                or (self._ended and after == len(self._buffer))
            ):
                return found
            at = after + self._buffer.startswith(quote, after)

    def _pass(self, end: int) -> None:
        """Go on behind the delimiter at `end`, or note that the line is over."""
        self._done = end >= len(self._buffer) and self._ended
        self._at = min(len(self._buffer), end + len(self._dialect.delimiter))

    def _long_cell(self) -> Iterator[Piece]:
        ending = self._dialect.delimiter
        if self._column >= COLUMNS_MOST:
            ending = ""
        elif self._is_quoted():
            self._at += 1
            ending = self._dialect.quote + ending
        return plain(self._until(ending), self._line, self._passed + self._at + 1)

    def _until(self, ending: str) -> Iterator[str]:
        while True:
            found = self._buffer.find(ending, self._at) if ending else -1
            stop = found if found >= 0 else len(self._buffer)
            if found < 0 and not self._ended:
                stop -= max(0, len(ending) - 1)
            yield self._buffer[self._at : stop]
            self._at = stop
            if found >= 0:
                self._at += len(ending)
                return
            if self._ended:
                self._done = True
                return
            self._more()
