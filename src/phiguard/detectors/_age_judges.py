"""What decides a candidate of `ages`: units, allowed categories, ranges that begin under 90, things that are not persons."""

from __future__ import annotations

from phiguard.detectors import _regexes as regex
from phiguard.detectors._labels import Labels, Strength, phrases
from phiguard.detectors._pattern import HIGH, LOW, MEDIUM, Candidate, Confidence, Evidence, Verdict

_OLDEST = 129
_OR_OLDER = regex.compile(
    r"(?i)\A[ ]?(?:\+|(?:years?|yrs?|y/?o?\.?)?[- ]{0,2}(?:(?:of age|olds?)[- ]{0,2})?(?:\+|(?:or|and|&|/)[- ]?(?:older|over|above|greater|more|up|beyond)|plus\b|y más|o más))"
)
_OVER = regex.compile(
    r"(?i)(?:[>≥]=?|\b(?:over|above|older than|greater than|more than|beyond|exceed\w*|at least|past|mayor(?:es)? de|más de)(?: (?:the )?ages?(?: of)?)?)[ ]?\Z"
)
_UNDER = regex.compile(
    r"(?i)(?:[<≤]=?|\b(?:under|below|younger than|less than|up to|until(?: age)?|maximum(?: age)?(?: of)?|menor(?:es)? de|hasta)(?: (?:the )?ages?(?: of)?)?)[ ]?\Z"
)
_LIVED_UNTIL = regex.compile(
    r"(?i)\b(?:he|she|mother|father|patient|pt|grand\p{L}{3,7}|lived|worked|drove|independent\w*|healthy|well|active)\b[^.\n]{0,30}\buntil(?: the)?(?: age)?(?: of)?[ ]\Z"
)
_FROM_YOUNGER = regex.compile(
    r"(?i)(?:\A|(?<=\D))(?:\d|[1-8]\d)(?:\.\d)?(?: ?(?:years?|yrs?|y/?o))?(?: of age| old)?[ ]?(?:-|–|to|through|and|a|y|up to)[ ]?\Z"
)
_GENERAL = regex.compile(
    r"(?i)\b(?:mean|median|average|avg|gestational|bone|mental|maximum|minimum|max|min|life expectancy|expectancy|range|expected|onset|eligib\w+|inclusion|exclusion|"
    r"adults|persons|people|individuals|patients|subjects|participants|women|men|children|percentile|adjusted|population|cohort|incidence|prevalence)\b[^.\n]{0,24}\Z"
)
"""Ages of nobody in particular."""
_THING = regex.compile(
    r"(?i)\A[^.\n]{0,4}(?:old )?[- ]?(?:building|hospital|house|home\b|company|institution|tradition|tree|church|organi[sz]ation|law|study|history|technique|record|brand|device|school|program)"
)
_MANY = regex.compile(
    r"(?i)\A[^.\n]{0,14}\b(?:mice|rats|participants|subjects|patients|controls|volunteers|students|cases|enrolled)\b"
)
"""A count of people or animals, where no year stands."""
_SPAN_OF_TIME = regex.compile(
    r"(?i)\b(?:for|hace|durante|over|past|last|within|after|next|every|por|desde hace|tras|en los últimos|hasta hace)(?: the| los| las)?[ ]?\Z"
)
_WARM = regex.compile(
    r"(?i)\b(?:temp\w*|t-?max|tmax|fever\w*|febrile|t|max|of|to|at|is|was|deg\w*|sat\w*|spo2|pulse|hr|rate|bp|weight|ra)[ :=]{0,3}(?:of |to |was |is )?\Z"
)
_WARM_BEHIND = regex.compile(
    r"(?i)[ ]?F\b[ ,(]{1,3}(?:temp|t-?max|fever|oral|axill|rectal|tympanic|temporal|skin)"
)
_VITALS = regex.compile(
    r"(?i)\b(?:sats?|saturat\w*|spo2|pulse|hr|heart|rate|bp|pressure|systolic|temp\w*|sugars?|glucose|oxygen|o2|weigh\w*|score\w*|iq|blood)\b[^.\n]{0,24}\Z"
)
_NARRATED = regex.compile(
    r"(?i)\A[ ,]{1,2}(?:with|w/|c/o|p/w|s/p|presents?|presenting|presented|who|admitted|here|h/o|hx|pmh|pmhx|known|found|brought|bib\w*|from|history|status|in the ed|transferred|complain)"
)


_UNIT = regex.compile(r"(?i)[ ]?(months?|mos?\b|days?)(?!\p{L})")
_DUMPED = regex.compile(r"\bAS[ :]{1,2}['\"\[]\Z")
"""The value representation before a DICOM element's text."""

_BORN = Labels(
    headers=phrases(
        "year of birth | birth year | yob | birth yr | yr birth | yr of birth | brth yr | year birth | anio nacimiento | año nacimiento | "
        "año de nacimiento | anio de nacimiento | dob | date of birth | birth date | birth dt | fecha de nacimiento | fecha nacimiento"
    )
)
"""Headers under which a year is a year of birth. They are no labels of ages: the judge has to see the reference date."""


def _age(c: Candidate, confidence: Confidence) -> Verdict | None:
    """An age of someone, 90 or more; None for the allowed category, a range that begins lower, and things."""
    before, after = c.before(60), c.after(40)
    at_ninety = c.value.lower() in ("90", "ninety", "noventa", "89")
    if (_UNDER.search(before) and not _LIVED_UNTIL.search(before)) or _FROM_YOUNGER.search(before):
        return None
    if at_ninety and (_OVER.search(before) or _OR_OLDER.match(after)):
        return None
    if _THING.match(regex.sub(r"(?i)\A[- ]{0,2}(?:years?|yrs?|y/?o?\.?)?[- ]{0,2}(?:old)?", "", after)):
        return None
    if _MANY.match(after) and not regex.match(r"(?i)[- ]?(?:y|years?)", after):
        return None
    if _SPAN_OF_TIME.search(before) and not regex.match(r"(?i)[- ]?(?:years?|yrs?|y)[- ./]{0,2}o", after):
        return None
    return Verdict(LOW if _GENERAL.search(before) else confidence, "age")


def judge_age(c: Candidate) -> Verdict | None:
    """A number with the unit or word of an age."""
    return _age(c, HIGH if regex.match(r"(?i)[- ]{0,2}y\p{L}*[- ./]{0,2}o", c.after(12)) else MEDIUM)


def judge_is(c: Candidate) -> Verdict | None:
    """`She is 93.`: not behind talk of vital signs."""
    before = c.before(40)
    if _VITALS.search(before) or regex.match(
        r"(?i)[ ]?(?:%|degrees|on (?:ra|room|\d)|over|/|mg|kg|lb|pounds|percent|bpm)", c.after(12)
    ):
        return None
    return _age(c, MEDIUM)


def judge_letter(c: Candidate) -> Verdict | None:
    """`94M`, `98 F`: temperatures and millions are written so too; an age where a story begins."""
    before = c.before(16)
    number = float(c.value)
    if _WARM.search(before) or "." in c.value or _WARM_BEHIND.match(c.after(20)):
        return None
    told = regex.match(r"(?i)[ ]?[y/]", c.after(3))
    sure = bool(told) or bool(_NARRATED.match(c.after(24).lstrip()[1:]))
    if not sure and (number < 95 or number > 106):
        sure = regex.match(r"[ ]?[MF][.,;]? ", c.after(6)) is not None and not before.strip()
    return _age(c, MEDIUM if sure else LOW)


def judge_spanish(c: Candidate) -> Verdict | None:
    """`94 años`: not a length of time."""
    if _SPAN_OF_TIME.search(c.before()) or regex.match(
        r"(?i) {0,3}años (?:de (?:historia|evolución|experiencia|antigüedad|seguimiento)|después|antes|atrás)",
        c.after(),
    ):
        return None
    return _age(c, MEDIUM)


def judge_decade(c: Candidate) -> Verdict | None:
    """`in her 90s`."""
    return None if _VITALS.search(c.before()) else Verdict(MEDIUM, "age")


def _number(text: str) -> float:
    return float(text.replace(",", ""))


def judge_months(c: Candidate) -> Verdict | None:
    """1,080 months and more."""
    return Verdict(MEDIUM, "age in months") if 1080 <= _number(c.value) <= _OLDEST * 12 else None


def judge_days(c: Candidate) -> Verdict | None:
    """32,850 days and more."""
    return Verdict(MEDIUM, "age in days") if 32_850 <= _number(c.value) <= _OLDEST * 366 else None


def judge_dicom(c: Candidate) -> Verdict | None:
    """`094Y`: under an age's header high, else low."""
    number, unit = int(c.value[:-1]), c.value[-1]
    if (unit == "Y" and number < 90) or (unit == "M" and number < 1080):
        return None
    if c.labelled:
        return Verdict(HIGH, "age")
    return Verdict(MEDIUM if _DUMPED.search(c.before(8)) else LOW, "age")


def judge_birth_year(c: Candidate) -> Verdict | None:
    """A year of birth that shows 90 or more on the day against which ages count."""
    if not 90 <= c.as_of.year - int(c.value) <= _OLDEST:
        return None
    return Verdict(
        MEDIUM, "birth year", evidence=Evidence.LABEL, reason="a year of birth that shows an age over 89"
    )


def judge_value(c: Candidate) -> Verdict | None:
    """What stands behind a label of an age; a unit behind it says more than the label."""
    unit = _UNIT.match(c.after(12))
    kind = "" if unit is None else "months" if unit.group(1)[0] in "mM" else "days"
    return _under(c, kind or c.header.kind)


def judge_cell(c: Candidate) -> Verdict | None:
    """A cell under a header of ages; under a generic one (`age_group`) only beside a person."""
    if not c.name or not c.whole:
        return None
    if c.header.strength is Strength.NONE:
        born = regex.fullmatch(r"1[89]\d\d", c.value) and _BORN.match(c.name).strength is Strength.STRONG
        return judge_birth_year(c) if born else None
    if c.header.strength is Strength.WEAK:
        if regex.search(
            r"account|ar age|invoice|device|battery|bone|gest|specimen|sample|consent|onset", c.header.phrase
        ):
            return None
        plain = regex.fullmatch(r"\D*(?:9\d|1[0-2]\d)\D.*|9\d|1[0-2]\d", c.value)
        return Verdict(MEDIUM, "age") if plain and not accepts(c.value, c.header.phrase) else None
    return _under(c, c.header.kind)


def _under(c: Candidate, kind: str) -> Verdict | None:
    """The number in the unit that the label says."""
    if c.value[-1] in "YM" and c.value[:-1].isdigit():
        return judge_dicom(c)
    text = c.value.rstrip("+").replace(",", "")
    number = float(text) if regex.fullmatch(r"\d+(?:\.\d+)?", text) else None
    if kind == "months":
        return (
            Verdict(HIGH, "age in months") if number is not None and 1080 <= number <= _OLDEST * 12 else None
        )
    if kind == "days":
        return (
            Verdict(HIGH, "age in days") if number is not None and 32_850 <= number <= _OLDEST * 366 else None
        )
    if number is not None and not 90 <= number < _OLDEST + 1:
        return None
    if c.value.endswith("+") and number == 90:
        return None
    if not c.name and _VITALS.search(regex.sub(r"(?i)\baged?\b.*", "", c.before(40))):
        return None
    return _age(c, HIGH)


def accepts(cell: str, phrase: str) -> bool:
    """What under an age's label is allowed: anything that does not show 90 or more in a narrower way than `90+`."""
    text = cell.strip().lower()
    if regex.fullmatch(
        r"(?:>=?|≥|over|above)? ?(?:89|90) ?(?:\+|plus| ?(?:years?|y) ?(?:\+|(?:and|or|&) (?:over|older|above|up))|(?:and|or|&) (?:over|older|above|up|more))?",
        text,
    ):
        return not regex.fullmatch(r"90", text)
    found = regex.match(r"(?:age[ds]? |[>≥]=? ?)?0?(\d{1,5}(?:\.\d+)?)", text)
    if found is None:
        return not regex.match(r"ninet|(?:one|a) hundred|noventa|cien|nonagen|centenar", text)
    number = float(found.group(1))
    unit = text[found.end() :].lstrip(" -")
    months = (
        "month" in phrase
        or phrase.endswith((" mo", " mos"))
        or "meses" in phrase
        or unit.startswith(("m", "mo"))
    )
    days = phrase.endswith((" days", " d")) or unit.startswith("d")
    return number < (1080 if months else 32_850 if days else 90)
