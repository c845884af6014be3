"""How street addresses are written: numbered streets, boxes, routes, highways, units, intersections; US and Spanish forms.

Source: USPS Publication 28, Appendices C1 (street suffixes, with the variants that it lists) and C2 (secondary units), 24-29
(rural route, highway contract, PO box, military, Puerto Rico). A street is capitalised or all capitals, except behind
words such as "lives at".
"""

from __future__ import annotations

from phiguard.detectors import _regexes as regex
from phiguard.detectors._labels import trie
from phiguard.detectors._pattern import HIGH, LOW, MEDIUM, Candidate, Confidence, Pattern, Steady, Verdict
from phiguard.detectors._places import STATE_ABBREVIATION, STATE_NAME, STATES
from phiguard.detectors._street_words import (
    COMMON,
    COMMON_SET,
    CROSSING,
    FRACTIOUS,
    LIVES_WORDS,
    MONTHS,
    ROADS,
    TYPES,
    UNCOMMON,
    UNIT_WORDS,
    UNITS,
)

_WORD = (
    r"(?:\p{Lu}\p{L}{0,2}\.|\p{Lu}[\p{L}'-]{0,20}|\d{1,3}(?:st|nd|rd|th|ST|ND|RD|TH)|of|the|de|del|la|las|"
    r"los|y|and|&)"
)
_DIRECTION = (
    r"(?:NE|NW|SE|SW|N\.?E\.|[NSEW]|North|South|East|West|North(?:east|west)|South(?:east|west)|NORTH|"
    r"SOUTH|EAST|WEST)"
)
_UNIT_WORD = (
    r"(?i:apartment|apt|suite|ste|unit|building|bldg|floor|fl|room|rm|lot|space|spc|trailer|trlr|"
    r"penthouse|ph|dept|department|basement|bsmt|slip|hangar|office|ofc|int|depto|dpto|piso)"
)
_UNIT = (
    rf"(?:[ ]?,?[ ]{{0,2}}(?:{_UNIT_WORD}\b\.?[ ]?\#?[ ]?(?:[A-Z0-9][A-Z0-9-]{{0,5}}|[a-z](?![\w]))|"
    rf"\#[ ]?[A-Za-z0-9][A-Za-z0-9-]{{0,5}}|(?i:basement|bsmt|penthouse|rear|upper|lower|front)\b))"
)
_NUMBER = r"\d{1,6}(?:[A-Za-z]|[½¼¾])?(?:-\d{1,5})?(?:[ ]1/[234])?"
_START = r"(?<![\w$%/.+*=<>-])(?<!\d[,:])(?<!\#[ ]?)"
_STATE = rf"(?:{STATE_ABBREVIATION}|{STATE_NAME})(?![\p{{L}}])"
_TOWN_BEHIND = rf"(?=[ ]?,[ ]?\n?(?:\p{{Lu}}[\p{{L}}.'-]{{0,20}}[ ]){{0,3}}\p{{Lu}}[\p{{L}}.'-]{{0,20}}[ ]?,?[ ]{_STATE})"
_BIG = rf"(?:{trie(COMMON.split())})"
_ANY = rf"(?:{trie([*COMMON.split(), *UNCOMMON.split()])})"


def _street(c: Candidate) -> Verdict | None:
    """A number, words, a suffix: doubts what reads as a measurement or a count."""
    name = (c.groups["name"] or "").split()
    suffix, number = (c.groups["suffix"] or "").lower(), c.groups["number"] or ""
    if not any(word[0].isupper() or word[0].isdigit() for word in name):
        return None
    if suffix.upper() in STATES and regex.match(r",?[ ]\d{5}(?!\d)", c.after(8)):
        return None  # `11890, Lares PR 00669`: the State, no prairie
    if c.labelled:
        return Verdict(HIGH, "street")
    first, value = name[0].lower().strip(".,"), int("".join(d for d in number if d.isdigit())[:6])
    common = suffix in COMMON_SET and not (suffix in FRACTIOUS and c.value.isupper() and len(number) < 3)
    context = bool(c.groups["unit"]) or bool(regex.match(_TOWN_BEHIND, c.text[c.end : min(c.hi, c.end + 90)]))
    if first in UNITS and not (
        common and suffix not in FRACTIOUS and (first in ("mile", "point", "day") or value > 400)
    ):
        return None
    if any(word.lower() in ("mg", "ml", "mcg", "po", "weeks", "days", "hours", "minutes") for word in name):
        return None
    if context or _address_before(c):
        return Verdict(HIGH if common else MEDIUM, "street")
    if common:
        return Verdict(MEDIUM if value > 0 else LOW, "street")
    if first in MONTHS or name[0] in ("of", "the", "and", "&"):
        return None
    return Verdict(
        MEDIUM if len(number) >= 3 and (suffix not in FRACTIOUS or not c.value.isupper()) else LOW, "street"
    )


def _address_before(c: Candidate) -> bool:
    return bool(
        regex.search(
            r"(?i)(?:addr(?:ess)?|resid\w{2,5}|lives|living|home|located|direcci[oó]n|"
            r"domicilio)[^.\n]{0,12}\Z",
            c.before(24),
        )
    )


def _under_label(c: Candidate) -> Verdict | None:
    """What stands behind `Address:`: a number and a word, a box, or a street's name."""
    return labelled(c) if not c.whole or c.labelled else None


def looks_like_street(text: str) -> Confidence | None:
    """How much a text under an address label looks like a street line: None for an e-mail, an IP address, a link."""
    if regex.search(
        r"@|://|\d\.\d{1,3}\.\d|(?i:homeless|unknown|undomiciled|no fixed|see above|same as)", text
    ):
        return None
    if regex.match(
        r"(?i)(?:\d{1,6}[\w/-]{0,6}[ ,]{1,2}\#?\p{L}|\d{1,6}[ ]\d{1,3}(?:st|nd|rd|th)\b|"
        r"p\.?[ ]?o\.?[ ]|rr?[ ]?\d|hc[ ]?\d|box|apt|unit|suite|lot|calle|avenida|av\b|col|urb|c/|"
        r"\#[ ]?\d)",
        text,
    ):
        return HIGH
    if regex.search(rf"(?i)(?:\b{_ANY}\b|\#[ ]?\d|\b\d{{1,6}})\Z|\b{_BIG}\b", text) and " " in text.strip():
        return MEDIUM
    return None


def labelled(c: Candidate) -> Verdict | None:
    """A value under an address label, in prose or as a cell."""
    found = looks_like_street(c.value)
    return Verdict(HIGH if c.labelled else found, "street") if found else None


_HIGHWAY = (
    r"(?:(?i:u\.?s\.?|state|county|old|interstate|private|forest|township|[NSEW]\.?)[ ]){0,2}(?:(?i:hwy|highway|route|rte|rt|road|"
    r"rd|loop|spur|ave|avenue|street|county[ ]road|farm[ ]to[ ]market(?:[ ](?:road|rd))?|ranch(?:[ ]to[ ]market)?(?:[ ](?:road|rd)))\b\.?|FM|RM|US)[ -]?\d{1,4}[A-Za-z]?"
)
_LIVES = (
    r"(?i:\b(?:lives?|lived|living|resid(?:es?|ed|ing)|stay(?:s|ed|ing)?|address(?:[ ]is)?|located|moved|"
    r"home|house|apartment|office)\b(?:[ ](?:in|with|a|an|the|alone|currently|his|her|their|mother|family|"
    r"wife|husband|daughter|son|house|home|apartment)){0,4}[ ](?:at|on|off|to|is)[ ])"
)

PATTERNS = (
    Pattern(
        "street address",
        rf"{_START}(?P<v>(?P<number>{_NUMBER}),?[ ]{{1,2}}(?P<name>(?:{_WORD}[ ]{{1,2}}){{1,5}})(?P<suffix>(?i:{_ANY}))\b\.?"
        rf"(?:[ ]{_DIRECTION}\b\.?)?(?P<unit>{_UNIT}{{1,2}})?)(?![\w])",
        MEDIUM,
        judge=_street,
        kind="street",
    ),
    Pattern(
        "numbered road",
        rf"{_START}(?P<v>\d{{2,6}}[A-Z]?(?:[ ]1/2)?[ ]{_HIGHWAY}(?:[ ]{_DIRECTION}\b\.?)?{_UNIT}?)(?![\w/])",
        MEDIUM,
        kind="street",
        holds=ROADS,
        reach=60,
        span=160,
    ),
    Pattern(
        "numbered road, abbreviated",
        rf"{_START}(?P<v>\d{{4,6}}[ ](?:CR|SR|RR|FM|TR)[ -]?\d{{2,4}}[A-Za-z]?{_UNIT}?)(?![\w/]|\.\d)",
        MEDIUM,
        kind="street",
        holds=frozenset(("cr", "sr", "rr", "fm", "tr")),
    ),
    Pattern(
        "street with its type in front",
        rf"{_START}(?P<v>\d{{1,6}}[ ](?:{_DIRECTION}[ ])?(?:(?:Avenue|Ave\.?|AVENUE|AVE|Via|VIA|Rue|"
        rf"RUE|Camino|CAMINO|Paseo|PASEO|Calle|CALLE|Avenida|AVENIDA|Plaza|Corte|Circulo|"
        rf"Vereda)(?:[ ]{_WORD}){{1,4}}|Broadway|BROADWAY)(?:[ ]{_DIRECTION}\b\.?)?{_UNIT}?)(?!\w)",
        MEDIUM,
        kind="street",
        holds=TYPES | {f"broadway{unit}" for unit in UNIT_WORDS},
    ),
    Pattern(
        "number and name before a city",
        rf"{_START}(?P<v>{_NUMBER}[ ]{{1,2}}{_WORD}(?:[ ]{_WORD}){{0,4}}{_UNIT}?){_TOWN_BEHIND}(?=[^\d\n]{{1,60}}\n?[^\d\n]{{0,40}}\d{{5}})",
        MEDIUM,
        kind="street",
    ),
    Pattern(
        "number, name and unit",
        rf"{_START}(?P<v>\d{{2,6}}(?:-\d{{1,4}})?[ ](?:{_WORD}[ ]?){{1,4}},?[ ](?:Apt|APT|Apartment|"
        rf"Ste|STE|Suite|SUITE)\b\.?[ ]?\#?[ ]?[A-Z0-9-]{{1,6}})(?!\w)",
        MEDIUM,
        kind="street",
        holds=frozenset(("apt", "apartment", "ste", "suite")),
        reach=120,
        span=180,
    ),
    Pattern(
        "street's name before a city",
        rf"(?<![\w'-])(?P<v>(?=[\p{{Lu}}\d])(?:{_WORD}[ ]){{1,4}}(?i:{_BIG})\b\.?(?:[ ]{_DIRECTION}\b\.?)?){_TOWN_BEHIND}",
        MEDIUM,
        kind="street",
        holds=COMMON_SET,
        reach=100,
        span=280,
    ),
    Pattern(
        "street behind “lives on”",
        rf"{_LIVES}(?P<v>(?:{_NUMBER}[ ])?(?:{_WORD}[ ]){{1,4}}(?i:{_BIG})\b\.?{_UNIT}?)(?!\w)",
        MEDIUM,
        kind="street",
        starts=LIVES_WORDS,
    ),
    Pattern(
        "street in lower case",
        rf"{_LIVES}(?P<v>\d{{1,6}}[ ](?:[\p{{L}}\d'.-]{{1,20}}[ ]){{1,4}}(?i:{_BIG})\b\.?(?:,?[ ](?i:apt|"
        rf"unit|suite|ste|\#)\.?[ ]?\w{{1,5}})?)(?!\w)",
        MEDIUM,
        kind="street",
        starts=LIVES_WORDS,
    ),
    Pattern(
        "street in lower case before its State",
        rf"{_START}(?P<v>\d{{1,6}}[ ](?:[\p{{L}}\d'.-]{{1,20}}[ ]){{1,4}}(?i:{_BIG})\b\.?)(?=[^\n]{{1,60}}[ ,][A-Za-z]{{2}}[ ,]{{1,2}}\d{{5}}(?!\d))",
        MEDIUM,
        kind="street",
        judge=lambda c: MEDIUM if c.value.split()[1].lower() not in UNITS else None,
        holds=COMMON_SET,
        reach=110,
        span=240,
    ),
    Pattern(
        "number, direction and name",
        rf"{_START}(?P<v>\d{{1,6}}[ ](?:NE|NW|SE|SW|"
        rf"[NSEW]\.?)[ ](?:\p{{Lu}}\p{{L}}{{3,20}})(?:[ ]\p{{Lu}}\p{{Ll}}{{2,20}})?)(?!\w)",
        MEDIUM,
        kind="street",
        judge=lambda c: (
            MEDIUM
            if c.value[2].isdigit() or regex.match(_TOWN_BEHIND, c.text[c.end : min(c.hi, c.end + 90)])
            else LOW
        ),
        holds=frozenset("ne nw se sw n s e w".split()),
        reach=10,
        span=80,
    ),
    Pattern(
        "street behind “address is”",
        r"(?i:\baddress[ ](?:is|to|with|as)(?:[ ]now)?:?[ ])(?P<v>\d{1,6}[\w/-]{0,5}[ ](?:(?![ ]{2}|"
        r"[ ]\p{L}{2,12}:|[ ](?:now|for|and|please|but|so|since|effective|as|if|with|on|"
        r"starting)\b)[^,;|\n\t\x00.]){3,60}(?<=[\p{L}\d]))",
        MEDIUM,
        kind="street",
        judge=lambda c: MEDIUM if looks_like_street(c.value) else None,
        starts=frozenset(("address",)),
    ),
    Pattern(
        "intersection",
        rf"(?<![\w-])(?P<v>(?=[\p{{Lu}}\d])(?:{_WORD}[ ]){{1,3}}(?:St|Street|Ave|Avenue|Rd|Road|Blvd|"
        rf"Boulevard|Hwy|Highway|Dr|Drive|Ln|Lane|Pkwy)\b\.?[ ](?:and|&|at|"
        rf"near)[ ](?:{_WORD}[ ]){{1,3}}(?:St|Street|Ave|Avenue|Rd|Road|Blvd|Boulevard|Hwy|Highway|Dr|"
        rf"Drive|Ln|Lane|Pkwy)\b\.?)(?!\w)",
        MEDIUM,
        kind="street",
        holds=CROSSING,
        reach=80,
        span=220,
    ),
    Pattern(
        "corner of two streets",
        rf"(?i:\b(?:corner|intersection)[ ]of[ ])(?P<v>{_WORD}(?:[ ]{_WORD}){{0,3}}[ ](?:and|"
        rf"&)[ ]{_WORD}(?:[ ]{_WORD}){{0,2}})(?!\w)",
        MEDIUM,
        needs=("orner of ", "ntersection of ", "ORNER OF "),
        kind="street",
        starts=frozenset(("corner", "intersection")),
    ),
    Pattern(
        "line behind an address label",
        r"(?<![\p{L}-])(?i:address|addr|residence|domicilio|direcci[oó]n|street)(?i:[ ](?:line|"
        r"l[ií]nea))?[ ]?\d?[ ]{0,2}[:=][ ]{0,4}\n?[ ]{0,4}(?P<v>(?:(?![ ]{2}|"
        r"[ ]\p{L}{2,12}(?:[ ]\#)?:)[^,;|\n\t\x00]){3,70})",
        HIGH,
        needs=("ddr", "DDR", "esid", "ESID", "omic", "OMIC", "irec", "IREC", "treet", "TREET"),
        kind="street",
        judge=_under_label,
        starts=frozenset("address addr residence domicilio dirección direccion street".split()),
    ),
)

STEADY = Steady(
    (r"[1-9]\d{0,4} [A-Z][a-z]{1,20}(?: [A-Z][a-z]{1,20}){0,2} (?:St|Ave|Dr|Rd|Ln|Ct|Blvd|Way|Pl)",)
)
"""A plain street address in a column of streets."""
