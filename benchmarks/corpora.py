"""The corpora: which labels of each stand for which categories, and how complete its gold is.

`full`: everything of the mapped categories is marked, so that precision may be told. `partial`: recall only. `none`: no
gold, every finding is counted as a false alarm (an upper bound). `ignore`: labels whose spans count neither way.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from phiguard.model import Category as C

Span = tuple[int, int, str]


@dataclass(frozen=True)
class Corpus:
    """One file of documents with gold spans. `labels`: gold label -> categories that are right for it."""

    name: str
    gold: str
    labels: Mapping[str, tuple[C, ...]] = field(default_factory=dict)
    ignore: frozenset[str] = frozenset()
    note: str = ""

    @property
    def categories(self) -> frozenset[C]:
        """The categories that the gold speaks of."""
        return frozenset(c for right in self.labels.values() for c in right)

    def documents(self, folder: Path) -> Iterator[tuple[str, list[Span]]]:
        """(text, gold spans) of each document."""
        with (folder / f"{self.name}.jsonl").open(encoding="utf-8") as lines:
            for line in lines:
                row = json.loads(line)
                yield row["text"], [(s, e, label) for s, e, label in row.get("spans") or []]


_NOTES = {
    "NAME": (C.NAMES,),
    "STREET": (C.GEOGRAPHY,),
    "CITY": (C.GEOGRAPHY,),
    "ZIP": (C.GEOGRAPHY,),
    "DATE": (C.DATES,),
    "AGE90": (C.AGES,),
    "PHONE": (C.PHONES,),
    "FAX": (C.FAXES,),
    "EMAIL": (C.EMAILS,),
    "SSN": (C.SSNS,),
    "CREDIT_CARD": (C.CREDIT_CARDS,),
    "MRN": (C.MEDICAL_RECORDS,),
    "HEALTH_PLAN": (C.HEALTH_PLANS,),
    "ACCOUNT": (C.ACCOUNTS,),
    "LICENSE": (C.LICENSES,),
    "VEHICLE": (C.VEHICLES,),
    "DEVICE": (C.DEVICES,),
    "URL": (C.URLS,),
    "IP": (C.IPS,),
}
_PLACES = (C.GEOGRAPHY,)
_ID = (C.OTHER_IDS, C.MEDICAL_RECORDS, C.ACCOUNTS, C.LICENSES)

CORPORA = (
    Corpus(
        "notes_all_categories_dev",
        "full",
        _NOTES,
        note="facility of the first line and states are unmarked: not counted",
    ),
    Corpus(
        "asq_phi_dev",
        "full",
        {
            "NAME": (C.NAMES,),
            "GEOGRAPHIC_LOCATION": _PLACES,
            "DATE": (C.DATES,),
            "MEDICAL_RECORD_NUMBER": (C.MEDICAL_RECORDS,),
            "HEALTH_PLAN_BENEFICIARY_NUMBER": (C.HEALTH_PLANS,),
            "PHONE_NUMBER": (C.PHONES,),
            "FAX_NUMBER": (C.FAXES,),
            "EMAIL_ADDRESS": (C.EMAILS,),
            "SOCIAL_SECURITY_NUMBER": (C.SSNS,),
            "UNIQUE_IDENTIFIER": _ID,
        },
        note="ages are unmarked; states and countries are marked as places",
    ),
    Corpus(
        "ambientmeta_standard",
        "partial",
        {
            "PERSON": (C.NAMES,),
            "LOCATION": _PLACES,
            "MRN": (C.MEDICAL_RECORDS,),
            "EMAIL": (C.EMAILS,),
            "PHONE": (C.PHONES, C.FAXES),
            "CREDIT_CARD": (C.CREDIT_CARDS,),
            "SSN": (C.SSNS,),
        },
    ),
    Corpus(
        "presidio_gen_large",
        "full",
        {
            "PERSON": (C.NAMES,),
            "ADDRESS": _PLACES,
            "LOCATION": _PLACES,
            "PHONE_NUMBER": (C.PHONES, C.FAXES),
            "CREDIT_CARD": (C.CREDIT_CARDS,),
            "EMAIL_ADDRESS": (C.EMAILS,),
            "US_SSN": (C.SSNS,),
            "IBAN_CODE": (C.BANK_ACCOUNTS,),
            "DOMAIN_NAME": (C.URLS,),
            "US_DRIVER_LICENSE": (C.LICENSES,),
            "IP_ADDRESS": (C.IPS,),
        },
        frozenset(("ORGANIZATION", "DATE_TIME", "TITLE", "PREFIX")),
        note="places include states and countries",
    ),
    Corpus(
        "meddocan_es_dev",
        "full",
        {
            "FECHAS": (C.DATES,),
            "NOMBRE_SUJETO_ASISTENCIA": (C.NAMES,),
            "NOMBRE_PERSONAL_SANITARIO": (C.NAMES,),
            "CALLE": _PLACES,
            "CORREO_ELECTRONICO": (C.EMAILS,),
            "NUMERO_TELEFONO": (C.PHONES,),
            "NUMERO_FAX": (C.FAXES,),
            "ID_SUJETO_ASISTENCIA": _ID,
            "ID_ASEGURAMIENTO": (C.HEALTH_PLANS,),
            "ID_TITULACION_PERSONAL_SANITARIO": (C.LICENSES,),
            "ID_CONTACTO_ASISTENCIAL": (C.ACCOUNTS,),
            "TERRITORIO": _PLACES,
            "HOSPITAL": _PLACES,
        },
        frozenset(
            "EDAD_SUJETO_ASISTENCIA SEXO_SUJETO_ASISTENCIA PAIS FAMILIARES_SUJETO_ASISTENCIA INSTITUCION CENTRO_SALUD "
            "OTROS_SUJETO_ASISTENCIA PROFESION ID_EMPLEO_PERSONAL_SANITARIO".split()
        ),
        note="Spanish; territories include countries' regions",
    ),
    Corpus("wikigold", "partial", {"PER": (C.NAMES,)}, note="general text"),
    Corpus("btc_f", "partial", {"PER": (C.NAMES,)}, note="tweets"),
    Corpus("medquad_dev", "none", note="no patients; cited names, agencies and dates are genuine"),
    Corpus("mts_dialog", "none", note="de-identified dialogues"),
    Corpus("mtsamples_socd06", "none", note="transcriptions; some dates and placeholders are genuine"),
)
