"""Dates: everything about a person that is more specific than the year.

Law: 45 CFR 164.514(b)(2)(i)(C).
Source: ISO 8601-1:2019 (calendar, ordinal and week dates), HL7 v2.5.1 chapter 2A (DT, TS, DTM), DICOM PS3.5 6.2 (DA, DT),
Microsoft Excel 1900 date system (serial days), POSIX (seconds since the epoch), HHS de-identification guidance of 2012,
question "May parts or derivatives of any of the listed identifiers be disclosed" (a year may stay).
Two numbers with a slash are a date only where the words around them say so. A clock time belongs to the date where the two
are joined as ISO and HL7 join them, or fill a cell. A bare year is low. Numbers of days and seconds count only under a
date's label.
"""

from __future__ import annotations

from phiguard.detectors import _date_judges as judges
from phiguard.detectors import _date_pairs as pairs
from phiguard.detectors import _date_shapes as shapes
from phiguard.detectors._date_labels import vocabulary
from phiguard.detectors._dates import (
    CLOCK,
    END,
    END_OF_RANGE,
    FULL,
    GLUED_END,
    MON,
    MONTH,
    MONTH_WORDS,
    MONTHS_BEHIND_DAYS,
    START,
    START_OF_RANGE,
    WEEKDAY,
    WEEKDAY_WORDS,
    Y4,
    ZONE,
)
from phiguard.detectors._numerals import DAY_FIRST_WORDS
from phiguard.detectors._pattern import LOW, MEDIUM, Category, Detector, Pattern, Same, Steady

_WORD = r"(?<![^\W_])"

_PART_WORDS = frozenset(
    "early mid late the end beginning middle first second third fourth last a principios finales mediados".split()
)
_SEASON_NAMES = "spring summer fall autumn winter primavera verano otoño invierno".split()
_SEASONS = frozenset(_SEASON_NAMES) | {f"mid{name}" for name in _SEASON_NAMES}
_HOLIDAYS = frozenset(
    "christmas thanksgiving easter new labor memorial halloween independence mother father valentine valentines st navidad año".split()
)
_EVENTS = frozenset(
    "in incision incisionat wheels out time anesthesia closure closureat admitted discharged born died procedure".split()
)

DETECTOR = Detector(
    category=Category.DATES,
    title="All elements of dates directly related to an individual",
    law="45 CFR 164.514(b)(2)(i)(C)",
    replacement="[DATE]",
    patterns=(
        Pattern(
            "year-month-day",
            rf"(?<![^\W_]|\d[-.:]){shapes.YMD}(?:{GLUED_END}|(?![^\W_]|[-.]\d))",
            MEDIUM,
            column=MEDIUM,
            judge=judges.judge_number,
        ),
        Pattern(
            "day, month and year in digits",
            rf"(?:{START_OF_RANGE}|(?<=/\d\d,|/\d{{4}},))(?<!\d-){shapes.DMY}(?:{GLUED_END}|{END_OF_RANGE})",
            MEDIUM,
            judge=judges.judge_number,
        ),
        Pattern(
            "end of a range of dates",
            rf"(?<=/\d{{2}}-|/\d{{4}}-|/\d-){shapes.DMY}{END_OF_RANGE}",
            MEDIUM,
            judge=judges.judge_number,
        ),
        Pattern(
            "date with dots",
            rf"(?=\d{{1,4}}\.\d{{1,2}}\.\d){START}(?:\d{{1,2}}\.\d{{1,2}}\.(?:{Y4}|\d\d)|{Y4}\.\d{{1,2}}\.\d{{1,2}}){END}",
            MEDIUM,
            judge=judges.judge_dotted,
            needs=(".",),
        ),
        Pattern(
            "month, day and year",
            rf"(?i){_WORD}{shapes.MONTH_DAY_YEAR}(?:{GLUED_END}|(?![^\W_]|/\d))",
            MEDIUM,
            judge=judges.judge_named,
            starts=MONTH_WORDS,
        ),
        Pattern(
            "day, month and year",
            rf"(?i){START}{shapes.DAY_MONTH_YEAR}(?![^\W_])",
            MEDIUM,
            judge=judges.judge_named,
            holds=MONTHS_BEHIND_DAYS,
            reach=60,
            span=180,
        ),
        Pattern(
            "year, month and day",
            rf"(?i){START}{shapes.YEAR_MONTH_DAY}(?![^\W_])",
            MEDIUM,
            judge=judges.judge_named,
            holds=MONTH_WORDS,
            reach=12,
            span=60,
        ),
        Pattern(
            "month and year",
            rf"(?i){_WORD}{shapes.MONTH_YEAR}{END}",
            MEDIUM,
            judge=judges.judge_named,
            starts=MONTH_WORDS,
        ),
        Pattern(
            "month and day",
            rf"(?i){_WORD}{shapes.MONTH_DAY}{END}",
            MEDIUM,
            judge=judges.judge_named,
            starts=MONTH_WORDS,
        ),
        Pattern(
            "day and month",
            rf"(?i){START}{shapes.DAY_MONTH}(?![^\W_])",
            MEDIUM,
            judge=judges.judge_named,
            holds=MONTHS_BEHIND_DAYS,
            reach=60,
            span=180,
        ),
        Pattern(
            "date in words",
            rf"(?i){_WORD}{shapes.SPOKEN}(?!\p{{L}})",
            MEDIUM,
            judge=judges.judge_plain,
            starts=MONTH_WORDS | DAY_FIRST_WORDS,
        ),
        Pattern(
            "part of a month",
            rf"(?i){_WORD}{shapes.PART}(?!\p{{L}})",
            MEDIUM,
            judge=judges.judge_plain,
            starts=_PART_WORDS,
        ),
        Pattern(
            "month",
            rf"(?i){_WORD}(?:{FULL}|june|july|(?-i:May|March|Jan|Feb|Apr|Aug|Sept?|Oct|Nov|Dec)|mayo)(?!\p{{L}})",
            LOW,
            judge=judges.judge_month,
            starts=MONTH_WORDS,
        ),
        Pattern(
            "quarter of a year",
            rf"(?i)(?=[\dqfstlpcuú]){_WORD}{shapes.QUARTER}{END}",
            MEDIUM,
            judge=judges.judge_plain,
            needs=("Q", "uarter", "UARTER", "rimestre", "RIMESTRE"),
            holds=frozenset(("q", "quarter", "trimestre")),
            reach=12,
            span=60,
        ),
        Pattern(
            "season of a year",
            rf"(?i){_WORD}{shapes.SEASON}{END}",
            MEDIUM,
            judge=judges.judge_plain,
            holds=_SEASONS,
            reach=12,
            span=60,
        ),
        Pattern(
            "weekday and year",
            rf"(?i){_WORD}(?:{WEEKDAY})(?:,| in| of| de)? {Y4}{END}",
            MEDIUM,
            judge=judges.judge_plain,
            starts=WEEKDAY_WORDS,
        ),
        Pattern(
            "two numbers and a slash",
            rf"{START_OF_RANGE}\d{{1,2}}/\d{{1,2}}(?![^\W_]|/|\.\d|-\d{{1,2}}(?!\d?/))",
            LOW,
            judge=pairs.judge_partial,
            needs=("/",),
        ),
        Pattern(
            "two numbers and a dash",
            r"(?<![\w./:$#+%-])(?:0?[1-9]|1[0-2])-(?:0?[1-9]|[12]\d|3[01])(?![\w%°/]|[-.,:]\d)",
            LOW,
            judge=pairs.judge_dashed,
            needs=("-",),
        ),
        Pattern(
            "range of days without separators",
            rf"(?<![\w.\-/+#])(?:(?:1[89]|2[01])\d{{6}}-(?:1[89]|2[01])\d{{6}}|{shapes.COMPACT_MDY}-{shapes.COMPACT_MDY})(?![\w%/]|[-.]\d)",
            MEDIUM,
            judge=judges.judge_compact_range,
            needs=("-",),
        ),
        Pattern(
            "days of a month in digits",
            rf"{START_OF_RANGE}(?<!\d-)\d{{1,2}}/\d{{1,2}}-\d{{1,2}}(?:/{Y4})?(?![^\W_]|[-/.:]\d|/)",
            LOW,
            judge=pairs.judge_days,
            needs=("/",),
        ),
        Pattern(
            "month and year in digits",
            rf"(?=\d){START}(?:{MONTH}/(?:{Y4}|'\d\d)|{Y4}[-/](?:0[1-9]|1[0-2])){END}",
            MEDIUM,
            judge=pairs.judge_year_month,
            needs=("/", "-"),
        ),
        Pattern(
            "date without separators",
            rf"(?<![\w.\-/+#]){shapes.COMPACT}(?![\w%/]|[-.]\d)",
            LOW,
            column=MEDIUM,
            judge=judges.judge_compact,
        ),
        Pattern(
            "month, day and year without separators",
            rf"(?<![\w.\-/+#]){shapes.COMPACT_MDY}(?![\w%/]|[-.]\d)",
            LOW,
            judge=judges.judge_compact,
        ),
        Pattern(
            "month, day and year with blanks",
            rf"(?<![\w./:$#+%-]|\d[ ]|\d,[ ])\d{{1,2}} \d{{1,2}} {Y4}(?![\w%/]|[-.,:]\d|[ ]\d(?!\d?:|\d{{3}}(?!\d)))",
            LOW,
            judge=judges.judge_spaced,
        ),
        Pattern(
            "week date",
            rf"{START}{Y4}-?W(?:0[1-9]|[1-4]\d|5[0-3])(?:-?[1-7])?{END}",
            MEDIUM,
            judge=judges.judge_plain,
            needs=("W",),
        ),
        Pattern(
            "ordinal date",
            rf"{START}{Y4}-(?:[0-2]\d\d|3[0-6]\d)(?:T{CLOCK}{ZONE}?)?{END}",
            LOW,
            judge=judges.judge_ordinal,
            needs=("-",),
        ),
        Pattern(
            "date and clock time",
            rf"(?i)(?m:^)(?=[ ]{{0,4}}(?:\d|{MON}))[ ]{{0,4}}(?P<v>(?:{shapes.YMD}|{shapes.DMY}|{shapes.MONTH_DAY_YEAR}|{shapes.DAY_MONTH_YEAR})(?:[ T,@]{{1,3}}(?:at )?|:){CLOCK}(?:[ ]?[ap]\.?m\.?)?{ZONE}?(?: [ECMP][SD]T)?)(?!\w)",
            MEDIUM,
            judge=judges.judge_whole,
            needs=(":",),
        ),
        Pattern("bare year", rf"(?<![\w.\-/$#:]){Y4}(?!\w|[-/.,:]\d|%)", LOW, judge=judges.judge_year),
        Pattern(
            "year with an apostrophe", r"(?<![\w'])'\d\d(?![\w'])", LOW, judge=judges.judge_year, needs=("'",)
        ),
        Pattern(
            "holiday and year",
            rf"(?i){_WORD}(?:christmas(?: day| eve)?|thanksgiving(?: day)?|easter(?: sunday)?|new year'?s(?: day| eve)?|labor day|memorial day|halloween|"
            rf"independence day|mother's day|father's day|valentine'?s day|st\.? patrick'?s day|navidad|año nuevo)(?: of| in| de|,)? ?{Y4}",
            LOW,
            starts=_HOLIDAYS,
        ),
        Pattern(
            "event's clock time",
            rf"(?i){_WORD}(?:in[ -]room|incision|wheels (?:in|out)|out of room|time of death|time of birth|anesthesia (?:start|stop|end)|closure|"
            rf"admitted at|discharged at|born at|died at|procedure start)(?: time)?[ :]{{0,3}}(?:at )?(?P<v>(?:[01]?\d|2[0-3]):[0-5]\d)(?![\d:])",
            LOW,
            judge=judges.judge_event_time,
            needs=(":",),
            starts=_EVENTS,
        ),
    ),
    labels=vocabulary(),
    value=Pattern("date under its label", shapes.VALUE, None, judge=judges.judge_value),
    accepts=judges.accepts,
    needs_person=True,
    person_kinds=frozenset(("birth", "death")),
    steady=Steady((r"(?:190[1-9]|19[1-9]\d|20\d\d)-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])",), Same.VALUES),
)
