"""With which words the patterns of `names` begin, or which word they hold: for speed only, and never too few, by test."""

from __future__ import annotations

from phiguard.detectors import _regexes as regex
from phiguard.detectors._labels import beginnings
from phiguard.detectors._name_lists import Kind, look_up, plain
from phiguard.detectors._name_words import (
    CREDENTIALS,
    CUES,
    GREETINGS,
    KIN,
    LABELS,
    PARTICLES,
    PERSON_NOUNS,
    SOFT_LABELS,
    TITLES,
)


def _letters(expression: str) -> frozenset[str]:
    """Every run of letters in an expression, in lower case."""
    bare = regex.sub(r"\\p\{\p{L}{1,3}\}|\\.", " ", expression)
    return frozenset(run.lower() for run in regex.findall(r"\p{L}{1,30}", bare))


def _prefixes(expression: str) -> frozenset[str]:
    """Every beginning of every word of an expression whose dots may be written or not: `M.D.` begins with `m`, `md`."""
    glued = regex.sub(r"\\\.\??", "", expression)
    words = {run.lower() for run in regex.findall(r"\p{L}{1,30}", glued)}
    return frozenset(word[:size] for word in words for size in range(1, len(word) + 1))


LABELLED = beginnings(LABELS)
SOFTLY_LABELLED = beginnings(SOFT_LABELS)
TITLED = _letters(TITLES)
CREDENTIALED = _prefixes(CREDENTIALS)
INITIALED = frozenset("patient pt client subject mr mrs ms".split())
NEWBORN = frozenset("baby bb infant newborn twin triplet bg b".split())
GREETED = _letters(GREETINGS) | {"estimado", "estimada"}
_NOUNS = _letters(PERSON_NOUNS)
_KIN = _letters(KIN)
_GLUED_KIN = ("step", "grand", "great", "half", "ex", "hij", "herman", "abuel", "fianc", "neighbo")
_WITHIN = frozenset(
    "with to from by por for of is was the on at in today clinic phone via length again directly briefly previously back name w".split()
)
"""Words of the cues with which none begins."""
_CUES = (_letters(CUES) | {"aka"}) - _WITHIN
EMPLOYING = frozenset(
    "works worked working employed employment job retired laid fired on employee trabaja trabajaba empleado empleada occupation employer place workplace empleador patrón patron lugar is was as".split()
)
_PARTICIPLES = ("ed", "en", "ad", "wn", "ld", "et", "de")


def person(run: str) -> bool:
    """`patients`, `pts`: with a plural s or without."""
    return run in _NOUNS or run.removesuffix("s") in _NOUNS or f"{run}s" in _NOUNS


def kin(run: str) -> bool:
    """`stepmother`, `sisters`."""
    return run in _KIN or run.removesuffix("s") in _KIN or run.startswith(_GLUED_KIN)


def cue(run: str) -> bool:
    """`seen by`, `spoke with`: a participle, or a word of the cues, whose endings may be glued."""
    return run.endswith(_PARTICIPLES) or (
        run in _CUES or any(run[:size] in _CUES for size in range(3, len(run)))
    )


def maybe_name(run: str) -> bool:
    """Whether the lists let a lower-case word be a name, or part of one."""
    return len(run) <= 2 or look_up(run).kind is not Kind.OTHER


def likely_name(run: str) -> bool:
    """Whether a name may begin with a word: one that the lists do not call a mere word, an initial, a particle."""
    return len(run) <= 2 or plain(run) in PARTICLES or look_up(run).kind is not Kind.OTHER
