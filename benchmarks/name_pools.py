"""The names that stress puts in others' places: rare, invented, words, eponyms, and by origin (only those held out)."""

from __future__ import annotations

import csv
import random
from collections.abc import Iterator
from pathlib import Path

from tools.train_tagger.people import held_out, origins, title

from benchmarks.rename import SURNAME, Pool

RARE = 500
"""A name borne by fewer than this is rare."""
COMMON_WORD = 35
"""SCOWL's size up to which a word is one that everybody knows."""
_MADE = 2000
_NO_WORDS = frozenset(
    "smith maria miller mark martin lee carol walker frank peter jack mason cooper turner victor robin brooks warren foster mike "
    "fisher sherry holly jay nick don sue ken bob pat jerry harry sally derrick rosemary earl mary john lynch fuller hail "
    "chuck patty sandy tanner porter newton glen".split()
)
"""Words whose first sense is the name: too easy."""
_NO_NAMES = frozenset(
    "the him her you than via per ever soon till like said see and will won are was his has had them this that what when who why "
    "how not but for from with miss sister lady doctor madam sir mama papa ting yen dung tin ring shook wan ram".split()
)
"""Function words and titles, which no reader takes for names, and what is borne abroad."""


def census(folder: Path) -> tuple[dict[str, int], dict[str, int]]:
    """Given names and surnames with the number of their bearers."""
    given = {row["name"]: int(row["count_2020"]) for row in _rows(folder / "given_names_census2020.csv")}
    surnames = {
        row["name"]: max(int(row["count_2010"] or 0), int(row["count_2020"] or 0))
        for row in _rows(folder / "surnames_census.csv")
    }
    return given, surnames


def pools(folder: Path) -> Iterator[Pool]:
    """The pools that need the lists in `folder`."""
    given, surnames = census(folder)
    common = _given(sorted(given, key=given.__getitem__)[-300:])
    yield Pool(
        "rare",
        _given([n for n, count in sorted(given.items()) if count < RARE and len(n) > 2]),
        [title(n) for n, count in sorted(surnames.items()) if count < RARE and len(n) > 2],
    )
    yield Pool("invented", _given(_invented(sorted(given))), _invented(sorted(surnames)))
    yield _words(folder)
    listed = {row["eponym"] for row in _rows(folder / "medical_eponyms_handwritten.csv")}
    eponyms = sorted(n for n in listed if n.upper() in surnames)
    yield Pool("eponyms", common, eponyms, frozenset((SURNAME,)))


def origin_pools() -> Iterator[Pool]:
    """The lists by origin, but for the names that the tagger was trained with."""
    for origin, parts in origins().items():
        kept = {part: [n for n in names if held_out(n)] for part, names in parts.items()}
        surnames = kept.pop("surnames")
        yield Pool(f"origin:{origin}", kept, surnames)


def _given(names: list[str]) -> dict[str, list[str]]:
    return {"": [title(name) for name in names]}


def _words(folder: Path) -> Pool:
    given, surnames = [], []
    for row in _rows(folder / "ambiguous_name_words.csv"):
        word = row["word"]
        if int(row["scowl_size"]) > COMMON_WORD or len(word) < 3 or word in _NO_WORDS | _NO_NAMES:
            continue
        if int(row["given_count_2020"] or 0) >= 3000:
            given.append(word)
        if int(row["surname_count"] or 0) >= 2000:
            surnames.append(title(word))
    return Pool("words", _given(given), surnames)


def _invented(names: list[str]) -> list[str]:
    """Two halves of names glued, where nobody bears the whole."""
    rng, known, made = random.Random(5), frozenset(names), set[str]()
    names = [name for name in names if len(name) > 3]
    while len(made) < _MADE:
        head, tail = rng.choice(names), rng.choice(names)
        name = head[: len(head) // 2] + tail[len(tail) // 2 :]
        if name not in known and len(name) > 3:
            made.add(name)
    return [title(name) for name in sorted(made)]


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
