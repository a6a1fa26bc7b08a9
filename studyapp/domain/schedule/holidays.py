"""Days off as a person writes them: “2026-12-24 to 2027-01-06, 1 May”."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from studyapp.domain.schedule.days_written import read_day
from studyapp.domain.schedule.plan import MOST_HOLIDAYS

_APART = re.compile(r"[,;\n]")
_RANGE = re.compile(r"\s*(?:\bto\b|–|—|\.\.)\s*")
_DAY = timedelta(days=1)


def read_dates(text: str, today: date) -> tuple[str, ...]:
    """Return the dates, in order, that a text names; ValueError with the part that is none.

    A date without a year is the next one from `today` on.
    """
    named = (part.strip() for part in _APART.split(text))
    found = {day for part in named if part for day in _dates_of(part, today)}
    if len(found) > MOST_HOLIDAYS:
        raise ValueError(text)
    return tuple(sorted(found))


def written_dates(days: Iterable[str]) -> str:
    """Return dates as a text that `read_dates` reads, days in a row as one range."""
    return ", ".join(
        first.isoformat() if first == last else f"{first} to {last}"
        for first, last in _runs(sorted(map(date.fromisoformat, days)))
    )


def _dates_of(part: str, today: date) -> Iterator[str]:
    ends: list[date] = []
    for end in _RANGE.split(part):
        # The 6th of January after a 24th of December is of the next year.
        ends.append(_date(end, part, max(today, *ends)) if ends else _date(end, part, today))
    if len(ends) > 2 or ends[-1] < ends[0] or (ends[-1] - ends[0]).days >= MOST_HOLIDAYS:
        raise ValueError(part)
    for days in range((ends[-1] - ends[0]).days + 1):
        yield (ends[0] + timedelta(days=days)).isoformat()


def _date(text: str, part: str, today: date) -> date:
    try:
        return read_day(text, today)
    except ValueError:
        raise ValueError(part) from None


def _runs(days: Iterable[date]) -> Iterator[tuple[date, date]]:
    first = last = None
    for day in days:
        if first is None or last is None or day - last > _DAY:
            if first is not None and last is not None:
                yield first, last
            first = day
        last = day
    if first is not None and last is not None:
        yield first, last
