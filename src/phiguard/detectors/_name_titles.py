"""The judges of `names` for what stands beside a title or a credential."""

from __future__ import annotations

from dataclasses import replace

from phiguard.detectors import _regexes as regex
from phiguard.detectors._name_lists import Kind, look_up, plain, surname_step
from phiguard.detectors._name_lowers import lower_pair
from phiguard.detectors._name_verdicts import abbreviation, role_in, settle, verdict
from phiguard.detectors._name_words import AFTER_VERBS, NOT_DOCTORS, STATE_CREDENTIALS
from phiguard.detectors._names import (
    PARTICLE_RUN,
    Reading,
    followed_by,
    pair,
    read,
    tokens,
)
from phiguard.detectors._pattern import HIGH, LOW, MEDIUM, Candidate, Verdict
from phiguard.model import Role

_DRIVE = r"\d (?:\p{Lu}\w{0,20} ){1,4}(?:Dr|DR) \Z"
"""`354 Harbor View Dr N`: a street, not a doctor."""
_CLEAR = frozenset(("mr", "mrs", "ms", "mx"))
_SPELLED = frozenset(
    "Mister Doctor Professor Madam Monsieur Señor Señora Doctora Reverend Pastor Rabbi".split()
)
_WORDS = r"\p{L}[\p{L}'-]{1,24}(?:[ ]\p{Lu}[\p{L}'-]{1,24}){0,2}(?![\w@])"
_FUNCTION = frozenset(
    "and or the a an is was are were has had have be been who he she they it we you his her their in on at to for of as by with from no not but if so then this that contin".split()
)
_GOES_ON = r"[ ]\p{Lu}?\p{Ll}{2}"
_TO = regex.compile(r"(?i)\b(?:to|by|with|per|notified|paged|called|from|consulted)[ ]\Z")


def titled(c: Candidate) -> Verdict | None:
    """Behind a title; the title in lower case, or spelled out, needs the lists."""
    ahead = regex.compile(PARTICLE_RUN).match(c.value)
    if (
        ahead is not None and ahead.end()
    ):  # `Ms. van der Berg`: judged by its surname, found with its particles
        c = replace(c, start=c.start + ahead.end())
    said, run = c.groups.get("said") or "Dr", c.value
    if run[0].islower():
        return _titled_lower(c, run)
    kept = tokens(run)
    if kept and (
        plain(kept[0].text) in NOT_DOCTORS or (kept[0].initial and regex.compile(_DRIVE).search(c.before(60)))
    ):
        return None
    reading = read(run, comma=False)
    if reading is None and kept and _surname_only(said, kept[0].text):
        return verdict(c, kept[0].end, HIGH, role_in(c))
    if reading is None and kept and kept[0].initial and said[0].isupper():
        return _titled_initial(c)
    if reading is None:
        return _titled_word(c, said)
    if (
        said in ("MR", "MS")
        and "." not in c.before(3)
        and not ((reading.sure and reading.first.most >= 4) or _acts(c, reading))
    ):
        return None  # magnetic resonance, multiple sclerosis
    careful = len(said) > 4 or said in ("Don", "Fr", "Maj", "Lt", "Hon", "Miss") or said.islower()
    if (
        careful
        and reading.sure == 0
        and reading.first.kind is not Kind.BOTH
        and not _plainly(said, run, reading)
    ):
        return None
    if (
        careful
        and reading.first.kind is Kind.BOTH
        and reading.words == 1
        and regex.compile(_GOES_ON).match(c.value[reading.end :] + c.after())
    ):
        return None
    if abbreviation(run, reading) and len(run[: reading.end]) <= 3:
        return settle(c, reading, LOW)
    return settle(c, reading, HIGH)


def _plainly(said: str, run: str, reading: Reading) -> bool:
    """`Mister Cloché`, `Doctor Tovrek`: behind a title of persons that is spelled out a word in no list, not in capitals."""
    return said in _SPELLED and not run[: reading.end].isupper() and reading.end > 3


def _titled_word(c: Candidate, said: str) -> Verdict | None:
    """`Mrs. Paget is a 31 y/o`, `Mr. Two Moons`, `mr. price denies`: behind a title that is nothing else any word is a name."""
    clear = said.lower() in ("mrs", "mister") or (
        said.lower() in _CLEAR and c.text[c.start - 2 : c.start].startswith(".")
    )
    run = regex.compile(_WORDS).match(c.value)
    if not clear or run is None or run.group().split(" ")[0].lower() in _FUNCTION:
        return None
    words = [word for word in run.group().split(" ") if word[0].isupper()] or run.group().split(" ")[:1]
    end = sum(map(len, words)) + len(words) - 1
    return verdict(c, end, MEDIUM, role_in(c))


def _acts(c: Candidate, reading: Reading) -> bool:
    """Whether a verb of persons follows, or a word that is also a surname stands in capitals."""
    following = followed_by(c.value[reading.end :] + c.after()).lower()
    return following in AFTER_VERBS or (c.value[: reading.end].isupper() and reading.first.kind is Kind.BOTH)


def _surname_only(said: str, text: str) -> bool:
    """`Mr. Black`: behind such a title even a common word is a surname, if people have it."""
    return (
        said.rstrip(".").title() in ("Mr", "Mrs", "Ms", "Mx", "Dr")
        and said[0].isupper()
        and surname_step(text) >= (6 if text.isupper() else 4)
    )


def _titled_lower(c: Candidate, run: str) -> Verdict | None:
    first, _, rest = run.partition(" ")
    first = first.removesuffix("'s")
    word = look_up(first)
    if word.kind < Kind.BOTH or (word.kind is Kind.BOTH and word.tier == "a"):
        return _titled_word(c, c.groups.get("said") or "")
    end = lower_pair(" ".join(run.split(" ")[:2]), cue=True) if rest else 0
    return verdict(c, end or len(first), MEDIUM, role_in(c))


def _titled_initial(c: Candidate) -> Verdict | None:
    kept = tokens(c.value)
    if kept[0].text == "I":
        return None
    if len(kept) > 1 and all(t.initial and "." not in t.text for t in kept[:2]):
        return verdict(c, c.end - c.start, LOW)
    return verdict(c, kept[0].end, LOW if kept[0].text.startswith(("X", "Y", "Z")) else MEDIUM, role_in(c))


def credentialed(c: Candidate) -> Verdict | None:
    """In front of a credential: the name is the tail of the run; headings and roles before it are dropped."""
    run, said = c.value, plain(c.groups.get("said") or "")
    kept = tokens(run)
    start = 0
    for place, token in enumerate(kept):
        if token.word.kind is Kind.OTHER and not (token.initial or token.particle):
            start = place + 1
    if start >= len(kept):
        return None
    skipped = kept[start - 1].end + 1 if start else 0
    reading = read(run[skipped:], comma=False)
    if reading is None or skipped + reading.end < len(run.rstrip(".")):
        return None
    if said in STATE_CREDENTIALS and not _certain(c, run[skipped:], reading):
        return None
    if reading.sure == 0 and reading.words == 1 and (reading.first.kind is Kind.BOTH or c.value.isupper()):
        return None
    confidence = LOW if reading.placeholder else HIGH if reading.sure else MEDIUM
    return Verdict(confidence, role=Role.CLINICIAN, shrink=(skipped, len(run) - skipped - reading.end))


def _certain(c: Candidate, run: str, reading: Reading) -> bool:
    """`Towson, MD 21204` is a town: with a credential that is a State, the lists must know a person, and no ZIP follows."""
    rest = c.after(16)
    if regex.match(r",? ?[A-Z.]{2,6},? {1,2}\d{5}", rest):
        return False
    if "." in rest[1:6].partition(" ")[0].strip(",") and reading.sure:
        return True
    if reading.words > 1 and reading.sure and not regex.search(r"[,\d] \Z", c.before(3)):
        return not reading.first.place
    if reading.words == 1 and reading.sure and not reading.first.place and _TO.search(c.before(16)):
        return True
    return pair(run, reading) or (reading.sure > 0 and tokens(run)[0].initial)
