"""What decides a candidate of `dates`: the calendar, the words around it, and the header that it stands under."""

from __future__ import annotations

from phiguard.detectors import _date_words as near
from phiguard.detectors import _regexes as regex
from phiguard.detectors._dates import MONTHS, Parts, read, sentinel
from phiguard.detectors._labels import Strength
from phiguard.detectors._pattern import HIGH, LOW, MEDIUM, Candidate, Confidence, Verdict

_SERIAL_DAYS = range(10_000, 73_051)
"""Excel days of 1927-05-18 to 2100-01-01."""
_EPOCH_SECONDS = range(100_000_000, 4_102_444_800)
_DATE_PHRASE = regex.compile(
    r"\b(?:date|dt|dttm|dtm|datetime|dte|dob|dod|dos|timestamp|epoch|unix|ts|fecha|birthdate|bdate|on|at|slot)\b|time|start|end"
    r"|(?:admit|admitted|admission|disch|discharge|discharged|birth|death|died)\Z"
)
_YEAR = regex.compile(r"'?\d{2}|\d{4}")
_MODAL = frozenset(("may", "march", "mar", "dec", "sep", "jan", "oct", "jun", "apr"))
"""Months that are also words, names or abbreviations (OCT, MAR, dec.): in lower case they need more than a number."""
_NO_DATE_BEHIND = regex.compile(
    r"(?i)[ ]?(?:mg|mcg|ml|mmhg|%|mm|gauge|ga|french|fr|cmh2o)(?!\p{L})|[>:]\d|\p{Sc}"
)
_MORE_BEHIND = regex.compile(r"[ ]?[:./]\d")
_HYPHENED = regex.compile(
    r"(?i)-(?!(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|ene|abr|ago|dic)\p{L}{0,8}(?!\p{L}))\p{L}{2}"
)
"""`1 May-Thurner`."""
_PART_OF_WORK = regex.compile(
    r"(?i)(?<!c[- ])\b(?:parts?|sections?|sec\.?|§|chapter|article|paragraph|clause|catalog|model|item|code)(?: no\.?| number)?[ :#]{0,2}\Z"
)
_RULE_BEHIND = regex.compile(r"(?i)[ ](?:sliding|scale|rule|ratio|split|regimen|schedule|rep\b|reps\b)")
"""`section 3-14-20`, `5-10-15 sliding scale`: written like days with dashes or dots."""
_NUMBERED = regex.compile(r"(?i)\b(?:room|bed|unit|stage|type|grade|chapter|table|figure)\s\Z")
_LETTERS, _DIGITS = regex.compile(r"\p{L}+"), regex.compile(r"\d+")
_RANGE = regex.compile(r"\d{1,2}-\d{1,2}")
_COUNT = regex.compile(r"\d{5}(?:\.\d{1,12})?|\d{9,13}")


def verdict(c: Candidate, confidence: Confidence, kind: str = "") -> Verdict:
    """A verdict whose kind is the label's, else the event that the words before it name."""
    return Verdict(confidence, kind or c.header.kind or near.kind_by_context(c.before(60)))


def judge_number(c: Candidate) -> Verdict | None:
    """Day, month and year in digits."""
    parts = read(c.value)
    if parts is None:
        return verdict(c, MEDIUM) if c.labelled and c.whole else None
    if sentinel(parts) or foreign(c):
        return None
    if c.labelled:
        return verdict(c, HIGH)
    odd = "/" not in c.value and (_PART_OF_WORK.search(c.before(24)) or _RULE_BEHIND.match(c.after(12)))
    return verdict(c, LOW if odd or near.PUBLISHED.search(c.before()) else MEDIUM)


def judge_dotted(c: Candidate) -> Verdict | None:
    """`3.1.20`, `2024.3.14`: versions and sections are written so too; a date where it is padded or a word says so."""
    plain = judge_number(c)
    if plain is None or plain.confidence is not MEDIUM:
        return plain
    said = near.DATED.search(c.before()) or near.EVENT.search(c.before())
    head, middle, last = c.value.split(".")[:3]
    padded = len(middle) == 2 and len(head if len(head) != 4 else last) == 2
    sure = said or (padded and "4" in (str(len(head)), str(len(last[:4])))) or len(last) == 4
    return verdict(c, MEDIUM if sure else LOW)


def judge_named(c: Candidate) -> Verdict | None:
    """A date with the name of its month."""
    parts = read(c.value)
    if parts is None or sentinel(parts) or foreign(c):
        return None
    if c.labelled:
        return verdict(c, HIGH)
    if parts[0] is None and not _names_a_day(c):
        return None
    return verdict(c, LOW if near.PUBLISHED.search(c.before()) else MEDIUM)


def _names_a_day(c: Candidate) -> bool:
    """Whether `may 5`, `5 march` without a year is a day: not a dose, a verb, or the abbreviation of something else."""
    if near.MEASURE.search(c.after(24)) or _MORE_BEHIND.match(c.after(3)) or _HYPHENED.match(c.after(14)):
        return False
    word = next(t for t in _LETTERS.findall(c.value)[::-1] if t.lower() in MONTHS)
    if (word.islower() and word in _MODAL) or word == "MAR":
        marked = regex.search(r"\d(?:st|nd|rd|th)| of |(?<!may)-\d\d\Z", c.value)
        return bool(marked or near.DATED.search(c.before()) or near.EVENT.search(c.before()))
    return not _NUMBERED.search(c.before(10))


def judge_month(c: Candidate) -> Verdict | None:
    """A month alone: a date's element where the sentence is about someone; low else."""
    if c.labelled:
        return verdict(c, MEDIUM)
    before, after = c.before(90), c.after(60)
    if near.OF_A_YEAR.match(after):
        return verdict(c, MEDIUM)
    if not near.MONTH_CUE.search(before) or regex.match(r"[ ,]{0,2}\d", after):
        return None
    sentence = before[before.rfind("\n") + 1 :] + regex.split(r"[.\n]", after)[0]
    if near.SAID_MONTH.search(before):
        return verdict(c, MEDIUM)
    between = regex.search(r"(?i)\bto \Z|\bfrom \Z", before) or regex.match(
        r"(?i) (?:to|through) \p{L}", after
    )
    return verdict(c, MEDIUM if near.PERSON.search(sentence) and not between else LOW)


def judge_compact(c: Candidate) -> Verdict | None:
    """`YYYYMMDD`, with or without a clock: eight digits alone are low, a full time stamp is rarely anything else."""
    parts = read(c.value)
    if parts is None or sentinel(parts):
        return None
    if c.labelled:
        return verdict(c, HIGH)
    digits = len(c.value) - len(c.value.lstrip("0123456789"))
    said = regex.search(r"\b(?:DA|DT)[ :]{1,2}['\"\[]\Z", c.before(12)) or _said(c)
    stamped = digits in (12, 14) or "." in c.value or (digits == 8 and "T" in c.value)
    sure = stamped or said or _in_message(c) or near.starts_shift(c)
    return verdict(c, MEDIUM if sure else LOW)


def judge_spaced(c: Candidate) -> Verdict | None:
    """`03 14 2024`: three numbers in a row, unless a word says that they are a day."""
    parts = read(c.value)
    if parts is None or sentinel(parts) or foreign(c):
        return None
    return verdict(c, HIGH if c.labelled else MEDIUM if _said(c) or near.starts_shift(c) else LOW)


def _said(c: Candidate) -> bool:
    """Whether a word before digits without marks says that they are a day: right before, or an event in front of a comma."""
    if near.COUNTED.match(c.after(16)):
        return False
    before = c.before(80)
    said = (
        near.DATED.search(before[-40:])
        or near.EVENT.search(before[-40:])
        or near.SAID_DAY.search(before[-16:])
    )
    return bool(said or near.SEEN_AT.search(before))


def judge_compact_range(c: Candidate) -> Verdict | None:
    """`20240314-20240318`: two days in their order."""
    first, last = (read(part) for part in c.value.split("-"))
    ordered = first is not None and last is not None and _order(first) <= _order(last)
    return verdict(c, HIGH if c.labelled else MEDIUM) if ordered else None


def _order(parts: Parts) -> tuple[int, ...]:
    return tuple(part or 0 for part in parts)


def _in_message(c: Candidate) -> bool:
    """Whether it is a field of an HL7 or X12 segment that is pasted into a text."""
    if regex.search(r"\*D8\*\Z", c.before(4)):
        return True
    line = c.before(600).rpartition("\n")[2]
    ends = line.endswith(("|", "^", "~")) and c.after(1) in ("", "|", "^", "~", "\n")
    return ends and regex.match(r"(?-i:[A-Z][A-Z\d]{2})\|", line) is not None


def judge_value(c: Candidate) -> Verdict | None:
    """What stands behind a label of a date, or in a cell under one."""
    text = c.value
    if (c.groups.get("label") or "").lower() == "exp":
        return _expired(c)
    if _YEAR.fullmatch(text):
        return Verdict(LOW, "year", reason="a year under a date's label")
    if _COUNT.fullmatch(text):
        return _counted(c)
    ranged = not c.name and _RANGE.fullmatch(text)
    if ranged and (near.MEASURE.search(c.after(24)) or near.MORE_OF_IT.match(c.after(24))):
        return None
    parts = read(text)
    if parts is not None and sentinel(parts):
        return None
    if parts is None and c.header.strength is not Strength.STRONG:
        return None
    return verdict(c, HIGH)


def _expired(c: Candidate) -> Verdict | None:
    """`exp 3/18`: of a person who died, not of a drug or a card."""
    died = near.WHO_DIED.search(c.before(48)) or near.DEATH_BEHIND.match(c.after(48))
    return Verdict(HIGH, "death") if died and read(c.value) is not None else None


def _counted(c: Candidate) -> Verdict | None:
    """Serial days, seconds or milliseconds: only as a cell under a header that says date."""
    if not c.name or not _DATE_PHRASE.search(c.header.phrase):
        return None
    number = int(c.value.partition(".")[0])
    if len(str(number)) == 5:
        fits = number in _SERIAL_DAYS
    else:
        fits = number in _EPOCH_SECONDS or number // 1000 in _EPOCH_SECONDS or _compact_hour(c.value)
    return verdict(c, HIGH if c.header.strength is Strength.STRONG else MEDIUM) if fits else None


def _compact_hour(text: str) -> bool:
    return len(text) in (10, 12) and read(text) is not None


def judge_whole(c: Candidate) -> Verdict | None:
    """A date with a clock time that fills its cell."""
    if not c.whole:
        return None
    parts: Parts | None = read(c.value)
    if parts is None or sentinel(parts):
        return None
    return verdict(c, HIGH if c.labelled else MEDIUM)


def judge_year(c: Candidate) -> Verdict | None:
    """A bare year about a patient: low, `year`."""
    if foreign(c) or near.MEASURE.search(c.after(24)):
        return None
    cued = near.YEAR_CUE.search(c.before(24)) or (c.whole and c.header.strength is not Strength.NONE)
    return Verdict(LOW, "year", reason="a bare year") if cued else None


def judge_plain(c: Candidate) -> Verdict | None:
    """A shape that is rarely anything else, but `may first`."""
    if regex.match(
        r"(?:may|march|mar|dec|sep) \p{L}+\Z|\p{L}+ (?:may|march|mar|dec|sep)\Z", c.value
    ) and not near.DATED.search(c.before()):
        return None
    return (
        None
        if foreign(c)
        else verdict(c, HIGH if c.labelled else LOW if near.PUBLISHED.search(c.before()) else MEDIUM)
    )


def judge_ordinal(c: Candidate) -> Verdict:
    """`2025-021` is a number of a study as well, unless a clock is joined to it."""
    return verdict(c, HIGH if c.labelled else MEDIUM if "T" in c.value else LOW)


def judge_event_time(c: Candidate) -> Verdict:
    """A clock time of an event: low."""
    return Verdict(LOW, "service", reason="an event's time without a date")


def foreign(c: Candidate) -> bool:
    """Whether a citation goes on behind it, or a variant, ratio or dose does."""
    after = c.after(24)
    return bool(near.CITATION.search(after) or _NO_DATE_BEHIND.match(after))


def accepts(cell: str, phrase: str) -> bool:
    """What under a date's label is no date: a clock time, a length, a year (allowed), a span of years, a sentinel."""
    if regex.fullmatch(
        r"(?i)(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d(?:\.\d{1,6})?)?(?:[ ]?[ap]\.?m\.?)?(?:[ ]?(?:Z|[+-]\d\d:?\d\d))?|"
        r"(?:\d+(?:\.\d+)? ?(?:min|mins|minutes|h|hr|hrs|hours|d|days?|weeks?|wks?|months?|years?|yrs?)\.?)|"
        r"[12]\d{3}s?(?: ?[-–/] ?[12]\d{3})?|[<>≤≥]=? ?[12]\d{3}|POD ?#?\d{1,3}|(?:0?[1-9]|1[0-2]) ?[ap]\.?m\.?|noon|midnight",
        cell,
    ):
        return True
    if regex.fullmatch(r"-?\d{1,4}(?:\.\d{1,6})?", cell):
        return not regex.search(r"month|day|ym", phrase)
    return bool(
        regex.match(
            r"(?:0001|1900-01-01|1753|1800-01-01|2999|9999)-?\d\d-?\d\d(?:\D|\Z)|\d\d?/\d\d?/(?:0001|2999|9999)\b|0?1/0?1/(?:1900|1753)\b",
            cell,
        )
    )
