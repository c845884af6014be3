"""What certificates and licences are called, in headers and prose, English and Spanish.

Source: CMS NPPES and DEA registration forms, AAMVA element names, HL7 PID-20, Synthea (DRIVERS, PASSPORT), credentialing exports.
"""

from __future__ import annotations

from phiguard.detectors._ids import GOODS, NUMBER_ONLY, about, numbered, numerados
from phiguard.detectors._labels import Labels, phrases

_KINDS = {
    "licen": "license",
    "dl": "driver's license",
    "driv": "driver's license",
    "drvr": "driver's license",
    "oln": "driver's license",
    "operator": "driver's license",
    "conduc": "driver's license",
    "medic": "medical license",
    "med lic": "medical license",
    "physician": "medical license",
    "nurs": "medical license",
    "rn lic": "medical license",
    "pharm": "medical license",
    "state lic": "medical license",
    "state medical": "medical license",
    "profesional": "medical license",
    "col": "medical license",
    "professional lic": "medical license",
    "passport": "passport",
    "pasaporte": "passport",
    "birth": "birth certificate",
    "nacimiento": "birth certificate",
    "alien": "A-number",
    "uscis": "A-number",
    "i 94": "I-94",
    "curp": "CURP",
    "npi": "NPI",
    "national provider": "NPI",
    "dea": "DEA",
    "death": "death certificate",
    "state file": "birth or death certificate",
    "notary": "notary commission",
    "upin": "UPIN",
    "elector": "voter card",
    "identidad": "identity card",
    "ciudadan": "identity card",
    "consular": "identity card",
    "sevis": "SEVIS",
    "wdl": "driver's license",
    "ine ": "voter card",
    " ine": "voter card",
    "voter": "voter card",
}
"""A part of a label's phrase and the kind that it names; the last that fits holds."""
_STRONG = (
    *numbered(
        "npi | national provider | dea | dea registration | driver's license | drivers license | driver license"
    ),
    *numbered(
        "driver's licence | drivers licence | driver licence | driver's lic | drivers lic | driver lic | driving licence"
    ),
    *numbered(
        "driving license | operator license | operator's license | commercial license | cdl | dl | state id | state id card"
    ),
    *numbered(
        "license | licence | lic | medical license | medical licence | med lic | physician license | state license"
    ),
    *numbered(
        "nursing license | nurse license | rn license | pharmacy license | pharmacist license | professional license"
    ),
    *numbered(
        "state medical license | board certificate | certificate | certification | birth certificate | death certificate"
    ),
    *numbered(
        "marriage certificate | professional certificate | cna certificate | certificate of birth | certificate of death"
    ),
    *numbered(
        "passport | passport book | passport card | alien | alien registration | uscis | i 94 | green card"
    ),
    *numbered(
        "i 94 admission | i 94 record | naturalization certificate | visa | permanent resident card | id card | ptin"
    ),
    *numbered(
        "identity card | identification card | birth cert | death cert | controlled substance license | firearm license"
    ),
    *numbered("state file | birth file | death file", NUMBER_ONLY),
    *numbered(
        "cert | emt cert | paramedic cert | notary commission | notary registration | commission | upin",
        NUMBER_ONLY,
    ),
    *numbered(
        "registry card | marijuana card | medical marijuana card | marijuana registry card | cannabis card | mmj card | medical marijuana registry"
    ),
    *numbered(
        "controlled substance registration | controlled substance reg | csr | mcsr | cds registration | medical board license | board license | "
        "visa foil | sevis | ead | ead card | employment authorization card | foid | foid card | firearm owner's id | firearm owners id | notary comm"
    ),
    *numbered("known traveler | known traveller | passid | nexus card | sentri card | redress | wdl"),
    *numbered("voter | voter registration | voter card | military id card | global entry | trusted traveler"),
    *numbered(
        "bls card | acls card | certification card | mammography certificate | mammography cert | concealed carry permit"
    ),
    *numerados(
        "licencia | licencia de conducir | ine | credencial de elector | licencia de manejo | cédula profesional | cédula | pasaporte | colegiado | col"
    ),
    *numerados(
        "acta de nacimiento | acta de defunción | certificado de nacimiento | certificado de defunción | permiso de conducir"
    ),
    *phrases(
        "npi | dea | driver's license | drivers license | driver license | driver's licence | "
        "drivers licence | driver licence | "
        "driver's lic | drivers lic | driver lic | driving licence | operator license | dln | oln | "
        "medical license | med lic | "
        "state license | passport | i 94 | curp | licencia de conducir | licencia de manejo | pasaporte | cédula profesional | "
        "passport card | passport book | medical board license | firearm owner's id | firearm owners id | sevis | foid | passid | ktn | wdl | matricula consular | matrícula consular | cedula de identidad | "
        "cédula de identidad | cedula de ciudadania | cédula de ciudadanía | documento de identidad | carnet de identidad | cedula de extranjeria | "
        "cédula de extranjería | cedula profesional | birth certificate | death certificate | alien registration | upin | ced prof | cedula prof | "
        "clave de elector | credencial de elector | credencial para votar | medical marijuana card | marijuana registry card | "
        "notary commission | emt license | paramedic license | emt cert | id de elector | folio de nacimiento"
    ),
)
_HEADERS = phrases(
    "a # | dl | drivers | drivers lic no | drvr lic | drvr lic no | dl num | dl nbr | dl st no | dlno | "
    "lic num | lic nbr | licensenumber | "
    "licno | license n | prov npi | npi num | attending npi | rendering npi | billing npi | dea num | dea nbr | deanumber | "
    "passport n | passport num | passportno | ppt no | alien no | a number | a num | anum | i94 | "
    "i94 no | visa no | birth cert no | "
    "bc no | death cert no | dc no | licencia conducir | nm109 82 | nm109 85 | nm109 71 | nm109 dn | e patient 21 | concealed carry permit | pid 20 | pid 20 1 | state lic no | state lic | st lic | med lic | medical lic | st lic no | med lic no | lic id | credential id | "
    "credential number | cert no | cert num | cert nbr | upin | me number"
)

_PER_DECILITRE = tuple(
    f"{unit} dl" for unit in ("mg", "g", "ng", "pg", "ug", "mcg", "meq", "mmol", "u", "iu", "k", "cells")
)
"""Units, in whose `dL` no licence is meant."""

LABELS = Labels(
    strong=_STRONG,
    headers=_HEADERS,
    weak=(
        *phrases(
            "rfc | ine | clia | clia no | clia number | clia num | clia id | dea schedule | dea class | license | licence | lic | dni | nie | cdl | id card | certificate | certification | credential | "
            "cert | registration no | registration number | cedula | cédula"
        ),
        *_PER_DECILITRE,
        *about(
            "npi | dea | dea number | passport | passport number | driver's license | drivers license | "
            "driver license | license | licence | dl | medical license | license number"
        ),
    ),
    deny=(
        *GOODS,
        *_PER_DECILITRE,
        *phrases(
            "license plate | licence plate | plate | license key | product key | software license | serial | "
            "serial no | serial number | sn | order | order no | invoice | phone | tel | fax | cell | accession"
        ),
    ),
    kinds={p: kind for p in (*_HEADERS, *_STRONG) for part, kind in _KINDS.items() if part in p},
)
