"""What each column holds: header, values and neighbours weighed by one small set of rules, each of which can say why.

1. A strong label decides, unless nearly all values are plainly of another category and none is plausible for the label.
2. A generic label decides where the values agree, or where they are plausible and a person's column stands beside it.
3. Without a label the values decide: nearly all cells of one shape, or nearly all of them in a closed list.
4. Dates and ages of a table without a person are low.
5. Without a name of its own (`col7`), a column beside a person is of names where half of it is listed, and of other_ids where its
   cells are codes, each of them another, of one length and in no sequence.
6. In a ledger, a roster or a stock list, names of unknown role and numbers of accounts, orders and invoices show no person,
   and such a number needs one beside it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from phiguard.detectors._labels import NO_LABEL, LabelMatch, Strength, is_opaque
from phiguard.detectors._pattern import Detector
from phiguard.detectors._roles import of_business, role_of
from phiguard.engine.decide import spoken
from phiguard.engine.evidence import DISTINCT_CAP, ColumnEvidence, Evidence
from phiguard.engine.recall import Remembered
from phiguard.model import Category, Confidence, Role

_MOST = 0.8
_HALF = 0.5
_FEW = 20
_SOME = 5
_IN_WORDS = frozenset(
    (Category.NAMES, Category.GEOGRAPHY, Category.EMAILS, Category.URLS, Category.BIOMETRICS, Category.PHOTOS)
) | {Category.OTHER_IDS}
"""Categories whose values need no figures (a username may be a word); a column of another without one figure is not what its header says."""
_CODED = "a column without a name, of codes of one length, another in each row beside a person"
_OF_BUSINESS = frozenset((Category.NAMES, Category.ACCOUNTS))


@dataclass(frozen=True, slots=True)
class ColumnVerdict:
    """A column's kind. `detector` None: nothing by itself (its cells are still scanned). `by_label`: the header decided,
    so that every cell counts; else only cells of the shape count. `whole`: every cell counts, whatever its shape. `doubted`: detectors whose bare shapes are chance here.
    """

    detector: Detector | None = None
    confidence: Confidence = Confidence.LOW
    label: LabelMatch = NO_LABEL
    role: Role = Role.UNKNOWN
    by_label: bool = False
    whole: bool = False
    prose: bool = False
    reason: str = ""
    doubted: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Verdicts:
    """The verdicts of a document's columns by field, whether a column shows that its records are about persons, and the
    words that were found with certainty in its running text."""

    columns: Mapping[str, ColumnVerdict]
    person: bool
    recalled: Remembered = field(default_factory=dict)


def judge(evidence: Evidence, detectors: Sequence[Detector]) -> Verdicts:
    """Decide every column of a document from its evidence."""
    business = any(of_business(column.name) for column in evidence.columns.values())
    first = {f: _column(c, detectors, person=False, business=business) for f, c in evidence.columns.items()}
    person = any(_shows_person(verdict, business=business) for verdict in first.values())
    if not person:
        return Verdicts(first, False, evidence.recalled)
    second = {f: _column(c, detectors, person=True) for f, c in evidence.columns.items()}
    by_category = {d.category: d for d in detectors}
    for name, verdict in second.items():
        found = _unnamed(evidence.columns[name]) if verdict.detector is None else None
        if found is not None and found[0] in by_category:
            detector, reason = by_category[found[0]], found[1]
            second[name] = replace(
                verdict, detector=detector, confidence=Confidence.MEDIUM, whole=True, reason=reason
            )
    return Verdicts(second, True, evidence.recalled)


def _unnamed(column: ColumnEvidence) -> tuple[Category, str] | None:
    """What a column without a name of its own holds beside a person: names, or codes, another one in each row."""
    values = column.values
    if column.prose or values < _SOME or not is_opaque(column.name):
        return None
    different = len(column.distinct) / min(values, DISTINCT_CAP)
    if column.listed["names"] >= _HALF * values and different >= _HALF:
        return (
            Category.NAMES,
            "a column without a name, half of whose values are listed names, beside a person",
        )
    one_length = max(column.codes.values(), default=0) >= 0.95 * values
    if different >= 0.95 and one_length and column.figures >= _HALF * values > column.steps:
        return Category.OTHER_IDS, _CODED
    return None


def _shows_person(verdict: ColumnVerdict, *, business: bool) -> bool:
    detector = verdict.detector
    if detector is None or verdict.role is Role.CLINICIAN or verdict.confidence < Confidence.MEDIUM:
        return False
    if verdict.label.kind in detector.person_kinds:
        return True
    unclear = business and detector.category in _OF_BUSINESS and verdict.role is Role.UNKNOWN
    return detector.person and not unclear


def _column(
    column: ColumnEvidence, detectors: Sequence[Detector], *, person: bool, business: bool = False
) -> ColumnVerdict:
    role = role_of(column.name)
    if role is Role.UNKNOWN and column.values and column.clinicians / column.values >= _HALF:
        role = Role.CLINICIAN
    if column.prose:
        return ColumnVerdict(prose=True, role=role)
    doubted = frozenset(
        d for d, n in column.whole.items() if column.values >= _FEW and n / column.values < _HALF
    )
    labels = sorted(
        ((d.labels.match(column.name), d) for d in detectors) if column.name else (),
        key=lambda pair: (*pair[0].rank, column.sure[pair[1].id]),
        reverse=True,
    )
    by_values = _by_values(column, detectors, person=person)
    for label, detector in labels:
        if business and detector.category is Category.ACCOUNTS and label.kind not in detector.person_kinds:
            continue
        verdict = _by_label(column, label, detector, by_values, person=person)
        if verdict is not None:
            return _with(verdict, role, doubted)
    return (
        _with(by_values, role, doubted)
        if by_values is not None
        else ColumnVerdict(role=role, doubted=doubted)
    )


def _with(verdict: ColumnVerdict, role: Role, doubted: frozenset[str]) -> ColumnVerdict:
    own = frozenset((verdict.detector.id,)) if verdict.detector else frozenset()
    return ColumnVerdict(
        verdict.detector,
        verdict.confidence,
        verdict.label,
        role,
        verdict.by_label,
        reason=verdict.reason,
        doubted=doubted - own,
    )


def _by_label(
    column: ColumnEvidence,
    label: LabelMatch,
    detector: Detector,
    by_values: ColumnVerdict | None,
    *,
    person: bool,
) -> ColumnVerdict | None:
    if label.strength is Strength.NONE or not column.values:
        return None
    agree = (
        max(column.plausible[detector.id], column.whole[detector.id], column.listed[detector.id])
        / column.values
    )
    if label.strength is Strength.STRONG:
        if not agree and not column.figures and column.values >= _SOME and detector.category not in _IN_WORDS:
            return None
        if agree < 0.2 and by_values is not None and by_values.detector is not detector:
            return None
        confidence = Confidence.HIGH if agree >= _HALF else Confidence.MEDIUM
        return ColumnVerdict(
            detector, confidence, label, by_label=True, reason=f"header label “{spoken(label.phrase)}”"
        )
    sure = max(column.sure[detector.id], column.listed[detector.id]) / column.values
    if sure >= _HALF and not (detector.needs_person and not person):
        reason = f"generic label “{spoken(label.phrase)}” and values that agree"
        return ColumnVerdict(detector, Confidence.MEDIUM, label, by_label=True, reason=reason)
    if person and agree >= _MOST:
        reason = f"generic label “{spoken(label.phrase)}” beside a person's column"
        return ColumnVerdict(detector, Confidence.MEDIUM, label, by_label=True, reason=reason)
    return None


def _by_values(
    column: ColumnEvidence, detectors: Sequence[Detector], *, person: bool
) -> ColumnVerdict | None:
    if not column.values:
        return None
    best: tuple[float, int, Detector] | None = None
    opaque = person and is_opaque(column.name)
    for place, detector in enumerate(detectors):
        if column.name and detector.labels.denies(column.name):
            continue
        share = _share(column, detector, opaque=opaque)
        if share >= _MOST and (best is None or (share, -place) > best[:2]):
            best = share, -place, detector
    if best is None:
        return None
    detector = best[2]
    sure = column.high[detector.id] / column.values >= _MOST
    confidence = Confidence.HIGH if sure else Confidence.MEDIUM
    return ColumnVerdict(detector, confidence, reason=f"{detector.id}: the shape of nearly all values")


def _share(column: ColumnEvidence, detector: Detector, *, opaque: bool) -> float:
    """The share of cells of a detector's shape, where they are enough that it is not chance: fewer do with a check digit, and
    in a column without a name beside a person (`opaque`)."""
    counts = [column.sure[detector.id]]
    if column.values >= 3 and (column.values < _SOME or len(column.distinct) > 1):
        counts.append(column.listed[detector.id])
    if column.values >= 4:
        counts.append(column.checked[detector.id])
    if column.values >= (_FEW // 2 if opaque else _FEW) and len(column.distinct) >= column.values * 0.3:
        counts.append(column.medium[detector.id])
    return max(counts) / column.values
