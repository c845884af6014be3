"""Finds persons, places, facilities and organisations in running text with a linear-chain conditional random field.

The model is small and shipped (`data/tagger.gz`, card: docs/tagger.md). What it says of a token depends on the kinds of the words
around it, so each word's scores are computed once and tokens are gathers and sums over whole chunks. A gate that changes no
result keeps the few tokens that may begin or go on with a name; only those are decoded, exactly (Viterbi).
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from phiguard.detectors import _caches
from phiguard.engine.lattice import Labels, Lattice, decode
from phiguard.engine.tokens import cut
from phiguard.engine.weights import LABELS, SCALE, Model
from phiguard.engine.words import Ids, Words
from phiguard.model import Mode

_PIECE = 96_000
"""Code points tagged at once: more falls out of the processor's cache."""
_TYPES = 1 << 17
"""Words remembered at once."""

OUTSIDE = {Mode.RECALL: -1 * SCALE, Mode.BALANCED: 0, Mode.PRECISION: 1 * SCALE}
"""What is added to the label O: the one offset by which the modes differ."""


@dataclass(frozen=True, slots=True)
class Span:
    """A tagged stretch: code points, half-open; what it is."""

    start: int
    end: int
    label: str


class Tagger:
    """Tags texts. Keeps the words of a document until `_caches.forget`; each thread has its own."""

    def __init__(self, model: Model) -> None:
        self.model = model
        self._local = threading.local()
        _caches.on_forget(self.forget)

    def forget(self) -> None:
        """Drop all words met so far."""
        self._local = threading.local()

    def words(self) -> Words:
        """This thread's words."""
        words: Words | None = getattr(self._local, "words", None)
        if words is None or words.count > _TYPES:
            words = self._local.words = Words(self.model)
        return words

    def tag(self, text: str, mode: Mode = Mode.BALANCED) -> list[Span]:
        """The spans of a text, in order."""
        spans: list[Span] = []
        for start, end in _pieces(text):
            piece = text[start:end]
            tokens = cut(piece)
            kept, scores = Lattice.of(self.words(), piece, tokens).survivors(OUTSIDE[mode])
            labels = decode(kept, scores, self.model.steps, OUTSIDE[mode])
            spans.extend(
                Span(start + int(tokens.starts[first]), start + int(tokens.ends[last]), label)
                for first, last, label in _spans(kept, labels)
            )
        return spans


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """Where a long text is cut: at the end of a cell or paragraph, else of a line, else at a blank."""
    start = 0
    while len(text) - start > _PIECE:
        end = start + _PIECE
        for mark in ("\n\x00\n", "\n\n", "\n", " "):
            at = text.rfind(mark, start + _PIECE // 2, end)
            if at >= 0:
                end = at + len(mark)
                break
        yield start, end
        start = end
    yield start, len(text)


def _spans(kept: Ids, labels: Labels) -> list[tuple[int, int, str]]:
    """(first token, last token, what it is) of each stretch."""
    spans: list[tuple[int, int, str]] = []
    first = last = -1
    kind = ""
    for place in np.flatnonzero(labels).tolist():
        token, label = int(kept[place]), LABELS[labels[place]]
        if first >= 0 and label[0] == "I" and label[2:] == kind and token == last + 1:
            last = token
            continue
        if first >= 0:
            spans.append((first, last, kind))
        first, last, kind = token, token, label[2:]
    if first >= 0:
        spans.append((first, last, kind))
    return spans
