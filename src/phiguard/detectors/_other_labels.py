"""The vocabulary of other unique identifiers, by kind, and the words of code tables, whose keys are none.

English and Spanish; health records, research, courts, transfusion.

Source: CDISC SDTM (USUBJID, SUBJID), OMOP CDM 5.4 and MIMIC-IV (person_id, subject_id), REDCap, NEMSIS v3 (PCR and incident numbers),
OPTN policies (donor id), ISBT 128 (donation identification number), DoDI 1000.30 (DoD ID number), VHA Directive 1907.05 (ICN),
X12 278 (authorization and referral numbers), NCPDP (prescription numbers), IHE LAW (specimen ids).
"""

from __future__ import annotations

from itertools import product

from phiguard.detectors import _regexes as regex
from phiguard.detectors._headers import words
from phiguard.detectors._ids import numerados
from phiguard.detectors._labels import phrases

_NUMBERS = ("no", "number", "num", "nbr", "#", "id")


def _numbered(text: str) -> tuple[str, ...]:
    """Each noun with every way to say number; `pa id` would be read in `paid`, since a blank may be missing,
    and a `run id` is a job's."""
    return tuple(
        f"{noun} {word}"
        for noun, word in product(phrases(text), _NUMBERS)
        if (noun, word) not in (("pa", "id"), ("run", "id"))
    )


SUBJECTS = (
    *_numbered(
        "study | subject | study subject | patient study | research subject | participant | study participant | research participant | screening | "
        "randomization | randomisation | enrollee study | registry | tumor registry | cancer registry | research | pedigree | cohort member | "
        "respondent | proband"
    ),
    *phrases(
        "usubjid | rusubjid | subjid | subject identifier | subject code | participant code | participant identifier | study code | study key | "
        "study identifier | screen id | screen no | rand no | rand id | ppt id | patient study id | redcap id | redcap record id | "
        "deid id | deidentified id | pseudonym | pseudo id | pseudonymized id | linkage id | person id | person uid | person guid | person uuid | "
        "person key | patient uuid | patient guid | patient uid | patient key | patient sk | patient surrogate key | person sk | member uuid | "
        "member guid | subject uuid | enrollment uuid | resident uuid | client uuid | subject reference | patient reference | id de participante | numero de participante | "
        "número de participante | id del estudio | numero de sujeto | número de sujeto | codigo de participante | código de participante"
    ),
)
WORKERS = (
    *_numbered(
        "employee | emp | ee | nuid | staff | personnel | payroll | badge | worker | employee badge | staff badge | operator"
    ),
    *numerados("empleado | credencial | legajo | nómina"),
    *phrases(
        "employee identifier | emplid | nuid | numero de empleado | número de empleado | no de empleado | clave de empleado | "
        "numero de credencial | número de credencial"
    ),
)
STUDENTS = (
    *_numbered("student | pupil | school"),
    *numerados("estudiante | alumno | matrícula escolar"),
    *phrases("student identifier | banner id | matricula escolar | matrícula escolar"),
)
INMATES = (
    *_numbered(
        "inmate | booking | jail booking | jail | cdcr | tdcj | adcrr | idoc | odoc | vadoc | wadoc | doc inmate | bop register | prisoner | offender | detainee | corrections | prison | parole | probation | bop reg | inmate reg | usms | fbi | arrest | state identification"
    ),
    *phrases(
        "inmate register number | register number | cdcr no | cdcr number | doc inmate number | numero de recluso | número de recluso"
    ),
)
TRIBES = (
    *_numbered(
        "tribal | tribal enrollment | tribal enrolment | tribal member | tribal roll | tribal registration | tribe enrollment | bia roll | "
        "tribal membership | cib | cib roll | cdib roll | band roll | alaska native enrollment"
    ),
    *phrases("cdib | cdib card | tribal id card"),
)
SERVICE = (
    *_numbered(
        "dod | military service | military | va file | cac | veteran | va patient | department of defense | navy service"
    ),
    *phrases(
        "edipi | edi pi | edipn | dodid | dod identification number | va icn | patient icn | icn va | integration control number | mvi icn"
    ),
)
COURTS = (
    *_numbered(
        "docket | court docket | court case | court file | cause | court | warrant | police report | police case | police incident | "
        "incident report | crime report | probate case | probate | coroner case | medical examiner case | me case | coroner | autopsy | "
        "case docket | cps case | dcfs case | citation"
    ),
    *phrases(
        "docket | numero de expediente judicial | número de expediente judicial | expediente judicial | causa no | causa numero"
    ),
)
RUNS = (
    *_numbered(
        "ems run | run | run sheet | ems | pcr | epcr | ems pcr | ems incident | cad | cad incident | dispatch | patient care report | trip sheet | trip"
    ),
    *phrases("ems run sheet | epcr | patient care report"),
)
DONORS = (
    *_numbered(
        "donor | organ donor | unos | optn | optn donor | donation | donation identification | isbt | isbt 128 | blood unit | blood bag | "
        "donor unit | product unit | transplant recipient | nmdp | nmdp donor | cibmtr | cord blood unit | graft | tissue donor | candidate | transplant candidate"
    ),
    *phrases(
        "isbt din | donation identification number | crid | cibmtr research id | grid | global registration identifier for donors | numero de donante | número de donante"
    ),
)
ORDERS = (
    *_numbered(
        "rx | prescription | script | prior auth | pa | prior authorization | prior authorisation | authorization | authorisation | auth | "
        "precert | pre cert | precertification | pre certification | preauth | pre auth | preauthorization | pre authorization | "
        "treatment authorization | referral | referral authorization | service authorization | confirmation | call reference | call ref | precert ref | auth ref | referral ref | case management"
    ),
    *numerados("receta | autorización | referencia médica | remisión | preautorización"),
    *phrases(
        "prior auth | prior authorization | auth code | authorization code | rxno | rx nbr | rxnumber | numero de receta | número de receta | "
        "numero de autorizacion | número de autorización | autorizacion previa | autorización previa | numero de referencia medica | "
        "número de referencia médica | numero de remision | número de remisión"
    ),
)
SPECIMENS = (
    *_numbered(
        "specimen | sample | tube | aliquot | slide | tissue block | biopsy | surgical pathology | surg path | pathology specimen | cytology | "
        "biobank | lims | vial | biospecimen | blood sample | dna sample | swab | collection kit"
    ),
    *phrases(
        "specimen barcode | sample barcode | tube barcode | specimen identifier | sample identifier | sample name | specimen name | biosample | "
        "numero de muestra | número de muestra | codigo de muestra | código de muestra | id de muestra"
    ),
)
VISITS = (
    *_numbered(
        "appt | appointment | booking reference | reservation | infusion appointment | surgery booking"
    ),
    *phrases(
        "booking reference | booking ref | booking code | reservation code | confirmation code | appt confirmation | numero de cita | número de cita | id de cita | no de cita"
    ),
)
USERS = phrases(
    "username | user name | user id | userid | login | login id | login name | log in id | logon | logon id | logon name | screen name | "
    "screenname | social media handle | twitter | twitter handle | instagram | instagram handle | facebook | facebook username | facebook id | "
    "tiktok | tiktok handle | snapchat | telegram handle | skype | skype id | skype name | discord | discord id | linkedin handle | "
    "reddit username | mychart username | mychart id | mychart login | portal username | portal user | portal login | portal id | portal user id | "
    "nt id | ntid | ad account | sso id | windows login | account username | gamertag | nombre de usuario | usuario | "
    "id de usuario | usuario del portal"
)
SESSIONS = phrases(
    "session id | sessionid | session token | session key | session uuid | jsessionid | phpsessid | cookie id | cookie value | session cookie | "
    "browser fingerprint | browser id | visitor id | visitorid | anonymous id | tracking id | tracking cookie | ga client id | "
    "google analytics id | analytics id | gclid | fbclid | mouseflow id | user pseudo id | distinct id | id de sesion | id de sesión"
)
_HASHED = phrases(
    "ssn | mrn | patient | patient id | pat | pt | pat id | pid | member | member id | subscriber | subscriber id | person | person id | "
    "subject | email | phone | name | patient name | last name | first name | full name | dob | birth date | id | mbi | nhs number | address | "
    "identity | identifier | beneficiary | bene | user | user id | account | guarantor | zip | patient key | record"
)
HASHES = (
    *(
        f"{noun} {word}"
        for noun, word in product(
            _HASHED, ("hash", "hashed", "md5", "sha1", "sha256", "sha", "digest", "hmac", "crc")
        )
    ),
    *(
        f"{word} {noun}"
        for noun, word in product(
            _HASHED, ("hashed", "hash of", "md5", "sha1", "sha256", "hash", "encrypted")
        )
    ),
    *phrases(
        "patient token | token id | datavant token | datavant id | tokenized id | tokenized patient id | master token | hashed identifier"
    ),
)
IMAGES = phrases(
    "study instance uid | series instance uid | sop instance uid | frame of reference uid | study uid | series uid | instance uid"
)
WEAK = phrases(
    "id | ids | identifier | key | code | uid | guid | uuid | record id | record key | record no | record number | record uuid | unique id | "
    "global id | external id | source id | legacy id | alternate id | alt id | other id | secondary id | surrogate key | sk | hash | digest | "
    "token | client id | client no | resident id | study | subject | participant | ppt | ptcp | person | patient | encounter | member | beneficiary | enrollee | session | specimen | sample | tube | "
    "barcode | aliquot | biosample id | lab no | lab number | lab id | icn | docket number | reference no | reference number | ref no | "
    "ref number | ref id | auth | referral | appt | badge | run id | user | usr | account name | login nm | nickname | handle | cookie | fingerprint | "
    "dna sequence | sequence | nucleotide sequence | genome sequence | genotype string | patient sequence | haplotype | document id | doc id | "
    "transaction id | household id | family id | event id | donor | case id | network id | incident no | incident number | incident # | trauma no | trauma number | din | unit din | trial id | tracking number | resource id | fhir id | person source value | etag"
)
PERSONS = phrases("patient | person | member | subject | participant | ppt | ptcp | beneficiary | enrollee")
"""Weak labels whose values, where they are keys, are keys of persons."""
HEADERS = phrases(
    "subj | subj id | subj no | subj nbr | usubj id | usubj | subj code | scrn no | scr no | rand num | ptcp id | ptcpt id | prtcpt id | emp nbr | "
    "spec id | spec no | spec num | smpl id | smp id | samp id | sampleid | sample nm | spcmn id | spm id | aliq id | appt nbr | apptid | appt conf | "
    "auth nbr | pa no | pa num | pa auth no | refl no | rfl id | ref auth no | rx num | user nm | usr nm | usr id | user login | uname | login nm | sess id | fbp | "
    "dod num | dodid num | bkg no | inm no | docket nbr | patient crypt | person num | "
    "subject key | patient ide | patient durable key | patient barcode | participant barcode | case submitter id | enrollment no | enrollment num | "
    "enrollment number | beneficiary reference | num cita | matricula empleado | referral auth num | auth referral num | loyalty number | loyalty no | frequent flyer number | frequent flyer no | family no | family number | e record 01 | "
    "e response 03 | e response 04 | ems response number | ems response no"
)
DENY = phrases(
    "user agent | version | build | commit | revision | release | request id | trace id | span id | correlation id | instance | template | schema | oid | "
    "checksum | etag | ndc | loinc | snomed | model | catalog | sku | part | "
    "study time | study date | study tm | study dt | study description | study type | study title | study status | study phase | "
    "session time | session date"
)
KINDS = {
    phrase: kind
    for kind, group in {
        "study subject": SUBJECTS,
        "employee number": WORKERS,
        "student number": STUDENTS,
        "inmate or booking number": INMATES,
        "tribal enrolment": TRIBES,
        "military or veteran id": SERVICE,
        "court or police case": COURTS,
        "EMS run": RUNS,
        "donor or donation": DONORS,
        "prescription or authorisation": ORDERS,
        "specimen": SPECIMENS,
        "appointment": VISITS,
        "username": USERS,
        "session or browser id": SESSIONS,
        "hash of an identifier": HASHES,
        "image instance": IMAGES,
    }.items()
    for phrase in group
}
STRONG = tuple(KINDS)
SPOKEN = (
    "enrollment no | enrollment number | enrollment # | enrollment id | enrolment no | enrolment number | enrolment # | enrolment id | voter | voter reg | voter registration | library card | caregiver | caretaker | foster care | case worker | caseworker | bracelet | "
    "wristband | membership | reference no | reference number | reference # | incident no | incident number | incident # | "
    "ticket no | ticket number | ticket #"
)
"""Words that are labels in running text alone, where a sign or a long number follows."""
_TABLES = frozenset(
    "facility facilities department dept item product concept diagnosis dx problem procedure proc drug med medication ndc loinc snomed icd cpt "
    "version row batch job file form template unit ward bed room location loc site center centre ctr clinic hospital org organization "
    "organisation payer plan provider prov physician test lab analyte category class group region nation country state county city language "
    "race ethnicity gender sex vendor supplier manufacturer mfr sku price fee cost schema table column field rule policy role permission "
    "device model module component package library commit build branch node host server api config setting feature metric query report "
    "dashboard code system vocabulary coding codesystem valueset profile extension meta definition structure npi modifier revenue drg hcpcs rxnorm "
    "cvx unii atc gtin upc lot allergen ingredient route frequency specialty service measure step stage phase arm cohort wave question answer option".split()
)
"""What a key may belong to that is no person."""


def _segments(name: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words of a path's last key, and those of the key above it."""
    keys = [k for k in regex.split(r"[./\[\]>]+", name) if k and not k.isdigit()]
    return words(keys[-1]) if keys else (), words(keys[-2]) if len(keys) > 1 else ()


def of_code_table(name: str) -> bool:
    """Whether a header names the key of something that is no person: `DiagnosisKey`, `concept_id`, `department.id`."""
    last, above = _segments(name)
    return any(w in _TABLES and not (w == "code" and len(last) == 1) for w in last) or (
        len(last) == 1 and any(w in _TABLES for w in above)
    )
