"""Fills the templates: texts with the spans of the slots that the tagger must find."""

from __future__ import annotations

import hashlib
import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tools.train_tagger import people
from tools.train_tagger.people import HERE
from tools.train_tagger.values import Values, lines

Spans = list[tuple[int, int, str]]
_SLOT = re.compile(r"\{([a-z_]+)(\d?)\}")
KIND = {
    **dict.fromkeys(("name", "first", "last", "last_first", "first_i", "initials"), "person"),
    **dict.fromkeys(
        "city county street road address neighborhood zip state st country foreign_city region".split(),
        "place",
    ),
    **dict.fromkeys(("facility", "school", "church"), "facility"),
    **dict.fromkeys(("org", "employer", "insurer"), "organisation"),
}
"""What a slot is to the tagger; the others are nothing."""


@dataclass(frozen=True, slots=True)
class Text:
    """A text with gold spans; `source` names where it is from."""

    id: str
    text: str
    spans: Spans
    source: str


def templates() -> dict[str, list[str]]:
    """All templates by file."""
    return {path.stem: lines(f"templates/{path.name}") for path in sorted((HERE / "templates").glob("*.txt"))}


def measuring(template: str) -> bool:
    """Whether a template is held back: one in ten."""
    return int(hashlib.sha256(template.encode()).hexdigest(), 16) % 10 == 0


class Filler(Values):
    """Fills templates. `folder`: the lists of names and places; `person`: draws persons instead of `People`."""

    def __init__(self, folder: Path, seed: int, person: Callable[[], people.Name] | None = None) -> None:
        super().__init__(folder, seed)
        self.person = person or self.people.draw

    def fill(self, template: str) -> tuple[str, Spans]:
        """A template's text and spans."""
        told, spans, at = "", [], 0
        tied: dict[str, people.Name | str] = {}
        for slot in _SLOT.finditer(template):
            told += template[at : slot.start()]
            at = slot.end()
            value = self._value(slot[1], slot[2], tied)
            kind = KIND.get(slot[1])
            if kind is not None:
                skip = 4 if value.lower().startswith("the ") else 0
                spans.append((len(told) + skip, len(told) + len(value), kind))
            told += value
        return told + template[at:], spans

    def _value(self, slot: str, number: str, tied: dict[str, people.Name | str]) -> str:
        if KIND.get(slot) == "person":
            name = tied.setdefault(number, self.person()) if number else self.person()
            assert isinstance(name, people.Name)
            return self._person(slot, name)
        if not number:
            return self.value(slot)
        value = tied.setdefault(slot + number, self.value(slot))
        assert isinstance(value, str)
        return value

    def _person(self, slot: str, name: people.Name) -> str:
        rng = self.rng
        if slot == "name":
            return people.written(name, rng)
        if slot == "last_first":
            return people.last_first(name, rng)
        if slot == "initials":
            return people.initials(name, rng)
        if slot == "first_i":
            return f"{name.given} {name.surname[0].upper()}{rng.choice(('.', '.', ''))}"
        return name.given if slot == "first" else name.surname


def dressed(text: str, spans: Spans, rng: random.Random) -> tuple[str, Spans]:
    """A text in another dress: casings, hard line breaks; the spans stay where they are."""
    kind = rng.random()
    if kind < 0.07:
        text = _same_length(text, text.lower())
    elif kind < 0.11:
        text = _same_length(text, text.upper())
    elif kind < 0.18:
        text = _cased(text, spans, str.lower if kind < 0.15 else str.upper)
    elif kind < 0.24 and len(text) > 50:
        blanks = [m.start() for m in re.finditer(" ", text) if m.start() > 8]
        if blanks:
            at = rng.choice(blanks)
            text = text[:at] + "\n" + text[at + 1 :]
    elif kind < 0.26:
        text = text.rstrip(".")
    return text, [span for span in spans if span[1] <= len(text)]


def _same_length(text: str, changed: str) -> str:
    return changed if len(changed) == len(text) else text


def _cased(text: str, spans: Spans, change: Callable[[str], str]) -> str:
    for start, end, kind in spans:
        if kind == "person":
            text = text[:start] + _same_length(text[start:end], change(text[start:end])) + text[end:]
    return text


def made(folder: Path, seed: int, rounds: int, *, held_back: bool = False) -> Iterator[Text]:
    """Filled templates; `held_back`: those kept for measuring instead of the others."""
    filler = Filler(folder, seed)
    for kind, all_of in templates().items():
        mine = [template for template in all_of if measuring(template) is held_back]
        for number in range(rounds):
            for at, template in enumerate(mine):
                for again in range(1 if held_back else times(kind, template, number)):
                    text, spans = _joined(filler, template, mine)
                    identity = f"{kind}-{number}-{at}-{again}"
                    yield Text(identity, text, spans, "held-back templates" if held_back else "templates")


def times(kind: str, template: str, number: int) -> int:
    """How often a template is filled in a round: terms of medicine often, so that each comes to stand among its like; what has
    no slot in one round of three."""
    if not _SLOT.search(template):
        return int(number % 3 == 0)
    if kind != "negatives_terms":
        return 1
    return 24 if "{drug}" in template else 8 if "{medword}" in template else 4


def _joined(filler: Filler, template: str, others: list[str]) -> tuple[str, Spans]:
    """A filled template, one time in four with another behind it, dressed."""
    rng = filler.rng
    text, spans = filler.fill(template)
    if rng.random() < 0.25:
        more, behind = filler.fill(rng.choice(others))
        gap = rng.choice((" ", " ", "\n", "\n\n"))
        shift = len(text) + len(gap)
        spans = spans + [(start + shift, end + shift, kind) for start, end, kind in behind]
        text += gap + more
    return dressed(text, spans, rng)
