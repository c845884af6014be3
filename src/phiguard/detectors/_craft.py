"""Registrations of aircraft and vessels, and plates that stand beside a car without a label.

Source: 14 CFR 47 and FAA "Forming an N-number" (N, one to five characters, no I or O, letters last), 33 CFR 181 (hull identification),
33 CFR 174.23 (two letters of the state, figures, letters), 46 CFR 67 (official number), IMO resolution A.1117(30) (seven digits, the
last a check digit), ITU-R M.585 (MMSI), the states' plate series (`_plate_layouts`), NLETS field codes LIC and VIN.
"""

from __future__ import annotations

from phiguard.detectors import _regexes as regex
from phiguard.detectors._pattern import HIGH, LOW, MEDIUM, Candidate, Pattern, Verdict
from phiguard.detectors._plate_layouts import PLATED_STATE, is_series
from phiguard.detectors._systems import of_state_message

_N = r"N[1-9](?:\d{2,4}|\d{1,3}[A-HJ-NP-Z]|\d{0,2}[A-HJ-NP-Z]{2})"
_AT_SEA = regex.compile(
    r"(?i)\b(?:ship|vessel|boat|tanker|cargo|cruise|crew|seafarer|sailor|captain|flag|aboard|m/?v|port)\b"
)
_MASKS = frozenset(("N95", "N99", "N100"))
_MAKES = (
    "acura|audi|bmw|buick|cadillac|chevy|chevrolet|chrysler|dodge|fiat|ford|gmc|honda|hyundai|infiniti|jeep|kia|lexus|mazda|mercedes|"
    "mitsubishi|nissan|pontiac|porsche|ram|subaru|tesla|toyota|volkswagen|vw|volvo|harley"
)
_KINDS = "sedan|suv|pickup|minivan|hatchback|coupe|truck|motorcycle|motorbike|automobile|camioneta|coche"
_CARS = rf"{_MAKES}|{_KINDS}|(?-i:[Cc]ar)"
_CAR_RUNS = frozenset(f"{_MAKES}|{_KINDS}|car".split("|"))
_PLATE = r"(?=[A-Z]{0,4}[ -]?\d)[A-Z0-9]{2,4}[ -]?[A-Z0-9]{2,4}"
_LONG = regex.compile(r"[A-Z]{3}-?\d{4}|\d[A-Z]{3}\d{3}")
_STATE_BEFORE = regex.compile(rf"({PLATED_STATE})(?: plates?| tag)?[ :#]{{1,2}}\Z")
_STATE_AFTER = regex.compile(rf"[ ,]{{0,2}}\(?({PLATED_STATE})(?![\w])")


def _n_number(c: Candidate) -> Verdict | None:
    return None if c.value in _MASKS else Verdict(MEDIUM, "aircraft registration")


def _beside_a_car(c: Candidate) -> Verdict | None:
    """A state beside it, parentheses around it, or a series of seven that nothing else is written like."""
    state = _STATE_BEFORE.search(c.before(16)) or _STATE_AFTER.match(c.after(8))
    if state and is_series(c.value, state[1]):
        return Verdict(MEDIUM, "plate")
    enclosed = c.before(1) in "([" and c.before(1) and c.after(1)[:1] in (")", "]")
    if (enclosed or _LONG.fullmatch(c.value)) and is_series(c.value):
        return Verdict(MEDIUM, "plate")
    return None


def _imo(c: Candidate) -> Verdict | None:
    total = sum(int(figure) * weight for figure, weight in zip(c.value[:6], range(7, 1, -1), strict=True))
    if total % 10 != int(c.value[6]):
        return None
    at_sea = _AT_SEA.search(c.before(80)) or _AT_SEA.search(c.after(60))
    return Verdict(HIGH if at_sea else LOW, "vessel number")


CRAFT = (
    Pattern(
        "N-number behind an aircraft",
        rf"(?i)(?<!\w)(?:aircraft|airplane|helicopter|helo|chopper|airlift(?:ed)?|medevac|air ambulance|life ?flight|tail|n-number|n number|rotor[- ]wing|fixed[- ]wing|cessna)\b"
        rf"(?:[ ,:#(]{{1,3}}[a-z.]{{1,14}}){{0,3}}[ ,:#(]{{1,3}}(?P<v>(?-i:{_N}))(?![\w-])",
        MEDIUM,
        judge=_n_number,
        starts=frozenset(
            "aircraft airplane helicopter helo chopper airlift airlifted medevac air life lifeflight tail n rotor fixed cessna".split()
        ),
    ),
    Pattern(
        "plate behind a car",
        rf"(?i)(?<!\w)(?:{_CARS})(?:[ ,:(\[-]{{1,3}}[\w.'#-]{{1,14}}){{0,4}}?[ ,:(\[-]{{1,3}}(?P<v>(?-i:{_PLATE}))(?![\w-])",
        MEDIUM,
        judge=_beside_a_car,
        starts=_CAR_RUNS,
    ),
    Pattern(
        "plate behind a vehicle's tags",
        rf"(?i)(?<!\w)(?:vehicle|van|{_CARS})\b[^\n\d]{{0,24}}?\b(?:tags?|plates?|placas?)\b(?: (?:no\.?|number|\#|is|was|of))?[ :#]{{1,3}}(?P<v>(?-i:{_PLATE}))(?![\w-])",
        HIGH,
        judge=lambda c: Verdict(HIGH, "plate") if is_series(c.value) else None,
        starts=frozenset(("vehicle", "van", *_CAR_RUNS)),
    ),
    Pattern(
        "IMO number of a ship",
        r"(?<!\w)IMO[ :#-]{0,2}(?:[Nn]o\.? ?|[Nn]umber:? ?)?(?P<v>\d{7})(?![\w/]|[-.]\d)",
        HIGH,
        judge=_imo,
        check=True,
        needs=("IMO",),
    ),
    Pattern(
        "number of a documented vessel",
        r"(?i)(?<!\w)(?:official (?:no\.?|number)|uscg (?:official|doc(?:ument(?:ation)?)?)\.?(?: (?:no\.?|number|\#))?|vessel doc(?:ument(?:ation)?)?\.? (?:no\.?|number))"
        r"[ :#]{0,3}(?:O\.?N\.?[ :]{0,2})?(?P<v>\d{6,7})(?![\w/]|[-.]\d)",
        MEDIUM,
        kind="vessel number",
        starts=frozenset(("official", "uscg", "vessel")),
    ),
    Pattern(
        "MMSI of a ship",
        r"(?<!\w)MMSI[ :#-]{0,3}(?:[Nn]o\.? ?|[Nn]umber:? ?)?(?P<v>\d{9})(?![\w/]|[-.]\d)",
        HIGH,
        kind="vessel number",
        needs=("MMSI",),
    ),
    Pattern(
        "plate behind LP",
        r"(?<!\w)(?:LP ?(?:\#|[Nn]o\.?|[Nn]umber)[ :]{0,2}|LP: ?)(?!(?:RBC|WBC|CSF|HSV|PCR|LDH))(?P<v>[A-Z]{3}[ -]?\d{4}|\d[A-Z]{3}\d{3}|\d{3}-?[A-Z]{3}|[A-Z]{3}-?\d{3})(?![\w/]|[-.]\d)",
        MEDIUM,
        kind="plate",
        needs=("LP",),
    ),
    of_state_message("LIC", r"(?=[A-Z]{0,7}\d)[A-Z0-9]{4,8}", "plate", ("LIC/",)),
    of_state_message("VIN", r"[A-HJ-NPR-Z0-9]{11,17}", "VIN", ("VIN/",)),
)
