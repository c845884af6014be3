"""Counting: spans and alphanumeric characters found, right category or any, and alarms outside the gold."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from benchmarks.corpora import Corpus, Span
from phiguard.findings import Finding


@dataclass
class Tally:
    """Counts of one category (or of all, label-agnostic)."""

    spans: int = 0
    hit_any: int = 0
    hit_right: int = 0
    chars: int = 0
    chars_any: int = 0
    findings: int = 0
    findings_in_gold: int = 0
    found_chars: int = 0
    found_chars_in_gold: int = 0

    def ratio(self, part: str, whole: str) -> float:
        """part / whole; not a number when there is nothing."""
        total = getattr(self, whole)
        return getattr(self, part) / total if total else float("nan")

    @property
    def f1(self) -> float:
        """Over alphanumeric characters, label-agnostic."""
        recall, precision = self.ratio("chars_any", "chars"), self.ratio("found_chars_in_gold", "found_chars")
        return 2 * recall * precision / (recall + precision) if recall + precision else float("nan")


@dataclass
class Result:
    """A corpus measured: by gold label, all together, and alarms by category."""

    documents: int = 0
    words: int = 0
    all: Tally = field(default_factory=Tally)
    by_label: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    alarms: Counter[str] = field(default_factory=Counter)

    @property
    def alarms_per_10k(self) -> float:
        return 1e4 * sum(self.alarms.values()) / max(1, self.words)


def add(result: Result, corpus: Corpus, text: str, gold: Sequence[Span], findings: Iterable[Finding]) -> None:
    """Score one document."""
    found = list(findings)
    result.documents += 1
    result.words += len(text.split())
    marked = _marks(text, [span for span in gold if span[2] not in corpus.ignore])
    covered = _marks(text, [(f.start, f.end, "") for f in found])
    for start, end, label in gold:
        if label in corpus.labels:
            for tally in (result.by_label[label], result.all):
                _score_span(tally, text, start, end, corpus, label, found, covered)
    unmarked = _marks(text, [span for span in gold if span[2] in corpus.ignore]) - marked
    if corpus.name == "notes_all_categories_dev":
        unmarked |= _states_and_first_line(text)
    for finding in found:
        _score_finding(result, corpus, text, finding, marked, unmarked)


def _score_span(
    tally: Tally,
    text: str,
    start: int,
    end: int,
    corpus: Corpus,
    label: str,
    found: list[Finding],
    covered: set[int],
) -> None:
    over = [f for f in found if f.start < end and start < f.end]
    tally.spans += 1
    tally.hit_any += bool(over)
    tally.hit_right += any(f.category in corpus.labels[label] for f in over)
    chars = [i for i in range(start, end) if text[i].isalnum()]
    tally.chars += len(chars)
    tally.chars_any += sum(i in covered for i in chars)


def _score_finding(
    result: Result, corpus: Corpus, text: str, finding: Finding, marked: set[int], unmarked: set[int]
) -> None:
    chars = [i for i in range(finding.start, finding.end) if text[i].isalnum() and i not in unmarked]
    if not chars:
        return
    inside = sum(i in marked for i in chars)
    result.all.findings += 1
    result.all.findings_in_gold += bool(inside)
    result.all.found_chars += len(chars)
    result.all.found_chars_in_gold += inside
    if not inside:
        result.alarms[str(finding.category)] += 1


def _marks(text: str, spans: Iterable[Span]) -> set[int]:
    return {i for start, end, _ in spans for i in range(start, min(end, len(text)))}


_STATES = frozenset(
    "AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD "
    "TN TX UT VT VA WA WV WI WY DC PR VI GU AS MP FM MH PW".split()
)


def _states_and_first_line(text: str) -> set[int]:
    """Places of the invented notes that their gold leaves unmarked: the facility in the first line, and state codes."""
    free = set(range(text.find("\n") if "\n" in text else 0))
    for found in re.finditer(r", ([A-Z]{2})\b", text):
        if found.group(1) in _STATES:
            free |= set(range(found.start(1), found.end(1)))
    return free
