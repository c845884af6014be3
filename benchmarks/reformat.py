"""Dates, phones and ids in other formats than the gold's: the same day, the same number, written otherwise."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from benchmarks.rewrite import Document, Edit
from phiguard.model import Category as C

MONTHS = "January February March April May June July August September October November December".split()
_BY_NUMBER = re.compile(r"(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}|\d{2}))?")
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_MONTH_FIRST = re.compile(r"([A-Za-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?(?:,? (\d{4}))?")
_DAY_FIRST = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[ -]([A-Za-z]{3,9})\.?(?:[ -](\d{4}))?")

FULL = {
    "M/D/YYYY": "{m}/{d}/{y}",
    "MM/DD/YYYY": "{m:02}/{d:02}/{y}",
    "M/D/YY": "{m}/{d}/{yy}",
    "MM/DD/YY": "{m:02}/{d:02}/{yy}",
    "M-D-YYYY": "{m}-{d}-{y}",
    "MM-DD-YYYY": "{m:02}-{d:02}-{y}",
    "M-D-YY": "{m}-{d}-{yy}",
    "M.D.YYYY": "{m}.{d}.{y}",
    "MM.DD.YYYY": "{m:02}.{d:02}.{y}",
    "M.D.YY": "{m}.{d}.{yy}",
    "MM DD YYYY": "{m:02} {d:02} {y}",
    "MMDDYYYY": "{m:02}{d:02}{y}",
    "DD/MM/YYYY": "{d:02}/{m:02}/{y}",
    "DD.MM.YYYY": "{d:02}.{m:02}.{y}",
    "YYYY-MM-DD": "{y}-{m:02}-{d:02}",
    "YYYY/MM/DD": "{y}/{m:02}/{d:02}",
    "YYYY.MM.DD": "{y}.{m:02}.{d:02}",
    "YYYYMMDD": "{y}{m:02}{d:02}",
    "YYYY-MM-DDTHH:MM": "{y}-{m:02}-{d:02}T09:30",
    "YYYYMMDDHHMM": "{y}{m:02}{d:02}0930",
    "Month D, YYYY": "{month} {d}, {y}",
    "Month D YYYY": "{month} {d} {y}",
    "Month Dth, YYYY": "{month} {th}, {y}",
    "MONTH D, YYYY": "{MONTH} {d}, {y}",
    "month d, yyyy": "{lower} {d}, {y}",
    "Mon D, YYYY": "{mon} {d}, {y}",
    "Mon. D, YYYY": "{mon}. {d}, {y}",
    "Mon D 'YY": "{mon} {d} '{yy}",
    "MON D YYYY": "{MON} {d} {y}",
    "Mon-DD-YYYY": "{mon}-{d:02}-{y}",
    "D Month YYYY": "{d} {month} {y}",
    "Dth Month YYYY": "{th} {month} {y}",
    "Dth of Month, YYYY": "{th} of {month}, {y}",
    "D Mon YY": "{d} {mon} {yy}",
    "DD-Mon-YYYY": "{d:02}-{mon}-{y}",
    "DD-MON-YY": "{d:02}-{MON}-{yy}",
    "DD/Mon/YYYY": "{d:02}/{mon}/{y}",
    "DD MON YYYY": "{d:02} {MON} {y}",
    "DDMONYYYY": "{d:02}{MON}{y}",
    "Month YYYY": "{month} {y}",
    "Mon YYYY": "{mon} {y}",
    "Mon-YY": "{mon}-{yy}",
    "MM/YYYY": "{m:02}/{y}",
}
SHORT = {
    "M/D": "{m}/{d}",
    "MM/DD": "{m:02}/{d:02}",
    "M-D": "{m}-{d}",
    "Month D": "{month} {d}",
    "Month Dth": "{month} {th}",
    "Mon D": "{mon} {d}",
    "Mon. D": "{mon}. {d}",
    "MON D": "{MON} {d}",
    "D Mon": "{d} {mon}",
    "Dth of Month": "{th} of {month}",
    "the Dth of Month": "the {th} of {month}",
    "DD-Mon": "{d:02}-{mon}",
}
PHONES = {
    "(AAA) EEE-NNNN": "({a}) {e}-{n}",
    "(AAA)EEE-NNNN": "({a}){e}-{n}",
    "(AAA) EEE NNNN": "({a}) {e} {n}",
    "(AAA) EEE.NNNN": "({a}) {e}.{n}",
    "AAA-EEE-NNNN": "{a}-{e}-{n}",
    "AAA EEE-NNNN": "{a} {e}-{n}",
    "AAA.EEE.NNNN": "{a}.{e}.{n}",
    "AAA EEE NNNN": "{a} {e} {n}",
    "AAA/EEE-NNNN": "{a}/{e}-{n}",
    "AAA - EEE - NNNN": "{a} - {e} - {n}",
    "AAA–EEE–NNNN (en dash)": "{a}–{e}–{n}",
    "AAA-EEENNNN": "{a}-{e}{n}",
    "AAAEEENNNN": "{a}{e}{n}",
    "1-AAA-EEE-NNNN": "1-{a}-{e}-{n}",
    "1 (AAA) EEE-NNNN": "1 ({a}) {e}-{n}",
    "1AAAEEENNNN": "1{a}{e}{n}",
    "+1 AAA EEE NNNN": "+1 {a} {e} {n}",
    "+1-AAA-EEE-NNNN": "+1-{a}-{e}-{n}",
    "+1 (AAA) EEE-NNNN": "+1 ({a}) {e}-{n}",
    "+1.AAA.EEE.NNNN": "+1.{a}.{e}.{n}",
    "+1AAAEEENNNN": "+1{a}{e}{n}",
    "EEE-NNNN": "{e}-{n}",
    "AAA-EEE-NNNN xNNN": "{a}-{e}-{n} x204",
    "AAA-EEE-NNNN ext. NNN": "{a}-{e}-{n} ext. 204",
    "(AAA) EEE-NNNN, extension NNN": "({a}) {e}-{n}, extension 204",
    "(AAA) EEE-NNNN #NNN": "({a}) {e}-{n} #204",
    "+44 20 NNNN NNNN (London)": "+44 20 7946 0{n:.3}",
}
SEPARATORS = {"dashes": "-", "spaces": " ", "dots": ".", "bare": "", "en-dashes": "–"}
IDS = (*SEPARATORS, "lower", "hash", "shorter", "longer", "zeros", "prefix")
_ID_KINDS = (
    C.SSNS,
    C.CREDIT_CARDS,
    C.MEDICAL_RECORDS,
    C.HEALTH_PLANS,
    C.ACCOUNTS,
    C.LICENSES,
    C.VEHICLES,
    C.DEVICES,
)
_FREE = frozenset((C.MEDICAL_RECORDS, C.HEALTH_PLANS, C.ACCOUNTS, C.DEVICES))
"""Kinds whose lengths nobody fixes."""
_ID = re.compile(r"(#|SN )?([A-Z0-9]+(?:[-. ][A-Z0-9]+)*)", re.I)
_SIZES = {5: (2, 3), 7: (3, 4), 8: (4, 4), 10: (3, 3, 4), 15: (4, 6, 5)}


@dataclass(frozen=True, slots=True)
class Day:
    """A date; `year` may be unsaid."""

    year: int | None
    month: int
    day: int

    def written(self, form: str) -> str:
        """The date in one of the forms of FULL or SHORT."""
        month = MONTHS[self.month - 1]
        ending = {1: "st", 2: "nd", 3: "rd"}.get(0 if 10 < self.day < 14 else self.day % 10, "th")
        return form.format(
            m=self.month,
            d=self.day,
            y=self.year,
            yy=f"{(self.year or 0) % 100:02}",
            th=f"{self.day}{ending}",
            month=month,
            lower=month.lower(),
            MONTH=month.upper(),
            mon=month[:3],
            MON=month[:3].upper(),
        )


def day_of(text: str) -> Day | None:
    """The date that a gold span tells, or None for a form that is not read here."""
    if m := _ISO.fullmatch(text):
        return _day(m[1], m[2], m[3])
    if m := _BY_NUMBER.fullmatch(text):
        return _day(m[3], m[1], m[2])
    if m := _MONTH_FIRST.fullmatch(text):
        return _day(m[3], _month(m[1]), m[2])
    if m := _DAY_FIRST.fullmatch(text):
        return _day(m[3], _month(m[2]), m[1])
    return None


def _month(word: str) -> int:
    return next((i for i, name in enumerate(MONTHS, 1) if name.lower().startswith(word.lower())), 0)


def _day(year: str | None, month: str | int, day: str) -> Day | None:
    told = int(year) if year else None
    if told is not None and told < 100:
        told += 2000 if told < 30 else 1900
    m, d = int(month), int(day)
    return Day(told, m, d) if 1 <= m <= 12 and 1 <= d <= 31 else None


def reformatted(document: Document, turn: int, rng: random.Random) -> Iterator[Edit]:
    """Edits of a document's dates, phones and ids; `turn` chooses the forms, one of each for the document."""
    number = document.number + turn * 7
    for gold in document.gold:
        text, kind = document.text[gold.start : gold.end], gold.right[0]
        told = None
        if kind == C.DATES and (day := day_of(text)):
            forms = FULL if day.year else SHORT
            name = _turn(list(forms), number)
            told = f"date:{name}", day.written(forms[name])
        elif kind in (C.PHONES, C.FAXES) and (parts := _phone(text)):
            name = _turn(list(PHONES), number)
            told = f"phone:{name}", PHONES[name].format(**parts)
        elif kind in _ID_KINDS:
            name = _turn(IDS, number)
            if (new := id_written(text, kind, name, rng)) is not None:
                told = f"id:{name}:{kind}", new
        if told:
            yield Edit(gold, told[1], (told[0],))


def _turn(names: list[str] | tuple[str, ...], number: int) -> str:
    return names[number % len(names)]


def _phone(text: str) -> dict[str, str] | None:
    digits = re.sub(r"\D", "", re.split(r"\s*(?:x|ext)", text)[0])
    if len(digits) == 11 and digits[0] == "1":
        digits = digits[1:]
    elif text.startswith(("+", "00")):
        return None
    return {"a": digits[:3], "e": digits[3:6], "n": digits[6:]} if len(digits) == 10 else None


def id_written(text: str, kind: C, name: str, rng: random.Random) -> str | None:
    """An id in another form; None where its kind has no such form."""
    m = _ID.fullmatch(text)
    if not m or sum(map(str.isdigit, text)) < 3:
        return None
    before, core = m[1] or "", m[2]
    chars = re.sub(r"[-. ]", "", core)
    if name in SEPARATORS:
        groups = _groups(chars, kind)
        return before + SEPARATORS[name].join(groups) if len(groups) > 1 else None
    if name == "lower":
        return before + core.lower() if core.lower() != core else None
    if name == "hash":
        return f"#{core}" if not before else None
    return before + new if (new := _resized(core, chars, kind, name, rng)) else None


def _resized(core: str, chars: str, kind: C, name: str, rng: random.Random) -> str | None:
    if kind not in _FREE or (kind == C.HEALTH_PLANS and len(chars) == 11):
        return None
    changes: dict[str, Callable[[], str | None]] = {
        "shorter": lambda: core[:-2].rstrip("-. ") if len(chars) > 6 else None,
        "longer": lambda: core + "".join(rng.choices("0123456789", k=3)),
        "zeros": lambda: "000" + core if core[0].isdigit() else None,
        "prefix": lambda: "".join(rng.choices("ABCDEGHKLMNPRSTW", k=3)) + "-" + core,
    }
    return changes[name]()


def _groups(chars: str, kind: C) -> list[str]:
    """The characters of an id as people part them."""
    if kind == C.SSNS:
        return [chars[:3], chars[3:5], chars[5:]]
    if kind == C.VEHICLES and len(chars) == 17:
        return [chars]
    if kind == C.HEALTH_PLANS and len(chars) == 11 and not chars.isdigit():
        return [chars[:4], chars[4:7], chars[7:]]
    return [group for run in re.findall(r"[A-Za-z]+|\d+", chars) for group in _cut(run)]


def _cut(run: str) -> list[str]:
    if not run.isdigit() or len(run) < 5:
        return [run]
    sizes = _SIZES.get(len(run), (3,) * (len(run) // 3) if len(run) % 3 == 0 else (4,) * (len(run) // 4 + 1))
    cut, at = [], 0
    for size in sizes:
        cut.append(run[at : at + size])
        at += size
    return [group for group in cut if group]
