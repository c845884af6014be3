"""From texts to weights: features by token, the fit (python-crfsuite, L-BFGS with L1 and L2), and the shipped form."""

from __future__ import annotations

import gzip
import hashlib
import json
import tempfile
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np

from phiguard.engine.text import fold
from phiguard.engine.tokens import cut
from phiguard.engine.weights import LABELS, NEVER, OFFSETS, SCALE
from phiguard.engine.word_features import VERSION, features, pair_class
from phiguard.engine.words import word_at
from tools.train_tagger.fill import Spans, Text

EDGE = "\n\n"
"""What stands before and behind every text."""


@lru_cache(maxsize=1 << 19)
def _said(word: str) -> tuple[list[str], list[str], list[str], list[str], list[str], str]:
    own, near, far = features(word)
    return (
        [f"-2:{f}" for f in far],
        [f"-1:{f}" for f in near],
        [f"0:{f}" for f in own],
        [f"1:{f}" for f in near],
        [f"2:{f}" for f in far],
        pair_class(word),
    )


def words_of(text: str) -> tuple[list[str], list[tuple[int, int]], list[int]]:
    """The tokens as the model knows them, their places, and whether blanks are missing before (1) and behind (2)."""
    tokens = cut(text)
    places = list(zip(tokens.starts.tolist(), tokens.ends.tolist(), strict=True))
    words = [
        word_at(text, start, end, kind)
        for (start, end), kind in zip(places, tokens.classes.tolist(), strict=True)
    ]
    touching = [False, *(places[i][0] == places[i - 1][1] for i in range(1, len(places))), False]
    return words, places, [touching[i] + 2 * touching[i + 1] for i in range(len(places))]


def labels_of(places: list[tuple[int, int]], spans: Spans) -> list[str]:
    """B, I and O for the tokens that gold spans touch."""
    labels = ["O"] * len(places)
    at = 0
    for start, end, kind in sorted(spans):
        while at < len(places) and places[at][1] <= start:
            at += 1
        first = True
        while at < len(places) and places[at][0] < end:
            labels[at] = f"{'B' if first else 'I'}-{kind}"
            first = False
            at += 1
    return labels


def items(words: list[str], glued: list[int]) -> list[list[str]]:
    """The features of every token."""
    padded = [EDGE, EDGE, *words, EDGE, EDGE]
    said = [_said(word) for word in padded]
    found = []
    for i in range(len(words)):
        a, b, c, d, e = said[i : i + 5]
        before, this, behind = b[5], c[5], d[5]
        found.append(
            [
                *a[0],
                *b[1],
                *c[2],
                *d[3],
                *e[4],
                f"A:{before}|{this}",
                f"B:{this}|{behind}",
                f"C:{before}|{behind}",
                f"D:{glued[i]}",
            ]
        )
    return found


def fit(texts: Iterable[Text], *, c1: float, c2: float, rounds: int, least: int) -> Any:
    """Fit a model; its `info`."""
    import pycrfsuite

    trainer = pycrfsuite.Trainer(verbose=True)
    trainer.set_params(
        {
            "c1": c1,
            "c2": c2,
            "max_iterations": rounds,
            "feature.minfreq": least,
            "feature.possible_transitions": True,
        }
    )
    edge = [["EDGE"]]
    for text in texts:
        words, places, glued = words_of(fold(text.text))
        if words:
            trainer.append([*edge, *items(words, glued), *edge], ["O", *labels_of(places, text.spans), "O"])
    with tempfile.NamedTemporaryFile() as file:
        trainer.train(file.name)
        tagger = pycrfsuite.Tagger()
        tagger.open(file.name)
        return tagger.info()


def packed(info: Any, card: dict[str, Any], *, prune: float) -> bytes:
    """The shipped form of a fitted model: a line of JSON, then arrays (see `phiguard.engine.tagger.load`)."""
    number = {label: i for i, label in enumerate(LABELS)}
    states: dict[str, Any] = {}
    pairs: dict[tuple[str, str, str], Any] = {}
    glued = np.zeros((4, len(LABELS)), np.int64)
    offsets = {str(offset): i for i, offset in enumerate(OFFSETS)}
    for (attribute, label), weight in info.state_features.items():
        value = round(weight * SCALE)
        place, _, name = attribute.partition(":")
        if attribute == "EDGE" or abs(weight) < prune:
            continue
        if place == "D":
            glued[int(name), number[label]] = value
        elif place in "ABC":
            before, _, behind = _halves(name)
            pairs.setdefault((place, before, behind), np.zeros(len(LABELS), np.int64))[number[label]] = value
        else:
            row = states.setdefault(name, np.zeros((len(OFFSETS), len(LABELS)), np.int64))
            row[offsets[place], number[label]] = value
    classes = ["", *sorted({name for _, *both in pairs for name in both})]
    table = np.zeros((3, len(classes), len(classes), len(LABELS)), np.int64)
    for (place, before, behind), values in pairs.items():
        table["ABC".index(place), classes.index(before), classes.index(behind)] = values - values[0]
    glued -= glued[:, :1]
    return _body(card, states, classes, table.reshape(3, -1, len(LABELS)), glued, _steps(info))


def _halves(name: str) -> tuple[str, str, str]:
    before, mark, behind = name.partition("|")
    return before, mark, behind


def _steps(info: Any) -> Any:
    steps = np.zeros((len(LABELS), len(LABELS)), np.int64)
    number = {label: i for i, label in enumerate(LABELS)}
    for (before, behind), weight in info.transitions.items():
        steps[number[before], number[behind]] = round(weight * SCALE)
    steps -= steps[0, 0]
    for i, before in enumerate(LABELS):
        for j, behind in enumerate(LABELS):
            if behind[0] == "I" and before[2:] != behind[2:]:
                steps[i, j] = NEVER
    return steps


def _body(
    card: dict[str, Any], states: dict[str, Any], classes: list[str], table: Any, glued: Any, steps: Any
) -> bytes:
    names = sorted(states)
    flat = np.concatenate([states[name].reshape(-1) for name in names])
    places = np.flatnonzero(flat)
    weights = np.clip(flat[places], -32767, 32767)
    gaps = np.diff(places, prepend=0)
    listed = np.frombuffer("\n".join(names).encode("utf-8"), np.uint8)
    arrays = [
        listed,
        gaps.astype("<i4"),
        weights.astype("<i2"),
        np.clip(table, -32767, 32767).astype("<i2"),
        np.clip(glued, -32767, 32767).astype("<i2"),
        steps.astype("<i4"),
    ]
    body = b"".join(array.tobytes() for array in arrays)
    head = card | {
        "features": VERSION,
        "rows": len(names),
        "classes": classes,
        "arrays": [[array.dtype.str, list(array.shape)] for array in arrays],
        "sha256": hashlib.sha256(body).hexdigest(),
    }
    return json.dumps(head, sort_keys=True).encode("utf-8") + b"\n" + body


def write(raw: bytes, path: Path) -> None:
    """The packed model, compressed; the same input gives the same bytes."""
    path.write_bytes(gzip.compress(raw, 9, mtime=0))
