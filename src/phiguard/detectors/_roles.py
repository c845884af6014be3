"""Whose identifier it is, told by the label: one vocabulary for headers, paths and the words before a value."""

from __future__ import annotations

from functools import lru_cache

from phiguard.detectors._labels import words
from phiguard.model import Role

_ROLE_WORDS: tuple[tuple[Role, frozenset[str]], ...] = (
    (Role.EMPLOYER, frozenset("employer empr employers emplr empleador".split())),
    (
        Role.RELATIVE,
        frozenset(
            "mother father mom dad parent spouse wife husband son daughter sister brother sibling child guardian grandmother "
            "grandfather aunt uncle relative relation nok kin emergency guarantor guar gt1 nk1 partner caregiver next contact "
            "madre padre esposo esposa hijo hija familiar tutor maiden".split()
        ),
    ),
    (
        Role.CLINICIAN,
        frozenset(
            "provider prov providers physician phys doctor dr md surgeon attending referring ordering admitting rendering "
            "prescriber prescribing practitioner clinician nurse rn np pa resident fellow anesthesiologist anesthetist pcp "
            "therapist pharmacist technician technologist consultant author signer signed scribe staff interpreter dictated "
            "transcribed performer radiologist pathologist npi dea medico doctora enfermera cosigner supervising facility".split()
        ),
    ),
    (
        Role.PATIENT,
        frozenset("patient pat pt pts patients member mbr subscriber subject person client enrollee beneficiary bene resident paciente".split()),
    ),
)


@lru_cache(maxsize=16384)
def role_of(name: str) -> Role:
    """The role that a header, path or phrase names; UNKNOWN when it names none."""
    found = set(words(name))
    for role, vocabulary in _ROLE_WORDS:
        if found & vocabulary:
            return role
    return Role.UNKNOWN
