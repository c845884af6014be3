"""Ids in messages pasted into text or a log: fields of HL7 v2 and X12, elements of a DICOM dump, identifiers of FHIR or
C-CDA.

Source: HL7 v2.5.1 chapters 2 to 4 and table 0203; ASC X12N 837 (NM1, CLM); DICOM PS3.6 and dcmtk's and pydicom's dumps; HL7 FHIR R4
`Identifier`, HL7 CDA R2 `id`. A message that is a file of its own is read by its format; these patterns serve the line in an e-mail, a ticket or a log.
"""

from __future__ import annotations

from phiguard.detectors._pattern import HIGH, MEDIUM, Judge, Pattern

_ID = r"(?=[A-Za-z.\-]{0,10}\d)[A-Za-z0-9][A-Za-z0-9.\-]{2,39}"
_FIELD = r"[^|\n\r]{0,250}\|"
_SPAN = r"[\^|~&\s]|\Z"
_NOT_OF_TYPE = r"(?!(?:\^[^\^|~\n]{0,60}){0,3}\^(?:%s)[\^|~\s])"


def hl7(
    segment: str, field: int, *, repetition: int = 0, unless: str = "", judge: Judge | None = None
) -> Pattern:
    """The id in a field of a segment, `PID|1||778812^^^HOSP^MR`; `repetition`: behind how many `~`; `unless`: types of table
    0203 that make it another category's."""
    other = _NOT_OF_TYPE % unless if unless else ""
    return Pattern(
        f"{segment}-{field} of an HL7 message",
        rf"(?<![\w|^~]){segment}\|(?:{_FIELD}){{{field - 1}}}(?:[^|~\n\r]{{0,250}}~){{{repetition}}}(?P<v>{_ID})(?={_SPAN}){other}",
        HIGH,
        judge=judge,
        needs=(f"{segment}|",),
    )


def x12(beginning: str, needs: str) -> Pattern:
    """The id in an X12 segment: what stands before it."""
    return Pattern(
        f"{needs.strip('*')} of an X12 message",
        rf"(?<![\w*]){beginning}\*(?P<v>{_ID})(?=[*~:\s]|\Z)",
        HIGH,
        needs=(needs,),
    )


def dicom(group: str, element: str, name: str) -> Pattern:
    """A DICOM element in a dump: `(0010,0020) LO [PAT000913]`, `(0010, 0020) Patient ID   LO: 'PAT000913'`."""
    return Pattern(
        f"{name} of a DICOM dump",
        rf"\({group}, ?{element}\)[^\n\['\"]{{0,60}}[\['\"](?P<v>(?=[^\]'\"\n]{{0,20}}\d)[^\]'\"\n\s][^\]'\"\n]{{1,62}}[^\]'\"\n\s])[ ]{{0,2}}[\]'\"]",
        HIGH,
        needs=(f"({group},{element})", f"({group}, {element})"),
    )


def fhir(types: str, name: str) -> Pattern:
    """The value of a FHIR identifier whose type has one of the codes of table 0203, as JSON in a text."""
    return Pattern(
        f"{name} in a FHIR identifier",
        rf"\"code\"\s{{0,4}}:\s{{0,4}}\"(?:{types})\"[^{{}}\[\x00]{{0,120}}\}}\s{{0,40}}\](?:[^{{}}\[\]\x00]{{0,200}}\}})?[^{{}}\[\]\x00]{{0,200}}?"
        rf"\"value\"\s{{0,4}}:\s{{0,4}}\"(?P<v>[A-Za-z0-9][\w.\-]{{2,39}})\"",
        MEDIUM,
        needs=('"code"',),
    )


def cda(element: str, name: str) -> tuple[Pattern, ...]:
    """The extension of the first and second `id` of a C-CDA element."""
    gap = r"\s{0,80}(?:<!--[^>\x00]{0,300}-->\s{0,80}){0,3}"
    an_id = r"<id\b[^>\x00]{0,200}>(?:</id>)?"
    return tuple(
        Pattern(
            f"{name} of a C-CDA document, id {before + 1}",
            rf"<{element}\b[^>\x00]{{0,200}}>{gap}(?:{an_id}{gap}){{{before}}}<id\b[^>\x00]{{0,160}}?[ ]extension=\"(?P<v>[A-Za-z0-9][\w.\-]{{1,39}})\"",
            HIGH,
            needs=(f"<{element}",),
        )
        for before in (0, 1)
    )
