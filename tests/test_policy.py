"""Profiles, roles, selection, inline comments; and the values that stand for no one."""

from __future__ import annotations

import datetime as dt

import pytest

from phiguard import Category, Config, Profile, Role, Scanner, scan_text
from phiguard.policy import allowed
from phiguard.reserved import is_reserved


def categories(text: str, **config: object) -> list[str]:
    return [str(f.category) for f in scan_text(text, config=Config(**config))]  # type: ignore[arg-type]


CODE = {"profile": Profile.CODE}


def test_a_bare_year_is_reported_by_the_terms_profile_only() -> None:
    text = "Patient had a stroke in 2017."
    assert "dates" not in categories(text)
    assert "dates" in categories(text, profile=Profile.TERMS)


def test_a_limited_data_set_keeps_dates_cities_and_zips_and_no_more() -> None:
    text = (
        "Patient: Kari Merritt, 354 Harbor View Dr, Salinas, CA 93901, admitted 03/14/2024, SSN: 219-09-9999"
    )
    found = scan_text(text, config=Config(profile=Profile.LIMITED_DATA_SET))
    kinds = {(str(f.category), f.kind) for f in found}
    assert "dates" not in {c for c, _ in kinds}
    assert not {k for c, k in kinds if c == "geography"} & {"city", "zip", "zip+4"}
    assert ("ssns", "SSN") in kinds
    assert ("geography", "street") in kinds


@pytest.mark.parametrize(
    "text",
    [
        "reach me at jane@example.org",
        "call (212) 555-0142",
        "host 192.0.2.7 and 2001:db8::17",
        "SSN: 078-05-1120",
        "card 4111 1111 1111 1111",
        "# released 2024-03-14, see https://docs.python.org/3/library/re.html",
        "Copyright (c) 2024 Jane Abernathy",
        "DOB: 03/14/1944  # phiguard: allow[dates] an invented patient",
    ],
)
def test_the_code_profile_is_quiet_about(text: str) -> None:
    assert categories(text, **CODE) == []


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("SSN: 536-22-8147", "ssns"),
        ("DOB: 03/14/1944", "dates"),
        ("DOB: 03/14/1944  # phiguard: allow[dates]", "dates"),
        ("DOB: 03/14/1944  # phiguard: allow[names] wrong category", "dates"),
        ("call (212) 731-4482", "phones"),
    ],
)
def test_the_code_profile_still_finds(text: str, category: str) -> None:
    assert category in categories(text, **CODE)


def test_an_inline_comment_counts_in_the_code_profile_only() -> None:
    assert categories("SSN: 219-09-9999  # phiguard: allow[ssns] invented") == ["ssns"]


def test_what_a_comment_allows() -> None:
    assert allowed("x = 1  # phiguard: allow[names, dates] a fixture") == {"names", "dates"}
    assert allowed("x = 1  # phiguard: allow[names]") == set()


def test_clinicians_may_be_excluded_and_others_not() -> None:
    text = "Seen by Dr. Diana Moore. Patient: Kari Merritt"
    everyone = {f.text for f in Scanner(keep_text=True).scan_text(text)}
    patients = {
        f.text
        for f in Scanner(Config(exclude_roles=frozenset((Role.CLINICIAN,))), keep_text=True).scan_text(text)
    }
    assert "Diana Moore" in everyone
    assert "Diana Moore" not in patients
    assert "Kari Merritt" in patients
    with pytest.raises(ValueError, match="exclude_roles"):
        Config(exclude_roles=frozenset((Role.PATIENT,)))


def test_only_selects_categories() -> None:
    assert categories("SSN: 219-09-9999, jane@example.org", only=frozenset((Category.EMAILS,))) == ["emails"]


def test_ages_count_against_the_given_day() -> None:
    text = "The patient was born in 1936."
    assert "ages" in categories(text, as_of=dt.date(2027, 1, 1))
    assert "ages" not in categories(text, as_of=dt.date(2020, 1, 1))


@pytest.mark.parametrize(
    ("category", "value", "reserved"),
    [
        (Category.PHONES, "(212) 555-0199", True),
        (Category.PHONES, "555-0100", True),
        (Category.PHONES, "(212) 555-0200", False),
        (Category.EMAILS, "jane@mail.example.com", True),
        (Category.EMAILS, "jane@myexample.com", False),
        (Category.URLS, "https://example.org/p/1", True),
        (Category.IPS, "198.51.100.23", True),
        (Category.IPS, "198.51.101.23", False),
        (Category.SSNS, "666-12-3456", True),
        (Category.SSNS, "536-22-8147", False),
        (Category.CREDIT_CARDS, "4242-4242-4242-4242", True),
        (Category.NAMES, "John Doe", False),
    ],
)
def test_reserved_values(category: Category, value: str, reserved: bool) -> None:
    assert is_reserved(category, value) is reserved


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("page.html", "<!DOCTYPE html><html><body><p>Plan</p></body></html>"),
        ("base.html", "{% extends 'x.html' %}\n<p>Plan</p>\n"),
        ("pom.xml", "<?xml version='1.0'?><project><name>x</name></project>"),
        ("icon.svg", "<svg xmlns='http://www.w3.org/2000/svg'><path d='M0 0'/></svg>"),
    ],
)
def test_markup_is_source_code_in_a_repository_and_a_document_elsewhere(name: str, text: str) -> None:
    code = Scanner(Config(profile=Profile.CODE)).scan_bytes(text.encode(), name=name)
    assert code.is_clean
    assert not Scanner().scan_bytes(text.encode(), name=name).complete
    leak = text + "\n<!-- SSN 536-22-8147 -->"
    assert not Scanner(Config(profile=Profile.CODE)).scan_bytes(leak.encode(), name=name).is_clean
