"""The tagger's weights: a line of JSON, then arrays (`data/tagger.gz`, made by `tools/train_tagger`)."""

from __future__ import annotations

import gzip
import hashlib
import json
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt

from phiguard.engine.word_features import VERSION
from phiguard.resources import data_folder

Scores = npt.NDArray[np.int32]

LABELS = (
    "O",
    "B-person",
    "I-person",
    "B-place",
    "I-place",
    "B-facility",
    "I-facility",
    "B-organisation",
    "I-organisation",
)
FIRST = slice(1, None, 2)
"""The labels with which a stretch begins."""
OFFSETS = (-2, -1, 0, 1, 2)
"""The words around a word that its neighbours' weights look at."""
NEVER = -(1 << 24)
"""A score that no path survives."""
SCALE = 1024
"""Weights are whole numbers of this part of a natural-log unit, so results are the same on every machine."""
_N, _P = len(LABELS), len(OFFSETS)


@dataclass(frozen=True, slots=True)
class Model:
    """The weights. `rows`: feature -> its row in `states` (row, offset, label); `pairs[k]`: by class of the word before and of
    this one (0: said of this one, 1: of the one before, 2: the two around a word, said of it); `glued`: by whether blanks are
    missing before and behind; `steps`: from label to label, from and to O at the ends."""

    rows: dict[str, int]
    states: Scores
    classes: dict[str, int]
    pairs: Scores
    glued: Scores
    steps: Scores
    card: dict[str, Any]
    tops: tuple[tuple[Scores, Scores], tuple[Scores, Scores]]
    """The most that `pairs` and `glued` give to a label that begins a stretch, and to any but O."""


@lru_cache(maxsize=1)
def model() -> Model:
    """The shipped model. Raises ValueError when it is damaged or made for other features."""
    return load(shipped())


def shipped() -> bytes:
    """The packed model as it ships."""
    return gzip.decompress((data_folder() / "tagger.gz").read_bytes())


def load(raw: bytes) -> Model:
    """Unpack a model: a line of JSON, then its arrays. Raises ValueError when it is damaged or made for other features."""
    head, _, body = raw.partition(b"\n")
    card = json.loads(head)
    if hashlib.sha256(body).hexdigest() != card["sha256"] or card["features"] != VERSION:
        raise ValueError("data/tagger.gz does not fit this version of phiguard")
    arrays, at = [], 0
    for kind, shape in card["arrays"]:
        count = int(np.prod(shape))
        arrays.append(np.frombuffer(body, kind, count, at).reshape(shape))
        at += count * np.dtype(kind).itemsize
    names, places, weights, pairs, glued, steps = arrays
    states = np.zeros((card["rows"] * _P * _N,), np.int32)
    states[np.cumsum(places)] = weights
    rows = {name: row for row, name in enumerate(names.tobytes().decode("utf-8").split("\n"))}
    classes = {name: number for number, name in enumerate(card["classes"])}
    pairs, glued = pairs.astype(np.int32), glued.astype(np.int32)
    return Model(
        rows,
        states.reshape(card["rows"], _P, _N),
        classes,
        pairs,
        glued,
        steps.astype(np.int32),
        card,
        (
            (pairs[:, :, FIRST].max(axis=2), glued[:, FIRST].max(axis=1)),
            (pairs[:, :, 1:].max(axis=2), glued[:, 1:].max(axis=1)),
        ),
    )
