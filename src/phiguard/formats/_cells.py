"""One record of delimited text taken apart: quotes, doubled quotes, escapes, and where each code point of a cell stood.

Source: RFC 4180, and what is written in its place: backslash escapes, quotes inside quoted cells, blanks before quotes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

COLUMNS_MOST = 1 << 17
"""Cells of a record that are told apart; what follows is one more cell."""

_LINES = re.compile(r"([^\r\n]*)(\r\n|\n|\r|\Z)")


@dataclass(frozen=True, slots=True)
class Dialect:
    """How a file writes its records.

    `quote`, `escape`: empty when there is none. `spaced`: blanks may stand before a quote. `preamble`: physical lines in
    front of the header. `header`: whether the first record after them names the columns. `shift`: columns in front of the
    first named one (row names).
    """

    delimiter: str
    quote: str = '"'
    escape: str = ""
    spaced: bool = False
    preamble: int = 0
    header: bool = True
    shift: int = 0


_PAIR = "\x00"
"""Stands for a doubled quote while a record is split; a record that holds it already is split the slow way."""


def quick(raw: str, delimiter: str, quote: str, *, several: bool = False) -> list[str] | None:
    """The cells of a record whose quotes stand only around whole cells, or doubled inside them; None when it is not as
    simple as that. `several`: the record has several lines; their ends must stand inside quotes."""
    if raw[0] == quote == raw[-1]:
        cells = raw[1:-1].split(quote + delimiter + quote)
        if raw.count(quote) == 2 * len(cells):
            return cells
    paired = quote * 2 in raw
    if paired:
        if _PAIR in raw:
            return None
        raw = raw.replace(quote * 2, _PAIR)
    parts = raw.split(quote)
    if len(parts) % 2 == 0:
        return None
    parts[0] = delimiter + parts[0]
    parts[-1] += delimiter
    step, cells = len(delimiter), []
    for index in range(0, len(parts), 2):
        outside = parts[index]
        if outside != delimiter:
            if len(outside) < 2 * step or not (outside.startswith(delimiter) and outside.endswith(delimiter)):
                return None
            more = outside[step:-step].split(delimiter)
            if (paired and not _resolve(more)) or (several and ("\n" in outside or "\r" in outside)):
                return None
            cells.extend(more)
        if index + 1 < len(parts):
            inside = parts[index + 1]
            cells.append(inside.replace(_PAIR, quote) if paired else inside)
    return cells


def _resolve(cells: list[str]) -> bool:
    """Make a cell that is two quotes an empty one; False when a cell has doubled quotes in any other way."""
    for index, cell in enumerate(cells):
        if _PAIR in cell:
            if cell != _PAIR:
                return False
            cells[index] = ""
    return True


@dataclass(slots=True)
class Record:
    """A record that is fed line by line until it is complete.

    `line`: the physical line where it begins. `literal`: the first cell in which a quote is a plain character (-1: none).
    `sloppy`: the open cell has a quote inside that closes nothing: unless the cell ends on the line where it began, its
    opening quote is held to be a plain character. `opened`: which of
    the fed lines opened the cell that is still open. `spans`: per cell, (offset in the raw record, length) of its parts.
    """

    dialect: Dialect
    line: int = 1
    literal: int = -1
    traced: bool = False
    cells: list[str] = field(default_factory=list)
    spans: list[list[tuple[int, int]]] = field(default_factory=list)
    fed: list[tuple[str, str]] = field(default_factory=list)
    size: int = 0
    opened: int = 0
    sloppy: bool = False
    _quoted: bool = False
    _continued: bool = False
    _parts: list[str] = field(default_factory=list)
    _places: list[tuple[int, int]] = field(default_factory=list)

    def raw(self) -> str:
        """The record as it stands in the file, without the end of its last line."""
        return "".join(line + end for line, end in self.fed[:-1]) + self.fed[-1][0]

    def feed(self, line: str, end: str) -> bool:
        """Take the next line (without its `end`); whether the record is complete with it."""
        self.fed.append((line, end))
        at, length = 0, len(line)
        while True:
            at = self._inside(line, at) if self._quoted else self._cell(line, at)
            if at < 0:
                self._add(line + end, length, length + len(end))
                self.size += length + len(end)
                return False
            self.close()
            if at >= length:
                self.size += length
                return True
            at += len(self.dialect.delimiter)

    def close(self) -> None:
        """End the cell that is being read."""
        self.cells.append("".join(self._parts))
        self._parts = []
        if self.traced:
            self.spans.append(self._places)
            self._places = []
        self._quoted = self._continued = self.sloppy = False

    def _add(self, line: str, start: int, end: int) -> None:
        if end > start:
            self._parts.append(line[start:end])
            if self.traced:
                self._places.append((self.size + start, end - start))

    def _cell(self, line: str, start: int) -> int:
        """Read a cell from its beginning, or from the line after an escaped line end; where it ends, or -1."""
        dialect, plain = self.dialect, 0 <= self.literal <= len(self.cells)
        if not self._continued:
            self.opened = len(self.fed) - 1
            at = start
            while dialect.spaced and line.startswith(" ", at):
                at += 1
            if (
                dialect.quote
                and not plain
                and line.startswith(dialect.quote, at)
                and len(self.cells) < COLUMNS_MOST
            ):
                self._quoted = True
                return self._inside(line, at + 1)
        if len(self.cells) >= COLUMNS_MOST:
            self._add(line, start, len(line))
            return len(line)
        return self._unquoted(line, start)

    def _unquoted(self, line: str, start: int) -> int:
        dialect, at = self.dialect, start
        while True:
            end = line.find(dialect.delimiter, at)
            end = len(line) if end < 0 else end
            escaped = line.find(dialect.escape, at, end) if dialect.escape else -1
            if escaped < 0:
                self._add(line, start, end)
                return end
            if escaped + 1 == len(line):
                self._add(line, start, escaped)
                self._continued = True
                return -1
            if self._is_special(line, escaped + 1):
                self._add(line, start, escaped)
                start = escaped + 1
            at = escaped + 2

    def _inside(self, line: str, start: int) -> int:
        """Read on inside quotes; where the delimiter or the end of the line follows the closing quote, or -1."""
        dialect, at = self.dialect, start
        while True:
            quote = line.find(dialect.quote, at)
            escaped = (
                line.find(dialect.escape, at, quote if quote >= 0 else len(line)) if dialect.escape else -1
            )
            if escaped >= 0:
                if escaped + 1 == len(line) or self._is_special(line, escaped + 1):
                    self._add(line, start, escaped)
                    start = escaped + 1
                at = escaped + 2
            elif quote < 0:
                self._add(line, start, len(line))
                return -1
            elif line.startswith(dialect.quote, quote + 1):
                self._add(line, start, quote + 1)
                start = at = quote + 2
            else:
                after = quote + 1
                while line.startswith(" ", after):
                    after += 1
                if after == len(line) or line.startswith(dialect.delimiter, after):
                    self._add(line, start, quote)
                    return after
                self.sloppy = True
                at = quote + 1
                if self.opened < len(self.fed) - 1:
                    return -1

    def _is_special(self, line: str, at: int) -> bool:
        """Whether a character loses its escape; `\\n` and the like are kept as written."""
        dialect = self.dialect
        return line.startswith((dialect.delimiter, dialect.escape), at) or line[at] == dialect.quote


class Split:
    """A raw record taken apart again, to find where a code point of a cell stood."""

    def __init__(self, dialect: Dialect, raw: str, literal: int) -> None:
        self._record = Record(dialect, literal=literal, traced=True)
        at, complete = 0, False
        while not complete:
            found = _LINES.match(raw, at)
            assert found is not None
            at = found.end()
            complete = self._record.feed(found[1], found[2])
            if not found[2]:
                break
        if not complete:
            self._record.close()

    def offset(self, column: int, offset: int) -> int:
        """The code point of the raw record that the code point `offset` of a cell was read from."""
        left, at = offset, 0
        for start, length in self._record.spans[column]:
            if left < length:
                return start + left
            left -= length
            at = start + length
        return at
