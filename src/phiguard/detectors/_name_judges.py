"""The judges of `names` for labels, titles, credentials, signatures, newborns, employers and cells."""

from __future__ import annotations

from dataclasses import replace

from phiguard.detectors import _regexes as regex
from phiguard.detectors._name_lists import Kind, look_up, plain, surname_step
from phiguard.detectors._name_lowers import lower_name, rare_lower
from phiguard.detectors._name_verdicts import abbreviation, role_in, settle, verdict
from phiguard.detectors._names import (
    Reading,
    no_person,
    pair,
    read,
    reversed_pair,
    single,
    tokens,
    with_initial,
)
from phiguard.detectors._pattern import HIGH, MEDIUM, Candidate, Evidence, Verdict
from phiguard.model import Role

_BABY = r"(?i)(?:baby|bb|infant|newborn|twin|triplet)[ ]?(?:boy|girl|b|g|male|female|[ABC])?[ ]"
_FIELD_ENDS = r"[)\]\"'*]{0,2}(?:\Z|[ ]{0,3}(?:[\n\r;|<\t(/]|[ ]{2}|,?[ ]\d)|,[ ](?i:male|female|other|non-?binary|[mf]|dob|born|aged?)(?![\w-])|,?[ ]\p{Lu}[\w/ ]{0,20}[:#=])"
"""Behind a value that ends here: the line's end, a wide gap, a number, a sex, the next label."""
_GLUED_TAIL = r"(?:DOB|MRN|SSN|AGE|SEX|DOS|PHONE|ADDRESS|(?<=\p{Ll})(?:DOB|MRN|SSN|Age|Sex|Date|Phone|Address|Gender|Birth|Admit|Provider))\Z"
"""The next label, when it hangs on the name."""
_LOWER_ENDS = (
    r"[)\]\"'*.]{0,2}(?:\Z|[ ]{0,3}(?:[\n\r;,|<\t(/]|[ ]{2})|[ ]\p{L}[\w/]{0,16}(?:[ ][\w/]{1,12})?[:#=])"
)
_QUOTED = r"[\"'] ?[:=] ?[\"']?\Z"
_OF_A_DRUG = r"\s{0,8}(?i:dose|dosage|route|strength|qty|quantity|sig|freq|frequency|form|result|units?|lot|ndc|value|range|\d+(?:\.\d+)?[ ]?(?:mg|mcg|ml|units?|%|g)\b)"


def labelled(c: Candidate) -> Verdict | None:
    """Behind a label and a colon: a name unless its first word is none, or the sentence goes on with a word that is both."""
    run, role = c.value, role_in(c)
    tail = regex.compile(_GLUED_TAIL).search(run) if c.after(2).lstrip()[:1] in (":", "#") else None
    if tail is not None and tail.start() > 1:  # `SMITHDOB:`
        c = replace(c, end=c.start + tail.start())
        settled = labelled(c)
        return settled and replace(settled, shrink=(settled.shrink[0], settled.shrink[1] + len(tail.group())))
    if regex.compile(_BABY).match(run):
        return newborn(c)
    if run[0].islower():
        return _labelled_lower(c, role)
    if "/" in run:
        return _with_slash(c, role)
    if not (run[0].isupper() or run[0].islower()):
        return verdict(c, len(run), HIGH, role, Evidence.LABEL)
    reading = read(run)
    if reading is None:
        return _initials_alone(c) or _common_surname(c)
    quoted = (c.groups.get("said") or "").lower() == "name" and regex.compile(_QUOTED).search(c.before(8))
    if (quoted and not reading.sure) or (run.startswith("MAC") and role is Role.CLINICIAN):
        return None  # the key of any object; anesthesia care
    if reading.sure == 0 and regex.compile(_OF_A_DRUG).match(run[reading.end :] + c.after()):
        return None
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


def _labelled_lower(c: Candidate, role: Role | None) -> Verdict | None:
    """`surgeon: a. petrosyan`, `pt: maria garcia`, `attending: petrosyan` where the field ends."""
    run = c.value
    if run[1] == ".":
        word = look_up(run[2:].strip())
        known = (
            word.kind is Kind.NAME
            or (word.kind is Kind.BOTH and word.tier != "a")
            or (word.kind is Kind.UNKNOWN and len(run) > 5)
        )
        return verdict(c, len(run), HIGH, role, Evidence.LABEL) if known and not word.medical else None
    last, comma, first = run.partition(",")
    if comma and " " not in first.strip():
        names = look_up(last), look_up(first.strip())
        known = (
            min(names[0].kind, names[1].kind) >= Kind.BOTH
            and Kind.NAME in (names[0].kind, names[1].kind)
            and names[0].surname >= 3
            and names[1].given >= 3
        )
        return (
            verdict(c, len(run), HIGH, role, Evidence.LABEL)
            if known and not names[0].tier == names[1].tier == "a"
            else None
        )
    end = lower_name(run)
    first = run.split(" ")[0]
    if not end and rare_lower(first) and regex.compile(_LOWER_ENDS).match(run[len(first) :] + c.after()):
        return verdict(c, len(first), MEDIUM, role, Evidence.LABEL)
    alone = end and " " not in run[:end] and not regex.compile(_LOWER_ENDS).match(run[end:] + c.after())
    return None if not end or alone else verdict(c, end, HIGH, role, Evidence.LABEL)


def _with_slash(c: Candidate, role: Role | None) -> Verdict | None:
    """`WHITFIELD/EARL`: both could be names, and the lists know one."""
    parts = [look_up(part) for part in regex.split(r"[/ ]", c.value) if len(part) > 1]
    if len(c.value) < 9 and c.value.isupper():
        return None  # `ED/ICU`, `MED/SURG`
    if any(p.kind is Kind.OTHER or (p.kind is Kind.BOTH and p.tier == "a") for p in parts):
        return None
    return (
        verdict(c, len(c.value), HIGH, role, Evidence.LABEL)
        if any(p.kind is Kind.NAME for p in parts)
        else None
    )


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
    if run[0].islower() or "/" in run:
        return _labelled_lower(c, None) if run[0].islower() else _with_slash(c, None)
    reading = read(run, comma=bool(reversed_pair(run)))
    if reading is None or no_person(c.after(), run, reading.end):
        return None
    if (
        pair(run, reading)
        or reversed_pair(run)
        or (reading.words == 1 and (single(reading.first) or with_initial(run[: reading.end])))
    ):
        return settle(c, reading, MEDIUM, evidence=Evidence.LABEL)
    return None


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
    names = [t for t in kept if not t.initial and plain(t.text) not in ("BG", "BB", "B/G", "B/B")]
    if (
        names
        and plain(kept[0].text) in ("BG", "B/G", "B/B")
        and (names[0].word.kind is not Kind.NAME or names[0].word.tier)
    ):
        return None  # blood glucose
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
        "THIS",
        "THAT",
        "AGE",
        "LIFE",
    ):
        return None
    end = len(c.value.rstrip(".-&'"))
    return Verdict(MEDIUM, "employer", Role.EMPLOYER, shrink=(0, len(c.value) - end))
