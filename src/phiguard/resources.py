"""Finds the data files that ship with phiguard: in a wheel beside the package, in a checkout at the root of the repository."""

from __future__ import annotations

import gzip
from functools import lru_cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


@lru_cache(maxsize=1)
def data_folder() -> Path:
    """The folder with the data files. Raises FileNotFoundError when the installation lacks it."""
    for folder in (_PACKAGE / "data", _PACKAGE.parents[1] / "data"):
        if (folder / "zip3_population.csv").is_file():
            return folder
    raise FileNotFoundError("phiguard's data files are missing from this installation")


def read_text(name: str) -> str:
    """A data file as text; `.gz` is unpacked."""
    path = data_folder() / name
    if path.suffix == ".gz":
        return gzip.decompress(path.read_bytes()).decode("utf-8")
    return path.read_text(encoding="utf-8")
