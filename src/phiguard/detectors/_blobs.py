"""Binary data written as text: base64 in one line or wrapped, hexadecimal, data URLs; and the names of media files.

Source: RFC 4648 (base64), RFC 2045 (lines of at most 76), RFC 2397 (data URLs). Lengths are bounded by what one block may hold.
"""

from __future__ import annotations

from phiguard.detectors import _regexes as regex

_B = "[A-Za-z0-9+/]"
BLOB_START = r"(?<![A-Za-z0-9+/=_\-])"
"""Not inside a longer blob, so that a blob is tried once and the search stays linear."""

BASE64 = rf"(?:(?:{_B}{{60,76}}\r?\n[ \t]{{0,8}}(?={_B}{{1,76}}={{0,2}}[ \t]{{0,8}}(?:[\r\n\"'<]|\Z))){{1,60000}}+{_B}{{1,76}}+|{_B}{{24,8000000}}+)={{0,2}}"
"""At least 24 characters of base64; a wrapped blob's lines are full but for the last, so that no prose behind it is taken."""

BASE64_URL = r"[A-Za-z0-9_\-]{24,8000000}+={0,2}"
HEX = r"(?:0x|\\x)?(?:[0-9a-fA-F]{2}){16,4000000}+"
IMAGE_FILE = r"[^\s\"'<>|,;=\x00]{1,200}?\.(?i:jpe?g|jpe|jfif|png|gif|bmp|tiff?|webp|hei[cf]|avif|dcm|raw|cr2|nef|dng)(?![\w])"
AUDIO_FILE = (
    r"[^\s\"'<>|,;=\x00]{1,200}?\.(?i:wav|mp3|m4a|flac|ogg|opus|amr|aac|wma|dss|ds2|aiff?|3gp)(?![\w])"
)

_PLAIN = regex.compile(r"[\p{L} .,'()/&-]{0,60}")
_DATE = regex.compile(r"[\d/\-.: T]{6,25}(?:AM|PM)?Z?")


def mixed(text: str) -> bool:
    """Whether a run reads as encoded bytes: upper, lower and digits, or hexadecimal; no word, no path of words."""
    head = text[:200]
    if regex.fullmatch(r"(?:0x|\\x)?[0-9a-fA-F]+", head):
        return any(c.isdigit() for c in head) and len(set(head)) > 4
    digits = sum(c.isdigit() for c in head)
    return digits >= 2 and any(c.isupper() for c in head) and any(c.islower() for c in head)


def says_nothing(cell: str) -> bool:
    """A remark or a day where data is expected: `on file`, `declined`, `03/14/2024`."""
    return bool(_DATE.fullmatch(cell)) or bool(
        _PLAIN.fullmatch(cell) and not regex.search(IMAGE_FILE, cell) and not regex.search(AUDIO_FILE, cell)
    )
