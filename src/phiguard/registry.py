"""Finds the detectors: this package's modules, then the entry points of group `phiguard.detectors`.

A duplicate id or a plug-in that is broken is an error that names it; nothing is skipped in silence.
"""

from __future__ import annotations

import pkgutil
from functools import lru_cache
from importlib import import_module
from importlib.metadata import entry_points

import phiguard.detectors as package
from phiguard.detectors._pattern import Detector
from phiguard.errors import DetectorError
from phiguard.model import CATEGORIES

GROUP = "phiguard.detectors"


def built_in() -> tuple[Detector, ...]:
    """The detectors of this package, in the order of the Terms' list."""
    found = []
    for module in pkgutil.iter_modules(package.__path__):
        if not module.name.startswith("_"):
            found.append(_take(import_module(f"{package.__name__}.{module.name}"), module.name))
    return tuple(sorted(found, key=lambda d: CATEGORIES.index(d.category)))


@lru_cache(maxsize=1)
def detectors() -> tuple[Detector, ...]:
    """All detectors: built-in, then plug-ins by entry point. Raises DetectorError for a duplicate or broken one."""
    found = list(built_in())
    for point in sorted(entry_points(group=GROUP), key=lambda p: p.name):
        try:
            loaded = point.load()
        except Exception as error:
            raise DetectorError(
                f"detector plug-in {point.name!r} does not load: {type(error).__name__}"
            ) from error
        found.append(_take(loaded, point.name))
    seen: set[str] = set()
    for detector in found:
        if detector.id in seen:
            raise DetectorError(f"detector {detector.id!r} is registered twice")
        seen.add(detector.id)
    return tuple(found)


def _take(source: object, name: str) -> Detector:
    detector = source if isinstance(source, Detector) else getattr(source, "DETECTOR", None)
    if not isinstance(detector, Detector):
        raise DetectorError(
            f"detector {name!r} declares no DETECTOR of type phiguard.detectors._pattern.Detector"
        )
    return detector
