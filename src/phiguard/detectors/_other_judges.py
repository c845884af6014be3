"""What a number of the last category must look like: under its own label, under a generic one, and behind a bare noun.

Source: RFC 9562 (UUID), FIPS 180-4 and RFC 1321 (digest lengths), VCF 4.3 (sample names), trial registers (NCT, ISRCTN, EudraCT).
"""

from __future__ import annotations

from phiguard.detectors import _regexes as regex
from phiguard.detectors._ids import connected, implausible, is_date, judge_id
from phiguard.detectors._labels import Strength
from phiguard.detectors._other_labels import KINDS, PERSONS, of_code_table
from phiguard.detectors._pattern import HIGH, LOW, MEDIUM, Candidate, Confidence, Verdict

UUID = r"[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}"
DIGEST = (
    r"(?:[0-9a-fA-F]{128}|[0-9a-fA-F]{96}|[0-9a-fA-F]{64}|[0-9a-fA-F]{56}|[0-9a-fA-F]{40}|[0-9a-fA-F]{32})"
)
DNA = r"[ACGTUNacgtun]{20,5000}+"
_STRICT = regex.compile(
    rf"{UUID}|{DIGEST}|{DNA}|\d{{5,20}}|(?=[A-Za-z\-]{{0,12}}\d)[A-Za-z0-9][A-Za-z0-9\-]{{6,39}}"
)
_SURE = regex.compile(rf"{UUID}|{DIGEST}")
_CODES = regex.compile(
    r"[A-Z]\d\d(?:\.?[A-Z0-9]{1,4})?|\d{1,5}-\d|\d{4,5}-\d{3,4}-\d{1,2}|\d{5}[A-Z]?|[A-Z]\d{4}|\d{1,3}|(?i:v?\d{1,3}(?:\.\d{1,4}){1,3})|NCT\d{8}"
)
_TRIAL = regex.compile(r"(?i)(?:NCT|ISRCTN|CTRI|EudraCT)[-/]?\d|\d{4}-\d{6}-\d\d\Z")
_NO_USER = frozenset(
    "and or not is are was were the a an to of for in on at with your you his her their my our this that it name names id ids password passwords "
    "required invalid unknown field page screen button failed failure error errors success successful successfully here now again problem problems "
    "issue issues reset account accounts access credentials information info system portal user users none null true false email phone date time "
    "instructions provided given created creation prompt form process attempt attempts url link via using by if when must will should may can "
    "has have had be been being sent text string varchar char int integer bigint uuid username userid login logon session handle user_name user_id unit usuario group role self".split()
)
_NOUNS = frozenset(
    "subject participant ppt ptcp patient encounter member specimen sample tube aliquot donor badge appt auth referral".split()
)
_OPAQUE = frozenset((*"code key hash digest token sequence sk etag barcode".split(), "reference number"))
_DAY = regex.compile(r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])")
_SOCIAL = frozenset("facebook twitter instagram tiktok snapchat skype discord".split())
_MEASURE = regex.compile(r"(?i)\s{0,2}(?:tab|cap|refill|dispens|pill|supply|count|of\s\d)")


def _generic(c: Candidate) -> Confidence | None:
    """Under `id`, `key`, `code` and their like: strict shapes, no code table, no row number."""
    if of_code_table(c.name) or is_date(c.value) or _TRIAL.match(c.value):
        return None
    if _SURE.fullmatch(c.value):
        return MEDIUM
    if c.header.phrase in ("user", "usr", "nickname", "handle", "account name"):
        return MEDIUM if not c.value.isdigit() else None
    if c.header.phrase in _NOUNS:
        return judge_id(c) and MEDIUM
    if not _STRICT.fullmatch(c.value) or _CODES.fullmatch(c.value) or implausible(c):
        return None
    known = c.header.phrase in _OPAQUE
    return None if known and (c.value.isdigit() or len(c.value) < 12) else MEDIUM


def judge_value(c: Candidate) -> Verdict | Confidence | None:
    kind = KINDS.get(c.header.phrase, "")
    if c.header.strength is Strength.WEAK:
        return _generic(c)
    if kind == "username":
        return _user(c)
    if kind == "image instance":
        return MEDIUM if c.value.count(".") > 3 and not c.value.startswith("1.2.840.10008.") else None
    if _SURE.fullmatch(c.value):
        return MEDIUM if kind == "hash of an identifier" else HIGH
    if not any(x.isdigit() for x in c.value) or _TRIAL.match(c.value) or c.value.count(".") > 3:
        return None
    if "code" in c.header.phrase and c.value.isdigit() and len(c.value) < 4 and not c.whole:
        return None
    if kind == "session or browser id":
        return HIGH if len(c.value) >= 8 and connected(c) else None
    if kind == "hash of an identifier":
        return MEDIUM if len(c.value) >= 8 else None
    short = sum(x.isdigit() for x in c.value) < 5 and len(c.value) < 6
    if (
        kind in ("prescription or authorisation", "EMS run")
        and short
        and (_MEASURE.match(c.after(12)) or not connected(c))
    ):
        return None
    return judge_id(c)


def _user(c: Candidate) -> Verdict | None:
    value = c.value.rstrip(".-")
    cut = (0, len(c.value) - len(value))
    if (
        value.lower().lstrip("@") in _NO_USER
        or (value.isdigit() and len(value) < 4)
        or is_date(value)
        or c.after(1) == "@"
    ):
        return None
    if c.after(1) in ("(", "["):
        return None
    same_line = "\n" not in c.before(10)
    marked = value[0] == "@" or (same_line and any(x.isdigit() or x == "\\" for x in value))
    if marked:
        return Verdict(HIGH if connected(c) or value[0] == "@" else MEDIUM, "username", shrink=cut)
    word = c.header.phrase in _SOCIAL and len(value) < 8 and not any(x in "._" for x in value)
    return Verdict(MEDIUM, "username", shrink=cut) if connected(c) and not word else None


def judge_bare(c: Candidate) -> Confidence | None:
    """Behind a bare noun a day without separators is a day."""
    return None if _DAY.fullmatch(c.value) else judge_id(c)


def judge_uuid(c: Candidate) -> Confidence | None:
    if len(set(c.value)) < 4 or (
        c.name and c.header.strength is not Strength.STRONG and of_code_table(c.name)
    ):
        return None
    return HIGH if c.labelled else MEDIUM if c.header.phrase in PERSONS else LOW


def judge_digest(c: Candidate) -> Confidence | None:
    if c.value.isdigit() or len(set(c.value)) < 6 or (c.name and not c.labelled and of_code_table(c.name)):
        return None
    return MEDIUM if c.labelled else LOW


def judge_sample(c: Candidate) -> Verdict | None:
    line = c.text.rfind("\n", max(c.lo, c.start - 100_000), c.start) + 1
    return Verdict(MEDIUM, "sample name") if c.text.startswith("#CHROM\t", line) else None


def judge_reference(c: Candidate) -> Confidence | None:
    return MEDIUM if sum(x.isdigit() for x in c.value) >= 2 else None


def says_nothing(cell: str, phrase: str) -> bool:
    """Words in sentence case under a label of numbers (`Whole blood`, `pending`); usernames may be words."""
    return KINDS.get(phrase) != "username" and bool(
        regex.fullmatch(r"[A-Za-z]?[a-z]{1,30}(?:[ ,/-][A-Za-z]?[a-z]{1,30}){0,12}", cell)
    )
