"""Marking of answers: options chosen, and typed answers by key point.

A typed answer is compared by folded words. A wording counts for a key point when all its words
stand in the answer, spelled nearly right, numbers exactly, and not denied.
"""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from studyapp.domain.course import KeyPoint, Option
from studyapp.domain.text import fold, words

_LITTLE = frozenset(
    "a an the of in on at to for by with and or was were is are be been it its that this as".split()
)
_DENIALS = frozenset(
    "not no never neither nor without didnt dont doesnt wasnt werent isnt arent wont cannot cant "
    "couldnt wouldnt hadnt hasnt havent".split()
)
_REACH = 3


@dataclass(frozen=True, slots=True)
class PointMark:
    """Whether a key point was found, and the words of the answer that said it."""

    point: KeyPoint
    found: bool
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Grade:
    """The program's mark: `value` from 0 to 1, and for typed answers the points it comes from."""

    value: float
    points: tuple[PointMark, ...] = ()

    @property
    def right(self) -> bool:
        """Say whether nothing was missing or wrong."""
        return self.value >= 1.0


def grade_choice(options: Sequence[Option], chosen: AbstractSet[int]) -> Grade:
    """Mark chosen options by index: a right one counts for, a wrong one against."""
    right = {index for index, option in enumerate(options) if option.right}
    hits, slips = len(right & chosen), len(chosen - right)
    return Grade(max(0.0, (hits - slips) / len(right)) if right else 0.0)


def grade_typed(points: Sequence[KeyPoint], answer: str) -> Grade:
    """Mark a typed answer: the share of key points it makes."""
    given = words(answer)
    marks = tuple(_mark_point(point, given) for point in points)
    found = sum(mark.found for mark in marks)
    return Grade(found / len(marks) if marks else 0.0, marks)


def _mark_point(point: KeyPoint, given: Sequence[str]) -> PointMark:
    for wording in (point.text, *point.wordings):
        said = _said(words(wording), given)
        if said:
            return PointMark(point, found=True, words=said)
    return PointMark(point, found=False)


def _said(wanted: Sequence[str], given: Sequence[str]) -> tuple[str, ...]:
    """Return the given words that say the wanted ones, or () if any is missing or denied."""
    core = [word for word in wanted if word not in _LITTLE] or list(wanted)
    places = [_place(word, given) for word in core]
    found = [place for place in places if place is not None]
    if len(found) < len(core) or not found:
        return ()
    if _denied(min(found), given) != bool(_DENIALS & set(wanted)):
        return ()
    return tuple(given[place] for place in found)


def _place(word: str, given: Sequence[str]) -> int | None:
    if word in given:
        return given.index(word)
    return next((at for at, other in enumerate(given) if _alike(word, other)), None)


def _alike(word: str, other: str) -> bool:
    if len(word) < 4 or any(mark.isdigit() for mark in word + other):
        return False
    # rapidfuzz costs 17 ms to import; a misspelt answer can afford it, the first paint cannot.
    from rapidfuzz.distance import OSA

    allowed = 1 if len(word) < 8 else 2
    return OSA.distance(word, other, score_cutoff=allowed) <= allowed


def _denied(at: int, given: Sequence[str]) -> bool:
    return bool(_DENIALS & set(given[max(0, at - _REACH) : at]))


def is_blank(answer: str) -> bool:
    """Say whether an answer holds no word at all."""
    return not fold(answer).strip()
