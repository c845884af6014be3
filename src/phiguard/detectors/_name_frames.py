"""Patterns of `names` for frames that only a person fills: someone is called upon, or did what a paper records. There a word that
no list knows is a name, which it is nowhere else."""

from __future__ import annotations

from phiguard.detectors import _regexes as regex
from phiguard.detectors._name_lists import Kind, Word, look_up
from phiguard.detectors._name_lowers import rare_lower
from phiguard.detectors._name_verdicts import verdict
from phiguard.detectors._name_words import CREDENTIALS
from phiguard.detectors._names import WORD, no_person
from phiguard.detectors._pattern import MEDIUM, Candidate, Pattern, Verdict

_VERBS = (
    "recorded reported written entered prepared dictated transcribed witnessed signed cosigned completed submitted requested handled escalated "
    "accompanied interviewed raised filed noted documented charted authored initiated verified voiced expressed facilitated moderated led taught "
    "presented drafted compiled countersigned interpreted translated mentored supervised chaired typed"
).split()
_HELD = "registered assigned belonging belongs issued addressed released reassigned".split()
_PAPERS = (
    "update updates document documents letter policy invoice statement message records chart certificate summary feedback meeting voicemail badge "
    "registration"
).split()
_MEETINGS = "session sessions meeting meetings appointment interview conversation discussion chat call consultation therapy counseling".split()
_ASKED = (
    r"(?:please|kindly|(?:can|could|would|will|did|do|have|are|were) (?:you|we|I)|your|you(?:'re|'ve|'ll)?|thanks?|I(?:'m|'ve|'d|'ll)? \p{Ll}|let (?:me|us)|"
    r"here (?:is|are)|just (?:a|checking|wanted|following)|don't forget|remember to)(?![\w-])"
)
_OPENS = r"(?:(?m:^)|(?<=[.!?>\"“:•]) ?)[ \t]{0,4}"
_POLITE = r"(?<=(?i:thanks|thank you|hello|sorry|congratulations|welcome|congrats|great job|well done|good luck|goodbye|see you|take care|happy birthday|fantastic|wonderful)[^.!?\n]{0,40}, )"
_ONE_OR_TWO = rf"(?P<v>{WORD}(?:[ ]{WORD})?)"
_ANY_CASE = rf"(?P<v>{WORD}(?:[ ]{WORD})?|\p{{Ll}}{{4,18}}(?!\p{{L}}))"
_GOES_ON = r"[ ]?[\p{Lu}@(#&/]|'?\d|[-/.@]\w"
"""What makes a run part of something longer."""
_ITEM = rf"{WORD}(?:[ ]{WORD})?"
_UP_TO_HERE = rf"[\p{{Ll}}\d]:[ ]((?:{_ITEM},?[ ](?:and[ ])?){{0,13}})\Z"
_FROM_HERE = rf"((?:,?[ ](?:and[ ])?{_ITEM}){{0,13}})[ ]?(?:[.;\n]|\Z)"
_BETWEEN = r",?[ ]and[ ]|,[ ]"
_NO_NAME = r"(?i)(?:tion|ness|ment|ings?|edly|lly|ware|tech|corp|soft|net|bot|gram|tube)s?\Z"
"""Endings of words, firms and products."""


def framed(c: Candidate) -> Verdict | None:
    """One or two words that are names or in no list, and the run ends there."""
    after = c.after(24)
    if c.value.islower():
        return (
            None
            if after[:1] in tuple("@'/-_") or not rare_lower(c.value)
            else verdict(c, len(c.value), MEDIUM)
        )
    words = c.value.split(" ")
    if regex.compile(_GOES_ON).match(after) or no_person(after, c.value, len(c.value)):
        return None
    if not all(_possible(text, look_up(text)) for text in words):
        return None
    return verdict(c, len(c.value), MEDIUM)


def _possible(text: str, word: Word) -> bool:
    if len(text) < 3 or text.isupper() or word.medical or word.place or regex.compile(_NO_NAME).search(text):
        return False
    if not text[1:].replace("-", "").replace("'", "").islower() and "-" not in text and "'" not in text:
        return text[:2] in ("Mc", "De", "La", "Di", "Ma") and word.kind is not Kind.OTHER
    if word.eponym and word.most < 7:
        return False
    return word.kind in (Kind.UNKNOWN, Kind.NAME)


def listed(c: Candidate) -> Verdict | None:
    """`our founders: Schulz, Strickland and Matthews`: most of the list are names and nothing else."""
    ahead = regex.compile(_UP_TO_HERE).search(c.before(160))
    behind = regex.compile(_FROM_HERE).match(c.after(160))
    if ahead is None or behind is None:
        return None
    items = [item for item in regex.split(_BETWEEN, ahead.group(1) + c.value + behind.group(1)) if item]
    words = [look_up(text) for item in items for text in item.split(" ")]
    clear = [
        word.kind is Kind.NAME
        and not (word.medical or word.place or word.eponym or (word.tier == "a" and word.most < 9))
        for word in words
    ]
    if len(items) < 3 or len(items) > 14 or 3 * sum(clear) < 2 * len(words):
        return None
    if any(word.kind is Kind.OTHER for word in words) or c.value.isupper():
        return None
    return verdict(c, len(c.value), MEDIUM)


FRAMES = (
    Pattern(
        "one of a list of names",
        rf"(?<=[\p{{Ll}}\d]:[ ]|,[ ]|and[ ]){_ONE_OR_TWO}(?=,[ ]\p{{Lu}}|,?[ ]and[ ]\p{{Lu}}|,[ ]and[ ]|[.;\n]|\Z)",
        MEDIUM,
        judge=listed,
        needs=(" and ",),
    ),
    Pattern(
        "called upon at the head of a sentence",
        rf"{_OPENS}{_ANY_CASE}(?=, {_ASKED})",
        MEDIUM,
        judge=framed,
        needs=(", ",),
    ),
    Pattern(
        "called upon at its end",
        rf"{_POLITE}{_ONE_OR_TWO}(?=[.!?]|[ ]{{0,2}}(?:\n|\Z))",
        MEDIUM,
        judge=framed,
        needs=(", ",),
    ),
    Pattern(
        "greeted, though in no list",
        rf"(?<![^\W_])(?i:good (?:morning|afternoon|evening|day)|greetings|dear|hi|hello|hey),? (?:(?i:mister|mayoress) )?{_ANY_CASE}(?=[,.!:\n-]|\Z)",
        MEDIUM,
        judge=framed,
        starts=frozenset(("good", "greetings", "dear", "hi", "hello", "hey")),
    ),
    Pattern(
        "said to be the name",
        r"(?<![^\W_])(?i:name is) (?P<v>\p{Ll}{4,18})(?=[ ]?[,.;!\n]|[ ]and[ ]|\Z)",
        MEDIUM,
        judge=framed,
        starts=frozenset(("name",)),
    ),
    Pattern(
        "who did what a paper records",
        rf"(?<![^\W_])(?i:{'|'.join(_VERBS)}) by {_ANY_CASE}(?![\w@])",
        MEDIUM,
        judge=framed,
        starts=frozenset(_VERBS),
    ),
    Pattern(
        "who signed, in lower case",
        rf"(?<![^\W_])(?i:{'|'.join(_VERBS)}) by:? (?P<v>\p{{Ll}}{{2,16}} (?:\p{{Ll}}\.? )?\p{{Ll}}{{2,16}})(?=,? (?i:{CREDENTIALS})(?![^\W_]))",
        MEDIUM,
        starts=frozenset(_VERBS),
    ),
    Pattern(
        "to whom something is given",
        rf"(?<![^\W_])(?i:{'|'.join(_HELD)}) to {_ANY_CASE}(?![\w@])",
        MEDIUM,
        judge=framed,
        starts=frozenset(_HELD),
    ),
    Pattern(
        "whom a paper is for",
        rf"(?<![^\W_])(?i:{'|'.join(_PAPERS)}) for {_ONE_OR_TWO}(?![\w@])",
        MEDIUM,
        judge=framed,
        starts=frozenset(_PAPERS),
    ),
    Pattern(
        "with whom someone meets",
        rf"(?<![^\W_])(?i:{'|'.join(_MEETINGS)}) with {_ONE_OR_TWO}(?![\w@])",
        MEDIUM,
        judge=framed,
        starts=frozenset(_MEETINGS),
    ),
    Pattern(
        "an age behind it",
        rf"(?<![\w'-]){_ANY_CASE}(?=, aged? \d{{1,2}}(?!\d))",
        MEDIUM,
        judge=framed,
        needs=(", age",),
    ),
)
