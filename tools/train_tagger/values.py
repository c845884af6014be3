"""Values for the slots that are no person: places, facilities, organisations, and what is none of these."""

from __future__ import annotations

import csv
import random
from pathlib import Path

from tools.train_tagger import tables
from tools.train_tagger.people import HERE, People


def lines(name: str) -> list[str]:
    """The entries of a list or file of templates."""
    found = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [
        line.replace("\\n", "\n").replace("\\t", "\t") for line in found if line and not line.startswith("#")
    ]


class Values:
    """Values for slots that are no person. `folder`: the lists of names and places."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.rng = random.Random(seed)
        self.people = People(folder, self.rng)
        self.zips = _read(folder / "zip_city_state_county_geonames.csv")
        self.towns = _read(folder / "places_geonames_kelvins.csv")
        self.counties = [row["name"] for row in _read(folder / "counties_census2010.csv")]
        self.hospitals = [
            row["name"].title().replace("'S", "'s") for row in _read(folder / "hospitals_cms.csv")
        ]
        self.suffixes = [row["variant"].title() for row in _read(folder / "street_suffix_usps.csv")]
        self.words = [
            r["word"] for r in _read(folder / "english_words_scowl70.csv") if int(r["scowl_size"]) <= 35
        ]
        self.lists = {
            path.stem: lines(f"lists/{path.name}") for path in sorted((HERE / "lists").glob("*.txt"))
        }
        self.lists["drugs"] = [row["name"] for row in _read(folder / "drug_names_core_medlineplus_nhs.csv")]
        self.lists["medical"] = [
            row["word"] for row in _read(folder / "medical_words_icd10cm.csv") if len(row["word"]) > 4
        ]
        self._decks: dict[str, list[str]] = {}

    def value(self, slot: str) -> str:
        """A value for a slot that is no person."""
        made = getattr(self, f"_{slot}", None)
        if made is not None:
            told: str = made()
            return told
        return self._dealt(tables.LIST[slot])

    def _dealt(self, name: str) -> str:
        """An entry of a list: each once before any comes again."""
        deck = self._decks.setdefault(name, [])
        if not deck:
            deck.extend(self.lists[name])
            self.rng.shuffle(deck)
        return deck.pop()

    def _town(self) -> dict[str, str]:
        """A town: half by how many live there."""
        rng = self.rng
        return rng.choice(self.towns if rng.random() < 0.6 else self.towns[:1500])

    def _city(self) -> str:
        return self._town()["city"]

    def _county(self) -> str:
        return self.rng.choice(self.counties)

    def _zip(self) -> str:
        code = self.rng.choice(self.zips)["zip"]
        return f"{code}-{self.rng.randint(0, 9999):04}" if self.rng.random() < 0.1 else code

    def _st(self) -> str:
        return self.rng.choice(self.zips)["state"]

    def _state(self) -> str:
        return self.rng.choice(tables.STATES)

    def _country(self) -> str:
        return self.rng.choice(tables.COUNTRIES)

    def _foreign_city(self) -> str:
        return self.rng.choice(self.lists["foreign_cities"])

    def _road(self) -> str:
        rng = self.rng
        kind = rng.random()
        if kind < 0.08:
            return f"{rng.choice(('Highway', 'Route', 'Rt', 'Hwy', 'County Road', 'State Route', 'FM', 'US'))} {rng.randint(1, 980)}"
        if kind < 0.18:
            number = rng.randint(1, 120)
            ending = "th" if 10 < number % 100 < 14 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
            name = f"{number}{ending}"
        elif kind < 0.5:
            name = title_word(rng.choice(self.words))
        elif kind < 0.85:
            name = self.people.draw().surname
        else:
            name = f"{title_word(rng.choice(self.words))} {title_word(rng.choice(self.words))}"
        suffix = rng.choice(tables.COMMON_SUFFIXES) if rng.random() < 0.85 else rng.choice(self.suffixes)
        side = rng.choice(("", "", "", "N ", "S ", "E ", "West ", "N. ", "SE "))
        return f"{side}{name} {suffix}"

    def _street(self) -> str:
        rng = self.rng
        number = str(rng.randint(1, rng.choice((99, 999, 9999, 19999))))
        unit = rng.choice(
            (
                "",
                "",
                "",
                f" Apt {rng.randint(1, 99)}",
                f", Unit {rng.choice('ABCD')}",
                f" #{rng.randint(1, 400)}",
            )
        )
        if rng.random() < 0.05:
            return f"{rng.choice(('PO Box', 'P.O. Box'))} {rng.randint(1, 9999)}"
        return f"{number} {self._road()}{unit}"

    def _address(self) -> str:
        row, rng = self.rng.choice(self.zips), self.rng
        comma = rng.choice((", ", ", ", " "))
        return f"{self._street()}{comma}{row['city']}{rng.choice((', ', ' '))}{row['state']} {row['zip']}"

    def _facility(self) -> str:
        rng = self.rng
        if rng.random() < 0.25:
            return rng.choice(self.hospitals)
        head = rng.choice(
            (
                lambda: f"St. {rng.choice(tables.SAINTS)}{rng.choice(('', chr(39) + 's'))}",
                lambda: f"{rng.choice(('Saint', 'Mount', 'St', 'Our Lady of'))} {rng.choice(tables.SAINTS)}",
                self._city,
                self._city,
                lambda: self.people.draw().surname,
                lambda: title_word(rng.choice(self.words)) + rng.choice(tables.LAND),
                lambda: (
                    f"{title_word(rng.choice(self.words))} {title_word(rng.choice(tables.LAND).strip() or 'Valley')}"
                ),
                self._county,
                lambda: f"{rng.choice(tables.SIDES)} {self._city()}",
            )
        )()
        return (
            f"{head} {rng.choice(tables.FACILITIES)}"
            if rng.random() < 0.93
            else head + rng.choice((" General", " Memorial", " Medical", "'s"))
        )

    def _org(self) -> str:
        return self._company() if self.rng.random() < 0.5 else self.rng.choice(self.lists["orgs"])

    _employer = _org

    def _company(self) -> str:
        rng = self.rng
        head = rng.choice(
            (
                lambda: self.people.draw().surname,
                lambda: f"{self.people.draw().surname} & {self.people.draw().surname}",
                lambda: (
                    f"{self.people.draw().surname}, {self.people.draw().surname} and {self.people.draw().surname}"
                ),
                lambda: (
                    title_word(rng.choice(self.words)) + rng.choice(("", "", "tech", "co", "soft", "works"))
                ),
                lambda: f"{title_word(rng.choice(self.words))} {title_word(rng.choice(self.words))}",
                self._city,
            )
        )()
        return f"{head} {rng.choice(tables.COMPANIES)}"

    def _date(self) -> str:
        rng = self.rng
        month, day, year = rng.randint(1, 12), rng.randint(1, 28), rng.randint(1931, 2026)
        word = tables.MONTHS[month - 1]
        return rng.choice(
            (
                f"{month}/{day}/{year}",
                f"{month:02}/{day:02}/{year % 100:02}",
                f"{year}-{month:02}-{day:02}",
                f"{word} {day}, {year}",
                f"{word} {day}",
                f"{day} {word[:3]} {year}",
                f"{month}/{day}",
                f"{word[:3]} {day}",
                f"{word} {day}th",
            )
        )

    def _time(self) -> str:
        hour, minute = self.rng.randint(1, 12), self.rng.choice((0, 15, 30, 45, 7))
        return self.rng.choice(
            (
                f"{hour}:{minute:02}",
                f"{hour}:{minute:02} {self.rng.choice(('AM', 'pm'))}",
                f"{hour}pm",
                f"{hour + 10:02}{minute:02}",
            )
        )

    def _month(self) -> str:
        return self.rng.choice(tables.MONTHS)

    def _weekday(self) -> str:
        return self.rng.choice(
            ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "Mon", "Tues")
        )

    def _year(self) -> str:
        return str(self.rng.randint(1931, 2026))

    def _age(self) -> str:
        return str(self.rng.randint(1, 97))

    def _num(self) -> str:
        return str(
            self.rng.choice(
                (self.rng.randint(1, 12), self.rng.randint(1, 400), self.rng.randint(1000, 99999))
            )
        )

    def _phone(self) -> str:
        rng = self.rng
        return rng.choice(("{}-555-{:04}", "({}) 555-{:04}", "{}.555.{:04}")).format(
            rng.randint(201, 989), rng.randint(100, 199)
        )

    def _email(self) -> str:
        return f"{self.rng.choice(self.words)}{self.rng.randint(1, 99)}@example.{self.rng.choice(('com', 'org', 'net'))}"

    def _id(self) -> str:
        rng = self.rng
        return rng.choice(("{}{:06}", "{}-{:05}", "{:.0}{:07}")).format(
            rng.choice("ABEHMPRX"), rng.randint(1000, 9999999)
        )

    def _drug(self) -> str:
        name = self._dealt("drugs")
        return name.title() if self.rng.random() < 0.6 else name

    def _medword(self) -> str:
        word = self._dealt("medical")
        return word.title() if self.rng.random() < 0.6 else word

    def _spelled(self) -> str:
        """An abbreviation as a transcript spells it: `G E R D`."""
        return " ".join(self.rng.choice(self.lists["abbreviations"]).upper()) + self.rng.choice(("", "", "."))

    def _race(self) -> str:
        return self.rng.choice(tables.RACES)

    def _dose(self) -> str:
        return f"{self.rng.choice((5, 10, 20, 25, 40, 81, 100, 325, 500))}{self.rng.choice((' mg', 'mg', ' mcg', ' units', ' mL'))}"

    def _lab(self) -> str:
        return self.rng.choice(tables.LABS)

    def _nationality(self) -> str:
        return self.rng.choice(tables.NATIONALITIES)

    def _language(self) -> str:
        return self.rng.choice(tables.LANGUAGES)

    def _holiday(self) -> str:
        return self.rng.choice(
            (
                "Christmas",
                "Thanksgiving",
                "Easter",
                "Memorial Day",
                "Labor Day",
                "Halloween",
                "New Year's Eve",
                "Ramadan",
                "Diwali",
                "Passover",
            )
        )


def title_word(word: str) -> str:
    """A word with a capital letter."""
    return word[:1].upper() + word[1:].split("'")[0]


def _read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
