"""Addresses in messages pasted into text or a log: segments of X12, elements of a DICOM dump, of a driver's licence, of a vCard.

Source: ASC X12 005010 (N3 and N4, with their elements), DICOM PS3.6 (0010,1040; 0008,0080; 0008,0081; 0040,0243), AAMVA DL/ID Card
Design Standard, annex D (DAG, DAH, DAI, DAK), RFC 6350 section 6.3.1 (ADR). A message that is a file of its own is read by its format.
"""

from __future__ import annotations

from phiguard.detectors._pattern import HIGH, LOW, Candidate, Confidence, Pattern, Verdict
from phiguard.detectors._places import is_larger


def _said(c: Candidate) -> Confidence | None:
    """Something that names a place smaller than a State."""
    return HIGH if any(map(str.isalpha, c.value)) and not is_larger(c.value.strip()) else None


def _zip(c: Candidate) -> Verdict:
    return Verdict(HIGH if c.value[:5] != "00000" else LOW, "zip+4" if len(c.value) > 5 else "zip")


def _element(group: str, element: str, kind: str) -> Pattern:
    return Pattern(
        f"({group},{element}) of a DICOM dump",
        rf"\({group}, ?{element}\)[^\n\['\"]{{0,60}}[\['\"](?P<v>[^\]'\"\n\s][^\]'\"\n]{{1,62}}[^\]'\"\n\s])[ ]{{0,2}}[\]'\"]",
        HIGH,
        judge=_said,
        kind=kind,
        needs=(f"({group},{element})", f"({group}, {element})"),
    )


def _license(code: str, value: str, kind: str) -> Pattern:
    return Pattern(
        f"{code} of a driver's licence",
        rf"(?<![^\n\x1e\r|])(?:DL)?{code}(?P<v>{value})(?=[ ]{{0,12}}(?:[\n\x1e\r|]|\Z))",
        HIGH,
        judge=_zip if kind == "zip" else _said,
        kind=kind,
        needs=(code,),
    )


PATTERNS = (
    Pattern(
        "N3 of an X12 message",
        r"(?<![\w*])N3\*(?P<v>[^*~\n]{3,60})(?=[*~\n]|\Z)",
        HIGH,
        judge=_said,
        kind="street",
        needs=("N3*",),
    ),
    Pattern(
        "N3, second line, of an X12 message",
        r"(?<![\w*])N3\*[^*~\n]{3,60}\*(?P<v>[^*~\n]{2,60})(?=[~\n]|\Z)",
        HIGH,
        kind="street",
        needs=("N3*",),
    ),
    Pattern(
        "N4 of an X12 message",
        r"(?<![\w*])N4\*(?P<v>[^*~\n]{2,60})(?=\*)",
        HIGH,
        judge=_said,
        kind="city",
        needs=("N4*",),
    ),
    Pattern(
        "ZIP code in N4 of an X12 message",
        r"(?<![\w*])N4\*[^*~\n]{0,60}\*[A-Z]{0,2}\*(?P<v>\d{5}(?:-?\d{4})?)(?=[*~\n]|\Z)",
        HIGH,
        judge=_zip,
        kind="zip",
        needs=("N4*",),
    ),
    _element("0010", "1040", "street"),
    _element("0008", "0081", "street"),
    _element("0008", "0080", "facility"),
    _license("DAG", r"[^\n\x1e\r|]{3,35}?", "street"),
    _license("DAH", r"[^\n\x1e\r|]{2,35}?", "street"),
    _license("DAI", r"\p{L}[\p{L} .'-]{1,20}?", "city"),
    _license("DAK", r"\d{5}(?:\d{4})?", "zip"),
    Pattern(
        "address of a vCard",
        r"(?i)(?<!\w)ADR(?:;[^:\n]{1,60})?:[^;\n]{0,40};[^;\n]{0,40};(?P<v>[^;\n]{3,80});",
        HIGH,
        kind="street",
        starts=frozenset(("adr",)),
    ),
    Pattern(
        "city of a vCard",
        r"(?i)(?<!\w)ADR(?:;[^:\n]{1,60})?:(?:[^;\n]{0,80};){3}(?P<v>[^;\n]{2,40});",
        HIGH,
        judge=_said,
        kind="city",
        starts=frozenset(("adr",)),
    ),
    Pattern(
        "ZIP code of a vCard",
        r"(?i)(?<!\w)ADR(?:;[^:\n]{1,60})?:(?:[^;\n]{0,80};){5}(?P<v>\d{5}(?:-\d{4})?)(?!\w)",
        HIGH,
        kind="zip",
        starts=frozenset(("adr",)),
    ),
)
