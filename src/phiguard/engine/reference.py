"""The reference engine: each detector's regexes over the whole block. Plain, and the specification.

A match whose check fails does not consume its text: the search goes on one code point further. A labelled value is tried
only where one of its label's first words stands, which is where it can match at all; a column's cells that repeat are judged once.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

import regex

from phiguard.detectors import _regexes as regexes
from phiguard.detectors._labels import NO_LABEL, LabelMatch, Strength, beginnings
from phiguard.detectors._pattern import (
    Candidate,
    Detector,
    Pattern,
    behind_regex,
    deny_regex,
    labelled_regex,
)
from phiguard.engine.around import ahead, listed, may_lead
from phiguard.engine.decide import decide
from phiguard.engine.readings import hides, moved, reveal
from phiguard.engine.second_readings import Second, again
from phiguard.engine.tabular import tabulated
from phiguard.engine.text import Joined, join, stretches
from phiguard.model import Block, BlockKind, Confidence, Match


class Engine(Protocol):
    """Proposes for all detectors in one pass over a block and decides by `decide`: matches by cell, offsets in the cell."""

    def matches(self, block: Block, as_of: dt.date) -> list[tuple[int, Match]]: ...


@dataclass(frozen=True, slots=True)
class _Prepared:
    """A detector's regexes as text; each is compiled when first needed, since most inputs need few of them."""

    detector: Detector
    labelled: str | None
    behind: str | None
    deny: str | None
    first_words: frozenset[str]
    """The runs of letters or digits with which its labels begin."""


class Reference:
    """Keeps no state between blocks but compiled regexes: safe to share between threads.

    `plain`: try every pattern at every place, whatever it declares for speed; the results are the same, by test.
    """

    def __init__(self, detectors: tuple[Detector, ...], *, plain: bool = False) -> None:
        self._prepared = tuple(_prepare(d) for d in detectors)
        self._plain = plain

    def matches(self, block: Block, as_of: dt.date) -> list[tuple[int, Match]]:
        """All decided matches of a block as (index of the cell, match with offsets in that cell), in no order."""
        if block.kind is not BlockKind.COLUMN or self._plain:
            return self._matches(block.cells, block, as_of)
        places: dict[str, list[int]] = {}
        for index, cell in enumerate(block.cells):
            places.setdefault(cell, []).append(index)
        distinct = list(places)
        found = self._matches(distinct, block, as_of)
        return [(index, match) for cell, match in found for index in places[distinct[cell]]]

    def _matches(self, cells: Sequence[str], block: Block, as_of: dt.date) -> list[tuple[int, Match]]:
        """In the cells as people see them; then in the second readings that their text asks for."""
        revealed = {}
        if hides("".join(cells)):
            revealed = {index: reveal(cell) for index, cell in enumerate(cells) if hides(cell)}
        seen = [revealed[index].text if index in revealed else cell for index, cell in enumerate(cells)]
        joined = join(seen, names=block.kind is BlockKind.NAMES)
        name = block.name or "" if block.kind is BlockKind.COLUMN else ""
        found = self._search(joined, name, as_of)
        if block.kind is not BlockKind.NAMES:
            prose = block.kind is BlockKind.PROSE
            seconds = [
                *again(joined.text, joined.words),
                *(tabulated(joined.text, self._as_label) if prose else ()),
            ]
            found += self._read(seconds, joined, name, as_of)
        return [
            (index, moved(match, revealed[index]) if index in revealed else match) for index, match in found
        ]

    def _search(self, joined: Joined, name: str, as_of: dt.date) -> list[tuple[int, Match]]:
        found: list[tuple[int, Match]] = []
        for prepared in self._prepared:
            found.extend(_Run(prepared, joined, name, as_of, plain=self._plain).all())
        return found

    def _as_label(self, words: str) -> Strength:
        """How strongly some words are a label of a detector here."""
        labels = (prepared.detector.labels for prepared in self._prepared)
        return max((vocabulary.match(words).strength for vocabulary in labels), default=Strength.NONE)

    def _read(
        self, seconds: list[Second], joined: Joined, name: str, as_of: dt.date
    ) -> list[tuple[int, Match]]:
        """What only the second readings of a few words show."""
        if not seconds:
            return []
        found = []
        for index, match in self._search(join([s.reading.text for s in seconds]), name, as_of):
            if seconds[index].counts(match):
                match = moved(match, seconds[index].reading)
                cell = joined.cell_at(match.start)
                lo = joined.starts[cell]
                found.append((cell, replace(match, start=match.start - lo, end=match.end - lo)))
        return found


def _prepare(detector: Detector) -> _Prepared:
    first = beginnings(detector.labels.strong)
    first |= {f"{word}s" for word in first}  # a label's plural
    return _Prepared(detector, labelled_regex(detector), behind_regex(detector), deny_regex(detector), first)


class _Run:
    """One detector over one joined block."""

    __slots__ = ("as_of", "denied", "header", "joined", "name", "plain", "prepared")

    def __init__(
        self, prepared: _Prepared, joined: Joined, name: str, as_of: dt.date, *, plain: bool = False
    ) -> None:
        self.prepared, self.joined, self.name, self.as_of, self.plain = prepared, joined, name, as_of, plain
        labels = prepared.detector.labels
        self.header: LabelMatch = labels.match(name) if name else NO_LABEL
        self.denied = bool(name) and self.header.strength is Strength.NONE and bool(labels.denies(name))

    def all(self) -> Iterator[tuple[int, Match]]:
        under = self.header.strength is Strength.STRONG
        for pattern in self.prepared.detector.patterns:
            if (pattern.alone is not None or under) and _may_hold(self.joined.text, pattern):
                yield from self._shape(pattern, under)
        value, labelled = self.prepared.detector.value, self.prepared.labelled
        if labelled is not None and value is not None:
            if self.plain:
                yield from self._search(value, regexes.compile(labelled), True)
            else:
                places = self._places(self.prepared.first_words)
                yield from self._at(value, labelled, True, places)
            yield from self._behind(value)

    def _shape(self, pattern: Pattern, labelled: bool) -> Iterator[tuple[int, Match]]:
        if pattern.starts is not None and not self.plain:
            return self._at(pattern, pattern.regex, labelled, self._places(pattern.starts))
        if pattern.holds and not self.plain:
            return self._near(pattern, labelled, self._places(pattern.holds))
        return self._search(pattern, regexes.compile(pattern.regex), labelled)

    def _places(self, wanted: Callable[[str], bool] | frozenset[str]) -> list[int]:
        """Where the words stand that are wanted, in order."""
        words = self.joined.words
        if isinstance(wanted, frozenset):
            fewer, others = (words, wanted) if len(words) < len(wanted) else (wanted, words)
            return sorted(place for word in fewer if word in others for place in words[word])
        return sorted(place for word, places in words.items() if wanted(word) for place in places)

    def _at(
        self, pattern: Pattern, expression: str, labelled: bool, places: list[int]
    ) -> Iterator[tuple[int, Match]]:
        """As `_search`, where a match can only begin at one of the places."""
        if not places:
            return
        text, position, match_at = self.joined.text, 0, regexes.compile(expression).match
        for place in places:
            found = match_at(text, place) if place >= position else None
            match = self._decide(pattern, found, labelled) if found is not None else None
            if found is not None and match is not None:
                position = self._end(match)
                yield match
                yield from self._listed(pattern, found, match)

    def _near(self, pattern: Pattern, labelled: bool, places: list[int]) -> Iterator[tuple[int, Match]]:
        """As `_search`, where every match has one of the places within its first `reach` code points."""
        if not places:
            return
        text, position, search = self.joined.text, 0, regexes.compile(pattern.regex).search
        for first, last in stretches(places, pattern.reach):
            position = max(position, first)
            while position <= last:
                found = search(text, position, min(len(text), last + pattern.span))
                if found is None or found.start() > last:
                    break
                match = self._decide(pattern, found, labelled)
                position = found.start() + 1
                if match is not None:
                    position = max(position, self._end(match))
                    yield match

    def _search(
        self, pattern: Pattern, compiled: regex.Pattern[str], labelled: bool
    ) -> Iterator[tuple[int, Match]]:
        text, position = self.joined.text, 0
        while (found := compiled.search(text, position)) is not None:
            match = self._decide(pattern, found, labelled)
            position = found.start() + 1
            if match is not None:
                position = max(position, self._end(match))
                yield match
                yield from self._listed(pattern, found, match)

    def _end(self, match: tuple[int, Match]) -> int:
        """Where a match ends in the joined text: what a judge gave back may begin the next."""
        return self.joined.starts[match[0]] + match[1].end

    def _listed(
        self, pattern: Pattern, found: regex.Match[str], first: tuple[int, Match]
    ) -> Iterator[tuple[int, Match]]:
        """More values of the first one's shape behind its label."""
        if "label" in found.re.groupindex or "said" in found.re.groupindex:
            labelled, lo = "label" in found.re.groupindex, self.joined.starts[first[0]]
            for span in listed(self.joined.text, lo + first[1].start, lo + first[1].end):
                match = self._weigh(pattern, span, span[0], found.groupdict(), labelled)
                if match is None or match[1].confidence is Confidence.LOW:
                    return
                yield match

    def _behind(self, pattern: Pattern) -> Iterator[tuple[int, Match]]:
        """Values with their label behind them."""
        text = self.joined.text
        for place in self._places(self.prepared.first_words):
            if not may_lead(text, place):
                continue
            for start in ahead(text, place, self.joined.starts[self.joined.cell_at(place)]):
                found = regexes.compile(self.prepared.behind or "").match(text, start)
                if (
                    found is None
                    or place not in found.starts("label")
                    or not any(map(str.isdigit, found["v"]))
                ):
                    continue
                match = self._weigh(pattern, found.span("v"), start, found.groupdict(), True)
                if match is not None:
                    yield match
                    break

    def _decide(self, pattern: Pattern, found: regex.Match[str], labelled: bool) -> tuple[int, Match] | None:
        """(index of the cell, the match in it), or None when the candidate is rejected or crosses cells."""
        group: int | str = "v" if "v" in found.re.groupindex else 0
        return self._weigh(pattern, found.span(group), found.start(), found.groupdict(), labelled)

    def _weigh(
        self,
        pattern: Pattern,
        span: tuple[int, int],
        first: int,
        groups: dict[str, str | None],
        labelled: bool,
    ) -> tuple[int, Match] | None:
        start, end = span
        cell = self.joined.cell_at(start)
        lo = self.joined.starts[cell]
        hi = lo + self.joined.lengths[cell]
        if end > hi or first < lo or start == end:
            return None
        spoken = groups.get("label")
        said = self.prepared.detector.labels.match(spoken) if spoken else self.header
        candidate = Candidate(
            self.joined.text, start, end, lo, hi, labelled, said, self.name, self.as_of, groups
        )
        match = decide(
            self.prepared.detector,
            pattern,
            candidate,
            phrase=said.phrase if labelled else "",
            denied_here=lambda: self.denied or self._denied_before(start, lo),
        )
        return (cell, match) if match is not None else None

    def _denied_before(self, start: int, lo: int) -> bool:
        deny = self.prepared.deny
        return (
            deny is not None
            and regexes.compile(deny).search(self.joined.text, max(lo, start - 48), start) is not None
        )


def _may_hold(text: str, pattern: Pattern) -> bool:
    return not pattern.needs or any(needed in text for needed in pattern.needs)
