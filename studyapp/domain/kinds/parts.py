"""Parts of an answer that are right or wrong as a whole: a number, a pair, a step."""

from collections.abc import Sequence

from studyapp.domain.course import KeyPoint
from studyapp.domain.grading import Grade, PointMark
from studyapp.domain.grading_points import Said


def part(text: str, *, is_right: bool, words: tuple[str, ...] = ()) -> PointMark:
    """Return the mark of a part; `words` are those of the answer that said it."""
    return PointMark(KeyPoint(text), Said.FOUND if is_right else Said.MISSING, words)


def share_of(marks: Sequence[PointMark]) -> Grade:
    """Return the grade of parts that count alike."""
    return Grade(sum(mark.found for mark in marks) / len(marks) if marks else 0.0, tuple(marks))
