"""From a document's matches and evidence to its findings: verdicts, policy, places. Each class of cells is settled once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from phiguard.cells import Ids
from phiguard.detectors._pattern import Detector
from phiguard.engine.classes import OWN, Classes, variant_of
from phiguard.engine.emit import Emitter
from phiguard.engine.evidence import Evidence
from phiguard.engine.verdicts import judge
from phiguard.findings import Column, Findings
from phiguard.model import Block, BlockKind, Category, Confidence, Config, Found, Match, Role, nowhere
from phiguard.naming import masked
from phiguard.places import NOWHERE, Places
from phiguard.policy import Place, settle

HELD_BACK_MOST = 100_000
"""Places of held-back matches kept per file; all are counted."""
UNJUDGED = "image, not judged"
"""The kind of an embedded image; nobody looked at it, so the file is incomplete."""


@dataclass(slots=True)
class _Settled:
    """What is told of each cell of a class: reported, held back, and how sure of each category."""

    reported: list[Match] = field(default_factory=list)
    held: list[Match] = field(default_factory=list)
    sure: dict[Category, Confidence] = field(default_factory=dict)
    unjudged: int = 0


class Emission:
    """Settles the parts of one document and gathers what is told of them. `path`: what reports call the document."""

    def __init__(
        self,
        evidence: Evidence,
        detectors: Sequence[Detector],
        config: Config,
        *,
        path: str,
        keep_text: bool,
        findings: Findings,
    ) -> None:
        """`findings`: what is known already, in front of what the parts tell."""
        self.findings, self.held_back, self.unjudged = findings, Findings(), 0
        self.notes: list[str] = []
        self._evidence, self._detectors, self._config = evidence, detectors, config
        self._path, self._keep_text = path, keep_text
        self._emitter = Emitter(detectors, judge(evidence, detectors), config.min_confidence)
        self._shown: dict[str, str] = {}
        self._lifted = self._lift()
        self._found: dict[tuple[str, Category], tuple[int, Confidence]] = {}
        self._settled: dict[str, tuple[object, dict[int, _Settled]]] = {}

    def add(self, blocks: Sequence[Block], raw: Sequence[Found | Classes]) -> None:
        """Settle a chunk, given the matches as its records leave them."""
        more: dict[int, dict[int, list[Match]]] = defaultdict(lambda: defaultdict(list))
        for number, index, match in self._emitter.in_rows(blocks, raw):
            more[number][index].append(match)
        places: tuple[list[Places], list[Places]] = [], []
        for number, (block, found) in enumerate(zip(blocks, raw, strict=True)):
            found = _with_more(found, more[number]) if number in more else found
            inverse, settled = self._of_block(block, found)
            for kept, findings, lists in (
                (0, self.findings, [told.reported for told in settled]),
                (1, self.held_back, [told.held for told in settled]),
            ):
                spread = self._spread(block, inverse, lists, findings)
                if spread is not None:
                    places[kept].append(spread)
        most = self._config.max_places
        self._keep(self.findings, places[0], most - len(self.findings) if most else None)
        self._keep(self.held_back, places[1], HELD_BACK_MOST - len(self.held_back))

    def _of_block(self, block: Block, found: Found | Classes) -> tuple[Ids, list[_Settled]]:
        """By cell, which of the settled ones it is (the last of them: nothing)."""
        if isinstance(found, Classes):
            keys, inverse, counts = found.grouped()
            settled = self._classes(block, found, keys.tolist())
            self._count(block, zip(settled, counts.tolist(), strict=True))
            return inverse, settled
        cells = list(self._emitter.cells(block, found))
        settled = [self._settle(block, index, reported, held) for index, reported, held in cells]
        self._count(block, ((told, 1) for told in settled))
        inverse = np.full(len(block.cells), len(settled), np.int64)
        inverse[[index for index, _, _ in cells]] = np.arange(len(cells))
        return inverse, [*settled, _Settled()]

    def _spread(
        self, block: Block, inverse: Ids, lists: Sequence[Sequence[Match]], findings: Findings
    ) -> Places | None:
        """The places of all cells' matches, given those of each class."""
        sizes = np.fromiter(map(len, lists), np.int64, len(lists))
        if not sizes.any():
            return None
        cells = np.flatnonzero(sizes[inverse])
        classes = inverse[cells]
        times = sizes[classes]
        index = np.repeat(cells, times)
        firsts = np.repeat((np.cumsum(sizes) - sizes)[classes] - (np.cumsum(times) - times), times)
        chosen = firsts + np.arange(len(index))
        flat = [match for matches in lists for match in matches]
        path, name = self._path or None, None if block.field is None else self.shown(block.field)
        kinds = np.fromiter((findings.kind(match, path, name) for match in flat), np.int64, len(flat))[chosen]
        start = np.fromiter((match.start for match in flat), np.int64, len(flat))[chosen]
        end = np.fromiter((match.end for match in flat), np.int64, len(flat))[chosen]
        line, column = _located(block, index, start)
        rows = np.full(len(index), NOWHERE, np.int64) if block.rows is None else np.asarray(block.rows)[index]
        texts = None
        if self._keep_text:
            spans = zip(index.tolist(), start.tolist(), end.tolist(), strict=True)
            texts = [block.cells[cell][first:last] for cell, first, last in spans]
        return Places(kinds, rows, line, column, start + block.start, end + block.start, texts)

    def _keep(self, findings: Findings, parts: list[Places], most: int | None = None) -> None:
        """Add a chunk's places, row by row, names of things first; and count those that are too many."""
        if parts:
            whole = Places.joined(parts)
            order = np.argsort(np.maximum(whole.row, 0), kind="stable")
            room = len(order) if most is None else max(0, most)
            findings.place(whole.taken(order[:room]))
            findings.tally(whole.kind[order[room:]])

    def _classes(self, block: Block, found: Classes, keys: list[int]) -> list[_Settled]:
        """The classes of a block, each settled when it is first met."""
        field = block.field or ""
        memo, known = self._settled.get(field, (None, {}))
        if memo is not found.memo:
            known = {}
            self._settled[field] = found.memo, known
        new = [key for key in keys if key not in known or variant_of(key) >= OWN]
        if new:
            part = Block([found.value(key) for key in new], nowhere, block.kind, block.name, block.field)
            for key in new:
                known[key] = _Settled()
            matches = [(index, match) for index, key in enumerate(new) for match in found.matches(key)]
            for index, reported, held in self._emitter.cells(part, matches):
                known[new[index]] = self._settle(part, index, reported, held)
        return [known[key] for key in keys]

    def _settle(self, block: Block, index: int, reported: Sequence[Match], held: Sequence[Match]) -> _Settled:
        told = _Settled()
        cell = block.cells[index]
        for match in (*reported, *held):
            told.unjudged += match.kind == UNJUDGED
            settled = self._judge(block, cell, match)
            if settled is None:
                told.held.append(_named(block, match))
                continue
            told.reported.append(_named(block, settled))
            known = told.sure.get(settled.category, Confidence.LOW)
            told.sure[settled.category] = max(settled.confidence, known)
        return told

    def _judge(self, block: Block, cell: str, match: Match) -> Match | None:
        """A match as the policy reports it; None: held back."""
        value = cell[match.start : match.end]
        if match.role in self._config.exclude_roles and self._evidence.people.knows(value):
            match = replace(match, role=Role.UNKNOWN)
        place = Place(block, value, lambda: _line(cell, match), block.field in self._lifted)
        return settle(match, self._config, place)

    def _count(self, block: Block, settled: Iterable[tuple[_Settled, int]]) -> None:
        for told, count in settled:
            self.unjudged += told.unjudged * count
            if block.field is not None:
                for category, confidence in told.sure.items():
                    cells, most = self._found.get((block.field, category), (0, Confidence.LOW))
                    self._found[block.field, category] = cells + count, max(most, confidence)

    def _lift(self) -> frozenset[str]:
        """The columns that were named as the data set's own code and may be; the report says which were refused, and why."""
        refusals = {name: code.refusal() for name, code in self._evidence.codes.items()}
        for name, why in refusals.items():
            told = (
                f"refused as the data set's own code: {why}"
                if why
                else "taken as the data set's own code, not reported"
            )
            self.notes.append(f"column “{self.shown(name)}” is {told}")
        return frozenset(name for name, why in refusals.items() if not why)

    def shown(self, field: str) -> str:
        """A field's name as reports write it."""
        if field not in self._shown:
            self._shown[field] = masked(field)
        return self._shown[field]

    def columns(self) -> tuple[Column, ...]:
        """One entry for each category of each column, strongest first."""
        order = {name: place for place, name in enumerate(self._evidence.columns)}
        columns = [
            (order.get(name, 0), Column(self.shown(name), category, self._values(name), count, sure))
            for (name, category), (count, sure) in self._found.items()
        ]
        columns.sort(key=lambda pair: (pair[0], -pair[1].found, -pair[1].confidence))
        return tuple(column for _, column in columns)

    def _values(self, name: str) -> int:
        column = self._evidence.columns.get(name)
        return column.values if column is not None else 0


def _with_more(found: Found | Classes, more: dict[int, list[Match]]) -> Found | Classes:
    """A block's matches with more in some cells."""
    if not isinstance(found, Classes):
        return [*found, *((index, match) for index, matches in more.items() for match in matches)]
    return found.varied(
        (index, OWN + place, (*found.matches(int(found.keys[index])), *matches))
        for place, (index, matches) in enumerate(more.items())
    )


def _located(block: Block, index: Ids, start: Ids) -> tuple[Ids, Ids]:
    """Lines and columns of code points in cells."""
    if block.locate_all is not None:
        return block.locate_all(index, start)
    places = [block.locate(cell, at) for cell, at in zip(index.tolist(), start.tolist(), strict=True)]
    lines, columns = (
        np.array([NOWHERE if place[which] is None else place[which] for place in places], np.int64)
        for which in (0, 1)
    )
    return lines, columns


def _named(block: Block, match: Match) -> Match:
    """In the name of a thing, a match's reason says so."""
    if block.kind is not BlockKind.NAMES:
        return match
    return replace(match, reason=f"in a column's or key's name: {match.reason}")


def _line(text: str, match: Match) -> str:
    """The line of a cell that a match begins on, at most 400 code points to each side."""
    start = max(text.rfind("\n", max(0, match.start - 400), match.start) + 1, match.start - 400)
    end = text.find("\n", match.end, match.end + 400)
    return text[start : end if end >= 0 else match.end + 400]
