"""Text that arrives in pieces: cut again into even steps, and long fields of a table or a JSON file given as prose windows.

A long field is scanned as it reads (escapes resolved), and every place in it still points at the physical line and column.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace

from phiguard.formats._prose import Lines, windows
from phiguard.model import Chunk

STEP = 1 << 19
"""Code points read at a time; a chunk of a table or a JSON file is what was completed in one step."""

PIECE = 1 << 14
"""Code points of a long field whose place is worked out together."""

RawOffset = Callable[[str, int], int]
"""(text as it stands in the file, code point as it reads) -> code point as it stands."""


def steps(pieces: Iterable[str], size: int = STEP) -> Iterator[str]:
    """The same text in pieces of exactly `size` code points (the last may be shorter), whatever the pieces were."""
    held: list[str] = []
    length = 0
    for piece in pieces:
        held.append(piece)
        length += len(piece)
        if length >= size:
            text = "".join(held)
            full = length - length % size
            for at in range(0, full, size):
                yield text[at : at + size]
            held, length = [text[full:]], length - full
    if length:
        yield "".join(held)


def same(raw: str, offset: int) -> int:
    """The `RawOffset` of text that reads as it stands."""
    return offset


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a long field: as it reads, as it stands in the file, and where it stands. Never ends inside an escape."""

    text: str
    raw: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Owner:
    """What a long field belongs to. `start`: code points before it, when it is a part of the document and not a value."""

    name: str | None = None
    field: str | None = None
    row: int | None = None
    start: int = 0


@dataclass(frozen=True, slots=True)
class _Places:
    """Places in one window: the pieces that it covers, each with the offset in the field at which it begins."""

    start: int
    begins: tuple[int, ...]
    pieces: tuple[Piece, ...]
    lines: tuple[Lines, ...]
    raw_offset: RawOffset

    def locate(self, cell: int, offset: int) -> tuple[int, int]:
        """As `Block.locate` asks; there is one cell."""
        at = self.start + offset
        index = max(0, bisect_right(self.begins, at) - 1)
        return self.lines[index].at(self.raw_offset(self.pieces[index].raw, at - self.begins[index]))


@dataclass(slots=True)
class _Track:
    """The pieces of a field that a window can still reach."""

    source: Iterable[Piece]
    kept: deque[tuple[int, Piece, Lines]] = field(default_factory=deque)

    def texts(self) -> Iterator[str]:
        at = 0
        for piece in self.source:
            self.kept.append((at, piece, Lines(piece.raw, piece.line, piece.column)))
            at += len(piece.text)
            yield piece.text

    def places(self, start: int, raw_offset: RawOffset) -> _Places:
        while len(self.kept) > 1 and self.kept[1][0] <= start:
            self.kept.popleft()
        begins, pieces, lines = zip(*self.kept, strict=True)
        return _Places(start, begins, pieces, lines, raw_offset)


def long_text(pieces: Iterable[Piece], owner: Owner, raw_offset: RawOffset = same) -> Iterator[Chunk]:
    """Prose chunks of a long field, in bounded memory."""
    track = _Track(pieces)
    for chunk in windows(track.texts()):
        block = chunk.blocks[0]
        places = track.places(block.start, raw_offset)
        rows = None if owner.row is None else (owner.row,)
        placed = replace(
            block,
            locate=places.locate,
            name=owner.name,
            field=owner.field,
            rows=rows,
            start=owner.start + block.start,
        )
        yield Chunk((placed,), chunk.size)


def plain(texts: Iterable[str], line: int = 1, column: int = 1) -> Iterator[Piece]:
    """Pieces of a text that reads as it stands and begins at a given place."""
    held = ""
    for text in texts:
        whole = held + text
        held = whole[-1:] if whole.endswith("\r") else ""
        whole = whole[: len(whole) - len(held)]
        at = 0
        while at < len(whole):
            end = at + PIECE
            # \r\n ends one line: never cut between the two
            end += whole[end - 1 : end + 1] == "\r\n"
            part = whole[at:end]
            yield Piece(part, part, line, column)
            line, column = Lines(part, line, column).at(len(part))
            at = end
    if held:
        yield Piece(held, held, line, column)
