"""What the lists say of one word: how many people have it as a name, and whether it is also a word of English or of medicine.

The list is read when it is first needed. Its format and sources: `tools/build_names.py`, `data/README.md`.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from sys import intern

from phiguard.detectors._caches import remembered
from phiguard.detectors._name_words import AMBIGUOUS_MONTHS, CREDENTIAL_WORDS, NOT_ALONE, NOT_NAMES, PLACES
from phiguard.resources import read_text

_DOMINANT = {"a": 9, "b": 8, "c": 6}
"""From this step on a word is a name first, although it is also an English word (Mark, Smith; John; Veronica)."""
_RARE = {"a": 3, "b": 2, "c": 2}
"""Up to this step it is a word, although a few people bear it (Was, Cancer)."""


class Kind(IntEnum):
    """How a capitalised word reads."""

    OTHER = 0
    """A word that is no name."""
    UNKNOWN = 1
    """In no list: could be a name."""
    BOTH = 2
    """A name and a common word, a month, a place."""
    NAME = 3


@dataclass(frozen=True, slots=True)
class Word:
    """One word's facts. `given`, `surname`: 0 (none) to 9. `tier`: a, b, c: English, very common to less so; empty: not."""

    kind: Kind
    given: int = 0
    surname: int = 0
    tier: str = ""
    medical: bool = False
    eponym: bool = False
    place: bool = False

    @property
    def most(self) -> int:
        return max(self.given, self.surname)


_OF_MEDICINE = tuple(
    (
        "ITIS OSIS AEMIA EMIA URIA ECTOMY OTOMY OSTOMY OSCOPY OSCOPE OGRAPHY OGRAM OPLASTY OPATHY PLASIA TROPHY ALGIA OLOGY OLOGIST MEGALY PENIA PNEA "
        "PLEGIA PARESIS PHAGIA ORRHEA ORRHAPHY ESTHESIA CARDIA CARDIC TENSIVE FEBRILE EMIC ULAR IATIC IATRIC ATION ATED ABLE ANEOUS VERBAL ICTERIC OLOL "
        "PRIL SARTAN STATIN MYCIN MICIN CILLIN AZOLE ZUMAB XIMAB TUMAB TINIB ZEPAM ZOLAM CAINE DIPINE GLIPTIN GLIFLOZIN GLUTIDE FLOXACIN CYCLINE OXETINE "
        "TRIPTAN SETRON DRONATE XABAN THIAZIDE SEMIDE PHYLLINE SOLONE NISONE METHASONE PROFEN BARBITAL TIDINE PENTIN CODONE MORPHONE FORMIN OXACIN VUDINE "
        "OLOGIA IATRIA CIRUGIA ECTOMIA OSCOPIA GRAFIA CICLOVIR TARTRATE SUCCINATE CHLORIDE PHOSPHATE SULFATE"
    ).split()
)
"""Endings of the words of medicine, and the stems that WHO gives to names of drugs: what no list has need not be a name."""
_CONTRACTED = frozenset(("'m", "'d", "'t", "'ve", "'re", "'ll"))
_UNKNOWN = Word(Kind.UNKNOWN)
_OTHER = Word(Kind.OTHER)


@lru_cache(maxsize=1)
def _list() -> dict[str, str]:
    fields = read_text("names.txt.gz").split()
    return dict(zip(fields[::2], map(intern, fields[1::2]), strict=True))


def codes(word: str) -> str:
    """The list's own line on a word in the form of `plain`: steps as given name and surname, flags; empty: not in it."""
    return _list().get(word, "")


def plain(text: str) -> str:
    """Upper case without accents, apostrophes, dots and trailing digits: `O'Brien` -> `OBRIEN`, `José` -> `JOSE`."""
    if not text.isascii():
        text = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    return text.upper().replace("'", "").replace(".", "").rstrip("0123456789")


@remembered(65536)
def look_up(text: str) -> Word:
    """The facts of a word; a hyphenated one reads as its best part, or as no name if a part is none."""
    if text[-3:].lower() in _CONTRACTED or text[-2:].lower() in _CONTRACTED:
        return _OTHER
    word = plain(text)
    if "-" in word:
        return _hyphenated(word)
    if word in NOT_NAMES or word in CREDENTIAL_WORDS:
        return _OTHER
    code = _list().get(word)
    if code is None:
        return _OTHER if word in NOT_ALONE or _of_medicine(word) else _UNKNOWN
    given, surname, flags = int(code[0]), int(code[1]), code[2:]
    tier = flags[0] if flags[:1] in ("a", "b", "c") and flags else ""
    if word in AMBIGUOUS_MONTHS:
        tier = "a"
    if word in NOT_ALONE:
        return Word(Kind.BOTH, given, surname, "a", place=True) if surname >= 5 else _OTHER
    facts = (given, surname, tier, "m" in flags, "e" in flags, word in PLACES)
    return Word(
        _kind(max(given, surname), tier, medical="m" in flags, month=word in AMBIGUOUS_MONTHS), *facts
    )


def _of_medicine(word: str) -> bool:
    return len(word) > 6 and word.removesuffix("S").endswith(_OF_MEDICINE)


def _kind(most: int, tier: str, *, medical: bool, month: bool) -> Kind:
    if most == 0:
        return Kind.OTHER
    if month:
        return Kind.BOTH
    if tier:
        if most <= _RARE[tier]:
            return Kind.OTHER
        return Kind.NAME if most >= _DOMINANT[tier] else Kind.BOTH
    if medical:
        return Kind.OTHER if most <= 3 else Kind.BOTH if most <= 6 else Kind.NAME
    return Kind.NAME


def _hyphenated(word: str) -> Word:
    parts = [look_up(part) for part in word.split("-") if part]
    if not parts or any(p.kind is Kind.OTHER for p in parts):
        return _OTHER
    best = max(parts, key=lambda p: (p.kind, p.most))
    return Word(
        best.kind, best.given, best.surname, best.tier, best.medical, any(p.eponym for p in parts), best.place
    )


@remembered(4096)
def surname_step(text: str) -> int:
    """How many bear it as a surname, 0 to 9, whatever else the word means: for a place where only a surname can stand."""
    return int(_list().get(plain(text), "00")[1])
