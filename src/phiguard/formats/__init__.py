"""One module per format. A format turns a source into chunks of blocks; picked by content first, suffix second."""

from __future__ import annotations

from phiguard.errors import UnreadableError
from phiguard.formats._document import Document
from phiguard.formats._kinds import MARKUP, Kind, Reads, kind_of
from phiguard.formats._source import Source, open_bytes, open_path, open_stream
from phiguard.formats._walk import Entry, walk
from phiguard.formats.delimited import DelimitedDocument, sniff
from phiguard.formats.json_text import JsonDocument, looks_like_json
from phiguard.formats.text import TextDocument

__all__ = [
    "Document",
    "Entry",
    "Kind",
    "Source",
    "kind",
    "open_bytes",
    "open_document",
    "open_path",
    "open_stream",
    "walk",
]


def kind(source: Source) -> Kind:
    """What the source is, by its content first and its name second. Consumes nothing."""
    return kind_of(source.first, source.head(), source.encoding, source.suffix)


def open_document(source: Source, *, markup_is_text: bool = False) -> Document:
    """The source in the format that its content has. Raises UnreadableError with the reason if no format reads it.

    `markup_is_text`: HTML, XML and SVG are what their writer typed, as in a repository, and so are read completely as text.
    """
    found, head = kind(source), source.head()
    if found.reads_as is Reads.NOTHING:
        raise UnreadableError(found.reason)
    if found.reads_as is Reads.TEXT:
        source_code = markup_is_text and found.name in MARKUP
        return TextDocument(source, found.name, "" if source_code else found.reason)
    if (json_kind := looks_like_json(head, source.suffix)) is not None:
        return JsonDocument(source, json_kind)
    if (dialect := sniff(head, source.suffix)) is not None:
        return DelimitedDocument(source, dialect)
    return TextDocument(source)
