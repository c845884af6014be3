"""IBAN lengths by country, and the country codes that a BIC may hold.

Source: SWIFT, "IBAN Registry" (ISO 13616): the total length for every country that issues IBANs; ISO 3166-1
alpha-2, which positions 5 and 6 of an ISO 9362 BIC carry (XK, Kosovo, is in use with banks though not assigned).
"""

from __future__ import annotations

from phiguard.detectors._checks import mod97

_BY_LENGTH = {
    15: "NO", 16: "BE", 18: "DK FI FK FO GL NL SD", 19: "MK SI", 20: "AT BA EE KZ LT LU MN XK", 21: "CH HR LI LV",
    22: "BG BH CR DE GB GE IE ME RS VA", 23: "AE GI IL IQ OM SO TL", 24: "AD CZ ES MD PK RO SA SE SK TN VG",
    25: "LY PT ST", 26: "IS TR", 27: "BI DJ FR GR IT MC MR SM", 28: "AL AZ BY CY DO GT HN HU LB NI PL SV",
    29: "BR EG PS QA UA", 30: "JO KW MU YE", 31: "MT SC", 32: "LC", 33: "RU",
}  # fmt: skip

LENGTHS = {country: length for length, countries in _BY_LENGTH.items() for country in countries.split()}
"""Country code -> characters of its IBAN, country code and check digits included."""

COUNTRIES = frozenset(
    "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH "
    "CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN "
    "GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI "
    "LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM "
    "PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD "
    "TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW".split()
)


def iban_end(text: str) -> int:
    """How much of `text` is an IBAN that its length and check digits prove; 0 when none of it is.

    `text` begins with the country code; blanks and dashes between groups are skipped; the IBAN must end where a token does.
    """
    length = LENGTHS.get(text[:2].upper())
    if length is None:
        return 0
    kept, end = "", 0
    for place, char in enumerate(text):
        if not char.isalnum():
            continue
        if len(kept) == length:
            if text[place - 1].isalnum():
                return 0
            break
        kept, end = kept + char, place + 1
    return end if len(kept) == length and mod97(kept.upper()) else 0
