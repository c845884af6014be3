"""Overlaps: one finding over the union, named after the strongest; the weak never widen the reported."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from phiguard.model import Category, Confidence, Evidence, Match
from phiguard.resolve import resolve

LOW, MEDIUM, HIGH = Confidence.LOW, Confidence.MEDIUM, Confidence.HIGH


def match(
    start: int, end: int, category: Category = Category.SSNS, sure: Confidence = MEDIUM, evidence: int = 2
) -> Match:
    return Match(category, start, end, sure, Evidence(evidence), category.value)


def places(matches: list[Match]) -> list[tuple[int, int, str]]:
    return [(m.start, m.end, m.category.value) for m in matches]


def test_the_strongest_names_the_union() -> None:
    reported, held = resolve([match(0, 10, Category.PHONES), match(5, 15, Category.FAXES, HIGH)], MEDIUM)
    assert places(reported) == [(0, 15, "faxes")]
    assert not held


def test_a_label_outranks_a_shape_of_the_same_confidence() -> None:
    reported, _ = resolve(
        [match(0, 12, Category.PHONES, HIGH, 2), match(0, 12, Category.FAXES, HIGH, 18)], MEDIUM
    )
    assert places(reported) == [(0, 12, "faxes")]


def test_touching_is_not_overlapping_and_components_stay_apart() -> None:
    reported, _ = resolve(
        [match(0, 5, Category.GEOGRAPHY), match(5, 9, Category.GEOGRAPHY), match(12, 15, Category.GEOGRAPHY)],
        MEDIUM,
    )
    assert len(reported) == 3


def test_a_match_below_the_threshold_never_widens_a_reported_one() -> None:
    reported, held = resolve(
        [match(3, 8), match(0, 20, Category.PHONES, LOW), match(30, 32, Category.PHONES, LOW)], MEDIUM
    )
    assert places(reported) == [(3, 8, "ssns")]
    assert places(held) == [(30, 32, "phones")]


def test_the_tagger_gives_way_to_rules() -> None:
    tagged = match(0, 20, Category.NAMES, MEDIUM, 1)
    assert places(resolve([tagged, match(0, 9, Category.PHONES)], MEDIUM)[0]) == [(0, 9, "phones")]
    assert places(resolve([tagged, match(0, 9, Category.NAMES, HIGH)], MEDIUM)[0]) == [(0, 9, "names")]
    assert places(resolve([tagged, match(0, 9, Category.NAMES)], MEDIUM)[0]) == [(0, 20, "names")]
    assert places(resolve([tagged, match(0, 9, Category.PHONES, LOW)], MEDIUM)[0]) == [(0, 20, "names")]
    place = match(0, 20, Category.GEOGRAPHY, MEDIUM, 1)
    parts = [match(0, 5, Category.GEOGRAPHY), match(7, 12, Category.GEOGRAPHY)]
    assert places(resolve([place, *parts], MEDIUM)[0]) == [(0, 5, "geography"), (7, 12, "geography")]


MATCHES = st.lists(
    st.builds(
        lambda s, n, c, sure, e: match(s, s + n, c, sure, e),
        st.integers(0, 60),
        st.integers(1, 20),
        st.sampled_from(list(Category)),
        st.sampled_from([LOW, MEDIUM, HIGH]),
        st.integers(2, 31),
    ),
    max_size=12,
)


@given(MATCHES, st.sampled_from([LOW, MEDIUM, HIGH]))
def test_results_are_apart_in_order_and_cover_all_that_is_reported(
    matches: list[Match], threshold: Confidence
) -> None:
    reported, held = resolve(matches, threshold)
    for group in (reported, held):
        assert all(a.end <= b.start for a, b in pairwise(group))
    covered = {i for m in reported for i in range(m.start, m.end)}
    assert covered == {i for m in matches if m.confidence >= threshold for i in range(m.start, m.end)}
    assert all(m.confidence >= threshold for m in reported)
    assert not any(m.start < r.end and r.start < m.end for m in held for r in reported)


@given(MATCHES, st.randoms())
def test_the_order_of_matches_does_not_matter_for_places(matches: list[Match], random) -> None:  # type: ignore[no-untyped-def]
    shuffled = list(matches)
    random.shuffle(shuffled)
    assert [(m.start, m.end) for m in resolve(matches, MEDIUM)[0]] == [
        (m.start, m.end) for m in resolve(shuffled, MEDIUM)[0]
    ]
