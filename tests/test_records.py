"""Ages that only a record as a whole shows."""

from __future__ import annotations

import datetime as dt

import pytest

from phiguard.engine.records import Records
from phiguard.findings import FileReport
from phiguard.model import Config
from phiguard.scan import Scanner

AS_OF = dt.date(2026, 6, 1)


def scanned(text: str, name: str = "export.csv") -> FileReport:
    report = Scanner(Config(as_of=AS_OF), keep_text=True).scan_bytes(text.encode(), name=name)
    return report.files[0]


def ages(text: str, name: str = "export.csv") -> list[tuple[str | None, str]]:
    return [(f.text, str(f.confidence)) for f in scanned(text, name).findings if f.category == "ages"]


def births(text: str, name: str = "export.csv") -> dict[str | None, str]:
    """What the report says of each date of birth: by the record, as of today, or nothing."""
    said = {}
    for f in scanned(text, name).findings:
        if f.category == "dates" and f.kind == "birth":
            by = f.reason.partition("shows an age over 89")[2].strip()
            said[f.text] = by
    return said


def table(*rows: str) -> str:
    return "\n".join(rows) + "\n"


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        # a year of birth and a visit of the same row
        (("pat_mrn_id,birth_year,visit_date", "00481123,1931,2023-04-05"), [("1931", "high")]),
        # 89 at the visit, 95 today
        (("pat_mrn_id,birth_year,visit_date", "00481123,1931,2020-04-05"), [("1931", "medium")]),
        # young
        (("pat_mrn_id,birth_year,visit_date", "00481123,1951,2020-04-05"), []),
        # no clinical date at all
        (("pat_mrn_id,birth_year", "00481123,1931"), [("1931", "medium")]),
        # another row of the same person
        (
            ("pat_mrn_id,birth_year,visit_date", "00481123,1931,2015-01-02", "00481123,1931,2024-01-02"),
            [("1931", "high"), ("1931", "high")],
        ),
        # another person's row does not count
        (
            ("pat_mrn_id,birth_year,visit_date", "00481123,1931,2015-01-02", "00481124,1960,2024-01-02"),
            [("1931", "medium")],
        ),
        # sentinels and days ahead do not count
        (("pat_mrn_id,birth_year,visit_date", "00481123,1931,9999-12-31"), [("1931", "medium")]),
        (("pat_mrn_id,birth_year,visit_date", "00481123,1931,2031-01-01"), [("1931", "medium")]),
        # a year of death is a clinical date
        (("pat_mrn_id,birth_year,death_year", "00481123,1921,2019"), [("1921", "high")]),
        # sum of columns: the latest counts
        (
            ("pat_mrn_id,birth_year,admit_date,disch_date", "00481123,1931,2019-12-30,2021-01-04"),
            [("1931", "high")],
        ),
    ],
)
def test_years_of_birth_against_the_record(rows: tuple[str, ...], expected: list[tuple[str, str]]) -> None:
    assert ages(table(*rows)) == expected


def test_a_date_of_birth_says_by_what_it_shows_an_age() -> None:
    text = table(
        "pat_mrn_id,dob,visit_date",
        "00481123,03/14/1930,2020-03-13",
        "00481124,03/14/1930,2020-03-14",
        "00481125,03/14/1960,2020-03-14",
        "00481126,3/15/30,2021-01-01",
    )
    assert births(text) == {
        "03/14/1930": "on the record's latest date",
        "03/14/1960": "",
        "3/15/30": "on the record's latest date",
    }
    assert births(table("pat_mrn_id,dob,visit_date", "00481123,03/14/1930,2020-03-13")) == {
        "03/14/1930": "as of today"
    }


def test_running_text_is_one_record() -> None:
    assert births("DOB: 03/14/1930\n\nSeen on 05/02/2021 for cough.", "note.txt") == {
        "03/14/1930": "on the record's latest date"
    }
    assert ages("She was born in 1930 and seen on 05/02/2021.", "note.txt") == [("1930", "high")]
    assert ages("She was born in 1930 and seen on 05/02/2015.", "note.txt") == [("1930", "medium")]


def test_records_of_json() -> None:
    text = '[{"mrn": "00481123", "birthYear": "1931", "visitDate": "2023-04-05"}, {"mrn": "00481124", "birthYear": "1933", "visitDate": "2015-04-05"}]'
    assert ages(text, "x.json") == [("1931", "high"), ("1933", "medium")]


def test_parts_merge_in_any_order() -> None:
    early, late = (
        Records(2015, {1: 2015}),
        Records(2020, {1: 2014, 2: 2000}),
    )
    one, other = Records(), Records()
    for part in (early, late):
        one.merge(part)
    for part in (late, early):
        other.merge(part)
    assert one == other == Records(2020, {1: 2015, 2: 2000})
