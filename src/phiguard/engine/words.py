"""The words of a document with their scores: each is looked up and weighed once, however often it stands there."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from phiguard.engine.tokens import DIGIT, Tokens
from phiguard.engine.weights import FIRST, LABELS, NEVER, OFFSETS, Model, Scores
from phiguard.engine.word_features import features, pair_class

Ids = npt.NDArray[np.int64]
Keys = npt.NDArray[np.uint64]

_N, _P = len(LABELS), len(OFFSETS)
_FORCED = 2
"""Line breaks of this length and more (a blank line, the end of a cell) are in no name."""


def word_at(text: str, start: int, end: int, kind: int) -> str:
    """A token of the class `kind` as the model knows it: digits are 0, long ones are cut."""
    return ("0" * (end - start) if kind == DIGIT else text[start:end])[:64]


@dataclass(slots=True)
class Words:
    """Scores of the words met so far. They live as long as the examination of one document.

    `scores`: by word, offset, label. `bounds`: the most that a word gives at each offset to a token where a stretch begins (0)
    and where it goes on (1). `classes`: for the pairs. `low`, `high`, `slots`: an open table of the bytes of short words.
    """

    model: Model
    count: int = 0
    known: dict[str, int] = field(default_factory=dict)
    scores: Scores = field(default_factory=lambda: np.zeros((1024, _P, _N), np.int32))
    bounds: Scores = field(default_factory=lambda: np.zeros((2, _P, 1024), np.int32))
    classes: npt.NDArray[np.int64] = field(default_factory=lambda: np.zeros(1024, np.int64))
    low: Keys = field(default_factory=lambda: np.zeros(1 << 14, np.uint64))
    high: Keys = field(default_factory=lambda: np.zeros(1 << 14, np.uint64))
    slots: npt.NDArray[np.int64] = field(default_factory=lambda: np.full(1 << 14, -1, np.int64))
    keyed: int = 0
    into: Scores = field(init=False)
    """The best step from a label that is not O to each."""

    def __post_init__(self) -> None:
        self.into = self.model.steps[1:].max(axis=0)

    def add(self, word: str) -> int:
        """The number of a word, which is new or not."""
        number = self.known.get(word)
        if number is None:
            number = self.known[word] = self._learn(word)
        return number

    def _learn(self, word: str) -> int:
        number, model = self.count, self.model
        if number == len(self.scores):
            self.scores = np.concatenate((self.scores, np.zeros_like(self.scores)))
            self.bounds = np.concatenate((self.bounds, np.zeros_like(self.bounds)), axis=2)
            self.classes = np.concatenate((self.classes, np.zeros_like(self.classes)))
        self.count += 1
        own, near, far = features(word)
        rows = [model.rows[name] for name in own if name in model.rows]
        close = [model.rows[name] for name in near if name in model.rows]
        away = [model.rows[name] for name in far if name in model.rows]
        scores = self.scores[number]
        scores[2] = model.states[rows, 2].sum(axis=0)
        scores[1], scores[3] = model.states[close, 1].sum(axis=0), model.states[close, 3].sum(axis=0)
        scores[0], scores[4] = model.states[away, 0].sum(axis=0), model.states[away, 4].sum(axis=0)
        scores -= scores[:, :1]
        if word[0] in "\n\r\x00" and len(word) >= _FORCED:
            scores[2, 1:] = NEVER
        self.bounds[0, :, number] = scores[:, FIRST].max(axis=1)
        self.bounds[1, :, number] = scores[:, 1:].max(axis=1)
        self.bounds[0, 2, number] = (scores[2] + model.steps[0])[FIRST].max()
        self.bounds[1, 2, number] = (scores[2] + self.into)[1:].max()
        self.classes[number] = model.classes.get(pair_class(word), 0)
        return number

    def numbers(self, text: str, tokens: Tokens) -> Ids:
        """The number of every token."""
        lengths = tokens.ends - tokens.starts
        short = tokens.plain & (lengths <= 16)
        found = np.full(len(lengths), -1, np.int64)
        places = np.flatnonzero(short)
        if len(places):
            low, high = _keys(tokens.codes, tokens.starts[places], lengths[places])
            found[places] = self._look_up(text, tokens, places, low, high)
        for place in np.flatnonzero(~short).tolist():
            start, end = int(tokens.starts[place]), int(tokens.ends[place])
            found[place] = self.add(word_at(text, start, end, int(tokens.classes[place])))
        return found

    def _look_up(
        self,
        text: str,
        tokens: Tokens,
        places: Ids,
        low: Keys,
        high: Keys,
    ) -> Ids:
        found = self._probe(low, high)
        missing = np.flatnonzero(found < 0)
        if not len(missing):
            return found
        pairs = np.stack((low[missing], high[missing]), axis=1)
        _, first, inverse = np.unique(pairs, axis=0, return_index=True, return_inverse=True)
        numbers = np.empty(len(first), np.int64)
        for at, index in enumerate(first.tolist()):
            place = int(places[missing[index]])
            start, end = int(tokens.starts[place]), int(tokens.ends[place])
            numbers[at] = self.add(word_at(text, start, end, int(tokens.classes[place])))
            self._keep(low[missing[index]], high[missing[index]], int(numbers[at]))
        found[missing] = numbers[inverse.reshape(-1)]
        return found

    def _probe(self, low: Keys, high: Keys) -> Ids:
        """The numbers of known keys; -1: not known."""
        mask = len(self.slots) - 1
        slot = _hash(low, high, mask)
        numbers = self.slots[slot]
        hit = (numbers >= 0) & (self.low[slot] == low) & (self.high[slot] == high)
        found = np.where(hit, numbers, -1)
        rest = np.flatnonzero(~hit & (numbers >= 0))
        while len(rest):
            slot[rest] = (slot[rest] + 1) & mask
            at = slot[rest]
            numbers = self.slots[at]
            hit = (numbers >= 0) & (self.low[at] == low[rest]) & (self.high[at] == high[rest])
            found[rest[hit]] = numbers[hit]
            rest = rest[~hit & (numbers >= 0)]
        return found

    def _keep(self, low: np.uint64, high: np.uint64, number: int) -> None:
        if 2 * self.keyed >= len(self.slots):
            self._grow()
        mask = len(self.slots) - 1
        slot = int(_hash(np.array([low]), np.array([high]), mask)[0])
        while self.slots[slot] >= 0:
            slot = (slot + 1) & mask
        self.low[slot], self.high[slot], self.slots[slot] = low, high, number
        self.keyed += 1

    def _grow(self) -> None:
        low, high, slots = self.low, self.high, self.slots
        size = 4 * len(slots)
        self.low, self.high = np.zeros(size, np.uint64), np.zeros(size, np.uint64)
        self.slots, self.keyed = np.full(size, -1, np.int64), 0
        for at in np.flatnonzero(slots >= 0).tolist():
            self._keep(low[at], high[at], int(slots[at]))


def _hash(low: Keys, high: Keys, mask: int) -> Ids:
    mixed = low * np.uint64(0x9E3779B97F4A7C15) ^ high * np.uint64(0xC2B2AE3D27D4EB4F)
    mixed ^= mixed >> np.uint64(29)
    return ((mixed * np.uint64(0xBF58476D1CE4E5B9)) >> np.uint64(32)).astype(np.int64) & mask


_KEEP = np.array([(1 << (8 * size)) - 1 for size in range(9)], np.uint64)


def _keys(codes: npt.NDArray[np.uint8], starts: Ids, lengths: Ids) -> tuple[Keys, Keys]:
    """The bytes of each token of at most 16 as two numbers."""
    padded = np.concatenate((codes, np.zeros(24, np.uint8)))
    two = padded[:-1].astype(np.uint16) | padded[1:].astype(np.uint16) << np.uint16(8)
    four = two[:-2].astype(np.uint32) | two[2:].astype(np.uint32) << np.uint32(16)
    eight = four[:-4].astype(np.uint64) | four[4:].astype(np.uint64) << np.uint64(32)
    low = eight[starts] & _KEEP[np.minimum(lengths, 8)]
    high = eight[starts + 8] & _KEEP[np.clip(lengths - 8, 0, 8)]
    return low, high
