"""Words that are written apart here and together there: role model, rolemodel."""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from studyapp.domain.course import KeyPoint
from studyapp.domain.text import words

# Two short words together are too often another one: be come.
_SHORTEST = 8
_WORD = re.compile(r"[^\W\d_]+")


def as_the_points_write(answer: str, points: Sequence[KeyPoint]) -> str:
    """Return an answer with its compounds parted or joined as a wording has them."""
    apart, together = _compounds(tuple(points))
    for one, two in pairwise(words(answer)):
        if one + two in together:
            answer = re.sub(rf"\b{one}[\s-]+{two}\b", one + two, answer, flags=re.IGNORECASE)
    return _WORD.sub(lambda found: apart.get(found[0].casefold(), found[0]), answer)


@lru_cache(maxsize=64)
def _compounds(points: tuple[KeyPoint, ...]) -> tuple[dict[str, str], frozenset[str]]:
    """Return what a joined word is apart, and the words that may have been parted.

    What wordings write either way is left as it stands.
    """
    lines = [words(wording) for point in points for wording in (point.text, *point.wordings)]
    single = {word for line in lines for word in line}
    pairs = {one + two: f"{one} {two}" for line in lines for one, two in pairwise(line)}
    apart = {
        joined: pair
        for joined, pair in pairs.items()
        if len(joined) >= _SHORTEST and joined not in single
    }
    together = frozenset(word for word in single if len(word) >= _SHORTEST and word not in pairs)
    return apart, together
