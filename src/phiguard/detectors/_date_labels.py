"""The vocabulary of date labels: events of a person's life and care, crossed with the ways in which a header says "date".

Source: Epic Clarity, Cerner, Meditech, OMOP CDM 5.4, PCORnet CDM 6, i2b2, Synthea, FHIR R4, HL7 v2.5.1 and DICOM element
names, CMS claim files (RIF), UB-04 and CMS-1500 field names, OR and infusion schedules.
"""

from __future__ import annotations

from phiguard.detectors._labels import Labels, phrases, whose

_EVENTS = {
    "birth": phrases("birth | brth | birthday | mother birth | child birth | baby birth | nacimiento"),
    "admission": phrases(
        "admission | admit | admitted | admitting | admsn | adm | hosp admsn | hosp admit | hospital admission | ip admit | arrival | arrive | "
        "arrived | check in | checkin | ed arrival | triage | registration | reg | intake | ingreso | admision | readmission | inpatient admission"
    ),
    "discharge": phrases(
        "discharge | discharged | disch | dsch | dschrg | dischg | hosp disch | hosp discharge | hospital discharge | ip discharge | "
        "ed departure | departure | dc | alta | egreso | check out | checkout"
    ),
    "death": phrases(
        "death | deceased | died | dth | expired | defuncion | fallecimiento | muerte | patient death | deceased at | dying"
    ),
    "service": phrases(
        "service | svc | serv | srvc | visit | vst | encounter | enc | encntr | enctr | contact | appointment | appt | appts | apt | "
        "exam | examination | study | scan | imaging | series | acquisition | procedure | proc | px | procedure step | surgery | surg | "
        "surgical | surgery case | operation | operative | op | anesthesia | anes | incision | in room | out room | out of room | in or | "
        "out of or | in pacu | wheels in | wheels out | closure | sched | scheduled | schedule | collection | collected | collect | coll | "
        "specimen | spec | specimen received | specimen collection | specimen collected | sample | drawn | draw | blood draw | "
        "result | resulted | rslt | results | lab | lab result | lab test | order | ordered | ord | ordering | onset | symptom onset | "
        "symptoms | illness onset | symptom | injury | accident | incident | diagnosis | diagnosed | diag | dx | dgns | condition | "
        "treatment | tx | trt | therapy | chemo | chemotherapy | radiation | infusion | dialysis | transplant | implant | implanted | "
        "explant | biopsy | bx | pathology | prescription | prescribed | prescribe | rx | script | fill | filled | refill | dispense | "
        "dispensed | disp | administration | administered | admin | given | taken | dose | medication | med | drug exposure | "
        "immunization | immunized | imm | vaccination | vaccinated | vaccine | vax | shot | referral | referred | claim | clm | "
        "claim from | claim thru | claim through | service from | service to | service thru | billable period | last seen | "
        "last visit | next visit | next appt | next appointment | last contact | follow up | followup | fu | fup | last menstrual period | "
        "lmp | pregnancy | delivery of infant | observation | obs | observation result | obx | measurement | measured | device exposure | "
        "vital | vitals | hospitalization | hosp | stay | event | encounter period | consult | consultation | treatment plan | "
        "progression | relapse | remission | recurrence | metastasis | seroconversion | exposure | isolation | intubation | extubation | "
        "cita | visita | servicio | consulta | cirugia | diagnostico | vacunacion | atencion | last dose | first dose | asserted | authored | "
        "abatement | occurrence | performed | line placed | line removed | menarche | menopause | conception | estimated due | verified | first contact | 1st contact | last appointment | next apt | last apt | first service | current illness | "
        "est due | expected delivery | hospice | eligibility | screening mammogram | colonoscopy | mammogram | transfer | transferred"
    ),
    "other": phrases(
        "enrollment | enrolment | enrolled | enroll | enr | enrl | consent | consented | informed consent | screening | screened | "
        "randomization | randomized | randomised | withdrawal | marriage | married | divorce | employment injury | incarceration | "
        "booking | arrest | signature | signed | sign | patient signature | dictated | dictation | transcribed | last known alive"
    ),
}

_PROSE = frozenset(
    phrases(
        "birth | nacimiento | admission | admit | admitted | arrival | registration | ingreso | discharge | discharged | dc | alta | egreso | death | "
        "deceased | defuncion | service | visit | encounter | appointment | appt | exam | examination | study | procedure | surgery | operation | "
        "collection | collected | specimen | specimen received | result | order | onset | symptom onset | injury | accident | diagnosis | dx | "
        "treatment | infusion | transplant | implant | biopsy | prescription | rx | fill | immunization | vaccination | referral | claim | "
        "last seen | last visit | next visit | next appointment | follow up | last menstrual period | lmp | cita | visita | cirugia | consulta | "
        "surg | svc | disch | dsch | adm | proc | vst | enc | enrollment | consent | screening | signature | dictated | dictation | transcribed | hospitalization | consultation"
    )
)
"""Events that are labels in prose too: elsewhere a written date speaks for itself."""
_SAID = "date | dt | datetime | date time | on"
_WRITTEN = (
    "dttm | dtm | dte | dts | time | tm | ts | tmstp | timestamp | at | d t | instant | year month | start date | start dt | start dttm | start datetime | start time | "
    "epoch | epoch ms | unix | unix time | end date | end dt | end dttm | end datetime | end time | stop date | stop time | from date | from dt | thru date | thru dt | "
    "to date | through date | begin date | begin dt | start | end | from | thru"
)
_FORMS = (
    "dt {}",
    "dttm {}",
    "fec {}",
    "fecha {}",
    "datetime {}",
    "dt tm {}",
    "dt of {}",
    "date of the {}",
    "fecha de la {}",
)
_NO_TIME = frozenset(
    (
        "study",
        "exposure",
        "op",
        "operation",
        "operative",
        "series",
        "acquisition",
        "exam",
        "dose",
        "draw",
        "fill",
        "contact",
        "lab",
        "stay",
        "dialysis",
        "infusion",
    )
)
"""A `study time` is a clock time, a `dialysis time` a length."""
_NO_BARE = frozenset(
    (
        "dose",
        "order",
        "med",
        "drug",
        "result",
        "results",
        "sample",
        "transfer",
        "event",
        "reg",
        "case",
        "op",
        "obs",
        "obx",
    )
)
"""`dose start` and `order end` are dates; `result from`, `transfer from` are something else."""


def _crossed() -> tuple[dict[str, str], dict[str, str]]:
    spoken: dict[str, str] = {}
    written: dict[str, str] = {}
    for kind, events in _EVENTS.items():
        for event in events:
            aloud = spoken if event in _PROSE else written
            for said in phrases(_SAID):
                aloud[f"{event} {said}"] = kind
            for form in ("date of {}", "date {}", "fecha de {}", "date time of {}"):
                aloud[form.format(event)] = kind
            for form in _FORMS:
                written[form.format(event)] = kind
            for said in phrases(_WRITTEN):
                if not _misleads(event, said):
                    written[f"{event} {said}"] = kind
    return spoken, written


def _misleads(event: str, said: str) -> bool:
    last = said.rsplit(" ", 1)[-1]
    if last in ("time", "tm") and event in _NO_TIME:
        return True
    if said in ("start", "end", "from", "thru", "at") and event in _NO_BARE:
        return True
    if said == "at" and not event.endswith(("ed", "en", "wn", "check in", "check out", "signed")):
        return True  # `dx at collection`: not when, but as of
    return said in ("from", "thru") and event not in ("claim", "clm", "service", "svc", "serv", "stmt")


_SPOKEN_ALONE = {
    "birth": "dob | d o b | birthdate | bday | b day | bdate | born on | nacido el | nacida el | f nac | fec nac | fecha nac | fdn",
    "death": "dod | d o d | exp | died on | expired on | passed away on | fallecio el",
    "admission": "doa | admitted on | fecha de ingreso",
    "discharge": "discharged on | d c date | dc d on | fecha de alta",
    "service": "dos | d o s | doi | seen on | lmp | edd | edc | last seen on | last seen | fecha de cita | presented on | operated on | performed on | "
    "collected on | date seen | date last seen | date symptoms began | date resulted | date filled | date last filled | date ordered | date collected",
    "other": "date signed | signed on | electronically signed on",
}
_WRITTEN_ALONE = {
    "birth": "brthdt | brthdat | brthdtc | birth dt | bth dt | bth date | birth month | birth day | birth ym | yr dob | dob yr | month of birth | day of birth | birthtime | dt birth | dateofbirth | "
    "nacimiento | birth yyyymmdd | dob mm dd yyyy | bene birth dt | subject dob | pid 7 | pid 7 1 | nk1 16 | "
    "gt1 8 | in1 18 | dmg02 | brith date | date of brith",
    "death": "deathdt | dthdt | dthdtc | death month | death day | deceased date time | bene death dt | dod date | pid 29",
    "admission": "admdt | admtdt | admtime | adt arrival time | admit month | admit day | clm admsn dt | hosp adm dt",
    "discharge": "disdt | dischdt | discharge month | dis date | nch bene dschrg dt",
    "service": "clm from dt | clm thru dt | line 1st expns dt | line last expns dt | srvc dt | svcdt | effective date time | effective period | effective period start | effective period end | "
    "effective instant | effective time low | effective time high | issued date time | collected datetime | performed period | onset period | sched start | sched stop | sched end | schedule start | appt start | "
    "appt end | rx written | visit start | visit end | in room | out room | room in | room out | anes start | anes stop | anesthesia start | anesthesia stop | "
    "procedure start | procedure stop | incision start | case start | case end | surgery start | surgery end | authored on | when handed over | "
    "when prepared | pv1 44 | pv1 45 | pv2 8 | obr 6 | obr 7 | obr 8 | obr 14 | obr 22 | orc 9 | orc 15 | obx 14 | obx 19 | rxa 3 | rxa 4 | "
    "dg1 5 | pr1 5 | txa 4 | evn 2 | ft1 4 | dtp03 | collected time | specimn taken time | result time | order inst | order proc time | ordering date | contact date | "
    "effective date dt | svc dt from | svc dt to | vsdtc | lbdtc | aestdtc | aeendtc | cmstdtc | exstdtc | exendtc | svstdtc | rfstdtc | rfendtc | "
    "egdtc | qsdtc | mhstdtc | encounter period start | encounter period end | date recorded | recorded on | taken time | rev cntr dt | dmdtc | trtsdt | trtedt | randdt | astdt | aendt | "
    "rfxstdtc | rfxendtc | trtsdtm | trtedtm | astdtm | aendtm | episode start date | episode end date | dtp 472 03 | statement from date | statement thru date | statement covers period from | statement covers period through | e patient 17 | "
    "e times 01 | e times 02 | e times 03 | e times 05 | e times 06 | e times 07 | e times 09 | e times 11 | e times 12 | e times 13",
    "other": "rficdtc | dsstdtc | brthdtc year | enr start date | enr end date | enrollment start | enrollment end",
}
_WEAK = (
    "date | dt | dttm | dtm | datetime | date time | dte | time | tm | timestamp | time stamp | tstamp | ts | start | stop | end | begin | created | "
    "created at | created on | updated | updated at | modified | slot | day | month | year month | ym | fecha | fec | hora | when | performed | "
    "collected | drawn | recorded | issued | completed | posted | paid | entered | due | mailed | received | period start | period end | session | "
    "msh 7 | note date | note dt | note datetime | note dttm | signature on file | effective time | from | thru | through | until | began | ended | finished | "
    "a month | year of birth | birth year | yob | year of death | admit year"
)
_DENY = (
    "effective | effective date | effective dt | eff | eff date | eff dt | effdt | effective from | effective thru | exp | exp date | exp dt | expdt | expires | expires on | expiry | expiry date | "
    "expiration | expiration date | expiration dt | best before | use by | valid from | valid to | valid until | valid thru | valid through | revision | revision date | revised | rev | rev date | "
    "revised on | published | published on | publish date | publication | publication date | pub date | copyright | © | version | version date | ver | build | "
    "build date | release date | last updated | last updated on | last update | last modified | page updated | last review | last reviewed | "
    "last reviewed on | review date | content reviewed | accessed | accessed on | retrieved | retrieved on | hire | hire date | hired | hired on | hire dt | date of hire | "
    "termination | termination date | term date | term dt | terminated | termed | license expiration | manufactured | manufacture date | "
    "mfg | mfg date | date of manufacture | go live | install date | software | deprecated | retired | superseded | "
    "vis date | vis edition date | vis publication date | transmitter time | fecha de caducidad | fecha caducidad | caducidad | fecha de vigencia | "
    "fecha vigencia | vigencia | fecha de vencimiento | vencimiento | "
    "form date | template date | policy date | load date | etl | snapshot | extract date | refresh date | last refreshed"
)


def vocabulary() -> Labels:
    """The labels of `dates`; `kinds` names the event of every strong phrase."""
    spoken, written = _crossed()
    for target, alone in ((spoken, _SPOKEN_ALONE), (written, _WRITTEN_ALONE)):
        for kind, text in alone.items():
            target.update(dict.fromkeys(phrases(text), kind))
    written.update(dict.fromkeys(whose("dob | birth date | birth dt | bdate | bdat | brth dt"), "birth"))
    bare = {event: kind for kind, events in _EVENTS.items() for event in events}
    weak, deny = (*phrases(_WEAK), *bare), phrases(_DENY)
    return Labels(
        strong=tuple(spoken),
        headers=tuple(written),
        weak=weak,
        deny=deny,
        generic=("exp",),
        kinds={**dict.fromkeys(weak, "other"), **bare, **written, **spoken},
    )
