"""Reads the corpora that train and measure the tagger. No text of theirs is kept: the tool takes them by path."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from pathlib import Path

from tools.train_tagger.fill import Spans, Text

TRAINING = (
    "wikigold",
    "btc_a",
    "btc_b",
    "btc_e",
    "btc_g",
    "wnut17_train",
    "presidio_gen_large",
    "lifebench_pii_dev",
    "nannigalaxy_pii",
    "medquad_dev",
)
"""Trained on, but for the documents held back."""
KINDS = {
    "PER": "person",
    "PERSON": "person",
    "person": "person",
    "NAME": "person",
    "LOC": "place",
    "LOCATION": "place",
    "location": "place",
    "ADDRESS": "place",
    "GEOGRAPHIC_LOCATION": "place",
    "ORG": "organisation",
    "ORGANIZATION": "organisation",
    "group": "organisation",
    "corporation": "organisation",
}
_FACILITY = re.compile(
    r"(?i)\b(?:hospital|clinic|medical center|nursing|hospice|health center|infirmary|sanatorium|rehab)"
)
_SENTENCE = re.compile(r"(?<=[.?!])\s+(?=[A-Z])")


def held_back(identity: str) -> bool:
    """Whether a document is kept for measuring: one in five."""
    return int(hashlib.sha256(identity.encode()).hexdigest(), 16) % 5 == 0


def read(folder: Path, name: str) -> Iterator[Text]:
    """The documents of a corpus with the spans that the tagger knows."""
    with (folder / f"{name}.jsonl").open(encoding="utf-8") as file:
        for line in file:
            document = json.loads(line)
            yield Text(
                document["id"], document["text"], _spans(document["text"], document.get("spans", ())), name
            )


def _spans(text: str, given: list[list[object]]) -> Spans:
    spans: Spans = []
    for start, end, label in given:
        assert isinstance(start, int) and isinstance(end, int)
        kind = kind_of(str(label), text[start:end])
        if kind is None or text[start - 1 : start] in ("@", "#") or text[start:end][:1] in ("@", "#"):
            continue
        spans.append((start, end, kind))
    return sorted(set(spans))


def kind_of(label: str, value: str) -> str | None:
    """What a corpus' label is to the tagger."""
    kind = KINDS.get(label)
    if kind in ("organisation", "place") and _FACILITY.search(value):
        return "facility"
    return kind


def training(folder: Path) -> Iterator[Text]:
    """All that is trained on; of the negatives, one sentence in six."""
    for name in TRAINING:
        for text in read(folder, name):
            if held_back(text.id):
                continue
            if name == "medquad_dev":
                yield from _sentences(text)
            elif name == "presidio_gen_large":
                yield text
                yield text
            else:
                yield text


def _sentences(text: Text) -> Iterator[Text]:
    for number, sentence in enumerate(_SENTENCE.split(text.text)):
        if (
            int(hashlib.sha256(f"{text.id}/{number}".encode()).hexdigest(), 16) % 6 == 0
            and len(sentence) < 2000
        ):
            yield Text(f"{text.id}/{number}", sentence.strip(), [], text.source)
