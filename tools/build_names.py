"""Builds data/names.txt.gz, the list by which `names` tells a name from a word.

    python tools/build_names.py FOLDER [data/names.txt.gz]

FOLDER holds (CSV, first line a header): `surnames_census.csv` (name, count_2010, count_2020),
`given_names_census2020.csv` (name, count_2020, ...), `given_names_ssa_1880_2020_min50.csv` (name, count, ...),
`english_words_scowl70.csv` (word, scowl_size), `medical_words_icd10cm.csv` (word, ...) and
`medical_eponyms_handwritten.csv` (eponym, ...). Sources and licences: data/README.md.

A line is `WORD gs` and flags: g and s say how many people have it as given name and
as surname (0 none, 1 up to 300, then times three a step, 9 above 656,100); flags: a, b, c also an English word (very common,
common, less common), m a word of medicine, e an eponym of medicine. Words that are no names carry `00` and flags.
The same input gives the same bytes.
"""

from __future__ import annotations

import csv
import gzip
import sys
from collections.abc import Iterator
from pathlib import Path

LEAST_SURNAME = 150
LEAST_GIVEN = 100
"""Rarer names are left out: a name need not be listed to be found under a label."""
RAREST_WORD = 60
TIERS = ((20, "a"), (40, "b"), (60, "c"))


def rows(folder: Path, name: str) -> Iterator[dict[str, str]]:
    """The rows of one source file."""
    with (folder / name).open(encoding="utf-8", newline="") as source:
        yield from csv.DictReader(source)


def step(count: int) -> int:
    """0 for none, else 1 to 9, a step for each factor of three from 100."""
    place, limit = (1 if count else 0), 300
    while count >= limit and place < 9:
        place, limit = place + 1, limit * 3
    return place


def read(folder: Path) -> tuple[dict[str, int], dict[str, int], dict[str, str], set[str], set[str]]:
    """(surnames, given names, English words by tier, words of medicine, eponyms), upper case."""
    surnames = {
        r["name"]: max(int(r["count_2010"] or 0), int(r["count_2020"] or 0))
        for r in rows(folder, "surnames_census.csv")
    }
    given = {r["name"]: int(r["count_2020"]) for r in rows(folder, "given_names_census2020.csv")}
    for r in rows(folder, "given_names_ssa_1880_2020_min50.csv"):
        given[r["name"]] = max(given.get(r["name"], 0), int(r["count"]))
    english = {
        r["word"].upper(): next(letter for size, letter in TIERS if int(r["scowl_size"]) <= size)
        for r in rows(folder, "english_words_scowl70.csv")
        if int(r["scowl_size"]) <= RAREST_WORD and r["word"].isalpha() and len(r["word"]) > 1
    }
    medical = {
        r["word"].upper()
        for r in rows(folder, "medical_words_icd10cm.csv")
        if r["word"].isalpha() and len(r["word"]) > 2
    }
    eponyms = {
        part.upper()
        for r in rows(folder, "medical_eponyms_handwritten.csv")
        for part in r["eponym"].split("-")
    }
    return surnames, given, english, medical, eponyms


def lines(folder: Path) -> Iterator[str]:
    """The list's lines, sorted."""
    surnames, given, english, medical, eponyms = read(folder)
    surnames = {n: c for n, c in surnames.items() if c >= LEAST_SURNAME}
    given = {n: c for n, c in given.items() if c >= LEAST_GIVEN}
    for word in sorted({*surnames, *given, *english, *medical, *eponyms}):
        flags = english.get(word, "") + "m" * (word in medical) + "e" * (word in eponyms)
        yield f"{word} {step(given.get(word, 0))}{step(surnames.get(word, 0))}{flags}"


def main(folder: str, target: str = "data/names.txt.gz") -> None:
    """Write the list."""
    text = "\n".join(lines(Path(folder))) + "\n"
    Path(target).write_bytes(gzip.compress(text.encode("utf-8"), 9, mtime=0))


if __name__ == "__main__":
    main(*sys.argv[1:3])
