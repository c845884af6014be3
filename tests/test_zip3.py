"""The three-digit rule: the shipped table, what it allows, and the tool that rebuilds it."""

from __future__ import annotations

from pathlib import Path

import pytest
from tools import build_zip3

from phiguard.detectors._zips import THRESHOLD, accepts, populations, zip3_allowed

SHIPPED = Path(__file__).resolve().parents[1] / "data" / "zip3_population.csv"
RESTRICTED = "036 059 102 202 203 204 205 369 556 692 753 772 821 823 878 879 884 893".split()
CODES = "GEO_ID,NAME,P1_001N\n"
WORDS = 'Geography,Geographic Area Name," !!Total"\n'
INVENTED = (
    "860Z200US00101,ZCTA5 00101,15000\n860Z200US00102,ZCTA5 00102,5001\n860Z200US99901,ZCTA5 99901,0\n"
    "860Z200US99803,ZCTA5 99803,20000\n"
)


def test_the_table_is_the_census_of_2020() -> None:
    table = populations()
    assert len(table) == 894
    assert sum(table.values()) == 334_726_586
    assert sorted(prefix for prefix, people in table.items() if people <= THRESHOLD) == RESTRICTED


@pytest.mark.parametrize(
    ("prefix", "people"),
    [("063", 263_260), ("790", 213_990), ("830", 22_696), ("831", 22_228), ("890", 708_276)],
)
def test_prefixes_of_the_list_of_2000_that_are_above_the_line_now(prefix: str, people: int) -> None:
    assert populations()[prefix] == people
    assert zip3_allowed(prefix)


@pytest.mark.parametrize("prefix", [*RESTRICTED, "005", "008", "192", "938", "969", "abc", ""])
def test_restricted_and_unknown_prefixes_are_not_allowed(prefix: str) -> None:
    assert not zip3_allowed(prefix)


@pytest.mark.parametrize(
    ("cell", "phrase", "allowed"),
    [
        ("000", "zip3", True),
        ("021", "zip3", True),
        ("21", "zip3", True),
        ("21.0", "zip3", True),
        ("021**", "zip3", True),
        ("36", "zip3", False),
        ("036", "zip", False),
        ("830", "zip", True),
        ("21", "zip", False),
        ("02139", "zip", False),
        ("021", "city", False),
    ],
)
def test_cells_that_are_allowed_generalisations(cell: str, phrase: str, allowed: bool) -> None:
    assert accepts(cell, phrase) is allowed


@pytest.mark.parametrize("header", [CODES, CODES + WORDS, "\ufeff" + CODES + WORDS])
def test_the_tool_sums_an_export_by_prefix(tmp_path: Path, header: str) -> None:
    export, built = tmp_path / "export.csv", tmp_path / "built.csv"
    export.write_text(header + INVENTED, encoding="utf-8")
    assert build_zip3.main([str(export), "-o", str(built)]) == 0
    assert built.read_text(encoding="utf-8").splitlines() == [
        "zip3,population,zcta_count",
        "001,20001,2",
        "998,20000,1",
        "999,0,1",
    ]
    assert build_zip3.main([str(export), "--check", str(built)]) == 0
    assert build_zip3.main([str(export), "--check", str(SHIPPED)]) == 1


@pytest.mark.parametrize(
    "text",
    [
        "",
        "GEO_ID,NAME\n",
        CODES,
        CODES + WORDS,
        CODES + "0400000US02,Alaska,733391\n860Z200US00101,ZCTA5 00101,1\n0400000US02,Alaska,1\n",
        CODES + "860Z200US00101,ZCTA5 00101,many\n",
        CODES + INVENTED + INVENTED,
    ],
)
def test_the_tool_refuses_another_form(tmp_path: Path, text: str) -> None:
    export, built = tmp_path / "export.csv", tmp_path / "built.csv"
    export.write_text(text, encoding="utf-8")
    assert build_zip3.main([str(export), "-o", str(built)]) == 2
    assert not built.exists()


def test_the_shipped_table_has_the_form_that_the_tool_writes() -> None:
    rows = [line.split(",") for line in SHIPPED.read_text(encoding="utf-8").splitlines()[1:]]
    assert build_zip3.write(
        (prefix, int(people), int(count)) for prefix, people, count in rows
    ) == SHIPPED.read_text(encoding="utf-8")
    assert sum(int(count) for _, _, count in rows) == 33_774
