"""US states, cities and counties: the shipped list, read when first asked, and names that are no smaller than a State.

Sources: USPS Publication 28, Appendix B (state abbreviations, territories, military); GeoNames and the US Census Bureau
(`data/places.txt.gz`, see data/README.md); ISO 3166-1 (countries).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from phiguard.detectors._labels import trie
from phiguard.resources import read_text

_STATE_TABLE = (
    "AL Alabama|AK Alaska|AZ Arizona|AR Arkansas|CA California|CO Colorado|CT Connecticut|DE Delaware|DC District of Columbia|"
    "FL Florida|GA Georgia|HI Hawaii|ID Idaho|IL Illinois|IN Indiana|IA Iowa|KS Kansas|KY Kentucky|LA Louisiana|ME Maine|"
    "MD Maryland|MA Massachusetts|MI Michigan|MN Minnesota|MS Mississippi|MO Missouri|MT Montana|NE Nebraska|NV Nevada|"
    "NH New Hampshire|NJ New Jersey|NM New Mexico|NY New York|NC North Carolina|ND North Dakota|OH Ohio|OK Oklahoma|OR Oregon|"
    "PA Pennsylvania|RI Rhode Island|SC South Carolina|SD South Dakota|TN Tennessee|TX Texas|UT Utah|VT Vermont|VA Virginia|"
    "WA Washington|WV West Virginia|WI Wisconsin|WY Wyoming|PR Puerto Rico|GU Guam|VI Virgin Islands|AS American Samoa|"
    "MP Northern Mariana Islands|FM Micronesia|MH Marshall Islands|PW Palau"
)
STATES: dict[str, str] = {entry[:2]: entry[3:] for entry in _STATE_TABLE.split("|")}
"""Abbreviation -> name, with DC, the territories and the freely associated states, which have ZIP codes."""
MILITARY = frozenset(("AA", "AE", "AP"))
_BY_NAME = {name.lower(): abbreviation for abbreviation, name in STATES.items()}
STATE_ABBREVIATION = f"(?:{trie(sorted((*STATES, *MILITARY)))})"
STATE_NAME = f"(?:{trie(sorted({*STATES.values(), *(name.upper() for name in STATES.values())}))})"

_LARGER = frozenset(
    """united states|united states of america|usa|us|u.s|u.s.|d.c|d.c.|u.s.a|u.s.a.|eastern germany|western germany|east germany|west germany|america|eeuu|estados unidos|africa|asia|
europe|oceania|antarctica|north america|south america|central america|latin america|middle east|
caribbean|midwest|northeast|southeast|southwest|northwest|new england|puerto rico|guam|afghanistan|
albania|algeria|andorra|angola|antigua|argentina|armenia|australia|austria|azerbaijan|bahamas|
the bahamas|bahrain|bangladesh|barbados|belarus|belgium|belize|benin|bhutan|bolivia|bosnia|botswana|
brazil|brasil|brunei|bulgaria|burkina faso|burma|burundi|cambodia|cameroon|canada|cape verde|chad|chile|
china|colombia|comoros|congo|costa rica|croatia|cuba|cyprus|czechia|czech republic|denmark|djibouti|
dominica|dominican republic|republica dominicana|ecuador|egypt|el salvador|england|eritrea|estonia|
eswatini|ethiopia|fiji|finland|france|gabon|gambia|germany|ghana|great britain|greece|grenada|guatemala|
guinea|guyana|haiti|honduras|hong kong|hungary|iceland|india|indonesia|iran|iraq|ireland|israel|italy|
ivory coast|jamaica|japan|jordan|kazakhstan|kenya|kiribati|korea|north korea|south korea|kosovo|kuwait|
kyrgyzstan|laos|latvia|lebanon|lesotho|liberia|libya|liechtenstein|lithuania|luxembourg|macau|
madagascar|malawi|malaysia|maldives|mali|malta|mauritania|mauritius|mexico|méxico|moldova|monaco|
mongolia|montenegro|morocco|mozambique|myanmar|namibia|nauru|nepal|netherlands|the netherlands|holland|
new zealand|nicaragua|niger|nigeria|northern ireland|norway|oman|pakistan|palestine|panama|
papua new guinea|paraguay|peru|perú|philippines|the philippines|poland|portugal|qatar|romania|russia|
rwanda|samoa|saudi arabia|scotland|senegal|serbia|seychelles|sierra leone|singapore|slovakia|slovenia|
somalia|south africa|spain|españa|sri lanka|sudan|south sudan|suriname|sweden|switzerland|syria|taiwan|
tajikistan|tanzania|thailand|togo|tonga|trinidad|trinidad and tobago|tunisia|turkey|turkmenistan|uganda|
ukraine|united arab emirates|united kingdom|uk|uruguay|uzbekistan|vanuatu|vatican|venezuela|vietnam|
viet nam|wales|yemen|zambia|zimbabwe""".replace("\n", "").split("|")
)
COUNTRY_WORDS = frozenset(name.split()[-1] for name in _LARGER if len(name) > 3)
"""With which the names of countries and continents end."""
_SHORT = {
    "st": "saint",
    "ste": "sainte",
    "ft": "fort",
    "mt": "mount",
    "n": "north",
    "s": "south",
    "e": "east",
    "w": "west",
}


@dataclass(frozen=True, slots=True)
class City:
    """`word`: also an everyday English word. `person`: also the name of many people. `states`: where there is one."""

    word: bool
    person: bool
    states: frozenset[str]


@dataclass(frozen=True, slots=True)
class Places:
    """The shipped list. Names are lower case in the form of `normal`; `zips` are numbers; `prefixes` are by state."""

    cities: dict[str, City]
    counties: dict[str, frozenset[str]]
    zips: frozenset[int]
    prefixes: dict[str, frozenset[str]]


@lru_cache(maxsize=1)
def places() -> Places:
    """The list, read once."""
    cities: dict[str, City] = {}
    counties: dict[str, frozenset[str]] = {}
    by_state: dict[str, list[int]] = {"PR": [*range(601, 800), *range(901, 989)], "VI": [*range(801, 852)]}
    by_state |= {
        "GU": [*range(96910, 96933)],
        "MP": [96950, 96951, 96952],
        "AS": [96799],
        "FM": [*range(96941, 96945)],
    }
    by_state |= {"MH": [96960, 96970], "PW": [96939, 96940]}
    by_state |= {"AA": [*range(34001, 34100)], "AE": [*range(9001, 9900)], "AP": [*range(96201, 96700)]}
    section = ""
    for line in read_text("places.txt.gz").splitlines():
        if line[:1] in "#[":
            section = line
            continue
        name, flags, rest = line.split("|")
        if section == "[cities]":
            cities[name] = City("w" in flags, "n" in flags, frozenset(rest.split()))
        elif section == "[counties]":
            counties[name] = frozenset(rest.split())
        else:
            by_state.setdefault(name, []).extend(_numbers(rest))
    prefixes = {
        state: frozenset(f"{prefix:03}" for prefix in {number // 100 for number in numbers})
        for state, numbers in by_state.items()
    }
    return Places(cities, counties, frozenset(n for numbers in by_state.values() for n in numbers), prefixes)


def _numbers(steps: str) -> list[int]:
    """ZIP codes written as steps from the one before, each with the length of its run."""
    found: list[int] = []
    last = 0
    for step in steps.split():
        skip, _, run = step.partition("+")
        first = last + int(skip)
        last = first + int(run or 0)
        found.extend(range(first, last + 1))
    return found


def normal(name: str) -> str:
    """A place's name as the list has it: lower case, `St.` as saint, `Ft` as fort, no dots, single spaces."""
    parts = name.lower().replace(".", " ").replace("-", " ").split()
    return " ".join([_SHORT.get(part, part) for part in parts[:1]] + parts[1:])


def state_of(text: str) -> str:
    """The abbreviation of a state written either way; empty when it is none."""
    if text.upper() in STATES or text.upper() in MILITARY:
        return text.upper()
    return _BY_NAME.get(" ".join(text.lower().replace("-", " ").split()), "")


def is_larger(name: str) -> bool:
    """Whether a name is a state, territory, country or continent, which the rule does not ask to remove."""
    folded = " ".join(name.lower().split()).removesuffix(" state").removeprefix("the ")
    return folded in _BY_NAME or folded in _LARGER or name.upper() in STATES


def city(name: str) -> City | None:
    """What the list knows of a city's name."""
    return places().cities.get(normal(name))


def is_city(cell: str) -> bool:
    """Whether a cell is a city of the list, with or without its state, and no everyday word."""
    name, comma, rest = cell.partition(",")
    if not 3 <= len(name) <= 40 or is_larger(name) or (comma and not state_of(rest.strip())):
        return False
    known = city(name)
    return known is not None and not known.word


def city_in(name: str, state: str) -> bool:
    """Whether the list has a city (or, in Puerto Rico, a municipio) of that name in that state."""
    known = city(name)
    if known is not None and state in known.states:
        return True
    return state == "PR" and "PR" in places().counties.get(normal(name), ())


def county(name: str) -> bool:
    """Whether a name without its "County" or "Parish" is a US county's."""
    return normal(name) in places().counties
