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
_MORE_OF_IT = regex.compile(
    r"(?i)[ ]?(?:/|\+|to\b|per\b|of\b|\(?\d|more|other|additional|different|consecutive|small|large|big|new|total|loose|watery)|[ ]\p{Ll}{3,}s\b"
)
"""Behind a range of numbers: `10-15 bottles`, `1-15 per day`."""
_PAIR = r"(\d{1,2})/(\d{1,2})(?:/\d{2,4})?"
_PAIR_BEFORE = regex.compile(_PAIR + r"[ ]?(?:-|–|to|through|thru|until|and|&|,)[ ]?\Z")
_PAIR_BEHIND = regex.compile(r"[ ]?(?:-|–|to|through|thru|until|and|&)[ ]?" + _PAIR + r"(?![\d/])")


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
    if not written or not valid(None, int(first), int(second)) or near.MEASURE.search(after):
        return None
    if near.SCORED.search(before) or _MORE_OF_IT.match(after):
        return None
    padded = first[0] == "0" and (near.DATED.search(before) or near.EVENT.search(before))
    ended = regex.search(r"(?i)\bon \Z", before) and regex.match(r"[.,;)]|\s*\Z", after)
    return verdict(c, MEDIUM) if padded or ended or near.SAID_WITH_DASH.search(before) else None


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
