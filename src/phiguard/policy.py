"""What is reported and what is held back: threshold, selection, roles, profile, inline comments."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import regex

from phiguard.model import Block, BlockKind, Category, Confidence, Config, Evidence, Match, Profile
from phiguard.reserved import is_reserved

_LIMITED = frozenset((Category.DATES, Category.AGES, Category.OTHER_IDS))
"""A limited data set may keep these; of `geography` it may keep the kinds below. Source: 45 CFR 164.514(e)(2)."""
_LIMITED_KINDS = frozenset(("city", "zip", "zip+4", "zip3"))
_CODE_OFF = frozenset((Category.DATES, Category.URLS))
"""Off in source and documentation (running text); dates and URLs in data files' columns stay."""
_ALLOW = regex.compile(r"phiguard:\s{0,4}allow\[([a-z_, ]{1,200})\]\s{1,4}\S")
_LICENCE = regex.compile(
    r"(?i)copyright|\(c\)|©|@author|\bauthors?\b|licen[cs]ed|maintainer|signed-off-by|co-authored-by"
)


@dataclass(frozen=True, slots=True)
class Place:
    """What the policy may look at beside a match: the matched text, the line that it stands on (asked for only if needed), and
    whether its column is the code which the data set assigns to its rows."""

    block: Block
    value: str
    line: Callable[[], str]
    own_code: bool = False


def settle(match: Match, config: Config, place: Place) -> Match | None:
    """The match as the policy reports it, or None when it is held back."""
    if config.only and match.category not in config.only:
        return None
    if match.role in config.exclude_roles:
        return None
    if place.own_code and match.category is Category.OTHER_IDS:
        return None
    if config.profile is Profile.TERMS and match.category is Category.DATES and match.kind == "year":
        match = replace(match, confidence=max(match.confidence, Confidence.MEDIUM))
    if config.profile is Profile.LIMITED_DATA_SET and _limited(match):
        return None
    if config.profile is Profile.CODE and _quiet_in_code(match, place):
        return None
    return match if match.confidence >= config.min_confidence else None


def _limited(match: Match) -> bool:
    return match.category in _LIMITED or (
        match.category is Category.GEOGRAPHY and match.kind in _LIMITED_KINDS
    )


def _quiet_in_code(match: Match, place: Place) -> bool:
    if (
        place.block.kind is BlockKind.PROSE
        and match.category in _CODE_OFF
        and not match.evidence & Evidence.LABEL
    ):
        return True
    if is_reserved(match.category, place.value):
        return True
    if match.category in (Category.NAMES, Category.EMAILS) and _LICENCE.search(place.line()):
        return True
    return match.category in allowed(place.line())


def allowed(line: str) -> frozenset[str]:
    """The categories that a line's `phiguard: allow[category] reason` names; a comment without a reason allows nothing."""
    found = _ALLOW.search(line)
    return frozenset(part.strip() for part in found.group(1).split(",")) if found else frozenset()
