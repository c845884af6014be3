"""What only a record as a whole tells: whether a date or year of birth shows an age over 89.

Source: 45 CFR 164.514(b)(2)(i)(C): "all elements of dates (including year) indicative of such age". Reference is the record's
latest date that is not a birth: of its row, of all rows of the same person where a column names the person, of the document
where there are no rows. Sentinels and days after `as_of` do not count. What shows 90 years or more by the record is high;
what only shows them as of today stays as its detector judged it.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from phiguard.cells import Ids
from phiguard.detectors._dates import Parts, day_of
from phiguard.detectors._labels import NO_LABEL, Strength
from phiguard.detectors._pattern import Detector
from phiguard.engine.classes import Classes
from phiguard.engine.days import NEVER, Latest, dated, parts_of
from phiguard.engine.text import seen
from phiguard.model import Block, BlockKind, Category, Confidence, Found, Match

_OLD = 90
_OLDEST = 130
_NAMING = (Category.MEDICAL_RECORDS, Category.SSNS, Category.HEALTH_PLANS, Category.OTHER_IDS)
"""Whose columns say which rows are one person's, in this order."""
SHOWS = "shows an age over 89"
Birth = tuple[Match, Parts]
"""A match that is a birth of long ago, and its day."""


@dataclass(slots=True)
class Records:
    """The latest day known, as a number: of the document's running text, and of each person whom a column names."""

    document: int = NEVER
    persons: dict[int, int] = field(default_factory=dict)

    def merge(self, other: Records) -> None:
        """Add another part of the same document; the order of parts does not matter."""
        self.document = max(self.document, other.document)
        for person, day in other.persons.items():
            self.persons[person] = max(self.persons.get(person, NEVER), day)

    def observe(
        self,
        blocks: Sequence[Block],
        matches: Sequence[Found | Classes],
        detectors: Sequence[Detector],
        as_of: dt.date,
    ) -> None:
        """Add what a chunk tells."""
        persons = _Persons.of(blocks, detectors)
        latest = Latest(blocks, matches, as_of, in_rows=persons is not None)
        self.document = max(self.document, latest.document)
        if persons is not None:
            known = self.persons
            for person, day in zip(persons.hashes.tolist(), latest.of(persons.rows).tolist(), strict=True):
                if day > known.get(person, NEVER):
                    known[person] = day

    def settle(
        self,
        blocks: Sequence[Block],
        matches: Sequence[Found | Classes],
        detectors: Sequence[Detector],
        as_of: dt.date,
    ) -> list[Found | Classes]:
        """A chunk's matches, where births that the record shows to be long ago are high and say so."""
        settled: list[Found | Classes] = [
            found if isinstance(found, Classes) else list(found) for found in matches
        ]
        births = [_births(block, found, as_of) for block, found in zip(blocks, matches, strict=True)]
        if not any(births):
            return settled
        latest, persons = Latest(blocks, matches, as_of, in_rows=True), _Persons.of(blocks, detectors)
        for number, (block, found) in enumerate(zip(blocks, settled, strict=True)):
            if births[number]:
                rows = [block.row(index) for index, _ in births[number]]
                days = self._references(rows, latest, persons)
                settled[number] = _with_births(found, births[number], days)
        return settled

    def _references(self, rows: Sequence[int | None], latest: Latest, persons: _Persons | None) -> list[int]:
        """By row, the latest day of its record."""
        told = []
        for row in rows:
            if row is None:
                told.append(max(self.document, latest.document))
            else:
                person = persons.of_row(row) if persons is not None else None
                known = self.persons.get(person, NEVER) if person is not None else NEVER
                told.append(max(known, latest.day(row)))
        return told


@dataclass(frozen=True, slots=True)
class _Persons:
    """Whose the rows are, by the first column that names persons: a hash that lives as long as the examination."""

    rows: Ids
    hashes: Ids

    @classmethod
    def of(cls, blocks: Sequence[Block], detectors: Sequence[Detector]) -> _Persons | None:
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
            return None
        stripped = [cell.strip() for cell in chosen.cells]
        said = np.fromiter(map(bool, stripped), np.bool_, len(stripped))
        hashes = np.fromiter(map(hash, stripped), np.int64, len(stripped))
        return cls(np.asarray(chosen.rows, np.int64)[said], hashes[said])

    def of_row(self, row: int) -> int | None:
        place = int(np.searchsorted(self.rows, row))
        return int(self.hashes[place]) if place < len(self.rows) and self.rows[place] == row else None


def _births(block: Block, found: Found | Classes, as_of: dt.date) -> list[tuple[int, list[Birth]]]:
    """By cell, the births 90 years or more before `as_of`."""
    if block.kind is BlockKind.NAMES:
        return []
    if not isinstance(found, Classes):
        cells: dict[int, list[Birth]] = {}
        for index, match in found:
            cells.setdefault(index, []).extend(_old(block.cells[index], (match,), as_of))
        return [(index, born) for index, born in cells.items() if born]
    if not dated(found):
        return []
    kept: dict[int, list[Birth]] = found.memo.kept["births"]

    def long_ago(key: int) -> int:
        kept[key] = _old(found.value(key), found.matches(key), as_of)
        return int(bool(kept[key]))

    table = found.memo.table("births", found.present(), long_ago)
    return [(index, kept[int(found.keys[index])]) for index in np.flatnonzero(table[found.keys]).tolist()]


def _old(cell: str, matches: Sequence[Match], as_of: dt.date) -> list[Birth]:
    """The matches that are births 90 years or more before `as_of`, with their days."""
    today = (as_of.year, as_of.month, as_of.day)
    births = []
    for match in matches:
        born = day_of(seen(cell[match.start : match.end])) if _is_birth(match) else None
        if born is not None and _shows(_long_ago(born, as_of), today):
            births.append((match, _long_ago(born, as_of)))
    return births


def _with_births(
    found: Found | Classes, births: Sequence[tuple[int, list[Birth]]], references: Sequence[int]
) -> Found | Classes:
    """The matches where births of long ago say so, and whether the record's latest day shows it."""
    told = [
        (index, [(match, _shows(born, parts_of(reference))) for match, born in days])
        for (index, days), reference in zip(births, references, strict=True)
    ]
    if isinstance(found, Classes):
        return found.varied(_variants(found, told))
    by_cell = dict(told)
    return [(index, _replaced((match,), by_cell.get(index, ()))[0]) for index, match in found]


def _variants(
    found: Classes, told: Sequence[tuple[int, list[tuple[Match, bool]]]]
) -> Iterator[tuple[int, int, tuple[Match, ...]]]:
    """(index, number of the variant, matches) of cells with births."""
    for index, days in told:
        which = 1 + sum(sure << place for place, (_, sure) in enumerate(days))
        yield index, which, _replaced(found.matches(int(found.keys[index])), days)


def _replaced(matches: Sequence[Match], births: Sequence[tuple[Match, bool]]) -> tuple[Match, ...]:
    return tuple(next((_said(m, sure=sure) for m, sure in births if m is match), match) for match in matches)


def _said(match: Match, *, sure: bool) -> Match:
    by = "on the record's latest date" if sure else "as of today"
    if match.category is Category.AGES:
        reason = f"a year of birth that {SHOWS} {by}"
        return replace(match, confidence=Confidence.HIGH if sure else match.confidence, reason=reason)
    return replace(match, reason=f"{match.reason}; {SHOWS} {by}")


def _is_birth(match: Match) -> bool:
    return (match.category is Category.DATES and match.kind == "birth") or (
        match.category is Category.AGES and match.kind == "birth year"
    )


def _long_ago(born: Parts, as_of: dt.date) -> Parts:
    """A two-digit year of birth that would lie ahead is one of the last century."""
    year, month, day = born
    return (year - 100, month, day) if year is not None and year > as_of.year else born


def _of_person(detector: Detector | None, kind: str) -> bool:
    return detector is not None and (detector.person or kind in detector.person_kinds)


def _shows(born: Parts, reference: Parts) -> bool:
    """Whether 90 years or more lie between; where one of the two is a year alone, by the years."""
    if born[0] is None or reference[0] is None:
        return False
    years = reference[0] - born[0]
    if born[1] is not None and reference[1] is not None:
        years -= (reference[1], reference[2] or 31) < (born[1], born[2] or 1)
    return _OLD <= years < _OLDEST
