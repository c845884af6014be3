"""The judges of `names` for two names that stand together without a label: `Last, First M`, `Given Surname`, `SMITH JOHN`."""

from __future__ import annotations

from phiguard.detectors import _regexes as regex
from phiguard.detectors._name_lists import Kind, look_up
from phiguard.detectors._name_lowers import lower_pair
from phiguard.detectors._name_verdicts import ADDRESS_BEFORE, settle, verdict
from phiguard.detectors._names import (
    Reading,
    no_person,
    pair,
    read,
    reversed_pair,
    tokens,
    with_initial,
)
from phiguard.detectors._pattern import LOW, MEDIUM, Candidate, Verdict

_AGED = r"[ ]{1,3}\(?(?:\d{1,3}[ ]?(?:y|[MF]\b)|[MF][ ]?\d{1,3}\b|[MF]\b|(?:DOB|MRN|MR#|Rm|RM)\b)"
_CITED = r"(?:,| and| &)? (?:et al|\p{Lu}\.)|,? ?\(?(?:19|20)\d\d|\.? ?\["
_FIRM = r",? (?:and|&) \p{Lu}"
_THE = r"\b[Tt]he \Z"


def last_first(c: Candidate) -> Verdict | None:
    """`LAST, FIRST M` by the lists."""
    end = reversed_pair(c.value) or _listed_on(c)
    if (
        not end
        or no_person(c.after(), c.value, end)
        or regex.compile(ADDRESS_BEFORE).search(c.before(14))
        or regex.compile(_FIRM).match(c.value[end:] + c.after())
    ):
        return None
    reading = read(c.value)
    return verdict(c, end, LOW if reading and reading.placeholder else MEDIUM)


def _listed_on(c: Candidate) -> int:
    """Where a rarer `Last, First M` ends: a middle initial, an age, a sex or a number stands behind the given name."""
    kept = tokens(c.value)
    if not 2 <= len(kept) <= 3 or not kept[0].comma or kept[1].comma:
        return 0
    last, first = kept[0].word, kept[1].word
    if Kind.NAME not in (last.kind, first.kind) or last.kind is Kind.OTHER or first.kind < Kind.UNKNOWN:
        return 0
    if first.kind is Kind.BOTH or any(t.word.medical or t.word.place or len(t.text) < 3 for t in kept[:2]):
        return 0
    middle = len(kept) == 3 and kept[2].initial
    aged = regex.compile(_AGED).match(c.after(24)) if len(kept) == 2 or middle else None
    known = last.surname >= 3 and last.kind is Kind.NAME and not last.tier
    return kept[-1].end if aged or (middle and known) else 0


def paired(c: Candidate) -> Verdict | None:
    """`Given Surname` by the lists alone."""
    run = c.value
    if " " not in run:
        return None
    reading = read(run, comma=False)
    if reading is None or not (pair(run, reading) or _family_first(run, reading) or _initialed(c, reading)):
        return None
    if (
        no_person(c.after(), run, reading.end)
        or regex.compile(ADDRESS_BEFORE).search(c.before(14))
        or regex.compile(_THE).search(c.before(5))
    ):
        return None
    return settle(c, reading, MEDIUM)


def _initialed(c: Candidate, reading: Reading) -> bool:
    """`T. Grabowski`: a clear surname behind an initial with its dot; no author of a citation."""
    head = c.value[: reading.end]
    word = reading.first
    return (
        reading.words == 1
        and with_initial(head)
        and word.kind is Kind.NAME
        and word.surname >= 3
        and not (word.tier or word.eponym or word.place)
        and regex.compile(_CITED).match(c.value[reading.end :] + c.after()) is None
    )


def _family_first(run: str, reading: Reading) -> bool:
    """`SMITH JOHN`: capitals, surname first, both clear."""
    kept = tokens(run[: reading.end])
    if not 2 <= len(kept) <= 3 or not kept[0].caps:
        return False
    first, second = kept[0].word, kept[1].word
    return (
        first.kind is Kind.NAME
        and first.surname >= 5
        and second.kind is Kind.NAME
        and second.given >= 5
        and not (first.place or second.place)
    )


def lower(c: Candidate) -> Verdict | None:
    """`john smith` in lower case, by very common names only."""
    run = c.value
    if lower_pair(run, cue=False):
        return verdict(c, len(run), MEDIUM)
    first, _, second = run.partition(" ")
    if " " not in second and look_up(first).surname >= 7 and lower_pair(f"{second} {first}", cue=False):
        return verdict(c, len(run), MEDIUM)
    return None
