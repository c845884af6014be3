"""JSON taken apart while it streams: tokens with their places, tolerant of what other parsers refuse or lose.

Source: RFC 8259; RFC 7464 and NDJSON for sequences. Tolerated beside it: comments, single quotes, bare keys, commas too many or
too few, NaN and Infinity, control characters in strings, lone surrogates (read as U+FFFD), unknown escapes (read as written).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from enum import Enum

from phiguard.formats._prose import Lines
from phiguard.formats._streams import PIECE, Piece, steps

STRING_MOST = 1 << 19
"""Code points of a string that is still one cell."""

_ESCAPE = re.compile(
    r"\\(?:u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|([\"'\\/bfnrt]))"
)
_PLAIN = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
_NUMBER = re.compile(
    r"[-+]?(?:\d[\d_]*\.?\d*|\.\d+)(?:[eE][-+]?\d+)?|[-+]?(?:NaN|Infinity|inf|nan)|0[xX][0-9a-fA-F]+"
)
_WORDS = frozenset("true false null undefined None True False".split())

DOUBLE, SINGLE, BARE, COLON, OPEN, CLOSE, BREAK = range(1, 8)
"""Groups of a token's match; `lastindex` says which: a string or bare word followed by a colon is a key (COLON)."""


def _tokens(space: str, gap: str, line: str) -> re.Pattern[str]:
    """`space`: what may stand before a token. `gap`: what may stand before a colon. `line`: what ends a string."""
    escaped = rf"\\[^{line}]" if line else r"\\."
    return re.compile(
        rf"[{space}]*+(?:(?:\"((?:[^\"\\{line}]++|{escaped})*+)\"|'((?:[^'\\{line}]++|{escaped})*+)'|([-+.\w$]++))"
        rf"[{gap}]*+(:)?|([\[{{])|([\]}}])|(\r\n|\n|\r))",
        re.DOTALL,
    )


TOKEN = _tokens(r" \t\r\n,\ufeff\x1e\x00", r" \t\r\n", "")
"""The next token of a document."""
LINE_TOKEN = _tokens(r" \t,\ufeff\x1e\x00", r" \t", r"\r\n")
"""The next token where each line is a document: the end of the line is one."""
_SPACE = re.compile(r"[ \t\r\n,\ufeff\x1e\x00]*+")
_LINE_SPACE = re.compile(r"[ \t,\ufeff\x1e\x00]*+")
_BREAK = re.compile(r"\r\n|\n|\r")


def is_number(word: str) -> bool:
    """Whether a bare word is a number as written (`1.0e5`, `NaN`, 5,000 digits)."""
    return _NUMBER.fullmatch(word) is not None


def is_word(word: str) -> bool:
    """Whether a bare word is a literal that says nothing by itself (`true`, `null`)."""
    return word in _WORDS


def unescape(raw: str) -> str:
    """A string's text: escapes resolved, surrogate pairs joined, lone surrogates as U+FFFD."""
    if "\\" in raw:
        raw = _ESCAPE.sub(_character, raw)
    return raw


def _character(found: re.Match[str]) -> str:
    high, low, code, plain = found.groups()
    if plain:
        return _PLAIN.get(plain, plain)
    if high:
        return chr(0x10000 + ((int(high, 16) - 0xD800) << 10) + int(low, 16) - 0xDC00)
    number = int(code, 16)
    return "\ufffd" if 0xD800 <= number < 0xE000 else chr(number)


def raw_offset(raw: str, offset: int, start: int = 0) -> int:
    """The place in `raw` that the code point `offset` of a string was read from; the string begins at `start`."""
    passed, at = 0, start
    for found in _ESCAPE.finditer(raw, start):
        plain = found.start() - at
        if passed + plain >= offset:
            break
        passed, at = passed + plain + 1, found.end()
    return at + offset - passed


class Stop(Enum):
    """Why no token came: the text is over, or what stands there is none."""

    END = "end"
    COMMENT = "comment"
    LONG = "long"
    """A string too long to be held."""
    BAD = "bad"


class Text:
    """The text of a document as far as it is held. `at`: where the next token is looked for. `start`: code points of the
    document before the held text. `lines`: places in it."""

    def __init__(self, pieces: Iterable[str]) -> None:
        self._stream = steps(pieces)
        self.text, self.at, self.ended, self.start = "", 0, False, 0
        self.lines = Lines("")

    def more(self) -> None:
        """Let go of what was passed and hold the next step."""
        piece = next(self._stream, None)
        line, column = self.place()
        self.start += self.at
        self.text = self.text[self.at :] + (piece or "")
        self.at, self.ended = 0, piece is None
        self.lines = Lines(self.text, line, column)

    def place(self) -> tuple[int, int]:
        """1-based line and column of `at`."""
        return self.lines.at(self.at)

    def stop(self, *, lines: bool) -> Stop:
        """What stands where no token was found; `at` is moved to it."""
        space = (_LINE_SPACE if lines else _SPACE).match(self.text, self.at)
        assert space is not None
        if space.end() == len(self.text):
            # the last one stays: it may be the first half of a \\r\\n
            self.at = max(self.at, space.end() - (not self.ended))
            return Stop.END
        self.at = space.end()
        if self.text.startswith(("//", "/*"), self.at):
            return Stop.COMMENT
        held = len(self.text) - self.at
        if self.text[self.at] in "\"'" and not self.ended:
            if lines and _BREAK.search(self.text, self.at):
                return Stop.BAD
            return Stop.LONG if held > STRING_MOST else Stop.END
        return Stop.BAD if self.ended or held > 1 else Stop.END

    def comment(self) -> str:
        """The comment at `at`, which is passed; empty when its end is not held."""
        if self.text.startswith("/*", self.at):
            end = self.text.find("*/", self.at + 2) + 2
            end = 0 if end == 1 else end
        else:
            found = _BREAK.search(self.text, self.at)
            end = found.start() if found else len(self.text) if self.ended else 0
        comment = self.text[self.at : end] if end else ""
        self.at = max(self.at, end)
        return comment

    def string(self, *, lines: bool) -> Iterator[Piece]:
        """The long string at `at` in pieces, up to its closing quote, the end of the document or, with `lines`, of the line."""
        quote, line = self.text[self.at], r"\r\n" if lines else ""
        inside = re.compile(rf"(?:[^{quote}\\{line}]++|\\.)*+", re.DOTALL)
        self.at += 1
        while True:
            found = inside.match(self.text, self.at)
            assert found is not None
            end = found.end()
            closed = self.text.startswith(quote, end)
            broken = lines and self.text.startswith(("\r", "\n"), end)
            if not closed and not broken:
                end = len(self.text) if self.ended else self._cut(max(self.at, end - 12), end, escaped=True)
            yield from self._pieces(end, escaped=True)
            if closed or broken or self.ended:
                self.at += closed
                return
            self.more()

    def rest(self, *, lines: bool) -> Iterator[Piece]:
        """All that follows, as it stands; with `lines` up to the end of the line."""
        while True:
            found = _BREAK.search(self.text, self.at) if lines else None
            end = found.start() if found else len(self.text)
            if not self.ended and found is None and self.text.endswith("\r"):
                end -= 1
            yield from self._pieces(end, escaped=False)
            if found is not None or self.ended:
                return
            self.more()

    def _pieces(self, end: int, *, escaped: bool) -> Iterator[Piece]:
        """What is held up to `end` in pieces, none of which ends inside an escape or a line end. Passes it."""
        while self.at < end:
            stop = self._cut(min(end, self.at + PIECE), end, escaped=escaped)
            raw = self.text[self.at : stop]
            line, column = self.place()
            self.at = stop
            yield Piece(unescape(raw) if escaped else raw, raw, line, column)

    def _cut(self, stop: int, end: int, *, escaped: bool) -> int:
        """`stop`, or a little later where it would part what belongs together."""
        if self.text.startswith("\r\n", stop - 1):
            return min(end, stop + 1)
        if not escaped:
            return stop
        begin = max(self.at, stop - 24)
        while begin > self.at and self.text[begin - 1] == "\\":
            begin -= 1
        for found in _ESCAPE.finditer(self.text, begin, end):
            if found.end() >= stop:
                return found.end() if found.start() < stop else stop
        return stop
