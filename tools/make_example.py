"""Writes examples/or_schedule.csv: an invented operating-room schedule with opaque headers and a notes column.

Everything in it is invented: names from a short list of common words for people, numbers from reserved ranges or drawn by
a seeded generator. Run: python tools/make_example.py
"""

from __future__ import annotations

import csv
import datetime as dt
import random
from pathlib import Path

GIVEN = "Avery Blair Carmen Dakota Elena Frances Gideon Hollis Imani Jules Keira Luis Marisol Noor Otis Priya Quinn Rosa Silas Tessa".split()
FAMILY = "Abernathy Brightwater Castellano Drummond Eastwick Fairbanks Goldstein Hawthorne Ibarra Jankowski Kowalczyk Lindqvist".split()
CASES = "LAP CHOLE|TKA LEFT|TKA RIGHT|CABG X3|ORIF WRIST|CATARACT OD|LUMBAR LAMINECTOMY|HERNIA REPAIR|TONSILLECTOMY".split(
    "|"
)
HEADER = (
    "LOG_ID PT_NM PAT_MRN_ID B_DT SCHED_START RM_CD SRG_NM PROC_DSC ZP CB_PH ANES_TYP EBL_ML NOTES".split()
)


def main() -> None:
    rng = random.Random(164514)
    rows = [_row(rng, number) for number in range(60)]
    path = Path(__file__).resolve().parents[1] / "examples" / "or_schedule.csv"
    with path.open("w", encoding="utf-8", newline="") as sink:
        writer = csv.writer(sink, lineterminator="\n")
        writer.writerow(HEADER)
        writer.writerows(rows)


def _row(rng: random.Random, number: int) -> list[str]:
    family, given = rng.choice(FAMILY), rng.choice(GIVEN)
    born = dt.date(1932, 1, 1) + dt.timedelta(days=rng.randrange(29000))
    start = dt.datetime(2026, 3, 2, 7, 0) + dt.timedelta(minutes=30 * rng.randrange(900))
    surgeon = f"{rng.choice(FAMILY)}, {rng.choice(GIVEN)} MD"
    return [
        str(40210000 + number * 7),
        f"{family.upper()}, {given.upper()}",
        f"E{rng.randrange(10**6, 10**7)}",
        born.strftime("%m/%d/%Y"),
        start.strftime("%Y-%m-%d %H:%M"),
        f"OR {rng.randrange(1, 13)}",
        surgeon,
        rng.choice(CASES),
        rng.choice(["03601", "05901", "02139", "60614", "94110"]),
        f"({rng.randrange(212, 980)}) 555-01{rng.randrange(100):02d}",
        rng.choice(["GEN", "MAC", "REGIONAL"]),
        str(rng.randrange(5, 400)),
        _note(rng, family, given, start),
    ]


def _note(rng: random.Random, family: str, given: str, start: dt.datetime) -> str:
    later = start + dt.timedelta(days=14)
    return rng.choice(
        [
            f"Daughter {rng.choice(GIVEN)} will drive, cell {rng.randrange(212, 980)}-555-01{rng.randrange(100):02d}.",
            f"Mr. {family} is a 93 y/o on apixaban, hold 48 h. Foley catheter placed. Pain 3/10.",
            f"Consent signed by {given} {family}; f/u {later:%m/%d/%Y}. BP 128/76, ASA 2.",
            "Allis clamps and 3-0 Vicryl; latex allergy. First case, no blood needed.",
            "",
            f"Pre-op call to {given.lower()}.{family.lower()}@example.org, labs from {start - dt.timedelta(days=5):%b %d}.",
        ]
    )


if __name__ == "__main__":
    main()
