"""The tagger: tokens, the gate and the decoder against a plain one, modes, and what it remembers."""

from __future__ import annotations

import random
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from phiguard.detectors import _caches
from phiguard.engine.lattice import Lattice, decode
from phiguard.engine.tagger import OUTSIDE, Tagger
from phiguard.engine.tagging import shared_tagger
from phiguard.engine.tokens import cut
from phiguard.engine.weights import LABELS, load, model
from phiguard.model import Mode

WORDS = [
    *"Dr Dr. Kamila Foley Smith MARY smith O'Brien Smith-Jones Łukasz 김민준 the patient saw at St. Hospital Boston MA 02139 12 Oak Street , . ( ) : - ' \" \n \n\n "
    "\n\x00\n catheter aspirin was by MD RN Mrs JR III 03/14/1944 a@b.org 💊 naïve ＡＢ x y Z nurse Medtronic Acme Inc Monday May".split(
        " "
    ),
    "\n",
    "\n\n",
    "\n\x00\n",
    "\t",
    "  ",
]
TEXTS = st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join) | st.text(max_size=200)


def plain_labels(tagger: Tagger, text: str, outside: int) -> list[int]:
    """Every token scored and decoded, without a gate."""
    tokens = cut(text)
    lattice = Lattice.of(tagger.words(), text, tokens)
    size = len(tokens.starts)
    scores = lattice._scores(np.arange(size))
    return decode(np.arange(size), scores, tagger.model.steps, outside).tolist()


def viterbi(scores: list[list[int]], steps: list[list[int]]) -> list[int]:
    """The textbook decoder."""
    best = [[s + t for s, t in zip(scores[0], steps[0], strict=True)]]
    back: list[list[int]] = []
    for score in scores[1:]:
        pointers = [
            max(range(len(LABELS)), key=lambda i, j=j: (best[-1][i] + steps[i][j], -i))
            for j in range(len(LABELS))
        ]
        best.append([best[-1][i] + steps[i][j] + score[j] for j, i in enumerate(pointers)])
        back.append(pointers)
    last = max(range(len(LABELS)), key=lambda i: (best[-1][i] + steps[i][0], -i))
    found = [last]
    for pointers in reversed(back):
        found.append(pointers[found[-1]])
    return found[::-1]


@settings(deadline=None, max_examples=200)
@given(TEXTS, st.sampled_from(Mode))
def test_gate_changes_nothing(text: str, mode: Mode) -> None:
    tagger, outside = shared_tagger(), OUTSIDE[mode]
    tokens = cut(text)
    kept, scores = Lattice.of(tagger.words(), text, tokens).survivors(outside)
    labels = np.zeros(len(tokens.starts), np.int8)
    labels[kept] = decode(kept, scores, tagger.model.steps, outside)
    assert labels.tolist() == (plain_labels(tagger, text, outside) if len(labels) else [])


@settings(deadline=None, max_examples=100)
@given(st.integers(0, 10**6), st.integers(1, 12), st.integers(1, 40))
def test_decoder_is_viterbi(seed: int, runs: int, most: int) -> None:
    rng = random.Random(seed)
    steps = np.array([[rng.randint(-9, 9) for _ in LABELS] for _ in LABELS], np.int32)
    kept: list[int] = []
    for _ in range(runs):
        start = (kept[-1] if kept else 0) + 2
        kept += range(start, start + rng.randint(1, most))
    scores = np.array([[0, *(rng.randint(-9, 9) for _ in LABELS[1:])] for _ in kept], np.int32)
    found = decode(np.array(kept), scores, steps, 1).tolist()
    scores[:, 0] += 1
    first = 0
    for at in range(1, len(kept) + 1):
        if at == len(kept) or kept[at] > kept[at - 1] + 1:
            assert found[first:at] == viterbi(scores[first:at].tolist(), steps.tolist())
            first = at


@given(TEXTS)
def test_tokens_are_in_order_and_cover_all_but_blanks(text: str) -> None:
    tokens = cut(text)
    places = list(zip(tokens.starts.tolist(), tokens.ends.tolist(), strict=True))
    assert all(a < b for a, b in places)
    assert all(a[1] <= b[0] for a, b in pairwise(places))
    told = "".join(text[a:b] for a, b in places)
    assert told == "".join(
        char for char in text if not char.isspace() or char in "\n\r\x0b\x0c\x85\u2028\u2029"
    )


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("O'Brien's Smith-Jones", ["O'Brien's", "Smith-Jones"]),
        ("03/14/1944MRN", ["03", "/", "14", "/", "1944", "MRN"]),
        ("a\n\nb", ["a", "\n\n", "b"]),
        ("'tis -x- x-", ["'", "tis", "-", "x", "-", "x", "-"]),
        ("Zoë 💊 김", ["Zoë", "💊", "김"]),
        ("", []),
    ],
)
def test_tokens(text: str, words: list[str]) -> None:
    tokens = cut(text)
    assert [text[a:b] for a, b in zip(tokens.starts.tolist(), tokens.ends.tolist(), strict=True)] == words


def test_a_stricter_mode_finds_no_more() -> None:
    text = (
        "Later Kamila and Tolliver came by, Foley in place, Reading improved, and Chase slept at Lakeshore."
    )
    spans = {mode: {(s.start, s.end) for s in shared_tagger().tag(text, mode)} for mode in Mode}
    covered = {mode: {i for a, b in found for i in range(a, b)} for mode, found in spans.items()}
    assert covered[Mode.PRECISION] <= covered[Mode.BALANCED] <= covered[Mode.RECALL]


def test_pieces_change_nothing() -> None:
    part = "Kamila Wrzesniewski called from Debrecen.\n\nThe wound is clean and dry today.\n\n"
    count = 2500
    spans = shared_tagger().tag(part * count)
    once = shared_tagger().tag(part)
    assert len(spans) == count * len(once)
    assert {(s.start % len(part), s.end % len(part), s.label) for s in spans} == {
        (s.start, s.end, s.label) for s in once
    }


def test_words_of_a_document_are_forgotten() -> None:
    tagger = shared_tagger()
    tagger.tag("Kamila Wrzesniewski")
    assert "Wrzesniewski" in tagger.words().known
    _caches.forget()
    assert "Wrzesniewski" not in tagger.words().known


def test_a_damaged_model_is_refused() -> None:
    from phiguard.engine import weights

    raw = bytearray(weights.shipped())
    raw[-1] ^= 1
    with pytest.raises(ValueError, match="does not fit"):
        load(bytes(raw))


def test_the_model_names_what_it_was_made_from() -> None:
    card = model().card
    assert {"version", "manifest", "attribution", "sha256"} <= set(card)
