"""Second readings, each of a few words around the place that asks for it:

- a line break inside an identifier or a name, closed or taken for a blank;
- letters for digits (`O`, `l`), as a scanner writes them: only what stands under a label then counts, or passes a check;
- what is percent-encoded in an address or a form;
- digits with a blank behind each, as forms print them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import regex

from phiguard.engine.readings import Reading, read
from phiguard.model import Category, Confidence, Evidence, Match

_NEAR = 80
"""Code points of context to each side of a place that is read again."""
_TITLE = regex.compile(r"(?i)(?<!\p{L})(?:drs?|mrs?|ms|miss|prof|sra?|srta|dra|rev|nurse|patient|pt)\.?\Z")
_NAME_ENDS = regex.compile(r"(?<!\p{L})(?:\p{Lu}[\p{L}'-]{1,24},?|\p{Lu}\.|\d{1,6})\Z")
"""How a line ends that may break a name, an address, or a number and its street."""
_INNER = frozenset("-/@")
"""Marks behind which an identifier, an address or a word with a hyphen goes on without a blank."""
_IN_ADDRESS = frozenset("._:=&?%+")
_ADDRESS = regex.compile(r"(?:@|://|(?i:www\.))\S{0,80}\Z")
"""The same for those that begin as an address of the web or of mail."""
_GOES_ON = regex.compile(
    r"\p{Lu}[\p{L}'-]*+\.?(?:[ ]\p{Lu}[\p{L}'-]*+)?(?:,[ ]?(?:\p{Lu}{2,4}(?!\p{L})|\p{Ll}))?(?:[ ]\p{Ll}|[.,;)]|\Z)|\d{5}(?:-\d{4})?(?!\w)"
)
_HEADING = regex.compile(r"[^\n:]{0,32}:|[-*•#]|\d{1,2}[.)][ ]")
_WRAPPED = 50
"""A line at least this long may have been broken by a program, not by its writer."""

_CONFUSED = {"o": "0", "l": "1", "i": "1", "s": "5", "b": "8", "z": "2", "|": "1"}
_DIGIT_FOR = str.maketrans({k: v for a, v in _CONFUSED.items() for k in (a, a.upper())})
_RUNS = frozenset(a + b for a in "olisbz" for b in ("", *"olisbz"))
_TOKEN = regex.compile(
    r"(?<![\w|])[(]?[\dOoIlSsBbZz|]{1,12}(?:[-/. )]{1,2}[\dOoIlSsBbZz|]{1,12}){0,5}(?![\w|])"
)
_ESCAPES = regex.compile(r"(?:%(?:2[0-9A-Fa-f]|3[ABDFabdf]|40|5[BDbd]|[Cc]3%[89ABab][0-9A-Fa-f]))+")
_ESCAPED = regex.compile(rf"[\w.@:/?&=+-]{{1,200}}+(?:{_ESCAPES.pattern}[\w.@:/?&=+-]{{0,200}}+){{1,40}}")
_SPACED = regex.compile(r"(?<!\S)\(?\d(?:[ ][-/.]?[ ]?\d){5,40}(?![\w])")
_LETTERS = regex.compile(r"(?<!\S)\p{Lu}(?:[ ]\p{Lu}){1,4}(?=[ ]?[:#]|[ ]\d)")


@dataclass(frozen=True, slots=True)
class Second:
    """A second reading of a few words, and which of the matches in it count."""

    reading: Reading
    counts: Callable[[Match], bool]


def again(text: str, words: Mapping[str, Sequence[int]]) -> Iterator[Second]:
    """The second readings that a text asks for. `words`: where its short runs of letters stand."""
    if "\n" in text:
        yield from _unwrapped(text)
    yield from _as_digits(text, words)
    yield from _closed_up(text)
    if "%" in text:
        yield from _escaped(text)


def _unwrapped(text: str) -> Iterator[Second]:
    """Line breaks inside a number, an address, a word with a hyphen, or between two words of a name."""
    at = text.find("\n")
    while at >= 0:
        start, end = at, at + 1
        while start and at - start < 4 and text[start - 1] in " \t":
            start -= 1
        while end < len(text) and end - at < 9 and text[end] in " \t>":
            end += 1
        before, behind = text[start - 1 : start], text[end : end + 1]
        if _goes_on(text, start) and (behind.isalnum() or behind in "(@-"):
            yield from _joints(text, start, end, before, behind)
        at = text.find("\n", at + 1)


def _goes_on(text: str, at: int) -> bool:
    """Whether a line that ends here may end inside a value."""
    before = text[at - 1 : at]
    if before in _IN_ADDRESS:
        return _address(text, at) or (before == "." and text[at - 2 : at - 1].isalpha())
    return bool(before) and (before.isalnum() or before in _INNER or before in "),'")


def _address(text: str, at: int) -> bool:
    return _ADDRESS.search(text, max(0, at - 90), at) is not None


def _joints(text: str, start: int, end: int, before: str, behind: str) -> Iterator[Second]:
    digits = before.isdigit() and behind.isdigit()
    inner = before in _INNER or (before in _IN_ADDRESS and _address(text, start))
    if inner or behind in "@-" or digits:
        near = text[start - 2 : start - 1] if inner else text[end + 1 : end + 2]
        if near.isalnum() or digits:
            yield _across(text, start, end, "", sure=not digits)
    if inner or behind in "@-":
        return
    if (before.isdigit() or before == ")") and behind in "(0123456789":
        yield _across(text, start, end, " ", sure=True)
    elif behind.isupper() or behind.isdigit():
        line = text.rfind("\n", 0, start) + 1
        if "\t" in text[line:start]:
            return
        titled = _TITLE.search(text, max(line, start - 10), start) is not None
        wrapped = behind.isupper() and start - line >= _WRAPPED and not _HEADING.match(text, end)
        ends = _NAME_ENDS.search(text, max(line, start - 28), start) is not None
        if titled or wrapped or (ends and _GOES_ON.match(text, end)):
            yield _across(text, start, end, " ", sure=True)


def _across(text: str, start: int, end: int, new: str, *, sure: bool) -> Second:
    """The words around a line break, read without it; what spans it or begins behind it counts, where it is not `sure` with a check digit."""
    lo, hi = _window(text, start, end)
    left, right = start - lo, start - lo + len(new)

    def counts(match: Match) -> bool:
        if not match.start <= right < match.end or not left:
            return False
        return match.confidence >= Confidence.MEDIUM and (sure or bool(match.evidence & Evidence.CHECK))

    return Second(read(text, lo, hi, [(start, end, new)]), counts)


def _as_digits(text: str, words: Mapping[str, Sequence[int]]) -> Iterator[Second]:
    last = -1
    for place in sorted(place for run in _RUNS if run in words for place in words[run]):
        if place < last or not _beside_digit(text, place):
            continue
        start = place
        while start and place - start < 40 and not text[start - 1].isspace():
            start -= 1
        found = _TOKEN.search(text, start, place + 48)
        if found is None or not found.start() <= place < found.end():
            continue
        last = found.end()
        token = found.group()
        if sum(map(str.isdigit, token)) * 2 < sum(map(str.isalnum, token)):
            continue
        lo, hi = _window(text, *found.span())
        changes = [
            (found.start() + i, found.start() + i + 1, new)
            for i, (old, new) in enumerate(zip(token, token.translate(_DIGIT_FOR), strict=True))
            if old != new
        ]
        yield Second(read(text, lo, hi, changes), _over(found.start() - lo, found.end() - lo, named=True))


def _beside_digit(text: str, place: int) -> bool:
    """Whether a digit stands near in the same word."""
    return any(map(str.isdigit, text[max(0, place - 3) : place + 5]))


def _closed_up(text: str) -> Iterator[Second]:
    for found in _SPACED.finditer(text):
        if _counted(found.group()):
            continue
        lo, hi = _window(text, *found.span())
        changes = [
            (at, at + 1, "")
            for part in (*_LETTERS.finditer(text, lo, found.start()), found)
            for at in range(part.start(), part.end())
            if text[at] == " "
        ]
        end = found.end() - lo - len(changes)
        start = found.start() - lo - sum(at < found.start() for at, _, _ in changes)
        yield Second(read(text, lo, hi, changes), _over(start, end, named=False))


def _escaped(text: str) -> Iterator[Second]:
    """What stands percent-encoded in an address or a form: `name=John%20Smith`, `jane%40quackmail.org`."""
    for found in _ESCAPED.finditer(text):
        lo, hi = _window(text, *found.span())
        changes = [
            (at.start(), at.end(), bytes.fromhex(at.group().replace("%", "")).decode("utf-8", "replace"))
            for at in _ESCAPES.finditer(text, found.start(), found.end())
        ]
        behind = found.end() - lo - sum(to - at - len(new) for at, to, new in changes)
        over = _over(found.start() - lo, behind, named=False, but=Category.URLS)
        yield Second(read(text, lo, hi, changes), over)


def _counted(digits: str) -> bool:
    """Whether digits apart are a scale or a count: each the one behind the last."""
    numbers = [int(digit) for digit in digits if digit.isdigit()]
    return all(b - a == 1 for a, b in pairwise(numbers[:9]))


def _over(start: int, end: int, *, named: bool, but: Category | None = None) -> Callable[[Match], bool]:
    """Matches that lie over the place: under a label or with a check digit where `named`, else any that is reported; none of
    the category `but`."""

    def counts(match: Match) -> bool:
        sure = match.confidence >= Confidence.MEDIUM and match.start < end and start < match.end
        return (
            sure
            and match.category is not but
            and (not named or bool(match.evidence & (Evidence.LABEL | Evidence.CHECK)))
        )

    return counts


def _window(text: str, start: int, end: int) -> tuple[int, int]:
    """Some words to each side, cut where a blank stands, within the cell."""
    lo, hi = max(0, start - _NEAR), min(len(text), end + _NEAR)
    while lo and lo < start and not text[lo - 1].isspace():
        lo += 1
    while hi < len(text) and hi > end and not text[hi].isspace():
        hi -= 1
    lo = max(lo, text.rfind("\x00", lo, start) + 2) if "\x00" in text[lo:start] else lo
    cut = text.find("\x00", end, hi)
    return lo, cut - 1 if cut >= 0 else hi
