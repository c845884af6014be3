"""Examines one opened document: gathers evidence, emits, applies the policy, and writes its file report.

What fits `Config.buffer` is kept in memory with its matches, so that a small source is parsed and searched once. A larger
source is read again if it can be; a stream's evidence is frozen there, and the report says so.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import replace

from phiguard.detectors._caches import forget
from phiguard.engine.codes import observe_codes
from phiguard.engine.emit import Emitter
from phiguard.engine.evidence import Evidence, observe
from phiguard.engine.recall import known
from phiguard.engine.verdicts import judge
from phiguard.errors import UnreadableError, UsageError
from phiguard.findings import Column, FileReport, Findings
from phiguard.formats._document import Document
from phiguard.model import Block, BlockKind, Category, Chunk, Confidence, Config, Found, Match, Role
from phiguard.naming import masked, name_matches, shared_engine
from phiguard.policy import Place, settle
from phiguard.registry import detectors

Progress = Callable[[int], None]
"""Told the bytes of the source read so far."""

HELD_BACK_MOST = 100_000
"""Places of held-back matches kept per file; all are counted."""
UNJUDGED = "image, not judged"
"""The kind of an embedded image; nobody looked at it, so the file is incomplete."""


def examine(
    document: Document,
    path: str,
    name: str,
    config: Config,
    *,
    keep_text: bool = False,
    progress: Progress | None = None,
) -> FileReport:
    """Scan a document. `path`: what the report calls it; `name`: the part of it that goes with the file and is scanned too."""
    try:
        return _Examination(document, path, name, config, keep_text, progress).report()
    finally:
        forget()


class _Examination:
    """The state of one examination."""

    def __init__(
        self,
        document: Document,
        path: str,
        name: str,
        config: Config,
        keep_text: bool,
        progress: Progress | None,
    ) -> None:
        self.document, self.path, self.name, self.config = document, path, name, config
        self.keep_text, self.progress = keep_text, progress
        self.as_of = config.as_of or dt.date.today()
        self.engine, self.detectors = shared_engine(config.tagger), detectors()
        self.findings, self.held_back, self.held_count = Findings(), Findings(), 0
        self.found: dict[tuple[str, Category], tuple[int, Confidence]] = {}
        self.evidence = Evidence(recalled=known(config.known_names, self.detectors))
        self.unjudged = 0
        self.notes: list[str] = []
        self.lifted: frozenset[str] = frozenset()
        self.shown: dict[str, str] = {}

    def report(self) -> FileReport:
        """Read, decide, and say what became of the file."""
        self.path = self._scan_name()
        self._read()
        problems = list(dict.fromkeys(self.document.problems))
        if self.unjudged:
            problems.append(f"{self.unjudged} embedded image(s) were not judged")
        return FileReport(
            path=self.path,
            format=self.document.format,
            status="incomplete" if problems else "complete",
            reason="; ".join(problems),
            bytes=self.document.bytes_read,
            columns=self._columns(),
            findings=self.findings,
            held_back=self.held_back,
            held_back_count=self.held_count,
            notes=tuple(self.notes),
        )

    def _scan_name(self) -> str:
        """Scan the file's name; gives the path with what was found in it masked."""
        if not self.name:
            return self.path
        shown = masked(self.name)
        path = (
            self.path[: len(self.path) - len(self.name)] + shown if self.path.endswith(self.name) else shown
        )
        for match in name_matches(self.name, self.config):
            text = self.name[match.start : match.end] if self.keep_text else None
            self.findings.add(
                replace(match, reason=f"in the file's name: {match.reason}"), path=path, text=text
            )
        return path

    def _read(self) -> None:
        kept: list[tuple[Chunk, list[Found]]] = []
        size, stream = 0, self._chunks()
        for chunk in stream:
            matches = self._match(chunk)
            size += _weight(chunk, matches)
            if size > self.config.buffer:
                self._read_on(kept, (chunk, matches), stream)
                return
            kept.append((chunk, matches))
            self._observe(chunk, matches)
        self._emit_all(iter(kept))

    def _read_on(
        self, kept: list[tuple[Chunk, list[Found]]], last: tuple[Chunk, list[Found]], stream: Iterator[Chunk]
    ) -> None:
        """The source is larger than the buffer: read it again, or go on with what is known."""
        if not self.document.rereadable:
            rest = ((chunk, self._match(chunk)) for chunk in stream)
            self._emit_all(part for parts in (kept, (last,), rest) for part in parts)
            self.notes.append("columns were judged by the first part of the stream")
            return
        kept.clear()
        self._observe(*last)
        for chunk in stream:
            self._observe(chunk, self._match(chunk))
        self._emit_all((chunk, self._match(chunk)) for chunk in self._chunks())

    def _chunks(self) -> Iterator[Chunk]:
        """The document's chunks up to where reading fails; what was read before counts, and the file is incomplete."""
        chunks = self.document.chunks()
        while True:
            try:
                chunk = next(chunks, None)
            except UsageError:
                raise
            except UnreadableError as error:
                self.document.problems.append(str(error))
                return
            except Exception as error:  # noqa: BLE001 - a reader may fail in any way; its message could quote the input
                self.document.problems.append(f"reading it failed ({type(error).__name__})")
                return
            if chunk is None:
                return
            if self.progress is not None:
                self.progress(self.document.bytes_read)
            yield chunk

    def _match(self, chunk: Chunk) -> list[Found]:
        return [self.engine.matches(block, self.as_of) for block in chunk.blocks]

    def _observe(self, chunk: Chunk, matches: list[Found]) -> None:
        observe(self.evidence, zip(chunk.blocks, matches, strict=True), self.detectors)
        self.evidence.records.observe(chunk.blocks, matches, self.detectors, self.as_of)
        if self.config.exclude_roles:
            self.evidence.people.observe(chunk.blocks, matches)
        if self.config.record_code:
            named = observe_codes(chunk.blocks, matches, self.detectors, self.config.record_code)
            self.evidence.merge(Evidence(codes=dict(named)))

    def _emit_all(self, parts: Iterator[tuple[Chunk, list[Found]]]) -> None:
        self.lifted = self._lifted()
        emitter = Emitter(self.detectors, judge(self.evidence, self.detectors), self.config.min_confidence)
        for chunk, raw in parts:
            matches = self.evidence.records.settle(chunk.blocks, raw, self.detectors, self.as_of)
            for number, index, match in list(emitter.in_rows(chunk.blocks, matches)):
                matches[number].append((index, match))
            cells = [
                (block, index, [*reported, *held])
                for block, found in zip(chunk.blocks, matches, strict=True)
                for index, reported, held in emitter.cells(block, found)
            ]
            for block, index, here in sorted(cells, key=_row):
                self._cell(block, index, here)

    def _lifted(self) -> frozenset[str]:
        """The columns that were named as the data set's own code and may be; the report says which were refused, and why."""
        refusals = {name: code.refusal() for name, code in self.evidence.codes.items()}
        for name, why in refusals.items():
            told = (
                f"refused as the data set's own code: {why}"
                if why
                else "taken as the data set's own code, not reported"
            )
            self.notes.append(f"column “{self._shown(name)}” is {told}")
        return frozenset(name for name, why in refusals.items() if not why)

    def _cell(self, block: Block, index: int, matches: list[Match]) -> None:
        sure: dict[Category, Confidence] = {}
        for match in matches:
            settled = self._settle(block, index, match)
            if settled is not None:
                sure[settled.category] = max(settled.confidence, sure.get(settled.category, Confidence.LOW))
        if block.field is not None:
            for category, confidence in sure.items():
                count, most = self.found.get((block.field, category), (0, Confidence.LOW))
                self.found[block.field, category] = count + 1, max(most, confidence)

    def _settle(self, block: Block, index: int, match: Match) -> Match | None:
        """Add a match to the findings or to what is held back; the match as it is reported, if it is."""
        self.unjudged += match.kind == UNJUDGED
        value = block.cells[index][match.start : match.end]
        if match.role in self.config.exclude_roles and self.evidence.people.knows(value):
            match = replace(match, role=Role.UNKNOWN)
        place = Place(block, value, lambda: _line(block.cells[index], match), block.field in self.lifted)
        settled = settle(match, self.config, place)
        if settled is None:
            self.held_count += 1
            if len(self.held_back) < HELD_BACK_MOST:
                self._add(self.held_back, block, index, match)
            return None
        self._add(self.findings, block, index, settled)
        return settled

    def _add(self, findings: Findings, block: Block, index: int, match: Match) -> None:
        line, column = block.locate(index, match.start)
        if block.kind is BlockKind.NAMES:
            match = replace(match, reason=f"in a column's or key's name: {match.reason}")
        findings.add(
            match,
            path=self.path or None,
            field=None if block.field is None else self._shown(block.field),
            row=block.row(index),
            line=line,
            column=column,
            offset=block.start,
            text=block.cells[index][match.start : match.end] if self.keep_text else None,
        )

    def _shown(self, field: str) -> str:
        """A field's name as reports write it."""
        if field not in self.shown:
            self.shown[field] = masked(field)
        return self.shown[field]

    def _columns(self) -> tuple[Column, ...]:
        order = {name: place for place, name in enumerate(self.evidence.columns)}
        columns = [
            (order.get(name, 0), Column(self._shown(name), category, self._values(name), count, sure))
            for (name, category), (count, sure) in self.found.items()
        ]
        columns.sort(key=lambda pair: (pair[0], -pair[1].found, -pair[1].confidence))
        return tuple(column for _, column in columns)

    def _values(self, name: str) -> int:
        column = self.evidence.columns.get(name)
        return column.values if column is not None else 0


def _weight(chunk: Chunk, matches: list[Found]) -> int:
    """What it costs to keep a chunk with its matches, in code points of text: a cell and a match weigh more than their text."""
    cells = sum(len(block.cells) for block in chunk.blocks)
    return chunk.size + 12 * cells + 90 * sum(map(len, matches))


def _row(cell: tuple[Block, int, list[Match]]) -> int:
    """Findings of a table come row by row; names of things first."""
    block, index, _ = cell
    return block.row(index) or 0


def _line(text: str, match: Match) -> str:
    """The line of a cell that a match begins on, at most 400 code points to each side."""
    start = max(text.rfind("\n", max(0, match.start - 400), match.start) + 1, match.start - 400)
    end = text.find("\n", match.end, match.end + 400)
    return text[start : end if end >= 0 else match.end + 400]
