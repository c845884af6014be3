"""Data frames and Arrow batches; skipped loudly where the extra is not installed."""

from __future__ import annotations

import pytest

from phiguard import UsageError, scan_table
from phiguard.findings import Report
from phiguard.formats.frames import text, unique

COLUMNS = {"pat_ssn": ["219-09-9999", None, "000-12-3456"], "dose": [1.5, 2.0, None], "n": [1, 2, 3]}


def check(report: Report) -> None:
    assert [(f.location.row, f.location.field, str(f.category)) for f in report.findings] == [
        (1, "pat_ssn", "ssns"),
        (3, "pat_ssn", "ssns"),
    ]
    assert [(c.name, c.cells, c.found) for c in report.columns] == [("pat_ssn", 2, 2)]
    assert report.findings[0].location.line is None


def test_pandas() -> None:
    pandas = pytest.importorskip("pandas")
    check(scan_table(pandas.DataFrame(COLUMNS)))


def test_polars() -> None:
    polars = pytest.importorskip("polars")
    check(scan_table(polars.DataFrame(COLUMNS)))


def test_arrow_tables_and_batches() -> None:
    pyarrow = pytest.importorskip("pyarrow")
    table = pyarrow.table(COLUMNS)
    check(scan_table(table))
    check(scan_table(table.to_batches(max_chunksize=1)))
    check(scan_table(iter(table.to_batches(max_chunksize=2))))


def test_anything_else_is_refused() -> None:
    for wrong in (42, [1, 2]):
        with pytest.raises(UsageError):
            scan_table(wrong)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, ""),
        (float("nan"), ""),
        (2139.0, "2139"),
        (1.5, "1.5"),
        (b"ab", "ab"),
        (["a", 1], '["a", 1]'),
        (True, "True"),
    ],
)
def test_cells_as_text(value: object, expected: str) -> None:
    assert text(value) == expected


def test_unique_field_names() -> None:
    assert unique(["a", "", "a", "a"]) == ["a", "column#2", "a#2", "a#3"]


def test_the_index_of_a_pandas_frame_is_scanned_too() -> None:
    pandas = pytest.importorskip("pandas")
    frame = pandas.DataFrame({"pat_ssn": ["219-09-9999", "000-12-3456"], "dose": [1, 2]})
    for keys in (["pat_ssn"], ["dose", "pat_ssn"]):
        report = scan_table(frame.set_index(keys))
        assert [(f.location.row, f.location.field) for f in report.findings] == [
            (1, "pat_ssn"),
            (2, "pat_ssn"),
        ]


def test_columns_of_several_levels_are_one_name() -> None:
    pandas = pytest.importorskip("pandas")
    columns = pandas.MultiIndex.from_tuples([("who", "ssn"), ("dose", "")])
    report = scan_table(pandas.DataFrame([["219-09-9999", 1]], columns=columns))
    assert [c.name for c in report.columns] == ["who ssn"]


def test_bytes_are_utf8_where_they_can_be() -> None:
    assert text("Núñez".encode()) == text("Núñez".encode("cp1252")) == "Núñez"
