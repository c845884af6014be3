"""Any other unique identifying number, characteristic, or code.

Law: 45 CFR 164.514(b)(2)(i)(R), and (c) for codes that are derived from an identifier.
Source: RFC 9562 (UUID), VHA Directive 1907.05 (ICN: ten digits, V, six), ISBT 128 ST-001 (donation identification number), VCF 4.3
(sample names behind FORMAT), federal and state docket layouts (CM/ECF), FIPS 180-4 and RFC 1321 (digest lengths), HL7 FHIR R4 (references).
These numbers have no layout of their own: the label carries them (`_other_labels`). A generic label (`id`, `key`, `code`) counts only
beside a person's column, where its values are UUIDs, digests or long numbers and its words name no code table; a row number,
a version or a department's key is no finding. A bare UUID is low.
"""

from __future__ import annotations

from phiguard.detectors import _regexes as regex
from phiguard.detectors._ids import ID_END, ID_VALUE, connected, implausible, is_date, judge_id, spoken
from phiguard.detectors._labels import Labels, Strength
from phiguard.detectors._other_labels import (
    DENY,
    HEADERS,
    KINDS,
    PERSONS,
    SPOKEN,
    STRONG,
    WEAK,
    of_code_table,
)
from phiguard.detectors._pattern import (
    HIGH,
    LOW,
    MEDIUM,
    Candidate,
    Category,
    Confidence,
    Detector,
    Pattern,
    Verdict,
)

_UUID = r"[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}"
_DIGEST = (
    r"(?:[0-9a-fA-F]{128}|[0-9a-fA-F]{96}|[0-9a-fA-F]{64}|[0-9a-fA-F]{56}|[0-9a-fA-F]{40}|[0-9a-fA-F]{32})"
)
_DNA = r"[ACGTUNacgtun]{20,5000}+"
_STRICT = regex.compile(
    rf"{_UUID}|{_DIGEST}|{_DNA}|\d{{5,20}}|(?=[A-Za-z\-]{{0,12}}\d)[A-Za-z0-9][A-Za-z0-9\-]{{6,39}}"
)
_SURE = regex.compile(rf"{_UUID}|{_DIGEST}")
_CODES = regex.compile(
    r"[A-Z]\d\d(?:\.?[A-Z0-9]{1,4})?|\d{1,5}-\d|\d{4,5}-\d{3,4}-\d{1,2}|\d{5}[A-Z]?|[A-Z]\d{4}|\d{1,3}|(?i:v?\d{1,3}(?:\.\d{1,4}){1,3})|NCT\d{8}"
)
_TRIAL = regex.compile(r"(?i)(?:NCT|ISRCTN|CTRI|EudraCT)[-/]?\d|\d{4}-\d{6}-\d\d\Z")
_NO_USER = frozenset(
    "and or not is are was were the a an to of for in on at with your you his her their my our this that it name names id ids password passwords "
    "required invalid unknown field page screen button failed failure error errors success successful successfully here now again problem problems "
    "issue issues reset account accounts access credentials information info system portal user users none null true false email phone date time "
    "instructions provided given created creation prompt form process attempt attempts url link via using by if when must will should may can "
    "has have had be been being sent text string varchar char int integer bigint uuid username userid login logon session handle user_name user_id unit usuario group role self".split()
)
_NOUNS = frozenset(
    "subject participant ppt ptcp patient encounter member specimen sample tube aliquot donor badge appt auth referral".split()
)
_OPAQUE = frozenset((*"code key hash digest token sequence sk etag barcode".split(), "reference number"))
_DAY = regex.compile(r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])")
_SOCIAL = frozenset("facebook twitter instagram tiktok snapchat skype discord".split())
_MEASURE = regex.compile(r"(?i)\s{0,2}(?:tab|cap|refill|dispens|pill|supply|count|of\s\d)")


def _generic(c: Candidate) -> Confidence | None:
    """Under `id`, `key`, `code` and their like: strict shapes, no code table, no row number."""
    if of_code_table(c.name) or is_date(c.value) or _TRIAL.match(c.value):
        return None
    if _SURE.fullmatch(c.value):
        return MEDIUM
    if c.header.phrase in ("user", "usr", "nickname", "handle", "account name"):
        return MEDIUM if not c.value.isdigit() else None
    if c.header.phrase in _NOUNS:
        return judge_id(c) and MEDIUM
    if not _STRICT.fullmatch(c.value) or _CODES.fullmatch(c.value) or implausible(c):
        return None
    known = c.header.phrase in _OPAQUE
    return None if known and (c.value.isdigit() or len(c.value) < 12) else MEDIUM


def _labelled(c: Candidate) -> Verdict | Confidence | None:
    kind = KINDS.get(c.header.phrase, "")
    if c.header.strength is Strength.WEAK:
        return _generic(c)
    if kind == "username":
        return _user(c)
    if kind == "image instance":
        return MEDIUM if c.value.count(".") > 3 and not c.value.startswith("1.2.840.10008.") else None
    if _SURE.fullmatch(c.value):
        return MEDIUM if kind == "hash of an identifier" else HIGH
    if not any(x.isdigit() for x in c.value) or _TRIAL.match(c.value) or c.value.count(".") > 3:
        return None
    if kind == "session or browser id":
        return HIGH if len(c.value) >= 8 and connected(c) else None
    if kind == "hash of an identifier":
        return MEDIUM if len(c.value) >= 8 else None
    short = sum(x.isdigit() for x in c.value) < 5 and len(c.value) < 6
    if (
        kind in ("prescription or authorisation", "EMS run")
        and short
        and (_MEASURE.match(c.after(12)) or not connected(c))
    ):
        return None
    return judge_id(c)


def _user(c: Candidate) -> Verdict | None:
    value = c.value.rstrip(".-")
    cut = (0, len(c.value) - len(value))
    if (
        value.lower().lstrip("@") in _NO_USER
        or (value.isdigit() and len(value) < 4)
        or is_date(value)
        or c.after(1) == "@"
    ):
        return None
    if c.after(1) in ("(", "["):
        return None
    same_line = "\n" not in c.before(10)
    marked = value[0] == "@" or (same_line and any(x.isdigit() or x == "\\" for x in value))
    if marked:
        return Verdict(HIGH if connected(c) or value[0] == "@" else MEDIUM, "username", shrink=cut)
    word = c.header.phrase in _SOCIAL and len(value) < 8 and not any(x in "._" for x in value)
    return Verdict(MEDIUM, "username", shrink=cut) if connected(c) and not word else None


def _bare(c: Candidate) -> Confidence | None:
    """Behind a bare noun a day without separators is a day."""
    return None if _DAY.fullmatch(c.value) else judge_id(c)


def _uuid(c: Candidate) -> Confidence | None:
    if len(set(c.value)) < 4 or (
        c.name and c.header.strength is not Strength.STRONG and of_code_table(c.name)
    ):
        return None
    return HIGH if c.labelled else MEDIUM if c.header.phrase in PERSONS else LOW


def _digest(c: Candidate) -> Confidence | None:
    if c.value.isdigit() or len(set(c.value)) < 6 or (c.name and not c.labelled and of_code_table(c.name)):
        return None
    return MEDIUM if c.labelled else LOW


def _sample(c: Candidate) -> Verdict | None:
    line = c.text.rfind("\n", max(c.lo, c.start - 100_000), c.start) + 1
    return Verdict(MEDIUM, "sample name") if c.text.startswith("#CHROM\t", line) else None


def _reference(c: Candidate) -> Confidence | None:
    return MEDIUM if sum(x.isdigit() for x in c.value) >= 2 else None


def _says_nothing(cell: str, phrase: str) -> bool:
    """Words in sentence case under a label of numbers (`Whole blood`, `pending`); usernames may be words."""
    return KINDS.get(phrase) != "username" and bool(
        regex.fullmatch(r"[A-Za-z]?[a-z]{1,30}(?:[ ,/-][A-Za-z]?[a-z]{1,30}){0,12}", cell)
    )


DETECTOR = Detector(
    category=Category.OTHER_IDS,
    title="Any other unique identifying number, characteristic, or code",
    law="45 CFR 164.514(b)(2)(i)(R)",
    replacement="[ID]",
    patterns=(
        Pattern("UUID", rf"(?<![\w-]){_UUID}(?![\w-])", LOW, judge=_uuid, kind="UUID"),
        Pattern(
            "UUID beside a person's word",
            rf"(?i)(?<!\w)(?:patient|person|member|subject|participant|enrollee|beneficiary|guarantor|subscriber|mother|child|donor)"
            rf"[\w '\"=:>#.\[\](){{}}-]{{1,24}}?(?<![\w-])(?P<v>{_UUID})(?![\w-])",
            MEDIUM,
            kind="UUID",
        ),
        Pattern(
            "reference to a person's record",
            r"(?<![\w.-])(?:Patient|RelatedPerson|Person|ResearchSubject|Group|Specimen|Coverage|Account|Encounter|EpisodeOfCare)/"
            r"(?P<v>[A-Za-z0-9][A-Za-z0-9\-.]{2,63})(?!\w)",
            MEDIUM,
            judge=_reference,
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
            r"(?<![\w:.])\d{1,2}:\d{2}-(?i:cv|cr|bk|mj|md|ap|mc|po)-\d{3,6}(?![\w])",
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
            "donation identification number",
            r"(?<![\w=])[A-Z]\d{4} \d{2} \d{6}(?: \d\d)?(?: [0-9A-Z*])?(?![\w-])",
            MEDIUM,
            kind="donor or donation",
        ),
        Pattern(
            "appointment",
            r"(?i)(?<!\w)app(?:oin)?t(?:ment)?\.? \#?(?P<v>\d{5,12})(?![\w/-]|[.,:]\d)",
            MEDIUM,
            judge=_bare,
            kind="appointment",
        ),
        Pattern(
            "authorisation",
            r"(?i)(?<!\w)(?:auth|precert|preauth|referral)\.?:? \#?(?P<v>[A-Z]{0,4}\d{6,14}[A-Z]?)(?![\w/-]|[.,:]\d)",
            MEDIUM,
            judge=_bare,
            kind="prescription or authorisation",
        ),
        Pattern(
            "number behind a bare noun and a sign",
            r"(?i)(?<!\w)(?:(?:inmate|booking|prisoner|offender|docket|badge|edipi|pcr|(?-i:DOC)|ems|session)[ ]?(?:\#|:[ ]?\#?)|(?:subject|participant|subj|donor|rx)[ ]?\#)"
            r"[ ]?(?P<v>(?=[A-Z\-]{0,6}\d)[A-Z0-9][A-Z0-9\-]{4,19})(?![\w/]|[.,:]\d)",
            MEDIUM,
            judge=_bare,
        ),
        Pattern(
            "site and subject number",
            r"(?i)(?<!\w)(?P<said>(?:subject|participant|subj)s?)(?:[ ]{0,2}(?:[:|][ ]?|\n)?)(?P<v>(?:[A-Z]{1,6}-?)?\d{2,5}-\d{3,6}(?:-\d{2,5})?|[A-Z]{1,6}-\d{3,6})(?![\w/]|[-.,:]\d)",
            MEDIUM,
            judge=_bare,
            kind="study subject",
        ),
        spoken(SPOKEN, "number behind a generic word", judge=_bare, least=5),
        Pattern(
            "bare “ID” that begins a field",
            r"(?:(?<![^\n|;,(])|(?<=[ \t]{2}))[ \t]{0,8}ID(?:[ ]?(?:\#|[Nn]o\b\.?|[Nn]umber):?|:)[ ]{0,3}(?P<v>(?=[A-Z\-]{0,4}(?:\d-?){6})[A-Z0-9][A-Z0-9\-]{5,19})(?![\w/]|[.,:]\d)",
            MEDIUM,
            judge=_bare,
            needs=("ID",),
        ),
        Pattern(
            "user in a log or message",
            r"(?i)(?<![\w.])(?:user|usr|uid|signed in as|logged in as)(?:[ ]?[:=][ ]?|(?<=as) )[\"']?(?P<v>(?=[a-z._\-]{0,30}\d)[a-z][\w.\-]{3,30})(?![\w@(\[])",
            MEDIUM,
            kind="username",
        ),
        Pattern(
            "donation identification number of a unit",
            r"(?<!\w)(?i:unit|units|donation|rbcs?|prbcs?|platelets?|plasma|ffp|cryo|product)(?: (?i:no\.?|number|id))?[ #:]{1,3}(?P<v>=?[A-Z]\d{12}(?:\d\d)?)(?!\w)",
            MEDIUM,
            kind="donor or donation",
        ),
        Pattern(
            "handle with its sign",
            r"(?i)(?<!\w)(?:handle|twitter|instagram|insta|tiktok|snapchat|threads|mastodon|telegram)(?: (?:is|handle|as))?[: ]{1,3}"
            r"(?P<v>@\w[\w.]{1,29})(?![\w@])",
            MEDIUM,
            kind="username",
            needs=("@",),
        ),
        Pattern(
            "sample names of a VCF header",
            r"(?:(?<![^\n])\#CHROM\t[^\n]{20,80}?\tFORMAT|\G)\t(?P<v>[^\t\n\r]{1,64})",
            MEDIUM,
            judge=_sample,
            needs=("#CHROM",),
        ),
        Pattern("digest", rf"(?<![\w+/=-]){_DIGEST}(?![\w+/=-])", LOW, MEDIUM, judge=_digest, kind="hash"),
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
        rf"(?:{_UUID}{ID_END}|{_DIGEST}{ID_END}|{_DNA}{ID_END}|\d(?:\.\d{{1,39}}){{4,30}}{ID_END}|{ID_VALUE}|"
        r"[\w\-=+/%.]{20,200}(?![\w@])|(?:[A-Za-z]{2,15}\\)?@?[A-Za-z][\w.\-]{2,38}(?![\w@]))",
        None,
        judge=_labelled,
    ),
    accepts=_says_nothing,
    person_kinds=frozenset(("study subject", "person's key")),
)
