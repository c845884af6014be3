"""The writings of a date as pieces of regexes: in digits, with the month's name, in parts of a year, as it is spoken.

For `dates`; what belongs to more than one of them (separators, ends, clocks) stands in `_dates`.
"""

from __future__ import annotations

from phiguard.detectors._dates import (
    CLOCK,
    DAY,
    END,
    FULL,
    GLUED_END,
    MON,
    MON_ALL,
    MONTH,
    ORDINAL,
    WRAP,
    Y4,
    ZONE,
)
from phiguard.detectors._numerals import DAY_COUNT, DAY_WORDS, YEAR_WORDS

WORD = r"(?<![^\W_])"
DE = r"(?:of |del? (?:año )?|in )?"
JOINED = rf"(?:T{CLOCK}{ZONE}?)?"
YEAR = rf"(?:{Y4}|'\d\d)"
LEAD = r"(?=\d{1,2}(?!\d))"
DAYS = rf"{DAY}{ORDINAL}(?:[ ]?(?:-|&|to|and|through|y|al?)[ ]?{DAY}{ORDINAL}(?![^\W_]|[-/.:]\d))?"

YMD = rf"{Y4}(?:-{MONTH}-|/{MONTH}/){DAY}{JOINED}"
DMY = rf"\d{{1,2}}(?:-\d{{1,2}}-|/\d{{1,2}}/|[ ]/[ ]?\d{{1,2}}[ ]/[ ]?)(?:{Y4}|\d\d)"
COMPACT = r"(?:1[89]|2[01])\d{6}(?:T?\d{4}(?:\d\d(?:\.\d{1,6})?)?(?:[+-]\d{4}|Z)?)?"
COMPACT_MDY = r"(?:0[1-9]|[12]\d|3[01]){2}(?:19|20)\d\d"
MONTH_DAY_YEAR = rf"{MON}\.?{WRAP}[-,/]?(?:the )?{DAYS}(?:,?{WRAP}{DE}{YEAR}|[,/-][ ]?(?:{YEAR}|\d\d)|,?{WRAP}{DE}{YEAR_WORDS})"
DAY_MONTH_YEAR = rf"{LEAD}{DAYS}{WRAP}[-./]?(?:of |day of |de )?{MON_ALL}\.?[-,/]?{WRAP}{DE}(?:{YEAR}|\d\d(?!\d|:|[ ]\d{{1,3}}(?!\d))|{YEAR_WORDS})"
YEAR_MONTH_DAY = rf"{Y4}[ \-/.]{{0,2}}{MON}[ \-/.]{{0,2}}{DAY}"
MONTH_DAY = rf"{MON}\.?{WRAP}-?(?:the )?{DAYS}"
DAY_MONTH = rf"{LEAD}{DAYS}{WRAP}-?(?:of |day of |de )?{MON}"
MONTH_YEAR = rf"{MON}\.?{WRAP}[-,/]?{DE}(?:{YEAR}|(?<=-)\d\d|(?<=of |in |\p{{L}} ){YEAR_WORDS})"
PART = rf"(?:early|mid|late|(?:the )?(?:end|beginning|middle) of|(?:first|second|third|fourth|last|1st|2nd|3rd|4th|a) week (?:of|in)|(?:a )?(?:principios|finales|mediados) de)[ -]{{1,2}}(?:{FULL}|june|july|(?-i:May|March)|mayo)"
QUARTER = rf"(?:(?-i:Q)[1-4](?:[ \-/']{{0,2}}|,? (?:of|in|FY) ?)(?:{Y4}|(?<=['/-])\d\d)|[1-4](?-i:Q)[ \-/']?(?:{Y4}|[0-3]\d(?![-.]))|{Y4}[ -]?(?-i:Q)[1-4]|(?:first|second|third|fourth|last|1st|2nd|3rd|4th) quarter(?: of|,| in)? {Y4}|(?:primer|segundo|tercer|cuarto|último) trimestre de(?:l año|l)? {Y4})"
SEASON = rf"(?:early |mid-?|late )?(?:spring|summer|fall|autumn|winter|primavera|verano|otoño|invierno)(?: of| de| del|,)? ?(?:{Y4}|'\d\d)"
SPOKEN = rf"(?:{DAY_WORDS} (?:(?:day )?of )?{MON}|{MON} (?:the )?{DAY_WORDS}|{MON} {DAY_COUNT}(?=,? (?:of )?(?:two thousand|nineteen|twenty)))(?:,?{WRAP}(?:of |in )?(?:{Y4}|{YEAR_WORDS}))?"

VALUE = (
    rf"(?i)(?:{MONTH_DAY_YEAR}|{DAY_MONTH_YEAR}|{YEAR_MONTH_DAY}|{MONTH_YEAR}|{MONTH_DAY}|{DAY_MONTH}|{SPOKEN}|{QUARTER}|"
    rf"{YMD}|{Y4}\.\d{{1,2}}\.\d{{1,2}}|{Y4} \d{{1,2}} \d{{1,2}}(?![ ]\d)|{Y4}-(?:W\d\d(?:-\d)?|[0-3]\d\d)|{DMY}|\d{{1,3}}[-/. ]\d{{1,3}}[-/. ](?:{Y4}|\d\d)|"
    rf"{MONTH}[-/]{Y4}|{Y4}[-/]{MONTH}|\d{{1,2}}[-/]\d{{1,2}}|{COMPACT}|\d{{8}}|\d{{6}}|\d{{9,10}}|\d{{13}}|\d{{5}}(?:\.\d{{1,12}})?|"
    rf"{FULL}|may|june|july|{Y4}|'\d\d)(?:{GLUED_END}|{END})(?![ ]?(?:mg|mcg|ml|%))"
)
