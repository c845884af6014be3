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
from typing import Any, overload

import numpy as np
import numpy.typing as npt

from phiguard.model import CATEGORIES, Category, Confidence, Match, Profile, Role
from phiguard.places import NOWHERE, PLACES, Numbers, Places


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


_Kind = tuple[Category, Confidence, Role, str, str, str, str | None, str | None]
"""Category, confidence, role, detector, kind, reason, path, field: what many findings share."""


class Findings(Sequence[Finding]):
    """A sequence of `Finding`, held as arrays of numbers and a table of what many share; objects are made when asked for.

    Equal to another `Findings` that holds the same; a slice is a list. `total`: how many there are, also those whose places were
    not kept (`Config.max_places`).
    """

    __slots__ = ("_arrays", "_counts", "_kinds", "_numbers", "_texts")

    def __init__(self) -> None:
        self._arrays = {name: array("i" if name == "kind" else "q") for name in PLACES}
        self._kinds: list[_Kind] = []
        self._counts: list[int] = []
        self._numbers: dict[_Kind, int] = {}
        self._texts: list[str] | None = None

    def kind(self, match: Match, path: str | None, field: str | None) -> int:
        """The number of what is said of a match beside its place."""
        return self._number(
            (
                match.category,
                match.confidence,
                match.role,
                match.detector,
                match.kind,
                match.reason,
                path,
                field,
            )
        )

    def _number(self, kind: _Kind) -> int:
        number = self._numbers.get(kind)
        if number is None:
            number = self._numbers[kind] = len(self._kinds)
            self._kinds.append(kind)
            self._counts.append(0)
        return number

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
        places = (NOWHERE if place is None else place for place in (row, line, column))
        values = (self.kind(match, path, field), *places, match.start + offset, match.end + offset)
        for name, value in zip(PLACES, values, strict=True):
            self._arrays[name].append(value)
        self._counts[values[0]] += 1
        self._keep(None if text is None else [text], 1)

    def place(self, places: Places) -> None:
        """Append many at once."""
        self._append(places)
        self.tally(places.kind)

    def _append(self, places: Places) -> None:
        for name in PLACES:
            values = getattr(places, name)
            self._arrays[name].frombytes(values.astype(np.int32 if name == "kind" else np.int64).tobytes())
        self._keep(places.texts, len(places.start))

    def tally(self, kinds: Numbers) -> None:
        """Count findings whose places are not kept, by their kinds."""
        for number, count in enumerate(np.bincount(kinds).tolist() if len(kinds) else ()):
            self._counts[number] += count

    @property
    def total(self) -> int:
        return sum(self._counts)

    def _keep(self, texts: list[str] | None, count: int) -> None:
        """Keep the texts of the last `count`, which are there already."""
        if texts is None and self._texts is None:
            return
        if self._texts is None:
            self._texts = [""] * (len(self) - count)
        self._texts += [""] * count if texts is None else texts

    def __len__(self) -> int:
        return len(self._arrays["start"])

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
        number, *place, start, end = (self._arrays[name][index] for name in PLACES)
        category, confidence, role, detector, kind, reason, path, field = self._kinds[number]
        row, line, column = (None if at == NOWHERE else at for at in place)
        return Finding(
            category=category,
            detector=detector,
            kind=kind,
            role=role,
            confidence=confidence,
            reason=reason,
            start=start,
            end=end,
            location=Location(path, line, column, row, field),
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
        counts: Counter[Category] = Counter()
        for kind, count in zip(self._kinds, self._counts, strict=True):
            counts[kind[0]] += count
        return {category: counts[category] for category in CATEGORIES if counts[category]}

    def _array(self, name: str) -> npt.NDArray[Any]:
        return (
            np.frombuffer(self._arrays[name], np.int32 if name == "kind" else np.int64)
            if len(self)
            else _EMPTY
        )

    def extend(self, other: Findings) -> None:
        """Append all of `other`."""
        numbers = np.array([self._number(kind) for kind in other._kinds], np.int64)
        if len(other):
            arrays = {name: other._array(name) for name in PLACES}
            self._append(Places(**arrays | {"kind": numbers[arrays["kind"]]}, texts=other._texts))
        for number, count in zip(numbers.tolist(), other._counts, strict=True):
            self._counts[number] += count


_EMPTY = np.zeros(0, np.int64)


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
        return self.complete and not any(f.findings.total for f in self.files)


def _joined(parts: Iterable[Findings]) -> Findings:
    told = [part for part in parts if part.total]
    if len(told) == 1:
        return told[0]
    whole = Findings()
    for part in told:
        whole.extend(part)
    return whole
