"""What a stretch is worth that the tagger calls a person: filters lower the confidence and never delete, since a person may be
called Foley, Chase or May."""

from __future__ import annotations

from phiguard.detectors import _regexes as regex
from phiguard.detectors._name_lists import Kind, look_up, plain
from phiguard.detectors._name_words import (
    AFTER_VERBS,
    AMBIGUOUS_MONTHS,
    CREDENTIAL_WORDS,
    NOT_DOCTORS,
    NOT_PAIRS,
    ORG_TAILS,
    PLACEHOLDERS,
    TITLE_WORDS,
)
from phiguard.detectors._names import followed_by, no_person
from phiguard.detectors._pattern import LOW, MEDIUM, Candidate, Pattern, Verdict

_WORD = r"[^\s,()\"/]+"
_GAP = r"\s{2,}|[ ](?:née|nee|aka)[ ]|\t|\n(?!\p{Lu}\p{Ll}+(?![\w:]))"
"""Where a name ends at the latest: a wide gap, the end of a line unless a capitalised word goes on that is no label."""
_DESKS = frozenset("BILLING SCHEDULING REGISTRATION INTAKE TRIAGE PHARMACY RECEPTION".split())
_SPANISH = frozenset("SENOR SENORA SENORITA DONA DOCTORA".split())
_BEFORE = frozenset(
    "SR LEADER RECORDER SCRIBE CHARGE TECH AIRWAY TREASURER SECRETARY PHARMACIST INTERPRETER DRIVER".split()
)
"""Posts and `Sr.` in front of a name."""
_OF_A_TERM = r"(?i)\b(?:stain|scale|score|test|sign|method)[ ]?[-:][ ]\Z"
_SIGN = r"[@#_{}=]"
_PATH = r"(?:://|[/\\])\S{0,80}\Z"


def person(c: Candidate) -> Verdict | None:
    """A person, without title, credential and possessive."""
    start, end = _cut(c)
    run = c.value[start:end]
    if not any(map(str.isalpha, run)) or c.value[end:][:1].strip() == ":":
        return None
    return Verdict(LOW if _doubtful(c, start, run) else MEDIUM, shrink=(start, c.end - c.start - end))


def _cut(c: Candidate) -> tuple[int, int]:
    """Where the name begins and ends in the candidate."""
    value = c.value
    gap = regex.compile(_GAP).search(value)
    first = value.find("(") + 1 if ")" not in value else 0
    spans = regex.compile(_WORD).finditer(value, first, gap.start() if gap else len(value))
    found = [m.span() for m in spans]
    while found and _leads(c, found):
        found.pop(0)
    mixed = any(value[a].isupper() for a, _ in found)
    while len(found) > 1 and (
        (len(found) > 2 and _bare(c, found[-1]) in CREDENTIAL_WORDS)
        or (mixed and value[found[-1][0]].islower())
        or (value[found[-1][0] - 1] == "/" and found[-1][1] - found[-1][0] == 1)
    ):
        found.pop()
    if not found:
        return 0, 0
    start, end = found[0][0], found[-1][1]
    return start, end - 2 if value[start:end].endswith("'s") else end


def _leads(c: Candidate, found: list[tuple[int, int]]) -> bool:
    """A title, an article before one (`El Sr. López`), or a word that is no name before one that may be (`Leader Prakash`)."""
    word = _bare(c, found[0])
    if word in TITLE_WORDS or word in _SPANISH or (len(found) > 1 and word in _BEFORE):
        return True
    if len(found) > 2 and word in ("EL", "LA") and _bare(c, found[1]) in TITLE_WORDS | {"SR"}:
        return True
    return (
        len(found) == 2
        and look_up(c.value[slice(*found[0])]).kind is Kind.OTHER
        and look_up(c.value[slice(*found[1])]).kind in (Kind.NAME, Kind.UNKNOWN)
    )


def _doubtful(c: Candidate, start: int, run: str) -> bool:
    after = c.value[start + len(run) :] + c.after()
    before = c.text[max(c.lo, c.start - 80) : c.start] + c.value[:start]
    nearby = before[-12:].split() + run.split()
    return (
        any(plain(part.strip(",")) in PLACEHOLDERS for part in nearby)
        or no_person(after, run, len(run))
        or regex.compile(_SIGN).search(before[-1:] + run + after[:1]) is not None
        or regex.compile(_PATH).search(before) is not None
        or any(map(str.isdigit, run))
        or run.lower() in NOT_PAIRS
        or (" " not in run and plain(run) in ORG_TAILS | _DESKS)
        or regex.compile(_OF_A_TERM).search(before) is not None
        or (plain(run) in NOT_DOCTORS and regex.compile(r"\bDr\.? ?\Z").search(before) is not None)
        or _weak(run, after)
    )


def _bare(c: Candidate, span: tuple[int, int]) -> str:
    return plain(c.value[span[0] : span[1]])


def _weak(run: str, after: str) -> bool:
    """Words alone that are most often something else: a few capitals, words that are no names, a word in lower case, a place,
    a month or an eponym without a verb of persons, half of a pair with a slash."""
    words = [look_up(part) for part in run.split()]
    if all(word.kind is Kind.OTHER for word in words):
        return True
    everyday = any(word.tier and word.most < 5 for word in words)
    if run.islower() and (everyday or not any(word.kind is Kind.NAME for word in words)):
        return True
    if len(words) > 1:
        return False
    word = words[0]
    if run.isupper() and len(run) <= 5 and (word.kind is not Kind.NAME or (len(run) <= 4 and word.given < 4)):
        return True
    if run[0].islower():
        return word.kind is not Kind.NAME or bool(word.tier)
    eponym = word.eponym or look_up(run.removesuffix("s")).eponym
    acts = followed_by(after).lower() in AFTER_VERBS or after[:1] == ":"
    doubtful = (
        (word.place and "-" not in run)
        or (eponym and word.most < 6)
        or (plain(run) in AMBIGUOUS_MONTHS and run.istitle())
    )
    return (doubtful and not acts) or regex.match(r"/\p{Lu}", after) is not None


TAGGED = {"person": Pattern("read as a person", r"(?s).+", MEDIUM, judge=person)}
