"""What files, columns and keys are called: scanned as text is, and masked in every report."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

from phiguard.engine.emit import Emitter
from phiguard.engine.evidence import Evidence
from phiguard.engine.reference import Engine, Reference
from phiguard.engine.verdicts import judge
from phiguard.model import Block, BlockKind, Config, Match, Mode, nowhere
from phiguard.policy import Place, settle
from phiguard.registry import detectors

MASK = "****"
"""Fixed width: a mask must not tell the length of what it hides."""


@lru_cache(maxsize=len(Mode))
def shared_engine(mode: Mode) -> Engine:
    """The engine over all detectors; compiled once, without state between blocks."""
    return Reference(detectors(), mode=mode)


def masked(name: str) -> str:
    """A file, column or key name with what is found in it replaced by a fixed-width mask, whatever the policy reports."""
    shown, last = "", 0
    for match in name_matches(name, Config()):
        shown += name[last : match.start] + MASK
        last = match.end
    return shown + name[last:]


def name_matches(name: str, config: Config) -> list[Match]:
    """What is found in the name of a thing, as the policy reports it, in order."""
    block = Block((name,), nowhere, BlockKind.NAMES)
    found = shared_engine(Mode.BALANCED).matches(block, config.as_of or dt.date.today())
    emitter = Emitter(detectors(), judge(Evidence(), detectors()), config.min_confidence)
    kept = []
    for _, reported, _ in emitter.cells(block, found):
        for match in reported:
            settled = settle(match, config, Place(block, name[match.start : match.end], lambda: name))
            if settled is not None:
                kept.append(settled)
    return kept
