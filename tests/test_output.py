"""Where reports go: never over an input, whole or not at all, and standard streams that are closed or full."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from phiguard.cli import run
from phiguard.output import write

SSN = "SSN: 219-09-9999\n"
PHIGUARD = f"{sys.executable} -m phiguard"
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="POSIX only")


def shell(command: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(["bash", "-c", command], capture_output=True, check=False, timeout=120)


def test_a_report_never_takes_the_place_of_an_input(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    note = tmp_path / "a.txt"
    note.write_text(SSN)
    (tmp_path / "link.txt").symlink_to(note)
    for target in (note, tmp_path / "link.txt", tmp_path / "." / "a.txt"):
        assert run(["scan", str(note), "--output", f"json={target}"]) == 2
        assert "place of a file" in capsys.readouterr().err
    assert note.read_text() == SSN


def test_a_folder_is_no_report_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text(SSN)
    assert run(["scan", str(tmp_path / "a.txt"), "--output", f"json={tmp_path}"]) == 2
    assert "is a folder" in capsys.readouterr().err


def test_a_report_in_a_scanned_folder_is_not_scanned(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_text(SSN)
    out = tmp_path / "out [1]*.json"
    reports = []
    for _ in range(3):
        assert run(["scan", str(tmp_path), "--output", f"json={out}"]) == 1
        reports.append(json.loads(out.read_text()))
    assert [[f["status"] for f in report["files"]] for report in reports] == [
        ["complete"],
        ["complete", "skipped"],
        ["complete", "skipped"],
    ]
    capsys.readouterr()


def test_a_report_is_written_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "out.json"
    target.write_text("before")
    target.chmod(0o640)
    write(str(target), "one \udcff")
    assert target.read_text() == "one \\udcff"
    assert sys.platform == "win32" or stat.S_IMODE(target.stat().st_mode) == 0o640

    def full(descriptor: int) -> None:
        raise OSError(28, "full")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="full"):
        write(str(target), "two")
    assert target.read_text() == "one \\udcff"
    assert [p.name for p in tmp_path.iterdir()] == ["out.json"]


@POSIX
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full")
def test_a_full_disk_is_told_and_is_never_a_clean_exit(tmp_path: Path) -> None:
    (tmp_path / "clean.txt").write_text("nothing\n")
    (tmp_path / "a.txt").write_text(SSN)
    for name, code in (("clean.txt", 3), ("a.txt", 1)):
        for sink in (">/dev/full", "--output json=/dev/full"):
            done = shell(f"{PHIGUARD} scan {tmp_path / name} {sink}")
            assert done.returncode == code
            assert b"could not be written: no space left" in done.stderr
            assert b"Traceback" not in done.stderr and b"Exception" not in done.stderr


@POSIX
def test_closed_standard_streams(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(SSN)
    path = tmp_path / "a.txt"
    assert shell(f"{PHIGUARD} scan {path} >&-").returncode == 1
    done = shell(f"{PHIGUARD} scan {path} 2>&-")
    assert (done.returncode, b"ssns" in done.stdout) == (1, True)
    assert shell(f"{PHIGUARD} scan {path}.no >&- 2>&-").returncode == 2
    done = shell(f"{PHIGUARD} scan - <&-")
    assert done.returncode == 2
    assert b"stdin is closed" in done.stderr


@POSIX
def test_a_name_too_long_is_a_missing_path(capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("x" * 300, "d/" * 2500 + "a"):
        assert run(["scan", name]) == 2
        assert "no such file" in capsys.readouterr().err


def test_no_terminal_is_too_narrow(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    long = "one_column_with_a_name_that_is_longer_than_forty_eight_characters_" * 2
    (tmp_path / "t.csv").write_text(f"x,{long}_ssn\n1,219-09-9999\n2,000-12-3456\n")
    monkeypatch.setenv("COLUMNS", "1")
    assert run(["scan", str(tmp_path / "t.csv"), "--places", "0"]) == 1
    out = capsys.readouterr().out
    assert max(map(len, out.splitlines())) <= 40
    assert "…" not in out
