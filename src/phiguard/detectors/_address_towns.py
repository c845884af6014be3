"""The city behind a street, its State and its ZIP code, read from an address's tokens.

Source: USPS Publication 28, 22 (last line: city, State, ZIP code); the shipped list of places.
"""

from __future__ import annotations

from phiguard.detectors import _regexes as regex
from phiguard.detectors._address_tokens import Token
from phiguard.detectors._address_units import UnitReader
from phiguard.detectors._places import STATE_ABBREVIATION, STATE_NAME, city, city_in, places, state_of

Span = tuple[int, int]
STATE_BEHIND = regex.compile(
    rf"[ ,\n]{{1,4}}(?P<state>(?i:{STATE_ABBREVIATION}|{STATE_NAME})|[A-Z]\.[ ]?[A-Z]\.)(?![\w'-])"
)
REST = regex.compile(r"[ .,;)]{0,4}(?:\n|\Z|(?i:attn|attention|c/o|usa?\b|united states))")
"""How a line ends behind an address, or an addressee follows."""


class TownReader(UnitReader):
    """Knows cities, too."""

    def _city(self) -> tuple[Span | None, str, Span | None]:
        """A listed city behind the street with its State or a ZIP code, or what stands before a State at the line's end."""
        skip = 0
        while (token := self.peek(skip)) and token.text in ",\n" and skip < 2:
            skip += 1
        for listed in (True, False):
            for size in range(4, 0, -1):
                words = self.tokens[self.at + skip : self.at + skip + size]
                if len(words) < size or not all(word.named and not word.stops for word in words):
                    continue
                found = self._is_town(words) if listed else self._is_placed(words)
                if found is not None:
                    self.take(skip + size)
                    if found and (behind := STATE_BEHIND.match(self.text, self.end)):
                        self.end = behind.end()
                    return (words[0].start, words[-1].end), found, None if found else self._code()
        return None, "", None

    def _is_placed(self, words: list[Token]) -> str | None:
        """The State behind words that no list has as a city, where the line ends behind it."""
        behind = STATE_BEHIND.match(self.text, words[-1].end)
        if behind is None or len(words) > 3 or REST.match(self.text, behind.end()) is None:
            return None
        return self._state(behind) or None

    def _state(self, found: regex.Match[str]) -> str:
        written = found["state"]
        return state_of(written.replace(".", "").replace(" ", "")) or state_of(written)

    def _code(self) -> Span | None:
        """A ZIP code in use right behind the street or its city, where the line or the clause ends."""
        found = regex.compile(r"[ ,\n]{1,3}(\d{5})(?:-\d{4})?(?=[,;\n]|\.?\Z)").match(self.text, self.end)
        if found is None or int(found[1]) not in places().zips:
            return None
        self.end = found.end()
        return found.start(1), found.end()

    def _is_town(self, words: list[Token]) -> str | None:
        """The State behind a listed city, or nothing where the line or the clause ends; None for no city."""
        name = " ".join(word.text for word in words)
        known = city(name)
        if known is None and name.lower() != "nyc":
            return None
        end = words[-1].end
        behind = STATE_BEHIND.match(self.text, end)
        state = self._state(behind) if behind else ""
        if state and city_in(name, state):
            return state
        if self.text[end : end + 1] not in ("", ",", "\n", ".", ";"):
            return None
        return (
            "" if (len(name) > 2 and words[0].text[0].isupper()) or not self.text[end:].strip(" .") else None
        )

    def _is_city(self, ahead: int) -> bool:
        words = [token.text for token in self.tokens[self.at + ahead : self.at + ahead + 2]]
        return len(words) == 2 and len(words[0]) > 2 and city(" ".join(words)) is not None
