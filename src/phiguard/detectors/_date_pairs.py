"""What decides a candidate of `dates` that says only a part: day and month, days of a month, month and year.

Fractions, scores, doses and ratios are written so too: the words around it must speak of a day.
"""

from __future__ import annotations

from phiguard.detectors import _date_words as near
from phiguard.detectors import _regexes as regex
from phiguard.detectors._date_judges import foreign, verdict
from phiguard.detectors._dates import read, valid
from phiguard.detectors._pattern import HIGH, LOW, MEDIUM, Candidate, Verdict

_DIGITS = regex.compile(r"\d+")
_UNDENOMINATED = frozenset((2, 3, 4, 5, 6, 8, 10))
"""Denominators of fractions and scores."""
_CLOCK4_BEHIND = regex.compile(
    r"(?i)\A[ ](?:[01]\d|2[0-3])[0-5]\d(?!\d|[-/.,]\d|[ ]?(?:mg|mcg|ml|cc|kcal|cal|units?|g|u)(?!\p{L}))"
)
"""Behind a day and month in a flowsheet's or MAR's header: `03/14 0800 1200`."""
_PAIR = r"(\d{1,2})/(\d{1,2})(?:/\d{2,4})?"
_PAIR_BEFORE = regex.compile(_PAIR + r"[ ]?(?:-|–|to|through|thru|until|and|&|,)[ ]?\Z")
_PAIR_BEHIND = regex.compile(r"[ ]?(?:-|–|to|through|thru|until|and|&)[ ]?" + _PAIR + r"(?![\d/])")


_DASHED = r"(\d{1,2})-(\d{1,2})(-(?:\d\d){1,2})?"
_DASHED_BEFORE = regex.compile(rf"(?<![\w.-]){_DASHED}[ ](?:to|through|thru|until|and)[ ]\Z")
_DASHED_BEHIND = regex.compile(rf"[ ](?:to|through|thru|until|and)[ ]{_DASHED}(?![\w-])")


def judge_partial(c: Candidate) -> Verdict | None:
    """`3/14` or `9/95`: a day and month (month and year) where the words around it say so; scores and fractions never."""
    first, second = (int(n) for n in _DIGITS.findall(c.value)[:2])
    day = valid(None, first, second) or valid(None, second, first)
    if not day and not (1 <= first <= 12 and second > 31):
        return verdict(c, MEDIUM) if c.labelled and c.whole else None
    if c.labelled:
        return verdict(c, HIGH)
    before, after = c.before(), c.after(24)
    if (c.whole and c.name) or c.value == "24/7" or near.MEASURE.search(after):
        return None
    if near.DATED.search(before) or near.EVENT.search(before) or _range_end(c):
        return verdict(c, MEDIUM)
    if near.SCORED.search(before):
        return None
    if near.LINE_PLACED.search(before) and second not in _UNDENOMINATED:
        return verdict(c, MEDIUM)
    written = c.value.partition("/")[2].startswith("0")
    padded = written or ((c.value[0] == "0" or second > 12) and second not in _UNDENOMINATED)
    if padded and near.MONTH_CUE.search(before):
        return verdict(c, MEDIUM)
    if near.CLOCK_BEHIND.search(after) or _starts_entry(c) or (padded and _CLOCK4_BEHIND.match(after)):
        return verdict(c, MEDIUM)
    return verdict(c, LOW)


def judge_dashed(c: Candidate) -> Verdict | None:
    """`seen 3-14`, `on 03-14`: a range of numbers unless it cannot be one or is padded, and a word before it says a day."""
    first, second = _DIGITS.findall(c.value)
    written = first[0] == "0" or second[0] == "0" or int(second) > 12
    before, after = c.before(), c.after(24)
    if not valid(None, int(first), int(second)) or near.MEASURE.search(after):
        return None
    if near.SCORED.search(before):
        return None
    if _dashed_pair(c) or (written and near.starts_shift(c)):
        return verdict(c, MEDIUM)
    if near.MORE_OF_IT.match(after):
        return None
    event = near.EVENT_ON.search(c.before(100)) and near.DAY_BEHIND.match(after)
    clocked = near.SAID_WITH_DASH.search(before) and near.CLOCK_BEHIND.search(after)
    told = written and near.EVENT.search(before) and near.DAY_BEHIND.match(after)
    noted = near.DATED.search(before) and regex.match(r":[ ]?\p{L}", after)
    if event or clocked or noted or told:
        return verdict(c, MEDIUM)
    if not written:
        return None
    padded = first[0] == "0" and (near.DATED.search(before) or near.EVENT.search(before))
    ended = regex.search(r"(?i)\bon \Z", before) and regex.match(r"[.,;)]|\s*\Z", after)
    return verdict(c, MEDIUM) if padded or ended or near.SAID_WITH_DASH.search(before) else None


def _dashed_pair(c: Candidate) -> bool:
    """Either end of `3-14 to 3-18`, where a range of numbers would not go so far, or a year stands behind it."""
    other = _DASHED_BEHIND.match(c.after(24)) or _DASHED_BEFORE.search(c.before(24))
    if other is None or near.MEASURE.search(c.after(48)[other.end() if other.start() == 0 else 0 :]):
        return False
    month, day = int(other[1]), int(other[2])
    far = max(day, int(_DIGITS.findall(c.value)[1])) > 12 or "0" in (other[1][0], c.value[0])
    return bool(valid(None, month, day) and (far or other[3]))


def judge_days(c: Candidate) -> Verdict | None:
    """`3/14-18/2024`, and without its year where an event or a word before it says so."""
    month, first, last, *year = (int(n) for n in _DIGITS.findall(c.value))
    if not (valid(None, month, first) and first < last and valid(None, month, last)):
        return None
    if near.MEASURE.search(c.after(24)) or near.SCORED.search(c.before()):
        return None
    if c.labelled or year:
        return verdict(c, HIGH if c.labelled else MEDIUM)
    before = c.before()
    return verdict(c, MEDIUM) if near.DATED.search(before) or near.EVENT.search(before) else None


def _range_end(c: Candidate) -> bool:
    """Either end of `3/14 - 3/18`, `from 9/1 to 9/14`, unless they are scores of one scale."""
    back = _PAIR_BEFORE.search(c.before(24))
    ahead = _PAIR_BEHIND.match(c.after(24))
    other = back or ahead
    if other is None or (ahead is not None and near.MEASURE.search(c.after(48)[ahead.end() :])):
        return False
    mine = _DIGITS.findall(c.value)[1]
    scale = other.group(2) == mine and int(mine) in _UNDENOMINATED
    inside = back is not None and regex.search(
        r"(?i)\b(?:pain|from a|strength|score|ratio|vision|acuity|scale)\b", c.before(48)
    )
    return not scale and not inside and valid(None, int(other.group(1)), int(other.group(2)))


def _starts_entry(c: Candidate) -> bool:
    return bool(near.LOG_BEFORE.search(c.before(6)) and near.LOG_BEHIND.match(c.after(8)))


def judge_year_month(c: Candidate) -> Verdict | None:
    """`03/2021`, `2024-03`."""
    parts = read(c.value)
    if parts is None or near.MEASURE.search(c.after(24)) or foreign(c):
        return None
    if c.labelled:
        return verdict(c, HIGH)
    before = c.before()
    cued = near.DATED.search(before) or near.EVENT.search(before) or near.MONTH_CUE.search(before)
    if cued:
        return verdict(c, LOW if near.PUBLISHED.search(before) else MEDIUM)
    odd = (
        "-" in c.value
        or (parts[0] or 0) > 2037
        or near.SCORED.search(before)
        or (c.value.startswith(("1/", "1:")) and c.value.endswith("0"))
    )
    return verdict(c, LOW if odd else MEDIUM)
