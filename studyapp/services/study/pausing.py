"""When the day's study is over by the student's own plan, although there is more to ask."""

from __future__ import annotations

from typing import NamedTuple

from studyapp.domain.clock import Clock
from studyapp.domain.schedule.plan import Plan
from studyapp.store.progress import Progress


class Pause(NamedTuple):
    """Why nothing more is asked today: so many minutes are used up; with 0, it is a holiday.

    `wait_ms` is how long today still lasts.
    """

    minutes: int
    wait_ms: int


class Pausing:
    """Says when it is enough for today, until the student wants to go on all the same."""

    def __init__(self, progress: Progress, clock: Clock) -> None:
        """Count the time of the answers in `progress`."""
        self._progress, self._clock = progress, clock
        self._goes_on_until = 0

    def pause(self, plan: Plan) -> Pause | None:
        """Return why it is enough for today, or None."""
        now = self._clock()
        if self.goes_on:
            return None
        wait_ms = plan.day_end(now) - now.ms
        if plan.is_free(now):
            return Pause(0, wait_ms)
        if plan.minutes_a_day and self.minutes(plan) >= plan.minutes_a_day:
            return Pause(plan.minutes_a_day, wait_ms)
        return None

    def minutes(self, plan: Plan) -> float:
        """Return how many minutes of today the answers took."""
        return self._progress.time_since(plan.day_start(self._clock())) / 60_000

    def plan_of_today(self, plan: Plan) -> Plan:
        """Return the plan by which cards are asked: who goes on has no holiday."""
        return plan._replace(holidays=()) if self.goes_on else plan

    def go_on(self, plan: Plan) -> None:
        """Ask on until this day is over."""
        self._goes_on_until = plan.day_end(self._clock())

    @property
    def goes_on(self) -> bool:
        """Say whether the student studies on today, whatever the plan says."""
        return self._clock().ms < self._goes_on_until
