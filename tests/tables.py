"""Reads the tables of tests/cases: `expected | text, with <<what must be found>> | why`.

Split at the first and the last ` | `. `\\n` and `\\t` may be written. A text `header = value` whose left side is one word of
letters, digits, `_`, `.`, `#`, `-`, `/` is a cell under a label (a header of several words is written with `_`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

_MARK = re.compile(r"<<(.*?)>>", re.DOTALL)
_CELL = re.compile(r"([\w.#/-]+) = (.*)", re.DOTALL)


@dataclass(frozen=True)
class Case:
    category: str
    line: int
    expected: str
    label: str | None
    text: str
    marks: tuple[tuple[int, int], ...]
    why: str

    def __str__(self) -> str:
        return f"{self.category}:{self.line}"


def read_cases(path: Path) -> list[Case]:
    return [
        _case(path.stem, number, line)
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if line.strip() and not line.startswith("#")
    ]


def _case(category: str, number: int, line: str) -> Case:
    expected, _, rest = line.partition(" | ")
    text, _, why = rest.rpartition(" | ")
    expected = expected.strip()
    assert expected in ("high", "medium", "low", "none"), (
        f"{category}:{number}: expected is high, medium, low or none"
    )
    text = text.strip(" ").replace("\\n", "\n").replace("\\t", "\t")
    cell = _CELL.fullmatch(text)
    label = cell.group(1) if cell else None
    text = cell.group(2) if cell else text
    marks, plain, last = [], "", 0
    for mark in _MARK.finditer(text):
        plain += text[last : mark.start()]
        marks.append((len(plain), len(plain) + len(mark.group(1))))
        plain += mark.group(1)
        last = mark.end()
    plain += text[last:]
    assert bool(marks) == (expected != "none"), f"{category}:{number}: marks go with everything but none"
    return Case(category, number, expected, label, plain, tuple(marks), why.strip())
