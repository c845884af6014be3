"""Named facilities that locate a person: hospitals, clinics, nursing homes, schools, prisons. Descriptions are none.

Source: 45 CFR 164.514(b)(2)(i)(B) reads "all geographic subdivisions smaller than a State"; taking a named facility for one
is phiguard's policy, after the i2b2/UTHealth annotation guidelines (HOSPITAL, ORGANIZATION as locations).
"""

from __future__ import annotations

from phiguard.detectors import _regexes as regex
from phiguard.detectors._pattern import HIGH, LOW, MEDIUM, Candidate, Confidence, Pattern, Verdict
from phiguard.detectors._places import is_larger

_GENERIC = frozenset(
    """the a an this that our your their his her its my any each every some all no other another same local
nearby outside area and of at in to from with for by on or & general community regional national federal
state county city rural urban public private university academic teaching tertiary referral affiliated
children childrens children's child pediatric paediatric women womens women's men's maternity veterans
veteran va military army naval navy base acute chronic critical long short term care extended continuing
skilled subacute sub-acute transitional primary secondary specialty special specialized family internal
emergency urgent express minute walk-in walk in free mobile day night weekend evening same-day
outpatient inpatient out-patient in-patient ambulatory hospital hospitals clinic clinics center centre
medical medicine health healthcare heart cardiac cardiovascular vascular cancer oncology breast eye ear
nose throat ent foot hand spine back pain headache sleep memory dementia stroke brain neuro bone joint
skin wound burn trauma kidney renal liver transplant lung pulmonary respiratory diabetes diabetic
endocrine thyroid weight loss obesity bariatric fertility ivf infertility prenatal antenatal perinatal
ob gyn obgyn ob/gyn obstetric obstetrics std sti hiv aids tb travel allergy asthma anticoagulation
coumadin warfarin hypertension lipid infusion injection vaccine vaccination immunization flu covid
covid-19 testing screening mental behavioral behavioural psychiatric psych psychology substance abuse
addiction recovery detox methadone suboxone counseling surgery surgical orthopedic orthopaedic ortho
dental dialysis hemodialysis imaging radiology mri ct laboratory lab rehabilitation rehab physical
occupational speech therapy nursing assisted living memory senior retirement group residential treatment
research preoperative pre-op preop post-op pre-admission presurgical device pacemaker icd failure device
rapid access fracture cleft genetics genetic hernia follow-up followup follow up new old main large
small major home hospice comprehensive integrated advanced multidisciplinary multispecialty
interdisciplinary high elementary middle school junior preparatory grade secondary district correctional
detention central downtown north south east west northern southern eastern western department division
unit ward floor nearest closest current previous prior prescribing ordering admitting discharging
receiving sending transferring mon tue wed thu fri sat sun monday tuesday wednesday thursday friday
saturday sunday january february march april may june july august september october november december pt
patient patients he she they we i it was is were seen admitted transferred referred discharged presented
taken went if when after before please call contact visit see go ask your find choose most many several
few each either both sexual reproductive student campus well baby immunology men's adult geriatric
hematology name type dr doctor international american world abc abcd xyz sample any postanesthesia
intensive catheterization homeless vision lymphedema management plastic anesthesia evaluation
evaluations brief history summary hospitalization institute institutes foundation academy infirmary
sanatorium sanitarium polyclinic preschool daycare facility facilities home homes healthcare jail prison
penitentiary convalescent elementary association society services system network partners alliance group
life so welcome""".split()
)
_SPECIALTY = regex.compile(
    r"(?i)\p{L}+(?:olog(?:y|ic|ical)|iatr(?:y|ic|ics)|opathy|ectomy|plasty|scopy|trics|surgery)"
)
_STRIP = frozenset(
    """the a an this that our your at in to from of and or by for with on if when after before seen admitted
transferred transfer discharged presented taken went was is were patient pt pts mr mrs ms dr he she they
facility hospital: date admission discharge name location summary report clinic: please call visit since
while per via note sent brought referred dc d/c went then via dob sex mrn""".split()
)
_NOUN = (
    r"(?:(?:Memorial|General|Community|Regional|Children's|Medical|University|Veterans|Specialty|"
    r"Surgical|Rehabilitation|Psychiatric)[ ]){0,2}"
    r"(?:Hospitals?|Hosp\b\.?|\p{Lu}\p{L}{2,16}(?:ology|iatry|iatrics|opedics|opaedics|"
    r"surgery)[ ](?:Center|Institute|Associates|Specialists|Partners|Group|Clinic)|"
    r"Medical[ ](?:Center|Centre|Group|Plaza|Clinic|Associates|Ctr\.?)|Med(?:ical)?[ ]Ctr\.?|"
    r"Med[ ]Center|Health(?:care)?[ ](?:System|Center|Centre|Clinic|Network|Services|Partners|"
    r"Alliance)|Healthcare|"
    r"Clinics?|Polyclinic|Infirmary|Sanatorium|Sanitarium|Hospice|Nursing[ ](?:Home|Center|Facility)|"
    r"Nursing[ ](?:and|&)[ ]Rehab(?:ilitation)?(?:[ ]Center)?|Rehab(?:ilitation)?(?:[ ](?:Center|"
    r"Hospital|Institute|Facility))|"
    r"Skilled[ ]Nursing(?:[ ]Facility)?|Care[ ](?:Center|Centre|Home|Facility)|"
    r"Convalescent(?:[ ](?:Home|Center|Hospital))?|Assisted[ ]Living(?:[ ](?:Facility|Center|"
    r"Community))?|Senior[ ]Living|Retirement[ ](?:Home|Community|Village)|"
    r"Surgery[ ]Center|Surgical[ ]Center|Surgicenter|Dialysis(?:[ ]Center)?|Imaging[ ]Center|"
    r"Cancer[ ](?:Center|Centre|Institute)|Heart[ ](?:Center|Institute|Hospital)|Eye[ ](?:Center|"
    r"Institute|Clinic)|Birth(?:ing)?[ ]Center|Trauma[ ]Center|Wellness[ ]Center|Treatment[ ]Center|"
    r"Recovery[ ]Center|"
    r"(?:Elementary|High|Middle|Primary|Grade|Junior[ ]High|Grammar|Charter|Secondary|"
    r"Nursery)[ ]School|Preschool|Elementary|Academy|Day[ ]?care|Correctional[ ](?:Facility|"
    r"Institution|Center|Institute)|Detention[ ](?:Center|Facility)|(?:County|City|State|"
    r"Federal)?[ ]?(?:Jail|Prison|Penitentiary)|Juvenile[ ]Hall|Homeless[ ]Shelter|Group[ ]Home|"
    r"Halfway[ ]House)"
)
_WORD = r"(?:\p{Lu}\p{L}{0,2}\.|\p{Lu}[\p{L}'-]{0,24}|of|the|de|del|la|las|los|&|and|at)"


_COURSE = regex.compile(
    r"(?i)['s]{0,2}[ ](?:course|stay|day\b|days|record|admission|visit|discharge|bill|bed|personnel|"
    r"staff|policy|protocol|no\b|number)"
)


_JOINT = regex.compile(r"(?:(?!Hospital|Clinic|Center|Hospice)[^\n]){0,60}[ ](?:and the|at)[ ]")
"""`Dr. Smith at` in front of the facility, `the family and the`; not `Children's Hospital at`."""


def _facility(c: Candidate) -> Verdict | None:
    """Strips what leads into the name; a name needs a word that says more than what kind of place it is."""
    if _COURSE.match(c.after(14)):
        return None
    words = c.value.split(" ")
    strip = 0
    joint = _JOINT.match(c.value)
    if joint is not None:
        strip, words = joint.end(), c.value[joint.end() :].split(" ")
    while words and words[0].lower().strip(".,:") in _STRIP:
        strip += len(words[0]) + 1
        words.pop(0)
    if len(words) < 2 or strip >= len(c.value):
        return None
    named = any(not describes(w) for w in words)
    return Verdict(HIGH if c.labelled and named else MEDIUM if named else LOW, "facility", shrink=(strip, 0))


def describes(word: str) -> bool:
    """Whether a word only says what kind of place it is."""
    bare = word.lower().strip(".,:").removesuffix("'s")
    return (
        len(bare) == 1
        or bare in _GENERIC
        or word.lower() in _GENERIC
        or bool(_SPECIALTY.fullmatch(bare))
        or bare.rstrip("s") in _GENERIC
    )


def _memorial(c: Candidate) -> Verdict | None:
    """`Sideview Memorial` on a line of its own or behind "at", "to", "from"."""
    words = [w.lower() for w in c.value.split()[:-1]]
    if all(describes(w) for w in words) or words[0] in (
        "attorney",
        "surgeon",
        "major",
        "postmaster",
        "solicitor",
    ):
        return None
    alone = regex.search(r"(?:\A|\n)[ \t]{0,8}\Z", c.before(10)) and regex.match(
        r"[ \t]{0,4}(?:\n|\Z)", c.after(6)
    )
    cued = regex.search(r"(?i)\b(?:at|to|from|in|via|hospital|facility)[ :]{1,2}\Z", c.before(12))
    return Verdict(MEDIUM, "facility") if alone or cued else None


_WARDS = frozenset(
    """ed er icu micu sicu ccu cvicu nicu picu pacu osh snf ltac labor delivery observation telemetry tele
stepdown step-down floor medicine hospitalist radiology oncology ob or cath endoscopy triage discharge
admission baseline time bedside least first last once night noon dr drs mr mrs ms prof bed room tower
wing level building service team""".split()
)


def _spanish(c: Candidate) -> Confidence | None:
    """`Hospital San Telmo`, not `Hospital de Día`."""
    last = c.value.split(" ")[-1].lower()
    return (
        None
        if last in ("día", "dia", "referencia", "origen", "agudos", "campaña", "noche", "niños")
        else MEDIUM
    )


def _behind_at(c: Candidate) -> Verdict | None:
    """`seen at Harborview`: a name behind the words of a visit, neither a ward nor a specialty nor a person."""
    words = c.value.split(" ")
    bare = [word.lower().strip(".,'") for word in words]
    if (
        bare[0] in _WARDS
        or all(describes(word) or word.lower() in _WARDS for word in words)
        or is_larger(c.value)
    ):
        return None
    if all(word.isupper() for word in words) and len(words) == 1:
        return None
    return Verdict(MEDIUM, "facility")


_VISITS = frozenset(
    """seen treated admitted evaluated hospitalised hospitalized followed appointment appt delivered surgery operated care consulted
examined diagnosed managed enrolled presented tx dx inpatient records stay visit works worked transferred dialysis dialyzes dialyzed hd rehab
incarcerated housed resident placement ed er volunteers""".split()
)
_NOUN_WORDS = frozenset(
    """hospital hospitals hosp center centre ctr institute associates specialists partners group clinic clinics plaza system network
services alliance healthcare polyclinic infirmary sanatorium sanitarium hospice nursing facility home convalescent living retirement
surgicenter dialysis school preschool elementary academy daycare care institution jail prison penitentiary juvenile shelter
house""".split()
) | {
    f"{whose}{jail}"
    for whose in ("county", "city", "state", "federal")
    for jail in ("jail", "prison", "penitentiary")
}
"""One of these stands in what `_NOUN` matches."""
_CAPITALS = frozenset(
    """hospital hospitals center ctr group centre system clinic network healthcare infirmary hospice home facility care living school
institution jail prison""".split()
)


PATTERNS = (
    Pattern(
        "facility behind “seen at”",
        r"(?i:\b(?:seen|treated|admitted|evaluated|hospitali[sz]ed|followed|appointment|appt|"
        r"delivered|surgery|operated|care|consulted|examined|diagnosed|managed|enrolled|presented|"
        r"tx'd|dx'd|inpatient|records|stay|visit|works|worked|dialysis|dialyzes|dialyzed|hd|rehab|"
        r"incarcerated|housed|resident|placement|ed|er|volunteers)[ ](?:at|@)[ ](?:the[ ])?|"
        r"\b(?:admitted|transferred|presented)[ ](?:to|"
        r"from)[ ](?:the[ ])?)(?P<v>(?:St\.[ ])?\p{Lu}\p{Ll}[\p{L}'-]{1,24}(?:[ ](?:of[ ])?(?!MWF\b|TT?H?SA?T?\b|TIW\b)\p{Lu}[\p{L}'-]{1,24}){0,4})(?![\w'-])",
        MEDIUM,
        kind="facility",
        needs=(" at ", " to ", " from ", "@"),
        judge=_behind_at,
        starts=_VISITS,
    ),
    Pattern(
        "named facility",
        rf"(?<![\w'-])(?P<v>(?=\p{{Lu}})(?:{_WORD}[ ]){{1,6}}(?:{_NOUN}))(?![\w'-])",
        MEDIUM,
        HIGH,
        judge=_facility,
        kind="facility",
        holds=_NOUN_WORDS,
        reach=230,
        span=320,
    ),
    Pattern(
        "named facility in capitals",
        r"(?<![\w'-])(?P<v>(?:\p{Lu}[\p{Lu}.'&-]{0,24}[ ]){1,6}(?:HOSPITALS?|MEDICAL (?:CENTER|CTR|"
        r"GROUP|CENTRE)|MED CTR|MED CENTER|HEALTH (?:SYSTEM|CENTER|CLINIC|NETWORK)|HEALTHCARE|CLINIC|"
        r"INFIRMARY|HOSPICE|NURSING (?:HOME|CENTER|FACILITY)|REHAB(?:ILITATION)? (?:CENTER|HOSPITAL)|"
        r"CARE CENTER|ASSISTED LIVING|SURGERY CENTER|(?:ELEMENTARY|HIGH|MIDDLE) SCHOOL|"
        r"CORRECTIONAL (?:FACILITY|INSTITUTION|CENTER)|COUNTY JAIL|STATE PRISON))(?![\w'-])",
        MEDIUM,
        HIGH,
        judge=_facility,
        kind="facility",
        holds=_CAPITALS,
        reach=190,
        span=260,
    ),
    Pattern(
        "hospital of a place",
        r"(?<![\w'-])(?P<v>(?:(?:Children's|Women's|General|Memorial|University|Shriners|"
        r"Veterans)[ ])?(?:Hospitals?|Medical[ ]Center|Clinic|Health[ ]System|"
        r"Infirmary)(?:[ ]for[ ](?:Children|Women|Special[ ]Surgery|Sick[ ]Children))?[ ](?:of|"
        r"at)[ ](?:the[ ])?(?:University[ ]of[ ])?\p{Lu}[\p{L}'.-]{1,24}(?:[ ]\p{Lu}[\p{L}'.-]{1,24}){0,3})(?!\w)",
        MEDIUM,
        kind="facility",
        starts=frozenset(
            "children women general memorial university shriners veterans hospital hospitals medical clinic health infirmary".split()
        ),
    ),
    Pattern(
        "memorial, general",
        r"(?<![\w'-])(?P<v>(?:\p{Lu}[\p{L}'.-]{1,24}[ ]){1,3}(?:Memorial|General|Methodist|Baptist|"
        r"Presbyterian|Mercy))(?![ ]?[\p{L}'-])",
        MEDIUM,
        judge=_memorial,
        kind="facility",
        holds=frozenset("memorial general methodist baptist presbyterian mercy".split()),
        reach=90,
        span=140,
    ),
    Pattern(
        "hospital, clínica",
        r"(?<![\w'-])(?P<v>(?:Hospital|HOSPITAL|Cl[ií]nica|CL[IÍ]NICA|Centro[ ](?:de[ ]Salud|"
        r"M[eé]dico)|Sanatorio|Policl[ií]nica|Residencia[ ]de[ ]Ancianos|"
        r"Complejo[ ]Hospitalario)(?:[ ](?:General|Universitario|Cl[ií]nico|Regional|Infantil|"
        r"Municipal|Nacional|Provincial|Comarcal))?(?:[ ](?:de|del|la|las|los|San|Santa|Santo|Virgen|"
        r"Nuestra|Dr\.?|Vall))(?:[ ](?:de|del|la|las|los|el|y|"
        r"\p{Lu}[\p{L}'.-]{1,24})){0,4}[ ]?(?<=\p{Lu}[\p{L}'.-]{1,24}))(?!\w)",
        MEDIUM,
        judge=_spanish,
        kind="facility",
        starts=frozenset(
            "hospital clinica clínica centro sanatorio policlinica policlínica residencia complejo".split()
        ),
    ),
)
