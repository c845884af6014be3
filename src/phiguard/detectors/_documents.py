"""Passports, identity cards and immigration numbers that can be told by their form: MRZ lines, A-numbers, receipts, national ids.

Source: ICAO Doc 9303 parts 4 (TD3, 44 characters), 5 (TD1, 30) and 6 (TD2, 36) and 7 (visas); USCIS "A-number" (A and eight or nine
digits) and "receipt number" (office and ten digits); SEVP (SEVIS id, N and ten digits); RENAPO (CURP), SAT (RFC of a person), INE (clave
de elector); RENAP Guatemala (CUI), RNPN El Salvador (DUI), Registro Civil of Chile (RUN), Receita Federal of Brazil (CPF), Interior Ministry of Spain (DNI, NIE).
"""

from __future__ import annotations

from phiguard.detectors._checks import curp, mrz
from phiguard.detectors._pattern import HIGH, LOW, MEDIUM, Candidate, Confidence, Pattern, Verdict


def _second_line(c: Candidate) -> Confidence | None:
    """The second line of a passport (44), a visa or a TD2 card (36): number, birth and expiry each with a check digit."""
    v = c.value
    return HIGH if mrz(v[:9], v[9]) and mrz(v[13:19], v[19]) and mrz(v[21:27], v[27]) else None


def _card(c: Candidate) -> Verdict | None:
    """The first line of an identity card (TD1): the number and its check digit."""
    v = c.value
    return Verdict(HIGH, "identity card") if mrz(v[5:14], v[14]) else None


def _td1_dates(c: Candidate) -> Verdict | None:
    """The second line of an identity card (TD1): birth and expiry."""
    v = c.value
    return Verdict(HIGH, "identity card") if mrz(v[:6], v[6]) and mrz(v[8:14], v[14]) else None


def _of_card(c: Candidate) -> Verdict | None:
    """An element of a card's barcode: the licence number stands in the same one."""
    return Verdict(HIGH) if "DAQ" in c.before(800) or "DAQ" in c.after(800) else None


_OFFICES = "EAC|WAC|LIN|SRC|MSC|NBC|IOE|YSC"
_NATIONAL = "|".join(
    (
        r"DUI[ :#.no]{1,6}(?P<v>\d{8}-\d)",
        r"(?:CUI|DPI)[ :#.no]{1,6}(?P<v>\d{4}[ -]?\d{5}[ -]?\d{4})",
        r"RU[NT][ :#.no]{1,6}(?P<v>\d{1,2}\.?\d{3}\.?\d{3}-[\dkK])",
        r"CPF[ :#.no]{1,6}(?P<v>\d{3}\.?\d{3}\.?\d{3}-?\d{2})",
        r"(?:DNI|NIE)[ :#.no]{1,6}(?P<v>(?:\d{8}|[XYZ]-?\d{7})-?[A-Z])",
        r"RFC[ :#.no]{1,6}(?P<v>[A-ZÑ&]{4}-?\d{6}-?[A-Z0-9]{3})",
    )
)

DOCUMENTS = (
    Pattern(
        "number of the card in its barcode",
        r"(?<=[\n\r\x1e])DC[FJK](?P<v>(?=[A-Z/]{0,8}\d)[A-Z0-9][A-Z0-9/\-]{3,28}[A-Z0-9])(?![^\s\x1e])",
        HIGH,
        judge=_of_card,
        kind="driver's license",
        needs=("DCF", "DCJ", "DCK"),
    ),
    Pattern(
        "second line of a TD2 card",
        r"(?<![A-Z0-9<])[A-Z0-9<]{9}\d[A-Z<]{3}\d{7}[MFX<]\d{7}[A-Z0-9<]{8}(?![A-Z0-9<])",
        HIGH,
        judge=_second_line,
        check=True,
        kind="identity card",
        needs=("<",),
    ),
    Pattern(
        "second line of an identity card",
        r"(?<![A-Z0-9<])\d{7}[MFX<]\d{7}[A-Z<]{3}[A-Z0-9<]{11}\d(?![A-Z0-9<])",
        HIGH,
        judge=_td1_dates,
        check=True,
        kind="identity card",
        needs=("<",),
    ),
    Pattern(
        "name line of an identity card",
        r"(?<![A-Z0-9<])(?:(?=[A-Z<]{30}(?![A-Z0-9<]))[A-Z]{2,20}(?:<[A-Z]{1,20}){0,3}<<[A-Z]{1,20}(?:<[A-Z]{1,20}){0,4}<{1,26}|(?=[A-Z<]{36}(?![A-Z0-9<]))[ACIPV][A-Z<][A-Z]{3}[A-Z<]{5,30}<)(?![A-Z0-9<])",
        MEDIUM,
        kind="identity card",
        needs=("<<",),
    ),
    Pattern(
        "receipt number of an application",
        rf"(?<![\w.\-/])(?:{_OFFICES})-?\d{{2}}-?\d{{3}}-?\d{{5}}(?![\w/]|[-.]\d)",
        MEDIUM,
        column=HIGH,
        kind="immigration receipt",
        needs=tuple(_OFFICES.split("|")),
    ),
    Pattern(
        "SEVIS id",
        r"(?<![\w.\-/])N00\d{8}(?![\w/]|[-.]\d)",
        MEDIUM,
        column=HIGH,
        kind="SEVIS",
        needs=("N00",),
    ),
    Pattern(
        "clave de elector",
        r"(?<![\w.\-/])[A-Z]{6}\d{8}[HM]\d{3}(?![\w/])",
        MEDIUM,
        column=HIGH,
        kind="voter card",
        starts=lambda run: len(run) == 6,
    ),
    Pattern(
        "passport number behind its abbreviation",
        r"(?<!\w)PPT? ?(?:\#|[Nn][Oo]\b\.?)[ :]{0,2}(?P<v>[A-Z]\d{8}|\d{9})(?![\w/]|[-.]\d)",
        MEDIUM,
        kind="passport",
        needs=("PP",),
    ),
    Pattern(
        "national id behind its name",
        rf"(?<!\w)(?:{_NATIONAL})(?![\w/]|[-.]\d)",
        HIGH,
        kind="identity card",
        needs=("DUI", "CUI", "DPI", "RUN", "RUT", "CPF", "DNI", "NIE", "RFC"),
    ),
    Pattern(
        "passport MRZ",
        r"(?<![A-Z0-9<])[A-Z0-9<]{9}\d[A-Z<]{3}\d{7}[MFX<]\d{7}[A-Z0-9<]{16}(?![A-Z0-9<])",
        HIGH,
        judge=_second_line,
        check=True,
        kind="passport",
        needs=("<",),
    ),
    Pattern(
        "name line of a passport MRZ",
        r"(?<![A-Z0-9<])[PV][A-Z<][A-Z]{3}[A-Z<]{5,39}<{1,36}(?![A-Z0-9<])",
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
