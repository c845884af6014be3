"""The scan functions and `Scanner`. Offsets are code points, half-open; no result holds the matched text unless asked for.

`config=None` means defaults: the library never looks for configuration files.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, BinaryIO

from phiguard.errors import PhiguardError, UnreadableError, UsageError
from phiguard.examine import Progress, examine
from phiguard.findings import FileReport, Findings, Report
from phiguard.formats import kind, open_document
from phiguard.formats._document import Document
from phiguard.formats._prose import WINDOW, windows
from phiguard.formats._source import Source, open_bytes, open_path, open_stream
from phiguard.formats._walk import INCOMPLETE, READ, SKIPPED, Entry, walk
from phiguard.formats.frames import FrameDocument
from phiguard.model import Block, BlockKind, Chunk, Config, Profile
from phiguard.workers import Limits, run


class _Text:
    """A string as a document: prose in windows, or one cell under a label."""

    format = "text"
    rereadable = True

    def __init__(self, text: str, label: str | None) -> None:
        self.text, self.label, self.bytes_read = text, label, 0
        self.problems: list[str] = []

    def chunks(self) -> Iterator[Chunk]:
        if self.label is None:
            yield from windows(self.text[i : i + WINDOW] for i in range(0, len(self.text), WINDOW))
        else:
            block = Block(
                (self.text,), lambda cell, offset: (1, offset + 1), BlockKind.COLUMN, self.label, self.label
            )
            yield Chunk((block,), len(self.text))


@dataclass(frozen=True, slots=True)
class Scanner:
    """Scans with one configuration; make it once and reuse it. Thread-safe (no state between calls) and picklable.

    `keep_text`: findings carry the matched text, for an authorised review or an evaluation.
    """

    config: Config = Config()  # noqa: RUF009 - frozen
    keep_text: bool = False

    def __init__(self, config: Config | None = None, *, keep_text: bool = False) -> None:
        object.__setattr__(self, "config", config or Config())
        object.__setattr__(self, "keep_text", keep_text)

    def scan_text(self, text: str, *, label: str | None = None) -> Findings:
        """Findings in a string. `label`: what it is called (a header, a key); offsets are code points of `text`.

        Raises UsageError when `text` is no string.
        """
        return self.examine_text(text, label=label).findings

    def examine_text(self, text: str, *, label: str | None = None) -> FileReport:
        """As `scan_text`, with what was held back."""
        if not isinstance(text, str):
            raise UsageError("scan_text takes a string, not " + type(text).__name__)
        return examine(_Text(text, label), "", "", self.config, keep_text=self.keep_text)

    def scan_bytes(self, data: bytes, *, name: str | None = None) -> Report:
        """Scan an upload held in memory. `name`: its file name, which is scanned too. Raises UsageError if `data` is no bytes."""
        return self._report(_examine(self, open_bytes(data, name or ""), name or "", name or ""))

    def scan_stream(self, binary_file: BinaryIO, *, name: str | None = None) -> Report:
        """Scan a binary stream once, front to back, in bounded memory. `name`: its file name, which is scanned too."""
        return self._report(_examine(self, open_stream(binary_file, name or ""), name or "", name or ""))

    def scan_file(self, path: str | os.PathLike[str]) -> Report:
        """Scan one file. Raises UsageError when there is no such file or it is a folder."""
        if os.path.isdir(path):
            raise UsageError("is a folder; scan_paths scans folders")
        return self.scan_paths([path])

    def scan_paths(
        self,
        paths: Sequence[str | os.PathLike[str]],
        *,
        exclude: Sequence[str] = (),
        jobs: int = 1,
        progress: Progress | None = None,
    ) -> Report:
        """Scan files and folders: the arguments in order, a folder's members by path. Raises UsageError for a missing path
        or a single string in place of a list.

        `exclude`: glob patterns of paths that are left out, and reported as skipped. `jobs`: processes. `progress` is told
        the bytes read so far.
        """
        if isinstance(paths, (str, bytes, os.PathLike)):
            raise UsageError("scan_paths takes a list of paths; scan_file takes one")
        roots = [os.fsdecode(path) for path in paths]
        units = [Unit(self, entry, _own_name(entry.path, roots)) for entry in walk(roots, exclude)]
        return self._report(*self._reports(units, jobs, progress))

    def scan_table(self, frame_or_batches: Any) -> Report:
        """Scan a pandas or polars data frame, a pyarrow table, or an iterable of any of them (batches of one table)."""
        return self._report(
            examine(FrameDocument(frame_or_batches), "", "", self.config, keep_text=self.keep_text)
        )

    def _report(self, *files: FileReport) -> Report:
        return Report(files, self.config.profile)

    def _reports(self, units: list[Unit], jobs: int, progress: Progress | None) -> Iterator[FileReport]:
        limits, done = Limits(self.config.deadline, self.config.memory), 0

        def told(read: int) -> None:
            """`read`: bytes of the file that is being read, after those that are done."""
            if progress is not None:
                progress(done + read)

        if (jobs > 1 and len(units) > 1) or limits != Limits():
            reports = (
                units[o.index].failed(o.failure) if o.failure else o.result
                for o in run(Unit.scan, units, jobs=jobs, limits=limits)
            )
        else:
            reports = (unit.scan(told) for unit in units)
        for report in reports:
            done += report.bytes
            told(0)
            yield report


@dataclass(frozen=True, slots=True)
class Unit:
    """One file of a scan: a worker's unit of work. `name`: the part of its path that goes with it and is scanned too."""

    scanner: Scanner
    entry: Entry
    name: str

    def scan(self, progress: Progress | None = None) -> FileReport:
        """Read and scan the file; whatever goes wrong makes it incomplete, and never quotes it."""
        if self.entry.status != READ:
            return self.failed(self.entry.reason, self.entry.status)
        try:
            source = open_path(self.entry.path, follow=self.entry.follow)
            return _examine(self.scanner, source, self.entry.path, self.name, progress)
        except UnreadableError as error:
            return self.failed(str(error))
        except PhiguardError:
            raise
        except Exception as error:  # noqa: BLE001 - one file must not take the others' reports with it
            return self.failed(f"scanning it failed ({type(error).__name__})")

    def failed(self, reason: str, status: str = INCOMPLETE) -> FileReport:
        """The report of a file that was not read: nothing but its name is scanned."""
        scanner = self.scanner
        report = examine(
            _Unread("unread", reason), self.entry.path, self.name, scanner.config, keep_text=scanner.keep_text
        )
        return replace(report, findings=Findings(), status=SKIPPED) if status == SKIPPED else report


def _own_name(path: str, roots: Sequence[str]) -> str:
    """The part of a path that goes with the file: its name, or what lies below the folder that was asked for."""
    for root in roots:
        below = root.rstrip(os.sep) + os.sep
        if path != root and path.startswith(below):
            return path[len(below) :]
    return os.path.basename(path)


def _examine(
    scanner: Scanner, source: Source, path: str, name: str, progress: Progress | None = None
) -> FileReport:
    config, keep_text = scanner.config, scanner.keep_text
    try:
        document: Document = open_document(source, markup_is_text=config.profile is Profile.CODE)
    except UnreadableError as error:
        document = _Unread(kind(source).name, str(error))
    return examine(document, path, name, config, keep_text=keep_text, progress=progress)


class _Unread:
    """A source that was not read: nothing but its name is scanned."""

    rereadable = True

    def __init__(self, format: str, reason: str) -> None:
        self.format, self.problems, self.bytes_read = format, [reason], 0

    def chunks(self) -> Iterator[Chunk]:
        return iter(())


def scan_text(text: str, *, label: str | None = None, config: Config | None = None) -> Findings:
    """Findings in a string. `label`: what it is called (a header, a key); offsets are code points of `text`, half-open."""
    return Scanner(config).scan_text(text, label=label)


def scan_bytes(data: bytes, *, name: str | None = None, config: Config | None = None) -> Report:
    """Scan an upload held in memory. `name`: its file name, which is scanned too."""
    return Scanner(config).scan_bytes(data, name=name)


def scan_file(path: str | os.PathLike[str], *, config: Config | None = None) -> Report:
    """Scan one file. Raises UsageError when there is no such file or it is a folder."""
    return Scanner(config).scan_file(path)


def scan_paths(
    paths: Sequence[str | os.PathLike[str]],
    *,
    exclude: Sequence[str] = (),
    jobs: int = 1,
    config: Config | None = None,
) -> Report:
    """Scan files and folders: the arguments in order, a folder's members by path. Raises UsageError for a missing path."""
    return Scanner(config).scan_paths(paths, exclude=exclude, jobs=jobs)


def scan_stream(binary_file: BinaryIO, *, name: str | None = None, config: Config | None = None) -> Report:
    """Scan a binary stream once, front to back, in bounded memory. `name`: its file name, which is scanned too."""
    return Scanner(config).scan_stream(binary_file, name=name)


def scan_table(frame_or_batches: Any, *, config: Config | None = None) -> Report:
    """Scan a pandas or polars data frame, a pyarrow table, or an iterable of any of them (batches of one table)."""
    return Scanner(config).scan_table(frame_or_batches)
