"""Hostile and ordinary sources: what is read of them, and what is told where something is not."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import os
import stat
import tracemalloc
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from phiguard.errors import UnreadableError, UsageError
from phiguard.formats._compression import Limits
from phiguard.formats._decode import decoded, encoding_of
from phiguard.formats._prose import MARGIN, WINDOW, windows
from phiguard.formats._source import HEAD, PIECE, Source, open_bytes, open_path, open_stream, suffix_of
from phiguard.formats.text import TextDocument

NOTE = "Señora Núñez — SSN: 219-09-9999\r\nno wörries\n"
LATIN = "José Muñoz, Zoë Brontë\r\n"
BIG = "".join(f"line {n:07d} nothing to see here\n" for n in range(20_000))
"""680 kB: more than is read ahead."""


def read(source: Source) -> str:
    return "".join(source.text())


def plain(data: bytes, name: str = "a.txt") -> tuple[str, list[str]]:
    source = open_bytes(data, name)
    return read(source), source.problems


# --- encodings -----------------------------------------------------------------------------------------------------------

ENCODED = {
    "empty": (b"", ""),
    "only a UTF-8 mark": (b"\xef\xbb\xbf", ""),
    "only a UTF-16 mark": (b"\xff\xfe", ""),
    "only a UTF-32 mark": (b"\xff\xfe\x00\x00", ""),
    "ASCII": (b"SSN: 219-09-9999", "SSN: 219-09-9999"),
    "UTF-8": (NOTE.encode(), NOTE),
    "UTF-8 with a mark": (NOTE.encode("utf-8-sig"), NOTE),
    "UTF-16 LE with a mark": (b"\xff\xfe" + NOTE.encode("utf-16-le"), NOTE),
    "UTF-16 BE with a mark": (b"\xfe\xff" + NOTE.encode("utf-16-be"), NOTE),
    "UTF-16 LE without": (NOTE.encode("utf-16-le"), NOTE),
    "UTF-16 BE without": (NOTE.encode("utf-16-be"), NOTE),
    "UTF-32 LE with a mark": (b"\xff\xfe\x00\x00" + NOTE.encode("utf-32-le"), NOTE),
    "UTF-32 BE with a mark": (b"\x00\x00\xfe\xff" + NOTE.encode("utf-32-be"), NOTE),
    "UTF-32 LE without": (NOTE.encode("utf-32-le"), NOTE),
    "UTF-32 BE without": (NOTE.encode("utf-32-be"), NOTE),
    "Windows-1252": (LATIN.encode("cp1252"), LATIN),
    "Windows-1252 dashes and quotes": ("“19–20” € …".encode("cp1252"), "“19–20” € …"),
    "one accented name": ("José".encode("latin-1"), "José"),
    "encodings mixed by line": (LATIN.encode("cp1252") + LATIN.encode() + LATIN.encode("cp1252"), LATIN * 3),
    "an invalid byte in a number": (b"SSN 219-09\xff-9999", "SSN 219-09ÿ-9999"),
    "a byte that Windows-1252 leaves open": (b"Jos\x81 219-09-9999", "Jos\ufffd 219-09-9999"),
    "a UTF-8 character cut off at the end": (b"Jos\xc3", "JosÃ"),
    "NUL inside text": (b"SSN: 219-09-9999\x00 and\x00 on", "SSN: 219-09-9999\0 and\0 on"),
    "fields padded with NUL": (
        b"Doe\0\0\0\0\0\0\0Ann\0\0\0\0\0\0\0219099999\n",
        "Doe\0\0\0\0\0\0\0Ann\0\0\0\0\0\0\0219099999\n",
    ),
    "fields divided by control characters": (b"a\x01b\x01c\x02d\n" * 9, "a\x01b\x01c\x02d\n" * 9),
    "colours of a terminal": (b"\x1b[31mred\x1b[0m\n", "\x1b[31mred\x1b[0m\n"),
    "UTF-16 appended to UTF-8": (
        b"one\r\n" + "SSN: 219-09-9999\r\n".encode("utf-16-le"),
        "one\r\nSSN: 219-09-9999\r\n",
    ),
    "line ends as they are": (b"a\rb\r\nc\nd\x0b\x0c\xc2\x85", "a\rb\r\nc\nd\x0b\x0c\x85"),
    "surrogates encoded as UTF-8": (b"x\xed\xa0\x80y", "xí\xa0€y"),
}


@pytest.mark.parametrize(("data", "text"), ENCODED.values(), ids=ENCODED)
def test_decodes(data: bytes, text: str) -> None:
    assert plain(data) == (text, [])


ODD = {
    "UTF-16 without a mark, odd byte at the end": (NOTE.encode("utf-16-le") + b"9", NOTE, "cut off"),
    "UTF-16 BE with a mark, odd byte at the end": (
        b"\xfe\xff" + NOTE.encode("utf-16-be") + b"9",
        NOTE,
        "cut off",
    ),
    "UTF-32, three bytes at the end": (NOTE.encode("utf-32-le") + b"9\0\0", NOTE, "cut off"),
    "a lone surrogate in UTF-16": (b"\xff\xfeA\x00\x00\xd8B\x00", "A\ufffdB", ""),
    "ASCII appended to UTF-16": (
        b"\xff\xfe" + NOTE.encode("utf-16-le") + b"SSN: 219-09-9999 again\r\n",
        NOTE,
        "encoding of the rest",
    ),
    "a number appended to UTF-16": (NOTE.encode("utf-16") + b"219-09-9999\n", NOTE, "encoding of the rest"),
    "another script in 8 bits": (
        "Иванов Пётр Сергеевич, род. 1950\n".encode("cp1251"),
        "",
        "encoding that is not known",
    ),
    "binary after text": (b"P5 header\n" * 50 + bytes(range(256)) * 2048, "P5 header\n", "binary"),
}


@pytest.mark.parametrize(("data", "begins", "problem"), ODD.values(), ids=ODD)
def test_tells_what_it_could_not_decode(data: bytes, begins: str, problem: str) -> None:
    text, problems = plain(data)
    assert text.startswith(begins)
    assert len(problems) == bool(problem)
    assert all(problem in told for told in problems)


def test_reads_chinese_utf16_without_alarm() -> None:
    text = "患者张伟的病历记录，出生日期一九五〇年三月四日。" * 400
    assert plain(text.encode("utf-16")) == (text, [])


@settings(max_examples=150, deadline=None)
@given(st.text(st.characters(exclude_characters="\0\ufeff", exclude_categories=["Cs"])), st.integers(1, 7))
@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_round_trip_with_a_mark(codec: str, text: str, step: int) -> None:
    mark = "" if codec == "utf-8-sig" else "\ufeff"
    data = (mark + text).encode(codec)
    encoding, skip = encoding_of(data)
    pieces = [data[i : i + step] for i in range(0, len(data), step)]
    assert "".join(decoded(pieces, encoding, skip, lambda problem: None)) == text


@settings(max_examples=150, deadline=None)
@given(st.text(st.characters(min_codepoint=32, max_codepoint=126), min_size=12))
@pytest.mark.parametrize("codec", ["utf-8", "cp1252", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_round_trip_without_a_mark(codec: str, text: str) -> None:
    assert plain(text.encode(codec)) == (text, [])


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=300), st.integers(1, 9))
def test_any_bytes_decode_alike_in_any_pieces(data: bytes, step: int) -> None:
    encoding, skip = encoding_of(data)
    pieces = [data[i : i + step] for i in range(0, len(data), step)]
    whole = "".join(decoded([data], encoding, skip, lambda problem: None))
    if b"\0" not in data:
        assert "".join(decoded(pieces, encoding, skip, lambda problem: None)) == whole
    whole.encode()  # no lone surrogate


# --- compression ---------------------------------------------------------------------------------------------------------

Pack = Callable[[bytes], bytes]
PACKED: dict[str, Pack] = {"gzip": gzip.compress, "bzip2": bz2.compress, "xz": lzma.compress}


@pytest.mark.parametrize("pack", PACKED.values(), ids=PACKED)
@pytest.mark.parametrize("text", ["", NOTE, BIG], ids=["empty", "short", "long"])
def test_unpacks(pack: Pack, text: str) -> None:
    data = pack(text.encode())
    source = open_bytes(data, "a.csv.gz")
    assert (read(source), source.problems) == (text, [])
    assert source.bytes_read == len(data)
    assert source.suffix == ".csv"


@pytest.mark.parametrize("pack", PACKED.values(), ids=PACKED)
def test_reads_all_members(pack: Pack) -> None:
    assert plain(pack(b"one\n") + pack(b"") + pack(BIG.encode()) + pack(b"two\n") + bytes(8)) == (
        "one\n" + BIG + "two\n",
        [],
    )


@pytest.mark.parametrize("pack", PACKED.values(), ids=PACKED)
def test_tells_of_data_after_the_end(pack: Pack) -> None:
    assert plain(pack(b"one\n") + b"219-09-9999") == (
        "one\n",
        ["data after the end of the compressed content was not read"],
    )


@pytest.mark.parametrize("pack", PACKED.values(), ids=PACKED)
@pytest.mark.parametrize("cut", [3, 40])
def test_reads_what_is_there_of_a_cut_off_file(pack: Pack, cut: int) -> None:
    noise = "".join(f"{n * 7919 % 104729}\n" for n in range(300_000))
    text, problems = plain(pack(noise.encode())[:-cut])
    assert problems == ["the compressed data is cut off"]
    assert noise.startswith(text) and len(text) > len(noise) // 2


def test_reads_up_to_the_damage() -> None:
    data = bytearray(gzip.compress(NOTE.encode()))
    data[-8] ^= 1  # the checksum
    assert plain(bytes(data)) == (NOTE, ["the compressed data is damaged"])
    data = bytearray(gzip.compress(BIG.encode()))
    data[len(data) // 2 : len(data) // 2 + 9] = b"\xff" * 9
    text, problems = plain(bytes(data))
    assert problems == ["the compressed data is damaged"]
    assert text[: len(BIG) // 4] == BIG[: len(BIG) // 4]


@pytest.mark.parametrize("pack", PACKED.values(), ids=PACKED)
def test_stops_at_a_bomb(pack: Pack) -> None:
    source = open_bytes(pack(b"0" * (8 << 20)), "bomb", limits=Limits(ratio=200, decoded=1 << 20))
    assert len(read(source)) <= 2 << 20
    assert source.problems == ["decompression stopped: the content grows far beyond its compressed size"]


def test_a_large_but_honest_file_is_no_bomb() -> None:
    source = open_bytes(
        gzip.compress(os.urandom(1 << 21).hex().encode()), "a", limits=Limits(ratio=200, decoded=1 << 20)
    )
    assert (len(read(source)), source.problems) == (1 << 22, [])


def test_names_without_their_compression() -> None:
    assert [suffix_of(n) for n in ("A.CSV", "a.csv.GZ", "d.x/.bashrc", "a.b.tsv.xz", "-", "a.gz")] == [
        ".csv",
        ".csv",
        "",
        ".tsv",
        "",
        "",
    ]


# --- sources -------------------------------------------------------------------------------------------------------------


def test_head_consumes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(BIG, newline="")
    for source in (
        open_path(path),
        open_bytes(BIG.encode(), "a"),
        open_stream(io.BytesIO(BIG.encode()), "-"),
    ):
        assert source.head() == BIG[:HEAD]
        assert read(source) == BIG
        assert source.bytes_read == len(BIG)
        assert source.head() == BIG[:HEAD]


def test_head_of_a_bad_file_is_quiet() -> None:
    source = open_bytes("é".encode("utf-16-le") * 9 + b"9", "a")
    source.head()
    assert source.problems == []


def test_reads_again_or_only_once(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(BIG, newline="")
    for source in (open_path(path), open_bytes(BIG.encode(), "a")):
        assert source.rereadable
        assert read(source) == read(source) == BIG
        assert source.bytes_read == len(BIG)
    stream = open_stream(io.BytesIO(BIG.encode()), "-")
    assert not stream.rereadable
    assert read(stream) == BIG
    with pytest.raises(UnreadableError, match="only once"):
        read(stream)


def test_pieces_are_small() -> None:
    for data in (BIG.encode(), gzip.compress(b"0" * (4 << 20)), ("ñ" * 700_000).encode("cp1252")):
        assert max(len(piece) for piece in open_bytes(data, "a").text()) <= PIECE + 3 <= WINDOW


class Drip(io.RawIOBase):
    """A stream that gives one byte at a time, then fails."""

    def __init__(self, data: bytes, error: OSError | None = None) -> None:
        self.left, self.error = list(data), error

    def read(self, size: int = -1) -> bytes:
        if self.left:
            return bytes((self.left.pop(0),))
        if self.error is not None:
            raise self.error
        return b""


def test_a_stream_may_give_little_at_a_time() -> None:
    source = open_stream(Drip(gzip.compress(NOTE.encode())), "-")
    assert (read(source), source.problems) == (NOTE, [])


def test_a_stream_may_fail() -> None:
    source = open_stream(Drip(b"SSN: 219", OSError(5, "Input/output error", "/secret")), "-")
    assert (read(source), source.problems) == ("SSN: 219", ["reading stopped: input/output error"])


def test_a_stream_must_give_bytes() -> None:
    with pytest.raises(UsageError, match="binary"):
        open_stream(io.StringIO("text"), "-")  # type: ignore[arg-type]
    for wrong in (None, "text", 5):
        with pytest.raises(UsageError, match="binary"):
            open_stream(wrong, "-")  # type: ignore[arg-type]


class _Failing:
    """A stream that gives some bytes and then fails in words that quote them."""

    def __init__(self, data: bytes, error: Exception) -> None:
        self.data, self.error = data, error

    def read(self, size: int, /) -> bytes:
        if not self.data:
            raise self.error
        piece, self.data = self.data[:size], self.data[size:]
        return piece


@pytest.mark.parametrize("data", [b"", NOTE.encode(), BIG.encode()], ids=["at once", "soon", "late"])
@pytest.mark.parametrize(
    ("error", "told"),
    [
        (OSError(5, "219-09-9999"), "input/output error"),
        (OSError("219-09-9999"), "OSError"),
        (ValueError("219-09-9999"), "ValueError"),
        (MemoryError(), "MemoryError"),
    ],
)
def test_a_stream_that_fails_gives_what_it_gave_and_no_quote(
    data: bytes, error: Exception, told: str
) -> None:
    source = open_stream(_Failing(data, error), "a.txt")
    assert read(source) == data.decode()
    assert source.problems == [f"reading stopped: {told}"]


def test_a_named_pipe_does_not_block(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(UnreadableError, match="named pipe"):
        open_path(tmp_path / "pipe")


def test_what_is_no_regular_file_is_refused(tmp_path: Path) -> None:
    os.mknod(tmp_path / "socket", stat.S_IFSOCK | 0o600)
    for path, word in (
        (tmp_path / "socket", "socket"),
        (tmp_path, "folder"),
        (tmp_path / "none", "no such file"),
        ("/dev/zero", "device"),
        ("a\0b", "NUL"),
    ):
        with pytest.raises(UnreadableError, match=word) as caught:
            open_path(path)
        assert str(tmp_path) not in str(caught.value)


def test_symbolic_links_are_followed_if_asked(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("text")
    (tmp_path / "link").symlink_to("a")
    (tmp_path / "loop").symlink_to("loop")
    assert read(open_path(tmp_path / "link")) == "text"
    with pytest.raises(UnreadableError, match="symbolic link"):
        open_path(tmp_path / "link", follow=False)
    with pytest.raises(UnreadableError, match="too many levels"):
        open_path(tmp_path / "loop")


def half(source: Source) -> Iterator[str]:
    pieces = source.text()
    next(pieces)
    return pieces


def grow(path: Path) -> None:
    with path.open("a") as file:
        file.write("more")


def replace(path: Path) -> None:
    other = path.with_suffix(".new")
    other.write_bytes(path.read_bytes())
    other.replace(path)


CHANGES: dict[str, Callable[[Path], None]] = {
    "grown": grow,
    "cut": lambda path: os.truncate(path, 300_000),
    "replaced": replace,
    "deleted": os.unlink,
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_change_while_reading_is_told(tmp_path: Path, change: Callable[[Path], None]) -> None:
    path = tmp_path / "a.txt"
    path.write_text(BIG)
    source = open_path(path)
    pieces = half(source)
    change(path)
    for _ in pieces:
        pass
    assert source.problems == ["the file changed while it was read"]


def test_a_change_between_two_readings_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(BIG)
    source = open_path(path)
    read(source)
    assert source.problems == []
    grow(path)
    read(source)
    assert source.problems == ["the file changed while it was read"]
    path.unlink()
    assert read(source) == ""
    assert source.problems[1:] == ["could not be read again: could not be opened: no such file or directory"]


def test_no_descriptor_is_left_open(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(BIG)
    before = os.listdir("/proc/self/fd") if Path("/proc/self/fd").exists() else []
    source = open_path(path)
    half(source).close()  # type: ignore[attr-defined]
    read(source)
    assert len(os.listdir("/proc/self/fd") if before else []) == len(before)


def test_opening_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(BIG)
    path.chmod(0o400)
    before = path.stat()
    read(open_path(path))
    after = path.stat()
    assert (after.st_mtime_ns, after.st_size, stat.S_IMODE(after.st_mode)) == (
        before.st_mtime_ns,
        before.st_size,
        0o400,
    )


# --- text in windows -----------------------------------------------------------------------------------------------------


def joined(document: TextDocument) -> str:
    """What the windows own, side by side."""
    text = ""
    for chunk in document.chunks():
        (block,) = chunk.blocks
        assert block.owned is not None
        assert block.start + block.owned[0] == len(text)
        text += block.cells[0][slice(*block.owned)]
    return text


@pytest.mark.parametrize(
    "text", ["", "a", BIG, "x" * 700_000, "a\r\n" * 200_000, "\r" * 600_000, "ñ " * 300_000]
)
def test_windows_give_back_the_text(text: str) -> None:
    document = TextDocument(open_bytes(text.encode(), "a.txt"))
    assert joined(document) == text
    assert (document.problems, document.bytes_read) == ([], len(text.encode()))


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.text(max_size=40), st.integers(0, 9000)), max_size=6), st.integers(1, 1 << 17))
def test_windows_give_back_any_text_and_its_places(parts: list[tuple[str, int]], step: int) -> None:
    text = "".join(part * times for part, times in parts)[: 3 * WINDOW]
    given_back, breaks = "", 0
    for chunk in windows(text[i : i + step] for i in range(0, len(text), step)):
        (block,) = chunk.blocks
        assert block.owned is not None
        start, end = block.owned
        line, _ = block.locate(0, start)
        before = text[: block.start + start]
        breaks = before.replace("\r\n", "\n").replace("\r", "\n").count("\n")
        assert line == breaks + 1
        assert len(block.cells[0]) <= WINDOW + 2 * MARGIN + (1 << 17)
        given_back += block.cells[0][start:end]
    assert given_back == text


def test_one_long_line_stays_in_bounded_memory(tmp_path: Path) -> None:
    path = tmp_path / "line.txt"
    with path.open("wb") as file:
        for _ in range(40):
            file.write(b"SSN 219-09-9999 " * (1 << 16))
    document = TextDocument(open_path(path))
    tracemalloc.start()
    size = sum(
        block.owned[1] - block.owned[0]
        for chunk in document.chunks()
        for block in chunk.blocks
        if block.owned
    )
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert size == 40 << 20
    assert peak < 4 << 20


def test_a_reason_makes_text_incomplete() -> None:
    document = TextDocument(open_bytes(b"MSH|", "a"), "hl7", "it was scanned as plain text")
    assert (document.format, document.problems) == ("hl7", ["it was scanned as plain text"])
