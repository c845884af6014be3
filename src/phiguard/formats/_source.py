"""A source of text: a path, bytes or a binary stream, decompressed and decoded piece by piece in bounded memory.

Only regular files are opened and nothing blocks: a named pipe, socket or device is refused before it is opened. What could
not be read is told in `Source.problems`, one sentence each, and never quotes the content.
Limits: one layer of compression (gzip, bzip2, xz); encodings as `_decode` says.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Generator, Iterator
from contextlib import closing
from pathlib import Path, PurePath
from typing import Protocol

from phiguard.errors import UnreadableError, UsageError
from phiguard.formats._compression import LIMITS, Limits, decompressed
from phiguard.formats._decode import decoded, encoding_of

PIECE = 1 << 17
"""Bytes per read, and so the most code points of a piece of text."""
FIRST = 1 << 18
"""Decompressed bytes that are read ahead to judge what the source is: 64 Ki code points in the widest encoding."""
HEAD = 1 << 16
"""Code points of `head()`."""
_COMPRESSED = {".gz", ".gzip", ".bz2", ".xz"}
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0) | getattr(os, "O_BINARY", 0)
_NOFOLLOW = getattr(os, "O_NOFOLLOW", 0)

Note = Callable[[str], None]


class Readable(Protocol):
    """What a binary stream must offer."""

    def read(self, size: int, /) -> bytes | None: ...


class Source:
    """Where text comes from. Made by `open_path`, `open_bytes` or `open_stream`.

    `name`: what the report calls it. `suffix`: the last suffix of the name in lower case, without a compression's.
    `rereadable`: `text()` may be called again and gives the same. `first`: the first decompressed bytes. `encoding`: the
    codec that was recognised. `problems`: sentences without content; each makes the file incomplete. `bytes_read`: bytes of
    the source (before decompression) that the current reading has consumed.
    """

    __slots__ = (
        "_again",
        "_limits",
        "_rest",
        "_skip",
        "_whole",
        "bytes_read",
        "encoding",
        "first",
        "name",
        "problems",
        "rereadable",
        "suffix",
    )

    def __init__(
        self,
        name: str,
        again: Callable[[Note], Iterator[bytes]],
        *,
        rereadable: bool,
        limits: Limits = LIMITS,
    ) -> None:
        """`again(note)` begins a reading: the raw bytes in pieces. Raises UnreadableError if that cannot begin."""
        self.name, self.suffix = name, suffix_of(name)
        self.problems: list[str] = []
        self.bytes_read = 0
        self._again, self._limits = again, limits
        pieces = self._plain()
        self.first, self._whole = _take(pieces, FIRST)
        self._rest: Iterator[bytes] | None = None
        if not rereadable and not self._whole:
            self._rest = pieces
        self.rereadable = rereadable or self._whole
        self.encoding, self._skip = encoding_of(self.first)

    def note(self, problem: str) -> None:
        """Record what could not be read; the same sentence once."""
        if problem not in self.problems:
            self.problems.append(problem)

    def head(self) -> str:
        """The first decoded code points (up to 64 Ki), without consuming anything; for recognising a format."""
        return "".join(decoded((self.first,), self.encoding, self._skip, _ignore))[:HEAD]

    def text(self) -> Iterator[str]:
        """The decoded text in pieces of at most 256 Ki code points, without a byte order mark, newlines as they are.

        A piece may end between \\r and \\n. Problems are recorded while reading. Raises UnreadableError if a stream is read
        a second time.
        """
        with closing(self._bytes()) as pieces:
            yield from decoded(pieces, self.encoding, self._skip, self.note)

    def _bytes(self) -> Generator[bytes]:
        if self._whole or not self.rereadable:
            if not self._whole and self._rest is None:
                raise UnreadableError("the stream can be read only once")
            for start in range(0, len(self.first), PIECE):
                yield self.first[start : start + PIECE]
            rest, self._rest = self._rest, None
            yield from rest or ()
            return
        self.bytes_read = 0
        try:
            yield from self._plain()
        except UnreadableError as error:
            self.note(f"could not be read again: {error}")

    def _plain(self) -> Iterator[bytes]:
        """Decompressed bytes from the beginning, in pieces of at most `PIECE`."""
        return decompressed(self._counted(), self.note, self._limits, PIECE)

    def _counted(self) -> Iterator[bytes]:
        for piece in self._again(self.note):
            self.bytes_read += len(piece)
            yield piece


def open_path(path: str | os.PathLike[str], *, follow: bool = True, limits: Limits = LIMITS) -> Source:
    """A regular file. `follow`: whether `path` may be a symbolic link.

    Raises UnreadableError, with the reason for the report, if it is not a regular file or cannot be opened. Never blocks.
    """
    name = os.fspath(path)
    seen: list[tuple[int, ...]] = []

    def again(note: Note) -> Iterator[bytes]:
        return _file(name, follow, seen, note)

    return Source(name, again, rereadable=True, limits=limits)


def open_bytes(data: bytes, name: str, *, limits: Limits = LIMITS) -> Source:
    """Bytes held in memory. Raises UsageError for anything else."""
    if not isinstance(data, (bytes, bytearray, memoryview)):
        raise UsageError("bytes are needed, not " + type(data).__name__)
    data = bytes(data)

    def again(note: Note) -> Iterator[bytes]:
        return (data[start : start + PIECE] for start in range(0, len(data), PIECE))

    return Source(name, again, rereadable=True, limits=limits)


def open_stream(stream: Readable, name: str, *, limits: Limits = LIMITS) -> Source:
    """A binary stream, read once and not closed. Raises UsageError if it is none, or gives text instead of bytes."""
    if not callable(getattr(stream, "read", None)):
        raise UsageError("a binary stream is needed")
    return Source(name, lambda note: _stream(stream, note), rereadable=False, limits=limits)


def suffix_of(name: str) -> str:
    """The last suffix in lower case, without that of a compression: `A.CSV.gz` gives `.csv`."""
    path = PurePath(name)
    if path.suffix.lower() in _COMPRESSED:
        path = path.with_suffix("")
    return path.suffix.lower()


def _take(pieces: Iterator[bytes], most: int) -> tuple[bytes, bool]:
    """About `most` bytes of `pieces`, and whether that was all."""
    taken: list[bytes] = []
    size = 0
    for piece in pieces:
        taken.append(piece)
        size += len(piece)
        if size >= most:
            return b"".join(taken), False
    return b"".join(taken), True


def _ignore(problem: str) -> None:
    """For a look ahead: the problem is recorded when the text is read."""


def _stream(stream: Readable, note: Note) -> Iterator[bytes]:
    while True:
        try:
            piece = stream.read(PIECE)
        except Exception as error:  # noqa: BLE001 - a stream may fail in any way; its message could quote the input
            reason = reason_of(error) if isinstance(error, OSError) else type(error).__name__
            note(f"reading stopped: {reason}")
            return
        if piece is None:
            note("reading stopped: the stream does not wait for data")
            return
        if not isinstance(piece, (bytes, bytearray, memoryview)):
            raise UsageError("a binary stream is needed, not a text stream")
        if not piece:
            return
        yield bytes(piece)


def _file(path: str, follow: bool, seen: list[tuple[int, ...]], note: Note) -> Iterator[bytes]:
    """Raw pieces of a file. `seen`: its identity at the first opening; a difference later is a problem."""
    descriptor, identity = _opened(path, follow)
    try:
        if not seen:
            seen.append(identity)
        yield from _descriptor(descriptor, note)
        if _identity(os.fstat(descriptor)) != seen[0] or _now(path, follow) != seen[0]:
            note("the file changed while it was read")
    finally:
        os.close(descriptor)


def _descriptor(descriptor: int, note: Note) -> Iterator[bytes]:
    while True:
        try:
            piece = os.read(descriptor, PIECE)
        except OSError as error:
            note(f"reading stopped: {reason_of(error)}")
            return
        if not piece:
            return
        yield piece


def _opened(path: str, follow: bool) -> tuple[int, tuple[int, ...]]:
    """A descriptor of a regular file and its identity. Looked at before it is opened: opening a device can have effects."""
    try:
        refuse_special(Path(path).stat(follow_symlinks=follow).st_mode)
        descriptor = os.open(path, _FLAGS | (0 if follow else _NOFOLLOW))
    except (OSError, ValueError) as error:
        raise UnreadableError(f"could not be opened: {reason_of(error)}") from None
    status = os.fstat(descriptor)
    try:
        refuse_special(status.st_mode)
    except UnreadableError:
        os.close(descriptor)
        raise
    return descriptor, _identity(status)


def refuse_special(mode: int) -> None:
    """Raises UnreadableError unless the mode is that of a regular file."""
    if not stat.S_ISREG(mode):
        raise UnreadableError(_SPECIAL.get(stat.S_IFMT(mode), "not a regular file"))


_SPECIAL = {
    stat.S_IFDIR: "a folder, not a file",
    stat.S_IFIFO: "a named pipe: not read",
    stat.S_IFSOCK: "a socket: not read",
    stat.S_IFCHR: "a device: not read",
    stat.S_IFBLK: "a device: not read",
    stat.S_IFLNK: "a symbolic link: not followed",
}


def reason_of(error: Exception) -> str:
    """The system's words for an error, without the path that Python adds; a stream's own words could quote the input."""
    if isinstance(error, OSError) and error.errno:
        return os.strerror(error.errno).lower()
    return {"ValueError": "its name holds a NUL character"}.get(type(error).__name__, type(error).__name__)


def _identity(status: os.stat_result) -> tuple[int, ...]:
    return status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns


def _now(path: str, follow: bool) -> tuple[int, ...] | None:
    try:
        return _identity(Path(path).stat(follow_symlinks=follow))
    except OSError:
        return None
