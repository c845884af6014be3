"""Imports point one way, detectors know only the model and their helpers, and only the command line knows click."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "src" / "phiguard"
FILES = sorted(PACKAGE.rglob("*.py"))

FLOORS = (
    ("model", "errors", "cells", "__init__"),
    ("places", "resources", "workers", "output"),
    ("findings",),
    ("detectors", "formats", "resolve"),
    ("registry", "reserved"),
    ("engine", "policy"),
    ("naming",),
    ("emission",),
    ("examine",),
    ("scan",),
    ("reports", "explain", "progress"),
    ("cli",),
    ("__main__",),
)
FLOOR = {room: floor for floor, rooms in enumerate(FLOORS) for room in rooms}


def room_of(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported(path: Path) -> list[str]:
    names = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.append(node.module)
            names += [f"{node.module}.{alias.name}" for alias in node.names]
    return names


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_imports_point_one_way(path: Path) -> None:
    room = room_of(path)
    if path == PACKAGE / "__init__.py":
        return
    for name in imported(path):
        parts = name.split(".")
        if parts[0] == "phiguard" and len(parts) > 1 and parts[1] in FLOOR and parts[1] != room:
            assert FLOOR[parts[1]] <= FLOOR[room], f"{room} imports {parts[1]}, which stands above it"


@pytest.mark.parametrize("path", sorted((PACKAGE / "detectors").glob("*.py")), ids=lambda p: p.name)
def test_detectors_import_only_the_model_and_helpers(path: Path) -> None:
    for name in imported(path):
        parts = name.split(".")
        if parts[0] == "phiguard" and len(parts) > 1:
            helper = parts[1] == "detectors" and (len(parts) == 2 or parts[2].startswith("_"))
            assert helper or parts[1] in ("model", "resources"), f"{path.name} imports {name}"


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_only_the_command_line_imports_click(path: Path) -> None:
    if any(name.split(".")[0] == "click" for name in imported(path)):
        assert path.name == "cli.py"


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_nothing_imports_the_network(path: Path) -> None:
    forbidden = {"socket", "ssl", "http", "urllib", "ftplib", "smtplib", "requests", "asyncio"}
    assert not forbidden & {name.split(".")[0] for name in imported(path)}


def test_every_room_has_a_floor() -> None:
    assert {room_of(path) for path in FILES} <= set(FLOOR)
