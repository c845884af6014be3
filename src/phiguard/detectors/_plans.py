"""Names of health plans, and a member's number that stands beside one without a label of its own.

Source: NAIC listing of company names, CMS plan directories, the layout of member cards (NCPDP processor id, PCN and group beside the id).
`Humana H44120093`, `United Healthcare, ID 900112233`: a plan's name and a long number, or a bare `ID`, on one line.
"""

from __future__ import annotations

from phiguard.detectors import _regexes as regex
from phiguard.detectors._ids import ID_END, ID_TOKEN, implausible, is_date, long_run
from phiguard.detectors._labels import beginnings, phrases, trie
from phiguard.detectors._pattern import MEDIUM, Candidate, Confidence, Pattern

PAYERS = phrases(
    "bcbs | blue cross | blue shield | blue cross blue shield | anthem | aetna | cigna | humana | uhc | united healthcare | "
    "unitedhealthcare | molina | centene | wellcare | ambetter | highmark | kaiser | carefirst | healthnet | rrb | "
    "railroad medicare | medicare advantage"
)
_BRANDS = (
    *PAYERS,
    *phrases(
        "kaiser permanente | aarp | health net | oscar health | emblemhealth | fidelis | healthfirst | medigap | tricare | champva | "
        "medicare | medicaid | medi cal | masshealth | tenncare | optumrx | caremark | express scripts | delta dental | metlife dental | vsp | umr | meritain | geha | tufts health | harvard pilgrim | independence blue cross | horizon bcbs | premera | regence | geisinger | upmc health | mvp health | cdphp | excellus | florida blue | bcbstx | bcbsm | bcbsil | bcbsnc | priority health"
    ),
)
_WORDS = (
    r"(?P<between>(?:[ ,:(\-]{1,3}(?:(?-i:[A-Z][A-Za-z&+]{0,11})|of|plan|part|id|member|gold|silver|bronze|choice|plus|primary|secondary|"
    r"insurance|ins|dental|vision|supplement|complete|open|access|select)(?!\w)\.?){0,4})"
)
_OTHER = regex.compile(
    r"(?i)\b(?:claims?|case|call(?:ed)?|phone|tel|fax|group|grp|bin|pcn|at|since|paid|pays|auth\w*|precert|ref\w*|order|npi|tin|ein|provider|invoice|reported|enroll\w+|revenue|had|has|spent|"
    r"check|in|on|for|payer|acct|account|rate|code|form|fee|of the|number of)\b"
)
"""What stands between a plan's name and its member's number, `PPO of Texas`, and words that make it another number."""
_PHONE = regex.compile(r"1?[2-9]\d{2}[2-9]\d{6}")
_BEFORE = regex.compile(
    rf"(?i)(?<![^\W_])(?:ins|insurance|insured|payer|payor|ppo|hmo|rx ?bin|rx ?grp|rx ?group|rx ?pcn|pcn|{trie(_BRANDS)})(?![^\W_])[^\n]{{0,60}}\Z"
)
_BEHIND = regex.compile(
    rf"(?i)\A[ ]?[,;(|/-][^\n]{{0,24}}?(?<![^\W_])(?:insurance|ppo|hmo|rx ?bin|rx ?grp|rx ?group|grp|group (?:no|number|\#)|{trie(_BRANDS)})(?![^\W_])"
)

_COUNTED = regex.compile(
    r"(?i)[ ](?:members|people|persons|patients|enrollees|beneficiaries|dollars|claims|lives|usd)\b"
)


def _long(c: Candidate) -> bool:
    return long_run(c.value) and not (implausible(c) or is_date(c.value))


def _beside(c: Candidate) -> Confidence | None:
    """A bare `ID` names a member where a plan stands on its line."""
    near = _long(c) and (_BEFORE.search(c.before(96)) or _BEHIND.match(c.after(56)))
    return MEDIUM if near else None


def _behind(c: Candidate) -> Confidence | None:
    """Ten plain digits behind a plan's name may be its telephone."""
    other = _OTHER.search(c.groups.get("between") or "")
    counted = _COUNTED.match(c.after(16))
    return MEDIUM if _long(c) and not (other or counted) and not _PHONE.fullmatch(c.value) else None


BESIDE_PLANS = (
    Pattern(
        "“ID” on the line of a plan",
        rf"(?<![\w.])(?:I\.?D\.?|Id)(?:[ ]?(?:[Nn]o\b\.?|[Nn]umber))?(?:[ ]?[:#]{{1,2}}[ ]{{0,2}}|[ ]{{1,2}})(?P<v>{ID_TOKEN})",
        MEDIUM,
        judge=_beside,
        starts=frozenset(("i", "id", "idno", "idnumber")),
        kind="member",
    ),
    Pattern(
        "number behind a plan's name",
        rf"(?i)(?<![\w@.]){trie(_BRANDS)}{_WORDS}[ ,:(\#\-–]{{1,4}}(?P<v>(?-i:[A-Z]{{0,4}}\d{{7,12}}[A-Z]?(?:-\d{{2}})?|[A-Z]\d{{4}} \d{{5}})){ID_END}",
        MEDIUM,
        judge=_behind,
        starts=beginnings(_BRANDS),
        kind="member",
    ),
)
