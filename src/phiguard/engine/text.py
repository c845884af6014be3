"""From a block to one text that patterns run over, and back to cells."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import regex

from phiguard.detectors._labels import RUNS
from phiguard.engine.readings import hides, reveal

SEPARATOR = "\n\x00\n"
"""Between cells: white space on both sides and a NUL, so that neither `\\s`, `\\S` nor `[^\\n]` crosses it."""


def _folds() -> dict[int, str]:
    table = {0: "\ufffd"} | dict.fromkeys((0xA0, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000), " ")
    table |= dict.fromkeys((0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029), "\n")
    table |= {wide: chr(wide - 0xFEE0) for wide in range(0xFF01, 0xFF5F)}
    table |= dict.fromkeys((0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2212, 0xFE63), "-")
    table |= dict.fromkeys((0x2018, 0x2019, 0x02BC, 0x00B4), "'") | dict.fromkeys((0x201C, 0x201D), '"')
    for zero in (0x0660, 0x06F0, 0x0966):
        table |= {zero + i: str(i) for i in range(10)}
    return table


_FOLDS = _folds()
_CONTROL = regex.compile(r"[\x00\x0b-\x0d]")


def fold(text: str) -> str:
    """One code point for one: digits of other scripts, full width, dashes, quotes, spaces and line ends as ASCII; offsets stay as they are."""
    if text.isascii() and not _CONTROL.search(text):
        return text
    return text.translate(_FOLDS)


def fills(start: int, end: int, cell: str) -> bool:
    """Whether nothing but blanks stands around `cell[start:end]`."""
    return not cell[:start].strip() and not cell[end:].strip()


def seen(text: str) -> str:
    """A cell as people see it, folded: for what is asked of its text alone."""
    return fold(reveal(text).text if hides(text) else text)


@dataclass(frozen=True, slots=True)
class Joined:
    """The cells of a block as one text; `starts[i]` is where cell i begins. `words`: where each run of letters, or of one to
    three digits, stands."""

    text: str
    starts: Sequence[int]
    lengths: Sequence[int]
    words: Mapping[str, list[int]]

    def cell_at(self, offset: int) -> int:
        """Index of the cell that the code point at `offset` belongs to."""
        return bisect_right(self.starts, offset) - 1


def join(raw: Sequence[str], *, names: bool = False) -> Joined:
    """Fold and join cells. In names of things (`names`) an underscore counts as a space."""
    cells = [fold(cell) for cell in raw]
    if names:
        cells = [cell.replace("_", " ") for cell in cells]
    return join_folded(cells, words=True)


def join_folded(cells: Sequence[str], *, words: bool) -> Joined:
    """Cells that are folded already as one text; `words`: say where its words stand."""
    starts, offset = [], 0
    for cell in cells:
        starts.append(offset)
        offset += len(cell) + len(SEPARATOR)
    text = SEPARATOR.join(cells)
    return Joined(text, starts, [len(cell) for cell in cells], _words(text) if words else {})


def _words(text: str) -> Mapping[str, list[int]]:
    places: dict[str, list[int]] = {}
    for found in RUNS.finditer(text):
        places.setdefault(found.group().lower(), []).append(found.start())
    return places


def stretches(places: list[int], reach: int) -> Iterator[tuple[int, int]]:
    """Where a match may begin that has one of the places within its first `reach` code points: (first, last), apart."""
    first = last = -1
    for place in places:
        if last >= 0 and place - reach > last:
            yield first, last
            first = -1
        first, last = (max(0, place - reach) if first < 0 else first), place
    if last >= 0:
        yield first, last
