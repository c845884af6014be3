"""What a source is: by its content first, its name second; and which text must not be taken for something else."""

from __future__ import annotations

import gzip
import io
import pickle
import sqlite3
import struct
import tarfile
import wave
import zipfile
from pathlib import Path

import pytest

from phiguard.errors import UnreadableError
from phiguard.formats import kind, open_bytes, open_document
from phiguard.formats._kinds import Reads


def zipped(*names: str, text: bytes = b"<x/>", comment: bytes = b"") -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name in names:
            archive.writestr(name, text)
        archive.comment = comment
    return held.getvalue()


def tarred() -> bytes:
    held = io.BytesIO()
    with tarfile.open(fileobj=held, mode="w") as archive:
        member = tarfile.TarInfo("a.txt")
        member.size = 4
        archive.addfile(member, io.BytesIO(b"text"))
    return held.getvalue()


def sounded() -> bytes:
    held = io.BytesIO()
    with wave.open(held, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(8000)
        file.writeframes(bytes(800))
    return held.getvalue()


def ole(stream: str) -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1000) + stream.encode("utf-16-le") + bytes(1000)


def locked() -> bytes:
    data = bytearray(zipped("a.txt"))
    data[6] |= 1
    return bytes(data)


def database(folder: Path) -> bytes:
    with sqlite3.connect(folder / "a.db") as base:
        base.execute("create table t (x)")
    base.close()
    return (folder / "a.db").read_bytes()


BINARY: dict[str, bytes | tuple[bytes, str]] = {
    "pdf": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n",
    "pdf after junk": (b"\0\1\2\3junk%PDF-1.4\n\0\1\2", "pdf"),
    "zip": zipped("a.txt", "b.txt"),
    "empty zip": (zipped(), "zip"),
    "xlsx": zipped("[Content_Types].xml", "_rels/.rels", "xl/workbook.xml"),
    "xlsb": zipped("[Content_Types].xml", "xl/workbook.bin"),
    "docx": zipped("[Content_Types].xml", "_rels/.rels", "word/document.xml"),
    "pptx": zipped("[Content_Types].xml", "ppt/presentation.xml"),
    "ods": zipped("mimetype", text=b"application/vnd.oasis.opendocument.spreadsheet"),
    "npz": zipped("arr_0.npy"),
    "encrypted zip": locked(),
    "xls": ole("Workbook"),
    "doc": ole("WordDocument"),
    "msg": ole("__properties_version1.0"),
    "encrypted office": ole("EncryptedPackage"),
    "ole": ole("Something"),
    "parquet": b"PAR1\x15\x04\x15\x00\x15\x02\x4c",
    "avro": b"Obj\x01\x04\x14avro.codec\x08null",
    "orc": b"ORC\x0a\x0b\x0c\x00\x00\x01\x02\x03",
    "arrow": b"ARROW1\0\0\xff\xff\xff\xff",
    "dicom": bytes(128) + b"DICM\x02\0\0\0UL\x04\0",
    "dicom without preamble, explicit": (
        b"\x08\x00\x05\x00CS\x0a\x00ISO_IR 100\x08\x00\x08\x00CS\x00\x00",
        "dicom",
    ),
    "dicom without preamble, implicit": (
        b"\x08\x00\x05\x00\x0a\x00\x00\x00ISO_IR 100\x08\x00\x08\x00",
        "dicom",
    ),
    "jpeg": b"\xff\xd8\xff\xe0\x00\x10JFIF\0",
    "png": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
    "gif": b"GIF89a\x01\x00\x01\x00\x80",
    "bmp": b"BM\x46\x00\x00\x00\x00\x00\x00\x00\x36\x00\x00\x00",
    "tiff": b"II*\x00\x08\x00\x00\x00",
    "webp": b"RIFF\x24\x00\x00\x00WEBPVP8 ",
    "heic": b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00",
    "mp4": b"\x00\x00\x00\x18ftypisom\x00\x00\x02\x00",
    "wav": sounded(),
    "mp3": b"ID3\x03\x00\x00\x00\x00\x00\x21TIT2",
    "mp3 without a tag": (b"\xff\xfb\x90\x64\x00\x01\x02\x03" * 40, "mp3"),
    "ogg": b"OggS\x00\x02",
    "flac": b"fLaC\x00\x00\x00\x22",
    "edf": b"0       " + b"MRN-000 F 01-JAN-1950 X".ljust(160) + b"01.02.0310.20.30" + b"768     ",
    "nifti": struct.pack("<i", 348) + bytes(340) + b"n+1\0",
    "hdf5": b"\x89HDF\r\n\x1a\n\0",
    "npy": b"\x93NUMPY\x01\x00v\x00{'descr'",
    "pickle": pickle.dumps({"name": "x", "n": 1}),
    "pickle of protocol 2": (pickle.dumps(["x", 1], protocol=2), "pickle"),
    "rds": gzip.compress(b"X\n\0\0\0\3\0\4\2\0\0\3\5\0" + bytes(20)),
    "sas7bdat": bytes(12) + b"\xc2\xea\x81\x60\xb3\x14\x11\xcf\xbd\x92\x08\x00",
    "xpt": b"HEADER RECORD*******LIBRARY HEADER RECORD!!!!!!!000000000000000000000000000000  ",
    "sav": b"$FL2@(#) SPSS DATA FILE" + bytes(50),
    "dta": b"<stata_dta><header><release>118</release>\0\0\1\2\3",
    "tar": tarred(),
    "tar in gzip": (gzip.compress(tarred()), "tar"),
    "compressed twice": gzip.compress(gzip.compress(b"text")),
    "7z": b"7z\xbc\xaf\x27\x1c\0\4",
    "rar": b"Rar!\x1a\x07\x01\x00",
    "zstd": b"\x28\xb5\x2f\xfd\x24\x04\x21\x00\x00text",
    "elf": b"\x7fELF\x02\x01\x01" + bytes(9),
    "exe": b"MZ\x90\x00\x03" + bytes(80),
    "pgp": b"-----BEGIN PGP MESSAGE-----\n\nhQEMA+ab\n-----END PGP MESSAGE-----\n",
    "git lfs pointer": b"version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 1\n",
    "binary": bytes((n * 37 + n // 7) % 256 for n in range(4000)),
    "numbers": (struct.pack("<200i", *range(200)), "binary"),
    "ebcdic": ("PATIENT NAME: JANE DOE  SSN 219-09-9999 " * 20).encode("cp037"),
}


@pytest.mark.parametrize(("name", "case"), BINARY.items(), ids=BINARY)
@pytest.mark.parametrize("called", ["a.txt", "a.csv", "a.json", "a"])
def test_binary_kinds_are_refused(name: str, case: bytes | tuple[bytes, str], called: str) -> None:
    data, name = case if isinstance(case, tuple) else (case, name)
    source = open_bytes(data, called)
    found = kind(source)
    assert (found.name, found.reads_as) == (name, Reads.NOTHING)
    assert any(
        words in found.reason for words in ("not supported in this version", "not judged", "binary content")
    )
    with pytest.raises(UnreadableError) as caught:
        open_document(source)
    assert str(caught.value) == found.reason


def test_sqlite(tmp_path: Path) -> None:
    assert kind(open_bytes(database(tmp_path), "a.txt")).name == "sqlite"


def test_reasons_are_sentences_for_people() -> None:
    def reason(data: bytes | tuple[bytes, str]) -> str:
        return kind(open_bytes(data if isinstance(data, bytes) else data[0], "a")).reason

    assert reason(BINARY["xlsx"]) == "Excel workbook: reading it is not supported in this version"
    assert reason(BINARY["jpeg"]) == "JPEG image: its content was not judged"
    assert reason(BINARY["wav"]) == "sound recording: its content was not judged"
    assert reason(BINARY["binary"]) == "binary content is not supported"


MAIL = "Return-Path: <a@example.com>\r\nFrom: a@example.com\r\nTo: b@example.com\r\nSubject: x\r\n\tfolded\r\n\r\nHello\r\n"
TEXTUAL: dict[str, str | tuple[str, str]] = {
    "hl7": "MSH|^~\\&|LAB|X|EHR|Y|20260102||ORU^R01|1|P|2.5\rPID|1||000\r",
    "hl7 in MLLP": ("\x0bMSH|^~\\&|LAB|X|EHR\rPID|1\r\x1c\r", "hl7"),
    "hl7 batch": ("FHS|^~\\&|A\rBHS|^~\\&|A\rMSH|^~\\&|A\r", "hl7"),
    "hl7 with other delimiters": ("MSH#*~\\&#LAB#X\rPID#1\r", "hl7"),
    "x12": "ISA*00*          *00*          *ZZ*A              *ZZ*B              *260102*1200*^*00501*1*0*T*:~GS*HC*",
    "edifact": "UNA:+.? 'UNB+UNOA:1+A+B+260102:1200+1'",
    "xml": '<?xml version="1.0"?>\n<patients><p/></patients>',
    "xml without a declaration": ("<patients>\n <patient ssn='219-09-9999'/>\n</patients>", "xml"),
    "c-cda": '<?xml version="1.0"?>\n<!-- x -->\n<ClinicalDocument xmlns="urn:hl7-org:v3">',
    "gpx": '<?xml version="1.0"?><gpx version="1.1"><trk/></gpx>',
    "svg": '<svg xmlns="http://www.w3.org/2000/svg"><text>x</text></svg>',
    "html": "<!DOCTYPE html>\n<html><body>x</body></html>",
    "html, a piece": ("<p>One<p>Two", "html"),
    "rtf": "{\\rtf1\\ansi Jos\\'e9}",
    "eml": MAIL,
    "eml by a machine's lines": (
        "From: a@example.com\nTo: b@example.com\nMIME-Version: 1.0\nContent-Type: text/plain\n\nHi",
        "eml",
    ),
    "mbox": "From a@example.com Fri Jan  2 12:00:00 2026\nFrom: a@example.com\n\nHello\n",
    "vcard": "BEGIN:VCARD\nVERSION:3.0\nN:Doe;Jane\nEND:VCARD\n",
}


@pytest.mark.parametrize(("name", "case"), TEXTUAL.items(), ids=TEXTUAL)
@pytest.mark.parametrize("codec", ["utf-8", "utf-16"])
def test_text_without_a_reader_of_its_own_is_scanned_and_incomplete(
    name: str, case: str | tuple[str, str], codec: str
) -> None:
    text, name = case if isinstance(case, tuple) else (case, name)
    for called in ("a.txt", "a.csv"):
        source = open_bytes(text.encode(codec), called)
        document = open_document(source)
        assert document.format == name
        assert "".join(chunk.blocks[0].cells[0] for chunk in document.chunks()) == text
        assert document.problems == [kind(source).reason]
        assert "was scanned as plain text" in document.problems[0]


def test_the_reason_names_what_was_left_out() -> None:
    reason = kind(open_bytes(str(TEXTUAL["hl7"]).encode(), "a")).reason
    assert reason == "HL7 v2 was scanned as plain text; its fields are not read in this version"


PLAIN = {
    "a measure that begins like a bitmap": "BMI: 24.5\nBP 120/80\n",
    "a name that begins like a program": "MZ 219-09-9999\n" * 9,
    "begins like ORC": "ORC,OBR,OBX\n1,2,3\n",
    "begins like Parquet": "PAR1 is the magic number of a file.\n",
    "begins like a GIF": "GIF89a is the magic number of an image.\n",
    "begins like a zip": "PKU: negative. PK\\x03\\x04\n",
    "begins like a tagged sound": "ID3 vector, 10 mg\n",
    "begins like a movie": "the ftypical patient\n",
    "speaks of PDF": "The file begins with %PDF-1.7 and ends with EOF.\n",
    "a template's brackets": "<NAME> was seen on <DATE> in clinic.\n",
    "a comparison": "<5 mg/dL is low, > 9 is high\n",
    "a quoted letter": "From: Jane\nTo: Dr. Roe\nSubject: refill\nDate: Friday\n\nPlease refill.\n",
    "labels at the left": "Name: Jane Doe\nDOB: 01/02/1950\nReceived: in good order\nMessage-ID: none\nSeen: yes\n",
    "a message segment in a sentence": "MSH stands for message header | segment\n",
    "ISA in a sentence": "ISA*is a segment of X12, see the guide.\n",
    "NUL inside": "SSN: 219-09-9999\0 and\0 more\n",
    "accents": "Señora Núñez, de la Peña\n",
    "sentences in Russian": "Иванов Пётр Сергеевич, родился в 1950 году\n",
    "sentences in Chinese": "患者张伟，男，一九五〇年出生\n",
    "source code": "#!/bin/sh\necho 'x' > /dev/null\n",
    "yaml": "---\nname: Jane Doe\nssn: 219-09-9999\n",
    "a public key": "-----BEGIN PUBLIC KEY-----\nMIIB\n-----END PUBLIC KEY-----\n",
    "empty": "",
    "a letter": "a",
}


@pytest.mark.parametrize("text", PLAIN.values(), ids=PLAIN)
@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16"])
def test_text_is_not_taken_for_something_else(text: str, codec: str) -> None:
    for called in ("a.txt", "a.pdf", "a.xlsx", "a.xls", "a"):
        found = kind(open_bytes(text.encode(codec), called))
        assert (found.reads_as, found.reason) == (Reads.ANY, "")


def test_windows_1252_is_text() -> None:
    for text in ("José", "Señora Núñez, de la Peña — ½ año\n" * 50, "ñ", "±5 µg"):
        assert kind(open_bytes(text.encode("cp1252"), "a")).reads_as is Reads.ANY


def test_a_name_tells_what_content_does_not() -> None:
    assert kind(open_bytes(bytes(range(256)) * 9, "image.dcm")).name == "dicom"
    assert kind(open_bytes(ole("?"), "old.xls")).name == "xls"
    assert kind(open_bytes(zipped("[Content_Types].xml"), "a.docx")).name == "docx"
    assert kind(open_bytes(b"<note>", "a.xml")).name == "xml"
    assert kind(open_bytes(b"PID|1||000", "a.hl7")).name == "hl7"
    assert kind(open_bytes(b"Subject: x\n\nHi", "a.eml")).name == "eml"


def test_a_csv_called_json_is_read_as_a_table() -> None:
    document = open_document(open_bytes(b"name,ssn\nJane Doe,219-09-9999\nJohn Roe,219-09-9998\n", "a.json"))
    assert document.format not in ("json", "ndjson", "text")


def test_json_called_csv_is_read_as_json() -> None:
    assert (
        open_document(open_bytes(b'[{"ssn": "219-09-9999"}, {"ssn": "219-09-9998"}]', "a.csv")).format
        == "json"
    )


def test_prose_is_read_as_prose() -> None:
    document = open_document(
        open_bytes(b"Seen today, doing well. Jane Doe, SSN 219-09-9999, agrees.\n", "a.txt")
    )
    assert document.format == "text"


@pytest.mark.parametrize(
    "text",
    ["\r" * 60_000, "a:" * 30_000, "A: b\n" * 20_000, "From a 1999\n" * 9000, "<a " * 20_000, "<a>" * 20_000],
)
def test_repetitive_text_is_recognised_as_some_text(text: str) -> None:
    assert kind(open_bytes(text.encode(), "a")).reads_as is not Reads.NOTHING
