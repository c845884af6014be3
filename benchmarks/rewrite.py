"""Text rewritten at its gold spans: what stands there anew, and where it stands afterwards."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from phiguard.model import Category


@dataclass(frozen=True, slots=True)
class Gold:
    """A gold span; `right`: the categories that are right for it."""

    start: int
    end: int
    right: tuple[Category, ...]

    @property
    def person(self) -> bool:
        """Whether it is a person's name and can be nothing else."""
        return self.right == (Category.NAMES,)


@dataclass(frozen=True, slots=True)
class Document:
    """A text and its gold. `number`: its place in the sample, by which formats take turns."""

    text: str
    gold: tuple[Gold, ...]
    number: int = 0


@dataclass(frozen=True, slots=True)
class Edit:
    """What comes in a gold span's place. `rows`: the rows of the report that count it."""

    gold: Gold
    new: str
    rows: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Target:
    """A span to be found in the rewritten text."""

    start: int
    end: int
    right: tuple[Category, ...]
    rows: tuple[str, ...]


def rewrite(text: str, edits: Iterable[Edit]) -> tuple[str, list[Target]]:
    """The new text and the new spans. Of edits that overlap, the first stays."""
    parts: list[str] = []
    targets: list[Target] = []
    done = size = 0
    for edit in sorted(edits, key=lambda e: (e.gold.start, -e.gold.end)):
        if edit.gold.start < done:
            continue
        parts += (text[done : edit.gold.start], edit.new)
        size += edit.gold.start - done + len(edit.new)
        targets.append(Target(size - len(edit.new), size, edit.gold.right, edit.rows))
        done = edit.gold.end
    return "".join((*parts, text[done:])), targets


def each(text: str, change: Callable[[str], str]) -> str:
    """`change` of each character; one that would become two (ß) stays, so that spans stay right."""
    return "".join(new if len(new := change(char)) == 1 else char for char in text)


def mixed(text: str) -> str:
    """mIxEd CaSe from the first letter on: `JoHn SmItH`."""
    parts, upper = [], True
    for char in text:
        parts.append((char.upper() if upper else char.lower()) if char.isalpha() else char)
        upper = not upper if char.isalpha() else True
    return "".join(parts)
