"""Whether every match of an expression begins with the first digit of a number: then it is tried there only.

Read from the expression itself, and never claimed where it is not plain to see: behind lookarounds and group openers stands a digit that
cannot be left out, and no digit may stand in front of it.
"""

from __future__ import annotations

from functools import cache

from phiguard.detectors import _regexes as regex

_FLAGS = r"\(\?[ims]+\)"
_OPENER = r"\((?:\?:|\?>|\?P<\w+>|\?[ims-]+:|(?!\?))"
_DIGIT = r"\\d|\d|\[(?:\d|\d-\d|\\d)+\]"
_MAY_BE_MISSING = r"[?*]|\{0"
_NO_DIGIT = r"\((?:\?<!)(?:\\[wd]|\[(?:[^\]\\]|\\.)*\\[wd](?:[^\]\\]|\\.)*\]|\[\^\\W_\])(?:\||\))"
"""A lookbehind whose first way excludes digits."""
_BEHIND = r"\(\?<!\[(?:[^\]\\]|\\.)*\\w(?:[^\]\\]|\\.)*\]\\d\)"
"""The same, written behind the digit: `\\d(?<![\\w.]\\d)`."""


@cache
def begins_with_number(expression: str) -> bool:
    """Whether no match begins elsewhere than at the first digit of a number."""
    flags = regex.match(_FLAGS, expression)
    return _begins(expression[flags.end() :] if flags else expression, guarded=False)


def _begins(rest: str, *, guarded: bool) -> bool:
    """`guarded`: no digit stands in front, as far as it was read."""
    while rest.startswith(("(?<", "(?=", "(?!")) and not rest.startswith("(?P"):
        guarded = guarded or regex.match(_NO_DIGIT, rest) is not None
        rest = rest[_closing(rest) + 1 :]
    opener = regex.match(_OPENER, rest)
    if opener is not None:
        end = _closing(rest)
        if regex.match(_MAY_BE_MISSING, rest[end + 1 :]):
            return False
        return all(_begins(part, guarded=guarded) for part in _ways(rest[opener.end() : end]))
    digit = regex.match(_DIGIT, rest)
    if digit is None or regex.match(_MAY_BE_MISSING, rest[digit.end() :]):
        return False
    return guarded or regex.match(_BEHIND, rest[digit.end() :]) is not None


def _closing(text: str) -> int:
    """Where the parenthesis closes with which a text begins."""
    depth = 0
    for place, char in _plain(text):
        depth += (char == "(") - (char == ")")
        if depth == 0:
            return place
    return len(text) - 1


def _ways(text: str) -> list[str]:
    """The alternatives of an expression."""
    ways, depth, start = [], 0, 0
    for place, char in _plain(text):
        depth += (char == "(") - (char == ")")
        if char == "|" and depth == 0:
            ways.append(text[start:place])
            start = place + 1
    return [*ways, text[start:]]


def _plain(text: str) -> list[tuple[int, str]]:
    """(place, character) of what is neither escaped nor in a class."""
    marks = regex.compile(
        r"\\.|\[\^?\]?(?:[^\]\\]|\\.)*\]|(?P<mark>[()|])|.",
    ).finditer(text)
    return [(found.start(), found["mark"]) for found in marks if found["mark"]]
