"""The public functions: same answers whichever way the bytes come, in threads, in processes, in pieces."""

from __future__ import annotations

import io
import pickle
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

import phiguard
import phiguard.scan
from phiguard import Config, Report, Scanner, UsageError

NOTE = "Patient: Kari Merritt\nMRN: E8596608\nDOB: 05/01/1940\nSSN: 219-09-9999\nTel (212) 555-0142\n"
TABLE = "patient_name,pat_ssn,visit_date,dose\n" + "".join(
    f'"Merritt, Kari",000-12-{1000 + i},2024-03-{1 + i % 28:02d},5\n' for i in range(400)
)


def places(report: Report) -> list[tuple[object, ...]]:
    return [
        (
            f.category,
            f.kind,
            f.confidence,
            f.start,
            f.end,
            f.location.line,
            f.location.column,
            f.location.row,
            f.location.field,
        )
        for f in report.findings
    ]


def test_the_public_names_are_there_and_no_more() -> None:
    for name in phiguard.__all__:
        assert getattr(phiguard, name) is not None
    assert dir(phiguard) == sorted(phiguard.__all__)
    with pytest.raises(AttributeError):
        phiguard.nothing  # noqa: B018


def test_text_and_label() -> None:
    assert [(str(f.category), f.start, f.end) for f in phiguard.scan_text("219099999", label="pat_ssn")] == [
        ("ssns", 0, 9)
    ]
    assert len(phiguard.scan_text("")) == 0
    assert len(phiguard.scan_text("no one here")) == 0


@pytest.mark.parametrize(("name", "text"), [("note.txt", NOTE), ("table.csv", TABLE)])
def test_every_way_in_gives_the_same(name: str, text: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    expected = places(phiguard.scan_file(path))
    assert expected
    assert places(phiguard.scan_bytes(text.encode(), name=name)) == expected
    assert places(phiguard.scan_stream(io.BytesIO(text.encode()), name=name)) == expected
    assert places(phiguard.scan_paths([tmp_path])) == expected
    assert places(phiguard.scan_paths([path, path.parent], jobs=2)) == expected


@pytest.mark.parametrize("buffer", [1, 5_000, 1 << 20])
@pytest.mark.parametrize(("name", "text"), [("note.txt", NOTE * 300), ("table.csv", TABLE)])
def test_a_source_larger_than_the_buffer_is_read_again_with_the_same_result(
    name: str, text: str, buffer: int, tmp_path: Path
) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    assert places(Scanner(Config(buffer=buffer)).scan_file(path)) == places(phiguard.scan_file(path))


def test_a_long_stream_says_that_its_evidence_was_frozen() -> None:
    rows = "".join(f"000-12-{1000 + i % 9000},{'lorem ipsum ' * 5}\n" for i in range(5000))
    report = Scanner(Config(buffer=10_000)).scan_stream(
        io.BytesIO(("pat_ssn,b\n" + rows).encode()), name="t.csv"
    )
    assert report.files[0].notes
    assert report.complete
    assert len(report.findings) == 5000


def test_a_scanner_is_picklable_and_thread_safe() -> None:
    scanner = Scanner(Config(), keep_text=True)
    assert pickle.loads(pickle.dumps(scanner)) == scanner
    expected = list(scanner.scan_text(NOTE))
    with ThreadPoolExecutor(4) as pool:
        assert all(list(found) == expected for found in pool.map(scanner.scan_text, [NOTE] * 12))


def test_text_is_kept_only_when_asked() -> None:
    assert all(f.text is None for f in phiguard.scan_text(NOTE))
    kept = Scanner(keep_text=True).scan_text(NOTE)
    assert all(f.text == NOTE[f.start : f.end] for f in kept)


def test_findings_at_a_seam_are_found_once() -> None:
    from phiguard.formats._prose import WINDOW

    for shift in range(-14, 3, 2):
        text = "x" * (WINDOW + shift - 5) + " SSN: 219-09-9999 " + "y" * 2000
        (finding,) = phiguard.scan_text(text)
        assert text[finding.start : finding.end] == "219-09-9999"


def test_lines_and_columns_whatever_ends_a_line() -> None:
    for end in ("\n", "\r\n", "\r"):
        (finding,) = phiguard.scan_text(f"one{end}two{end}   SSN: 219-09-9999{end}")
        assert (finding.location.line, finding.location.column) == (3, 9)


def test_wrong_use_is_told_without_work(tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        phiguard.scan_file(tmp_path / "missing.csv")
    with pytest.raises(UsageError):
        phiguard.scan_file(tmp_path)


def test_held_back_is_counted_and_apart() -> None:
    report = phiguard.scan_bytes(b"the value 219099999 stood there", name="a.txt")
    assert report.is_clean
    assert report.files[0].held_back_count == len(report.held_back) > 0


def test_an_embedded_image_that_nobody_judged_makes_a_file_incomplete() -> None:
    pixel = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
    report = phiguard.scan_bytes(f'{{"logo": "data:image/png;base64,{pixel}"}}'.encode(), name="a.json")
    assert not report.complete
    assert "not judged" in report.files[0].reason


def test_a_file_that_reaches_its_limit_is_incomplete_and_the_rest_goes_on(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(NOTE)
    (tmp_path / "b.txt").write_text("SSN: 219-09-9999 and more. " * 400_000)
    report = Scanner(Config(deadline=0.5)).scan_paths([tmp_path])
    statuses = {Path(f.path).name: f.status for f in report.files}
    assert statuses["b.txt"] == "incomplete"
    assert "deadline" in report.files[1].reason


def test_what_is_no_text_is_not_clean() -> None:
    for wrong in (None, 5, b"SSN: 219-09-9999"):
        with pytest.raises(UsageError, match="a string"):
            phiguard.scan_text(wrong)  # type: ignore[arg-type]
    with pytest.raises(UsageError, match="bytes"):
        phiguard.scan_bytes("SSN: 219-09-9999")  # type: ignore[arg-type]
    with pytest.raises(UsageError, match="list of paths"):
        phiguard.scan_paths("/")


def test_paths_may_be_bytes(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("SSN: 219-09-9999")
    assert len(Scanner().scan_paths([bytes(tmp_path)]).findings) == 1


def test_one_file_that_fails_does_not_take_the_others_with_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in "abc":
        (tmp_path / f"{name}.txt").write_text("SSN: 219-09-9999")
    genuine = phiguard.scan.open_document

    def failing(source: Any, **options: Any) -> Any:
        if source.name.endswith("b.txt"):
            raise RuntimeError("219-09-9999")
        return genuine(source, **options)

    monkeypatch.setattr("phiguard.scan.open_document", failing)
    report = Scanner().scan_paths([tmp_path])
    assert [f.status for f in report.files] == ["complete", "incomplete", "complete"]
    assert report.files[1].reason == "scanning it failed (RuntimeError)"


def test_progress_never_goes_back(tmp_path: Path) -> None:
    for name in "abc":
        (tmp_path / f"{name}.txt").write_text("nothing here\n" * 30_000)
    told: list[int] = []
    Scanner().scan_paths([tmp_path], progress=told.append)
    assert told == sorted(told)
    assert told[-1] == 3 * 30_000 * 13
