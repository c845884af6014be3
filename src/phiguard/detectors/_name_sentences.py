"""The judges of `names` for running sentences: kin, cues, greetings, verbs of persons, and pairs that the lists know."""

from __future__ import annotations

from phiguard.detectors import _regexes as regex
from phiguard.detectors._name_lists import Kind, look_up, plain
from phiguard.detectors._name_lowers import lower_name, rare_lower
from phiguard.detectors._name_verdicts import (
    ADDRESS_BEFORE,
    abbreviation,
    role_in,
    settle,
    short_capitals,
    verdict,
)
from phiguard.detectors._name_words import AFTER_VERBS, FAMILY, OWNED, PLACEHOLDERS, SPOKEN
from phiguard.detectors._names import (
    Reading,
    followed_by,
    no_person,
    pair,
    read,
    reversed_pair,
    single,
    tokens,
    with_initial,
)
from phiguard.detectors._pattern import HIGH, MEDIUM, Candidate, Verdict
from phiguard.model import Confidence, Role

_POSTS = frozenset("rn lpn lvn cna crna pcp np aide circ scrub anes asst".split())
_GIVEN = r"(?i)\b(?:g[ai]v(?:e|en|ing)|offer(?:ed|ing)?|administered|prescribed|show(?:ed|n)|teach|taught|start(?:ed)?) (?:the |this |his |her )?\p{L}{2,12} \Z"
"""`gave the patient Tylenol`."""
_CALLED = r"(?i)(?:\b(?:n[ée]e|fka|f/k/a|maiden name(?: is| was)?|formerly known as|goes by|nicknamed|prefers (?:to be called|the name)|likes to be called|answers to)) \(?[\"']?\Z"
"""What only a name can stand behind."""
_ALIAS = r"(?i)\b(?:aka|a\.k\.a\.|known as|(?:spoke|spoken|met|talked) (?:with|to|w/)|informed|notified|contacted|telephoned|reminded|texted|thanked|(?:message|vm|lm|lvm|voicemail) (?:for|to|from)|(?:\A|[.;\n][ ]?)called|\p{Ll}{2,14}(?:ed|en|wn) by|\b(?:sx|surgery|procedure) by),? [\"']?\Z"
"""Behind these a rare given name will do."""
_CLAUSE = r"(?:\A|[.!?:;\n\"(•*,]|\d\.|-|\b(?:and|but|that|when|as|because|while|if)) {0,2}\Z"
_CALLED_OUT = r"(?:,| please) \p{Ll}"
_YEARS = r"(?:,| is| was)? (?:is |was )?an? (?:\w{2,20} ){0,2}?\d{1,3}[- ]?(?:y|month|week|day|año)"
_TOLD = r"(?i)\b(?:spoke with|spoke to|met with|per|told|asked|informed|discussed with|seen by|signed by) \Z"
_BREAK_BEFORE = r"(?:\A|[.!?:;\n\"(•*]|\d\.|- )[ \t]*\Z"


def related(c: Candidate) -> Verdict | None:
    """Behind a word for kin or a person, without a colon: a listed name, or a capitalised word that is nothing else."""
    run = c.value
    if run[0].islower():
        end = lower_name(run) or _rare_relative(c, run)
        if not end or no_person(c.after(), run, end):
            return None
        return verdict(c, end, MEDIUM, role_in(c))
    reading = read(run)
    if reading is not None and "," in run[: reading.end] and not reversed_pair(run):
        reading = read(run, comma=False)
    if reading is None or no_person(c.after(), run, reading.end) or abbreviation(run, reading):
        return None
    if (c.groups.get("said") or "").lower() in ("called", "named"):
        if not (pair(run, reading) or single(reading.first)):
            return None
    elif reading.words == 1 and not _lone_name(
        run, reading, (c.groups.get("said") or "").lower(), c.before()
    ):
        return None
    if reading.sure:
        return settle(c, reading, HIGH if reading.sure > 1 else MEDIUM)
    return settle(c, reading, MEDIUM) if reading.words <= 3 else None


def _rare_relative(c: Candidate, run: str) -> int:
    """`my child, hamidollah, may`: between commas behind a word for kin."""
    first = run.split(" ")[0]
    apart = c.text[c.start - 2 : c.start] == ", " and (run[len(first) :] + c.after())[:1] == ","
    return len(first) if apart and role_in(c) is Role.RELATIVE and rare_lower(first) else 0


def _lone_name(run: str, reading: Reading, said: str, before: str) -> bool:
    """One word behind `wife` or `patient`: a name, or unknown and not in capitals; behind `RN` or `PCP` only a name."""
    word = reading.first
    if word.kind is Kind.NAME:
        rare = 3 if run[: reading.end].isupper() else 1
        return word.most >= (6 if word.medical or word.eponym or word.place else rare)
    if said in _POSTS or regex.compile(_GIVEN).search(before):
        return False
    return reading.sure > 0 or (word.kind is Kind.UNKNOWN and not run[: reading.end].isupper())


def initials(c: Candidate) -> Verdict:
    """`patient J.S.`"""
    return verdict(c, c.end - c.start, MEDIUM, role_in(c))


def cued(c: Candidate) -> Verdict | None:
    """Behind `spoke with`, `per`, `signed by`."""
    run = c.value
    reading = read(run, comma=bool(reversed_pair(run)))
    if regex.compile(_CALLED).search(c.before(32)):
        return _called(c, reading)
    if reading is None or no_person(c.after(), run, reading.end) or short_capitals(run, reading):
        return None
    if reading.words == 1 and reading.sure < 2:
        least = 2 if regex.compile(_ALIAS).search(c.before(28)) else 4
        lone = single(reading.first, least) or with_initial(run[: reading.end])
        return settle(c, reading, MEDIUM) if lone else None
    known = pair(run, reading) or reversed_pair(run) or reading.sure
    return settle(c, reading, MEDIUM) if known else None


def _called(c: Candidate, reading: Reading | None) -> Verdict | None:
    """Behind `née`, `goes by`: any capitalised word; in lower-case company and unquoted no plain word."""
    if reading is not None:
        return settle(c, reading, MEDIUM)
    kept = tokens(c.value)
    quoted = c.before(1) in "\"'"
    born = regex.compile(r"(?i)\b(?:n[ée]e|fka|f/k/a|maiden name(?: is| was)?) \(?\Z").search(c.before(24))
    if len(kept[0].text) < 3 or not (quoted or born):
        return None
    return verdict(c, kept[0].end, MEDIUM)


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
    if _speaks(c, reading, rest):
        return settle(c, reading, MEDIUM)
    if reading.words > 1 or not single(word, 5) or word.given < 5 or short_capitals(run, reading):
        return None
    if rest.startswith("'s "):
        following = followed_by(rest[3:])
        return settle(c, reading, MEDIUM) if following.lower() in OWNED else None
    if regex.compile(_CALLED_OUT).match(rest) and regex.compile(_BREAK_BEFORE).search(c.before(6)):
        return settle(c, reading, MEDIUM)
    following = followed_by(rest).lower() if rest[:1] == " " else ""
    return settle(c, reading, MEDIUM) if following in AFTER_VERBS else None


def _speaks(c: Candidate, reading: Reading, rest: str) -> bool:
    """Whether `denies`, `c/o` or `'s wife` follows a word at the head of a clause that is a name, or nothing else."""
    following = followed_by(rest[3:] if rest.startswith("'s ") else rest).lower()
    family = rest.startswith("'s ") and following in FAMILY
    if not (family or rest.startswith(" c/o ") or (rest[:1] == " " and following in SPOKEN)):
        return False
    word, caps = reading.first, c.value[: reading.end].isupper()
    if tokens(c.value)[0].particle:
        return False  # `El Sr. López`
    if (
        word.medical
        or word.place
        or (word.eponym and word.most < 6)
        or not regex.compile(_CLAUSE).search(c.before(10))
    ):
        return False
    if word.kind is Kind.UNKNOWN:
        return not caps and len(c.value[: reading.end]) > 3 and (reading.words == 1 or reading.sure > 0)
    return word.kind is Kind.NAME and (reading.end > 3 if caps else word.most > 0)


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
        or regex.compile(ADDRESS_BEFORE).search(c.before(14))
    ):
        return None
    if word.kind is Kind.UNKNOWN and c.value.isupper() and len(c.value) <= 4:
        return None
    if word.kind is not Kind.BOTH and not word.eponym and not word.place:
        return MEDIUM
    following = followed_by(after).lower()
    acts = following in AFTER_VERBS if after[:1] == " " else after.startswith("'s ") and following in OWNED
    return MEDIUM if acts or regex.compile(_TOLD).search(c.before(24)) else None
