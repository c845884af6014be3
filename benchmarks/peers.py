"""Peers: phiguard beside other tools on the same documents, from files of the spans that each of them gave.

    python benchmarks/peers.py --corpus FILE [--spans NAME=FILE]... [--seconds NAME=S]... [--markdown FILE]

FILE of `--corpus`: one of `benchmarks/corpora.py`, by name. A span file has a line for each document, `{"id": ...,
"spans": [[start, end, label], ...]}`: code points, half-open; NAME is tool and version. All span files hold the same
documents, and phiguard is run on those. No peer is imported: each is run in a virtual environment of its own, at its defaults,
by a few lines that write such a file. The first document is run once untimed, so that what is loaded late is not timed; of
runs in fresh processes the quickest is quoted, because machines are noisy.

- **Philter-UCSF** 1.0.3 (`pip install philter-ucsf nltk numpy chardet`): a folder with a text file for each document;
  `Philter({"finpath": ..., "foutpath": ..., "filters": "configs/philter_delta.json", "verbose": False, "run_eval": False})`
  from the package's folder, then `map_coordinates()`, whose answer is what is masked: its spans. Its whole run is timed
  without the reading of its filters. On Python 3.11 it needs `re.compile` replaced by one that moves inline flags (`(?i)`) to the
  front, as older versions of Python took them. `nltk.pos_tag` needs data that pip does not bring: in its place stood NLTK's
  `PerceptronTagger(load=False)` with the weights of `textblob-aptagger` 0.2.0, the tagger that NLTK's was ported from.
- **phi-scan** 0.7.0 (asks for Python 3.12; runs on 3.11 with `pip install --no-deps --ignore-requires-python`, and its
  dependencies without matplotlib and fpdf2): the regex layer, `detect_phi_with_regex(text, path)`, findings from 0.6 on, as
  its default is. Its findings have no columns: wrap `regex_detector._build_finding`, which is handed start and end in the line.
- **DataFog** 4.9.0: `datafog.scan(text, engine="regex")`, every entity.
- **scrubadub** 2.0.1: `scrubadub.Scrubber().iter_filth(text)`, `beg` and `end`.

Counting is that of `benchmarks/quality.py`, label-agnostic, over alphanumeric characters. For every tool alike, spans that
overlap, touch, or have only punctuation between them are one, so that no character counts twice and a date is one alarm.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.corpora import CORPORA, Corpus, Span
from benchmarks.measure import Result, add
from phiguard import __version__
from phiguard.findings import Finding, Location
from phiguard.model import Category, Confidence, Role
from phiguard.scan import Scanner

Places = list[tuple[int, int]]


@dataclass(frozen=True)
class Document:
    """A text with its gold."""

    id: str
    text: str
    gold: list[Span]


@dataclass
class Tool:
    """A tool's places by document, its measure, and how long it took."""

    name: str
    places: Mapping[str, Places]
    seconds: float | None = None
    result: Result = field(default_factory=Result)


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--spans", action="append", default=[], metavar="NAME=FILE")
    parser.add_argument("--seconds", action="append", default=[], metavar="NAME=S")
    parser.add_argument("--markdown", type=Path)
    arguments = parser.parse_args()
    corpus = next((c for c in CORPORA if c.name == arguments.corpus.stem and c.gold != "none"), None)
    if corpus is None:
        parser.error(f"no corpus with gold is named {arguments.corpus.stem}")
    seconds = {name: float(value) for name, value in _pairs(arguments.seconds)}
    tools = [Tool(name, read_spans(Path(file)), seconds.get(name)) for name, file in _pairs(arguments.spans)]
    documents = list(read_documents(corpus, arguments.corpus, tools))
    for tool in tools:
        if tool.places.keys() != {document.id for document in documents}:
            parser.error(f"the documents of {tool.name} are not those of the others and of the corpus")
    tools.insert(0, run_phiguard(documents))
    for tool in tools:
        for document in documents:
            found = [_finding(*place) for place in merged(document.text, tool.places[document.id])]
            add(tool.result, corpus, document.text, document.gold, found)
    report = "\n".join(_report(corpus, tools))
    print(report)
    if arguments.markdown:
        arguments.markdown.write_text(report, encoding="utf-8")
    return 0


def _pairs(words: Iterable[str]) -> Iterator[tuple[str, str]]:
    for word in words:
        name, _, value = word.partition("=")
        yield name, value


def read_spans(file: Path) -> dict[str, Places]:
    """The places of one span file, by document; what they are called does not matter here."""
    with file.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return {row["id"]: [(start, end) for start, end, *_ in row["spans"]] for row in rows}


def read_documents(corpus: Corpus, file: Path, tools: list[Tool]) -> Iterator[Document]:
    """The documents that the first tool was given; all of the corpus where there is no tool."""
    with file.open(encoding="utf-8") as lines:
        names = [json.loads(line)["id"] for line in lines]
    for name, (text, gold) in zip(names, corpus.documents(file.parent), strict=True):
        if not tools or name in tools[0].places:
            yield Document(name, text, gold)


def run_phiguard(documents: list[Document]) -> Tool:
    """phiguard at its defaults, timed as the peers are."""
    scanner = Scanner()
    scanner.scan_text(documents[0].text)
    started = time.perf_counter()
    found = {d.id: [(f.start, f.end) for f in scanner.scan_text(d.text)] for d in documents}
    return Tool(f"phiguard {__version__}", found, time.perf_counter() - started)


def merged(text: str, places: Places) -> Places:
    """In order; one where they overlap, touch, or have nothing but punctuation between them."""
    out: Places = []
    for start, end in sorted(places):
        between = text[out[-1][1] : start] if out else " "
        if out and not any(c.isalnum() or c.isspace() for c in between):
            out[-1] = (out[-1][0], max(out[-1][1], end))
        else:
            out.append((start, end))
    return out


def _finding(start: int, end: int) -> Finding:
    """A place as the counting wants it; its category is not looked at."""
    nowhere = Location(None, None, None, None, None)
    return Finding(Category.OTHER_IDS, "peer", "peer", Role.UNKNOWN, Confidence.HIGH, "", start, end, nowhere)


def _report(corpus: Corpus, tools: list[Tool]) -> Iterator[str]:
    """Two tables in Markdown."""
    first = tools[0].result
    yield f"### {corpus.name}\n"
    note = f" ({corpus.note})" if corpus.note else ""
    yield f"{first.documents:,} documents, {first.words:,} words, {first.all.spans:,} gold spans{note}.\n"
    yield "| tool | recall, characters | precision, characters | F1 | gold spans touched | alarms per 10,000 words | notes/s |"
    yield "|---|---|---|---|---|---|---|"
    for tool in tools:
        total, full = tool.result.all, corpus.gold == "full"
        cells = [
            tool.name,
            f"{total.ratio('chars_any', 'chars'):.4f}",
            f"{total.ratio('found_chars_in_gold', 'found_chars'):.4f}" if full else "–",
            f"{total.f1:.4f}" if full else "–",
            f"{total.hit_any:,} ({total.ratio('hit_any', 'spans'):.4f})",
            f"{tool.result.alarms_per_10k:.1f}" if full else "–",
            f"{first.documents / tool.seconds:,.1f}" if tool.seconds else "–",
        ]
        yield f"| {' | '.join(cells)} |"
    yield "\nCharacters found, by gold label:\n"
    yield "| gold (spans) | " + " | ".join(tool.name for tool in tools) + " |"
    yield "|---" * (len(tools) + 1) + "|"
    for label, tally in sorted(first.by_label.items()):
        found = (f"{t.result.by_label[label].ratio('chars_any', 'chars'):.2f}" for t in tools)
        yield f"| {label} ({tally.spans:,}) | {' | '.join(found)} |"
    yield ""


if __name__ == "__main__":
    sys.exit(main())
