"""Any other unique identifying number, characteristic, or code.

Law: 45 CFR 164.514(b)(2)(i)(R), and (c) for codes that are derived from an identifier.
Source: RFC 9562 (UUID), VHA Directive 1907.05 (ICN: ten digits, V, six), ISBT 128 ST-001 (donation identification number), VCF 4.3
(sample names behind FORMAT), federal and state docket layouts (CM/ECF), FIPS 180-4 and RFC 1321 (digest lengths), HL7 FHIR R4 (references).
These numbers have no layout of their own: the label carries them (`_other_labels`). A generic label (`id`, `key`, `code`) counts only
beside a person's column, where its values are UUIDs, digests or long numbers and its words name no code table; a row number,
a version or a department's key is no finding. A bare UUID is low.
"""

from __future__ import annotations

from phiguard.detectors import _other_judges as judges
from phiguard.detectors._ids import ID_END, ID_VALUE, spoken
from phiguard.detectors._labels import Labels
from phiguard.detectors._other_judges import DIGEST, DNA, UUID
from phiguard.detectors._other_labels import (
    DENY,
    HEADERS,
    KINDS,
    PERSONS,
    SPOKEN,
    STRONG,
    WEAK,
)
from phiguard.detectors._pattern import HIGH, LOW, MEDIUM, Category, Detector, Pattern, Steady
from phiguard.detectors._segments import x12

_SYSTEMS = "epic|ehr|emr|cerner|app|db|os|sso|portal|remote|auth|login|web"
_USERS = frozenset(
    (
        *"user usr uid signed logged".split(),
        *(f"{system}{rest}" for system in _SYSTEMS.split("|") for rest in ("", "user", "username", "userid")),
    )
)

DETECTOR = Detector(
    category=Category.OTHER_IDS,
    title="Any other unique identifying number, characteristic, or code",
    law="45 CFR 164.514(b)(2)(i)(R)",
    replacement="[ID]",
    patterns=(
        Pattern("UUID", rf"(?<![\w-]){UUID}(?![\w-])", LOW, judge=judges.judge_uuid, kind="UUID"),
        Pattern(
            "UUID beside a person's word",
            rf"(?i)(?<!\w)(?:patient|person|member|subject|participant|enrollee|beneficiary|guarantor|subscriber|mother|child|donor)"
            rf"[\w '\"=:>#.\[\](){{}}-]{{1,24}}?(?<![\w-])(?P<v>{UUID})(?![\w-])",
            MEDIUM,
            kind="UUID",
        ),
        Pattern(
            "reference to a person's record",
            r"(?<![\w.-])(?:Patient|RelatedPerson|Person|ResearchSubject|Group|Specimen|Coverage|Account|Encounter|EpisodeOfCare)/"
            r"(?P<v>[A-Za-z0-9][A-Za-z0-9\-.]{2,63})(?!\w)",
            MEDIUM,
            judge=judges.judge_reference,
            kind="record reference",
            needs=("/",),
        ),
        Pattern(
            "VA integration control number",
            r"(?<!\w)\d{10}V\d{6}(?!\w)",
            MEDIUM,
            kind="VA ICN",
            column=HIGH,
            needs=("V",),
        ),
        Pattern(
            "federal docket",
            r"(?<![\w:.])\d{1,2}:\d{2}-(?i:cv|cr|bk|mj|md|ap|mc|po)-\d{3,6}(?:-[A-Z]{2,4}){0,3}(?![\w])",
            MEDIUM,
            kind="court or police case",
        ),
        Pattern(
            "case number of a court",
            r"(?i)(?<!\w)(?:case|docket|court|cause|file)[ ]?(?:no\b\.?|number|num|\#)?[ ]?[:#]?[ ]{0,2}"
            r"(?P<v>(?:(?:19|20)?\d\d[- ]?(?:CF|CR|CV|DR|JV|MH|PR|FA|TR|CM|MM|GA|JC|FC|DV)[- ]?\d{3,8}|(?:CF|CR|CV|DR|JV|MH|PR|FA|GA|JC|FC|DV)-?(?:19|20)?\d\d-\d{3,8})(?:-?[A-Z]{1,3})?)(?!\w)",
            MEDIUM,
            kind="court or police case",
        ),
        Pattern(
            "prisoner's number",
            r"(?<!\w)(?:CDCR|TDCJ|ADCRR|IDOC|ODOC|VADOC|WADOC|NYSDOCCS|DOCCS|MDOC|FDOC|NJDOC|BOP|USMS)(?:[ ](?i:no\b\.?|number|id|reg(?:ister)?\b\.?(?: no\b\.?| number)?|inmate))?"
            r"[ ]?[:#]?[ ]?(?P<v>[A-Z]{0,2}-?\d{4,8}(?:-\d{3})?|\d\d-[A-Z]-\d{4})(?![\w/]|[-.,:]\d)",
            MEDIUM,
            judge=judges.judge_bare,
            kind="inmate or booking number",
            needs=("CDCR", "TDCJ", "ADCRR", "DOC", "BOP", "USMS"),
        ),
        Pattern(
            "subject of the NIMH Data Archive",
            r"(?<!\w)NDAR(?:_INV[A-Z0-9]{8}|[A-Z]{2}\d{3}[A-Z]{3})(?!\w)",
            MEDIUM,
            kind="study subject",
            needs=("NDAR",),
        ),
        Pattern(
            "prescription",
            r"(?<!\w)(?:Rx|RX|rx)[ ](?P<v>\d{6,9}(?:-\d\d)?)(?![\w/-]|[.,:]\d|[ ]?(?:(?i:units?|iu|mg|mcg|ml|tabs?|caps?)\b|%))",
            MEDIUM,
            judge=judges.judge_bare,
            kind="prescription or authorisation",
            needs=("Rx", "RX", "rx"),
        ),
        x12(r"REF\*(?:G1|9F|BB|G3|XZ)", "REF*"),
        Pattern(
            "organ donor",
            r"(?<!\w)(?:OPTN|UNOS|DonorNet|[Dd]onor|DONOR)(?:[ ](?i:donor))?(?:[ ](?i:id|no\b\.?|number))?[ ]?[:#]?[ ]?(?P<v>[A-Z]{3,4}\d{3,4})(?![\w/-]|[.,:]\d)",
            MEDIUM,
            kind="donor or donation",
        ),
        Pattern(
            "donation number as its barcode says it",
            r"(?<![\w=+])=[A-NP-Z1-9]\d{4}[ ]?\d\d[ ]?\d{6}(?:[ ]?\d\d)?(?![\w-])",
            MEDIUM,
            kind="donor or donation",
            needs=("=",),
        ),
        Pattern(
            "nucleotides of a person",
            rf"(?i)(?<!\w)(?:patient|subject|participant|proband|donor|mother|father|child)(?:'s)?[ ](?:(?:dna|rna|genomic|exome|hla|mtdna|consensus|sanger|raw|isolate|amplicon)[ ]){{0,2}}"
            rf"(?:sequence|read|seq|contig|fasta)[ ]?(?:[:=]|is)?[ ]{{0,2}}\n?(?P<v>{DNA})(?!\w)",
            MEDIUM,
            kind="genetic sequence",
            starts=frozenset("patient subject participant proband donor mother father child".split()),
        ),
        Pattern(
            "sequence under a person's FASTA line",
            rf"(?i)(?<![^\n])>(?:[^\n\x00]{{0,80}}[^\n\x00\p{{L}}])?(?:patient|subject|participant|proband|mrn|donor)(?!\p{{L}})[^\n\x00]{{0,80}}\n(?P<v>{DNA})(?!\w)",
            MEDIUM,
            kind="genetic sequence",
            needs=(">",),
        ),
        Pattern(
            "donation identification number",
            r"(?<![\w=])[A-Z]\d{4} \d{2} \d{6}(?: \d\d)?(?: [0-9A-Z*])?(?![\w-])",
            MEDIUM,
            kind="donor or donation",
        ),
        Pattern(
            "appointment",
            r"(?i)(?<!\w)app(?:oin)?t(?:ment)?\.? \#?(?P<v>\d{5,12})(?![\w/-]|[.,:]\d)",
            MEDIUM,
            judge=judges.judge_bare,
            kind="appointment",
        ),
        Pattern(
            "authorisation",
            r"(?i)(?<!\w)(?:auth|precert|preauth|referral)(?: auth)?\.?:? \#?(?P<v>[A-Z]{0,4}-?\d{6,14}[A-Z]?)(?![\w/-]|[.,:]\d)",
            MEDIUM,
            judge=judges.judge_bare,
            kind="prescription or authorisation",
            starts=frozenset("auth precert preauth referral".split()),
        ),
        Pattern(
            "number behind a bare noun and a sign",
            r"(?i)(?<!\w)(?:(?:inmate|booking|prisoner|offender|docket|badge|edipi|pcr|(?-i:DOC)|ems|session)[ ]?(?:\#|:[ ]?\#?)|(?:subject|participant|subj|donor|rx)[ ]?\#)"
            r"[ ]?(?P<v>(?=[A-Z\-]{0,6}\d)[A-Z0-9][A-Z0-9\-]{4,19})(?![\w/]|[.,:]\d)",
            MEDIUM,
            judge=judges.judge_bare,
            starts=frozenset(
                "inmate booking prisoner offender docket badge edipi pcr doc ems session subject participant subj donor rx".split()
            ),
        ),
        Pattern(
            "site and subject number",
            r"(?i)(?<!\w)(?P<said>(?:subject|participant|subj)s?\.?)(?:[ ]{0,2}(?:[:|][ ]?|\n)?)(?P<v>(?:[A-Z]{1,6}-?)?\d{2,5}-\d{3,6}(?:-\d{2,5})?|[A-Z]{1,6}-\d{3,6}|(?-i:[A-Z]{1,3}\d{3,6}))(?![\w/]|[-.,:]\d)",
            MEDIUM,
            judge=judges.judge_bare,
            kind="study subject",
        ),
        spoken(SPOKEN, "number behind a generic word", judge=judges.judge_bare, least=5),
        Pattern(
            "bare “ID” that begins a field",
            r"(?:(?<![^\n|;,(])|(?<=[ \t]{2}))[ \t]{0,8}ID(?:[ ]?(?:\#|[Nn]o\b\.?|[Nn]umber):?|:)[ ]{0,3}(?P<v>(?=[A-Z\-]{0,4}(?:\d-?){6})[A-Z0-9][A-Z0-9\-]{5,19})(?![\w/]|[.,:]\d)",
            MEDIUM,
            judge=judges.judge_bare,
            needs=("ID",),
        ),
        Pattern(
            "user in a log or message",
            rf"(?i)(?<![\w.])(?:(?:{_SYSTEMS})[_-]?user(?:name|id)?|user|usr|uid|signed in as|logged in as)(?:[ ]?[:=][ ]?|(?<=as) )[\"']?"
            r"(?P<v>(?=[a-z._\-]{0,30}\d)[a-z][\w.\-]{3,30})(?![\w@(\[])",
            MEDIUM,
            kind="username",
            starts=_USERS,
        ),
        Pattern(
            "donation identification number of a unit",
            r"(?<!\w)(?i:unit|units|donation|rbcs?|prbcs?|platelets?|plasma|ffp|cryo|product)(?: (?i:no\.?|number|id))?[ #:]{1,3}(?P<v>=?[A-Z]\d{12}(?:\d\d)?)(?!\w)",
            MEDIUM,
            kind="donor or donation",
            starts=frozenset(
                "unit units donation rbc rbcs prbc prbcs platelet platelets plasma ffp cryo product".split()
            ),
        ),
        Pattern(
            "handle with its sign",
            r"(?i)(?<!\w)(?:handle|twitter|instagram|insta|ig|tiktok|snapchat|threads|mastodon|telegram)(?: (?:is|handle|as))?[: ]{1,3}"
            r"(?P<v>@\w[\w.]{1,29})(?![\w@])",
            MEDIUM,
            kind="username",
            needs=("@",),
        ),
        Pattern(
            "sample names of a VCF header",
            r"(?:(?<![^\n])\#CHROM\t[^\n]{20,80}?\tFORMAT|\G)\t(?P<v>[^\t\n\r]{1,64})",
            MEDIUM,
            judge=judges.judge_sample,
            needs=("#CHROM",),
        ),
        Pattern(
            "digest",
            rf"(?<![\w+/=-]){DIGEST}(?![\w+/=-])",
            LOW,
            MEDIUM,
            judge=judges.judge_digest,
            kind="hash",
        ),
        Pattern(
            "office that one person holds",
            r"\b[Tt]he (?:current |former |sitting )?(?:mayor|governor|senator|sheriff|congress(?:man|woman)|bishop|ambassador|fire chief|police chief) of [A-Z][a-z]{2,20}",
            LOW,
            kind="characteristic",
        ),
    ),
    labels=Labels(
        strong=STRONG,
        headers=HEADERS,
        weak=WEAK,
        deny=DENY,
        kinds={**KINDS, **dict.fromkeys(PERSONS, "person's key")},
    ),
    value=Pattern(
        "number under its label",
        rf"(?:{UUID}{ID_END}|{DIGEST}{ID_END}|{DNA}{ID_END}|\d(?:\.\d{{1,39}}){{4,30}}{ID_END}|{ID_VALUE}|"
        r"[\w\-=+/%.]{20,200}(?![\w@])|(?:[A-Za-z]{2,15}\\)?@?[A-Za-z][\w.\-]{2,38}(?![\w@]))",
        None,
        judge=judges.judge_value,
    ),
    accepts=judges.says_nothing,
    person_kinds=frozenset(("study subject", "person's key")),
    steady=Steady((r"\d{1,7}",)),
)
