"""JSON and JSON lines, streamed: every string and number under its path, every key as a name, nothing lost on the way.

Source: RFC 8259 and NDJSON; what is tolerated beside them is said in `_json_tokens`.
Limits: objects and arrays deeper than 512 are read as plain text and the file is incomplete; so is all that follows an
error (in JSON lines: the rest of the line). Strings of more than 512 Ki code points are scanned as prose.
"""

from __future__ import annotations

from collections.abc import Iterator

from phiguard.formats._json_reading import Reading
from phiguard.formats._json_tokens import Stop
from phiguard.formats._source import HEAD, Source
from phiguard.model import Chunk

_TOLD_MOST = 10
_JSON = frozenset(".json .geojson .json5 .jsonc .fhir .ipynb .har .avsc .webmanifest .topojson".split())
_JSON_LINES = frozenset(".ndjson .jsonl .jsonlines .ldjson .njson".split())
_CONVINCING = 20
"""Tokens after which a text is broken JSON rather than something else."""
_BLANK = " \t\r\n\ufeff\x1e"


def looks_like_json(head: str, suffix: str) -> str | None:
    """`json`, `ndjson` (each line is a document) or None, by content first. `suffix`: with its dot."""
    text, suffix = head.lstrip(_BLANK), suffix.lower()
    named = suffix in _JSON or suffix in _JSON_LINES
    if not text or not (named or text[0] in "{["):
        return None
    probe = Reading((head,), "json")
    stop = probe.probe(whole=len(head) < HEAD)
    if stop is Stop.BAD and not (named and text[0] in "{[/") and probe.seen < _CONVINCING:
        return None
    if suffix in _JSON_LINES or _has_line_documents(text):
        return "ndjson"
    return "json"


def _has_line_documents(text: str) -> bool:
    """Whether the first line is a whole document and the next one begins another."""
    first, _, rest = text.replace("\r\n", "\n").replace("\r", "\n").partition("\n")
    rest = rest.lstrip(_BLANK)
    if first[:1] not in "{[" or rest[:1] != first[:1]:
        return False
    probe = Reading((first,), "json")
    return probe.probe(whole=True) is Stop.END and probe.is_complete


class JsonDocument:
    """A source read as JSON. `format`: `json` or `ndjson`, as `looks_like_json` said."""

    def __init__(self, source: Source, format: str) -> None:
        self._source, self.format = source, format
        self.rereadable = source.rereadable
        self.problems = source.problems
        self.bytes_read = 0

    def chunks(self) -> Iterator[Chunk]:
        """Per step of the text: the keys that are new, the leaves by path, and comments."""
        reading = Reading(self._source.text(), self.format)
        told = 0
        for chunk in reading.chunks():
            told = self._tell(reading.problems, told)
            yield chunk
        self._tell(reading.problems, told)

    def _tell(self, problems: list[str], told: int) -> int:
        self.bytes_read = self._source.bytes_read
        for problem in problems[told:_TOLD_MOST]:
            self._source.note(problem)
        if len(problems) > max(told, _TOLD_MOST):
            self._source.note("invalid JSON in further lines: read as plain text")
        return max(told, len(problems))
