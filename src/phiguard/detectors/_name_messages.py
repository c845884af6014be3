"""Patterns of `names` for what is written in a chat, a page, a visitors' list, or a message of HL7 or X12 pasted into text.

Source: HL7 v2.5.1, data types XPN and XCN; ASC X12N 837, segment NM1; DICOM PS3.5, value representation PN.
"""

from __future__ import annotations

from phiguard.detectors import _name_message_judges as judges
from phiguard.detectors._names import REVERSED, SEQUENCE, WORD
from phiguard.detectors._pattern import HIGH, MEDIUM, Pattern

_KIN = (
    "mother father mom mum dad wife husband spouse partner son daughter sister brother aunt uncle cousin niece nephew grandmother grandfather grandma grandpa "
    "grandson granddaughter stepmother stepfather stepson stepdaughter guardian caregiver roommate neighbor neighbour friend girlfriend boyfriend fiance fiancee "
    "esposa esposo madre padre hija hijo hermana hermano abuela abuelo hcpoa poa"
).split()
_SAID = rf"(?P<said>(?i:{'|'.join(sorted(_KIN, key=len, reverse=True))})(?:-in-law)?)(?![\w-])"
_WHOSE = r"(?:(?i:his|her|their|the|(?:the )?pt'?s|(?:the )?patient'?s|resident'?s|su|la)[ ])"
_FREE = r"(?<![^\W_]|\p{L}['-])"
_CARET = r"\p{Lu}[\p{L}'-]{1,24}(?:[ ]\p{Lu}[\p{L}'-]{1,24}){0,2}"
_CLOCK = r"\[?(?:\d{1,2}/\d{1,2}(?:/\d{2,4})?,?[ ])?\d{1,2}:?\d{2}(?::\d{2})?[ ]?(?:[AaPp]\.?[Mm]\.?)?\]?(?:[ ]-)?[ ]{1,2}"

_CLAIM = r"(?:the undersigned|am|hereby|have|do|understand|agree|consent|certify|authorize|acknowledge|give|was|attest|personally)"
_SEVERAL = (
    "sons daughters children kids siblings brothers sisters parents twins grandchildren nieces nephews friends roommates cousins hijos hijas hermanos hermanas"
).split()
_MANY = "(?:" + "|".join(f"[{word[0].upper()}{word[0]}]{word[1:]}" for word in _SEVERAL) + ")"
_ONE = rf"{WORD}(?:[ ]{WORD})?(?:[ ]\(\d{{1,2}}[\p{{L}} /]{{0,6}}\))?"

MESSAGES = (
    Pattern(
        "a relation behind it",
        rf"{_FREE}(?P<v>{SEQUENCE})(?:[ ]?\({_WHOSE}?{_SAID}|,[ ]{_WHOSE}{_SAID}|,[ ]{_SAID}[,.;)\n]|[ ]-[ ]{_SAID}|[ ]is[ ]{_WHOSE}{_SAID})",
        MEDIUM,
        judge=judges.kindred,
        holds=frozenset(_KIN),
    ),
    Pattern(
        "one of several relatives",
        rf"(?<={_MANY}(?::|,)? {_ONE}(?:, {_ONE}){{0,4}}(?:, and|,|;| and| &| y) )(?P<v>{WORD}(?:[ ](?!And){WORD})?)(?![\w-])",
        MEDIUM,
        judge=judges.sibling,
        needs=tuple(word[1:] for word in _SEVERAL),
    ),
    Pattern(
        "who declares",
        rf"(?<![\w'])I,?[ ]{{1,2}}(?P<v>{SEQUENCE})(?=,[ ]{_CLAIM}(?!\w)|[ ]?\((?:patient|parent|guardian|print)|,[ ]{SEQUENCE},[ ]{_CLAIM}(?!\w))",
        MEDIUM,
        judge=judges.declaring,
        starts=frozenset(("i",)),
    ),
    Pattern(
        "a bed or room before it",
        rf"(?<![\w-])(?:(?i:bed|rm|room|bay|pt)[ ]?\#?)?\d{{1,3}}[ ]?-?[A-D]?(?:[:\-][ ]|[ ]-?[ ]?)(?P<v>{WORD}(?:[ ]{WORD})?|{REVERSED})(?=,[ ]\p{{Lu}}|[ ]{{1,2}}\(?\d{{1,3}}[ ]?(?:y/?o|yo|yr|[MFmf])(?![\w]))",
        MEDIUM,
        judge=judges.lying,
        starts=judges.of_a_bed,
    ),
    Pattern(
        "a twin by name",
        rf"(?<![\w-])(?i:twin|triplet|baby)[ ][A-D][ ]?[(\"'](?P<v>{WORD})[)\"']",
        MEDIUM,
        judge=judges.sibling,
        starts=frozenset(("twin", "triplet", "baby")),
    ),
    Pattern(
        "the sender of a message",
        rf"(?m:^)[ \t]{{0,4}}(?:{_CLOCK}(?P<v>{SEQUENCE})(?:[ ]\(\w{{1,12}}\))?|(?P<v>{SEQUENCE})[ ][\[(]\d{{1,2}}:\d{{2}}[^\]\)\n]{{0,12}}[\])]):[ ]",
        MEDIUM,
        judge=judges.sending,
        needs=(": ",),
    ),
    Pattern(
        "signed off",
        rf"(?<=[\p{{L}}\d.!?)][ ]{{1,2}}|[.!?][ ]?\n)(?:--?|~)[ ]?(?P<v>{WORD}(?:[ ]\p{{Lu}}\.?)?|\p{{Ll}}{{3,12}})(?=[ ]{{0,2}}(?:\n|\Z))",
        MEDIUM,
        judge=judges.parting,
        needs=("-", "~"),
    ),
    Pattern(
        "a name of an HL7 message",
        rf"(?<![\w.-])(?P<v>{_CARET}\^{_CARET}(?:\^[\p{{L}}.]{{1,20}})?)(?![\w-])",
        HIGH,
        judge=judges.caret,
        needs=("^",),
    ),
    Pattern(
        "a name of an X12 message",
        r"(?<![\w*])NM1\*(?:IL|QC|74|82|85|DN|DK|DQ|P3|77|72|45|S1)\*1\*(?P<v>\p{Lu}[\p{L}' -]{1,34}(?:\*[\p{L}' -]{1,25}){0,2})(?=[*~\n]|\Z)",
        HIGH,
        needs=("NM1*",),
    ),
)
