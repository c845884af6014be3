"""Misspelt words of headers, read as what was meant: `pateint_name`, `adress`, `medcial record`, `Serail Number`.

One slip of the finger in a word of six letters or more: two neighbours exchanged, a letter left out or doubled. What is
misheard (`lisence`, `reffering`) or short is listed. A word that is one of its own is never changed.

Source: the kinds of slips after F. J. Damerau, CACM 7 (1964); real words in their way from SCOWL, size 70.
Limits: English words only, one slip to a word.
"""

from __future__ import annotations

from functools import lru_cache

_LEAST = 6
"""Letters of a word below which too many words are neighbours."""
_CORRECT = frozenset(
    "patient patients address received receive receiving medical record records recorded number numbers social security telephone facsimile "
    "physician provider surgeon attending referring ordering rendering prescriber guarantor guardian emergency employer employee "
    "subscriber beneficiary insurance insured policy medicare medicaid medication medications account accounts accession invoice statement "
    "encounter admission admitted discharge discharged appointment enrollment enrolment registration procedure surgery service "
    "collection collected specimen delivery diagnosis diagnoses license licence driver drivers passport certificate certification "
    "vehicle identification identifier serial device routing checking savings prescription authorization authorisation participant "
    "subject student username signature fingerprint birthday zipcode postcode postal street county country township municipality "
    "mailing permanent residence neighborhood neighbourhood facility hospital mother father maiden middle surname household spouse "
    "contact mobile preferred requisition reference description quantity category manufacturer occupation language priority specialty "
    "speciality disposition response template relationship frequency temperature comments department departments result results "
    "expiry expiration effective status general generic administered administration weight height allergies dosage length "
    "scheduled anesthesiologist anesthesia radiologist pathologist pharmacist technician technologist immunization vaccination "
    "vaccine referral transfer treatment infusion transplant implant consent document financial mortgage balance payment payments "
    "member members person client resident donor recipient caregiver nickname initials latitude longitude birthplace "
    "average median distribution population gestational gestacional schedule verified required override industry portal reason deactivation prefix enrolled".split()
)
"""Words that headers are made of."""
_REAL = frozenset(
    "altitude comment count initial deliver diagnose diver divers drier driers drive drives expiation genera hight initial insure inured licensee "
    "manufacture medial mediation mortgagee patent patents prescribe provide recoded saving schedule souse stats subscribe weigh "
    "wight deice devic media require admision anestesia checkin latitud longitud medica specimn".split()
)
"""Words of their own, English, Spanish and a vendor's, that stand one slip from one of those."""
_LISTED = dict(
    pair.split()
    for pair in (
        "adresse address|adres address|adrress address|recieve receive|recieved received|recieving receiving|birht birth|brith birth|"
        "bith birth|deth death|daeth death|nmae name|naem name|frist first|fisrt first|lsat last|dtae date|daet date|tiem time|tpye type|"
        "ctiy city|cdoe code|zpi zip|emial email|emal email|eamil email|phnoe phone|phoen phone|pohne phone|vist visit|viist visit|"
        "cliam claim|credt credit|strat start|sirname surname|surename surname|guarentor guarantor|physisian physician|"
        "reffering referring|emergancy emergency|appointement appointment|lisence license|liscense license|licsense license|"
        "lisense license|seriel serial|ascession accession|benificiary beneficiary|insuarance insurance|"
        "tempature temperature|catagory category|discription description|vehical vehicle|employe employee|memeber member|feild field"
    ).split("|")
)


@lru_cache(maxsize=1)
def _slips() -> dict[str, str]:
    """Every word one slip from a correct one, and what was meant; none that could be two."""
    meant: dict[str, str] = {}
    torn = set()
    for word in sorted(word for word in _CORRECT if len(word) >= _LEAST):
        for slip in _slipped(word) - _CORRECT - _REAL:
            if meant.setdefault(slip, word) != word:
                torn.add(slip)
    return {slip: word for slip, word in meant.items() if slip not in torn} | _LISTED


def _slipped(word: str) -> set[str]:
    places = range(len(word))
    exchanged = {word[:i] + word[i + 1] + word[i] + word[i + 2 :] for i in places[:-1]}
    left_out = {word[:i] + word[i + 1 :] for i in places[1:]}
    doubled = {word[:i] + word[i] + word[i:] for i in places}
    return exchanged | left_out | doubled


def respelt(word: str) -> str:
    """A lower-case word of a header, with one slip mended."""
    return _slips().get(word, word)
