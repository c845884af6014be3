"""Names of people, and employers of patients and relatives, by rule: labels, titles, credentials, kin, cues, lists.

Law: 45 CFR 164.514(b)(2)(i)(A).
Source: 45 CFR 164.514(b)(2)(i) ("of the individual or of relatives, employers, or household members"); Census Bureau, frequently
occurring surnames (2010, 2020) and first names (2020); SSA, national baby names; labels as in HL7 v2 PID/NK1/GT1, FHIR HumanName,
X12 NM1, Epic Clarity, Synthea and REDCap exports.
Limits: rules see a name where a label, a title, kin, a cue of the sentence or the lists say so. A lone rare name in running text needs
one of them. The lists are of the United States. Placeholders (John Doe, ZZTEST) are low.
"""

from __future__ import annotations

from phiguard.detectors import _name_judges as judges
from phiguard.detectors import _name_pairs as pairs
from phiguard.detectors import _name_sentences as sentences
from phiguard.detectors import _name_starts as starts
from phiguard.detectors import _name_titles as titles
from phiguard.detectors._labels import Labels, phrases, trie
from phiguard.detectors._name_cells import cell_under_label, looks_like
from phiguard.detectors._name_employers import EMPLOYERS
from phiguard.detectors._name_frames import FRAMES
from phiguard.detectors._name_lists import plain
from phiguard.detectors._name_messages import MESSAGES
from phiguard.detectors._name_tags import TAGGED
from phiguard.detectors._name_words import (
    CREDENTIALS,
    CUES,
    GREETINGS,
    KIN,
    LABELS,
    NEAR,
    PERSON_NOUNS,
    SOFT_LABELS,
    TITLES,
    TITLES_CAPS,
    TITLES_LOWER,
)
from phiguard.detectors._names import PARTICLE_RUN, REVERSED, SEQUENCE, WORD
from phiguard.detectors._pattern import HIGH, MEDIUM, Category, Detector, Pattern, Recall

_B = r"(?<![^\W_])"
_FREE = r"(?<![^\W_]|\p{L}['-])"
"""Where a free-standing name may begin: not inside a word, nor behind its hyphen or apostrophe."""
_TITLE = rf"(?:(?:{TITLES}|{TITLES_CAPS}|{TITLES_LOWER})\.?[ ]{{1,2}}(?:and[ ](?:Mrs|MRS)\.?[ ])?)"
_COLON = (
    r"(?:'s)?[\"'*_]{0,2}[ \t]{0,3}(?:\([^()\n]{1,24}\))?(?:</?\w{1,8}>){0,2}[ \t]{0,3}(?:[:=|>]|\t|[ ]-{1,2}(?=[ ])|[ ]{3})[*_]{0,2}"
    r"[ \t]{0,12}(?:\n[ \t]{0,8})?(?:<\w{1,8}>)?[\"'(\[<*]{0,2}"
)
"""Between a label and a name: a colon or the like must stand there. The name itself is looked ahead at, so that the next label of
a form in one line (`Last Name: X First Name: Y`) still counts."""
_LOWER = r"\p{Ll}[\p{Ll}'-]{1,20}(?:[ ]\p{Ll}\.?)?(?:[ ]\p{Ll}[\p{Ll}'-]{1,20}){1,2}"
_OTHER_SCRIPT = r"[\p{Lo}\p{M}][\p{Lo}\p{M}·・]{1,12}(?:[ ][\p{Lo}\p{M}]{1,12}){0,3}"
_BABY = r"(?i:(?:baby|bb|infant|newborn)[ ]?(?:boy|girl|b|g|male|female)?)[ ](?:[AB][ ])?"
_TWIN = r"(?i:twin|triplet)[ ][ABC][ ]"
_LONE = r"\p{Ll}{4,16}(?:-\p{Ll}{2,16})?(?!\p{L})"
_SLASH = rf"{WORD}/{WORD}(?:[ ]\p{{Lu}}\b)?"
_VALUE = rf"(?P<v>{_BABY}{SEQUENCE}|{REVERSED}|{_SLASH}(?!/)|{SEQUENCE}|\p{{Ll}}\.[ ]?\p{{Ll}}[\p{{Ll}}'-]{{2,20}}|\p{{Ll}}[\p{{Ll}}'-]{{1,20}},[ ]?\p{{Ll}}[\p{{Ll}}'-]{{1,20}}(?!\p{{L}})|{_LOWER}(?![\p{{L}}])|{_LONE}|{_OTHER_SCRIPT})"
_END = r"(?![^\W_]|@)"
_MIDDLE = r"(?:,?[ ](?:of[ ](?:over[ ])?\d{1,3}[ ]years?,?[ ]|who is[ ]|named[ ]|is[ ]|name[ ]|\((?=\p{Lu}))?|'s name is[ ]|,[ ])"

_HEADED = tuple(
    f"{whose} {part}"
    for whose in phrases(
        "pt | pat | ptnt | patient | mbr | member | mem | memb | subscriber | subscr | insured | guar | guarantor | mother | mom | father | dad | "
        "parent | child | baby | infant | newborn | spouse | nok | client | student | resident | claimant | clmt | decedent | donor | recipient | "
        "recip | applicant | employee | provider | prov | attending | physician | phys | prescriber | pcp | inmate | participant | subject"
    )
    for part in phrases(
        "name | nm | first name | last name | middle name | fname | lname | first nm | last nm | lst nm | frst nm | fnam | "
        "lnam | full name | surname | given name | given names | family name | maiden name | initials"
    )
)
"""Whose name, and which part of it."""

_PATTERNS = (
    *MESSAGES,
    *FRAMES,
    Pattern(
        "a label before it",
        rf"{_B}(?P<said>(?i:{trie(LABELS)}))(?![^\W_]){_COLON}{_TITLE}?(?={_VALUE}{_END})",
        HIGH,
        judge=judges.labelled,
        starts=starts.LABELLED,
    ),
    Pattern(
        "glued to its label",
        rf"{_B}(?P<said>(?i:{trie(LABELS)})):(?={_VALUE}{_END})",
        HIGH,
        judge=judges.labelled,
        needs=(":",),
        starts=starts.LABELLED,
    ),
    Pattern(
        "a general label before it",
        rf"{_B}(?i:{trie(SOFT_LABELS)})(?![^\W_]){_COLON}{_TITLE}?(?={_VALUE}{_END})",
        MEDIUM,
        judge=judges.soft,
        starts=starts.SOFTLY_LABELLED,
    ),
    Pattern(
        "a title before it",
        rf"{_B}(?P<said>{TITLES}|{TITLES_CAPS}|{TITLES_LOWER})(?:\.[ ]{{0,2}}|[ ]{{1,2}})(?:(?:and|&)[ ](?:Mrs|MRS|Dr)\.?[ ])?(?P<v>{PARTICLE_RUN}(?:{SEQUENCE}|{_LOWER}|{_LONE})){_END}",
        HIGH,
        judge=titles.titled,
        starts=starts.TITLED,
    ),
    Pattern(
        "a Spanish title before it",
        rf"(?:(?<=\b(?i:el|al|del|y|con|estimado)[ ])|(?<![^\s(])(?<![\p{{L}},.][ ]{{1,2}}))Sr\.[ ](?P<v>{SEQUENCE}){_END}",
        MEDIUM,
        judge=judges.soft,
        needs=("Sr.",),
    ),
    Pattern(
        "below a letter's last words",
        rf"(?:{_B}(?P<said>(?i:sincerely(?: yours)?|(?:best |kind |warm )?regards|best wishes|best|respectfully|thank you|thanks|yours truly|cheers|atentamente|saludos)),?[ ]{{0,2}}\n{{1,4}}[ \t]{{0,8}})"
        rf"(?P<v>{SEQUENCE})(?=[ ,]{{0,2}}(?:\n|\Z))",
        MEDIUM,
        judge=sentences.cued,
        needs=(",\n", "s\n", "y\n", ", \n", "t\n", "u\n"),
    ),
    Pattern(
        "initials behind their label",
        rf"{_B}(?i:initials?)[ ]?[:=][ ]?(?P<v>(?!RN|MD|DO|NP|PA|NA|OK|NO|ED|ER)\p{{Lu}}\.?\p{{Lu}}\.?(?:\p{{Lu}}\.?)?)(?![\w'-])",
        MEDIUM,
        judge=sentences.initials,
        needs=("nitial", "NITIAL"),
    ),
    Pattern(
        "two doctors",
        rf"(?<=\bDrs\.? {WORD}(?:, {WORD}){{0,4}}(?:,| and|, and| &|/) ?)(?P<v>{SEQUENCE}){_END}",
        HIGH,
        judge=titles.titled,
        needs=("Drs",),
    ),
    Pattern(
        "a credential behind it",
        rf"{_FREE}(?P<v>{SEQUENCE})(?:,?[ ]{{1,2}}\(?|/)(?P<said>{CREDENTIALS})(?![^\W_])",
        HIGH,
        judge=titles.credentialed,
        holds=starts.CREDENTIALED,
    ),
    Pattern(
        "last name, first name",
        rf"{_FREE}(?P<v>{REVERSED}){_END}",
        MEDIUM,
        column=MEDIUM,
        judge=pairs.last_first,
        starts=starts.likely_name,
    ),
    Pattern(
        "a signature", rf"(?<![\w/])/s/[ ]{{0,2}}(?P<v>{SEQUENCE})", HIGH, judge=judges.signed, needs=("/s/",)
    ),
    Pattern(
        "a relative",
        rf"{_B}(?i:(?P<said>{KIN}){_MIDDLE}){_TITLE}?(?=(?P<v>{SEQUENCE}|{_LONE}){_END})",
        HIGH,
        judge=sentences.related,
        starts=starts.kin,
    ),
    Pattern(
        "a person",
        rf"{_B}(?i:(?P<said>{PERSON_NOUNS}){_MIDDLE}){_TITLE}?(?=(?P<v>{REVERSED}|{SEQUENCE}|{_LOWER}|{_LONE}){_END})",
        HIGH,
        judge=sentences.related,
        starts=starts.person,
    ),
    Pattern(
        "a patient's initials",
        rf"{_B}(?i:(?P<said>patient|pt|client|subject|mr|mrs|ms)\.?:?[ ](?:initials:?[ ])?)(?P<v>\p{{Lu}}\.[ ]?\p{{Lu}}\.(?:[ ]?\p{{Lu}}\.)?|\p{{Lu}}\.[ ]?\p{{Lu}}(?=[ ,;]))",
        MEDIUM,
        judge=sentences.initials,
        starts=starts.INITIALED,
    ),
    Pattern(
        "a cue before it",
        rf"{_B}(?i:{CUES})[ ]{{1,2}}[\"'(]?{_TITLE}?(?=(?P<v>{REVERSED}|{SEQUENCE}){_END})",
        MEDIUM,
        judge=sentences.cued,
        starts=starts.cue,
    ),
    Pattern(
        "a given name in a sentence",
        rf"{_B}{NEAR} (?P<v>{WORD}(?! \p{{Lu}})){_END}",
        MEDIUM,
        judge=sentences.near,
    ),
    Pattern(
        "a greeting before it",
        rf"(?<![^\W_])(?P<said>(?i:{GREETINGS}))[ ,]{{1,2}}{_TITLE}?(?P<v>{SEQUENCE})(?=[,.!:;?\n-]|[ ]-|\Z)",
        MEDIUM,
        judge=sentences.greeted,
        starts=starts.GREETED,
    ),
    Pattern(
        "a verb of persons behind it",
        rf"{_FREE}(?P<v>{SEQUENCE})(?=[ ,'(])",
        MEDIUM,
        judge=sentences.acting,
        starts=starts.likely_name,
    ),
    Pattern(
        "given name and surname",
        rf"{_FREE}(?P<v>{SEQUENCE}){_END}",
        MEDIUM,
        column=MEDIUM,
        judge=pairs.paired,
        starts=starts.likely_name,
    ),
    Pattern(
        "given name and surname in lower case",
        rf"(?<![\w@.'/-])(?P<v>{_LOWER.replace('{1,2}', '{1,1}')})(?![\w@'/-])",
        MEDIUM,
        judge=pairs.lower,
        starts=starts.maybe_name,
    ),
    Pattern(
        "a newborn",
        rf"{_B}(?P<v>(?:{_BABY}|{_TWIN})(?:{WORD})|{WORD},?[ ](?i:baby[ ](?:boy|girl)|twin[ ][AB])|{WORD},[ ]?(?:BB|BG(?![ ]?[\d:=])|B/B|B/G)(?:[ ][A-C])?|(?:BG|BB|B/G|B/B)[ ](?:[A-C][ ])?{WORD}){_END}",
        HIGH,
        judge=judges.newborn,
        holds=starts.NEWBORN,
    ),
    *EMPLOYERS,
)

DETECTOR = Detector(
    category=Category.NAMES,
    title="Names",
    law="45 CFR 164.514(b)(2)(i)(A)",
    replacement="[NAME]",
    patterns=_PATTERNS,
    labels=Labels(
        headers=_HEADED
        + phrases(
            "patient name | pat name | pt nm | pt name | ptname | pat nm | patnm | patientname | name of patient | patient full name | full name | fullname | full nm | legal name | "
            "first name | firstname | fname | first nm | frst nm | f name | last name | lastname | lname | last nm | lst nm | l name | middle name | midname | mname | middle nm | middle initial | "
            "mi name | maiden name | maiden | surname | sur name | given name | givenname | given names | family name | forename | preferred name | pref name | preferred first | preferred first name | preferred last name | nickname | alias name | former name | "
            "previous name | birth name | name family | name given | name text | name first | name last | name middle | name suffix | pat first name | pat last name | pt first name | pt last name | "
            "mbr name | member name | mbr first name | mbr last name | mem name | subscriber name | subscr name | sub name | insured name | ins name | policy holder name | policyholder name | "
            "beneficiary name | bene name | bene first name | bene last name | bene srnm name | bene gvn name | guar nm | guar name | guarantor name | guarantor nm | guarantor | "
            "mother name | mothers name | mother maiden name | mothers maiden name | mom name | father name | fathers name | parent name | guardian name | legal guardian | spouse name | partner name | "
            "emergency contact name | emerg contact name | emergency contact | emer contact | ec name | contact name | contact person | nok name | next of kin | next of kin name | nok nm | nok | caregiver name | "
            "prov name | provider name | prov nm | prov full name | physician name | phys name | doctor name | dr name | surgeon name | primary surgeon | attending name | attending physician | attending md | "
            "referring physician | referring md | referring provider name | ordering md | ordering physician | ordering provider name | admitting md | pcp name | authorizing prov name | auth prov name | "
            "nurse name | staff name | anesthesiologist name | employee name | emp name | user full name | person name | client name | resident name | student name | subject name | donor name | recipient name | "
            "signer name | author name | informant name | witness name | interpreter name | contact first name | contact last name | customer name | applicant name | cardholder name | card holder | "
            "account holder | account holder name | payee name | employer | employer name | employer nm | emp nm | empr name | emplr nm | place of employment | occupation employer | "
            "nombres | nombre completo | nombre paciente | nombre del paciente | apellido | apellidos | primer apellido | segundo apellido | apellido paterno | apellido materno | "
            "pac nombre | nombre y apellidos | prenom | vorname | nachname | patient surname | lastfirst | last first | first last | display name person | aka | also known as | "
            "patient alias | pid 5 | pid5 | pid 5 1 | pid 5 2 | pid 5 3 | pid 6 | pid 9 | nk1 2 | nk1 13 | gt1 3 | gt1 4 | gt1 16 | in1 16 | pv1 7 | pv1 8 | "
            "pv1 9 | pv1 17 | obr 16 | orc 12 | nm103 | nm104 | nm105 | patient initials | pt initials | pat initials | subject initials | "
            "participant initials | responsible party | resp party | resp party name | resp party nm | respondent name | decedent name | "
            "decedent legal name | policy owner | patinet name |  patients name | requesting physician | performing physicians name | operators name | "
            "physicians of record | referring physicians name | other patient names | name of physicians reading study | investigator name | invnam | ufname | ulname | "
            "owner name | contacto de emergencia | persona de contacto | medico tratante | e patient 02 | e patient 03 | e patient 04"
        ),
        weak=phrases(
            "mi | initials | name | nm | first | last | middle | given | family | fam | patient | pt | pat | client | member | subscriber | insured | guardian | mother | father | spouse | parent | caregiver | next kin | "
            "provider | prov | physician | phys | doctor | surgeon | attending | attg | assistant | anesthesiologist | anesthesia provider | crna | anes | pcp | referring | ordering | admitting | nurse | rn | "
            "circulator | scrub | scrub tech | first assist | resident | fellow | therapist | technician | tech | staff | interpreter | scribe | author | signer | signed by | ordered by | entered by | created by | "
            "updated by | performed by | verified by | collected by | administered by | reviewed by | prescriber | prescribed by | consultant | radiologist | pathologist | contact | informant | who | "
            "person | employee | emp | user | display | display name | text | alias | requester | owner | assigned to | student | customer | holder | recipient | sender | practitioner | performer | operator | "
            "nombre | nom | clinician | hospitalist | oncologist | cardiologist | neurologist | nephrologist | psychiatrist | psychologist | dentist | midwife | "
            "pharmacist | r ph | phlebotomist | technologist | transcriptionist | supervisor | manager | buyer | vaccinator | social worker | case manager | case worker | caseworker | "
            "counselor | navigator | coordinator | registrar | by | seen by | filled by | dispensed by | implanted by | dictated by | transcribed by | approved by | prepared by | "
            "policy holder | policyholder | prvdr | medico | doctora | cirujano | cirujana | anestesiologo | anestesiologa | enfermera | enfermero | tutor | "
            "madre | padre | c full name | gmdn pt name | gmdn pt nm"
        ),
        deny=phrases(
            "file name | filename | drug name | drug | medication | medication name | med name | product | product name | test name | lab name | lab | facility name | hospital name | clinic name | plan name | payer name | payor name | "
            "payer | payor | insurance name | insurance company | carrier name | procedure | procedure name | diagnosis | diagnosis name | dx name | item | item name | column name | table name | database name | host name | hostname | "
            "server name | domain name | device name | field name | form name | study name | species | species name | city name | county name | state name | country name | street name | street | city | county | state | country | "
            "school name | department name | department | dept name | unit name | ward name | location name | site name | brand | brand name | generic name | vendor | vendor name | mfr | mfg | manufacturer | manufacturer name | "
            "supplier | supplier name | supplier contact code | category name | event name | variable name | param name | parameter name | code name | concept name | vocabulary name | specialty | specialty name | organism | organism name | "
            "gene | gene name | gene symbol | allergen | vaccine | vaccine name | team name | group name | role name | user name | username | app name | service name | package name | module name | function name | "
            "class name | method name | project name | repo name | branch name | job name | task name | queue name | region name | nation name | company name | organization name | organisation name | org name | pharmacy name | "
            "analyte | analyte name | component name | panel name | order name | scientific name | common name | trade name | chemical name | compound name | sheet name | template name | report name | protocol name | "
            "survey name | instrument name | scale name | program name | trial name | bank name | store name | model name | make | title | job title | race | ethnicity | language | religion | sex | gender | breed | color | "
            "tray | tray name | kit name | set name | pack name | user agent | model | key name | tag name | label name | property name | attribute name | layer name | channel name | course name | condition name | symptom name | ingredient name | food name | address name"
        ),
        lone=phrases(
            "guarantor | employer | emergency contact | emer contact | next of kin | nok | contact person | responsible party | resp party | legal guardian | "
            "primary surgeon | attending physician | attending md | referring physician | referring md | ordering physician | ordering md | "
            "admitting md | requesting physician | policy owner | account holder"
        ),
        kinds=dict.fromkeys(
            phrases(
                "employer | employer name | employer nm | emp nm | empr name | emplr nm | place of employment | occupation employer"
            ),
            "employer",
        ),
    ),
    value=Pattern("a name", r"[^\n]{1,80}", None, judge=cell_under_label),
    cell=lambda value: MEDIUM if looks_like(value) else None,
    person=True,
    tagged=TAGGED,
    recall=Recall(sentences.memorable, rf"{_FREE}{WORD}{_END}", plain, sentences.again),
)
