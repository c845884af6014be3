"""Proves cells of a column alike, so that one of them is searched for all: cells of a shape that their header's detector declares
steady, and plain numbers in a column whose header says nothing.

A cell under the strong label of one detector alone is that detector's whole, whatever else its digits resemble; so its digits
change nothing, if they change nothing for that detector. This holds once the column's verdict is that detector by its label, which
is checked when the evidence is complete (`Columns.unproven`); else the column is searched again without a proof.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import compress, islice

import numpy as np

from phiguard.cells import Cells, Ids, Numbering
from phiguard.detectors._labels import Strength, is_opaque
from phiguard.detectors._pattern import Detector, Same

_SAYS_NOTHING = r"(?![A-Za-z]{0,6}[-./() _]*(?:0[-./() _]*)+$|[A-Za-z]{0,6}[-./() _]*(?:9[-./() _]*)+$)"
"""Not zeros alone, nor nines."""
_PLAIN = r"-?\d{1,4}|\d{5,7}|-?\d{1,3}\.\d{1,3}|-?\d{1,2}\.\d{4}"
"""Numbers that no pattern takes where nothing says what they are (three digits, a dot and four may be a phone number); but see `PROBES`."""
PROBES = {
    "00": ("95", "42"),
    "000": ("104", "911"),
    "0000": ("1944", "2024"),
    "00000": ("90210", "02139"),
    "000000": ("031444", "123199"),
    "0000000": ("8675309", "2025550"),
    "0.0000": ("6.2024",),
    "00.0000": ("11.2023", "42.3601"),
    "00.00": ("12.05",),
    "000.000": ("137.774",),
}
"""Numbers of a look that some pattern takes if it takes any, as headers ask for them: ages, years, ZIP codes, days, phones, degrees."""
_FEW = 4
"""Where less than one cell in so many is odd, the others are numbered together."""
_BREAK = 10
_DIGITS = str.maketrans("123456789", "000000000")


@dataclass(slots=True)
class Proof:
    """A column's steady shapes. `owner`: the detector whose strong label the header is; None: whatever is found in the one cell
    that is searched would be another's, so nothing may be."""

    owner: Detector | None
    same: Same
    each: list[re.Pattern[str]]
    all: list[re.Pattern[str]]
    odd: list[re.Pattern[str]]
    """By shape, lines that do not have it."""
    usual: int = 0
    """The shape that most cells had, of those that were looked at one by one."""
    examples: dict[tuple[int, str | int], int] = field(default_factory=dict)
    """(which shape, how it looks) -> the number of the cell that stands for it."""
    rejected: set[tuple[int, str | int]] = field(default_factory=set)
    """Looks in which something was found that is not the owner's: their cells are searched one by one."""

    def codes(self, cells: Cells) -> Ids:
        """By cell, the number of its value, or of the value that stands for it."""
        text = "\n".join(cells) + "\n"
        if text.isascii() and text.count("\n") == len(cells):
            for which, pattern in enumerate(self.all):
                codes = self._alike(cells, which, text) if pattern.fullmatch(text) is not None else None
                if codes is not None:
                    return codes
            codes = self._but_few(cells, text)
            if codes is not None:
                return codes
        shapes = [self.shape(cell) for cell in cells]
        counts = Counter(shape[0] for shape in shapes if shape is not None)
        self.usual = max(counts, key=lambda which: counts[which], default=0)
        numbers = [
            self._number(cells.numbering, cell, shape) for cell, shape in zip(cells, shapes, strict=True)
        ]
        return np.array(numbers, np.int64)

    def _but_few(self, cells: Cells, text: str) -> Ids | None:
        """As `codes`, where all cells but a few have the usual shape; None: they have not."""
        begins = [
            found.start() for found in islice(self.odd[self.usual].finditer(text), len(cells) // _FEW + 1)
        ]
        if len(begins) > len(cells) // _FEW:
            return None
        ends = np.flatnonzero(np.frombuffer(text.encode("ascii"), np.uint8) == _BREAK)
        odd = np.searchsorted(ends, begins)
        usual = np.ones(len(cells), np.bool_)
        usual[odd] = False
        kept = list(compress(cells, usual.tolist()))
        codes = np.empty(len(cells), np.int64)
        alike = self._alike(Cells(kept, cells.numbering), self.usual, "\n".join(kept) + "\n")
        if alike is None:
            return None
        codes[usual] = alike
        few = [cells[place] for place in odd.tolist()]
        codes[odd] = [self._number(cells.numbering, cell, self.shape(cell)) for cell in few]
        return codes

    def shape(self, value: str) -> tuple[int, str | int] | None:
        """The shape of a value that has a steady one."""
        for which, pattern in enumerate(self.each):
            if pattern.fullmatch(value) is not None:
                look = len(value) if self.same is Same.LENGTH else value.translate(_DIGITS)
                return None if (which, look) in self.rejected else (which, look)
        return None

    def reject(self, found: Callable[[int, str | int], bool]) -> bool:
        """Give up the looks whose cell holds something (`found`, by the cell's number and look); whether there are any."""
        bad = {key for key, number in self.examples.items() if found(number, key[1])}
        self.rejected |= bad
        for key in bad:
            del self.examples[key]
        return bool(bad)

    def _number(self, numbering: Numbering, cell: str, shape: tuple[int, str | int] | None) -> int:
        if shape is None:
            return numbering[cell]
        number = self.examples.get(shape)
        if number is None:
            number = self.examples[shape] = numbering[cell]
        return number

    def _alike(self, cells: Cells, which: int, text: str) -> Ids | None:
        """The numbers of cells that all have the same steady shape, whose looks may differ; None: a look was rejected."""
        by_length = self.same is Same.LENGTH
        looks: list[str | int] = [
            *(map(len, cells) if by_length else text.translate(_DIGITS).split("\n")[:-1])
        ]
        numbers: dict[str | int, int] = {}
        first = dict(zip(reversed(looks), range(len(looks) - 1, -1, -1), strict=True))
        for look, place in first.items():
            if (which, look) in self.rejected:
                return None
            example = self.examples.get((which, look))
            if example is None:
                example = self.examples[which, look] = cells.numbering[cells[place]]
            numbers[look] = example
        if len(numbers) == 1:
            return np.full(len(cells), next(iter(numbers.values())), np.int64)
        return np.fromiter(map(numbers.__getitem__, looks), np.int64, len(cells))


def proof_of(name: str | None, detectors: Sequence[Detector]) -> Proof | None:
    """The proof for a column of that header; None: its cells are searched one by one."""
    if not name or is_opaque(name):
        return None
    strengths = [(detector, detector.labels.match(name).strength) for detector in detectors]
    strong = [detector for detector, strength in strengths if strength is Strength.STRONG]
    if len(strong) == 1:
        steady = strong[0].steady
        return None if steady is None else _proof(strong[0], steady.same, steady.shapes)
    weak = [detector for detector, strength in strengths if strength is not Strength.NONE]
    if strong or any(detector.steady is None or detector.steady.same is not Same.DIGITS for detector in weak):
        return None
    also = "".join(f"(?=(?:{'|'.join(d.steady.shapes)})$)" for d in weak if d.steady is not None)
    return _proof(None, Same.DIGITS, (f"{also}(?:{_PLAIN})",))


def _proof(owner: Detector | None, same: Same, shapes: Sequence[str]) -> Proof:
    cells = [f"{_SAYS_NOTHING}(?:{shape})" for shape in shapes]
    flags = re.ASCII | re.MULTILINE
    return Proof(
        owner,
        same,
        [re.compile(cell, re.ASCII) for cell in cells],
        [re.compile(rf"(?:{cell}\n)*", flags) for cell in cells],
        [re.compile(rf"^(?!(?:{cell})$)(?=.*\n)", flags) for cell in cells],
    )
