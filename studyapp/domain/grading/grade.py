"""Marking of typed answers by key point.

The rules for a point stand in `points`. What the student says of a point goes before what
the program found.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from operator import mul
from typing import NamedTuple

from studyapp.domain.aliases import NO_ALIASES, Aliases
from studyapp.domain.course import KeyPoint
from studyapp.domain.grading.compounds import as_the_points_write
from studyapp.domain.grading.doers import of_the_right_side
from studyapp.domain.grading.matches import Answer
from studyapp.domain.grading.points import Said, find_point
from studyapp.domain.grading.vague import with_general
from studyapp.domain.grading.words import UNTOLD, Word, read

_WORTH = {Said.FOUND: 1.0, Said.PARTLY: 0.5, Said.MISSING: 0.0}


@dataclass(frozen=True, slots=True)
class PointMark:
    """What the program says of a key point, the words of the answer that said it, if any did.

    `own` is what the student says of it, who has the last word; `elsewhere` says that it stands
    where it does not belong, and `before` that it is what the student said of nearly the same
    answer before.
    """

    point: KeyPoint
    said: Said
    words: tuple[str, ...] = ()
    own: Said | None = None
    elsewhere: bool = False
    before: bool = False

    @property
    def holds(self) -> Said:
        """What counts: the student's word, or else the program's."""
        return self.own or self.said

    @property
    def found(self) -> bool:
        """Say whether the point counts as made."""
        return self.holds is Said.FOUND


@dataclass(frozen=True, slots=True)
class Grade:
    """The mark: `value` from 0 to 1, and the points it comes from, if it has any.

    `weights` says what share of the value each point has, where not all have the same. Where only
    so many points are asked for as are `enough`, the best of them count.
    """

    value: float
    points: tuple[PointMark, ...] = ()
    weights: tuple[float, ...] = ()
    enough: int = 0

    @property
    def right(self) -> bool:
        """Say whether nothing was missing or wrong."""
        return self.value >= 1.0

    @property
    def whole(self) -> bool:
        """Say whether no key point is missing of as many as are enough, though some be in part."""
        there = sum(mark.holds is not Said.MISSING for mark in self.points)
        return bool(self.points) and there >= (self.enough or len(self.points))

    def overruled(self, own: Mapping[int, Said]) -> "Grade":
        """Return the grade with the student's word on some points, by index from 0."""
        marks = (replace(mark, own=own.get(at)) for at, mark in enumerate(self.points))
        return grade_of(tuple(marks), self.weights, self.enough)

    def as_before(self, said: Mapping[int, Said]) -> "Grade":
        """Return the grade with what the student said before in the place of the program's word."""
        marks = [
            replace(mark, said=said[at], before=True)
            if said.get(at, mark.said) != mark.said
            else mark
            for at, mark in enumerate(self.points)
        ]
        return grade_of(tuple(marks), self.weights, self.enough)

    def turned(self, point: int) -> "Grade":
        """Return the grade with the student's word on one point, or without it if it was there."""
        own = {at: mark.own for at, mark in enumerate(self.points) if mark.own}
        if point in own:
            del own[point]
        else:
            own[point] = Said.MISSING if self.points[point].found else Said.FOUND
        return self.overruled(own)


def grade_of(
    points: tuple[PointMark, ...], weights: tuple[float, ...] = (), enough: int = 0
) -> Grade:
    """Return the grade that key points make: a point that is there in part counts half."""
    worth = [_WORTH[mark.holds] for mark in points]
    if enough:
        # Six halves are not three.
        best = sorted(worth, reverse=True)[:enough]
        return Grade(sum(best) / enough, points, enough=enough)
    if weights:
        # Three thirds of something are all of it.
        return Grade(round(sum(map(mul, worth, weights)), 9), points, weights)
    return Grade(sum(worth) / len(points) if points else 0.0, points)


def part_mark(text: str, found: bool, words: tuple[str, ...] = ()) -> PointMark:
    """Return the mark of what is either right or not, such as the year of a date."""
    return PointMark(KeyPoint(text), Said.FOUND if found else Said.MISSING, words)


class _Told(NamedTuple):
    """What a question tells: its words in order, they and the little words, and their stems."""

    asked: tuple[Word, ...]
    said: frozenset[str]
    stems: frozenset[str]


@lru_cache(maxsize=64)
def _told(told: str, aliases: Aliases) -> _Told:
    asked = read(told, aliases)
    said = frozenset(each.word for each in asked) | UNTOLD
    return _Told(asked, said, frozenset(each.stem for each in asked))


def grade_typed(
    points: Sequence[KeyPoint],
    answer: str,
    aliases: Aliases = NO_ALIASES,
    told: str = "",
    prompt: str = "",
    named: bool = False,
) -> Grade:
    """Mark a typed answer by its key points.

    Who only says again what the question has `told` makes no point. A `prompt` that tells nothing
    of the answer still tells whom it is about. Points that are to be `named` are not made, nor in
    part, by staying general.
    """
    asked, said, stems = _told(told, aliases)
    given = of_the_right_side(
        read(as_the_points_write(answer, points), aliases), asked or read(prompt, aliases)
    )
    held = Answer(given)
    found = [find_point(point, held, aliases, said, stems) for point in points]
    if not named:
        found = with_general(points, found, given, asked, aliases)
    marks = zip(points, found, strict=True)
    return grade_of(tuple(PointMark(point, each.said, each.words) for point, each in marks))
