"""One pass over a JSON document: tokens become cells by path, keys become names, and what is no JSON becomes prose."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from phiguard.formats import _json_tokens as tokens
from phiguard.formats._json_paths import Node, Paths
from phiguard.formats._json_tokens import Stop, Text, raw_offset
from phiguard.formats._prose import Lines
from phiguard.formats._streams import Owner, long_text
from phiguard.model import Block, BlockKind, Chunk

DEPTH_MOST = 512
_KEYS_MOST = 100_000
_POSITIONS_MOST = 64


class _Frame:
    """An open object or array. `slot`: where the value of the key just read goes. `count`: elements passed."""

    __slots__ = ("count", "inner", "node", "object", "slot")

    def __init__(self, node: Node, *, object: bool, inner: bool) -> None:
        self.node, self.object, self.inner = node, object, inner
        self.slot: Node | None = None
        self.count = 0


@dataclass(frozen=True, slots=True)
class _Places:
    """Places of strings and numbers in the held text."""

    text: str
    lines: Lines
    starts: Sequence[int]

    def locate(self, cell: int, offset: int) -> tuple[int, int]:
        """As `Block.locate` asks."""
        return self.lines.at(raw_offset(self.text, offset, self.starts[cell]))


class Reading:
    """One pass over a document. `seen`: tokens taken so far."""

    def __init__(self, pieces: Iterable[str], format: str) -> None:
        self.problems: list[str] = []
        self.seen = 0
        self._text = Text(pieces)
        self._by_line = format == "ndjson"
        self._pattern = tokens.LINE_TOKEN if self._by_line else tokens.TOKEN
        # by the group of a token, from DOUBLE to BREAK; there is no group 0
        self._takers: tuple[Callable[[re.Match[str]], bool], ...] = (
            *(self._string, self._string, self._string),
            *(self._bare, self._key, self._open, self._close, self._line_end),
        )
        self._paths = Paths()
        self._stack: list[_Frame] = []
        self._row = 0
        self._begun = False
        self._why = ""
        self._mark = 0
        self._touched: list[Node] = []
        self._known: set[str] = set()
        self._keys: dict[str, tuple[int, int]] = {}
        self._comments: list[tuple[int, str]] = []

    def probe(self, *, whole: bool) -> Stop:
        """Take the tokens of the first step and say why they end. `whole`: the text has no other step."""
        self._text.more()
        if whole:
            self._text.more()
        stop = self._take_all()
        while stop is Stop.COMMENT and self._text.comment():
            stop = self._take_all()
        return stop

    @property
    def is_complete(self) -> bool:
        """Whether a document was begun and none is open."""
        return self._begun and not self._stack

    def chunks(self) -> Iterator[Chunk]:
        """The document in chunks; what is no JSON is prose."""
        text = self._text
        while True:
            stop = self._take_all()
            if stop is Stop.COMMENT:
                stop = self._comment()
            if stop is Stop.COMMENT:
                continue
            yield from self._flush()
            if stop is Stop.LONG:
                slot = self._slot()
                if slot is not None:
                    owner = Owner(slot.name, slot.field, self._row)
                    yield from long_text(text.string(lines=self._by_line), owner, raw_offset)
                    continue
                stop = Stop.BAD
            if stop is Stop.BAD:
                yield from self._bad()
            elif text.ended:
                self._end()
                return
            else:
                text.more()
                self._mark = 0

    def _take_all(self) -> Stop:
        """Take tokens as long as they come."""
        text = self._text
        raw, at, length, match, ended = text.text, text.at, len(text.text), self._pattern.match, text.ended
        takers = self._takers
        while True:
            found = match(raw, at)
            if found is None:
                text.at = at
                return text.stop(lines=self._by_line)
            end = found.end()
            if end == length and not ended and length - at < 2 * tokens.STRING_MOST:
                text.at = at
                return Stop.END
            kind = found.lastindex or 0
            if not takers[kind](found):
                text.at = _begin(kind, found)
                return Stop.BAD
            self.seen += 1
            at = end

    def _key(self, found: re.Match[str]) -> bool:
        top = self._stack[-1] if self._stack else None
        if top is None or not top.object or top.slot is not None:
            return False
        group = _key_group(found)
        key = found[group]
        if "\\" in key:
            key = tokens.unescape(key)
        node = top.node.children.get(key)
        if node is None or key not in self._known:
            node = self._paths.child(top.node, key)
            self._name(key, found.start(group))
        top.slot = node
        return True

    def _name(self, key: str, start: int) -> None:
        """Note a key that was not seen before."""
        if key in self._known or not key:
            return
        if len(self._known) < _KEYS_MOST:
            self._known.add(key)
        self._keys.setdefault(key, (start, self._row))

    def _string(self, found: re.Match[str]) -> bool:
        group = found.lastindex or 0
        node = self._slot()
        if node is not None:
            cell = found[group]
            if "\\" in cell:
                cell = tokens.unescape(cell)
            if cell:
                self._leaf(node, cell, found.start(group))
        return node is not None

    def _bare(self, found: re.Match[str]) -> bool:
        word = found[tokens.BARE]
        number = tokens.is_number(word)
        if not number and not tokens.is_word(word):
            return False
        node = self._slot()
        if node is not None and number:
            self._leaf(node, word, found.start(tokens.BARE))
        return node is not None

    def _leaf(self, node: Node, cell: str, start: int) -> None:
        if not node.cells:
            self._touched.append(node)
        node.cells.append(cell)
        node.rows.append(self._row)
        node.places.append(start)

    def _slot(self, opened: str = "") -> Node | None:
        """Where the value that comes now goes; None when none can come. `opened`: the bracket that begins it, if one does."""
        if not self._stack:
            return self._root(opened)
        top = self._stack[-1]
        if top.object:
            node, top.slot = top.slot, None
            return node
        if len(self._stack) == 1 and not self._by_line:
            self._row += 1
        top.count += 1
        if not opened and top.inner and top.count <= _POSITIONS_MOST:
            return self._paths.position(top.node, top.count - 1)
        return self._paths.items(top.node)

    def _root(self, opened: str) -> Node | None:
        """The document, or the next one; bare values do not follow others."""
        if self._begun and not opened:
            return None
        if opened != "[" if not self._by_line else not self._begun:
            self._row += 1
        self._begun = True
        return self._paths.root

    def _open(self, found: re.Match[str]) -> bool:
        bracket = found[tokens.OPEN]
        if len(self._stack) >= DEPTH_MOST:
            self._why = f"JSON nested deeper than {DEPTH_MOST}"
            return False
        inner = bool(self._stack) and not self._stack[-1].object and bracket == "["
        node = self._slot(bracket)
        if node is None:
            return False
        self._stack.append(_Frame(node, object=bracket == "{", inner=inner))
        return True

    def _close(self, found: re.Match[str]) -> bool:
        top = self._stack[-1] if self._stack else None
        if top is None or top.object is not (found[tokens.CLOSE] == "}") or top.slot is not None:
            return False
        self._stack.pop()
        return True

    def _line_end(self, found: re.Match[str]) -> bool:
        if self._stack:
            self._why = "JSON that ends inside a value"
            return False
        self._begun = False
        return True

    def _comment(self) -> Stop:
        start = self._text.at
        comment = self._text.comment()
        if comment:
            self._comments.append((start, comment))
            return Stop.COMMENT
        held = len(self._text.text) - start
        return Stop.BAD if self._text.ended or held > tokens.STRING_MOST else Stop.END

    def _bad(self) -> Iterator[Chunk]:
        """What stands here is no JSON: prose up to the end, or to the end of the line where each is a document."""
        line, column = self._text.place()
        extent = (
            "the rest of the line was read as plain text"
            if self._by_line
            else "read as plain text from there"
        )
        self.problems.append(f"{self._why or 'invalid JSON'} at line {line}, column {column}: {extent}")
        if self._by_line and not self._begun:
            self._row += 1
            self._begun = True
        owner = Owner(row=self._row if self._by_line else None, start=self._text.start + self._text.at)
        yield from long_text(self._text.rest(lines=self._by_line), owner)
        self._stack.clear()
        self._why, self._mark = "", self._text.at

    def _end(self) -> None:
        if self._stack:
            line, _ = self._text.place()
            self.problems.append(f"the JSON ends inside a value at line {line}: it is truncated")

    def _flush(self) -> Iterator[Chunk]:
        """The chunk of what was taken since the last one, if anything was."""
        text, lines = self._text.text, self._text.lines
        blocks = []
        if self._keys:
            starts, rows = zip(*self._keys.values(), strict=True)
            places = _Places(text, lines, starts)
            blocks.append(Block(tuple(self._keys), places.locate, BlockKind.NAMES, rows=rows))
            self._keys = {}
        for node in self._touched:
            places = _Places(text, lines, node.places)
            blocks.append(
                Block(node.cells, places.locate, BlockKind.COLUMN, node.name, node.field, node.rows)
            )
            node.clear()
        for start, comment in self._comments:
            place = Lines(comment, *lines.at(start)).locate
            blocks.append(Block((comment,), place, BlockKind.PROSE, start=self._text.start + start))
        self._touched, self._comments = [], []
        if blocks:
            yield Chunk(tuple(blocks), self._text.at - self._mark)
        self._mark = self._text.at


def _key_group(found: re.Match[str]) -> int:
    """The group of a key: in quotes of either kind, or bare."""
    if found[tokens.DOUBLE] is not None:
        return tokens.DOUBLE
    return next(group for group in (tokens.SINGLE, tokens.BARE) if found[group] is not None)


def _begin(kind: int, found: re.Match[str]) -> int:
    """Where a token begins, its quote included."""
    group = _key_group(found) if kind == tokens.COLON else kind
    return found.start(group) - (group < tokens.BARE)
