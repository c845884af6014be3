"""Fax numbers: a telephone number that a label, a word behind it, or a transmission's header strip calls a fax.

Law: 45 CFR 164.514(b)(2)(i)(E).
Source: see `_phones` (NANP, E.164); 47 CFR 68.318(d) (each page of a fax bears date, time and the sender's number: the
header strip).
Limits: a fax number without any of these signs is a `phones` finding.
"""

from __future__ import annotations

from phiguard.detectors import _phones as shapes
from phiguard.detectors import _regexes as regex
from phiguard.detectors._checks import digits
from phiguard.detectors._labels import Labels, phrases
from phiguard.detectors._pattern import (
    HIGH,
    LOW,
    Candidate,
    Category,
    Detector,
    Evidence,
    Pattern,
    Verdict,
)

_LETTER = regex.compile(r"(?:(?<![\w.])F[:.]|\([Ff]\)[:.]?|(?<![\w.])F(?=[ (]))[ \t]{0,3}\(?\Z")
_SENT = regex.compile(
    r"(?i)(?:\b(?:right|e|my|net|web)?fax(?:ed|es|ing)?\b|\bfacsimile\b|\bfx(?:'?d|ed)?\b(?= (?:the |all |his |her )?(?:results?|records?|reports?|labs?|notes?|orders?|scripts?|rx|forms?|copy|copies|it|this|them|back|to(?= ?[(\d])|referral)\b))(?:[^\n\d]|\d{1,2}/\d{1,2}(?:/\d{2,4})?){0,40}(?:\b(?:to|at|from|is|number|no|via|on|al|it)\b|@)[^\n\d]{0,28}\Z|\bfax\"[ ,]{0,3}\"value\"[ :]{0,3}\"\Z|\bfax\b[^\w\n]{0,6}\Z|\bfax[ ](?:[a-z]{2,16}[ ]?){1,3}:[ ]{0,2}\Z"
)
_STRIP_BEFORE = regex.compile(
    r"(?i)\A[ ]{0,4}(?:\d{1,4}[-/.]\d{1,2}[-/.]\d{2,4}|(?:(?:mon|tue|wed|thu|fri|sat|sun)\w*[ ,.]{1,2})?[a-z]{3,9}\.?[ ]\d{1,2},?[ ]\d{4})[ ,]{1,3}\d{1,2}:\d{2}(?::\d{2})?[ ]?(?:[ap]m)?\b(?![^\n]{0,80}\b(?:call|spoke|phone|tel|paged|left|message)\w{0,3}\b)"
)
_STRIP_BEHIND = regex.compile(
    r"(?i)[ \t]{1,8}(?:page|pg|p)[.:]?[ ]?\d{1,3}(?:[ ]?(?:/|of)[ ]?\d{1,3})?[ \t]*\Z"
)
"""The strip at the top of a page that a fax machine prints: date, clock, sender, number, page."""
_LETTER_BEHIND = regex.compile(r"[ ]{0,2}\(?F\)?(?=[ ]?(?:[/|,;·•]|\Z))")
_PHONE_LETTER_BEHIND = regex.compile(r"\d{4}[ ]{0,2}\(?[PTOV]\)?(?![\w:.)])")
_PHONE_BEHIND = regex.compile(r"(?i)[ ]{0,2}\(?(?:phone|telephone|tel|cell|mobile|home|office)\b")
_ROUTE = regex.compile(
    r"(?:\b(?:FROM|TO|TX|RX|TTI|CSID|STATION)\b|\b(?i:from|to|tx|rx|csid|station id)[ ]?:)[^\d\n]{0,40}\Z"
)
_REPORT = regex.compile(r"(?i)\b(?:tx|transmission|communication|sending)(?: result| verification)? report\b")
_REMOTE = regex.compile(
    r"(?i)\b(?:destination|dest|remote(?: id| station)?|csid|recipient|tel no|address)\b[^\d\n]{0,24}\Z"
)
"""The report that a fax machine prints when it has sent."""
_PAGE = regex.compile(
    r"(?i)\b(?:page|pages|pg|p)\b?[.: ]{0,3}\d{1,3}[ ]?(?:/|of)[ ]?\d{1,3}\b|\bp\.[ ]?\d{1,3}\b"
)
_PHONE_LETTER = regex.compile(
    r"(?:(?<![\w.])(?:P|T|O|Ph|Tel|Phone|Office)[:.]|\([PpTtOo]\)|(?<![\w.])[PTO][ ]?(?=\(?\d)|(?i:\b(?:tel|phone|ph)\b))"
)


def _line(c: Candidate) -> tuple[str, str]:
    """What stands on the same line before and behind the candidate."""
    return c.before(120).rpartition("\n")[2], c.after(120).partition("\n")[0]


def _shape(c: Candidate) -> Verdict | None:
    number = digits(c.value)
    if len(set(number)) == 1 or shapes.dated(c.value):
        return None
    if c.labelled:
        return _labelled(c)
    before, after = _line(c)
    strip = (_ROUTE.search(before) and _PAGE.search(before + " " + after)) or (
        _STRIP_BEHIND.fullmatch(after) and _STRIP_BEFORE.match(before)
    )
    strip = strip or (_REMOTE.search(before) and _REPORT.search(c.before(400)))
    letter = (_LETTER.search(before) and _PHONE_LETTER.search(c.before(120) + after)) or (
        _LETTER_BEHIND.match(after) and _PHONE_LETTER_BEHIND.search(before + after)
    )
    sent = _SENT.search(before) and not _PHONE_BEHIND.match(after)
    if shapes.fax_behind(c) or sent or letter or strip:
        return Verdict(HIGH, evidence=Evidence.LABEL, reason="called a fax by the words around it")
    return None


def _labelled(c: Candidate) -> Verdict | None:
    count = len(digits(c.value))
    if (
        count < 7
        or shapes.glued(c)
        or (shapes.dated(c.value) and count != 10)
        or regex.match(r"\d\.\d", c.value)
    ):
        return None
    number = shapes.national(c.value)
    return Verdict(
        LOW
        if number and not c.name and shapes.toll_free(number) and c.value.startswith(("1-", "1 ("))
        else HIGH
    )


def _accepts(cell: str, phrase: str) -> bool:
    return phrase in ("fx", "fax to") and len(digits(cell)) < 7


DETECTOR = Detector(
    category=Category.FAXES,
    title="Fax numbers",
    law="45 CFR 164.514(b)(2)(i)(E)",
    replacement="[FAX]",
    patterns=(
        Pattern(
            "ten digits with punctuation",
            rf"(?i){shapes.BEFORE}{shapes.NANP}{shapes.AFTER}{shapes.EXTENSION}",
            HIGH,
            judge=_shape,
            needs=(
                "ax",
                "AX",
                "acsimile",
                "ACSIMILE",
                "F:",
                "F.",
                "F ",
                "(f)",
                "(F)",
                "age",
                "AGE",
                "P.",
                "p.",
                "F/",
                "F,",
                "Pg",
                "PG",
                "Fx",
                "FX",
                "fx",
            ),
        ),
        Pattern(
            "number with a country's code",
            rf"(?i)(?<![\w+]){shapes.INTERNATIONAL}{shapes.AFTER}{shapes.EXTENSION}",
            HIGH,
            judge=_shape,
            needs=("+",),
        ),
        Pattern(
            "number as dialled abroad",
            rf"(?i){shapes.BEFORE}{shapes.DIALLED}{shapes.AFTER}{shapes.EXTENSION}",
            HIGH,
            judge=_shape,
            needs=("00", "011"),
        ),
        Pattern(
            "ten digits",
            rf"(?i){shapes.BEFORE}{shapes.BARE}{shapes.AFTER}",
            HIGH,
            judge=_shape,
            needs=("ax", "AX", "acsimile", "ACSIMILE", "F:", "age", "AGE", "P."),
        ),
        Pattern(
            "components of an HL7 number",
            shapes.EQUIPMENT % "FX",
            HIGH,
            needs=("^FX^",),
        ),
        Pattern(
            "seven digits",
            rf"(?i){shapes.BEFORE}{shapes.LOCAL}(?![\d_/]|[-. ]\d)",
            HIGH,
            judge=_shape,
            needs=("ax", "AX", "acsimile", "ACSIMILE", "F:"),
        ),
    ),
    labels=Labels(
        strong=phrases(
            "fax | faxes | fax no | fax number | fax num | fax # | fax machine | fax line | facsimile | facsimile no | facsimile number | telefax | telefacsimile | "
            "telecopier | telecopy | efax | e fax | fx | fx # | fx no | fx number | office fax | home fax | work fax | business fax | return fax | fax back | "
            "fax to | fax from | fax results to | fax report to | fax id | phone fax | tel fax | fax ph | fax phone | fax tel | fax telephone | "
            "téléc | télécopie | télécopieur | número de fax | numero de fax | fax núm | fax num"
        ),
        headers=phrases(
            "fax nbr | faxno | faxnum | fax phone number | telephone fax | fx num | fx nbr | bus fax | wk fax | prov fax | pcp fax | fax telefono | telefono fax"
        ),
        weak=phrases(
            "fax page | fax pages | fax page count | fax job | fax model | fax date | fax time | fax queue"
        ),
        deny=phrases(
            "order | npi | ref | item | sku | ndc | isbn | tracking | serial | invoice | claim | model"
        ),
    ),
    value=Pattern("number under its label", shapes.LABELLED, None, judge=_labelled),
    accepts=_accepts,
)
