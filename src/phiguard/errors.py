"""Errors that phiguard raises. Their messages never quote the input: a value in an exception is a leak."""

from __future__ import annotations


class PhiguardError(Exception):
    """Base of all errors that phiguard raises on purpose."""


class UsageError(PhiguardError):
    """A missing path, a wrong option, a bad configuration: told before any work (exit 2)."""


class DetectorError(PhiguardError):
    """A detector that is broken or registered twice; names the detector."""


class UnreadableError(PhiguardError):
    """A source that cannot be read, in part or whole; the message is the reason that the report gives."""
