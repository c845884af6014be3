"""The code that a data set gives its own rows: lifted where the user names it, refused where it shows whose it is."""

from __future__ import annotations

import hashlib

import pytest

from phiguard.findings import FileReport
from phiguard.model import Config
from phiguard.scan import Scanner

PEOPLE = [
    ("Maria", "Garcia", "00481123", "219-09-9999", "1944-03-14"),
    ("John", "Smith", "00481124", "219-09-9998", "1950-07-02"),
    ("Aisha", "Khan", "00481125", "219-09-9997", "1961-11-23"),
    ("Wei", "Chen", "00481126", "219-09-9996", "1972-01-30"),
    ("Olga", "Petrov", "00481127", "219-09-9995", "1983-05-19"),
    ("Tom", "Baker", "00481128", "219-09-9994", "1990-09-08"),
]


def scanned(codes: list[str], *, named: str = "study_id", column: str = "study_id") -> FileReport:
    rows = [f"{column},first_name,last_name,mrn,ssn,dob"]
    rows += [",".join((code, *person)) for code, person in zip(codes, PEOPLE, strict=True)]
    config = Config(record_code=frozenset((named,)))
    return Scanner(config).scan_bytes("\n".join(rows).encode(), name="export.csv").files[0]


def reported(report: FileReport, column: str = "study_id") -> set[str]:
    return {str(c.category) for c in report.columns if c.name == column}


def test_a_column_that_is_not_named_is_reported() -> None:
    report = scanned([f"ST-{n:04}" for n in (17, 88, 23, 54, 91, 62)], named="other")
    assert reported(report) == {"other_ids"}
    assert not report.notes


def test_a_named_column_is_lifted_and_the_report_says_so() -> None:
    report = scanned([f"ST-{n:04}" for n in (17, 88, 23, 54, 91, 62)])
    assert not reported(report)
    assert report.held_back_count >= len(PEOPLE)
    assert report.notes == ("column “study_id” is taken as the data set's own code, not reported",)
    assert {"names", "medical_records", "ssns", "dates"} <= {str(f.category) for f in report.findings}


@pytest.mark.parametrize(
    ("codes", "why"),
    [
        ([p[3] for p in PEOPLE], "match ssns"),
        (["a@quackmail.org", *(f"ST-{n}" for n in range(10, 15))], "match emails"),
        ([hashlib.sha256(p[2].encode()).hexdigest() for p in PEOPLE], "are digests"),
        ([hashlib.md5(p[2].encode()).hexdigest() for p in PEOPLE], "are digests"),
        ([f"ST{p[4].replace('-', '')}" for p in PEOPLE], "hold dates"),
        ([f"ST{p[4][5:7]}{p[4][8:]}{p[4][2:4]}" for p in PEOPLE], "hold dates"),
        ([f"ST-{p[3][-4:]}" for p in PEOPLE], "hold parts of a number"),
        ([f"ST-{p[2][-5:]}" for p in PEOPLE], "hold parts of a number"),
        ([f"{p[0][0]}{p[1][0]}-{n:03}" for n, p in enumerate(PEOPLE, 301)], "hold initials"),
        ([f"301-{p[1][0]}{p[0][0]}" for p in PEOPLE], "hold initials"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_code_that_shows_whose_it_is_is_refused(codes: list[str], why: str) -> None:
    report = scanned(codes)
    assert len(report.notes) == 1
    assert "refused as the data set's own code" in report.notes[0]
    assert why in report.notes[0]
    assert reported(report)


def test_initials_are_suspected_without_a_column_of_names() -> None:
    letters = [a + b for a in "ABCDEFG" for b in "KLMNOP"]
    rows = ["study_id,weight"] + [f"{pair}{n:03},70" for n, pair in enumerate(letters, 100)]
    config = Config(record_code=frozenset(("study_id",)))
    report = Scanner(config).scan_bytes("\n".join(rows).encode(), name="export.csv").files[0]
    assert "seem to hold initials" in report.notes[0]


def test_only_other_ids_are_lifted() -> None:
    report = scanned([p[2] for p in PEOPLE], named="mrn")
    assert "medical_records" in reported(report, "mrn")
