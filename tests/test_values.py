"""Cells that are no value: nulls, sentinels, masks, fillers; and those that only look like it."""

from __future__ import annotations

import pytest

from phiguard.engine.values import is_null, is_tag


@pytest.mark.parametrize(
    "cell",
    [
        "",
        "  ",
        "N/A",
        "unknown",
        "99999",
        "1900-01-01",
        "9999-12-31",
        "(###) ###-####",
        "XXX-XX-XXXX",
        "999-99-9999",
        "MRN-0000000",
        "000-00-0000",
        "yyyy-mm-dd",
        "MM/DD/YYYY",
        "--",
        "***",
        "Y",
        "0",
        "desconocido",
        "01/01/1900",
        "NULL",
        "false",
        "(999) 999-9999",
        "&nbsp;",
        "\ufeff",
    ],
)
def test_null(cell: str) -> None:
    assert is_null(cell)


@pytest.mark.parametrize(
    "cell",
    [
        "10000001",
        "219-09-9999",
        "E8596608",
        "Null, Ann",
        "Nunez",
        "99213",
        "1900-01-02",
        "90",
        "000123",
        "XX-12",
        "Ng",
        "Do",
        "9991234567",
    ],
)
def test_value(cell: str) -> None:
    assert not is_null(cell)


def test_tags_are_exactly_what_phiguard_writes() -> None:
    tags = frozenset(("[SSN]", "[NAME]"))
    assert is_tag("[SSN]", tags) and is_tag(" [NAME] ", tags) and is_tag("****", tags)
    assert not is_tag("[OTHER]", tags) and not is_tag("[SSN] 219-09-9999", tags)
