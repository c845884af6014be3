"""Telephone numbers: North American in every writing, with extensions; international; local ones where the text says so.

Law: 45 CFR 164.514(b)(2)(i)(D).
Source: see `_phones` (NANP, E.164, RFC 3966). Area codes that nobody assigned are numbers all the same: people mistype.
The numbering plan is asked only where the shape leaves doubt (spaces alone, bare digits, foreign codes).
Limits: toll-free numbers without a person beside them are services' (low); 911, 988 and the like are not proposed.
"""

from __future__ import annotations

from dataclasses import replace

from phiguard.detectors import _phones as shapes
from phiguard.detectors import _regexes as regex
from phiguard.detectors._checks import digits
from phiguard.detectors._pattern import (
    HIGH,
    LOW,
    MEDIUM,
    Candidate,
    Category,
    Detector,
    Evidence,
    Pattern,
    Steady,
    Verdict,
)
from phiguard.detectors._phone_labels import vocabulary

_UNIT = regex.compile(
    r"(?i)[ ]?(?:(?:mg|mcg|ug|g|kg|ml|cc|units?|iu|meq|mm|cm|cells|kcal|cal|steps|hz)(?!\p{L})|%|x10|k/|/)"
)
_SOFT = frozenset(
    "ph|cell|mobile|tty|tdd|contact|callback|call back|text|text to|tele|pager|beeper|ph #|message|voicemail|contact info|telecom".split(
        "|"
    )
)
"""Labels that head other columns too (`pH`, a cell of a prison): a value without seven digits there is no number."""
_OTHER = regex.compile(
    rf"{shapes.NANP}|{shapes.BARE}|\d{{3}}[-. ]\d{{2}}[-. ]\d{{4}}|\d{{1,3}}(?:\.\d{{1,3}}){{3}}|\d{{1,2}}\.\d.*|\d{{9}}"
)
"""What other patterns or categories speak for: an SSN, an address of a network, a decimal, nine digits."""
_SPREAD = regex.compile(r"(?:(?<!\d)\d[ ]){3}")
_ROW = regex.compile(r"[1-4][\d ]*|[\d ]*(?<!\d)\d(?!\d)[\d ]*")
"""Numbers with spaces alone that a list of measurements would have; national forms begin with 0 or 5-9."""
_DAY = regex.compile(r"(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:19|20)\d\d")
"""A day without marks: `paged 03142024`."""
_NO_EXTENSION = regex.compile(r"(?i)(?:19|20)\d\d(?!\d)|\d{4,}[ ]?(?:deg|°)|\d{7}")
_SHORT = regex.compile(r"(?:pag|pgr|beep|bip|\bext|voalte|vocera|ascom|spectralink)")


def _written(c: Candidate) -> Verdict | None:
    """Ten digits with punctuation."""
    number = shapes.national(c.value)
    if (
        len(set(number)) == 1
        or shapes.dated(c.value)
        or (not c.labelled and _UNIT.match(c.after(8)) and c.after(1) != "/")
    ):
        return None
    if shapes.toll_free(number) and not c.labelled and not shapes.fax_behind(c):
        return Verdict(MEDIUM if shapes.personal(c) and c.value[0] != "1" else LOW, "toll-free")
    said = _said(c)
    if said is not None:
        return said
    marks = {mark for mark in c.value if not mark.isdigit() and mark not in "+ "}
    if marks or c.value[0] == "+":
        return Verdict(MEDIUM)
    in_row = regex.search(r"[\d.%/] {1,3}\Z", c.before(4)) or regex.match(r" {1,4}\d", c.after(5))
    return Verdict(MEDIUM if shapes.cued(c) or (shapes.plan(number) and not in_row) else LOW)


def _bare(c: Candidate) -> Verdict | None:
    """Ten digits in a row: a number only where something says so."""
    number = shapes.national(c.value)
    if not number or len(set(number)) == 1:
        return None
    said = _said(c)
    if said is not None or c.labelled:
        return said
    if shapes.cued(c):
        service = shapes.toll_free(number) and (c.value[0] == "1" or not shapes.personal(c))
        return Verdict(LOW if service else MEDIUM)
    if (c.name or len(c.value) == 11) and (shapes.dated(c.value) or not shapes.plan(number)):
        return None
    return Verdict(LOW)


def _local(c: Candidate) -> Verdict | None:
    """Seven digits."""
    mistyped = c.value[0] in "01" and not shapes.calls_someone(c)
    if mistyped or len(set(digits(c.value))) == 1 or _UNIT.match(c.after(8)):
        return None
    said = _said(c)
    if said is not None or c.labelled:
        return said
    return Verdict(MEDIUM if shapes.cued(c) else LOW)


def _grouped(c: Candidate) -> Verdict | None:
    """A national number of some country: nothing by its shape, which dates, ranges and codes share."""
    number = digits(c.value)
    if len(set(number)) == 1 or _UNIT.match(c.after(8)) or shapes.dated(c.value) or _OTHER.fullmatch(c.value):
        return None
    if c.value.count("(") != c.value.count(")"):
        return None
    if not c.labelled and (_ROW.fullmatch(c.value) or _DAY.fullmatch(c.value)):
        return None
    said = _said(c)
    if said is not None or c.labelled:
        return said
    return Verdict(MEDIUM) if shapes.cued(c) else None


def _international(c: Candidate) -> Verdict | None:
    """A number with `+` or the prefix that is dialled before a country's code."""
    if len(set(digits(c.value))) == 1:
        return None
    told = shapes.cued(c) or shapes.named(c)
    if c.value.isdigit() and not told and not c.labelled:
        return None  # a code with leading zeros
    value = c.value if c.value[0] == "+" else regex.sub(r"\A0(?:11|0)", "", c.value)
    sure, rest = shapes.abroad(value)
    said = _said(c)
    return replace(said, shrink=(0, rest)) if said else Verdict(MEDIUM if told else sure, shrink=(0, rest))


def _partial(c: Candidate) -> Verdict | None:
    """Digits and masks."""
    return (
        Verdict(MEDIUM, "partial number")
        if digits(c.value) and not c.value.isdigit() and regex.search(r"[xX*]{3}", c.value)
        else None
    )


def _lettered(c: Candidate) -> Verdict | None:
    """Letters for digits: a service's slogan, unless it is someone's."""
    theirs = shapes.personal(c) or not regex.match(r"(?:\+?1[-. ])?\(?8(?:00|33|44|55|66|77|88)", c.value)
    if shapes.fax_behind(c) or not theirs:
        return Verdict(LOW, "toll-free")
    return Verdict(MEDIUM if shapes.named(c) or shapes.cued(c) else LOW)


def _seven(c: Candidate) -> Verdict | None:
    """Seven digits in a row: only behind a call to someone."""
    return Verdict(MEDIUM) if shapes.calls_someone(c) and len(set(c.value)) > 1 else None


def _inside(c: Candidate) -> Verdict | None:
    """`x44821`: an extension by itself, where the text speaks of calling."""
    return Verdict(MEDIUM, "extension") if shapes.cued(c) and not c.value.endswith("000") else None


def _said(c: Candidate) -> Verdict | None:
    """What the words around it decide, whatever the shape."""
    if c.labelled:
        return _labelled(c)
    if shapes.fax_behind(c):
        return Verdict(LOW)
    return Verdict(HIGH, evidence=Evidence.LABEL) if shapes.named(c) else None


def _labelled(c: Candidate) -> Verdict | None:
    count = len(digits(regex.split(r"(?i)[;, ]{0,2}(?:e?x|#|anexo|interno|poste)", c.value, maxsplit=1)[0]))
    if shapes.glued(c) or regex.fullmatch(r"\d{1,3}(?:\.\d{1,3}){3}", c.value):
        return None
    if c.header.phrase.startswith("ext") and (
        _NO_EXTENSION.match(c.value + c.after(10)) or c.before(2) in ('="', "='")
    ):
        return None  # of a joint, a year, or an attribute of XML
    if count < 7:
        return Verdict(HIGH, "pager") if _SHORT.search(c.header.phrase) and count >= 4 else None
    if (shapes.dated(c.value) and count != 10) or _SPREAD.search(c.value) or regex.match(r"\d\.\d", c.value):
        return None
    if shapes.fax_behind(c):
        return Verdict(LOW)
    number = shapes.national(c.value)
    if c.name or not number or not shapes.toll_free(number) or shapes.personal(c):
        return Verdict(HIGH)
    return Verdict(LOW if regex.match(r"1[-. (]", c.value) else MEDIUM, "toll-free")


def _accepts(cell: str, phrase: str) -> bool:
    short = 4 if _SHORT.search(phrase) else 7
    return phrase in _SOFT and len(digits(cell)) < short


DETECTOR = Detector(
    category=Category.PHONES,
    title="Phone numbers",
    law="45 CFR 164.514(b)(2)(i)(D)",
    replacement="[PHONE]",
    patterns=(
        Pattern(
            "ten digits with punctuation",
            rf"(?i){shapes.BEFORE}{shapes.NANP}{shapes.AFTER}{shapes.EXTENSION}",
            MEDIUM,
            column=HIGH,
            judge=_written,
        ),
        Pattern(
            "number with a country's code",
            rf"(?i)(?<![\w+]){shapes.INTERNATIONAL}{shapes.AFTER}{shapes.EXTENSION}",
            MEDIUM,
            column=HIGH,
            judge=_international,
            needs=("+",),
        ),
        Pattern(
            "number as dialled abroad",
            rf"(?i){shapes.BEFORE}{shapes.DIALLED}{shapes.AFTER}{shapes.EXTENSION}",
            MEDIUM,
            column=HIGH,
            judge=_international,
            needs=("00", "011"),
        ),
        Pattern(
            "national number",
            rf"(?<![\w+$#(]|\d[-./:,]|[A-Z]-){shapes.GROUPED}(?![\d_/%]|[-.,:]\d)",
            MEDIUM,
            judge=_grouped,
        ),
        Pattern(
            "partly masked number",
            rf"(?i)(?<![\w*])(?:{shapes.PARTIAL})(?![\w*])",
            MEDIUM,
            MEDIUM,
            judge=_partial,
            needs=("xxx", "XXX", "***"),
        ),
        Pattern(
            "number in letters",
            rf"(?=[+(\d])(?<![\w-]|\d[./]){shapes.LETTERED}",
            LOW,
            judge=_lettered,
        ),
        Pattern(
            "seven digits in a row",
            r"(?<![\w.+$#/:-])[2-9]\d{6}(?![\w%/]|[-.,:]\d)",
            LOW,
            judge=_seven,
            needs=("all", "ALL", "each", "EACH", "ext", "EXT", "age", "AGE", "hone", "HONE", "dial", "DIAL"),
        ),
        Pattern(
            "extension alone",
            r"(?<![\w.+-])[xX][ ]?\d{4,6}(?![\w%/]|[-.,]\d)",
            LOW,
            judge=_inside,
            starts=frozenset(("x",)),
        ),
        Pattern(
            "components of an HL7 number",
            shapes.EQUIPMENT % "(?:PH|CP|BP|SAT|TDD|TTY|MD)",
            MEDIUM,
            needs=("^PH^", "^CP^", "^BP^", "^SAT^", "^TDD^", "^TTY^", "^MD^"),
        ),
        Pattern(
            "seven digits",
            rf"(?i){shapes.BEFORE}{shapes.LOCAL}(?![\d_/]|[-. ]\d){shapes.EXTENSION}",
            LOW,
            judge=_local,
        ),
        Pattern(
            "ten digits",
            rf"(?i)(?<![\w+.$#]|\d[-/:,]|[A-Z]-){shapes.BARE}(?![\d_%/]|[-.,]\d){shapes.EXTENSION}",
            LOW,
            column=MEDIUM,
            judge=_bare,
        ),
    ),
    labels=vocabulary(),
    value=Pattern(
        "number under its label",
        rf"(?i)(?:{shapes.LABELLED[4:]}|(?:\#|x)?\d{{4,6}}(?![\w/%]|[-.,:]\d)|\d-\d{{4}}(?![\w/%]|[-.,:]\d))",
        None,
        judge=_labelled,
    ),
    accepts=_accepts,
    steady=Steady(
        tuple(
            rf"(?:\({area}\) |{area}[-.]){rest}"
            for area in (r"(?!8(?:00|22|33|44|55|66|77|88))[2-9]\d{2}", r"8(?:00|33|44|55|66|77|88)")
            for rest in (r"(?!555)[2-9]\d{2}[-.]\d{4}", r"555[-.]01\d{2}")
        )
    ),
)
