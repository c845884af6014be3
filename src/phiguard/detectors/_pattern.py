"""What a detector declares: patterns, labels, a judge for a candidate, what redaction puts in place. Pure data.

The engine proposes candidates from the patterns of all detectors; `engine.decide` is the one path that decides them.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum

from phiguard.detectors import _regexes as regex
from phiguard.detectors._labels import NO_LABEL, LabelMatch, Labels, Strength, trie
from phiguard.model import Category, Confidence, Evidence, Role

LOW, MEDIUM, HIGH = Confidence.LOW, Confidence.MEDIUM, Confidence.HIGH

LINK = (
    r"[*_\"']{0,2}\.?(?:[ \t]{0,3}(?:\#|no\b\.?|nos\b\.?|num\b\.?|nbr\b\.?|number|numbers|id\b|code)s?)?"
    r"(?:[ \t]{0,3}\([^()\n]{1,24}\))?(?:[ \t]{0,3}(?:\.{2,40}|_{2,40}|(?:[ ]\.){2,30}))?"
    r"(?:[ ]?/[ ]?(?!f[xa])[A-Za-z]{2,10}(?:[ ]?(?:\#|no\b\.?|id\b))?(?=[ ]?[:=])|[ ]value(?==[\"']))?"
    r"(?:[ \t]{0,3}(?:[:=\#>|]|-{1,2}|–|\bis\b|\bwas\b|\bof\b|\bare\b)){0,3}"
    r"\*{0,2}[ \t]{0,8}(?:\n[ \t]{0,8}(?:[-*•][ ]{1,2})?)?(?:_{2,40}|[\"'(\[<*]{0,2}(?:(?<=[(\[])\#)?)"
)
"""What may stand between a label and its value: `no.`, `#`, a remark in parentheses, the dots or the line of a form, the second of
two labels (`MRN/CSN:`), XML's `value=`, colon, `is`, bold marks, one line break."""

REACH, SPAN = 240, 800
"""Code points: how far behind its beginning a match may have its word (`Pattern.holds`); more than any match is long."""

LABEL_END = r"(?:(?<=\#)|s?(?![^\W\d_]))"
"""Behind a label: no letter, unless it ends in `#` (`Acct#V0005`); a plural (`MRNs`)."""

GLUED = (
    r"(?<=\d)(?-i:[A-Z][A-Za-z]{3,14}|MRN|DOB|SSN|NPI|DEA|LOT|Lot|AGE|Age|SEX|Sex|FIN|CSN|TEL|Tel|FAX|Fax|ZIP|Zip|PCP|DOS|EXP|Exp|REF|Ref|GRP|Grp|Adm|ADM|ACCT|HAR|MAC|Exp|Sex)"
    r"(?:[ ][A-Za-z]{1,8}){0,2}[ ]?[:\#]"
)
"""A label that hangs on the digits in front of it: `03/14/1944MRN:123456`."""


@dataclass(slots=True)
class Candidate:
    """A piece of text that a pattern proposes, with all that a judge may look at.

    `text` is the whole block (look at `value`, `before()`, `after()`); `lo`/`hi` bound the cell that it stands in.
    `labelled`: it stands under this detector's own label (a phrase in prose or the header). `header`: what this
    detector's vocabulary says of the column (strength NONE in prose). `name`: header or path as written (empty in prose).
    `whole`: the candidate is the whole cell. `as_of`: the day against which ages count.
    """

    text: str
    start: int
    end: int
    lo: int
    hi: int
    labelled: bool
    header: LabelMatch = NO_LABEL
    name: str = ""
    as_of: dt.date = dt.date.max
    groups: dict[str, str | None] = field(default_factory=dict)

    @property
    def value(self) -> str:
        return self.text[self.start : self.end]

    @property
    def whole(self) -> bool:
        return not self.text[self.lo : self.start].strip() and not self.text[self.end : self.hi].strip()

    def before(self, size: int = 40) -> str:
        """Up to `size` code points in front of the candidate, within its cell."""
        return self.text[max(self.lo, self.start - size) : self.start]

    def after(self, size: int = 40) -> str:
        """Up to `size` code points behind the candidate, within its cell."""
        return self.text[self.end : min(self.hi, self.end + size)]


@dataclass(frozen=True, slots=True)
class Verdict:
    """A judge's answer: how sure, and anything it knows better than the pattern. `shrink` moves start and end inwards."""

    confidence: Confidence
    kind: str = ""
    role: Role | None = None
    reason: str = ""
    evidence: Evidence = Evidence.SHAPE
    shrink: tuple[int, int] = (0, 0)


Judge = Callable[[Candidate], Verdict | Confidence | None]
"""Decides a candidate: None rejects it (the engine tries again one code point further), a Confidence or Verdict accepts."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """One way in which a value is written.

    `regex`: bounded quantifiers only (linear time); the value is group `v` if there is one, else the whole match. Flags
    inline: `(?i)`, `(?x)`. `alone`: what the shape is worth by itself (None: nothing, it needs a label). `labelled`: what
    it is worth under this category's own label. `column`: what it is worth when nearly all cells of a column without a
    label have a shape of this category (None: no more than alone). `check`: the shape carries a check digit or a closed
    list.

    For speed only, and held exact by a test: `needs`: strings of which at least one must stand in the block. `starts`: the
    lower-case runs of letters, or of one to three digits, with which a match may begin (no match begins elsewhere), as a set
    or a predicate. `holds`: the runs of which one stands in every match, at most `reach` code points behind its beginning;
    `span`: more code points than any match has, with what its lookaheads see.
    """

    name: str
    regex: str
    alone: Confidence | None
    labelled: Confidence = HIGH
    column: Confidence | None = None
    judge: Judge | None = None
    kind: str = ""
    check: bool = False
    needs: tuple[str, ...] = ()
    starts: Callable[[str], bool] | frozenset[str] | None = None
    holds: frozenset[str] = frozenset()
    reach: int = REACH
    span: int = SPAN


@dataclass(frozen=True, slots=True)
class Recall:
    """How a value found with certainty in running text is found again elsewhere in the same document.

    `words`: what of a certain match's text is worth remembering, folded. `regex`: where such a word may stand. `fold`: a
    word as `words` writes it. `judge`: decides a remembered word in its new place; it is no more than medium.
    """

    words: Callable[[str], Iterable[str]]
    regex: str
    fold: Callable[[str], str]
    judge: Judge


class Same(Enum):
    """Which cells of a steady shape are alike."""

    DIGITS = "digits"
    """Those that differ in their digits alone."""
    LENGTH = "length"
    """Those of one length."""
    VALUES = "values"
    """Those that differ in their digits alone, but their values are asked for elsewhere (days of records)."""


@dataclass(frozen=True, slots=True)
class Steady:
    """For speed only, and held exact by a test: cells of which one decides for all, in a column under a label of this detector and
    no other strong one. What is found in the whole of such a cell depends on nothing but its shape.

    `shapes`: for the library `re`, ASCII only, none of which describes a cell of another; what says nothing (zeros, nines) is left
    out by the engine.
    """

    shapes: tuple[str, ...]
    same: Same = Same.DIGITS


@dataclass(frozen=True, slots=True)
class Detector:
    """One category's declaration.

    `title`: the Terms' words. `law`: the paragraph. `replacement`: the tag that redaction writes. `patterns`: free-standing
    shapes. `value`: what may stand under a strong label, in prose and in a cell; its `alone` is not used. `cell`: for a
    column's whole cell that no pattern describes (list evidence: given names, cities): how sure the cell alone makes us.
    `accepts`: an allowed generalisation, which is never a finding (zip3 of a large area, `90+`), asked with the cell's
    text and the phrase of the label. `needs_person`: in a table, only counts where a person's column stands beside it
    or its own strong label says so. `person`: a column of this category shows that the table is about persons;
    `person_kinds`: only a column whose label is of one of these kinds does (a birth date does, a date does not). `recall`: how a certain value is found again.
    `tagged`: what a stretch is worth that the tagger names so (person, place, facility, organisation); the regex says which parts
    of the stretch are candidates.
    """

    category: Category
    title: str
    law: str
    replacement: str
    patterns: tuple[Pattern, ...]
    labels: Labels = field(default_factory=Labels)
    value: Pattern | None = None
    cell: Callable[[str], Confidence | None] | None = None
    accepts: Callable[[str, str], bool] | None = None
    needs_person: bool = False
    person: bool = False
    person_kinds: frozenset[str] = frozenset()
    recall: Recall | None = None
    steady: Steady | None = None
    tagged: Mapping[str, Pattern] = field(default_factory=dict)
    id: str = ""

    def __post_init__(self) -> None:
        if not self.id:
            object.__setattr__(self, "id", self.category.value)


def labelled_regex(detector: Detector, phrases: Iterable[str] | None = None) -> str | None:
    """The regex for a value behind this detector's label in prose; groups `label` and `v`. None without labels. `phrases`: those
    of the labels that a text may hold (None: all)."""
    phrases = detector.labels.strong if phrases is None else phrases
    if not phrases or detector.value is None:
        return None
    flags, value = split_flags(detector.value.regex)
    inner = f"(?{flags}:{value})" if flags else f"(?:{value})"
    return rf"(?:(?<![^\W_])|(?={GLUED}))(?i:(?P<label>{trie(phrases)}){LABEL_END}{LINK})(?P<v>{inner})"


def behind_regex(detector: Detector) -> str | None:
    """The regex for a value with this detector's label behind it (`445566 (MRN)`); groups `v` and `label`."""
    if not detector.labels.strong or detector.value is None:
        return None
    flags, value = split_flags(detector.value.regex)
    inner = f"(?{flags}:{value})" if flags else f"(?:{value})"
    label = rf"(?i:(?P<label>{trie(detector.labels.strong)}){LABEL_END}(?:[ ]?(?:\#|no\b\.?|number))?)"
    return rf"(?P<v>{inner})(?:[ ]{{0,2}}[(\[][ ]?{label}[.:]?[ ]?[)\]]|[ ](?:is|was)[ ](?:[\w']{{1,9}}[ ]){{0,2}}{label}(?![\w:\#]|[ ](?:[:\#\d]|is\b)))"


def deny_regex(detector: Detector) -> str | None:
    """The regex that finds a denying label right before a candidate; None without any."""
    if not detector.labels.deny:
        return None
    return rf"(?i)(?<![^\W_]){trie(detector.labels.deny)}{LABEL_END}{LINK}\Z"


def split_flags(pattern: str) -> tuple[str, str]:
    """Split leading inline flags from a regex: `(?ix)ab` -> `("ix", "ab")`."""
    found = regex.match(r"\(\?([imsx]+)\)", pattern)
    return (found.group(1), pattern[found.end() :]) if found else ("", pattern)


__all__ = [
    "GLUED",
    "HIGH",
    "LABEL_END",
    "LINK",
    "LOW",
    "MEDIUM",
    "REACH",
    "SPAN",
    "Candidate",
    "Category",
    "Confidence",
    "Detector",
    "Evidence",
    "Judge",
    "LabelMatch",
    "Labels",
    "Pattern",
    "Recall",
    "Role",
    "Strength",
    "Verdict",
    "behind_regex",
    "deny_regex",
    "labelled_regex",
    "split_flags",
]
