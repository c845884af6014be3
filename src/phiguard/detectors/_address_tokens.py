"""An address cut into tokens, and what each may be: a direction, a street's suffix, a word of a unit or a box, a number.

Source: USPS Publication 28, 233 (directionals), Appendix C1 (suffixes), C2 (secondary units), 24-28 (boxes and routes).
"""

from __future__ import annotations

from dataclasses import dataclass

from phiguard.detectors import _regexes as regex
from phiguard.detectors._street_words import ABRIDGED, COMMON_SET, SUFFIXES, UNIT_WORDS, UNITS

_TOKEN = regex.compile(
    r"[A-Za-z]{1,2}-?\d{1,5}[A-Za-z]?(?:-\d{1,4}[A-Za-z]?)?(?!\w)|[NSEW]\d{1,3}[NSEW]?(?:[ ]?[NSEW]?\d{2,5})?(?!\w)|(?:\p{L}\.){2,3}|\p{L}[\p{L}\p{M}'’-]{0,30}+\.?|\d{1,10}[½¼¾]?(?:\.\d{1,6})?(?:[-/]\d{1,8}){0,2}(?:st|nd|rd|th|ST|ND|RD|TH|Th|St|Nd|Rd|[A-Za-z]{1,2}(?:-?\d{1,4}[A-Za-z]?)?|-[A-Za-z]\d{0,4}[A-Za-z]?)?(?![\p{L}\d])|½|\S|\n"
)
DIRECTIONS = frozenset(
    "n s e w ne nw se sw north south east west northeast northwest southeast southwest so".split()
)
UNIT_SET = frozenset(UNIT_WORDS) | frozenset(
    "flr bld blg bldng level lvl spc pmb pbm rms mc ms msc mezzanine mezz lh no".split()
)
LONE_UNITS = frozenset("rear upper lower front basement bsmt penthouse mezzanine mezz lh garage".split())
BOXES = frozenset("po pob box bx lockbox lbx lb drawer dept department file bin msc pmb".split())
ROAD_WORDS = frozenset(
    "hwy highway hiway hgwy hghwy route rte rt road rd loop spur interstate i us u.s sr cr fm rm tr a1a hwys rts routes highways business".split()
)
NUMBER_WORDS = frozenset("one two three four five six seven eight nine ten eleven twelve".split())
_ORDINAL_WORDS = frozenset(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth ground main top lower upper".split()
)
_STOPS = frozenset(
    """at from for with was were is are be been had has have he she they his her their him them who whom that this these those seen
admitted presented presents discharged patient patients pt pts male female yo years year old-fashioned mg mcg ml mmol tablet tablets tabs dose
doses daily bid tid qid prn po-bid dob mrn phone tel telephone fax email e-mail ssn age sex pain today yesterday tomorrow not if but because when
while since until after before during then than about per into onto my your our its an on in to by or as codes lot ndc cpt icd
loinc total count units hours minutes weeks months days unit-dose call called please dated""".split()
)
"""Words that no address has between its number and its ZIP code."""
NOT_FIRST = (UNITS | frozenset("percent pct patients and or to of in & x".split())) - frozenset(
    "mile point star m l w s n e st".split()
)


@dataclass(frozen=True, slots=True)
class Token:
    """`word`: lower case without its dots. `ends`: a full stop stands at its end."""

    text: str
    start: int
    end: int
    word: str

    @property
    def capital(self) -> bool:
        return self.text[0].isupper() or self.text[0].isdigit()

    @property
    def number(self) -> bool:
        return self.text[0].isdigit() or self.text == "½"

    @property
    def ordinal(self) -> bool:
        return self.word in _ORDINAL_WORDS or (self.number and self.word[-2:] in ("st", "nd", "rd", "th"))

    @property
    def counts(self) -> bool:
        """A house number, in figures or as a word."""
        return (
            self.word in NUMBER_WORDS
            or (self.number and not self.ordinal and "/" not in self.text)
            or (self.text[0] in "NSEW" and any(map(str.isdigit, self.text)))
        )

    @property
    def direction(self) -> bool:
        return self.word in DIRECTIONS or (self.text == "No")

    @property
    def suffix(self) -> bool:
        return self.word in SUFFIXES

    @property
    def common(self) -> bool:
        return self.word in COMMON_SET or self.word in ABRIDGED

    @property
    def named(self) -> bool:
        return self.text[0].isalpha() and not self.text[-1].isdigit()

    @property
    def stops(self) -> bool:
        return (
            (self.word in _STOPS and not (self.text.isupper() and len(self.text) < 3))
            or self.text == "via"
            or self.text in (":", "@", "=", "%", "$", "*", "+", "<", ">", "|", "^", "~", '"', "?")
        )


def cut(text: str) -> list[Token]:
    """The tokens of a text, in order."""
    return [
        Token(found.group(), found.start(), found.end(), found.group().lower().replace(".", ""))
        for found in _TOKEN.finditer(text)
    ]


def sentence_ends(token: Token, behind: Token) -> bool:
    """Whether a full stop ends a sentence here, and no abbreviation."""
    if not token.text.endswith(".") or not behind.text[0].isupper():
        return False
    return (
        len(token.word) > 3
        and token.word not in SUFFIXES
        and token.word not in UNIT_SET
        and token.word not in DIRECTIONS
    )
