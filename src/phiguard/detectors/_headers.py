"""How a header, key or path is read: its words, and which of them its last key is made of."""

from __future__ import annotations

from phiguard.detectors import _regexes as regex
from phiguard.detectors._caches import remembered
from phiguard.detectors._spellings import respelt

_WORD = regex.compile(r"\p{Lu}+(?=\p{Lu}\p{Ll})|\p{Lu}?\p{Ll}+|\p{Lu}+|\p{L}+|\d+|#")
_ASIDE = regex.compile(
    r"(?i)(?<=[^\W\d_])['’]s(?![^\W_])|(?<![^\W_])(?:[ymd]{2,4}|hh|mi|ss)(?:[-/:T](?:[ymd]{2,4}|hh|mi|mm|ss)){1,5}(?![^\W_])"
)
"""A possessive and a format, `(hh:mm:ss)`, which are no words of a header."""

_STEP = regex.compile(r"\[\d*\]\.?|\.(?=\S)")
FILLERS = frozenset(
    "value values val text txt content data raw string str v number no num nbr numero home work mobile cell primary "
    "secondary main alt alternate other preferred current previous prior old new day evening night patient temporary "
    "permanent mailing billing business personal legal usual casa trabajo principal".split()
)
"""Last keys of a path that only qualify what their parent names: `phone.home`, `ssn.value`."""
_ACCENTS = str.maketrans("áéíóúü", "aeiouu")


def key_of(phrase: str) -> str:
    """A phrase as headers are looked up: in one word, without accents."""
    return phrase.replace(" ", "").translate(_ACCENTS)


@remembered(65536)
def words(name: str) -> tuple[str, ...]:
    """Lower-case words of a header or key: snake_case, camelCase, dots and digits split; misspelt ones mended."""
    if ":" in name or "/" in name or "-" in name or "'" in name or "’" in name:
        name = _ASIDE.sub(" ", name)
    return tuple(respelt(w.lower().translate(_ACCENTS)) for w in _WORD.findall(name))


@remembered(65536)
def steps(name: str) -> tuple[tuple[str, ...], int, int]:
    """The words of a header or path, and where the words of its last key and of that key's parent begin (0 and 0 for a
    header). A last key that says nothing of its own (`value`, `home`) belongs to its parent."""
    keys = [words(key) for key in _STEP.split(name)]
    keys = [key for key in keys if key]
    last = len(keys) - 1
    while last > 0 and all(word in FILLERS or word.isdigit() for word in keys[last]):
        last -= 1
    starts = [sum(map(len, keys[:index])) for index in (max(0, last), max(0, last - 1))]
    return tuple(word for key in keys for word in key), starts[0], starts[1]
