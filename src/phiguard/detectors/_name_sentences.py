"""The judges of `names` for running sentences: kin, cues, greetings, verbs of persons, and pairs that the lists know."""

from __future__ import annotations

from phiguard.detectors import _regexes as regex
from phiguard.detectors._name_lists import Kind, look_up, plain
from phiguard.detectors._name_verdicts import abbreviation, role_in, settle, short_capitals, verdict
from phiguard.detectors._name_words import AFTER_VERBS, OWNED, PLACEHOLDERS
from phiguard.detectors._names import (
    Reading,
    followed_by,
    lower_pair,
    no_person,
    pair,
    read,
    reversed_pair,
    single,
    tokens,
)
from phiguard.detectors._pattern import HIGH, LOW, MEDIUM, Candidate, Verdict
from phiguard.model import Confidence

_FIRM = r",? (?:and|&) \p{Lu}"
_CALLED_OUT = r"(?:,| please) \p{Ll}"
_THE = r"\b[Tt]he \Z"
_YEARS = r"(?:,| is| was)? (?:is |was )?an? (?:\w{2,20} ){0,2}?\d{1,3}[- ]?(?:y|month|week|day|año)"
_ADDRESS = r"(?:\d|\bSt\.?|\bSaint|\bFort|\bMt\.?|\bMount|\bLake|\bPort|\bNew|\bWest|\bEast|\bNorth|\bSouth|\bCamp|\bUniversity of|\bRoute) \Z"
_TOLD = r"(?i)\b(?:spoke with|spoke to|met with|per|told|asked|informed|discussed with|seen by|signed by) \Z"
_BREAK_BEFORE = r"(?:\A|[.!?:;\n\"(•*]|\d\.|- )[ \t]*\Z"


def last_first(c: Candidate) -> Verdict | None:
    """`LAST, FIRST M` by the lists."""
    end = reversed_pair(c.value)
    if (
        not end
        or no_person(c.after(), c.value, end)
        or regex.compile(_ADDRESS).search(c.before(14))
        or regex.compile(_FIRM).match(c.value[end:] + c.after())
    ):
        return None
    reading = read(c.value)
    return verdict(c, end, LOW if reading and reading.placeholder else MEDIUM)


def related(c: Candidate) -> Verdict | None:
    """Behind a word for kin or a person, without a colon: a listed name, or a capitalised word that is nothing else."""
    run = c.value
    if run[0].islower():
        end = lower_pair(run, cue=True) or lower_pair(" ".join(run.split(" ")[:2]), cue=True)
        return verdict(c, end, MEDIUM, role_in(c)) if end else None
    reading = read(run)
    if reading is not None and "," in run[: reading.end] and not reversed_pair(run):
        reading = read(run, comma=False)
    if reading is None or no_person(c.after(), run, reading.end) or abbreviation(run, reading):
        return None
    if (c.groups.get("said") or "").lower() in ("called", "named"):
        if not (pair(run, reading) or single(reading.first)):
            return None
    elif reading.words == 1 and not _lone_name(run, reading):
        return None
    if reading.sure:
        return settle(c, reading, HIGH if reading.sure > 1 else MEDIUM)
    return settle(c, reading, MEDIUM) if reading.words <= 3 else None


def _lone_name(run: str, reading: Reading) -> bool:
    """One word behind `wife` or `patient`: a name, or unknown and not in capitals."""
    word = reading.first
    if word.kind is Kind.NAME:
        return word.most >= (6 if word.medical or word.eponym or word.place else 3)
    return reading.sure > 0 or (word.kind is Kind.UNKNOWN and not run[: reading.end].isupper())


def initials(c: Candidate) -> Verdict:
    """`patient J.S.`"""
    return verdict(c, c.end - c.start, MEDIUM, role_in(c))


def cued(c: Candidate) -> Verdict | None:
    """Behind `spoke with`, `per`, `signed by`."""
    run = c.value
    reading = read(run, comma=bool(reversed_pair(run)))
    if reading is None or no_person(c.after(), run, reading.end) or short_capitals(run, reading):
        return None
    if reading.words == 1 and reading.sure < 2:
        return settle(c, reading, MEDIUM) if single(reading.first) else None
    known = pair(run, reading) or reversed_pair(run) or reading.sure
    return settle(c, reading, MEDIUM) if known else None


def greeted(c: Candidate) -> Verdict | None:
    """Behind `Dear`, `Hi`; punctuation follows."""
    reading = read(c.value, comma=False)
    if reading is None or (
        reading.first.kind is Kind.BOTH and reading.first.tier == "a" and reading.first.given < 5
    ):
        return None
    said = (c.groups.get("said") or "").lower()
    addressed = said.startswith(("dear", "hi", "he", "hola", "estimad"))
    if reading.sure == 0 and (c.value[: reading.end].isupper() or not addressed):
        return None
    return settle(c, reading, MEDIUM)


def acting(c: Candidate) -> Verdict | None:
    """In front of a verb of persons, an age, or a possessive with kin: `Denise was seen`, `Maria's mother`."""
    run = c.value
    reading = read(run, comma=False)
    if reading is None or reading.words > 3:
        return None
    rest = run[reading.end :] + c.after()
    word = reading.first
    if regex.compile(_YEARS).match(rest):
        if reading.sure or (reading.words == 1 and word.kind is Kind.UNKNOWN and not run.isupper()):
            return settle(c, reading, MEDIUM) if not (word.eponym and word.most < 6) else None
        return None
    if reading.words > 1 or not single(word, 5) or word.given < 5 or short_capitals(run, reading):
        return None
    if rest.startswith("'s "):
        following = followed_by(rest[3:])
        return settle(c, reading, MEDIUM) if following.lower() in OWNED else None
    if regex.compile(_CALLED_OUT).match(rest) and regex.compile(_BREAK_BEFORE).search(c.before(6)):
        return settle(c, reading, MEDIUM)
    following = followed_by(rest).lower() if rest[:1] == " " else ""
    return settle(c, reading, MEDIUM) if following in AFTER_VERBS else None


def near(c: Candidate) -> Verdict | None:
    """A very common given name behind `with`, `by`, `for`."""
    reading = read(c.value, comma=False)
    if (
        reading is None
        or reading.words > 1
        or not single(reading.first, 6)
        or reading.first.given <= max(5, reading.first.surname)
    ):
        return None
    if (
        no_person(c.after(), c.value, reading.end)
        or reading.first.eponym
        or reading.first.tier
        or c.value.isupper()
    ):
        return None
    return settle(c, reading, MEDIUM)


def paired(c: Candidate) -> Verdict | None:
    """`Given Surname` by the lists alone."""
    run = c.value
    if " " not in run:
        return None
    reading = read(run, comma=False)
    if reading is None or not (pair(run, reading) or _family_first(run, reading)):
        return None
    if (
        no_person(c.after(), run, reading.end)
        or regex.compile(_ADDRESS).search(c.before(14))
        or regex.compile(_THE).search(c.before(5))
    ):
        return None
    return settle(c, reading, MEDIUM)


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


def memorable(name: str) -> set[str]:
    """The words of a certain name by which the person may be called again: no initials, particles, suffixes."""
    return {
        plain(t.text)
        for t in tokens(name)
        if len(t.text) > 2 and t.text[0].isupper() and not (t.initial or t.particle or t.suffix)
    } - PLACEHOLDERS


def again(c: Candidate) -> Confidence | None:
    """A word of a name that this document knows, alone; one that is also a common word needs a verb of persons or a cue."""
    word, after = look_up(c.value), c.after()
    if (
        word.kind is Kind.OTHER
        or no_person(after, c.value, len(c.value))
        or regex.compile(_ADDRESS).search(c.before(14))
    ):
        return None
    if word.kind is Kind.UNKNOWN and c.value.isupper() and len(c.value) <= 4:
        return None
    if word.kind is not Kind.BOTH and not word.eponym and not word.place:
        return MEDIUM
    following = followed_by(after).lower()
    acts = following in AFTER_VERBS if after[:1] == " " else after.startswith("'s ") and following in OWNED
    return MEDIUM if acts or regex.compile(_TOLD).search(c.before(24)) else None
