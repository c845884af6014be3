"""Found once with certainty, found again: `Ms. Gross` here makes a person of `Gross tolerated the procedure` there.

Only in running text, and only for detectors that declare `recall`. The words live in memory as long as the document's
evidence does, and are never part of a result.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from phiguard.detectors import _regexes as regexes
from phiguard.detectors._pattern import Candidate, Detector, Verdict
from phiguard.engine.readings import hides, moved, reveal
from phiguard.engine.text import fold, seen
from phiguard.model import Block, Confidence, Evidence, Match, Role

Remembered = dict[str, dict[str, Role]]
"""Detector's id -> folded word -> whose it is."""

_MOST = 20_000
"""Words kept of one detector. Beyond it the first in the alphabet are kept, so that the order of parts does not matter."""


def remember(block: Block, matches: Sequence[tuple[int, Match]], detectors: Sequence[Detector]) -> Remembered:
    """The words of a block's certain matches."""
    recalls = {d.id: d.recall for d in detectors if d.recall is not None}
    found: Remembered = {}
    for index, match in matches:
        kept = recalls.get(match.detector)
        if kept is not None and match.confidence is Confidence.HIGH:
            words = dict.fromkeys(kept.words(seen(block.cells[index][match.start : match.end])), match.role)
            merge_words(found, {match.detector: words})
    return found


def merge_words(mine: Remembered, theirs: Mapping[str, Mapping[str, Role]]) -> None:
    """Add words; one that is found for two roles is nobody's in particular."""
    for detector, words in theirs.items():
        known = mine.setdefault(detector, {})
        for word, role in words.items():
            known[word] = role if known.get(word, role) is role else Role.UNKNOWN
        if len(known) > _MOST:
            for word in sorted(known)[_MOST:]:
                del known[word]


def recall(
    block: Block, remembered: Remembered, detectors: Sequence[Detector]
) -> Iterator[tuple[int, Match]]:
    """Remembered words in a block of prose, as (index of the cell, match)."""
    for detector in detectors:
        words = remembered.get(detector.id)
        if words and detector.recall is not None:
            for index, cell in enumerate(block.cells):
                reading = reveal(cell) if hides(cell) else None
                for match in _again(fold(cell if reading is None else reading.text), detector, words):
                    yield index, match if reading is None else moved(match, reading)


def _again(text: str, detector: Detector, words: Mapping[str, Role]) -> Iterator[Match]:
    kept = detector.recall
    assert kept is not None
    for found in regexes.compile(kept.regex).finditer(text):
        role = words.get(kept.fold(found.group()))
        if role is None:
            continue
        answer = kept.judge(Candidate(text, found.start(), found.end(), 0, len(text), labelled=False))
        if answer is None:
            continue
        yield Match(
            category=detector.category,
            start=found.start(),
            end=found.end(),
            confidence=min(answer.confidence if isinstance(answer, Verdict) else answer, Confidence.MEDIUM),
            evidence=Evidence.SHAPE,
            detector=detector.id,
            role=role,
            reason="found with certainty elsewhere in this document",
        )
