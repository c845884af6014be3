"""Running text: notes, letters, logs, source code, and kinds of text that have no reader of their own.

Source: none; plain text has no standard beyond its encoding. Limits: markup is text here, not structure.
"""

from __future__ import annotations

from collections.abc import Iterator

from phiguard.formats._prose import windows
from phiguard.formats._source import Source
from phiguard.model import Chunk


class TextDocument:
    """A source read as prose in windows. `reason`: what reading it as plain text leaves out (empty: nothing)."""

    def __init__(self, source: Source, format: str = "text", reason: str = "") -> None:
        self._source, self.format = source, format
        self.rereadable = source.rereadable
        self.problems = source.problems
        self.bytes_read = 0
        if reason:
            source.note(reason)

    def chunks(self) -> Iterator[Chunk]:
        """The windows of the text, as `_prose.windows` cuts them."""
        for chunk in windows(self._source.text()):
            self.bytes_read = self._source.bytes_read
            yield chunk
        self.bytes_read = self._source.bytes_read
