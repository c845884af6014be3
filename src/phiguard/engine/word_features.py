"""What the tagger looks at in one word: spelling, shape, how many bear it as a name, what else the lists say of it.

The weights were learned with exactly these features: who changes them trains again (`tools/train_tagger`).
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from phiguard.detectors import _regexes as regex
from phiguard.detectors._name_lists import codes, plain
from phiguard.detectors._places import places

VERSION = 1
"""Goes up with every change here; weights of another version are refused."""
_VOCABULARIES = {
    "title": "mr mrs ms miss mx dr drs prof professor sr sra srta dra rev reverend fr father sister brother sgt capt lt col gen officer nurse doctor sir madam mister deputy detective "
    "judge justice senator sen rep president governor mayor captain sergeant lady lord prince princess king queen pope saint coach chef uncle aunt auntie tio tia grandma grandpa",
    "credential": "md do rn lpn np pa pa-c aprn crna fnp dnp phd psyd dds dmd pharmd rph dpm dvm msw lcsw lmft lpc pt dpt ot otr slp ccc-slp rd ldn cna ma rma emt paramedic facs facp facc faap esq jr "
    "cpa jd mph mba bsn msn cnm cnp crnp mbbs frcp ot/l rt rrt ii iii iv",
    "kin": "wife husband spouse son daughter mother father mom dad mum brother sister grandmother grandfather grandson granddaughter uncle aunt niece nephew cousin partner fiance fiancee boyfriend girlfriend "
    "stepson stepdaughter stepmother stepfather stepdad stepmom parent parents guardian caregiver neighbor friend roommate twin baby sibling child in-law mother-in-law father-in-law daughter-in-law son-in-law "
    "sister-in-law brother-in-law colleague classmate buddy",
    "person": "patient pt client resident member subscriber caller gentleman lady woman man male female boy girl infant child veteran student donor employee physician provider surgeon attending fellow intern "
    "therapist counselor secretary manager director author singer actor actress player coach teacher driver owner tenant claimant defendant plaintiff witness victim nurse pharmacist dentist psychologist "
    "hygienist technician aide chaplain interpreter coordinator representative agent editor reporter drummer guitarist bassist vocalist composer writer poet painter king bishop",
    "label": "name patient pt attn attention re cc from to by signed author dictated contact guarantor subscriber nok pcp provider attending physician surgeon referring ordering interpreter sender recipient "
    "subject dear hi hello hey thanks regards sincerely cheers best love via per",
    "verb": "said says stated states reports reported denies denied called calls asked asks told tells notes noted wants wanted came comes went goes presented arrived lives lived was is has had will did does "
    "agreed reviewed recommended ordered prescribed examined saw spoke signed completed performed assisted brought drove needs feels thinks thought knows wrote wrote sent texted emailed left met joined plays played "
    "sang sings born died",
    "talk": "with by for and to from met saw told asked called spoke seen texted emailed notified informed paged per thank thanks hi hello dear hey named aka including versus vs featuring feat starring",
    "street": "street st avenue ave road rd drive dr lane ln boulevard blvd court ct circle cir place pl way terrace ter trail trl parkway pkwy highway hwy square sq loop alley aly plaza pike turnpike "
    "run path row crossing xing expressway freeway route rt rue strasse straße calle via avenida plaats weg laan straat vej gata",
    "unit": "apt apartment suite ste unit lot bldg building floor fl room rm box po trailer",
    "facility": "hospital clinic center centre medical health healthcare nursing rehab rehabilitation hospice memorial infirmary sanatorium surgery surgical pavilion pharmacy dialysis manor care "
    "presbyterian methodist baptist lutheran adventist children's childrens women's regional general veterans va university institute cancer oncology orthopedic orthopaedic pediatrics urgent facility snf "
    "ward shelter prison jail penitentiary",
    "org": "inc llc llp ltd corp corporation company co group bank university college school academy department dept agency association society foundation union club team fc united party church "
    "ministry council committee board bureau office services service systems solutions partners industries enterprises holdings airlines records band orchestra museum theatre theater magazine times post "
    "insurance mutual trust press network institute federation league court county",
    "state": "alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii idaho illinois indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan "
    "minnesota mississippi missouri montana nebraska nevada ohio oklahoma oregon pennsylvania tennessee texas utah vermont virginia washington wisconsin wyoming",
    "st": "al ak az ar ca co ct de dc fl ga id il ia ks ky la md mi mn ms mo mt ne nv nh nj nm ny nc nd oh ok pa ri sc sd tn tx ut vt va wa wv wi wy",
    "country": "usa us uk england scotland wales ireland france germany spain italy portugal poland russia ukraine china japan korea vietnam thailand india pakistan bangladesh iran iraq israel egypt "
    "nigeria ghana kenya ethiopia somalia mexico canada brazil argentina chile peru colombia ecuador cuba haiti jamaica australia zealand sweden norway denmark finland netherlands belgium austria switzerland greece "
    "turkey syria lebanon jordan arabia philippines indonesia malaysia singapore taiwan america africa europe asia",
    "month": "january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec",
    "day": "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun today yesterday tomorrow",
    "compass": "north south east west northeast northwest southeast southwest n s e w ne nw se sw northern southern eastern western upper lower central new old",
    "geo": "county parish borough township city town village river lake mount mountain mt island islands beach bay valley park hills hill creek springs forest canyon district province region "
    "prefecture state coast peninsula fort ft port cape san santa los las el saint",
    "eponymous": "disease syndrome sign test scale score criteria catheter clamp forceps retractor procedure palsy hernia tumor tumour lymphoma sarcoma esophagus phenomenon maneuver manoeuvre reflex stain "
    "classification index scan drain tube needle suture technique approach incision ligament node canal duct gland thyroiditis anemia fracture contracture chorea ulcer's ulcer position position's",
    "in": "in at near of from outside around to toward through across",
    "the": "the a an this that these those his her their my our your its no any some each every",
    "be": "i you he she we they it who",
    "particle": "van von der den de del della di da dos das du la le bin ibn al el ten ter af zu y e",
}
_CLASS_OF = {word: name for name, words in reversed(_VOCABULARIES.items()) for word in words.split()}
_ALL_OF: dict[str, tuple[str, ...]] = {}
for _name, _words in _VOCABULARIES.items():
    for _word in _words.split():
        _ALL_OF[_word] = (*_ALL_OF.get(_word, ()), _name)
_ENDINGS = ("ing", "ed", "ly", "tion", "al", "es", "s", "er")
_MARKS = ".,:;()\"'/-&@#!?"


def shape(word: str) -> str:
    """`Smith` Xx, `SMITH` XX, `S` X, `smith` x, `McDonald` XxX."""
    told = word.translate(_FORMS) if word.isascii() else "".join(map(_form, word))
    short = _AGAIN.sub(r"\1", told)
    return (f"X{short}" if told.startswith("XX") else short)[:6]


def _form(char: str) -> str:
    if char.isupper() or char.istitle():
        return "X"
    return "x" if char.isalpha() else char if char in "'-" else "o"


_FORMS = {code: _form(chr(code)) for code in range(128)}
_AGAIN = regex.compile(r"(.)\1+")


@lru_cache(maxsize=1)
def _place_words() -> dict[str, str]:
    """Words of the names of cities and counties: `1` the whole name of one, `2` a part of one."""
    known = places()
    parts: dict[str, str] = {}
    for name in (*known.counties, *known.cities):
        for word in name.split():
            parts.setdefault(word, "2")
    for name in (*known.counties, *known.cities):
        if " " not in name:
            parts[name] = "1"
    return parts


def _bucket(step: int) -> int:
    return (step + 2) // 3 if step else 0


def _lists(word: str) -> tuple[int, int, str]:
    """Given-name step, surname step, flags, of a word by the list of names."""
    code = codes(plain(word))
    return (int(code[0]), int(code[1]), code[2:]) if code else (0, 0, "?")


def _kind(given: int, surname: int, flags: str) -> str:
    """The word's standing in one letter: g/s a name first, b a name and a word, w a word, m of medicine, u in no list."""
    tier = next((flag for flag in flags if flag in "abc"), "")
    most = max(given, surname)
    if flags == "?":
        return "u"
    if "m" in flags and most <= 4:
        return "m"
    if tier and most <= {"a": 4, "b": 3, "c": 2}[tier]:
        return "w"
    if tier and most < {"a": 9, "b": 8, "c": 6}[tier]:
        return "b"
    return "g" if given > surname else "s" if most else "w"


def pair_class(word: str) -> str:
    """A word's class where it is seen together with its neighbour; there are few of them."""
    first = word[0]
    if first in "\n\r\x00":
        return "end" if len(word) > 1 else "line"
    if first == "0":
        return f"d{min(len(word), 5)}"
    if not first.isalpha():
        return first if first in _MARKS else "mark"
    lower = word.lower().removesuffix("'s")
    simple = "x" if _form(first) == "x" else "X" if len(word) == 1 else "C" if word.isupper() else "T"
    named = _CLASS_OF.get(lower)
    if named is not None:
        return (
            named if simple == "x" or named in ("title", "credential", "month", "day", "st") else f"{named}^"
        )
    kind = _kind(*_lists(word))
    if simple == "x" and kind in ("w", "b", "m"):
        return f"x{kind}{next((ending for ending in _ENDINGS if lower.endswith(ending)), '')}"
    return simple + kind


def features(word: str) -> tuple[list[str], list[str], list[str]]:
    """What is said of a word itself, what its direct neighbours look at, and what those two away do."""
    first = word[0]
    if not first.isalpha():
        told = [f"w={_spelled(word)}", f"c={pair_class(word)}"]
        return told, told, told
    lower = word.lower()
    owner = lower.endswith("'s")
    stem = word[:-2] if owner else word
    given, surname, flags = _lists(stem)
    kind, form = _kind(given, surname, flags), shape(stem)
    far = [f"w={lower}", f"f={form}", f"c={pair_class(word)}", f"k={kind}", f"fk={form}{kind}"]
    far += [f"v={name}" for name in _ALL_OF.get(lower.removesuffix("'s"), ())]
    if owner:
        far.append("own")
    place = _place_words().get(lower.removesuffix("'s"), "0")
    near = [
        *far,
        f"z3={lower[-3:]}",
        f"z2={lower[-2:]}",
        f"g={_bucket(given)}{_bucket(surname)}",
        f"p={place}",
    ]
    own = [*near, *_spelling(stem.lower()), *_listed(given, surname, flags, form, place)]
    if "-" in stem:
        own += _hyphenated(stem)
    return own, near, far


def _spelled(word: str) -> str:
    return word[:6].replace("\n", "/").replace("\r", "/").replace("\x00", "0")


def _spelling(lower: str) -> list[str]:
    bare = "".join(c for c in unicodedata.normalize("NFD", lower) if not unicodedata.combining(c))
    told = [f"a{size}={bare[:size]}" for size in (1, 2, 3, 4) if len(bare) >= size]
    told += [f"z{size}={bare[-size:]}" for size in (1, 4, 5) if len(bare) > size]
    told.append(f"n={min(len(bare), 12)}")
    if bare != lower:
        told.append("accent")
    return told


def _listed(given: int, surname: int, flags: str, form: str, place: str) -> list[str]:
    tier = next((flag for flag in flags if flag in "abc"), "-")
    medical = "m" if "m" in flags else "-"
    told = [f"G={given}", f"S={surname}", f"t={tier}{medical}", f"Gt={given}{tier}", f"St={surname}{tier}"]
    told += [f"Gf={_bucket(given)}{form[:2]}", f"Sf={_bucket(surname)}{form[:2]}", f"tf={tier}{form[:2]}"]
    told += [f"gst={_bucket(given)}{_bucket(surname)}{tier}{medical}", f"pt={place}{tier}{_bucket(surname)}"]
    if "e" in flags:
        told += ["e", f"eS={_bucket(surname)}", f"ef={form[:2]}"]
    if flags == "?":
        told.append(f"?={form}")
    return told


def _hyphenated(stem: str) -> list[str]:
    parts = [part for part in stem.split("-") if part]
    if not parts:
        return ["hy"]
    kinds = [_kind(*_lists(part)) for part in (parts[0], parts[-1])]
    return ["hy", f"hy0={kinds[0]}", f"hy1={kinds[1]}", f"hyk={''.join(kinds)}{shape(parts[-1])[:2]}"]
