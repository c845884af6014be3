"""Names written in lower case, as in chats and telegraphic notes: one word or two that the lists know as nothing but names."""

from __future__ import annotations

from phiguard.detectors import _regexes as regex
from phiguard.detectors._name_lists import Kind, Word, look_up
from phiguard.detectors._names import tokens

_WORD_END = (
    r"(?:ic|ics|al|als|ous|ive|ed|ing|ings|ly|ary|ory|ism|itis|omas?|osis|oses|asis|ases?|ia|ae|ide|ine|(?<=\w{6})ins?|ant|ent|ents|able|ible|ness|ship|er|ers|or|ors|"
    r"oscopy|graphy|ology|otomy|um|us|es|ion|ions|ate|ates|ity|ome|up|down|line|like|less|age|ist|ists|yl|ol|ole)\Z"
)
"""How words end that are in no list of names and are written small."""


def rare_lower(word: str) -> bool:
    """Whether a small word may be a rare name where only a name can stand: `nongluk`, no word of the lists, no ending of words."""
    facts = look_up(word)
    if facts.kind is Kind.NAME:
        return _nothing_else(word, facts)
    return facts.kind is Kind.UNKNOWN and len(word) > 4 and regex.compile(_WORD_END).search(word) is None


def lone_lower(word: str) -> bool:
    """Whether one word in lower case is a given name or surname that is no other word: `maria`, `latoya`."""
    facts = look_up(word)
    common = facts.given >= 5 or facts.surname >= 6
    return facts.kind is Kind.NAME and common and _nothing_else(word, facts)


def _nothing_else(word: str, facts: Word) -> bool:
    """Whether a name is long enough, and no other word, to be one in lower case."""
    return len(word) > 3 and not (facts.tier or facts.medical or facts.eponym or facts.place)


def lower_name(run: str) -> int:
    """Where a lower-case name at the head of a run ends behind a label, kin or a person: two words, or one; 0: none."""
    parts = run.split(" ")
    two = " ".join(parts[:2])
    return (
        lower_pair(run, cue=True)
        or lower_pair(two, cue=True)
        or (len(two) if len(parts) > 1 and lone_lower(parts[0]) and lone_lower(parts[1]) else 0)
        or (len(parts[0]) if lone_lower(parts[0]) else 0)
    )


def lower_pair(run: str, *, cue: bool) -> int:
    """Where a lower-case `given surname` ends; 0 when the lists do not make it one. `cue`: a label or title stands before it."""
    kept = tokens(run)
    if len(kept) < 2:
        return 0
    head, tail = kept[0].word, kept[-1].word
    if (
        head.kind is not Kind.NAME
        or tail.kind < (Kind.BOTH if cue else Kind.NAME)
        or tail.surname < (3 if cue else 6)
    ):
        return 0
    if (
        head.given < (4 if cue else 6)
        or (head.tier == "a" and tail.tier == "a")
        or (not cue and ((tail.medical and tail.most < 8) or (head.eponym and tail.eponym)))
    ):
        return 0
    return kept[-1].end
