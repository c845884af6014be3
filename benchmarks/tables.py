"""Gold tables: is the first category of each column right, is an identifier column missed, is a clean one accused."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

from phiguard.model import Category as C
from phiguard.scan import Scanner

RIGHT = {
    "NAME": C.NAMES,
    "GEOGRAPHY": C.GEOGRAPHY,
    "STREET": C.GEOGRAPHY,
    "CITY": C.GEOGRAPHY,
    "ZIP": C.GEOGRAPHY,
    "DATE": C.DATES,
    "AGE": C.AGES,
    "AGE_OVER_89": C.AGES,
    "PHONE": C.PHONES,
    "FAX": C.FAXES,
    "EMAIL": C.EMAILS,
    "SSN": C.SSNS,
    "CREDIT_CARD": C.CREDIT_CARDS,
    "BANK_ACCOUNT": C.BANK_ACCOUNTS,
    "FINANCIAL_ACCOUNT": C.FINANCIAL_ACCOUNTS,
    "MRN": C.MEDICAL_RECORDS,
    "HEALTH_PLAN": C.HEALTH_PLANS,
    "ACCOUNT": C.ACCOUNTS,
    "LICENSE": C.LICENSES,
    "VEHICLE": C.VEHICLES,
    "DEVICE": C.DEVICES,
    "URL": C.URLS,
    "IP": C.IPS,
    "BIOMETRIC": C.BIOMETRICS,
    "PHOTO": C.PHOTOS,
    "OTHER_ID": C.OTHER_IDS,
}
READ = (".csv", ".tsv", ".txt")


@dataclass
class Tables:
    """Counts over gold tables, and the columns that came out wrong as (file, column, gold, found)."""

    identifiers: int = 0
    found: int = 0
    first_right: int = 0
    clean: int = 0
    accused: int = 0
    wrong: list[tuple[str, str, str, str]] = field(default_factory=list)


def measure_tables(gold: Path) -> Tables:
    """Scan each gold table that this version reads."""
    by_file = defaultdict(list)
    for line in (gold / "tables.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["file"].endswith(READ):
            by_file[row["file"]].append(row)
    result = Tables()
    for file, rows in by_file.items():
        verdicts: dict[str, list[C]] = defaultdict(list)
        for column in Scanner().scan_file(gold / file).columns:
            verdicts[column.name].append(column.category)
        for row in rows:
            _score(result, file, row, verdicts.get(row["column"], []))
    return result


def _score(result: Tables, file: str, row: dict[str, object], found: list[C]) -> None:
    gold = row["category"]
    told = ", ".join(found) or "nothing"
    if isinstance(gold, str) and gold.startswith("OPTIONAL:"):
        return
    if gold is None:
        result.clean += 1
        result.accused += bool(found)
        if found:
            result.wrong.append((file, str(row["column"]), "nothing", told))
        return
    alternatives = row.get("alt") or []
    also = row.get("also") or [] if row.get("free_text") else []
    right = {
        RIGHT[str(name)] for name in (gold, *_strings(alternatives), *_strings(also)) if str(name) in RIGHT
    }
    result.identifiers += 1
    result.found += bool(found)
    result.first_right += bool(found) and found[0] in right
    if not found or found[0] not in right:
        result.wrong.append((file, str(row["column"]), str(gold), told))


def _strings(value: object) -> list[str]:
    return [str(item) for item in value] if isinstance(value, list) else []


@dataclass
class Values:
    """Values in structured files: required ones that overlap a finding's text anywhere in the file, negatives reported."""

    required: int = 0
    found: int = 0
    negatives: int = 0
    reported: int = 0
    wrong: list[tuple[str, str, str]] = field(default_factory=list)


def measure_values(gold: Path, formats: tuple[str, ...]) -> Values:
    """Score gold values of files in the given folders (`json`) by the text of the findings."""
    result = Values()
    texts: dict[str, list[tuple[str, C]]] = {}

    def found(file: str, value: str) -> bool:
        if file not in texts:
            report = Scanner(keep_text=True).scan_file(gold / file)
            texts[file] = [(f.text or "", f.category) for f in report.findings]
        return any(value in text or (text and text in value) for text, _ in texts[file])

    for name, wanted in (("values.jsonl", True), ("negatives.jsonl", False)):
        for line in (gold / name).read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            if row["file"].split("/")[1] not in formats or "tolerated" in row.get("why", ""):
                continue
            hit = found(row["file"], row["value"])
            if wanted and row["required"]:
                result.required += 1
                result.found += hit
            elif not wanted:
                result.negatives += 1
                result.reported += hit
            if wanted and row["required"] and not hit:
                result.wrong.append((row["file"], row.get("where", ""), row["category"]))
            elif not wanted and hit:
                result.wrong.append((row["file"], row.get("where", ""), "reported: " + row["why"]))
    return result


def measure_clean(gold: Path) -> list[tuple[str, int, str, str]]:
    """(file, exit, what was reported, what its gold tolerates) of each clean control."""
    rows = []
    for line in (gold / "clean.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        report = Scanner().scan_file(gold / row["file"])
        counts = ", ".join(f"{c} {n}" for c, n in report.findings.by_category().items())
        code = 1 if counts else 0 if report.complete else 3
        rows.append((row["file"], code, counts or "nothing", row["tolerated"] or "nothing"))
    return rows
