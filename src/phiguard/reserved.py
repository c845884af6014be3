"""Test values that stand for no one: reserved or published for documentation. The `code` profile does not report them.

Source: RFC 2606 and 6761 (example domains), RFC 5737 and 3849 (documentation addresses), NANPA 555-0100 to 555-0199 (line
numbers for fiction), SSA (never issued areas; numbers published in advertisements), issuers' published test cards.
"""

from __future__ import annotations

import regex

from phiguard.detectors._checks import digits
from phiguard.model import Category

_DOMAIN = regex.compile(
    r"(?i)(?:^|[@./])(?:[\w-]{1,63}\.){0,4}(?:example(?:\.(?:com|org|net|edu))?|test|invalid|localhost)(?:[/:?#]|$)"
)
_ADDRESS = regex.compile(r"(?i)^(?:192\.0\.2\.|198\.51\.100\.|203\.0\.113\.|2001:0?db8:)")
_FAKE_SSNS = frozenset(("078051120", "219099999", "457555462", "123456789", "987654321", "111111111"))
_FAKE_SSN_PREFIX = ("000", "666", "98765432")
_TEST_CARDS = frozenset(
    "4111111111111111 4242424242424242 4012888888881881 4000056655665556 5555555555554444 5105105105105100 2223003122003222 "
    "378282246310005 371449635398431 6011111111111117 6011000990139424 3056930009020004 30569309025904 38520000023237 "
    "3530111333300000 3566002020360505 6200000000000005 4444333322221111".split()
)


def is_reserved(category: Category, value: str) -> bool:
    """Whether a value of this category is reserved for tests and documentation."""
    number = digits(value)
    if category in (Category.PHONES, Category.FAXES):
        return "55501" in number[:-2] if len(number) >= 9 else number.startswith("55501")
    if category in (Category.EMAILS, Category.URLS):
        return _DOMAIN.search(value) is not None
    if category is Category.IPS:
        return _ADDRESS.match(value) is not None
    if category is Category.SSNS:
        return number in _FAKE_SSNS or number.startswith(_FAKE_SSN_PREFIX)
    return category is Category.CREDIT_CARDS and number in _TEST_CARDS
