"""Says what each category is, from the detectors' own declarations and docstrings."""

from __future__ import annotations

import inspect
from importlib import import_module

from phiguard.model import Category
from phiguard.registry import detectors


def explanation(category: Category) -> str:
    """A category for people: the Terms' words, the paragraph, what it covers, its labels, and what replaces it."""
    detector = next(d for d in detectors() if d.id == category)
    text = inspect.cleandoc(import_module(f"phiguard.detectors.{category}").__doc__ or "")
    shapes = "\n".join(
        f"  - {p.name}: alone {p.alone or 'nothing'}, under its label {p.labelled}" for p in detector.patterns
    )
    return "\n".join(
        (
            f"{category}: {detector.title}",
            f"Law: {detector.law}. Redaction writes {detector.replacement}.",
            "",
            text,
            "",
            "Shapes that are known, and how sure each makes us:",
            shapes,
            "",
            "Labels under which a value counts, among others: "
            + ", ".join(detector.labels.strong[:12])
            + ".",
        )
    )


def listing() -> str:
    """The 22 categories, one a line."""
    known = {d.category: d for d in detectors()}
    wide = max(len(c) for c in known)
    return "\n".join(f"{c:<{wide}}  {d.law:<28}  {d.title}" for c, d in known.items())
