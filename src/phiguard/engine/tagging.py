"""From what the tagger sees to matches: each detector that declares so decides its stretches, like any other candidate."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from phiguard.detectors import _regexes as regexes
from phiguard.detectors._pattern import Pattern
from phiguard.engine.languages import foreign
from phiguard.engine.search import Run
from phiguard.engine.tagger import Span, Tagger
from phiguard.engine.text import Joined, join_folded
from phiguard.engine.weights import model
from phiguard.model import Confidence, Evidence, Match, Mode

_WORDS_LEAST = 5
"""Words that a column's cell must have to be read as running text."""


@lru_cache(maxsize=1)
def shared_tagger() -> Tagger:
    """The tagger with the shipped weights."""
    return Tagger(model())


def prose_of(joined: Joined, *, whole: bool) -> tuple[Sequence[int], Joined]:
    """The cells that are running text, by index, and their text alone; `whole`: all are."""
    if whole:
        return range(len(joined.starts)), joined
    cells = [
        (index, joined.text[start : start + length])
        for index, (start, length) in enumerate(zip(joined.starts, joined.lengths, strict=True))
    ]
    kept = [(index, cell) for index, cell in cells if cell.count(" ") >= _WORDS_LEAST - 1]
    return [index for index, _ in kept], join_folded([cell for _, cell in kept], words=False)


def tagged(joined: Joined, runs: Sequence[Run], mode: Mode) -> Iterator[tuple[int, Match]]:
    """(index of the cell, match)."""
    if not runs:
        return
    for span in shared_tagger().tag(joined.text, mode):
        most = _most(joined.text, span)
        for run in runs:
            pattern = run.prepared.detector.tagged.get(span.label)
            if pattern is not None:
                for index, match in _parts(joined, span, run, pattern):
                    sure = min(match.confidence, most)
                    yield index, replace(match, confidence=sure, evidence=Evidence.TAGGER)


def _most(text: str, span: Span) -> Confidence:
    """In another language than English only a person of two or more capitalised words is more than low."""
    words = text[span.start : span.end].split()
    named = span.label == "person" and len(words) > 1 and all(word[0].isupper() for word in words)
    return Confidence.MEDIUM if named or not foreign(text, span.start, span.end) else Confidence.LOW


def _parts(joined: Joined, span: Span, run: Run, pattern: Pattern) -> Iterator[tuple[int, Match]]:
    """The candidates of a stretch, decided."""
    for part in regexes.compile(pattern.regex).finditer(joined.text, span.start, span.end):
        found = run.weigh(pattern, part.span(), part.start(), {}, False)
        if found is not None:
            yield found
