"""One finding for one place: overlapping matches of a cell become one, named after the strongest.

Matches at or above the threshold are settled first, so that a match below it never widens a reported one. Matches that
only touch stay apart (spans are half-open). Components of one category that do not overlap stay separate. What only the tagger
saw gives way to what a rule knows: to another category, and to what is certain.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import replace
from itertools import accumulate

from phiguard.model import CATEGORIES, Category, Confidence, Evidence, Match

_IN_PARTS = frozenset((Category.GEOGRAPHY,))
"""Categories whose parts stay separate: the tagger's stretch would join them."""
_ORDER = {category: place for place, category in enumerate(CATEGORIES)}


def resolve(matches: Iterable[Match], threshold: Confidence) -> tuple[list[Match], list[Match]]:
    """(reported, held back) of one cell, each in order of place. Held back are those below that overlap nothing reported."""
    above: list[Match] = []
    below: list[Match] = []
    for match in matches:
        (above if match.confidence >= threshold else below).append(match)
    reported = _merge(_ruled(above))
    places = _Places(reported)
    rest = [match for match in below if not places.overlapping(match)]
    return reported, _merge(rest)


class _Places:
    """Matches by place, for finding quickly which of them overlap another."""

    def __init__(self, matches: Iterable[Match]) -> None:
        self.matches = sorted(matches, key=lambda match: match.start)
        self.starts = [match.start for match in self.matches]
        self.ends = list(accumulate((match.end for match in self.matches), max))
        """The end of what ends last, up to and with each."""

    def overlapping(self, match: Match) -> list[Match]:
        """The matches that share a code point with another."""
        first = bisect_right(self.ends, match.start)
        last = bisect_left(self.starts, match.end)
        return [other for other in self.matches[first:last] if match.start < other.end]


def _ruled(matches: list[Match]) -> list[Match]:
    """The matches without those of the tagger that a rule overrules."""
    ruled = [m for m in matches if m.evidence is not Evidence.TAGGER]
    if len(ruled) == len(matches):
        return matches
    places = _Places(ruled)
    return ruled + [
        m
        for m in matches
        if m.evidence is Evidence.TAGGER
        and not any(
            r.category is not m.category or r.confidence is Confidence.HIGH or r.category in _IN_PARTS
            for r in places.overlapping(m)
        )
    ]


def strength(match: Match) -> tuple[int, int, int, int]:
    """Order among overlapping matches: confidence, what it rests on, length, place in the Terms' list."""
    return match.confidence, match.evidence, match.end - match.start, -_ORDER[match.category]


def _merge(matches: list[Match]) -> list[Match]:
    if len(matches) < 2:
        return matches
    merged: list[Match] = []
    for match in sorted(matches, key=lambda m: (m.start, -m.end)):
        if merged and match.start < merged[-1].end:
            last = merged[-1]
            best = match if strength(match) > strength(last) else last
            other = last if best is match else match
            merged[-1] = replace(
                best,
                start=min(last.start, match.start),
                end=max(last.end, match.end),
                kind=best.kind or (other.kind if other.category is best.category else ""),
            )
        else:
            merged.append(match)
    return merged
