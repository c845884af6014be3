"""The figures of the model card: which texts are measured, and the tables."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from phiguard.engine.tagger import Tagger
from phiguard.model import Mode
from tools.train_tagger import corpora, fill
from tools.train_tagger.fairness import GENDERS, Origin
from tools.train_tagger.fill import Text
from tools.train_tagger.measure import KINDS, Score, Tally, measure, names_of, without

HELD_BACK = ("wikigold", "presidio_gen_large", "lifebench_pii_dev", "btc_g", "wnut17_train")
MEASURE_ONLY = ("asq_phi_dev", "ambientmeta_standard", "btc_f", "wnut17_dev")
CLEAN = ("medquad_dev", "mts_dialog", "mtsamples_socd06")
"""Texts without patients' names, or without gold: what is found there counts as false."""
PARTIAL = frozenset(("lifebench_pii_dev", "ambientmeta_standard"))
"""Their gold leaves names out: what is found beside it is not false."""
NEGATIVES = "templates without names"
TEMPLATES = "held-back templates"
TEMPLATE_SEED, TEMPLATE_ROUNDS = 99, 4

Row = Sequence[object]


@dataclass(frozen=True, slots=True)
class Measured:
    """Scores of a text by mode, and what was new in it: persons whose names stand in no training text."""

    name: str
    modes: Mapping[Mode, Score]
    new: Tally

    @property
    def balanced(self) -> Score:
        """The score in the mode that the card speaks of by default."""
        return self.modes[Mode.BALANCED]


def texts_of(folder: Path, name: str) -> list[Text]:
    """The documents of a corpus that may be measured on."""
    trained = name in corpora.TRAINING
    return [text for text in corpora.read(folder, name) if not trained or corpora.held_back(text.id)]


def trained_on(folder: Path) -> list[Text]:
    """All documents of the corpora that are trained on."""
    return list(corpora.training(folder))


def score(tagger: Tagger, name: str, texts: Sequence[Text], known: set[str]) -> Measured:
    """Measure texts in all modes."""
    modes = {mode: measure(tagger, texts, mode) for mode in Mode}
    return Measured(name, modes, measure(tagger, without(texts, known)).person)


def measured(tagger: Tagger, folder: Path, gazetteers: Path) -> list[Measured]:
    """All texts with gold, and those without."""
    known = names_of(trained_on(folder))
    found = [
        score(tagger, name, texts_of(folder, name), known) for name in (*HELD_BACK, *MEASURE_ONLY, *CLEAN)
    ]
    made = list(fill.made(gazetteers, TEMPLATE_SEED, TEMPLATE_ROUNDS, held_back=True))
    with_names = [text for text in made if not text.id.startswith("negatives")]
    none = [text for text in made if text.id.startswith("negatives")]
    return [*found, score(tagger, TEMPLATES, with_names, known), score(tagger, NEGATIVES, none, known)]


def table(head: Row, rows: Iterable[Row]) -> str:
    """A table in Markdown; columns of numbers to the right."""
    told = list(rows)
    numbers = [any(isinstance(cell, int | float) for cell in column) for column in zip(*told, strict=True)]
    lines = [_line(head), _line(["---:" if number else "---" for number in numbers])]
    return "\n".join([*lines, *map(_line, told)])


def _line(cells: Row) -> str:
    return "| " + " | ".join(map(_told, cells)) + " |"


def _told(cell: object) -> str:
    if cell is None:
        return "-"
    if isinstance(cell, float):
        return f"{cell:.2f}"
    return f"{cell:,}" if isinstance(cell, int) else str(cell)


def share(part: int, whole: int) -> float | None:
    """A share, or none of nothing."""
    return part / whole if whole else None


def by_label(found: Iterable[Measured]) -> str:
    """Spans, right label, any label, reported and false, by text and label, in the balanced mode."""
    rows: list[Row] = []
    for text in found:
        for label in KINDS:
            tally = text.balanced.labels[label]
            if tally.spans:
                false = None if text.name in PARTIAL else tally.false
                told = (tally.spans, tally.recall, tally.any_recall, tally.reported, false)
                rows.append((text.name, text.balanced.words, label, *told))
    return table(("text", "words", "label", "spans", "right label", "any label", "reported", "false"), rows)


def by_mode(found: Iterable[Measured]) -> str:
    """Persons in the three modes."""
    rows = [
        (text.name, text.balanced.person.spans, *(_mode(text, mode) for mode in Mode))
        for text in found
        if text.balanced.person.spans
    ]
    return table(("text", "persons", *(f"{mode}: right / any / false" for mode in Mode)), rows)


def _mode(text: Measured, mode: Mode) -> str:
    tally = text.modes[mode].person
    false = "-" if text.name in PARTIAL else f"{tally.false:,}"
    return f"{tally.recall:.2f} / {tally.any_recall:.2f} / {false}"


def by_novelty(found: Iterable[Measured]) -> str:
    """Persons whose names stand in no training text."""
    rows = [
        (
            text.name,
            text.balanced.person.spans,
            text.balanced.person.recall,
            share(text.new.spans, text.balanced.person.spans),
            text.new.recall,
        )
        for text in found
        if text.balanced.person.spans
    ]
    return table(("text", "persons", "right label", "share with new names", "right label of these"), rows)


def false_alarms(found: Iterable[Measured]) -> str:
    """False spans per 10,000 words where there is no gold."""
    rows = []
    for text in found:
        if text.name in (*CLEAN, NEGATIVES):
            for mode in Mode:
                told = text.modes[mode]
                rates = [f"{told.per_10000(label):.1f}" for label in KINDS]
                rows.append((text.name, told.words, str(mode), *rates))
    return table(("text", "words", "mode", *KINDS), rows)


def by_origin(origins: Sequence[Origin]) -> str:
    """Recall of persons by origin and gender."""
    rows: list[Row] = [
        (
            origin.name.replace("_", " "),
            origin.names,
            origin.spans,
            origin.recall,
            origin.any_recall,
            *(origin.genders[gender].person.recall for gender in GENDERS),
        )
        for origin in sorted(origins, key=lambda origin: origin.recall)
    ]
    rows.append(("**all**", sum(origin.names for origin in origins), *_all(origins)))
    return table(("origin", "names", "persons", "right label", "any label", "women", "men"), rows)


def _all(origins: Sequence[Origin]) -> tuple[object, ...]:
    persons = [[origin.genders[gender].person for origin in origins] for gender in GENDERS]
    both = [tally for tallies in persons for tally in tallies]
    spans = sum(tally.spans for tally in both)
    women, men = (share(sum(t.right for t in some), sum(t.spans for t in some)) for some in persons)
    return (
        spans,
        share(sum(t.right for t in both), spans),
        share(sum(t.seen for t in both), spans),
        women,
        men,
    )


def by_group(title: str, scores: Mapping[str, Score]) -> str:
    """Recall of persons by group."""
    rows = [
        (name, told.person.spans, told.person.recall, told.person.any_recall) for name, told in scores.items()
    ]
    return table((title, "persons", "right label", "any label"), rows)
