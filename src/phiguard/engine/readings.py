"""The first reading of a text: what people see of it, and where each code point of it stood.

Without what is not seen (soft hyphens, zero-width marks, control characters, the return of a line end, `<wbr>`); with HTML entities,
ligatures and decomposed accents written out, look-alike letters of another script inside a Latin word as Latin ones, and a
blank where a label hangs on a value. `second_readings` has those of a few words.
"""

from __future__ import annotations

import html
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

import regex

from phiguard.model import Match

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
_STRAY = r"(?<=[\d./-])[\ufffd\u00ff\u00fe\u00c2](?=[\d./-])"
"""What a damaged byte is read as, inside a number."""
_HIDING = regex.compile(
    rf"{_UNSEEN}|{_STRAY}|\r(?=\n)|{_ENTITY}|<wbr ?/?>|{_MARKED}|[\ufb00-\ufb06]|{_STRANGE}|{_GLUED}"
)
_IN_ASCII = regex.compile(rf"[\x00-\x08\x0e-\x1f\x7f]|\r(?=\n)|{_ENTITY}|<wbr ?/?>|{_GLUED}")


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
    if piece[0] == "<":
        return ""
    if piece[0] == "&":
        new = html.unescape(piece)
        return str(_HIDING.sub("", new)) if len(new) < len(piece) else piece
    if len(piece) > 1:
        return unicodedata.normalize("NFC", piece)
    if "\ufb00" <= piece <= "\ufb06":
        return unicodedata.normalize("NFKC", piece)
    return piece.translate(_LOOKS) if piece in _FOREIGN else ""
