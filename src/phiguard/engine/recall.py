"""Found once with certainty, found again: `Ms. Gross` here makes a person of `Gross tolerated the procedure` there, and a number
that stood under its label is that number wherever it stands. Of a name that is only likely, the pair of words is found again.

In running text, within the document: names for detectors that declare `recall`, numbers for all of the categories below. In a
table, within the row: what a column holds is looked for in the columns of running text beside it. The words live in memory as
long as the document's evidence does, and are never part of a result.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

import regex

from phiguard.detectors import _regexes as regexes
from phiguard.detectors._pattern import Candidate, Detector, Recall, Verdict
from phiguard.engine.classes import Classes
from phiguard.engine.readings import hides, moved, reveal
from phiguard.engine.text import fold, seen
from phiguard.engine.values import is_null
from phiguard.model import Block, BlockKind, Category, Confidence, Evidence, Found, Match, Role

Remembered = dict[str, dict[str, Role]]
"""Detector's id -> folded word -> whose it is."""
Held = Mapping[str, tuple[str, Role]]
"""Folded word -> detector's id, whose it is."""
Rows = dict[int, dict[str, tuple[str, Role]]]
"""What is held, by row."""

_MOST = 20_000
"""Words kept of one detector. Beyond it the first in the alphabet are kept, so that the order of parts does not matter."""
_NUMBERED = frozenset(
    (
        Category.MEDICAL_RECORDS,
        Category.ACCOUNTS,
        Category.HEALTH_PLANS,
        Category.SSNS,
        Category.LICENSES,
        Category.DEVICES,
        Category.OTHER_IDS,
    )
)
_NUMBER = regex.compile(
    r"(?<![\w.\-/])\#?(?P<v>(?=[A-Za-z\-]{0,6}\d)[A-Za-z0-9](?:-?[A-Za-z0-9]){4,24})(?![\w\-]|[./]\d)"
)
_DIGITS_LEAST = 5
_AGAIN = "found elsewhere in this document"
_IN_ROW = "stands in another column of the same row"


def remember(block: Block, matches: Sequence[tuple[int, Match]], detectors: Sequence[Detector]) -> Remembered:
    """The words and numbers of a block's certain matches."""
    by_id = {d.id: d for d in detectors}
    found: Remembered = {}
    for index, match in matches:
        if match.confidence is Confidence.HIGH:
            labelled = bool(match.evidence & Evidence.LABEL)
            words = _words(by_id[match.detector], block.cells[index][match.start : match.end], labelled)
            merge_words(found, {match.detector: dict.fromkeys(words, match.role)})
        elif match.confidence is Confidence.MEDIUM and by_id[match.detector].recall is not None:
            whole = _whole(by_id[match.detector], block.cells[index][match.start : match.end])
            merge_words(found, {match.detector: dict.fromkeys(whole, match.role)})
    return found


def _whole(detector: Detector, text: str) -> list[str]:
    """A name of two words, or of more by its first two, which together are found again though neither is certain alone."""
    words = _words(detector, text, False)
    parts = seen(text).split(" ")
    pair = [detector.recall.fold(part) for part in parts[:2]] if detector.recall is not None else []
    return [" ".join(pair)] if len(parts) > 1 and set(pair) <= set(words) else []


def known(names: Iterable[str], detectors: Sequence[Detector]) -> Remembered:
    """Names that the caller knows, as if they had been found."""
    found: Remembered = {}
    for detector in detectors:
        if detector.category is Category.NAMES and detector.recall is not None:
            words = [word for name in names for word in detector.recall.words(seen(name).title())]
            merge_words(found, {detector.id: dict.fromkeys(words, Role.UNKNOWN)})
    return found


def _words(detector: Detector, text: str, labelled: bool) -> list[str]:
    """What of a value is worth remembering, folded."""
    if detector.recall is not None:
        return list(detector.recall.words(seen(text)))
    number = _compact(seen(text)) if labelled and detector.category in _NUMBERED else ""
    return [number] if sum(map(str.isdigit, number)) >= _DIGITS_LEAST else []


def _compact(text: str) -> str:
    return "".join(filter(str.isalnum, text)).upper()


def merge_words(mine: Remembered, theirs: Mapping[str, Mapping[str, Role]]) -> None:
    """Add words; one that is found for two roles is nobody's in particular."""
    for detector, words in theirs.items():
        known = mine.setdefault(detector, {}) if words else {}
        for word, role in words.items():
            known[word] = role if known.get(word, role) is role else Role.UNKNOWN
        if len(known) > _MOST:
            for word in sorted(known)[_MOST:]:
                del known[word]


def recall(
    block: Block, remembered: Remembered, detectors: Sequence[Detector]
) -> Iterator[tuple[int, Match]]:
    """Remembered words in a block of prose, as (index of the cell, match)."""
    held = _held(remembered)
    for index, cell in enumerate(block.cells):
        for match in _look(cell, held, detectors, _AGAIN):
            yield index, match


def _held(remembered: Remembered) -> dict[str, tuple[str, Role]]:
    return {word: (detector, role) for detector, words in remembered.items() for word, role in words.items()}


def in_rows(
    blocks: Sequence[Block],
    matches: Sequence[Found | Classes],
    columns: Mapping[str, Detector],
    prose: frozenset[str],
    detectors: Sequence[Detector],
) -> Iterator[tuple[int, int, Match]]:
    """(index of the block, of the cell, match) of what one column of a row holds and another says again.

    `columns`: what each column holds, by field: looked for in running text. `prose`: the columns of running text; a name that
    is certain there is looked for in them and in the columns that hold nothing in particular.
    """
    if not any(block.field in prose and block.rows is not None for block in blocks):
        return
    held, said = _held_in_rows(blocks, columns), _said_in_rows(blocks, matches, prose, detectors)
    for number, block in enumerate(blocks):
        running = block.field in prose
        if (
            block.rows is None
            or block.kind is not BlockKind.COLUMN
            or (block.field in columns and not running)
        ):
            continue
        for index, (row, cell) in enumerate(zip(block.rows, block.cells, strict=True)):
            words = said.get(row, {}) | held.get(row, {}) if running else said.get(row, {})
            for match in _look(cell, words, detectors, _IN_ROW):
                yield number, index, match


def _held_in_rows(blocks: Sequence[Block], columns: Mapping[str, Detector]) -> Rows:
    """What the columns of each row hold."""
    rows: Rows = defaultdict(dict)
    for block in blocks:
        detector = columns.get(block.field or "") if block.kind is BlockKind.COLUMN else None
        if detector is not None and block.rows is not None:
            for row, cell in zip(block.rows, block.cells, strict=True):
                if not is_null(cell):
                    for word in _words(detector, cell.strip(), True):
                        rows[row][word] = detector.id, Role.UNKNOWN
    return rows


def _said_in_rows(
    blocks: Sequence[Block],
    matches: Sequence[Found | Classes],
    prose: frozenset[str],
    detectors: Sequence[Detector],
) -> Rows:
    """The names that are certain in the running text of each row."""
    by_id = {d.id: d for d in detectors if d.recall is not None}
    rows: Rows = defaultdict(dict)
    for block, found in zip(blocks, matches, strict=True):
        if block.field not in prose or block.rows is None:
            continue
        for index, match in found:
            detector = by_id.get(match.detector)
            if detector is not None and match.confidence is Confidence.HIGH:
                for word in _words(detector, block.cells[index][match.start : match.end], True):
                    rows[block.rows[index]][word] = detector.id, match.role
    return rows


def _look(cell: str, held: Held, detectors: Sequence[Detector], reason: str) -> Iterator[Match]:
    """Matches of held words in one cell."""
    if not held:
        return
    reading = reveal(cell) if hides(cell) else None
    text = fold(cell if reading is None else reading.text)
    ids = {detector for detector, _ in held.values()}
    for detector in detectors:
        if detector.id in ids and detector.recall is not None:
            for match in _names(text, detector, detector.recall, held, reason):
                yield match if reading is None else moved(match, reading)
    if any(d.id in ids and d.recall is None for d in detectors):
        by_id = {d.id: d for d in detectors}
        for match in _numbers(text, held, by_id, reason):
            yield match if reading is None else moved(match, reading)


def _names(text: str, detector: Detector, kept: Recall, held: Held, reason: str) -> Iterator[Match]:
    for found in regexes.compile(kept.regex).finditer(text):
        known = held.get(kept.fold(found.group()))
        if known is None:
            yield from _pairs(text, found, detector, kept, held, reason)
            continue
        if known[0] != detector.id:
            continue
        answer = kept.judge(Candidate(text, found.start(), found.end(), 0, len(text), labelled=False))
        if answer is not None:
            sure = answer.confidence if isinstance(answer, Verdict) else answer
            yield _match(detector, found.span(), min(sure, Confidence.MEDIUM), known[1], reason)


def _pairs(
    text: str, found: regex.Match[str], detector: Detector, kept: Recall, held: Held, reason: str
) -> Iterator[Match]:
    """A remembered pair of words that begins here."""
    after = (
        regexes.compile(kept.regex).match(text, found.end() + 1)
        if text[found.end() : found.end() + 1] == " "
        else None
    )
    if after is not None:
        known = held.get(f"{kept.fold(found.group())} {kept.fold(after.group())}")
        if known is not None and known[0] == detector.id:
            yield _match(detector, (found.start(), after.end()), Confidence.MEDIUM, known[1], reason)


def _numbers(text: str, held: Held, by_id: Mapping[str, Detector], reason: str) -> Iterator[Match]:
    for found in _NUMBER.finditer(text):
        known = held.get(_compact(found["v"]))
        detector = by_id.get(known[0]) if known is not None else None
        if known is not None and detector is not None and detector.recall is None:
            yield _match(detector, found.span("v"), Confidence.MEDIUM, known[1], reason)


def _match(
    detector: Detector, span: tuple[int, int], confidence: Confidence, role: Role, reason: str
) -> Match:
    return Match(
        category=detector.category,
        start=span[0],
        end=span[1],
        confidence=confidence,
        evidence=Evidence.SHAPE,
        detector=detector.id,
        role=role,
        reason=reason,
    )
