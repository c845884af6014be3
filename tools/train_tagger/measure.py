"""Counts what a tagger finds in texts with gold spans."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from phiguard.engine.tagger import Tagger
from phiguard.engine.text import fold
from phiguard.model import Mode
from tools.train_tagger.fill import Spans, Text

KINDS = ("person", "place", "facility", "organisation")


@dataclass(slots=True)
class Tally:
    """Of one label: gold spans, those that a span of the label overlaps (`right`) or one of any label (`seen`); spans reported,
    and those that overlap no gold (`false`)."""

    spans: int = 0
    right: int = 0
    seen: int = 0
    reported: int = 0
    false: int = 0

    @property
    def recall(self) -> float | None:
        """Share that is found with the right label."""
        return self.right / self.spans if self.spans else None

    @property
    def any_recall(self) -> float | None:
        """Share that is found with any label."""
        return self.seen / self.spans if self.spans else None


@dataclass(slots=True)
class Score:
    """Tallies by label, and the words of the texts."""

    words: int = 0
    texts: int = 0
    labels: dict[str, Tally] = field(default_factory=lambda: {kind: Tally() for kind in KINDS})

    @property
    def person(self) -> Tally:
        """The tally that matters most."""
        return self.labels["person"]

    def per_10000(self, label: str) -> float:
        """False spans of a label per 10,000 words."""
        return 10_000 * self.labels[label].false / self.words if self.words else 0.0

    def add(self, gold: Spans, found: Sequence[tuple[int, int, str]], words: int) -> None:
        """Count one text."""
        self.words += words
        self.texts += 1
        for start, end, kind in gold:
            over = [label for a, b, label in found if a < end and b > start]
            tally = self.labels[kind]
            tally.spans += 1
            tally.right += kind in over
            tally.seen += bool(over)
        for start, end, kind in found:
            tally = self.labels[kind]
            tally.reported += 1
            tally.false += not any(a < end and b > start for a, b, _ in gold)


def measure(
    tagger: Tagger,
    texts: Iterable[Text],
    mode: Mode = Mode.BALANCED,
    change: Callable[[str], str] = str,
) -> Score:
    """Tag texts in one mode, each as `change` makes it (of the same length), and count."""
    score = Score()
    for text in texts:
        changed = change(text.text)
        told = fold(changed if len(changed) == len(text.text) else text.text)
        found = [(span.start, span.end, span.label) for span in tagger.tag(told, mode)]
        score.add(text.spans, found, len(text.text.split()))
    return score


def names_of(texts: Iterable[Text]) -> set[str]:
    """The persons of texts, as written, in lower case."""
    return {
        text.text[start:end].lower() for text in texts for start, end, kind in text.spans if kind == "person"
    }


def without(texts: Iterable[Text], known: set[str]) -> list[Text]:
    """Texts with only those persons as gold whose names are not known; what else is found there is not to be read as false."""
    return [
        Text(
            text.id,
            text.text,
            [s for s in text.spans if s[2] == "person" and text.text[s[0] : s[1]].lower() not in known],
            text.source,
        )
        for text in texts
    ]
