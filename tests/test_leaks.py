"""No planted value in any output, log or exception: all formats, confidences, places where a value may stand."""

from __future__ import annotations

import gzip
import json
import logging
import os
import pickle
from pathlib import Path

import pytest

from phiguard import Config, Scanner, scan_bytes
from phiguard.cli import run
from phiguard.findings import Report

CANARIES = {
    "name": "Zebulon Quackenbush",
    "ssn": "536-22-8147",
    "mrn": "E77345519",
    "phone": "(212) 731-4482",
    "email": "zquackenbush@quackmail.org",
    "dob": "11/23/1931",
    "street": "8417 Juniper Hollow Rd",
    "card": "4111-1111-1111-1111",
    "member": "1EG4-TE5-MK73",
    "url": "https://portal.quackclinic.org/p/88231",
    "ip": "203.0.113.77",
    "serial": "SNX-99127734",
}
PIECES = sorted(
    {piece for value in CANARIES.values() for piece in (value, value.lower(), *value.split())}
    - {"Rd", "(212)", "8417", "Hollow", "Juniper"}
)


def files(folder: Path) -> Path:
    """The canaries in every format that is read, in names of things, and in files that are broken."""
    folder.mkdir()
    rows = ",".join(CANARIES), ",".join(CANARIES.values())
    prose = "Patient: {name}, DOB {dob}, SSN: {ssn}, MRN: {mrn}, call {phone}, {email}, lives at {street}. Card {card}, member ID {member}, {url}, IP {ip}, device serial {serial}.\n"
    texts = {
        "table.csv": "\n".join(rows) + "\n",
        "ragged.csv": "\n".join((rows[0], rows[1], rows[1] + ",536-22-8147", '"' + rows[1])) + "\n",
        "headers.csv": ",".join(CANARIES.values())
        + "\n1,2,3,4,5,6,7,8,9,10,11,12\n2,3,4,5,6,7,8,9,10,11,12,13\n",
        "note.txt": prose.format(**CANARIES),
        "data.json": json.dumps({"patients": [CANARIES, {CANARIES["ssn"]: {"name": CANARIES["name"]}}]}),
        "lines.ndjson": "\n".join(json.dumps(CANARIES) for _ in range(3)) + "\n{broken " + CANARIES["ssn"],
        "QUACKENBUSH_ZEBULON_536-22-8147.txt": prose.format(**CANARIES),
    }
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    packed = gzip.compress(prose.format(**CANARIES).encode() * 50)
    (folder / "whole.txt.gz").write_bytes(packed)
    (folder / "cut.txt.gz").write_bytes(packed[:-9])
    (folder / "scan.pdf").write_bytes(b"%PDF-1.7\n" + prose.format(**CANARIES).encode())
    (folder / "odd.csv").write_bytes(("\n".join(rows)).encode("utf-16-le")[:-1])
    return folder


def assert_silent(text: str) -> None:
    told = [piece for piece in PIECES if piece in text]
    assert not told, f"leaked: {[PIECES.index(piece) for piece in told]}"


@pytest.mark.parametrize("form", ["human", "json"])
@pytest.mark.parametrize("sure", ["low", "medium", "high"])
def test_no_value_in_a_report_or_on_stderr(
    form: str, sure: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    folder = files(tmp_path / "in")
    arguments = [
        "scan",
        str(folder),
        "--format",
        form,
        "--min-confidence",
        sure,
        "--show-suppressed",
        "--places",
        "500",
    ]
    for extra in ([], ["--profile", "code"], ["--jobs", "2"]):
        assert run(arguments + extra) == 1
        printed = capsys.readouterr()
        assert_silent(printed.out + printed.err + caplog.text)
    for path in sorted(folder.iterdir()):
        assert run(["scan", str(path), "--format", form, "--places", "500", "--show-suppressed"]) in (1, 3)
        printed = capsys.readouterr()
        shown = (printed.out + printed.err).replace(str(folder), "")
        assert_silent(shown)


def test_no_value_in_a_report_object(tmp_path: Path) -> None:
    report = Scanner(Config()).scan_paths([files(tmp_path / "in")])
    assert isinstance(report, Report)
    assert_silent(repr(report))
    assert_silent(repr(list(report.findings)) + repr(report.columns) + repr(report.coverage))
    assert_silent(pickle.dumps(report).decode("latin-1"))


def test_no_value_in_an_exception_or_on_a_missing_path(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    missing = tmp_path / "QUACKENBUSH 536-22-8147.csv"
    assert run(["scan", str(missing)]) == 2
    assert run(["scan", "--fail-on", "536-22-8147", str(tmp_path)]) == 2
    printed = capsys.readouterr()
    assert_silent(printed.out + printed.err)


def test_an_internal_error_says_its_type_only(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    def explode(*args: object, **kwargs: object) -> None:
        raise ValueError("bad cell 536-22-8147")

    (tmp_path / "a.txt").write_text("SSN: 536-22-8147")
    monkeypatch.setattr("phiguard.scan.open_document", explode)
    with pytest.raises(ValueError, match="bad cell"):
        explode()
    assert run(["scan", str(tmp_path / "a.txt")]) == 3
    printed = capsys.readouterr()
    assert_silent(printed.out + printed.err)
    assert "ValueError" in printed.out + printed.err


def test_values_are_shown_when_asked_for_by_name(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("SSN: 536-22-8147")
    assert run(["scan", str(tmp_path / "a.txt"), "--show-values", "--format", "json"]) == 1
    printed = capsys.readouterr()
    assert json.loads(printed.out)["files"][0]["findings"][0]["text"] == "536-22-8147"
    assert "keep this output" in printed.err


def test_nothing_is_written_anywhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scratch = tmp_path / "tmp"
    scratch.mkdir()
    monkeypatch.setenv("TMPDIR", str(scratch))
    folder = files(tmp_path / "in")
    before = sorted(os.walk(tmp_path))
    Scanner().scan_paths([folder])
    scan_bytes(b"SSN: 536-22-8147")
    assert sorted(os.walk(tmp_path)) == before


def test_nothing_of_a_document_stays_in_memory() -> None:
    import gc

    from phiguard.detectors import _caches

    canary = "Zyxquackenbush"
    Scanner().scan_text(f"Patient: {canary} {canary}, seen 03/14/2024, call +44 20 7946 0958")
    assert _caches._CLEARERS
    gc.collect()
    held = [
        o
        for o in gc.get_objects()
        if isinstance(o, dict) and any(isinstance(k, str) and k.upper() == canary.upper() for k in o)
    ]
    assert not held
