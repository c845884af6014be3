"""What a source is, by its content first and its name second.

Source: HL7 v2.5.1 chapter 2 (MSH, FHS, BHS), X12.5 (ISA), ISO 9735 (UNA, UNB), RFC 5322 and 4155 (mail), RFC 6350 (vCard),
XML 1.0, the HTML Standard, the RTF specification 1.9; for binary kinds see `_magic`.
Limits: a binary kind is refused; a kind of text that has no reader of its own is scanned as plain text and still called
incomplete, because its fields, escapes and encoded parts were not read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from phiguard.formats._decode import BINARY, EBCDIC, is_binary
from phiguard.formats._magic import binary_of, magic_of, refusal


class Reads(Enum):
    """How a kind is read."""

    NOTHING = "nothing"
    """It is refused with the kind's reason."""
    TEXT = "text"
    """As plain text; `reason` says what that leaves out."""
    ANY = "any"
    """As whatever its text looks like: a table, JSON, or running text."""


@dataclass(frozen=True, slots=True)
class Kind:
    """`name`: the report's word. `reason`: why the file is incomplete (empty: it is not)."""

    name: str
    reads_as: Reads
    reason: str = ""


def kind_of(first: bytes, head: str, encoding: str, suffix: str) -> Kind:
    """The kind of a source by its first bytes, their text, the encoding that was recognised, and its suffix."""
    binary = encoding != "utf-8" or b"\0" in first[:1024] or is_binary(first[:1024])
    name = magic_of(first, suffix, binary=binary)
    if name:
        return Kind(name, Reads.NOTHING, refusal(name))
    if encoding == EBCDIC:
        return Kind(
            "ebcdic", Reads.NOTHING, "EBCDIC text is not supported in this version; convert it to UTF-8"
        )
    if encoding == BINARY:
        name = binary_of(suffix)
        return Kind(name, Reads.NOTHING, refusal(name))
    return _text_kind(head, suffix)


def _text_kind(head: str, suffix: str) -> Kind:
    head = head.lstrip("\ufeff\v\0 \t\r\n")
    for name, words, pattern, left in _SHAPES:
        if pattern.match(head):
            return Kind(name, Reads.TEXT, f"{words} was scanned as plain text; {left}")
    if suffix == ".eml" and _HEADER.match(head):
        return Kind("eml", Reads.TEXT, f"mail was scanned as plain text; {_PARTS}")
    if suffix == ".hl7" and _SEGMENT.match(head):
        return Kind("hl7", Reads.TEXT, f"HL7 v2 was scanned as plain text; {_FIELDS}")
    if suffix in _PAGES or (head.startswith("<") and (suffix in _XML or _element(head))):
        name, words = _markup(head)
        return Kind(name, Reads.TEXT, f"{words} was scanned as plain text; {_ELEMENTS}")
    return Kind("text", Reads.ANY)


_FIELDS = "its fields are not read in this version"
_ELEMENTS = "its elements are not read in this version"
_PARTS = "its encoded parts are not read in this version"
_LINE = r"[A-Za-z][A-Za-z0-9-]{0,60}:[^\n]{0,2000}\n(?:[ \t][^\n]{0,2000}\n){0,40}"
_HEADER = re.compile(_LINE)
_SEGMENT = re.compile(r"[A-Z][A-Z0-9]{2}[^\w\s]")
_SHAPES: tuple[tuple[str, str, re.Pattern[str], str], ...] = (
    ("hl7", "HL7 v2", re.compile(r"(?:MSH|FHS|BHS)([^\w\s])[^\w\s]{2,5}\1"), _FIELDS),
    ("x12", "X12", re.compile(r"ISA([^\w\s])\d\d\1.{10}\1\d\d\1", re.DOTALL), _FIELDS),
    (
        "edifact",
        "EDIFACT",
        re.compile(r"UNA.{6}\s{0,2}UN[AB]|UNB[^\w\s]UN[A-Z]{2}[^\w\s]\d", re.DOTALL),
        _FIELDS,
    ),
    ("rtf", "RTF", re.compile(r"\{\\rtf"), "its escapes are not read in this version"),
    ("vcard", "vCard", re.compile(r"BEGIN:V(?:CARD|CALENDAR)\s"), _FIELDS),
    ("mbox", "mail", re.compile(rf"From \S{{1,320}} [^\n]{{0,80}}\d{{4}}[^\n]{{0,20}}\n{_LINE}"), _PARTS),
    (
        "eml",
        "mail",
        # Letters pasted into a note begin with From and Subject too; a machine's header lines make it a message.
        re.compile(
            rf"(?:{_LINE}){{0,60}}?(?:Message-ID:\s?<|MIME-Version:\s?\d|Received:\s?(?:from|by)\s|Return-Path:\s?<|"
            rf"DKIM-Signature:\s?v=|Delivered-To:\s?\S{{1,200}}@)[^\n]{{0,2000}}\n(?:[ \t][^\n]{{0,2000}}\n){{0,40}}{_LINE}",
            re.IGNORECASE,
        ),
        _PARTS,
    ),
)
_PAGES = {".html", ".htm", ".xhtml"}
"""Markup even where a template's own marks stand first."""
_XML = {".xml", ".html", ".htm", ".xhtml", ".svg", ".gpx", ".kml", ".cda", ".ccda"}
_TAG = re.compile(r"<(?:\?xml\s|!DOCTYPE\s|!--|([A-Za-z_][\w.:-]{0,80})(?=[\s/>]))", re.IGNORECASE)
_ROOT = re.compile(r"<([A-Za-z_][\w.-]{0,40}:)?([A-Za-z_][\w.-]{0,80})(?=[\s/>])")
_NAMED = {
    "clinicaldocument": ("c-cda", "C-CDA"),
    "gpx": ("gpx", "GPX"),
    "svg": ("svg", "SVG"),
    "kml": ("kml", "KML"),
    "html": ("html", "HTML"),
}
MARKUP = frozenset(("html", "xml", "svg"))
"""Kinds that people also type as source code."""
_HTML = frozenset("head body div p table span br h1 h2 h3 ul ol b i a pre meta style".split())


def _element(head: str) -> bool:
    """Whether markup begins here. A note may begin with one `<name>` in brackets; an element is also closed."""
    tag = _TAG.match(head)
    if tag is None:
        return False
    return tag[1] is None or f"</{tag[1]}" in head or tag[1].lower() in _HTML or "xmlns" in head[:2000]


def _markup(head: str) -> tuple[str, str]:
    if not head.startswith("<"):
        return _NAMED["html"]
    root = _ROOT.search(head[:20_000])
    name = root[2].lower() if root else ""
    if name in _NAMED:
        return _NAMED[name]
    return ("html", "HTML") if name in _HTML or head[:9].lower() == "<!doctype" else ("xml", "XML")
