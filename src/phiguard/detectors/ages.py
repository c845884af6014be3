"""Ages of 90 and over, in any writing, and years of birth that show one.

Law: 45 CFR 164.514(b)(2)(i)(C).
Source: HHS de-identification guidance of 2012, section on ages over 89 (all of them, and all elements of dates that show
one, go into one category of 90 or older); DICOM PS3.5 6.2 (AS: `094Y`, `1128M`).
The span is the number without its unit. `90+`, `90 or older` and `over 89` are the allowed category and no finding; ages
under 90 never are. A number counts only where a unit, a label or the sentence makes it an age of someone.
"""

from __future__ import annotations

from phiguard.detectors import _age_judges as judges
from phiguard.detectors._labels import Labels, phrases
from phiguard.detectors._numerals import AGE_WORDS
from phiguard.detectors._pattern import HIGH, LOW, MEDIUM, Category, Detector, Pattern

_N = r"(?:9\d|1[0-2]\d)(?:\.\d{1,2})?"
_AGE = rf"(?:{_N}|{AGE_WORDS})"
_START = r"(?<![\w.,/$#%:]|\d-)"
_BAND = rf"{_N}[ ]?(?:-|–|to|and|or|/|a|y)[ ]?{_N}"
_YEARS = r"(?:(?:[- ]{0,2}|[ ]?\n[ ]{0,8})(?:years?|yrs?)\.?|[- ]?y(?:\.|r\.?)?)"
_OLD = r"(?:[- ]{0,2}(?:\n[ ]{0,8})?(?:olds?|of age|young)(?!\p{L})|[- ./]{0,2}o(?:ld)?\.?(?!\p{L})|(?<=y)o[mf](?!\p{L}))"
_KIN_WORDS = (
    "mother father grandmother grandfather mgm mgf pgm pgf mom mum dad momma grandma grandpa granny nana grandmom grandad granddad papa sister brother aunt uncle "
    "husband wife spouse partner son daughter cousin neighbor friend roommate caregiver patient pt resident client member veteran he she mrs mr ms "
    "madre padre abuela abuelo abuelita abuelito suegra suegro tía tío esposo esposa marido hermana hermano paciente"
).split()
_KIN = rf"(?:great[- ]?)?(?:{'|'.join(sorted(_KIN_WORDS, key=len, reverse=True))})\.?"
_SEX = (
    r"(?:male|female|man|woman|gentleman|lady|[wbah][mf]|aa[mf]|caucasian|white|black|hispanic|asian|african)"
)
_PAUSE = r"(?=[ ]?(?:[.;,)!?\n]|\Z|years?\b|yrs?\b|y/?o\b|and (?:a|in|has|had|is|still|lives|was|very|doing|healthy|she|he|they|i|we|my|can|does|takes|needs)|in (?:january|february|march|april|may|june|july|august|september|october|november|december|a few|two|three)\b|on (?:january|february|march|april|may|june|july|august|september|october|november|december|\d)|tomorrow\b|soon\b|already\b|now\b|today\b|this\b|next\b|later\b|with\b|of\b|from\b|MI\b|who\b|but\b|when\b|old\b|de edad|años)|\s{0,4}\x00)"
_FIRST = frozenset(f"{age}" for age in range(90, 130)) | frozenset("ninety one a noventa cien ciento".split())
"""With which an age begins."""
_SOMEONE = frozenset(("i", *_KIN_WORDS, "great", *(f"great{word}" for word in _KIN_WORDS)))
_TURNED = frozenset(
    "turn turns turned turning alive living cumple cumplió cumplirá lived live lives died dies passed deceased expired survived murió falleció".split()
)
_OLD_PEOPLE = frozenset(
    f"{before}centenarian{end}" for before in ("", "super", "semisuper") for end in ("", "s")
) | frozenset("nonagenarian nonagenarians nonagenario nonagenaria".split())

DETECTOR = Detector(
    category=Category.AGES,
    title="All ages over 89 and all elements of dates (including year) indicative of such age",
    law="45 CFR 164.514(b)(2)(i)(C)",
    replacement="90+",
    patterns=(
        Pattern(
            "age and years old",
            rf"(?i){_START}(?P<v>{_BAND}|{_AGE}){_YEARS}{_OLD}",
            HIGH,
            judge=judges.judge_age,
            starts=_FIRST,
        ),
        Pattern(
            "first of two ages",
            rf"(?i){_START}(?P<v>{_AGE})(?=[ ]?(?:,|and|or|y)[ ]{_AGE}{_YEARS}{_OLD})",
            MEDIUM,
            judge=judges.judge_age,
            starts=_FIRST,
        ),
        Pattern(
            "age in years and sex",
            rf"(?i){_START}(?P<v>{_AGE})(?:{_YEARS}|[- ]?yo)?[- ,]{{1,2}}(?:old )?{_SEX}(?!\p{{L}})",
            MEDIUM,
            judge=judges.judge_age,
            starts=_FIRST,
        ),
        Pattern(
            "age and letter of the sex",
            rf"{_START}(?P<v>{_N})(?:[ ]?(?:y(?:rs?|[/.]?o?)\.?[ ]?)?|[ ]?/[ ]?)[MF](?!\w)",
            LOW,
            judge=judges.judge_letter,
        ),
        Pattern(
            "age in años",
            rf"(?i){_START}(?P<v>{_AGE}) {{0,3}}años(?!\p{{L}})",
            MEDIUM,
            judge=judges.judge_spanish,
        ),
        Pattern(
            "someone is that age",
            rf"(?i)(?<![^\W_])(?:i am|i'm|i was|i'll be|i will be|he's|she's|(?:{_KIN})(?: \p{{L}}{{2,20}})?(?: is| was| will be|,|:| d\.| died| dec\.)?(?: now| currently| almost| nearly| about| age)?) "
            rf"\(?(?P<v>{_AGE}){_PAUSE}",
            MEDIUM,
            judge=judges.judge_is,
            starts=_SOMEONE,
        ),
        Pattern(
            "turned or reached that age",
            rf"(?i)(?<![^\W_])(?:turn(?:s|ed|ing)?|cumpl(?:e|ió|irá)|alive(?: and well| & well)? (?:at|age)|living at|lived (?:to(?: be)?|until)|lives? to(?: be)?|died (?:at|in (?:her|his) \d0s at)|dies at|passed(?: away)? at|deceased at|"
            rf"expired at|survived (?:to|until)|murió a los|falleció a los)(?: the)?(?: ripe)?(?: old)?(?: age)?(?: of)? (?P<v>{_AGE})(?![\w%°]|[.,/:-]\d|[ ]?(?:deg|%))",
            MEDIUM,
            judge=judges.judge_age,
            starts=_TURNED,
        ),
        Pattern(
            "someone died at that age",
            rf"(?i)(?<![^\W_])(?:{_KIN})(?: (?:is|was|has))?,? (?:d\.?|died|dec(?:eased|'d)?\.?|expired|passed(?: away)?)(?: (?:at|age|aged|@)){{0,2}}[ :]{{1,2}}\(?"
            rf"(?P<v>{_AGE})(?![\w%°]|[.,/:-]\d|[ ]?(?:deg|%))",
            MEDIUM,
            judge=judges.judge_age,
            starts=_SOMEONE,
        ),
        Pattern(
            "age and sex in a list",
            rf"{_START}(?<=\p{{Lu}}[\p{{L}}'-]{{1,20}}[, ]{{1,2}}\p{{Lu}}[\p{{L}}'.-]{{0,20}}[,;][ ]?)(?P<v>{_N})[ ]?[,;/][ ]?(?:[MF]|[Mm]ale|[Ff]emale)(?![\w'/-])",
            MEDIUM,
            judge=judges.judge_age,
            starts=_FIRST,
        ),
        Pattern(
            "sex and age",
            rf"(?:(?<=\()[MF][,/ ]{{1,2}}(?=[\d.]{{2,6}}[ ]?(?:y|yo|yrs?|years?)?[),;])|(?<![\w/.°]|\d[ ])[MF]/|(?<!\w)(?:[Ff]em|[Mm])ale,? (?:aged? )?(?=[\d.]{{2,6}}[ ]?-?(?:y|[,;)])))"
            rf"(?P<v>{_N})(?![\w%°/]|[.,:-]\d|[ ]?(?:%|deg|mg|kg|lb|mm|bpm))",
            MEDIUM,
            judge=judges.judge_age,
            starts=frozenset(("m", "f", "male", "female")),
        ),
        Pattern(
            "age in parentheses",
            rf"(?i)\([ ]?(?P<v>{_N})[- ]?(?:y|yrs?|years?)\.?[ ]?[),;]",
            MEDIUM,
            judge=judges.judge_age,
            needs=("(",),
        ),
        Pattern(
            "birthday",
            rf"(?i){_START}(?P<v>(?:9\d|1[0-2]\d)(?:st|nd|rd|th)|ninetieth|ninety-\p{{L}}{{4,8}}|(?:one )?hundredth) birthday",
            MEDIUM,
            judge=judges.judge_age,
            holds=frozenset(("birthday",)),
        ),
        Pattern(
            "decade of age",
            r"(?i)(?<![^\W_])(?:his|her|their|my|your|patient's)(?: (?:early|mid|middle|late|upper))?[- ](?P<v>(?:9|10|11)0'?s|nineties|hundreds)(?!\p{L})",
            MEDIUM,
            judge=judges.judge_decade,
            starts=frozenset("his her their my your patient".split()),
        ),
        Pattern(
            "word for that age",
            r"(?i)(?<![^\W_])(?P<v>(?:nonagenarian|(?:super|semisuper)?centenarian)s?|nonagenari[oa])(?!\p{L})",
            MEDIUM,
            starts=_OLD_PEOPLE,
        ),
        Pattern(
            "age in months",
            rf"(?i){_START}(?P<v>1,?[0-5]\d\d)[- ]?(?:months?|mos?\.?)[- ]?old(?!\p{{L}})",
            MEDIUM,
            judge=judges.judge_months,
        ),
        Pattern(
            "age in days",
            rf"(?i){_START}(?P<v>[34]\d,?\d{{3}})[- ]?days?[- ]?old(?!\p{{L}})",
            MEDIUM,
            judge=judges.judge_days,
        ),
        Pattern(
            "DICOM age",
            r"(?<![\w.])(?P<v>(?:09\d|1[0-2]\d)Y|1[0-5]\d\dM)(?!\w)",
            LOW,
            judge=judges.judge_dicom,
        ),
        Pattern(
            "year of birth",
            r"(?i)(?<![^\W_])(?:born(?: in| on)?(?: the)?(?: year)?|b\.|year of birth|birth year|birth cohort|yob|dob|d\.o\.b\.|date of birth|birth ?date|(?:fecha|año) de nacimiento|nacid[oa](?: en)?(?: el)?(?: año)?|nació en(?: el año)?)[ :=(]{1,3}(?P<v>1[89]\d\d)(?!\w|[-/.]\d|[ ](?:\d|\p{L}{3,9} \d))",
            MEDIUM,
            judge=judges.judge_birth_year,
        ),
        Pattern(
            "number under a header of ages",
            rf"(?i)(?<![\w.,/-])(?:{_BAND}|{_N}|1[0-5]\d\d|[34]\d{{4}}|1[89]\d\d|{AGE_WORDS})\+?(?![\w.,/-]\d|\w)",
            LOW,
            judge=judges.judge_cell,
        ),
    ),
    labels=Labels(
        strong=phrases(
            "age | aged | ages | age dob | age date of birth | age sex | age gender | age and sex | age at death | age of death | age at visit | age at admission | age at encounter | age at diagnosis | age in years | age years | patient age | pt age | "
            "current age | age today | age of patient | edad | edad del paciente | edad en años | edad años | age at time of death | age at surgery"
        ),
        headers=phrases(
            "pt age group | pat age group | patient age group | subject age group | bene age group | member age group | pt age band | patient age band | age yrs | age yr | age y | agey | age at enc | age at dx | age dx | age at event | age at onset | age at index | age at enroll | age at enrollment | age at consent | "
            "age at discharge | age at procedure | age at death yrs | age num | age value | age calc | calc age | calculated age | age exact | yrs old | years old | "
            "age months | age mo | age mos | age in months | edad meses | age days | age in days | age d | anchor age | aage | age cnt | bene age cnt | age at dos | age at service | age consent | e patient 15 | bene age | mother age | mothers age | mom age"
        ),
        weak=phrases(
            "age group | age grp | agegroup | age band | age range | age from | age to | age min | age max | min age | max age | age low | age high | age cat | age bin | age bucket | "
            "age start | age end | age lower | age upper | age from y | age to y | age limit | age limits | minimum age | maximum age | lower age | upper age | age decile | "
            "age of account | account age | ar age | invoice age | device age | battery age | bone age | gestational age | gest age | specimen age | sample age | age of specimen | "
            "age of consent | age of onset range | age unit | age units | e patient 16 | override age | edad gestacional"
        ),
        deny=phrases(
            "room | bed | spo2 | sat | sats | o2 | hr | pulse | bp | weight | temp | temperature | ci | heart rate | page | unit | apt"
        ),
        kinds={
            **dict.fromkeys(phrases("age months | age mo | age mos | age in months | edad meses"), "months"),
            **dict.fromkeys(phrases("age days | age in days | age d"), "days"),
        },
    ),
    value=Pattern(
        "age under its label",
        rf"(?i)(?:{_BAND}|{_N}|{AGE_WORDS}|09\dY|1[0-5]\d\dM?|[34]\d,?\d{{3}})\+?(?!(?!y(?:rs?|o|ears?)?(?!\p{{L}}))[\w%]|[-/.,:]\d|[ ]?(?:%|percent|mg|kg|lb|mmhg|bpm|cm)(?!\p{{L}}))",
        None,
        judge=judges.judge_value,
    ),
    accepts=judges.accepts,
    needs_person=True,
)
