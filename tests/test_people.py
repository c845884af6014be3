"""Whose a finding is, and whom an excluded role never hides."""

from __future__ import annotations

import pytest

from phiguard.model import Config, Role
from phiguard.scan import Scanner

ROLES = [
    # text, value, its role
    ("Attending: Dr. Jane Smith, NPI 1234567893, pager (212) 555-0134", "(212) 555-0134", "clinician"),
    ("Attending: Dr. Jane Smith, NPI 1234567893, e-mail jsmith@quackmail.org", "jsmith@quackmail.org", "clinician"),
    ("Dr. Lee's cell is 212-555-0166.", "212-555-0166", "clinician"),
    ("Referring physician John Baker MD, fax 212-555-0188", "212-555-0188", "clinician"),
    ("Provider phone: 212-555-0134", "212-555-0134", "clinician"),
    ("Employer: Acme Mill, 701-555-0133", "701-555-0133", "employer"),
    ("Mother: Maria Garcia (212-555-0177)", "212-555-0177", "relative"),
    # look-alikes: a verb or another person stands between
    ("Dr. Smith called the patient at 212-555-0134.", "212-555-0134", "unknown"),
    ("Seen by Dr. Smith. Patient's phone 212-555-0134.", "212-555-0134", "unknown"),
    ("Dr. Jane Smith\n\nPhone: 212-555-0134", "212-555-0134", "unknown"),
    ("Dr. Jane Smith, 03/14/2024", "03/14/2024", "unknown"),
    ("PCP: Dr. Alan Reed, SSN 219-09-9999", "219-09-9999", "unknown"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "value", "role"), ROLES)
def test_what_stands_beside_a_name_is_that_persons(text: str, value: str, role: str) -> None:
    found = {f.text: str(f.role) for f in Scanner(keep_text=True).scan_text(text)}
    assert found[value] == role


def kept(text: str, name: str = "note.txt") -> set[str | None]:
    scanner = Scanner(Config(exclude_roles=frozenset((Role.CLINICIAN,))), keep_text=True)
    return {f.text for f in scanner.scan_bytes(text.encode(), name=name).findings}


def test_a_clinicians_identifiers_of_every_category_are_left_out() -> None:
    text = "Attending: Dr. Jane Smith, NPI 1234567893, DEA BS1234563, pager (212) 555-0134, e-mail js@quackmail.org"
    assert not kept(text)
    rows = "pat_mrn,attending_name,attending_npi,surgeon_pager\n00481123,John Smith,1234567893,212-555-0134\n"
    assert kept(rows, "x.csv") == {"00481123"}


def test_a_clinician_who_is_also_a_patient_or_relative_is_not() -> None:
    text = "Patient: Maria Garcia\nCardiologist: Dr. Maria Garcia\nPCP: Dr. Garcia\nSurgeon: Dr. Wei Chen"
    assert kept(text) == {"Maria Garcia", "Garcia"}
    rows = "patient_name,attending_name\nMaria Garcia,Wei Chen\nOlga Petrov,Maria Garcia\n"
    assert kept(rows, "x.csv") == {"Maria Garcia", "Olga Petrov"}
