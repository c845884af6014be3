"""Whom the tagger finds: recall of persons by origin, gender, frequency of the name, kind of name and casing.

The held-back templates are filled with persons of each group in turn; all else in them is drawn alike.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from phiguard.detectors._name_lists import codes, plain
from phiguard.engine.tagger import Tagger
from tools.train_tagger import people
from tools.train_tagger.fill import Filler, Text, measuring, templates
from tools.train_tagger.measure import Score, measure
from tools.train_tagger.people import Name

SEED = 99
GENDERS = ("female", "male")
BUCKETS = (("common", 50_000, 10**9), ("middling", 5_000, 49_999), ("rare", 150, 4_999))
"""By how many people of the United States bear the given name and the surname."""
CASINGS: Mapping[str, Callable[[str], str]] = {"as is": str, "lower": str.lower, "upper": str.upper}
_NAMED = re.compile(r"\{(?:name|first|last|last_first|first_i)\d?\}")
_SURNAME_FIRST = ("chinese_pinyin", "korean", "vietnamese")


@dataclass(frozen=True, slots=True)
class Origin:
    """Recall of one origin, by gender; `names`: how many of its names are held back."""

    name: str
    names: int
    genders: Mapping[str, Score]

    @property
    def spans(self) -> int:
        """Persons."""
        return sum(score.person.spans for score in self.genders.values())

    @property
    def recall(self) -> float:
        """Share of persons found as persons."""
        return sum(score.person.right for score in self.genders.values()) / self.spans

    @property
    def any_recall(self) -> float:
        """Share of persons found with any label."""
        return sum(score.person.seen for score in self.genders.values()) / self.spans


def held_back_templates() -> list[str]:
    """Templates held back that name a person, without those with bare initials."""
    return [
        template
        for kind, all_of in templates().items()
        if not kind.startswith("negatives")
        for template in all_of
        if measuring(template) and _NAMED.search(template) and "{initials" not in template
    ]


class Groups:
    """Fills the held-back templates with persons of a group. `folder`: the lists of names and places."""

    def __init__(self, folder: Path) -> None:
        self.filler = Filler(folder, SEED)
        self.people = self.filler.people
        self.given = people.given_counts(folder)
        self.surnames = people.surname_counts(folder)
        self.templates = held_back_templates()
        self.rng = random.Random(SEED)

    def texts(self, person: Callable[[], Name], rounds: int = 1) -> Iterator[Text]:
        """The templates, filled; the same seed for every group."""
        self.filler.rng.seed(SEED)
        self.filler._decks.clear()
        self.rng.seed(SEED)
        self.filler.person = person
        for number in range(rounds):
            for at, template in enumerate(self.templates):
                text, spans = self.filler.fill(template)
                yield Text(f"{number}-{at}", text, [s for s in spans if s[2] == "person"], "groups")

    def of_origin(self, parts: Mapping[str, list[str]], gender: str, origin: str) -> Callable[[], Name]:
        """Draws persons of an origin."""
        rng = self.rng

        def person() -> Name:
            first = origin in _SURNAME_FIRST and rng.random() < 0.35
            given, middle = rng.choice(parts[gender]), rng.choice(parts[gender])
            return Name(given, rng.choice(parts["surnames"]), middle, origin, first)

        return person

    def of_bucket(self, least: int, most: int) -> Callable[[], Name]:
        """Draws evenly from names that so many people bear."""
        given = [name for name, count in sorted(self.given.items()) if least <= count <= most]
        surnames = [name for name, count in sorted(self.surnames.items()) if least <= count <= most]
        return self._even(given, surnames)

    def _even(self, given: list[str], surnames: list[str]) -> Callable[[], Name]:
        rng, title = self.rng, people.title

        def person() -> Name:
            return Name(title(rng.choice(given)), title(rng.choice(surnames)), title(rng.choice(given)))

        return person

    def invented(self) -> Name:
        """A person whose names are in no list."""
        return Name(self._unlisted(True), self._unlisted(False), self._unlisted(True))

    def _unlisted(self, given: bool) -> str:
        while True:
            name = self.people.invented(self.people.given if given else self.people.surnames)
            if not codes(plain(name)):
                return name

    def kinds(self) -> dict[str, Callable[[], Name]]:
        """Names by how many bear them, and hard ones."""
        common_given = [name for name, count in sorted(self.given.items()) if count >= BUCKETS[0][1]]
        found = {name: self.of_bucket(least, most) for name, least, most in BUCKETS}
        return {
            **found,
            "not listed": self.invented,
            "surname is a word": self._even(common_given, self.people.words),
            "both are words": self._even(self.people.word_given, self.people.words),
            "surname is an eponym": self._even(common_given, self.people.eponyms),
        }


def by_origin(tagger: Tagger, groups: Groups) -> list[Origin]:
    """Persons by origin and gender; only names that training never drew."""
    found = []
    for origin, sections in people.origins().items():
        parts = {part: [n for n in names if people.held_out(n)] for part, names in sections.items()}
        scores = {
            gender: measure(tagger, groups.texts(groups.of_origin(parts, gender, origin)))
            for gender in GENDERS
        }
        found.append(Origin(origin, sum(map(len, parts.values())), scores))
    return found


def by_kind(tagger: Tagger, groups: Groups) -> dict[str, Score]:
    """Persons by how common their names are and what else these mean."""
    return {kind: measure(tagger, groups.texts(person, 2)) for kind, person in groups.kinds().items()}


def by_casing(tagger: Tagger, groups: Groups) -> dict[str, Score]:
    """Persons drawn as in training, in three casings."""
    texts = list(groups.texts(groups.people.draw, 2))
    return {name: measure(tagger, texts, change=change) for name, change in CASINGS.items()}
