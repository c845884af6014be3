"""Build `data/zip3_population.csv`, the table of the three-digit ZIP rule, from a Census export.

The export is the CSV that data.census.gov gives for table DECENNIALDHC2020.P1 with the geography "ZIP Code Tabulation Area":
columns `GEO_ID` (`860Z200US35004`), `NAME` (`ZCTA5 35004`) and `P1_001N`, under one header row or two (codes, then words).

    python tools/build_zip3.py DECENNIALDHC2020.P1-Data.csv -o data/zip3_population.csv
    python tools/build_zip3.py DECENNIALDHC2020.P1-Data.csv --check data/zip3_population.csv

Exit: 0 written or identical; 1 the check found a difference; 2 the export is not of that form.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

HEADER = ("zip3", "population", "zcta_count")
_COLUMNS = ("GEO_ID", "NAME", "P1_001N")


class ExportError(ValueError):
    """The file is not a data.census.gov export of P1 by ZCTA."""


def zctas(lines: Iterable[str]) -> Iterator[tuple[str, int]]:
    """(five-digit ZCTA, population) of every data row. Raises ExportError for a file of another form."""
    rows = csv.reader(lines)
    header = [name.strip().strip('"').lstrip("\ufeff") for name in next(rows, [])]
    missing = [name for name in _COLUMNS if name not in header]
    if missing:
        raise ExportError(f"the export lacks the column {missing[0]}")
    geo, population = header.index("GEO_ID"), header.index("P1_001N")
    for number, row in enumerate(rows, 2):
        if not row or (number == 2 and not _is_data(row, geo)):
            continue  # the second header row: "Geography", "Geographic Area Name", " !!Total"
        if not _is_data(row, geo) or len(row) <= population:
            raise ExportError(f"row {number} is no ZIP Code Tabulation Area")
        count = row[population].strip().replace(",", "")
        if not count.isdigit():
            raise ExportError(f"row {number} has no population")
        yield row[geo].strip()[-5:], int(count)


def _is_data(row: Sequence[str], geo: int) -> bool:
    code = row[geo].strip() if len(row) > geo else ""
    return code.startswith("860") and "US" in code and code[-5:].isdigit()


def table(lines: Iterable[str]) -> list[tuple[str, int, int]]:
    """(prefix, population, ZCTAs) in order of the prefix. Raises ExportError when a ZCTA comes twice or none does."""
    sums: dict[str, list[int]] = {}
    seen: set[str] = set()
    for zcta, population in zctas(lines):
        if zcta in seen:
            raise ExportError(f"ZCTA {zcta} comes twice")
        seen.add(zcta)
        entry = sums.setdefault(zcta[:3], [0, 0])
        entry[0] += population
        entry[1] += 1
    if not sums:
        raise ExportError("the export has no rows")
    return [(prefix, *sums[prefix]) for prefix in sorted(sums)]  # type: ignore[misc]


def write(rows: Iterable[tuple[str, int, int]]) -> str:
    """The shipped form: a header and one line per prefix."""
    return "".join(",".join(str(value) for value in row) + "\n" for row in (HEADER, *rows))


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        description="Build the ZIP3 population table from a data.census.gov export of P1."
    )
    parser.add_argument("export", type=Path, help="CSV export of DECENNIALDHC2020.P1 by ZCTA")
    parser.add_argument("-o", "--output", type=Path, default=Path("data/zip3_population.csv"))
    parser.add_argument("--check", type=Path, metavar="FILE", help="compare with FILE instead of writing")
    options = parser.parse_args(arguments)
    try:
        with options.export.open(encoding="utf-8-sig", newline="") as lines:
            rows = table(lines)
    except (ExportError, OSError, UnicodeDecodeError) as error:
        print(f"build_zip3: {error}", file=sys.stderr)
        return 2
    text = write(rows)
    people, areas = sum(row[1] for row in rows), sum(row[2] for row in rows)
    print(f"{len(rows)} prefixes, {areas} ZCTAs, {people} people", file=sys.stderr)
    if options.check is None:
        options.output.write_text(text, encoding="utf-8", newline="\n")
        return 0
    same = options.check.read_text(encoding="utf-8") == text
    print("identical" if same else f"{options.check} differs", file=sys.stderr)
    return 0 if same else 1


if __name__ == "__main__":
    raise SystemExit(main())
