"""Places smaller than a State: street addresses, cities, counties, ZIP codes, facilities, coordinates and other geocodes.

Law: 45 CFR 164.514(b)(2)(i)(B): all geographic subdivisions smaller than a State, including street address, city, county,
precinct, ZIP code, and their equivalent geocodes. States, DC and the territories (States by 45 CFR 160.103), countries and
continents are no findings.

The three-digit rule: the first three digits of a ZIP code may stay when the area of all ZIP codes with these digits holds
more than 20,000 people by the current publicly available data of the Bureau of the Census; else they become 000. In a column
of three-digit prefixes an allowed prefix or 000 is no finding. By the 2020 Census 18 prefixes are at or below 20,000:
036 059 102 202 203 204 205 369 556 692 753 772 821 823 878 879 884 893. A prefix that is not in the table is not allowed.
The list of 17 in HHS's guidance rests on the Census of 2000 and is out of date. Five of its prefixes are above 20,000 now:
063 (263,260 people), 790 (213,990), 830 (22,696), 831 (22,228) and 890 (708,276). 830 and 831 grew past the line by 2010. 063 and
890 span a state line, and the old list probably counted the smaller side alone. For 790 no reason is known; its count
stands. Six on today's list are not on that of 2000: 202, 204, 205, 369, 753 and 772.

Source: data/zip3_population.csv (2020 Census), data/places.txt.gz (GeoNames, Census), USPS Publication 28, ISO 6709.
Limits: a town by itself in a sentence needs a cue, a state or a ZIP code; in a column of ZIP codes three digits are read as a
prefix, so a code that lost two leading zeros (Puerto Rico) is too; only US ZIP codes are known by list.
"""

from __future__ import annotations

from phiguard.detectors import (
    _address_lines,
    _address_parts,
    _addresses,
    _areas,
    _centers,
    _cities,
    _coordinates,
    _facilities,
    _foreign,
    _place_messages,
    _place_tags,
    _roads,
    _schools,
    _zips,
)
from phiguard.detectors import _regexes as regex
from phiguard.detectors._labels import Labels, phrases, whose
from phiguard.detectors._pattern import (
    HIGH,
    MEDIUM,
    Candidate,
    Category,
    Detector,
    Pattern,
    Verdict,
)
from phiguard.detectors._places import is_city, is_larger, state_of

_STREET = phrases(
    "street address | street addr | home address | home addr | mailing address | mail address | residential address | residence address | "
    "permanent address | current address | current residence | physical address | billing address | patient address | pat address | "
    "pt address | member address | work address | practice location address | service location address | pay to address | ship to address |  employer address | guarantor address | address line | address line 1 | address line 2 | "
    "address line 3 | address 1 | address 2 | address 3 | address street | address text | addr line | addr line 1 | addr line 2 | "
    "domicilio | dirección | direccion | dirección postal | calle | street name | street line"
)
_STREET_HEADERS = whose("addr | adr | street | addr line | addr ln") + phrases(
    "n301 | n302 | pid 11 | pid 11 1 | pid 11 2 | nk1 4 | gt1 5 | in1 19 | "
    "endereco | endereço | street | street 1 | street 2 | addr1 | addr2 | addr3 | addr 1 | addr 2 | add 1 | add 2 | add line 1 | add line 2 | add line | "
    "add line 3 | adr | adr1 | adr2 | addr str | home adr | pt addr | pat addr | patient addr | str addr | st addr | st address | adrs | address1 | "
    "address2 | address3 | addressline | streetaddress | street number | street no | house number | house no | apt | apt no | apartment | "
    "apt number | suite | po box | residence | calle y numero | colonia | urbanizacion | institution address | num exterior | num interior | numero exterior | numero interior | e patient 05 | e scene 15 | line business mailing address"
)
_CITY = phrases(
    "city | town | municipality | birthplace | birth place | place of birth | city of birth | birth city | lugar de residencia | city of residence | home city | "
    "city name | address city | hometown | home town | ciudad | municipio | localidad | población | poblacion | localidad provincia | provincia | lugar de nacimiento | "
    "village | township | neighborhood | neighbourhood | barrio | city town | residence city | address town | comuna | pueblo"
)
_CITY_HEADERS = whose("city | cty | town") + phrases(
    "state city zip | city state zip | city st zip | csz | city zip path | state city zip path | n401 | pid 11 3 | pid 23 | "
    "delegacion | delegación | alcaldia | alcaldía | distrito | bairro | cty | cty nm | city nm | addr city | pt city | pat city | birth pl | pob | residential community | pat birthplace | city code | suburb | address district | e patient 06 | e scene 17"
)
_COUNTY = phrases(
    "county | parish | borough | county name | county of residence | address county | residence county | home county | condado | county parish"
)
_FACILITY = phrases(
    "facility name | hospital name | clinic name | nursing home | school name | practice name | name of facility | name of hospital | "
    "institution name | service facility | name of school | assigned facility | treating facility | sending facility | receiving facility | "
    "admitting facility | admitting hospital | referring facility | transfer facility | discharge facility | centro de salud | birth hospital | "
    "delivery hospital | shelter name | prison | jail | correctional facility | location name | care site name | clinic location | service location | site name"
)
_FACILITY_HEADERS = phrases(
    "facility location | fac nm | facility nm | hosp nm | hosp name | fac name | loc name | loc nm | dept location | institutionname | pos name | nombre del hospital | nombre de la clinica | nombre del centro | managing organization display | service provider display"
)
_FIPS = phrases(
    "fips | fips code | county fips | county fips code | fips county | geoid | geo id | census tract | census block | census block group | block group | "
    "county code | tract fips | census geoid | fips tract"
)
_FIPS_HEADERS = phrases(
    "cnty cd | cnty code | cnty no | county no | county number | county nbr | co fips | tract geoid | tractce | tractce20 | census tract 2010 | census tract 2020 | "
    "geoid10 | geoid20 | geo id2 | tract id | tract code | ctfips | cnty fips | fips cd | fipscode | fips5 | fips 5 | county cd | pstco | pstco2 | stcofips | blkgrp | bg fips | census id | tract | e patient 11 | e patient 07 | pid 12"
)
_AREA = phrases(
    "puma | public use microdata area | school district | precinct | voting precinct | congressional district | hospital referral region | "
    "hospital service area | core based statistical area | metropolitan statistical area | intelligent mail barcode | imb barcode | im barcode | reservation | "
    "health district | police precinct"
)
_AREA_HEADERS = phrases(
    "hrr | hrr num | hsanum | hrrnum | hsa code | cbsa | cbsa code | msa code | msa name | imb | imbarcode | msa | usps barcode"
)
_POINT = phrases(
    "latitude | longitude | gps | gps coordinates | gps location | coordinates | lat long | lat lon | lat lng | latitude longitude | plus code | pluscode | "
    "geohash | geo hash | mgrs | utm | what3words | w3w | utm coordinates | open location code | latitud | longitud | coordenadas | geocode | geolocation"
)
_POINT_HEADERS = phrases(
    "lon | lng | latlong | latlon | latlng | y coord | x coord | ycoord | xcoord | y coordinate | x coordinate | geo point | geopoint | geo lat | geo lon | "
    "geo long | home lat | home lon | e scene 11 | gps lat | gps lon | gps long | gps latitude | gps longitude | addr lat | addr lon | pat lat | pat lon | "
    "lat deg | lon deg | lat dd | lon dd | long dd | wkt | geom"
)
_WEAK = phrases(
    "address | addr | add | location | loc | site | facility | hospital | clinic | school | lat | long | place | campus | origin | district | institution | practice | community | region name | destination name | c p"
)
_AREAS = (
    "city",
    "county",
    "zip",
    "zip code",
    "zip3",
    "facility",
    "hospital",
    "clinic",
    "site",
    "location",
    "school",
    "address",
    "institution",
    "fips",
    "state",
    "campus",
)
_ABOUT = (
    "population pop rate rates cases deaths total mean median income density id ids key rank index day days service services course "
    "charge charges cost costs los stay visits beds size level group area number num no sk fk sid code2 version account acct unit department dept "
    "phone fax email url web npi tin ein owner rating volume admits admissions discharges stays course hours"
).split()
_NEUTRAL = (
    frozenset(f"{area} {about}" for area in _AREAS for about in _ABOUT)
    | frozenset(
        phrases(
            "utm campaign | utm source | utm medium | utm content | utm term | admission location | admit location | discharge location | "
            "arrival location | ip address | email address | e mail address | mac address | web address | url address | hospital admission | hospital discharge | state fips | fips state | "
            "state fips code | wallet address | bitcoin address | memory address | address book | school year | school grade | school level | clinic date | hospital date | "
            "injection site | surgical site | body site | site of injection | biopsy site | specimen site | access site | implant site | wound site | tumor site | pain location | lesion location | "
            "body location | tumor location | wound location | city state population | iv site | puncture site | bin location | bin loc | bed location | loc bed | country of origin | "
            "long integer | or suite | network address | device address | smtp address | ap address | apgar | birth place type"
        )
    )
    | frozenset(
        f"{place} {larger}"
        for place in (*_STREET, *_CITY)
        for larger in ("state", "country", "state name")
        if "city" not in place
    )
)
"""Labels that only begin like a place. They are generic: nothing but a value that is plainly a place makes them one."""

_TEXT = (
    r"\p{Lu}[\p{L}\d'.&-]{0,24}(?:[ ](?!\p{L}{1,12}(?:[ ]\#)?:)(?:\p{Lu}[\p{L}\d'.&-]{0,24}|of|de|del|la|"
    r"las|los|the|and|&|\#?\d{1,6})){0,6}"
)
_VALUE = (
    r"(?:\A[^\n\x00]{1,200}\Z|\d{1,6}[\w/-]{0,6},?[ ]{1,2}\#?[\p{L}\d](?:(?![ ]{2}|"
    r"[ ]\p{L}{2,12}(?:[ ]\#)?:)[^,;|\n\t\x00@:]){2,70}|"
    r"[-+]?\d{1,3}\.\d{2,16}°?(?:[ ]?[NSEW]\b)?(?:[ ]{0,2}[,; ][ ]{0,2}[-+]?\d{1,3}\.\d{2,16}°?(?:[ ]?[EW]\b)?)?|"
    r"\d{5}[- ]?\d{4}(?!\w)|\d{3,31}(?:\.\d{1,2})?(?![\w/-])|"
    r"(?i:[A-Z]\d[A-Z][ -]?\d[A-Z]\d|[A-Z]{1,2}\d[A-Z\d]?[ ]\d[A-Z]{2})(?!\w)|"
    r"[0-9A-Za-z]{4,12}\+?[0-9A-Z]{0,3}(?![\w])(?<=\d[A-Za-z+\d]{0,12})|" + _TEXT + ")"
)
_LINKED = regex.compile(
    r"(?:[:=#>|]|-{1,2}|\bis|\bwas)[ \t]{0,8}(?:\n[ \t]{0,8})?[\"'(\[<*]{0,2}\Z|(?i:dirección|domicilio|nacimiento|birth|residence)[ ]\Z"
)


def _labelled(c: Candidate) -> Verdict | None:
    """A value under a label, in prose or as a cell, by what its label speaks of."""
    phrase, kind = c.header.phrase, c.header.kind
    if phrase in _NEUTRAL:
        return None
    if phrase == "c p":
        return Verdict(HIGH, "zip") if regex.fullmatch(r"\d{5}", c.value.strip()) else None
    if _zips.is_zip_phrase(phrase):
        return _zips.labelled(c)
    if kind in ("fips", "other"):
        return _coordinates.labelled_area(c)
    if kind == "coordinates" or phrase in ("lat", "long"):
        return _coordinates.labelled_point(c)
    if not c.whole and not _LINKED.search(c.before(24)):
        return None
    if regex.match(r"(?i)(?:ip|mac|url|web|e-?mail|de correo|electr)\b", c.value):
        return None  # `dirección IP`
    if kind == "street" or phrase in ("address", "addr", "add"):
        return _addresses.labelled(c)
    return _named(c, kind)


def _named(c: Candidate, kind: str) -> Verdict | None:
    """A name under a label of a city, county or facility: letters, and not a state or a country."""
    text = c.value.strip()
    if (
        not regex.search(r"\p{L}{2}", text)
        or (is_larger(text) and kind not in ("city", "county"))
        or regex.search(r"@|://", text)
    ):
        return None
    if not c.whole and (text.lower() in _OTHER_WORDS or len(text) < 3):
        return None
    if kind in ("city", "county") and not c.whole and (is_larger(text) or state_of(text)):
        return None
    if not kind and (regex.search(r"\d", text) or not text[0].isupper() or len(text) < 4):
        return None
    if not kind and (_SIDE.match(text) or all(map(_facilities.describes, text.split()))):
        return None
    return Verdict(HIGH if c.labelled and kind else MEDIUM, kind or "facility")


_SIDE = regex.compile(r"(?i)(?:left|right|bilateral|[lr]t?)[. ]")
_OTHER_WORDS = frozenset(
    "day course service records record staff unknown none yes no home the patient not same other n/a na stay".split()
)


def _accepts(cell: str, phrase: str) -> bool:
    """Allowed prefixes of ZIP codes, states' FIPS codes; states and countries under a label of addresses."""
    kind = _KINDS.get(phrase, "")
    if kind == "fips":
        return _coordinates.accepts(cell, phrase, kind)
    if kind in ("street", "facility") or phrase in _WEAK:
        return is_larger(cell)
    return _zips.accepts(cell, phrase)


_KINDS = (
    dict.fromkeys((*_STREET, *_STREET_HEADERS), "street")
    | dict.fromkeys((*_CITY, *_CITY_HEADERS), "city")
    | dict.fromkeys(_COUNTY, "county")
    | dict.fromkeys((*_FACILITY, *_FACILITY_HEADERS), "facility")
    | dict.fromkeys((*_FIPS, *_FIPS_HEADERS), "fips")
    | dict.fromkeys((*_AREA, *_AREA_HEADERS), "other")
    | dict.fromkeys((*_POINT, *_POINT_HEADERS), "coordinates")
)
"""ZIP labels have no kind here: a cell is a `zip` only if it has the shape, since redaction keeps its first three digits."""

DETECTOR = Detector(
    category=Category.GEOGRAPHY,
    title="All geographical subdivisions smaller than a State, including zip code and equivalent geocodes",
    law="45 CFR 164.514(b)(2)(i)(B)",
    replacement="[LOCATION]",
    patterns=(
        *_zips.PATTERNS,
        *_addresses.PATTERNS,
        *_address_lines.PATTERNS,
        *_address_parts.PATTERNS,
        *_roads.PATTERNS,
        *_areas.PATTERNS,
        *_cities.PATTERNS,
        *_facilities.PATTERNS,
        *_schools.PATTERNS,
        *_centers.PATTERNS,
        *_coordinates.PATTERNS,
        *_foreign.PATTERNS,
        *_place_messages.PATTERNS,
    ),
    labels=Labels(
        strong=(*_zips.ZIP, *_zips.ZIP3, *_STREET, *_CITY, *_COUNTY, *_FACILITY, *_FIPS, *_AREA, *_POINT),
        headers=(
            *_zips.ZIP_HEADERS,
            *_STREET_HEADERS,
            *_CITY_HEADERS,
            *_FACILITY_HEADERS,
            *_FIPS_HEADERS,
            *_AREA_HEADERS,
            *_POINT_HEADERS,
        ),
        weak=(*_WEAK, *sorted(_NEUTRAL)),
        deny=phrases(
            "cpt | cpt code | hcpcs | icd | icd 10 | icd code | ndc | loinc | snomed | rxnorm | units | qty | quantity | code | codes | room | ref | reference | "
            "order | order no | charge | charges | procedure | procedure code | lot | model | version | serial | amount | price | cost | count | "
            "total | weight | salary | income | population | seq | index | line no | page | state | country | nation | nationality | "
            "continent | province | surname | last name | first name | given name | race | ethnicity | language | religion | diagnosis | drug | medication | "
            "specialty | payer | payor | payer name | payor name | plan name | insurance company | color | colour | status | dose | analyte | manufacturer | brand | product | item | username | unit cost"
        ),
        lone=("apt",),
        kinds=_KINDS,
    ),
    value=Pattern("place under its label", _VALUE, None, HIGH, judge=_labelled),
    cell=lambda value: MEDIUM if is_city(value) else None,
    accepts=_accepts,
    tagged=_place_tags.TAGGED,
    steady=_addresses.STEADY,
)
