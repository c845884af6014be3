"""Labels: what a value stands under. A header, a JSON key, or a phrase in front of it in prose.

A vocabulary is written as phrases separated by `|`, lower case, words separated by one space:
`"date of birth | dob | birth date"`. The same phrase serves headers (`DateOfBirth`, `DATE_OF_BIRTH`, `D.O.B.`, `dateofbirth`)
and prose (`Date of birth:`, `D.O.B.`); `lic` inside `policy` never matches, since words are compared whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import IntEnum

from phiguard.detectors import _regexes as regex
from phiguard.detectors._caches import remembered
from phiguard.detectors._headers import FILLERS, key_of, steps, words

_METADATA = frozenset(
    "type types typ flag flg ind indicator count cnt status stat format fmt verified valid opt optin optout pref "
    "preference preferred desc description source src qty quantity is has had length len method meth yn exists missing "
    "known required allowed enabled use usage system sys label category cat class reason comment comments note notes "
    "score rank freq pct percent ratio diff delta offset precision accuracy quality average avg mean median distribution stdev timezone tz assigner concept drg basecls".split()
)
"""Words that make a header speak *about* an identifier instead of holding one: `phone_type`, `has_email`, `ssn_verified`."""
_ABOUT_IT = frozenset("relationship role prefix consent taken sent industry units".split())
"""Words that do so only behind it: `photo_consent`, but `consent_date`."""
_SHORT = frozenset("zip dob ssn mrn npi dea fax".split())
"""Words of three letters that a glued header may end with."""
RUNS = regex.compile(r"[^\W\d_]++|(?<!\d)\d{1,3}(?!\d)")
"""What the engine indexes of a text: runs of letters, and numbers of up to three digits."""


class Strength(IntEnum):
    """How much a label says by itself."""

    NONE = 0
    WEAK = 1
    """Generic (`name`, `id`, `date`): needs agreeing values or a person's column beside it."""
    STRONG = 2
    """A cell under it is a finding unless it is null-like or an allowed generalisation."""


def phrases(text: str) -> tuple[str, ...]:
    """Split a vocabulary written with `|` into phrases."""
    return tuple(" ".join(part.split()) for part in text.split("|") if part.strip())


_WHOSE = phrases(
    "pt | pat | ptnt | patient | mem | memb | mbr | member | sub | subscr | subscriber | guar | guarantor | insured | bene | client | "
    "rsdnt | contact | employer | spouse | mother | father | provider | next of kin"
)


def whose(text: str) -> tuple[str, ...]:
    """`"zip"` -> `pt zip`, `mbr zip` …: what a header in one word, `PTZIP`, cannot say by its last word alone."""
    return tuple(f"{person} {thing}" for person in _WHOSE for thing in phrases(text))


_OPAQUE = frozenset(
    "col column columna campo field fld f var variable v x attr attribute a c s data unnamed untitled item element key val value str string num txt".split()
)


def is_opaque(name: str) -> bool:
    """Whether a header says nothing of what stands below it: `col7`, `Unnamed: 3`, `X`, none at all."""
    return all(word in _OPAQUE or word.isdigit() or len(word) == 1 for word in words(name))


def first_words(phrase: str) -> set[str]:
    """The runs with which a label's phrase may begin in a text, its words glued or not.

    `d o b` begins `d.o.b.`, `do b` and `dob`; `ssn 4` begins with `ssn`.
    """
    runs, glued = set(), ""
    for word in phrase.split(" "):
        glued += word
        run = RUNS.match(glued)
        assert run is not None, "a label begins with a letter or up to three digits"
        runs.add(run.group())
        if run.end() < len(glued):
            break
    return runs


def beginnings(vocabulary: Iterable[str]) -> frozenset[str]:
    """All runs with which a phrase of a vocabulary may begin (`Pattern.starts`)."""
    return frozenset(run for phrase in vocabulary for run in first_words(phrase))


def trie(alternatives: Iterable[str]) -> str:
    """A regex that matches any of the phrases, shared prefixes written once; a space is up to two separators, and
    an `id` behind another word may be written `I.D.`."""
    root: dict[str, dict] = {}  # type: ignore[type-arg]
    for phrase in alternatives:
        node = root
        for char in f"{phrase} ".replace(" id ", " i.d ")[:-1]:
            node = node.setdefault(char, {})
        node[""] = {}
    return _write(root)


_GAPS = {" ": r"[ \t_\-./]{0,2}", ".": r"\.?"}


def _write(node: dict[str, dict]) -> str:  # type: ignore[type-arg]
    branches = []
    for char, below in node.items():
        if char:
            head = _GAPS.get(char) or regex.escape(char)
            branches.append(head + _write(below))
    if not branches:
        return ""
    body = branches[0] if len(branches) == 1 else "(?:" + "|".join(branches) + ")"
    if "" in node:
        body = f"(?:{body})?"
    return body


def _is_category(name: str, parts: tuple[str, ...], span: tuple[int, int]) -> bool:
    """`STATE_C`, `ACCT_CLASS_HA_C`: Clarity's ending of a category's number, outside the phrase that was found."""
    return len(parts) > 1 and span[1] < len(parts) and name.isupper() and name.endswith("_C")


def _is_whole(phrase: str, parts: tuple[str, ...]) -> bool:
    """Whether words make up a phrase: a short word is no rest of two (`3A_PT` says no `apt`, `pH` no `ph`)."""
    if len(parts) == 1 or len(phrase) > 3 or " " in phrase:
        return True
    return len(phrase) == 3 and all(len(part) == 1 for part in parts)


@dataclass(frozen=True, slots=True)
class LabelMatch:
    """What a vocabulary says of a header: how strongly, by which of its phrases, and the `kind` that the phrase implies."""

    strength: Strength
    phrase: str
    kind: str = ""
    last: bool = False
    """No word stands behind the phrase: what a header ends with is what it holds (`mailing address phone`)."""

    @property
    def rank(self) -> tuple[int, bool, int]:
        """Order among the vocabularies that know one header: the strength, then what it ends with, then the longer phrase."""
        return self.strength, self.last, len(self.phrase)


NO_LABEL = LabelMatch(Strength.NONE, "")


@dataclass(frozen=True, slots=True, eq=False)
class Labels:
    """One category's vocabulary.

    `strong`: in headers and prose. `headers`: as strong, in headers and paths only (`pt_nm`, `zp`: too short for prose).
    `weak`: generic; in headers only, and needs agreeing values. `deny`: lowers a shape of this category in prose (just
    before it) and in headers; belongs to this category alone. `kinds`: phrase -> the finding's `kind`. `generic`: strong
    phrases that are weak in headers (`order number`). `lone`: phrases that are weak beside words which the vocabulary does
    not know (`employer`, but `employer_city`).
    """

    strong: tuple[str, ...] = ()
    headers: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    deny: tuple[str, ...] = ()
    kinds: Mapping[str, str] = field(default_factory=dict)
    generic: tuple[str, ...] = ()
    lone: tuple[str, ...] = ()
    _index: dict[str, tuple[Strength, str]] = field(init=False, repr=False, compare=False)
    _denied: frozenset[str] = field(init=False, repr=False, compare=False)
    _own: frozenset[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        index: dict[str, tuple[Strength, str]] = {}
        for strength, group in (
            (Strength.WEAK, self.weak),
            (Strength.STRONG, self.headers),
            (Strength.STRONG, self.strong),
        ):
            # the spaced one of twins last: `patient name`, not `patientname`
            for phrase in sorted(group, key=lambda said: said.count(" ")):
                index[key_of(phrase)] = (strength, phrase)
        for phrase in self.generic:
            index[key_of(phrase)] = (Strength.WEAK, phrase)
        object.__setattr__(self, "_index", index)
        own = {key_of(word) for _, said in index.values() for word in said.split(" ")}
        object.__setattr__(self, "_own", frozenset(own) | FILLERS)
        object.__setattr__(self, "_denied", frozenset(map(key_of, self.deny)))

    @remembered(65536)
    def match(self, name: str) -> LabelMatch:
        """What this vocabulary says of a header or path. The longest phrase wins; metadata words undo it, and a denying
        phrase undoes a weak one (`effective_date`). In a path the last key decides: a phrase may begin in its parents
        (`name.family`), but must reach it, and metadata words count in the key alone."""
        parts, key, _ = steps(name)
        best, span = self._longest(parts, key)
        if best is NO_LABEL and len(parts) == 1 and len(parts[0]) >= 6:
            parts = self._unglued(parts[0])
            best, span = self._longest(parts, key)
        numberless = tuple(word for word in parts if not word.isdigit())
        if len(numberless) < len(parts):  # `visit_1_dt`, `addr_2_line`: a count within a phrase
            without = sum(not word.isdigit() for word in parts[:key])
            other, place = self._longest(numberless, without)
            size = len(other.phrase.replace(" ", ""))
            if size > max(4, len(best.phrase.replace(" ", ""))):
                best, span, parts, key = other, place, numberless, without
        left_over = parts[key : span[0]] + parts[max(key, span[1]) :]
        if best is not NO_LABEL and (
            any(w in _METADATA for w in left_over)
            or any(w in _ABOUT_IT for w in parts[max(key, span[1]) :])
            or _is_category(name, parts, span)
        ):
            return NO_LABEL
        if best.phrase in self.lone and not all(word in self._own or word.isdigit() for word in left_over):
            best = LabelMatch(Strength.WEAK, best.phrase, best.kind)
        if best.strength is Strength.WEAK and self.denies(name):
            return NO_LABEL
        last = all(word in FILLERS or word.isdigit() for word in parts[span[1] :])
        return LabelMatch(best.strength, best.phrase, best.kind, last) if best is not NO_LABEL else NO_LABEL

    def _unglued(self, word: str) -> tuple[str, ...]:
        """A header in one word, cut into two or three of the vocabulary's own: `guarantorzip`, but not `dosage`."""
        for cut in range(4, len(word) - 2):
            head, tail = word[:cut], word[cut:]
            if head in self._own:
                rest = self._unglued(tail)
                if len(rest) > 1 or (tail in self._own and (len(tail) > 3 or tail in _SHORT)):
                    return head, *rest
        return (word,)

    def _longest(self, parts: tuple[str, ...], key: int) -> tuple[LabelMatch, tuple[int, int]]:
        """The longest phrase that reaches the word `key`, and where it stands; a weak one only where it overlaps the
        longest strong one, which it qualifies (`ip days`), or where there is none."""
        found: dict[Strength, tuple[int, str, int, int]] = {}
        for start in range(len(parts)):
            joined = ""
            for end in range(start, min(start + 8, len(parts))):
                joined += parts[end]
                known = self._index.get(joined) if end >= key else None
                if known is None or not _is_whole(known[1], parts[start : end + 1]):
                    continue
                if known[0] not in found or len(joined) > found[known[0]][0]:
                    found[known[0]] = len(joined), known[1], start, end + 1
        strong, weak = found.get(Strength.STRONG), found.get(Strength.WEAK)
        best = strong or weak
        if best is None:
            return NO_LABEL, (0, 0)
        if strong and weak and weak[0] > strong[0] and weak[2] < strong[3] and strong[2] < weak[3]:
            best = weak
        strength = Strength.STRONG if best is strong else Strength.WEAK
        return LabelMatch(strength, best[1], self.kinds.get(best[1], "")), (best[2], best[3])

    def denies(self, name: str) -> str:
        """The phrase by which a header says that it is not of this category; empty when it does not. In a path the last
        key and its parent are heard."""
        parts, _, parent = steps(name)
        for start in range(len(parts)):
            joined = ""
            for end in range(start, min(start + 6, len(parts))):
                joined += parts[end]
                if joined in self._denied and end >= parent:
                    return joined
        return ""
