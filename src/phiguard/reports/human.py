"""The report for people: per file the columns first, then places; at the end what was found, what was not read, and the verdict."""

from __future__ import annotations

import io
from collections import Counter

from rich.console import Console
from rich.table import Table
from rich.text import Text

from phiguard.findings import FileReport, Finding, Report
from phiguard.model import Category, Confidence, Profile
from phiguard.reports._show import show

CLEAN = (
    "Clean means: none of the listed identifiers was found. It does not mean that there is no Patient Data; Safe Harbor also "
    "requires that there is no actual knowledge that someone could be identified."
)
LIMITED = (
    "Limited data set (45 CFR 164.514(e)): dates, ages, cities, States, ZIP and other codes were left out of account. Such a file is "
    "still PHI, needs a data use agreement, and is not de-identified."
)
RECORD_CODE = (
    "If one of these columns is the code that the data set itself gives its rows, name it: --record-code"
)
"""Said where a column of other_ids is reported."""
MANY = 8
"""From this many files on, a folder is reported one line a file."""
_STYLE = {"high": "bold red", "medium": "yellow", "low": "dim"}


def write(
    report: Report, *, show_suppressed: bool = False, places: int = 20, width: int = 100, color: bool = False
) -> str:
    """The report as text for a terminal of `width` columns (at least 40). `places`: how many are listed per file (0: none)."""
    sink = io.StringIO()
    console = Console(
        file=sink,
        width=max(40, width),
        force_terminal=color,
        no_color=not color,
        color_system="standard" if color else None,
        highlight=False,
    )
    if len(report.files) >= MANY:
        _folder(console, report)
    else:
        for file in report.files:
            _file(console, file, places, show_suppressed)
    _summary(console, report)
    return sink.getvalue()


def _file(console: Console, file: FileReport, places: int, show_suppressed: bool) -> None:
    head = Text(show(file.path) or "(text)", style="bold")
    size = f", {_size(file.bytes)}" if file.bytes or file.status == "complete" else ""
    head.append(f"  {file.format}{size}, {file.status}", style="not bold")
    console.print(head)
    if file.reason:
        console.print(Text(f"  {file.status}: {show(file.reason)}", style="magenta"))
    for note in file.notes:
        console.print(Text(f"  note: {note}"))
    if file.columns:
        console.print(_column_table(file))
        if any(c.category is Category.OTHER_IDS and c.confidence >= Confidence.MEDIUM for c in file.columns):
            console.print(Text(f"  {RECORD_CODE}", style="dim"))
    if places and len(file.findings):
        _places(console, list(file.findings[:places]), file.findings.total, "places")
    if show_suppressed and len(file.held_back):
        _places(console, list(file.held_back[:places]), file.held_back_count, "held back")
    console.print()


def _column_table(file: FileReport) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), show_edge=False)
    for title in ("  column", "category", "cells found / cells", "sure"):
        table.add_column(title, justify="right" if "/" in title else "left", overflow="fold")
    for column in file.columns:
        sure = str(column.confidence)
        cells = f"{column.found:,} / {column.cells:,}"
        table.add_row(
            Text("  " + show(column.name)), str(column.category), cells, Text(sure, style=_STYLE[sure])
        )
    return table


def _places(console: Console, findings: list[Finding], total: int, title: str) -> None:
    console.print(
        Text(f"  {title}, {len(findings):,} of {total:,}:" if total > len(findings) else f"  {title}:")
    )
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), show_edge=False)
    rows = any(f.location.row for f in findings)
    table.add_column("  line:column", overflow="fold")
    if rows:
        table.add_column("row", justify="right")
        table.add_column("field", overflow="fold")
    for title in ("category", "sure", "value", "why"):
        table.add_column(title, overflow="fold")
    for finding in findings:
        where = finding.location
        place = f"{where.line}:{where.column}" if where.line else "(name)" if where.row is None else ""
        cells = [Text("  " + place)]
        if rows:
            cells += [Text(str(where.row or "")), Text(show(where.field or "", 32))]
        sure = str(finding.confidence)
        what = str(finding.category) + (f" ({finding.kind})" if finding.kind else "")
        value = show(finding.text, 40) if finding.text is not None else "****"
        table.add_row(
            *cells,
            Text(what),
            Text(sure, style=_STYLE[sure]),
            Text(value),
            Text(show(finding.reason), style="dim"),
        )
    console.print(table)


def _folder(console: Console, report: Report) -> None:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), show_edge=False)
    for title in ("findings", "status", "file", "categories; why it is incomplete"):
        table.add_column(title, justify="right" if title == "findings" else "left", overflow="fold")
    for file in report.files:
        counts = ", ".join(f"{c} {n:,}" for c, n in _most(file.findings.by_category()))
        told = "; ".join(part for part in (counts, show(file.reason)) if part)
        table.add_row(f"{file.findings.total:,}", file.status, Text(show(file.path)), Text(told))
    console.print(table)
    console.print()


def _most(counts: dict[Category, int]) -> list[tuple[Category, int]]:
    return Counter(counts).most_common()


def _summary(console: Console, report: Report) -> None:
    findings, coverage = report.findings, report.coverage
    held = sum(f.held_back_count for f in report.files)
    console.print(
        f"{_plural(coverage.files, 'file')} ({_size(coverage.bytes)}): {coverage.complete} complete, "
        f"{coverage.incomplete} incomplete, {coverage.skipped} skipped; {held:,} held back"
    )
    if len(findings):
        counts = ", ".join(f"{category} {number:,}" for category, number in _most(findings.by_category()))
        console.print(Text(f"Found {_plural(findings.total, 'finding')}: {counts}", style="bold red"))
    if not report.complete:
        console.print(
            Text(
                "Incomplete: not everything was read, for the reasons above. This is not a clean result.",
                style="magenta",
            )
        )
    elif not len(findings):
        console.print(Text("Clean: nothing found.", style="bold green"))
        console.print(Text(CLEAN, style="dim"))
    if report.profile is Profile.LIMITED_DATA_SET:
        console.print(Text(LIMITED, style="magenta"))


def _plural(number: int, noun: str) -> str:
    return f"{number:,} {noun}" + ("" if number == 1 else "s")


def _size(size: int) -> str:
    amount, unit = float(size), "B"
    for larger in ("KB", "MB", "GB"):
        if amount < 1000:
            break
        amount, unit = amount / 1000, larger
    return f"{amount:.0f} {unit}" if unit == "B" else f"{amount:.1f} {unit}"
