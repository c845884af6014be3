"""Examines one opened document: gathers evidence, emits, applies the policy, and writes its file report.

What fits `Config.buffer` is kept in memory with its matches, so that a small source is parsed and searched once. A larger
source is read again if it can be; a stream's evidence is frozen there, and the report says so.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import chain

from phiguard.cells import Cells
from phiguard.detectors._caches import forget
from phiguard.detectors._pattern import Detector
from phiguard.emission import Emission
from phiguard.engine.classes import Classes, Columns
from phiguard.engine.codes import observe_codes
from phiguard.engine.evidence import Evidence, observe
from phiguard.engine.recall import known
from phiguard.engine.verdicts import judge
from phiguard.errors import UnreadableError, UsageError
from phiguard.findings import FileReport, Findings
from phiguard.formats._document import Document
from phiguard.model import Chunk, Confidence, Config, Found, Profile
from phiguard.naming import masked, name_matches, shared_engine
from phiguard.registry import detectors

Part = tuple[Chunk, list[Found | Classes]]
"""A chunk with its matches."""

Progress = Callable[[int], None]
"""Told the bytes of the source read so far."""


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
        self.detectors = detectors()
        plain = not (config.exclude_roles or config.record_code) and config.profile is not Profile.CODE
        self.columns = Columns(shared_engine(config.tagger), self.detectors, self.as_of, proofs=plain)
        self.findings = Findings()
        self.evidence = self._no_evidence()
        self.notes: list[str] = []

    def report(self) -> FileReport:
        """Read, decide, and say what became of the file."""
        self.path = self._scan_name()
        emission = self._read()
        problems = list(dict.fromkeys(self.document.problems))
        if emission.unjudged:
            problems.append(f"{emission.unjudged} embedded image(s) were not judged")
        return FileReport(
            path=self.path,
            format=self.document.format,
            status="incomplete" if problems else "complete",
            reason="; ".join(problems),
            bytes=self.document.bytes_read,
            columns=emission.columns(),
            findings=emission.findings,
            held_back=emission.held_back,
            held_back_count=emission.held_back.total,
            notes=(*self.notes, *emission.notes, *_not_kept(emission.findings)),
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

    def _read(self) -> Emission:
        """Gather evidence, which may show that a column is not what a proof took it for; then settle all parts."""
        kept, rest = self._gather()
        while self.columns.unproven(self._by_label()):
            self.evidence = self._no_evidence()
            if kept is not None:
                kept = [(chunk, self._observed(chunk)) for chunk, _ in kept]
            else:
                for chunk in self._chunks():
                    self._observed(chunk)
        more = self._chunks() if kept is None else rest
        return self._emit_all(chain(kept or (), ((chunk, self._match(chunk)) for chunk in more)))

    def _gather(self) -> tuple[list[Part] | None, Iterator[Chunk]]:
        """The source's parts, observed, and the chunks that are not read yet. None: larger than the buffer, it is read again;
        a stream that cannot be goes on with what is known."""
        kept: list[Part] = []
        size, stream = 0, self._chunks()
        for chunk in stream:
            part = chunk, self._observed(chunk)
            kept.append(part)
            size += _weight(*part)
            _release(chunk)
            if size > self.config.buffer:
                break
        else:
            return kept, stream
        if not self.document.rereadable:
            self.notes.append("columns were judged by the first part of the stream")
            return kept, stream
        kept.clear()
        for chunk in stream:
            self._observed(chunk)
        return None, stream

    def _by_label(self) -> Callable[[str, Detector], bool]:
        """Tells whether a column turned out to be a detector's by its header."""
        verdicts = judge(self.evidence, self.detectors).columns

        def holds(field: str, detector: Detector) -> bool:
            verdict = verdicts[field]
            return verdict.detector is detector and verdict.by_label and verdict.confidence is Confidence.HIGH

        return holds

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

    def _match(self, chunk: Chunk) -> list[Found | Classes]:
        return [self.columns.matches(block) for block in chunk.blocks]

    def _no_evidence(self) -> Evidence:
        return Evidence(recalled=known(self.config.known_names, self.detectors))

    def _observed(self, chunk: Chunk) -> list[Found | Classes]:
        """A chunk's matches, when the evidence knows them."""
        matches = self._match(chunk)
        observe(self.evidence, zip(chunk.blocks, matches, strict=True), self.detectors)
        self.evidence.records.observe(chunk.blocks, matches, self.detectors, self.as_of)
        if self.config.exclude_roles:
            self.evidence.people.observe(chunk.blocks, matches)
        if self.config.record_code:
            named = observe_codes(chunk.blocks, matches, self.detectors, self.config.record_code)
            self.evidence.merge(Evidence(codes=dict(named)))
        return matches

    def _emit_all(self, parts: Iterator[Part]) -> Emission:
        emission = Emission(
            self.evidence,
            self.detectors,
            self.config,
            path=self.path,
            keep_text=self.keep_text,
            findings=self.findings,
        )
        for chunk, raw in parts:
            emission.add(
                chunk.blocks, self.evidence.records.settle(chunk.blocks, raw, self.detectors, self.as_of)
            )
        return emission


def _not_kept(findings: Findings) -> list[str]:
    if findings.total == len(findings):
        return []
    return [
        f"the places of the first {len(findings):,} findings are listed; all {findings.total:,} are counted"
    ]


def _release(chunk: Chunk) -> None:
    """Let go of the cells that can be had again."""
    for block in chunk.blocks:
        if isinstance(block.cells, Cells):
            block.cells.release()


def _weight(chunk: Chunk, matches: list[Found | Classes]) -> int:
    """What it costs to keep a chunk with its matches, in code points of text (four bytes): a cell and a match weigh more than
    their text, and of cells that can be had again only their text and their classes are kept."""
    light = all(isinstance(block.cells, Cells) and block.cells.light for block in chunk.blocks)
    cells = sum(len(block.cells) for block in chunk.blocks)
    if light:
        return chunk.size // 2 + 6 * cells
    return (
        chunk.size + 12 * cells + 90 * sum(len(found) for found in matches if not isinstance(found, Classes))
    )
