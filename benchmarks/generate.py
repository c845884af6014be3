"""Seeded, invented input of any size: clinical notes, a typed patient table, a clean numeric table. No real person's data."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from pathlib import Path

_GIVEN = "Avery Blair Carmen Dakota Elena Frances Gideon Hollis Imani Jules Keira Luis Marisol Noor Otis Priya Quinn Rosa".split()
_FAMILY = "Abernathy Brightwater Castellano Drummond Eastwick Fairbanks Goldstein Hawthorne Ibarra Jankowski".split()
_STREET = "Harbor View Dr|Clearwater Ave|Sycamore St|Old Mill Rd|Juniper Ct|Lakeshore Blvd".split("|")
_CITY = "Salinas, CA 93901|Fargo, ND 58102|Topeka, KS 66603|Duluth, MN 55802|Erie, PA 16501".split("|")
_FILLER = (
    "Lungs clear to auscultation bilaterally, no wheezes or crackles. ",
    "Labs notable for Na 138, K 4.1, Cr 0.9, glucose 104, Hgb 12.4, WBC 7.2. ",
    "BP 128/76, HR 72, RR 14, SpO2 97% on RA, pain 3/10. ",
    "Continue metformin 500 mg PO BID and lisinopril 10 mg daily; recheck in 6 weeks. ",
    "Abdomen soft, non-tender; bowel sounds present in all four quadrants. ",
    "CT of the chest showed a stable 4 mm nodule in the right upper lobe. ",
    "Ejection fraction 55-60%, mild mitral regurgitation, no effusion. ",
)


def notes(rng: random.Random) -> Iterator[str]:
    """Clinical notes, about one identifier in a dozen words."""
    while True:
        given, family = rng.choice(_GIVEN), rng.choice(_FAMILY)
        yield (
            f"DISCHARGE SUMMARY\nPatient: {given} {family}\nMRN: {rng.randrange(10**6, 10**7)}\nDOB: {_us_date(rng, 1930, 2010)}\n"
            f"SSN: {_ssn(rng)}   Tel: {_phone(rng)}\nAddress: {rng.randrange(10, 9999)} {rng.choice(_STREET)}, {rng.choice(_CITY)}\n\n"
        )
        for _ in range(rng.randrange(4, 12)):
            yield rng.choice(_FILLER)
        yield f"\nSeen by Dr. {rng.choice(_FAMILY)} on {_us_date(rng, 2019, 2026)}. Mr. {family} will call {_phone(rng)}.\n\n"


def patients(rng: random.Random) -> Iterator[str]:
    """A typed patient table in CSV, without a prose column."""
    yield "row_id,mrn,first_name,last_name,dob,ssn,phone,email,street,zip,admit_date,member_id,icd10,sbp\n"
    number = 0
    while True:
        number += 1
        given, family = rng.choice(_GIVEN), rng.choice(_FAMILY)
        yield (
            f"{number},{rng.randrange(10**6, 10**7)},{given},{family},{_iso_date(rng, 1930, 2010)},{_ssn(rng)},{_phone(rng)},"
            f"{given.lower()}.{family.lower()}{number % 997}@example.org,{rng.randrange(10, 9999)} {rng.choice(_STREET)},"
            f"{rng.choice(_CITY)[-5:]},{_iso_date(rng, 2019, 2026)},VMS{rng.randrange(10**8, 10**9)},E11.9,{rng.randrange(90, 180)}\n"
        )


def clean(rng: random.Random) -> Iterator[str]:
    """A table of numbers and codes, without any identifier."""
    yield "site,visit,sodium,potassium,creatinine,glucose,hba1c,sbp,dbp,weight_kg,icd,unit\n"
    while True:
        yield (
            f"{rng.randrange(1, 9)},W{rng.randrange(52)},{rng.randrange(130, 148)},{rng.uniform(3, 5.5):.1f},{rng.uniform(0.5, 2):.2f},"
            f"{rng.randrange(70, 260)},{rng.uniform(4.5, 11):.1f},{rng.randrange(90, 180)},{rng.randrange(50, 110)},"
            f"{rng.uniform(45, 120):.1f},E11.9,mmol/L\n"
        )


WORK: dict[str, tuple[str, Callable[[random.Random], Iterator[str]]]] = {
    "notes": (".txt", notes),
    "patients": (".csv", patients),
    "clean": (".csv", clean),
}


def write(kind: str, size: int, folder: Path, seed: int = 7) -> Path:
    """Write at least `size` bytes of a kind of work; gives the path."""
    suffix, make = WORK[kind]
    path = folder / f"{kind}{suffix}"
    rng, written = random.Random(seed), 0
    with path.open("w", encoding="utf-8", newline="") as sink:
        for piece in make(rng):
            written += sink.write(piece)
            if written >= size and piece.endswith("\n"):
                break
    return path


def _us_date(rng: random.Random, first: int, last: int) -> str:
    return f"{rng.randrange(1, 13):02d}/{rng.randrange(1, 29):02d}/{rng.randrange(first, last)}"


def _iso_date(rng: random.Random, first: int, last: int) -> str:
    return f"{rng.randrange(first, last)}-{rng.randrange(1, 13):02d}-{rng.randrange(1, 29):02d}"


def _ssn(rng: random.Random) -> str:
    return f"000-{rng.randrange(10, 99)}-{rng.randrange(1000, 9999)}"


def _phone(rng: random.Random) -> str:
    return f"({rng.randrange(201, 989)}) 555-01{rng.randrange(100):02d}"
