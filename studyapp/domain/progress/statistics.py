"""What a log says of someone's study: answers and time by day, recall, confidence.

Plain sums over entries in the log's order. Days are numbers since 1970-01-01, by the plan's
turnover and by the clock on the wall where an answer was given.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from datetime import date, timedelta
from math import sqrt
from operator import add, sub
from typing import NamedTuple

from studyapp.domain.log import PRACTICE, REVIEW, VERSION, LogEntry
from studyapp.domain.schedule.memory import DAY_MS, Rating

ANSWERS = (REVIEW, PRACTICE)
# Fewer answers than this tell nothing of how well someone recalls.
ENOUGH = 20
_MINUTE_MS = 60_000
LONGEST_MS, _MS_A_LETTER = 2 * _MINUTE_MS, 500
_RATINGS = frozenset(Rating)
# Of the normal distribution, for 95 in 100.
_Z = 1.96


class DaySums(NamedTuple):
    """What was done on one day, in one course or in all.

    `tested` are the answers to cards whose answer before was on an earlier day; of those so many
    were `recalled`. `met` are first meetings. Of `marked` answers the student had another word on
    `overruled`.
    """

    answers: int = 0
    ms: int = 0
    met: int = 0
    tested: int = 0
    recalled: int = 0
    marked: int = 0
    overruled: int = 0


class Sure(NamedTuple):
    """So many answers were given with one confidence, and so many of them were right."""

    answers: int = 0
    right: int = 0


# Of a log entry: at_ms, offset_min, type, version, subject, rating, grade, duration_ms.
Facts = tuple[int, int, str, int, str, int | None, float | None, int | None]


class Sums(NamedTuple):
    """Sums by (course, day), and confidence by (course, per cent)."""

    days: dict[tuple[str, int], DaySums]
    sure: dict[tuple[str, int], Sure]


def date_of(day: int) -> date:
    """Return a day's date."""
    return date(1970, 1, 1) + timedelta(days=day)


def day_of(at_ms: int, offset_min: int, turnover_min: int) -> int:
    """Return the day of a moment; it begins `turnover_min` minutes after local midnight."""
    return (at_ms + (offset_min - turnover_min) * _MINUTE_MS) // DAY_MS


class Counting:
    """Adds up answers that come in the log's order, whatever the card."""

    def __init__(self, turnover_min: int) -> None:
        """Count the days by a turnover."""
        self._turnover_ms = turnover_min * _MINUTE_MS
        self._last_day: dict[str, int] = {}
        # In the order of `DaySums` and `Sure`; of those a million would be made and thrown away.
        self._days: defaultdict[tuple[str, int], list[int]] = defaultdict(lambda: [0] * 7)
        self._sure: defaultdict[tuple[str, int], list[int]] = defaultdict(lambda: [0] * 2)

    @property
    def sums(self) -> Sums:
        """What was counted by now."""
        return Sums(
            {at: DaySums(*each) for at, each in self._days.items()},
            {at: Sure(*each) for at, each in self._sure.items()},
        )

    def count(self, facts: Facts, payload: Mapping[str, object]) -> None:
        """Count what an entry says that stands, if it is an answer and is understood."""
        at_ms, offset_min, kind, version, card, rating, grade, took = facts
        if not _is_answer(kind, version, card, rating):
            return
        day = (at_ms + offset_min * _MINUTE_MS - self._turnover_ms) // DAY_MS
        course, is_right = card.partition("/")[0], rating != Rating.AGAIN
        sums = self._days[course, day]
        sums[0] += 1
        sums[1] += _spent(took, payload)
        if kind == REVIEW:
            before = self._last_day.get(card)
            self._last_day[card] = day
            if before is None:
                sums[2] += 1
            elif before < day:
                sums[3] += 1
                sums[4] += is_right
        if grade is not None:
            sums[5] += 1
            sums[6] += _is_overruled(payload)
        if (percent := _confidence(payload)) is not None:
            sure = self._sure[course, percent]
            sure[0] += 1
            sure[1] += is_right


def added(one: DaySums, other: DaySums, sign: int = 1) -> DaySums:
    """Return two sums as one, or their difference."""
    return DaySums._make(map(add if sign > 0 else sub, one, other))


def exchange(sums: Sums, old: Sums, new: Sums) -> Sums:
    """Return sums in which a part was as in `old` and is now as in `new`."""
    days, sure = dict(sums.days), dict(sums.sure)
    for part, sign in ((old, -1), (new, 1)):
        for day, each in part.days.items():
            days[day] = added(days.get(day, DaySums()), each, sign)
        for percent, (answers, right) in part.sure.items():
            was = sure.get(percent, Sure())
            sure[percent] = Sure(was.answers + sign * answers, was.right + sign * right)
    return Sums(
        {day: each for day, each in days.items() if each.answers},
        {percent: each for percent, each in sure.items() if each.answers},
    )


def by_day(sums: Sums) -> dict[int, DaySums]:
    """Return what was done by day, in all courses together."""
    found: dict[int, DaySums] = {}
    for (_, day), each in sums.days.items():
        found[day] = added(found[day], each) if day in found else each
    return found


def together(days: Mapping[int, DaySums], first: int, last: int) -> DaySums:
    """Return what was done from a day to another, both included."""
    if last - first < len(days):
        found = [days[day] for day in range(first, last + 1) if day in days]
    else:
        found = [each for day, each in days.items() if first <= day <= last]
    return DaySums(*map(sum, zip(*found, strict=True)))


def is_answer(entry: LogEntry) -> bool:
    """Say whether an entry is an answer to a card, and means what this program knows."""
    return _is_answer(entry.type, entry.version, entry.subject, entry.rating)


def _is_answer(kind: str, version: int, card: str, rating: int | None) -> bool:
    return version <= VERSION and kind in ANSWERS and rating in _RATINGS and "#" in card


def time_spent(entry: LogEntry) -> int:
    """Return the milliseconds an answer took: at most two minutes, and longer if much was written.

    What takes longer was left lying.
    """
    return _spent(entry.duration_ms, entry.payload)


def span(recalled: int, tested: int) -> tuple[float, float]:
    """Return between which shares the true one lies, 95 times in 100.

    Source: Wilson, "Probable Inference" (1927).
    """
    if not tested:
        return 0.0, 1.0
    share, squared = recalled / tested, _Z * _Z / tested
    middle = share + squared / 2
    half = _Z * sqrt(share * (1 - share) / tested + squared / (4 * tested))
    low, high = (middle - half) / (1 + squared), (middle + half) / (1 + squared)
    return max(0.0, low), min(1.0, high)


def streak(days: Collection[int], today: int, is_free: Callable[[int], bool]) -> int:
    """Return how many days in a row someone has studied; free days are passed over.

    Today counts once something was done, and breaks nothing before.
    """
    studied = {day for day in days if day <= today}
    count, day = 0, today if today in studied else today - 1
    earliest = min(studied, default=today)
    while day >= earliest and (day in studied or is_free(day)):
        count += day in studied
        day -= 1
    return count


def weeks(last: int, count: int) -> Iterator[tuple[int, int]]:
    """Yield the first and last day of so many weeks from Monday on, up to the one of a day."""
    # Day 0 was a Thursday.
    monday = last - (last + 3) % 7
    for back in reversed(range(count)):
        yield monday - 7 * back, monday - 7 * back + 6


def _spent(took: int | None, payload: Mapping[str, object]) -> int:
    if took is None or took <= LONGEST_MS:
        return max(0, took or 0)
    return min(took, LONGEST_MS + _MS_A_LETTER * _letters(payload.get("given")))


def _confidence(payload: Mapping[str, object]) -> int | None:
    """Return how sure the student was before the answer was shown, if that was asked."""
    percent = payload.get("confidence")
    return percent if type(percent) is int and 0 <= percent <= 100 else None


def _is_overruled(payload: Mapping[str, object]) -> bool:
    overruled = payload.get("overruled")
    return isinstance(overruled, dict) and bool(overruled)


def _letters(given: object) -> int:
    """Return how many letters an answer has; that of an essay stands in parts."""
    if isinstance(given, str):
        return len(given)
    parts = given.values() if isinstance(given, Mapping) else given
    return sum(map(_letters, parts)) if isinstance(parts, Iterable) else 0
