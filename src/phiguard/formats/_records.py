"""Records of delimited text, streamed: each with its row, and a way from a code point of a cell to its physical place.

Lines without quotes are split and no more; the rest is taken apart by `Record`, and only the raw text of such a record is
kept, from which places are worked out when they are asked for. A quote that does not close is read as a plain character.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice, repeat

from phiguard.formats._batches import Batch, Grid, grid
from phiguard.formats._cells import COLUMNS_MOST, Dialect, Record, quick
from phiguard.formats._streams import steps

LINE_MOST = 1 << 22
"""Code points of a line that is still split as a whole; a longer one is given as a `LongLine`."""

QUOTED_MOST = 1 << 20
"""Code points that a record of several lines may have before its open quote is held to be no quote."""

_BREAK = re.compile(r"\r\n|\n|\r")
_BODY = 1 << 20
"""Code points that are split at once, about: many at once cost less each."""
_SEVERAL = 64


@dataclass(slots=True)
class LongLine:
    """A line too long to be held. `texts` must be read to its end before the reader is asked for more."""

    row: int
    line: int
    texts: Iterator[str]


class Reader:
    """Reads records from pieces of text. `unclosed`: lines whose quotes were read as plain characters."""

    def __init__(self, pieces: Iterable[str], dialect: Dialect) -> None:
        self.dialect = dialect
        self.unclosed: list[int] = []
        self._stream = steps(pieces)
        self._line = 1
        self._row = 0 if dialect.header else 1
        self._skip = dialect.preamble
        self._width = 0
        self._pending: Record | None = None
        self._rest = ""

    def items(self) -> Iterator[Batch | LongLine]:
        """All records in order; the lines of the preamble come first, as comments."""
        carry = ""
        while True:
            piece = self._piece()
            text = carry + (piece or "")
            end = len(text) if piece is None else _last_break(text)
            if end:
                yield self._body(text[:end])
            carry = text[end:]
            if piece is None:
                break
            if len(carry) > LINE_MOST:
                yield from self._finish()
                yield self._long(carry)
                carry = self._rest
        yield from self._finish()

    def _piece(self) -> str | None:
        """The next pieces of the stream together; None at its end."""
        pieces: list[str] = []
        size = 0
        while size < _BODY:
            piece = next(self._stream, None)
            if piece is None:
                break
            pieces.append(piece)
            size += len(piece)
        return "".join(pieces) if pieces else None

    def _body(self, body: str) -> Batch:
        found = self._grid(body)
        if found is not None:
            return found
        batch = Batch(self.dialect, self._row, size=len(body))
        lines, ends = _split_lines(body)
        if "" not in lines and self._is_plain(body):
            delimiter = self.dialect.delimiter
            batch.rows = [line.split(delimiter, COLUMNS_MOST) for line in lines]
            batch.lines = range(self._line, self._line + len(lines))
            self._line += len(lines)
            self._row += len(lines)
            self._width = self._width or len(batch.rows[0])
        else:
            self._take(batch, zip(lines, ends, strict=False))
        return batch

    def _grid(self, body: str) -> Grid | None:
        """The body as a grid of cells, when it is one."""
        if not self._is_plain(body):
            return None
        ending = "\r\n" if "\r" in body else "\n"
        if ending == "\r\n" and not body.count("\r") == body.count("\n") == body.count("\r\n"):
            return None
        if body[0] in "\n\r" or ending * 2 in body:
            return None
        found = grid(self.dialect, self._row, self._line, body, ending)
        if found is not None:
            self._line += len(found)
            self._row += len(found)
            self._width = self._width or found.width
        return found

    def _is_plain(self, body: str) -> bool:
        """Whether every line, but for empty ones, is a record that only needs splitting."""
        quote, escape = self.dialect.quote, self.dialect.escape
        if (
            self._pending is not None
            or self._skip
            or (quote and quote in body)
            or (escape and escape in body)
        ):
            return False
        return body[0] not in "# " and "\n#" not in body and "\n " not in body

    def _take(self, batch: Batch, lines: Iterable[tuple[str, str]]) -> None:
        queue = deque(lines)
        while queue:
            line, end = queue.popleft()
            self._line += 1
            if self._pending is None and (
                self._take_simple(batch, line) or self._take_several(batch, line, end, queue)
            ):
                continue
            record = self._pending or Record(self.dialect, self._line - 1)
            if record.feed(line, end):
                self._add(batch, record.cells, record.line, record.raw(), record.literal)
                self._pending = None
            elif record.sloppy or record.size > QUOTED_MOST:
                queue.extendleft(reversed(self._give_up(batch, record)))
            else:
                self._pending = record

    def _take_simple(self, batch: Batch, line: str) -> bool:
        """Take a line that is no record, or one that needs no more than splitting."""
        dialect = self.dialect
        if self._skip:
            self._skip -= 1
            self._comment(batch, line)
            return True
        if not line or line[0] in "# ":
            if not line.strip(" "):
                return True
            if line[0] == "#" and self._width > 1 and line.count(dialect.delimiter) + 1 != self._width:
                self._comment(batch, line)
                return True
        if dialect.escape and dialect.escape in line:
            return False
        if not dialect.quote or dialect.quote not in line:
            self._add(batch, line.split(dialect.delimiter, COLUMNS_MOST), self._line - 1, "", -1)
            return True
        cells = quick(line, dialect.delimiter, dialect.quote)
        if cells is None or len(cells) > COLUMNS_MOST:
            return False
        self._add(batch, cells, self._line - 1, line, -1)
        return True

    def _take_several(self, batch: Batch, line: str, end: str, queue: deque[tuple[str, str]]) -> bool:
        """Take a record of several lines that are all at hand and simple."""
        quote = self.dialect.quote
        if not quote or self.dialect.escape or not line.count(quote) % 2:
            return False
        raw = [line, end]
        for more, more_end in islice(queue, _SEVERAL):
            raw.append(more)
            if more.count(quote) % 2:
                break
            raw.append(more_end)
        else:
            return False
        whole = "".join(raw)
        cells = quick(whole, self.dialect.delimiter, quote, several=True)
        if cells is None or len(cells) > COLUMNS_MOST or len(whole) > QUOTED_MOST:
            return False
        self._add(batch, cells, self._line - 1, whole, -1)
        for _ in range(len(raw) // 2):
            queue.popleft()
            self._line += 1
        return True

    def _comment(self, batch: Batch, line: str) -> None:
        if line.strip():
            batch.comments.append((self._line - 1, line))

    def _add(self, batch: Batch, cells: list[str], line: int, raw: str, literal: int) -> None:
        if raw:
            batch.raws[len(batch.rows)] = raw, literal
        batch.rows.append(cells)
        assert isinstance(batch.lines, list)
        batch.lines.append(line)
        self._row += 1
        self._width = self._width or len(cells)

    def _give_up(self, batch: Batch, record: Record) -> list[tuple[str, str]]:
        """Read the open quote as a plain character: the record ends with its line, and the lines after it are read again."""
        self.unclosed.append(record.line + record.opened)
        self._pending = None
        kept, again = record.fed[: record.opened + 1], record.fed[record.opened + 1 :]
        plain = Record(self.dialect, record.line, literal=len(record.cells))
        for line, end in kept:
            plain.feed(line, end)
        plain.close()
        self._add(batch, plain.cells, plain.line, plain.raw(), plain.literal)
        self._line -= len(again)
        return again

    def _finish(self) -> Iterator[Batch]:
        """End the record that is still open."""
        while self._pending is not None:
            batch = Batch(self.dialect, self._row, size=self._pending.size)
            self._take(batch, self._give_up(batch, self._pending))
            yield batch

    def _long(self, carry: str) -> LongLine:
        long = LongLine(self._row, self._line, self._until_break(carry))
        self._line += 1
        self._row += 1
        return long

    def _until_break(self, text: str) -> Iterator[str]:
        self._rest = ""
        more: str | None = text
        held = ""
        while more is not None:
            text = held + more
            held = ""
            found = _BREAK.search(text)
            if found is not None and found.end() < len(text):
                yield text[: found.start()]
                self._rest = text[found.end() :]
                return
            if found is not None:
                text, held = text[: found.start()], text[found.start() :]
            yield text
            more = next(self._stream, None)


def _last_break(text: str) -> int:
    """Where the last complete line ends; a final \\r may be half of a \\r\\n."""
    return max(text.rfind("\n"), text.rfind("\r", 0, len(text) - 1)) + 1


def _split_lines(body: str) -> tuple[list[str], Iterable[str]]:
    """Lines without their ends, and their ends (as many or more)."""
    returns, feeds = body.count("\r"), body.count("\n")
    ends: Iterable[str]
    if not returns:
        lines, ends = body.split("\n"), repeat("\n")
    elif returns == feeds == body.count("\r\n"):
        lines, ends = body.split("\r\n"), repeat("\r\n")
    else:
        lines, ends = _BREAK.split(body), [*_BREAK.findall(body), ""]
    if not lines[-1]:
        lines.pop()
    return lines, ends
