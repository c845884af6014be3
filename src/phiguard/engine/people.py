"""Whose a finding is: what stands beside a person's name is that person's, and a clinician may be a patient as well."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import regex

from phiguard.detectors._roles import role_of
from phiguard.engine.classes import Classes
from phiguard.engine.text import seen
from phiguard.model import Block, BlockKind, Category, Confidence, Found, Match, Role

_PROTECTED = frozenset((Role.PATIENT, Role.RELATIVE, Role.HOUSEHOLD, Role.EMPLOYER))
"""Whom the law speaks of: their identifiers are never left out as a clinician's."""
_CONTACTS = frozenset(
    (
        Category.PHONES,
        Category.FAXES,
        Category.EMAILS,
        Category.LICENSES,
        Category.GEOGRAPHY,
        Category.URLS,
        Category.SSNS,
        Category.DATES,
        Category.MEDICAL_RECORDS,
    )
)
_OF_ANYONE = frozenset((Category.SSNS, Category.DATES, Category.MEDICAL_RECORDS))
"""What stands beside a clinician's name is the patient's all the same: never taken for the clinician's."""
_BETWEEN = regex.compile(
    r"(?i)(?:[\s,;:()|/\#.*\[\]–-]|(?:'s|m\.?d|d\.?o|rn|lpn|np|aprn|pa-?c|ph\.?d|facs|facp|dds|dmd|pharm\.?d|npi|dea|lic(?:ense)?|no|number|pager|beeper|phone|ph|"
    r"tel|telephone|cell|mobile|office|work|home|direct|fax|e-?mail|address|contact|at|is|ext|st|state|upin)(?!\p{L})){0,24}"
)
"""What stands between a name and that person's own numbers; no verb, and nobody else."""
_LABEL = regex.compile(r"(?:\A|[\n;,|.])[ \t]{0,4}(\p{L}[\p{L} /'-]{2,39})[:\#][ \t]{0,3}\Z")
_MOST = 200_000
"""Names remembered of one document."""


def attribute(text: str, matches: Sequence[Match]) -> list[Match]:
    """The matches of a piece of running text, in order, where those of unknown role have that of the name before them or of
    their label, if it tells one."""
    told: list[Match] = []
    person: Match | None = None
    last = 0
    for match in matches:
        between = text[last : match.start] if match.start - last <= 80 else "?"
        if person is not None and (_BETWEEN.fullmatch(between) is None or between.count("\n") > 1):
            person = None
        if match.category is Category.NAMES:
            person = match if match.role is not Role.UNKNOWN else None
        elif match.category not in _CONTACTS:
            person = None
        elif match.role is Role.UNKNOWN:
            match = _given(match, person, text)
        told.append(match)
        last = match.end
    return told


def _given(match: Match, person: Match | None, text: str) -> Match:
    label = _LABEL.search(text, max(0, match.start - 48), match.start)
    role = role_of(label[1]) if label else Role.UNKNOWN
    if role is Role.UNKNOWN and person is not None:
        role = person.role
    if role is Role.UNKNOWN or (role is Role.CLINICIAN and match.category in _OF_ANYONE):
        return match
    return replace(match, role=role)


@dataclass(slots=True)
class People:
    """Hashes of the names of those whom the law speaks of: of whole names, and of the words in them. They live as long as
    the examination."""

    names: set[int] = field(default_factory=set)
    words: set[int] = field(default_factory=set)

    def merge(self, other: People) -> None:
        """Add another part of the same document; the order of parts does not matter."""
        self.names |= other.names
        self.words |= other.words

    def observe(self, blocks: Sequence[Block], matches: Sequence[Found | Classes]) -> None:
        """Remember the patients, relatives and employers whom a chunk names."""
        for block, found in zip(blocks, matches, strict=True):
            column = role_of(block.name or "") if block.kind is BlockKind.COLUMN else Role.UNKNOWN
            for index, match in found:
                protected = match.role in _PROTECTED or (match.role is Role.UNKNOWN and column in _PROTECTED)
                if match.category is Category.NAMES and protected and match.confidence >= Confidence.MEDIUM:
                    words = _words(block.cells[index][match.start : match.end])
                    if len(self.names) < _MOST:
                        self.names.add(hash(words))
                        self.words.update(map(hash, words))

    def knows(self, name: str) -> bool:
        """Whether a name is also that of one of them: all of it, or a single word that is part of theirs."""
        words = _words(name)
        return hash(words) in self.names or (len(words) == 1 and hash(next(iter(words))) in self.words)


def _words(name: str) -> frozenset[str]:
    return frozenset(word for word in regex.findall(r"\p{L}{2,}", seen(name).casefold()))
