"""Layouts of licence plates by state: which capitals and figures, in which order.

Source: the states' current series for passenger vehicles as collected in faker_x (MIT licence): 99 formats of the states, DC and the
territories. Blanks, dashes and dots are the plate's print. Special, older and vanity plates have other layouts; a label finds those.
"""

from __future__ import annotations

from phiguard.detectors import _regexes as regex
from phiguard.detectors._labels import trie

_SERIES = {
    "AL": "9AA9999 99AA999", "AK": "999AAA", "AZ": "AAA9999", "AR": "999AAA", "CA": "9AAA999", "CO": "999AAA AAA999", "CT": "999AAA",
    "DC": "AA9999", "FL": "AAAA99 999AAA A999AA 9999AA", "GA": "AAA9999", "GU": "AA9999", "HI": "AAA999",
    "ID": "A999999 9A99999 9AA9999 9A9A9AAA 9A9999A 99A9999", "IL": "AA99999", "IN": "999AA 999AAA", "IA": "AAA999",
    "KS": "999AAA", "KY": "999AAA", "LA": "999AAA", "ME": "9999AA", "MD": "9AA9999", "MA": "9AAA99 9AA999 999AA9 99AA99",
    "MI": "999AAA 9AAA99", "MN": "999AAA", "MS": "AAA999", "MO": "AA9A9A", "MT": "999999A", "NE": "AAA999 9A9999 99A999 99AA99",
    "NV": "99A999", "NJ": "A99AAA", "NM": "999AAA AAA999", "NY": "AAA9999", "NC": "999AAAA", "ND": "999AAA", "MP": "AAA999",
    "OH": "AAA9999", "OK": "AAA999", "OR": "999AAA", "PA": "AAA9999", "PR": "AAA999", "SC": "9999AA", "SD": "9AA999 9AAA99 99A999 99AA99 99AAA9",
    "TN": "A9999A", "TX": "AAA9999", "UT": "A999AA", "VT": "AAA999", "VI": "AAA999", "VA": "AAA9999", "WA": "AAA9999 999AAA",
    "WV": "9AA999 AAA999", "WI": "AAA9999 999AAA", "WY": "99999A",
}  # fmt: skip
"""State -> its layouts, `A` a letter and `9` a figure. All-figure layouts are left out, and Vermont's and Indiana's of four or five."""

_PRINT = regex.compile(r"[ \-.·]")
_LETTER, _FIGURE = regex.compile(r"[A-Z]"), regex.compile(r"\d")
_ALL = frozenset(layout for layouts in _SERIES.values() for layout in layouts.split())
_YEAR = regex.compile(r"[A-Z]{3}(?:19|20)\d\d")
PLATED_STATE = f"(?:{trie(sorted(_SERIES))})"
"""A state's abbreviation."""


def is_series(plate: str, state: str = "") -> bool:
    """Whether a plate is of a series of the state, or of any; letters and a year (`ABC2014`) are a series of the state alone."""
    plain = _PRINT.sub("", plate)
    if not state and _YEAR.fullmatch(plain):
        return False
    layout = _FIGURE.sub("9", _LETTER.sub("A", plain))
    return layout in (_SERIES.get(state, "").split() if state else _ALL)
