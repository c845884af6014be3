"""What the judges of `names` share: verdicts over a part of a run, the role by the label, capitals that are abbreviations."""

from __future__ import annotations

from phiguard.detectors._name_lists import Kind, plain
from phiguard.detectors._name_words import CLINICAL_TITLES
from phiguard.detectors._names import Reading
from phiguard.detectors._pattern import LOW, Candidate, Evidence, Verdict
from phiguard.detectors._roles import role_of
from phiguard.model import Confidence, Role

ADDRESS_BEFORE = r"(?:\d|\bSt\.?|\bSaint|\bFort|\bMt\.?|\bMount|\bLake|\bPort|\bNew|\bWest|\bEast|\bNorth|\bSouth|\bCamp|\bUniversity of|\bRoute) \Z"
"""Words of an address in front of a name: `12 Grant`, `St. Joseph`."""


def verdict(
    c: Candidate,
    end: int,
    confidence: Confidence,
    role: Role | None = None,
    evidence: Evidence = Evidence.SHAPE,
) -> Verdict:
    return Verdict(confidence, role=role, evidence=evidence, shrink=(0, c.end - c.start - end))


def role_in(c: Candidate) -> Role | None:
    said = c.groups.get("said") or ""
    if plain(said) in CLINICAL_TITLES or said.lower().endswith(" by"):
        return Role.CLINICIAN
    role = role_of(said)
    return role if role is not Role.UNKNOWN else None


def settle(
    c: Candidate,
    reading: Reading,
    confidence: Confidence,
    role: Role | None = None,
    evidence: Evidence = Evidence.SHAPE,
) -> Verdict:
    return verdict(c, reading.end, LOW if reading.placeholder else confidence, role or role_in(c), evidence)


def abbreviation(run: str, reading: Reading) -> bool:
    """An unknown word of a few capitals: HTN, COPD."""
    head = run[: reading.end]
    return (
        reading.words == 1
        and reading.sure == 0
        and reading.first.kind is Kind.UNKNOWN
        and head.isupper()
        and len(head) <= 4
    )


def short_capitals(run: str, reading: Reading) -> bool:
    """A word of up to four capitals, in the lists or not: ANA, GARD."""
    return reading.words == 1 and run[: reading.end].isupper() and reading.end <= 4
