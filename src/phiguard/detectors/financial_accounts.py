"""Financial account numbers other than a bank's: brokerage, benefit accounts, loans, pensions, wallets, payment tokens, EIN.

Law: 45 CFR 164.514(b)(2)(i)(J).
Source: Bitcoin developer reference and BIP 173/350 (addresses with their checksums), EIP-55 (Ethereum addresses), Stripe API
reference (object id prefixes), 26 CFR 301.6109-1 and IRS "How EINs are assigned" (layout, campus prefixes), Internal Revenue
Code 223, 125, 401(k), 403(b), 408 (HSA, FSA, retirement accounts).
Account numbers have no layout of their own: the label carries them. An employer identification number is a finding as
a person's or an employer's; a provider's or facility's is low. Ethereum's case checksum is not verified.
"""

from __future__ import annotations

from phiguard.detectors import _regexes as regex
from phiguard.detectors._checks import base58check, bech32
from phiguard.detectors._ids import ID_TOKEN, ID_VALUE, connected, judge_id, numerados
from phiguard.detectors._labels import Labels, Strength, phrases
from phiguard.detectors._pattern import (
    HIGH,
    LOW,
    MEDIUM,
    Candidate,
    Category,
    Confidence,
    Detector,
    Evidence,
    Pattern,
    Role,
    Verdict,
)
from phiguard.detectors._roles import role_of

_EINS = phrases(
    "ein | fein | ein no | ein number | employer identification number | employer identification no | employer id number | employer tax id | "
    "federal ein | federal tax id | federal tax id number | federal tax id no | fed tax id | employer ein | patient ein | guarantor ein | "
    "business tax id | sole proprietor ein"
)
_HANDLES = phrases(
    "paypal | paypal me | paypal account | paypal id | paypal handle | venmo | venmo id | venmo handle | venmo account | venmo username | "
    "zelle | zelle id | zelle handle | zelle account | cash app | cashapp | cashtag | cash tag | cash app id"
)
_WALLETS = phrases(
    "wallet address | wallet | crypto wallet | crypto address | bitcoin address | bitcoin wallet | btc address | btc wallet | "
    "ethereum address | ethereum wallet | eth address | eth wallet | usdt address | usdc address | solana address | litecoin address | "
    "monero address | billetera | direccion de bitcoin | dirección de bitcoin"
)
_TOKENS = phrases(
    "payment token | card token | stripe customer | stripe customer id | stripe id | stripe token | payment method id | payment method token | "
    "payment profile id | customer profile id | billing token | network token | payment customer id | braintree token | vault token | "
    "token de pago"
)
_ACCOUNTS = phrases(
    "brokerage account | brokerage acct | brokerage number | investment account | investment acct | securities account | trading account | "
    "hsa account | hsa acct | hsa account number | hsa no | hsa number | hsa id | hsa # | health savings account | health savings acct | "
    "fsa account | fsa acct | fsa no | fsa number | fsa id | fsa # | flexible spending account | hra account | hra acct | "
    "health reimbursement account | dcfsa account | able account | 529 account | 529 plan account | "
    "loan number | loan no | loan # | loan num | loan id | loan account | loan acct | student loan | student loan number | auto loan | "
    "mortgage number | mortgage no | mortgage # | mortgage account | mortgage acct | mortgage loan | mortgage loan number | heloc account | heloc no | heloc number | heloc # | cuenta de ahorro para la salud | cuenta de gastos flexibles | "
    "401k account | 401k acct | 401k no | 401k number | 401k | 401(k) | 401(k) account | 401(k) acct | 401 k account | 403b account | 403b acct | 403b no | 457b account | "
    "ira account | ira acct | ira no | ira number | roth ira | roth ira account | retirement account | retirement acct | "
    "retirement plan account | thrift savings plan | tsp account | pension number | pension no | pension # | pension id | pension account | "
    "annuity number | annuity no | annuity contract | annuity contract number | trust account | escrow account | escrow no | "
    "line of credit account | credit account | credit account number | care credit account | carecredit account | financing account | "
    "financial account | financial account number | financial account no | financial acct | financial acct no | finance account | "
    "investment id | cuenta de inversion | cuenta de inversión | cuenta de retiro | cuenta de jubilacion | cuenta de jubilación | "
    "ebt card | ebt card number | ebt account | ebt no | "
    "gift card number | prepaid account | life insurance cash account | collections account | collection agency account"
) + numerados("préstamo | hipoteca | inversión | fideicomiso | pensión")
_KINDS = {
    **dict.fromkeys(_EINS, "EIN"),
    **dict.fromkeys(_HANDLES, "payment handle"),
    **dict.fromkeys(_WALLETS, "wallet address"),
    **dict.fromkeys(_TOKENS, "payment token"),
    **dict.fromkeys(_ACCOUNTS, "account number"),
}
_PROVIDER = regex.compile(
    r"(?i)\b(?:provider|facility|hospital|clinic|practice|billing|group|pharmacy|lab(?:oratory)?|vendor|supplier|payer|payee|organi[sz]ation|"
    r"physicians?|associates|medical (?:center|group)|corporate|corporation|company|remit|npi|inc|llc|pllc)\b"
)
_CARE = regex.compile(
    r"(?i)\b(?:hospital|clinic|medical (?:center|group|associates)|health ?(?:care|system|center)?|physicians|pharmacy|laborator(?:y|ies)|"
    r"nursing home|hospice|radiology|surgery center)\b"
)
_HOLDINGS = frozenset(
    "hsa fsa hra ira roth 401 403 457 loan mortgage brokerage investment annuity pension retirement trust 529 heloc home able collection collections lien escrow financing lending carecredit student".split()
)
_NO_HANDLE = frozenset(
    "account accounts accepted payment payments transfer transfers app and or only not the via for from is was are to "
    "user username handle none preferred declined yes no address".split()
)
_STRIPE = regex.compile(
    r"(?=[a-z]{0,4}_[A-Za-z]{0,40}\d)(?=[a-z]{2,4}_[A-Z0-9]{0,40}[a-z])(?=[a-z]{2,4}_[a-z0-9]{0,40}[A-Z])[\w]{1,60}"
)


def _base58(c: Candidate) -> Verdict | None:
    return Verdict(HIGH, "wallet address") if base58check(c.value) else None


def _bech32(c: Candidate) -> Verdict | None:
    return Verdict(HIGH, "wallet address") if bech32(c.value) else None


def _token(c: Candidate) -> Verdict:
    return Verdict(MEDIUM if c.labelled or _STRIPE.fullmatch(c.value) else LOW, "payment token")


def _ein(c: Candidate) -> Verdict | None:
    """Behind its label: the sentence says whether it is a provider's, which the law does not ask to remove."""
    if role_of(c.name) is Role.CLINICIAN or _PROVIDER.search(c.name.replace("_", " ")):
        return None if c.header.strength is Strength.WEAK else Verdict(LOW, "EIN", Role.CLINICIAN)
    if _CARE.search(c.after(50).partition("\n")[0]):
        return Verdict(LOW, "EIN", Role.CLINICIAN, reason="the tax number of a provider or organisation")
    if _PROVIDER.search(c.before(70)) and "employ" not in c.before(90).lower().rpartition("ein")[0]:
        return Verdict(LOW, "EIN", Role.CLINICIAN, reason="the tax number of a provider or organisation")
    return Verdict(MEDIUM, "EIN", evidence=Evidence.LABEL)


def _far(c: Candidate) -> Verdict | None:
    sure = judge_id(c)
    return Verdict(sure, "account number", evidence=Evidence.LABEL) if sure and connected(c) else None


def _labelled(c: Candidate) -> Verdict | Confidence | None:
    kind = _KINDS.get(c.header.phrase, "account number")
    if kind == "EIN":
        return _ein(c) if regex.fullmatch(r"\d{2}-?\d{7}", c.value) else None
    if kind == "payment handle":
        return _handle(c)
    if kind == "wallet address":
        return (
            Verdict(HIGH if len(c.value) >= 26 else MEDIUM, kind)
            if len(c.value) >= 20 and connected(c)
            else None
        )
    if not any(x.isdigit() for x in c.value) or c.value.startswith(("@", "$")):
        return None
    if c.before(2).endswith(("$", "$ ")) or regex.match(r",\d{3}|\s?(?:%|USD|dollars)", c.after(9)):
        return None
    if kind == "payment token":
        return Verdict(HIGH if len(c.value) >= 14 else MEDIUM, kind) if len(c.value) >= 8 else None
    return judge_id(c)


def _handle(c: Candidate) -> Verdict | None:
    value = c.value
    if value.lower().lstrip("@$") in _NO_HANDLE or value.replace(",", "").isdigit() or c.after(1) == "@":
        return None
    if value[0] in "@$" or any(x.isdigit() for x in value) or connected(c):
        return Verdict(HIGH if value[0] in "@$" else MEDIUM, "payment handle")
    return None


def _says_nothing(cell: str, phrase: str) -> bool:
    """A word under a label of numbers (`open`, `yes, spouse's`); handles may be words."""
    return _KINDS.get(phrase) != "payment handle" and not any(c.isdigit() for c in cell)


DETECTOR = Detector(
    category=Category.FINANCIAL_ACCOUNTS,
    title="Any financial account numbers",
    law="45 CFR 164.514(b)(2)(i)(J)",
    replacement="[FINANCIAL ACCOUNT]",
    patterns=(
        Pattern(
            "base58 wallet address",
            r"(?<![\w/+])[13LMDXtmn2][1-9A-HJ-NP-Za-km-z]{25,34}(?![\w/+=])",
            HIGH,
            judge=_base58,
            check=True,
            column=HIGH,
        ),
        Pattern(
            "bech32 wallet address",
            r"(?i)(?<!\w)(?:bc|tb|bcrt|ltc|tltc|addr|stake|cosmos)1[02-9ac-hj-np-z]{8,110}(?!\w)",
            HIGH,
            judge=_bech32,
            check=True,
            column=HIGH,
        ),
        Pattern(
            "Ethereum address",
            r"(?<!\w)0x[0-9a-fA-F]{40}(?!\w)",
            MEDIUM,
            kind="wallet address",
            column=MEDIUM,
            needs=("0x",),
        ),
        Pattern(
            "payment token",
            r"(?<!\w)(?:tok|pm|cus|card|src|ba|btok|seti|pi|ch|sub)_[A-Za-z0-9]{14,40}(?!\w)",
            MEDIUM,
            MEDIUM,
            judge=_token,
            needs=("tok_", "pm_", "cus_", "card_", "src_", "ba_", "seti_", "pi_", "ch_", "sub_"),
        ),
        Pattern(
            "financial account by its last digits",
            r"(?i)(?<!\w)(?:hsa|fsa|hra|brokerage|ira|401\(?k\)?|403\(?b\)?|loan|mortgage|pension|retirement)\b[^\d\n]{0,20}(?:ending|ends|last 4|last four)\b"
            r"(?: (?:in|with|digits|of|are|is)| ?:){0,2} ?(?P<v>[x*•#]{0,12}\d{3,4})(?![\w/]|[-.]\d)",
            MEDIUM,
            kind="masked account number",
        ),
        Pattern(
            "account number some words behind what it holds",
            r"(?i)(?<!\w)(?:hsa|fsa|hra|ira|roth|401\(?k\)?|403\(?b\)?|457\(?b\)?|loan|mortgage|brokerage|investment|annuity|pension|retirement|trust|529|heloc|home equity|able|collections?|lien|"
            r"escrow|financing|lending|carecredit|student aid)\b[^\d\n$:;.]{1,30}(?<!\w)(?:account|acct)\b\.?[ ]?(?:no\b\.?|num\b\.?|number|nbr|id|\#)?"
            rf"[ ]{{0,2}}(?:[:=\#]|is)?[ ]{{0,2}}\#?(?P<v>(?-i:{ID_TOKEN}))",
            HIGH,
            judge=_far,
            starts=_HOLDINGS,
        ),
        Pattern(
            "EIN behind its label",
            r"(?i)(?<!\w)(?:f?ein|tin|tax id|tax id number|tax identification number|taxpayer id)\b\.?[ ]?(?:no\b\.?|number|\#)?[ ]?(?:[:=]|is|was)?[ ]{0,3}"
            r"(?P<v>\d{2}-\d{7})(?![\w/]|[-.]\d)",
            MEDIUM,
            judge=_ein,
        ),
        Pattern(
            "EIN",
            r"(?<![\w.\-/])\d{2}-\d{7}(?![\w/]|[-.]\d)",
            LOW,
            MEDIUM,
            kind="EIN",
            judge=lambda c: _ein(c) if c.labelled else LOW,
        ),
    ),
    labels=Labels(
        strong=(*_ACCOUNTS, *_HANDLES, *_WALLETS, *_TOKENS, *_EINS),
        headers=tuple(
            f"{account} {ending}"
            for account in _ACCOUNTS
            if account.endswith((" account", " acct"))
            for ending in ("number", "no", "num", "nbr", "#", "id")
        )
        + phrases(
            "brok acct | brkg acct | invest acct | loan nbr | mtg no | mtg acct | mtg loan no | pens no | hsa acct nbr | wallet addr | fin acct | hra account | "
            "credit union member account | fed tax no | fed tax id | federal tax id no"
        ),
        weak=phrases(
            "hsa | fsa | ira | loan | mortgage | pension | annuity | brokerage | customer token | tax id"
        ),
        deny=phrases(
            "mrn | medical record | phone | order | invoice | claim | ndc | lot | commit | contract address | transaction hash | txn hash"
        ),
        kinds=_KINDS,
    ),
    value=Pattern(
        "financial account under its label",
        rf"(?:[\w:]{{20,110}}(?![\w@])|[@$][A-Za-z][\w.\-]{{1,38}}|{ID_VALUE}|[A-Za-z][\w.\-]{{2,38}}(?![\w@]))",
        None,
        judge=_labelled,
    ),
    accepts=_says_nothing,
)
