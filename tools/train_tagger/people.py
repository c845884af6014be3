"""Names for the slots of templates: from the Census by frequency and evenly, from lists by origin, invented, and hard ones."""

from __future__ import annotations

import csv
import hashlib
import random
from bisect import bisect
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Name:
    """A person: the parts may have several words."""

    given: str
    surname: str
    middle: str = ""
    origin: str = "census"
    surname_first: bool = False


class Weighted:
    """Names with counts, drawn by count, by the root of the count, or evenly."""

    def __init__(self, counts: dict[str, int]) -> None:
        self.names = sorted(counts)
        self._sums = {
            power: list(accumulate(counts[name] ** power for name in self.names)) for power in (1.0, 0.5)
        }

    def draw(self, rng: random.Random, power: float) -> str:
        """A name; power 1: by frequency, 0.5: by its root, 0: evenly."""
        if power == 0:
            return rng.choice(self.names)
        sums = self._sums[power]
        return self.names[min(bisect(sums, rng.random() * sums[-1]), len(self.names) - 1)]


def title(name: str) -> str:
    """`MCDONALD` as people write it."""
    lower = name.lower()
    if lower.startswith("mc") and len(lower) > 4:
        return "Mc" + lower[2:].capitalize()
    return lower.capitalize()


def held_out(name: str) -> bool:
    """Whether a name of the lists by origin is kept for measuring."""
    return int(hashlib.sha256(name.encode()).hexdigest(), 16) % 5 == 0


def read_origin(path: Path) -> dict[str, list[str]]:
    """The sections of a list by origin."""
    sections: dict[str, list[str]] = {}
    current: list[str] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        line = line.strip()
        if line.startswith("["):
            current = sections.setdefault(line.strip("[]"), [])
        elif line and not line.startswith("#"):
            current.append(line)
    return sections


def origins() -> dict[str, dict[str, list[str]]]:
    """All lists by origin."""
    return {path.stem: read_origin(path) for path in sorted((HERE / "names").glob("*.txt"))}


class People:
    """Draws persons. `folder`: the Census lists; `measuring`: only names by origin that training never saw."""

    def __init__(self, folder: Path, rng: random.Random) -> None:
        self.rng = rng
        self.given = Weighted(given_counts(folder))
        self.surnames = Weighted(surname_counts(folder))
        self.origins = {
            origin: {part: [n for n in names if not held_out(n)] for part, names in parts.items()}
            for origin, parts in origins().items()
        }
        self.words = _word_surnames(folder)
        self.word_given = _word_given(folder)
        self.eponyms = [
            row["eponym"]
            for row in _rows(folder / "medical_eponyms_handwritten.csv")
            if row["eponym"].isalpha()
        ] + [
            row["eponym"] for row in _rows(folder / "medical_eponyms_icd10cm.csv") if row["eponym"].isalpha()
        ]

    def draw(self) -> Name:
        """A person."""
        rng = self.rng
        kind = rng.random()
        if kind < 0.28:
            return self._of_origin(rng.choice(sorted(self.origins)))
        given, surname = self._given(), self._surname()
        if kind < 0.40:
            given, surname = self.invented(self.given), self.invented(self.surnames)
        elif kind < 0.46:
            surname = title(rng.choice(self.words))
        elif kind < 0.49:
            given = title(rng.choice(self.word_given))
        elif kind < 0.51:
            given, surname = title(rng.choice(self.word_given)), title(rng.choice(self.words))
        elif kind < 0.56:
            surname = rng.choice(self.eponyms)
        if rng.random() < 0.05:
            surname = f"{surname}-{self._surname()}"
        return Name(given, surname, self._given())

    def _given(self) -> str:
        return title(self.given.draw(self.rng, self.rng.choice((1.0, 1.0, 0.5, 0.0))))

    def _surname(self) -> str:
        return title(self.surnames.draw(self.rng, self.rng.choice((1.0, 0.5, 0.5, 0.0))))

    def _of_origin(self, origin: str) -> Name:
        parts, rng = self.origins[origin], self.rng
        gender = rng.choice(("female", "male"))
        given, surname = rng.choice(parts[gender]), rng.choice(parts["surnames"])
        if origin == "spanish_latino" and rng.random() < 0.3:
            surname = f"{surname} {rng.choice(parts['surnames'])}"
        first = origin in ("chinese_pinyin", "korean", "vietnamese") and rng.random() < 0.35
        if origin == "chinese_pinyin" and rng.random() < 0.15 and len(given) > 4:
            given = given.replace("ang", "ang ", 1).strip().title()
        return Name(given, surname, rng.choice(parts[gender]), origin, first)

    def invented(self, names: Weighted) -> str:
        """Two halves of names that nobody bears together."""
        rng = self.rng
        head, tail = names.draw(rng, 0.0), names.draw(rng, 0.5)
        return title(head[: max(2, len(head) // 2)] + tail[len(tail) // 2 :])


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def given_counts(folder: Path) -> dict[str, int]:
    counts = {row["name"]: int(row["count_2020"]) for row in _rows(folder / "given_names_census2020.csv")}
    for row in _rows(folder / "given_names_ssa_1880_2020_min50.csv"):
        counts[row["name"].upper()] = max(counts.get(row["name"].upper(), 0), int(row["count"]))
    return {name: count for name, count in counts.items() if len(name) > 1}


def surname_counts(folder: Path) -> dict[str, int]:
    return {
        row["name"]: max(int(row["count_2010"] or 0), int(row["count_2020"] or 0))
        for row in _rows(folder / "surnames_census.csv")
        if len(row["name"]) > 1
    }


def _word_surnames(folder: Path) -> list[str]:
    return [
        row["word"]
        for row in _rows(folder / "ambiguous_name_words.csv")
        if int(row["surname_count"] or 0) >= 2000 and len(row["word"]) > 2
    ]


def _word_given(folder: Path) -> list[str]:
    return [
        row["word"]
        for row in _rows(folder / "ambiguous_name_words.csv")
        if int(row["given_count_2020"] or 0) >= 3000 and len(row["word"]) > 2
    ]


def written(name: Name, rng: random.Random) -> str:
    """A full name in one of the forms that people write."""
    given, surname = name.given, name.surname
    if name.surname_first:
        return f"{surname} {given}"
    kind = rng.random()
    if kind < 0.62:
        return f"{given} {surname}"
    if kind < 0.72:
        return f"{given} {name.middle[0]}{rng.choice(('.', '.', ''))} {surname}"
    if kind < 0.79:
        return f"{given} {name.middle} {surname}"
    if kind < 0.84:
        return f"{given[0]}. {surname}"
    if kind < 0.86:
        return f"{given[0]}.{rng.choice(('', ' '))}{name.middle[0]}. {surname}"
    if kind < 0.89:
        return f"{given} {surname}{rng.choice((' Jr.', ', Jr.', ' III', ' II', ' Sr.', ' Jr'))}"
    if kind < 0.91:
        mark = rng.choice('"(')
        return f"{given} {mark}{name.middle[:4].title()}{')' if mark == '(' else mark} {surname}"
    if kind < 0.96:
        return f"{given} {surname}".upper()
    return f"{given} {surname.upper()}"


def last_first(name: Name, rng: random.Random) -> str:
    """LAST, FIRST M."""
    rest = name.given + rng.choice(("", "", f" {name.middle[0]}", f" {name.middle}", f" {name.middle[0]}."))
    told = f"{name.surname}{rng.choice((', ', ', ', ','))}{rest}"
    return told.upper() if rng.random() < 0.5 else told


def initials(name: Name, rng: random.Random) -> str:
    """J.R., JR, J.M.R."""
    letters = [name.given[0], *([name.middle[0]] if rng.random() < 0.3 else []), name.surname[0].upper()]
    return rng.choice((".".join(letters) + ".", "".join(letters), ". ".join(letters) + ".")).upper()
