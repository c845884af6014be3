"""Places on roads: grid addresses, crossings of highways, the spot where something happened, mile markers.

Source: USPS Publication 28, D (grid addresses of Utah and Wisconsin, D1 hyphenated ranges); FHWA Manual on Uniform Traffic
Control Devices, 2H and 2I (route numbers, reference location signs).
"""

from __future__ import annotations

from phiguard.detectors import _regexes as regex
from phiguard.detectors._labels import trie
from phiguard.detectors._pattern import MEDIUM, Candidate, Confidence, Pattern
from phiguard.detectors._street_words import COMMON, MONTHS

_SUFFIX = rf"(?:{trie(COMMON.split())})"
_COMPASS = r"(?:[NSEW]\.?|North|South|East|West|NORTH|SOUTH|EAST|WEST)"
_ROUTE = (
    r"(?:I-\d{1,3}[NSEW]?|(?:US|U\.S\.|SR|CR|FM|Hwy|HWY|Highway|Interstate|Route|Rte|RTE|(?:State|County)[ ](?:Road|Rd|Route|Highway|Hwy))"
    r"[ -]?\d{1,4}[A-Z]?)(?:[ ](?:North|South|East|West)bound|[ ][NSEW]B?)?"
)
_ORDINAL = r"(?:[NSEW]\.?[ ])?\d{1,3}(?:st|nd|rd|th|ST|ND|RD|TH)(?:[ ](?:St|Ave|Street|Avenue|ST|AVE)\b\.?)?"
_NAMED = rf"\p{{Lu}}[\p{{L}}'-]{{2,20}}(?:[ ]\p{{Lu}}[\p{{L}}'-]{{2,20}})?[ ](?i:{_SUFFIX})\b\.?"
_PLAIN = r"\p{Lu}[\p{L}'-]{2,20}(?:[ ]\p{Lu}[\p{L}'-]{2,20}){0,2}"
_SURE = rf"(?:{_ROUTE}|{_ORDINAL}|{_NAMED})"
_WITH = r"[ ]?(?:\band\b|&|\bat\b|@|\bnear\b|/|\bx\b)[ ]?"
_HAPPENED = (
    r"(?i:\b(?:mv[ac]|pvc|accident|crash(?:ed)?|collision|rollover|found|picked[ ]up|struck|scene|shot|stabbed|fell|assault(?:ed)?|incident|"
    r"pedestrian|ems|dispatched|responded|sleeps|camps|camping|encampment|tent)\b[^\n.;:]{0,40}?[ ](?:at|on|near|off|along|to|by|@)[ ](?:the[ ])?)"
)
_NOT_ROADS = MONTHS | frozenset(
    "monday tuesday wednesday thursday friday saturday sunday day admission discharge baseline follow home noon night digit rib ribs finger toe floor mtp "
    "metatarsal metacarpal ray intercostal grade degree trimester".split()
)
_COUNTED = regex.compile(
    r"(?i)[ ](?:(?:left|right|lateral|posterior|anterior)[ ])?(?:ribs?|meta\p{L}+|digits?|fingers?|toes?|mtp|mcp|pip|dip|rays?|inter\p{L}+|vertebra\p{L}*|floor|degree|days?|"
    r"trimester|grade|cranial|nerve)\b"
)
_JOINTS = frozenset("st nd rd th and at near x".split())
_EVENTS = frozenset(
    "mva mvc pvc accident crash crashed collision rollover found picked struck scene shot stabbed fell assault assaulted incident pedestrian ems dispatched responded "
    "sleeps camps camping encampment tent".split()
)


def _crossing(c: Candidate) -> Confidence | None:
    """Two roads, of which one is plainly a road; no days, and no ribs, toes or floors, which are counted as streets are."""
    said = regex.findall(r"\p{L}+", c.value.lower())
    if _NOT_ROADS.intersection(said) or _COUNTED.match(c.after(24)):
        return None
    return None if all(word in _JOINTS for word in said) else MEDIUM


PATTERNS = (
    Pattern(
        "grid address",
        rf"(?<![\w.,/-])(?P<v>(?=[\d NSEWa-z.]{{0,12}}\d{{3}})\d{{1,5}}[ ]{_COMPASS}[ ]\d{{2,5}}[ ]{_COMPASS})(?![\w.]|[ ]\d)",
        MEDIUM,
        kind="street",
        holds=frozenset("n s e w north south east west".split()),
        reach=8,
        span=40,
    ),
    Pattern(
        "grid number before a street",
        rf"(?<![\w-])(?P<v>[NSEW]\d{{1,3}}[ ]?[NSEW]\d{{2,5}}[ ](?:\p{{Lu}}[\p{{L}}'.-]{{0,20}}[ ]){{1,4}}(?i:{_SUFFIX})\b\.?)(?!\w)",
        MEDIUM,
        kind="street",
        starts=frozenset("nsew"),
    ),
    Pattern(
        "crossing behind what happened there",
        rf"{_HAPPENED}(?P<v>{_SURE}{_WITH}(?:{_SURE}|{_PLAIN})|{_PLAIN}{_WITH}{_SURE})(?!\w)",
        MEDIUM,
        kind="street",
        judge=_crossing,
        starts=_EVENTS,
    ),
    Pattern(
        "crossing of highways",
        rf"(?<![\w-])(?P<v>(?!I-1[23]\d\b){_ROUTE}{_WITH}(?:{_SURE}))(?!\w)",
        MEDIUM,
        kind="street",
        judge=_crossing,
        starts=frozenset("i us u sr cr fm hwy highway interstate route rte state county".split()),
    ),
    Pattern(
        "mile marker",
        rf"(?i)(?<![\w-])(?P<v>(?:{_ROUTE}[ ,]{{1,2}}(?:at |near |by )?)?(?:mile[ ]?(?:marker|post)|mm(?=[ ]\d{{1,3}}[ ](?:on|of)[ ]{_ROUTE}))[ ]\#?\d{{1,3}}(?:\.\d)?"
        rf"(?:[ ](?:on|of)[ ]{_ROUTE})?)(?!\w)",
        MEDIUM,
        kind="street",
        holds=frozenset(("mile", "milemarker", "milepost", "mm")),
        reach=60,
        span=140,
    ),
)
