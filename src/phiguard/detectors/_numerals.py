"""Numbers in words, English and Spanish: days of the month, years as they are dictated, ages from 90 to 129."""

from __future__ import annotations

_UNIT = "(?:one|two|three|four|five|six|seven|eight|nine)"
_TEEN = "(?:ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)"
_TENS = "(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
_UNTIL_99 = f"(?:{_TENS}(?:[- ]{_UNIT})?|{_TEEN}|{_UNIT})"
_ORDINAL = "(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)"

DAY_WORDS = (
    rf"(?:(?:twenty[- ]|thirty[- ]){_ORDINAL}|{_ORDINAL}|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|"
    r"seventeenth|eighteenth|nineteenth|twentieth|thirtieth)(?!\p{L})"
)
"""`first` to `thirty-first`."""
DAY_FIRST_WORDS = frozenset(
    "twenty thirty first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth thirtieth".split()
)
"""With which `DAY_WORDS` begin."""

DAY_COUNT = rf"(?:(?:twenty|thirty)(?:[- ]{_UNIT})?|{_TEEN}|{_UNIT})(?!\p{{L}})"
"""`one` to `thirty-one`, as a day is dictated without its ending."""

YEAR_WORDS = (
    rf"(?:(?:nineteen|eighteen)[- ]{_UNTIL_99}|nineteen[- ](?:hundred|oh?[- ]{_UNIT})|two[- ]thousand(?:[- ](?:and[- ])?{_UNTIL_99})?|"
    rf"twenty[- ](?:oh?[- ]{_UNIT}|{_UNTIL_99})|oh?[- ]{_UNIT}|{_TENS}[- ]{_UNIT})(?!\p{{L}})"
)
"""Years as they are said: `nineteen ninety-two`, `two thousand and nine`, `twenty twenty-one`, `oh eight`, `ninety three`."""

_UNTIL_29 = f"(?:twenty(?:[- ]{_UNIT})?|{_TEEN}|{_UNIT})"
_UNO = "(?:uno?|una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve)"
AGE_WORDS = (
    rf"(?:ninety(?:[- ]{_UNIT})?|(?:one|a)[- ]hundred(?:[- ](?:and[- ])?{_UNTIL_29})?|"
    rf"noventa(?: y {_UNO})?|cien|ciento (?:{_UNO}|diez|once|doce|trece|catorce|quince|dieci\p{{L}}{{3,6}}|veinte|veinti\p{{L}}{{3,7}}))(?!\p{{L}})"
)
"""90 to 129 in words."""
