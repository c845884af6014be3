"""What only a record as a whole tells: whether a date or year of birth shows an age over 89.

Source: 45 CFR 164.514(b)(2)(i)(C): "all elements of dates (including year) indicative of such age". Reference is the record's
latest date that is not a birth: of its row, of all rows of the same person where a column names the person, of the document
where there are no rows. Sentinels and days after `as_of` do not count. What shows 90 years or more by the record is high;
what only shows them as of today stays as its detector judged it.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from phiguard.detectors._dates import Parts, day_of
from phiguard.detectors._labels import NO_LABEL, Strength
from phiguard.detectors._pattern import Detector
from phiguard.engine.text import seen
from phiguard.model import Block, BlockKind, Category, Confidence, Found, Match

_OLD = 90
_OLDEST = 130
_LAST = (12, 31)
_NAMING = (Category.MEDICAL_RECORDS, Category.SSNS, Category.HEALTH_PLANS, Category.OTHER_IDS)
"""Whose columns say which rows are one person's, in this order."""
SHOWS = "shows an age over 89"


@dataclass(slots=True)
class Records:
    """The latest day known: of the document's running text, and of each person whom a column names."""

    document: Parts | None = None
    persons: dict[int, Parts] = field(default_factory=dict)

    def merge(self, other: Records) -> None:
        """Add another part of the same document; the order of parts does not matter."""
        self.document = _later(self.document, other.document)
        for person, day in other.persons.items():
            self.persons[person] = _later(self.persons.get(person), day) or day

    def observe(
        self, blocks: Sequence[Block], matches: Sequence[Found], detectors: Sequence[Detector], as_of: dt.date
    ) -> None:
        """Add what a chunk tells."""
        persons = _persons(blocks, detectors)
        latest = _latest(blocks, matches, as_of, in_rows=bool(persons))
        for row, person in persons.items():
            if row in latest:
                self.persons[person] = _later(self.persons.get(person), latest[row]) or latest[row]
        self.document = _later(self.document, latest.get(None))

    def settle(
        self, blocks: Sequence[Block], matches: Sequence[Found], detectors: Sequence[Detector], as_of: dt.date
    ) -> list[Found]:
        """A chunk's matches, where births that the record shows to be long ago are high and say so."""
        births = list(_births(blocks, matches, as_of))
        if not births:
            return [list(found) for found in matches]
        latest, persons = _latest(blocks, matches, as_of, in_rows=True), _persons(blocks, detectors)
        settled = [list(found) for found in matches]
        for row, block, place, match, born in births:
            known = self.document if row is None else self.persons.get(persons.get(row, 0))
            reference = _later(known, latest.get(row))
            sure = reference is not None and _shows(born, reference)
            index, _ = settled[block][place]
            settled[block][place] = index, _said(match, sure=sure)
        return settled


def _said(match: Match, *, sure: bool) -> Match:
    by = "on the record's latest date" if sure else "as of today"
    if match.category is Category.AGES:
        reason = f"a year of birth that {SHOWS} {by}"
        return replace(match, confidence=Confidence.HIGH if sure else match.confidence, reason=reason)
    return replace(match, reason=f"{match.reason}; {SHOWS} {by}")


def _births(
    blocks: Sequence[Block], matches: Sequence[Found], as_of: dt.date
) -> Iterator[tuple[int | None, int, int, Match, Parts]]:
    """(row, index of the block, of the match in it, the match, the day) of births 90 years or more before `as_of`."""
    today = (as_of.year, as_of.month, as_of.day)
    for number, (block, found) in enumerate(zip(blocks, matches, strict=True)):
        for place, (index, match) in enumerate(found):
            if not _is_birth(match) or block.kind is BlockKind.NAMES:
                continue
            born = day_of(seen(block.cells[index][match.start : match.end]))
            if born is not None and _shows(_long_ago(born, as_of), today):
                yield block.row(index), number, place, match, _long_ago(born, as_of)


def _is_birth(match: Match) -> bool:
    return (match.category is Category.DATES and match.kind == "birth") or (
        match.category is Category.AGES and match.kind == "birth year"
    )


def _long_ago(born: Parts, as_of: dt.date) -> Parts:
    """A two-digit year of birth that would lie ahead is one of the last century."""
    year, month, day = born
    return (year - 100, month, day) if year is not None and year > as_of.year else born


def _latest(
    blocks: Sequence[Block], matches: Sequence[Found], as_of: dt.date, *, in_rows: bool
) -> dict[int | None, Parts]:
    """The latest day of each row (None: of what has no rows) that is no birth and not after `as_of`. `in_rows`: whether rows
    are asked for."""
    today = (as_of.year, as_of.month, as_of.day)
    days: dict[int | None, Parts] = {}
    for block, found in zip(blocks, matches, strict=True):
        if block.kind is BlockKind.NAMES or (block.rows is not None and not in_rows):
            continue
        for index, match in found:
            if match.category is not Category.DATES or match.kind == "birth":
                continue
            if match.confidence is Confidence.LOW and match.kind != "year":
                continue
            day = day_of(seen(block.cells[index][match.start : match.end]))
            if day is not None and day[0] is not None and _order(day) <= today:
                row = block.row(index)
                days[row] = _later(days.get(row), day) or day
    return days


def _persons(blocks: Sequence[Block], detectors: Sequence[Detector]) -> dict[int, int]:
    """Row -> whose it is, by the first column that names persons; a hash that lives as long as the examination."""
    by_category = {d.category: d for d in detectors}
    named = defaultdict(list)
    for block in blocks:
        if block.kind is BlockKind.COLUMN and block.name and block.rows is not None:
            for category in _NAMING:
                detector = by_category.get(category)
                label = detector.labels.match(block.name) if detector else NO_LABEL
                if label.strength is Strength.STRONG and _of_person(detector, label.kind):
                    named[category].append(block)
    chosen = next((named[category][0] for category in _NAMING if named[category]), None)
    if chosen is None or chosen.rows is None:
        return {}
    return {
        row: hash(cell.strip()) for row, cell in zip(chosen.rows, chosen.cells, strict=True) if cell.strip()
    }


def _of_person(detector: Detector | None, kind: str) -> bool:
    return detector is not None and (detector.person or kind in detector.person_kinds)


def _order(day: Parts) -> tuple[int, int, int]:
    """A day as it is compared: what it does not say counts as early as may be."""
    return day[0] or 0, day[1] or 1, day[2] or 1


def _later(one: Parts | None, other: Parts | None) -> Parts | None:
    days: Iterable[Parts] = (day for day in (one, other) if day is not None)
    return max(days, key=_order, default=None)


def _shows(born: Parts, reference: Parts) -> bool:
    """Whether 90 years or more lie between; where one of the two is a year alone, by the years."""
    if born[0] is None or reference[0] is None:
        return False
    years = reference[0] - born[0]
    if born[1] is not None and reference[1] is not None:
        years -= (reference[1], reference[2] or 31) < (born[1], born[2] or 1)
    return _OLD <= years < _OLDEST
