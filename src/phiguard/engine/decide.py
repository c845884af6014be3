"""The one path that decides a candidate, whichever engine proposed it."""

from __future__ import annotations

from collections.abc import Callable

from phiguard.detectors._pattern import Candidate, Detector, Pattern, Verdict
from phiguard.model import Confidence, Evidence, Match, Role


def decide(
    detector: Detector,
    pattern: Pattern,
    candidate: Candidate,
    *,
    phrase: str,
    denied_here: Callable[[], bool],
) -> Match | None:
    """A match with cell-relative offsets, or None when the judge rejects it or the shape alone is worth nothing.

    `phrase`: the vocabulary's phrase under which it stands (empty: none). `denied_here`: tells
    whether a denying label stands before it; asked only of an unlabelled candidate that is worth something.
    """
    base = pattern.labelled if candidate.labelled else pattern.alone
    if base is None:
        return None
    answer: Verdict | Confidence | None = pattern.judge(candidate) if pattern.judge else base
    if answer is None:
        return None
    verdict = answer if isinstance(answer, Verdict) else Verdict(answer)
    denied = not candidate.labelled and verdict.confidence > Confidence.LOW and denied_here()
    confidence = Confidence.LOW if denied else verdict.confidence
    evidence = verdict.evidence | (Evidence.CHECK if pattern.check else Evidence.SHAPE)
    if candidate.labelled:
        evidence |= Evidence.LABEL
    kind = verdict.kind or pattern.kind or (detector.labels.kinds.get(phrase, "") if phrase else "")
    return Match(
        category=detector.category,
        start=candidate.start + verdict.shrink[0] - candidate.lo,
        end=candidate.end - verdict.shrink[1] - candidate.lo,
        confidence=confidence,
        evidence=evidence,
        detector=detector.id,
        kind=kind,
        role=verdict.role or Role.UNKNOWN,
        column=pattern.column,
        reason=verdict.reason
        or reason_for(pattern.name, phrase, denied=denied, checked=bool(evidence & Evidence.CHECK)),
    )


def reason_for(shape: str, phrase: str, *, denied: bool = False, checked: bool = False) -> str:
    """Why, in phiguard's own words: the pattern's name, the vocabulary's phrase; never the input's."""
    parts = [shape]
    if checked:
        parts.append("check digit or closed list agrees")
    if phrase:
        parts.append(f"label “{spoken(phrase)}”")
    if denied:
        parts.append("a label before it says otherwise")
    return "; ".join(parts)


def spoken(phrase: str) -> str:
    """A vocabulary's phrase as people write it: `m r n` is MRN."""
    words = phrase.split(" ")
    return "".join(words).upper() if len(words) > 1 and all(len(word) == 1 for word in words) else phrase
