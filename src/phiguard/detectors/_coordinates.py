"""Points on the earth and codes of small areas: latitude and longitude in every writing, Plus Codes, geohash, MGRS, FIPS, GEOID.

Sources: ISO 6709 (DMS, decimal, `+40.7128-074.0060/`); RFC 5870 (`geo:`); Open Location Code specification (alphabet
`23456789CFGHJMPQRVWX`); NGA.STND.0037 (MGRS, UTM); GPX 1.1 and EXIF 2.3 attributes; US Census Bureau, "Understanding
Geographic Identifiers" (county 5, tract 11, block group 12, block 15 digits). A state's two-digit FIPS code is none.
"""

from __future__ import annotations

from phiguard.detectors import _regexes as regex
from phiguard.detectors._pattern import HIGH, LOW, MEDIUM, Candidate, Confidence, Pattern, Verdict

_NAMED = regex.compile(
    r"(?i)(?<![a-z])(?:lat|lon|lng|long|latitude|longitude|[xy][ _]?coord\w{0,7})(?![a-z])"
)
_STATISTICS = regex.compile(
    r"(?i)(?:\bCI\b|confidence|interval|range|\bp\b|\bOR\b|\bHR\b|\bRR\b|mean|\bSD\b|=|±|ratio|"
    r"IQR)[^\n]{0,16}\Z"
)
_CODE = regex.compile(
    r"(?i)[0-9b-hjkmnp-z]{4,12}|[23456789CFGHJMPQRVWX]{4,8}\+[23456789CFGHJMPQRVWX]{2,3}(?:[ ,].{1,40})?|"
    r"\d{1,2}[C-X][ ]?(?:[A-Z]{2}[ ]?\d{1,5}[ ]?\d{1,5}|\d{6,7}m?E?[ ,]{1,2}\d{6,8}m?N?)|"
    r"[a-z]{3,20}\.[a-z]{3,20}\.[a-z]{3,20}"
)
_DEGREES = regex.compile(r"[-+]?\d{1,3}(?:[.,]\d{1,16})?°?[ ]?[NSEWnsew]?")
_NUMBER = regex.compile(r"[-+]?\d{1,3}\.\d+")
_BARCODES = frozenset(("intelligent mail barcode", "imb barcode", "imb", "im barcode"))
_LEVELS = {4, 5, 10, 11, 12, 15}
"""Digits of county (4: its zero lost), tract, block group and block."""


def _pair(c: Candidate) -> Verdict | None:
    """Two decimals that may be latitude and longitude; short ones are as often a confidence interval."""
    first, second = (float(n) for n in _NUMBER.findall(c.value)[:2])
    latitude = abs(first) <= 90 and abs(second) <= 180
    if not latitude and not (abs(first) <= 180 and abs(second) <= 90):
        return None
    lettered = bool(regex.search(r"[NSEWnsew°]", c.value))
    decimals = max(len(n.partition(".")[2]) for n in _NUMBER.findall(c.value)[:2])
    if c.labelled or lettered:
        return Verdict(HIGH if lettered else MEDIUM, "coordinates")
    wide = abs(first) >= 10 and abs(second) >= 10
    if _STATISTICS.search(c.before(28)) or not wide:
        return Verdict(LOW, "coordinates")
    return Verdict(MEDIUM if decimals >= 4 or second < 0 else LOW, "coordinates")


def _named(c: Candidate) -> Confidence | None:
    """A cell of decimal degrees under a header that says latitude or longitude in any of its words."""
    return MEDIUM if c.whole and _NAMED.search(c.name) and abs(float(c.value)) <= 180 else None


def labelled_point(c: Candidate) -> Verdict | None:
    """A value under a coordinate's label: degrees in range, a pair, DMS, or a code of a grid."""
    text = c.value.strip()
    if _DEGREES.fullmatch(text):
        number = abs(float(regex.sub(r"[^\d.]", "", text.replace(",", ".")) or 999))
        limit = 90 if "lat" in c.header.phrase else 180
        return Verdict(HIGH, "coordinates") if number <= limit else None
    if (
        len(regex.findall(r"\d", text)) >= 6
        or "+" in text
        or (c.header.phrase in GRIDS and _CODE.fullmatch(text))
    ):
        return Verdict(HIGH, "coordinates")
    return None


GRIDS = frozenset(
    (
        "plus code",
        "pluscode",
        "geohash",
        "geo hash",
        "mgrs",
        "utm",
        "what3words",
        "w3w",
        "open location code",
        "utm coordinates",
    )
)


def labelled_area(c: Candidate) -> Verdict | None:
    """A value under a FIPS, GEOID or area code label. Two digits are a state."""
    text = c.value.strip().removesuffix(".0")
    barcode = c.header.phrase in _BARCODES
    if barcode and not regex.fullmatch(r"\d[0-4]\d{18}(?:\d{5}|\d{9}|\d{11})?|[ADFT]{65}", text):
        return None
    if (
        c.header.kind == "other"
        and not c.whole
        and not barcode
        and regex.match(r"(?=.{0,24}\d)[A-Z\d][\w .-]{1,30}\Z|\p{Lu}\p{Ll}{2}", text)
    ):
        return Verdict(HIGH, "other") if regex.search(r"[:=#][ ]{0,3}\Z", c.before(5)) else None
    if not c.whole and not barcode and not regex.fullmatch(r"(?!(?:19|20)\d\d\Z)[\d.]{4,15}", text):
        return None  # four digits of a year: `Census Tract 2020` names an edition
    count = len(regex.sub(r"\D", "", text))
    if c.header.kind == "fips" and text.isdigit() and count < 3:
        return None
    plausible = count in _LEVELS or c.header.kind != "fips" or count in (3, 6)
    return Verdict(HIGH if plausible else MEDIUM, c.header.kind or "fips") if count or c.whole else None


def accepts(cell: str, phrase: str, kind: str) -> bool:
    """A state's FIPS code, under a FIPS label."""
    return (
        kind == "fips"
        and cell.removesuffix(".0").isdigit()
        and len(cell.removesuffix(".0")) <= 2
        and phrase != "county code"
    )


_SIDE = r"(?<![\w.+-])"
_DECIMAL = r"[-+]?\d{1,3}\.\d{3,16}"
_DMS = r"\d{1,3}[ ]?(?:°|º|deg|d)[ ]?\d{1,2}[ ]?(?:'|′|m|min)[ ]?(?:\d{1,2}(?:\.\d{1,6})?[ ]?(?:\"|″|''|s|sec)[ ]?)?[NSEWO]"

PATTERNS = (
    Pattern(
        "latitude and longitude",
        rf"{_SIDE}(?P<v>{_DECIMAL}°?[ ]?[NSns]?[ ]{{0,2}}[,;/ ][ ]{{0,2}}{_DECIMAL}°?(?:[ ]?[EWew]\b)?)(?![\w%]|"
        rf"\.\d)",
        MEDIUM,
        HIGH,
        judge=_pair,
        kind="coordinates",
        needs=(".",),
    ),
    Pattern(
        "degrees with a hemisphere",
        r"(?<![\w.+-])(?P<v>(?:[NS][ ]?)?\d{1,2}\.\d{2,16}[ ]?°?[ ]?[NS]?[ ]{0,2}[,;/ ][ ]{0,2}(?:[EW][ ]?)\d{1,3}\.\d{2,16}°?)(?![\w%])",
        MEDIUM,
        HIGH,
        kind="coordinates",
        needs=(".",),
    ),
    Pattern(
        "degrees, minutes, seconds",
        rf"(?<![\w.])(?P<v>{_DMS}(?:[ ]{{0,2}}[,;/]?[ ]{{0,2}}{_DMS})?)(?!\w)",
        MEDIUM,
        HIGH,
        kind="coordinates",
        needs=("°", "º", "deg", "d"),
    ),
    Pattern(
        "ISO 6709",
        r"(?<![\w.+-])(?P<v>[-+]\d{2,6}(?:\.\d{1,8})?[-+]\d{3,7}(?:\.\d{1,8})?(?:[-+]\d{1,5}(?:\.\d{1,4})?)?(?:CRS\w{1,10})?/)(?!\w)",
        MEDIUM,
        HIGH,
        kind="coordinates",
        needs=("/",),
    ),
    Pattern(
        "geo URI",
        r"(?i)\bgeo:(?P<v>-?\d{1,2}(?:\.\d{1,12})?,-?\d{1,3}(?:\.\d{1,12})?)(?!\w)",
        HIGH,
        kind="coordinates",
        needs=("geo:", "GEO:"),
        starts=frozenset(("geo",)),
    ),
    Pattern(
        "latitude or longitude attribute",
        r"(?i)(?<![a-z])(?:lat|latitude|lon|lng|long|longitude)(?:[\"']?[ ]?[=:][ ]?[\"']?|[ ]{1,3}(?=[-+]?\d{1,3}\.\d{4}))(?P<v>[-+]?\d{1,3}\.\d{2,16})(?![\w%]|\.\d)",
        HIGH,
        kind="coordinates",
        needs=(".",),
    ),
    Pattern(
        "decimal degrees",
        r"(?<![\w.+-])(?P<v>[-+]?\d{1,3}\.\d{3,16})(?![\w.])",
        LOW,
        judge=_named,
        kind="coordinates",
        needs=(".",),
    ),
    Pattern(
        "Plus Code",
        r"(?<![\w+])(?P<v>[23456789CFGHJMPQRVWX]{8}\+[23456789CFGHJMPQRVWX]{2,3})(?![\w+])",
        MEDIUM,
        HIGH,
        kind="coordinates",
        needs=("+",),
    ),
    Pattern(
        "three words of a place",
        r"(?<![\w/])(?P<v>///\p{Ll}{3,20}\.\p{Ll}{3,20}\.\p{Ll}{3,20})(?![\w.])",
        MEDIUM,
        HIGH,
        kind="coordinates",
        needs=("///",),
    ),
    Pattern(
        "three words of a place under its label",
        r"(?i)(?<!\w)(?:what3words|what three words|w3w)(?:[ ]?address)?[ ]?[:=]?[ ]{0,2}(?P<v>(?:/{3})?\p{L}{3,20}\.\p{L}{3,20}\.\p{L}{3,20})(?![\w.])",
        HIGH,
        kind="coordinates",
        starts=frozenset(("what", "w")),
    ),
    Pattern(
        "tract in digits",
        r"(?i)(?<!\w)(?:census )?(?:tract|geoid)[ ]?[#:]?[ ]{0,2}(?P<v>\d{11,12}|\d{15})(?!\w)",
        HIGH,
        kind="fips",
        starts=frozenset("census tract geoid".split()),
    ),
    Pattern(
        "Intelligent Mail barcode",
        r"(?i)(?<!\w)imb(?:[ ](?:digits|no\.?|number))?[ ]?[:=#]?[ ]{0,2}(?P<v>\d[0-4]\d{18}(?:\d{5}|\d{9}|\d{11})?)(?!\w)",
        HIGH,
        kind="other",
        starts=frozenset(("imb",)),
    ),
    Pattern(
        "bars of the Intelligent Mail barcode",
        r"(?<!\w)(?P<v>(?=[ADFT]{0,60}D)(?=[ADFT]{0,60}F)[ADFT]{65})(?!\w)",
        MEDIUM,
        HIGH,
        kind="other",
    ),
    Pattern(
        "MGRS",
        r"(?<![\w-])(?P<v>\d{1,2}[C-X][ ]?[A-HJ-NP-Z]{2}[ ]?\d{4,5}[ ]?\d{4,5})(?![\w-])",
        LOW,
        HIGH,
        kind="coordinates",
    ),
)
