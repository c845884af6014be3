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
    number = (c.groups.get("di") or "")[:14]
    return Verdict(HIGH, "UDI") if gs1(number) else None


def _hibc(c: Candidate) -> Verdict | None:
    if not hibc(c.value):
        return None
    return Verdict(HIGH, "UDI") if _HIBC_SERIAL.search(c.value) else Verdict(LOW, "UDI without a serial")


def _iccbba(c: Candidate) -> Verdict:
    return Verdict(HIGH, "UDI") if _ICCBBA_SERIAL.search(c.value) else Verdict(LOW, "UDI without a serial")


_AI = r"\((?:0[0-2]|1[0-7]|2[0-2]|24[0-3]|25[0-5]|30|37|71\d|9\d)\) ?[A-Za-z0-9!\"%&'*+,\-./_:;=?]{1,30}"
_SKIP = r"1[1-7]\d{6}"

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
        rf"(?<![\w.\-/+])(?:\]d2|\]C1|\]Q3)?01(?P<di>\d{{14}})(?:{_SKIP}){{0,3}}"
        rf"(?:10[A-Za-z0-9\-./]{{1,20}}[\x1d|~^](?:{_SKIP}){{0,2}})?21[A-Za-z0-9\-./]{{2,20}}(?:[\x1d|~^]10[A-Za-z0-9\-./]{{1,20}})?(?![\w@])",
        LOW,
        judge=_bare,
        check=True,
    ),
    Pattern(
        "HIBC",
        r"(?<![\w.\-/+])\+[A-Z][A-Z0-9]{3}[A-Z0-9\-./$%+]{4,60}(?![\w@])",
        LOW,
        judge=_hibc,
        check=True,
        needs=("+",),
    ),
    Pattern(
        "ICCBBA",
        r"(?<![\w=])=/[A-Z0-9]{12,20}(?:[=&][,>}%)A-Z0-9][A-Z0-9]{1,26}){0,6}(?!\w)",
        LOW,
        judge=_iccbba,
        needs=("=/",),
    ),
)
