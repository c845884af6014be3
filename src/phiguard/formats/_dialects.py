"""How a text separates its cells, if it does: judged from its first lines, by content first and suffix second.

A table is told from prose, logs, code, Markdown and lists of `key: value` by records of one width, by separators that are
not followed by a blank, and by columns whose values are of one kind.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from phiguard.formats._batches import Batch
from phiguard.formats._cells import Dialect
from phiguard.formats._headers import follows_header, is_header, kind_of, names_column
from phiguard.formats._records import Reader

_DELIMITERS = (",", "\t", ";", "|", "^", "~", "\x01", "\x1f", "\x1e", "¦", ":")
_LOOSE = frozenset(",;:")
_NATURAL = {".csv": ",;", ".tsv": "\t", ".tab": "\t", ".psv": "|"}
_SAMPLE = 1 << 16
_LINES = 200
_PREAMBLE_MOST = 15
_MANY = 200
"""Cells of one line without an end that make it a header."""
_TITLES = 5
"""Lines in front of a table that its suffix does not announce."""
_SEP = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)
_OTHER = re.compile(r"\s*(?:[{\[<]|(?:MSH|FHS|BHS)\W|ISA\W|%PDF|---\s*\n|#!|From: |\{\\rtf)")
_RULE = re.compile(r"^[ |:+=-]*-{2,}[ |:+=-]*$", re.MULTILINE)
_STAMP = re.compile(
    r"^\W?(?:\d{4}-\d\d-\d\d|\d\d/\d\d/\d{2,4}|[A-Z][a-z]{2} [ \d]\d)[ T]\d\d:\d\d", re.MULTILINE
)
_CODE = re.compile(
    r"\b(?:INSERT INTO|SELECT|CREATE TABLE|def|class|import|return|function|const|var|public|#include)\b"
)


@dataclass(frozen=True, slots=True)
class _Option:
    """A dialect tried on the sample. `share`: records of the usual width, among those from the first of that width."""

    dialect: Dialect
    width: int
    rows: list[list[str]]
    share: float
    typed: float
    score: float


def sniff(head: str, suffix: str) -> Dialect | None:
    """The dialect of a table that begins with `head`, or None when it is no table. `suffix`: with its dot."""
    natural = _NATURAL.get(suffix.lower(), "")
    sample = _sample(head)
    if not sample.strip() or (not natural and _OTHER.match(sample)):
        return None
    told = _SEP.match(sample)
    if told:
        option = _try(sample[told.end() :], told[1], told[1])
        dialect = option.dialect if option else Dialect(told[1])
        return replace(dialect, preamble=dialect.preamble + 1)
    options = [option for d in _DELIMITERS if (option := _try(sample, d, natural))]
    options = [option for option in options if _convinces(option, sample, natural)]
    if options:
        return max(options, key=lambda option: option.score).dialect
    return _one_column(sample, natural) if natural else None


def _sample(head: str) -> str:
    """Complete lines from the beginning; of a single long line, what there is."""
    sample = head[:_SAMPLE]
    end = max(sample.rfind("\n"), sample.rfind("\r"))
    if len(head) >= _SAMPLE and end > 0:
        sample = sample[: end + 1]
    return sample


def _try(sample: str, delimiter: str, natural: str) -> _Option | None:
    if delimiter not in sample:
        return None
    delimiter = _whole_delimiter(sample, delimiter)
    dialect = _quoting(sample, delimiter)
    batch = _records(sample, dialect)
    _drop_comments(batch)
    widths = Counter(len(row) for row in batch.rows)
    width = max((w for w in widths if w > 1), key=lambda w: (widths[w], w), default=0)
    if not width:
        return None
    first = next(index for index, row in enumerate(batch.rows) if len(row) == width)
    first += _titles(batch.rows[first:], width)
    rows = batch.rows[first:]
    share = sum(len(row) == width for row in rows) / len(rows)
    usual = [row for row in rows if len(row) == width]
    dialect, before = _with_header(dialect, batch, first, usual)
    typed = _typed(usual)
    score = share - 0.15 * bool(before) + 0.2 * (delimiter in natural) + 0.1 * typed + 0.01 * min(width, 20)
    return _Option(dialect, width, usual, share, typed, score)


def _titles(rows: Sequence[Sequence[str]], width: int) -> int:
    """How many records stand before the header that are a title with empty cells behind it, as spreadsheets export them."""
    filled = [sum(1 for cell in row if cell.strip()) for row in rows[: _TITLES + 1]]
    count = next((index for index, cells in enumerate(filled) if cells > 1), 0)
    full = count < len(filled) and len(rows[count]) == width and 2 * filled[count] > width
    return count if width > 2 and full else 0


def _whole_delimiter(sample: str, delimiter: str) -> str:
    """`||`, `~|~` and the like: what always stands around a rare separator belongs to it."""
    if delimiter in ",\t:;":
        return delimiter
    count = sample.count(delimiter)
    if sample.count(delimiter * 2) * 2 == count:
        return delimiter * 2
    for char in "~^|!#*":
        whole = char + delimiter + char
        if char != delimiter and sample.count(whole) == count:
            return whole
    return delimiter


def _quoting(sample: str, delimiter: str) -> Dialect:
    """The quote and escape that a sample shows; `"` when it shows none, since later lines may."""
    edge = re.escape(delimiter)
    spaced = bool(re.search(rf'{edge} +"', sample))
    blank = " *" if spaced else ""
    counts = {}
    for quote in "\"'":
        opening = len(re.findall(rf"(?:^|{edge}){blank}{quote}", sample, re.MULTILINE))
        closing = len(re.findall(rf"{quote} *(?:$|{edge})", sample.replace("\r", "\n"), re.MULTILINE))
        counts[quote] = opening, closing
    quote, (opening, closing) = '"', counts['"']
    if not opening and min(counts["'"]) >= 2 and max(counts["'"]) <= 1.1 * min(counts["'"]):
        quote = "'"
    elif opening > 2 * closing + 2:
        quote = ""
    escape = ""
    if (
        quote and re.search(rf"\\{quote}(?! *(?:{edge}|$))", sample, re.MULTILINE)
    ) or f"\\{delimiter}" in sample:
        escape = "\\"
    return Dialect(delimiter, quote, escape, spaced, header=False)


def _records(sample: str, dialect: Dialect) -> Batch:
    batch = Batch(dialect, 1)
    for item in Reader((sample,), dialect).items():
        if isinstance(item, Batch):
            batch.rows.extend(item.records())
            batch.lines = [*batch.lines, *item.lines]
        if len(batch.rows) > _LINES:
            break
    return batch


def _drop_comments(batch: Batch) -> None:
    """Leave out lines that begin with `#`, unless they are as wide as other records are."""
    widths = Counter(len(row) for row in batch.rows if not row[0].startswith("#"))
    kept = [
        (row, line)
        for row, line in zip(batch.rows, batch.lines, strict=True)
        if not row[0].startswith("#") or (len(row) > 1 and len(row) in widths)
    ]
    batch.rows, batch.lines = [row for row, _ in kept], [line for _, line in kept]


def _with_header(dialect: Dialect, batch: Batch, first: int, usual: list[list[str]]) -> tuple[Dialect, int]:
    """The dialect with what stands before the records, and how many records that would be."""
    previous = batch.rows[first - 1] if first else []
    if follows_header(previous, usual):
        shift = int(len(previous) == len(usual[0]) - 1 and any(row[-1] for row in usual))
        return replace(dialect, preamble=batch.lines[first - 1] - 1, header=True, shift=shift), first - 1
    return replace(dialect, preamble=batch.lines[first] - 1, header=is_header(usual)), first


def _typed(rows: list[list[str]]) -> float:
    """The share of columns in which most values below the first record are of one kind and not words."""
    below = rows[1:] or rows
    count = 0
    for cells in zip(*below, strict=True):
        kinds = Counter(kind_of(cell) for cell in cells if cell.strip())
        if kinds:
            kind, number = kinds.most_common(1)[0]
            count += kind not in "w" and number >= 0.8 * kinds.total()
    return count / len(rows[0])


def _convinces(option: _Option, sample: str, natural: str) -> bool:
    """Whether the records are a table's and not the lines of something else."""
    rows, delimiter = option.rows, option.dialect.delimiter
    if sum(1 for cells in zip(*rows, strict=True) if any(cell.strip() for cell in cells)) < 2:
        return False
    spaced = _spaced(sample, delimiter)
    if delimiter in _LOOSE and spaced >= 0.5 and _are_sentences(sample, wordy=option.typed == 0):
        return False
    if natural:
        return option.share >= 0.6 or (
            delimiter in natural and option.share >= 0.3 and option.dialect.preamble == 0
        )
    if len(rows) == 1 and _is_long_header(rows[0], sample):
        return spaced < 0.1 and not any(mark in sample for mark in "{}=<>")
    if len(rows) < 2 or option.share < 0.8 or option.dialect.preamble > _PREAMBLE_MOST:
        return False
    if _is_code(rows, sample, delimiter):
        return False
    if delimiter == ":":
        return spaced < 0.05 and option.width >= 5 and option.share == 1 and not _STAMP.search(sample)
    named = option.dialect.header and option.width > 2
    if delimiter not in _LOOSE:
        return not _RULE.search(sample) and (len(rows) > 2 or named or option.typed > 0)
    if spaced > 0.5:
        return len(rows) >= 5 and option.width > 2 and option.share >= 0.95 and option.typed > 0
    if option.share < 0.9 or (len(rows) < 3 and option.width < 3):
        return False
    return _short(rows) and (option.typed > 0 or named)


def _is_long_header(row: Sequence[str], sample: str) -> bool:
    """Whether the sample is one line that goes on behind it, of hundreds of names: a table with thousands of columns."""
    names = sum(names_column(cell) for cell in row)
    return (
        len(row) >= _MANY
        and "\n" not in sample
        and names >= 0.95 * len(row)
        and len(set(row)) >= 0.9 * len(row)
    )


def _is_code(rows: Sequence[Sequence[str]], sample: str, delimiter: str) -> bool:
    """Whether brackets open in one cell and close in another, as in code and SQL, or lines begin with a log's time."""
    uneven = sum(
        any(cell.count(a) != cell.count(b) for cell in row for a, b in ("()", "[]", "{}")) for row in rows
    )
    if uneven >= 0.3 * len(rows):
        return True
    lines = sample.count("\n") + 1
    if delimiter in ",;:|" and len(_CODE.findall(sample)) >= 0.2 * lines:
        return True
    stamped = len(_STAMP.findall(sample)) >= 0.5 * lines
    return stamped and bool(
        re.search(r"\b(?:DEBUG|INFO|WARN(?:ING)?|ERROR|TRACE|FATAL|NOTICE)\b|,\d{3}\b", sample)
    )


def _spaced(sample: str, delimiter: str) -> float:
    """The share of separators that a blank and no quote follows."""
    spaced = sample.count(delimiter + " ") - sample.count(delimiter + ' "')
    return spaced / max(1, sample.count(delimiter))


def _are_sentences(sample: str, *, wordy: bool) -> bool:
    """Whether most lines end as sentences do or, where many words would tell (`wordy`), are as long as sentences are."""
    lines = [line.strip() for line in sample.splitlines() if line.strip()]
    if wordy and sum(line.count(" ") for line in lines) > 6 * len(lines):
        return True
    return sum(line.endswith((".", "!", "?")) for line in lines) >= 0.5 * len(lines)


def _short(rows: Sequence[Sequence[str]]) -> bool:
    """Whether most columns hold a few words at most."""
    cells = [cell for row in rows for cell in row]
    wordy = sum(cell.count(" ") > 7 for cell in cells)
    return wordy <= 0.4 * len(cells)


def _one_column(sample: str, natural: str) -> Dialect | None:
    """A file of one column that calls itself a table; None when its lines are sentences."""
    dialect = replace(_quoting(sample, natural[0]), escape="")
    rows = _records(sample, dialect).rows
    words = sum(" ".join(row).count(" ") + 1 for row in rows)
    uneven = sum(len(row) > 1 for row in rows)
    if not rows or uneven > 0.5 * len(rows) or (words > 6 * len(rows) and len(rows) > 1):
        return None
    one = [[natural[0].join(row)] for row in rows]
    return replace(dialect, header=is_header(one))
