"""What is reported and what is held back: threshold, selection, roles, profile. Decides on matches, not on text."""

from __future__ import annotations

from dataclasses import replace

from phiguard.model import Category, Confidence, Config, Match, Profile, Role

_LIMITED = frozenset((Category.DATES, Category.AGES, Category.OTHER_IDS))
"""164.514(e): a limited data set may keep these; of `geography` it may keep city, state and ZIP."""
_LIMITED_KINDS = frozenset(("city", "zip", "zip+4", "zip3"))
_CODE_OFF = frozenset((Category.DATES, Category.URLS))
"""Off in source and documentation, unless a label says that it is data."""


def settle(match: Match, config: Config) -> Match | None:
    """A match as the policy sees it: None when the profile does not ask for it at all, else with its confidence settled.

    A match that is allowed or deselected becomes None; the caller counts it as held back.
    """
    if config.only and match.category not in config.only:
        return None
    if match.role in config.exclude_roles:
        return None
    if config.profile is Profile.LIMITED_DATA_SET:
        kept = match.category in _LIMITED or (match.category is Category.GEOGRAPHY and match.kind in _LIMITED_KINDS)
        return None if kept else match
    if config.profile is Profile.TERMS and match.category is Category.DATES and match.kind == "year":
        return replace(match, confidence=max(match.confidence, Confidence.MEDIUM))
    return match


__all__ = ["Role", "settle"]
