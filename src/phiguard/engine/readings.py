"""Other readings of a text: what people hide without meaning to, and where each code point of a reading stood.

First reading (`reveal`): the text without what is not seen (soft hyphens, zero-width marks, control characters, the return of
a line end), with HTML entities, ligatures and decomposed accents written out, and look-alike letters of another script
inside a Latin word as Latin ones. Second readings (`again`), each of a few words around the place that asks for it:

- a line break inside an identifier or a name, closed or taken for a blank;
- letters for digits (`O`, `l`), as a scanner writes them: only what stands under a label then counts, or passes a check;
- digits with a blank behind each, as forms print them.
"""

from __future__ import annotations

import html
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import regex

from phiguard.model import Confidence, Evidence, Match

_UNSEEN = r"[\x00-\x08\x0e-\x1f\x7f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff]"
_ENTITY = r"&(?:\#\d{2,6}|\#[xX][0-9a-fA-F]{2,5}|[A-Za-z]{2,8}\d{0,2});"
_MARKED = r"\p{L}[\u0300-\u036f]{1,3}"
_FOREIGN = "АВЕКМНОРСТУХаеорсухіѕјΑΒΕΖΗΙΚΜΝΟΡΤΥΧο"
_LATIN = "ABEKMHOPCTYXaeopcyxisjABEZHIKMNOPTYXo"
_LOOKS = str.maketrans(_FOREIGN, _LATIN)
_STRANGE = rf"(?<=[A-Za-z])[{_FOREIGN}]|[{_FOREIGN}](?=[A-Za-z])"
_GLUED = (
    r"(?<=\p{Ll})(?=(?:DOB|MRN|SSN|NPI|CSN|FIN|DOS|PCP|ZIP|(?:Phone|Tel|Fax|Address|Age|Sex|Gender|Email|Acct|Account|Name|City|Zip)(?![^\W\d_]))[ ]?[:#])"
    r"|(?<=(?<!\p{L})(?:Name|NAME))(?=\p{Lu}\p{Ll}{1,15}[ ]\p{Lu}\p{Ll})"
)
"""Where a label hangs on the value before it (`Jane SmithDOB: 3/14/1944`) or behind it (`NameJane Smith`): read with a colon or blank."""
_HIDING = regex.compile(rf"{_UNSEEN}|\r(?=\n)|{_ENTITY}|{_MARKED}|[\ufb00-\ufb06]|{_STRANGE}|{_GLUED}")
_IN_ASCII = regex.compile(rf"[\x00-\x08\x0e-\x1f\x7f]|\r(?=\n)|{_ENTITY}|{_GLUED}")

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
_SPACED = regex.compile(r"(?<!\S)\(?\d(?:[ ][-/.]?[ ]?\d){5,40}(?![\w])")
_LETTERS = regex.compile(r"(?<!\S)\p{Lu}(?:[ ]\p{Lu}){1,4}(?=[ ]?[:#]|[ ]\d)")


@dataclass(frozen=True, slots=True)
class Reading:
    """A text as it is read, and where it stood: stretches that begin at `begins` in it and at `stood` in the original;
    one that stands for something of another length ended at `ended` there (else -1)."""

    text: str
    begins: Sequence[int]
    stood: Sequence[int]
    ended: Sequence[int]

    def place(self, start: int, end: int) -> tuple[int, int]:
        """A span of the reading as a span of the original."""
        first = bisect_right(self.begins, start) - 1
        last = bisect_right(self.begins, end - 1) - 1
        begin = self.stood[first] + (start - self.begins[first] if self.ended[first] < 0 else 0)
        behind = self.ended[last] if self.ended[last] >= 0 else self.stood[last] + end - self.begins[last]
        return begin, behind


def read(text: str, start: int, end: int, changes: Sequence[tuple[int, int, str]]) -> Reading:
    """A reading of `text[start:end]` in which each (from, to, new) is read as `new`; changes in order, apart."""
    pieces: list[str] = []
    begins, stood, ended, size, last = [0], [start], [-1], 0, start
    for lo, hi, new in changes:
        pieces += (text[last:lo], new)
        size += lo - last
        if new:
            begins.append(size)
            stood.append(lo)
            ended.append(hi)
            size += len(new)
        begins.append(size)
        stood.append(hi)
        ended.append(-1)
        last = hi
    pieces.append(text[last:end])
    return Reading("".join(pieces), begins, stood, ended)


def moved(match: Match, reading: Reading) -> Match:
    """A match of the reading as one of the original."""
    start, end = reading.place(match.start, match.end)
    return replace(match, start=start, end=end)


def hides(text: str) -> bool:
    """Whether a text holds what `reveal` would take away or write out."""
    return (_IN_ASCII if text.isascii() else _HIDING).search(text) is not None


def reveal(text: str) -> Reading:
    """The text as people see it."""
    pattern = _IN_ASCII if text.isascii() else _HIDING
    changes = [(*found.span(), _seen(text, found)) for found in pattern.finditer(text)]
    return read(text, 0, len(text), changes)


def _seen(text: str, found: regex.Match[str]) -> str:
    piece = found.group()
    if not piece:
        return ": " if text[found.start() - 4 : found.start()].lower() == "name" else " "
    if piece[0] == "&":
        new = html.unescape(piece)
        return str(_HIDING.sub("", new)) if len(new) < len(piece) else piece
    if len(piece) > 1:
        return unicodedata.normalize("NFC", piece)
    if "\ufb00" <= piece <= "\ufb06":
        return unicodedata.normalize("NFKC", piece)
    return piece.translate(_LOOKS) if piece.isalpha() else ""


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
        if titled or (
            (wrapped or _GOES_ON.match(text, end)) and _NAME_ENDS.search(text, max(line, start - 28), start)
        ):
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


def _counted(digits: str) -> bool:
    """Whether digits apart are a scale or a count: each the one behind the last."""
    numbers = [int(digit) for digit in digits if digit.isdigit()]
    return all(b - a == 1 for a, b in pairwise(numbers[:9]))


def _over(start: int, end: int, *, named: bool) -> Callable[[Match], bool]:
    """Matches that lie over the place: under a label or with a check digit where `named`, else any that is reported."""

    def counts(match: Match) -> bool:
        sure = match.confidence >= Confidence.MEDIUM and match.start < end and start < match.end
        return sure and (not named or bool(match.evidence & (Evidence.LABEL | Evidence.CHECK)))

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
