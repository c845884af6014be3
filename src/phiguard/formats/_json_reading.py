"""One pass over a JSON document: tokens become cells by path, keys become names, and what is no JSON becomes prose."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
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

    def probe(self, *, whole: bool = False) -> bool:
        """Whether the first step is JSON as far as it goes; with `whole`, a complete document."""
        self._text.more()
        if whole:
            self._text.more()
        stop = self._take_all()
        while stop is Stop.COMMENT and self._text.comment():
            stop = self._take_all()
        return stop is not Stop.BAD and not (whole and (self._stack or not self._begun or stop is not Stop.END))

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
        while True:
            found = match(raw, at)
            text.at = at
            if found is None:
                return text.stop(lines=self._by_line)
            if found.end() == length and not ended and length - at < 2 * tokens.STRING_MOST:
                return Stop.END
            kind = found.lastindex or 0
            if not self._take(kind, found):
                text.at = _begin(kind, found)
                return Stop.BAD
            self.seen += 1
            at = found.end()

    def _take(self, kind: int, found: re.Match[str]) -> bool:
        """Take one token; False when it cannot stand where it stands."""
        if kind == tokens.COLON:
            return self._key(found)
        if kind <= tokens.BARE:
            return self._leaf(kind, found)
        if kind == tokens.OPEN:
            return self._open(found[kind])
        if kind == tokens.CLOSE:
            return self._close(found[kind] == "}")
        return self._line_end()

    def _key(self, found: re.Match[str]) -> bool:
        top = self._stack[-1] if self._stack else None
        if top is None or not top.object or top.slot is not None:
            return False
        group = _key_group(found)
        key = tokens.unescape(found[group])
        top.slot = self._paths.child(top.node, key)
        if key not in self._known and key:
            if len(self._known) < _KEYS_MOST:
                self._known.add(key)
            self._keys.setdefault(key, (found.start(group), self._row))
        return True

    def _leaf(self, kind: int, found: re.Match[str]) -> bool:
        cell = found[kind]
        if kind == tokens.BARE:
            if not tokens.is_number(cell) and not tokens.is_word(cell):
                return False
        else:
            cell = tokens.unescape(cell)
        node = self._slot()
        if node is None:
            return False
        if cell and not (kind == tokens.BARE and tokens.is_word(cell)):
            if not node.cells:
                self._touched.append(node)
            node.cells.append(cell)
            node.rows.append(self._row)
            node.places.append(found.start(kind))
        return True

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

    def _open(self, bracket: str) -> bool:
        if len(self._stack) >= DEPTH_MOST:
            self._why = f"JSON nested deeper than {DEPTH_MOST}"
            return False
        inner = bool(self._stack) and not self._stack[-1].object and bracket == "["
        node = self._slot(bracket)
        if node is None:
            return False
        self._stack.append(_Frame(node, object=bracket == "{", inner=inner))
        return True

    def _close(self, object: bool) -> bool:
        if not self._stack or self._stack[-1].object is not object or self._stack[-1].slot is not None:
            return False
        self._stack.pop()
        return True

    def _line_end(self) -> bool:
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
        extent = "the rest of the line was read as plain text" if self._by_line else "read as plain text from there"
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
            blocks.append(Block(node.cells, places.locate, BlockKind.COLUMN, node.name, node.field, node.rows))
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
    return next(group for group in (tokens.DOUBLE, tokens.SINGLE, tokens.BARE) if found[group] is not None)


def _begin(kind: int, found: re.Match[str]) -> int:
    """Where a token begins, its quote included."""
    group = _key_group(found) if kind == tokens.COLON else kind
    return found.start(group) - (group < tokens.BARE)
