"""Tables inside running text: a line of labels, and below it lines of cells, each read as if its label stood before it.

Cells are apart by tabs, bars, semicolons, commas, or two blanks and more; in the last case a cell belongs to the label that it
stands under.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import regex

from phiguard.detectors._labels import Strength
from phiguard.engine.readings import Reading
from phiguard.engine.second_readings import Second
from phiguard.engine.values import is_null
from phiguard.model import Confidence, Match

_LINE = regex.compile(r"[^\n\x00]{3,2000}")
_LABEL = regex.compile(r"\p{L}[\p{L}\d #/.'()_-]{1,39}:?")
_RULE = regex.compile(r"[-=+|: \t]{3,}")
_GAPS = "\t|; ,"
"""What may stand between cells (two blanks and more), the surest first."""
_STRICT = ";,"
"""Those that sentences have too: every line has as many of them as the labels."""
_APART = regex.compile(r"\S+(?:[ ]\S+)*")
_ROWS, _CELLS, _LONG = 200, 40, 120
"""Rows below one line of labels; labels in it; code points of a cell."""


@dataclass(frozen=True, slots=True)
class _Cell:
    start: int
    end: int
    text: str


def tabulated(text: str, known: Callable[[str], Strength]) -> Iterator[Second]:
    """A reading of each cell that stands under a label which is `known`, in a line where one is known as a strong one."""
    if "\n" not in text or not any(mark in text for mark in ("\t", "  ", "|", ";", ",")):
        return
    header: list[_Cell | None] = []
    gap, rows, last = "", 0, 0
    for line in _LINE.finditer(text):
        if rows and line.start() - last > 1:
            rows = 0
        last = line.end()
        if rows:
            if _RULE.fullmatch(line.group()):
                continue
            cells = _split(line, gap)
            if len(cells) > 1 and (gap not in _STRICT or len(cells) == len(header)):
                rows -= 1
                yield from _read(header, cells, gap, line.start())
                continue
            rows = 0
        for gap in _GAPS:
            cells = _split(line, gap)
            if not _are_labels(cells):
                continue
            header = [cell if cell is not None and known(cell.text) else None for cell in cells]
            if any(cell is not None and known(cell.text) is Strength.STRONG for cell in header):
                rows = _ROWS
                header = [
                    cell and _Cell(cell.start - line.start(), cell.end - line.start(), cell.text)
                    for cell in header
                ]
                break


def _split(line: regex.Match[str], gap: str) -> list[_Cell | None]:
    """The cells of a line by where they stand; between tabs and bars an empty one is None."""
    whole = line.group()
    if gap not in whole or (gap == " " and "  " not in whole.strip()):
        return []
    if gap == " ":
        return [
            _Cell(line.start() + m.start(), line.start() + m.end(), m.group()) for m in _APART.finditer(whole)
        ]
    cells: list[_Cell | None] = []
    at = line.start()
    for part in whole.split(gap):
        stripped = part.strip()
        lead = len(part) - len(part.lstrip())
        cells.append(_Cell(at + lead, at + lead + len(stripped), stripped) if stripped else None)
        at += len(part) + 1
    return cells


def _are_labels(cells: list[_Cell | None]) -> bool:
    """Whether a line holds two labels or more and nothing else."""
    said = [cell for cell in cells if cell is not None]
    return 2 <= len(said) <= _CELLS and all(_LABEL.fullmatch(cell.text) for cell in said)


def _read(header: list[_Cell | None], cells: list[_Cell | None], gap: str, line: int) -> Iterator[Second]:
    for place, cell in enumerate(cells):
        if cell is None or cell.end - cell.start > _LONG or is_null(cell.text):
            continue
        label = _above(header, cell, line) if gap == " " else header[place] if place < len(header) else None
        if label is not None:
            yield _labelled(label.text.rstrip(":"), cell)


def _above(header: list[_Cell | None], cell: _Cell, line: int) -> _Cell | None:
    """The label that a cell stands under: one that it overlaps."""
    start, end = cell.start - line, cell.end - line
    over = ((min(end, label.end) - max(start, label.start), label) for label in header if label is not None)
    shared, best = max(over, key=lambda pair: pair[0], default=(0, None))
    return best if shared > 0 else None


def _labelled(label: str, cell: _Cell) -> Second:
    lead = f"{label}: "
    reading = Reading(lead + cell.text, (0, len(lead)), (cell.start, cell.start), (cell.start, -1))

    def counts(match: Match) -> bool:
        return match.start >= len(lead) and match.confidence >= Confidence.MEDIUM

    return Second(reading, counts)
