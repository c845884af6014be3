"""How a run of words reads as a person's name: tokens, how far the name goes, and how sure the lists make us."""

from __future__ import annotations

from dataclasses import dataclass

from phiguard.detectors import _regexes as regex
from phiguard.detectors._name_lists import Kind, Word, look_up, plain
from phiguard.detectors._name_words import (
    EPONYM_TAILS,
    GEOGRAPHIC,
    NOT_PAIRS,
    ORG_TAILS,
    PARTICLES,
    PLACEHOLDERS,
    SUFFIXES,
)

WORD = r"(?:\p{Lu}[\p{L}\p{M}]{0,24}(?:['-](?!s(?!\p{L}))\p{L}[\p{L}\p{M}]{0,24}){0,3})"
TOKEN = rf"(?:\p{{Lu}}\.(?:\p{{Lu}}\.){{0,2}}|(?:St|Jr|Sr|JR|SR|Vda|VDA)\.|{WORD}(?!\d))"
_PART = r"(?:(?:van|von|der|den|de|del|della|di|da|dos|das|du|la|le|las|los|ten|ter|bin|ibn|al|el|y|e|vda\.?|née|nee|aka|a\.k\.a\.)[ ])"
_NICK = r"(?:[\"(]\p{Lu}\p{Ll}{1,14}[\")][ ])"
_SUFFIX = r"(?:,?[ ](?:Jr|Sr|JR|SR|II|III|IV)(?!\p{L})\.?)"
PARTICLE_RUN = (
    r"(?:(?:van|von|der|den|de|del|della|di|da|dos|du|la|le|las|los|ten|ter|bin|ibn|al|el)[ ]){0,3}"
)
SEQUENCE = rf"(?:{TOKEN}(?:[ ]{{1,2}}{_PART}{{0,3}}{_NICK}?{TOKEN}){{0,7}}{_SUFFIX}?)"
"""Capitalised words and initials in a row, with particles, a nickname, a suffix."""
REVERSED = rf"(?:(?:{_PART}{{1,3}})?{SEQUENCE},[ ]?{SEQUENCE})"
"""Two such runs with a comma between them: LAST, FIRST M."""
_SPECIES = r"\p{Ll}(?:us|um|is|ae|i|ens)\Z"
_TOKEN = r"[^\s,]+"
_INITIAL = r"\p{L}\.?(?:\p{L}\.?)?|(?:\p{L}\.){1,3}"
_NEXT = r"(?:'s)?[ ,]{0,2}(?:'s )?(\p{L}[\p{L}'-]*)"


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a run, with its place in the run."""

    text: str
    end: int
    word: Word
    initial: bool = False
    particle: bool = False
    suffix: bool = False
    comma: bool = False
    """A comma stands behind it."""

    @property
    def caps(self) -> bool:
        return len(self.text) > 1 and self.text.isupper()


@dataclass(frozen=True, slots=True)
class Reading:
    """The name at the head of a run. `end`: where it ends. `sure`: 0 only possible, 1 a listed name, 2 names that agree
    (given name and surname, or a listed name with an initial). `words`: names in it, initials apart.
    """

    end: int
    words: int
    sure: int
    placeholder: bool
    first: Word


def tokens(run: str) -> list[Token]:
    """The words of a run."""
    found = []
    for m in regex.compile(_TOKEN).finditer(run):
        text = m.group().strip("\"()'*<>[]")
        bare = plain(text)
        initial = bool(regex.compile(_INITIAL).fullmatch(text)) and (len(bare) == 1 or "." in text)
        particle = bare in PARTICLES and not initial
        found.append(
            Token(
                text,
                m.end(),
                look_up(text),
                initial,
                particle,
                bare in SUFFIXES,
                run[m.end() : m.end() + 1] == ",",
            )
        )
    return found


def read(run: str, *, comma: bool = True) -> Reading | None:
    """The longest name at the head of a run; None when its first word is none. `comma`: LAST, FIRST is a name."""
    kept: list[Token] = []
    for token in tokens(run):
        if kept and kept[-1].comma and not token.suffix and not (comma and _reversible(kept, token)):
            break
        if not _joins(kept, token) or _in_next_field(kept, token):
            break
        kept.append(token)
    while kept and kept[-1].particle and (kept[-1].text.islower() or not kept[-1].word.most):
        kept.pop()
    names = [t for t in kept if not t.initial and not t.suffix]
    if not kept or not names:
        return None
    placeholder = any(plain(t.text) in PLACEHOLDERS for t in names)
    return Reading(kept[-1].end, len(names), _sure(kept, names), placeholder, names[0].word)


def _in_next_field(kept: list[Token], token: Token) -> bool:
    """`HOLLOWAY,TABITHA ANN  F/67`: a letter behind a wide gap is a sex, not an initial."""
    return bool(kept) and len(token.text) == 1 and token.end - kept[-1].end > 2 + kept[-1].comma


def _joins(kept: list[Token], token: Token) -> bool:
    """Whether a word goes on with the name."""
    if token.initial or token.particle:
        return True
    if token.suffix:
        return bool(kept)
    word, names = token.word, [t for t in kept if not t.initial]
    if word.kind is Kind.OTHER:
        return False
    if word.kind is Kind.UNKNOWN and token.caps and names and (len(token.text) <= 4 or not names[-1].caps):
        return False  # an abbreviation behind a name
    return not (
        word.kind is Kind.BOTH and word.tier == "a" and token.caps and len(names) >= 2 and word.most < 7
    )


def _reversible(kept: list[Token], token: Token) -> bool:
    """Whether what stands before a comma is a surname and `token` a given name."""
    if sum(t.comma for t in kept) > 1:
        return False
    names = [t for t in kept if not t.initial and not t.particle and not t.suffix]
    if not names or len(names) > 3 or kept[-1].initial:
        return False
    first = names[0].word
    if len(names) > 1 and first.given > first.surname + 1:
        return False
    return token.initial or token.word.kind >= Kind.UNKNOWN


def _sure(kept: list[Token], names: list[Token]) -> int:
    listed = [t for t in names if t.word.kind is Kind.NAME]
    if not listed:
        both = [t.word for t in names if t.word.kind is Kind.BOTH]
        if len(both) == 1 and len(names) == 1:
            return int(kept[0].initial and both[0].surname >= 5)
        return 1 if len(both) > 1 and both[0].given >= 4 and both[-1].surname >= 4 else 0
    if len(names) == 1:
        return 2 if len(kept) > 1 and listed[0].word.most >= 4 else 1
    given = any(t.word.given >= 3 for t in names)
    surname = any(t.word.surname >= 2 for t in names)
    known = sum(t.word.most > 0 for t in names)
    return 2 if given and surname and known > 1 else 1


def followed_by(after: str) -> str:
    """The next word behind a name, upper case (empty: none on this line, or other than a space, comma or `'s` between)."""
    found = regex.compile(_NEXT).match(after)
    return found.group(1).upper() if found else ""


def no_person(after: str, run: str, end: int) -> bool:
    """Whether the words behind or at the end of a name make it an eponym, a place or an organisation."""
    found = regex.compile(_NEXT).match(run[end:] + after)
    if found is None:
        return False
    following = found.group(1)
    if following[0].islower() and "," in found.group()[: -len(following)]:
        return False  # `Wilhelmina, cell on file`
    return following.upper() in EPONYM_TAILS or (following[0].isupper() and following.upper() in ORG_TAILS)


def single(word: Word, least: int = 4) -> bool:
    """Whether one word alone reads as a person's name once the sentence gives a cue."""
    return (
        word.kind is Kind.NAME
        and word.most >= least
        and not word.medical
        and not word.place
        and not (word.eponym and word.most < 7)
    )


def pair(run: str, reading: Reading) -> bool:
    """Whether `Given Surname`, nothing else around it, reads as a person: the lists agree and not by two common words."""
    kept = [t for t in tokens(run[: reading.end]) if not t.suffix]
    head = kept[0]
    if (
        len(kept) < 2
        or head.initial
        or head.particle
        or head.word.given < 3
        or plain(head.text) in GEOGRAPHIC
    ):
        return False
    names = [t for t in kept[1:] if not t.particle and not t.initial]
    clear = head.word.kind is Kind.NAME and not head.word.place
    if not names:
        return clear and head.word.given >= 5 and "." in kept[-1].text
    last = names[-1]
    if f"{head.text} {last.text}".lower() in NOT_PAIRS or (
        plain(last.text) in ORG_TAILS and last.word.surname < 7
    ):
        return False
    return _surname_agrees(head, last, clear=clear)


def _surname_agrees(head: Token, last: Token, *, clear: bool) -> bool:
    word = last.word
    if word.kind is Kind.NAME:
        strong = head.word.given >= 4 and word.surname >= 4 and not word.place and not word.eponym
        return (clear and word.most >= 2) or strong
    if word.kind is Kind.BOTH:
        return clear and head.word.given >= 5 and word.surname >= 4 and not (head.caps and word.tier == "a")
    unknown = not last.caps and len(last.text) > 2 and not head.word.medical
    return clear and unknown and head.word.given >= (6 if head.word.eponym else 5)


def reversed_pair(run: str) -> int:
    """Where `Last, First M` ends by the lists alone; 0 when they do not agree."""
    kept = tokens(run)
    at = next((i for i, t in enumerate(kept) if t.comma), -1)
    if at < 0 or at + 1 >= len(kept):
        return 0
    before = [t for t in kept[: at + 1] if not t.particle and not t.suffix]
    after = kept[at + 1]
    if not 1 <= len(before) <= 2 or not _surname_before(before, after):
        return 0
    if after.word.kind is not Kind.NAME or after.word.given < 4 or after.word.place:
        return 0
    alone = len(kept) == at + 2
    if len(after.text) == 2 and alone and not (before[-1].caps and after.word.given >= 5):
        return 0  # a State's abbreviation
    if after.word.surname > after.word.given + 3 and alone and not after.caps:
        return 0
    reading = read(run)
    return reading.end if reading is not None and reading.end > before[-1].end + 1 else 0


def _surname_before(before: list[Token], after: Token) -> bool:
    """Whether what stands before the comma reads as one surname or a Spanish double one."""
    last, head = before[-1].word, before[0].word
    if any(t.initial or t.word.kind is Kind.OTHER for t in before) or last.place:
        return False
    if len(before) == 2 and head.given > head.surname + 1:
        return False
    if last.kind is Kind.UNKNOWN:
        return before[-1].caps and after.caps and len(before[-1].text) > 4
    if last.kind is Kind.BOTH:
        return last.surname >= (7 if last.tier == "a" else 5)
    return last.surname >= 2


def with_initial(name: str) -> bool:
    """`M. Quintanar`, not `C. difficile`."""
    kept = tokens(name)
    if len(kept) != 2 or not regex.match(r"(?:\p{Lu}\.){1,2}\Z", kept[0].text) or kept[1].text.isupper():
        return False
    word = kept[1].word
    species = regex.compile(_SPECIES).search(kept[1].text)
    return not word.medical and (word.kind is Kind.NAME or (word.kind is Kind.UNKNOWN and not species))
