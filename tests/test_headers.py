"""The table of headers as a whole: what the vocabularies say of the columns of systems that hospitals use.

`headers.txt` has one header per line, `expected | header | where from`. Expected is a category (`a/b`: either), `none` for a
column that holds no identifier, or a category with `?` for a generic header. Of both a weak label or none is right: it does
nothing unless the values agree.
"""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

from phiguard.detectors._labels import NO_LABEL, LabelMatch, Strength
from phiguard.detectors._spellings import respelt
from phiguard.model import CATEGORIES
from phiguard.registry import detectors

_TABLE = Path(__file__).with_name("headers.txt")
_NONE = "none"
_LONG = re.compile(r"[A-Za-z]{6,}")


def _rows() -> list[tuple[str, str]]:
    lines = (line for line in _TABLE.read_text("utf-8").splitlines() if line and not line.startswith("#"))
    return [(expected, header) for expected, header, _ in (line.split(" | ") for line in lines)]


ROWS = _rows()


def _labels(header: str) -> list[tuple[str, LabelMatch]]:
    """What the vocabularies know of a header, the highest rank first, as the engine weighs them."""
    found = [(str(d.category), d.labels.match(header)) for d in detectors()]
    return sorted(
        (pair for pair in found if pair[1] is not NO_LABEL), key=lambda pair: pair[1].rank, reverse=True
    )


def _said(header: str) -> tuple[str, Strength, str]:
    known = _labels(header)
    if not known:
        return _NONE, Strength.NONE, ""
    category, label = known[0]
    return category, label.strength, label.phrase


def _right(expected: str, header: str) -> bool:
    category, strength, _ = _said(header)
    allowed = expected.split("/")
    if expected.endswith("?") or (_NONE in allowed and category not in allowed):
        return strength is not Strength.STRONG
    return category in allowed


def _accused(expected: str, header: str) -> bool:
    return expected == _NONE and _said(header)[1] is Strength.STRONG


def _told(rows: list[tuple[str, str]]) -> str:
    return "\n".join(
        f"{expected} | {header} | said: {' '.join(map(str, _said(header)))}" for expected, header in rows
    )


def test_the_table_is_large_and_balanced() -> None:
    headers = [header for _, header in ROWS]
    assert len(headers) >= 1500
    assert len(headers) == len(set(headers))
    known = {*map(str, CATEGORIES), _NONE}
    assert all(set(expected.rstrip("?").split("/")) <= known for expected, _ in ROWS)
    counts = Counter(expected for expected, _ in ROWS)
    assert all(counts[category] >= 15 for category in CATEGORIES)


def test_nearly_all_headers_are_understood() -> None:
    wrong = [row for row in ROWS if not _right(*row)]
    assert len(wrong) <= 0.02 * len(ROWS), _told(wrong)


def test_columns_without_identifiers_are_not_accused() -> None:
    innocent = [row for row in ROWS if row[0] == _NONE]
    accused = [row for row in innocent if _accused(*row)]
    assert len(accused) <= 0.005 * len(innocent), _told(accused)


def test_a_slip_of_the_finger_accuses_nothing() -> None:
    slips = 0
    accused = []
    for expected, header in ROWS:
        if expected != _NONE or _accused(expected, header):
            continue
        for word in _LONG.finditer(header):
            at = (word.start() + word.end()) // 2
            slipped = f"{header[: at - 1]}{header[at]}{header[at - 1]}{header[at + 1 :]}"
            slips += 1
            accused += [(expected, slipped)] if _accused(_NONE, slipped) else []
    assert slips > 2000
    assert len(accused) <= 0.005 * slips, _told(accused)


def test_misspelt_words_are_mended_and_no_others() -> None:
    mended = {"pateint": "patient", "adress": "address", "recieved": "received", "birht": "birth"}
    mended |= {"medcial": "medical", "nubmer": "number", "serail": "serial", "lisence": "license"}
    assert {word: respelt(word) for word in mended} == mended
    for (
        word
    ) in "patent count country county medial scheduled specimn longitud admision stats deliver".split():
        assert respelt(word) == word


def test_no_header_belongs_to_two_categories_alike() -> None:
    torn = []
    for expected, header in ROWS:
        known = [
            (category, label) for category, label in _labels(header) if label.strength is Strength.STRONG
        ]
        if len(known) > 1 and known[0][1].rank == known[1][1].rank:
            torn.append(f"{expected} | {header} | {known[0]} and {known[1]}")
    assert not torn, "\n".join(torn)
