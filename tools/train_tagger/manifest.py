"""The list of files that the tagger is trained and measured on (`manifest.toml`): what each is, its licence, its hash."""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from tools.train_tagger.people import HERE

PATH = HERE / "manifest.toml"
ROOT = HERE.parents[1]
"""Where the files of the section `project` are."""
SECTIONS = ("corpora", "gazetteers", "project")
OWN = ("templates", "lists", "names")
"""Folders of which every file must be listed."""
_HASH = re.compile(r'(?m)^sha256 = ".*"$')
_FILE = re.compile(r'(?m)^file = "(.*)"$')
_TABLE = re.compile(r"(?m)^(?=\[\[)")


class Role(StrEnum):
    """What a file is used for."""

    TRAIN = "train"
    NEGATIVES = "negatives"
    MEASURE_ONLY = "measure only"
    FEATURES = "features"


class ManifestError(Exception):
    """A file is missing, is not the one that the manifest names, or is not named."""


@dataclass(frozen=True, slots=True)
class Input:
    """A file. `split`: a key of `Manifest.splits`; `gold`: how complete a corpus' gold is."""

    section: str
    file: str
    sha256: str
    licence: str
    attribution: str
    role: Role
    split: str
    name: str = ""
    about: str = ""
    gold: str = ""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What `manifest.toml` says; `sha256` is that of the file itself."""

    version: str
    sha256: str
    splits: Mapping[str, str]
    inputs: tuple[Input, ...]

    def corpora(self) -> tuple[Input, ...]:
        """The corpora."""
        return tuple(entry for entry in self.inputs if entry.section == "corpora")

    def attribution(self) -> list[str]:
        """A line for each source of which something is in the weights, where its licence asks for one."""
        used = (entry for entry in self.inputs if entry.role is not Role.MEASURE_ONLY and _asks(entry))
        return list(dict.fromkeys(f"{entry.attribution} ({entry.licence})" for entry in used))


def _asks(entry: Input) -> bool:
    return entry.licence in ("CC BY 4.0", "MIT", "Apache-2.0") and entry.section != "project"


def read(path: Path = PATH) -> Manifest:
    """Parse a manifest. Raises ManifestError where an entry names a split that is not explained."""
    raw = path.read_bytes()
    told = tomllib.loads(raw.decode("utf-8"))
    inputs = tuple(_input(section, entry) for section in SECTIONS for entry in told[section])
    for entry in inputs:
        if entry.split not in told["splits"]:
            raise ManifestError(f"{entry.file}: no such split: {entry.split}")
    return Manifest(told["version"], hashlib.sha256(raw).hexdigest(), told["splits"], inputs)


def _input(section: str, entry: Mapping[str, Any]) -> Input:
    return Input(section=section, **{**entry, "role": Role(entry["role"])})


def check(manifest: Manifest, folders: Mapping[str, Path]) -> None:
    """Compare files with their hashes. `folders`: where each section's files are; a section without one is not looked at.
    Raises ManifestError with a line for every file that is missing, another, or not named."""
    faults = []
    for entry in manifest.inputs:
        path = folders[entry.section] / entry.file if entry.section in folders else None
        if path is None:
            continue
        if not path.is_file():
            faults.append(f"{path}: missing")
        elif (found := sha256(path)) != entry.sha256:
            faults.append(
                f"{path}: another file than the manifest names (sha256 {found}, not {entry.sha256})"
            )
    named = {entry.file for entry in manifest.inputs if entry.section == "project"}
    faults += [f"{file}: not in the manifest" for file in own_files() if file not in named]
    if faults:
        raise ManifestError("\n".join(faults))


def own_files() -> list[str]:
    """The project's own templates and lists, from its root."""
    return [
        path.relative_to(ROOT).as_posix() for folder in OWN for path in sorted((HERE / folder).glob("*.txt"))
    ]


def sha256(path: Path) -> str:
    """A file's hash."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def rewrite(folders: Mapping[str, Path], path: Path = PATH) -> None:
    """Write the hashes of the files as they are into the manifest, and which templates and lists there are; all else stays."""
    tables = _TABLE.split(path.read_text(encoding="utf-8").rstrip("\n") + "\n")
    listed = {found[1]: table for table in tables if (found := _FILE.search(table))}
    kept = [table for table in tables if not _is_own(table)]
    kept += [listed.get(file) or _entry(file) for file in own_files()]
    told = "\n\n".join(_rehashed(table, folders).strip("\n") for table in kept)
    path.write_text(told + "\n", encoding="utf-8")


def _is_own(table: str) -> bool:
    found = _FILE.search(table)
    return found is not None and found[1].startswith("tools/train_tagger/")


def _entry(file: str) -> str:
    """The table of a file of our own that is new."""
    folder, name = file.split("/")[-2:]
    role = Role.NEGATIVES if name.startswith("negatives") else Role.TRAIN
    split = {"templates": "templates", "names": "names"}.get(folder, "whole")
    return (
        f'[[project]]\nfile = "{file}"\nsha256 = ""\nlicence = "Apache-2.0"\nattribution = "written for phiguard"\n'
        f'role = "{role}"\nsplit = "{split}"\n'
    )


def _rehashed(table: str, folders: Mapping[str, Path]) -> str:
    file, section = _FILE.search(table), table[2:].partition("]")[0]
    if file is None or section not in folders:
        return table
    return _HASH.sub(f'sha256 = "{sha256(folders[section] / file[1])}"', table, count=1)
