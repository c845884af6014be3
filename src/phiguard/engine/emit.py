"""From a chunk's matches and the document's verdicts to the matches that count, cell by cell, resolved."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from phiguard.detectors._pattern import Detector
from phiguard.engine.classes import Classes
from phiguard.engine.evidence import Fit
from phiguard.engine.people import attribute
from phiguard.engine.recall import in_rows, recall
from phiguard.engine.text import fills
from phiguard.engine.values import is_null, is_tag
from phiguard.engine.verdicts import ColumnVerdict, Verdicts
from phiguard.model import Block, BlockKind, Confidence, Evidence, Found, Match, Role
from phiguard.resolve import resolve

_NO_VERDICT = ColumnVerdict()


@dataclass(frozen=True, slots=True)
class Emitter:
    """Emits the matches of a document's blocks under its verdicts."""

    detectors: Sequence[Detector]
    verdicts: Verdicts
    threshold: Confidence
    by_id: Mapping[str, Detector] = field(init=False)
    columns: Mapping[str, Detector] = field(init=False)
    """What each column holds, by field."""
    prose: frozenset[str] = field(init=False)
    """The columns of running text."""

    def __post_init__(self) -> None:
        verdicts = self.verdicts.columns.items()
        for name, value in (
            ("by_id", {detector.id: detector for detector in self.detectors}),
            ("columns", {name: verdict.detector for name, verdict in verdicts if verdict.detector}),
            ("prose", frozenset(name for name, verdict in verdicts if verdict.prose)),
        ):
            object.__setattr__(self, name, value)

    def in_rows(
        self, blocks: Sequence[Block], matches: Sequence[Found | Classes]
    ) -> Iterator[tuple[int, int, Match]]:
        """(index of the block, of the cell, match) of what one column of a row holds and another says again."""
        if self.prose:
            yield from in_rows(blocks, matches, self.columns, self.prose, self.detectors)

    def cells(
        self, block: Block, matches: list[tuple[int, Match]]
    ) -> Iterator[tuple[int, list[Match], list[Match]]]:
        """(index of the cell, reported, held back) for every cell of a block in which something was found."""
        verdict = _NO_VERDICT
        if block.kind is BlockKind.COLUMN:
            verdict = self.verdicts.columns.get(block.field or "", _NO_VERDICT)
        by_cell: dict[int, list[Match]] = defaultdict(list)
        for index, match in matches:
            weighed = self._weigh(block, index, match, verdict)
            if weighed is not None:
                by_cell[index].append(weighed)
        if verdict.detector is not None:
            for index, match in self._column_matches(block, verdict, by_cell):
                by_cell[index].append(match)
        if block.kind is BlockKind.PROSE and self.verdicts.recalled:
            for index, match in recall(block, self.verdicts.recalled, self.detectors):
                if self._weigh(block, index, match, verdict) is not None:
                    by_cell[index].append(match)
        for index in sorted(by_cell):
            reported, held = resolve(by_cell[index], self.threshold)
            if len(reported) and (block.kind is BlockKind.PROSE or verdict.prose):
                reported = attribute(block.cells[index], reported)
            if reported or held:
                yield index, reported, held

    def _weigh(self, block: Block, index: int, match: Match, verdict: ColumnVerdict) -> Match | None:
        """A match of the engine, seen in its column and table."""
        if block.owned is not None and not block.owned[0] <= match.start < block.owned[1]:
            return None
        if block.kind is not BlockKind.COLUMN:
            return match
        cell = block.cells[index]
        detector = self.by_id[match.detector]
        whole = fills(match.start, match.end, cell)
        if whole and is_null(cell):
            return None
        accepted = (
            whole and detector.accepts is not None and detector.accepts(cell.strip(), verdict.label.phrase)
        )
        if accepted and match.confidence > Confidence.LOW:
            return None
        role = match.role if match.role is not Role.UNKNOWN else verdict.role
        confidence = match.confidence
        labelled = bool(match.evidence & Evidence.LABEL)
        if whole and not labelled and match.detector in verdict.doubted and cell.strip().isalnum():
            confidence = Confidence.LOW
        if match.evidence is Evidence.TAGGER and not verdict.prose:
            confidence = Confidence.LOW
        if detector.needs_person and not labelled and not self.verdicts.person and not verdict.prose:
            confidence = Confidence.LOW
        if confidence is match.confidence and role is match.role:
            return match
        return replace(match, confidence=confidence, role=role)

    def _column_matches(
        self, block: Block, verdict: ColumnVerdict, by_cell: dict[int, list[Match]]
    ) -> Iterator[tuple[int, Match]]:
        """The cells that count because of what their column is."""
        detector = verdict.detector
        assert detector is not None
        tags = frozenset(d.replacement for d in self.detectors)
        fits = Fit(detector, block.name or "")
        lowered = detector.needs_person and not self.verdicts.person and not verdict.by_label
        for index, cell in enumerate(block.cells):
            if is_null(cell) or is_tag(cell, tags):
                continue
            stripped = cell.strip()
            if any(m.detector == detector.id and _says_all(m, cell) for m in by_cell.get(index, ())):
                continue
            if detector.accepts is not None and detector.accepts(stripped, verdict.label.phrase):
                continue
            shaped = any(m.detector == detector.id for m in by_cell.get(index, ()))
            if (
                not shaped
                and not (verdict.by_label or verdict.whole)
                and not (detector.cell and detector.cell(stripped))
            ):
                continue
            sure = shaped or fits(cell)
            if not sure and any(m.confidence >= Confidence.MEDIUM for m in by_cell.get(index, ())):
                continue
            confidence = verdict.confidence if sure else min(verdict.confidence, Confidence.MEDIUM)
            start = len(cell) - len(cell.lstrip())
            yield (
                index,
                Match(
                    category=detector.category,
                    start=start,
                    end=start + len(stripped),
                    confidence=Confidence.LOW if lowered else confidence,
                    evidence=Evidence.COLUMN | (Evidence.LABEL if verdict.by_label else Evidence.SHAPE),
                    detector=detector.id,
                    kind=verdict.label.kind,
                    role=verdict.role,
                    reason=verdict.reason,
                ),
            )


def _says_all(match: Match, cell: str) -> bool:
    """Whether a match already is all that its column could say of the cell."""
    whole = fills(match.start, match.end, cell)
    return whole and match.confidence is Confidence.HIGH and bool(match.evidence & Evidence.LABEL)
