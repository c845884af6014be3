"""Social Security numbers, and the taxpayer numbers that share their layout (ITIN, ATIN).

Law: 45 CFR 164.514(b)(2)(i)(G).
Source: SSA, "SSN randomization" and POMS RM 10201 (area 000, 666, 9xx, group 00, serial 0000 are never issued); IRS,
"General ITIN information" (9xx, group 50-65, 70-88, 90-92, 94-99) and ATIN (group 93).
A rejected area lowers the certainty only where no label speaks: a mistyped SSN is still Patient Data. Nine digits without
marks are one only under a label: codes and record numbers of that length are too many, in columns as well.
"""

from __future__ import annotations

from phiguard.detectors import _regexes as regex
from phiguard.detectors._checks import digits
from phiguard.detectors._labels import Labels, phrases, whose
from phiguard.detectors._pattern import (
    HIGH,
    LOW,
    MEDIUM,
    Candidate,
    Category,
    Detector,
    Pattern,
    Steady,
    Verdict,
)
from phiguard.detectors._segments import hl7, x12
from phiguard.detectors._systems import of_state_message, of_system, of_type, said_by_system

_ITIN_GROUPS = {*range(50, 66), *range(70, 89), 90, 91, 92, *range(94, 100)}
_END = r"(?![\d_%]|[-.]\d|/\d(?!\d\d-))"
"""Behind nine digits: no further digit or group; letters may hang on (a claim number's suffix, the next word)."""
_MASK = r"[x*#•·_?]"
_SHOWN = r"(?![\w/]|[-.]\d)"
_MASKED = (
    rf"(?:{_MASK}{{3}}[-. ]?{_MASK}{{2}}[-. ]?\d{{4}}{_SHOWN}"
    rf"|\d{{3}}[-. ]?(?:\d{{2}}|{_MASK}{{2}})[-. ]?{_MASK}{{4}}(?![\w*])|{_MASK}{{3}}[-. ]?\d{{2}}[-. ]?\d{{4}}{_SHOWN})"
)
_LAST_FOUR = (
    r"(?i)\b(?:ssn?|social(?: security)?(?: (?:number|no\.?))?)\b[^\n\d]{0,24}\b(?:ending|ends|last (?:4|four)(?: digits)?)\b"
    r"(?:[ ](?:in|with|w|are|is|of))?[^\w\n]{0,4}(?P<v>\d{4})" + _SHOWN
)
_LAST_FOUR_OF = (
    r"(?i)\blast (?:4|four)(?: digits)? (?:of )?(?:(?:the|his|her|their|pt'?s|patient'?s) )?(?:ssn?|social(?: security)?(?: (?:number|no\.?))?)\b"
    r"(?:[ ](?:is|are|was))?[^\w\n]{0,4}(?P<v>\d{4})" + _SHOWN
)
_MALFORMED = r"\d(?:[-. ]{0,2}\d){6,9}"
_ONE_BY_ONE = r"\d(?:[ |_]{1,3}\d){8}"


_FORMAT = frozenset(("999999999", "000000000"))
"""What a form or a schema shows in the place of a number, under any label."""
_UNIT = regex.compile(
    r"(?i)[ ]{0,2}(?:mg|mcg|g|ml|l|kcal|cal|iu|units?|cells|mm|cm|hz|k?/[uµ]l|steps)(?!\p{L})"
)


def _kind(number: str) -> str:
    area, group = number[:3], int(number[3:5])
    if area[0] == "9":
        return "ATIN" if group == 93 else "ITIN" if group in _ITIN_GROUPS else ""
    return "SSN" if area not in ("000", "666") and group and number[5:] != "0000" else ""


def _judge(c: Candidate) -> Verdict | None:
    number = digits(c.value)
    if number in _FORMAT:
        return None
    if (len(set(number)) == 1 or _UNIT.match(c.after(8))) and not c.labelled:
        return None
    kind = _kind(number)
    if not kind:
        marked = number[0] == "9" and number[5:] != "0000" and ("-" in c.value or "." in c.value)
        sure = HIGH if c.labelled else MEDIUM if marked else LOW
        return Verdict(sure, "SSN", reason="layout of an SSN, never issued")
    if c.labelled:
        return Verdict(HIGH, kind)
    if c.value.isdigit() or (" " in c.value and _in_row(c)):
        return Verdict(LOW, kind)
    return Verdict(MEDIUM, kind)


def _in_row(c: Candidate) -> bool:
    """Whether numbers stand on both sides or on one: a row of measurements, not an SSN with spaces."""
    return bool(regex.search(r"[\d.%/][ \t]{1,4}\Z", c.before(6)) or regex.match(r"[ \t]{1,4}\d", c.after(6)))


def _partial(c: Candidate) -> Verdict | None:
    return Verdict(MEDIUM, "partial SSN") if digits(c.value) else None


def _labelled(c: Candidate) -> Verdict | None:
    number = digits(c.value)
    if number in _FORMAT:
        return None
    if (
        c.value.isdigit()
        and regex.search(r"[^\W\d_]-?\Z", c.before(2))
        and (len(number) != 9 or len(c.header.phrase) < 3)
    ):
        return None  # a serial that begins like a label
    masked = len(regex.sub(r"[\d\-. |]", "", c.value)) > 0
    if len(number) == 9 and not masked:
        return Verdict(HIGH, _kind(number) or "SSN")
    if not masked and (
        c.header.phrase in ("social", "ss") or (c.header.phrase == "nss" and len(number) == 4)
    ):
        return None  # words, and saline
    if masked or len(number) == 4:
        return Verdict(MEDIUM, "partial SSN")
    dated = regex.fullmatch(
        r"(?:0?[1-9]|[12]\d|3[01])[-. ](?:0?[1-9]|[12]\d|3[01])[-. ](?:19|20)?\d\d|(?:19|20)\d\d[-. ]?\d\d[-. ]?\d\d|\d{3}[-. ]\d{3}[-. ]\d{4}",
        c.value,
    )
    return None if dated else Verdict(MEDIUM, "SSN", reason="mistyped number under the label of an SSN")


def _spoken_of(c: Candidate) -> Verdict | None:
    number = digits(c.value)
    return None if number in _FORMAT else Verdict(MEDIUM, _kind(number) or "SSN")


def _accepts(cell: str, phrase: str) -> bool:
    return phrase in ("social", "ss") and len(digits(cell)) < 4


_SAID = said_by_system("SSN")

DETECTOR = Detector(
    category=Category.SSNS,
    title="Social Security numbers",
    law="45 CFR 164.514(b)(2)(i)(G)",
    replacement="[SSN]",
    patterns=(
        Pattern(
            "3-2-4 digits",
            rf"(?<![\w+$]|\w[.\-]|\d:|\$\d,)\d{{3}}([-. ])\d{{2}}\1\d{{4}}{_END}",
            MEDIUM,
            judge=_judge,
        ),
        Pattern(
            "3-2-4 digits, spaces around dashes",
            r"(?<![\w.\-/+$])\d{3}[ ]{0,2}-[ ]{1,2}\d{2}[ ]{0,2}-[ ]{0,2}\d{4}(?![\w/%]|[-.]\d)",
            MEDIUM,
            judge=_judge,
            needs=("- ",),
        ),
        Pattern("nine digits", r"(?<![\w.\-/+#$]|\d,)\d{9}(?![\w/%]|[-.,]\d)", LOW, judge=_judge),
        Pattern(
            "masked SSN",
            rf"(?i)(?<![\w*•])(?:{_MASK}{{3}}([-. ]){_MASK}{{2}}\1\d{{4}}{_SHOWN}|\d{{3}}-(?:\d{{2}}|{_MASK}{{2}})-{_MASK}{{4}}(?![\w*]))",
            MEDIUM,
            MEDIUM,
            judge=_partial,
            needs=("x", "X", "*", "#", "•", "·", "_", "?"),
        ),
        Pattern(
            "last four",
            _LAST_FOUR,
            MEDIUM,
            MEDIUM,
            judge=_partial,
            needs=("end", "End", "END", "ast", "LAST"),
        ),
        Pattern(
            "SSN some words behind its label",
            rf"(?i)\b(?:ssn|nss|seguro social|social security(?: number| no\b\.?| \#)?)\b(?:[ ,]{{1,2}}[a-zñ']{{2,12}}){{1,6}}[ ]?:?[ ]?(?P<v>\d{{3}}([-. ]?)\d{{2}}\2\d{{4}}){_END}",
            MEDIUM,
            judge=_spoken_of,
            needs=("ssn", "SSN", "Ssn", "ocial", "OCIAL", "NSS", "nss"),
        ),
        Pattern("last four of the SSN", _LAST_FOUR_OF, MEDIUM, MEDIUM, judge=_partial, needs=("ast", "LAST")),
        *(
            hl7(segment, field, judge=_SAID)
            for segment, field in (("PID", 19), ("NK1", 37), ("GT1", 12), ("IN2", 2))
        ),
        x12(r"REF\*SY", "REF*"),
        x12(r"NM1\*[A-Z0-9]{2,3}(?:\*[^*~\n]{0,60}){6}\*34", "NM1*"),
        of_type("SS", r"\d{3}-?\d{2}-?\d{4}", "SSN", ("^SS", "&SS")),
        of_state_message("SOC", r"\d{3}-?\d{2}-?\d{4}", "SSN", ("SOC/",)),
        *of_system(
            r"sid/us-ssn|2\.16\.840\.1\.113883\.4\.[12](?![\d.])",
            "SSN",
            ("us-ssn", "113883.4.1", "113883.4.2"),
        ),
    ),
    labels=Labels(
        strong=phrases(
            "ssn | ssn no | ssn number | ssn # | social security number | social security no | social security num | social security # | social security | "
            "soc sec no | soc sec number | soc sec # | soc sec | social sec | social sec no | social number | social # | social | ss no | ss num | ss number | ss # | ss | "
            "s s n | s s # | s s no | s s number | ssn tin | ssn itin | ssn ein | itin | atin | taxpayer id | tax payer id | taxpayer identification number | individual taxpayer identification number | patient ssn | pt ssn | "
            "ssn last 4 | ssn last four | last 4 ssn | last four ssn | last 4 of ssn | last four of ssn | last 4 of social | ss last 4 | "
            "numero de seguro social | número de seguro social | seguro social | num seguro social | no seguro social | nss | ssa number"
        ),
        headers=whose("ssn | soc sec")
        + phrases(
            "pid 19 | in2 2 | ref sy | e patient 12 | nk1 37 | gt1 12 | ss n | soc sec num | soc sec nbr | socialsec | socsec | sosec | ss nbr | ssnum | ssnbr | ssno | pat ssn | mbr ssn | sub ssn | guar ssn | subscriber ssn | member ssn | "
            "guarantor ssn | spouse ssn | mother ssn | father ssn | emp ssn | employee ssn | ssn id | ssn last4 | ssn l4 | last 4 ssn | last4ssn | last 4 of ssn | "
            "ssn 4 | ssn4 | ssn4 digit | ssn 9 | social security nbr | tax id patient | sec soc | numsegsocial"
        ),
        weak=phrases(
            "soc | tin | tax id | national id | social history | social work | social worker | social determinants | social needs | social support | social media | social risk | "
            "social class | social status | social isolation | social hx | social vulnerability | social functioning | social services | ssn present | ss insulin"
        ),
        deny=phrases(
            "order | order no | order number | item | item no | sku | part | part no | invoice | tracking | ndc | version | lot | model | po | catalog | cat no | cas | ref | "
            "mrn | claim | claim no | isbn | accession | ein | fein | routing | aba | duns | snomed | code | zip | case | case no | serial | phone | tel | fax | hr | bp | rr | pulse | temp | vitals | wt | ht"
        ),
        lone=phrases("ss | social"),
        kinds={"itin": "ITIN", "atin": "ATIN", "individual taxpayer identification number": "ITIN"},
    ),
    value=Pattern(
        "SSN under its label",
        rf"(?i)(?:\d{{3}}[-. ]{{0,3}}\d{{2}}[-. ]{{0,3}}\d{{4}}{_END}|{_ONE_BY_ONE}(?![ ]?\w)|{_MASKED}|{_MASK}{{4,9}}\d{{4}}{_SHOWN}|{_MALFORMED}{_SHOWN}|\d{{4}}{_SHOWN})",
        None,
        judge=_labelled,
    ),
    accepts=_accepts,
    person=True,
    steady=Steady(
        (r"(?!000|666)[0-8]\d{2}-(?!00)\d{2}-(?!0000)\d{4}", r"(?:000|666)-(?!00)\d{2}-(?!0000)\d{4}")
    ),
)
