"""How an answer to a card is marked, and what of it is kept in the log."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from studyapp.domain.memory import Rating
from studyapp.domain.messages import say
from studyapp.services.asking import AskedCard

if TYPE_CHECKING:
    from studyapp.domain.aliases import Aliases
    from studyapp.domain.grading import Grade
    from studyapp.domain.grading_points import Said


def grade_words(asked: AskedCard, typed: str, aliases: Aliases) -> Grade | None:
    """Mark typed words by the key points of what was asked; None where it has none."""
    # The marking of typed words brings text folding with it; the first answer is soon enough.
    from studyapp.domain.grading import grade_typed

    if not asked.points:
        return None
    prompt = say(asked.prompt)
    # Only of a link's reason the question tells the half; of other questions, words to choose from.
    told = prompt if asked.kind == "why" else ""
    return grade_typed(asked.points, typed, aliases, told, prompt)


def suggested_rating(grade: Grade | None) -> Rating:
    """Return what the program would rate; what the student alone can judge counts as known."""
    if grade is None or grade.right:
        return Rating.GOOD
    return Rating.HARD if grade.whole else Rating.AGAIN


def own_words(logged: object) -> dict[int, Said]:
    """Return what the student said of points, as the log keeps it; other words are left out."""
    from studyapp.domain.grading_points import Said

    if not isinstance(logged, Mapping):
        return {}
    known = {str(each): each for each in Said}
    return {
        int(at): known[word]
        for at, word in logged.items()
        if isinstance(at, str) and at.isdecimal() and word in known
    }


def logged_points(grade: Grade | None) -> dict[str, object]:
    """Return what is kept of each key point: the program's word, and the student's on some."""
    if grade is None or not grade.points:
        return {}
    kept: dict[str, object] = {"points": [str(mark.said) for mark in grade.points]}
    own = {str(at): str(mark.own) for at, mark in enumerate(grade.points) if mark.own}
    return kept | ({"overruled": own} if own else {})
