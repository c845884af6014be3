"""How dates are written: month names, separators, and whether the calendar has such a day.

Pieces of regexes and pure functions for `dates`. Years 1800-2199 count: research extracts shift dates into the future.
"""

from __future__ import annotations

import calendar
import datetime as dt

from phiguard.detectors import _regexes as regex
from phiguard.detectors._pattern import GLUED

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan enero ene",
            "february febuary feb febrero",
            "march mar marzo",
            "april apr abril abr",
            "may mayo",
            "june jun junio",
            "july jul julio",
            "august aug agosto ago",
            "september sept sep septiembre setiembre",
            "october oct octubre",
            "november nov noviembre",
            "december dec diciembre dic",
        ),
        1,
    )
    for name in names.split()
}

_ALONE_IS_A_WORD = frozenset(("ene", "abr", "ago", "dic"))
"""Spanish abbreviations that are words of their own (`3 days ago`): only with a day before and a year behind."""


def _any(names: list[str]) -> str:
    return "(?:" + "|".join(sorted(names, key=len, reverse=True)) + r")(?!\p{L})"


MON = _any([n for n in MONTHS if n not in _ALONE_IS_A_WORD])
MON_ALL = _any(list(MONTHS))
FULL = _any([n for n in MONTHS if len(n) > 4])
"""Months long enough to be read as one when they stand alone; `may`, `june`, `july` and `mayo` are added where needed."""
MONTH_WORDS = frozenset(n for n in MONTHS if n not in _ALONE_IS_A_WORD)
MONTHS_BEHIND_DAYS = frozenset(MONTHS) | {
    f"{end}{name}" for end in ("st", "nd", "rd", "th", "ro", "º") for name in MONTHS
}
"""As runs of letters: `3 march`, `3rdmarch`."""
WEEKDAY_WORDS = frozenset(
    f"{name}{day}"
    for name in "mon tue tues wed wednes thu thur thus thurs fri sat satur sun".split()
    for day in ("", "day")
) | frozenset("lunes martes miércoles jueves viernes sábado domingo".split())
WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?|lunes|martes|miércoles|jueves|viernes|sábado|domingo"

DAY = r"(?:0?[1-9]|[12]\d|3[01])"
MONTH = r"(?:0?[1-9]|1[0-2])"
Y4 = r"(?:1[89]\d\d|2[01]\d\d)"
ORDINAL = r"(?:st|nd|rd|th|º|°|ro)?"
CLOCK = r"(?:[01]?\d|2[0-4])(?::?[0-5]\d){1,2}(?:[.,]\d{1,9})?"
ZONE = r"(?:[ ]?(?:Z|UTC|GMT)|[ ]?[+-]\d{2}:?\d{2})"
WRAP = r"(?:[ \t]{0,2}(?:\n[ \t]{0,8})?)"
"""Between the parts of a written date: blanks, and one line break where a text is wrapped."""
START = r"(?<![^\W_]|\d[-/.:])"
GLUED_CLOCK = r"(?=(?:[01]?\d|2[0-3]):[0-5]\d(?!\d))|(?<=\d{4})(?=(?:[01]\d|2[0-3])[0-5]\d(?![\d:]))"
GLUED_END = rf"(?:(?={GLUED})|{GLUED_CLOCK})"
"""A next label or a clock time hangs on the date: `03/14/1944MRN:`, `03/14/202410:15`."""
END = r"(?![^\W_]|[-/.]\d)"
START_OF_RANGE = r"(?<![^\W_]|\d[/.:]|/)"
END_OF_RANGE = r"(?![^\W_]|[/.]\d|/|-\d(?!\d?/\d))"
"""As START and END, but `3/14-3/18` may go on."""

_DIGITS_OR_WORDS = regex.compile(r"\d+|\p{L}+")
_DAYS_OF_A_MONTH = regex.compile(r"\d{1,2}/\d{1,2}-\d{1,2}(?:/\d{4})?")
_TIME = regex.compile(
    r"(?i)(?:(?<=\d)T|[ ,@]{1,3}at )\d{1,2}:?\d{2}.*\Z|[ ,@]{1,3}\d{1,2}:\d{2}.*\Z|(?<=\d{4}|[-/]\d{1,2}[-/]\d\d)[ ,@]{1,3}\d{4}(?!\d).*\Z|"
    r"(?<=\d)[ ]?[ap]\.?m\b.*\Z"
)
"""What is a clock time in a written date; `Nov 2016` has none."""
_NOBODY = frozenset(((1900, 1, 1), (1800, 1, 1), (1753, 1, 1), (1899, 12, 30), (1899, 12, 31)))
"""What software writes for "no date"; 0001, 2999 and 9999 are outside the years that count."""

Parts = tuple[int | None, int | None, int | None]


def read(value: str) -> Parts | None:
    """(year, month, day) of a written date, None for each part that it does not say; None when it is none."""
    tokens = _DIGITS_OR_WORDS.findall(_TIME.sub("", value))
    month = next((MONTHS[t.lower()] for t in tokens if t.lower() in MONTHS), None)
    numbers = [t for t in tokens if t.isdigit()]
    if month is not None:
        ranged = not tokens[-1].isdigit() or any(
            t.lower() in ("and", "to", "y", "al", "through") for t in tokens
        )
        return _with_name(month, numbers, two_digit_year=not ranged)
    if numbers and len(numbers[0]) >= 8:
        return _compact(numbers[0])
    if "/" in value and _DAYS_OF_A_MONTH.fullmatch(value):
        month, day, _, *rest = map(int, numbers)
        return _ordered(rest[0] if rest else None, month, day)
    if len(numbers) == 3:
        return _three(numbers)
    if len(numbers) == 2:
        first, second = (int(n) for n in numbers)
        if len(numbers[0]) == 4 or len(numbers[1]) == 4:
            year, other = (first, second) if len(numbers[0]) == 4 else (second, first)
            return (year, other, None) if 1 <= other <= 12 else None
        return _ordered(None, first, second)
    return None


def day_of(value: str) -> Parts | None:
    """(year, month, day) of a value found as a date or as a year of one: written, a year, serial days, or seconds."""
    if value.isdigit() and len(value) == 4:
        return int(value), None, None
    number = value.partition(".")[0]
    if number.isdigit() and len(number) == 5:
        return _parts(dt.date(1899, 12, 30) + dt.timedelta(days=int(number)))
    parts = read(value)
    if parts is None and number.isdigit() and 9 <= len(number) <= 13:
        seconds = int(number) // (1000 if len(number) > 10 else 1)
        return _parts(dt.date(1970, 1, 1) + dt.timedelta(seconds=seconds))
    return parts


def _parts(day: dt.date) -> Parts:
    return day.year, day.month, day.day


def _with_name(month: int, numbers: list[str], *, two_digit_year: bool) -> Parts | None:
    year = next((int(n) for n in numbers if len(n) == 4), None)
    days = [int(n) for n in numbers if len(n) <= 2]
    if year is None and two_digit_year and len(days) >= 2:
        year = 2000
    if days and not valid(year, month, days[0]):
        return None
    return year, month, days[0] if days else None


def _three(numbers: list[str]) -> Parts | None:
    a, b, c = (int(n) for n in numbers)
    if len(numbers[0]) == 4:
        return (a, b, c) if valid(a, b, c) else (a, c, b) if valid(a, c, b) else None
    return _ordered(c if len(numbers[2]) == 4 else 2000 + c, a, b)


def _ordered(year: int | None, first: int, second: int) -> Parts | None:
    for month, day in ((first, second), (second, first)):
        if valid(year, month, day):
            return year, month, day
    return None


def _compact(digits: str) -> Parts | None:
    year, month, day = int(digits[:4]), int(digits[4:6]), int(digits[6:8])
    if 1850 <= year < 2200 and valid(year, month, day) and _clock(digits[8:]):
        return year, month, day
    if len(digits) == 8 and 1850 <= int(digits[4:]) < 2200:
        return _ordered(int(digits[4:]), int(digits[:2]), int(digits[2:4]))
    return None


def _clock(digits: str) -> bool:
    pairs = [int(digits[i : i + 2]) for i in range(0, min(len(digits), 6), 2)]
    return all(p < (24 if i == 0 else 61) for i, p in enumerate(pairs)) and len(digits) not in (1, 3, 5)


def valid(year: int | None, month: int, day: int) -> bool:
    """Whether the calendar has that day; without a year, 29 February counts."""
    return 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year or 2000, month)[1]


def sentinel(parts: Parts) -> bool:
    """Whether it is what software writes when there is no date."""
    return parts in _NOBODY
