"""Whether the first record of a table names its columns or is data like the records below it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

_NUMBER = re.compile(r"[-+(]?[$€£]?\d[\d,. ]{0,40}(?:[eE][-+]?\d{1,4})?\)?%?")
_DATE = re.compile(
    r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}(?:[ T]\d{1,2}:\d{2}\S{0,24})?(?: ?[AaPp]\.?[Mm]\.?)?"
    r"|\d{1,2}[- ][A-Za-z]{3,9}[- ,]{1,2}\d{2,4}|\d{1,2}:\d{2}(?::\d{2})?(?: ?[AaPp][Mm])?"
)
_MAIL = re.compile(r"[^@\s]{1,64}@[^@\s]{1,255}\.[^@\s]{2,}|https?://\S+")
_NAME = re.compile(r"[#_]?[^\W\d_][^\n@]{0,60}|_[\w ]{1,60}")
_SAID = frozenset(
    "id name first last middle date time dob birth sex gender age city state zip zipcode postal county country address "
    "street phone fax email mail ssn mrn code type status note notes comment comments description text value unit units "
    "result number num no key title label amount total price qty quantity year month day start end account patient "
    "provider visit encounter diagnosis drug dose lab test race ethnicity department location site user nombre apellido "
    "fecha direccion telefono correo ciudad estado category class count version url ip".split()
)


def kind_of(cell: str) -> str:
    """What a cell looks like: "n" a number, "d" a date or time, "@" an address on the net, "i" mostly digits, "w" words,
    "" empty."""
    cell = cell.strip()
    if not cell:
        return ""
    for kind, shape in (("d", _DATE), ("n", _NUMBER), ("@", _MAIL)):
        if shape.fullmatch(cell):
            return kind
    digits = sum(map(str.isdigit, cell))
    return "i" if len(cell) < 80 and digits >= 4 and 2 * digits >= len(cell) else "w"


def is_header(rows: Sequence[Sequence[str]]) -> bool:
    """Whether the first record names the columns. Without a sign either way it does: that is the custom."""
    first, below = rows[0], [row for row in rows[1:] if row != rows[0]]
    kinds = [kind_of(cell) for cell in first]
    if not any(kinds) or any(len(cell) > 200 for cell in first):
        return False
    if not below:
        return not any(
            k and (k in "nd@" or (k == "i" and c.strip()[0].isdigit()))
            for k, c in zip(kinds, first, strict=True)
        )
    yes = no = again = 0
    for column, kind in enumerate(kinds):
        cells = [row[column] for row in below if column < len(row) and row[column].strip()]
        usual = Counter(map(kind_of, cells)).most_common(1)
        if not usual or not kind:
            continue
        if kind == usual[0][0] and kind != "w":
            no += 1
        elif kind == "w" and usual[0][0] != "w":
            yes += 1
        again += kind == "w" and first[column] in cells
    if no or yes:
        return yes > no
    return again * 3 < sum(map(bool, kinds))


def follows_header(previous: Sequence[str], rows: Sequence[Sequence[str]]) -> bool:
    """Whether the record before the first of the usual width is their header all the same: one name less because of row
    names or a final separator, or more because empty cells at the end were left out."""
    filled = [cell.strip() for cell in previous if cell.strip()]
    if len(filled) < 2 or 2 * len(previous) < len(rows[0]):
        return False
    if is_header(rows) and len(rows) > 1 and _speaks(rows[0]):
        return False
    named = all(_NAME.fullmatch(cell) and kind_of(cell) == "w" for cell in filled)
    return named and len(set(filled)) == len(filled) and (_speaks(filled) or not is_header(rows))


def names_column(cell: str) -> bool:
    """Whether a cell may name a column: a word, not a number or a date."""
    return _NAME.fullmatch(cell.strip()) is not None and kind_of(cell) in "wi"


def _speaks(cells: Sequence[str]) -> bool:
    """Whether a cell is written as headers are: with a usual word, an underscore, or a capital inside."""
    for cell in cells:
        words = re.findall(r"[A-Z]?[a-z]+|[A-Z]+", cell)
        if any(word.lower() in _SAID for word in words) or "_" in cell or re.search(r"[a-z][A-Z]", cell):
            return True
    return False
