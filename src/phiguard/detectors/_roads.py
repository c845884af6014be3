"""Places on roads: grid addresses, crossings of highways, the spot where something happened, mile markers.

Source: USPS Publication 28, D (grid addresses of Utah and Wisconsin, D1 hyphenated ranges); FHWA Manual on Uniform Traffic
Control Devices, 2H and 2I (route numbers, reference location signs).
"""

from __future__ import annotations

from phiguard.detectors import _regexes as regex
from phiguard.detectors._labels import trie
from phiguard.detectors._name_lists import Kind, look_up
from phiguard.detectors._pattern import MEDIUM, Candidate, Confidence, Pattern, Verdict
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
_ROAD = r"(?i:st|street|ave|avenue|av|rd|road|blvd|boulevard|hwy|highway|ln|lane|pkwy|parkway|sts|streets|aves|avenues)"
_ANY_CASE = rf"(?:(?:[NSEW]\.?|\p{{L}}[\p{{L}}'-]{{2,20}})[ ]){{1,3}}{_ROAD}\b\.?"
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


_AND = r"[ ]?(?:\b(?i:and)\b|&|/|\bat\b|@)[ ]?"
_ROAD_RUNS = frozenset(
    "st street ave avenue av rd road blvd boulevard hwy highway ln lane pkwy parkway sts streets aves avenues".split()
) | frozenset(COMMON.split())
_SUFFIX_INSIDE = regex.compile(rf"(?i)[ ](?:{_SUFFIX}|sts|streets|aves|avenues)\b")


def _lone_crossing(c: Candidate) -> Confidence | None:
    """A line that is a crossing: one side is numbered or has a suffix, and no other thing is counted."""
    sure = (
        regex.search(r"\d(?:st|nd|rd|th|ST|ND|RD|TH)\b", c.value)
        or _SUFFIX_INSIDE.search(c.value)
        or regex.search(_ROUTE, c.value)
    )
    if not sure or any(
        look_up(word).kind is Kind.OTHER and look_up(word).medical for word in c.value.split()
    ):
        return None
    return _crossing(c)


def _spoken(word: str) -> bool:
    """Whether a word is of everyday English or of medicine, and no name."""
    known = look_up(word)
    return known.kind is Kind.OTHER and (known.medical or known.tier in ("a", ""))


def _home_on(c: Candidate) -> Verdict | None:
    """`the house on Larkspur`: a word that may be a name, no day and no medicine."""
    words = c.value.split()
    keep = 0
    while keep < len(words) and words[keep].lower() not in _NOT_ROADS and not _spoken(words[keep]):
        keep += 1
    size = len(" ".join(words[:keep]))
    return Verdict(MEDIUM, "street", shrink=(0, len(c.value) - size)) if size else None


PATTERNS = (
    Pattern(
        "grid address",
        rf"(?<![\w.,/-])(?P<v>(?=[\d NSEWa-z.]{{0,12}}\d{{3}})\d{{1,5}}(?:[ ]{_COMPASS}|[NSEW])[ ]\d{{2,5}}(?:[ ]{_COMPASS}|[NSEW]))(?![\w.]|[ ]\d)",
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
        "crossing on a line of its own",
        rf"(?m)^[ \t]{{0,4}}(?=[^\n]{{3,60}}?(?:[ ](?i:and)[ ]|[&/@]|[ ]at[ ]))(?P<v>(?:{_SURE}|{_PLAIN}){_AND}(?:{_SURE}|{_PLAIN})(?:[ ]{_ROAD}\b\.?)?|{_ANY_CASE}{_AND}{_ANY_CASE})(?=[ ]?[.,]?[ ]?(?:\n|\Z|,))",
        MEDIUM,
        kind="street",
        judge=_lone_crossing,
    ),
    Pattern(
        "crossing of a numbered street and a named one",
        rf"(?<![\w-])(?P<v>{_ORDINAL}{_AND}{_NAMED}|{_NAMED}{_AND}{_ORDINAL}|\p{{Lu}}[\p{{L}}'-]{{2,20}}[ ]{_ROAD}\b\.?[ ](?:&|at|@|and)[ ](?!the\b)(?:{_ORDINAL}|{_PLAIN}))(?!\w)",
        MEDIUM,
        kind="street",
        judge=_crossing,
        holds=_ROAD_RUNS,
        reach=90,
        span=260,
    ),
    Pattern(
        "crossing behind “near”",
        rf"(?i:\b(?:near|at|off|around|outside|corner[ ]of|intersection[ ]of)[ ])(?P<v>{_ORDINAL}{_AND}\p{{Lu}}[\p{{L}}'-]{{2,20}}|\p{{Lu}}[\p{{L}}'-]{{2,20}}{_AND}{_ORDINAL})(?![\w-])",
        MEDIUM,
        kind="street",
        judge=_crossing,
        starts=frozenset("near at off around outside corner intersection".split()),
    ),
    Pattern(
        "corner of streets in one word",
        r"(?i:\b(?:corner|intersection)[ ]of[ ])(?P<v>\p{Lu}[\p{L}'-]{2,20}[ ](?i:and|&)[ ]\p{Lu}[\p{L}'-]{2,20}(?:[ ](?i:streets|sts|avenues|aves|roads)\b\.?))(?!\w)",
        MEDIUM,
        kind="street",
        starts=frozenset(("corner", "intersection")),
    ),
    Pattern(
        "junction of numbered roads",
        r"(?i)(?<![\w-])(?P<v>(?:jct|junction|rts|rtes|routes|hwys|highways|crsrds|crossroads)\.?[ ](?:(?:of|hwys?|highways?|routes?|rts?|us|state)[ ]){0,2}\d{1,3}[A-Z]?(?:[ ](?:and|&|\#)[ ]|[ ]?/[ ]?)(?:(?:hwy|highway|route|rt|us)[ ])?\d{1,3}[A-Z]?(?:[ ](?:east|west|north|south|[nsew])\b)?)(?![\w%])",
        MEDIUM,
        kind="street",
        starts=frozenset("jct junction rts rtes routes hwys highways crsrds crossroads".split()),
    ),
    Pattern(
        "street behind “house on”",
        rf"(?i:\b(?:house|apartment|apt|condo|townhouse|duplex|bungalow|trailer)[ ]on[ ])(?P<v>{_PLAIN})(?![\w-])",
        MEDIUM,
        kind="street",
        judge=_home_on,
        starts=frozenset("house apartment apt condo townhouse duplex bungalow trailer".split()),
    ),
    Pattern(
        "kilometre of a road",
        r"(?<![\w-])(?P<v>(?:(?:Carr|CARR|Carretera|CARRETERA|PR|Bo|BO|Barrio|BARRIO|Ruta|RUTA|Sector|SECTOR)\.?[ -]{1,2}(?:[\p{Lu}\d][\p{L}\d'.-]{0,20}[ ,]{1,2}){1,4})(?:Km|KM|km|Kil[oó]metro)\.?[ ]?\d{1,3}(?:[.,]\d{1,2})?)(?![\w])",
        MEDIUM,
        kind="street",
        starts=frozenset("carr carretera pr bo barrio ruta sector".split()),
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
