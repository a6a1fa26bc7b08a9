"""Finding words in a text as a person means them: case, accents and kinds of quote aside."""

import unicodedata
from functools import lru_cache

_ALIKE = str.maketrans("’‘ʼ`´“”„«»–—‑\u00a0\n\t", "'''''\"\"\"\"\"---   ", "\u200b\u00ad")


def places_of(words: str, text: str) -> list[tuple[int, int]]:
    """Return where `words` stand in `text`, as positions of a QTextDocument that holds it."""
    wanted = "".join(map(_folded, words))
    letters = [(_folded(letter), at) for letter, at in _positions(text)]
    folded = "".join(piece for piece, _at in letters)
    origins = [at for piece, at in letters for _ in piece]
    origins.append(len(text.encode("utf-16-le", "surrogatepass")) // 2)
    found: list[tuple[int, int]] = []
    at = folded.find(wanted) if wanted.strip() else -1
    while at >= 0:
        end = at + len(wanted)
        found.append((origins[at], origins[end]))
        at = folded.find(wanted, end)
    return found


def _positions(text: str) -> list[tuple[str, int]]:
    """Return each letter with its position: Qt counts in UTF-16, Python in letters."""
    positions: list[tuple[str, int]] = []
    at = 0
    for letter in text:
        positions.append((letter, at))
        at += 1 if letter <= "\uffff" else 2
    return positions


@lru_cache(maxsize=1024)
def _folded(letter: str) -> str:
    """Return a letter without case and accents, or nothing if it is a mark of its own."""
    apart = unicodedata.normalize("NFKD", letter.translate(_ALIKE).casefold())
    return "".join(mark for mark in apart if not unicodedata.combining(mark))
