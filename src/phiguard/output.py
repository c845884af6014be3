"""Where reports go: files, looked at before the scan and written whole or not at all after it, and standard output.

A report appears under its name by one replacement, so that a full disk or an end in the middle leaves what stood there before.
"""

from __future__ import annotations

import os
import stat
import sys
import tempfile
from collections.abc import Iterable, Sequence
from contextlib import suppress

from phiguard.errors import UsageError


def check(target: str, inputs: Iterable[str]) -> None:
    """Raises UsageError when a report could not be written to `target`, or would take the place of an input."""
    folder = os.path.dirname(target) or "."
    if not os.path.isdir(folder):
        raise UsageError("--output: the folder of the file does not exist")
    if os.path.isdir(target):
        raise UsageError("--output: the file is a folder")
    if not os.access(target if os.path.exists(target) else folder, os.W_OK):
        raise UsageError("--output: the file may not be written")
    if any(os.path.realpath(target) == os.path.realpath(path) for path in inputs):
        raise UsageError("--output: the report would take the place of a file that is scanned")


def exclusions(targets: Iterable[str], folders: Sequence[str]) -> list[str]:
    """Patterns that leave reports out of the scanned folders that they stand in."""
    patterns = []
    for target in map(os.path.realpath, targets):
        for folder in map(os.path.realpath, folders):
            below = os.path.relpath(target, folder)
            if os.path.isdir(folder) and not below.startswith(os.pardir + os.sep):
                patterns.append("/" + "".join(f"[{c}]" if c in "*?[" else c for c in below))
    return patterns


def write(target: str, text: str) -> None:
    """Write a report. Raises OSError; what stood there is then untouched, unless it was no regular file."""
    data = text.encode("utf-8", "backslashreplace")
    target = os.path.realpath(target)
    if os.path.exists(target) and not stat.S_ISREG(os.stat(target).st_mode):
        with open(target, "wb") as sink:
            sink.write(data)
        return
    descriptor, name = tempfile.mkstemp(dir=os.path.dirname(target), prefix=".phiguard-")
    try:
        with open(descriptor, "wb") as sink:
            os.chmod(name, _mode(target))
            sink.write(data)
            sink.flush()
            os.fsync(sink.fileno())
        os.replace(name, target)
    except BaseException:
        with suppress(OSError):
            os.unlink(name)
        raise


def _mode(target: str) -> int:
    """The permissions of the file that is replaced, or those of a new file."""
    with suppress(OSError):
        return stat.S_IMODE(os.stat(target).st_mode)
    umask = os.umask(0o077)
    os.umask(umask)
    return 0o666 & ~umask


def show(text: str) -> bool:
    """Write to stdout; False when its reader went away. Raises OSError. After either nothing more is written to it.

    Bytes in a loop: an unbuffered stdout takes a part of a long text and says nothing of the rest.
    """
    rest = memoryview(
        (text if text.endswith("\n") else text + "\n").encode(sys.stdout.encoding, "backslashreplace")
    )
    try:
        sys.stdout.flush()
        while rest:
            rest = rest[sys.stdout.buffer.write(rest) :]
        sys.stdout.flush()
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if isinstance(error, BrokenPipeError):
            return False
        raise
    return True


def open_streams() -> None:
    """Put the null device in the place of standard streams that are closed: the exit code still tells, and no file that is
    opened later takes their number."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115 - open to the end
