"""What a stretch is worth that the tagger calls a place or a facility. States and countries are no findings."""

from __future__ import annotations

from phiguard.detectors import _regexes as regex
from phiguard.detectors._facilities import describes
from phiguard.detectors._name_lists import Kind, look_up
from phiguard.detectors._pattern import LOW, MEDIUM, Candidate, Confidence, Pattern, Verdict
from phiguard.detectors._places import STATE_ABBREVIATION, STATE_NAME, city, county, is_larger, state_of

_PART = r"(?:(?! and )[^,;\n()])+"
_STATE_AND_ZIP = rf"(?:(?:(?<![^\s])|\A)(?:{STATE_ABBREVIATION}|{STATE_NAME})\.?(?:[ ]+\d{{5}}(?:-\d{{4}})?)?|(?<![^\s])\d{{5}}(?:-\d{{4}})?)\Z"
_LEADING = r"(?i)(?:and|the|in|at|of|greater|downtown|near)\s+"
_SUFFIX = (
    r"(?:st|street|ave|avenue|rd|road|dr|drive|ln|lane|blvd|ct|way|pl|place|cir|pkwy|hwy|highway|route)\b\.?"
)
_STREET, _STREET_END = rf"(?i)\b{_SUFFIX}", rf"(?i)\b{_SUFFIX}(?:[ ,]+(?:apt|unit|ste|\#).*)?\Z"
_COUNTY = r"(?i)\b(?:county|parish|borough)\Z"
_ACRONYM = r"[A-Z]{2,5}\Z"
_TERM = (
    r"(?i)[- ](?:\w+[- ]){0,2}(?:virus|fever|disease|syndrome|encephalitis|scale|score|criteria|system|rule|classification|brace|collar|shunt|screening|inventory|repair|gastritis|"
    r"dissection|chromosome|tomography|index|protocol|questionnaire|study|trial|method|procedure|boots?|ulcer|sore|heart|assessment|cognitive|scientific|stent|valve|catheter|wort|malaria|cough|flu|influenza|antigen|strain)\b"
)
"""What makes a term of medicine of the place in front of it: West Nile virus, Glasgow scale."""
_STATE_FIRST = rf"(?:{STATE_ABBREVIATION})[ ]"
_CUE = r"(?i)\b(?:in|at|from|to|near|of|for|around)[ ]\Z"
_SIGN = r"[@#_\\{}=]"


def place(c: Candidate) -> Verdict | None:
    """A town, county, street, quarter or region; without the State or country that stands with it, or its ZIP code."""
    start, end = _trimmed(c.value)
    run = c.value[start:end]
    if not any(map(str.isalpha, run)) or _nothing(run):
        return None
    return Verdict(_sure(c, run), _kind(run), shrink=(start, c.end - c.start - end))


def _trimmed(value: str) -> tuple[int, int]:
    start = len(value) - len(value.lstrip(" .-'\"\t"))
    lead = regex.compile(_LEADING).match(value, start)
    if lead is not None:
        start = lead.end()
    tail = regex.compile(_STATE_AND_ZIP).search(value, start)
    kept = value[start : tail.start() if tail is not None else None].rstrip(" .-'\"\t").removesuffix("'s")
    return start, start + len(kept)


def _nothing(part: str) -> bool:
    """A State, a country, or no word at all."""
    return not part or is_larger(part) or bool(state_of(part))


def _sure(c: Candidate, run: str) -> Confidence:
    """Low for what is more often something else; the rules know addresses, and cities with their State."""
    known = city(run)
    if regex.compile(_SIGN).search(c.before(1) + c.after(1)) or regex.compile(_TERM).match(c.after(48)):
        return LOW
    if run.islower():
        return MEDIUM if " " in run or (known is not None and not known.word and not known.person) else LOW
    doubtful = (
        len(run) == 1
        or (regex.compile(_ACRONYM).match(run) and known is None and run != "NYC")
        or regex.compile(_STATE_FIRST).match(run)
        or (run[0].isdigit() and not _numbered(run))
        or (any(map(str.isdigit, run)) and not regex.compile(_STREET).search(run))
        or (not run[0].isdigit() and regex.compile(r"(?i)\bDr\.?\Z").search(run))
        or (known is not None and known.word and not regex.compile(_CUE).search(c.before(12)))
        or all(describes(word) for word in run.split())
    )
    return LOW if doubtful else MEDIUM


def _numbered(run: str) -> bool:
    """A number and a street, not `20 OMEPRAZOLE DR`."""
    words = run.split()[1:]
    return regex.compile(_STREET_END).search(run) is not None and not any(
        look_up(word).kind is Kind.OTHER and not look_up(word).tier and not look_up(word).most
        for word in words[:-1]
    )


def _kind(run: str) -> str:
    if regex.compile(_COUNTY).search(run) or (county(run) and city(run) is None):
        return "county"
    if regex.compile(_STREET).search(run):
        return "street"
    return "city" if city(run) is not None else "other"


def facility(c: Candidate) -> Verdict | None:
    """A named hospital, clinic, nursing home or the like; one without a name of its own (`the clinic`) is none."""
    words = regex.findall(r"\p{L}[\p{L}'.-]*", c.value)
    own = [word for word in words if not describes(word.rstrip(".").lower())]
    if not own:
        return None
    lead = regex.compile(_LEADING).match(c.value)
    start = lead.end() if lead is not None else 0
    sure = len(own) < len(words) and (any(word[0].isupper() for word in own) or len(own) > 1)
    sure = sure and not regex.compile(_TERM).match(c.after(48))
    return Verdict(MEDIUM if sure else LOW, "facility", shrink=(start, 0))


TAGGED = {
    "place": Pattern("read as a place", _PART, MEDIUM, judge=place),
    "facility": Pattern("read as a facility", r"(?s).+", MEDIUM, judge=facility),
}
