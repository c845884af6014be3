"""Cells that are no value at all: nulls, flags, sentinels, and the tags that phiguard itself writes."""

from __future__ import annotations

import regex

NULLS = frozenset(
    "n/a|na|n.a.|n/d|nd|null|none|nil|nan|nat|unknown|unk|unkn|u|?|??|-|--|---|.|..|_|*|x|xx|xxx|not available|not applicable|"
    "not provided|not given|not on file|not recorded|not reported|not documented|no data|missing|blank|empty|pending|tbd|tba|"
    "none given|none provided|none recorded|declined|refused|deferred|other|(null)|(none)|(blank)|<null>|#n/a|\\n|undefined|"
    "desconocido|ninguno|no disponible|sin dato|s/d|anonymous|redacted|&nbsp;|&#160;|&#xa0;|<br>|<br/>|<br />|removed|withheld|suppressed|masked|"
    "true|false|yes|no|y|n|t|f|si|sí|0|00|000|0000|00000|000000000|0000000000|9|99|999|9999|99999|999999|9999999|99999999|999999999|9999999999|"
    "-1|-9|-99|1900-01-01|01/01/1900|1/1/1900|1900-01-01 00:00:00|1900-01-01t00:00:00|19000101|1753-01-01|1800-01-01|9999-12-31|"
    "12/31/9999|9999-12-31 00:00:00|99991231|2999-12-31|12/31/2999|31-dec-9999|0000-00-00|00/00/0000|0001-01-01|1899-12-30|1970-01-01t00:00:00z".split(
        "|"
    )
)
"""Written in lower case. A cell of these says that there is nothing, or a flag; it is never an identifier."""

_PLACEHOLDER = regex.compile(
    r"[^\p{L}\p{N}]{0,40}"  # nothing but marks
    r"|(?:\p{L}{0,6}[-_# ]?)?[(]?(?:0[-./() ]{0,2}){4,20}|[(]?(?:9[-./() ]{0,2}){5,20}"  # MRN-0000000, 999-99-9999
    r"|[(]?[#Xx]{2,4}[-./() ]{1,2}(?:[#Xx]{2,4}[-./() ]{0,2}){1,3}"  # ###-##-####
    r"|(?i:[my]{1,4}[-./ ][dm]{1,3}[-./ ][dy]{1,4}(?:[T ][hms:.]{2,12})?)"  # YYYY-MM-DD
)
"""Masks and fillers: what a form shows where a value would stand."""
_BLANK = "\u200b\u200c\u200d\u2060\ufeff\u00ad"
"""Marks of no width that exports leave in empty cells."""
_TAG = regex.compile(r"\[[A-Z][A-Z0-9 _/-]{1,30}\]|\*{3,12}|#{3,12}|X{4,12}|x{4,12}|█+")


def is_null(cell: str) -> bool:
    """Whether a cell, stripped and in any case, says nothing: empty, a word for nothing, a sentinel, a filler."""
    stripped = cell.strip().strip(_BLANK)
    if not stripped or stripped.lower() in NULLS:
        return True
    return len(stripped) <= 40 and _PLACEHOLDER.fullmatch(stripped) is not None


def is_tag(cell: str, tags: frozenset[str]) -> bool:
    """Whether a cell is exactly a tag that phiguard writes, or a fixed-width mask."""
    stripped = cell.strip()
    return stripped in tags or (bool(_TAG.fullmatch(stripped)) and not stripped.startswith("["))
