"""Medical record numbers, under every name that hospitals give them: MRN, chart, unit, hospital and patient number.

Law: 45 CFR 164.514(b)(2)(i)(H).
Source: HL7 v2.5.1 PID-2 to PID-4 and table 0203 (MR, MRN, PI, PT), the HL7 FHIR identifier type MR, and the column names of
Epic Clarity (PAT_MRN_ID), Cerner (MRN, CMRN), Meditech (unit number), PCORnet (PATID) and OMOP (person_source_value).
No number has a check digit or a fixed form. A bare run of digits is one only under its label; the dashed 3-2-3 form and a
capital letter with seven digits count where a whole column has them.
"""

from __future__ import annotations

from phiguard.detectors import _regexes as regex
from phiguard.detectors._ids import (
    GOODS,
    ID_END,
    ID_VALUE,
    NUMBER_ONLY,
    about,
    connected,
    is_date,
    judge_id,
    last_digits,
    numbered,
    numerados,
    spoken,
)
from phiguard.detectors._labels import Labels, beginnings, phrases
from phiguard.detectors._pattern import (
    HIGH,
    LABEL_END,
    LINK,
    LOW,
    MEDIUM,
    Candidate,
    Category,
    Confidence,
    Detector,
    Pattern,
    Steady,
)
from phiguard.detectors._segments import cda, dicom, fhir, hl7, x12

_NAMED = regex.compile(
    r"(?<![\w,'-])\p{Lu}[\p{L}'\-]{1,24},[ ]\p{Lu}[\p{L}'\-]{1,20}(?:[ ]\p{Lu}[\p{L}.]{0,15})?[ ]{1,3}[(\[]\#?\Z"
)
"""A person in a list: `ROE, JANE (4418821)`."""
_NOT_A_UNIT = regex.compile(r"\d{1,4}[A-Z]?")
_BLOOD = regex.compile(r"[A-Z]\d{4}[ -]?\d{2}[ -]?\d{6}")
"""What follows `unit #` and is no patient's: a flat or ward, a donated blood unit (ISBT 128)."""

_OWNED = r"(?:(?:[A-Z]{1,4}|[a-z]{1,3})[-.]?(?:\d{5,10}|\d{3,4}[-. ]\d{3,4})|[A-Z]{1,3} \d{3,4} \d{3,4})"
"""Whose records are spoken of by their number."""
_UNMISTAKABLE = ("mrn", "m r n", "med rec", "medical rec", "hospital mrn", "patient mrn")
_SHORT = regex.compile(r"\d{2,3}[-.]\d{3}|[A-Z]{0,3}-?\d{3,4}")
"""Behind a label that names nothing else, what is a range or too little behind another: `MRN 12-345`, `MRN 3241`."""

_ANOTHERS = regex.compile(r"\d{10}V\d{6}|(?i:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-)")
"""An integration control number of the Department of Veterans Affairs and a UUID: identifiers of another category."""
_MANY = r"(?:m\.?r\.?n\.?s|medical record (?:no|number)s\.?|med\.? rec\.? (?:no|\#)s\.?|mr \#s|patient ids|chart numbers)"
_ONE = r"(?:m\.?r\.?n\.?|medical record (?:no|number)\.?|med\.? rec\.? (?:no\.?|\#)|mr \#|patient id|chart(?: no\.?| number| \#)?)"
_FIRST = frozenset("m mr mrn mrns medical med patient chart charts".split())
_AND = r"(?:, ?(?:and |or )?| and | or | & |; ?| / )(?:MRN[:# ]{0,2})?"
_OR = r"(?: and | or | & | aka |,? \(?(?:formerly|previously|now|was)[: ]{1,2}| (?:is |was |been |to be )?(?:merged|combined|linked|changed|corrected|migrated)(?: in)?(?:to| with) )(?:MRN[:# ]{0,2})?"


_NOT_MR = "SS|DL|PPN|MC|MA|MB|SN|AN|VN|BC|NPI|DN|EI|PE|WC"
"""Types of HL7 table 0203 that make an identifier of a patient another category's: Social Security, licence, plan, account."""
_OTHER_FIELDS = tuple(f"pid {n}" for n in range(1, 41) if n not in (2, 3, 4))
"""Fields of an HL7 patient segment that hold something else than the record's number."""


def _judge(c: Candidate) -> Confidence | None:
    phrase = c.header.phrase
    if c.groups.get("said") and _ANOTHERS.match(c.value):
        return None
    if phrase.startswith("unit") and (_NOT_A_UNIT.fullmatch(c.value) or _BLOOD.match(c.value + c.after(12))):
        return None
    short = phrase.startswith(_UNMISTAKABLE) and _SHORT.fullmatch(c.value) and not is_date(c.value)
    return judge_id(c) or (MEDIUM if short else None)


_ANOTHER = regex.compile(
    r"(?i)\b(?:acct|account|fin|csn|visit|encounter|phone|tel|fax|cell|call(?:ed)?|order|dob|ssn|npi|zip|claim|accession|room|lot|pin)\b"
)


_ANOTHERS_NUMBER = regex.compile(
    _ANOTHER.pattern + r"|\b(?:employee|staff|user|customer|vendor|badge|device)\b"
)


def _afar(c: Candidate) -> Confidence | None:
    """`MRN was changed to 654321`: no other label stands between."""
    said = c.before(64)
    return None if _ANOTHER.search(said[max(said.lower().rfind("m"), 0) - 24 :]) else judge_id(c) and MEDIUM


DETECTOR = Detector(
    category=Category.MEDICAL_RECORDS,
    title="Medical record numbers",
    law="45 CFR 164.514(b)(2)(i)(H)",
    replacement="[MRN]",
    patterns=(
        Pattern(
            "MR and digits",
            r"(?<![\w.\-/])MR-?\d{6,10}(?![\w/]|[-.]\d)",
            MEDIUM,
            needs=("MR",),
        ),
        Pattern(
            "3-2-3 digits",
            r"(?<![\w.\-/+#])\d{3}-\d{2}-\d{3}(?![\w/]|[-.]\d)",
            LOW,
            column=MEDIUM,
            needs=("-",),
        ),
        Pattern(
            "E and seven digits", r"(?<![\w.\-/+#])E\d{7}(?![\w/]|[-.]\d)", LOW, column=MEDIUM, needs=("E",)
        ),
        Pattern(
            "number in brackets behind a name",
            r"(?<=[ ])[(\[]\#?(?P<v>\d{6,9})[)\]]",
            MEDIUM,
            judge=lambda c: MEDIUM if _NAMED.search(c.before(88)) and not is_date(c.value) else None,
            needs=(" (", " ["),
        ),
        last_digits("mrn | m r n | medical record | med rec | mr | chart", "record number"),
        spoken(
            "chart | medical record | med record | med rec | health record | hospital record | patient | pt | epi | hc | clinic | folder | "
            "urn | hn | hospital mr | old records",
            "record number behind a generic word",
            judge=_judge,
        ),
        spoken(
            "medical record | med record | med rec | health record | hospital record",
            "short record number behind its label",
            judge=lambda c: _judge(c) if connected(c) else None,
            codes=True,
        ),
        Pattern(
            "number of someone's records",
            rf"(?<![\w.\-/+#])(?:(?P<v>{_OWNED})(?:'s|[*`\"']{{0,3}}(?: for|,? an?))|(?P<v>\d{{6,10}})'s|(?P<v>[A-Z]{{1,4}}-?\d{{5,10}})) (?i:medical|health|hospital|patient)(?i: records?| chart)(?!\w)",
            MEDIUM,
            judge=lambda c: judge_id(c) and MEDIUM,
            holds=frozenset(("medical", "health", "hospital", "patient")),
            reach=40,
            span=80,
        ),
        Pattern(
            "number in a sentence on records",
            r"(?<!\w)(?i:(?:medical|health|hospital|patient|vaccination|immunization) records?(?P<between>(?:,? [a-z]{2,14}){0,7}?))[ (*`]{1,3}(?P<v>[A-Z]{1,3}\d{6,8})"
            + ID_END,
            MEDIUM,
            judge=lambda c: (
                None if _ANOTHERS_NUMBER.search(c.groups["between"] or "") else judge_id(c) and MEDIUM
            ),
            starts=frozenset("medical health hospital patient vaccination immunization".split()),
        ),
        Pattern(
            "record number some words behind its label",
            r"(?i:(?<![^\W_])(?P<said>m\.?r\.?n\.?|medical record (?:no\.?|number))(?:'s)?[ ](?:[a-z']{2,12}[ ]){0,4}(?:is|was|as|to|into|from|be|reads)(?: now| then)?[ ]:?[ ]?\#?)(?P<v>\d{5,10})"
            + ID_END,
            MEDIUM,
            judge=_afar,
            starts=beginnings(phrases("m r n | medical record")),
        ),
        *(hl7("PID", 3, repetition=n, unless=_NOT_MR) for n in range(4)),
        *(hl7(segment, field, unless=_NOT_MR) for segment, field in (("PID", 2), ("PID", 4), ("MRG", 1))),
        dicom("0010", "0020", "patient ID"),
        dicom("0010", "1000", "other patient ID"),
        *cda("patientRole", "record number"),
        x12(r"REF\*EA", "REF*"),
        fhir("MR|MRT|PI|PT|PN", "record number"),
        *(
            Pattern(
                name,
                rf"(?i:(?<![^\W_]){label}{LABEL_END}{LINK})(?:{ID_VALUE}{link}){{{n}}}(?P<v>{ID_VALUE})",
                HIGH,
                judge=judge_id,
                starts=_FIRST,
            )
            for label, link, n, name in (
                (_ONE, _OR, 1, "second number after and"),
                (_MANY, _AND, 1, "second number of a list"),
                (_MANY, _AND, 2, "third number of a list"),
                (_MANY, _AND, 3, "fourth number of a list"),
            )
        ),
    ),
    labels=Labels(
        strong=(
            *numbered(
                "mr | med rec | medical rec | medical record | medical records | med record | health record | hospital record"
            ),
            *numbered(
                "chart | patient | pt | patients | patient record | patient chart | patient file | patient registration | hospital patient | facility patient | "
                "clinic patient | enterprise patient"
            ),
            *numbered("ur | epic | emr | ehr | person mrn | mrn"),
            *numbered(
                "resident | unit | record | rec | file | folder | hospital | hosp | clinic | client",
                NUMBER_ONLY,
            ),
            *numerados(
                "expediente | expediente clínico | expediente médico | historia | historia clínica | hc | registro médico"
            ),
            *numerados("paciente | dossier | processo"),
            *phrases(
                "m r # | m r no | m r number | m r n | mrn number | mrn id | c m r n | e m r n | umrn | empi | e mpi | h r n | nhc | n h c | mrns | "
                "enterprise master patient index | master patient index | "
                "expediente | expediente clinico | expediente clínico | historia clinica | historia clínica | "
                "historial clinico | "
                "historial clínico | cipa | id paciente | id de paciente | id del paciente | identificador del paciente | "
                "nhs number | nhs no | nhs # | chi number | local patient identifier | hospital mrn | patient mrn"
            ),
        ),
        headers=phrases(
            "mrg 1 | mrg 4 | patient role id | prior mrn | old mrn | "
            "pat mrn id | pat mrn | pt mrn | pat id | patid | pat no | pat num | pat nbr | pat number | mrn no | "
            "mrn nbr | mrn num | "
            "mrn n | mrno | mr n | prim mrn | src mrn | src pt mrn | src pat mrn | source mrn | src pat id | "
            "source patient id | system mrn | patient code | person source value | pid | pid 2 | "
            "pid 3 | "
            "pid 3 1 | pid 4 | mpi | mpi id | eid | enterprise id | identity id | person mrn | med num | "
            "med record n | medrecnum | "
            "medical rec | urn | ur n | u r | hosp id | patient identification | patientid | ptid | pt id | "
            "hist clin | num hc | epi | "
            "clinical record | registro medico | exp clinico | person nbr | dfn | euid | enterprise unique id | mri number | patient system id hosp | mrn1 | mrn2 | epic pat id | z pat id | internal patient id"
        ),
        weak=(
            *phrases(
                "control no | control number | chart | medical record | med rec | health record | record | rec | hn | hc | mr | unit | file | patient | pt | dossier"
            ),
            *about("mrn | patient id | epi | empi"),
            *_OTHER_FIELDS,
        ),
        generic=numbered("unit | record | file | folder", NUMBER_ONLY),
        deny=(
            *GOODS,
            *phrases(
                "order | order no | invoice | phone | tel | fax | nurse unit | nursing unit | care unit | unit cd | unit code | "
                "unit cost | unit price | dosage unit | state file | file name | filename"
            ),
        ),
    ),
    value=Pattern("record number under its label", ID_VALUE, None, judge=_judge),
    person=True,
    steady=Steady((r"\d{5,12}|[A-Z]{1,3}-?\d{5,10}",)),
)
