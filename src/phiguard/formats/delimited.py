"""Delimited tables: CSV, TSV and whatever else separates cells, streamed column by column in bounded memory.

Source: RFC 4180 and the IANA registration text/tab-separated-values; dialects as spreadsheets, databases and R write them.
Limits: fixed-width tables are running text. In a line of more than 4 Mi code points, doubled quotes and escapes are not
resolved. Beyond 131,072 columns the rest of a record is one cell.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from phiguard.cells import Cells, Ids, Numbering
from phiguard.formats._batches import Batch, Grid
from phiguard.formats._cells import Dialect
from phiguard.formats._dialects import sniff
from phiguard.formats._long_lines import LongCell, LongCells, PlacedCell
from phiguard.formats._prose import Lines
from phiguard.formats._records import LongLine, Reader
from phiguard.formats._source import Source
from phiguard.formats._streams import Owner, long_text
from phiguard.model import Block, BlockKind, Chunk

__all__ = ["DelimitedDocument", "Dialect", "sniff"]

_TOLD_MOST = 10
_ROWS_LEAST = 16
_SIZE_MOST = 1 << 21


class DelimitedDocument:
    """A source read as a table. `dialect`: as `sniff` found it."""

    def __init__(self, source: Source, dialect: Dialect) -> None:
        self._source, self._dialect = source, dialect
        self.format = {",": "csv", "\t": "tsv"}.get(dialect.delimiter, "delimited")
        self.rereadable = source.rereadable
        self.problems = source.problems
        self.bytes_read = 0

    def chunks(self) -> Iterator[Chunk]:
        """What stands before the table as prose, the header's names, then batches of records as columns."""
        reader = Reader(self._source.text(), self._dialect)
        names, held, told = _Names(), None, 0
        for item in reader.items():
            told = self._tell(reader.unclosed, told)
            if isinstance(item, Batch):
                held = item if held is None else _joined(held, item)
                if len(held) < _ROWS_LEAST and held.size < _SIZE_MOST:
                    continue
            if held is not None:
                yield from self._batch(held, names)
                held = None
            if isinstance(item, LongLine):
                yield from self._long(item, names)
        if held is not None:
            yield from self._batch(held, names)
        self._tell(reader.unclosed, told)

    def _tell(self, unclosed: list[int], told: int) -> int:
        self.bytes_read = self._source.bytes_read
        for line in unclosed[told:_TOLD_MOST]:
            self._source.note(f"unclosed quote near line {line}: read as plain text")
        if len(unclosed) > max(told, _TOLD_MOST):
            self._source.note("unclosed quotes near further lines: read as plain text")
        return max(told, len(unclosed))

    def _batch(self, batch: Batch, names: _Names) -> Iterator[Chunk]:
        if batch.comments:
            yield _comments(batch)
        skip = 0
        if batch.first == 0 and len(batch):
            skip = 1
            names.take(batch.row(0), self._dialect.shift)
            yield _header(batch)
        blocks = []
        for column, cells, rows in _columns(batch, skip):
            if any(cells):
                name, field = names.of(column)
                places = _Places(batch, column, rows)
                again = partial(batch.column, column, skip) if isinstance(batch, Grid) else None
                numbered = Cells(cells, names.numbering(column), again)
                every = places.locate_all if isinstance(batch, Grid) else None
                blocks.append(
                    Block(numbered, places.locate, BlockKind.COLUMN, name, field, rows, locate_all=every)
                )
        if blocks:
            yield Chunk(tuple(blocks), batch.size)
        if isinstance(batch, Grid):
            batch.release()

    def _long(self, long: LongLine, names: _Names) -> Iterator[Chunk]:
        """A line too long to be held; as a header (row 0) it names nothing and is read as data."""
        row = long.row or None
        for item in LongCells(long, self._dialect).items():
            if isinstance(item, LongCell):
                name, field = names.of(item.column)
                yield from long_text(item.pieces, Owner(name, field, row))
            else:
                blocks = [_long_block(cell, long.line, row, names) for cell in item if cell.text]
                yield Chunk(tuple(blocks), sum(len(cell.text) for cell in item))


class _Names:
    """Headers by column, as written and unique, and the numbers of the column's values."""

    def __init__(self) -> None:
        self._names: list[tuple[str | None, str]] = []
        self._numberings: dict[int, Numbering] = {}

    def numbering(self, column: int) -> Numbering:
        """The numbers of a column's values so far; a new one when they are too many."""
        numbering = self._numberings.get(column)
        if numbering is None or numbering.full:
            numbering = self._numberings[column] = Numbering()
        return numbering

    def take(self, header: Sequence[str], shift: int) -> None:
        """Name the columns by a header; the first `shift` columns have no cell in it."""
        used: set[str] = set()
        counts: dict[str, int] = {}
        for column, cell in enumerate([""] * shift + list(header), 1):
            name = cell.strip()
            field = wanted = name or f"column#{column}"
            count = counts.get(wanted, 0) + 1
            while field in used or (count > 1 and field == wanted):
                field = f"{wanted}#{max(2, count)}"
                count += field in used
            counts[wanted] = count
            used.add(field)
            self._names.append((name or None, field))

    def of(self, column: int) -> tuple[str | None, str]:
        """(name, field) of a column, counted from 0."""
        if column < len(self._names):
            return self._names[column]
        return None, f"column#{column + 1}"


@dataclass(frozen=True, slots=True)
class _Places:
    """Places of one column's cells in a batch."""

    batch: Batch
    column: int
    rows: Sequence[int]

    def locate(self, cell: int, offset: int) -> tuple[int, int]:
        """As `Block.locate` asks."""
        return self.batch.place(self.rows[cell] - self.batch.first, self.column, offset)

    def locate_all(self, cells: Ids, offsets: Ids) -> tuple[Ids, Ids]:
        """As `Block.locate_all` asks, of a grid, whose cells all have rows."""
        assert isinstance(self.batch, Grid)
        return self.batch.places(cells + (self.rows[0] - self.batch.first), self.column, offsets)


def _columns(batch: Batch, skip: int) -> Iterator[tuple[int, Sequence[str], Sequence[int]]]:
    """(column, cells, rows) of a batch's records but the first `skip`; a record that is shorter or longer than others leaves
    gaps."""
    first = batch.first + skip
    if isinstance(batch, Grid):
        numbers = range(first, batch.first + len(batch))
        for column in range(batch.width):
            yield column, batch.column(column, skip), numbers
        return
    rows = batch.rows[skip:]
    if not rows:
        return
    if len(set(map(len, rows))) == 1:
        numbers = range(first, first + len(rows))
        for column, cells in enumerate(zip(*rows, strict=True)):
            yield column, cells, numbers
        return
    ragged: list[tuple[list[str], list[int]]] = [([], []) for _ in range(max(map(len, rows)))]
    for row, record in enumerate(rows, first):
        for (values, numbered), cell in zip(ragged, record, strict=False):
            if cell:
                values.append(cell)
                numbered.append(row)
    for column, (values, numbered) in enumerate(ragged):
        yield column, tuple(values), numbered


def _joined(batch: Batch, more: Batch) -> Batch:
    """Two batches that follow each other as one."""
    before = len(batch)
    return Batch(
        batch.dialect,
        batch.first,
        batch.records() + more.records(),
        [*batch.lines, *more.lines],
        batch.raws | {before + index: raw for index, raw in more.raws.items()},
        batch.comments + more.comments,
        batch.size + more.size,
    )


def _header(batch: Batch) -> Chunk:
    cells = batch.row(0)

    def locate(cell: int, offset: int) -> tuple[int, int]:
        return batch.place(0, cell, offset)

    return Chunk((Block(tuple(cells), locate, BlockKind.NAMES),), sum(map(len, cells)))


def _comments(batch: Batch) -> Chunk:
    """Lines that are no records, as prose; lines that follow each other together."""
    groups: list[tuple[int, list[str]]] = []
    for line, text in batch.comments:
        if groups and line == groups[-1][0] + len(groups[-1][1]):
            groups[-1][1].append(text)
        else:
            groups.append((line, [text]))
    texts = [(line, "\n".join(parts)) for line, parts in groups]
    blocks = tuple(Block((text,), Lines(text, line).locate, BlockKind.PROSE) for line, text in texts)
    return Chunk(blocks, sum(len(text) for _, text in texts))


def _long_block(cell: PlacedCell, line: int, row: int | None, names: _Names) -> Block:
    name, field = names.of(cell.column)

    def locate(index: int, offset: int) -> tuple[int, int]:
        return line, cell.start + offset

    rows = None if row is None else (row,)
    return Block((cell.text,), locate, BlockKind.COLUMN, name, field, rows)
