"""One layer of compression taken off, as a stream: gzip (several members), bzip2, xz.

Source: RFC 1952 (gzip), the bzip2 and .xz file format descriptions. Told by magic numbers, never by name.
A cut-off or damaged file gives what can be decompressed and a problem; so does one that grows without measure.
Limits: no zstd, lz4 or compress; xz needs at most 256 MiB for its dictionary.
"""

from __future__ import annotations

import bz2
import lzma
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Limits:
    """When decompression stops: more than `decoded` bytes that are more than `ratio` times what was read."""

    ratio: int = 200
    decoded: int = 1 << 30


LIMITS = Limits()
_LOOK = 16
"""Bytes needed to recognise a compression."""
_XZ_MEMORY = 256 << 20
_FEED = 1 << 14
"""Compressed bytes at a time: what is left of them is copied at the end of every member, and members can be tiny."""


class _Decompressor(Protocol):
    """What bz2 and lzma offer, and `_Gunzip` too."""

    @property
    def eof(self) -> bool: ...
    @property
    def needs_input(self) -> bool: ...
    @property
    def unused_data(self) -> bytes: ...
    def decompress(self, data: bytes, max_length: int = -1) -> bytes: ...


class _Gunzip:
    """zlib in the manner of bz2 and lzma. A damaged member gives what came before the damage, then raises."""

    def __init__(self) -> None:
        self._zlib = zlib.decompressobj(wbits=31)
        self._damage: zlib.error | None = None

    @property
    def eof(self) -> bool:
        return self._zlib.eof

    @property
    def needs_input(self) -> bool:
        return self._damage is None and not self._zlib.unconsumed_tail

    @property
    def unused_data(self) -> bytes:
        return self._zlib.unused_data

    def decompress(self, data: bytes, max_length: int = -1) -> bytes:
        if self._damage is not None:
            raise self._damage
        data = self._zlib.unconsumed_tail + data
        before = self._zlib.copy()
        try:
            return self._zlib.decompress(data, max_length)
        except zlib.error as error:
            self._damage = error
            return _salvaged(before, data)


def _salvaged(before: zlib._Decompress, data: bytes) -> bytes:
    """Byte by byte up to the damage: zlib drops the output of a call that fails."""
    good: list[bytes] = []
    try:
        for byte in data:
            good.append(before.decompress(bytes((byte,))))
    except zlib.error:
        pass
    return b"".join(good)


_MAKERS: tuple[tuple[str, bytes, Callable[[], _Decompressor]], ...] = (
    ("gzip", b"\x1f\x8b\x08", _Gunzip),
    ("bzip2", b"BZh", bz2.BZ2Decompressor),
    ("xz", b"\xfd7zXZ\x00", lambda: lzma.LZMADecompressor(lzma.FORMAT_XZ, memlimit=_XZ_MEMORY)),
)


def compression_of(first: bytes) -> str:
    """`gzip`, `bzip2`, `xz`, or nothing."""
    for name, magic, _ in _MAKERS:
        if first.startswith(magic) and (name != "bzip2" or first[4:10] in (b"1AY&SY", b"\x17rE8P\x90")):
            return name
    return ""


def decompressed(
    pieces: Iterator[bytes], note: Callable[[str], None], limits: Limits = LIMITS, most: int = 1 << 17
) -> Iterator[bytes]:
    """`pieces` without their compression, if they have one, in pieces of at most `most` bytes."""
    first = b""
    for piece in pieces:
        first += piece
        if len(first) >= _LOOK:
            break
    name = compression_of(first)
    if name:
        yield from _Unpacking(name, note, limits, most).pieces(_cut(chain((first,), pieces), _FEED))
    else:
        yield from _cut(chain((first,), pieces), most)


def _cut(pieces: Iterable[bytes], most: int) -> Iterator[bytes]:
    for piece in pieces:
        yield from (piece[start : start + most] for start in range(0, len(piece), most))


class _Unpacking:
    """One compressed file: its members one after another."""

    def __init__(self, name: str, note: Callable[[str], None], limits: Limits, most: int) -> None:
        self.name, self.note, self.limits, self.most = name, note, limits, most
        self.make = next(make for known, _, make in _MAKERS if known == name)
        self.read = self.written = 0

    def pieces(self, raw: Iterator[bytes]) -> Iterator[bytes]:
        member, pending, ended = self.make(), b"", False
        try:
            while True:
                if not pending and member.needs_input and not ended:
                    pending = next(raw, b"")
                    self.read += len(pending)
                    ended = not pending
                piece = member.decompress(pending, self.most)
                pending = b""
                if piece:
                    self.written += len(piece)
                    if self._exploded():
                        self.note("decompression stopped: the content grows far beyond its compressed size")
                        return
                    yield piece
                if member.eof:
                    pending = self._next(member.unused_data, raw)
                    if not pending:
                        return
                    member = self.make()
                elif ended and not piece:
                    self.note("the compressed data is cut off")
                    return
        except (zlib.error, OSError, EOFError, lzma.LZMAError):
            self.note("the compressed data is damaged")

    def _exploded(self) -> bool:
        return self.written > self.limits.decoded and self.written > self.limits.ratio * self.read

    def _next(self, left: bytes, raw: Iterator[bytes]) -> bytes:
        """The beginning of the next member, after padding; nothing if there is none."""
        while True:
            left = left.lstrip(b"\0")
            if len(left) < _LOOK:
                more = next(raw, b"")
                self.read += len(more)
                if more:
                    left += more
                    continue
            if not left:
                return b""
            if compression_of(left) == self.name:
                return left
            self.note("data after the end of the compressed content was not read")
            return b""
