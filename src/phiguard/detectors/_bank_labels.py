"""What bank accounts, routing numbers, IBANs, CLABEs and BICs are called, in English and Spanish.

Source: Nacha's direct deposit and ACH authorisation forms, ISO 13616 and ISO 9362, Banco de México (CLABE), payroll and remittance exports.
"""

from __future__ import annotations

from phiguard.detectors._labels import phrases

ROUTING = phrases(
    "bank routing | bank routing number | bank routing no | routing number | routing num | routing no | routing nbr | routing # | "
    "routing transit | routing transit number | transit routing | transit routing number | aba number | aba no | aba num | aba # | "
    "aba routing | aba routing number | aba rtg | aba rtn | aba transit | rtg no | rtg num | ach routing | wire routing | "
    "numero de ruta | número de ruta | fedwire number"
)
BICS = phrases("swift code | swift bic | bic code | bic swift | swift | bic | swift no | swift address")
IBANS = phrases("iban | iban no | iban number | international bank account number")
ACCOUNTS = phrases(
    "bank account | bank account number | bank account no | bank account num | bank acct | bank acct no | bank acct num | bank acct number | "
    "bank acc no | bank a/c | checking account | checking acct | checking acct no | checking account number | chequing account | "
    "savings account | savings acct | savings account number | savings acct no | money market account | deposit account | "
    "direct deposit account | direct deposit acct | direct deposit acct no | demand deposit account | dda account | dda acct | dda no | "
    "dda num | dda number | dda # | ach account | ach acct | eft account | eft acct | bank draft account | autopay account | "
    "checking account no | savings account no | credit union account | share account | share draft account | wire account | refund account | payroll account | micr | "
    "cuenta bancaria | numero de cuenta bancaria | número de cuenta bancaria | no de cuenta bancaria | cuenta de banco | "
    "cuenta corriente | cuenta de cheques | cuenta de ahorro | cuenta de ahorros | cuenta de deposito | cuenta de depósito | cta bancaria | cta de cheques | cta de ahorros | cta corriente | cta banco"
)
CLABES = phrases("clabe | cuenta clabe | clabe interbancaria")
HEADERS = (
    *(
        f"{account} {ending}"
        for account in ACCOUNTS
        if account.endswith((" account", " acct"))
        for ending in ("number", "no", "num", "nbr", "#", "id")
    ),
    *phrases(
        "dd acct no | dd acct | dd account | bank transit number | transit number | bnk acct | bank rtg | bank rtng | rtg no | rtg nbr | bnk rtng | rtng nbr | bnk rtng nbr | acct number bank | account number bank | bank ac | bk acct | bank acct nbr | acct no bank | chk acct | sav acct | acct aba | rtng no | rt no bank"
    ),
)
KINDS = {
    **dict.fromkeys((*ROUTING, "aba", "rtn"), "routing number"),
    **dict.fromkeys(BICS, "BIC"),
    **dict.fromkeys(IBANS, "IBAN"),
    **dict.fromkeys(CLABES, "CLABE"),
    **dict.fromkeys(ACCOUNTS, "account number"),
}
