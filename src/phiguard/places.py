"""Places of findings as arrays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.int64]
NOWHERE = -1
"""A row, line or column that is none."""


@dataclass(frozen=True, slots=True)
class Places:
    """Where some findings stand, as arrays that belong together. `kind`: as `Findings.kind` numbers them."""

    kind: Numbers
    row: Numbers
    line: Numbers
    column: Numbers
    start: Numbers
    end: Numbers
    texts: list[str] | None = None

    @classmethod
    def joined(cls, parts: Sequence[Places]) -> Places:
        """Several, one behind the other."""
        if len(parts) == 1:
            return parts[0]
        arrays = {name: np.concatenate([getattr(part, name) for part in parts]) for name in PLACES}
        kept = all(part.texts is not None for part in parts)
        return cls(**arrays, texts=[text for part in parts for text in part.texts or ()] if kept else None)

    def taken(self, order: Numbers) -> Places:
        """Some of them, in another order."""
        texts = None if self.texts is None else [self.texts[place] for place in order.tolist()]
        return Places(**{name: getattr(self, name)[order] for name in PLACES}, texts=texts)


PLACES = ("kind", "row", "line", "column", "start", "end")
