"""Addresses of other countries: streets whose number stands behind, types in front of a name, postcodes with their towns.

Source: Universal Postal Union, "Postal addressing systems" (Germany, France, Spain, Italy, the Netherlands, Nordic countries, Poland,
Brazil, India, Australia, Canada); Royal Mail "PAF digest" (postcode areas).
"""

from __future__ import annotations

from phiguard.detectors import _regexes as regex
from phiguard.detectors._address_tokens import UNIT_SET
from phiguard.detectors._name_lists import Kind, look_up
from phiguard.detectors._pattern import LOW, MEDIUM, Candidate, Confidence, Pattern, Verdict
from phiguard.detectors._places import COUNTRY_WORDS, is_larger, state_of

_W = r"\p{Lu}[\p{L}\p{M}'’.-]{1,24}"
_SMALL = r"(?:de|del|della|delle|dalla|dei|di|da|das|do|dos|du|des|la|las|le|les|los|el|van|der|den|von|zum|zur|im|am|y|e|l'|d'|aux?)"
_NAME = rf"(?:{_SMALL}[ ]){{0,2}}(?:l'|d'|L'|D')?{_W}(?:[ ](?:{_SMALL}[ ]){{0,2}}{_W}){{0,4}}"
_COMPOUND = (
    "straße|strasse|gasse|allee|platz|damm|ufer|weg|steig|straat|laan|plein|gracht|kade|dreef|singel|plaats|wal|dijk|vej|vegen|veien|vägen|"
    "gatan|gata|vegur|gade|stræde|backen|gränd|katu|kuja|polku|ntie|braut|gasse"
)
_ENDINGS = tuple(_COMPOUND.split("|"))
_HOUSE = r"\d{1,4}(?:[ ]?[A-Za-z](?![\w]))?(?:[-/]\d{1,4}[A-Za-z]?)?"
_GLUED_STREET = rf"\p{{L}}[\p{{L}}]{{2,24}}(?<=(?i:{_COMPOUND}))[ ]{_HOUSE}"
_WORDED = r"(?:Str\.|Straße|Strasse|Weg|Allee|Platz|utca|u\.|ulica|út|tér|enparantza|gate|gata|vej)"
_APART_STREET = rf"{_W}(?:[ ]{_W}){{0,3}}[ -]{_WORDED}[ ]{_HOUSE}"
_BEHIND = rf"(?:{_GLUED_STREET}|{_APART_STREET})"
_FRONT = (
    r"(?:(?i:rua|travessa|largo|praça|praca|viale|piazza|piazzale|corso|vicolo|strada|bulevardul|calea|ulica|ul\.|os\.|jalan|jl\.)|Via|VIA|Rue|Avenue|Av\.|Boulevard|Bd\.?|"
    r"Chemin|Impasse|Allée|Allee|Quai|Rúa|Praza|Carrer|Calle|C/|Avda\.|Paseo|Plaza)[ ]"
)
_FRENCH = r"\d{1,4}(?:[ ]?(?:bis|ter|[A-D]))?,?[ ](?:(?:rue|avenue|av\.|boulevard|bd|chemin|impasse|allée|quai|cours|square|faubourg|passage)[ ]|(?:place|route)[ ](?=d[eu]|l))"
_STREETS = rf"(?:{_BEHIND}|{_FRONT}{_NAME},?[ ](?:n[°ºo.]{{0,2}}[ ]?)?{_HOUSE}|{_FRENCH}{_NAME})"
_UK = (
    r"(?:A[BL]|B[ABDHLNRST]?|C[ABFHMORTVW]|D[ADEGHLNTY]|E[CHNX]?|F[KY]|G[LU]?|H[ADGPRSUX]|I[GPV]|K[ATWY]|L[ADELNSU]?|M[EKL]?|N[EGNPRW]?|O[LX]|P[AEHLOR]|R[GHM]|S[AEGKLMNOPRSTWY]?|"
    r"T[ADFNQRSW]|UB|W[ACDFNRSV]?|YO|ZE)\d[A-Z\d]?[ ]\d(?!ST|ND|RD|TH|AM|PM)[ABD-HJLNP-UW-Z]{2}"
)
_CANADA = r"[ABCEGHJ-NPRSTVXY]\d[ABCEGHJ-NPRSTV-Z][ -]\d[ABCEGHJ-NPRSTV-Z]\d"
_AUSTRALIA = r"(?:NSW[ ][12]\d{3}|VIC[ ][38]\d{3}|QLD[ ][49]\d{3}|SA[ ]5\d{3}|WA[ ]6\d{3}|TAS[ ]7\d{3}|NT[ ]0[89]\d\d|ACT[ ](?:02\d\d|26\d\d|29\d\d))"
_PROVINCE = r"(?:AB|BC|MB|NB|NL|NS|NT|NU|ON|PE|QC|SK|YT|Alberta|British Columbia|Manitoba|New Brunswick|Newfoundland|Nova Scotia|Ontario|Quebec|Québec|Saskatchewan)"
_CODE = rf"(?:{_UK}|(?:{_PROVINCE}[ ,]{{1,2}})?{_CANADA}|{_AUSTRALIA})(?!\w)"
_TOWN = rf"{_W}(?:[ -](?:(?:upon|on|under|le|la|de|in|the|am|an|der|nad)[ -])?{_W}){{0,3}}"
_END = r"(?![\w]|[ ]?(?:mg|mcg|ml|mL|g\b|kg|cm|mm|%|x\b|/))"
_TYPES = frozenset(
    "rua travessa largo praça praca viale piazza piazzale corso vicolo strada bulevardul calea ulica ul os jalan jl via rue avenue av boulevard bd chemin impasse allée "
    "allee quai rúa praza carrer calle c avda paseo plaza".split()
)
_CUE = r"(?i:\b(?:address(?:[ ](?:is|to|with|as|of[ ][^\n]{2,40}?[ ]is))?(?:[ ](?:now|the[ ]same))?:?|lives?[ ]at|office[ ]is[ ]at|(?:sent|send|mail(?:ed)?|ship(?:ped)?|deliver(?:ed)?|return|taxi|one)[ ]to|arrived[ ]at|here[ ]they[ ]are:|it's[ ]in|resid(?:es|ing)[ ]at|meet[ ]me[ ]at)[ \n]{1,3})"


def _is_name(c: Candidate) -> Confidence | None:
    """A street of these forms, unless its words are of English or of medicine."""
    names = [word for word in regex.findall(r"\p{L}{3,24}", c.value) if word.lower() not in _TYPES]
    if (
        not names
        or not UNIT_SET.isdisjoint(word.lower() for word in names[:1])
        or any(look_up(word).kind is Kind.OTHER and look_up(word).tier in ("a", "b") for word in names[:3])
    ):
        return None
    return MEDIUM


_STREET_BEFORE = regex.compile(
    rf"(?:{_STREETS}|(?i:\b(?:apt|suite|ste|unit)\.?[ ]\d{{1,4}}))(?:,[ ][^,\n]{{1,16}})?[ ]?[,\n]{{1,2}}[ ]{{0,2}}\Z"
)


def _behind_street(c: Candidate) -> Confidence | None:
    """A postcode and its town right behind a street of these forms."""
    return MEDIUM if _STREET_BEFORE.search(c.before(90)) else None


def _british(c: Candidate) -> Confidence:
    """A postcode behind a comma, a line end or a capitalised word; `M5 1AB` elsewhere may be anything."""
    return (
        MEDIUM
        if regex.search(r"(?:[,\n]|\p{Lu}\p{L}{2,20}|(?i:zip|postcode|code|post))[ ,.:]{0,3}\Z", c.before(26))
        or not c.before(1)
        else LOW
    )


def _town_of_country(c: Candidate) -> Verdict | None:
    """A town before a country's name, or before a postcode."""
    land = c.groups.get("land")
    if is_larger(c.value) or (land is not None and (state_of(land) or not is_larger(land))):
        return None
    return Verdict(MEDIUM, "city")


_LAND = regex.compile(r"[,\n][ >?]{0,5}(?P<land>\p{Lu}[\p{L} '-]{3,40})[ ]\Z")


def _code_of_country(c: Candidate) -> Confidence | None:
    found = _LAND.search(c.before(46))
    return MEDIUM if found and is_larger(found["land"]) and not state_of(found["land"]) else None


_BEFORE_CEP = regex.compile(r"(?:(?i:\bcep)[: ]{0,3}|[ /-](?:SP|RJ|MG|RS|PR|SC|BA|PE|CE|DF|GO),?[ ])\Z")
_INDIAN = "pin pincode mumbai delhi new bangalore bengaluru chennai kolkata hyderabad pune ahmedabad jaipur lucknow kanpur nagpur indore bhopal patna surat noida gurgaon gurugram kochi coimbatore chandigarh mysore mysuru".split()

PATTERNS = (
    Pattern(
        "street of another country, number behind",
        rf"(?<![\w'-])(?P<v>(?:\d{{1,3}}[ ]{{1,2}})?{_GLUED_STREET}){_END}",
        MEDIUM,
        kind="street",
        judge=_is_name,
        starts=lambda word: word.isdigit() or word.endswith(_ENDINGS),
    ),
    Pattern(
        "street of another country, its type apart",
        rf"(?<![\w'-])(?P<v>{_APART_STREET}){_END}",
        MEDIUM,
        kind="street",
        judge=_is_name,
        holds=frozenset(
            "str straße strasse weg allee platz utca u ulica út tér enparantza gate gata vej".split()
        ),
        reach=110,
        span=180,
    ),
    Pattern(
        "street of another country, type in front",
        rf"(?<![\w'-])(?P<v>{_FRONT}{_NAME},?[ ](?:n[°ºo.]{{0,2}}[ ]?)?{_HOUSE}){_END}",
        MEDIUM,
        kind="street",
        judge=_is_name,
        starts=_TYPES,
    ),
    Pattern(
        "street of France",
        rf"(?<![\w'-])(?P<v>{_FRENCH}{_NAME})(?!\w)",
        MEDIUM,
        kind="street",
        holds=frozenset(
            "rue avenue av boulevard bd chemin impasse allée quai cours square faubourg passage place route".split()
        ),
        reach=16,
        span=240,
    ),
    Pattern(
        "name and number behind “address is”",
        rf"{_CUE}(?P<v>(?:\d{{1,4}}[ ])?{_NAME}[ ]{_HOUSE}){_END}",
        MEDIUM,
        kind="street",
        judge=_is_name,
        starts=frozenset(
            "address live lives office sent send mail mailed ship shipped deliver delivered return taxi one arrived here it resides residing meet".split()
        ),
    ),
    Pattern(
        "name, number and unit",
        rf"(?<![\w'-])(?P<v>(?:\d{{1,4}}[ ])?{_NAME}[ ]{_HOUSE}[ ]?,?(?:[ ]|[ ]?\n[ >?]{{0,4}})(?:Apt|Suite|Ste|Flat|Unit)\.?[ ]\#?\d{{1,4}})(?!\w)",
        MEDIUM,
        kind="street",
        judge=_is_name,
        holds=frozenset("apt suite ste flat unit".split()),
        reach=180,
        span=260,
    ),
    Pattern(
        "postcode and town",
        rf"(?P<v>\d(?<![\w.-]\d)(?:\d{{3,4}}(?:[ ][A-Z]{{2}})?|\d-\d{{3}})[ ]{_TOWN})(?![\w'-])",
        MEDIUM,
        kind="city",
        judge=_behind_street,
    ),
    Pattern("postcode of Britain", rf"(?<![\w-])(?P<v>{_UK})(?![\w-])", LOW, kind="other", judge=_british),
    Pattern(
        "postcode of Canada in an address",
        rf"(?:{_PROVINCE}|,)[ ,\n]{{1,3}}(?P<v>{_CANADA})(?![\w-])",
        MEDIUM,
        kind="other",
    ),
    Pattern(
        "street before a postcode",
        rf"(?<![\w$%/.+*=<>-])(?P<v>(?:(?i:flat|unit)[ ](?:\d{{1,4}}[A-Za-z]?|[A-Z]),?[ ])?\d{{1,5}}[A-Za-z]?[ ]{_W}(?:[ ]{_W}){{0,4}})(?=[ ]?[,\n][^\n\d]{{0,40}}[, \n]{{1,2}}{_CODE})",
        MEDIUM,
        kind="street",
    ),
    Pattern(
        "town before a postcode",
        rf"[,\n][ ]?(?P<v>{_TOWN})(?=[ ]?,?[ \n]{_CODE})",
        MEDIUM,
        kind="city",
        judge=_town_of_country,
    ),
    Pattern(
        "postcode of Australia",
        rf"(?<=\p{{L}}[ ,]{{1,2}})(?:NSW|VIC|QLD|SA|WA|TAS|NT|ACT)[ ](?P<v>\d{{4}})(?<={_AUSTRALIA})(?!\w)",
        MEDIUM,
        kind="other",
    ),
    Pattern(
        "CEP of Brazil",
        r"(?P<v>\d{5}(?<![\w.-]\d{5})-\d{3})(?![\w-])",
        MEDIUM,
        kind="other",
        judge=lambda c: MEDIUM if _BEFORE_CEP.search(c.before(12)) else None,
    ),
    Pattern(
        "PIN code of India",
        r"(?i:(?<!\w)(?:pin(?:[ ]?code)?|mumbai|delhi|new delhi|bangalore|bengaluru|chennai|kolkata|hyderabad|pune|ahmedabad|jaipur|lucknow|kanpur|nagpur|indore|bhopal|patna|"
        r"surat|noida|gurgaon|gurugram|kochi|coimbatore|chandigarh|mysore|mysuru)[ ]?[-:,]{0,2}[ ]?)(?P<v>[1-8]\d{2}[ ]?\d{3})(?![\w-]|\.\d)",
        MEDIUM,
        starts=frozenset(_INDIAN),
        kind="other",
    ),
    Pattern(
        "street with a slash in its number",
        r"(?<![\w.,/-])(?P<v>(?:(?i:flat|h\.?no|plot|door|house)(?:[ ]no)?\.?[ ]?)?\d{1,4}/\d{1,4}[A-Za-z]?,?[ ](?:\p{Lu}[\p{L}.]{0,20}[ ]){1,4}(?:Road|Rd|Street|St|Nagar|Marg|Lane|Colony|Layout|Enclave|Avenue)\b\.?)(?!\w)",
        MEDIUM,
        kind="street",
        holds=frozenset("road rd street st nagar marg lane colony layout enclave avenue".split()),
        reach=130,
        span=220,
    ),
    Pattern(
        "town before a country",
        rf"(?:(?i:\b(?:apt|suite|ste|unit|flat)\.?[ ]\d{{1,4}})|\p{{L}}[ ]\d{{1,4}}[A-Za-z]?)[ ]?[,\n]?[ ]{{1,2}}\n?[ ]?(?P<v>{_TOWN})[ ]?[,\n]?[ \n]{{1,3}}"
        r"(?P<land>\p{Lu}[\p{L}'-]{3,20}(?:[ ](?:and[ ])?\p{Lu}[\p{L}'-]{2,20}){0,3})(?=(?:[ ]\d{5})?[ ]?(?:[\n.,?!]|\Z|[ ]\p{Ll}))",
        MEDIUM,
        kind="city",
        judge=_town_of_country,
        holds=COUNTRY_WORDS,
        reach=190,
        span=320,
    ),
    Pattern(
        "postal code behind a country",
        r"(?P<v>\d{5}(?<=\p{L}[ ]\d{5}))(?=[ ]?[\n.,?!)]|\Z|[ ]\p{Ll})",
        MEDIUM,
        kind="other",
        judge=_code_of_country,
    ),
)
