"""Whose identifier it is, told by the label: one vocabulary for headers, paths and the words before a value."""

from __future__ import annotations

from phiguard.detectors._caches import remembered
from phiguard.detectors._headers import words
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
            "therapist pharmacist technician technologist tech techs hospitalist intensivist proceduralist midwife crna anes attg medic paramedic emt consultant author signer signed scribe staff interpreter dictated "
            "transcribed performer radiologist pathologist npi dea medico medica doctora enfermera enfermero cirujano cirujana cosigner supervising facility".split()
        ),
    ),
    (
        Role.PATIENT,
        frozenset(
            "patient pat pt pts patients member mbr subscriber subject person client enrollee beneficiary bene resident paciente".split()
        ),
    ),
)


_SPECIALISTS = ("ologist", "ologists", "iatrist", "iatrists", "ologo", "ologa")
"""Endings of those who practise a specialty: `nephrologist`, `psychiatrist`, `cardiólogo`."""
_BLOCK = frozenset("owner owners holder assignee".split())
"""Whose a block of operating-room time is: a surgeon's."""
_BUSINESS = frozenset(
    "gl ledger journal debit debits fiscal budget payroll fte hire hired roster pto overtime timesheet util utilization utilisation utilized allocated numerator denominator sku vendor supplier inventory".split()
)
_ACCENTS = str.maketrans("áéíóúñ", "aeioun")


@remembered(16384)
def role_of(name: str) -> Role:
    """The role that a header, path or phrase names; UNKNOWN when it names none."""
    found = {word.translate(_ACCENTS) for word in words(name)}
    for role, vocabulary in _ROLE_WORDS:
        if found & vocabulary:
            return role
        if role is Role.CLINICIAN and (
            any(word.endswith(_SPECIALISTS) for word in found) or ("block" in found and found & _BLOCK)
        ):
            return role
    return Role.UNKNOWN


@remembered(16384)
def of_business(name: str) -> bool:
    """Whether a header belongs to a ledger, a roster, a stock list or a measure, whose accounts and names need not be patients'."""
    return not _BUSINESS.isdisjoint(words(name))
