"""What record, account, plan and serial numbers look like behind their label, and a judge that all of them share.

No standard fixes these shapes, so the label carries the proof and the value must only be plausible: one token with a
digit in it that is no date, no measurement, no filler.
"""

from __future__ import annotations

from phiguard.detectors import _regexes as regex
from phiguard.detectors._labels import phrases, trie
from phiguard.detectors._pattern import (
    GLUED,
    HIGH,
    LABEL_END,
    LINK,
    MEDIUM,
    Candidate,
    Confidence,
    Judge,
    Pattern,
    Verdict,
)

ID_END = rf"(?:(?={GLUED})|(?!(?!_(?!\w)|__)[\w@]|[-/]\d|\.\d))"
"""Behind an id: not in the middle of a longer token, an address or a decimal; a next label may hang on, or the rest of a form's
line (`__12345__`)."""

ID_TOKEN = (
    rf"(?=[A-Za-z._\-/]{{0,10}}\d)[A-Za-z0-9](?:(?!{GLUED})(?:[-._]?[A-Za-z0-9]|/(?=[A-Z]{{0,2}}\d))){{2,31}}"
    + ID_END
)
"""One token of letters and digits, at least one digit among the first eleven, dashes, dots and slashes inside: `E8596608`,
`587-09-125`, `OR-20240314-017`."""

_OTHER_LABEL = r"(?!(?:AND|OR|THE|OF|TO|WBC|HGB|PLT|GFR|MRN|DOB|SSN|NPI|DEA|AGE|FIN|CSN|HAR|ACCT|PIN|VIN|S?N|TEL|FAX|ID|NO|CPT|ICD|NDC|RM|ROOM|BED|UNIT|PT|DX|PO|BOX|ON|AT|FOR|IN) )"
_UNITS = (
    "mg|mcg|g|ml|l|cc|kg|lbs?|cm|mm|units?|iu|meq|mmol|mmhg|bpm|years?|yrs?|y/o|yo|days?|weeks?|months?|hours?|hrs?|"
    "minutes?|mins?|times|patients?|subjects?|people|persons|members|visits|encounters|claims|cases|devices|percent|dollars|usd"
)
_STOP = r"(?=[,.;:)\]\n]|\Z)"
ID_SPACED = (
    r"(?:(?:[A-Z]{1,4} )?\d{2,4} \d{2,4} \d{2,6}(?: \d{2,4}){0,2}|\d{2} \d{6,9}(?: \d{2})?"
    rf"|(?:{_OTHER_LABEL}[A-Z]{{1,4}} \d{{2,4}} \d{{3,6}}|\d{{2,3}} \d{{3}}|\d{{3,4}} \d{{4}})"
    rf"(?![ ]?(?:%|(?i:{_UNITS})\b)|[ ]\d(?!{_STOP}))(?: [BCDEGHJKLN-Z\d]{_STOP})?)" + ID_END
)
"""Groups of digits with blanks between them: three, or two of the sizes that people write, behind a prefix or not: `123 45 678`,
`AB 12 34 56`, `28 12345678 40`, `E 225 6171`, `PM 338 172 S`, `12 345`."""

ID_PREFIXED = _OTHER_LABEL + r"[A-Z]{1,4} \d{4,12}" + ID_END
"""Capital prefix, a blank, digits: `MR 182379`."""

ID_MASKED = r"[*xX•]{2,14}[- ]?\d{2,6}" + ID_END
"""Partly masked, the last digits left: `*****1234`."""

ID_VALUE = rf"\#?(?:{ID_SPACED}|{ID_PREFIXED}|{ID_TOKEN}|{ID_MASKED})"
"""All of these, with a `#` that the link did not take; the engine puts label and link in front of it."""

_MONTH = (
    "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    "nov(?:ember)?|dec(?:ember)?)"
)
_DATE = regex.compile(
    r"(?:19|20)\d\d[-/.](?:0?[1-9]|1[0-2])[-/.](?:0?[1-9]|[12]\d|3[01])(?:T[\d.:]{1,20})?"
    r"|(?:0?[1-9]|[12]\d|3[01])[-/.](?:0?[1-9]|[12]\d|3[01])[-/.](?:19|20)\d\d"
    r"|(?:0?[1-9]|[12]\d|3[01])[/.](?:0?[1-9]|[12]\d|3[01])(?:[/.]\d\d)?"
    rf"|(?i:\d{{1,2}}-?{_MONTH}-?(?:\d\d|\d{{4}}))"
    rf"|(?i:{_MONTH}[-./]?\d{{1,4}})"
    r"|(?:19|20)\d\d(?:-(?:19|20)?\d\d)?"
)
_NUMBER = regex.compile(
    r"(?!(?:\.?\d){7})\d{1,3}(?:\.\d{1,3}){1,3}|\d{1,5}\.\d{1,3}|\d{1,2}\.\d{4}|\d{1,3}/\d{1,3}|(?!0\d\d)\d{1,3}-\d{1,3}|\d{1,2}:\d\d"
)
_ORDINAL = regex.compile(
    r"(?i)\d{1,4}(?:st|nd|rd|th|s|x|mg|mcg|ml|cc|kg|lbs?|cm|mm|yo|yrs?|hrs?|min|am|pm|k|french|fr)"
)
_UNIT_AFTER = regex.compile(rf"(?i)\s{{0,2}}(?:%|(?:{_UNITS})\b)")
_COMPACT = regex.compile(r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:\d{4}|\d{6})?")
_SERIES = regex.compile(r"[A-Z]{2,4}-?\d{5,12}")
_RUN = regex.compile(r"[^\W\d_]{1,40}")
_CODE = regex.compile(r"[A-Za-z]?\d{4,5}[A-Za-z]?")
_TWO_GROUPS = regex.compile(r"\d{2,4} \d{3,4}")
_CONNECTED = regex.compile(
    r"(?i)(?:[:#=|>]|\t|\b(?:no|num|nbr|number|id|code|is)s?\b\.?)[ \t\"'(\[<*]{0,10}\n?[ \t]{0,8}\Z"
)


def connected(c: Candidate) -> bool:
    """Whether a colon, `#`, `no.` or the like stands between label and value, or the value is the whole cell."""
    return c.whole or bool(_CONNECTED.search(c.before(24)))


def is_date(value: str) -> bool:
    """Whether a value reads as a date, a year, or a month with a day."""
    return _DATE.fullmatch(value) is not None


def implausible(c: Candidate) -> bool:
    """Whether a labelled value is a date, a measure, an ordinal, a range, or filler of one repeated digit."""
    value = c.value
    bare = value.strip("#-. ")
    if is_date(bare) or _NUMBER.fullmatch(bare) or _ORDINAL.fullmatch(bare):
        return True
    figures = [x for x in bare if x.isdigit()]
    if len(figures) >= 4 and len(figures) == len(bare) and len(set(figures)) == 1:
        return True
    return len(bare) <= 5 and bare.isdigit() and _UNIT_AFTER.match(c.after(14)) is not None


def judge_id(c: Candidate) -> Confidence | None:
    """Five characters with three digits under a label are sure; others need a colon, `#` or capitals, and stay medium."""
    if implausible(c):
        return None
    value = c.value.strip("#")
    figures = sum(x.isdigit() for x in value)
    if len(value) >= 5 and figures >= 3:
        return HIGH
    return MEDIUM if connected(c) or (len(value) >= 6 and value.isupper()) else None


def long_run(value: str) -> bool:
    """Six figures or more that are no compact date, or five behind capitals: an id even without a colon in front."""
    if _SERIES.fullmatch(value):
        return True
    return sum(x.isdigit() for x in value) >= 6 and _COMPACT.fullmatch(value) is None


_GLUED_ENDING = regex.compile(r"(?:ID|NO|NUM|NBR|No|Num|Nbr)[.#:]?(?=\d)")
"""The last word of a label, glued to the value: `Patient ID0099812`."""


def spoken(
    words: str,
    name: str,
    *,
    value: str = ID_VALUE,
    kind: str = "",
    judge: Judge = judge_id,
    least: int = 4,
    codes: bool = False,
) -> Pattern:
    """A pattern for a word that is a label in prose but too generic for a header (`account`, `visit`, `policy`).

    A colon, `#`, `no.` or the like must stand between, or the value be a long run of digits; `least`: figures in it. A
    procedure code (`Visit: 99213`, `Order: J1885`) is none, unless no code stands behind such a word (`codes`).
    """

    def decide(c: Candidate) -> Verdict | None:
        enough = sum(x.isdigit() for x in c.value) >= least and (codes or not _CODE.fullmatch(c.value))
        long = long_run(c.value) and not _TWO_GROUPS.fullmatch(c.value)
        if not enough or not (connected(c) or long):
            return None
        answer = judge(c)
        if answer is None or isinstance(answer, Verdict):
            return answer
        glued = _GLUED_ENDING.match(c.value)
        cut = (glued.end(), 0) if glued else (0, 0)
        return Verdict(answer if connected(c) else MEDIUM, kind, shrink=cut)

    label = rf"(?:(?<![^\W_])|(?={GLUED}))(?i:(?P<said>{trie(phrases(words))}){LABEL_END}{LINK})"
    return Pattern(
        name, rf"{label}(?P<v>{value})", MEDIUM, judge=decide, kind=kind, starts=_first_runs(phrases(words))
    )


def last_digits(words: str, kind: str) -> Pattern:
    """`account ending in 4412`: the rest is missing, the label says whose it is."""
    return Pattern(
        f"{kind} by its last digits",
        rf"(?i:(?<![^\W_]){trie(phrases(words))}{LABEL_END}(?:[ ]?(?:\#|no\b\.?|number|id\b))?[^\d\n\w]{{0,4}}(?:(?:[ ](?:is|was|that|which|on|file))?[ ]?){{0,2}}"
        r"(?:ending|ends|last (?:4|four)(?: digits)?|termina(?:da)?)\b(?: (?:in|with|of|are|is|en)| ?:){0,2} ?)(?P<v>[x*•\#]{0,12}\d{3,6})(?![\w/]|[-.]\d)",
        MEDIUM,
        kind=f"partial {kind}",
        starts=_first_runs(phrases(words)),
    )


def _first_runs(labels: tuple[str, ...]) -> frozenset[str]:
    """The runs of letters with which labels begin, their words glued or not, one or many: `check no` begins `checkno`."""
    runs = set()
    for phrase in labels:
        glued = ""
        for word in phrase.split(" "):
            glued += word
            run = _RUN.match(glued)
            if run is None:
                break
            runs |= {run.group(), f"{run.group()}s"}
            if run.end() < len(glued):
                break
    return frozenset(runs)


_ENDINGS = "id | ids | identifier | identification number | no | nos | number | numbers | num | nbr | nr | #"
NUMBER_ONLY = "no | nos | number | numbers | num | nbr | #"
"""Endings without `id`, for words whose `id` is a key of some table (`record_id`, `client_id`)."""


def numbered(text: str, endings: str = _ENDINGS) -> tuple[str, ...]:
    """`"member | visit"` -> `member id`, `member no`, `member #` … : a generic word becomes a label by what follows it."""
    return tuple(f"{phrase} {ending}" for phrase in phrases(text) for ending in phrases(endings))


GOODS = phrases(
    "item | item no | item number | item # | sku | part | part no | part number | part # | product | product no | product code | catalog | "
    "catalog no | catalog number | cat no | upc | ean | gtin | lot | lot no | lot number | lot # | batch | batch no | model | "
    "model no | model number | model # | ref | ref no | stock | stock no | tracking | tracking no | tracking number | ndc | vendor | "
    "supplier | material | material no | warehouse | version | firmware | build | commit | hash"
)
"""Labels of goods and software, which deny every bare shape of these categories."""


def about(text: str) -> tuple[str, ...]:
    """`passport country`, `license exp date`: headers that name the number and hold something else; to be listed as weak."""
    endings = (
        "state | country | name | date | exp | exp date | expiration | expiration date | expires | expiry | expiry date | issue date | "
        "issued | issuer | issue state | effective date | start date | end date | address | city | zip | phone | authority | holder"
    )
    return tuple(f"{phrase} {ending}" for phrase in phrases(text) for ending in phrases(endings))


def numerados(text: str) -> tuple[str, ...]:
    """The same in Spanish, accents written or not: `número de póliza`, `no. poliza`, `póliza nº`."""
    heads = phrases(
        "número | número de | número del | no | no de | núm | núm de | num | num de | nro | nro de | nº | nº de | n° | n° de"
    )
    tails = phrases("id | no | num | núm | nro | número | nº | n° | #")
    written = (
        *(f"{head} {phrase}" for phrase in phrases(text) for head in heads),
        *(f"{phrase} {tail}" for phrase in phrases(text) for tail in tails),
    )
    return tuple(dict.fromkeys((*written, *(w.translate(_PLAIN) for w in written))))


_PLAIN = str.maketrans("áéíóú", "aeiou")
