"""The JSON report; its schema is `phiguard/reports/report.schema.json`. Keys and their order are part of the contract."""

from __future__ import annotations

import json
from typing import Any

from phiguard import __version__
from phiguard.findings import FileReport, Finding, Findings, Report
from phiguard.model import Profile

SCHEMA_VERSION = 1


def write(report: Report, *, show_suppressed: bool = False) -> str:
    """The report as JSON text, ASCII only (names with control characters or lone surrogates come out escaped)."""
    return json.dumps(as_dict(report, show_suppressed=show_suppressed), indent=1)


def as_dict(report: Report, *, show_suppressed: bool = False) -> dict[str, Any]:
    """The report as plain objects, as the schema describes them."""
    findings = report.findings
    whole: dict[str, Any] = {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "phiguard", "version": __version__},
        "complete": report.complete,
        "summary": {
            "files": len(report.files),
            "findings": findings.total,
            "by_category": {str(category): number for category, number in findings.by_category().items()},
            "held_back": sum(f.held_back_count for f in report.files),
        },
        "files": [_file(f, show_suppressed) for f in report.files],
    }
    if report.profile is not Profile.SAFE_HARBOR:
        whole["profile"] = str(report.profile)
    return whole


def _file(file: FileReport, show_suppressed: bool) -> dict[str, Any]:
    entry: dict[str, Any] = {
        "path": file.path,
        "format": file.format,
        "status": file.status,
        "reason": file.reason,
        "bytes": file.bytes,
        "columns": [
            {
                "name": c.name,
                "category": str(c.category),
                "cells": c.cells,
                "found": c.found,
                "confidence": str(c.confidence),
            }
            for c in file.columns
        ],
        "findings": _places(file.findings),
    }
    if file.notes:
        entry["notes"] = list(file.notes)
    if show_suppressed:
        entry["held_back"] = _places(file.held_back)
    return entry


def _places(findings: Findings) -> list[dict[str, Any]]:
    return [_place(finding) for finding in findings]


def _place(finding: Finding) -> dict[str, Any]:
    place: dict[str, Any] = {
        "category": str(finding.category),
        "kind": finding.kind,
        "role": str(finding.role),
        "detector": finding.detector,
        "confidence": str(finding.confidence),
        "line": finding.location.line,
        "column": finding.location.column,
        "row": finding.location.row,
        "field": finding.location.field,
        "start": finding.start,
        "end": finding.end,
        "reason": finding.reason,
    }
    if finding.text is not None:
        place["text"] = finding.text
    return place
