"""The words of a document with their scores: each is looked up and weighed once, however often it stands there."""

from __future__ import annotations

from collections.abc import Sequence
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


def _words(text: str, tokens: Tokens, places: Ids) -> list[str]:
    facts = (tokens.starts[places], tokens.ends[places], tokens.classes[places])
    return [word_at(text, *token) for token in zip(*(fact.tolist() for fact in facts), strict=True)]


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

    def add(self, words: Sequence[str]) -> Ids:
        """The numbers of some words, new or not."""
        new = [word for word in dict.fromkeys(words) if word not in self.known]
        if new:
            self._learn(new)
        return np.fromiter(map(self.known.__getitem__, words), np.int64, len(words))

    def _learn(self, words: list[str]) -> None:
        """Weigh new words, all at once."""
        first, model = self.count, self.model
        self.count += len(words)
        self._make_room()
        told = [features(word) for word in words]
        scores = self.scores[first : self.count]
        for near, places in ((0, (2,)), (1, (1, 3)), (2, (0, 4))):
            for place, sums in zip(places, self._sums([names[near] for names in told], places), strict=True):
                scores[:, place] = sums
        scores -= scores[:, :, :1]
        forced = [at for at, word in enumerate(words) if word[0] in "\n\r\x00" and len(word) >= _FORCED]
        scores[forced, 2, 1:] = NEVER
        new = slice(first, self.count)
        self.bounds[0, :, new] = scores[:, :, FIRST].max(axis=2).T
        self.bounds[1, :, new] = scores[:, :, 1:].max(axis=2).T
        self.bounds[0, 2, new] = (scores[:, 2] + model.steps[0])[:, FIRST].max(axis=1)
        self.bounds[1, 2, new] = (scores[:, 2] + self.into)[:, 1:].max(axis=1)
        self.classes[new] = [model.classes.get(pair_class(word), 0) for word in words]
        self.known.update(zip(words, range(first, self.count), strict=True))

    def _make_room(self) -> None:
        while self.count > len(self.scores):
            self.scores = np.concatenate((self.scores, np.zeros_like(self.scores)))
            self.bounds = np.concatenate((self.bounds, np.zeros_like(self.bounds)), axis=2)
            self.classes = np.concatenate((self.classes, np.zeros_like(self.classes)))

    def _sums(self, told: list[list[str]], places: Sequence[int]) -> list[Scores]:
        """By place, the weights of each word's features, summed."""
        rows = self.model.rows
        known = [[rows[name] for name in names if name in rows] for names in told]
        ends = np.cumsum([len(numbers) for numbers in known])
        flat = np.array([number for numbers in known for number in numbers], np.int64)
        found = []
        for place in places:
            sums = np.zeros((len(flat) + 1, _N), np.int32)
            np.cumsum(self.model.states[flat, place], axis=0, out=sums[1:])
            found.append(np.diff(sums[ends], axis=0, prepend=sums[:1]))
        return found

    def numbers(self, text: str, tokens: Tokens) -> Ids:
        """The number of every token."""
        lengths = tokens.ends - tokens.starts
        short = tokens.plain & (lengths <= 16)
        found = np.full(len(lengths), -1, np.int64)
        places = np.flatnonzero(short)
        if len(places):
            low, high = _keys(tokens.codes, tokens.starts[places], lengths[places])
            found[places] = self._look_up(text, tokens, places, low, high)
        rest = np.flatnonzero(~short)
        found[rest] = self.add(_words(text, tokens, rest))
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
        new = missing[first]
        numbers = self.add(_words(text, tokens, places[new]))
        self._keep(low[new], high[new], numbers)
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

    def _keep(self, low: Keys, high: Keys, numbers: Ids) -> None:
        """Put new keys into the table."""
        self.keyed += len(numbers)
        if 2 * self.keyed >= len(self.slots):
            used = self.slots >= 0
            low, high = np.concatenate((self.low[used], low)), np.concatenate((self.high[used], high))
            numbers = np.concatenate((self.slots[used], numbers))
            size = 4 << int(self.keyed).bit_length()
            self.low, self.high = np.zeros(size, np.uint64), np.zeros(size, np.uint64)
            self.slots = np.full(size, -1, np.int64)
        slots, mask = self.slots, len(self.slots) - 1
        placed = []
        for slot, number in zip(_hash(low, high, mask).tolist(), numbers.tolist(), strict=True):
            while slots[slot] >= 0:
                slot = (slot + 1) & mask
            slots[slot] = number
            placed.append(slot)
        self.low[placed], self.high[placed] = low, high


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
