"""Cells of a column, numbered by their distinct values: what is found in a value holds for every cell that has it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import overload

import numpy as np
import numpy.typing as npt

Ids = npt.NDArray[np.int64]

_MOST = 1 << 16
"""Distinct values that a numbering takes; a column with more begins anew, so that memory stays bounded."""


class Numbering(dict[str, int]):
    """Value -> number, in the order in which they come; `texts`: the other way."""

    __slots__ = ("texts",)

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []

    def __missing__(self, value: str) -> int:
        number = self[value] = len(self.texts)
        self.texts.append(value)
        return number

    @property
    def full(self) -> bool:
        return len(self.texts) > _MOST


class Cells(Sequence[str]):
    """The cells of a chunk of one column. `codes`: by cell, the number of its value in `numbering`. `source`: gives the cells
    again after `release`, so that what waits for its evidence need not hold them (None: it holds them)."""

    __slots__ = ("_cells", "_codes", "_size", "_source", "numbering")

    def __init__(
        self,
        cells: Sequence[str],
        numbering: Numbering | None = None,
        source: Callable[[], Sequence[str]] | None = None,
    ) -> None:
        self._cells: Sequence[str] | None = cells
        self._size, self._source = len(cells), source
        self._codes: Ids | None = None
        self.numbering = Numbering() if numbering is None else numbering

    @property
    def codes(self) -> Ids:
        if self._codes is None:
            number = self.numbering.__getitem__
            self._codes = np.fromiter(map(number, self._all()), np.int64, self._size)
        return self._codes

    @property
    def light(self) -> bool:
        """Whether the cells need not be held."""
        return self._source is not None

    def release(self) -> None:
        """Let go of what can be had again."""
        self._codes = None
        if self._source is not None:
            self._cells = None

    def _all(self) -> Sequence[str]:
        if self._cells is None:
            assert self._source is not None
            self._cells = self._source()
        return self._cells

    def __len__(self) -> int:
        return self._size

    @overload
    def __getitem__(self, index: int) -> str: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[str]: ...
    def __getitem__(self, index: int | slice) -> str | Sequence[str]:
        return self._all()[index]

    def __iter__(self) -> Iterator[str]:
        return iter(self._all())


def cells_of(cells: Sequence[str]) -> Cells:
    """Cells as numbered ones."""
    return cells if isinstance(cells, Cells) else Cells(cells)
