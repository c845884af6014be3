"""Names found with certainty in running text are found again in the same document, and nowhere else."""

from __future__ import annotations

from phiguard import scan_text
from phiguard.engine.evidence import Evidence
from phiguard.engine.recall import merge_words
from phiguard.model import Category, Role
from phiguard.scan import Scanner


def names(text: str, label: str | None = None) -> list[str]:
    findings = scan_text(text, label=label)
    return [text[f.start : f.end] for f in findings if f.category is Category.NAMES]


def test_a_certain_name_is_found_again() -> None:
    text = "Ms. Merritt was admitted.\n\nCourse: pain improved; Merritt ambulated.\n"
    assert names(text) == ["Merritt", "Merritt"]


def test_it_is_found_before_the_place_that_makes_it_certain() -> None:
    assert names("MERRITT arrived by car.\nPatient: Kari Merritt\n") == ["MERRITT", "Kari Merritt"]


def test_it_keeps_the_role() -> None:
    findings = scan_text("Seen by Dr. Okonkwo.\nPlan discussed at length. Okonkwo agrees.\n")
    assert [f.role for f in findings if f.category is Category.NAMES] == [Role.CLINICIAN, Role.CLINICIAN]


def test_a_common_word_needs_a_verb_of_persons() -> None:
    assert names("Ms. Gross was seen.\nGross hematuria noted.\nGross tolerated the procedure.\n") == [
        "Gross",
        "Gross",
    ]


def test_an_eponym_stays_one() -> None:
    assert names("Mr. Wilson was seen.\nWilson disease was ruled out.\n") == ["Wilson"]


def test_another_document_knows_nothing() -> None:
    found = scan_text("Course: pain improved; Okonkwo, ambulating.\n")
    assert not any("elsewhere in this document" in finding.reason for finding in found)


def test_the_order_of_parts_does_not_matter() -> None:
    parts = (
        {"names": {"MERRITT": Role.PATIENT, "MOORE": Role.CLINICIAN}},
        {"names": {"MERRITT": Role.RELATIVE}},
        {"names": {"MOORE": Role.CLINICIAN}},
    )
    forward, backward = Evidence(), Evidence()
    for part in parts:
        merge_words(forward.recalled, part)
    for part in reversed(parts):
        backward.merge(Evidence(recalled=part))
    assert forward.recalled == backward.recalled
    assert forward.recalled["names"] == {"MERRITT": Role.UNKNOWN, "MOORE": Role.CLINICIAN}


def test_a_number_that_stood_under_its_label_is_found_again() -> None:
    text = "MRN: 4399120. T&S sent for 4399120 and 4399121.\nlevel 4399120.5"
    assert [(f.text, str(f.category)) for f in Scanner(keep_text=True).scan_text(text)] == [
        ("4399120", "medical_records"),
        ("4399120", "medical_records"),
    ]


def test_what_a_row_holds_is_found_in_its_running_text_and_in_no_other_row() -> None:
    rows = (
        "mrn,last_name,comment\n"
        "00481123,Gross,Gross tolerated the long procedure of today very well indeed; see 00481123 in the log\n"
        "00481124,Smith,The gross examination of the specimen 00481123 was done on the bench as usual\n"
    )
    report = Scanner(keep_text=True).scan_bytes(rows.encode(), name="x.csv").files[0]
    found = [(f.location.row, f.text) for f in report.findings if f.location.field == "comment"]
    assert found == [(1, "Gross"), (1, "00481123")]
