"""The stress kit puts other names and formats into a text, and knows where they stand. All sentences are invented."""

from __future__ import annotations

import random
import re

import pytest
from benchmarks.reformat import FULL, IDS, PHONES, SHORT, Day, day_of, id_written, reformatted
from benchmarks.rename import GIVEN, SURNAME, Pool, Renamer, units
from benchmarks.rewrite import Document, Edit, Gold, each, mixed, rewrite

from phiguard.model import Category

POOL = Pool(
    "test", {"female": ["Quilla", "Oona"], "male": ["Zeb"]}, ["Vantongeren", "al-Ruzzi", "Okwesi", "Wyzard"]
)


def document(marked: str, right: Category = Category.NAMES) -> Document:
    """A document of a text whose gold stands in [brackets]."""
    gold, text, done = [], "", 0
    for m in re.finditer(r"\[(.*?)\]", marked):
        text += marked[done : m.start()]
        gold.append(Gold(len(text), len(text) + len(m[1]), (right,)))
        text += m[1]
        done = m.end()
    return Document(text + marked[done:], tuple(gold))


def renamed(marked: str, given: frozenset[str] = frozenset()) -> tuple[str, list[str]]:
    """The new text, and what stands at the new spans."""
    told = document(marked)
    text, targets = rewrite(told.text, Renamer(POOL, random.Random(3), given).edits(told))
    return text, [text[t.start : t.end] for t in targets]


def test_spans_are_right_after_names_of_other_lengths() -> None:
    text, (first, second) = renamed("Seen: [Ann Poe], then [Maximilian Featherstone]; both went home.")
    assert text == f"Seen: {first}, then {second}; both went home."
    assert first.split()[1] in POOL.surnames and second.split()[1] in POOL.surnames


def test_the_same_part_is_renamed_the_same_way_in_its_role() -> None:
    _, (full, comma, alone, given) = renamed("[Ann Poe] / [Poe, Ann] / Mrs. [Poe] / [Ann] is here")
    new_given, new_surname = full.split(" ", 1)
    assert comma == f"{new_surname}, {new_given}"
    assert (alone, given) == (new_surname, new_given)


def test_different_parts_become_different() -> None:
    _, names = renamed("[Ann Poe] and [Bea Roe] and [Cy Doe]")
    assert len({name.split()[0] for name in names}) == len({name.split()[1] for name in names}) == 3


@pytest.mark.parametrize("own", ["'s", "’s", "'S", "'"])
def test_possessives_stay(own: str) -> None:
    text, (inside, outside) = renamed(f"[Ann Poe{own}] chart, [Poe]{own} wife")
    assert inside.endswith(own) and inside.removesuffix(own).split()[1] == outside
    assert text == f"{inside} chart, {outside}{own} wife"


def test_initials_follow_the_names() -> None:
    _, (full, short, letters, dotted) = renamed("[Ann Poe], [Ann P.], signed [AP] or [A.P.]")
    given, surname = full.split()
    initials = given[0].upper(), next(c for c in surname if c.isalpha()).upper()
    assert short == f"{given} {initials[1]}."
    assert (letters, dotted) == ("{}{}".format(*initials), "{}.{}.".format(*initials))


def test_case_stays() -> None:
    _, (upper, lower, mixed_) = renamed("[POE, ANN], [ann poe], [Ann POE]")
    assert upper.isupper() and lower.islower()
    assert upper.lower() == ", ".join(reversed(lower.split()))
    assert mixed_.split()[1].isupper() and not mixed_.split()[0].isupper()


def test_titles_suffixes_and_degrees_stay() -> None:
    _, (doctor, junior, degree) = renamed("[Dr. Poe], [Mr. Cal Poe Jr.], [Poe, MD]")
    surname = doctor.removeprefix("Dr. ")
    assert surname in POOL.surnames
    assert junior == f"Mr. Zeb {surname} Jr." or re.fullmatch(rf"Mr\. (Quilla|Oona) {surname} Jr\.", junior)
    assert degree == f"{surname}, MD"


def test_hyphens_and_particles() -> None:
    _, (double, particle) = renamed("[Ann Poe-Roe], [Bea de la Foe]")
    left = double.split()[1]
    assert any(left == f"{a}-{b}" for a in POOL.surnames for b in POOL.surnames)
    assert particle.split()[1] in POOL.surnames


def test_a_name_alone_is_a_given_name_where_lists_know_it() -> None:
    _, (given, surname, titled) = renamed(
        "Hello [Ann], hello [Poe], dear Ms. [Dee]", frozenset(("ann", "dee"))
    )
    assert given in (*POOL.given["female"], *POOL.given["male"])
    assert surname in POOL.surnames and titled in POOL.surnames


def test_names_are_the_same_every_time() -> None:
    assert renamed("[Ann Poe] and [Bea Roe]") == renamed("[Ann Poe] and [Bea Roe]")


@pytest.mark.parametrize(
    ("name", "roles"),
    [
        ("Ann B. Poe", [GIVEN, GIVEN, SURNAME]),
        ("POE, ANN B", [SURNAME, GIVEN, GIVEN]),
        ("O'Poe", [SURNAME]),
        ("AP", [GIVEN, SURNAME]),
    ],
)
def test_roles(name: str, roles: list[str]) -> None:
    assert [unit.role for unit in units(name)] == roles


def test_a_span_counts_where_its_role_and_gender_do() -> None:
    told = document("[Ann Poe], [Ann P.], [Poe]")
    pool = Pool("surnames only", {"female": ["Quilla"]}, ["Okwesi"], frozenset((SURNAME,)))
    rows = [edit.rows for edit in Renamer(pool, random.Random(1)).edits(told)]
    assert rows == [("surnames only", "gender:female"), ("gender:female",), ("surnames only",)]


def test_of_overlapping_spans_the_first_stays() -> None:
    golds = [Gold(0, 7, (Category.NAMES,)), Gold(4, 7, (Category.NAMES,))]
    text, targets = rewrite("Ann Poe here", [Edit(gold, "X", ("row",)) for gold in golds])
    assert (text, len(targets)) == ("X here", 1)


def test_case_of_a_whole_text_moves_no_span() -> None:
    text = "Straße İzmir ﬁn"
    assert len(each(text, str.upper)) == len(each(text, str.lower)) == len(text)
    assert mixed("john Smith") == "JoHn SmItH"


@pytest.mark.parametrize("form", [*FULL.values()])
def test_a_date_in_every_form(form: str) -> None:
    assert Day(2024, 3, 4).written(form)
    if "{d" in form and "T09" not in form and "0930" not in form:
        assert re.search(r"4", Day(2023, 3, 14).written(form))


@pytest.mark.parametrize(
    "text", ["3/14/2024", "2024-03-14", "14-Mar-2024", "14 Mar 2024", "March 14, 2024", "March 14th 2024"]
)
def test_dates_are_read(text: str) -> None:
    assert day_of(text) == Day(2024, 3, 14)


def test_short_dates_are_read_and_others_not() -> None:
    assert day_of("3/14") == day_of("Mar 14") == day_of("14 March") == Day(None, 3, 14)
    assert day_of("2/3/97") == Day(1997, 2, 3)
    assert day_of("last week") is None and day_of("13/41") is None
    assert Day(None, 3, 22).written(SHORT["Month Dth"]) == "March 22nd"
    assert Day(None, 3, 12).written(SHORT["Month Dth"]) == "March 12th"


@pytest.mark.parametrize(
    ("text", "kind", "name", "new"),
    [
        ("219-09-9999", Category.SSNS, "spaces", "219 09 9999"),
        ("219099999", Category.SSNS, "dashes", "219-09-9999"),
        ("E8596608", Category.MEDICAL_RECORDS, "dots", "E.859.6608"),
        ("12-34-567", Category.MEDICAL_RECORDS, "bare", "1234567"),
        ("1EG4TE5MK73", Category.HEALTH_PLANS, "dashes", "1EG4-TE5-MK73"),
        ("#QX-123456", Category.MEDICAL_RECORDS, "lower", "#qx-123456"),
        ("12345678", Category.ACCOUNTS, "shorter", "123456"),
        ("12345678", Category.ACCOUNTS, "zeros", "00012345678"),
        ("219-09-9999", Category.SSNS, "longer", None),
        ("1EG4TE5MK73", Category.HEALTH_PLANS, "shorter", None),
        ("patient number 5", Category.MEDICAL_RECORDS, "dashes", None),
    ],
)
def test_ids_in_other_forms(text: str, kind: Category, name: str, new: str | None) -> None:
    assert id_written(text, kind, name, random.Random(1)) == new


def test_every_form_takes_its_turn() -> None:
    told = document("Call [(212) 555-0134].", Category.PHONES)
    rows, written = set(), set()
    for turn in range(len(PHONES)):
        text, (target,) = rewrite(told.text, reformatted(told, turn, random.Random(1)))
        rows |= set(target.rows)
        written.add(text[target.start : target.end])
        assert text.startswith("Call ") and text.endswith(".")
    assert rows == {f"phone:{name}" for name in PHONES} and len(written) == len(PHONES)


def test_a_foreign_phone_and_an_unread_date_are_left_alone() -> None:
    assert not list(reformatted(document("[+31 20 794 6012]", Category.PHONES), 0, random.Random(1)))
    assert not list(reformatted(document("seen [last week]", Category.DATES), 0, random.Random(1)))
    assert len(set(IDS)) == len(IDS)
