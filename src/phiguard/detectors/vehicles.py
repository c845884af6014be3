"""Vehicle identifiers and serial numbers: VIN, licence plates, registrations of vessels and aircraft.

Law: 45 CFR 164.514(b)(2)(i)(L).
Source: 49 CFR 565 and ISO 3779 (VIN), 33 CFR 181 (hull identification number), 14 CFR 47 (N-number), the states' plate formats.
A VIN speaks for itself by its check digit, which only North America demands: under a label it counts without. A plate is any
two to eight letters and digits, so it counts under its label alone; bone plates, plated cells and name tags are no label.
"""

from __future__ import annotations

from phiguard.detectors import _regexes as regex
from phiguard.detectors._checks import vin
from phiguard.detectors._craft import CRAFT
from phiguard.detectors._ids import (
    GOODS,
    ID_TOKEN,
    NUMBER_ONLY,
    about,
    connected,
    implausible,
    numbered,
    numerados,
)
from phiguard.detectors._labels import Labels, phrases
from phiguard.detectors._pattern import (
    HIGH,
    LOW,
    MEDIUM,
    Candidate,
    Category,
    Confidence,
    Detector,
    Pattern,
    Verdict,
)
from phiguard.detectors._plate_layouts import is_series

_PLATE = (
    r"[A-Z]{2}[ -]?\d{4}[ -]?[A-Z]{2}(?![\w@]|[-/]\w)|(?=[A-Z]{0,8}[ \-·.]?[A-Z]{0,8}[ \-·.]?\d)[A-Z0-9]{1,4}(?:[ \-·.]?[A-Z0-9]{1,7})?"
    r"(?:[ \-·.](?=[A-Z]{0,3}\d)[A-Z0-9]{1,5})?(?![\w@]|[-/]\w|\.[A-Z]{0,3}\d)"
)
_VIN_PARTED = r"(?<=(?i:vin)[^\n]{1,16})(?=(?:[ .\-]?[A-HJ-NPR-Z0-9]){17}(?![\w@]|[-/]\w))[A-HJ-NPR-Z0-9]{1,14}(?:[ .\-][A-HJ-NPR-Z0-9]{1,14}){1,6}(?!\w)"
"""A VIN with blanks between its parts, behind that label."""
_LOWER = r"(?:[a-z]{2,3}[ .\-]?\d{3,4}|\d{3,4}[ .\-]?[a-z]{2,3}|\d[ .\-]?[a-z]{3}[ .\-]?\d{3}|[a-z]\d\d[ .\-]?[a-z]{3})(?![\w@]|[-/]\w|\.[a-z\d])"
"""As it is typed in haste; a state's series (`_bare_plate`) tells it from words."""
_VANITY = r"[A-Z]{3,8}(?![\w@]|[-/.']\w)"
_FILLER = frozenset(
    phrases(
        "UNKNOWN|NONE|NULL|UNK|PENDING|TBD|MISSING|STOLEN|EXPIRED|SEE|NOT|THE|AND|WITH|WAS|VIN|STATE|YEAR|MAKE|COLOR"
    )
)
_SURGICAL = regex.compile(
    r"(?i)\b(?:bone|growth|tarsal|volar|locking|compression|fixation|titanium|buttress|end|cribriform|foot|hot|agar|culture|well|"
    r"base|epiphyseal|steel|recon\w{0,12}|blade|neural|face|name|skin|blood|dinner|lcp|dcp|cover|dental)[ \-]{1,3}\Z"
)


_WORD = regex.compile(
    r"(?:the|and|for|was|has|had|not|but|are|its|his|her|all|any|one|two|of|on|at|to|in|is|by|an|as|or|no|so|if|we|he|it|my)(?![a-z])"
)
_DRIVEN = regex.compile(
    r"(?i)\b(?:vehicles?|cars?|trucks?|van|suv|sedan|pickup|motorcycle|driver|driving|drove|mv[ac]|collision|crash|parked|parking|towed|police|trooper|"
    r"officer|registered|registration|vin|dmv|hit and run|license|licence|"
    r"ford|toyota|honda|chevy|chevrolet|nissan|jeep|dodge|hyundai|kia|subaru|bmw|mazda|gmc|tesla)\b"
)
"""Around a plate in lower-case letters."""
_ON_WHEELS = regex.compile(
    r"(?i)\b(?:vehicle|car|truck|van|suv|sedan|pickup|motorcycle|bike|moped|scooter|trailer|ambulance|taxi|cab|state|rental|license|licence)(?:'s)?[ ]\Z"
)


def _vin(c: Candidate) -> Verdict | None:
    value = c.value
    letters = sum(x.isalpha() for x in value)
    if letters < 2 or letters > 14 or not (value.isupper() or value.islower()):
        return None
    if vin(value):
        return Verdict(HIGH, "VIN")
    return Verdict(HIGH if c.labelled else LOW, "VIN") if value[-4:].isdigit() or c.labelled else None


def _labelled(c: Candidate) -> Verdict | Confidence | None:
    value, phrase = c.value, c.header.phrase
    if len(value) == 17 and value.isalnum():
        return Verdict(HIGH, "VIN")
    if value.isalpha():
        long_label = "plate" in phrase and phrase != "plate" and not phrase.startswith("plate ")
        return (
            MEDIUM
            if long_label and (connected(c) or phrase.startswith("vanity")) and value not in _FILLER
            else None
        )
    if implausible(c) or _WORD.match(value):
        return None
    if phrase in ("plate", "tag", "placa", "plates", "placas") and not c.whole:
        return _bare_plate(c)
    if len(value) < 3 and not c.whole:
        return None
    enough = sum(x.isdigit() for x in value) >= 2 or connected(c)
    return (HIGH if len(value) >= 5 else MEDIUM) if enough else None


def _bare_plate(c: Candidate) -> Confidence | None:
    """`plate` alone is also a surgeon's word: capitals and figures, at least five, three of them figures, or a colon."""
    solid = [x for x in c.value if x.isalnum()]
    figures, letters = sum(x.isdigit() for x in solid), sum(x.isupper() for x in solid)
    if figures and not letters and is_series(c.value.upper()):
        letters = sum(x.isalpha() for x in solid) if _driven(c) else 0
    label = c.groups.get("label") or ""
    ahead = c.before(60)
    ahead = ahead[: ahead.rfind(label)] if label in ahead else ahead
    if _SURGICAL.search(ahead) or letters + figures < len(solid) or not letters:
        return None
    if len(solid) >= 5 and figures >= 2 and (letters >= 2 or _ON_WHEELS.search(ahead)):
        return HIGH
    return MEDIUM if connected(c) and len(solid) >= 4 and figures >= 2 else None


def _driven(c: Candidate) -> bool:
    return bool(_DRIVEN.search(c.before(90)) or _DRIVEN.search(c.after(40)))


_WELLS = regex.compile(r"(?i)(?:p|pl|plate|ln|lib|run)?[ _-]?\d{1,4}|[A-Z]\d{1,3}|[^\W\d_]+")


def _no_plate(cell: str, phrase: str) -> bool:
    """Under a bare `plate` a laboratory's plates (`P01`, `Plate 2`, `A277`) are no vehicle's."""
    return phrase in ("plate", "plates") and _WELLS.fullmatch(cell.strip()) is not None


_KINDS = {
    "plate": "plate",
    "tag": "plate",
    "placa": "plate",
    "matr": "plate",
    "vin": "VIN",
    "hull": "hull number",
    "hin": "hull number",
}
_STRONG = (
    *numbered(
        "vin | vehicle identification | vehicle id | vehicle | vehicle serial | vehicle registration | car registration"
    ),
    *numbered(
        "plate | license plate | licence plate | lic plate | number plate | registration plate | reg plate | vehicle plate"
    ),
    *numbered(
        "car plate | car tag | vehicle tag | license tag | tag | hull | hull identification | vessel registration | vessel"
    ),
    *numbered(
        "boat registration | boat | aircraft registration | aircraft reg | boat reg | vessel reg | vehicle reg | trailer tag | trailer plate | "
        "car license | vehicle license | auto license | auto tag | atv serial | motorcycle serial | outboard serial | trailer serial | "
        "boat serial | snowmobile serial | golf cart serial | lic plt | toll transponder | toll tag | e zpass | ezpass | sunpass | fastrak | tail | motorcycle plate | chassis | chassis serial | frame serial"
    ),
    *numbered(
        "placard | parking placard | handicap placard | disability placard | vehicle reg | car reg",
        NUMBER_ONLY,
    ),
    *numbered("parking permit | bicycle serial | bike serial | scooter serial | wheelchair van"),
    *numerados("tablilla | placa | placas | matrícula | bastidor | chasis | serie del vehículo"),
    *phrases(
        "matricula del coche | matrícula del coche | matrícula del auto | matrícula del carro | lic plt | license plt | frame serial | "
        "toll transponder | toll tag | e zpass | ezpass | vin | vanity plate | tablilla | car license | vehicle license | trailer tag | trailer plate | trailer registration | aircraft reg | "
        "registration no of vehicle | registration number of vehicle | registration no of the vehicle | registration number of the vehicle | license plate | licence plate | license plates | licence plates | lic plate | number plate | "
        "registration plate | "
        "plate | plates | vehicle registration | vehicle tag | license tag | car tag | car plate | placa | "
        "placas | placa del vehiculo | "
        "placa del vehículo | matricula del vehiculo | matrícula del vehículo | matricula | matrícula | "
        "bastidor | tail number | "
        "hull identification number | aircraft registration | vessel registration | boat registration | "
        "vin last 8 | last 8 of vin | "
        "vin last 6 | last 6 of vin | last 8 of the vin | partial vin |  vehicle plate | plate state and number"
    ),
)


DETECTOR = Detector(
    category=Category.VEHICLES,
    title="Vehicle identifiers and serial numbers, including license plate numbers",
    law="45 CFR 164.514(b)(2)(i)(L)",
    replacement="[VEHICLE]",
    patterns=(
        Pattern(
            "VIN",
            r"(?i)(?<![\w\-./+])[A-HJ-NPR-Z0-9]{17}(?![\w@]|[-/]\w)",
            LOW,
            column=HIGH,
            judge=_vin,
            kind="VIN",
        ),
        Pattern(
            "last digits of a VIN",
            r"(?<!\w)(?i:vin)\b[^\d\n]{0,12}(?i:ending|ends|last (?:4|6|8|four|six|eight)(?: digits)?)(?: (?:in|with|of|are|is)| ?:){0,2} ?(?P<v>(?=[A-Z]{0,4}\d)[A-HJ-NPR-Z0-9]{4,8})(?!\w)",
            MEDIUM,
            kind="VIN",
            needs=("VIN", "Vin", "vin"),
        ),
        Pattern(
            "hull identification number",
            r"(?<!\w)(?:HIN|(?i:hull id(?:entification)?(?: number| no\.?)?))[:# ]{1,3}(?P<v>[A-Z]{2,3}-?[A-Z0-9]{5}[A-Z0-9]\d{3})(?!\w)",
            HIGH,
            kind="hull number",
            needs=("HIN", "ull", "ULL"),
        ),
        *CRAFT,
    ),
    labels=Labels(
        strong=_STRONG,
        headers=phrases(
            "veh lic | veh lic no | veh license | vehicle lic | vehicle license | lic plate no | lic plate num | veh plate | veh vin | plate no | plate num | plate nbr | platenum | "
            "vin no | vin num | vin nbr | "
            "veh id | veh no | veh reg | veh reg no | vehicle reg | tag no | tag num | reg plate | hin | hull no | n number | "
            "tail no | car reg | car reg no | ambulance plate | vrn | vrm | num serie vehiculo | numero de serie del vehiculo"
        ),
        weak=(
            *phrases(
                "tag | asset tag | registration | reg no | vehicle | hull | matricula empleado | matricula alumno | matricula escolar"
            ),
            *about("plate | license plate | lic plate | vin | vehicle registration | tag"),
        ),
        generic=("plate id",),
        lone=("plate", "plates"),
        deny=(
            *GOODS,
            *phrases(
                "serial | order | order no | transaction | session | token | plate id | plate barcode | plate well | plate position | plate map"
            ),
        ),
        kinds={p: kind for p in _STRONG for start, kind in _KINDS.items() if start in p},
    ),
    value=Pattern(
        "vehicle number under its label",
        rf"(?:(?i:[A-HJ-NPR-Z0-9]{{17}})(?![\w@]|[-/]\w)|{_VIN_PARTED}|{_PLATE}|{_LOWER}|{ID_TOKEN}|{_VANITY})",
        None,
        judge=_labelled,
    ),
    accepts=_no_plate,
)
