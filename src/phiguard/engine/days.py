"""The latest days of a chunk's rows, as numbers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import partial

import numpy as np

from phiguard.cells import Ids
from phiguard.detectors._dates import Parts, day_of
from phiguard.engine.classes import Classes
from phiguard.engine.text import seen
from phiguard.model import Block, BlockKind, Category, Confidence, Found, Match

NEVER = 0
"""No day."""


class Latest:
    """The latest day of a chunk's rows, and of what has no rows, that is no birth and not after `as_of`. `in_rows`: whether rows
    are asked for."""

    def __init__(
        self, blocks: Sequence[Block], matches: Sequence[Found | Classes], as_of: dt.date, *, in_rows: bool
    ) -> None:
        self.document, self._first, self._days = NEVER, 0, np.zeros(0, np.int64)
        today = number_of((as_of.year, as_of.month, as_of.day))
        rows = [block.rows for block in blocks if block.rows is not None and len(block.rows)]
        if rows and in_rows:
            self._first = min(min(part[0], part[-1]) for part in rows)
            self._days = np.zeros(max(max(part[0], part[-1]) for part in rows) - self._first + 1, np.int64)
        for block, found in zip(blocks, matches, strict=True):
            if block.kind is BlockKind.NAMES or (block.rows is not None and not in_rows):
                continue
            if isinstance(found, Classes):
                if not dated(found):
                    continue
                table = found.memo.table("latest", found.present(), partial(_last_day, found, today))
                self._add(block, np.arange(len(found.keys)), table[found.keys])
            else:
                days = [(index, _day(block.cells[index], match, today)) for index, match in found]
                self._add(block, *np.array(days, np.int64).reshape(-1, 2).T)

    def _add(self, block: Block, cells: Ids, days: Ids) -> None:
        if not days.any():
            return
        if block.rows is None:
            self.document = max(self.document, int(days.max()))
        else:
            np.maximum.at(self._days, np.asarray(block.rows, np.int64)[cells] - self._first, days)

    def of(self, rows: Ids) -> Ids:
        """The latest days of some rows."""
        return self._days[rows - self._first]

    def day(self, row: int) -> int:
        """The latest day of a row."""
        place = row - self._first
        return int(self._days[place]) if 0 <= place < len(self._days) else NEVER


def dated(found: Classes) -> bool:
    """Whether some class may hold a day."""
    return any(
        match.category in (Category.DATES, Category.AGES)
        for key, _ in found.counts()
        for match in found.matches(key)
    )


def _last_day(found: Classes, today: int, key: int) -> int:
    """The latest day that a cell of a class says."""
    cell = found.value(key)
    return max((_day(cell, match, today) for match in found.matches(key)), default=NEVER)


def _day(cell: str, match: Match, today: int) -> int:
    """The day that a match is, if it counts."""
    if match.category is not Category.DATES or match.kind == "birth":
        return NEVER
    if match.confidence is Confidence.LOW and match.kind != "year":
        return NEVER
    day = day_of(seen(cell[match.start : match.end]))
    if day is None or day[0] is None:
        return NEVER
    number = number_of(day)
    return number if number >> 2 <= today >> 2 else NEVER


def number_of(day: Parts) -> int:
    """A day as a number that grows with time; what it does not say counts as early as may be, and two bits tell what it says."""
    year, month, of_month = day
    says = (month is not None) * 2 + (of_month is not None)
    return (((year or 0) * 16 + (month or 1)) * 32 + (of_month or 1)) * 4 + says


def parts_of(number: int) -> Parts:
    """The day that a number stands for; no year: none."""
    says, day = number & 3, number >> 2
    year, month, of_month = day >> 9, day >> 5 & 15, day & 31
    return (year or None, month if says & 2 else None, of_month if says & 1 else None)
