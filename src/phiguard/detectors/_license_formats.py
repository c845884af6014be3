"""Layouts of driver's licence numbers by state, and which states a text names beside one.

Source: the states' published layouts as collected in USDLRegex (A. Bullmer, 2019, MIT licence), fifty states with DC, Puerto Rico and
Guam; state abbreviations of USPS Publication 28. Dashes, blanks and the asterisks of Washington's older numbers are the card's print.
States change their layouts and old cards stay valid for years, so a number that fits none is less sure, never dropped.
"""

from __future__ import annotations

from collections import defaultdict

from phiguard.detectors import _regexes as regex
from phiguard.detectors._places import STATES

_LAYOUTS = {
    r"\d{9}": "AZ CO CT DC HI IA ID KS KY MA MO MS MT ND NY OK PR VA",
    r"[A-Z]\d{12}": "FL MD MI MN",
    r"[A-Z]\d{8}": "HI KS MA MT",
    r"\d{8}": "NY OH PA VT",
    r"\d{1,7}": "AK DE NE",
    r"\d{9,10}": "IN NV WY",
    r"[A-Z]{2}\d{2,5}": "AZ CO",
    r"[A-Z]\d{7}": "CA NY",
    r"\d{7}": "DC WV",
    r"\d{7,9}": "GA TN",
    r"[A-Z]\d{14}": "GU NJ",
    r"[A-Z]\d{9}": "IN OK",
    r"\d{1,9}": "LA OR",
    r"\d{7,8}": "ME RI TX",
    r"\d{12}": "NV SD",
    r"\d{1,8}": "AL",
    r"\d{4,9}": "AR",
    r"[A-Z]\d{1,8}": "AZ",
    r"[A-Z]\d{3,6}": "CO",
    r"\d{3}[A-Z]{2}\d{4}": "IA",
    r"[A-Z]{2}\d{6}[A-Z]": "ID",
    r"[A-Z]\d{11,12}": "IL",
    r"(?:[A-Z]\d){2}[A-Z]": "KS",
    r"[A-Z]\d{8,9}": "KY",
    r"[A-Z]{2}\d{7}": "MA",
    r"\d{7}[A-Z]": "ME",
    r"[A-Z]\d{10}": "MI",
    r"[A-Z]\d{5,9}|[A-Z]\d{6}R|\d{3}[A-Z]\d{6}|\d{8}[A-Z]{2}|\d{9}[A-Z]": "MO",
    r"\d{13,14}": "MT",
    r"\d{1,12}": "NC",
    r"[A-Z]{3}\d{6}": "ND",
    r"[A-Z]\d{6,8}": "NE",
    r"\d{2}[A-Z]{3}\d{5}|[A-Z]{3}\d{8}": "NH",
    r"\d{8,9}": "NM",
    r"X\d{8}": "NV",
    r"[A-Z]\d{18}|\d{16}": "NY",
    r"[A-Z]\d{4,8}|[A-Z]{2}\d{3,7}": "OH",
    r"[AB]\d{6}": "OR",
    r"\d{5,7}": "PR",
    r"[A-Z]\d{6}": "RI",
    r"\d{5,11}": "SC",
    r"\d{6,10}|\d{12}": "SD",
    r"\d{4,10}": "UT",
    r"[A-Z]\d{8,11}": "VA",
    r"\d{7}A": "VT",
    r"(?=.{12}\Z)[A-Z]{1,7}[A-Z0-9*]{5,11}": "WA",
    r"[A-Z]\d{13}": "WI",
    r"[A-Z]{1,2}\d{5,6}": "WV",
}
"""Layout -> the states that print it. New York's eight bare letters are left out: no text tells them from a word."""

_OF_STATE: dict[str, list[str]] = defaultdict(list)
for _layout, _states in _LAYOUTS.items():
    for _state in _states.split():
        _OF_STATE[_state].append(_layout)
_FITS = {state: regex.compile("|".join(layouts)) for state, layouts in _OF_STATE.items()}
_PRINT = regex.compile(r"[ \-.]")
_CODE = regex.compile(r"(?<![^\W_])[A-Z]{2}(?![^\W_])")
_NAME = regex.compile(f"(?i)(?<![^\\W_])(?:{'|'.join(STATES.values())})(?![^\\W_])")
_BY_NAME = {name.lower(): code for code, name in STATES.items()}


def states_in(text: str) -> frozenset[str]:
    """The states that a text names, by abbreviation in capitals or by name."""
    codes = {code for code in _CODE.findall(text) if code in STATES}
    return frozenset(codes | {_BY_NAME[name.lower()] for name in _NAME.findall(text)})


def fits(number: str, states: frozenset[str]) -> bool:
    """Whether a driver's licence of one of the states is numbered like this, print marks aside."""
    plain = _PRINT.sub("", number.upper())
    return any(state in _FITS and _FITS[state].fullmatch(plain) for state in states)
