"""Every line of every table in tests/cases: what must be found, at which confidence, and what must be left alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from phiguard.findings import Finding
from phiguard.model import Category
from phiguard.scan import Scanner
from tests.tables import Case, read_cases

CASES = [
    case for path in sorted((Path(__file__).parent / "cases").glob("*.txt")) for case in read_cases(path)
]


def found(case: Case) -> list[Finding]:
    report = Scanner().examine_text(case.text, label=case.label)
    return [f for f in (*report.findings, *report.held_back) if f.category is Category(case.category)]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_case(case: Case) -> None:
    here = found(case)
    if case.expected == "none":
        reported = [(f.start, f.end, f.kind, f.reason) for f in here if f.confidence > f.confidence.LOW]
        assert not reported, f"reported: {[(case.text[s:e], k, r) for s, e, k, r in reported]}"
        return
    for start, end in case.marks:
        exact = [f for f in here if (f.start, f.end) == (start, end)]
        assert exact, (
            f"not found: {case.text[start:end]!r}; found {[(case.text[f.start : f.end], str(f.confidence)) for f in here]}"
        )
        assert str(max(f.confidence for f in exact)) == case.expected
