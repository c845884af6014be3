"""Electronic mail addresses: as RFC 5321 writes them, quoted, internationalised, percent-encoded, and spelled out.

Law: 45 CFR 164.514(b)(2)(i)(F).
Source: RFC 5321 section 4.1.2 (local part at most 64 octets, quoted strings, address literals), RFC 6531 (letters of all
scripts), RFC 6068 (mailto), RFC 2142 (mailbox names for common roles), Applicability Statement for Secure Health
Transport 1.3 (Direct addresses).
Limits: characters that RFC 5321 allows but nobody uses before the @ (`=`, `|`, `/`, `^`, braces) end the local part.
"""

from __future__ import annotations

from phiguard.detectors import _regexes as regex
from phiguard.detectors._labels import Labels, phrases, whose
from phiguard.detectors._pattern import (
    HIGH,
    LOW,
    MEDIUM,
    Candidate,
    Category,
    Detector,
    Pattern,
    Same,
    Steady,
    Verdict,
)

_LOCAL = r"\w[\w.+\-&'~%!#$*]{0,63}"
_DOMAIN = r"(?:[\p{L}\p{N}][\p{L}\p{N}\-_]{0,62}\.){1,8}(?:xn--[a-z0-9\-]{1,59}|\p{L}{2,24})"
_AT = r"(?:@|%40|&\#0?64;)"
_PART = r"[\p{L}\p{N}][\p{L}\p{N}\-]{0,62}"
_BOXED_AT = r"(?:\[at\]|\(at\)|\{at\}|<at>|\[@\]|\(@\))"
_BOXED_MARK = r"(?:\[(?:dot|underscore|dash)\]|\((?:dot|underscore|dash)\)|\{(?:dot|underscore|dash)\}|<dot>)"
_BOXED_DOT = r"(?:\.|[ ]?(?:\[dot\]|\(dot\)|\{dot\}|<dot>)[ ]?|[ ]dot[ ])"
_SPOKEN_LOCAL = r"\w[\w+\-]{0,40}(?:(?:\.|[ ]dot[ ]|[ ]underscore[ ])[\w+\-]{1,40}){0,3}"
_TLD = r"(?:com|org|net|edu|gov|mil|int|info|biz|io|us|uk|ca|mx|es|de|fr|au|health|med|clinic|care|me|co|tv|email)"
_ROLES = frozenset(
    "support noreply no-reply no_reply donotreply do-not-reply do_not_reply info admin administrator webmaster postmaster hostmaster "
    "abuse help helpdesk contact contactus sales press media security root mailer-daemon daemon privacy feedback service customerservice "
    "customer.service newsletter notifications notification alerts marketing enquiries inquiries dev devs developers bugs git hg svn ci bot "
    "compliance legal hello team nobody someone your.name".split()
)
"""RFC 2142's and their like: a desk, not a person."""
_NO_LOCAL = frozenset(
    "is are was look looks be us me him her them it seen available online only here address arrived".split()
)
"""Words that stand before `at` in a sentence."""
_FILES = frozenset(
    "png jpg jpeg gif svg webp ico pdf js ts css scss py rb go java json xml yaml yml html htm txt md csv sql sh zip gz local localdomain localhost".split()
)
_GLUED = regex.compile(r"(?<=\.(?:com|org|net|edu|gov))[A-Z][a-z]{2,}\Z")
_MEASURE = regex.compile(r"(?i)\d{1,4}\.(?:cc|ml|mg|mm|cm|kg)")
"""A rate, not a host: `NS@75.cc/hr`."""
_IN_URL = regex.compile(r"://[^\s/@]{0,80}\Z")


def _judge(c: Candidate) -> Verdict | None:
    local, _, domain = regex.sub(r"(?i)%40|&#0?64;", "@", c.value).rpartition("@")
    ending = domain.rpartition(".")[2].lower()
    if _IN_URL.search(c.before(90)) or _MEASURE.fullmatch(domain):
        return None
    hanging = regex.search(rf"(?i)\.{_TLD}(?=_)", domain)
    if hanging:  # `jane@example.org_labs.pdf`, the name of a file
        return Verdict(HIGH, shrink=(0, len(domain) - hanging.end()))
    if ending in _FILES:
        return Verdict(LOW) if ending.startswith("local") else None
    if local.lower() in _ROLES and not (c.name and c.labelled):
        return Verdict(LOW, reason="mailbox of a role")
    if local.lower() in ("git", "hg", "svn"):
        return Verdict(LOW, reason="mailbox of a role")
    emphasis = int(c.value[0] == "_" and c.after(1) == "_")  # Markdown's `_jane@example.org_`
    return Verdict(HIGH, shrink=(emphasis, _glued(c.value)))


def _glued(value: str) -> int:
    """Length of a capitalised word that hangs on a known ending (`example.orgPhone`)."""
    found = _GLUED.search(value)
    return len(found.group()) if found else 0


def _spelled(c: Candidate) -> Verdict | None:
    if c.value.lower().split()[0] in _NO_LOCAL:
        return None
    return Verdict(HIGH if c.labelled else MEDIUM)


def _spaced(c: Candidate) -> Verdict:
    local = c.value.partition("@")[0].strip()
    plain = local.isalpha() and " @ " in c.value
    return Verdict(HIGH if c.labelled else LOW if plain or local.lower() in _ROLES else MEDIUM)


def _host(c: Candidate) -> Verdict | None:
    return Verdict(HIGH if c.labelled else LOW)


def _labelled(c: Candidate) -> Verdict | None:
    local = c.value.partition("@")[0].lower()
    if local.split()[0] in _NO_LOCAL:
        return None
    return Verdict(LOW) if local in _ROLES and not c.name else Verdict(HIGH, shrink=(0, _glued(c.value)))


_REFUSED = regex.compile(
    r"(?i)[\p{L}' ]{0,40}\b(?:not|no|never|none|decline[sd]?|refuse[sd]?|unknown|without|contact|ninguno|ninguna)\b[\p{L}' ]{0,40}"
)


def _accepts(cell: str, phrase: str) -> bool:
    """Words that say that there is none; a kind of postage, a login without a domain."""
    return "@" not in cell and (phrase in ("mail", "upn") or _REFUSED.fullmatch(cell) is not None)


DETECTOR = Detector(
    category=Category.EMAILS,
    title="Electronic mail addresses",
    law="45 CFR 164.514(b)(2)(i)(F)",
    replacement="[EMAIL]",
    patterns=(
        Pattern(
            "address",
            rf"(?i)(?<!\w){_LOCAL}{_AT}{_DOMAIN}(?![^\W_]|\-)",
            HIGH,
            column=HIGH,
            judge=_judge,
            needs=("@", "%40", "&#64;", "&#064;"),
        ),
        Pattern(
            "address with a quoted local part",
            rf'(?i)(?<![\w"])"(?:[^"\\\n]|\\[^\n]){{1,62}}"@(?:{_DOMAIN}|\[[0-9a-f:.]{{3,45}}\])(?![\w\-])',
            HIGH,
            needs=('"@',),
        ),
        Pattern(
            "address at a literal",
            rf"(?i)(?<!\w){_LOCAL}@\[(?:ipv6:)?[0-9a-f:.]{{3,45}}\]",
            HIGH,
            needs=("@[",),
        ),
        Pattern(
            "spelled out in brackets",
            rf"(?i)(?<!\w)\w[\w.+\-]{{0,63}}(?:[ ]?{_BOXED_MARK}[ ]?[\w+\-]{{1,40}}){{0,3}}[ ]?{_BOXED_AT}[ ]?(?:{_PART}{_BOXED_DOT}){{1,5}}\p{{L}}{{2,24}}(?!\w)",
            MEDIUM,
            judge=_spelled,
            needs=("[at]", "(at)", "{at}", "<at>", "[AT]", "(AT)", "{AT}", "[@]", "(@)"),
        ),
        Pattern(
            "spelled out in words",
            rf"(?i)(?<!\w){_SPOKEN_LOCAL}[ ](?:at|@|arroba)[ ]{_PART}(?:(?:[ ]dot[ ]|[ ]punto[ ]|\.)[\p{{L}}\p{{N}}\-]{{2,40}}){{0,3}}"
            rf"[ ](?:dot|punto)[ ]{_TLD}(?!\w)",
            MEDIUM,
            judge=_spelled,
            needs=(" dot ", " DOT ", " Dot ", " punto ", " PUNTO "),
        ),
        Pattern(
            "address with spaces",
            rf"(?i)(?<!\w)\w[\w.+\-]{{0,63}}(?:[ ]@[ ]?|@[ ])(?:{_PART}[ ]?\.[ ]?){{1,4}}{_TLD}(?![\w\-])",
            MEDIUM,
            judge=_spaced,
            needs=(" @", "@ "),
        ),
        Pattern(
            "user at a host",
            r"(?<![\w.@/])\w[\w.+\-]{1,63}@\p{L}[\w\-]{1,62}(?![\w@]|[.\-]\w)",
            LOW,
            judge=_host,
            needs=("@",),
        ),
    ),
    labels=Labels(
        strong=phrases(
            "email | e mail | email address | e mail address | email addr | e mail addr | email id | electronic mail | "
            "electronic mail address | personal email | home email | work email | direct address | direct email | mailto | "
            "correo | correo electronico | correo electrónico | dirección de correo | direccion de correo"
        ),
        headers=whose("email | email address")
        + phrases(
            "uemail | e patient 19 | eml | eml addr | email 1 | email 2 | emailaddr | pt email | pat email | emails | mail | e mail id | internet address | upn | "
            "user principal name | email primary | email secondary"
        ),
        weak=phrases(
            "maintainer email | package email | support email | contact | telecom | login | username | user name | user | account | mail order | mail code | mail stop | mail out | mail date"
        ),
        deny=phrases("package | author email | maintainer | support email | git | clone | remote"),
    ),
    value=Pattern(
        "address under its label",
        rf"(?i)(?:\w[\w.+\-]{{0,63}}[ ](?:at|@|arroba)[ ](?:{_DOMAIN}|{_PART}[ ]{_TLD})(?!\w)|\w[\w.+\-]{{0,63}}@{_PART},[ ]?{_TLD}(?!\w)|[^\s@,;:<>()\[\]\"']{{1,64}}@[\p{{L}}\p{{N}}](?:[\p{{L}}\p{{N}}._\-]{{0,190}}[\p{{L}}\p{{N}}])?)",
        None,
        judge=_labelled,
        needs=("@",),
    ),
    accepts=_accepts,
    steady=Steady(
        (
            r"[a-z]{1,20}(?:[._][a-z]{1,20}){0,2}\d{0,4}@[a-z]{1,20}(?:\.[a-z]{1,20}){0,2}\.(?:com|org|net|edu|gov)",
        ),
        Same.LENGTH,
    ),
)
