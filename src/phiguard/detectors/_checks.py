"""Check digits and closed sets, each with its source. Pure functions over strings; separators are the caller's affair.

Sources: ISO/IEC 7812-1 (Luhn), 45 CFR 162.406 and CMS "NPI check digit" (80840 prefix), 21 CFR 1301 (DEA registration),
ABA routing number policy, ISO 13616 (IBAN), Banco de México (CLABE), Bitcoin developer reference and BIP 173/350
(base58check, bech32, bech32m), ISO 3779 and 49 CFR 565 (VIN), 3GPP TS 23.003 (IMEI), GS1 General Specifications 7.9 (mod 10), ANSI/HIBC 2.6 (mod 43), ICAO Doc 9303 part 3 (MRZ), RENAPO "Instructivo" of 2008 (CURP).
"""

from __future__ import annotations

import hashlib

_LUHN_DOUBLE = (0, 2, 4, 6, 8, 1, 3, 5, 7, 9)
_VIN_VALUE = dict(
    zip(
        "ABCDEFGHJKLMNPRSTUVWXYZ",
        (1, 2, 3, 4, 5, 6, 7, 8, 1, 2, 3, 4, 5, 7, 9, 2, 3, 4, 5, 6, 7, 8, 9),
        strict=True,
    )
)
_VIN_WEIGHT = (8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2)
_BASE58 = {c: i for i, c in enumerate("123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz")}
_BECH32 = {c: i for i, c in enumerate("qpzry9x8gf2tvdw0s3jn54khce6mua7l")}
_BECH32_GENERATOR = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)
_HIBC = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-. $/+%"


def digits(text: str) -> str:
    """The ASCII digits of `text`, in order."""
    return "".join(c for c in text if "0" <= c <= "9")


def luhn(number: str) -> bool:
    """Mod 10 with every second digit doubled, from the right. False for anything but ASCII digits."""
    if not (number.isascii() and number.isdigit()):
        return False
    total = 0
    for place, char in enumerate(reversed(number)):
        digit = ord(char) - 48
        total += _LUHN_DOUBLE[digit] if place % 2 else digit
    return total % 10 == 0


def npi(number: str) -> bool:
    """Ten digits, the first 1 or 2, Luhn over `80840` and the number."""
    return len(number) == 10 and number[0] in "12" and luhn("80840" + number)


def dea(text: str) -> bool:
    """Two letters (or a letter and 9), seven digits: (d1+d3+d5) + 2(d2+d4+d6) ends in d7."""
    d = [ord(c) - 48 for c in text[2:9]]
    return len(d) == 7 and (d[0] + d[2] + d[4] + 2 * (d[1] + d[3] + d[5])) % 10 == d[6]


def aba(number: str) -> bool:
    """Nine digits, weights 3 7 1, and a Federal Reserve prefix (00-12, 21-32, 61-72, 80)."""
    if len(number) != 9 or number == "000000000":
        return False
    prefix = int(number[:2])
    if not (prefix <= 12 or 21 <= prefix <= 32 or 61 <= prefix <= 72 or prefix == 80):
        return False
    return sum(int(c) * w for c, w in zip(number, (3, 7, 1) * 3, strict=True)) % 10 == 0


def vin(text: str) -> bool:
    """Seventeen characters without I, O, Q; the ninth is the weighted sum mod 11 (10 is X)."""
    total = 0
    for char, weight in zip(text.upper(), _VIN_WEIGHT, strict=True):
        value = ord(char) - 48 if char.isdigit() else _VIN_VALUE.get(char)
        if value is None:
            return False
        total += value * weight
    return "0123456789X"[total % 11] == text[8].upper()


def gs1(number: str) -> bool:
    """GTIN-8/12/13/14 and SSCC: weights 3 1 from the right, the last digit the check digit."""
    total = sum((ord(c) - 48) * (3 if i % 2 == 0 else 1) for i, c in enumerate(reversed(number[:-1])))
    return (10 - total % 10) % 10 == ord(number[-1]) - 48


def mod97(text: str) -> bool:
    """ISO 7064 MOD 97-10 as IBAN uses it: first four characters to the end, letters as numbers, remainder 1."""
    moved = text[4:] + text[:4]
    return int("".join(str(int(c, 36)) for c in moved)) % 97 == 1


def hibc(text: str) -> bool:
    """HIBC mod 43: the last character is the sum of the others in the 43-character table."""
    values = [_HIBC.find(c) for c in text]
    return min(values) >= 0 and sum(values[:-1]) % 43 == values[-1]


def mrz(field: str, check: str) -> bool:
    """ICAO 9303: weights 7 3 1, letters as 10-35, the filler `<` as 0; `check` is a digit, or `<` for an empty field."""
    total = sum((0 if c == "<" else int(c, 36)) * (7, 3, 1)[i % 3] for i, c in enumerate(field))
    return str(total % 10) == check or (check == "<" and not field.strip("<"))


def curp(text: str) -> bool:
    """Mexican CURP: eighteen characters; weights 18 to 2 over an alphabet with N-tilde after N, the last digit mod 10."""
    if not (text.isascii() and text.isalnum()):
        return False
    alphabet = "0123456789ABCDEFGHIJKLMNÑOPQRSTUVWXYZ"
    total = sum(alphabet.index(c) * (18 - i) for i, c in enumerate(text[:17]))
    return str((10 - total % 10) % 10) == text[17]


def clabe(number: str) -> bool:
    """Mexican CLABE: 18 digits, weights 3 7 1 each mod 10, the last the complement to ten."""
    if len(number) != 18 or number[:3] == "000":
        return False
    total = sum(int(c) * w % 10 for c, w in zip(number[:17], (3, 7, 1) * 6, strict=False))
    return (10 - total % 10) % 10 == int(number[17])


def base58check(text: str) -> bool:
    """A version byte and 20 bytes, then the first four bytes of their double SHA-256; leading ones are leading zeros."""
    value = 0
    for char in text:
        digit = _BASE58.get(char)
        if digit is None:
            return False
        value = value * 58 + digit
    if value >= 1 << 200:
        return False
    raw = value.to_bytes(25, "big")
    if len(text) - len(text.lstrip("1")) != len(raw) - len(raw.lstrip(b"\0")):
        return False
    return hashlib.sha256(hashlib.sha256(raw[:21]).digest()).digest()[:4] == raw[21:]


def bech32(text: str) -> bool:
    """Human-readable part, `1`, data and six check characters of one case: the polymod is 1 (bech32) or bech32m's constant."""
    if text.lower() != text and text.upper() != text:
        return False
    prefix, _, data = text.lower().rpartition("1")
    values = [_BECH32.get(c, -1) for c in data]
    if not prefix or len(values) < 7 or min(values) < 0:
        return False
    check = 1
    for value in (*(ord(c) >> 5 for c in prefix), 0, *(ord(c) & 31 for c in prefix), *values):
        top = check >> 25
        check = (check & 0x1FFFFFF) << 5 ^ value
        for bit, generator in enumerate(_BECH32_GENERATOR):
            if top >> bit & 1:
                check ^= generator
    return check in (1, 0x2BC830A3)
