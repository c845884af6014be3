"""Other names for a document's persons: the same part anew the same way, in its role and its form."""

from __future__ import annotations

import random
import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from benchmarks.rewrite import Document, Edit

GIVEN, SURNAME = "given", "surname"
_WORD = r"[^\W\d_]+(?:['’](?![sS]\b)[^\W\d_]+)*"
_PARTICLES = "van|von|de|der|den|del|della|da|dos|du|la|los|las|bin|ibn|ter"
_UNIT = re.compile(rf"(?:\b(?:{_PARTICLES})\s+)*(?<!['’]){_WORD}(?:-{_WORD})*", re.I)
_TITLE = re.compile(r"(?:\b(?:mr|mrs|ms|miss|mx|dr|drs|prof|professor|doctor|sra?|sir|nurse)\b\.?\s*)$", re.I)
_NO_NAME = frozenset(
    "mr mrs ms miss mx dr drs prof professor doctor sr sra sir nurse jr ii iii iv md do rn np pa phd dds esq".split()
)
_NAME_PART = re.compile(_WORD)


@dataclass(frozen=True, slots=True)
class Pool:
    """Names to draw from. `given`: by gender, or under `""`. `counted`: the roles whose spans are scored."""

    name: str
    given: Mapping[str, Sequence[str]]
    surnames: Sequence[str]
    counted: frozenset[str] = frozenset((GIVEN, SURNAME))

    def draw(self, role: str, rng: random.Random) -> tuple[str, str]:
        """(name, gender or nothing); genders are drawn evenly."""
        if role == SURNAME:
            return rng.choice(self.surnames), ""
        gender = rng.choice(sorted(self.given))
        return rng.choice(self.given[gender]), gender


@dataclass(frozen=True, slots=True)
class Unit:
    """One part of a name, with its particles and what is hyphenated to it."""

    start: int
    end: int
    text: str
    role: str

    @property
    def initial(self) -> bool:
        return len(self.text) == 1


def units(name: str, alone: str = SURNAME) -> list[Unit]:
    """The parts of a name with their roles. `alone`: the role of a part that stands alone."""
    found = [m for m in _UNIT.finditer(name) if m.group().lower() not in _NO_NAME]
    if len(found) == 1 and re.fullmatch(r"[A-Z]{2}", found[0].group()):
        at = found[0].start()
        return [
            Unit(at + i, at + i + 1, found[0].group()[i], role) for i, role in enumerate((GIVEN, SURNAME))
        ]
    commas = [name.find(",", a.end(), b.start()) for a, b in pairwise(found)]
    comma = max(commas, default=-1)
    units = []
    for m in found:
        if comma >= 0:
            role = SURNAME if m.start() < comma else GIVEN
        elif len(found) == 1:
            role = alone
        else:
            role = SURNAME if m is found[-1] else GIVEN
        units.append(Unit(m.start(), m.end(), m.group(), role))
    return units


def like(original: str, new: str) -> str:
    """`new` in the case of the original, when that is upper or lower."""
    if original.isupper() and len(original) > 1:
        return new.upper()
    return new.lower() if original.islower() else new


@dataclass
class Renamer:
    """The new names of one document. `given`: lower-case words that are given names where they stand alone."""

    pool: Pool
    rng: random.Random
    given: Container[str] = frozenset()
    _new: dict[tuple[str, str], tuple[str, str]] = field(default_factory=dict)

    def edits(self, document: Document) -> Iterator[Edit]:
        """The edits of a document's persons."""
        persons = [gold for gold in document.gold if gold.person]
        names = [document.text[gold.start : gold.end] for gold in persons]
        roles = self._roles(names)
        told = []
        for gold, name in zip(persons, names, strict=True):
            before = document.text[max(0, gold.start - 12) : gold.start]
            told.append(units(name, self._alone(name, before, roles)))
        for parts in told:  # whole parts first: initials follow them
            for unit in parts:
                if not unit.initial:
                    self._replaced(unit)
        for gold, name, parts in zip(persons, names, told, strict=True):
            yield Edit(gold, self._written(name, parts), tuple(self._rows(parts)))

    def _roles(self, names: Iterable[str]) -> dict[str, str]:
        """The role of each part, as the names of two parts and more tell it."""
        roles: dict[str, str] = {}
        for name in names:
            parts = units(name)
            for unit in parts:
                if len(parts) > 1 and not unit.initial:
                    roles.setdefault(unit.text.lower(), unit.role)
        return roles

    def _alone(self, name: str, before: str, roles: dict[str, str]) -> str:
        parts = units(name)
        if len(parts) != 1:
            return SURNAME
        text = parts[0].text.lower()
        if text in roles:
            return roles[text]
        titled = _TITLE.search(before) or _TITLE.search(name[: parts[0].start])
        return GIVEN if not titled and text in self.given else SURNAME

    def _written(self, name: str, parts: Sequence[Unit]) -> str:
        written: list[str] = []
        done = 0
        for unit in parts:
            written += (name[done : unit.start], self._replaced(unit))
            done = unit.end
        return "".join((*written, name[done:]))

    def _replaced(self, unit: Unit) -> str:
        if unit.initial:
            return like(unit.text * 2, self._initial(unit))
        bare = unit.text.rsplit(None, 1)[-1]  # particles go with the name that they belong to
        return _NAME_PART.sub(lambda m: like(m.group(), self._part(unit.role, m.group())[0]), bare)

    def _part(self, role: str, part: str) -> tuple[str, str]:
        key = role, part.lower()
        if key not in self._new:
            taken = {name for name, _ in self._new.values()}
            for _ in range(20):
                drawn = self.pool.draw(role, self.rng)
                if drawn[0] not in taken:
                    break
            self._new[key] = drawn
        return self._new[key]

    def _initial(self, unit: Unit) -> str:
        letter = unit.text.lower()
        told = (new for (role, part), (new, _) in self._new.items() if (role, part[0]) == (unit.role, letter))
        new = next(told, None) or self._part(unit.role, letter)[0]
        return next(char for char in new if char.isalpha())

    def _rows(self, parts: Sequence[Unit]) -> Iterator[str]:
        whole = [unit for unit in parts if not unit.initial]
        if any(unit.role in self.pool.counted for unit in whole):
            yield self.pool.name
        first = next((unit for unit in whole if unit.role == GIVEN), None)
        if first and (gender := self._part(GIVEN, first.text.rsplit(None, 1)[-1].split("-")[0])[1]):
            yield f"gender:{gender}"
