"""Columns in classes: numbering, letting go, and what happens where a column is not what a proof took it for."""

from __future__ import annotations

import phiguard
from phiguard import cells
from phiguard.cells import Cells, Numbering
from phiguard.scan import Scanner


def test_values_are_numbered_as_they_come() -> None:
    numbering = Numbering()
    assert Cells(["b", "a", "b"], numbering).codes.tolist() == [0, 1, 0]
    assert Cells(["a", "c"], numbering).codes.tolist() == [1, 2]
    assert numbering.texts == ["b", "a", "c"]


def test_cells_are_had_again_when_asked_for() -> None:
    held = Cells(["a", "b"], source=lambda: ["a", "b"])
    held.release()
    assert len(held) == 2
    assert list(held) == ["a", "b"]
    kept = Cells(["a"])
    kept.release()
    assert kept[0] == "a"


def test_a_numbering_that_begins_anew_changes_nothing(monkeypatch) -> None:  # type: ignore[no-untyped-def]
    rows = [f"{number},{number % 97},Elena,{300 + number % 600}-22-{1000 + number}" for number in range(4000)]
    content = ("row_id,score,first_name,ssn\n" + "\n".join(rows) + "\n").encode()
    whole = phiguard.scan_bytes(content, name="t.csv")
    monkeypatch.setattr(cells, "_MOST", 100)
    assert list(phiguard.scan_bytes(content, name="t.csv").findings) == list(whole.findings)


def test_a_column_that_is_not_what_its_header_says_is_searched_cell_by_cell() -> None:
    """The days are not believed to be Social Security numbers; the one number among them is found for itself."""
    days = [f"2024-01-{day:02d}" for day in range(1, 29)]
    content = ("ssn,flag\n" + "\n".join(f"{cell},y" for cell in [*days, "219-09-9999"]) + "\n").encode()
    (column,) = Scanner().scan_bytes(content, name="t.csv").columns
    assert (str(column.category), column.found) == ("ssns", 1)


def test_an_old_birth_is_told_by_its_own_row() -> None:
    """One value, two records: the age over 89 shows in one of them only."""
    rows = ["1930-01-02,2015-06-01", "1930-01-02,2024-06-01"]
    content = ("dob,visit_date\n" + "\n".join(rows) + "\n").encode()
    reasons = [
        finding.reason
        for finding in phiguard.scan_bytes(content, name="t.csv").findings
        if finding.location.field == "dob"
    ]
    assert "as of today" in reasons[0] and "on the record's latest date" in reasons[1]
