"""Answers remembered while one document is examined, and forgotten after it: words and numbers of the input are keys here."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import ParamSpec, TypeVar

_P = ParamSpec("_P")
_R = TypeVar("_R")
_CLEARERS: list[Callable[[], None]] = []


def remembered(most: int) -> Callable[[Callable[_P, _R]], Callable[_P, _R]]:
    """As `functools.lru_cache`, for a function whose arguments come from the input."""

    def wrap(function: Callable[_P, _R]) -> Callable[_P, _R]:
        cached = lru_cache(maxsize=most)(function)
        _CLEARERS.append(cached.cache_clear)
        return cached  # type: ignore[return-value]

    return wrap


def on_forget(clear: Callable[[], None]) -> None:
    """Also call `clear` when a document's examination ends."""
    _CLEARERS.append(clear)


def forget() -> None:
    """Empty all of them: nothing of a document outlives its examination."""
    for clear in _CLEARERS:
        clear()
