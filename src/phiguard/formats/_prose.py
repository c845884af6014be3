"""Running text in windows: bounded memory whatever the length of text or line, nothing at a seam lost or counted twice.

A window carries `MARGIN` code points of its neighbours as context; a match belongs to the window that owns its start.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import regex

from phiguard.model import Block, BlockKind, Chunk

WINDOW = 1 << 18
MARGIN = 1024
_BREAK = regex.compile(r"\r\n|\n|\r")


@dataclass(slots=True)
class Lines:
    """Line and column of offsets in one piece of text that begins at a given line and column (1-based)."""

    text: str
    line: int = 1
    column: int = 1
    _ends: list[int] | None = field(default=None, init=False)

    def at(self, offset: int) -> tuple[int, int]:
        """1-based (line, column) of the code point at `offset`; \\r\\n, \\n and \\r each end a line."""
        if self._ends is None:
            self._ends = [m.end() for m in _BREAK.finditer(self.text)]
        passed = bisect_right(self._ends, offset)
        if passed == 0:
            return self.line, self.column + offset
        return self.line + passed, offset - self._ends[passed - 1] + 1

    def locate(self, cell: int, offset: int) -> tuple[int, int]:
        """As `Block.locate` asks; there is one cell."""
        return self.at(offset)


def windows(pieces: Iterable[str]) -> Iterator[Chunk]:
    """Prose chunks of a text that arrives in pieces of any size."""
    buffer, context, start, line, column = "", "", 0, 1, 1
    for piece in pieces:
        buffer += piece
        while len(buffer) >= WINDOW + MARGIN:
            cut = _cut(buffer)
            yield _chunk(context, buffer[: cut + MARGIN], cut, start, line, column)
            passed = context + buffer[:cut]
            context = passed[-MARGIN:]
            line, column = Lines(passed, line, column).at(len(passed) - len(context))
            start += cut
            buffer = buffer[cut:]
    if buffer:
        yield _chunk(context, buffer, len(buffer), start, line, column)


def _cut(buffer: str) -> int:
    """Where the window ends: after the last line break, else the last space, else anywhere but inside \\r\\n."""
    for sought in ("\n", " "):
        found = buffer.rfind(sought, WINDOW // 2, WINDOW)
        if found >= 0:
            return found + 1
    return WINDOW - 1 if buffer[WINDOW - 1] == "\r" else WINDOW


def _chunk(context: str, rest: str, cut: int, start: int, line: int, column: int) -> Chunk:
    text = context + rest
    lines = Lines(text, line, column)
    owned = (len(context), len(context) + cut)
    block = Block((text,), lines.locate, BlockKind.PROSE, start=start - len(context), owned=owned)
    return Chunk((block,), len(text))
