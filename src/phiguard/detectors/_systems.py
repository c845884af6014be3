"""Identifiers that name their system: FHIR's `system`, CDA's `root`, HL7 v2's type of identifier, state messages' `OLN/`.

Source: HL7 FHIR R4 "Known Identifier Systems" (`sid/us-ssn`, `sid/us-npi`), the HL7 OID registry (2.16.840.1.113883.4.1 SSN, .4.2 ITIN,
.4.6 NPI, .4.3 driver's licences by state, .4.330 passports, .4.814 DEA), HL7 v2.5.1 table 0203 (SS, DL, PPN, NPI, MD, DEA), NLETS field codes.
"""

from __future__ import annotations

from phiguard.detectors._pattern import HIGH, Evidence, Judge, Pattern, Verdict

_VALUE = r"(?P<v>[A-Za-z0-9][A-Za-z0-9 .\-]{2,24})"
_NEAR = r"[\"'][^{}\[\]\x00]{0,80}?[\"']%s[\"']\s{0,4}:\s{0,4}[\"']"


def said_by_system(kind: str) -> Judge:
    """The system is the label, and one of a closed list."""
    sure = Verdict(HIGH, kind, evidence=Evidence.LABEL | Evidence.CHECK)
    return lambda c: sure if any(x.isdigit() for x in c.value) else None


def of_system(systems: str, kind: str, needs: tuple[str, ...]) -> tuple[Pattern, ...]:
    """The value of a FHIR identifier of a system, in either order of the keys, and of a CDA `id` under an OID."""
    judge = said_by_system(kind)
    ways = (
        rf"(?:{systems})[\w.\-]{{0,20}}{_NEAR % 'value'}{_VALUE}[\"']",
        rf"[\"']value[\"']\s{{0,4}}:\s{{0,4}}[\"']{_VALUE}[\"'],\s{{0,40}}[\"']system[\"']\s{{0,4}}:\s{{0,4}}[\"'][\w:/.\-]{{0,60}}(?:{systems})",
        rf"root=[\"'](?:{systems})[\"']\s{{1,4}}extension=[\"']{_VALUE}[\"']",
        rf"extension=[\"']{_VALUE}[\"']\s{{1,4}}root=[\"'](?:{systems})[\"']",
    )
    return tuple(
        Pattern(f"{kind} of an identifier's system", way, HIGH, judge=judge, needs=needs) for way in ways
    )


_CX = r"(?:\^[^\^|~\n\x00]{0,60}){3}\^"
_ANYWHERE = r"\^[^|~\n\x00]{0,120}?[\^&]"


def of_type(types: str, value: str, kind: str, needs: tuple[str, ...], *, exact: bool = False) -> Pattern:
    """An id of HL7 v2 whose type stands behind it: `219099999^^^SSA^SS`, `1000000012^DOE^JANE^^^^MD^^NPI`.

    `exact`: in the fifth component alone, for types that are also degrees (`MD`)."""
    return Pattern(
        f"{kind} by its type in an HL7 message",
        rf"(?<=[|~])(?P<v>{value}){_CX if exact else _ANYWHERE}(?:{types})(?=[\^&|~\s]|\Z)",
        HIGH,
        judge=said_by_system(kind),
        needs=needs,
    )


def of_state_message(codes: str, value: str, kind: str, needs: tuple[str, ...]) -> Pattern:
    """A field of a message of the police, as it is pasted: `OLN/D1234562 OLS/CA`, `LIC/ABC1234`, `SOC/219099999`."""
    return Pattern(
        f"{kind} of a state message",
        rf"(?<![\w/])(?:{codes})/(?P<v>{value})(?![\w/]|[-.]\w)",
        HIGH,
        judge=said_by_system(kind),
        needs=needs,
    )
