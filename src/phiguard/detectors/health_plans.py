"""Health plan beneficiary numbers: Medicare (MBI, the older HICN), Medicaid, TRICARE, and members of private plans.

Law: 45 CFR 164.514(b)(2)(i)(I).
Source: CMS, "Understanding the Medicare Beneficiary Identifier format" (eleven characters, position by position, no S L O I B Z);
SSA POMS GN 01050 (HICN: Social Security number and beneficiary code) and Railroad Retirement Board prefixes; DoD, "DoD Benefits
Number" (eleven digits); New York eMedNY, client identification number; CMS-1500 boxes 1a and 11; X12 NM109 (MI), REF01 (0F, 1W).
Private plans choose their own forms, so these count under a label. BIN, PCN, payer and group numbers name a plan, not a person.
"""

from __future__ import annotations

from phiguard.detectors import _regexes as regex
from phiguard.detectors._ids import (
    GOODS,
    ID_END,
    ID_VALUE,
    about,
    judge_id,
    last_digits,
    numbered,
    numerados,
    spoken,
)
from phiguard.detectors._labels import Labels, phrases
from phiguard.detectors._pattern import (
    HIGH,
    LOW,
    MEDIUM,
    Candidate,
    Category,
    Confidence,
    Detector,
    Pattern,
    Steady,
)
from phiguard.detectors._plans import BESIDE_PLANS, PAYERS
from phiguard.detectors._segments import fhir, hl7, x12

_A = "[AC-HJKMNP-RT-Y]"
_AN = "[AC-HJKMNP-RT-Y0-9]"
_MBI = rf"[1-9]{_A}{_AN}\d%s{_A}{_AN}\d%s{_A}{{2}}\d{{2}}"
_BIC = r"(?:[ABCDEFGHJKMTW][1-9A-Z]?)"

_RRB_LETTERS = frozenset("ca wca cd wcd wch ma wa wd pa pd ja mh wh ph a h".split())
_RRB = f"(?:{'|'.join(sorted(_RRB_LETTERS, key=len, reverse=True)).upper()})"
"""Prefixes of the Railroad Retirement Board."""
_CARD = r"(?:[A-Z]\d{4} \d{5}|(?:[A-Z]{1,3} ?)?(?:\d{3} \d{3} \d{3}|\d{8,9})[ ]\d{2})(?: \d{2})?" + ID_END
"""As cards print a member's number: `W1234 56789`, `912345678 01`, `XYZ 123 456 789 01`."""
_PLAN = regex.compile(
    r"(?i)\b(?:ins|insurance|insured|plan|payer|payor|member|subscriber|coverage|policy|medicaid|medicare|hmo|ppo|"
    + "|".join(PAYERS)
    + r")\b[^\n\d]{0,32}\Z"
)


def _near_plan(c: Candidate) -> Confidence:
    """A form that a plan uses, where the words before it speak of one."""
    return MEDIUM if c.labelled or _PLAN.search(c.before(56)) else LOW


_KINDS = {
    "m b i": "MBI",
    "mbi": "MBI",
    "hic": "HICN",
    "h i c n": "HICN",
    "medicaid": "Medicaid",
    "medi cal": "Medicaid",
    "policy": "policy",
    "póliza": "policy",
    "member": "member",
    "mbr": "member",
    "subsc": "subscriber",
    "dod benefits": "DoD Benefits Number",
    "dbn": "DoD Benefits Number",
    "comp": "workers' compensation",
    "wc": "workers' compensation",
}
"""A part of a label's phrase and the kind that it names; the last that fits holds."""
_STRONG = (
    *numbered(
        "member | mbr | health plan member | plan member | subscriber | subscr | subsc | policy | policyholder"
    ),
    *numbered(
        "policy holder | beneficiary | bene | enrollee | enrolee | insured | insureds | insured's | recipient"
    ),
    *numbered(
        "medicare | medicare beneficiary | medicare claim | medicaid | medi cal | medicaid recipient | insurance"
    ),
    *numbered(
        "insurance policy | health insurance | health insurance claim | hic | health plan | health plan beneficiary"
    ),
    *numbered(
        "mdcr | mdcd | msis | msis identification | imss | carnet imss | insurance card | medicare card | medicaid card | membership card"
    ),
    *numbered(
        "medigap | contract holder | insured unique | medicaid case | subscriber primary | medicare member | dependent member"
    ),
    *numbered(
        "plan beneficiary | tricare | champus | dod benefits | masshealth | tenncare | ahcccs | badgercare | peachcare"
    ),
    *numbered(
        "medical assistance | health card | ohip | dental plan | vision plan | coverage | workers comp"
    ),
    *numbered(
        "workers comp claim | workers' comp claim | workers compensation claim | workers' compensation claim | wc claim"
    ),
    *numbered(
        "worker's compensation claim | wcb | wc case | wcb case | bwc claim | comp claim | injury claim | auto claim"
    ),
    *numbered(
        "insurance claim | ins policy | ins id | primary insurance | secondary insurance | primary policy"
    ),
    *numbered(
        "cardholder | card holder | secondary policy | payer member | hmo | benefit card | medical card | insurance card | mbi | hicn"
    ),
    *numerados(
        "póliza | afiliado | afiliación | asegurado | beneficiario | miembro | suscriptor | seguro médico"
    ),
    *numbered(" | ".join(PAYERS)),
    *numbered(
        "railroad retirement | bic id | benefits identification card | medi cal bic | champva | champva authorization card | champva card | "
        "id contract | member policy | policy member | subscriber contract | member subscriber | subscriber member | subscriber policy | "
        "healthy kids | badgercare plus | husky | soonercare | familycare | nj familycare | apple health | providerone | mainecare | forwardhealth | kancare | "
        "oregon health plan | denali care | medicaid rid | medicaid billing | dod benefit | l&i claim | lni claim | identification card | medi cal card | ebt card | chip | family care"
    ),
    *numerados("tarjeta sanitaria | derechohabiente"),
    *phrases(
        "pol # | pol no | tarjeta sanitaria | insurance id card | m b i | hicn | h i c n | dod benefits number | dbn | nass | "
        "id de miembro | id del miembro | id de afiliado | codigo de asegurado | código de asegurado | insur id | "
        "his plan id | her plan id | their plan id | my plan id | patient plan id | patient's plan id | "
        "medicare beneficiary identifier | workers comp claim | workers compensation claim"
    ),
)
_HEADERS = (
    *numbered("pol | plcy | ins | ins mbr | ins member | mem | sub | subscr"),
    *phrases(
        "hic | pat hic | patient hic | patient hicn | mbr | mem id | mem no | mem num | mbrid | mbr key | member key | member code | subno | sub id | sub no | subscriber n | "
        "subscr n | plcy no | plcy nbr | plcy num | pol no | pol num | policy n | ins no | ins num | ins policy no | "
        "insurance id | mcr id | mcr no | mcare no | mcaid no | mcd id | mcd no | medicaid cin | cin no | "
        "cin id | bene sk | bene id | "
        "bene mbi | bene hic num | bene mbi id | bene crnt hic num | desynpuf id | hic num | hicno | crnt hic | pln mbr id | "
        "mbr num | enrol id | enrolid | rsdnt mdcr num | rsdnt mdcd num | bene clm acnt num | nm1 il 09 | dependent id | insured unique id | client identification number | in1 36 | in1 49 | in2 6 | in2 8 | in2 61 | pid 19 2 | 2010ba nm109 | nm109 il | coverage id | cov id | "
        "pat health plan id | hpbn | wc claim | wcomp claim | wc no | beneficiary code | dod benefits | tricare"
    ),
)

DETECTOR = Detector(
    category=Category.HEALTH_PLANS,
    title="Health plan beneficiary numbers",
    law="45 CFR 164.514(b)(2)(i)(I)",
    replacement="[HEALTH PLAN NUMBER]",
    patterns=(
        Pattern(
            "MBI with dashes",
            rf"(?i)(?<![\w.\-/+]){_MBI % ('[- ]', '[- ]')}(?![\w/]|[-.]\w)",
            HIGH,
            column=HIGH,
            kind="MBI",
        ),
        Pattern(
            "MBI without dashes",
            rf"(?<![\w.\-/+]){_MBI % ('', '')}(?![\w/]|[-.]\w)",
            MEDIUM,
            column=HIGH,
            kind="MBI",
        ),
        Pattern(
            "MBI in lower case",
            rf"(?<![\w.\-/+]){(_MBI % ('', '')).replace(_A, _A.lower()).replace(_AN, _AN.lower())}(?![\w/]|[-.]\w)",
            LOW,
            column=MEDIUM,
            judge=_near_plan,
            kind="MBI",
        ),
        Pattern(
            "SSN and beneficiary code",
            rf"(?<![\w.\-/+#])\d{{3}}([- ])\d{{2}}\1\d{{4}}[- ]?{_BIC}(?![\w/]|[-.]\w)",
            MEDIUM,
            column=HIGH,
            kind="HICN",
        ),
        Pattern(
            "Railroad Retirement Board number with dashes",
            rf"(?<![\w.\-/+#]){_RRB}-?\d{{3}}-\d{{2}}-\d{{4}}(?![\w/]|[-.]\w)",
            MEDIUM,
            column=HIGH,
            kind="HICN",
            starts=_RRB_LETTERS,
        ),
        Pattern(
            "Railroad Retirement Board number",
            rf"(?<![\w.\-/+#]){_RRB}-?(?:\d{{6}}|\d{{9}})(?![\w/]|[-.]\w)",
            LOW,
            judge=_near_plan,
            kind="HICN",
            starts=_RRB_LETTERS,
        ),
        Pattern(
            "nine digits and beneficiary code",
            rf"(?<![\w.\-/+#])\d{{9}}{_BIC}(?![\w/]|[-.]\w)",
            LOW,
            column=MEDIUM,
            kind="HICN",
        ),
        Pattern(
            "three letters and nine digits",
            r"(?<![\w.\-/+#])[A-Z]{3}\d{9}(?![\w/]|[-.]\w)",
            LOW,
            column=MEDIUM,
            judge=_near_plan,
        ),
        Pattern(
            "W and nine digits",
            r"(?<![\w.\-/+#])W\d{9}(?![\w/]|[-.]\w)",
            LOW,
            column=MEDIUM,
            judge=_near_plan,
        ),
        Pattern(
            "New York client number behind CIN",
            r"(?<![\w])CIN[:# ]{1,3}(?P<v>[A-Z]{2}\d{5}[A-Z])(?![\w/]|[-.]\w)",
            HIGH,
            kind="Medicaid",
            needs=("CIN",),
        ),
        Pattern(
            "New York client number",
            r"(?<![\w.\-/+#])[A-Z]{2}\d{5}[A-Z](?![\w/]|[-.]\w)",
            LOW,
            column=MEDIUM,
            judge=_near_plan,
            kind="Medicaid",
        ),
        *BESIDE_PLANS,
        *(hl7("IN1", field) for field in (36, 49)),
        *(hl7("IN2", field) for field in (6, 8, 61)),
        x12(r"NM1\*(?:IL|QC|74)(?:\*[^*~\n]{0,60}){6}\*(?:MI|II|ZZ)", "NM1*"),
        x12(r"REF\*(?:0F|1W|IG|23)", "REF*"),
        fhir("MB|SN|MC|MA|MCR|MCD|WC|SB|HC|PEN", "plan number"),
        last_digits("member | subscriber | policy | insurance | medicare | medicaid | mbi", "plan number"),
        spoken(
            "member | subscriber | subsc | subscr | mbr | enrollee | insured | beneficiary | recipient | cardholder | policyholder",
            "plan number behind a bare noun",
            least=6,
        ),
        spoken("nss | nuss", "social insurance number", least=10),
        spoken("railroad retirement | rrb", "railroad number", least=6, kind="HICN"),
        spoken(
            "policy | insurance | insurance plan | insurance is | health insurance | health plan | ins | "
            "medicare | medicaid | hic | cip | "
            "poliza | póliza | workers comp claim | workers' comp claim | workers compensation claim | "
            "workers' compensation claim",
            "plan number behind a generic word",
        ),
    ),
    labels=Labels(
        strong=_STRONG,
        headers=_HEADERS,
        weak=(
            *phrases(
                "medicare | medicaid | poliza | póliza | "
                "nm109 | member | subscriber | policy | insurance | beneficiary | enrollee | recipient | cin | hin"
            ),
            *about(
                "medicare | medicaid | mbi | member id | policy | policy number | tricare | subscriber | insurance | "
                "subscriber id"
            ),
        ),
        deny=(
            *GOODS,
            *phrases(
                "bin | rx bin | rxbin | pcn | rx pcn | rxpcn | payer id | payor id | payer | group | group no | group number | group # | rx grp | rxgrp | rx group | plan code | insurance company | insurance code | serial | serial number | order"
            ),
        ),
        kinds={p: kind for p in (*_HEADERS, *_STRONG) for part, kind in _KINDS.items() if part in p},
    ),
    value=Pattern(
        "plan number under its label",
        rf"(?:(?i:{_MBI % ('[- ]', '[- ]')})(?![\w/]|[-.]\w)|{_CARD}|\d{{3}}[- ]\d{{2}}[- ]\d{{4}}[- ]?{_BIC}(?!\w)|{ID_VALUE})",
        None,
        judge=judge_id,
    ),
    person=True,
    steady=Steady((r"[A-Z]{2,3}\d{7,11}|\d{8,12}",)),
)
