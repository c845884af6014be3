"""Which tokens may be more than nothing, and the best labels of those: a gate that changes no result, then Viterbi, exact."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from phiguard.engine.tokens import Tokens
from phiguard.engine.weights import LABELS, NEVER, OFFSETS, Scores
from phiguard.engine.words import Ids, Words

Labels = npt.NDArray[np.int8]
_N, _P = len(LABELS), len(OFFSETS)
_BEGIN, _ANY = range(1, _N, 2), range(1, _N)
"""The labels with which a stretch begins, and all but O."""
_TOKEN, _STEP = 3, 7
"""What a token costs that is decoded by itself, and what a step of all runs at once costs: the longest are decoded by themselves
as far as that is cheaper."""


@dataclass(frozen=True, slots=True)
class Lattice:
    """A piece's tokens with what is needed to score them."""

    words: Words
    numbers: Ids
    before: Ids
    """By token, the pair of classes of the token in front of it and of itself; one more for the end."""
    around: Ids
    glued: Ids

    @classmethod
    def of(cls, words: Words, text: str, tokens: Tokens) -> Lattice:
        """Number the tokens of a text."""
        edge = int(words.add(["\n\n"])[0])
        inner = words.numbers(text, tokens)
        numbers = np.concatenate(([edge, edge], inner, [edge, edge]))
        classes = words.classes[numbers]
        size = len(words.model.classes)
        before = classes[1:-2] * size + classes[2:-1]
        around = classes[1:-3] * size + classes[3:-1]
        touching = np.zeros(len(inner) + 1, np.int64)
        if len(inner) > 1:
            touching[1:-1] = tokens.starts[1:] == tokens.ends[:-1]
        return cls(words, numbers, before, around, touching[:-1] + 2 * touching[1:])

    def survivors(self, outside: int) -> tuple[Ids, Scores]:
        """Tokens that may be more than O on the best path, and their scores by label, exact."""
        if len(self.numbers) == 4:
            return np.zeros(0, np.int64), np.zeros((0, _N), np.int32)
        steps = self.words.model.steps
        leave = int(steps[1:, 0].max())
        begin, go_on = (self._bounds(which) - outside for which in (0, 1))
        kept = gate(begin, go_on, go_on + leave, begin + leave)
        scores = self._scores(kept)
        exact = np.full((4, len(begin)), NEVER, np.int64)
        back, into = steps[:, 0], self.words.into
        exact[0, kept] = _most(scores, _BEGIN, steps[0])
        exact[1, kept] = _most(scores, _ANY, into)
        exact[2, kept] = _most(scores, _ANY, into + back)
        exact[3, kept] = _most(scores, _BEGIN, steps[0] + back)
        exact -= outside
        sure = gate(*exact)
        return sure, scores[np.searchsorted(kept, sure)]

    def _bounds(self, which: int) -> Ids:
        """No less than what a token can gain where a stretch begins (0) or goes on (1), whatever its label."""
        model, size = self.words.model, len(self.numbers) - 4
        tops, glued = model.tops[which]
        bound = glued[self.glued].astype(np.int64)
        for place in range(_P):
            bound += self.words.bounds[which, place][self.numbers[place : place + size]]
        bound += tops[0][self.before[:-1]]
        bound += tops[1][self.before[1:]]
        bound += tops[2][self.around]
        return bound

    def _scores(self, kept: Ids) -> Scores:
        words, pairs = self.words, self.words.model.pairs
        scores: Scores = words.model.glued[self.glued[kept]].copy()
        for place in range(_P):
            scores += words.scores[:, place].take(self.numbers[kept + place], axis=0)
        scores += pairs[0].take(self.before[kept], axis=0)
        scores += pairs[1].take(self.before[kept + 1], axis=0)
        scores += pairs[2].take(self.around[kept], axis=0)
        return scores


def _most(scores: Scores, labels: Sequence[int], step: Scores) -> Scores:
    """By token, the best of some labels with the step that goes with each."""
    found: Scores = scores[:, labels[0]] + step[labels[0]]
    for label in labels[1:]:
        np.maximum(found, scores[:, label] + step[label], out=found)
    return found


def gate(begin: Ids, go_on: Ids, end: Ids, alone: Ids) -> Ids:
    """The tokens that stand in some stretch that may gain as much as O, or more.

    Given are bounds of what a token gains as the first of a stretch, as a later one, as the last of several (with the step back
    to O) and as the only one. Where no stretch with a token reaches nought, O is better there.
    """
    sums = np.cumsum(go_on)
    from_here = np.maximum.accumulate(begin - sums)
    to_here = np.maximum.accumulate((sums - go_on + end)[::-1])[::-1]
    keep = alone >= 0
    keep[1:] |= from_here[:-1] + to_here[1:] >= 0
    keep[:-1] |= from_here[:-1] + to_here[1:] >= 0
    return np.flatnonzero(keep)


def runs(kept: Ids) -> tuple[Ids, Ids]:
    """Where runs of tokens without a gap begin among the kept ones, and how long they are."""
    firsts = np.concatenate(([0], np.flatnonzero(np.diff(kept) > 1) + 1))
    return firsts, np.diff(np.concatenate((firsts, [len(kept)])))


def decode(kept: Ids, scores: Scores, steps: Scores, outside: int) -> Labels:
    """The best labels of the kept tokens, run by run, with O on both sides of a run. Of equal paths the one whose last
    labels stand first in `LABELS` wins."""
    labels = np.zeros(len(kept), np.int8)
    if not len(kept):
        return labels
    scores = scores.copy()
    scores[:, 0] += outside
    firsts, lengths = runs(kept)
    order = np.argsort(-lengths, kind="stable")
    into = steps.T.tolist()
    alone = _alone(lengths[order])
    for run in order[:alone].tolist():
        first, last = int(firsts[run]), int(firsts[run] + lengths[run])
        labels[first:last] = _one(scores[first:last].tolist(), into)
    order = order[alone:]
    if len(order):
        _many(labels, scores, steps, firsts[order], lengths[order])
    return labels


def _alone(lengths: Ids) -> int:
    """How many of the runs, longest first, are decoded by themselves."""
    costs = _TOKEN * np.concatenate(([0], np.cumsum(lengths))) + _STEP * np.append(lengths, 0)
    return int(costs.argmin())


def _one(scores: list[list[int]], into: list[list[int]]) -> list[int]:
    """The best labels of one run; `into`: by label, the steps to it from each."""
    best = [score + steps[0] for score, steps in zip(scores[0], into, strict=True)]
    back: list[list[int]] = []
    for score in scores[1:]:
        pointers, reached = [], []
        for label in range(_N):
            paths = [b + s for b, s in zip(best, into[label], strict=True)]
            most = max(paths)
            pointers.append(paths.index(most))
            reached.append(most + score[label])
        back.append(pointers)
        best = reached
    ends = [b + s for b, s in zip(best, into[0], strict=True)]
    found = [ends.index(max(ends))]
    for pointers in reversed(back):
        found.append(pointers[found[-1]])
    return found[::-1]


def _many(labels: Labels, scores: Scores, steps: Scores, firsts: Ids, lengths: Ids) -> None:
    """The best labels of many runs, all of them step by step; longest first. Writes `labels`."""
    back = np.zeros((int(lengths[0]), len(firsts), _N), np.int8)
    best = scores[firsts] + steps[0]
    ends = np.empty_like(best)
    active, into = len(firsts), np.ascontiguousarray(steps.T)
    for step in range(1, int(lengths[0]) + 1):
        still = int(np.searchsorted(-lengths, -step, side="left"))
        ends[still:active] = best[still:active]
        active = still
        if not active:
            break
        reached = best[:active, None, :] + into
        chosen = reached.argmax(axis=2)
        back[step, :active] = chosen
        best = reached.max(axis=2) + scores[firsts[:active] + step]
    label = (ends + into[0]).argmax(axis=1)
    for step in range(int(lengths[0]) - 1, -1, -1):
        active = int(np.searchsorted(-lengths, -step, side="left"))
        labels[firsts[:active] + step] = label[:active]
        if step:
            label[:active] = back[step][np.arange(active), label[:active]]
