"""Whether a stretch of text is English, by its small words: the tagger has learned no other language."""

from __future__ import annotations

import regex

_ENGLISH = frozenset(
    "the of and to was is with for on at by he she his her that this has had not from as are were be been will have who which they their it its you your my or an if but".split()
)
_OTHER = frozenset(
    "el los las del que se con por una un para al lo su sus es fue sin más años y como entre desde hasta muy "  # Spanish
    "em não uma com dos das foi ao aos pelo pela mais são está "  # Portuguese
    "le les des du est et dans pour aux avec sur une qui pas au ou été il elle "  # French
    "und ist nicht mit ein eine der das dem den zu auf wurde für bei im am sich "  # German
    "di che non della sono è alla nel dei gli stato "  # Italian
    "het een van en niet op te zijn werd voor "  # Dutch
    "jest nie na się do z w od przez po oraz".split()  # Polish
)
_WORD = regex.compile(r"\p{L}+")
_AROUND, _LEAST = 240, 3


def foreign(text: str, start: int, end: int) -> bool:
    """Whether the small words around `text[start:end]` are of another language more than English."""
    words = [word.lower() for word in _WORD.findall(text, max(0, start - _AROUND), end + _AROUND)]
    other = sum(word in _OTHER for word in words)
    return other >= _LEAST and other > sum(word in _ENGLISH for word in words)
