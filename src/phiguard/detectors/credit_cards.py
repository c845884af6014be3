"""Payment card numbers: issuer ranges and Luhn, grouped or not; under a label also mistyped ones; partly masked ones.

Law: 45 CFR 164.514(b)(2)(i)(J).
Source: ISO/IEC 7812-1 (length, Luhn, major industry identifiers) and the networks' published ranges: Visa 4; Mastercard
51-55, 2221-2720; American Express 34, 37; Discover 6011, 644-649, 65; Diners Club 300-305, 3095, 36, 38-39; JCB 3528-3589;
UnionPay 62 (Luhn not guaranteed); Maestro 50, 56-58, 6; PCI DSS 3.4 (first six and last four may stay: still a finding).
"""

from __future__ import annotations

from phiguard.detectors import _regexes as regex
from phiguard.detectors._checks import digits, gs1, luhn
from phiguard.detectors._labels import Labels, phrases
from phiguard.detectors._pattern import (
    HIGH,
    LOW,
    MEDIUM,
    Candidate,
    Category,
    Detector,
    Evidence,
    Pattern,
    Verdict,
)

_ISSUERS: tuple[tuple[str, str, tuple[int, ...]], ...] = (
    ("Visa", r"4", (13, 16, 19)),
    ("Mastercard", r"5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720", (16,)),
    ("American Express", r"3[47]", (15,)),
    ("Discover", r"6011|64[4-9]|65", (16, 17, 18, 19)),
    ("Diners Club", r"30[0-5]|3095|36|3[89]", (14, 16, 19)),
    ("JCB", r"35(?:2[89]|[3-8])", (16, 17, 18, 19)),
    ("UnionPay", r"62", (16, 17, 18, 19)),
    ("Maestro", r"5[0678]|6", (12, 13, 14, 15, 16, 17, 18, 19)),
)
_COMPILED = tuple((name, regex.compile(prefix), lengths) for name, prefix, lengths in _ISSUERS)
_SEP = r"[ \-.]"
_END = r"(?!\w|[-.]\d)"
_START = r"(?<![\w+$#]|\d[-./:]|[$€£]\d,)"
_START_BARE = r"(?<![\w+$]|\d[-./:]|[$€£]\d,)"
_LOOSE_SEP = r"(?:[ ]?[-.][ ]?|[ ]{1,2})"
_MASK = r"[x*•#·]"
_MASKED = "|".join(
    (
        rf"(?:{_MASK}{{4}}[ \-]?){{2,3}}\d{{4}}",
        rf"\d{{4}}[ \-]?\d{{2}}{_MASK}{{2}}[ \-]?{_MASK}{{4}}[ \-]?\d{{4}}",
        rf"\d{{4}}[ \-]?(?:{_MASK}{{4}}[ \-]?){{1,2}}{_MASK}{{0,4}}[ \-]?\d{{4}}",
        rf"{_MASK}{{4}}[ \-]{_MASK}{{6}}[ \-]{_MASK}?\d{{4,5}}",
        rf"{_MASK}{{10,15}}\d{{4}}",
    )
)
_BRAND = r"(?:(?-i:MC|AX|AMX)|card|visa|master ?card|amex|american express|discover|debit|credit|tarjeta)"
_BRAND_RUNS = frozenset(
    "card visa master mastercard amex american discover debit credit tarjeta mc ax amx plastic".split()
)
_LAST = (
    rf"(?i)\b{_BRAND}\b[^\n\d]{{0,30}}\b(?:ending|ends|ended|last (?:4|four)(?: digits)?|terminada|termina|"
    r"últimos (?:4|cuatro)(?: dígitos)?)(?:[ ](?:in|with|on|are|is|en))?[ :#]{0,3}(?P<v>\d{4})(?![\w/]|[-.]\d)"
)
_OTHER_CARD = regex.compile(
    r"(?i)\b(?:id|identity|insurance|health|member(?:ship)?|medicare|medicaid|sim|key|access|badge|library|report|green|loyalty|business|"
    r"sanitaria|salud)[ \-]?(?:card|tarjeta)\b[^\n]{0,12}\Z|\btarjeta (?:sanitaria|de salud|de identidad)\b[^\n]{0,12}\Z"
)
_GROUP_GAP = regex.compile(r"[ .\-]{1,3}")
_SOFT = frozenset("cc|pan|card|visa|discover|amex|card #|tarjeta".split("|"))
"""Labels that head other columns too (chief complaint, a panel): a value without twelve digits there is no card."""


def issuer(number: str) -> str:
    """The network whose range and length a number has; empty when none does."""
    return next(
        (name for name, prefix, lengths in _COMPILED if len(number) in lengths and prefix.match(number)), ""
    )


def _whole(c: Candidate) -> Verdict | None:
    """A run of digits, bare or grouped as printed."""
    number = digits(c.value)
    name, passes = issuer(number), luhn(number)
    if len(set(number)) == 1:
        return None
    if c.labelled:
        return _labelled(c)
    if not name or not passes:
        return None
    if len(number) != 16 and c.before(1) == "#":
        return None  # a number of something
    if len(number) < 16 and c.value.isdigit():
        chance = name == "Maestro" or (len(number) < 15 and gs1(number))
        return Verdict(LOW if chance else MEDIUM, name, evidence=Evidence.CHECK)
    return Verdict(MEDIUM if c.value.isdigit() else HIGH, name, evidence=Evidence.CHECK)


def _labelled(c: Candidate) -> Verdict | None:
    number = digits(c.value)
    if _OTHER_CARD.search(c.before(40)) and not (issuer(number) and luhn(number)):
        return None
    if regex.search(r"(?i)[x*•#·]", c.value) or len(number) < 12:
        return Verdict(MEDIUM, "partial card number")
    if len(set(number)) == 1:
        return None
    cut = _behind_card(c.value)
    number = digits(c.value[: len(c.value) - cut])
    name = issuer(number)
    if luhn(number) and name:
        return Verdict(HIGH, name, evidence=Evidence.CHECK, shrink=(0, cut))
    return Verdict(MEDIUM, name)


def _behind_card(value: str) -> int:
    """How many characters behind a valid card are an expiry or a security code: `4111 1111 1111 1111 12 27`."""
    if luhn(digits(value)) and issuer(digits(value)):
        return 0
    for part in reversed(list(_GROUP_GAP.finditer(value))):
        number = digits(value[: part.start()])
        if len(number) < 13:
            break
        if luhn(number) and issuer(number):
            return len(value) - int(part.start())
    return 0


def _said(c: Candidate) -> Verdict | None:
    number = digits(c.value)
    if not (issuer(number) and luhn(number)) or _OTHER_CARD.search(c.before(40)):
        return None
    return Verdict(HIGH, issuer(number), evidence=Evidence.CHECK | Evidence.LABEL)


def _partial(c: Candidate) -> Verdict | None:
    return Verdict(MEDIUM, "partial card number") if digits(c.value) else None


def _accepts(cell: str, phrase: str) -> bool:
    return (
        phrase in _SOFT
        and len(digits(cell)) < 12
        and not regex.search(r"(?i)[x*•]{3}[ \-]?\d{3,4}\s*\Z|\A\s*\d{4}\s*\Z", cell)
    )


DETECTOR = Detector(
    category=Category.CREDIT_CARDS,
    title="Credit card numbers",
    law="45 CFR 164.514(b)(2)(i)(J)",
    replacement="[CREDIT CARD]",
    patterns=(
        Pattern(
            "four groups of four",
            rf"{_START}\d{{4}}({_SEP})\d{{4}}\1\d{{4}}\1\d{{4}}{_END}",
            HIGH,
            column=HIGH,
            judge=_whole,
        ),
        Pattern(
            "groups of four, uneven marks",
            rf"{_START}\d{{4}}(?:{_LOOSE_SEP}\d{{4}}){{3}}(?:{_LOOSE_SEP}\d{{3}})?{_END}",
            HIGH,
            judge=_whole,
        ),
        Pattern(
            "four, six, five",
            rf"{_START}3[47]\d{{2}}({_SEP})\d{{6}}\1\d{{5}}{_END}",
            HIGH,
            column=HIGH,
            judge=_whole,
        ),
        Pattern(
            "four, six, four",
            rf"{_START}3[0689]\d{{2}}({_SEP})\d{{6}}\1\d{{4}}{_END}",
            HIGH,
            column=HIGH,
            judge=_whole,
        ),
        Pattern(
            "twelve to nineteen digits",
            rf"{_START_BARE}\d{{12,19}}(?![\w%/]|[-.]\d)",
            MEDIUM,
            column=HIGH,
            judge=_whole,
        ),
        Pattern(
            "card with masked digits",
            rf"(?i)(?<![\w*•#·])(?:{_MASKED})(?![\w*])",
            MEDIUM,
            MEDIUM,
            judge=_partial,
            needs=("xxxx", "XXXX", "****", "••••", "####", "····", "xx", "XX", "**", "••"),
        ),
        Pattern(
            "masked digits behind a brand",
            rf"(?i)\b{_BRAND}(?: no\.?| number)?[ :#\-(]{{1,3}}(?P<v>(?:[x*•]{{1,4}}|\.{{2,4}})[ \-]?\d{{4}})(?![\w*]|[-.]\d)",
            MEDIUM,
            MEDIUM,
            judge=_partial,
            needs=("x", "X", "*", "•", ".."),
        ),
        Pattern(
            "card some words behind its brand",
            rf"(?i)\b(?:{_BRAND[3:-1]}|plastic)\b[^\n\d]{{1,40}}?(?<![\w+$#])(?P<v>\d{{4}}(?:[ \-.]?\d{{2,6}}){{2,5}}){_END}",
            HIGH,
            judge=_said,
            starts=_BRAND_RUNS,
        ),
        Pattern(
            "card on a magnetic stripe",
            r"%[Bb](?P<v>\d{12,19})\^",
            HIGH,
            judge=lambda c: HIGH if luhn(c.value) else None,
            needs=("%B", "%b"),
        ),
        Pattern(
            "last digits of a card",
            _LAST,
            MEDIUM,
            MEDIUM,
            judge=_partial,
            needs=("end", "End", "END", "ast", "LAST", "ermina", "ltimos"),
        ),
    ),
    labels=Labels(
        strong=phrases(
            "credit card | credit card number | credit card no | credit card # | debit card | debit card number | debit card no | card number | card no | card # | card num | card | "
            "payment card | payment card number | bank card | hsa card | fsa card | cc | cc number | cc no | cc # | cc num | ccnum | pan | primary account number | "
            "card on file | visa | mastercard | master card | amex | american express | discover | discover card | visa card | card ending | card ending in | "
            "tarjeta | tarjeta de crédito | tarjeta de credito | tarjeta de débito | tarjeta de debito | número de tarjeta | numero de tarjeta"
        ),
        headers=phrases(
            "card nbr | cc nbr | credit card num | cardnumber | creditcard | crdt card no | cred card | pmt card no | payment card no | card pan | card last 4 | card last4 | cc last 4 | cc last4 | card l4"
        ),
        weak=phrases(
            "ccn | pan exp | pan expiry | card exp | card expiry | card exp date | card expiration | card expiration date | cc exp | cc expiry | cc expiration | card month | card year | exp date | cvv | cvc | "
            "card cvv | cc cvv | card code | card holder | cardholder | cardholder name | card name | name on card | card brand | card network | card issuer | card zip | "
            "insurance card | health card | id card | medicare card | membership card | vaccination card | vaccine card | report card | card member | green card | "
            "chief complaint cc | cc text | hpi cc | visa status | visa expiry | visa number | visa date | discover date | pan scan | pan culture | pan ct"
        ),
        generic=("card",),
        lone=phrases("cc | pan | discover | visa | amex"),
        deny=phrases(
            "sctid | snomed ct | concept id | imei | gtin | upc | ean | isbn | tracking | tracking no | tracking number | serial | serial no | serial number | sn | udi | lot | sscc | timestamp | epoch | invoice | order | order no | order number | accession | study uid | uid | iccid | sku | snomed | reference | ref | ndc | barcode | bar code | trace | icn | claim | claim no | claim number | iban | npi"
        ),
    ),
    value=Pattern(
        "card under its label",
        rf"(?i)(?:\d(?:[ .\-]{{0,3}}\d){{11,18}}{_END}(?!/\d)|(?:(?:{_MASK}|\d)[ \-]?){{8,18}}\d{{4}}(?![\w*]|[-.]\d))",
        None,
        judge=_labelled,
    ),
    accepts=_accepts,
)
