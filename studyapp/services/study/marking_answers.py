"""How an answer to a card is marked, and what of it is kept in the log."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from studyapp.domain.cards import Facet
from studyapp.domain.messages import say
from studyapp.domain.schedule.memory import Rating
from studyapp.services.study.asking import AskedCard

if TYPE_CHECKING:
    from studyapp.domain.grading.grade import Grade
    from studyapp.domain.grading.learned import Judge
    from studyapp.domain.grading.points import Said
    from studyapp.domain.kinds.kind import Given

# Of the marked answers those that are most like ours: to questions of many fields, each with one
# model answer.
_LEARNED_FROM = "sciEntsBank"


class Judging:
    """Guesses whether an answer is right that has no key points; the numbers lie in a file."""

    def __init__(self, file: Path | None = None) -> None:
        """Read from `file` when first asked; without one there is no guess."""
        self._file = file

    def guess(self, asked: AskedCard, given: Given | None) -> Said | None:
        """Return what an answer likely is, or None where there is no model answer to be like."""
        from studyapp.domain.kinds.typed import Typed, TypedAnswer

        held = asked.content
        if not isinstance(held, Typed) or held.points or not isinstance(given, TypedAnswer):
            return None
        # The reason of a link is its answer too, where no key points are drawn from it.
        model = held.answer or (asked.explanation if asked.card.facet is Facet.WHY else "")
        if not model or not self._judge:
            return None
        return self._judge.judge((model,), given.text, say(asked.prompt))

    @cached_property
    def _judge(self) -> Judge | None:
        # What it learned takes some milliseconds to read; the first such answer is soon enough.
        import json

        from studyapp.domain.grading.learned import Judge

        if self._file is None or not self._file.is_file():
            return None
        return Judge.from_numbers(json.loads(self._file.read_text(encoding="utf-8")), _LEARNED_FROM)


def suggested_rating(grade: Grade | None, guess: Said | None = None) -> Rating:
    """Return what the program would rate, by its mark or its guess.

    What the student alone can judge counts as known.
    """
    if grade is not None:
        return Rating.GOOD if grade.right else Rating.HARD if grade.whole else Rating.AGAIN
    by_guess = {"partly": Rating.HARD, "missing": Rating.AGAIN}
    return by_guess.get(guess or "", Rating.GOOD)


def own_words(logged: object) -> dict[int, Said]:
    """Return what the student said of points, as the log keeps it; other words are left out."""
    from studyapp.domain.grading.points import Said

    if not isinstance(logged, Mapping):
        return {}
    known = {str(each): each for each in Said}
    return {
        int(at): known[word]
        for at, word in logged.items()
        if isinstance(at, str) and at.isdecimal() and word in known
    }


def logged_points(grade: Grade | None, *, sure: bool = False) -> dict[str, object]:
    """Return what is kept of each key point: the program's word, and the student's on some.

    Where the program is `sure`, the points follow from the answer, unless the student says no.
    """
    if grade is None or not grade.points:
        return {}
    own = {str(at): str(mark.own) for at, mark in enumerate(grade.points) if mark.own}
    if sure and not own:
        return {}
    kept: dict[str, object] = {"points": [str(mark.said) for mark in grade.points]}
    return kept | ({"overruled": own} if own else {})
