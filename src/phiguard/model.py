"""The nouns that every other room speaks of: categories, confidence, blocks of text, matches, configuration.

Offsets everywhere are code points, half-open. No object here reads files, holds settings of its own, or knows a detector.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import Enum, IntEnum, IntFlag, StrEnum
from typing import Any


class Category(StrEnum):
    """The 22 kinds of Patient Data: the Terms' list, which is 45 CFR 164.514(b)(2)(i) with (J) spelled out.

    The value is the detector module's name and never changes: it stands in people's baselines and reports.
    """

    NAMES = "names"
    GEOGRAPHY = "geography"
    DATES = "dates"
    AGES = "ages"
    PHONES = "phones"
    FAXES = "faxes"
    EMAILS = "emails"
    SSNS = "ssns"
    CREDIT_CARDS = "credit_cards"
    BANK_ACCOUNTS = "bank_accounts"
    FINANCIAL_ACCOUNTS = "financial_accounts"
    MEDICAL_RECORDS = "medical_records"
    HEALTH_PLANS = "health_plans"
    ACCOUNTS = "accounts"
    LICENSES = "licenses"
    VEHICLES = "vehicles"
    DEVICES = "devices"
    URLS = "urls"
    IPS = "ips"
    BIOMETRICS = "biometrics"
    PHOTOS = "photos"
    OTHER_IDS = "other_ids"


CATEGORIES: tuple[Category, ...] = tuple(Category)
"""In the order of the Terms; a category's place in it breaks ties between equally sure matches."""


class Confidence(IntEnum):
    """How sure: three steps, no floats.

    HIGH: shape and check digit, or shape and label. MEDIUM: a shape that is rarely anything else, or a label with a
    plausible value. LOW: could well be something else; held back by default.
    """

    LOW = 1
    MEDIUM = 2
    HIGH = 3

    def __str__(self) -> str:
        return self.name.lower()

    @classmethod
    def parse(cls, word: str) -> Confidence:
        """`low`, `medium` or `high`. Raises ValueError for anything else."""
        try:
            return cls[word.upper()]
        except KeyError:
            raise ValueError("confidence is one of low, medium, high") from None


class Evidence(IntFlag):
    """What a match rests on; also the order in which equally confident matches outrank one another."""

    TAGGER = 1
    SHAPE = 2
    COLUMN = 4
    CHECK = 8
    LABEL = 16


class Role(StrEnum):
    """Whose identifier it is, where the text or the label tells."""

    UNKNOWN = "unknown"
    PATIENT = "patient"
    RELATIVE = "relative"
    HOUSEHOLD = "household"
    EMPLOYER = "employer"
    CLINICIAN = "clinician"


class Profile(StrEnum):
    """Which rule the policy applies (`policy.py` says what each lifts or adds)."""

    SAFE_HARBOR = "safe-harbor"
    TERMS = "terms"
    LIMITED_DATA_SET = "limited-data-set"
    CODE = "code"


class Mode(StrEnum):
    """What the tagger of names and places in prose leans to: `recall` takes more, `precision` less."""

    RECALL = "recall"
    BALANCED = "balanced"
    PRECISION = "precision"


class BlockKind(Enum):
    """What a block is made of."""

    COLUMN = "column"
    """Cells of one column, JSON path or field."""
    PROSE = "prose"
    """Running text: one cell."""
    NAMES = "names"
    """What things are called: file, folder, member, sheet, column and key names."""


Locate = Callable[[int, int], tuple[int | None, int | None]]
"""(index of the cell, code point in the cell) -> (1-based line, 1-based column) in the physical file; None: it has none."""


def nowhere(cell: int, offset: int) -> tuple[None, None]:
    """`Locate` for cells that stand in no file."""
    return None, None


LocateAll = Callable[[Any, Any], tuple[Any, Any]]
"""As `Locate`, for arrays of indices and code points."""


@dataclass(frozen=True, slots=True)
class Block:
    """A chunk of one column, or a chunk of prose, with what it is called and a way back to where it stood.

    `name`: the header or JSON path as written (None: unnamed). `field`: the unique name used in places.
    `rows`: the 1-based data record of each cell, parallel to `cells` (None: not a table).
    `start`: code points of the document before this block (prose only). `owned`: the part of a prose block whose
    matches count; the rest is context, and belongs to a neighbour. `locate_all`: `locate` for many cells at once (None: it is
    asked for each).
    """

    cells: Sequence[str]
    locate: Locate
    kind: BlockKind = BlockKind.COLUMN
    name: str | None = None
    field: str | None = None
    rows: Sequence[int] | None = None
    start: int = 0
    owned: tuple[int, int] | None = None
    locate_all: LocateAll | None = None

    def row(self, index: int) -> int | None:
        """The data record of a cell; None where there are no rows."""
        return self.rows[index] if self.rows is not None else None


@dataclass(frozen=True, slots=True)
class Chunk:
    """Blocks that were read together: the columns of the same rows, or one piece of prose.

    `size`: code points in it, by which memory is bounded.
    """

    blocks: tuple[Block, ...]
    size: int


@dataclass(frozen=True, slots=True)
class Match:
    """A decided candidate in one cell: where, what, how sure, and why. Never the text itself.

    `reason` is built from phiguard's own words only (vocabulary, pattern names), never from the input. `column`: what the
    shape is worth where nearly all cells of a column have one (None: no more than here).
    """

    category: Category
    start: int
    end: int
    confidence: Confidence
    evidence: Evidence
    detector: str
    kind: str = ""
    role: Role = Role.UNKNOWN
    reason: str = ""
    column: Confidence | None = None


Found = list[tuple[int, Match]]
"""A block's matches: index of the cell, match with offsets in it."""


@dataclass(frozen=True, slots=True)
class Config:
    """What a scan is asked to do. Frozen; `Config()` is the default. The library never looks for configuration files.

    `min_confidence`: what is reported. `only`: report these categories alone (empty: all). `exclude_roles`: roles that
    are not reported (`clinician`), never patients, relatives or employers. `record_code`: columns or paths, named exactly, that hold
    the code which the data set itself assigns to its rows: lifted from `other_ids`, unless the values speak against it. `as_of`: the day against which ages count
    (None: today). `tagger`: what names and places that only the tagger sees must be worth to count as medium. `known_names`: names that are Patient Data wherever running text says them (never shown
    in a representation). `max_places`: places of findings kept per file, all of which are
    counted (0: all are kept); `deadline`: seconds for one file; `memory`: bytes for one worker (0: no limit).
    """

    min_confidence: Confidence = Confidence.MEDIUM
    profile: Profile = Profile.SAFE_HARBOR
    only: frozenset[Category] = frozenset()
    exclude_roles: frozenset[Role] = frozenset()
    record_code: frozenset[str] = frozenset()
    as_of: dt.date | None = None
    tagger: Mode = Mode.BALANCED
    known_names: frozenset[str] = field(default=frozenset(), repr=False)
    max_places: int = 0
    deadline: float = 0.0
    memory: int = 0
    buffer: int = field(default=40 << 20)
    """Code points of text, and of what weighs as much, that are kept in memory so that a source need not be read twice; a
    stream's evidence freezes there. The default comes to about 160 MB."""

    def __post_init__(self) -> None:
        kept = {Role.PATIENT, Role.RELATIVE, Role.EMPLOYER, Role.HOUSEHOLD} & self.exclude_roles
        if kept:
            raise ValueError(
                "exclude_roles: only clinician and unknown may be excluded; the law protects the others"
            )
