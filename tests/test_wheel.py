"""An installed wheel works outside the source tree: built, installed beside, and run from an empty folder."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(out), str(ROOT)]
    built = subprocess.run(command, capture_output=True, text=True, check=False)
    assert built.returncode == 0, built.stdout + built.stderr
    return next(out.glob("phiguard-*.whl"))


def test_the_wheel_holds_the_data_and_the_types_marker(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    shipped = {f"phiguard/data/{p.name}" for p in (ROOT / "data").iterdir()}
    assert shipped | {"phiguard/py.typed", "phiguard/reports/report.schema.json"} <= names
    assert not [n for n in names if n.startswith("tests/")]


def test_the_installed_command_scans_from_an_empty_folder(wheel: Path, tmp_path: Path) -> None:
    site, empty = tmp_path / "site", tmp_path / "empty"
    empty.mkdir()
    install = [
        sys.executable,
        "-m",
        "pip",
        "install",
        "--quiet",
        "--no-deps",
        "--no-index",
        "--target",
        str(site),
        str(wheel),
    ]
    subprocess.run(install, check=True, capture_output=True)
    env = {**os.environ, "PYTHONPATH": str(site)}

    def run(*arguments: str, text: str = "") -> subprocess.CompletedProcess[str]:
        command = [sys.executable, str(site / "bin" / "phiguard"), *arguments]
        return subprocess.run(
            command, cwd=empty, env=env, input=text, capture_output=True, text=True, check=False
        )

    where = subprocess.run(
        [sys.executable, "-c", "import phiguard; print(phiguard.__file__)"],
        cwd=empty,
        env=env,
        capture_output=True,
        text=True,
        check=True,
    )
    assert where.stdout.startswith(str(site))
    assert run("scan", "-", text="SSN: 219-09-9999\n").returncode == 1
    assert run("scan", "-", text="zip3\n021\n036\n").returncode in (0, 1)
    assert "zip" in run("explain", "geography").stdout.lower()
