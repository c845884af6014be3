"""Magic numbers: which kind of file begins with which bytes, in what words a report says it.

Source: the formats' own specifications (PDF ISO 32000, ZIP APPNOTE, OLE [MS-CFB], DICOM PS3.10, Apache Parquet, Avro, ORC
and Arrow, NIfTI-1, PNG, TIFF 6.0, EDF, the Library of Congress format descriptions and the like).
Limits: the table serves the report; nothing here reads a format.
"""

from __future__ import annotations

import re


def magic_of(first: bytes, suffix: str, *, binary: bool) -> str:
    """The name of a kind that is known by its first bytes, or nothing. `binary`: whether they hold more than text."""
    for name, pattern, wants_binary in _MAGIC:
        if (binary or not wants_binary) and pattern.match(first):
            if name == "zip":
                return _zip(first, suffix)
            return _ole(first, suffix) if name == "ole" else name
    return ""


def binary_of(suffix: str) -> str:
    """The name of a binary kind that only its suffix tells."""
    return _BY_SUFFIX.get(suffix, "binary")


def refusal(name: str) -> str:
    """Why a kind is not read, for the report."""
    words = _WORDS.get(name, "")
    if name in _IMAGES:
        return f"{words or name.upper() + ' image'}: its content was not judged"
    if name in _RECORDINGS:
        return f"{words}: its content was not judged"
    return (
        f"{words}: reading it is not supported in this version"
        if words
        else "binary content is not supported"
    )


_MEMBER = re.compile(rb"PK\x03\x04.{2}(.).{19}(.{2}).{2}(?=([\x20-\x7e]{1,80}))", re.DOTALL)
"""A local file header: its flags, the length of the name, the name and what follows."""


def _zip(first: bytes, suffix: str) -> str:
    """What a ZIP archive is, by the names of its first members; an Office file's are at its beginning."""
    names: list[bytes] = []
    for member in _MEMBER.finditer(first):
        if member[1][0] & 1:
            return "encrypted zip"
        names.append(member[3][: int.from_bytes(member[2], "little")])
    for opening, name in _ZIPPED:
        if any(n.startswith(opening) for n in names):
            return "xlsb" if name == "xlsx" and b"xl/workbook.bin" in names else name
    for media, name in _MEDIA:
        if media in first[30:128]:
            return name
    if names and names[0].endswith(b".npy"):
        return "npz"
    return suffix[1:] if b"[Content_Types].xml" in names and suffix[1:] in _OFFICE else "zip"


_OFFICE = {"xlsx", "xlsb", "docx", "pptx"}
_ZIPPED = ((b"xl/", "xlsx"), (b"word/", "docx"), (b"ppt/", "pptx"), (b"META-INF/MANIFEST", "jar"))
_MEDIA = (
    (b"opendocument.spreadsheet", "ods"),
    (b"opendocument.text", "odt"),
    (b"opendocument.presentation", "odp"),
    (b"epub+zip", "epub"),
)


def _ole(first: bytes, suffix: str) -> str:
    """What an OLE container is, by the names in its directory where that stands near the beginning, else by the suffix."""
    for stream, name in _STREAMS:
        if stream.encode("utf-16-le") in first:
            return name
    return suffix[1:] if suffix in (".xls", ".doc", ".ppt", ".msg") else "ole"


_STREAMS = (
    ("EncryptedPackage", "encrypted office"),
    ("__properties_version1.0", "msg"),
    ("WordDocument", "doc"),
    ("PowerPoint Document", "ppt"),
    ("Workbook", "xls"),
)


def _any(*magic: bytes) -> re.Pattern[bytes]:
    return re.compile(b"|".join(re.escape(m) for m in magic), re.DOTALL)


def _at(offset: int, magic: bytes) -> re.Pattern[bytes]:
    return re.compile(b".{%d}" % offset + re.escape(magic), re.DOTALL)


def _is(pattern: bytes) -> re.Pattern[bytes]:
    return re.compile(pattern, re.DOTALL)


_MAGIC: tuple[tuple[str, re.Pattern[bytes], bool], ...] = (
    # (name, pattern at the beginning, whether the beginning must be binary: for magic that could open a text)
    ("pdf", _is(rb"%PDF-\d"), False),
    ("pdf", _is(rb".{1,1019}%PDF-\d\.\d"), True),
    ("zip", _any(b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08"), False),
    ("ole", _any(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), False),
    ("sqlite", _any(b"SQLite format 3\0"), False),
    ("parquet", _any(b"PAR1", b"PARE"), True),
    ("avro", _any(b"Obj\x01"), False),
    ("orc", _any(b"ORC"), True),
    ("arrow", _any(b"ARROW1\0\0", b"FEA1", b"\xff\xff\xff\xff\x10\x00\x00\x00"), True),
    ("dicom", _at(128, b"DICM"), False),
    # A data set without preamble: group 0002 or 0008 first, a small element, then a value representation or a short length.
    (
        "dicom",
        _is(rb"(?:\x02\x00[\x00-\x02]|\x08\x00[\x00-\x20])\x00(?:[A-Z]{2}|[\x00-\xff]\x00\x00\x00)"),
        True,
    ),
    ("jpeg", _any(b"\xff\xd8\xff"), False),
    ("png", _any(b"\x89PNG\r\n\x1a\n"), False),
    ("gif", _any(b"GIF87a", b"GIF89a"), True),
    ("bmp", _is(rb"BM.{4}\0\0\0\0"), True),
    ("tiff", _any(b"II*\0", b"MM\0*", b"II+\0", b"MM\0+"), True),
    ("webp", _is(rb"RIFF.{4}WEBP"), False),
    ("wav", _is(rb"(?:RIFF|RF64).{4}WAVE"), False),
    ("avi", _is(rb"RIFF.{4}AVI "), False),
    ("heic", _is(rb".{4}ftyp(?:hei|hev|mif|msf|avi)"), True),
    ("mp4", _is(rb".{4}ftyp"), True),
    ("jp2", _any(b"\0\0\0\x0cjP  ", b"\xff\x4f\xff\x51"), False),
    ("ico", _is(rb"\0\0[\x01\x02]\0[\x01-\x40]\0"), True),
    ("psd", _any(b"8BPS\0"), False),
    ("mp3", _is(rb"ID3[\x02-\x04]\0|\xff[\xe3\xf2\xf3\xfa\xfb][\x10-\xeb]"), True),
    ("ogg", _any(b"OggS\0"), False),
    ("flac", _any(b"fLaC"), True),
    ("aiff", _is(rb"FORM.{4}AIF[FC]"), True),
    ("matroska", _any(b"\x1a\x45\xdf\xa3"), False),
    ("edf", _is(rb"(?:0 {7}|\xffBIOSEMI).{160}\d\d\.\d\d\.\d\d\d\d\.\d\d\.\d\d"), False),
    ("nifti", _is(rb"(?:\x5c\x01\0\0|\0\0\x01\x5c).{340}(?:n[i+]1\0|ni1\0)"), True),
    ("hdf5", _any(b"\x89HDF\r\n\x1a\n"), False),
    ("matlab", _is(rb"MATLAB \d\.\d MAT-file"), True),
    ("nrrd", _is(rb"NRRD000\d"), False),
    ("npy", _any(b"\x93NUMPY"), False),
    ("pickle", _is(rb"\x80[\x02-\x05][(\]}c\x95KXU]"), True),
    ("rds", _is(rb"(?:RD[AX][23]\n)?(?:[XB]\n\0|A\n[23]\n\d{6}\n)"), False),
    ("sas7bdat", _any(bytes(12) + b"\xc2\xea\x81\x60"), False),
    ("xpt", _is(rb"HEADER RECORD\*{7}LIBV?8? *(?:RARY)? ?HEADER RECORD!{7}"), False),
    ("sav", _is(rb"\$FL[23]@\(#\)|\$FL[23]"), True),
    ("dta", _is(rb"<stata_dta>|[\x69-\x73][\x01\x02]\x01\0"), True),
    ("access", _is(rb"\0\x01\0\0Standard (?:Jet|ACE) DB"), False),
    ("pst", _any(b"!BDN"), True),
    ("tar", _at(257, b"ustar"), False),
    ("7z", _any(b"7z\xbc\xaf\x27\x1c"), False),
    ("rar", _any(b"Rar!\x1a\x07"), False),
    ("cab", _any(b"MSCF\0\0\0\0"), False),
    ("zstd", _any(b"\x28\xb5\x2f\xfd"), False),
    ("lz4", _any(b"\x04\x22\x4d\x18"), False),
    ("compress", _any(b"\x1f\x9d"), False),
    ("compressed twice", _any(b"\x1f\x8b\x08", b"\xfd7zXZ\0", b"BZh91AY&SY"), False),
    ("elf", _any(b"\x7fELF"), False),
    ("exe", _is(rb"MZ.{62}"), True),
    ("mach-o", _any(b"\xcf\xfa\xed\xfe", b"\xce\xfa\xed\xfe", b"\xca\xfe\xba\xbe"), False),
    ("wasm", _any(b"\0asm"), False),
    ("pcap", _any(b"\xd4\xc3\xb2\xa1", b"\xa1\xb2\xc3\xd4", b"\x0a\x0d\x0d\x0a"), True),
    (
        "pgp",
        _is(rb"-----BEGIN PGP MESSAGE|age-encryption\.org/v1|-----BEGIN AGE ENCRYPTED|\$ANSIBLE_VAULT;"),
        False,
    ),
    ("git lfs pointer", _any(b"version https://git-lfs.github.com/spec/"), False),
)

_WORDS = {
    "pdf": "PDF document",
    "zip": "ZIP archive",
    "xlsx": "Excel workbook",
    "xls": "Excel workbook",
    "xlsb": "Excel workbook",
    "docx": "Word document",
    "doc": "Word document",
    "pptx": "PowerPoint presentation",
    "ppt": "PowerPoint presentation",
    "ods": "OpenDocument spreadsheet",
    "odt": "OpenDocument text",
    "odp": "OpenDocument presentation",
    "epub": "EPUB book",
    "npz": "NumPy archive",
    "jar": "Java archive",
    "msg": "Outlook message",
    "ole": "OLE document",
    "encrypted office": "encrypted Office document",
    "encrypted zip": "encrypted ZIP archive",
    "sqlite": "SQLite database",
    "parquet": "Parquet file",
    "avro": "Avro file",
    "orc": "ORC file",
    "arrow": "Arrow or Feather file",
    "dicom": "DICOM file",
    "dbf": "dBASE table",
    "edf": "EDF recording",
    "nifti": "NIfTI image",
    "hdf5": "HDF5 file",
    "matlab": "MATLAB file",
    "nrrd": "NRRD image",
    "npy": "NumPy array",
    "pickle": "Python pickle",
    "rds": "R data file",
    "sas7bdat": "SAS data set",
    "xpt": "SAS transport file",
    "sav": "SPSS data file",
    "dta": "Stata data file",
    "access": "Access database",
    "pst": "Outlook mail store",
    "tar": "tar archive",
    "7z": "7-Zip archive",
    "rar": "RAR archive",
    "cab": "Cabinet archive",
    "zstd": "Zstandard compression",
    "lz4": "LZ4 compression",
    "compress": "compress (.Z) compression",
    "compressed twice": "compressed more than once",
    "elf": "program",
    "exe": "program",
    "mach-o": "program",
    "wasm": "program",
    "pcap": "network capture",
    "pgp": "encrypted content",
    "git lfs pointer": "Git LFS pointer, whose file is elsewhere",
    "heic": "HEIF image",
    "jp2": "JPEG 2000 image",
    "ico": "icon",
    "psd": "Photoshop image",
    "mp4": "MP4 recording",
    "avi": "video",
    "matroska": "video",
    "wav": "sound recording",
    "mp3": "sound recording",
    "ogg": "sound recording",
    "flac": "sound recording",
    "aiff": "sound recording",
}
_IMAGES = {"jpeg", "png", "gif", "bmp", "tiff", "webp", "heic", "jp2", "ico", "psd", "nifti", "nrrd"}
_RECORDINGS = {"wav", "mp3", "ogg", "flac", "aiff", "mp4", "avi", "matroska", "edf"}
_BY_SUFFIX = {
    ".dcm": "dicom",
    ".dbf": "dbf",
    ".xpt": "xpt",
    ".sas7bdat": "sas7bdat",
    ".pkl": "pickle",
    ".pickle": "pickle",
    ".joblib": "pickle",
    ".rds": "rds",
    ".mp3": "mp3",
    ".tar": "tar",
}
