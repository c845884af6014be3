"""The library `regex`, each expression compiled once: looking an expression up there costs more than most of our searches.

Imported as `regex` by detectors. Expressions are the detectors' own, a few hundred, so that the cache needs no bound.
"""

from __future__ import annotations

from functools import cache

import regex as _library
from regex import Match, Pattern, escape


@cache
def compile(expression: str) -> Pattern[str]:
    """The compiled expression, the same object for the same text."""
    return _library.compile(expression)


def search(expression: str, text: str) -> Match[str] | None:
    """As `regex.search`."""
    return compile(expression).search(text)


def match(expression: str, text: str) -> Match[str] | None:
    """As `regex.match`."""
    return compile(expression).match(text)


def fullmatch(expression: str, text: str) -> Match[str] | None:
    """As `regex.fullmatch`."""
    return compile(expression).fullmatch(text)


def sub(expression: str, replacement: str, text: str) -> str:
    """As `regex.sub`."""
    return str(compile(expression).sub(replacement, text))


def split(expression: str, text: str, maxsplit: int = 0) -> list[str]:
    """As `regex.split`."""
    return list(compile(expression).split(text, maxsplit))


def findall(expression: str, text: str) -> list[str]:
    """As `regex.findall`."""
    return list(compile(expression).findall(text))


__all__ = ["Match", "Pattern", "compile", "escape", "findall", "fullmatch", "match", "search", "split", "sub"]
