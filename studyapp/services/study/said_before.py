"""What the student said of the points of an answer before: it holds for one nearly the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studyapp.domain.grading.same_answer import is_nearly_same
from studyapp.domain.log import PRACTICE, REVIEW, standing
from studyapp.services.study.marking_answers import own_words

if TYPE_CHECKING:
    from studyapp.domain.grading.points import Said
    from studyapp.store.progress import Progress


def said_before(card: str, answer: str, points: int, progress: Progress) -> dict[int, Said]:
    """Return the student's word on the points of nearly the same answers, the last one first.

    What was taken back does not count, nor what was said of another number of `points`.
    """
    # By subject alone: there are few entries of a card, and very many of a type.
    about = [each for each in progress.entries((), (card,)) if each.type in (REVIEW, PRACTICE)]
    own = [each for each in about if each.payload.get("overruled")]
    if not own:
        return {}
    retracted = progress.entries((), tuple(entry.key for entry in own))
    said: dict[int, Said] = {}
    for entry in standing((*own, *retracted)):
        given, marked = entry.payload.get("given"), entry.payload.get("points")
        if not isinstance(given, str) or not isinstance(marked, list) or len(marked) != points:
            continue
        if is_nearly_same(answer, given):
            said |= own_words(entry.payload["overruled"])
    return {at: word for at, word in said.items() if at < points}
