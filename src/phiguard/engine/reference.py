"""The reference engine: each detector's regexes over the whole block. Plain, and the specification.

A match whose check fails does not consume its text: the search goes on one code point further. A labelled value is tried
only where one of its label's first words stands, which is where it can match at all; a column's cells that repeat are judged once.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from phiguard.detectors._labels import Strength
from phiguard.detectors._pattern import Detector
from phiguard.engine.readings import hides, moved, reveal
from phiguard.engine.search import Prepared, Run
from phiguard.engine.second_readings import Second, again
from phiguard.engine.tabular import tabulated
from phiguard.engine.tagging import prose_of, tagged
from phiguard.engine.text import Joined, join
from phiguard.model import Block, BlockKind, Match, Mode


class Engine(Protocol):
    """Proposes for all detectors in one pass over a block and decides by `decide`: matches by cell, offsets in the cell."""

    def matches(self, block: Block, as_of: dt.date) -> list[tuple[int, Match]]: ...


class Reference:
    """Keeps no state between blocks but compiled regexes: safe to share between threads.

    `plain`: try every pattern at every place, whatever it declares for speed; the results are the same, by test. `mode`: what
    the tagger leans to.
    """

    def __init__(
        self, detectors: tuple[Detector, ...], *, plain: bool = False, mode: Mode = Mode.BALANCED
    ) -> None:
        self._prepared = tuple(map(Prepared, detectors))
        self._tagged = tuple(p for p in self._prepared if p.detector.tagged)
        self._plain, self._mode = plain, mode

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
            found += self._tag(joined, name, as_of, prose=prose)
        return [
            (index, moved(match, revealed[index]) if index in revealed else match) for index, match in found
        ]

    def _search(self, joined: Joined, name: str, as_of: dt.date) -> list[tuple[int, Match]]:
        found: list[tuple[int, Match]] = []
        for prepared in self._prepared:
            found.extend(Run(prepared, joined, name, as_of, plain=self._plain).all())
        return found

    def _tag(self, joined: Joined, name: str, as_of: dt.date, *, prose: bool) -> list[tuple[int, Match]]:
        """What the tagger sees in running text; of a column, in the cells that are some."""
        if not self._tagged:
            return []
        indices, text = prose_of(joined, whole=prose)
        runs = [Run(prepared, text, name, as_of) for prepared in self._tagged] if indices else []
        return [(indices[index], match) for index, match in tagged(text, runs, self._mode)]

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
