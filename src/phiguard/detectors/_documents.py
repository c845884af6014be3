"""Passports, identity cards and immigration numbers that can be told by their form: MRZ lines, A-numbers, CURP.

Source: ICAO Doc 9303 parts 4 and 5 (machine readable zones), USCIS "A-number" (A and eight or nine digits), RENAPO (CURP).
"""

from __future__ import annotations

from phiguard.detectors._checks import curp, mrz
from phiguard.detectors._pattern import HIGH, LOW, MEDIUM, Candidate, Pattern, Verdict


def _passport(c: Candidate) -> Verdict | None:
    """The second line of a passport (44) or visa; number, birth and expiry each with a check digit."""
    v = c.value
    good = mrz(v[:9], v[9]) and mrz(v[13:19], v[19]) and mrz(v[21:27], v[27])
    return Verdict(HIGH, "passport") if good else None


def _card(c: Candidate) -> Verdict | None:
    """The first line of an identity card (TD1): the number and its check digit."""
    v = c.value
    return Verdict(HIGH, "identity card") if mrz(v[5:14], v[14]) else None


DOCUMENTS = (
    Pattern(
        "passport MRZ",
        r"(?<![A-Z0-9<])[A-Z0-9<]{9}\d[A-Z<]{3}\d{7}[MFX<]\d{7}[A-Z0-9<]{14}[0-9<]\d(?![A-Z0-9<])",
        HIGH,
        judge=_passport,
        check=True,
        kind="passport",
        needs=("<",),
    ),
    Pattern(
        "name line of a passport MRZ",
        r"(?<![A-Z0-9<])P[A-Z<][A-Z]{3}[A-Z<]{5,39}<{1,36}(?![A-Z0-9<])",
        MEDIUM,
        kind="passport",
        needs=("<<",),
    ),
    Pattern(
        "identity card MRZ",
        r"(?<![A-Z0-9<])[ACI][A-Z<][A-Z<]{3}[A-Z0-9<]{9}\d[A-Z0-9<]{15}(?![A-Z0-9<])",
        HIGH,
        judge=_card,
        check=True,
        kind="identity card",
        needs=("<",),
    ),
    Pattern(
        "A-number",
        r"(?<![\w.\-/+])A(?:[-# ]{1,3}\d{8,9}|[-# ]{0,3}\d{3}-\d{3}-\d{3})(?![\w/]|[-.]\d)",
        MEDIUM,
        column=HIGH,
        kind="A-number",
        needs=("A",),
    ),
    Pattern(
        "A and digits",
        r"(?<![\w.\-/+#])A\d{8,9}(?![\w/]|[-.]\d)",
        LOW,
        column=MEDIUM,
        kind="A-number",
        needs=("A",),
    ),
    Pattern(
        "A-number after A#",
        r"(?<![\w.\-/+])(?:A\#|A[- ](?:[Nn]umber|[Nn]o\.|[Ff]ile)|(?i:alien|uscis)\b[^\d\n]{0,16})[:. ]{0,3}(?P<v>A?\d{8,9})(?![\w/]|[-.]\d)",
        HIGH,
        kind="A-number",
    ),
    Pattern(
        "CURP",
        r"(?<![\w.\-/+])[A-Z]{4}\d{6}[HMX][A-Z]{5}[A-Z0-9]\d(?!\w)",
        HIGH,
        column=HIGH,
        kind="CURP",
        check=True,
        judge=lambda c: HIGH if curp(c.value) else MEDIUM,
    ),
)
