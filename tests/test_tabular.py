"""Tables inside running text: cells count under the label of their column."""

from __future__ import annotations

import pytest

from phiguard.scan import Scanner

TABLES = [
    (
        "Patient Name\tDOB\tMRN\nJohn Smith\t03/14/1944\t00481123\nMaria Garcia\t\t00481124\n\nother\tthing\t70481125",
        {("medical_records", "00481123"), ("medical_records", "00481124"), ("names", "Maria Garcia")},
        {"70481125"},
    ),
    (
        "Census 3W\n\nRoom  Patient          MRN\n----  ---------------  --------\n301   SMITH, JOHN      481123\n302                    481124\n",
        {("medical_records", "481123"), ("medical_records", "481124"), ("names", "SMITH, JOHN")},
        {"301", "302"},
    ),
    (
        "| MRN | Plan |\n|---|---|\n| 00481123 | rest |\n| N/A | 70481125 |\n",
        {("medical_records", "00481123")},
        {"70481125", "N/A"},
    ),
    ("Case No      Start   Procedure\nOR-24-00117  07:30   Appendectomy", {("accounts", "OR-24-00117")}, {"07:30"}),
    ("see below\npatient,mrn,dob\nRoe Ann,8812043,1961-03-04\nthanks, all", {("medical_records", "8812043")}, {"see", "all"}),
    ("Encounter No;Charge\n40012233;50\n40012301;75;x", {("accounts", "40012233")}, {"40012301", "50"}),
    ("Name, MRN and date of birth are needed\nso call, ask and wait 8812043", set(), {"8812043"}),
    ("Test     Result   Ref range\nSodium   140      135-145", set(), {"140", "135-145"}),
    ("Account  Balance\nis due   70481125", set(), {"70481125"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted", "unwanted"), TABLES)
def test_cells_stand_under_their_labels(text: str, wanted: set[tuple[str, str]], unwanted: set[str]) -> None:
    found = {(str(f.category), f.text or "") for f in Scanner(keep_text=True).scan_text(text)}
    assert wanted <= found
    assert not unwanted & {value for _, value in found}
