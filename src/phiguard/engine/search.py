"""One detector over one joined block: its patterns and its labelled value, proposed where they may match and decided by `decide`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cached_property

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
from phiguard.engine.text import Joined, stretches
from phiguard.model import Confidence, Match

_SHORT, _SHORT_ONES = 4096, 6
_NEVER = r"(?!)(?P<label>)(?P<v>)"
"""Matches nothing."""
_OWN_SIGN = regex.compile(r"[:=][ ]{0,3}#\Z")
"""`MRN: #12345`: a sign that belongs to the value; in `MRN #12345` it belongs to the label."""


class Prepared:
    """A detector's regexes as text; each is written and compiled when first needed, since most inputs need few of them."""

    def __init__(self, detector: Detector) -> None:
        self.detector = detector
        self._short = 0

    @cached_property
    def behind(self) -> str:
        return behind_regex(self.detector) or ""

    @cached_property
    def deny(self) -> str | None:
        return deny_regex(self.detector)

    @cached_property
    def first_words(self) -> frozenset[str]:
        """The runs of letters or digits with which its labels begin."""
        first = beginnings(self.detector.labels.strong)
        return first | {f"{word}s" for word in first}  # a label's plural

    def labelled(self, text: str) -> str:
        """What finds a labelled value in a text. To compile all labels costs more than to search a short text, so the first
        short ones of a process get a regex of the labels that they may hold."""
        if len(text) > _SHORT or self._short >= _SHORT_ONES:
            return self.every_label
        self._short += 1
        seen = text.casefold()
        phrases = [
            phrase for phrase in self.detector.labels.strong if all(map(_may_be_in(seen), phrase.split(" ")))
        ]
        return labelled_regex(self.detector, phrases) or _NEVER

    @cached_property
    def every_label(self) -> str:
        return labelled_regex(self.detector) or _NEVER


def _may_be_in(text: str) -> Callable[[str], bool]:
    """Whether a word of a label may stand in a text; `id` may be written with dots."""
    return lambda word: word in text or word == "id"


class Run:
    """One detector over one joined block."""

    __slots__ = ("as_of", "denied", "header", "joined", "name", "plain", "prepared")

    def __init__(
        self, prepared: Prepared, joined: Joined, name: str, as_of: dt.date, *, plain: bool = False
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
        value = self.prepared.detector.value
        if self.prepared.detector.labels.strong and value is not None:
            if self.plain:
                yield from self._search(value, regexes.compile(self.prepared.every_label), True)
            else:
                places = self._places(self.prepared.first_words)
                if places:
                    yield from self._at(value, self.prepared.labelled(self.joined.text), True, places)
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
                match = self.weigh(pattern, span, span[0], found.groupdict(), labelled)
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
                found = regexes.compile(self.prepared.behind).match(text, start)
                if (
                    found is None
                    or place not in found.starts("label")
                    or not any(map(str.isdigit, found["v"]))
                ):
                    continue
                match = self.weigh(pattern, found.span("v"), start, found.groupdict(), True)
                if match is not None:
                    yield match
                    break

    def _decide(self, pattern: Pattern, found: regex.Match[str], labelled: bool) -> tuple[int, Match] | None:
        """(index of the cell, the match in it), or None when the candidate is rejected or crosses cells."""
        group: int | str = "v" if "v" in found.re.groupindex else 0
        return self.weigh(pattern, found.span(group), found.start(), found.groupdict(), labelled)

    def weigh(
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
        if match is None:
            return None
        if labelled and _OWN_SIGN.search(self.joined.text, max(lo, start - 6), start):
            match = replace(match, start=match.start - 1)
        return cell, match

    def _denied_before(self, start: int, lo: int) -> bool:
        deny = self.prepared.deny
        return (
            deny is not None
            and regexes.compile(deny).search(self.joined.text, max(lo, start - 48), start) is not None
        )


def _may_hold(text: str, pattern: Pattern) -> bool:
    return not pattern.needs or any(needed in text for needed in pattern.needs)
