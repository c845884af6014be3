"""Build `data/places.txt.gz`: names of US cities and counties with their states, and the ZIP codes in use by state.

    python tools/build_places.py GAZETTEERS -o data/places.txt.gz
    python tools/build_places.py GAZETTEERS --check data/places.txt.gz

GAZETTEERS is a folder with these CSV files (sources in data/README.md):
`zip_city_state_county_geonames.csv` (zip,city,state,county), `places_geonames_kelvins.csv` (city,state,…),
`counties_census2010.csv` (fips,name,base_name,state,…), `english_words_scowl70.csv` (word,scowl_size),
`surnames_census.csv` (name,count_2010,…) and `given_names_census2020.csv` (name,count_2020,…).

The words and names only set two flags on a city: `w`, it is also an everyday English word (Mobile, Reading, Hope);
`n`, it is a person's name as often as a place's (Jackson, Madison). Exit: 0 written or identical; 1 the check differs.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from phiguard.detectors._places import normal

NOTICE = "# phiguard places 1. City names and ZIP codes: GeoNames (geonames.org), CC BY 4.0, 2026; counties: US Census Bureau, 2010.\n"
WORD_TIER = 60
"""SCOWL sizes up to this one are words that an educated reader knows; beyond it they are rare enough to be names."""
BEARERS = 2000
"""People with the name in the Census lists from which a city's name may be a person's name too,"""
SHARE = 4
"""and this many times the bearers must reach the people of the largest city of that name, else the city prevails."""


def rows(path: Path) -> Iterator[dict[str, str]]:
    """The rows of a CSV file as mappings."""
    with path.open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)


def cities(folder: Path) -> dict[str, set[str]]:
    """City name in the form of `normal` -> states that have one."""
    found: dict[str, set[str]] = defaultdict(set)
    for name in ("zip_city_state_county_geonames.csv", "places_geonames_kelvins.csv"):
        for row in rows(folder / name):
            city = normal(row["city"])
            if city and len(row["state"]) == 2:
                found[city].add(row["state"])
    return found


def counties(folder: Path) -> dict[str, set[str]]:
    """County name without its "County" or "Parish", in the form of `normal` -> states."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in rows(folder / "counties_census2010.csv"):
        found[normal(row["base_name"])].add(row["state"])
    return found


def zips(folder: Path) -> dict[str, set[int]]:
    """State -> its ZIP codes as numbers."""
    found: dict[str, set[int]] = defaultdict(set)
    for row in rows(folder / "zip_city_state_county_geonames.csv"):
        if row["zip"].isdigit() and len(row["state"]) == 2:
            found[row["state"]].add(int(row["zip"]))
    return found


def flags(folder: Path) -> tuple[set[str], set[str]]:
    """(everyday words, names that are a person's rather than a city's), in lower case."""
    words = {
        r["word"] for r in rows(folder / "english_words_scowl70.csv") if int(r["scowl_size"]) <= WORD_TIER
    }
    people: dict[str, int] = {}
    for row in rows(folder / "places_geonames_kelvins.csv"):
        city = normal(row["city"])
        people[city] = max(people.get(city, 0), int(row["zcta2020_pop_of_its_zips"] or 0))
    names = set()
    for file, count in (("surnames_census.csv", "count_2010"), ("given_names_census2020.csv", "count_2020")):
        for row in rows(folder / file):
            name, bearers = row["name"].lower(), int(row[count] or 0)
            if bearers >= BEARERS and bearers * SHARE >= people.get(name, 0):
                names.add(name)
    return words, names


def ranges(numbers: set[int]) -> str:
    """Numbers in order as steps from the one before: `35004+3 2` is 35004 to 35007 and 35009."""
    parts: list[str] = []
    last, ordered = 0, sorted(numbers)
    at = 0
    while at < len(ordered):
        end = at
        while end + 1 < len(ordered) and ordered[end + 1] == ordered[end] + 1:
            end += 1
        parts.append(f"{ordered[at] - last}" + (f"+{end - at}" if end > at else ""))
        last, at = ordered[end], end + 1
    return " ".join(parts)


def build(folder: Path) -> str:
    """The text of the shipped file: three sections, every line in order."""
    words, names = flags(folder)
    lines = [NOTICE.rstrip("\n"), "[cities]"]
    for city, states in sorted(cities(folder).items()):
        mark = ("w" if city in words else "") + ("n" if city in names else "")
        lines.append(f"{city}|{mark}|{' '.join(sorted(states))}")
    lines.append("[counties]")
    lines += [f"{name}||{' '.join(sorted(states))}" for name, states in sorted(counties(folder).items())]
    lines.append("[zips]")
    lines += [f"{state}||{ranges(numbers)}" for state, numbers in sorted(zips(folder).items())]
    return "\n".join(lines) + "\n"


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Build the list of US places from gazetteer CSV files.")
    parser.add_argument("gazetteers", type=Path, help="folder with the CSV files")
    parser.add_argument("-o", "--output", type=Path, default=Path("data/places.txt.gz"))
    parser.add_argument("--check", type=Path, metavar="FILE", help="compare with FILE instead of writing")
    options = parser.parse_args(arguments)
    text = build(options.gazetteers)
    print(f"{text.count(chr(10))} lines, {len(text)} characters", file=sys.stderr)
    if options.check is None:
        options.output.write_bytes(gzip.compress(text.encode("utf-8"), 9, mtime=0))
        return 0
    same = gzip.decompress(options.check.read_bytes()).decode("utf-8") == text
    print("identical" if same else f"{options.check} differs", file=sys.stderr)
    return 0 if same else 1


if __name__ == "__main__":
    raise SystemExit(main())
