"""A street, read from an address's tokens: number, direction, name, suffix or a road's number, and what stands behind it.

Source: USPS Publication 28, 23 (delivery line), 29 (grid and rural styles).
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from phiguard.detectors import _regexes as regex
from phiguard.detectors._address_tokens import NOT_FIRST, ROAD_WORDS, UNIT_SET, Token, sentence_ends
from phiguard.detectors._address_towns import STATE_BEHIND, Span, TownReader
from phiguard.detectors._address_units import FLOORS
from phiguard.detectors._places import city_in, state_of

_MOST_WORDS = 6
_LETTERED = frozenset("route rte rt road hwy highway".split())
"""Roads that may have a letter for a number."""


@dataclass(frozen=True, slots=True)
class Run:
    """Where the parts stand in the text that was read. `core`: what ends the street: a common or uncommon suffix, the number
    of a road, nothing (plain), or there are only units and boxes. `names`: words of its name. `direction`, `behind`: one stands behind the
    number, behind the suffix. `unit`: one is named by a word. `bare`: nothing but an addressee stands behind it on its line."""

    street: Span
    city: Span | None = None
    zip: Span | None = None
    tail: bool = False
    core: str = ""
    suffix: str = ""
    names: tuple[Token, ...] = ()
    direction: bool = False
    unit: bool = False
    state: str = ""
    bare: bool = False
    behind: bool = False


class StreetReader(TownReader):
    """Reads a street token by token."""

    def read(self) -> Run | None:
        while self.at < 8 and self._unit(first=True):
            pass
        leading = self.end
        if leading and (token := self.peek()) and token.text in ",\n":
            self.at += 1
        if not self._number():
            return self._placed("units", "", [], street=leading) if leading else None
        direction = self._direction()
        core, suffix, names = self._name()
        if core is None:
            return None
        if core == "plain" and len(names) > 1 and names[-1].direction:
            direction = True
        behind = (core != "plain" or self._turns()) and self._direction(comma=True)
        direction = direction or (core == "plain" and behind)
        self._building()
        while self._unit():
            pass
        run = self._placed(core, suffix, names, street=self.end)
        return replace(run, direction=direction, behind=behind)

    def _turns(self) -> bool:
        """Whether a comma and a direction end the line: `28 Lullwater, NE`."""
        return (token := self.peek()) is not None and token.text == "," and self._last_of(2)

    def _placed(self, core: str, suffix: str, names: list[Token], *, street: int) -> Run:
        """With the city behind it: after a plain name the name's own last words may be it."""
        inside = self._inside(names) if core == "plain" and not self.unit else None
        if inside is not None:
            (first, last), state = inside
            if state and (written := STATE_BEHIND.match(self.text, self.end)):
                self.end = written.end()
            place = (names[first].start, names[last - 1].end)
            return Run(
                (0, names[first - 1].end), place, None, core=core, names=tuple(names[:first]), state=state
            )
        town, state, code = self._city()
        if town is None and (core != "plain" or len(names) < 3):
            code = self._code()
        return Run(
            (0, street), town, code, core=core, suffix=suffix, names=tuple(names), unit=self.unit, state=state
        )

    def _inside(self, names: list[Token]) -> tuple[Span, str] | None:
        """Where a listed city stands among the words of a name, its State behind it or not."""
        for last in (len(names), len(names) - 1):
            state = state_of(names[-1].text) if last < len(names) else ""
            for size in range(min(3, last - 1), 0, -1):
                words = names[last - size : last]
                if not state and last == len(names):
                    found = self._is_town(words)
                    if found is not None and (found or not self._comma_state()):
                        return (last - size, last), found
                elif state and city_in(" ".join(word.text for word in words), state):
                    return (last - size, last), state
        return None

    def _comma_state(self) -> bool:
        """Whether another city's name may follow: a comma and a word."""
        return (token := self.peek()) is not None and token.text == "," and self._named_behind(1)

    def _number(self) -> bool:
        """A house number, with what belongs to it: a fraction, a letter, a second number of a range."""
        first = self.peek()
        if first is None or not (first.counts or first.text == "#"):
            return False
        self.take(2 if first.text == "#" else 1)
        token, behind = self.peek(), self.peek(1)
        if (
            token
            and (
                token.text in ("½", "1/2", "1/4", "3/4")
                or (token.text.isdigit() and behind and behind.direction)
            )
        ) or (
            token
            and len(token.text) == 1
            and token.text.isalpha()
            and not token.direction
            and behind
            and behind.named
            and not behind.suffix
        ):
            self.take()
        if (token := self.peek()) and token.text == ",":
            self.take()
        token = self.peek()
        return token is not None and token.word not in NOT_FIRST and self.at < len(self.tokens)

    def _direction(self, *, comma: bool = False) -> bool:
        """One or two directions, behind a comma where one may stand."""
        skip = 1 if comma and (token := self.peek()) and token.text == "," else 0
        count = 0
        while count < 2 and (token := self.peek(skip + count)) and token.direction:
            behind = self.peek(skip + count + 1)
            if not comma and (
                behind is None
                or behind.text in ",;\n"
                or (behind.suffix and not self._named_behind(skip + count + 2))
            ):
                break
            if comma and ((len(token.word) > 2 and skip) or self._is_city(skip + count)):
                break
            if token.text == "No" and behind is not None and any(map(str.isdigit, behind.text)):
                break
            count += 1
        if count:
            self.take(skip + count)
        return count > 0

    def _name(self) -> tuple[str | None, str, list[Token]]:
        """The name up to its suffix or to a road's number; `plain` without either."""
        names: list[Token] = []
        while (token := self.peek()) is not None and len(names) <= _MOST_WORDS:
            if token.word in ROAD_WORDS and self._road():
                return "road", token.word, names
            if token.suffix and (names or token.word == "broadway") and not self._goes_on():
                self.take()
                return ("common" if token.common else "uncommon"), token.word, names
            behind = self.peek(1)
            if token.ordinal and behind is not None and behind.word in FLOORS:
                break
            if (
                token.stops
                or not (token.named or token.ordinal or token.text.isdigit() or token.text == "½")
                or token.word in UNIT_SET
            ):
                break
            if token.text.isdigit() and (not names or self._last_word()):
                break
            names.append(token)
            self.take()
            if behind is not None and sentence_ends(token, behind):
                break
        return ("plain" if names else None), "", names

    def _last_word(self) -> bool:
        behind = self.peek(1)
        return behind is None or not behind.named

    def _goes_on(self) -> bool:
        """Whether the suffix here is a word of a name that goes on: `Lake N Shore Dr`, `St Louis`."""
        behind, next_ = self.peek(1), self.peek(2)
        if behind is None or not behind.named:
            return False
        saint = self.tokens[self.at].word == "st" and next_ is not None and next_.common
        return saint or (behind.suffix and behind.word not in UNIT_SET)

    def _road(self) -> bool:
        """`Highway 763`, `Route No 31 B`, `I 10`: a word of roads and its number."""
        skip = 0 if self.tokens[self.at].word == "a1a" else 1
        while (
            skip
            and (token := self.peek(skip))
            and (token.word in ROAD_WORDS or token.word in ("no", "#", "co", "county", "-"))
        ):
            skip += 1
        number = self.peek(skip)
        if (
            number is None
            or number.ordinal
            or not regex.fullmatch(r"(?:\d{1,4}[A-Za-z]{0,2}|[A-Z]\d[A-Z]|[A-Z])", number.text)
        ):
            return False
        if number.text.isalpha() and self.tokens[self.at].word not in _LETTERED:
            return False
        behind = self.peek(skip + 1)
        if behind is not None and behind.word in ("alt", "business", "bus", "bypass"):
            skip += 1
        if behind is not None and behind.word in ("hwy", "highway", "rd", "road"):
            skip += 1
        self.take(skip + 1)
        return True
