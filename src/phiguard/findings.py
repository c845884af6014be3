"""What leaves the scanner: findings (columnar inside, objects on demand), columns, coverage, reports. Never the matched text.

Offsets are code points, half-open, in the decoded cell, string or text file. `row`: 1-based data record, header excluded.
`line`, `column`: 1-based physical line and code point where the match begins.
"""

from __future__ import annotations

import operator
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import overload

from phiguard.model import CATEGORIES, Category, Confidence, Match, Profile, Role

_ROLES = tuple(Role)


@dataclass(frozen=True, slots=True)
class Location:
    """Where a finding begins. `path` and `field` are masked where they are findings themselves."""

    path: str | None
    line: int | None
    column: int | None
    row: int | None
    field: str | None


@dataclass(frozen=True, slots=True)
class Finding:
    """One identifier: type and place. `text` is None unless the scanner was made with `keep_text=True`."""

    category: Category
    detector: str
    kind: str
    role: Role
    confidence: Confidence
    reason: str
    start: int
    end: int
    location: Location
    text: str | None = field(default=None, repr=False)


class _Words:
    """Interned strings: a word's index, once each."""

    __slots__ = ("index", "words")

    def __init__(self) -> None:
        self.words: list[str] = []
        self.index: dict[str, int] = {}

    def add(self, word: str) -> int:
        place = self.index.get(word)
        if place is None:
            place = self.index[word] = len(self.words)
            self.words.append(word)
        return place


class Findings(Sequence[Finding]):
    """A sequence of `Finding`, held as arrays of numbers and a table of words; objects are made when asked for.

    Equal to another `Findings` that holds the same; a slice is a list.
    """

    __slots__ = ("_columns", "_texts", "_words")
    _FIELDS = (
        "category",
        "confidence",
        "role",
        "detector",
        "kind",
        "reason",
        "path",
        "field",
        "row",
        "line",
        "column",
        "start",
        "end",
    )

    def __init__(self) -> None:
        self._columns = {name: array("q") for name in self._FIELDS}
        self._words = _Words()
        self._texts: list[str] | None = None

    def add(
        self,
        match: Match,
        *,
        path: str | None = None,
        field: str | None = None,
        row: int | None = None,
        line: int | None = None,
        column: int | None = None,
        offset: int = 0,
        text: str | None = None,
    ) -> None:
        """Append a match. `offset`: code points in front of the match's text; `text`: only when the caller keeps text."""
        word = self._words.add
        values = (
            CATEGORIES.index(match.category),
            match.confidence,
            _ROLES.index(match.role),
            word(match.detector),
            word(match.kind),
            word(match.reason),
            -1 if path is None else word(path),
            -1 if field is None else word(field),
            -1 if row is None else row,
            -1 if line is None else line,
            -1 if column is None else column,
            match.start + offset,
            match.end + offset,
        )
        for name, value in zip(self._FIELDS, values, strict=True):
            self._columns[name].append(value)
        if text is not None:
            if self._texts is None:
                self._texts = [""] * (len(self) - 1)
            self._texts.append(text)

    def __len__(self) -> int:
        return len(self._columns["start"])

    @overload
    def __getitem__(self, index: int) -> Finding: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Finding]: ...
    def __getitem__(self, index: int | slice) -> Finding | Sequence[Finding]:
        if isinstance(index, slice):
            return [self[i] for i in range(*index.indices(len(self)))]
        if not -len(self) <= index < len(self):
            raise IndexError("no finding of that index")
        index %= len(self)
        c, words = self._columns, self._words.words

        def optional(name: str) -> int | None:
            value = c[name][index]
            return None if value < 0 else value

        def named(name: str) -> str | None:
            value = c[name][index]
            return None if value < 0 else words[value]

        return Finding(
            category=CATEGORIES[c["category"][index]],
            detector=words[c["detector"][index]],
            kind=words[c["kind"][index]],
            role=_ROLES[c["role"][index]],
            confidence=Confidence(c["confidence"][index]),
            reason=words[c["reason"][index]],
            start=c["start"][index],
            end=c["end"][index],
            location=Location(
                named("path"), optional("line"), optional("column"), optional("row"), named("field")
            ),
            text=self._texts[index] if self._texts is not None else None,
        )

    def __iter__(self) -> Iterator[Finding]:
        return (self[i] for i in range(len(self)))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Findings):
            return NotImplemented
        return len(self) == len(other) and all(map(operator.eq, self, other))

    __hash__ = None  # type: ignore[assignment] # it grows while a file is scanned

    def __repr__(self) -> str:
        return f"<Findings: {len(self)}>"

    def by_category(self) -> dict[Category, int]:
        """How many of each category, in the order of the Terms' list."""
        counts = Counter(self._columns["category"])
        return {CATEGORIES[i]: counts[i] for i in sorted(counts)}

    def extend(self, other: Findings) -> None:
        """Append all of `other`."""
        renumber = [self._words.add(w) for w in other._words.words]
        worded = {"detector", "kind", "reason", "path", "field"}
        before = len(self)
        for name, values in other._columns.items():
            if name in worded:
                self._columns[name].extend(renumber[v] if v >= 0 else -1 for v in values)
            else:
                self._columns[name].extend(values)
        if other._texts is not None or self._texts is not None:
            mine = self._texts if self._texts is not None else [""] * before
            self._texts = mine + (other._texts if other._texts is not None else [""] * len(other))


@dataclass(frozen=True, slots=True)
class Column:
    """One (column, category): how many cells say something, in how many it was found, how sure at most."""

    name: str
    category: Category
    cells: int
    found: int
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class FileReport:
    """What became of one file. `status`: complete, incomplete (something was not read: `reason`), skipped (excluded)."""

    path: str
    format: str
    status: str
    reason: str = ""
    bytes: int = 0
    columns: tuple[Column, ...] = ()
    findings: Findings = field(default_factory=Findings)
    held_back: Findings = field(default_factory=Findings)
    held_back_count: int = 0
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Coverage:
    """What was examined and what was not: files by status, bytes read, and (path, reason) of all that is not complete."""

    files: int
    complete: int
    incomplete: int
    skipped: int
    bytes: int
    gaps: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Report:
    """The result of a scan: one entry per file, in the order of the arguments, then by path. `profile`: the rule that applied."""

    files: tuple[FileReport, ...]
    profile: Profile = Profile.SAFE_HARBOR

    @property
    def findings(self) -> Findings:
        """All that is at or above the threshold and not suppressed."""
        return _joined(f.findings for f in self.files)

    @property
    def held_back(self) -> Findings:
        """What was found and not reported: below the threshold, or suppressed."""
        return _joined(f.held_back for f in self.files)

    @property
    def columns(self) -> tuple[Column, ...]:
        return tuple(c for f in self.files for c in f.columns)

    @property
    def coverage(self) -> Coverage:
        by_status = Counter(f.status for f in self.files)
        return Coverage(
            files=len(self.files),
            complete=by_status["complete"],
            incomplete=by_status["incomplete"],
            skipped=by_status["skipped"],
            bytes=sum(f.bytes for f in self.files),
            gaps=tuple((f.path, f.reason) for f in self.files if f.status != "complete"),
        )

    @property
    def complete(self) -> bool:
        """Whether everything that the user did not exclude was read."""
        return all(f.status != "incomplete" for f in self.files)

    @property
    def is_clean(self) -> bool:
        """Complete, and nothing reported. Clean means: none of the listed identifiers was found; not: no Patient Data."""
        return self.complete and not any(len(f.findings) for f in self.files)


def _joined(parts: Iterable[Findings]) -> Findings:
    whole = Findings()
    for part in parts:
        whole.extend(part)
    return whole
