"""Unique device identifiers: the three issuing agencies' layouts, and whether one carries a serial number.

Source: 21 CFR 830; GS1 General Specifications 3 (application identifiers 01, 10, 11, 17, 21); ANSI/HIBC 2.6; ICCBBA ST-017.
A UDI with a serial or donation number names one device, and so one person: high. Device identifier, lot and expiry alone name a
product: low.
"""

from __future__ import annotations

from phiguard.detectors import _regexes as regex
from phiguard.detectors._checks import digits, gs1, hibc
from phiguard.detectors._pattern import HIGH, LOW, MEDIUM, Candidate, Pattern, Verdict

_SERIAL = regex.compile(r"\(21\)")
_HIBC_SERIAL = regex.compile(r"/(?:\$\$?\+|S)|\$\$?\+")
_ICCBBA_SERIAL = regex.compile(r"=,|.=[A-NP-Z1-9][A-Z0-9]{4}\d{8}")


_ELEMENT = regex.compile(
    r"(?P<is>1[1-7]\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])|(?P<ai>10|21|24[01]|9\d)[A-Za-z0-9\-./]{1,40})[\x1d|~^]?"
)
"""An element of a bare GS1 string: a date, or a lot or serial up to its separator."""


def _gs1(c: Candidate) -> Verdict | None:
    if "(01)" not in c.value and "(21)" not in c.value:
        return None
    serial = _SERIAL.search(c.value) is not None
    number = c.value.partition("(01)")[2].lstrip()[:14]
    checked = len(digits(number)) == 14 and gs1(number)
    if not serial:
        return Verdict(LOW, "UDI without a serial")
    return Verdict(HIGH if checked or c.labelled else MEDIUM, "UDI")


def _bare(c: Candidate) -> Verdict | None:
    """Element by element: dates have six digits, lot and serial end at a separator, which copies often lose; then a serial
    may stand within what seems the lot."""
    text, sure = c.value, LOW
    end = at = len(c.groups.get("head") or "") + 16
    if not gs1(text[at - 14 : at]):
        return None
    while (element := _ELEMENT.match(text, at)) is not None:
        end, at = element.end("is"), element.end()
        if element.group("ai") == "21":
            sure = HIGH
        elif "21" in (element.group("is") or "")[3:-2]:
            sure = max(sure, MEDIUM)
    if end <= 20:
        return None
    cut = len(text) - len(text[:end].rstrip("./-"))
    return Verdict(sure, "UDI without a serial" if sure is LOW else "UDI", shrink=(0, cut))


def _hibc(c: Candidate) -> Verdict | None:
    if not hibc(c.value):
        return None
    return Verdict(HIGH, "UDI") if _HIBC_SERIAL.search(c.value) else Verdict(LOW, "UDI without a serial")


def _iccbba(c: Candidate) -> Verdict:
    return Verdict(HIGH, "UDI") if _ICCBBA_SERIAL.search(c.value) else Verdict(LOW, "UDI without a serial")


_AI = r"\((?:0[0-2]|1[0-7]|2[0-2]|24[0-3]|25[0-5]|30|37|71\d|9\d)\) ?[A-Za-z0-9!\"%&'*+,\-./_:;=?]{1,30}"

UDIS = (
    Pattern(
        "GS1 with identifiers in brackets",
        rf"(?<![\w(]){_AI}(?: ?{_AI}){{0,7}}",
        LOW,
        judge=_gs1,
        needs=("(01)", "(21)"),
    ),
    Pattern(
        "GS1 without brackets",
        r"(?<![\w.\-/+])(?P<head>\]d2|\]C1|\]Q3)?01\d{14}(?=[12])[A-Za-z0-9\-./\x1d|~^]{4,90}(?![\w@])",
        LOW,
        judge=_bare,
        check=True,
    ),
    Pattern(
        "HIBC",
        r"(?<![\w.\-/+])\+[A-Z][A-Z0-9]{3}[A-Z0-9\-./$%+]{4,120}(?![\w@])",
        LOW,
        judge=_hibc,
        check=True,
        needs=("+",),
    ),
    Pattern(
        "HIBC with lot and serial in their places",
        r"(?<![\w.\-/+])\+[A-Z][A-Z0-9]{3}[A-Z0-9\-.]{2,20}/\$\$?[A-Z0-9\-.+]{3,40}/S[A-Z0-9\-.$%+]{3,20}(?:/1[46]D\d{8}[A-Z0-9\-.$/+%]?)?(?![\w@])",
        MEDIUM,
        kind="UDI",
        needs=("/S",),
    ),
    Pattern(
        "ICCBBA",
        r"(?<![\w=])=/[A-Z0-9]{12,20}(?:[=&][,>}%)A-Z0-9][A-Z0-9]{1,26}){0,6}(?!\w)",
        LOW,
        judge=_iccbba,
        needs=("=/",),
    ),
)
