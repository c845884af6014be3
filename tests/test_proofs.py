"""Cells that are proven alike: the findings are those of a search cell by cell."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from phiguard.engine import classes
from phiguard.findings import Report
from phiguard.formats import _records
from phiguard.formats._streams import steps
from phiguard.registry import built_in
from phiguard.scan import Scanner

HEADERS = {
    "medical_records": ("mrn", "patient_id"),
    "ssns": ("ssn", "patient_ssn"),
    "phones": ("phone", "home_phone"),
    "faxes": ("fax", "fax_number"),
    "emails": ("email", "patient_email"),
    "health_plans": ("member_id", "policy_number"),
    "accounts": ("account_number", "patient_account"),
    "other_ids": ("row_id", "record_id"),
    "dates": ("dob", "admit_date"),
    "geography": ("street", "home_address"),
}
STEADY = [detector for detector in built_in() if detector.steady is not None]
ODD = st.sampled_from(
    [
        *(
            "",
            "n/a",
            "000000",
            "999-99-9999",
            "0000000000",
            "unknown",
            "see note",
            "(608) 555-0119 home",
            "12/31/1999",
        ),
        *(
            "Maria Delgado",
            "4111111111111111",
            "MRN 12345678",
            "x@y.org",
            "12",
            "1999",
            "219-09-9999",
            "fax",
            "NPI 1234567893",
        ),
    ]
)
NUMBERS = st.one_of(
    st.integers(0, 9_999_999).map(str),
    st.integers(-999, 9999).map(str),
    st.integers(1800, 2199).map(str),
    *(st.decimals(-99, 999, places=places, allow_nan=False).map(str) for places in (1, 2, 3, 4)),
)
OTHERS = (
    "note_count",
    "sbp",
    "row_id",
    "visit",
    "weight_kg",
    "x1",
    "unit",
    "zipcode_count",
    "age_group",
    "site",
)


@contextmanager
def without_proofs() -> Iterator[None]:
    kept, classes.proof_of = classes.proof_of, lambda name, detectors: None
    try:
        yield
    finally:
        classes.proof_of = kept


def table(header: str, cells: list[str], beside: bool) -> bytes:
    """A column, alone or beside a person's."""
    names = ("first_name,", "Marisol,") if beside else ("", "")
    quoted = ['"' + cell.replace('"', '""') + '"' if "," in cell or '"' in cell else cell for cell in cells]
    rows = [names[0] + header + ",flag", *(names[1] + cell + ",y" for cell in quoted)]
    return ("\n".join(rows) + "\n").encode()


@pytest.fixture(params=["at once", "chunk by chunk"])
def chunks(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Small chunks, whose columns are numbered by shape as soon as most of a chunk's values are new."""
    if request.param == "chunk by chunk":
        monkeypatch.setattr(classes, "_MANY", 1)
        monkeypatch.setattr(_records, "_BODY", 120)
        monkeypatch.setattr(_records, "steps", lambda pieces: steps(pieces, 120))


def told(report: Report) -> list[object]:
    return [list(report.findings), report.columns]


@pytest.mark.parametrize("detector", STEADY, ids=lambda d: d.id)
def test_every_steady_shape_is_tried(detector) -> None:  # type: ignore[no-untyped-def]
    assert detector.id in HEADERS


@pytest.mark.parametrize("detector", STEADY, ids=lambda d: d.id)
@pytest.mark.usefixtures("chunks")
@settings(deadline=None, max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data(), st.booleans())
def test_a_column_is_the_same_with_and_without_its_proof(detector, data: st.DataObject, beside: bool) -> None:  # type: ignore[no-untyped-def]
    assert detector.steady is not None
    shapes = st.one_of([st.from_regex(f"(?a:{shape})", fullmatch=True) for shape in detector.steady.shapes])
    odd = data.draw(st.lists(ODD, max_size=6))
    cells = data.draw(st.permutations(data.draw(st.lists(shapes, min_size=4, max_size=40)) + odd))
    header = data.draw(st.sampled_from(HEADERS[detector.id]))
    content = table(header, list(cells), beside)
    scanner = Scanner()
    proven = scanner.scan_bytes(content, name="t.csv")
    with without_proofs():
        assert told(proven) == told(scanner.scan_bytes(content, name="t.csv"))


@pytest.mark.usefixtures("chunks")
@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(NUMBERS, min_size=3, max_size=30),
    st.lists(ODD, max_size=4),
    st.sampled_from(OTHERS),
    st.booleans(),
)
def test_plain_numbers_are_the_same_with_and_without_their_proof(
    numbers: list[str], odd: list[str], header: str, beside: bool
) -> None:
    content = table(header, numbers + odd, beside)
    scanner = Scanner()
    proven = scanner.scan_bytes(content, name="t.csv")
    with without_proofs():
        assert told(proven) == told(scanner.scan_bytes(content, name="t.csv"))
