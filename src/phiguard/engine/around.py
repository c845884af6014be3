"""Values that prose writes otherwise than `label: value`: more of them behind one label, and the label behind the value.

`MRNs 123456, 123457 and 123458`; a heading with values of one shape below it; `445566 (MRN)`; `219099999 is her SSN`.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import regex

_MORE = regex.compile(
    r"(?:[ ]{0,2}[,;&+|/][ ]{0,3}(?:(?:and|or|y|e|u|o|&)[ ])?|[ ](?:and|or|to|into|through|thru|aka|y|e|u|o)[ ]|[ \t]{0,2}\n[ \t]{0,4}(?:[-*•][ ]{1,2})?)(?:\#[ ]?)?"
)
"""What stands between two values of a list."""
_MOST = 200
"""Values of one list."""
_PIECE = regex.compile(r"\d+|[^\W\d_]+|[\W_]+")
_END = r"(?![\w@%]|[-/]\d|[.,:]\d)"
_LEAD = regex.compile(
    r"(?:[ ]{0,2}[(\[][ ]?|[ ](?:is|was)[ ](?:(?:his|her|my|our|their|your|the|a|this|patient's|pt's)[ ](?:correct[ ]|new[ ]|old[ ])?)?)\Z"
)
"""What stands between a value and the label behind it."""
_TOKEN = regex.compile(r"(?<![^\s(\[,;:|])[^\s(\[,;:|]")
_NEAR, _TRIES = 48, 5
_BEFORE = 24
"""Code points in which a lead stands."""


def listed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where more values of the shape of `text[start:end]` follow it, joined by commas, `and`, or one to a line. A shape has
    three digits or more; a plain run of digits may be one longer or shorter."""
    value = text[start:end]
    if sum(map(str.isdigit, value)) < 3 or len(value) > 40:
        return
    shape = _shape(value)
    for _ in range(_MOST):
        joint = _MORE.match(text, end)
        found = shape.match(text, joint.end()) if joint is not None else None
        if found is None:
            return
        yield found.span()
        end = found.end()


def _shape(value: str) -> regex.Pattern[str]:
    if value.isdigit() and len(value) >= 6:
        return _compiled(rf"\d{{{len(value) - 1},{len(value) + 1}}}{_END}")
    pieces = _PIECE.findall(value)
    return _compiled("".join(map(_class, pieces)) + _END)


def _class(piece: str) -> str:
    if piece.isdigit():
        return rf"\d{{{len(piece)}}}"
    return rf"[^\W\d_]{{{len(piece)}}}" if piece.isalpha() else str(regex.escape(piece, literal_spaces=True))


@lru_cache(maxsize=512)
def _compiled(text: str) -> regex.Pattern[str]:
    return regex.compile(text)


def may_lead(text: str, label: int) -> bool:
    """Whether what `ahead` needs may stand before the label at `label`: a bracket, `is` or `was`."""
    if text[label - 1 : label] not in ("(", "[", " "):
        return False
    near = text[max(0, label - _BEFORE) : label]
    return "(" in near or "[" in near or " is " in near or " was " in near


def ahead(text: str, label: int, lo: int) -> Iterator[int]:
    """Where a value may begin to which the label at `label` is added: `445566 (MRN)`; the nearest first."""
    lead = _LEAD.search(text, max(lo, label - _BEFORE), label)
    if lead is None:
        return
    line = max(lo, lead.start() - _NEAR, text.rfind("\n", lo, lead.start()) + 1)
    starts = [found.start() for found in _TOKEN.finditer(text, line, lead.start())]
    yield from reversed(starts[-_TRIES:])
