"""A place in an address that is being read, and the units that may stand there: suites, floors, boxes, bare numbers.

Source: USPS Publication 28, 213 (secondary address units), Appendix C2.
"""

from __future__ import annotations

from phiguard.detectors import _regexes as regex
from phiguard.detectors._address_tokens import BOXES, LONE_UNITS, UNIT_SET, Token, cut

FLOORS = frozenset("floor fl flr level lvl".split())
_UNITS = frozenset("ste suite apt unit bldg".split())


class UnitReader:
    """Reads tokens from the left; knows units. `end`: where what was read ends. `unit`: one was named by a word."""

    def __init__(self, text: str) -> None:
        self.text, self.tokens = text, cut(text)
        self.at = self.end = 0
        self.unit = False

    def peek(self, ahead: int = 0) -> Token | None:
        return self.tokens[self.at + ahead] if self.at + ahead < len(self.tokens) else None

    def take(self, count: int = 1) -> None:
        self.at = min(self.at + count, len(self.tokens))
        self.end = self.tokens[self.at - 1].end

    def _named_behind(self, ahead: int) -> bool:
        token = self.peek(ahead)
        return token is not None and token.named and not token.direction

    def _unit(self, *, first: bool = False) -> bool:
        """One unit: `Ste 5`, `2nd floor`, `# 4 B`, `PO Box 12`, a lone `rear`, or a bare number at the line's end."""
        skip = 0
        while (token := self.peek(skip)) and token.text in (",", ";", "(", ")", "\n") and skip < 2:
            skip += 1
        if token is None:
            return False
        behind = self.peek(skip + 1)
        if (
            (token.ordinal or (token.text.isdigit() and not first))
            and behind is not None
            and behind.word in FLOORS
        ):
            return self._took(skip + 2)
        if token.word in LONE_UNITS and (behind is None or not behind.suffix):
            return self._took(
                skip + (2 if behind is not None and behind.word in ("level", "unit", "floor") else 1)
            )
        if (
            token.word in BOXES
            or token.word.partition("-")[0] in UNIT_SET
            or (token.text == "#" and not first)
        ):
            return self._worded(skip)
        return not first and self._bare(skip, token)

    def _took(self, count: int, *, unit: bool = True) -> bool:
        self.take(count)
        self.unit = self.unit or unit
        return True

    def _worded(self, skip: int) -> bool:
        """A unit's word, or a box's, and its value; both in one, `Bld-A`."""
        word, dash, value_ = self.tokens[self.at + skip].word.partition("-")
        if dash and word in UNIT_SET and len(value_) < 5:
            return self._took(skip + 1)
        at = skip + 1
        while (
            (token := self.peek(at))
            and (token.word in BOXES or token.word in UNIT_SET or token.text in ("#", ".", "-", "/"))
            and at < skip + 5
        ):
            at += 1
        value = self.peek(at)
        if value is None or not regex.fullmatch(
            r"\d[\w-]{0,9}|[A-Za-z](?:-?\d{1,5}[A-Za-z]?)?|[A-Z]{2}-?\d{1,4}|[A-Z]-[A-Z0-9]{1,4}", value.text
        ):
            return False
        behind = self.peek(at + 1)
        if (
            value.number
            and behind
            and regex.fullmatch(r"[A-Za-z]|[NnSs][EeWw]|East|West|North|South", behind.text)
            and self._last_of(at + 2)
        ):
            at += 1
        return self._took(at + 1)

    def _last_of(self, ahead: int) -> bool:
        """Whether a line ends here, or a comma stands."""
        token = self.peek(ahead)
        return token is None or token.text in ",;\n"

    def _bare(self, skip: int, token: Token) -> bool:
        """`Broadway 211`, `Dr., 1600,`: a value without a word, at the line's end or before a comma."""
        if not regex.fullmatch(
            r"\d{1,4}(?:[A-Z]|-[A-Z0-9]{1,4})?|[A-Z]\d{0,4}-[A-Z0-9]{1,5}|[A-Z]\d{1,4}", token.text
        ):
            return False
        behind = self.peek(skip + 1)
        size = 2 if behind and regex.fullmatch(r"[NSEWA-F]", behind.text) and self._last_of(skip + 2) else 1
        return self._last_of(skip + size) and self._took(skip + size, unit=False)

    def _building(self) -> None:
        """Up to three words of a building's name before a unit: `Rd NE Tower Place Ste 5`."""
        skip = 1 if (token := self.peek()) and token.text == "," else 0
        for size in range(1, 4):
            words = self.tokens[self.at + skip : self.at + skip + size]
            if len(words) < size or not words[-1].named or words[-1].stops or words[-1].word in _UNITS:
                return
            unit = self.peek(skip + size + (1 if (t := self.peek(skip + size)) and t.text == "," else 0))
            if unit is not None and unit.word in _UNITS:
                self.take(skip + size)
                return
