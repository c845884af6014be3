"""Certificate and licence numbers: NPI, DEA, medical and driver's licences, passports, immigration and civil certificates.

Law: 45 CFR 164.514(b)(2)(i)(K).
Source: 45 CFR 162.406 (NPI), 21 CFR 1301 (DEA), AAMVA DL/ID Card Design Standard (element DAQ) and the states' number formats,
ICAO Doc 9303 parts 4 and 5 (passport and card MRZ), USCIS A-number, CBP I-94 (eleven characters), RENAPO (CURP), 42 CFR 493 (CLIA).
A CLIA number names a laboratory: low. Ten bare digits with the NPI's check digit are chance in one of ten: low without a label.
"""

from __future__ import annotations

from phiguard.detectors import _regexes as regex
from phiguard.detectors._checks import dea, npi
from phiguard.detectors._documents import DOCUMENTS
from phiguard.detectors._ids import ID_END, ID_VALUE, implausible, spoken
from phiguard.detectors._labels import beginnings
from phiguard.detectors._license_formats import fits, states_in
from phiguard.detectors._license_labels import LABELS
from phiguard.detectors._license_messages import MESSAGES
from phiguard.detectors._pattern import (
    HIGH,
    LOW,
    MEDIUM,
    Candidate,
    Category,
    Detector,
    Evidence,
    Pattern,
    Role,
    Verdict,
)
from phiguard.detectors._places import STATES

_CLINICAL = frozenset(("NPI", "DEA", "medical license"))
_PATIENT = regex.compile(
    r"(?i)\b(?:patient|pt|member|subscriber|driver|mother|father|spouse)(?:'s)?\s{1,3}\Z"
)
_VALUE = (
    rf"(?:(?:[A-Z]{{2}} )?[A-Z]\d{{3}} \d{{3,4}} \d{{2,4}}(?: \d{{1,4}}){{0,2}}{ID_END}|(?=[A-Z*]{{0,8}}\d)[A-Z]{{1,7}}\*[A-Z0-9*]{{3,10}}(?![\w*])"
    rf"|[A-Z]{{2}} [A-Z]?\d{{5,14}}{ID_END}|{ID_VALUE})"
)
"""Florida's groups, Washington's asterisks, a state in front, or any id."""


_CREDENTIALS = "RN|LPN|LVN|APRN|CRNP|CRNA|CNM|CNA|FNP|LCSW|LMSW|LICSW|LMFT|LPC|LPCC|LMHC|RPh|RPH|PharmD|DDS|DMD|DPM|PA-C|EMT|EMT-P|EMT-B|RRT|MD|CCC-SLP"
_PER_DECILITRE = regex.compile(r"(?i)(?:g|u|l|mol|eq|cells|%)/dl[\s:#]{0,10}\Z")


def _npi(c: Candidate) -> Verdict | None:
    if not npi(c.value):
        return None
    return Verdict(HIGH if c.labelled else LOW, "NPI", Role.CLINICIAN)


def _dea(c: Candidate) -> Verdict | None:
    return Verdict(HIGH, "DEA", _role(c, "DEA")) if dea(c.value.upper()) else None


def _plain(value: str) -> str:
    return regex.sub(r"[ .\-\#]", "", value).upper()


def _role(c: Candidate, kind: str) -> Role | None:
    said = f"{c.name} " if c.name else c.before(60)
    label = c.groups.get("label") or ""
    said = said[: said.rfind(label)] if label and label in said else said
    return Role.CLINICIAN if kind in _CLINICAL and not _PATIENT.search(said) else None


def _labelled(c: Candidate) -> Verdict | None:
    kind = c.header.kind
    stated = c.value[:2] in STATES and c.value[2:3] == " " and len(c.value) > 6
    cut = 3 if stated and not (kind == "DEA" and dea(_plain(c.value))) else 0
    figures = sum(x.isdigit() for x in c.value)
    agrees = _agrees(c, kind, c.value[cut:])
    if figures < (2 if agrees else 3) or implausible(c) or _is_unit(c):
        return None
    confidence = HIGH if figures >= 4 and len(c.value) - cut >= 5 else MEDIUM
    number = _plain(c.value)
    if (kind == "DEA" and not dea(number)) or (kind == "NPI" and not npi(number)):
        confidence = MEDIUM
    evidence = Evidence.CHECK if agrees else Evidence.SHAPE
    if agrees is False:
        confidence = MEDIUM
    return Verdict(HIGH if agrees else confidence, kind, _role(c, kind), shrink=(cut, 0), evidence=evidence)


_LAYOUTS = {
    "I-94": regex.compile(r"\d{11}|\d{9}[A-Z]\d"),
    "UPIN": regex.compile(r"[A-Z]\d{5}"),
    "voter card": regex.compile(r"[A-Z]{6}\d{8}[HM]\d{3}"),
    "birth or death certificate": regex.compile(r"(?:1\d\d-?)?(?:19|20)?\d\d-?\d{5,6}"),
}
"""What is printed on the document: CBP's admission number, CMS's old physician number, INE's key, the states' vital records."""


def _agrees(c: Candidate, kind: str, value: str) -> bool | None:
    """Whether a number has the layout that its label, or the state named beside it, asks for; None where none is known."""
    if kind == "driver's license":
        named = states_in(f"{c.name.replace('_', ' ')} {c.before(40)} {c.value[:3]} {c.after(20)}")
        return fits(value, named) if named else None
    layout = _LAYOUTS.get(kind)
    return True if layout is not None and layout.fullmatch(value) else None


def _printed(c: Candidate) -> Verdict | None:
    """Groups with blanks are also a row of a table: a label or a state must say so."""
    said = " " not in c.value or c.labelled or fits(c.value, states_in(f"{c.before(40)} {c.after(20)}"))
    return Verdict(MEDIUM if said else LOW)


def _of_state(c: Candidate) -> Verdict | None:
    state = c.groups.get("state") or ""
    return Verdict(HIGH, evidence=Evidence.LABEL) if fits(c.value, frozenset((state,))) else None


def _is_unit(c: Candidate) -> bool:
    """Whether `DL` is that of `mg/dL`, or glued to what follows (a barcode's `DLDAQ`)."""
    label = c.groups.get("label") or c.groups.get("said") or ""
    before = c.before(len(label) + 16)
    glued = label.lower().startswith("dl") and before.endswith(label)
    return label[:2] == "dL" or glued or _PER_DECILITRE.search(before) is not None


DETECTOR = Detector(
    category=Category.LICENSES,
    title="Certificate/license numbers",
    law="45 CFR 164.514(b)(2)(i)(K)",
    replacement="[LICENSE]",
    patterns=(
        Pattern(
            "NPI",
            r"(?<![\w.\-/+#])[12]\d{9}(?![\w/%]|[-.]\d)",
            LOW,
            column=MEDIUM,
            judge=_npi,
            check=True,
            kind="NPI",
        ),
        Pattern(
            "DEA number",
            r"(?i)(?<![\w.\-/+#])[A-HJ-MPRSTUX][A-Z9]\d{7}(?:-[A-Z0-9]{1,6})?(?![\w/]|[-.]\d)",
            HIGH,
            column=HIGH,
            judge=_dea,
            check=True,
            kind="DEA",
        ),
        Pattern(
            "letter and 12 to 14 digits",
            r"(?<![\w.\-/+#])[A-Z]\d{12,14}(?![\w/]|[-.]\d)",
            LOW,
            column=MEDIUM,
            kind="driver's license",
        ),
        Pattern(
            "letter and digits by 3-3-2-3",
            r"(?<![\w.\-/+#])[A-Z]\d{3}-\d{3}-\d{2}-\d{3}(?:-\d)?(?![\w/]|[-.]\d)",
            MEDIUM,
            column=HIGH,
            kind="driver's license",
        ),
        Pattern(
            "licence number of a card's barcode",
            r"(?:(?<=DL|ID)|(?<![A-Za-z0-9]))DAQ(?P<v>(?=[A-Z*\-]{0,8}\d)[A-Z0-9*\-]{4,25})(?![A-Za-z0-9])",
            HIGH,
            kind="driver's license",
            needs=("DAQ",),
        ),
        Pattern(
            "licence number as the card prints it",
            r"(?<![\w.\-/+#])(?:[A-Z]\d{3}-\d{4}-\d{4}(?:-\d\d)?|[A-Z](?:[- ]\d{3}){4}|[A-Z](?:-?\d{3})(?:-\d{3}){3}|[A-Z]\d{4}[ -]\d{5}[ -]\d{5})(?![\w/]|[-.]\d)",
            MEDIUM,
            column=HIGH,
            judge=_printed,
            kind="driver's license",
            starts=frozenset("abcdefghijklmnopqrstuvwxyz"),
        ),
        Pattern(
            "licence number behind a credential",
            rf"(?<![\w-])(?:{_CREDENTIALS})[ ]?(?:\#|[Nn]o\b\.?|NO\b\.?)[ :]{{0,2}}(?P<v>(?=[A-Z.\-]{{0,6}}\d{{3}})[A-Z0-9][A-Z0-9.\-]{{3,14}}[A-Z0-9])(?![\w/]|[-.]\w)",
            MEDIUM,
            kind="medical license",
            starts=beginnings(_CREDENTIALS.lower().replace("-", " ").split("|")),
        ),
        Pattern(
            "licence number behind a state's DL",
            rf"(?<!\w)(?P<state>{'|'.join(STATES)})-?DL(?:[ ]?(?:\#|[Nn]o\b\.?|NO\b\.?))?[ :]{{0,3}}(?P<v>(?=[A-Z*]{{0,8}}\d)[A-Z0-9*]{{1,15}}(?:-[A-Z0-9]{{2,5}}){{0,4}}(?: \d{{2,5}}){{0,4}})(?![\w/]|[-.]\w)",
            HIGH,
            judge=_of_state,
            kind="driver's license",
            needs=("DL",),
            starts=frozenset((*map(str.lower, STATES), *(f"{state.lower()}dl" for state in STATES))),
        ),
        Pattern(
            "notary's commission",
            rf"(?i)(?<!\w)notar(?:y|io)\b[^\d\n]{{0,40}}\b(?:comm(?:ission)?|registration|reg|id)\b\.?[ ]?(?:no\b\.?|number|\#)?[ :#]{{0,3}}(?P<v>(?-i:[A-Z]{{0,3}})[ -]?\d{{5,9}}){ID_END}",
            MEDIUM,
            kind="notary commission",
            starts=frozenset(("notary", "notario")),
        ),
        *DOCUMENTS,
        *MESSAGES,
        spoken(
            "license | licence | lic | state id | id card | certificate | cdl | dni | nie | permit",
            "number behind a generic word",
            judge=_labelled,
            value=_VALUE,
        ),
        spoken("dl", "number behind DL", kind="driver's license", judge=_labelled, value=_VALUE),
        Pattern(
            "CLIA number",
            r"(?<![\w.\-/+])\d{2}D\d{7}(?!\w)",
            LOW,
            LOW,
            judge=lambda c: LOW,
            kind="CLIA",
            needs=("D",),
        ),
    ),
    labels=LABELS,
    value=Pattern(
        "licence number under its label",
        _VALUE,
        None,
        judge=_labelled,
    ),
)
