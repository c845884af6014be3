"""How much work there is: a progress bar on a terminal when it is long (nothing when stderr is piped), and the processes worth starting."""

from __future__ import annotations

import os
import stat
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

AFTER = 1.0
"""Seconds before a bar appears."""


@contextmanager
def watch(paths: Sequence[str]) -> Iterator[Callable[[int], None] | None]:
    """Gives a function that is told the bytes read so far, or None when nobody is looking."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, DownloadColumn, Progress, TimeRemainingColumn, TransferSpeedColumn

    columns = (BarColumn(), DownloadColumn(), TransferSpeedColumn(), TimeRemainingColumn())
    bar = Progress(*columns, console=Console(stderr=True), transient=True, disable=False)
    task = bar.add_task("scan", total=total_size(paths) or None)
    begun, shown = time.monotonic(), False

    def told(done: int) -> None:
        nonlocal shown
        if not shown and time.monotonic() - begun > AFTER:
            bar.start()
            shown = True
        bar.update(task, completed=done)

    try:
        yield told
    finally:
        if shown:
            bar.stop()


def worthwhile_jobs(paths: Sequence[str]) -> int:
    """Processes worth their start: all cores for much work in many files, else one."""
    folders = any(os.path.isdir(path) for path in paths)
    return (os.cpu_count() or 1) if (folders or len(paths) > 1) and total_size(paths) > 8_000_000 else 1


def total_size(paths: Sequence[str]) -> int:
    """Bytes of the files and of the folders' members; what is missing or cannot be looked at counts nothing."""
    total = 0
    for path in paths:
        if os.path.isfile(path):
            total += os.path.getsize(path)
        for folder, _, names in os.walk(path):
            total += sum(_size(os.path.join(folder, name)) for name in names)
    return total


def _size(path: str) -> int:
    try:
        status = os.lstat(path)
    except OSError:
        return 0
    return status.st_size if stat.S_ISREG(status.st_mode) else 0
