"""Cells of `names`: does a cell by itself, or under a header, read as a person's name?"""

from __future__ import annotations

from phiguard.detectors import _regexes as regex
from phiguard.detectors._name_lists import Kind, plain
from phiguard.detectors._name_words import CREDENTIAL_WORDS, TITLE_WORDS
from phiguard.detectors._names import Token, pair, read, reversed_pair, single, tokens
from phiguard.detectors._pattern import HIGH, MEDIUM, Candidate, Strength
from phiguard.model import Confidence

_NO_NAME = regex.compile(r"(?<!\p{L}|\p{L}\d|\p{L}\d\d)\d|\d{4}|[_/@:\\|=<>{}\[\]#]")
"""A number of its own (`ip-10`, `Ward 4`), or a sign that no name holds. Digits hang on a name in invented people (`Hana294`)."""

_INITIALS = regex.compile(r"\p{Lu}\.?(?:[ ]?\p{Lu}\.?){0,2}")


def cell_under_label(c: Candidate) -> Confidence | None:
    """A cell under a header: any words under a strong one, a name by the lists under a generic one."""
    value = c.value.strip()
    letters = sum(ch.isalpha() for ch in value)
    if letters < 1 or letters < len(value) * 0.5 or len(value.split()) > 7 or "@" in value or "://" in value:
        return None
    if c.header.phrase in ("mi", "initials"):
        return MEDIUM if _INITIALS.fullmatch(value) else None
    if c.header.strength is Strength.WEAK:
        return MEDIUM if looks_like(value) else None
    kept = tokens(value)
    return HIGH if any(t.word.kind is not Kind.OTHER or t.initial for t in kept) else None


def looks_like(cell: str) -> bool:
    """Whether a cell by itself reads as a person's name: `Given Surname`, `Surname, Given`, `J. Surname`, one given name or
    surname; a title in front and a credential behind do not matter."""
    if "^" in cell:  # HL7: number, surname, given name
        cell = " ".join(part for part in cell.split("^")[:4] if not any(map(str.isdigit, part))).strip()
    if _NO_NAME.search(cell):
        return False
    text = _bare(cell.strip().title() if cell.islower() else cell.strip())
    kept = tokens(text)
    if not 1 <= len(kept) <= 6 or len(text) > 60 or (len(text) < 3 and text.isupper()):
        return False  # `IP`, `ED`: codes
    if any(t.word.kind is Kind.OTHER and not (t.initial or t.particle or t.suffix) for t in kept):
        return False
    if len(kept) == 1:
        word = kept[0].word
        return single(word, 3) or (
            word.kind is Kind.NAME and word.most >= 8 and word.tier != "a" and not word.place
        )
    reading = read(text)
    if reading is None or reading.end < len(text.rstrip(" .,")):
        return False
    return pair(text, reading) or bool(reversed_pair(text)) or _backwards(kept) or _with_initial(kept)


def _bare(text: str) -> str:
    """Without a title in front and credentials behind."""
    parts = text.split()
    while len(parts) > 1 and plain(parts[0]) in TITLE_WORDS:
        parts.pop(0)
    while len(parts) > 1 and plain(parts[-1].strip(",")) in CREDENTIAL_WORDS and len(parts[-1]) > 1:
        parts.pop()
    return " ".join(parts).rstrip(",")


def _with_initial(kept: list[Token]) -> bool:
    """`K. Merritt`, `PATEL, R`."""
    names = [t for t in kept if not t.initial]
    return len(names) == 1 and len(kept) <= 3 and names[0].word.surname >= 4 and single(names[0].word)


def _backwards(kept: list[Token]) -> bool:
    """`SMITH JOHN`: surname first, both clear."""
    first, second = kept[0].word, kept[1].word
    return (
        first.kind is Kind.NAME
        and second.kind is Kind.NAME
        and first.surname >= 4
        and second.given >= 4
        and not second.place
    )
