"""The judges of `names` for messages: a relation behind a name, senders, signing off, names between carets."""

from __future__ import annotations

from phiguard.detectors import _regexes as regex
from phiguard.detectors._name_lists import Kind, look_up, surname_step
from phiguard.detectors._name_lowers import lone_lower
from phiguard.detectors._name_verdicts import role_in, settle, short_capitals, verdict
from phiguard.detectors._names import read, single, tokens
from phiguard.detectors._pattern import HIGH, MEDIUM, Candidate, Verdict
from phiguard.model import Role

_SENTENCE = r"(?:[\w,'/]{1,20}[ ]){2}"
_OF_A_PERSON = (
    r"(?:\A|\n)(?:PID\|(?:[^|\n]{0,120}\|){4}|NK1\|[^|\n]{0,8}\||(?:GT1|MRG)\|(?:[^|\n]{0,120}\|){2,6})\Z"
)
"""What stands before the name of a patient, a relative, a guarantor in their segments."""


def kindred(c: Candidate) -> Verdict | None:
    """`Maria (daughter)`, `Tom, her husband`: the tail of the run is the name, and the lists know it."""
    run = c.value
    kept = tokens(run)
    start = max((i + 1 for i, t in enumerate(kept) if t.word.kind is Kind.OTHER and not t.initial), default=0)
    if start >= len(kept):
        return None
    skipped = kept[start - 1].end + 1 if start else 0
    reading = read(run[skipped:], comma=False)
    if reading is None or skipped + reading.end < len(run) or reading.sure == 0:
        return None
    if short_capitals(run[skipped:], reading) or (reading.words == 1 and not single(reading.first, 2)):
        return None
    role = role_in(c) or Role.RELATIVE
    return Verdict(MEDIUM, role=role, shrink=(skipped, 0))


def sibling(c: Candidate) -> Verdict | None:
    """One more name in a list of relatives: any that is no word."""
    reading = read(c.value, comma=False)
    if reading is None or reading.first.kind is Kind.BOTH or c.value.isupper() or reading.first.medical:
        return None
    return settle(c, reading, MEDIUM, Role.RELATIVE)


def declaring(c: Candidate) -> Verdict | None:
    """`I, Bettina Oakhurst, am scribing`."""
    reading = read(c.value, comma=False)
    return settle(c, reading, MEDIUM) if reading is not None and (reading.words > 1 or reading.sure) else None


def of_a_bed(run: str) -> bool:
    """Whether a bed or a room may begin with this run."""
    return run.isdigit() or run in ("bed", "rm", "room", "bay", "pt")


def lying(c: Candidate) -> Verdict | None:
    """`Bed 3: Szymanski, CHF`, `412A Thibodeaux 78M`: a surname of the lists that is no other word."""
    run = c.value
    kept = tokens(run)
    if not kept or any(
        t.word.kind is not Kind.NAME or t.word.tier or t.word.medical or t.word.place or t.word.eponym
        for t in kept
    ):
        return None
    return (
        verdict(c, len(run), MEDIUM, Role.PATIENT)
        if kept[0].word.most >= 3 and len(kept[0].text) > 3
        else None
    )


def sending(c: Candidate) -> Verdict | None:
    """`[14:02] Priya S: is bed 4 ready?`"""
    reading = read(c.value, comma=False)
    if reading is None or reading.end < len(c.value.rstrip(" .")) or short_capitals(c.value, reading):
        return None
    return (
        settle(c, reading, MEDIUM)
        if reading.sure and (reading.words > 1 or single(reading.first, 3))
        else None
    )


def parting(c: Candidate) -> Verdict | None:
    """`BP tanking - jess` at the end of a message."""
    if not regex.compile(_SENTENCE).search(c.before(60).rpartition("\n")[2] or c.before(60)):
        return None
    if c.value[0].islower():
        return verdict(c, c.end - c.start, MEDIUM) if lone_lower(c.value) else None
    reading = read(c.value, comma=False)
    if reading is None or reading.first.given < 5 or not single(reading.first) or reading.first.tier:
        return None
    return None if short_capitals(c.value, reading) else settle(c, reading, MEDIUM)


def caret(c: Candidate) -> Verdict | None:
    """`KETTERIDGE^MOSES^R`: in a person's segment any words; elsewhere the lists must know both or one of two that are no words."""
    last, _, rest = c.value.partition("^")
    given = rest.partition("^")[0].split(" ")[0]
    first, second = look_up(last.split(" ")[-1]), look_up(given)
    if regex.compile(_OF_A_PERSON).search(c.before(400)):
        return verdict(c, c.end - c.start, HIGH, role_in(c))
    if second.kind < Kind.NAME or second.given < 3 or second.place:
        return None
    if first.kind is Kind.OTHER and surname_step(last) < 5:
        return None
    return verdict(c, c.end - c.start, MEDIUM if first.kind < Kind.NAME else HIGH)
