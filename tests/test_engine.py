"""The engine: what patterns declare for speed changes no result; cells, folding, retries."""

from __future__ import annotations

import datetime as dt
import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from phiguard.detectors._pattern import Detector
from phiguard.engine.reference import Reference
from phiguard.engine.text import fold, join
from phiguard.model import Block, BlockKind, Match
from phiguard.registry import built_in
from tests.tables import read_cases

TODAY = dt.date(2026, 1, 1)
TEXTS = [
    c.text
    for path in sorted((Path(__file__).parent / "cases").glob("*.txt"))
    for c in read_cases(path)
    if c.label is None
]


def block(*cells: str, kind: BlockKind = BlockKind.PROSE, name: str | None = None) -> Block:
    return Block(cells, lambda i, o: (1, o + 1), kind, name)


def key(matches: list[tuple[int, Match]]) -> list[tuple[object, ...]]:
    return sorted(
        (i, m.category.value, m.start, m.end, int(m.confidence), m.kind, m.reason) for i, m in matches
    )


@pytest.mark.parametrize("detector", built_in(), ids=lambda d: d.id)
def test_what_is_declared_for_speed_changes_no_result(detector: Detector) -> None:
    quick, plain = Reference((detector,)), Reference((detector,), plain=True)
    rng = random.Random(detector.id)
    shuffled = [fold(text) for text in TEXTS]
    rng.shuffle(shuffled)
    for start in range(0, len(shuffled), 60):
        here = block("\n".join(shuffled[start : start + 60]))
        assert key(quick.matches(here, TODAY)) == key(plain.matches(here, TODAY))


WORDS = st.sampled_from(
    "Mr. Dr. Smith JOHN john Mary, MD RN wife of born on March 3 2024 03/14 1931 street St Ave 12 Fargo , ND 58102 County Hospital SSN "
    "MRN : # 219-09-9999 phone (212) 555-0142 x66 call at seen by age 94 y/o . - ; \n patient Patient: is was no. serial https://a.org/x @".split(
        " "
    )
)


@settings(max_examples=200, deadline=None)
@given(st.lists(WORDS, max_size=30))
def test_speed_declarations_hold_on_random_sentences(words: list[str]) -> None:
    here = block(" ".join(words))
    assert key(QUICK.matches(here, TODAY)) == key(PLAIN.matches(here, TODAY))


QUICK, PLAIN = Reference(built_in()), Reference(built_in(), plain=True)


@given(st.text(max_size=80))
def test_folding_keeps_the_length(text: str) -> None:
    assert len(fold(text)) == len(text)


def test_folding_makes_digits_dashes_and_spaces_plain() -> None:
    assert fold("２１９‑０９–９９９９\u00a0x") == "219-09-9999 x"


def test_cells_are_found_again() -> None:
    joined = join(("ab", "", "cde"))
    for index, (start, length) in enumerate(zip(joined.starts, joined.lengths, strict=True)):
        assert all(joined.cell_at(offset) == index for offset in range(start, start + length + 1))


def test_a_match_whose_check_fails_does_not_hide_one_that_starts_later() -> None:
    found = [
        m for _, m in QUICK.matches(block("6789 4111 1111 1111 1111"), TODAY) if m.category == "credit_cards"
    ]
    assert any(m.end - m.start == 19 for m in found)


def test_nothing_is_found_across_cells() -> None:
    cells = ("SSN:", "219-09", "-9999", "jane@", "example.org")
    for _, match in QUICK.matches(block(*cells, kind=BlockKind.COLUMN, name="x"), TODAY):
        assert match.category not in ("ssns", "emails")


def test_cells_that_repeat_are_found_each_time() -> None:
    cells = ("219-09-9999", "none", "219-09-9999", "jane@example.org", "219-09-9999")
    here = block(*cells, kind=BlockKind.COLUMN, name="pat_ssn")
    assert key(QUICK.matches(here, TODAY)) == key(PLAIN.matches(here, TODAY))
    assert sorted(i for i, m in QUICK.matches(here, TODAY) if m.category == "ssns" and m.end == 11) == [
        0,
        2,
        4,
    ]
