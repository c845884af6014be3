"""Quality: recall, precision and false alarms on corpora and files with gold. Nothing of them enters the project.

    python benchmarks/quality.py [--shared FOLDER] [--only CORPUS]... [--markdown FILE]

`--shared`: the folder with `corpora/` and `files/gold/` (default: ../shared). Without it the script says so and ends with 0.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.corpora import CORPORA, Corpus
from benchmarks.measure import Result, Tally, add
from benchmarks.tables import measure_clean, measure_tables, measure_values
from phiguard.scan import Scanner


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path(__file__).resolve().parents[2] / "shared")
    parser.add_argument("--only", action="append", default=[])
    parser.add_argument("--markdown", type=Path)
    arguments = parser.parse_args()
    if not arguments.shared.is_dir():
        print(f"no gold at {arguments.shared}: nothing was measured")
        return 0
    parts = []
    for corpus in CORPORA:
        if not arguments.only or corpus.name in arguments.only:
            part = corpus_report(corpus, arguments.shared / "corpora")
            print(part, flush=True)
            parts.append(part)
    if not arguments.only or "files" in arguments.only:
        part = files_report(arguments.shared / "files" / "gold")
        print(part)
        parts.append(part)
    if arguments.markdown:
        arguments.markdown.write_text("\n".join(parts), encoding="utf-8")
    return 0


def corpus_report(corpus: Corpus, folder: Path) -> str:
    """Measure one corpus; its section in Markdown."""
    if not (folder / f"{corpus.name}.jsonl").is_file():
        return f"### {corpus.name}\n\nnot there: not measured\n"
    scanner, result = Scanner(), Result()
    started = time.perf_counter()
    size = 0
    for text, gold in corpus.documents(folder):
        size += len(text)
        add(result, corpus, text, gold, scanner.scan_text(text))
    seconds = time.perf_counter() - started
    head = f"### {corpus.name}\n\n{result.documents:,} documents, {result.words:,} words, gold: {corpus.gold}"
    head += f" ({corpus.note})" if corpus.note else ""
    lines = [head + f"; {size / seconds / 1e6:.2f} MB/s.", ""]
    if corpus.gold != "none":
        lines += _recall_table(corpus, result)
    if corpus.gold != "partial":
        alarms = ", ".join(f"{name} {number}" for name, number in result.alarms.most_common()) or "none"
        lines += [f"Findings outside the gold per 10,000 words: {result.alarms_per_10k:.2f} ({alarms}).", ""]
    return "\n".join(lines)


def _recall_table(corpus: Corpus, result: Result) -> list[str]:
    lines = [
        "| gold | spans | found, right category | found, any | characters found |",
        "|---|---|---|---|---|",
    ]
    for label, tally in sorted(result.by_label.items()):
        lines.append(_row(label, tally))
    lines.append(_row("**all**", result.all))
    lines.append("")
    if corpus.gold == "full":
        total = result.all
        lines += [
            f"Label-agnostic, over alphanumeric characters: recall {total.ratio('chars_any', 'chars'):.4f}, "
            f"precision {total.ratio('found_chars_in_gold', 'found_chars'):.4f}, F1 {total.f1:.4f}; "
            f"over findings: precision {total.ratio('findings_in_gold', 'findings'):.4f}.",
            "",
        ]
    return lines


def _row(name: str, tally: Tally) -> str:
    right, any_, chars = (
        tally.ratio("hit_right", "spans"),
        tally.ratio("hit_any", "spans"),
        tally.ratio("chars_any", "chars"),
    )
    return f"| {name} | {tally.spans:,} | {right:.4f} | {any_:.4f} | {chars:.4f} |"


def files_report(gold: Path) -> str:
    """Measure gold tables, values in JSON, and the clean controls."""
    tables = measure_tables(gold)
    lines = [
        "### Gold tables (CSV, TSV)",
        "",
        f"Identifier columns found: {tables.found} of {tables.identifiers}; right category first: {tables.first_right}; "
        f"columns without identifiers accused: {tables.accused} of {tables.clean}.",
        "",
    ]
    lines += [f"- {file}, {column}: gold {want}, found {got}" for file, column, want, got in tables.wrong]
    values = measure_values(gold, ("json",))
    lines += ["", "### Gold values (JSON)", ""]
    lines += [
        f"Required found: {values.found} of {values.required}; negatives reported: {values.reported} of {values.negatives}."
    ]
    lines += [f"- {file} {where}: {what}" for file, where, what in values.wrong]
    lines += ["", "### Clean controls", "", "| file | exit | reported | tolerated |", "|---|---|---|---|"]
    lines += [
        f"| {file} | {code} | {counts} | {tolerated} |"
        for file, code, counts, tolerated in measure_clean(gold)
    ]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.exit(main())
