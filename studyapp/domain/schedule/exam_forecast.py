"""What studying by the plan likely comes to on the exam's day, and what a day more or less changes.

Nothing is thrown: after an answer that is still to come, a card takes the stability with which its
recall on the exam's day is what it is on average over right and wrong.
"""

from collections.abc import Iterator, Sequence
from math import ceil
from typing import NamedTuple

from studyapp.domain.schedule.exam_plan import (
    FIRST_CHANCES,
    LEAST_GAIN,
    ExamDay,
    ExamPlanner,
    Known,
)

# So many cards stand for all: more say the same to a tenth of a per cent, and take longer.
_SAMPLE = 250
_HOPELESS = 0.5


class Forecast(NamedTuple):
    """Recall expected on the exam's day: as it stands now, and after each day that is studied.

    `unbegun` new cards will not be asked before the exam, and `left_alone` cards that were begun
    will likely be forgotten on the day: there is no time for them.
    """

    recalls: tuple[float, ...]
    unbegun: int
    left_alone: int

    @property
    def recall(self) -> float:
        """The recall that is expected in the end."""
        return self.recalls[-1]


def forecast(
    planner: ExamPlanner, known: Sequence[Known], new: int, days: Sequence[float]
) -> Forecast:
    """Return what studying so many seconds on each day comes to; `days` as in `ExamPlanner.day`."""
    return _Future(planner, known, new, days).forecast()


class _Future:
    """Some cards that stand for all, on the days that are to come."""

    def __init__(
        self, planner: ExamPlanner, known: Sequence[Known], new: int, days: Sequence[float]
    ) -> None:
        self._planner, self._outcomes, self._days = planner, planner.outcomes, days
        self._cards = len(known) + new
        every = max(1, ceil(self._cards / _SAMPLE))
        # Each of the sample stands for `_weight` cards, whichever way the numbers round.
        self._known = sorted(known)[every // 2 :: every]
        self._new = round(new / every)
        self._weight = max(1.0, self._cards / max(1, len(self._known) + self._new))
        self._room = 0.0

    def forecast(self) -> Forecast:
        recalls = [self._recall_after(len(self._days))]
        for index in range(len(self._days)):
            self._study(self._days[index:])
            recalls.append(self._recall_after(len(self._days) - index - 1))
        unbegun = round(self._new * self._weight)
        left = [1 for card in self._known if self._recall_of(card, 0) < _HOPELESS]
        return Forecast(tuple(recalls), unbegun, round(len(left) * self._weight))

    def _recall_after(self, left: int) -> float:
        """Return the recall on the exam's day, `left` days from the day that the cards stand at."""
        total = len(self._known) + self._new
        return sum(self._recall_of(card, left) for card in self._known) / total if total else 0.0

    def _recall_of(self, card: Known, left: int) -> float:
        return self._outcomes.recall(card.days + left, card.stability)

    def _study(self, days: Sequence[float]) -> None:
        """Let a day pass: what overran it is taken from the next, what was not used is lost."""
        day = self._planner.day(self._cards, round(self._new * self._weight), days)
        self._room = min(0.0, self._room) + days[0] / self._weight
        asked = list(self._asked(day))
        for index in asked:
            if index < 0:
                self._known.append(self._met(day.left))
                self._new -= 1
            else:
                self._known[index] = self._answered(self._known[index], day.left)
        self._known = [card._replace(days=card.days + 1) for card in self._known]

    def _asked(self, day: ExamDay) -> Iterator[int]:
        """Yield the places of the cards that the day has room for, below 0 for a new one."""
        seconds, recall = self._planner.seconds, self._outcomes.recall
        ranked = [(day.worth_of_new(), -1, seconds.new)] * self._new
        for index, card in enumerate(self._known):
            if card.days >= 1:
                taken = seconds.expected(recall(card.days, card.stability))
                ranked.append((day.worth(*card), index, taken))
        ranked.sort(key=lambda each: -each[0])
        for worth, index, taken in ranked:
            if self._room <= 0 or worth * taken <= LEAST_GAIN:
                return
            self._room -= taken
            yield index

    def _met(self, left: int) -> Known:
        stability, difficulty = 0.0, 0.0
        for rating, often in FIRST_CHANCES.items():
            first = self._outcomes.first(rating)
            stability += often * self._outcomes.recall(left, first[0])
            difficulty += often * first[1]
        return Known(self._outcomes.stability_for(stability, left), difficulty, 0)

    def _answered(self, card: Known, left: int) -> Known:
        outcomes = self._outcomes
        recall = outcomes.recall(card.days, card.stability)
        right, wrong = outcomes.of(card.stability, card.difficulty, recall)
        later = recall * outcomes.recall(left, right)
        later += (1 - recall) * outcomes.recall(left, wrong)
        harder = outcomes.harder(card.difficulty)
        difficulty = recall * card.difficulty + (1 - recall) * harder
        return Known(outcomes.stability_for(later, left), difficulty, 0)
