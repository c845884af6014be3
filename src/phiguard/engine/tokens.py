"""Cuts text into words, numbers, marks and line breaks, all at once, with numpy: the tagger's first step.

A token is a run of letters (an apostrophe or hyphen between two letters belongs to it), a run of digits, a run of line breaks,
or one other mark. Offsets are code points, half-open.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]
Codes = npt.NDArray[Any]
BLANK, LETTER, DIGIT, MARK, BREAK = range(5)
_BREAKS = frozenset("\n\r\x0b\x0c\x85\u2028\u2029\x00")
_JOINERS = np.frombuffer(b"'-", np.uint8)


@dataclass(frozen=True, slots=True)
class Tokens:
    """`starts`, `ends`: of each token. `classes`: what its first code point is. `codes`: the text's code points, digits as 0,
    cut to one byte (255: not ASCII). `plain`: tokens of ASCII alone."""

    starts: Ints
    ends: Ints
    classes: npt.NDArray[np.uint8]
    codes: npt.NDArray[np.uint8]
    plain: npt.NDArray[np.bool_]


def _class(point: int) -> int:
    char = chr(point)
    if char in _BREAKS:
        return BREAK
    if char.isspace():
        return BLANK
    if char.isalpha() or unicodedata.category(char)[0] == "M":
        return LETTER
    return DIGIT if char.isdecimal() else MARK


@lru_cache(maxsize=2)
def _table(size: int) -> npt.NDArray[np.uint8]:
    """The class of every code point below `size`; the last one's stands for all above."""
    table = np.fromiter(map(_class, range(size)), np.uint8, size)
    table[-1] = MARK
    return table


def cut(text: str) -> Tokens:
    """The tokens of a text."""
    if text.isascii():
        codes: Codes = np.frombuffer(text.encode("ascii"), np.uint8)
        classes = _table(129)[codes]
    else:
        points = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
        classes = _table(0x10000)[np.minimum(points, 0xFFFF)]
        codes = np.minimum(points, 255).astype(np.uint8)
        codes[points > 127] = 255
    classes = _joined(codes, classes)
    codes = np.where(classes == DIGIT, np.uint8(48), codes)
    return _bounds(codes, classes, ascii_only=text.isascii())


def _joined(codes: Codes, classes: npt.NDArray[np.uint8]) -> npt.NDArray[np.uint8]:
    """Apostrophes and hyphens between letters are letters."""
    inner = np.flatnonzero((codes == _JOINERS[0]) | (codes == _JOINERS[1]))
    inner = inner[(inner > 0) & (inner < len(codes) - 1)]
    inner = inner[(classes[inner - 1] == LETTER) & (classes[inner + 1] == LETTER)]
    if len(inner):
        classes = classes.copy()
        classes[inner] = LETTER
    return classes


def _bounds(codes: Codes, classes: npt.NDArray[np.uint8], *, ascii_only: bool) -> Tokens:
    size = len(classes)
    if size == 0:
        none = np.zeros(0, np.int64)
        return Tokens(none, none, np.zeros(0, np.uint8), codes, np.zeros(0, np.bool_))
    changes = np.empty(size + 1, np.bool_)
    changes[0] = changes[-1] = True
    np.not_equal(classes[1:], classes[:-1], out=changes[1:-1])
    marks = classes == MARK
    changes[:-1] |= marks
    changes[1:] |= marks
    edges = np.flatnonzero(changes)
    starts, ends = edges[:-1], edges[1:]
    kinds = classes[starts]
    kept = kinds != BLANK
    starts, ends, kinds = starts[kept], ends[kept], kinds[kept]
    if ascii_only:
        plain = np.ones(len(starts), np.bool_)
    else:
        wide = np.concatenate(([0], np.cumsum(codes == 255)))
        plain = wide[ends] == wide[starts]
    return Tokens(starts, ends, kinds, codes, plain)
