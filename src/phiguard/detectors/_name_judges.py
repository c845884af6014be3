"""The judges of `names` for labels, titles, credentials, signatures, newborns, employers and cells."""

from __future__ import annotations

from phiguard.detectors import _regexes as regex
from phiguard.detectors._name_lists import Kind, look_up, plain, surname_step
from phiguard.detectors._name_verdicts import abbreviation, role_in, settle, verdict
from phiguard.detectors._name_words import AFTER_VERBS, NOT_DOCTORS, STATE_CREDENTIALS
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
from phiguard.detectors._pattern import HIGH, LOW, MEDIUM, Candidate, Evidence, Verdict
from phiguard.model import Role

_BABY = r"(?i)(?:baby|bb|infant|newborn|twin|triplet)[ ]?(?:boy|girl|b|g|male|female|[ABC])?[ ]"
_FIELD_ENDS = r"[)\]\"'*]{0,2}(?:\Z|[ ]{0,3}(?:[\n\r;|<\t(/]|[ ]{2}|,?[ ]\d)|,?[ ]\p{Lu}[\w/ ]{0,20}[:#=])"
"""Behind a value that ends here: the line's end, a wide gap, a number, the next label."""
_DRIVE = r"\d (?:\p{Lu}\w{0,20} ){1,4}(?:Dr|DR) \Z"
"""`354 Harbor View Dr N`: a street, not a doctor."""
_GOES_ON = r"[ ]\p{Ll}{2}"


def labelled(c: Candidate) -> Verdict | None:
    """Behind a label and a colon: a name unless its first word is none, or the sentence goes on with a word that is both."""
    run, role = c.value, role_in(c)
    if regex.compile(_BABY).match(run):
        return newborn(c)
    if run[0].islower():
        end = lower_pair(run, cue=True) or lower_pair(" ".join(run.split(" ")[:2]), cue=True)
        return verdict(c, end, HIGH, role, Evidence.LABEL) if end else None
    if not (run[0].isupper() or run[0].islower()):
        return verdict(c, len(run), HIGH, role, Evidence.LABEL)
    reading = read(run)
    if reading is None:
        return _initials_alone(c) or _common_surname(c)
    if _only_words(c, reading) or abbreviation(run, reading) or no_person(c.after(), run, reading.end):
        return None
    confidence = HIGH if reading.sure or reading.words > 1 else MEDIUM
    following = tokens(run[reading.end :])
    if (
        len(following) == 1
        and reading.words == 1
        and surname_step(following[0].text) >= 5
        and regex.compile(_FIELD_ENDS).match(c.after())
    ):
        return verdict(c, len(run), confidence, role, Evidence.LABEL)  # `John Head`, and the field ends there
    return settle(c, reading, confidence, role, Evidence.LABEL)


def _initials_alone(c: Candidate) -> Verdict | None:
    kept = tokens(c.value)
    if kept and kept[0].initial and kept[0].text.count(".") > 1:
        return verdict(c, kept[0].end, MEDIUM, role_in(c), Evidence.LABEL)
    return None


def _common_surname(c: Candidate) -> Verdict | None:
    """`Head, Maria`: before a comma and a given name a common word is a surname, if people have it."""
    last, comma, rest = c.value.partition(",")
    given = (
        read(rest.lstrip(), comma=False) if comma and " " not in last and surname_step(last) >= 4 else None
    )
    if given is None or given.first.kind is not Kind.NAME or given.first.given < 4:
        return None
    return verdict(c, len(c.value) - len(rest.lstrip()) + given.end, HIGH, role_in(c), Evidence.LABEL)


def _only_words(c: Candidate, reading: Reading) -> bool:
    """One word that is in no list, or also a common word, where the field does not end: `Contact: Will call back`."""
    if reading.words > 1 or reading.first.kind is Kind.NAME:
        return False
    rest = c.value[reading.end :] + c.after()
    return not regex.compile(_FIELD_ENDS).match(
        rest.removeprefix(".") if reading.first.kind is Kind.UNKNOWN else rest
    )


def soft(c: Candidate) -> Verdict | None:
    """Behind a general label: only a name by the lists."""
    run = c.value
    if run[0].islower():
        end = lower_pair(run, cue=True)
        return verdict(c, end, MEDIUM) if end else None
    reading = read(run)
    if reading is None or no_person(c.after(), run, reading.end):
        return None
    if pair(run, reading) or reversed_pair(run) or (reading.words == 1 and single(reading.first)):
        return settle(c, reading, MEDIUM, evidence=Evidence.LABEL)
    return None


def titled(c: Candidate) -> Verdict | None:
    """Behind a title; the title in lower case, or spelled out, needs the lists."""
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
    if reading is None:
        return _titled_initial(c) if kept and kept[0].initial and said[0].isupper() else None
    if (
        said in ("MR", "MS")
        and "." not in c.before(3)
        and not ((reading.sure and reading.first.most >= 4) or _acts(c, reading))
    ):
        return None  # magnetic resonance, multiple sclerosis
    careful = len(said) > 4 or said in ("Don", "Fr", "Maj", "Lt", "Hon", "Miss") or said.islower()
    if careful and reading.sure == 0 and reading.first.kind is not Kind.BOTH:
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
    word = look_up(first)
    if word.kind < Kind.BOTH or (word.kind is Kind.BOTH and word.tier == "a"):
        return None
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


_TO = regex.compile(r"(?i)\b(?:to|by|with|per|notified|paged|called|from|consulted)[ ]\Z")


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


def signed(c: Candidate) -> Verdict | None:
    """Behind `/s/`."""
    reading = read(c.value)
    return settle(c, reading, HIGH) if reading is not None else None


def newborn(c: Candidate) -> Verdict | None:
    """`BABY GIRL GARCIA`, `Garcia Twin A`: the surname must read as one."""
    kept = [
        t
        for t in tokens(c.value)
        if plain(t.text)
        not in ("BABY", "BOY", "GIRL", "BB", "INFANT", "NEWBORN", "TWIN", "TRIPLET", "MALE", "FEMALE")
    ]
    names = [t for t in kept if not t.initial]
    if not names or any(t.word.kind is Kind.OTHER for t in names):
        return None
    if names[0].word.kind is not Kind.NAME and not (
        names[0].word.kind is Kind.UNKNOWN and len(names[0].text) > 4
    ):
        return None
    return verdict(c, c.end - c.start, HIGH, Role.PATIENT)


def employing(c: Candidate) -> Verdict | None:
    """Behind `works at`, `employed by`, `Employer:`."""
    first = c.value.split(" ")[0]
    if len(c.value) < 3 or plain(first) in (
        "HOME",
        "NIGHT",
        "NIGHTS",
        "HIS",
        "HER",
        "MONDAY",
        "JANUARY",
        "I",
        "SELF",
        "NONE",
        "UNKNOWN",
        "RETIRED",
        "N",
        "NA",
        "DISABLED",
        "UNEMPLOYED",
        "STUDENT",
    ):
        return None
    end = len(c.value.rstrip(".-&'"))
    return Verdict(MEDIUM, "employer", Role.EMPLOYER, shrink=(0, len(c.value) - end))
