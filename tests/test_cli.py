"""The command line: exits, outputs, and bad input. Never a traceback; stdout is the report, stderr is talk."""

from __future__ import annotations

import gzip
import json
import os
import signal
import subprocess
import sys
import time
from importlib.resources import files
from pathlib import Path

import jsonschema
import pytest

from phiguard import __version__
from phiguard.cli import run

SSN = "SSN: 219-09-9999\n"
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="POSIX only")


def command(
    *arguments: str, cwd: Path | None = None, text: bytes = b""
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "phiguard", *arguments],
        cwd=cwd,
        input=text,
        capture_output=True,
        check=False,
        timeout=300,
    )


def scan(tmp_path: Path, name: str, content: bytes, *arguments: str) -> int:
    (tmp_path / name).write_bytes(content)
    return run(["scan", str(tmp_path / name), *arguments])


BAD = [
    ("empty.txt", b"", 0, "Clean"),
    ("empty.csv", b"", 0, "Clean"),
    ("bom.txt", b"\xef\xbb\xbf", 0, "Clean"),
    ("binary.dat", bytes(range(256)) * 40, 3, "incomplete"),
    ("program.exe", b"MZ\x90\x00" + bytes(2000), 3, "incomplete"),
    ("report.pdf", b"%PDF-1.7\n\xff\xfe stuff", 3, "incomplete"),
    ("image.jpg", b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(100), 3, "incomplete"),
    ("lying.csv", b"PK\x03\x04" + bytes(100), 3, "incomplete"),
    ("lying.json", SSN.encode(), 1, "ssns"),
    ("unclosed.csv", b'ssn,x\n"219-09-9999,1\n000-12-3456,2\n000-12-3457,3\n', 1, "ssns"),
    ("truncated.txt.gz", gzip.compress(b"no one here. " * 9000)[:-60], 3, "incomplete"),
    ("truncated2.txt.gz", gzip.compress(SSN.encode() * 9000)[:-9], 1, "ssns"),
    ("notgz.gz", b"\x1f\x8b\x08 but no", 3, "incomplete"),
    ("utf16.txt", SSN.encode("utf-16-le"), 1, "ssns"),
    ("utf16odd.txt", (SSN * 9).encode("utf-16-le") + b"x", 1, "incomplete"),
    ("utf32.txt", SSN.encode("utf-32"), 1, "ssns"),
    ("latin.txt", "Señor: nada más\n".encode("cp1252"), 0, "Clean"),
    ("nul.txt", b"SSN: 219-09-9999\x00\x00 and more text\n", 1, "ssns"),
    ("deep.json", b"[" * 100_000, 3, "incomplete"),
    ("broken.json", b'{"ssn": "219-09-9999", "x": ', 1, "incomplete"),
    ("surrogate.json", b'{"a": "\\ud800", "ssn": "219-09-9999"}', 1, "ssns"),
    ("hl7.hl7", b"MSH|^~\\&|A|B\rPID|1||12345^^^H^MR\r", None, "incomplete"),
    ("keys.json", b'{"219-09-9999": {"dose": 1}, "000-12-3456": {"dose": 2}}', 1, "ssns"),
    ("crlf.csv", b"ssn,x\r\n219-09-9999,1\r\n", 1, "ssns"),
    ("cr.csv", b"ssn,x\r219-09-9999,1\r000-12-3456,2\r", 1, "ssns"),
]


@pytest.mark.parametrize(("name", "content", "code", "told"), BAD, ids=[b[0] for b in BAD])
def test_bad_input_ends_in_a_clear_sentence(
    name: str, content: bytes, code: int | None, told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    got = scan(tmp_path, name, content)
    printed = capsys.readouterr()
    assert got == code or (code is None and got in (1, 3))
    assert told in printed.out
    assert "Traceback" not in printed.out + printed.err


def test_a_folder_without_files(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["scan", str(tmp_path)]) == 0
    assert "no files" in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments",
    [
        ["scan"],
        ["scan", "no-such-file.csv"],
        ["scan", "--format", "yaml", "."],
        ["scan", "--fail-on", "namse", "."],
        ["scan", "--output", "json", "."],
        ["scan", "--output", "json=/no/such/folder/x.json", "."],
        ["scan", "--as-of", "yesterday", "."],
        ["scan", "-", "."],
        ["nonsense"],
        ["explain", "nothing"],
    ],
)
def test_wrong_use_is_exit_2_before_any_work(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(arguments) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err


def test_a_wrong_category_gets_a_suggestion(capsys: pytest.CaptureFixture[str]) -> None:
    run(["scan", "--fail-on", "namse", "."])
    assert "did you mean names?" in capsys.readouterr().err


def test_json_keeps_the_contract_and_its_schema(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.csv").write_text("pat_ssn,x\n219-09-9999,1\n", encoding="utf-8")
    (tmp_path / "b.pdf").write_bytes(b"%PDF-1.7")
    assert run(["scan", str(tmp_path), "--format", "json", "--show-suppressed", "--exclude", "*.skip"]) == 1
    report = json.loads(capsys.readouterr().out)
    schema = json.loads((files("phiguard.reports") / "report.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(report, schema)
    assert list(report) == ["schema_version", "tool", "complete", "summary", "files"]
    assert report["tool"] == {"name": "phiguard", "version": __version__}
    assert report["complete"] is False
    assert [Path(f["path"]).name for f in report["files"]] == ["a.csv", "b.pdf"]
    first = report["files"][0]
    assert first["columns"] == [
        {"name": "pat_ssn", "category": "ssns", "cells": 1, "found": 1, "confidence": "high"}
    ]
    (finding,) = first["findings"]
    assert (
        list(finding)
        == "category kind role detector confidence line column row field start end reason".split()
    )
    assert (finding["line"], finding["column"], finding["row"], finding["field"]) == (2, 1, 1, "pat_ssn")
    assert (finding["start"], finding["end"]) == (0, 11)


def test_files_come_in_the_order_of_the_arguments(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("z.txt", "folder/b.txt", "folder/a.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("nothing\n")
    run(["scan", str(tmp_path / "z.txt"), str(tmp_path / "folder"), "--format", "json"])
    report = json.loads(capsys.readouterr().out)
    assert [Path(f["path"]).name for f in report["files"]] == ["z.txt", "a.txt", "b.txt"]


def test_excluded_files_are_skipped_and_do_not_make_a_scan_incomplete(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7")
    (tmp_path / "b.txt").write_text("nothing\n")
    assert run(["scan", str(tmp_path), "--exclude", "*.pdf", "--format", "json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert [f["status"] for f in report["files"]] == ["skipped", "complete"]


def test_fail_on_and_min_confidence(tmp_path: Path) -> None:
    content = b"SSN: 219-09-9999, jane@quackmail.org\n"
    assert scan(tmp_path, "a.txt", content, "--fail-on", "ssns") == 1
    assert scan(tmp_path, "a.txt", content, "--fail-on", "faxes") == 0
    assert scan(tmp_path, "b.txt", b"the value 219099999 stood there\n") == 0
    assert scan(tmp_path, "b.txt", b"the value 219099999 stood there\n", "--min-confidence", "low") == 1


def test_reports_to_files_as_well(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "out.json"
    assert scan(tmp_path, "a.txt", SSN.encode(), "--output", f"json={out}") == 1
    assert json.loads(out.read_text())["summary"]["findings"] == 1
    assert "ssns" in capsys.readouterr().out


def test_stdin_and_its_name() -> None:
    done = command("scan", "-", "--format", "json", "--name", "t.csv", text=b"pat_ssn,x\n219-09-9999,1\n")
    assert done.returncode == 1
    file = json.loads(done.stdout)["files"][0]
    assert (file["path"], file["format"]) == ("t.csv", "csv")
    assert command("scan", "-", text=b"").returncode == 0


def test_the_human_report_leads_with_the_columns(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = "\n".join(f"E100000{i},000-12-345{i},{i}" for i in range(5))
    assert scan(tmp_path, "t.csv", f"pat_mrn,pat_ssn,dose\n{rows}\n".encode(), "--places", "3") == 1
    lines = capsys.readouterr().out.splitlines()
    table = next(i for i, line in enumerate(lines) if "cells found / cells" in line)
    assert "pat_mrn" in lines[table + 1] and "5 / 5" in lines[table + 1]
    assert "pat_ssn" in lines[table + 2]
    assert any("places, 3 of 10" in line for line in lines)
    assert "****" in "\n".join(lines)


CODED = b"study_id,pat_mrn_id,city,diagnosis\nST-0017,00481123,Fargo,I10\nST-0088,00481124,Fargo,E11.9\n"


def test_a_data_sets_own_code_is_offered_and_taken(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert scan(tmp_path, "coded.csv", CODED) == 1
    assert "--record-code" in capsys.readouterr().out
    scan(tmp_path, "coded.csv", CODED, "--record-code", "study_id")
    out = capsys.readouterr().out
    assert "taken as the data set's own code" in out
    assert "other_ids" not in out
    assert "medical_records" in out


def test_a_limited_data_set_is_never_called_de_identified(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = b"visit_date,city,age\n2024-03-14,Fargo,94\n"
    assert scan(tmp_path, "x.csv", text, "--profile", "limited-data-set") == 0
    out = capsys.readouterr().out
    assert "still PHI" in out
    assert "data use agreement" in out
    scan(tmp_path, "x.csv", text, "--profile", "limited-data-set", "--format", "json")
    assert json.loads(capsys.readouterr().out)["profile"] == "limited-data-set"


def test_a_folder_is_one_line_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for number in range(9):
        (tmp_path / f"f{number}.txt").write_text(SSN)
    run(["scan", str(tmp_path)])
    out = capsys.readouterr().out
    assert sum("f3.txt" in line for line in out.splitlines()) == 1


def test_names_with_control_characters_are_written_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    name = "a\x1b]0;x\x07\n\u202eb.txt"
    try:
        (tmp_path / name).write_text(SSN)
    except OSError:
        pytest.skip("this file system refuses the name")
    assert run(["scan", str(tmp_path)]) == 1
    out = capsys.readouterr().out
    assert "\x1b" not in out and "\u202e" not in out
    assert "\\x1b" in out and "\\u202e" in out
    assert run(["scan", str(tmp_path), "--format", "json"]) == 1
    assert "\x1b" not in capsys.readouterr().out


@POSIX
def test_a_name_that_is_no_utf8(tmp_path: Path) -> None:
    path = os.path.join(os.fsencode(tmp_path), b"caf\xe9.txt")
    try:
        with open(path, "wb") as sink:
            sink.write(SSN.encode())
    except OSError:
        pytest.skip("this file system refuses the name")
    for form in ("human", "json"):
        done = command("scan", str(tmp_path), "--format", form)
        assert done.returncode == 1
        assert b"Traceback" not in done.stderr


@POSIX
def test_a_fifo_in_a_folder_does_not_block(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "a.txt").write_text("nothing\n")
    done = command("scan", str(tmp_path))
    assert done.returncode == 3
    assert b"pipe" in done.stdout


@POSIX
def test_a_large_single_line_stays_in_bounded_memory(tmp_path: Path) -> None:
    path = tmp_path / "line.txt"
    with path.open("w") as sink:
        for _ in range(60):
            sink.write("lorem ipsum dolor sit amet " * 4000)
        sink.write(SSN)
    code = (
        "import resource,sys;from phiguard.cli import run;c=run(['scan',sys.argv[1],'--format','json']);"
        "sys.stderr.write(str(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss//1024));sys.exit(c)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(path)], capture_output=True, check=False, timeout=500
    )
    assert done.returncode == 1, done.stderr
    assert int(done.stderr.split()[-1]) < 400


@POSIX
def test_interrupt_ends_it_at_once_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("lorem ipsum dolor 12/11 sit amet " * 2_000_000)
    process = subprocess.Popen(
        [sys.executable, "-m", "phiguard", "scan", str(tmp_path)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # a job in the background ignores it
    )
    time.sleep(3)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert out == b""
    assert b"interrupted" in err and b"Traceback" not in err


@POSIX
def test_a_closed_pipe_is_quiet(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(SSN * 3000)
    shell = f"{sys.executable} -m phiguard scan {tmp_path / 'a.txt'} --format json | head -c 10"
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", shell], capture_output=True, check=False, timeout=300
    )
    assert b"Traceback" not in done.stderr
    assert done.returncode == 141


def test_a_deadline_makes_a_file_incomplete(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text("lorem ipsum dolor 12/11 sit amet " * 500_000)
    assert run(["scan", str(tmp_path / "a.txt"), "--deadline", "0.3"]) == 3
    assert "deadline" in capsys.readouterr().out


def test_version_explain_and_categories(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--version"]) == 0
    assert __version__ in capsys.readouterr().out
    assert run(["categories"]) == 0
    listing = capsys.readouterr().out
    assert len(listing.splitlines()) == 22
    assert "164.514(b)(2)(i)(G)" in listing
    assert run(["explain", "geography"]) == 0
    told = capsys.readouterr().out
    for prefix in ("063", "790", "830", "831", "890"):
        assert prefix in told


def test_starting_does_not_load_the_engine() -> None:
    code = "import sys; import phiguard.cli; sys.exit('regex' in sys.modules or 'rich' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
