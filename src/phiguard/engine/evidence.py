"""What is known of a document before anything is emitted: counts per column, mergeable and order-free, in memory only."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import islice

import numpy as np
import numpy.typing as npt
import regex

from phiguard.detectors._pattern import Candidate, Detector
from phiguard.detectors._regexes import fullmatch
from phiguard.engine.classes import Classes
from phiguard.engine.codes import CodeEvidence
from phiguard.engine.people import People
from phiguard.engine.recall import Remembered, merge_words, remember
from phiguard.engine.records import Records
from phiguard.engine.text import fills, seen
from phiguard.engine.values import is_null, is_tag
from phiguard.model import Block, BlockKind, Confidence, Found, Match, Role
from phiguard.model import Evidence as MatchEvidence

_TOKEN = regex.compile(r"\S+")
_FIGURE = regex.compile(r"\d")
DISTINCT_CAP = 2000
_WORDY = 9
"""Words of a cell that is clearly a sentence: more than these."""
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
    evidence: Evidence, blocks: Iterable[tuple[Block, Found | Classes]], detectors: Sequence[Detector]
) -> None:
    """Add a chunk's columns and certain words, with the matches that the engine found in them, to the evidence."""
    tags = frozenset(d.replacement for d in detectors)
    for block, matches in blocks:
        if isinstance(matches, Classes):
            seen = _column(block, matches, detectors, tags)
            key = block.field or ""
            evidence.columns.setdefault(key, ColumnEvidence(seen.name)).merge(seen)
        elif block.kind is BlockKind.PROSE:
            merge_words(evidence.recalled, remember(block, matches, detectors))


@dataclass(slots=True)
class _Facts:
    """What a value counts for. `length`: of a code or number that is one word, else 0; `number`: -1 for what is none.
    `shapes`: detectors by counter. `fits`: detectors whose labelled value it may be, and whose lists have it; None: not asked yet."""

    null: bool
    words: int = 0
    figure: bool = False
    length: int = 0
    number: int = -1
    clinician: bool = False
    shapes: dict[str, frozenset[str]] = field(default_factory=dict)
    fits: tuple[tuple[str, ...], tuple[str, ...]] | None = None


_LARGEST = 1 << 61
"""Numbers are compared by what is left of them below this, which lets each stand in eight bytes."""
_NULL, _NO_NUMBER = -2, -1


def _column(
    block: Block, classes: Classes, detectors: Sequence[Detector], tags: frozenset[str]
) -> ColumnEvidence:
    column = ColumnEvidence(block.name or "", cells=len(classes.keys))
    numbers = np.full(len(classes.memo.facts), _NULL, np.int64)
    live: list[tuple[int, int, _Facts]] = []
    for key, count in classes.counts():
        facts = _facts(classes, key, tags)
        if facts.null:
            column.nulls += count
            continue
        live.append((key, count, facts))
        numbers[key] = facts.number
        column.words += count * facts.words
        column.wordy += count * (facts.words > _WORDY)
        column.figures += count * facts.figure
        column.clinicians += count * facts.clinician
        if facts.length:
            column.codes[facts.length] += count
        for name, owners in facts.shapes.items():
            for owner in owners:
                getattr(column, name)[owner] += count
    column.steps = _steps(numbers[classes.standing])
    said = {key for key, _, _ in live}
    different = (key for key in classes.present().tolist() if int(classes.memo.alike[key]) in said)
    column.distinct = {hash(classes.value(key)) for key in islice(different, DISTINCT_CAP)}
    if not column.prose:
        _count_values(column, classes, live, detectors)
    return column


def _facts(classes: Classes, key: int, tags: frozenset[str]) -> _Facts:
    known = classes.memo.facts[key]
    if not isinstance(known, _Facts):
        cell = classes.value(key)
        null = is_null(cell) or is_tag(cell, tags)
        known = classes.memo.facts[key] = (
            _Facts(True) if null else _facts_of(cell, classes.matches(key), classes.owner(key))
        )
    return known


def _facts_of(cell: str, matches: Sequence[Match], owner: str) -> _Facts:
    """`owner`: the one detector whose matches say something of every cell that this one stands for; empty: all do."""
    text = cell.strip()
    code = len(text) <= 128 and _CODE.fullmatch(text) is not None
    return _Facts(
        False,
        len(_TOKEN.findall(cell)) if len(cell) < 4096 else 999,
        _FIGURE.search(cell) is not None,
        len(text) if code else 0,
        int(text) % _LARGEST if code and text.isascii() and text.isdigit() else _NO_NUMBER,
        any(
            m.role is Role.CLINICIAN and m.confidence >= Confidence.MEDIUM and owner in ("", m.detector)
            for m in matches
        ),
        _shapes(cell, matches),
    )


def _steps(numbers: npt.NDArray[np.int64]) -> int:
    """How many of the numbers that follow each other, nulls left out, are one more than the one before."""
    numbers = numbers[numbers != _NULL]
    pairs = (numbers[1:] >= 0) & (numbers[:-1] >= 0)
    return int(np.count_nonzero(pairs & (numbers[1:] - numbers[:-1] == 1)))


def _shapes(cell: str, matches: Sequence[Match]) -> dict[str, frozenset[str]]:
    """By counter of `ColumnEvidence`, the detectors whose matches are all of the cell."""
    seen: dict[str, set[str]] = {}
    for match in matches:
        if not fills(match.start, match.end, cell):
            continue
        worth = max(match.confidence, match.column or Confidence.LOW)
        medium = worth >= Confidence.MEDIUM
        for name, counts in (
            ("whole", True),
            ("sure", match.confidence >= Confidence.MEDIUM),
            ("medium", medium),
            ("checked", medium and bool(match.evidence & MatchEvidence.CHECK)),
            ("high", worth is Confidence.HIGH),
        ):
            if counts:
                seen.setdefault(name, set()).add(match.detector)
    return {name: frozenset(owners) for name, owners in seen.items()}


def _count_values(
    column: ColumnEvidence,
    classes: Classes,
    live: Sequence[tuple[int, int, _Facts]],
    detectors: Sequence[Detector],
) -> None:
    fits = [(d, fit) for d in detectors if column.name and (fit := Fit(d, column.name)).label.strength]
    lists = [d for d in detectors if d.cell is not None]
    for key, count, facts in live:
        if facts.fits is None:
            cell = classes.value(key)
            text = seen(cell).strip()
            facts.fits = (
                tuple(d.id for d, fit in fits if fit(cell)),
                tuple(
                    d.id for d in lists if d.cell and (d.cell(text) or Confidence.LOW) >= Confidence.MEDIUM
                ),
            )
        for owner in facts.fits[0]:
            column.plausible[owner] += count
        for owner in facts.fits[1]:
            column.listed[owner] += count


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
