"""Web addresses: any scheme, `www.`, bare domains with a path, and shares; never the namespaces of standards.

Law: 45 CFR 164.514(b)(2)(i)(N).
Source: RFC 3986 (syntax; delimiters in running text, appendix C), RFC 3987 and RFC 5891 (letters of all scripts,
punycode), IANA root zone (endings, the ones that people meet), MS-DTYP 2.2.57 (UNC).
A home page and a page of a public agency say nothing of a person: low. Limits: a bare domain without a path is not proposed.
"""

from __future__ import annotations

from phiguard.detectors import _regexes as regex
from phiguard.detectors._labels import Labels, phrases
from phiguard.detectors._pattern import (
    HIGH,
    LOW,
    MEDIUM,
    Candidate,
    Category,
    Confidence,
    Detector,
    Pattern,
    Verdict,
)

_CHAR = r"(?:(?![,;|](?:https?|ftps?)://)[^\s<>\"'`{}|\\^\u2026\u3000-\u303f\uff00-\uffef]|'(?=\w))"
_LABEL = r"[\p{L}\p{N}_](?:[\p{L}\p{N}_\-]{0,62})"
_ENDINGS = (
    r"(?:com|org|net|edu|gov|mil|int|info|biz|health|healthcare|clinic|doctor|hospital|dental|med|io|ai|app|dev|cloud|online|tech|web|xyz|blog|wiki|"
    r"systems|solutions|services|foundation|ngo|digital|network|agency|website|store|software|technology|international|community|example|test|local|"
    r"uk|ca|de|fr|es|mx|au|nz|ie|nl|se|ch|br|ar|cl|co|pe|jp|cn|kr|za|eu|pr|gl|ly|gd|tv|cc|xn--[a-z0-9\-]{2,59})"
)
_WORDLIKE = r"(?:us|me|in|it|be|at|is|no|to|name|pro|live|care|life|page|link|site|group|center|space|support|email|family|fit|vet|world)"
"""Endings that are words as well: the path must look like one."""
_PORT = r"(?::\d{2,5})?"

_NAMESPACES = regex.compile(
    r"(?i)(?:[\w\-]+\.){0,4}(?:hl7\.org(?:\.\w\w)?|loinc\.org|snomed\.(?:info|org)|snomedtools\.org|unitsofmeasure\.org|w3\.org|fhir\.org|ihe\.net|xmlsoap\.org|schema\.org|"
    r"purl\.org|purl\.obolibrary\.org|oasis-open\.org|openxmlformats\.org|json-schema\.org|openehr\.org|dicom\.nema\.org|medical\.nema\.org|nucc\.org|"
    r"rxnav\.nlm\.nih\.gov|vsac\.nlm\.nih\.gov|cts\.nlm\.nih\.gov|id\.nlm\.nih\.gov|bioportal\.bioontology\.org|terminology\.hl7\.org|iana\.org|ietf\.org|"
    r"schemas\.microsoft\.com|ns\.adobe\.com|creativecommons\.org|opensource\.org|spdx\.org|ohdsi\.org|cdisc\.org|ncpdp\.org|x12\.org|standardhealthrecord\.org|"
    r"hl7-definition\.caristix\.com|varnomen\.hgvs\.org|nahdo\.org|smarthealth\.cards|relaxng\.org|dublincore\.org|xbrl\.org|opengis\.net|omg\.org|openid\.net|xmlns\.com|sil\.org)"
)
_PATH_NAMESPACES = regex.compile(
    r"(?i)nlm\.nih\.gov/research/umls|cdc\.gov/(?:phin|nhsn/cdaportal|race)|ama-assn\.org/go/cpt|who\.int/(?:classifications|icd)|cms\.gov/medicare/coding|apache\.org/licenses|gnu\.org/licenses"
)
"""Who publishes vocabularies, schemas and licences: their addresses name code systems, not places about a person."""
_PUBLIC = regex.compile(
    r"(?i)(?:[\w\-]+\.){0,5}(?:nih\.gov|cdc\.gov|fda\.gov|cms\.gov|hhs\.gov|ahrq\.gov|medlineplus\.gov|clinicaltrials\.gov|cancer\.gov|usda\.gov|choosemyplate\.gov|"
    r"nutrition\.gov|medicare\.gov|healthcare\.gov|who\.int|doi\.org|wikipedia\.org|wikimedia\.org|pubmed\.gov|cochranelibrary\.com|orpha\.net|omim\.org)"
)
"""Agencies and literature: references, which a clean document has."""
_ASSET = regex.compile(r"(?i)\.(?:git|css|m?js|woff2?|ttf|eot|otf|map|ico)(?:[?#]|\Z)|\A/css2?\?family=")
"""What a page is made of: style sheets, scripts, typefaces."""
_LOCAL_HOST = regex.compile(r"(?i)localhost|127(?:\.\d{1,3}){3}|0\.0\.0\.0|\[::1?\]")
_PARTS = regex.compile(
    r"(?s)(?:(?P<scheme>[A-Za-z][\w+.\-]*)://)?(?:[^/@?#]{0,100}@)?(?P<host>\[[^\]]*\]|[^/?#:]*)(?::\d*)?(?P<rest>.*)"
)
_PERSON = regex.compile(
    r"(?i)\d{3}|patient|member|user|profile|record|chart|account|mrn|[?&/](?:id|u|p|pt|token)[=/]|/~|[0-9a-f]{8}-[0-9a-f]{4}"
)
_OWN = regex.compile(
    r"(?i)\b(?:blog|(?:his|her|their|my|patient'?s|personal|family|own)\b[^\n.]{0,24}(?:web ?site|page|site|portfolio|profile)|facebook|instagram|"
    r"linkedin|tiktok|gofundme|caringbridge|personal (?:url|site))\b[^\n]{0,24}\Z"
)
_ENTITY = regex.compile(r"&(?:quot|lt|gt|apos|nbsp|#3[49]);")
_CLOSERS = {")": "(", "]": "["}
_NAMESPACE_LABELS = frozenset(
    "extension url|system url|code system url|value set url|profile url|schema url|canonical url|license url|terms url|base url|docs url|repo url|repository url|"
    "modifier extension url|structure definition url|questionnaire url|api url|endpoint url|definition url".split(
        "|"
    )
)


def _tail(value: str) -> int:
    """How many characters at the end belong to the sentence, not to the address."""
    cut = _ENTITY.search(value)
    end = cut.start() if cut else len(value)
    while end:
        last = value[end - 1]
        if last in _CLOSERS:
            if value.count(_CLOSERS[last], 0, end) >= value.count(last, 0, end):
                break
        elif last not in ".,;:!?'\"*_~>-":
            break
        end -= 1
    return len(value) - end


def _namespace(value: str) -> bool:
    parts = _PARTS.match(value)
    return parts is not None and bool(_NAMESPACES.fullmatch(parts["host"]) or _PATH_NAMESPACES.search(value))


def _judge(c: Candidate) -> Verdict | None:
    if c.before(1) in (".", "/", "-") and c.before(2)[:1].isalnum():
        return None  # the rest of an address that has a label in it (`blog.example.org`)
    tail = _tail(c.value)
    value = c.value[: len(c.value) - tail]
    parts = _PARTS.match(value)
    if (
        parts is None
        or (not parts["host"] and (parts["scheme"] or "").lower() != "file")
        or _namespace(value)
    ):
        return None
    return Verdict(_sure(c, parts["scheme"] or "", parts["host"], parts["rest"]), shrink=(0, tail))


def _sure(c: Candidate, scheme: str, host: str, rest: str) -> Confidence:
    home = rest in ("", "/", "/index.html", "/index.htm", "/#")
    if scheme.lower() == "file" or _LOCAL_HOST.fullmatch(host):
        return LOW
    if not c.labelled and _ASSET.search(rest):
        return LOW
    if home:
        return MEDIUM if _OWN.search(c.before(60)) or (c.labelled and (c.name or c.header.kind)) else LOW
    if _PUBLIC.fullmatch(host) and not c.name:
        return LOW
    if c.labelled or _OWN.search(c.before(60)):
        return HIGH
    return HIGH if scheme and _PERSON.search(rest) else MEDIUM


def _bare(c: Candidate) -> Verdict | None:
    """A domain with a path and neither scheme nor `www.`: the path must hold more than a word that follows a slash."""
    rest = c.value.partition("/")[2]
    if c.groups.get("wordlike") and not regex.search(r"\d{3}|[/?=#]\w|-", rest):
        return None
    return _judge(c)


def _share(c: Candidate) -> Verdict:
    return Verdict(LOW, "share", shrink=(0, _tail(c.value)))


def _accepts(cell: str, phrase: str) -> bool:
    return (
        phrase in _NAMESPACE_LABELS
        or not regex.search(r"[./\\]", cell)
        or cell.lower().startswith("urn:")
        or _namespace(cell)
    )


DETECTOR = Detector(
    category=Category.URLS,
    title="Web Universal Resource Locators (URLs)",
    law="45 CFR 164.514(b)(2)(i)(N)",
    replacement="[URL]",
    patterns=(
        Pattern(
            "address with a scheme",
            rf"(?i)(?<![a-z0-9+.\-])[a-z][a-z0-9+.\-]{{1,24}}://{_CHAR}{{1,2000}}",
            MEDIUM,
            column=HIGH,
            judge=_judge,
            needs=("://",),
        ),
        Pattern(
            "address with www",
            rf"(?i)(?<![\w@.\-])www\d?\.(?:{_LABEL}\.){{1,7}}(?:xn--[a-z0-9\-]{{2,59}}|\p{{L}}{{2,24}}){_PORT}(?:[/?#]{_CHAR}{{0,2000}})?(?![\w@])",
            MEDIUM,
            column=HIGH,
            judge=_judge,
            needs=("www", "WWW", "Www"),
        ),
        Pattern(
            "domain with a path",
            rf"(?i)(?<![\w@.\-/:\\%+&=])(?:{_LABEL}\.){{1,6}}(?:{_ENDINGS}|(?P<wordlike>{_WORDLIKE})){_PORT}[/?](?=[\w~#%?@]){_CHAR}{{1,2000}}",
            MEDIUM,
            column=HIGH,
            judge=_bare,
            needs=("/", "?"),
        ),
        Pattern(
            "share of a network",
            r"(?<![\w\\])\\\\[\w.\-]{1,64}\\[^\s<>\"'|*?]{1,400}",
            LOW,
            judge=_share,
            needs=("\\\\",),
        ),
    ),
    labels=Labels(
        strong=phrases(
            "url | urls | website | web site | web address | homepage | home page | web page | webpage | portal url | profile url | profile link | "
            "patient portal | portal link | portal | personal website | personal url | personal site | personal page | blog | facebook page | linkedin | "
            "sitio web | página web | pagina web | enlace | uri | hyperlink"
        ),
        headers=phrases(
            "href | link | web link | web url | web addr | www | site url | photo url | image url | avatar url | picture url | facebook url | facebook link | linkedin url | attachment url | document url | "
            "report url | result url | video url | visit link | meeting link | join url | zoom link | telehealth link | extension url | system url | code system url | "
            "value set url | profile canonical url | schema url | canonical url | license url | terms url | base url | docs url | repo url | repository url | "
            "modifier extension url | structure definition url | questionnaire url | api url | endpoint url | definition url"
        ),
        generic=phrases("link | uri | portal | enlace | visit link"),
        weak=phrases("profile | online profile | bio"),
        deny=phrases(
            "system | xmlns | namespace | schema location | schema | dtd | doctype | license | licence | user agent | value set | code system | canonical | generator"
        ),
        kinds=dict.fromkeys(
            (
                "personal website",
                "personal url",
                "personal site",
                "personal page",
                "blog",
                "facebook page",
                "linkedin",
                "profile url",
                "profile link",
            ),
            "personal page",
        ),
    ),
    value=Pattern(
        "address under its label",
        rf"(?i)(?:[a-z][a-z0-9+.\-]{{1,24}}://{_CHAR}{{1,2000}}|(?:{_LABEL}\.){{1,7}}(?:{_ENDINGS}|{_WORDLIKE}){_PORT}(?![\w@]|-)(?:[/?#]{_CHAR}{{0,2000}})?)",
        None,
        judge=_judge,
    ),
    accepts=_accepts,
)
