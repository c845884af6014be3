"""Findings are columnar, and never hold the text unless asked."""

from __future__ import annotations

import pickle

import numpy as np
import pytest

import phiguard
from phiguard.findings import FileReport, Findings, Report
from phiguard.model import Category, Confidence, Evidence, Match, Role
from phiguard.places import NOWHERE, Places


def match(start: int, category: Category = Category.SSNS) -> Match:
    return Match(
        category,
        start,
        start + 4,
        Confidence.HIGH,
        Evidence.SHAPE,
        category.value,
        "SSN",
        Role.PATIENT,
        "because",
    )


def test_what_goes_in_comes_out() -> None:
    findings = Findings()
    findings.add(match(3), path="a.csv", field="ssn", row=2, line=3, column=4, offset=10)
    (finding,) = findings
    assert (finding.start, finding.end, finding.category, finding.kind, finding.role) == (
        13,
        17,
        "ssns",
        "SSN",
        "patient",
    )
    where = finding.location
    assert (where.path, where.line, where.column, where.row, where.field) == ("a.csv", 3, 4, 2, "ssn")
    assert finding.text is None
    assert findings[-1] == finding
    assert list(findings[:5]) == [finding]


def test_places_may_be_missing() -> None:
    findings = Findings()
    findings.add(match(0))
    where = findings[0].location
    assert (where.path, where.line, where.column, where.row, where.field) == (None, None, None, None, None)


def test_extend_keeps_words_and_texts_apart() -> None:
    one, two = Findings(), Findings()
    one.add(match(0), path="a", field="x")
    two.add(match(1, Category.DATES), path="b", field="y", text="kept")
    one.extend(two)
    assert [(f.location.path, f.location.field, f.text) for f in one] == [("a", "x", ""), ("b", "y", "kept")]
    assert one.by_category() == {Category.DATES: 1, Category.SSNS: 1}


def test_text_is_not_in_a_repr_and_findings_are_picklable() -> None:
    findings = Findings()
    findings.add(match(0), text="219-09-9999")
    assert "219" not in repr(findings[0]) + repr(findings)
    assert list(pickle.loads(pickle.dumps(findings))) == list(findings)


def test_a_report_is_clean_only_when_complete_and_empty() -> None:
    done, gap, left = (
        FileReport("a", "csv", "complete"),
        FileReport("b", "pdf", "incomplete", "why"),
        FileReport("c", "x", "skipped"),
    )
    assert Report((done, left)).is_clean
    assert not Report((done, gap)).is_clean
    assert Report((gap, left)).coverage.gaps == (("b", "why"), ("c", ""))
    found = Findings()
    found.add(match(0))
    assert not Report((FileReport("a", "csv", "complete", findings=found),)).is_clean


def test_an_index_out_of_range_is_an_error_on_both_sides() -> None:
    findings = Findings()
    findings.add(match(0))
    findings.add(match(5))
    assert (findings[-2].start, findings[-1].start) == (0, 5)
    for index in (2, -3, 99):
        with pytest.raises(IndexError):
            findings[index]
    assert list(findings[::-1]) == [findings[1], findings[0]]


def test_findings_that_hold_the_same_are_equal() -> None:
    one, two = Findings(), Findings()
    one.add(match(0), path="a")
    two.add(match(0), path="a")
    assert one == two == pickle.loads(pickle.dumps(one))
    two.add(match(1))
    assert one != two
    assert one != [one[0]]
    report = Report((FileReport("a", "csv", "complete", findings=one),))
    assert report == pickle.loads(pickle.dumps(report))


def test_many_places_at_once_are_as_one_by_one() -> None:
    one, many = Findings(), Findings()
    one.add(match(1), path="a", row=2, line=3, column=4)
    one.add(match(5, Category.DATES), path="a", line=9)
    kinds = [many.kind(match(1), "a", None), many.kind(match(5, Category.DATES), "a", None)]
    arrays = (kinds, [2, NOWHERE], [3, 9], [4, NOWHERE], [1, 5], [5, 9])
    many.place(Places(*(np.array(values) for values in arrays)))
    assert one == many
    many.place(Places(*(np.array(values[:1]) for values in arrays), texts=["kept"]))
    assert [finding.text for finding in many] == ["", "", "kept"]


def test_places_beyond_the_most_are_counted() -> None:
    content = ("ssn\n" + "\n".join(f"219-09-{1000 + n}" for n in range(50)) + "\n").encode()
    report = phiguard.scan_bytes(content, name="t.csv", config=phiguard.Config(max_places=10))
    whole = phiguard.scan_bytes(content, name="t.csv")
    assert list(report.findings) == list(whole.findings)[:10]
    assert report.findings.total == whole.findings.total == 50
    assert report.findings.by_category() == whole.findings.by_category()
    assert report.columns == whole.columns
    assert report.files[0].notes == ("the places of the first 10 findings are listed; all 50 are counted",)
    joined = Findings()
    joined.extend(report.findings)
    assert (len(joined), joined.total) == (10, 50)
