"""Named areas inside a city or a county: neighbourhoods, subdivisions, school districts, reservations, bases; and what the Department of
Veterans Affairs calls its places.

Source: 45 CFR 164.514(b)(2)(i)(B) ("all geographic subdivisions smaller than a State"); Census Bureau, "Geographic Areas Reference
Manual" (American Indian areas, school districts); VHA Handbook 1006.02 (site classifications).
"""

from __future__ import annotations

from phiguard.detectors import _regexes as regex
from phiguard.detectors._pattern import HIGH, MEDIUM, Candidate, Confidence, Pattern, Verdict
from phiguard.detectors._places import MILITARY, city, is_larger

_NAME = r"\p{Lu}[\p{L}'.-]{1,24}(?:[ ](?:(?:de|del|la|las|los|el|of)[ ]){0,2}\p{Lu}[\p{L}'.-]{1,24}){0,3}"
_AREA = (
    r"(?:[Nn]eighbou?rhood|[Ss]ubdivision|[Hh]ousing[ ](?:[Pp]rojects?|[Aa]uthority|[Dd]evelopment)|(?:[Mm]obile[ ][Hh]ome|[Tt]railer|RV)[ ][Pp]ark|"
    r"[Aa]partments|APARTMENTS|Condominiums|Townhomes|(?:(?:Unified|Independent|Central|Public|City|Consolidated)[ ]){0,2}School[ ]District|Public[ ]Schools|ISD|CISD|USD|"
    r"(?:Indian[ ])?Reservation|Indian[ ](?:Community|Colony)|Rancheria|Pueblo|Tribal[ ]Lands|Chapter[ ]House|AFB|Air[ ]Force[ ]Base|Army[ ]Base|"
    r"Naval[ ](?:Base|Station|Air[ ]Station))"
)
_WORDS = frozenset(
    "neighborhood neighbourhood subdivision projects project authority development park apartments condominiums townhomes district schools isd "
    "cisd usd reservation community colony rancheria pueblo lands house afb base station".split()
)
_LEADS = frozenset(
    """the a an this that our your their his her its my any each every some same other another new old local nearby safe poor bad quiet rough in at of
to from near lives living resides resident on off and unified independent central public school indian local home patient pt he she they we
if is was department section income low senior subsidized assisted multiple several various two three garden luxury""".split()
)
_VA = r"(?:VAMC|VAHCS|VA[ ](?:Medical[ ]Center|Health[ ]Care(?:[ ]System)?|Hospital|Clinic|Outpatient[ ]Clinic)|CBOC|VA)"


def _area(c: Candidate) -> Verdict | None:
    """Strips what leads into the name."""
    words = c.value.split(" ")
    size = len(c.groups["area"] or "")
    strip = 0
    while words and words[0].lower().strip(".'") in _LEADS:
        strip += len(words[0]) + 1
        words.pop(0)
    name = " ".join(words)[: -size - 1]
    return Verdict(MEDIUM, "other", shrink=(strip, 0)) if len(name) > 2 and not is_larger(name) else None


def _veterans(c: Candidate) -> Confidence | None:
    """`St. Cloud VA`: a listed city before the Department's abbreviation; `VA` alone is also visual acuity and Virginia."""
    known = city(c.groups["town"] or "")
    if known is None or (known.word and c.value.endswith(" VA")):
        return None
    return None if regex.match(r"[ ]?(?:\d|OD|OS|OU|[:=])", c.after(4)) else MEDIUM


def _post_office(c: Candidate) -> Verdict:
    return Verdict(HIGH if c.groups["zip"] else MEDIUM, "city")


PATTERNS = (
    Pattern(
        "named area",
        rf"(?<![\p{{L}}'-])(?P<v>{_NAME}[ ](?P<area>{_AREA}))(?![\w'-])",
        MEDIUM,
        judge=_area,
        kind="other",
        holds=_WORDS,
        reach=170,
        span=240,
    ),
    Pattern(
        "place of the Department of Veterans Affairs",
        rf"(?<![\p{{L}}'-])(?P<v>(?P<town>\p{{Lu}}[\p{{L}}.-]{{1,20}}(?:[ ]\p{{Lu}}[\p{{L}}-]{{1,20}})?)[ ]{_VA})(?![\w'-])",
        MEDIUM,
        judge=_veterans,
        kind="facility",
        holds=frozenset("va vamc vahcs cboc".split()),
        reach=50,
        span=100,
    ),
    Pattern(
        "military post office",
        rf"(?<!\w)(?P<v>(?i:APO|FPO|DPO)),?[ ](?:{'|'.join(sorted(MILITARY))})(?!\w)(?P<zip>,?[ ]\d{{5}})?",
        MEDIUM,
        judge=_post_office,
        kind="city",
        starts=frozenset("apo fpo dpo".split()),
    ),
)
