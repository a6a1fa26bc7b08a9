"""What a student has set themselves: how much a day, when a day begins, holidays and exams.

Every field is settable by itself, as entries of the log; the last entry that names it holds.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from studyapp.domain.clock import Moment
from studyapp.domain.log import LogEntry, NewEntry, standing
from studyapp.domain.messages import N_, Message, message
from studyapp.domain.schedule.memory import DAY_MS

PLAN = "plan"
LEAST_RETENTION, MOST_RETENTION = 0.70, 0.97
MOST_NEW = 999
MOST_MINUTES = 24 * 60
LATEST_TURNOVER = 12 * 60
MOST_HOLIDAYS = 1000
_MINUTE_MS = 60_000
_EPOCH = date(1970, 1, 1)

# A date as in ISO 8601, or a day of every week, Monday being 0.
Holiday = str | int


class Plan(NamedTuple):
    """At most `new_a_day` new cards; a day begins `turnover_min` minutes after local midnight.

    Who studies at one in the morning is still in the evening before. Cards come back when the
    chance of recall has fallen to `retention`. `minutes_a_day` is 0 where there is no limit.
    `exams` names courses by their ids, each with its exam's date as in ISO 8601.
    """

    new_a_day: int = 20
    turnover_min: int = 4 * 60
    retention: float = 0.9
    minutes_a_day: int = 0
    holidays: tuple[Holiday, ...] = ()
    exams: tuple[tuple[str, str], ...] = ()

    def day_start(self, now: Moment) -> int:
        """Return when the day of `now` began, in UTC milliseconds."""
        shift = (now.offset_min - self.turnover_min) * _MINUTE_MS
        return now.ms - (now.ms + shift) % DAY_MS

    def day_end(self, now: Moment) -> int:
        """Return when the next day begins, in UTC milliseconds."""
        return self.day_start(now) + DAY_MS

    def date_of(self, now: Moment) -> date:
        """Return the date of the day that `now` belongs to."""
        shift = (now.offset_min - self.turnover_min) * _MINUTE_MS
        return _EPOCH + timedelta(days=(now.ms + shift) // DAY_MS)

    def is_holiday(self, day: date) -> bool:
        """Say whether a day is one without study."""
        return day.isoformat() in self.holidays or day.weekday() in self.holidays

    def is_free(self, now: Moment) -> bool:
        """Say whether the day of `now` is one without study."""
        return bool(self.holidays) and self.is_holiday(self.date_of(now))

    def new_on(self, now: Moment) -> int:
        """Return how many new cards may be met on the day of `now`: none on a holiday."""
        return 0 if self.is_free(now) else self.new_a_day

    def next_study(self, now: Moment) -> int | None:
        """Return when the next day begins that is no holiday, in UTC milliseconds, if one does."""
        today, start = self.date_of(now), self.day_start(now)
        ahead = range(1, MOST_HOLIDAYS + 8)
        found = (days for days in ahead if not self.is_holiday(today + timedelta(days=days)))
        days = next(found, None)
        return None if days is None else start + days * DAY_MS

    def exam(self, course: str) -> date | None:
        """Return the day of a course's exam, if one is set."""
        day = dict(self.exams).get(course)
        return date.fromisoformat(day) if day else None

    def with_exam(self, course: str, day: date | None) -> Plan:
        """Return the plan with another exam's day of a course, or none."""
        exams = dict(self.exams) | {course: day.isoformat() if day else ""}
        return self._replace(exams=tuple(sorted(each for each in exams.items() if each[1])))


USUAL = Plan()


def plan_of(entries: Iterable[LogEntry], usual: Plan = USUAL) -> Plan:
    """Return the plan that entries in the log's order make; what they leave open is as `usual`.

    What this program cannot use stays in the log and counts for nothing.
    """
    plan = usual
    for entry in standing(entries):
        if entry.type == PLAN:
            plan = _with(plan, entry.subject, entry.payload)
    return plan


def with_fields(plan: Plan, fields: Mapping[str, object]) -> Plan:
    """Return a plan with some fields set; what is no value of its field sets nothing."""
    found = {name: _usable(name, fields[name]) for name in _USABLE if name in fields}
    usable = {name: value for name, value in found.items() if value is not None}
    return Plan(**plan._asdict() | usable)


def fields_of(entries: Iterable[LogEntry]) -> frozenset[str]:
    """Return the fields that entries say something of, whatever the course."""
    plans = (entry.payload for entry in standing(entries) if entry.type == PLAN)
    return frozenset(field for payload in plans for field in payload)


def changes(before: Plan, after: Plan) -> Iterator[NewEntry]:
    """Yield the entries that make one plan of another: only what differs is named."""
    named = {
        field: list(value) if isinstance(value, tuple) else value
        for field, value in after._asdict().items()
        if field != "exams" and value != getattr(before, field)
    }
    if named:
        yield NewEntry(PLAN, "", named)
    old, new = dict(before.exams), dict(after.exams)
    for course in sorted(old.keys() | new.keys()):
        if old.get(course) != new.get(course):
            yield NewEntry(PLAN, course, {"exam": new.get(course)})


def fault_of(plan: Plan) -> Message | None:
    """Return what is wrong with a plan, in one sentence, or None."""
    wrong = {
        "retention": N_("What you want to remember lies between 70 and 97 per cent."),
        "new_a_day": N_("New cards a day are a number from 0 to 999."),
        "minutes_a_day": N_("Minutes a day are a number from 0 to 1440."),
        "turnover_min": N_("A new day begins between midnight and noon."),
        "holidays": N_("Of days off there are at most 1000, each a date or a day of the week."),
    }
    for field, sentence in wrong.items():
        value = getattr(plan, field)
        if _usable(field, list(value) if field == "holidays" else value) is None:
            return message(sentence)
    for _, day in plan.exams:
        if not _is_date(day):
            return message(N_("“{day}” is no date."), day=day)
    return None


def _with(plan: Plan, course: str, payload: Mapping[str, object]) -> Plan:
    if course:
        day = payload.get("exam", "")
        if day is None:
            return plan.with_exam(course, None)
        return plan.with_exam(course, date.fromisoformat(str(day))) if _is_date(day) else plan
    return with_fields(plan, payload)


def _usable(field: str, value: object) -> object:
    """Return a field's value as the plan holds it, or None if there is no such value."""
    if field == "holidays":
        return _holidays(value)
    low, high = _USABLE[field]
    if isinstance(value, bool) or not isinstance(value, int | float) or not low <= value <= high:
        return None
    return float(value) if field == "retention" else int(value)


_USABLE: dict[str, tuple[float, float]] = {
    "retention": (LEAST_RETENTION, MOST_RETENTION),
    "new_a_day": (0, MOST_NEW),
    "minutes_a_day": (0, MOST_MINUTES),
    "turnover_min": (0, LATEST_TURNOVER),
    "holidays": (0, 0),
}


def _holidays(days: object) -> tuple[Holiday, ...] | None:
    if not isinstance(days, list) or len(days) > MOST_HOLIDAYS:
        return None
    return tuple(days) if all(map(_is_holiday, days)) else None


def _is_holiday(day: object) -> bool:
    return (type(day) is int and 0 <= day <= 6) or _is_date(day)


def _is_date(day: object) -> bool:
    """Say whether something is a date as in ISO 8601, in the one form that we write."""
    try:
        return isinstance(day, str) and date.fromisoformat(day).isoformat() == day
    except ValueError:
        return False
