"""Whole addresses: a street with its units, the city behind it and the ZIP code, in any case and without commas.

What `_address_runs` reads; here is when it counts. A street in lower case needs a unit, a city, a ZIP code, or a line of its own.

Source: USPS Publication 28, 21-29.
"""

from __future__ import annotations

from collections.abc import Callable

from phiguard.detectors import _regexes as regex
from phiguard.detectors._address_runs import by_street, with_zip
from phiguard.detectors._address_streets import Run
from phiguard.detectors._address_tokens import NOT_FIRST, NUMBER_WORDS, Token
from phiguard.detectors._address_towns import Span
from phiguard.detectors._labels import trie
from phiguard.detectors._name_lists import Kind, look_up
from phiguard.detectors._pattern import MEDIUM, Candidate, Judge, Pattern, Verdict
from phiguard.detectors._places import STATE_ABBREVIATION, STATE_NAME, city, city_in, is_larger, state_of
from phiguard.detectors._street_words import ABRIDGED, COMMON_SET, FRACTIOUS, UNITS

_COUNT = r"\d(?<![\w$%/.+*=<>-]\d)(?<!\d[,:]\d)\d{0,5}(?:[NSEW]\d{1,4}|[A-Za-z](?![A-Za-z])|[½¼¾])?(?:-(?:\d{1,4}|[A-Za-z])(?!\w))?(?![\w/%:]|\.\d|-\d)"
"""A house number; its first digit comes first, so that a search runs from digit to digit."""
_WORDED = rf"(?:(?<![\w$-])(?i:{'|'.join(sorted(NUMBER_WORDS))})(?=[ ])|(?<![\w-])[NSEW]\d{{1,3}}[NSEW]?[ ]?[NSEW]?\d{{2,5}}(?=[ ]))"
_UNIT = (
    r"(?<![\w$/-])(?:(?i:suite|ste|bldg|bld|building|dept|department|apt|apartment|unit|rm|room|lock[ ]?box|lbx|drawer|file|bin|po|p\.?[ ]?o\.?|pob|box|msc|"
    r"ms|mail[ ]code|rr|rt|route|hc|hcr)\b\.?[ ]{0,2}(?:(?i:box|bx|no\.?|code)[ ]{0,2})?\#?[ ]?(?:\d|[A-Z]{1,2}\b[ -]?)|\d{1,2}(?:st|nd|rd|th|ST|ND|RD|TH)[ ](?i:floor|fl|flr)\b)"
)
_UNIT_STARTS = frozenset(
    (
        *NUMBER_WORDS,
        *"suite ste bldg bld building dept department apt apartment unit rm room lock lockbox lbx drawer file bin po p pob box msc ms mail rr rt route hc hcr n s e w".split(),
        *map(str, range(1, 100)),
    )
)
_REST = r"[^\n\x00]{2,100}(?:\n(?![\x00\n])[^\n\x00]{1,70}){0,2}"
_UNITS = regex.compile(
    r"(?i)\b(?:suite|ste|bldg|bld|building|apt|apartment|p\.?[ ]?o\.?[ ]?box|pob|lock[ ]?box|lbx|pmb)\b"
)
_FIGURES = regex.compile(r"\d{1,8}")
_SHORT_ROADS = frozenset("i us sr cr fm rm tr rd road".split())
_OF_STREETS = frozenset(
    "old new little big half upper lower farm barn cove rail lantern high great san santa el la los las via".split()
)


def _span(c: Candidate, span: Span | None, kind: str) -> Verdict | None:
    return Verdict(MEDIUM, kind, shrink=(span[0], len(c.value) - span[1])) if span else None


def _zipped(part: Callable[[Run], Span | None], kind: str) -> Judge:
    """A judge for one part of an address with its ZIP code."""

    def judge(c: Candidate) -> Verdict | None:
        run = with_zip(c.value)
        return _span(c, part(run), kind) if run else None

    return judge


def _worded(part: Callable[[Run], Span | None], kind: str) -> Judge:
    """A judge for one part of an address that its street's own words show."""

    def judge(c: Candidate) -> Verdict | None:
        if _HOLDS.isdisjoint(_RUN.findall(c.value[:100].lower())):
            return None
        run = by_street(c.value)
        return _span(c, part(run), kind) if run and _counts(run, c) else None

    return judge


def _lone(part: Callable[[Run], Span | None], kind: str) -> Judge:
    """A judge for one part of an address that is a line."""

    def judge(c: Candidate) -> Verdict | None:
        run = by_street(c.value)
        return _span(c, part(run), kind) if run and run.bare and _counts(run, c) else None

    return judge


def _counts(run: Run, c: Candidate) -> bool:
    """Whether a street reads as one: by suffix, case, unit, city, or a line of its own."""
    number = regex.match(r"\D{0,2}(\d{0,6})", c.value)
    figures = len(number[1]) if number is not None and number[1] else 3
    lone = run.bare and _alone(c.before(80).rpartition("\n")[2])
    capital = all(map(_capital, run.names)) and any(name.capital for name in run.names)
    placed = run.unit or run.zip is not None or (run.city is not None and (bool(run.state) or lone))
    if run.core == "units":
        return len(_UNITS.findall(c.value[: run.street[1]])) > 0 and (
            (run.city is not None and (lone or bool(run.state)))
            or (lone and len(_FIGURES.findall(c.value[: run.street[1]])) > 1)
        )
    if run.core == "road":
        return figures > 1 and (lone or placed or (capital and run.suffix not in _SHORT_ROADS))
    if run.core == "plain":
        return _plain(run, figures, c, lone=lone, placed=placed, capital=capital)
    clear = lone or placed or run.direction or run.behind
    if run.suffix in FRACTIOUS and figures < 3 and not any(map(str.islower, c.value[: run.street[1]])):
        return clear and (run.direction or placed or len(run.names) > 1 or c.value[0] == "#")
    if run.core == "common":
        named = bool(run.names) and run.names[0].word not in UNITS
        return (clear or capital) and (figures > 2 or placed or named)
    if not lone and any(map(_of_medicine, run.names)):
        return False
    return (figures > 2 or placed or (lone and len(run.names) > 1 and _named(run))) and (
        capital or lone or placed
    )


def _named(run: Run) -> bool:
    """Whether a word of the name may be a name."""
    return any(name.ordinal or look_up(name.text).kind is not Kind.OTHER for name in run.names) or all(
        name.common for name in run.names
    )


def _of_medicine(name: Token) -> bool:
    known = look_up(name.text)
    return known.medical and known.kind is Kind.OTHER


def _alone(before: str) -> bool:
    """Whether nothing stands before it on its line, or another street does, or an addressee."""
    before = before.strip(" \t>-•*?")
    if not before or regex.fullmatch(
        r"(?i)(?:addr(?:ess)?|home|street|residence|domicilio|direcci[oó]n)[ ]?:?", before
    ):
        return True
    other = by_street(before.rstrip(",;"))
    return other is not None and other.bare and other.core in ("common", "road", "units", "uncommon")


def _capital(name: Token) -> bool:
    return name.capital or name.word in ("of", "the", "de", "la", "las", "los", "del", "and", "&")


def _plain(run: Run, figures: int, c: Candidate, *, lone: bool, placed: bool, capital: bool) -> bool:
    """A number and a name alone."""
    ordinal = any(name.ordinal for name in run.names)
    if not ordinal and all(len(name.word) < 3 for name in run.names):
        return False
    if run.direction:
        return (
            (lone or placed)
            and (figures > 2 or ordinal or placed or (figures > 1 and _named(run)))
            and (capital or lone)
        )
    if run.state and run.city is not None:
        return len(run.names) < 4 and figures > 1 and (lone or capital) and (ordinal or _named(run))
    if any(map(_of_medicine, run.names)) and not (lone and run.unit):
        return False
    if run.city is not None or run.zip is not None:
        return lone and figures > 2 and len(run.names) < 4 and _named(run) and not _everyday(run, c)
    if run.unit:
        return capital and figures > 1 and len(run.names) < 5 and (_named(run) or lone)
    return capital and lone and _whole_text(run, figures, c)


def _everyday(run: Run, c: Candidate) -> bool:
    """Whether the city behind it is a word of its own, as `Reading` is."""
    known = city(c.value[slice(*run.city)]) if run.city else None
    return known is not None and known.word and not _whole_text(run, 3, c)


def _whole_text(run: Run, figures: int, c: Candidate) -> bool:
    """A text that is nothing but a number and one to three words, of which each may be a street's: `134 Grey Fox`."""
    if (
        c.name
        or c.labelled
        or c.before(1)
        or c.text[c.start + (run.city or run.street)[1] : c.hi].strip(" .,\n")
    ):
        return False
    number = regex.match(r"\D{0,2}(\d{1,6})", c.value)
    if number is None or 1930 <= int(number[1]) <= 2040 or len(run.names) > 3:
        return False
    plausible = all(
        name.word in _OF_STREETS or name.suffix or look_up(name.text).kind is not Kind.OTHER
        for name in run.names
    )
    return plausible and _named(run) and (figures > 2 or (figures > 1 and len(run.names) > 1))


def _street(run: Run) -> Span | None:
    return run.street


def _city(run: Run) -> Span | None:
    return run.city


def _zip(run: Run) -> Span | None:
    return run.zip


_BEHIND = r"(?=[^\x00]{4,140}?(?<!\d)\d{5}(?:\d{4})?(?!\d))"
_HOLDS = (
    COMMON_SET
    | ABRIDGED
    | frozenset(
        "hwy highway hiway route rte rt road loop spur interstate ne nw se sw apt ste suite unit lot floor fl flr box "
        "bx pob dept bldg building rm room lockbox".split()
    )
)
_RUN = regex.compile(r"[^\W\d_]++")
_NOT_COUNTED = (
    rf"(?!(?i:{trie(sorted(word for word in NOT_FIRST if word.isalpha() and len(word) > 1))})(?!\p{{L}}))"
)
_OPENS = rf"(?:{_COUNT},?[ ](?=[\p{{L}}\d\#½]){_NOT_COUNTED}|{_WORDED}|{_UNIT})"
_LONE = rf"(?m)^[ \t>?*•-]{{0,8}}(?P<v>(?:\#[ ]?)?{_OPENS}[^\n\x00]{{2,90}})$"
_NAMED_LINE = rf"(?m)^[ \t>?*•-]{{0,8}}(?P<v>\p{{Lu}}[\p{{L}}\d'.&\# -]{{2,40}}?)[ ]?,(?=[ ](?P<town>\p{{L}}[\p{{L}} .'-]{{1,30}}?)[ ]?,?[ ](?P<state>{STATE_ABBREVIATION}|{STATE_NAME})[ ,]{{1,2}}\d{{5}}(?!\d))"


def _named_line(c: Candidate) -> Verdict | None:
    """`Main, Fargo, ND 58102`: what stands alone on a line before a listed city, its State and ZIP code."""
    if (
        is_larger(c.value)
        or len(c.value.split()) > 7
        or not city_in(c.groups["town"] or "", state_of(c.groups["state"] or ""))
    ):
        return None
    return Verdict(MEDIUM, "street")


_PARTS = ((_street, "street"), (_city, "city"), (_zip, "zip"))


_FROM_NUMBER = rf"(?P<v>{_COUNT}[ ,]{_BEHIND}{_REST})"
_FROM_WORD = rf"(?P<v>(?:{_WORDED}|{_UNIT}){_BEHIND}{_REST})"
_SAID = rf"(?P<v>{_COUNT},?[ ](?=[\p{{L}}\d\#½]){_NOT_COUNTED}{_REST})"
_SAID_FROM_WORD = rf"(?P<v>(?:{_WORDED}|{_UNIT}){_REST})"


def _zipped_patterns(part: Callable[[Run], Span | None], kind: str) -> tuple[Pattern, ...]:
    """One part of an address before a ZIP code, from a number or from a word on."""
    judge, name = _zipped(part, kind), f"{kind} of a whole address"
    return (
        Pattern(name, _FROM_NUMBER, MEDIUM, judge=judge, kind=kind),
        Pattern(name, _FROM_WORD, MEDIUM, judge=judge, kind=kind, starts=_UNIT_STARTS),
        Pattern(f"{kind} on a line of its own", _LONE, MEDIUM, judge=_lone(part, kind), kind=kind),
    )


def _written_patterns(part: Callable[[Run], Span | None], kind: str) -> tuple[Pattern, ...]:
    """One part of an address in a sentence."""
    judge, name = _worded(part, kind), f"{kind} written out"
    return (
        Pattern(name, _SAID, MEDIUM, judge=judge, kind=kind, holds=_HOLDS, reach=112, span=420),
        Pattern(name, _SAID_FROM_WORD, MEDIUM, judge=judge, kind=kind, starts=_UNIT_STARTS),
    )


PATTERNS = (
    Pattern("line before a city", _NAMED_LINE, MEDIUM, judge=_named_line, kind="street"),
    *_zipped_patterns(_street, "street"),
    *_written_patterns(_street, "street"),
    *_zipped_patterns(_city, "city"),
    *_written_patterns(_city, "city"),
    *_zipped_patterns(_zip, "zip"),
)
