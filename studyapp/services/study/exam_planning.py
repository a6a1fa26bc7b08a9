"""A course's exam: what to ask today, and what so many minutes a day come to on the day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from studyapp.domain.progress.statistics import LONGEST_MS
from studyapp.domain.schedule.exam_forecast import Forecast, forecast
from studyapp.domain.schedule.exam_plan import ExamPlanner, Known, Seconds, Today, usual_seconds
from studyapp.domain.schedule.memory import Rating

if TYPE_CHECKING:
    from studyapp.domain.schedule.plan import Plan
    from studyapp.store.progress import Progress

# Where the student has set no minutes, a plan begins with these.
USUAL_MINUTES = 20
# What another look at the minutes asks: so many more a day.
MORE_MINUTES = 5
# Further ahead nobody plans a day, and a forecast would take long.
MOST_DAYS = 366
_OWN_ANSWERS = 500
# What takes longer was left lying, or is an essay, by which no other card is planned.
_LONGEST_S = LONGEST_MS / 1000


class Outlook(NamedTuple):
    """What `minutes` a day come to: recalls as in `Forecast`, and those with a few minutes more."""

    minutes: int
    cards: int
    recalls: tuple[float, ...]
    with_more: tuple[float, ...]
    unbegun: int
    left_alone: int

    @property
    def recall(self) -> float:
        """The recall expected on the exam's day."""
        return self.recalls[-1]


class Preparation(NamedTuple):
    """All that a plan to an exam rests on, as plain values that may go to another thread.

    `spent_s` are the seconds of today that the answers took so far; `topics` says where each card
    belongs.
    """

    planner: ExamPlanner
    known: Mapping[str, Known]
    new: tuple[str, ...]
    spent_s: float = 0.0
    topics: Mapping[str, str] = {}

    def today(self, studied: Sequence[float], minutes: int) -> Today:
        """Return what to ask today, with so many minutes a day, of which a part is `studied`."""
        days = seconds_of(studied, minutes, self.spent_s)
        return self.planner.today(self.known, self.new, days)

    def outlook(self, studied: Sequence[float], minutes: int) -> Outlook:
        """Return what so many minutes a day come to, of which a part is `studied`; today first."""
        usual = self._forecast(studied, minutes)
        more = self._forecast(studied, minutes + MORE_MINUTES)
        # A longer day may always be used like a shorter one.
        with_more = more.recalls if more.recall > usual.recall else usual.recalls
        cards = len(self.known) + len(self.new)
        return Outlook(minutes, cards, usual.recalls, with_more, usual.unbegun, usual.left_alone)

    def _forecast(self, studied: Sequence[float], minutes: int) -> Forecast:
        days = seconds_of(studied, minutes, self.spent_s)
        return forecast(self.planner, tuple(self.known.values()), len(self.new), days)


def days_until(exam: date, today: date) -> int:
    """Return how many days are left before an exam, today among them; 0 if it is not ahead."""
    return max(0, min(MOST_DAYS, (exam - today).days))


def days_studied(plan: Plan, today: date, exam: date) -> tuple[float, ...]:
    """Return which part of each day is there for an exam, from today until the day before it.

    Nothing of a holiday; of other days a half, where there are two exams ahead.
    """
    ahead = (today + timedelta(days=days) for days in range(days_until(exam, today)))
    exams = [date.fromisoformat(day) for _, day in plan.exams]
    return tuple(
        0.0 if plan.is_holiday(day) else 1 / max(1, sum(day < each for each in exams))
        for day in ahead
    )


def seconds_of(studied: Sequence[float], minutes: int, spent_s: float = 0.0) -> tuple[float, ...]:
    """Return the seconds of each day, without those of today that are spent."""
    days = [60.0 * minutes * part for part in studied]
    return (max(0.0, days[0] - spent_s), *days[1:]) if days else ()


def own_seconds(progress: Progress) -> Seconds:
    """Return how long this student's answers take, by those that they gave last."""
    new: list[float] = []
    right: list[float] = []
    wrong: list[float] = []
    for rating, taken_ms, is_first in progress.last_answers(_OWN_ANSWERS):
        group = new if is_first else wrong if rating == Rating.AGAIN else right
        group.append(min(_LONGEST_S, taken_ms / 1000))
    return usual_seconds(new, right, wrong)
