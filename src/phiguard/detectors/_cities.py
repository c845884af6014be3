"""Cities and counties in running text: before a state, behind "lives in", "X County", "City of X".

Sources: USPS Publication 28, 2 (last line: city, state, ZIP); the shipped list of places. A name that the list does not
have counts only where the sentence or the address says that it is a place.
"""

from __future__ import annotations

from phiguard.detectors import _regexes as regex
from phiguard.detectors._pattern import HIGH, LOW, MEDIUM, Candidate, Confidence, Pattern, Verdict
from phiguard.detectors._places import (
    STATE_ABBREVIATION,
    STATE_NAME,
    city,
    city_in,
    county,
    is_larger,
    places,
    state_of,
)

_TOWN = (
    r"\p{Lu}[\p{L}'.-]{0,24}+(?:[ ](?:(?:de|del|la|las|los|el|of|on|du|des|"
    r"le)[ ]){0,2}\p{Lu}[\p{L}'.-]{0,24}+){0,3}"
)
_CREDENTIALS = frozenset(
    "MD PA MA MS ND DC DO OR ID CT MT IN ME HI OK OH AS LA DE AL CO VA RI SC AR NP VT".split()
)
"""Abbreviations that stand behind a person's name or in clinical shorthand too."""
_STREET_END = regex.compile(
    r"(?i)(?:street|st|avenue|ave|road|rd|drive|dr|lane|ln|court|ct|blvd|boulevard|way|place|pl|"
    r"circle|cir|highway|hwy|parkway|pkwy|terrace|ter|trail|trl|"
    r"square|sq|loop|pike|plaza|[ns][ew]?|apt|suite|ste|unit|north|south|east|west|broadway|box)\.?"
)
_NUMBER_BEFORE = regex.compile(r"\d[\w-]{0,5}[ ]{1,2}(?:[NSEW]\.?[ ])?\Z")
_LEADING = frozenset(
    """in at from to of near the a an on by with and or lives living resides patient pt he she they we city town location address home
born moved visiting traveled hospital seen via work works male female yo y/o this that his her their when while after before
since until during is was are were for""".split()
)
_TITLE = regex.compile(
    r"(?:\b(?:Drs?|Mrs?|Ms|Miss|Prof|Rev|Sr|Sra)\.?[ ]|(?i:\b(?:by|signed|attending|physician|"
    r"provider|surgeon|author|cc|dictated)\b:?[ ])(?:\p{Lu}[\p{L}.'-]*[ ]){0,3})\Z"
)
_CUE = regex.compile(
    r"(?i)(?:(?:\b(?:in|from|of|at|near|to|outside|visiting|de|en)[ ](?:the[ ])?)|[,\n:(|][ ]{0,3}|"
    r"\A[ ]{0,3})\Z"
)
_NOT_TOWNS = frozenset(
    """assisted living nursing home alf snf ltc ltac facility rehab rehabilitation hospital hospice clinic
shelter apartment house group icu ed er ccu micu nicu pacu dr mr mrs ms room bed unit hallway own
independent retirement senior skilled trailer mobile section public january february march april may
june july august september october november december monday tuesday wednesday thursday friday saturday
sunday jan feb mar apr jun jul aug sep oct nov dec spring summer fall winter christmas i he she they we
it the his her this no pain distress bed care day preop postop or xray mri ct northern southern eastern
western north south east west spanish english vietnam korea war birth residence origin record death care
employment service radiology surgery lab cath pharmacy endoscopy dialysis bathroom restroom church school
work store office dentist pcp ed or ir therapy physical""".split()
)


def _before_state(c: Candidate) -> Verdict | None:
    """`Fargo, ND`, `Fargo, North Dakota`, `Fargo ND 58102`."""
    state = state_of(c.groups["state"] or "")
    words, zip_code = c.value.split(" "), c.groups["zip"]
    if not state or (state == "DC" and not zip_code):
        return None
    skip = _skip(words, c, state)
    if skip is None:
        return None
    name = " ".join(words[skip:])
    shift = len(c.value) - len(name)
    kind = "county" if words[-1].lower() in ("county", "parish", "borough") else "city"
    if is_larger(name) and not city_in(name, state) and not zip_code:
        return None
    comma = "," in (c.groups["sep"] or "")
    if zip_code and (comma or city_in(name, state)):
        agrees = (c.groups["digits"] or "")[:3] in places().prefixes.get(state, ())
        return Verdict(HIGH if agrees and city_in(name, state) else MEDIUM, kind, shrink=(shift, 0))
    if not comma:
        known = city(name) if city_in(name, state) and state not in _CREDENTIALS else None
        plain = known is not None and not known.word and not known.person and len(name) > 3
        return Verdict(MEDIUM, kind, shrink=(shift, 0)) if plain else None
    sure = _without_zip(c, name, state, shift)
    return Verdict(sure, kind, shrink=(shift, 0)) if sure else None


def _skip(words: list[str], c: Candidate, state: str) -> int | None:
    """Words that lead into the city's name: "Lives In Fargo", "12 Oak St Fargo"."""
    skip = 0
    while skip < len(words) - 1 and words[skip].lower() in _LEADING:
        skip += 1
    if words[skip].lower().strip(".") in _LEADING:
        return None
    ends = [at for at in range(skip, len(words) - 1) if _STREET_END.fullmatch(words[at]) and at > skip]
    numbered = bool(_NUMBER_BEFORE.search(c.before(12)))
    if not city_in(" ".join(words[skip:]), state):
        listed = [at for at in range(skip + 1, len(words)) if city_in(" ".join(words[at:]), state)]
        if numbered and (listed or ends):
            return max([*listed[:1], *(at + 1 for at in ends[-1:])], default=skip)
    if numbered and len(words) - skip == 1 and _STREET_END.fullmatch(words[skip]):
        return None
    return skip


def _without_zip(c: Candidate, name: str, state: str, shift: int) -> Confidence | None:
    """A city and a state alone: the pair is in the list, or the sentence leads to it."""
    start = c.start + shift
    before = c.text[max(c.lo, start - 30) : start]
    spelled = len(c.groups["state"] or "") > 2
    if _TITLE.search(before):
        return None
    cued = bool(shift) or bool(_CUE.search(before))
    if city_in(name, state):
        known = city(name)
        if spelled or state not in _CREDENTIALS:
            return MEDIUM
        risky = known is not None and (known.word or known.person)
        return MEDIUM if cued or not risky else LOW
    after_street = bool(
        regex.search(r"\d{1,6}[ ][^\n]{3,50}[,\n][ ]{0,2}\Z", c.text[max(c.lo, start - 64) : start])
    )
    place_cue = bool(regex.search(r"(?i)\b(?:in|from|near|to|outside|visiting)[ ]\Z", before)) or after_street
    return MEDIUM if place_cue and (spelled or state not in _CREDENTIALS or after_street) else None


def _behind_cue(c: Candidate) -> Verdict | None:
    """`lives in X`: any capitalised name; `from X`: only a city that is neither a word nor a person's name."""
    before = c.before(48)
    strong = _STRONG.search(before) is not None
    weak = strong or _WEAK.search(before) is not None
    if not weak and _BARE.search(before) is None:
        return None
    words = c.value.split(" ")
    keep = len(words)
    while keep and words[keep - 1].lower().strip(".,'") in _NOT_TOWNS:
        keep -= 1
    if not keep or words[0].lower().strip(".'") in _NOT_TOWNS:
        return None
    name = " ".join(words[:keep]).rstrip(".")
    if is_larger(name) or regex.match(
        r"['’]?[ ]?(?:County|Parish|Hospital|Clinic|Medical|University|State\b|(?i:disease|syndrome|"
        r"disorder|chorea|sign|scale|test|criteria|pump|meter|lab\b|labs\b|labora))",
        c.after(14),
    ):
        return None
    known = city(name)
    shrink = (0, len(c.value) - len(name))
    if not weak:
        plain = known is not None and not known.word and not known.person
        sure = plain and (" " in name or (len(name) > 4 and _SOMEONE.search(c.before(90)) is not None))
        return Verdict(MEDIUM if sure else LOW, "city", shrink=shrink) if plain else None
    if known is None:
        first = city(words[0]) if keep > 1 else None
        if first is not None and not first.word and not first.person and not strong:
            return Verdict(MEDIUM, "city", shrink=(0, len(c.value) - len(words[0])))
        return Verdict(MEDIUM, "city", shrink=shrink) if strong and not name.isupper() else None
    if not strong and (known.word or known.person):
        return Verdict(LOW, "city", shrink=shrink)
    return Verdict(MEDIUM, "city", shrink=shrink)


def _lower(c: Candidate) -> Verdict | None:
    """`galveston tx 77551`: the longest ending of the run that the State has as a city."""
    state = state_of(c.groups["state"] or "")
    if (c.groups["digits"] or "")[:3] not in places().prefixes.get(state, ()):
        return None
    words = c.value.split(" ")
    for skip in range(len(words)):
        name = " ".join(words[skip:])
        if city_in(name, state):
            return Verdict(MEDIUM, "city", shrink=(len(c.value) - len(name), 0))
    return None


def _office(c: Candidate) -> Confidence | None:
    """`our Miami office`: a listed city that is no everyday word."""
    known = city(c.value)
    return MEDIUM if known is not None and not known.word and not is_larger(c.value) else None


_NO_COUNTY = frozenset(
    "the this that each every our your their his her a an any same other local rural home area neighboring adjacent patient member mailing billing birth residence resident state facility employer service in at from of all most".split()
)


def _county(c: Candidate) -> Verdict | None:
    """`Dane County`: strips what leads into it."""
    words = c.value.split(" ")
    skip = 0
    while skip < len(words) - 1 and words[skip].lower() in _NO_COUNTY | _LEADING:
        skip += 1
    base = " ".join(words[skip:-1])
    if not base or is_larger(base) or base.lower() in _NOT_TOWNS:
        return None
    shift = len(c.value) - len(" ".join(words[skip:]))
    listed = county(base)
    return Verdict(MEDIUM if listed or words[-1].lower() == "county" else LOW, "county", shrink=(shift, 0))


def _called(c: Candidate) -> Confidence | None:
    """`Town of X`, not `City of origin`."""
    return None if is_larger(c.value) or c.value.lower().split()[0] in _NOT_TOWNS else MEDIUM


_STRONG = regex.compile(
    r"(?i)\b(?:(?:lives?|lived|living|resid(?:es?|ed|ing)|settled)[ ](?:(?!pain|fear|need|care)\p{Ll}{2,12}[ ]){0,3}(?:in|near|outside(?:[ ]of)?)|"
    r"residents?[ ]of|native[ ]of|born(?:[ ]and[ ]raised)?[ ]in|raised[ ]in|grew[ ]up[ ]in|"
    r"hometown[ ](?:is|of)|home[ ]in|house[ ]in|apartment[ ]in|originally[ ]from|(?:patient|man|woman|"
    r"male|female|gentleman|lady|boy|girl)[ ]from|moved[ ](?:\p{L}{2,12}[ ]){0,3}(?:to|from)|relocat(?:ed|"
    r"ing)[ ](?:to|from)|travel(?:l?ed|l?ing|s)?[ ]to|(?:trips?|flew)[ ]to|"
    r"(?:vive|reside)[ ]en|residente[ ](?:de|en)|nacid[oa][ ]en|natural[ ]de|procedente[ ]de|"
    r"vecin[oa][ ]de|domiciliad[oa][ ]en)[ ](?:(?:the|downtown|nearby|rural)[ ]|(?:city|"
    r"town)[ ]of[ ]){0,2}\Z"
)
_BARE = regex.compile(r"\b(?:in|from|to)[ ](?:(?:the|downtown|nearby|rural)[ ])?\Z")
_SOMEONE = regex.compile(
    r"(?i)\b(?:patient|pt|he|she|his|her|hers|him|mr|mrs|ms|dr|mother|father|daughter|son|wife|husband|sister|brother|seen|admitted|born|male|female|yo|y/o|year-old)\b"
)
_WEAK = regex.compile(
    r"(?i)\b(?:from|travel(?:l)?ed[ ]to|visiting|trip[ ]to|vacation[ ]in|near|works?[ ]in|"
    r"working[ ]in|family[ ]in|(?:located|based|back|over|down|out|up|off)[ ]in|outside|staying[ ]in|stays[ ]in|flew[ ](?:to|from)|(?:clinic|hospital|office|"
    r"facility|practice|center)[ ]in|downtown|outside[ ]of|visited)[ ](?:(?:the|downtown|nearby|"
    r"rural)[ ]|(?:city|town)[ ]of[ ]){0,2}\Z"
)

PATTERNS = (
    Pattern(
        "city before a state",
        rf"(?<![\p{{L}}\d'.-])(?<!\p{{L}}['-])(?P<v>{_TOWN})(?=[ ,][ ,\n]{{0,4}}[ACDFGHIKLMNOPRSTUVW])(?P<sep>[ ]?,[ ]{{0,2}}\n?|"
        rf"[ ]{{1,2}})(?P<state>{STATE_ABBREVIATION}|"
        rf"{STATE_NAME}|[A-Z][a-z](?=[., ]{{1,3}}\d{{5}}))(?![\p{{L}}\d'-])(?P<zip>(?:[,.]?[ ]{{1,3}}\n?|"
        rf"[ ],[ ])(?P<digits>\d{{5}})(?!\d))?",
        MEDIUM,
        judge=_before_state,
        kind="city",
    ),
    Pattern(
        "city behind a cue",
        r"(?<=[defglmnorsy][ ])(?P<v>\p{Lu}(?<=\b(?:in|from|of|to|en|de|near|visit(?:ing|ed)|downtown|nearby|"
        r"rural|is|outside)[ ](?:the[ ])?\p{Lu})"
        r"(?:t\.[ ]\p{Lu})?[\p{L}'-]{1,24}(?:[ ](?:(?:de|del|la|las|los|"
        r"of)[ ]){0,2}\p{Lu}[\p{L}'-]{1,24}){0,2})(?![\w'-])",
        MEDIUM,
        judge=_behind_cue,
        kind="city",
    ),
    Pattern(
        "city in a joined address",
        rf"[|^~;][ ]?(?P<v>{_TOWN})(?=[ ]?[|^~;][ ]?(?:{STATE_ABBREVIATION}[ ]?[|"
        rf"^~;][ ]?)?\d{{5}}(?:-?\d{{4}})?(?!\d))",
        MEDIUM,
        judge=lambda c: None if is_larger(c.value) or len(c.value) < 3 else MEDIUM,
        kind="city",
        needs=("|", "^", "~", ";"),
    ),
    Pattern(
        "city of an office",
        rf"\b(?:our|their|the)[ ](?P<v>{_TOWN})[ ](?:office|clinic|branch|location|campus|area|metro)\b",
        MEDIUM,
        judge=_office,
        kind="city",
        holds=frozenset("office clinic branch location campus area metro".split()),
    ),
    Pattern(
        "city behind a street in lower case",
        r"(?<![\w.,-])\d{1,6}[ ](?:[\p{Ll}\d.'#-]{1,20}+,?[ ]){1,6}?(?P<v>\p{Ll}[\p{Ll}'.-]{1,20}+(?:[ ]\p{Ll}[\p{Ll}'-]{1,20}+){0,2})[ ]?,?[ ](?P<state>[a-z]{2})[ ,]{1,2}(?P<digits>\d{5})(?!\d)",
        MEDIUM,
        judge=_lower,
        kind="city",
    ),
    Pattern(
        "city on the last line of an address",
        r"(?m)^[ \t>]{0,8}(?P<v>\p{L}[\p{L}.' -]{1,60}?)[ ]?,?[ ](?P<state>[A-Za-z]{2})[., ]{1,3}(?P<digits>\d{5})(?:-\d{4})?[ ]?$",
        MEDIUM,
        judge=_lower,
    ),
    Pattern(
        "county, parish, borough",
        rf"(?<![\p{{L}}'-])(?P<v>{_TOWN}[ ](?:County|COUNTY|Parish|PARISH|Borough|Township))(?![\w'-])",
        MEDIUM,
        judge=_county,
        kind="county",
        needs=("County", "COUNTY", "Parish", "PARISH", "Borough", "Township"),
        holds=frozenset(("county", "parish", "borough", "township")),
    ),
    Pattern(
        "city of",
        rf"(?<!\p{{L}})(?:[Cc]ity|[Tt]own|[Vv]illage|[Tt]ownship|[Bb]orough|[Mm]unicipality|"
        rf"[Mm]unicipio|[Cc]iudad|[Cc]ondado|[Cc]ounty|[Pp]ueblo)[ ](?:of|"
        rf"de)[ ](?P<v>{_TOWN.replace('}+', '}')})(?![\w'-])",
        MEDIUM,
        judge=_called,
        kind="city",
        needs=(" of ", " de "),
        starts=frozenset(
            "city town village township borough municipality municipio ciudad condado county pueblo".split()
        ),
    ),
)
