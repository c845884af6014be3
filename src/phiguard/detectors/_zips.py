"""ZIP codes and the three-digit rule.

Law: 45 CFR 164.514(b)(2)(i)(B)(1)-(2).
Sources: `data/zip3_population.csv` (Census 2020, see data/README.md); USPS Publication 28, 222 (ZIP+4); USPS-B-3200
(Intelligent Mail barcode: 20 digits and a ZIP of 0, 5, 9 or 11).
"""

from __future__ import annotations

from functools import lru_cache

from phiguard.detectors import _regexes as regex
from phiguard.detectors._checks import digits
from phiguard.detectors._headers import words
from phiguard.detectors._labels import phrases, whose
from phiguard.detectors._pattern import HIGH, LOW, MEDIUM, Candidate, Confidence, Pattern, Verdict
from phiguard.detectors._places import (
    STATE_ABBREVIATION,
    STATE_NAME,
    STATES,
    city,
    city_in,
    places,
    state_of,
)
from phiguard.resources import read_text

THRESHOLD = 20_000
"""164.514(b)(2)(i)(B)(1): more than 20,000 people."""

ZIP3 = phrases(
    "zip3 | zip 3 | zip 3 digit | zip 3 digits | zip 3dig | zip 3 dig | zip3 digit | 3 digit zip | three digit zip | 3digit zip | "
    "zip prefix | zip code prefix | zipcode prefix | zip code 3 | zipcode 3 | zip3 code | 3 digit zip code | three digit zip code | "
    "first 3 zip | first three digits of zip | zip first 3 | zip code first 3 | zip3cd | zcta3 | zcta 3 | 3 zip | three digit postal code"
)
ZIP = phrases(
    "zip | zip code | zipcode | zip codes | zip 5 | zip5 | zip 4 | zip4 | zip plus 4 | zip plus four | zip 9 | zip9 | postal code | "
    "postalcode | postcode | post code | mailing code | residence zip | address zip | address zip code | address postal code | "
    "home zip | zcta | zcta5 | código postal | codigo postal | cod postal"
)
ZIP_HEADERS = whose("zip | zip cd | zip code | zipcode") + phrases(
    "zp | zip cd | zipcd | zp cd | postal | postal cd | post cd | postcd | pst cd | pcode | plz | ptzip | n403 | pid 11 5 | zip nbr | zipno | zpcd | hosp zip | hospital zip | zcta 5 | e patient 09 | e scene 19"
)
_SUFFIX = frozenset(("zip 4", "zip4", "zip plus 4", "zip plus four"))
_WEAK_STATES = frozenset("ID CT MD MS OR IN ME HI OK PA MA LA CO AS DE AL MT VT ND SC PR DC".split())
"""Abbreviations that clinical text also writes before a number (patient ID 83702, CT 71260, MD, OR, PA)."""
_NUMBERS = frozenset(
    "id ids key no num nbr number cpt hcpcs proc procedure code cd order seq row record count qty sk".split()
)
"""Words of a header under which five digits count or name something else."""
_PLAIN = regex.compile(r"(?:\d{5}[- ]?(\d{4})|\d{5}(?:\.0)?)(?![\d-])")
_SHORT = regex.compile(r"(\d{4}|\d{8})(?:\.0)?")
_PREFIX = regex.compile(r"(\d{1,3})(?:\.0|\*\*|[xX]{2}|--)?")
_FOREIGN = regex.compile(r"(?i)[A-Z]\d[A-Z][ -]?\d[A-Z]\d|[A-Z]{1,2}\d[A-Z\d]?[ ]?\d[A-Z]{2}")


@lru_cache(maxsize=1)
def populations() -> dict[str, int]:
    """Three-digit prefix -> people in all ZIP Code Tabulation Areas with it."""
    rows = read_text("zip3_population.csv").splitlines()[1:]
    return {prefix: int(people) for prefix, people, _ in (row.split(",") for row in rows)}


def zip3_allowed(prefix: str) -> bool:
    """Whether the first three digits may stay: in the table, and above 20,000 people. `000` says that they were removed."""
    return prefix == "000" or populations().get(prefix, 0) > THRESHOLD


def accepts(cell: str, phrase: str) -> bool:
    """Whether a cell under a ZIP label is an allowed generalisation: a prefix of a large area, or `000`."""
    found = _PREFIX.fullmatch(cell)
    if found is None or (phrase not in ZIP and phrase not in ZIP3 and phrase not in ZIP_HEADERS):
        return False
    prefix = found.group(1)
    return (phrase in ZIP3 or len(prefix) == 3) and zip3_allowed(prefix.zfill(3))


def labelled(c: Candidate) -> Verdict | None:
    """A value under a ZIP or ZIP3 label, in prose or as a cell."""
    text, phrase = c.value.strip(), c.header.phrase
    if phrase in ZIP3 or _PREFIX.fullmatch(text):
        found = _PREFIX.match(text)
        if found is None or (phrase not in ZIP3 and len(found.group(1)) < 3):
            return None
        return (
            None
            if accepts(found.group(0), phrase)
            else Verdict(HIGH, "zip3", shrink=(0, len(c.value) - found.end()))
        )
    found = _PLAIN.match(text)
    if found is not None and not text[found.end() : found.end() + 1].isalpha():
        return Verdict(HIGH, "zip+4" if found.group(1) else "zip", shrink=(0, len(c.value) - found.end()))
    if phrase in _SUFFIX and regex.fullmatch(r"\d{4}", text):
        return Verdict(HIGH, "zip+4", reason="the last four digits of a ZIP+4")
    if _SHORT.fullmatch(text):
        return Verdict(
            HIGH,
            "zip" if len(digits(text.removesuffix(".0"))) == 4 else "zip+4",
            reason="ZIP code without its leading zero",
        )
    found = _FOREIGN.match(text)
    return Verdict(HIGH, "other", shrink=(0, len(c.value) - found.end())) if found else None


_STATE_BEFORE = regex.compile(
    rf"(?:(?:(?<![\p{{L}}.'-])|(?=[\p{{L}}.'-]{{24}}))(?P<town>(?:[\p{{L}}.'-]{{1,24}}+[ ]){{0,2}}[\p{{L}}.'-]{{1,24}})[ ]?(?P<comma>,)?[ ]{{0,2}}\n?|"
    rf"(?<!\p{{L}}))"
    rf"(?<!\p{{L}})(?P<state>{STATE_ABBREVIATION}|(?i:{STATE_NAME})|[A-Za-z][a-z]|[A-Z]\.[ ]?[A-Z]\.)[.,]?[ ]{{1,3}}\n?\Z"
)
"""A town's first word begins where a word begins, or as far back as a word may reach."""
_LAST_WORD = regex.compile(r"(?<!\p{L})(\p{L}{2,24}|\p{Lu}\.[ ]?\p{Lu}\.)[.,]?[ ]{1,3}\n?\Z")
_STATE_ENDS = frozenset(
    "".join(name.split()[at:]).lower() for name in STATES.values() for at in range(len(name.split()))
)
"""How the last word of a State's name may read, its words glued or not."""
_JOINED_BEFORE = regex.compile(
    r"(?<![\p{L}])(?P<town>\p{L}[\p{L}.' -]{1,30})[ ]?[|^~;][ ]?(?:(?P<state>[A-Z]{2})[ ]?[|^~;][ ]?)?\Z"
)
_TOWN_BEFORE = regex.compile(r"(?<!\p{L})(?P<town>\p{Lu}\p{L}{3,20}(?:[ ]\p{Lu}\p{L}{3,20})?)[ ]\Z")
_NO_ZIP = regex.compile(r"(?i)(?:lot|ndc|sku|part|item|model|serial|cat|ref)[ .:#]{0,4}\Z")


def _judge(c: Candidate) -> Verdict | None:
    """Five digits, or five and four: what stands before them decides, or the column."""
    kind = "zip+4" if len(c.value) > 5 else "zip"
    if c.labelled:
        return Verdict(HIGH, kind) if c.whole and is_zip_phrase(c.header.phrase) else None
    before = c.before(64)
    found = _STATE_BEFORE.search(before) if _may_end_in_state(before) else None
    sure = (
        _after_state(c, found.group("town") or "", bool(found.group("comma")), found.group("state"))
        if found
        else None
    )
    if sure is None and (_joined(before) or (kind == "zip" and _after_city(c, before))):
        sure = MEDIUM
    if sure is None and kind == "zip+4":
        sure = None if _NO_ZIP.search(before) else MEDIUM
    if (
        sure is None
        and kind == "zip"
        and int(c.value) in places().zips
        and _NUMBERS.isdisjoint(words(c.name))
    ):
        sure = LOW
    return Verdict(sure, kind) if sure else None


def _may_end_in_state(before: str) -> bool:
    word = _LAST_WORD.search(before, max(0, len(before) - 30))
    return word is not None and (
        len(word.group(1)) == 2 or "." in word.group(1) or word.group(1).lower() in _STATE_ENDS
    )


def _after_state(c: Candidate, town: str, comma: bool, written: str) -> Confidence | None:
    """`Fargo, ND 58102`: sure when the State has that prefix; a word before a comma says enough; else the city must agree."""
    state = state_of(written.replace(".", "").replace(" ", "")) or state_of(written)
    agrees = c.value[:3] in places().prefixes.get(state, ())
    if len(written) == 2 and not written.isupper():
        return (HIGH if comma else MEDIUM) if agrees and (comma or _known(town, state)) else None
    if comma or len(written) > 2:
        return HIGH if agrees else MEDIUM
    if not agrees:
        return None
    return HIGH if state not in _WEAK_STATES or len(c.value) > 5 or _known(town, state) else None


def _joined(before: str) -> bool:
    """`Salinas|93901`, `FOWL^CA^99999`: parts of an address joined in one cell."""
    found = _JOINED_BEFORE.search(before) if any(mark in before[-2:] for mark in "|^~;") else None
    return found is not None and (
        bool(state_of(found.group("state") or "")) or city(found.group("town")) is not None
    )


def _known(town: str, state: str) -> bool:
    """Whether an ending of the words before a State is one of its cities."""
    parts = town.split()
    return any(city_in(" ".join(parts[-size:]), state) for size in range(1, len(parts) + 1))


def _after_city(c: Candidate, before: str) -> bool:
    """`Galveston 77551`: a listed city of the ZIP code's own State, and a ZIP code in use."""
    found = _TOWN_BEFORE.search(before, max(0, len(before) - 44)) if before.endswith(" ") else None
    known = city(found.group("town")) if found else None
    if known is None or known.word or known.person or int(c.value) not in places().zips:
        return False
    return any(c.value[:3] in places().prefixes.get(state, ()) for state in known.states)


_TOWN_AND_STATE = regex.compile(
    rf"(?<![\p{{L}}\d'.-])(?P<town>\p{{L}}[\p{{L}}.'-]{{1,20}}(?:[ ]\p{{L}}[\p{{L}}.'-]{{1,20}}){{0,2}})[ ]?,?[ ](?P<state>(?i:{STATE_ABBREVIATION}))[ ]\Z"
)


def _bent(c: Candidate) -> Verdict | None:
    """`Englewood, NJ 7631`, `Saint Louis MO 631242055`: a listed city of the State, and a ZIP code in use."""
    found = _TOWN_AND_STATE.search(c.before(70))
    state = state_of(found["state"]) if found else ""
    code = c.value[:5] if len(c.value) == 9 else f"0{c.value}"
    if found is None or code[:3] not in places().prefixes.get(state, ()) or not _known(found["town"], state):
        return None
    return Verdict(MEDIUM, "zip+4" if len(c.value) == 9 else "zip")


PATTERNS = (
    Pattern(
        "ZIP code",
        r"(?<![\w.\-/+#$:])(?P<v>\d{5}(?:-\d{4})?)(?![\w%/-]|\.\d|(?<!-\d{4}),\d)",
        MEDIUM,
        column=MEDIUM,
        judge=_judge,
    ),
    Pattern(
        "ZIP code without its leading zero or its dash",
        r"(?P<v>\d(?<=[A-Za-z]{2}[ ]\d)\d{3}(?:\d{5})?)(?![\w/%-]|[.,:]\d)",
        MEDIUM,
        judge=_bent,
        kind="zip",
    ),
    Pattern(
        "código postal", r"(?<![\w.])C\.?[ ]?P\.?[ ]?:?[ ]?(?P<v>\d{5})(?![\w-]|[.,]\d)", MEDIUM, kind="zip"
    ),
    Pattern(
        "ZIP under its label",
        r"(?<![\w.-])(?P<v>\d{1,9}(?:-\d{4}|\.0|\*\*|[xX]{2})?)(?![\w.-])",
        None,
        judge=lambda c: labelled(c) if c.whole and _is_zip(c) else None,
    ),
    Pattern(
        "postal code of Canada",
        r"(?<![\w-])(?P<v>[ABCEGHJ-NPRSTVXY]\d[ABCEGHJ-NPRSTV-Z][ -]\d[ABCEGHJ-NPRSTV-Z]\d)(?![\w-])",
        LOW,
        kind="other",
        starts=frozenset("abceghjklmnprstvxy"),
    ),
)


def _is_zip(c: Candidate) -> bool:
    return is_zip_phrase(c.header.phrase)


def is_zip_phrase(phrase: str) -> bool:
    """Whether a phrase of the vocabulary means a ZIP code or its prefix."""
    return phrase in ZIP or phrase in ZIP3 or phrase in ZIP_HEADERS
