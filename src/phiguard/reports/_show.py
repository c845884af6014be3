"""The one place where names from the input become text for people: control and bidi characters written out."""

from __future__ import annotations

import regex

_HOSTILE = regex.compile(r"[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


def show(name: str, width: int = 0) -> str:
    """A file, column or key name on one line, harmless to a terminal; cut in the middle to `width` (0: not cut)."""
    safe: str = _HOSTILE.sub(_escape, name)
    if width and len(safe) > width:
        head = (width - 1) // 2
        safe = safe[:head] + "…" + safe[-(width - 1 - head) :]
    return safe


def _escape(found: regex.Match[str]) -> str:
    code = ord(found.group())
    return f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}"
