"""What is read from an expression of where its matches begin, and what is not claimed."""

from __future__ import annotations

import pytest

from phiguard.engine.beginnings import begins_with_number


@pytest.mark.parametrize(
    "expression",
    [
        r"(?<!\w)\d{3}-\d{2}",
        r"(?i)(?<![\w.-]|\d,)(?P<v>\d{5})",
        r"(?<![^\W_])(?:1[89]\d\d|2[01]\d\d)-",
        r"(?P<v>\d(?<![\w.-]\d)\d{0,5})",
        r"(?=\d)(?<!\d)(?:[0-9]|(?:\d\d))x",
    ],
)
def test_begins_with_a_number(expression: str) -> None:
    assert begins_with_number(expression)


@pytest.mark.parametrize(
    "expression",
    [
        r"\d{3}",  # in the middle of a number as well
        r"(?<![.-])\d{3}",
        r"(?<!\w)\d?x",
        r"(?<!\w)\d*-",
        r"(?<!\w)\d{0,3}-",
        r"(?<!\w)(?:\d\d)?x",
        r"(?<!\w)(?:\d|x)",
        r"(?<!\w)(?:\d|)x",
        r"(?<!\w)[\dA-F]{4}",
        r"(?<!\w)\(?\d{3}",
        r"(?<!x|\w)\d",  # its first way excludes no digit
        r"(?<=\w)\d",
        r"(?:(?<!\w)|(?<=/))\d",
        r"\bx",
        r"",
    ],
)
def test_is_not_claimed(expression: str) -> None:
    assert not begins_with_number(expression)
