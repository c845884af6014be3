"""Device identifiers and serial numbers: UDI, implants, pumps, wearables, telephones and network cards.

Law: 45 CFR 164.514(b)(2)(i)(M).
Source: 21 CFR 830 (UDI, in `_udis`), 3GPP TS 23.003 (IMEI, IMSI), ITU-T E.118 (ICCID), IEEE 802 (MAC, EUI-64), Apple and Android
advertising identifiers, DICOM (0018,1000) device serial number, HL7 FHIR Device.
Makers choose serials freely, so these count under a label; model, lot, catalogue and firmware numbers name a product.
"""

from __future__ import annotations

from phiguard.detectors import _regexes as regex
from phiguard.detectors._checks import digits, luhn
from phiguard.detectors._device_labels import LABELS
from phiguard.detectors._ids import ID_VALUE, connected, judge_id, spoken
from phiguard.detectors._labels import beginnings, phrases, trie
from phiguard.detectors._pattern import (
    HIGH,
    LOW,
    MEDIUM,
    Candidate,
    Category,
    Confidence,
    Detector,
    Pattern,
)
from phiguard.detectors._segments import dicom
from phiguard.detectors._udis import UDIS

_UUID = r"(?i:[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})(?![\w-])"
_MAC = r"(?i:[0-9a-f]{2}(?P<sep>[:\-])[0-9a-f]{2}(?:(?P=sep)[0-9a-f]{2}){4})"
_NOBODY = frozenset(("000000000000", "ffffffffffff", "0000000000000000", "ffffffffffffffff"))
_OWNERS = frozenset(
    phrases(
        "today|apple|samsung|google|everyone|world|let|it|that|this|what|here|there|who|amazon|microsoft|company|user"
    )
)


def _mac(c: Candidate) -> Confidence | None:
    text = "".join(x for x in c.value.lower() if x.isalnum())
    if text in _NOBODY or text.startswith(("01005e", "3333", "0180c2")):
        return None
    return HIGH


def _imei(c: Candidate) -> Confidence | None:
    number = digits(c.value)
    if not luhn(number[:15]) or len(set(number)) < 3:
        return None
    return HIGH if c.labelled else LOW if c.value.isdigit() else MEDIUM


def _iccid(c: Candidate) -> Confidence | None:
    return (HIGH if c.labelled else LOW) if luhn(c.value) else None


def _owned(c: Candidate) -> Confidence | None:
    return None if c.value.split("'")[0].lower() in _OWNERS else MEDIUM


_THINGS = "iPhone|iPad|iPod|MacBook|Apple Watch|Galaxy"
_MAKERS = phrases(
    "medtronic | boston sci | boston scientific | biotronik | st jude | abbott | livanova | nevro | inspire | cochlear | med el | dexcom | tandem | "
    "insulet | omnipod | zimmer | stryker | depuy | edwards | smith nephew"
)
_IMPLANTS = phrases(
    "pacemaker | pacer | defibrillator | icd | crt d | crt p | crtd | crtp | generator | lead | leads | implant | implanted | implantable | "
    "loop recorder | ilr | neurostimulator | ipg | insulin pump | lvad | interrogation | interrogated"
)
"""Makers of implants and words for them, behind which a serial in Medtronic's form, or a `#` and figures, is one."""


_SHORT = frozenset(
    (
        "s n",
        "sn",
        "imei",
        "imsi",
        "iccid",
        "udi",
        "pacemaker",
        "implant",
        "device",
        "lead",
        "pump",
        "serial",
        "cgm",
    )
)
_NURSE = regex.compile(r"(?i)\d{1,2}(?:[-x/]\d{0,2}){0,2}[a-z]{0,4}")


def _labelled(c: Candidate) -> Confidence | None:
    phrase = c.header.phrase
    figures = sum(x.isdigit() for x in c.value)
    if phrase == "serial" and not c.whole and (figures < 3 or len(c.value) < 5 or not connected(c)):
        return None
    if phrase in _SHORT and not c.whole and (figures < 3 or _NURSE.fullmatch(c.value)) and not connected(c):
        return None
    return judge_id(c)


DETECTOR = Detector(
    category=Category.DEVICES,
    title="Device identifiers and serial numbers",
    law="45 CFR 164.514(b)(2)(i)(M)",
    replacement="[DEVICE]",
    patterns=(
        *UDIS,
        Pattern(
            "MAC address",
            rf"(?<![\w:\-.])(?:{_MAC})(?![\w]|[:\-.]\w)",
            HIGH,
            column=HIGH,
            judge=_mac,
            kind="MAC address",
            needs=(":", "-"),
        ),
        Pattern(
            "EUI-64",
            r"(?i)(?<![\w:\-.])[0-9a-f]{2}([:\-])(?:[0-9a-f]{2}\1){6}[0-9a-f]{2}(?![\w]|[:\-.]\w)",
            HIGH,
            column=HIGH,
            judge=_mac,
            kind="EUI-64",
            needs=(":", "-"),
        ),
        Pattern(
            "MAC address in three groups",
            r"(?i)(?<![\w.\-:])[0-9a-f]{4}\.[0-9a-f]{4}\.[0-9a-f]{4}(?![\w]|[.:\-]\w)",
            MEDIUM,
            column=HIGH,
            judge=lambda c: _mac(c) and (MEDIUM if not c.value.replace(".", "").isdigit() else LOW),
            kind="MAC address",
            needs=(".",),
        ),
        Pattern(
            "IMEI",
            r"(?<![\w.\-/+])\d{15}(?![\w/]|[-.]\d)",
            LOW,
            column=MEDIUM,
            judge=_imei,
            check=True,
            kind="IMEI",
        ),
        Pattern(
            "IMEI in groups",
            r"(?<![\w.\-/+])\d{2}([- ])\d{6}\1\d{6}\1\d(?![\w/]|[-.]\d)",
            MEDIUM,
            column=HIGH,
            judge=_imei,
            check=True,
            kind="IMEI",
        ),
        Pattern(
            "ICCID",
            r"(?<![\w.\-/+])89\d{17,18}(?![\w/]|[-.]\d)",
            LOW,
            column=MEDIUM,
            judge=_iccid,
            check=True,
            kind="ICCID",
            needs=("89",),
        ),
        Pattern(
            "device named after its owner",
            r"(?<![\w'])\p{Lu}[\p{L}\-]{1,20}(?: \p{Lu}[\p{L}\-]{1,20}){0,2}'s? (?:iPhone|iPad|iPod|iMac|MacBook|Apple Watch|AirPods|Galaxy|Pixel|"
            r"Fitbit|Kindle|Chromebook|Echo Dot|Garmin|Android|Dexcom|Libre)(?: (?:Pro|Air|Mini|Max|Plus|Ultra|SE|\d{1,2}|S\d{2}|Note|Watch|Tab)){0,3}(?!\w)",
            MEDIUM,
            judge=_owned,
            kind="device name",
            needs=(
                "iP",
                "iM",
                "MacB",
                "Watch",
                "AirP",
                "Galaxy",
                "Pixel",
                "Fitbit",
                "Kindle",
                "Chrome",
                "Echo",
                "Garmin",
                "Android",
                "Dexcom",
                "Libre",
            ),
        ),
        Pattern(
            "device named after its owner, otherwise",
            rf"(?<![\w'])(?:{_THINGS}) de \p{{Lu}}\p{{Ll}}{{2,20}}(?!\w)|(?<![\w'-])\p{{Lu}}\p{{Ll}}{{1,20}}s-(?:iPhone|iPad|iMac|MacBook|Apple-Watch)(?:-(?:Pro|Air|Mini|\d{{1,2}})){{0,2}}(?![\w-])",
            MEDIUM,
            judge=lambda c: None if c.value.rpartition(" ")[2].lower() in _OWNERS else MEDIUM,
            kind="device name",
            needs=("iP", "iM", "MacB", "Watch", "Galaxy"),
        ),
        Pattern(
            "serial in a maker's form",
            rf"(?i)(?<![^\W_])(?:{trie(_MAKERS)}(?![^\W_])[^\n\x00]{{0,48}}?(?<![\w.\-/+#])(?P<v>(?-i:[A-Z]{{3}}\d{{6}}[A-Z])|\#\d{{6,9}})|"
            rf"{trie(_IMPLANTS)}(?![^\W_])[^\n\x00]{{0,48}}?(?<![\w.\-/+#])(?P<v>(?-i:[A-Z]{{3}}\d{{6}}[A-Z])))(?![\w/]|[-.]\w)",
            MEDIUM,
            starts=beginnings((*_MAKERS, *_IMPLANTS)),
            kind="serial number",
        ),
        spoken(
            "sensor | transmitter | glucometer | insulin pump | pacemaker | stimulator | ipg | loop recorder",
            "number behind a device",
            kind="serial number",
            judge=lambda c: judge_id(c) if connected(c) or not c.value.isdigit() else None,
            least=5,
        ),
        spoken("serial | ser", "number behind “serial”", kind="serial number", least=3),
        dicom("0018", "1000", "device serial number"),
        dicom("0018", "1002", "device UID"),
        dicom("0018", "1008", "gantry ID"),
        dicom("0018", "700A", "detector ID"),
        Pattern(
            "serial glued to SN",
            r"(?<![\w.\-/])SN[:#\-]?(?=[A-Z]{0,4}\d)[A-Z0-9]{5,20}(?![\w]|[-.]\w)",
            MEDIUM,
            needs=("SN",),
            kind="serial number",
        ),
    ),
    labels=LABELS,
    value=Pattern(
        "serial number under its label",
        rf"(?:{_UUID}|[0-9a-fA-F]{{40,64}}(?!\w)|[\w\-]{{8,30}}:[\w\-]{{100,200}}(?![\w\-])|\d{{2}}[ \-]\d{{6}}[ \-]\d{{6}}[ \-]\d(?!\w)|(?:{_MAC})(?![\w:])|(?:SN|S/N)[:# ]{{0,2}}{ID_VALUE}|{ID_VALUE})",
        None,
        judge=_labelled,
    ),
)
