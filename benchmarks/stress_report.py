"""What stress tells: recall by row and corpus, the bars, and contexts of missed spans."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from benchmarks.measure import Tally
from benchmarks.rewrite import Target
from phiguard.findings import Finding

BARS = {"lower": 0.97, "text-lower": 0.97, "rare": 0.94, "invented": 0.88, "words": 0.86, "eponyms": 0.82}
ORIGIN_GAP = 0.04
GROUPS = {
    "Persons": "",
    "Persons by origin": "origin",
    "Persons by gender, all origins": "gender",
    "As is, other kinds": "none",
    "Dates": "date",
    "Phones and faxes": "phone",
    "Ids": "id",
}


@dataclass
class Report:
    """Tallies by row and corpus, and contexts of missed spans by row."""

    only: tuple[str, ...] = ()
    keep: int = 0
    rows: dict[str, dict[str, Tally]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(Tally)))
    missed: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def wants(self, row: str) -> bool:
        """Whether a row was asked for."""
        return not self.only or any(row == name or row.startswith(f"{name}:") for name in self.only)

    def wants_any(self, rows: Iterable[str]) -> bool:
        """Whether any row that begins so was asked for."""
        heads = {name.split(":")[0] for name in self.only}
        return any(self.wants(row) or row in heads for row in rows)

    def total(self, row: str) -> Tally:
        """A row over all corpora."""
        total = Tally()
        for tally in self.rows[row].values():
            total.spans += tally.spans
            total.hit_any += tally.hit_any
            total.hit_right += tally.hit_right
        return total

    def score(self, corpus: str, text: str, targets: Iterable[Target], found: list[Finding]) -> None:
        """Count the spans of one text."""
        for target in targets:
            over = [f for f in found if f.start < target.end and target.start < f.end]
            for row in filter(self.wants, target.rows):
                tally = self.rows[row][corpus]
                tally.spans += 1
                tally.hit_any += bool(over)
                tally.hit_right += any(f.category in target.right for f in over)
                if self.keep and not over and len(self.missed[row]) < self.keep:
                    self.missed[row].append(_context(text, target))


def _context(text: str, target: Target) -> str:
    left, right = text[max(0, target.start - 40) : target.start], text[target.end : target.end + 40]
    return f"{left}[[{text[target.start : target.end]}]]{right}".replace("\n", "⏎")


def markdown(report: Report) -> str:
    """The tables, the bars, and the missed contexts that were asked for."""
    groups: dict[str, list[str]] = defaultdict(list)
    for row in report.rows:
        head = row.split(":")[0] if ":" in row else ""
        groups[head].append(row)
    lines = []
    for title, head in GROUPS.items():
        if head in groups:
            lines += [f"### {title}", "", "| perturbation | spans | any | right |", "|---|---|---|---|"]
            lines += [_line(row, report.total(row)) for row in _ordered(report, head, groups[head])]
            lines.append("")
    if told := bars(report):
        lines += ["### Bars, over any", "", *told, ""]
    for row, contexts in report.missed.items():
        lines += [f"### Missed: {row}", "", *(f"- {context}" for context in contexts), ""]
    return "\n".join(lines)


def _ordered(report: Report, head: str, rows: list[str]) -> list[str]:
    if head in ("origin", "date", "phone"):
        return sorted(rows, key=lambda row: -report.total(row).ratio("hit_any", "spans"))
    return sorted(rows) if head else rows


def _line(row: str, tally: Tally) -> str:
    any_, right = tally.ratio("hit_any", "spans"), tally.ratio("hit_right", "spans")
    return f"| {row} | {tally.spans:,} | {any_:.4f} | {right:.4f} |"


def bars(report: Report) -> list[str]:
    """Which bars are met."""
    lines = []
    for row, bar in BARS.items():
        if row in report.rows:
            got = report.total(row).ratio("hit_any", "spans")
            each = ", ".join(
                f"{corpus} {tally.ratio('hit_any', 'spans'):.4f}"
                for corpus, tally in report.rows[row].items()
            )
            verdict = "met" if got >= bar else "MISSED"
            lines.append(f"- {row}: {got:.4f}, bar {bar:.2f}: {verdict} ({each})")
    return lines + _origin_bar(report)


def _origin_bar(report: Report) -> list[str]:
    origins = {row: report.total(row) for row in report.rows if row.startswith("origin:")}
    if len(origins) < 2:
        return []
    got = {row: tally.ratio("hit_any", "spans") for row, tally in origins.items()}
    best, worst = max(got.values()), min(got, key=got.__getitem__)
    error = (got[worst] * (1 - got[worst]) / origins[worst].spans) ** 0.5
    below = sorted(row for row in got if got[row] < best - ORIGIN_GAP)
    return [
        f"- origins: best {best:.4f}, worst {got[worst]:.4f} ({worst}, standard error {error:.4f}), bar {ORIGIN_GAP:.2f} apart: "
        + (f"MISSED by {', '.join(below)}" if below else "met")
    ]


def as_json(report: Report) -> str:
    """All rows: each corpus, and all together."""
    rows = []
    for row, by_corpus in report.rows.items():
        for corpus, tally in (*by_corpus.items(), ("all", report.total(row))):
            counts = {"spans": tally.spans, "any": tally.hit_any, "right": tally.hit_right}
            rows.append({"perturbation": row, "corpus": corpus, **counts})
    return json.dumps(rows, indent=1)
