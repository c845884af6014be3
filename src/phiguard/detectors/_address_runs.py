"""Reads an address from its first number or unit on: street with its units, city, ZIP code, each with its place.

A ZIP code in use, behind its State or behind one of its State's cities, makes an address of all that stands between it and the
number; without one a street's own words must say so.

Source: USPS Publication 28, 21-29 (order of an address's elements); the shipped list of places.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from phiguard.detectors import _regexes as regex
from phiguard.detectors._address_streets import Run, StreetReader
from phiguard.detectors._address_tokens import NOT_FIRST, Token, cut, sentence_ends
from phiguard.detectors._address_towns import REST, Span
from phiguard.detectors._caches import remembered
from phiguard.detectors._places import STATE_ABBREVIATION, STATE_NAME, city_in, places, state_of

_TAIL = regex.compile(
    rf"(?<![\w-])(?:(?P<state>(?i:{STATE_ABBREVIATION}|{STATE_NAME})|[A-Z]\.[ ]?[A-Z]\.)[.,]{{0,2}}[ \n]{{1,3}})?(?P<zip>\d{{5}}(?:[- ]?\d{{4}})?)(?![\w-]|[.,/]\d)"
)
_MOST_TOKENS = 22


@remembered(4096)
def with_zip(text: str) -> Run | None:
    """The address that begins `text` and ends in a ZIP code."""
    tokens = cut(text)
    for found in _TAIL.finditer(text, 3):
        inside = [token for token in tokens if token.end <= found.start()]
        if len(inside) > _MOST_TOKENS or not _sound(inside):
            return None
        while inside and inside[-1].text in ",;\n":
            inside.pop()
        digits, state = found["zip"][:5], state_of((found["state"] or "").replace(".", "").replace(" ", ""))
        state = state or state_of(found["state"] or "")
        states = [state] if state else _states(digits)
        if found["state"] and digits[:3] not in places().prefixes.get(state, ()):
            continue
        town = _town(inside, states)
        if town is None and state:
            town = _after_street(inside)
        if town is None or (not state and int(digits) not in places().zips):
            continue
        first = inside[len(inside) - town]
        street = _trimmed(text, 0, first.start)
        if street[1] < 2:
            return None
        return Run(
            street, _trimmed(text, first.start, found.start()), found.span("zip"), tail=True, state=state
        )
    return None


def _states(digits: str) -> list[str]:
    return [state for state, prefixes in places().prefixes.items() if digits[:3] in prefixes]


def _sound(tokens: list[Token]) -> bool:
    """Nothing that no address has, and no sentence's end."""
    if not tokens or any(token.stops for token in tokens[1:]):
        return False
    if len(tokens) > 1 and tokens[1].word in NOT_FIRST:
        return False
    return not any(sentence_ends(a, b) for a, b in pairwise(tokens))


def _town(tokens: list[Token], states: list[str]) -> int | None:
    """How many of the last tokens are a city of one of the States."""
    for size in range(min(5, len(tokens) - 1), 0, -1):
        words = tokens[-size:]
        if all(word.named for word in words) and any(
            city_in(" ".join(word.text for word in words), state) for state in states
        ):
            return size
    return None


def _after_street(tokens: list[Token]) -> int | None:
    """How many of the last tokens stand behind the last comma, line end, suffix or unit: a city that no list has."""
    size = 0
    for at in range(len(tokens) - 1, 0, -1):
        token = tokens[at]
        if not token.named or (token.common and size) or size > 3:
            break
        size += 1
    if size >= len(tokens) - 1 and len(tokens) > 2:
        return 1
    return size if 0 < size <= 3 and size < len(tokens) - 1 else None


def _trimmed(text: str, start: int, end: int) -> Span:
    while end > start and text[end - 1] in " ,;\n(-":
        end -= 1
    return start, end


@remembered(4096)
def by_street(text: str) -> Run | None:
    """The address that begins `text`, by its street's own words."""
    reader = StreetReader(text)
    run = reader.read()
    return replace(run, bare=REST.match(text, reader.end) is not None) if run else None
