"""The scan functions and `Scanner`: source -> format -> blocks -> observe/emit -> resolve -> policy -> report."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from phiguard.engine.emit import Emitter
from phiguard.engine.evidence import Evidence, observe
from phiguard.engine.reference import Engine, Reference
from phiguard.engine.verdicts import Verdicts, judge
from phiguard.findings import Column, FileReport, Findings
from phiguard.formats._document import Document
from phiguard.formats._prose import windows
from phiguard.model import Block, BlockKind, Category, Chunk, Confidence, Config, Match
from phiguard.policy import settle
from phiguard.registry import detectors

Found = list[tuple[int, Match]]

HELD_BACK_MOST = 100_000
"""Places of held-back matches kept per file; all are counted."""


@lru_cache(maxsize=1)
def _engine() -> Engine:
    return Reference(detectors())


class _Text:
    """A string as a document: prose in windows, or one cell under a label."""

    format = "text"
    rereadable = True
    bytes_read = 0

    def __init__(self, text: str, label: str | None) -> None:
        self.text, self.label, self.problems = text, label, list[str]()

    def chunks(self) -> Iterator[Chunk]:
        if self.label is None:
            yield from windows((self.text,))
        else:
            block = Block((self.text,), lambda cell, offset: (1, offset + 1), BlockKind.COLUMN, self.label, self.label)
            yield Chunk((block,), len(self.text))


class Scanner:
    """Scans with one configuration; make it once and reuse it. Thread-safe (no state between calls) and picklable.

    `config`: None means defaults; the library never looks for configuration files. `keep_text`: findings carry the matched
    text, for an authorised review or an evaluation.
    """

    def __init__(self, config: Config | None = None, *, keep_text: bool = False) -> None:
        self.config = config or Config()
        self.keep_text = keep_text

    def scan_text(self, text: str, *, label: str | None = None) -> Findings:
        """Findings in a string. `label`: what it is called (a header, a key); offsets are code points of `text`."""
        return self.scan_document(_Text(text, label), path="").findings

    def scan_document(self, document: Document, *, path: str) -> FileReport:
        """Scan one opened document. `path` is what the report calls it."""
        return _Run(self, document, path).report()


class _Run:
    """One document under one scanner: gathers evidence, then emits.

    What fits `Config.buffer` is kept in memory with its matches, so that a small source is parsed and searched once. A
    larger source is read again if it can be; a stream's evidence is frozen there, and the report says so.
    """

    def __init__(self, scanner: Scanner, document: Document, path: str) -> None:
        self.scanner, self.document, self.path, self.config = scanner, document, path, scanner.config
        self.as_of = self.config.as_of or dt.date.today()
        self.engine, self.detectors = _engine(), detectors()
        self.findings, self.held_back, self.held_count = Findings(), Findings(), 0
        self.found: dict[tuple[str, Category], tuple[int, Confidence]] = {}
        self.evidence = Evidence()

    def report(self) -> FileReport:
        kept: list[tuple[Chunk, list[Found]]] = []
        size, stream = 0, iter(self.document.chunks())
        overflow: tuple[Chunk, list[Found]] | None = None
        for chunk in stream:
            matches = self._match(chunk)
            size += chunk.size
            if size > self.config.buffer:
                overflow = chunk, matches
                break
            kept.append((chunk, matches))
            self._observe(chunk, matches)
        notes: tuple[str, ...] = ()
        if overflow is None:
            self._emit_all(iter(kept))
        elif self.document.rereadable:
            kept.clear()
            self._observe(*overflow)
            for chunk in stream:
                self._observe(chunk, self._match(chunk))
            self._emit_all((chunk, self._match(chunk)) for chunk in self.document.chunks())
        else:
            notes = ("column evidence was frozen after the first part of the stream",)
            self._emit_all(self._rest(kept, overflow, stream))
        return self._report(notes)

    def _rest(
        self, kept: list[tuple[Chunk, list[Found]]], overflow: tuple[Chunk, list[Found]], stream: Iterator[Chunk]
    ) -> Iterator[tuple[Chunk, list[Found]]]:
        yield from kept
        yield overflow
        for chunk in stream:
            yield chunk, self._match(chunk)

    def _match(self, chunk: Chunk) -> list[Found]:
        return [self.engine.matches(block, self.as_of) for block in chunk.blocks]

    def _observe(self, chunk: Chunk, matches: list[Found]) -> None:
        observe(self.evidence, zip(chunk.blocks, matches, strict=True), self.detectors)

    def _emit_all(self, parts: Iterator[tuple[Chunk, list[Found]]]) -> None:
        verdicts: Verdicts = judge(self.evidence, self.detectors)
        emitter = Emitter(self.detectors, verdicts, self.config.min_confidence)
        for chunk, matches in parts:
            for block, found in zip(chunk.blocks, matches, strict=True):
                for index, reported, held in emitter.cells(block, found):
                    for match in reported:
                        self._place(block, index, match)
                    for match in held:
                        self._hold(block, index, match)

    def _place(self, block: Block, index: int, match: Match) -> None:
        settled = settle(match, self.config)
        if settled is None:
            self._hold(block, index, match)
            return
        self._add(self.findings, block, index, settled)
        if block.kind is BlockKind.COLUMN:
            key = (block.field or "", match.category)
            count, sure = self.found.get(key, (0, Confidence.LOW))
            self.found[key] = count + 1, max(sure, match.confidence)

    def _hold(self, block: Block, index: int, match: Match) -> None:
        settled = settle(match, self.config)
        if settled is not None and settled.confidence >= self.config.min_confidence:
            self._add(self.findings, block, index, settled)
            return
        self.held_count += 1
        if len(self.held_back) < HELD_BACK_MOST:
            self._add(self.held_back, block, index, match)

    def _add(self, findings: Findings, block: Block, index: int, match: Match) -> None:
        line, column = block.locate(index, match.start)
        findings.add(
            match,
            path=self.path or None,
            field=block.field,
            row=block.rows[index] if block.rows is not None else None,
            line=line,
            column=column,
            offset=block.start,
            text=block.cells[index][match.start : match.end] if self.scanner.keep_text else None,
        )

    def _report(self, notes: tuple[str, ...]) -> FileReport:
        columns = [
            Column(name, category, self.evidence.columns[name].values, count, sure)
            for (name, category), (count, sure) in self.found.items()
            if name in self.evidence.columns
        ]
        order = {name: place for place, name in enumerate(self.evidence.columns)}
        columns.sort(key=lambda c: (order[c.name], -c.found, -c.confidence))
        problems = self.document.problems
        return FileReport(
            path=self.path,
            format=self.document.format,
            status="incomplete" if problems else "complete",
            reason="; ".join(dict.fromkeys(problems)),
            bytes=self.document.bytes_read,
            columns=tuple(columns),
            findings=self.findings,
            held_back=self.held_back,
            held_back_count=self.held_count,
            notes=notes,
        )


def scan_text(text: str, *, label: str | None = None, config: Config | None = None) -> Findings:
    """Findings in a string. `label`: what it is called (a header, a key); offsets are code points of `text`, half-open."""
    return Scanner(config).scan_text(text, label=label)


__all__ = ["Scanner", "replace", "scan_text"]
