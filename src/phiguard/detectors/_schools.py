"""Schools and the like behind the word for going there: `attends Lincoln Elementary`. A policy of phiguard, as for all facilities."""

from __future__ import annotations

from phiguard.detectors import _regexes as regex
from phiguard.detectors._facilities import describes
from phiguard.detectors._pattern import MEDIUM, Candidate, Confidence, Pattern

_CLINICIAN = regex.compile(
    r"(?i)(?:physicians?|providers?|surgeons?|doctors?|drs?|md|do|nurses?|residents?|staff|interns?|consultants?|hospitalist|"
    r"\p{L}{3,20}(?:ologist|iatrist|iatrician|therapist|etrician|ician))(?!\p{L})"
)


def _attended(c: Candidate) -> Confidence | None:
    """`attends Lincoln Elementary`, not `Attending Physician Diana Moore`."""
    if c.value.isupper() or all(describes(w) for w in c.value.split()) or _CLINICIAN.match(c.value):
        return None
    return MEDIUM


PATTERNS = (
    Pattern(
        "school behind “attends”",
        r"(?i:\b(?:attends?|attending|attended|student[ ]at|enrolled[ ]at|teacher[ ]at|freshman[ ]at|"
        r"graduate[ ]of|incarcerated[ ]at|"
        r"inmate[ ]at)[ ](?:the[ ])?)(?P<v>\p{Lu}[\p{L}'.-]{1,24}(?:[ ](?:of[ ])?\p{Lu}[\p{L}'.-]{1,24}){0,4})(?!\w)",
        MEDIUM,
        needs=("ttend", "tudent", "nrolled", "eacher", "reshman", "raduate", "ncarcerated", "nmate"),
        kind="facility",
        judge=_attended,
        starts=frozenset(
            "attend attends attending attended student enrolled teacher freshman graduate incarcerated inmate".split()
        ),
    ),
)
