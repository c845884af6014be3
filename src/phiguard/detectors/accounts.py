"""Account numbers in care and billing: patient account, encounter, visit, claim, invoice, accession, order and case numbers.

Law: 45 CFR 164.514(b)(2)(i)(J).
Source: HL7 v2.5.1 PID-18, PV1-19, ORC-2/3, OBR-2/3, FT1; X12 837 CLM01 and REF (D9, EA, F8); CMS UB-04 form locators 3a and 64;
column names of Epic Clarity (HSP_ACCOUNT_ID, PAT_ENC_CSN_ID, LOG_ID), Cerner (ENCNTR_ID, FIN), OMOP and PCORnet.
Numbers of banks, cards and brokers have categories of their own. Alone, only a case number that embeds a date has a shape.
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
    Verdict,
)
from phiguard.detectors._segments import cda, dicom, fhir, hl7, x12

_DATED = r"(?:19|20)\d{2}-?(?:0[1-9]|1[0-2])-?(?:0[1-9]|[12]\d|3[01])"
_FILES = frozenset(
    phrases(
        "img | vid | pxl | dsc | dscn | mvi | scan | screenshot | rel | ver | rev | v | build | doc | rfc | "
        "iso | backup | log | "
        "snapshot | release | wa | mov | tmp"
    )
)
"""Prefixes of dated file and version names, which are no case numbers."""


_DOCKET = regex.compile(
    r"(?i)(?:19|20)?\d\d-?(?:CV|CR|CF|CM|MJ|MC|MM|MD|DR|DV|FA|FC|FL|JU|JV|PR|GC|MH|TR|SC|CT|CA|AP)-?\d{2,7}"
)
"""Year, division and number: a court's case, which is not the hospital's."""


def _case(c: Candidate) -> Confidence | None:
    prefix = regex.match(r"[A-Za-z]{0,12}", c.value)
    return None if prefix and prefix.group().lower() in _FILES else HIGH if c.labelled else MEDIUM


_SEQUENCE = regex.compile(
    r"(?:GSE|GSM|GPL|[SED]R[RXPSZ]|PRJ[A-Z]{2}|SAM[A-Z]{1,3}|PXD|EGA[A-Z]|phs|[NX][MRPCGTW]_|ENS[A-Z]{1,6}|E-[A-Z]{4}-)\d"
)
_ARCHIVE = regex.compile(
    r"(?i)\b(?:genbank|geo|sra|refseq|uniprot|embl|ddbj|dbgap|ensembl|arrayexpress|gisaid|swiss-?prot|pdb|ncbi|biosample)\b[^\n]{0,40}\Z"
)
"""Accessions of sequences and data sets in public archives."""
_PATHOLOGY = regex.compile(
    r"(?i)\b(?:path(?:ology)?|cyto(?:logy)?|specimens?|biops(?:y|ies)|slides?|blocks?|histology|autopsy|accession|surgicals?)\b[^\n\d]{0,20}\Z"
)


def _labelled(c: Candidate) -> Verdict | Confidence | None:
    phrase = c.header.phrase or (c.groups.get("said") or "").lower()
    if phrase.startswith(("order", "case")) and not connected(c):
        return None
    if phrase.startswith("case") and _DOCKET.match(c.value):
        return None
    if phrase.startswith("acc") and (_SEQUENCE.match(c.value) or _ARCHIVE.search(c.before(48))):
        return None
    return judge_id(c)


_VETERAN = regex.compile(r"\d{10}V\d{6}")
"""An ICN of the Department of Veterans Affairs is a person's, of another category."""
_FIELDS = (
    ("PID", 18),
    ("PV1", 19),
    ("PV1", 50),
    ("ORC", 2),
    ("ORC", 3),
    ("OBR", 2),
    ("OBR", 3),
    ("GT1", 2),
    ("FT1", 23),
)
"""Account, visit, placer and filler order, guarantor and invoice in HL7 v2."""
_CARE = frozenset(
    "patient pat pt hospital hosp guarantor guar visit encounter enc enctr encntr episode admission admit hadm stay icustay fin har csn "
    "claim clm clm01 case surgical surgery or surg accession accn acsn pathology exam specimen pid pv1 encuentro visita ingreso".split()
)
"""Words of labels whose numbers only a patient has; an account, order or invoice may be anybody's."""


def _of_care(phrase: str) -> bool:
    return not _CARE.isdisjoint(phrase.split()) or phrase.startswith(("encounterid", "claimid", "patacct"))


_NO_ACCOUNT = tuple(
    f"{ledger} {account}{ending}"
    for ledger in phrases(
        "gl | g l | general ledger | ledger | expense | revenue | asset | liability | cash | suspense"
    )
    for account in ("account", "acct")
    for ending in ("", " no", " number", " num", " nbr", " id", " #", " code")
)
"""Accounts of a ledger."""
_STRONG = (
    *phrases("a c no | a c num | a c number | a c #"),
    *numbered(
        "account | acct | patient account | patient acct | pat acct | billing account | billing acct | "
        "hospital account"
    ),
    *numbered(
        "hosp account | hospital acct | guarantor account | guarantor acct | guarantor | guar | guar acct | customer account"
    ),
    *numbered(
        "visit | encounter | enc | enctr | encntr | episode | admission | admit | fin | financial | har | "
        "csn | contact serial"
    ),
    *numbered(
        "claim | claim control | claim reference | patient control | patient claim | internal control | "
        "document control"
    ),
    *numbered(
        "invoice | inv | bill | billing | statement | stmt | receipt | accession | acc | accn | acsn | "
        "requisition | req"
    ),
    *numbered(
        "order | placer order | placer ord | filler order | filler ord | lab order | placer | filler | case | surgical case | "
        "surgery case | or case"
    ),
    *numbered(
        "eob | claim ref | invoice ref | lab accession | lab case | laboratory accession | account ref | bill ref | visit ref | encounter ref"
    ),
    *phrases(
        "claim ref | claim reference | invoice ref | account ref | bill ref | visit ref | encounter ref | case ref"
    ),
    *numbered("surgery | or log | check in | transaction | payment reference | remittance"),
    *numbered(
        "specimen accession | pathology | path | exam | study accession | imaging order | rad order | "
        "collection account"
    ),
    *numerados(
        "cuenta | cuenta del paciente | factura | folio | episodio | recibo | encuentro | visita | ingreso | admisión | reclamación | reclamo"
    ),
    *numerados("orden | caso"),
    *phrases("acct | c s n | fin nbr | medical claim number | transaction reference"),
)
_HEADERS = phrases(
    "mrg 3 | mrg 5 | pv1 50 | pv1 5 | gt1 2 | ft1 2 | ft1 23 | orc 4 | obr 51 | "
    "fin | har | accession | pt account | "
    "hsp account id | hsp acct id | hsp account | hosp acct | pat enc csn id | pat enc csn | "
    "enc csn id | enc csn | csn id | "
    "encntr id | encounterid | encounter key | enc key | visit key | visit occurrence id | "
    "visit occurrence source value | "
    "visit detail id | visit detail source value | log id | or case id | or log id | case id | "
    "surg case id | har id | har no | acct num | acctno | acctnum | patacct | fin nbr | fin no | "
    "fin num | finnbr | inv no | "
    "inv num | stmt no | stmt nbr | claimid | clm id | clm no | clm num | clm nbr | clm01 | dcn | tcn | "
    "ccn claim | pid 18 | "
    "pv1 19 | orc 2 | orc 3 | obr 2 | obr 3 | order proc id | order med id | order id | orderid | procedure order id | "
    "hno acct | guar id | guarantor id | account id | primary encounter id | enc no | enc num | billing id | bill no | "
    "chg id | tx id | tdl id | accession id | acc num | accno | accessionnumber | placer id | filler id | epm id | "
    "hospital account id | eob no | admission id | stay id | hadm id | hospital account | adm no | clp01 | clp07 | trn02 | "
    "apt num | icn orig | clm cntl num | clm cntl no | ptnt cntl num | pt cntrl no | pt cntl no | doc clm cntl num | clm doc cntl num | claim submitter id | claim submitter identifier | "
    "account epic id | encounter epic id | encounter epic csn | encounter csn | encounter ide | inpatient data id | ip episode id | encounter reference | "
    "claim reference | original ref no | superbill no | superbill number | "
    "icustay id | pat acct"
)

DETECTOR = Detector(
    category=Category.ACCOUNTS,
    title="Account numbers",
    law="45 CFR 164.514(b)(2)(i)(J)",
    replacement="[ACCOUNT]",
    patterns=(
        Pattern(
            "case number with a date",
            rf"(?<![\w.\-/]){r'(?:[A-Z]{1,5}[-_]?)'}{_DATED}[-_]\d{{2,6}}(?![\w/]|[-.]\d)",
            MEDIUM,
            judge=_case,
            kind="case",
            needs=("19", "20"),
        ),
        spoken(
            "account | acc | visit | encounter | enc | claim | invoice | accession | statement | episode | fin | har | requisition | req | "
            "admission | contact serial | lab no | lab number | lab # | laboratory no | laboratory number | exam no | "
            "bill | order | case | "
            "patient account | guarantor account | hospital account | billing account | surgical path | surg path | path | "
            "claim ref | check no | check number | check # | cuenta | cuenta del paciente | factura | "
            "folio | episodio | recibo",
            "account number behind a generic word",
            judge=_labelled,
        ),
        *(hl7(segment, field) for segment, field in _FIELDS),
        *cda("encompassingEncounter", "encounter"),
        *cda("encounter", "encounter"),
        x12("CLM", "CLM*"),
        x12(r"REF\*(?:D9|F8|1K|6R|BLT|EJ)", "REF*"),
        dicom("0008", "0050", "accession number"),
        dicom("0038", "0010", "admission ID"),
        fhir("AN|VN|ACSN|PLAC|FILL|BRN|UCN", "account number"),
        Pattern(
            "date, room and number of a case",
            rf"(?<![\w.\-/]){_DATED}-(?P<room>[A-Z]{{2,5}})\d{{0,3}}-\d{{2,6}}(?![\w/]|[-.]\d)",
            MEDIUM,
            judge=lambda c: None if (c.groups["room"] or "").lower() in _FILES else MEDIUM,
            kind="case",
            needs=("19", "20"),
        ),
        spoken("a/c", "account behind A/C", least=6),
        Pattern(
            "account some words behind its label",
            r"(?i)(?<!\w)(?:account|acct)s?(?: (?:details?|info|information|numbers?|like|such as|including|of|for|is|was|e\.g\.)){1,4},?[ :]{1,2}(?P<v>\d{7,12})"
            + ID_END,
            MEDIUM,
            judge=lambda c: judge_id(c) and MEDIUM,
            starts=frozenset(("account", "accounts", "acct", "accts")),
        ),
        spoken(
            "icn | dcn | tcn",
            "claim control number",
            judge=lambda c: None if _VETERAN.match(c.value) else judge_id(c),
            least=11,
        ),
        last_digits("account | acct | cuenta | claim | invoice | visit | encounter", "account number"),
        Pattern(
            "letter, year and number",
            r"(?<![\w.\-/])[A-Z]{1,3}-?\d{2}-\d{4,7}(?![\w/]|[-.]\d)",
            LOW,
            column=MEDIUM,
            judge=lambda c: MEDIUM if c.labelled or _PATHOLOGY.search(c.before(32)) else LOW,
            needs=("-",),
        ),
    ),
    labels=Labels(
        strong=_STRONG,
        headers=_HEADERS,
        weak=(
            *phrases(
                "account | visit | encounter | claim | invoice | statement | episode | order | case | bill | "
                "admission | stay | log | transaction | requisition | enc | inv | clm | cuenta | factura | folio | "
                "episodio | recibo | visit source value | visit num"
            ),
            *about("acct | account | har | fin | invoice | claim"),
            *_NO_ACCOUNT,
        ),
        deny=(
            *GOODS,
            *phrases(
                "file | image | release | revision | nct | icd | fiscal year | protocol | rfc | iso | grant | gl account | gl acct | "
                "general ledger"
            ),
        ),
        generic=(*numbered("order", NUMBER_ONLY), *numbered("transaction"), "acct", "visit num"),
        kinds={p: "visit or patient account" for p in (*_HEADERS, *_STRONG) if _of_care(p)},
    ),
    value=Pattern("account number under its label", ID_VALUE, None, judge=_labelled),
    person=True,
    person_kinds=frozenset(("visit or patient account",)),
    steady=Steady((r"\d{6,12}|[A-Z]{1,3}-?\d{6,10}",)),
)
