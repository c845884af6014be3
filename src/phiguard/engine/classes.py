"""Cells of a column in classes with the same result: each distinct value of a column is searched once in a document."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from phiguard.cells import Cells, Ids, Numbering, cells_of
from phiguard.detectors._pattern import Detector, Same
from phiguard.engine.proofs import PROBES, Proof, proof_of
from phiguard.engine.reference import Engine
from phiguard.model import Block, BlockKind, Found, Match

_VARIANT = 32
"""A class's key is the number of its value, and from this bit on a variant of it: other matches in some of its cells."""
_MANY = 500
"""New values of a chunk from which on most of them may speak for numbering by shape."""
_UNTOLD = -1
OWN = 1 << 20
"""Variants from here on belong to single cells of one chunk."""


@dataclass(slots=True)
class Memo:
    """What is known of a column's values, by number: their matches, and what others work out once for each value."""

    numbering: Numbering
    proof: Proof | None = None
    found: list[tuple[Match, ...] | None] = field(default_factory=list)
    facts: list[Any] = field(default_factory=list)
    variants: dict[int, tuple[Match, ...]] = field(default_factory=dict)
    alike: Ids = field(default_factory=lambda: np.zeros(0, np.int64))
    """By value, the value of the same steady shape that stands for it, or itself."""
    tables: dict[str, Ids] = field(default_factory=dict)
    kept: dict[str, dict[int, Any]] = field(default_factory=lambda: defaultdict(dict))
    """By purpose and class, what others work out once."""

    probed: dict[str, bool] = field(default_factory=dict)
    """Whether something was found in a probe (`PROBES`)."""
    by_shape: bool = False
    """Nearly all values are new ones: cells are numbered by their shape, not by value."""

    def codes(self, cells: Cells) -> Ids:
        """The number of each cell's value, or of the one that stands for it."""
        shaped = self.by_shape and self.proof is not None and self.proof.same is not Same.VALUES
        return self.proof.codes(cells) if shaped and self.proof is not None else cells.codes

    def probes(self, new: Collection[int]) -> list[str]:
        """What is searched beside new plain numbers, which others of their look may be."""
        if self.proof is None or self.proof.owner is not None:
            return []
        looks = [look for (_, look), number in self.proof.examples.items() if number in new]
        return [probe for look in looks for probe in PROBES.get(str(look), ()) if probe not in self.probed]

    def reject(self) -> bool:
        """Give up looks of plain numbers that are more than that; whether there are any. What was found like them is unknown."""

        def holds(number: int, look: str | int) -> bool:
            return bool(self.found[number]) or any(self.probed.get(p) for p in PROBES.get(str(look), ()))

        if self.proof is None or self.proof.owner is not None or not self.proof.reject(holds):
            return False
        kept = np.array([*self.proof.examples.values(), _UNTOLD])
        followers = np.flatnonzero(self.alike != np.arange(len(self.alike)))
        for number in followers[~np.isin(self.alike[followers], kept)].tolist():
            self.found[number] = None
            self.alike[number] = number
        return True

    def table(self, name: str, present: Ids, work_out: Callable[[int], int]) -> Ids:
        """By value, a number that is worked out once; told for those that are present."""
        known = self.tables.get(name)
        if known is None or len(known) < len(self.found):
            more = np.full(len(self.found) - (0 if known is None else len(known)), _UNTOLD, np.int64)
            known = self.tables[name] = more if known is None else np.concatenate((known, more))
        for key in present[known[present] == _UNTOLD].tolist():
            known[key] = work_out(key)
        return known

    def grow(self) -> None:
        """Make room for the values that came since."""
        size, more = len(self.found), len(self.numbering.texts) - len(self.found)
        self.found.extend([None] * more)
        self.facts.extend([None] * more)
        self.alike = np.concatenate((self.alike, np.arange(size, size + more)))


@dataclass(slots=True)
class Classes:
    """The matches of a column's cells. `keys`: the class of each cell. Iterating gives (index of the cell, match)."""

    keys: Ids
    memo: Memo
    _standing: Ids | None = None
    _grouped: tuple[Ids, Ids, Ids] | None = None

    @property
    def standing(self) -> Ids:
        """By cell, the class that stands for its own: nothing but digits tells them apart, and they say nothing."""
        if self._standing is None:
            plain = self.keys < 1 << _VARIANT
            self._standing = np.where(plain, self.memo.alike[np.where(plain, self.keys, 0)], self.keys)
        return self._standing

    def __iter__(self) -> Iterator[tuple[int, Match]]:
        for index, key in enumerate(self.keys.tolist()):
            for match in self.matches(key):
                yield index, match

    def __len__(self) -> int:
        return sum(count * len(self.matches(key)) for key, count in self.counts())

    def counts(self) -> list[tuple[int, int]]:
        """(key, how many cells) of the classes that stand for all."""
        keys, _, counts = self.grouped()
        return list(zip(keys.tolist(), counts.tolist(), strict=True))

    def grouped(self) -> tuple[Ids, Ids, Ids]:
        """The classes that stand for all: their keys; by cell, which of these; how many cells."""
        if self._grouped is None:
            keys = self.standing
            if len(keys) == 0 or int(keys.max()) >> _VARIANT:
                found, inverse, counts = np.unique(keys, return_inverse=True, return_counts=True)
                self._grouped = found, inverse.reshape(-1), counts
            else:
                every = np.bincount(keys)
                found = np.flatnonzero(every)
                places = np.zeros(len(every), np.int64)
                places[found] = np.arange(len(found))
                self._grouped = found, places[keys], every[found]
        return self._grouped

    def present(self) -> Ids:
        """The values that there are, where nothing is a variant yet."""
        return np.flatnonzero(np.bincount(self.keys)) if len(self.keys) else self.keys

    def value(self, key: int) -> str:
        """The text of a class's cells."""
        return self.memo.numbering.texts[key & ((1 << _VARIANT) - 1)]

    def matches(self, key: int) -> tuple[Match, ...]:
        """The matches in each of a class's cells."""
        found = self.memo.variants.get(key) if key >> _VARIANT else self.memo.found[key]
        return found or ()

    def varied(self, changes: Iterable[tuple[int, int, tuple[Match, ...]]]) -> Classes:
        """These classes, but for cells that have other matches: (index, number of the variant, matches)."""
        keys = self.keys.copy()
        for index, variant, matches in changes:
            key = (int(keys[index]) & ((1 << _VARIANT) - 1)) | variant << _VARIANT
            self.memo.variants[key] = matches
            keys[index] = key
        return Classes(keys, self.memo)

    def owner(self, key: int) -> str:
        """The detector for whose sake a class stands for cells with other digits; empty: it stands for none, or for plain numbers."""
        proof = self.memo.proof
        if proof is None or proof.owner is None or proof.shape(self.value(key)) is None:
            return ""
        return proof.owner.id


def variant_of(key: int) -> int:
    """Which variant of its value a class is; 0: the value itself."""
    return key >> _VARIANT


class Columns:
    """An engine's results on the blocks of one document; those of columns in classes. `proofs`: whether cells may stand for others."""

    def __init__(
        self, engine: Engine, detectors: Sequence[Detector], as_of: dt.date, *, proofs: bool
    ) -> None:
        self._engine, self._detectors, self._as_of, self._proofs = engine, detectors, as_of, proofs
        self._memos: dict[str, Memo] = {}
        self._exact: set[str] = set()
        """The columns that are searched value by value, since what a proof took them for did not hold."""
        self._proven: dict[str, Detector] = {}
        """The columns in which a proof was used, and for whose sake."""

    def matches(self, block: Block) -> Found | Classes:
        """The matches of a block."""
        if block.kind is not BlockKind.COLUMN:
            return self._engine.matches(block, self._as_of)
        cells = cells_of(block.cells)
        memo = self._memo(block, cells.numbering)
        while True:
            codes = memo.codes(cells)
            memo.grow()
            present = np.flatnonzero(np.bincount(codes)).tolist() if len(codes) else []
            new = [number for number in present if memo.found[number] is None]
            if new:
                self._search(block, memo, new)
            if not (new and memo.reject()):
                if memo.proof is not None and memo.proof.owner is not None and memo.proof.examples:
                    self._proven[block.field or ""] = memo.proof.owner
                memo.by_shape |= len(new) > max(_MANY, len(codes) // 2)
                return Classes(codes, memo)

    def unproven(self, holds: Callable[[str, Detector], bool]) -> bool:
        """Whether a proof failed: `holds` tells whether a column turned out to be a detector's by its label. Such a column is
        searched without one from now on."""
        failed = {name for name, owner in self._proven.items() if not holds(name, owner)}
        self._exact |= failed
        for name in failed:
            del self._memos[name], self._proven[name]
        return bool(failed)

    def _memo(self, block: Block, numbering: Numbering) -> Memo:
        field = block.field or ""
        memo = self._memos.get(field)
        if memo is None or memo.numbering is not numbering:
            proven = self._proofs and field not in self._exact
            proof = proof_of(block.name, self._detectors) if proven else None
            memo = self._memos[field] = Memo(numbering, proof)
        return memo

    def _search(self, block: Block, memo: Memo, new: Sequence[int]) -> None:
        """Find what new values hold; one for all of a steady shape."""
        like: list[tuple[int, int]] = []
        if memo.proof is not None:
            like, new = self._alike(memo, memo.proof, new)
        values = [memo.numbering.texts[number] for number in new]
        probes = memo.probes(set(new))
        found: list[list[Match]] = [[] for _ in (*new, *probes)]
        part = Block([*values, *probes], block.locate, block.kind, block.name, block.field)
        for index, match in self._engine.matches(part, self._as_of):
            found[index].append(match)
        for number, matches in zip(new, found, strict=False):
            memo.found[number] = tuple(matches)
        memo.probed.update(zip(probes, map(bool, found[len(new) :]), strict=True))
        for number, example in like:
            memo.found[number] = memo.found[example]
            memo.alike[number] = example

    def _alike(self, memo: Memo, proof: Proof, new: Sequence[int]) -> tuple[list[tuple[int, int]], list[int]]:
        """(value, value that stands for it) of those that need no search, and the others."""
        like, others = [], []
        for number in new:
            shape = proof.shape(memo.numbering.texts[number])
            example = number if shape is None else proof.examples.setdefault(shape, number)
            if example == number:
                others.append(number)
            else:
                like.append((number, example))
        return like, others
