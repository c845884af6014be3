"""The words around a date: what tells it from a score, a dose or a citation, and which event it belongs to.

Each regex is tried on the few characters just before or just behind a candidate.
"""

from __future__ import annotations

from phiguard.detectors import _regexes as regex
from phiguard.detectors._dates import WEEKDAY
from phiguard.detectors._pattern import Candidate

MEASURE = regex.compile(
    r"(?i)\A[ \t-]{0,2}(?:%|(?:mgs?|mcg|µg|ug|grams?|gm?|kg|ml|cc|l|units?|u|iu|meq|mmol|mmhg|mm|cm|inch(?:es)?|in\.|lbs?|pounds?|"
    r"percent|times|x|doses?|days?|hours?|hrs?|h|minutes?|mins?|weeks?|wks?|months?|years?|yrs?|y/o|yo|tabs?|tablets?|caps?|"
    r"capsules?|pills?|puffs?|drops|sprays|cups?|teaspoons?|tsp|tbsp|packs?|ppd|miles?|bottles?|glasses|beers|ns|normal saline|"
    r"patients?|people|persons?|individuals|cases|subjects|children|participants|births|live births|newborns|infants|males|"
    r"pain|strength|murmur|power|scale|score|points?|systolic|diastolic|motor|reflex\w*|pulses?|sems?|full|bilateral\w*|"
    r"throughout|at (?:worst|best|rest|its|baseline|most)|currently|in (?:severity|intensity|strength|all|the|both|upper|lower|"
    r"average)|(?:on|with) (?:average|a scale|activity|movement|exertion)|of (?:a|an|the|all|cases|patients)|to \d{1,2}/10|"
    r"of normal|o'clock|degrees|french|fr|gauge|positive|negative|nodes?|lymph|hpf|cycles?|sets|reps|criteria|items)(?![\p{L}'])|"
    r"[ ]?[-–][ ]?\d{1,3}[ ]?(?:mg|mcg|ml|units?|days?|weeks?|tabs?|tablets?|hours?|hrs?|times))"
)
"""What follows a number that is a dose, a score, a count or a fraction."""
CITATION = regex.compile(
    r"\A[ ]?[;:][ ]?(?:\d{1,4}|suppl|epub)[ ]?(?:[(:;,]|suppl)|\A[.;][ ]{0,2}(?:doi|epub|pmid)|(?i)\A[ ]?\(?epub"
)
SCORED = regex.compile(
    r"(?i)(?:\b(?:pain|strength|scores?|scored|scale|bp|blood pressure|vision|acuity|va|od|os|ou|reflex\w*|dtrs?|murmur|grades?|"
    r"graded|motor|power|gcs|apgars?|rates?|rated|rating|ratio|stage|type|level|odds|oriented|mmse|moca|gleason|intensity|severity|"
    r"pulses|muscle|extremit\w+|phq|gad|prevalence|incidence|frequency|affects|epley|bishop|ballard|homans|sem|s1)\b[ :=,(a-z]{0,12}|"
    r"\b(?:lot|page|room|bed|type|about|approximately|only|nearly|almost|than|or|was|is|are|up|tablets?|take|takes|taking|give|mg|x|×)"
    r"[ :=,(]{0,3}|[<>=~$+±×])\Z"
)
"""What stands before a score, a fraction or a measurement."""
DATED = regex.compile(
    r"(?i)\b(?:on|since|until|till|dated?|date of|through|thru|before|after|starting|beginning|ending|again|as of|due|fecha|desde|el|el día|día|on or (?:about|before|after|around)|"
    r"hasta|scheduled(?: for)?|rescheduled(?: (?:for|to))?|(?:week|morning|evening|night|afternoon|day|labs?|visit|note|ct|mri|echo|study|results?)s? "
    r"(?:of|from)|(?:" + WEEKDAY + r")\.?,?(?: the)?)\b['\":, (]{0,4}\Z"
)
"""Words that make what follows a date, right before it."""
EVENT = regex.compile(
    r"(?i)(?:\b(?:seen|visit|visited|admit|admitted|admission|adm|readmitted|discharged?|dc'?d|d/c'?d?|d/c|appt|appointment|f/u|follow-?up|"
    r"surgery|biopsy|bx|biopsied|cultures?|cxr|x-?rays?|ct|cta|mri|echo|tte|ekg|ecg|eeg|us|ultrasound|u/s|scan|pet|colonoscopy|egd|cath|"
    r"labs?|cbc|bmp|drawn|collected|resulted|dictated|signed|transcribed|born|died|expired|deceased|dob|doa|dos|lmp|edd|edc|d\.o\.b\.|"
    r"started|begun|completed|placed|removed|inserted|performed|given|vaccinated|immunized|diagnosed|dx'?d?|transferred|extubated|"
    r"intubated|transfused|implanted|delivered|onset|exam(?:ined)?|evaluated|consult(?:ed)?|updated|note|ingreso|alta|cita|nacimiento|"
    r"called|spoke|reviewed|refilled|filled|ordered|received|arrived|presented|injured|fell|cabg|hospitali[sz]ed|hospitali[sz]ation|readmission|inpatient|stay|exp'?d|"
    r"pci|orif|tka|tha|thr|tkr|c-?section|ablation|bcx|ucx|"
    r"c\d{1,2}d\d{1,2}|\p{L}{3,16}(?:ectomy|otomy|ostomy|plasty|oscopy))"
    r"[ :,(@-]{1,3}|\b(?:ct|cta|mri|mra|us|cxr|x-?ray|echo|scan|cath|biopsy|bx|cultures?|surgery)(?: \p{L}{2,12}){1,2}[ :,(]{1,2}|"
    r"\b(?:mammo(?:gram|graphy)?|dexa|pap(?: smear)?|tdap|mmr|flu shot|hep [ab]|ppd|pneumovax|prevnar|shingrix|menses)[ :,(]{1,2}|\bs/p [a-z ]{2,24} )\Z"
)
"""An event of care right before it: `CXR 11/1`, `d/c'd 3/14`."""
LINE_PLACED = regex.compile(
    r"(?i)\b(?:ett|picc|foley|ng tube|ngt|a-?line|art line|chest tube|drain|cvc|port|trach|peg|stent)[ :,(@]{1,3}\Z"
)
"""A line or tube, whose size or place is written as a fraction too."""
SAID_WITH_DASH = regex.compile(
    r"(?i)\b(?:seen|adm(?:it(?:ted)?)?|admission|readmitted|d/c'?d?|dc'?d|discharged|dob|dos|doa|dod|lmp|edd|edc|surgery|appt|appointment|f/u|"
    r"visit(?:ed)?|since|dated?|fell|died|expired|born|c\d{1,2}d\d{1,2}|(?:" + WEEKDAY + r"))[ :,.(@]{1,3}\Z"
)
"""Before a day and month with a dash, which a range of numbers is written like."""
SAID_DAY = regex.compile(
    r"(?i)\b(?:dates?|fecha|dob|d\.o\.b\.|dos|doa|dod|lmp|edd|edc|bday|birthday|birthdate|rtc|return|recheck|next|"
    r"last (?:dose|visit|bm|period|menses|seen|shot)|stroke|cva|tia|mi|fall|accident|injury|mv[ac]|fracture|fx|treatment|infusion|chemo|dialysis|hd|transfusion|"
    r"vaccine|booster|flu shot|swab|tested|icu|ed)\b[.\"')]{0,2}[ :=#-]{1,3}\Z"
)
_NUMBERED = (
    r"\b(?:id|mrn|no|nos|number|num|acct|account|phone|tel|fax|ssn|fin|csn|npi|ref|order|code|claim|policy|lot|batch|model|version|part|item|serial|case|room|"
    r"protocol|study|trial|page|isbn|form|file|cpt|icd|ndc|pmid|nct|grant|rx|invoice|member|about|approximately|over|nearly|than)\b"
)
SEEN_AT = regex.compile(
    r"(?i)\b(?:seen|visited|admitted|readmitted|discharged|treated|evaluated|examined|consulted|referred|operated|presented|hospitali[sz]ed|died|born)\b"
    rf"(?:(?:(?!{_NUMBERED})[^\n\d;#:]){{1,60}},|(?:[ ](?!{_NUMBERED})[\p{{L}}'.]{{1,14}}){{1,5}}) \Z"
)
"""An event of care and its place: `seen at Westside Clinic, 20240314`, `seen in clinic 03142024`."""
COUNTED = regex.compile(
    r"(?i)[ ]?(?:%|(?:mg|mcg|ng|g/d?l|ml|cc|kg|iu|units?|meq|mmol|patients?|subjects|cases|times|doses|kcal|cells|copies|reads|steps|bytes|rows|records|people|dollars|usd|base|bp|specimens|votes)\b)"
)
_DAY_BEHIND = (
    r"(?:[ \t]*(?:\Z|\n)|[.,;:)](?!\d)|,? (?:at|@) ?\d|[ ](?:show(?:ed|s|ing)|reveal(?:ed|s)|demonstrat\p{L}+|was|were|is|which|with|by|due|after|because|when|"
    r"who|that|secondary|had|noted|reported|confirmed|negative|positive|unremarkable|normal|clear|stable|unchanged|grew|ngtd|wnl|neg|pos|he|she|pt|patient|the|for|and (?!\d))\b)"
)
MORE_OF_IT = regex.compile(
    r"(?i)[ ]?(?:/|\+|to[ ]\d|per\b|of\b|\(?\d|more|other|additional|different|consecutive|small|large|big|new|total|loose|watery)|"
    r"[ ](?!(?:show|reveal|demonstrate|suggest|confirm|remain)s\b)\p{Ll}{3,}s\b"
)
"""Behind a range of numbers: `10-15 bottles`, `1-15 per day`."""
EVENT_ON = regex.compile(
    r"(?i)\b(?:seen|signed|dictated|transcribed|admitted|readmitted|discharged|visit(?:ed)?|appt|appointment|surgery|biops(?:y|ied)|cultures?|cxr|x-?rays?|ct|cta|"
    r"mri|mra|echo|tte|ekg|ecg|eeg|ultrasound|u/s|scan|colonoscopy|egd|cath|labs?|collected|drawn|died|expired|born|performed|removed|evaluated|"
    r"examined|consult(?:ed)?|transferred|vaccinated|diagnosed|scheduled|arrived|presented|fell|extubated|intubated)\b[^\n;\d]{0,60}\bon \Z"
)
DAY_BEHIND = regex.compile(rf"(?i){_DAY_BEHIND}")
"""Around a day and month with a dash that is not padded: `CT on 5-2 showed`, `signed by Ann Roe, MD on 4-7.`"""
LOG_BEFORE = regex.compile(r"(?:\A|[.;:\n])[ \t*•-]{0,4}\Z")
LOG_BEHIND = regex.compile(r"[ ]?[:–-][ ]?\p{L}|[ ]\d{4}\b[ ]?\p{L}|[ ]\p{Lu}\p{Ll}")
"""Around the date of a log's entry: `11/1: seen by`, `3/14 1430 nurse`."""
CLOCK_BEHIND = regex.compile(
    r"(?i)\A(?:,? (?:at|@|around|about) ?\d{1,2}(?::?\d{2}|[ ]?[ap]\.?m)|[ ,]{1,2}\d{1,2}:\d{2}|[ ,]{1,2}\d{1,2} ?[ap]m\b)"
)
MONTH_CUE = regex.compile(
    r"(?i)\b(?:in|hasta|since|last|this past|past|until|till|by|during|of|from|through|mid|late|early|en|desde|de)[ -]{1,2}\Z"
)
OF_A_YEAR = regex.compile(
    r"(?i)\A,? (?:of )?(?:this|last|next|that|the same|the following) year|\A (?:del?|de ese|de este) (?:mismo |pasado )?año"
)
SAID_MONTH = regex.compile(r"(?i)\b(?:last|this past|back in|en|desde|hasta|mes de)[ -]\Z")
"""Before a month alone: enough by themselves."""
YEAR_CUE = regex.compile(
    r"(?i)(?:\b(?:in|since|from|until|till|by|during|before|after|around|about|circa|early|late|mid|year|and|to|of|through|born|en|desde|"
    r"año|dx|diagnosed|spring|summer)[ :,-]{1,2}(?:the )?|[(])\Z"
)
PUBLISHED = regex.compile(
    r"\b(?:Updated|Accessed|Reviewed|Published|Retrieved|Revised|Copyright|Modified|Effective)(?: online| on)?:?\s{1,2}\Z|"
    r"(?i)\b(?:effective|eff|rev|revised|issued|origin\w*)\b[^\n\p{L}]{1,24}(?:reviewed|revised|approved|reaffirmed)(?: on)?:?[ ]\Z|"
    r"(?i)(?:©|\(c\)|\bet al\.?,?|N Engl J Med\.?|\bJAMA\.?|\bLancet\.?|\bBMJ\.?|\bpubmed|\bjournal|\bISBN|\bISSN)[^\n]{0,16}\Z"
)
"""What makes a date a page's or a paper's."""
PERSON = regex.compile(
    r"(?i)\b(?:he|she|his|her|hers|him|i|my|me|patient|pt|mother|father|son|daughter|wife|husband|mr|mrs|ms|you|your|we|paciente|ella|él)\b"
)

WHO_DIED = regex.compile(
    r"(?i)\b(?:pt|patient|he|she|resident|client|veteran|infant|baby|neonate|mother|father|mom|dad|husband|wife|spouse|brother|sister|hospice)"
    r"\b[^\n.;]{0,20}\bexp\b[^\n]{0,8}\Z"
)
DEATH_BEHIND = regex.compile(
    r"(?i)\A,?[ ]{1,2}(?:(?:at|@)[ ])?(?:(?:[01]?\d|2[0-3]):?[0-5]\d\b(?![-/])|[^\n.;]{0,24}\b(?:pronounced|family|bedside|hospice|funeral|coroner|autopsy|morgue)\b)"
)
"""Around `exp` where it says that someone died."""

_LINE_BEFORE = regex.compile(r"(?:\A|\n)[ \t*•-]{0,4}\Z")
_CLOCK4 = regex.compile(
    r"[ ,@]{1,2}(?:[01]\d|2[0-3]):?[0-5]\d(?![\d:,./-])(?:[ ]?h(?:rs)?\b)?[ :,-]{1,3}\p{L}"
)


def starts_shift(c: Candidate) -> bool:
    """Whether it begins a line of a log, with the clock behind it: `20240314 0815 nurse at bedside`."""
    return bool(_LINE_BEFORE.search(c.before(6)) and _CLOCK4.match(c.after(16)))


_KINDS = tuple(
    (kind, regex.compile(rf"(?i)(?<!\p{{L}})(?:{words})"))
    for kind, words in (
        ("birth", r"born|dob\b|d\.o\.b|birth|nacid[oa]|nacimiento|bday"),
        ("admission", r"admi(?:t|ssion)|ingres|arriv|re-?admi"),
        ("discharge", r"discharg|d/c|dc'?d\b|alta\b"),
        ("death", r"died|death|decease|expired|passed away|fallec|muri[oó]|pronounced|demise|dod\b"),
        (
            "service",
            r"seen|visit|presented|surg|operat|procedure|appointment|appt|follow|exam|scan|\b(?:ct|mri|cxr|dos)\b|service|collect|"
            r"drawn|consult|biops|infus|vaccin|immuniz|prescri|fill|dictat|signed|cita\b|cirug|evaluat|diagnos|treat|underw|perform",
        ),
    )
)
_ANY_KIND = regex.compile("(?i)" + "|".join(pattern.pattern.removeprefix("(?i)") for _, pattern in _KINDS))


def kind_by_context(before: str) -> str:
    """birth, admission, discharge, death or service, by the last such word before a date on its line; else other."""
    line = before[before.rfind("\n") + 1 :]
    best, kind = -1, "other"
    if _ANY_KIND.search(line) is None:
        return kind
    for name, pattern in _KINDS:
        for found in pattern.finditer(line):
            if found.start() > best:
                best, kind = found.start(), name
    return kind
