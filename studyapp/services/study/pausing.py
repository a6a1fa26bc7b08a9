"""When the day's study is over by the student's own plan, although there is more to ask."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from studyapp.domain.clock import Clock
from studyapp.domain.log import RETRACT, LogEntry, NewEntry
from studyapp.domain.schedule.plan import USUAL, Plan
from studyapp.store.progress import Progress

GOING_ON = "going-on"
# What goes on: all that is asked, although it is enough by the plan; or new cards alone.
_ALL, _NEW = "", "new"


class Pause(NamedTuple):
    """Why nothing more is asked today: so many minutes are used up; with 0, it is a holiday.

    `wait_ms` is how long today still lasts.
    """

    minutes: int
    wait_ms: int


class _Spent(NamedTuple):
    """The milliseconds of the answers of a day, as far as the log was looked at."""

    day_start: int
    counted: int
    ms: int


class Pausing:
    """Says when it is enough for today, until the student wants to go on all the same.

    That is an entry of the log, so it holds in every window until the day is over.
    """

    def __init__(self, progress: Progress, clock: Clock) -> None:
        """Count the time of the answers in `progress`."""
        self._progress, self._clock = progress, clock
        self._read: dict[str, tuple[int, int]] | None = None
        self._spent = _Spent(-1, 0, 0)

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
        day_start, counted = plan.day_start(self._clock()), self._spent.counted
        new = self._progress.logged_after(counted)
        is_known = day_start == self._spent.day_start and not self._progress.read_only
        if is_known and not any(_is_of_the_past(entry, day_start) for entry in new):
            ms = self._spent.ms + sum(map(_time_spent, new))
        else:
            # A window that only reads hears nothing of what another one logs.
            ms = self._progress.time_since(day_start)
        self._spent = _Spent(day_start, counted + len(new), ms)
        return ms / 60_000

    def plan_of_today(self, plan: Plan) -> Plan:
        """Return the plan by which cards are asked: who goes on has no holiday."""
        if not self._going_on:
            return plan
        plan = plan._replace(holidays=()) if self.goes_on else plan
        return plan._replace(new_a_day=plan.new_a_day + self._more_new)

    def go_on(self, plan: Plan) -> None:
        """Ask on until this day is over."""
        self._keep(_ALL, plan, 0)

    def meet_more(self, plan: Plan) -> None:
        """Ask once more as many new cards as belong to a day, until this one is over."""
        self._keep(_NEW, plan, self._more_new + (plan.new_a_day or USUAL.new_a_day))

    @property
    def goes_on(self) -> bool:
        """Say whether the student studies on today, whatever the plan says."""
        return self._until(_ALL) is not None

    @property
    def _more_new(self) -> int:
        return self._until(_NEW) or 0

    def _until(self, what: str) -> int | None:
        """Return how many more cards go on, as long as they do."""
        until, count = self._going_on.get(what, (0, 0))
        return count if self._clock().ms < until else None

    @property
    def _going_on(self) -> dict[str, tuple[int, int]]:
        """Until when it goes on, and how many more cards."""
        if self._read is None:
            self._read = {}
            for entry in self._progress.entries((GOING_ON,)):
                self._take(entry.subject, entry.payload)
        return self._read

    def _keep(self, what: str, plan: Plan, count: int) -> None:
        payload = {"until": plan.day_end(self._clock()), "count": count}
        self._take(what, payload)
        if not self._progress.read_only:
            self._progress.append(NewEntry(GOING_ON, what, payload))

    def _take(self, what: str, payload: Mapping[str, object]) -> None:
        until, count = payload.get("until"), payload.get("count")
        if isinstance(until, int) and isinstance(count, int):
            self._going_on[what] = until, count


def _is_of_the_past(entry: LogEntry, day_start: int) -> bool:
    """Say whether the day has to be counted anew: something is taken back, or the clock was."""
    return entry.type == RETRACT or entry.at_ms < day_start


def _time_spent(entry: LogEntry) -> int:
    # Asked for only by whoever studies so many minutes a day.
    from studyapp.domain.progress import statistics

    return statistics.time_spent(entry) if statistics.is_answer(entry) else 0
