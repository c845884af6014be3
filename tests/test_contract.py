"""What every detector keeps, present and future: declaration, table, source, bounded patterns, no trouble with junk."""

from __future__ import annotations

import datetime as dt
import inspect
from importlib import import_module
from pathlib import Path

import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from phiguard.detectors._pattern import Detector, deny_regex, labelled_regex
from phiguard.engine.reference import Reference
from phiguard.engine.text import SEPARATOR
from phiguard.errors import DetectorError
from phiguard.model import CATEGORIES, Block, BlockKind
from phiguard.registry import _take, built_in, detectors
from tests.tables import read_cases

DETECTORS = built_in()
ENGINE = Reference(DETECTORS)
CASES = Path(__file__).parent / "cases"
ENGLISH = Path(__file__).parents[2] / "shared" / "data" / "gazetteers" / "english_words_scowl70.csv"
each = pytest.mark.parametrize("detector", DETECTORS, ids=lambda d: d.id)

JUNK = st.text(
    alphabet=st.one_of(
        st.sampled_from("0123456789 -./:@#()[]{}\n\t,;'\"+*|\\_=<>%$&~^"),
        st.sampled_from("abcXYZ"),
        st.characters(),
    ),
    max_size=120,
)


def regexes(detector: Detector) -> list[tuple[str, str]]:
    made = [(p.name, p.regex) for p in detector.patterns]
    if detector.value is not None:
        made.append(("value", detector.value.regex))
    made += [
        (name, text)
        for name, text in (("labelled", labelled_regex(detector)), ("deny", deny_regex(detector)))
        if text
    ]
    return made


def test_there_is_one_detector_for_each_category() -> None:
    assert [d.id for d in DETECTORS] == [str(c) for c in CATEGORIES]


@each
def test_it_says_what_it_is(detector: Detector) -> None:
    text = inspect.getdoc(import_module(f"phiguard.detectors.{detector.id}")) or ""
    assert "Source:" in text
    assert "Law:" in text
    assert detector.law.startswith("45 CFR 164.514(b)(2)(i)")
    assert detector.title
    assert regex.fullmatch(r"\[[A-Z][A-Z ]+\]|90\+", detector.replacement)


@each
def test_it_has_a_table_of_finds_and_look_alikes(detector: Detector) -> None:
    cases = read_cases(CASES / f"{detector.id}.txt")
    none = sum(case.expected == "none" for case in cases)
    assert none >= 15
    assert len(cases) - none >= 15


def test_every_table_belongs_to_a_detector() -> None:
    assert {p.stem for p in CASES.glob("*.txt")} == {d.id for d in DETECTORS}


@each
def test_its_patterns_are_bounded(detector: Detector) -> None:
    for name, text in regexes(detector):
        bare = regex.sub(r"\\.", "_", text)
        bare = regex.sub(r"\[\^?\]?[^\]]*\]", "_", bare)
        loose = regex.search(r"(?<![}?*+])[*+](?!\+)|\{\d*,\}(?!\+)", regex.sub(r"\(\?[#<!=:>P]", "(", bare))
        assert loose is None, (
            f"{name}: unbounded quantifier at {bare[max(0, loose.start() - 20) : loose.end() + 10]!r}"
        )


@each
def test_no_pattern_crosses_cells(detector: Detector) -> None:
    for name, text in regexes(detector):
        if name == "value":  # only ever matched against a whole cell, or behind a label (`labelled`)
            continue
        compiled = regex.compile(text)
        for left, right in (
            ("12", "34"),
            ("SSN: ", "219-09-9999"),
            ("jane@", "example.org"),
            ("MRN", "12345678"),
            ("", ""),
        ):
            for found in compiled.finditer(left + SEPARATOR + right):
                assert "\x00" not in found.group("v" if "v" in compiled.groupindex else 0), name


@settings(max_examples=150, deadline=None)
@given(
    st.lists(JUNK, min_size=1, max_size=4),
    st.sampled_from([None, "note", "ssn", "dob", "id", "zip", "name", "phone", "a.b.c"]),
)
def test_junk_never_breaks_the_engine(cells: list[str], name: str | None) -> None:
    block = Block(cells, lambda i, o: (1, o + 1), BlockKind.COLUMN, name, name)
    for index, match in ENGINE.matches(block, dt.date(2026, 1, 1)):
        assert 0 <= index < len(cells)
        assert 0 <= match.start < match.end <= len(cells[index])


def test_labels_are_words() -> None:
    for detector in DETECTORS:
        labels = detector.labels
        for phrase in (*labels.strong, *labels.headers, *labels.weak, *labels.deny, *labels.kinds):
            assert phrase == phrase.lower() == " ".join(phrase.split()), f"{detector.id}: {phrase!r}"
        known = {*labels.strong, *labels.headers, *labels.weak}
        assert set(labels.kinds) <= known, (
            f"{detector.id}: kinds for unknown labels {set(labels.kinds) - known}"
        )


SAME = frozenset(
    "postcode birthplace hometown geoid dob dos cellphone callback landline email bankcard numberplate website homepage webpage "
    "thumbprint voiceprint voicemail mugshot username".split()
)
"""Words that mean what the phrase means."""


def test_no_label_hides_in_a_word() -> None:
    """A space in a phrase also matches nothing: `pa id` would stand in "paid"."""
    if not ENGLISH.is_file():
        pytest.skip(
            f"SKIPPED LOUDLY: no list of English words at {ENGLISH}; label phrases were not compared with it"
        )
    rows = ENGLISH.read_text(encoding="utf-8").splitlines()[1:]
    words = {row.split(",")[0] for row in rows}
    for detector in DETECTORS:
        glued = {p.replace(" ", "") for p in detector.labels.strong if " " in p}
        clash = (glued & words) - SAME
        assert not clash, f"{detector.id}: {sorted(clash)}"


def test_a_broken_or_double_plug_in_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(DetectorError, match="declares no DETECTOR"):
        _take(object(), "mine")

    class Point:
        name = "twin"

        @staticmethod
        def load() -> Detector:
            return DETECTORS[0]

    class Broken(Point):
        @staticmethod
        def load() -> Detector:
            raise RuntimeError("boom")

    for point, message in ((Point, "registered twice"), (Broken, "does not load: RuntimeError")):
        detectors.cache_clear()
        monkeypatch.setattr("phiguard.registry.entry_points", lambda group, point=point: [point])
        with pytest.raises(DetectorError, match=message):
            detectors()
    monkeypatch.undo()
    detectors.cache_clear()
    assert len(detectors()) >= len(DETECTORS)
