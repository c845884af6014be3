"""What device identifiers are called, in headers and prose, English and Spanish.

Source: FDA GUDID and implant registries, DICOM (0018,1000), OMOP device_exposure, HL7 FHIR Device, mobile exports.
"""

from __future__ import annotations

from phiguard.detectors._ids import GOODS, about, numbered, numerados
from phiguard.detectors._labels import Labels, phrases

_KINDS = {
    "imei": "IMEI",
    "imsi": "IMSI",
    "iccid": "ICCID",
    "sim": "ICCID",
    "mac": "MAC address",
    "idfa": "advertising id",
    "gaid": "advertising id",
    "advertising": "advertising id",
    "udi": "UDI",
    "serial": "serial number",
    "s": "serial number",
    "sn": "serial number",
}
_SERIALS = (
    ""
    "device|implant|pacemaker|pacer|icd|defibrillator|generator|ipg|lead|pump|insulin pump|infusion pump|cgm|sensor|transmitter|"
    "hearing aid|cochlear implant|stimulator|neurostimulator|valve|stent|graft|prosthesis|loop recorder|icm|monitor|glucometer|"
    ""
    "glucose meter|meter|cpap|ventilator|concentrator|wheelchair|watch|wearable|phone|tablet|laptop|computer|hardware|equipment|"
    "instrument|scanner|machine|product|unit|vad|lvad|dialysis machine|nebulizer|reader|handset|asset|battery|patch"
)
_STRONG = (
    *numbered(
        "serial | ser | device | device serial | implant | pacemaker | pump | cgm | transmitter | "
        "sensor serial | wearable | imei"
    ),
    *numbered(
        "icd serial | lead | lead serial | hearing aid | asset tag | mac | sim | sim card | advertising | "
        "device unique | meid | esn"
    ),
    *(
        f"{thing} {word}"
        for thing in phrases(_SERIALS)
        for word in phrases("serial | serial number | serial no | serial # | sn | s n")
    ),
    *numerados(
        "serie | serie del dispositivo | serie del marcapasos | serie de la bomba | serie del implante | serie del equipo | serie del sensor | "
        "serie del transmisor | serie del aparato | serie del desfibrilador | serial | dispositivo"
    ),
    *phrases(
        "serial number | s n | device serial | device identifier | unique device identifier | "
        "unique device id | udi | imei | imeisv | imei sv | imsi | serial | asset tag | "
        "iccid | meid | mac address | mac addr | mac adress | bluetooth address | wifi mac | wi fi mac | "
        "ethernet address | hardware address | "
        "physical address mac | idfa | idfv | gaid | aaid | advertising id | ad id | android id | "
        "device token | push token | device push token | apns token | fcm token | fcm registration token | registration token | device uuid | device udid | "
        "udid | ssaid | device guid | device fingerprint | fitbit id | garmin id | garmin unit id | garmin device id | fitbit device id | oura ring id | dexcom id | "
        "número de serie | numero de serie"
    ),
)

LABELS = Labels(
    strong=_STRONG,
    headers=phrases(
        "sn | device sn | dev sn | serialno | serialnumber | ser no | ser nbr | ser num | serial nbr | "
        "device uid | deviceid | dev id | "
        "serial | asset tag | sensor id | source device id | udi carrier carrier hrf | udi carrier carrier aidc | carrier hrf | carrier aidc | "
        "device unique identifier | unique device identifier | mac | macaddress | mac addr | bssid | "
        "bd addr | ble mac | imei1 | imei2 | "
        "pump serial | implant sn | implant serial | implant id | explant serial | hw serial | hardware id | hwid | "
        "udi pi | udi carrier | udi hrf | device carrier hrf | device source id | advertisingid | ad id | "
        "adid | rida | tifa"
    ),
    weak=(
        *phrases("device | implant | udi di | asset | transmitter | sensor | ser | sim"),
        *about("device | implant | pacemaker | pump | serial number"),
    ),
    deny=(
        *GOODS,
        *phrases(
            "transmitter time | device time | device date | sensor time | software | order | order no | uuid | sha"
        ),
    ),
    generic=phrases("mac | device identifier"),
    kinds={p: kind for p in _STRONG for start, kind in _KINDS.items() if start in p.split()},
)
