"""Bank account numbers: account and routing numbers, IBAN, CLABE, and a BIC under its label.

Law: 45 CFR 164.514(b)(2)(i)(J).
Source: ABA routing number policy and ANSI X9.13 (nine digits, weights 3 7 1, MICR line), ISO 13616 IBAN registry, ISO 9362
(BIC), Banco de México (CLABE); Nacha operating rules (an account number has up to 17 characters).
Account numbers have no check digit and no layout: the label carries them, so a bare number without one is not found here.
"Account number" alone is a category of its own (`accounts`). Nine digits that pass the routing check are low by themselves:
one number of forty does by chance.
"""

from __future__ import annotations

from phiguard.detectors import _regexes as regex
from phiguard.detectors._bank_labels import ACCOUNTS, BICS, CLABES, HEADERS, IBANS, KINDS, ROUTING
from phiguard.detectors._checks import aba, clabe, digits
from phiguard.detectors._ibans import COUNTRIES, LENGTHS, iban_end
from phiguard.detectors._ids import connected, is_date
from phiguard.detectors._labels import Labels, Strength, phrases
from phiguard.detectors._pattern import (
    GLUED,
    HIGH,
    LOW,
    MEDIUM,
    Candidate,
    Category,
    Confidence,
    Detector,
    Evidence,
    Pattern,
    Verdict,
)

_BIC = regex.compile(r"[A-Z]{4}([A-Z]{2})[A-Z0-9]{2}(?:[A-Z0-9]{3})?")
_SAID = regex.compile(
    r"(?i)\b(?:acc(?:oun)?t|a/c|iban|bank|wire|transfer|cuenta|konto|compte|conto)\b[^\n\d]{0,24}\Z"
)
_SAID_ROUTING = regex.compile(r"(?i)\b(?:routing|rtn|aba|r/t)\b")
_PHONE = regex.compile(r"\(?\d{3}\)?[-. ]{1,2}\d{3}[-. ]\d{4}")
_END = rf"(?:(?={GLUED})|(?![\w@]|[-/]\d|[.,]\d))"
_NUMBER = r"(?:[*xX•#.]{2,14}[- ]?\d{3,6}|(?:[A-Z]{1,6}-?)?\d(?:[ -]?\d){3,19}[A-Z]?)" + _END


def _iban(c: Candidate) -> Verdict | None:
    end = iban_end(c.value)
    if not end or (end == len(c.value) and c.after(1).isalnum()):
        return None
    said = Evidence.LABEL if _SAID.search(c.before(40)) else Evidence.CHECK
    return Verdict(HIGH, "IBAN", shrink=(0, len(c.value) - end), evidence=Evidence.CHECK | said)


def _routing(c: Candidate) -> Verdict | None:
    if not aba(c.value):
        return None
    return Verdict(HIGH if c.labelled else LOW, "routing number")


def _behind_routing(c: Candidate) -> Verdict | None:
    if not aba(c.groups["routing"] or ""):
        return None
    return _account(c, HIGH)


def _beside_routing(c: Candidate) -> Verdict | None:
    """`121100245/00112233445`: which of the two is which, a label in front of both says."""
    answer = _behind_routing(c)
    if answer is None or not _SAID_ROUTING.search(c.before(50)):
        return answer
    return Verdict(HIGH, "account number", evidence=Evidence.LABEL | Evidence.CHECK)


def _said_routing(c: Candidate) -> Verdict | None:
    if aba(c.value):
        return Verdict(HIGH, "routing number", evidence=Evidence.CHECK | Evidence.LABEL)
    return Verdict(MEDIUM, "routing number", evidence=Evidence.LABEL)


def _far(c: Candidate) -> Verdict | None:
    if "health savings" in c.before(80).lower():
        return None
    return _account(c, HIGH if connected(c) else MEDIUM)


def _sure_routing(c: Candidate) -> Verdict | None:
    """Behind an abbreviation that means other things too: by its check digit alone."""
    return _said_routing(c) if aba(c.value) else None


def _clabe(c: Candidate) -> Verdict | None:
    return Verdict(LOW, "CLABE") if clabe(digits(c.value)) else None


def _account(c: Candidate, sure: Confidence) -> Verdict | None:
    number = digits(c.value)
    if len(number) < len(c.value.strip()) and c.value[0] in "*xX•#.":
        return Verdict(MEDIUM, "masked account number", evidence=Evidence.LABEL)
    if _PHONE.fullmatch(c.value) or is_date(c.value) or c.before(2).endswith(("$", "$ ", "€", "€ ")):
        return None
    if len(number) > 7 and len(set(number)) == 1:
        return None
    return Verdict(sure if len(number) >= 6 else MEDIUM, "account number", evidence=Evidence.LABEL)


def _labelled(c: Candidate) -> Verdict | None:
    kind = KINDS.get(c.header.phrase, "account number")
    if "health savings" in c.before(60).lower():
        return None
    number = digits(c.value)
    if kind == "IBAN":
        return (
            Verdict(HIGH if iban_end(c.value) else MEDIUM, "IBAN")
            if len(number) >= 4 and len(c.value) >= 12
            else None
        )
    bic = _BIC.fullmatch(c.value)
    if kind == "BIC":
        return Verdict(HIGH, "BIC") if bic and bic[1] in COUNTRIES else None
    if kind == "routing number" and not c.whole:
        plain = c.value.replace(" ", "").replace("-", "")
        return Verdict(HIGH if aba(plain) else MEDIUM, kind) if len(plain) == len(number) == 9 else None
    if c.value[0].isalpha() and c.value[0] not in "xX" and len(number) < 6:
        return None
    if kind == "CLABE":
        return Verdict(HIGH if clabe(number) else MEDIUM, kind) if 16 <= len(number) <= 20 else None
    if iban_end(c.value):
        return Verdict(HIGH, "IBAN", evidence=Evidence.CHECK)
    if len(number) < 5 and c.value[0].isdigit() and not connected(c):
        return None
    if c.header.strength is Strength.WEAK and len(number) < 6:
        return None
    return _account(c, HIGH)


def _says_nothing(cell: str, phrase: str) -> bool:
    """A word under a bank label (`enrolled`, `checking`): no number, no BIC."""
    return not any(c.isdigit() for c in cell) and not _BIC.fullmatch(cell)


_COUNTRY = "|".join(sorted(LENGTHS))
_GAP = r"(?:[ \t]{0,3}(?:no\b\.?|num\b\.?|number|\#|:|=|is|of|the|and|&|/|,|;|-|\(|\)|aba|rtn|transit|bank|code|acct|account)){0,6}[ \t]{0,3}\n?[ \t]{0,3}"

DETECTOR = Detector(
    category=Category.BANK_ACCOUNTS,
    title="Bank account numbers",
    law="45 CFR 164.514(b)(2)(i)(J)",
    replacement="[BANK ACCOUNT]",
    patterns=(
        Pattern(
            "IBAN",
            rf"(?i)(?<!\w)(?=[A-Z]{{2}}\d\d)(?:{_COUNTRY})\d\d(?:[ -]?[A-Z0-9]){{11,34}}",
            HIGH,
            column=HIGH,
            judge=_iban,
            check=True,
        ),
        Pattern(
            "routing number",
            r"(?<![\w.\-/+#])\d{9}(?![\w/%]|[-.]\d)",
            LOW,
            column=MEDIUM,
            judge=_routing,
            check=True,
        ),
        Pattern(
            "CLABE",
            r"(?<![\w.\-])\d{3} ?\d{3} ?\d{11} ?\d(?![\w/]|[-.]\d)",
            LOW,
            judge=_clabe,
            check=True,
            kind="CLABE",
        ),
        Pattern(
            "MICR routing field",
            r"(?:⑆|\|:)\s?(?P<v>\d{9})\s?(?:⑆|\|:)",
            HIGH,
            kind="routing number",
            needs=("⑆", "|:"),
        ),
        Pattern(
            "account number on a MICR line",
            r"(?:⑆|\|:)\s?\d{9}\s?(?:⑆|\|:)\s?(?P<v>\d[\d ⑉-]{3,18}\d)",
            HIGH,
            kind="account number",
            needs=("⑆", "|:"),
        ),
        Pattern(
            "number behind “routing”",
            rf"(?i)(?<!\w)(?:routing|rtn|aba|transit){_GAP}(?P<v>\d{{9}}){_END}",
            MEDIUM,
            judge=_said_routing,
        ),
        Pattern(
            "number behind “R/T”",
            rf"(?i)(?<![\w/])(?:r/?t|rte?|rtg|tr)\b\.?{_GAP}(?P<v>\d{{9}}){_END}",
            HIGH,
            judge=_sure_routing,
            starts=frozenset(("r", "rt", "rte", "rtg", "tr")),
        ),
        Pattern(
            "account before a routing number",
            rf"(?i)(?<!\w)(?:acc(?:oun)?t|a/c|dda)\b\.?[ ]?(?:no\b\.?|num\b\.?|number|\#)?[ ]{{0,2}}[:=\#]?[ ]{{0,2}}(?P<v>(?-i:{_NUMBER}))"
            rf"[ ,;/|]{{1,4}}(?:and |with )?(?:r/?t|rte?|rtn|aba|routing|rtg)\b\.?{_GAP}(?P<routing>\d{{9}}){_END}",
            HIGH,
            judge=_behind_routing,
            starts=frozenset(("acct", "account", "a", "dda")),
        ),
        Pattern(
            "account behind a routing number",
            rf"(?i)(?<![\w.\-])(?P<routing>\d{{9}})[\s,;/|.]{{0,4}}(?:and |& )?(?:(?:bank|checking|savings|dda) )?"
            rf"(?:acc(?:oun)?t\b\.?|a/c|cuenta|dda)[ ]?(?:no\b\.?|num\b\.?|number|\#)?\s{{0,2}}(?:[:=\#]|is)?\s{{0,2}}(?P<v>(?-i:{_NUMBER}))",
            HIGH,
            judge=_behind_routing,
        ),
        Pattern(
            "routing and account number",
            rf"(?<![\w.\-])(?P<routing>\d{{9}})[ ]?[/|][ ]?(?P<v>\d{{6,17}}){_END}",
            MEDIUM,
            judge=_beside_routing,
        ),
        Pattern(
            "account number some words behind its bank",
            r"(?i)(?<!\w)(?:bank|checking|savings|direct deposit|ach|eft|wire transfer|credit union|banco|nómina|nomina|depósito|deposito|transferencia)\b"
            r"(?: ?:)?[^\d\n$:]{0,40}(?<!\w)(?:account|acct|a/c|cuenta|cta)\b[^\d\n$]{0,24}?(?<!\w)(?P<v>(?-i:[A-Z]{0,6})\d[\d -]{4,18}\d)(?![\w/]|[-.,]\d)",
            MEDIUM,
            judge=_far,
        ),
        Pattern(
            "account number behind the kind of account",
            r"(?i)(?<!\w)(?:checking|savings|chequing)(?:[ ]{0,2}(?:(?:no|number|acct)\b\.?[ :#]{0,3}|[:#][ :#]{0,2})(?P<v>\d{8,17})|[ ](?P<v>\d{9,17}))(?![\w/]|[-.,]\d)",
            MEDIUM,
            kind="account number",
        ),
        Pattern(
            "sort code and account",
            r"(?i)(?<!\w)sort[ ]?code[ :#]{1,3}(?P<v>\d\d-\d\d-\d\d)(?![\w/]|[-.]\d)",
            HIGH,
            kind="routing number",
        ),
        Pattern(
            "bottom line of a check",
            r"(?i)(?<!\w)(?:check|cheque)\b[^\d\n]{0,30}(?P<v>(?P<routing>\d{9})[ ]{1,4}\d{6,17}(?:[ ]{1,4}\d{3,5})?)(?![\w/]|[-.,]\d)",
            HIGH,
            judge=lambda c: HIGH if aba(c.groups["routing"] or "") else None,
            kind="account number",
            check=True,
            starts=frozenset(("check", "cheque")),
        ),
        Pattern(
            "masked account behind the kind of account",
            r"(?i)(?<!\w)(?:checking|savings|bank|chequing)(?: (?:account|acct))\b\.?(?: (?:no\.?|\#))?[ :#(]{1,3}(?P<v>[x*•]{1,12}\d{3,4})(?![\w/]|[-.]\d)",
            MEDIUM,
            kind="masked account number",
            starts=frozenset(("checking", "savings", "bank", "chequing")),
        ),
        Pattern(
            "account behind a sort code or a branch",
            r"(?i)(?<!\w)(?:sort[ ]?code[ :#]{1,3}\d\d-?\d\d-?\d\d|(?:branch )?transit[^\d\n]{0,16}\d{5}[ ,;/-]{1,3}(?:(?:financial )?inst(?:itution)?\b[^\d\n]{0,12})?\d{3})"
            r"[ ,;/-]{1,3}(?:and )?(?:acc(?:oun)?t|a/c)\b[^\d\n]{0,10}(?P<v>\d{6,12})(?![\w/]|[-.,]\d)",
            HIGH,
            judge=lambda c: _account(c, HIGH),
            starts=frozenset(("sort", "sortcode", "branch", "transit")),
        ),
        Pattern(
            "branch and institution of a Canadian bank",
            r"(?i)(?<!\w)(?:branch )?transit[^\d\n]{0,16}(?P<v>\d{5}[ ,;/-]{1,3}(?:(?:financial )?inst(?:itution)?\b[^\d\n]{0,12})?\d{3})(?![\w/]|[-.,]\d)",
            MEDIUM,
            kind="routing number",
            starts=frozenset(("branch", "transit")),
        ),
        Pattern(
            "bank account by its last digits",
            r"(?i)(?<!\w)(?:bank|checking|savings|chequing)\b[^\d\n]{0,20}(?:ending|ends|last 4|last four)\b(?: (?:in|with|digits|of|are|is)| ?:){0,2}"
            r" ?(?P<v>[x*•#]{0,12}\d{3,4})(?![\w/]|[-.]\d)",
            MEDIUM,
            kind="masked account number",
        ),
    ),
    labels=Labels(
        strong=(*ACCOUNTS, *ROUTING, *IBANS, *CLABES, *BICS),
        headers=HEADERS,
        weak=phrases(
            "aba | rtn | routing | dda | checking | savings | bank acc | direct deposit | bank number"
        ),
        deny=phrases(
            "mrn | medical record | npi | ssn | phone | tel | fax | zip | order | invoice | claim | ndc | loinc | snomed | lot"
        ),
        lone=("bic", "swift"),
        kinds=KINDS,
    ),
    value=Pattern(
        "bank number under its label",
        rf"(?:[A-Za-z]{{2}}\d\d(?:[ ]?[A-Za-z0-9]{{4}}){{2,7}}(?:[ ]?[A-Za-z0-9]{{1,3}})?{_END}|[A-Z]{{6}}[A-Z0-9]{{2}}(?:[A-Z0-9]{{3}})?{_END}|{_NUMBER})",
        None,
        judge=_labelled,
    ),
    accepts=_says_nothing,
)
