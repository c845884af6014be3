"""The code that a data set assigns to its own rows, which the user names: when it may be lifted from `other_ids`.

Source: 45 CFR 164.514(c)(1): such a code is "not derived from or related to information about the individual"; 164.514(b)(2)(i)(R)
excepts it from the list. So it is refused where its values are another identifier, digests, or hold initials, dates, or parts of
a number of the same row.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import regex

from phiguard.detectors._dates import read as read_date
from phiguard.detectors._labels import Strength
from phiguard.detectors._pattern import Detector
from phiguard.engine.classes import Classes
from phiguard.engine.text import seen
from phiguard.engine.values import is_null
from phiguard.model import Block, BlockKind, Category, Confidence, Found

_DIGEST = regex.compile(
    r"(?i)(?:[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{56}|[0-9a-f]{64}|[0-9a-f]{96}|[0-9a-f]{128}|[A-Za-z0-9+/]{22}==|[A-Za-z0-9+/]{27}=|[A-Za-z0-9+/]{43}=|[A-Za-z0-9+/]{86}==)"
)
_RUN = regex.compile(r"\d+")
_LETTERS = regex.compile(r"(?<!\p{L})\p{Lu}{2,3}(?!\p{L})")
_NUMBERS = frozenset(
    (Category.SSNS, Category.MEDICAL_RECORDS, Category.HEALTH_PLANS, Category.ACCOUNTS, Category.PHONES)
)
_PART = 4
"""Digits of a number that make a part of it: the last four are what people take."""
_ANY, _OFTEN, _MOST = 0.01, 0.2, 0.5
"""Shares of the values: of another identifier; of what rarely comes by chance; of what may."""
_MANY_RUNS = 10


@dataclass(slots=True)
class CodeEvidence:
    """Counts over the values of one column that was named as the data set's own code."""

    values: int = 0
    others: Counter[str] = field(default_factory=Counter)
    digests: int = 0
    dates: int = 0
    six: int = 0
    parts: int = 0
    initials: int = 0
    letters: Counter[str] = field(default_factory=Counter)

    def merge(self, other: CodeEvidence) -> None:
        """Add another part of the same column."""
        self.values += other.values
        self.digests += other.digests
        self.dates += other.dates
        self.six += other.six
        self.parts += other.parts
        self.initials += other.initials
        self.others.update(other.others)
        self.letters.update(other.letters)

    def refusal(self) -> str:
        """Why the column is no code of its own, in phiguard's words; empty when nothing speaks against it."""
        if not self.values:
            return ""
        category, most = next(iter(self.others.most_common(1)), ("", 0))
        tests = (
            (most / self.values, _ANY, f"its values match {category}"),
            (self.digests / self.values, _OFTEN, "its values are digests"),
            (self.dates / self.values, _OFTEN, "its values hold dates"),
            (self.six / self.values, _MOST, "its values hold dates"),
            (self.parts / self.values, _OFTEN, "its values hold parts of a number of the same row"),
            (self.initials / self.values, _MOST, "its values hold initials"),
            (self._varied(), _MOST, "its values seem to hold initials"),
        )
        return next((why for share, limit, why in tests if share >= limit), "")

    def _varied(self) -> float:
        """The share of values with two or three letters, if those differ from row to row as initials do."""
        total = sum(self.letters.values())
        many = len(self.letters) >= _MANY_RUNS and len(self.letters) > 0.1 * total
        return total / self.values if many else 0.0


def observe_codes(
    blocks: Sequence[Block],
    matches: Sequence[Found | Classes],
    detectors: Sequence[Detector],
    named: frozenset[str],
) -> Iterator[tuple[str, CodeEvidence]]:
    """What a chunk tells of the columns that were named, by field."""
    for block, found in zip(blocks, matches, strict=True):
        if block.kind is BlockKind.COLUMN and block.field in named:
            yield block.field or "", _observe(block, found, _neighbours(block, blocks, detectors))


def _observe(
    block: Block, found: Found | Classes, beside: tuple[dict[int, list[str]], dict[int, list[str]]]
) -> CodeEvidence:
    numbers, names = beside
    seen_codes = CodeEvidence()
    for index, match in found:
        if (
            match.category is not Category.OTHER_IDS
            and match.confidence >= Confidence.MEDIUM
            and not is_null(block.cells[index])
        ):
            seen_codes.others[str(match.category)] += 1
    for index, cell in enumerate(block.cells):
        if is_null(cell):
            continue
        text = seen(cell).strip()
        row = block.rows[index] if block.rows is not None else index
        seen_codes.values += 1
        seen_codes.digests += _DIGEST.fullmatch(text) is not None
        seen_codes.dates += _holds_date(text, 8)
        seen_codes.six += _holds_date(text, 6)
        seen_codes.parts += any(_shares(text, number) for number in numbers.get(row, ()))
        runs = _LETTERS.findall(text)
        seen_codes.letters.update(runs[:1])
        seen_codes.initials += bool(runs) and _initials(runs, names.get(row, []))
    return seen_codes


def _holds_date(text: str, size: int) -> bool:
    """Whether a run of digits of this length is a day: `19440314`, `03141944`, `031444`."""
    for run in _RUN.findall(text):
        if len(run) != size:
            continue
        whole = run if size == 8 else f"{run[:4]}20{run[4:]}"
        parts = read_date(whole)
        if parts is not None and parts[1] is not None and 1900 <= (parts[0] or 0) <= 2100:
            return True
    return False


def _shares(text: str, number: str) -> bool:
    """Whether four digits in a row of a number stand in a code that is not much longer than they are."""
    mine = "".join(_RUN.findall(text))
    return any(number[at : at + _PART] in mine for at in range(len(number) - _PART + 1)) and len(mine) <= 12


def _initials(runs: Sequence[str], names: Sequence[str]) -> bool:
    letters = sorted(
        "".join(name[0] for words in names for name in words.split() if name[:1].isalpha()).upper()
    )
    return any(
        sorted(run) == letters or (len(run) == 2 and len(letters) > 1 and set(run) <= set(letters))
        for run in runs
    )


def _neighbours(
    own: Block, blocks: Sequence[Block], detectors: Sequence[Detector]
) -> tuple[dict[int, list[str]], dict[int, list[str]]]:
    """By row: the digits of the numbers of its person, and the names."""
    numbers: dict[int, list[str]] = {}
    names: dict[int, list[str]] = {}
    for block in blocks:
        if block is own or block.kind is not BlockKind.COLUMN or not block.name:
            continue
        strong = {d.category for d in detectors if d.labels.match(block.name).strength is Strength.STRONG}
        if not strong & {*_NUMBERS, Category.NAMES}:
            continue
        for index, cell in enumerate(block.cells):
            row = block.rows[index] if block.rows is not None else index
            if is_null(cell):
                continue
            if Category.NAMES in strong:
                names.setdefault(row, []).append(seen(cell).strip())
            else:
                digits = "".join(_RUN.findall(seen(cell)))
                if len(digits) >= _PART:
                    numbers.setdefault(row, []).append(digits)
    return numbers, names
