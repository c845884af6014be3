"""Bytes to text: which encoding, and decoding in pieces that never fails.

UTF-8, -16 and -32 with or without a byte order mark; else UTF-8 in which every byte that is not UTF-8 is read as
Windows-1252, so that old and mixed files keep their names. Five bytes that Windows-1252 leaves open become U+FFFD.
Source: The Unicode Standard, 2.6 and 3.10 (encoding schemes), RFC 3629, the Windows-1252 table of the WHATWG Encoding
Standard.
Limits: other 8-bit and East Asian encodings are read as if they were Windows-1252, which is told as a problem where most of
the text is concerned; EBCDIC is refused; UTF-16 in which hardly any character is Latin needs its byte order mark.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Iterable, Iterator

SAMPLE = 1 << 16
FALLBACK = "phiguard-1252"
"""How a decoder of UTF-8 treats what is none."""
BINARY, EBCDIC = "binary", "ebcdic"
"""What `encoding_of` says where there is no text that can be decoded."""

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WIDTH = {"utf-16-le": 2, "utf-16-be": 2, "utf-32-le": 4, "utf-32-be": 4}
_CONTROLS = bytes(sorted(set(range(1, 0x20)) - set(b"\t\n\v\f\r\x1a\x1b\x1c\x1d\x1e\x1f") | {0x7F}))
_HIGH = bytes(range(0x80, 0x100))
_WIDE_RUN = re.compile(rb"(?:[\t\n\r\x20-\x7e\xa0-\xff]\x00){8,}")
"""UTF-16 inside a file that began as something else: what a redirection of another program appended."""
_NARROW_RUN = re.compile(rb"[0-9A-Za-z ,.:;/@\r\n-]{20,}|[0-9 .:/\r\n-]{10,}")
"""Bytes of one byte a character inside UTF-16: real characters that are made of these alone hardly come together."""
_NARROW_HALF = re.compile(rb"[0-9A-Za-z ,.:;/@\r\n-]{10,}|[0-9 .:/\r\n-]{5,}")
"""What such a run leaves at every second byte; in Latin text one of the halves is NUL throughout, so the look is quick."""
_SEQUENCE = re.compile(rb"[\xc2-\xf4][\x80-\xbf]|[\x80-\xff].{0,2}\Z", re.DOTALL)
"""What could be a character in UTF-8, or the beginning of one at the end of a piece."""

_UNPRINTED = re.compile(r"[\x00-\x08\x0e-\x19\x7f\ufffd]")


def _as_1252(error: UnicodeError) -> tuple[str, int]:
    assert isinstance(error, UnicodeDecodeError)
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


codecs.register_error(FALLBACK, _as_1252)


def encoding_of(first: bytes) -> tuple[str, int]:
    """The encoding of a source by its first bytes, and how many of them are its byte order mark.

    One of utf-8 (which includes the fallback), utf-16-le, utf-16-be, utf-32-le, utf-32-be, `BINARY`, `EBCDIC`.
    """
    for mark, name in _MARKS:
        if first.startswith(mark) and (name != "utf-32-le" or _is_wide(first[4:SAMPLE], "utf-32-le")):
            return name, len(mark)
    sample = first[:SAMPLE]
    wide = _stride(sample)
    if wide:
        return wide, 0
    if _is_ebcdic(sample):
        return EBCDIC, 0
    return (BINARY if is_binary(sample) else "utf-8"), 0


def decoded(pieces: Iterable[bytes], encoding: str, skip: int, note: Callable[[str], None]) -> Iterator[str]:
    """The text of `pieces`, without the first `skip` bytes. `note` is told what could not be read or judged.

    A piece of text holds at most as many code points as the bytes it came from, and three.
    """
    width = _WIDTH.get(encoding, 1)
    decoder = codecs.getincrementaldecoder(encoding if width > 1 else "utf-8")(
        "replace" if width > 1 else FALLBACK
    )
    size = -skip
    for piece in pieces:
        size += len(piece)
        piece, skip = piece[skip:], max(0, skip - len(piece))
        _doubt(piece, encoding, note)
        if width == 1 and b"\0" in piece:
            piece = _WIDE_RUN.sub(lambda run: run[0].decode("utf-16-le").encode(), piece)
        if width == 1 and not decoder.getstate()[0] and not piece.isascii() and not _SEQUENCE.search(piece):
            text = piece.decode("cp1252", "replace")  # the same and quicker: no byte of it can be UTF-8
        else:
            text = decoder.decode(piece)
        if text:
            yield text
    if size % width:
        note("the last character is cut off")
        return
    text = decoder.decode(b"", True)
    if text:
        yield text


def _doubt(piece: bytes, encoding: str, note: Callable[[str], None]) -> None:
    """Tell of content that was decoded but is hardly what was meant."""
    if encoding in _WIDTH:
        if _NARROW_HALF.search(piece[encoding.endswith("le") :: 2]) and _NARROW_RUN.search(piece):
            note("part of the text is not in the encoding of the rest and was not read")
    elif is_binary(piece):
        note("part of the content is binary and was not judged")
    elif not piece.isascii():
        bad = _invalid(piece)
        if bad >= 16 and bad * 4 > len(piece):
            note("the text is in an encoding that is not known; its letters outside ASCII were not judged")


def is_binary(sample: bytes) -> bool:
    """Whether these bytes are no text in an 8-bit encoding: many kinds of control characters, or mostly NUL beside them.

    One or two control characters, however many, are separators or padding.
    """
    bare = sample.translate(None, _CONTROLS)
    controls = len(sample) - len(bare)
    kinds = sum(bytes((byte,)) in sample for byte in _CONTROLS) if controls else 0
    nul = sample.count(0)
    if _invalid(sample):
        return kinds >= 3 and (controls + nul) * 50 > len(sample)
    return kinds >= 3 and (controls + nul) * 10 > len(sample)


def _invalid(sample: bytes) -> int:
    """Bytes that are not UTF-8. A character cut off at either end does not count."""
    if sample.isascii():
        return 0
    valid = len(sample.decode("utf-8", "ignore").encode())
    bad = len(sample) - valid
    return bad if bad > 3 or bad * 2 > len(sample) else 0


def _is_ebcdic(sample: bytes) -> bool:
    """EBCDIC's space is 0x40, its letters and digits are above 0x80, and it has hardly an ASCII space."""
    high = len(sample) - len(sample.translate(None, _HIGH))
    spaces = sample.count(0x40)
    return (
        len(sample) >= 8
        and high * 2 > len(sample)
        and spaces * 20 > len(sample)
        and spaces > 8 * sample.count(0x20)
    )


def _stride(sample: bytes) -> str:
    """UTF-16 or UTF-32 without a mark, by the places of its NUL bytes; or nothing."""
    for name in ("utf-32-le", "utf-32-be"):
        if len(sample) >= 8 and sample.count(0) * 2 >= len(sample) and _is_wide(sample, name):
            return name if _is_text(sample, name) else ""
    if b"\0" not in sample[:4]:
        return ""  # it begins as text of one byte a character; wide text may have been appended to it
    half = len(sample) // 2
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    for name, empty, full in (("utf-16-le", odd, even), ("utf-16-be", even, odd)):
        if empty >= 2 and empty * 2 >= half and full * 20 <= half:
            return name if _is_text(sample, name) else ""
    return ""


def _is_text(sample: bytes, name: str) -> bool:
    """Whether a sample decodes to more than numbers: NUL bytes at even places are also those of small integers."""
    text = sample.decode(name, "replace")
    return len(_UNPRINTED.findall(text)) * 20 <= len(text)


def _is_wide(sample: bytes, name: str) -> bool:
    """Whether nearly all units of four bytes are code points."""
    units = len(sample) // 4
    high, plane = (3, 2) if name == "utf-32-le" else (0, 1)
    planes = sample[plane::4]
    good = min(sample[high::4].count(0), len(planes) - len(planes.translate(None, bytes(range(0x11)))))
    return good * 20 >= units * 19
