"""phiguard finds Patient Data (PHI) before it goes where it must not be: offline, with no model to download.

    >>> import phiguard
    >>> [(f.category, f.start, f.end) for f in phiguard.scan_text("SSN: 219-09-9999")]
    [(<Category.SSNS: 'ssns'>, 5, 16)]

Offsets are code points, half-open. No result holds the matched text unless `Scanner(keep_text=True)` asks for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

__all__ = [
    "Category",
    "Confidence",
    "Config",
    "Coverage",
    "Finding",
    "Findings",
    "Location",
    "PhiguardError",
    "Profile",
    "Report",
    "Role",
    "Scanner",
    "UsageError",
    "__version__",
    "scan_bytes",
    "scan_file",
    "scan_paths",
    "scan_stream",
    "scan_table",
    "scan_text",
]

if TYPE_CHECKING:
    from phiguard.errors import PhiguardError, UsageError
    from phiguard.findings import Coverage, Finding, Findings, Location, Report
    from phiguard.model import Category, Confidence, Config, Profile, Role
    from phiguard.scan import Scanner, scan_bytes, scan_file, scan_paths, scan_stream, scan_table, scan_text

_ROOMS = {
    "errors": ("PhiguardError", "UsageError"),
    "findings": ("Coverage", "Finding", "Findings", "Location", "Report"),
    "model": ("Category", "Confidence", "Config", "Profile", "Role"),
    "scan": ("Scanner", "scan_bytes", "scan_file", "scan_paths", "scan_stream", "scan_table", "scan_text"),
}
_WHERE = {name: room for room, names in _ROOMS.items() for name in names}


def __getattr__(name: str) -> Any:
    """Load a public name when it is first asked for, so that `phiguard --version` need not load the engine."""
    if name not in _WHERE:
        raise AttributeError(f"module 'phiguard' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"phiguard.{_WHERE[name]}"), name)


def __dir__() -> list[str]:
    return sorted(__all__)
