"""What every format gives back: a document that can be read in chunks, and what could not be read of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from phiguard.model import Chunk


class Document(Protocol):
    """A source opened in some format.

    `format`: the report's word for it. `rereadable`: `chunks()` may be called again and gives the same. `problems`: filled
    while reading; each is a sentence for the report and makes the file incomplete. It never quotes the content.
    `bytes_read`: bytes of the source consumed so far.
    """

    format: str
    rereadable: bool
    problems: list[str]
    bytes_read: int

    def chunks(self) -> Iterator[Chunk]: ...
