"""Parts of an address that are no numbered street: boxes, routes, units, Spanish streets and neighbourhoods.

Source: USPS Publication 28, Appendix C2 (secondary units), 24-28 (rural route, highway contract, PO box, military), 29
(Puerto Rico: urbanización).
"""

from __future__ import annotations

from phiguard.detectors import _regexes as regex
from phiguard.detectors._caches import remembered
from phiguard.detectors._pattern import HIGH, LOW, MEDIUM, Candidate, Confidence, Pattern
from phiguard.detectors._places import STATE_ABBREVIATION, STATE_NAME


def _glued(words: str) -> frozenset[str]:
    """The words, and each with one letter written onto it (`AptB`)."""
    return frozenset(
        word + letter for word in words.split() for letter in ["", *"abcdefghijklmnopqrstuvwxyz"]
    )


@remembered(65536)
def _calle(word: str) -> bool:
    return word.startswith(_CALLES) or word in ("av", "c")


_CALLES = tuple(
    "calle avenida avda carretera ctra crta carrer plaza pza pz ronda traves glorieta rambla calzada paseo camino carrera bulevar "
    "boulevard privada andador cerrada".split()
)


_BOX = frozenset("po p pob pobox pobx post apartado apartados apdo lockbox lock".split())


_PUERTO_RICO = regex.compile(
    r"(?i)[^\n]{0,40}(?:\n[^\n]{0,60}){0,2}(?:\bPR\b|puerto rico)[ ,]{0,2}(?:00[679]\d\d|)"
)


def _complex(c: Candidate) -> Confidence:
    """`COND ASHFORD PALACE APT 104`: a unit behind the name, or the territory, makes a condominium of the abbreviation."""
    return MEDIUM if c.labelled or c.groups["unit"] or _PUERTO_RICO.match(c.after(120)) else LOW


def _unit(c: Candidate) -> Confidence:
    """`Suite 200`: on a line of its own it is part of an address; in a sentence it may be a room."""
    line = regex.search(r"(?:\A|\n)[ \t>]{0,8}\Z", c.before(10)) and regex.match(
        r"[ \t,]{0,4}(?:\n|\Z)", c.after(6)
    )
    if c.value[:3].lower() == "lot" and not c.labelled:
        return LOW  # a lot of a drug
    return HIGH if c.labelled else MEDIUM if line or c.value.startswith("PMB") else LOW


_CITY_BEHIND = rf"(?=[ ]?[,\n][ ]?\n?\p{{L}}[\p{{L}} .'-]{{1,30}},?[ ](?:(?i:{STATE_ABBREVIATION})|{STATE_NAME})[., ]{{1,3}}\d{{5}}(?!\d))"

PATTERNS = (
    Pattern(
        "post office box",
        r"(?<![\w.])(?P<v>(?i:p\.?[ ]?o\.?[ ]?(?:box|bx|b|drawer)|post[ ]office[ ]box|pobox|"
        r"lock[ ]?box|apartados?(?:[ ](?:postal|de[ ]correos))?|apdo\.?)[ ]{0,2}(?:\#|"
        r"no\.?)?[ ]{0,2}[A-Za-z]?\d{1,6}(?:-\d{1,5})?[A-Za-z]?)(?!\w)",
        MEDIUM,
        kind="street",
        starts=_BOX,
    ),
    Pattern(
        "box before a city",
        rf"(?<![\w.])(?P<v>(?i:(?:p\.?[ ]?o|box|bx)\.?[ ]?\#?[ ]?\d{{1,6}}[A-Za-z]?)){_CITY_BEHIND}",
        MEDIUM,
        kind="street",
        starts=frozenset("p po box bx".split()),
    ),
    Pattern(
        "rural or contract route",
        r"(?<![\w.])(?P<v>(?i:r\.?r\.?|rural[ ]route|rfd|r\.?d\.?|r(?:ou)?te?\.?|h\.?c\.?r?\.?(?:[ ](?:route|rte|rt))?|"
        r"(?:highway|hwy)[ ]contract(?:[ ](?:route|rte))?|star[ ](?:route|rte|rt)|psc|cmr|"
        r"unit)[ ]{0,2}\#?[ ]?(?:\d{1,5}[A-Za-z]{0,2}[ ]?,?[ ]{1,2}|(?<=(?i:route|rte|rt)[ ]))(?i:(?:p\.?[ ]?o\.?[ ]?)?(?:box|bx))[ ]{0,2}\#?[ ]?\w{1,6}(?:-\w{1,4})?(?:[ ][A-Z](?=[ ,\n]|\Z))?)(?!\w)",
        MEDIUM,
        kind="street",
        starts=frozenset("r rr rt rte route rural rfd rd h hc hcr highway hwy star psc cmr unit".split()),
    ),
    Pattern(
        "ship before its post office",
        r"(?<!\w)(?P<v>US(?:S|NS|CGC|AV)[ ]\p{L}[\p{L}'.-]{1,20}(?:[ ]\p{L}[\p{L}'.-]{1,20}){0,2}(?:[ ]\(?[A-Z]{2,4}[ -]?\d{1,3}\)?)?),?[ ]?\n?[ ]?(?=(?:APO|FPO|DPO),?[ ]A[AEP](?!\w))",
        MEDIUM,
        kind="street",
        starts=frozenset("uss usns uscgc usav".split()),
    ),
    Pattern(
        "general delivery",
        r"(?i)(?<!\w)(?P<v>general delivery)(?=[ ]?[,\n]?[ ]{0,2}\p{L}[\p{L} .'-]{1,30},?[ ][A-Z]{2}[ ,]{1,2}\d{5})",
        MEDIUM,
        kind="street",
        starts=frozenset(("general",)),
    ),
    Pattern(
        "route alone",
        r"(?<![\w.])(?P<v>(?:RR|HC|RURAL ROUTE|Rural Route)[ ]\d{1,3}|"
        r"(?i:box)[ ]?\#[ ]?\d{1,6})(?![\w/.%-]|[ ]?(?:cm|bpm|in\b))",
        LOW,
        HIGH,
        needs=("RR", "HC", "oute", "OUTE", "ox", "OX"),
        kind="street",
        starts=frozenset(("rr", "hc", "rural", "box")),
    ),
    Pattern(
        "unit of a building",
        r"(?<![\w.])(?P<v>(?:(?i:apartment|apt)\.?|Apto\.?|Depto\.?)[ ]{0,2}\#?[ ]?(?:\d{1,5}[A-Z]?|"
        r"[A-Z]\d{0,4}|[A-Z]-\d{1,4}))(?!\w)",
        MEDIUM,
        needs=("pt", "PT", "ento", "ENT", "ent"),
        kind="street",
        starts=_glued("apartment apt apto depto"),
    ),
    Pattern(
        "suite or unit",
        r"(?<![\w.])(?P<v>(?:Suite|SUITE|Ste\.?|STE|Unit|UNIT|Bldg\.?|BLDG|PMB|"
        r"BLD|Lot|LOT|Trlr|TRLR|Spc|SPC)[ ]{0,2}\#?[ ]?(?:\d{1,5}[A-Z]?|[A-Z](?:-?\d{1,4})?))(?!\w)",
        LOW,
        HIGH,
        kind="street",
        judge=_unit,
        starts=_glued("suite ste unit bldg bld pmb lot trlr spc"),
    ),
    Pattern(
        "block of a street",
        r"(?<![\w.])(?P<v>\d{2,5}[ ](?i:block)[ ]of[ ](?:[NSEW]\.?[ ])?(?:\p{Lu}[\p{L}'-]{1,20}|\d{1,3}(?:st|nd|rd|th))(?:[ ]\p{Lu}[\p{L}'-]{1,20}){0,3})(?!\w)",
        MEDIUM,
        needs=("lock of", "LOCK of"),
        kind="street",
    ),
    Pattern(
        "calle, avenida",
        r"(?<![\w-])(?P<v>(?:(?i:calle|avenida|avda\.?|carretera|ctra\.?|crta\.?|carrer|plaza|pza\.?|"
        r"pz\.?|ronda|traves[ií]a|glorieta|rambla|calzada|callej[oó]n|paseo|camino|carrera|bulevar|"
        r"boulevard|privada|andador|cerrada)|Av\.|AV\.|C/)[ ]?(?:[\p{Lu}\d][\p{L}\d'.-]{0,20}|de|del|"
        r"la|las|los|el|y)(?:[ ](?:[\p{Lu}\d][\p{L}\d'.-]{0,20}|de|del|la|las|los|el|"
        r"y)){0,5}[ ]?,?[ ]?(?:\#|(?i:n[oº°]\.?|n[uú]m\.?|n[uú]mero|"
        r"km))?[ ]?(?:\d{1,6}(?:,\d{1,3})?[A-Za-z]?|s/n)(?:[ ]?[-,][ ]?(?:\d{1,4}[ºª°]?[ ]?[A-Z]?|"
        r"(?i:int|piso|depto)\.?[ ]?\w{1,5}))?)(?!\w)",
        MEDIUM,
        needs=(
            "alle",
            "ALLE",
            "Av",
            "AV",
            "av",
            "arretera",
            "alzada",
            "aseo",
            "amino",
            "tra",
            "rta",
            "arrer",
            "laza",
            "za",
            "ambla",
            "onda",
            "raves",
            "lorieta",
            "arrera",
            "oulevar",
            "ulevar",
            "rivada",
            "ndador",
            "errada",
            "C/",
        ),
        kind="street",
        starts=_calle,
    ),
    Pattern(
        "condominio, residencial",
        r"(?<![\w-])(?P<v>(?:Condominio|CONDOMINIO|Cond\.?|COND\.?|Edificio|EDIFICIO|Residencial|RESIDENCIAL|Res\.|RES\.?|Sector|SECTOR|Barrio|"
        r"BARRIO|Bo\.?|BO\.?|Parcelas|PARCELAS|Parc\.?|PARC\.?|Reparto|REPARTO|Alturas|ALTURAS|Jardines|JARDINES|Quintas|QUINTAS|Estancias|"
        r"ESTANCIAS|Mansiones|MANSIONES|Villas?|VILLAS?|Ext\.?|EXT\.?)[ ](?:\p{Lu}[\p{L}'.-]{0,20}|de|del|la|las|los|el)(?:[ ](?:(?!(?i:apt|apto|edif|buz[oó]n|bzn)\b)"
        r"\p{Lu}[\p{L}'-]{0,20}|de|del|la|las|los|el)){0,3}(?P<unit>,?[ ](?i:apt|apto|apartamento|edif|edificio|bldg|buz[oó]n|bzn|km|casa|\#)\.?[ ]?\#?[A-Za-z]?-?\d{1,5}[A-Za-z]?)?)(?!\w)",
        MEDIUM,
        kind="street",
        judge=_complex,
        starts=frozenset(
            "condominio cond edificio residencial res sector barrio bo parcelas parc reparto alturas jardines quintas estancias mansiones villa villas ext".split()
        ),
    ),
    Pattern(
        "colonia, urbanización",
        r"(?<![\w-])(?P<v>(?:Colonia|COLONIA|Col\.|COL\.|Urbanizaci[oó]n|Urb\.?|URB\.?|"
        r"Fraccionamiento|Fracc\.|Barriada|Residencial|Bo\.)[ ](?:\p{Lu}[\p{L}'.-]{0,20}|de|del|la|"
        r"las|los|el)(?:[ ](?:\p{Lu}[\p{L}'-]{0,20}|de|del|la|las|los|el)){0,3})(?!\w)",
        MEDIUM,
        kind="street",
        judge=lambda c: (
            LOW
            if c.value[:3].lower() in ("col", "bo.")
            and not regex.search(r"\d[^.\n]{0,12}[,\n][ ]{0,2}\Z", c.before(20))
            and not c.value.lower().startswith("colonia")
            else MEDIUM
        ),
        starts=frozenset(
            "colonia col urbanizacion urbanización urb fraccionamiento fracc barriada residencial bo".split()
        ),
    ),
)
