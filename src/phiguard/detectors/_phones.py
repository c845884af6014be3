"""The shapes of telephone numbers, once, for `phones` and `faxes`; what stands around them; what a numbering plan says.

Source: ATIS-0300051 and NANPA, "NANP numbering" (NXX-NXX-XXXX, N = 2-9); ITU-T E.164 (at most 15 digits) and E.123 (how
they are written); IETF RFC 3966 (`tel:`, `;ext=`); Google's libphonenumber metadata for assigned codes.
Limits: a number spelled in letters (212-JOE-ROES) counts only where a label or a call stands before it.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from phiguard.detectors import _regexes as regex
from phiguard.detectors._caches import remembered
from phiguard.detectors._checks import digits
from phiguard.detectors._pattern import LOW, MEDIUM, Candidate, Confidence

if TYPE_CHECKING:
    from phonenumbers import PhoneNumber

_SEP = r"(?:[ ]?[-./·][ ]?|[ ])"
_GAP = r"(?:[ ]?[-./·][ ]?|[ ]{0,2})"
BEFORE = r"(?<![\w+]|\d[-.:]|[A-Z]-)(?:(?<!\d/)|(?<=\d{3}[-. ]\d{4}/))"
"""Not inside a longer token or row of numbers; a telephone number may stand in front with a slash or comma."""
AFTER = r"(?!\d|_|[-.]\d)"
EXTENSION = r"(?:[ \t,;]{0,3}(?:(?:extension|extn?|ext|anexo|interno|poste)[ .:#=]{0,3}\d{1,6}|x[ .]?\d{2,6})(?!\d)|[ ]?\#\d{2,5}(?!\d))?"
NANP = rf"(?:\+?1{_GAP})?(?:\([ ]?\d{{3}}[ ]?\){_GAP}\d{{3}}{_GAP}\d{{4}}|\d{{3}}{_SEP}\d{{3}}{_SEP}\d{{4}})"
"""Ten digits with punctuation: (651) 555-0134, 651.555.0134, +1 651 555 0134."""
BARE = r"1?\d{10}"
LOCAL = r"\d{3}[-. ]\d{4}"
INTERNATIONAL = r"\+[ ]?\d(?:[ .\-/()]{0,3}\d){6,14}"
DIALLED = r"(?:011|00)[-. ]?[1-9](?:[ .\-/()]{0,2}\d){6,13}"
"""With the prefix that is dialled before a country's code: 011 44 20 7946 0958, 0034 600 123 456."""
GROUPED = r"\(?\d(?:[ ]?[.\-()]?[ (]?\d){7,11}"
"""Eight to twelve digits in any grouping: a national number of some country, where the text speaks of calling."""
PARTIAL = r"\(?(?:\d{3}|[x*]{3})\)?[-. ]{1,2}(?:\d{3}|[x*]{3})[-. ](?:\d{4}|[x*]{4})|\d{3}[-. ]?[x*]{4,5}[-. ]?\d{3,4}"
LETTERED = r"(?:\+?1[-. ])?\(?\d{3}\)?[-. ](?=[^\s]{0,6}[A-Z]{3})(?=(?:[-.]?[A-Z\d]){7,9}(?![\w-]))[A-Z\d]{2,9}(?:[-.][A-Z\d]{2,7}){0,2}"
"""As it is dialled by the letters of the keys: 212-JOE-ROES, (212) 555-ROES."""
EQUIPMENT = r"\^[A-Z]{0,3}\^%s\^[^|\n^]{0,60}\^\+?\d{0,3}\^(?P<v>\d{2,5}\^\d{5,8}(?:\^\d{1,6}(?!\d))?)"
"""HL7's XTN in components: `^PRN^PH^^1^212^5550134`."""
_LOOSE = r"\(?\d(?:[ .\-/()]{0,2}\d){6,14}"
LABELLED = rf"(?i)(?:{NANP}{AFTER}|{INTERNATIONAL}{AFTER}|{LOCAL}(?!\d|_|[-. ]\d)|{_LOOSE}(?!\d|_|[-./:]\d))(?![ ]?[ap]m\b){EXTENSION}"
"""What may stand under a label: any of the shapes, or seven to fifteen digits that are loosely grouped."""

_STAMP = regex.compile(r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:\d\d){0,3}")
_DATE = regex.compile(
    r"(?:19|20)\d\d[-./ ](?:0?[1-9]|1[0-2])[-./ ]\d{1,2}(?:[ T-].*)?|\d{1,2}[-./ ]\d{1,2}[-./ ](?:\d{2}|(?:19|20)\d{2}(?:[ T-].*)?)"
)
_TOLL_FREE = frozenset("800 888 877 866 855 844 833 822".split())
_FAX_BEHIND = regex.compile(
    r"(?i)[ \t]{0,2}[-,/]?[ \t]{0,2}[(\[]?[ \t]?(?:fax|facsimile|telefax|fx)\b(?![ ](?:(?:up)?on request|available|not\b|pending|none))"
    r"(?![ \t.#:)\]]{0,4}[+(]?\d)(?![^\n\d:]{0,16}:)|\^[A-Z]{3}\^FX\b|\"[ ,]{0,3}\"system\"[ :]{0,3}\"fax"
)
_FAX_BEFORE = regex.compile(r"(?i)\bfax[ ]?[ /][ ]?(?:ph(?:one)?|tel(?:ephone)?)\b[^\w\n]{0,4}\Z")
_NAMED = regex.compile(
    r"(?i)(?:(?<![^\W_])|(?<=\d{4}))(?:(?:home|cell|work|mobile|ph|phone|alt|alternate|pgr|tele?f?|tel[eé]fs?|tfnos?|tlfn?|telephone|contact|pager|beeper|tty|office|landline|house|day|daytime|"
    r"evening|night|res|residence|bus|business|hm|wk|mob|casa|trabajo|celular|m[oó]vil|tel[eé]fono)\b|[chmwopt](?=[:)]))(?:[ ]?[1-4](?=[:.)]))?[^\w\n]{0,4}"
    r"(?:\(?(?:home|cell|work|mobile|day|number|no|num|[a-z])\b[^\w\n]{0,4})?\Z|\*(?:TE|HP|WP|CP|BN)\*\Z"
)
_LISTED = regex.compile(r"[+(]?\d[\d() .\-]{5,16}\d[ ]?(?:,|;|/|&|\b(?:y|o|u|and|or)\b)[ ]?\Z")
_NAMED_BEHIND = regex.compile(
    r"(?i)[ ]{0,2}\((?:home|cell|work|mobile|phone|office|pager|day|evening|wife|husband|mother|father|m[oó]vil|casa|[chmwo])\)(?![ .:]{0,3}[+(]?\d)|[ ]?-?[ ]?(?:home|office|cell|mobile)\b"
)
_CUE = regex.compile(
    r"(?i)\b(?:call(?:ed|s|ing|back)?|dial(?:ed|led)?|reach(?:ed|able|ing)?|contact(?:ed|ing|s)?|answer(?:s|ed|ing)?|phone[ds]?|telephone[ds]?|telephonic(?:ally)?|tel|cell|mobile|"
    r"pag(?:e|ed|er|ing)|text(?:ed)?|"
    r"(?:phone|tel|telephone|cell|contact|home|work|mobile|callback|his|her|my|their|our|best|good|'s|new|only) (?:number|\#)|"
    r"(?:questions|inquiries|enquiries|queries|concerns|communications?)(?: (?:can|may|should|must) be)?(?: directed)? to|whatsapp|ring|rang|voicemail|l?vm|left (?:a )?(?:message|msg|voice message)|ll[aá]m(?:ar|e|ame|en)|marc(?:ar|a|e|ando)|comun[ií]quese|tel[eé]fono|celular|m[oó]vil)\b"
    r"[^\n\d]{0,40}\Z"
)
_CALLS_SOMEONE = regex.compile(
    r"(?i)\b(?:call(?:ed|s)?|dial(?:ed)?|reach(?:ed)?|contact(?:ed)?|text(?:ed)?|page[ds]?|phone[ds]?)(?: (?:back|me|him|her|them|us|pt'?s?|patient|patient's|dtr|daughter|son|wife|husband|mom|mother|dad|father|"
    r"sister|brother|spouse|family|nurse|rn|md|dr|at|on|the|his|her|cell|home|@)){1,4}[ :]{1,2}\Z"
)
_PERSONAL = regex.compile(
    r"(?i)\b(?:reach(?:ed|able)|reach (?:him|her|them|me|patient|pt)|(?:his|her|their|my|pt'?s?|patient(?:'s)?|wife|husband|mother|father|"
    r"son|daughter|spouse|sister|brother)\b[^\n\d.]{0,16}\b(?:cell|phone|number|home|mobile|work))\b[^\n\d]{0,30}\Z"
)


def _lead(c: Candidate) -> str:
    """The text in front, without another number of the same list (`555-0134 or 555-0135`)."""
    lead: str = _LISTED.sub("", c.before(80))
    return lead


def fax_behind(c: Candidate) -> bool:
    """Whether the word fax stands right behind the number and speaks of it, not of a next one; or `Fax/Tel:` before it."""
    if _FAX_BEFORE.search(c.before(24)):
        return True
    found = _FAX_BEHIND.match(c.after(36))
    return found is not None and (
        found.group()[0] in '(^"-' or "(" in found.group() or _NAMED.search(c.before(36)) is None
    )


def named(c: Candidate) -> bool:
    """Whether a word for a telephone, or its usual letter, stands right before the number, or in parentheses behind it."""
    return _NAMED.search(_lead(c)[-36:]) is not None or _NAMED_BEHIND.match(c.after(16)) is not None


def glued(c: Candidate) -> bool:
    """Whether bare digits hang on a short label without a space or colon: a serial (`FX5550134`), not a labelled number."""
    hangs = (
        c.value.isdigit() and not c.header.phrase.endswith("#") and regex.search(r"[^\W\d_]-?\Z", c.before(2))
    )
    return bool(hangs) and (len(c.value) < 10 or len(c.header.phrase) < 3)


def cued(c: Candidate) -> bool:
    """Whether the sentence speaks of calling before the number comes."""
    return _CUE.search(_lead(c)[-56:]) is not None


def calls_someone(c: Candidate) -> bool:
    """Whether right before it a verb of calling and its person stand: `call dtr`, `text me at`."""
    return _CALLS_SOMEONE.search(c.before(48)) is not None


def personal(c: Candidate) -> bool:
    """Whether the sentence says that a person, not a service, is behind the number."""
    return _PERSONAL.search(c.before(72)) is not None


def national(value: str) -> str:
    """The ten digits of a NANP number, without country code and extension; empty when it is none."""
    number = digits(regex.split(r"[A-Za-z#=;]", value, maxsplit=1)[0])
    if len(number) == 11 and number[0] == "1":
        number = number[1:]
    return number if len(number) == 10 else ""


def toll_free(number: str) -> bool:
    """Whether ten digits begin with a code that the called party pays for: a service, rarely a person."""
    return number[:3] in _TOLL_FREE


def dated(value: str) -> bool:
    """Whether the whole value could be a date or a time stamp."""
    return (_STAMP if value.isdigit() else _DATE).fullmatch(value) is not None


@lru_cache(maxsize=1024)
def assigned(area: str) -> bool:
    """Whether the numbering plan has this area code."""
    import phonenumbers  # a third of a second: paid by the first doubtful number only

    return phonenumbers.is_valid_number(phonenumbers.parse(f"+1{area}2345678"))


def plan(number: str) -> bool:
    """Whether ten digits fit the North American plan: assigned area code, exchange from 200, not N11."""
    return (
        number[0] in "23456789" and number[3] in "23456789" and number[4:6] != "11" and assigned(number[:3])
    )


def abroad(value: str) -> tuple[Confidence, int]:
    """How sure `+` or digits with a country's code are a number, and how many characters at the end are not part of it."""
    end, possible = len(value), 0
    while len(digits(value[:end])) >= 7:
        valid, fits = _known(digits(value[:end]))
        if valid:
            return MEDIUM, len(value) - end
        possible = possible or (end if fits else 0)
        cut = regex.search(r"[ ()]{1,3}\d{1,5}\Z", value[:end])
        if cut is None:
            break
        end = cut.start()
    return (MEDIUM, len(value) - possible) if possible else (LOW, 0)


@remembered(4096)
def _known(number: str) -> tuple[bool, bool]:
    import phonenumbers

    try:
        parsed: PhoneNumber = phonenumbers.parse("+" + number)
    except phonenumbers.NumberParseException:
        return False, False
    return phonenumbers.is_valid_number(parsed), phonenumbers.is_possible_number(parsed)
