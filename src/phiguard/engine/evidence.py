"""What is known of a document before anything is emitted: counts per column, mergeable and order-free, in memory only."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import regex

from phiguard.detectors._pattern import Candidate, Detector
from phiguard.detectors._regexes import fullmatch
from phiguard.engine.codes import CodeEvidence
from phiguard.engine.people import People
from phiguard.engine.recall import Remembered, merge_words, remember
from phiguard.engine.records import Records
from phiguard.engine.text import fills, seen
from phiguard.engine.values import is_null, is_tag
from phiguard.model import Block, BlockKind, Confidence, Match, Role
from phiguard.model import Evidence as MatchEvidence

_TOKEN = regex.compile(r"\S+")
_FIGURE = regex.compile(r"\d")
DISTINCT_CAP = 2000
_CODE = regex.compile(
    r"(?=(?:[^\d\n]{0,12}\d){4})[\p{L}\d](?:[\p{L}\d]|[-_#](?=[\p{L}\d])){5,127}|[A-Z\d]{6,40}"
)
"""One word of six characters or more with four digits or in capitals: no decimal, no date with dots, nothing with blanks."""


@dataclass(slots=True)
class ColumnEvidence:
    """One column: how many cells, and how many of them each detector would take.

    `whole`: cells that one detector's matches cover, by detector. `sure`: those of them at medium or above alone.
    `medium`, `high`: those whose shape is worth that much where nearly all cells have one (high counts in both).
    `checked`: those of medium and more whose check digit agrees. `plausible`: cells that a labelled value's shape describes.
    `figures`: cells with a digit. `clinicians`: cells whose own text says that they name a clinician.
    `listed`: cells that list evidence takes (`Detector.cell`). `words`: white-space separated words in all cells.
    `distinct`: up to a cap, hashes of distinct cells. `codes`: cells of one word that a number or code may be, by length;
    `steps`: cells that are the number behind the one above.
    """

    name: str = ""
    cells: int = 0
    nulls: int = 0
    words: int = 0
    wordy: int = 0
    figures: int = 0
    clinicians: int = 0
    whole: Counter[str] = field(default_factory=Counter)
    sure: Counter[str] = field(default_factory=Counter)
    medium: Counter[str] = field(default_factory=Counter)
    high: Counter[str] = field(default_factory=Counter)
    checked: Counter[str] = field(default_factory=Counter)
    plausible: Counter[str] = field(default_factory=Counter)
    listed: Counter[str] = field(default_factory=Counter)
    distinct: set[int] = field(default_factory=set)
    codes: Counter[int] = field(default_factory=Counter)
    steps: int = 0

    @property
    def values(self) -> int:
        """Cells that say something."""
        return self.cells - self.nulls

    @property
    def prose(self) -> bool:
        """Whether the cells are running text: long on average, or a good part of them clearly sentences."""
        return self.values > 0 and (self.words / self.values > 7 or self.wordy / self.values > 0.3)

    def merge(self, other: ColumnEvidence) -> None:
        """Add another chunk's counts; the order of chunks does not matter."""
        self.name = self.name or other.name
        self.cells += other.cells
        self.nulls += other.nulls
        self.words += other.words
        self.wordy += other.wordy
        self.figures += other.figures
        self.clinicians += other.clinicians
        self.steps += other.steps
        for mine, theirs in (
            (self.whole, other.whole),
            (self.sure, other.sure),
            (self.medium, other.medium),
            (self.high, other.high),
            (self.checked, other.checked),
            (self.plausible, other.plausible),
            (self.listed, other.listed),
        ):
            mine.update(theirs)
        self.codes.update(other.codes)
        if len(self.distinct) < DISTINCT_CAP:
            self.distinct |= other.distinct


@dataclass(slots=True)
class Evidence:
    """A document's evidence: its columns by unique field name, the latest days of its records, what is known of the
    columns that were named as its own code, and the words remembered for
    `Detector.recall`."""

    columns: dict[str, ColumnEvidence] = field(default_factory=dict)
    records: Records = field(default_factory=Records)
    codes: dict[str, CodeEvidence] = field(default_factory=dict)
    people: People = field(default_factory=People)
    recalled: Remembered = field(default_factory=dict)

    def merge(self, other: Evidence) -> None:
        """Add another part of the same document; the order of parts does not matter."""
        for name, column in other.columns.items():
            self.columns.setdefault(name, ColumnEvidence(column.name)).merge(column)
        self.records.merge(other.records)
        self.people.merge(other.people)
        for name, code in other.codes.items():
            self.codes.setdefault(name, CodeEvidence()).merge(code)
        merge_words(self.recalled, other.recalled)


def observe(
    evidence: Evidence, blocks: Iterable[tuple[Block, list[tuple[int, Match]]]], detectors: Sequence[Detector]
) -> None:
    """Add a chunk's columns and certain words, with the matches that the engine found in them, to the evidence."""
    tags = frozenset(d.replacement for d in detectors)
    for block, matches in blocks:
        if block.kind is BlockKind.COLUMN:
            seen = _column(block, matches, detectors, tags)
            key = block.field or ""
            evidence.columns.setdefault(key, ColumnEvidence(seen.name)).merge(seen)
        elif block.kind is BlockKind.PROSE:
            merge_words(evidence.recalled, remember(block, matches, detectors))


def _column(
    block: Block, matches: list[tuple[int, Match]], detectors: Sequence[Detector], tags: frozenset[str]
) -> ColumnEvidence:
    column = ColumnEvidence(block.name or "", cells=len(block.cells))
    live: dict[int, str] = {}
    repeated: Counter[str] = Counter()
    for index, cell in enumerate(block.cells):
        if is_null(cell) or is_tag(cell, tags):
            column.nulls += 1
            continue
        live[index] = cell
        repeated[cell] += 1
        count = len(_TOKEN.findall(cell)) if len(cell) < 4096 else 999
        column.words += count
        column.wordy += count > 9
    _count_codes(column, live)
    column.figures = sum(count for cell, count in repeated.items() if _FIGURE.search(cell))
    column.clinicians = len(
        {
            i
            for i, m in matches
            if m.role is Role.CLINICIAN and i in live and m.confidence >= Confidence.MEDIUM
        }
    )
    column.distinct = {hash(cell) for cell in list(repeated)[:DISTINCT_CAP]}
    _count_matches(column, live, matches)
    if not column.prose:
        _count_values(column, repeated, detectors)
    return column


def _count_codes(column: ColumnEvidence, live: dict[int, str]) -> None:
    last = None
    for cell in live.values():
        text = cell.strip()
        if len(text) > 128 or _CODE.fullmatch(text) is None:
            last = None
            continue
        column.codes[len(text)] += 1
        number = int(text) if text.isascii() and text.isdigit() else None
        column.steps += number is not None and last is not None and number - last == 1
        last = number


def _count_matches(column: ColumnEvidence, live: dict[int, str], matches: list[tuple[int, Match]]) -> None:
    seen: dict[str, set[tuple[str, int]]] = {
        name: set() for name in ("whole", "sure", "medium", "high", "checked")
    }
    for index, match in matches:
        cell = live.get(index)
        if cell is None or not fills(match.start, match.end, cell):
            continue
        key = (match.detector, index)
        worth = max(match.confidence, match.column or Confidence.LOW)
        seen["whole"].add(key)
        if match.confidence >= Confidence.MEDIUM:
            seen["sure"].add(key)
        if worth >= Confidence.MEDIUM:
            seen["medium"].add(key)
            if match.evidence & MatchEvidence.CHECK:
                seen["checked"].add(key)
        if worth is Confidence.HIGH:
            seen["high"].add(key)
    for name, keys in seen.items():
        getattr(column, name).update(detector for detector, _ in keys)


def _count_values(column: ColumnEvidence, repeated: Counter[str], detectors: Sequence[Detector]) -> None:
    for detector in detectors:
        fits = Fit(detector, column.name) if column.name else None
        for cell, count in repeated.items():
            if fits is not None and fits.label.strength and fits(cell):
                column.plausible[detector.id] += count
            if (
                detector.cell is not None
                and (detector.cell(seen(cell).strip()) or Confidence.LOW) >= Confidence.MEDIUM
            ):
                column.listed[detector.id] += count


class Fit:
    """Whether the shape of a detector's labelled value describes a whole cell of a column of the given name."""

    def __init__(self, detector: Detector, name: str) -> None:
        self.value, self.name = detector.value, name
        self.label = detector.labels.match(name)

    def __call__(self, cell: str) -> bool:
        if self.value is None:
            return False
        text = seen(cell).strip()
        if fullmatch(self.value.regex, text) is None:
            return False
        candidate = Candidate(text, 0, len(text), 0, len(text), True, self.label, self.name)
        return self.value.judge is None or self.value.judge(candidate) is not None
