"""Internet Protocol addresses: IPv4 and IPv6 in all forms, with zone, prefix length or port; not versions, OIDs, sections.

Law: 45 CFR 164.514(b)(2)(i)(O).
Source: RFC 791 and RFC 4632 (IPv4, CIDR), RFC 4291 section 2.2 and RFC 5952 (IPv6 text forms), RFC 4007 section 11 (zones),
IANA special-purpose address registries (loopback, unspecified, private).
Limits: IPv4 as one number, decimal or hexadecimal, needs its label; octal writings are not proposed.
"""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

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

_V4 = r"\d{1,3}(?:\.\d{1,3}){3}"
_V4_BOXED = r"\d{1,3}(?:\[\.\]\d{1,3}){3}"
_V6 = rf"(?:[0-9a-f]{{0,4}}:){{2,7}}(?:{_V4}|[0-9a-f]{{0,4}})"
_ZONE = r"(?:%(?:25)?[a-z0-9][\w.\-]{0,15})?"
_PREFIX = r"(?:/\d{1,3})?"
_PORT = r"(?::\d{1,5}(?!\d))?"
_SECTION = regex.compile(r"[ \t]{1,3}[A-Z][a-z]{2}")
_VERSION = regex.compile(
    r"(?i)(?:[a-z]/|[\w.+-][=~!<>]=[ ]?|\b(?:icd|iso|hl7|fhir|dicom|cda|loinc|mac ?os|i ?os|android|linux|ubuntu|java|openssl|safari|firefox|"
    r"hyperspace|hyperdrive|powerchart|viewer|plugin|library|package|v|ver|version|build|release|rel|firmware|fw|software|sw|driver|patch|update|oid|section|sec|chapter|rev|revision|ec|enzyme commission|appendix|table|figure|sdk|kernel|bios|engine|jre|jdk|chrome|windows)\b[^\w\n]{0,4}(?:is |was |no\.? |number |# ?)?)\Z"
)
_MEASURE = regex.compile(
    r"(?i)[ ]?(?:fr(?:ench)?|mm|cm|mg|mcg|ml|ga(?:uge)?|mmhg|kg|units?|%|°)(?![a-z])|\.(?:jar|zip|tar|tgz|gz|whl|exe|msi|dmg|deb|rpm|apk|dll|so|pdf|html?)(?!\w)"
)
"""A unit, or a file's ending, behind four numbers with dots."""
_WRITTEN = regex.compile(
    rf"(?i)(?:\[(?P<boxed>[0-9a-f:.]{{2,45}}){_ZONE}\]|(?P<v4>{_V4})|(?P<v6>[0-9a-f:]{{2,39}}(?:\.\d{{1,3}}){{0,3}}))"
    rf"{_ZONE}(?P<prefix>/\d{{1,3}})?(?::\d{{1,5}})?"
)
_IN_MAILBOX = regex.compile(r"(?i)@\[(?:ipv6:)?\Z")
"""The address literal of an e-mail address belongs to that."""
_TRUE_V6 = tuple(
    ip_network(n) for n in ("2000::/3", "fc00::/7", "fe80::/10", "ff00::/8", "::ffff:0:0/96", "64:ff9b::/96")
)
"""What the registries have handed out; other well-formed texts (ratios, `a::b` in code) are chance."""


def _parse(value: str) -> IPv4Address | IPv6Address | None:
    """The address in a text without prefix and zone; leading zeros of logs are allowed."""
    if ":" not in value:
        value = ".".join(part.lstrip("0") or "0" for part in value.split("."))
    try:
        return ip_address(value)
    except ValueError:
        return None


def _idle(address: IPv4Address | IPv6Address) -> bool:
    """Addresses of no host: loopback, unspecified, broadcast, masks, multicast."""
    if isinstance(address, IPv6Address) and address.ipv4_mapped is not None:
        address = address.ipv4_mapped
    mask = isinstance(address, IPv4Address) and (int(address) >> 24 == 255 or str(address).endswith(".0.0.0"))
    return address.is_loopback or address.is_unspecified or address.is_multicast or mask


def _network(address: IPv4Address | IPv6Address, prefix: str | None) -> bool | None:
    """Whether address and prefix length name a block; None when the length is none."""
    if prefix is None:
        return False
    length = int(prefix[1:])
    if length > address.max_prefixlen:
        return None
    return (
        length < address.max_prefixlen and int(address) & ((1 << (address.max_prefixlen - length)) - 1) == 0
    )


def _sure(c: Candidate, address: IPv4Address | IPv6Address) -> Confidence | None:
    block = _network(address, c.groups.get("prefix"))
    if block is None:
        return None
    if block or _idle(address):
        return LOW
    return HIGH if c.labelled else MEDIUM


def _version4(c: Candidate) -> Verdict | None:
    address = _parse(c.groups["host"] or "")
    if address is None:
        return None
    sure = _sure(c, address)
    if sure is None or c.labelled:
        return None if sure is None else Verdict(sure)
    written = (c.groups["host"] or "").split(".")
    if any(len(part) == 2 and part[0] == "0" for part in written):
        return None  # a log pads to three digits; `6.08.12.40` is a version
    parts = [int(p) for p in str(address).split(".")]
    small = max(parts) < 30
    if (
        _VERSION.search(c.before(30))
        or _MEASURE.match(c.after(10))
        or _IN_MAILBOX.search(c.before(8))
        or (small and _SECTION.match(c.after(6)) and not c.before(80).rpartition("\n")[2].strip())
    ):
        return None
    return Verdict(LOW if max(parts) < 10 or (c.after(2)[:1] == "-" and c.after(2)[1:].isalpha()) else sure)


def _version6(c: Candidate) -> Verdict | None:
    text = c.groups["host"] or ""
    cut = 1 if text.endswith(":") and not text.endswith("::") else 0
    address = _parse(text[: len(text) - cut])
    if not isinstance(address, IPv6Address):
        return None
    groups = [g for g in text.split(":") if g]
    if len(groups) == 8 and all(len(g) == 2 for g in groups):
        return None  # EUI-64, a device's address
    if not any(ch.isdigit() for ch in text) or _IN_MAILBOX.search(c.before(8)):
        return None
    sure = _sure(c, address)
    if text.startswith("::") and "." in text and groups and len(groups) == 1:
        return Verdict(sure, shrink=(0, cut)) if sure else None  # `::192.0.2.3`, the form of RFC 4291 2.5.5.1
    written_out = len(groups) == 8 and any(len(g) > 2 and not g.isdigit() for g in groups)
    if (
        sure is MEDIUM
        and not written_out
        and not any(address in block for block in _TRUE_V6 if block.version == 6)
    ):
        sure = LOW
    return None if sure is None else Verdict(sure, shrink=(0, cut))


def _labelled(c: Candidate) -> Verdict | None:
    if regex.fullmatch(r"(?i)0x[0-9a-f]{8}|\d{8,10}", c.value):
        number = int(c.value, 0)
        return Verdict(HIGH if c.labelled else MEDIUM) if 1 << 24 <= number < 0xE0 << 24 else None
    if _IN_MAILBOX.search(c.before(14)):
        return None
    if "[.]" in c.value:
        return Verdict(HIGH) if _parse(c.value.replace("[.]", ".")) else None
    parts = _WRITTEN.fullmatch(c.value)
    address = _parse((parts["boxed"] or parts["v4"] or parts["v6"]).rstrip(".")) if parts else None
    if parts is None or address is None:
        return None
    block = _network(address, parts["prefix"])
    return None if block is None else Verdict(LOW if block or _idle(address) else HIGH)


def _accepts(cell: str, phrase: str) -> bool:
    address = _parse(regex.split(r"[%/]", cell.strip().strip("[]"), maxsplit=1)[0])
    return (
        _idle(address)
        if address is not None
        else phrase in ("ip", "ipv4", "ipv6", "host") and not regex.search(r"\d[.:]|::", cell)
    )


DETECTOR = Detector(
    category=Category.IPS,
    title="Internet Protocol (IP) address numbers",
    law="45 CFR 164.514(b)(2)(i)(O)",
    replacement="[IP]",
    patterns=(
        Pattern(
            "IPv4 address",
            rf"(?<![\w.])(?P<v>(?P<host>{_V4})(?P<prefix>/\d{{1,2}})?{_PORT})(?:(?=[A-Z]{{2,8}}[:=#])|(?![\w/]|\.\d))",
            MEDIUM,
            column=HIGH,
            judge=_version4,
            kind="IPv4",
            needs=(".",),
        ),
        Pattern(
            "IPv6 address",
            rf"(?i)(?<![\w:.\-])(?P<v>(?P<host>{_V6}){_ZONE}(?P<prefix>/\d{{1,3}})?)(?![\w/:]|\.\d)",
            MEDIUM,
            column=HIGH,
            judge=_version6,
            kind="IPv6",
            needs=(":",),
        ),
        Pattern(
            "IPv4 address, defanged",
            rf"(?<![\w.])(?P<v>{_V4_BOXED})(?![\w\[]|\.\d)",
            MEDIUM,
            column=HIGH,
            judge=lambda c: (
                Verdict(HIGH if c.labelled else MEDIUM) if _parse(c.value.replace("[.]", ".")) else None
            ),
            kind="IPv4",
            needs=("[.]",),
        ),
        Pattern(
            "IPv4 address as one number",
            r"(?<![\w.])(?P<v>0x[0-9A-Fa-f]{8}|[1-9]\d{7,9})(?![\w.])",
            None,
            judge=lambda c: _labelled(c) if c.whole else None,
            kind="IPv4",
        ),
    ),
    labels=Labels(
        strong=phrases(
            "ip | ip address | ip addr | ip addresses | ipaddr | ip no | ipv4 | ipv6 | ipv4 address | ipv6 address | client ip | client ip address | source ip | "
            "src ip | destination ip | dest ip | dst ip | remote ip | remote addr | remote address | user ip | login ip | device ip | host ip | peer ip | "
            "x forwarded for | x real ip | internet protocol address | dirección ip | direccion ip | workstation ip"
        ),
        headers=phrases(
            "source ip address | src ip address | destination ip address | dest ip address | c ip | s ip | cs ip | saddr | daddr | clientip | sourceip | callingip | ip4 | ip6 | last ip | ip last login | session ip | ip adr | ip num | ip decimal | ip int | ip integer | ip long | ip hex"
        ),
        weak=phrases(
            "host | remote host | client | ip days | ip visits | ip admits | ip cost | ip stays | ip op | ip discharges | ip paid | ip claims | ip location | "
            "ip country | ip joint | ip admsn | src ip admsn | network | subnet | netmask | gateway"
        ),
        deny=phrases(
            "version | ver | build | release | firmware | fw | oid | software | sw version | driver | section | app version | os version | schema version | subnet mask | netmask | mask | root"
        ),
        lone=("ip",),
    ),
    value=Pattern(
        "address under its label",
        rf"(?i)(?:\[{_V6}{_ZONE}\](?::\d{{1,5}})?|{_V6}{_ZONE}{_PREFIX}|{_V4}{_PREFIX}{_PORT}|{_V4_BOXED}|0x[0-9a-f]{{8}})(?:(?=[A-Z]{{2,8}}[:=#])|(?![\w:]|\.\d))",
        None,
        judge=_labelled,
    ),
    accepts=_accepts,
)
