"""What stands on a timeline: entries in lanes, a scale of days to pixels, and its ticks.

Days count from 1970-01-01, as in `dates`; pixels run from the left end of what is in sight.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from math import inf
from typing import NamedTuple

from studyapp.domain.dates import MONTHS, OPEN, HistoricalDate, civil, day_number

DAYS_A_YEAR = 365.2425
_DOUBTS = "?~%"
# One in so many may run out of the timeline.
_FEW = 5
# How far ticks may lie apart, in months, the finest first.
_YEARS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)
# In sight of more years, the month in which they begin and end says nothing.
_YEARS_ALONE = 6
_STEPS = (1, 3, 6, *(12 * years for years in _YEARS))


class TimelineEntry(NamedTuple):
    """A factor as a timeline shows it; `theme` is its first one, or ""."""

    id: str
    topic: str
    title: str
    theme: str
    date: HistoricalDate | None


class Lane(NamedTuple):
    """Entries that stand together; `theme` is "" for those without one, or for all in one lane."""

    theme: str
    entries: tuple[TimelineEntry, ...]
    is_dated: bool = True


class Ends(NamedTuple):
    """How a date is drawn: whether it is a span, one day, open at an end, in doubt at one."""

    is_span: bool
    is_one_day: bool
    open_start: bool
    open_end: bool
    doubtful_start: bool
    doubtful_end: bool


class Range(NamedTuple):
    """The first and the last day that a timeline can show."""

    first: float
    last: float


class Tick(NamedTuple):
    """A line of the axis: the day it stands for, its words, and whether a year begins there."""

    day: int
    label: str
    is_major: bool


class Scale(NamedTuple):
    """How days lie on pixels: `left` is the day at pixel 0, `per_day` the pixels of one day."""

    left: float
    per_day: float

    def x(self, day: float) -> float:
        """Return the pixel at which a day begins."""
        return (day - self.left) * self.per_day

    def day(self, x: float) -> float:
        """Return the day at a pixel, with its fraction."""
        return self.left + x / self.per_day

    def zoomed(self, per_day: float, x: float) -> Scale:
        """Return the scale with other pixels a day that leaves the day at pixel `x` there."""
        return Scale(self.day(x) - x / per_day, per_day)

    def within(self, limits: Range, width: float) -> Scale:
        """Return the scale moved, if need be, so that `width` pixels show no day outside."""
        latest = limits.last - width / self.per_day
        return self._replace(left=max(limits.first, min(self.left, latest)))


# Asked of every date at every change of scale.
@lru_cache(maxsize=1 << 15)
def ends_of(date: HistoricalDate) -> Ends:
    """Return how a date is drawn."""
    start, slash, end = date.edtf.partition("/")
    end = end if slash else start
    return Ends(
        bool(slash),
        date.earliest == date.latest,
        date.earliest <= -OPEN,
        date.latest >= OPEN,
        _is_doubtful(start),
        _is_doubtful(end),
    )


def lanes_of(
    entries: Iterable[TimelineEntry], themes: Sequence[str], *, by_theme: bool
) -> tuple[Lane, ...]:
    """Return the lanes that have entries: one a theme or one for all, and the undated ones last.

    Entries stand in order of time; those without a date as they come, since they have no other.
    """
    lanes: dict[str, list[TimelineEntry]] = {theme: [] for theme in (*themes, "")}
    undated: list[TimelineEntry] = []
    for entry in entries:
        lane = entry.theme if by_theme and entry.theme in lanes else ""
        (undated if entry.date is None else lanes[lane]).append(entry)
    dated = (Lane(theme, tuple(sorted(held, key=_time))) for theme, held in lanes.items() if held)
    return (*dated, *((Lane("", tuple(undated), is_dated=False),) if undated else ()))


def range_of(entries: Iterable[TimelineEntry], margin: float = 0.04) -> Range:
    """Return the days that entries need, with a margin at both ends; at least about a year.

    What lasted far longer than all else runs out of them, instead of pressing all else together.
    """
    dates = [entry.date for entry in entries if entry.date]
    earliest, latest = _reach(dates)
    days = [
        day
        for date in dates
        for day in date[1:]
        if abs(day) < OPEN and (earliest <= day <= latest or not ends_of(date).is_span)
    ]
    first, last = (min(days), max(days) + 1) if days else (0, 365)
    beyond = max((last - first) * margin, (DAYS_A_YEAR - (last - first)) / 2)
    return Range(first - beyond, last + beyond)


def _reach(dates: Sequence[HistoricalDate]) -> tuple[float, float]:
    """Return how early and how late a day may be that all others shall make room for.

    Between the first end and the last beginning something happens; as far again on either side is
    near enough, and so is what many reach.
    """
    begins = sorted(date.earliest for date in dates if date.earliest > -OPEN)
    ends = sorted(date.latest for date in dates if date.latest < OPEN)
    if not begins or not ends or begins[-1] <= ends[0]:
        return -inf, inf
    earliest, latest = 2 * ends[0] - begins[-1], 2 * begins[-1] - ends[0]
    few = len(dates) // _FEW
    before, after = sum(day < earliest for day in begins), sum(day > latest for day in ends)
    return (earliest if before <= few else -inf), (latest if after <= few else inf)


def ticks(scale: Scale, width: float, apart: float) -> tuple[Tick, ...]:
    """Return the ticks in `width` pixels, at least `apart` pixels from each other."""
    month = DAYS_A_YEAR / 12 * scale.per_day
    # The shortest month is 7% shorter than the mean.
    step = next((step for step in _STEPS if step * month * 0.92 >= apart), _STEPS[-1])
    return tuple(_ticks(scale, width, step))


def ends_in_words(scale: Scale, width: float) -> tuple[str, str]:
    """Return the first and the last year in `width` pixels, or their months if there are few."""
    days = width / scale.per_day
    step = 12 if days > _YEARS_ALONE * DAYS_A_YEAR else 1
    first, last = (civil(int(day // 1)) for day in (scale.left, scale.left + days))
    return _month_in_words(first, step), _month_in_words(last, step)


def _month_in_words(day: tuple[int, int, int], step: int) -> str:
    year, month, _ = day
    words = _label(year * 12, 12)
    return words if step >= 12 else f"{MONTHS[month - 1]} {words}"


def _ticks(scale: Scale, width: float, step: int) -> Iterator[Tick]:
    year, month, _ = civil(int(scale.left // 1))
    at = (year * 12 + month - 1) // step * step
    last = scale.day(width)
    while (day := day_number(at // 12, at % 12 + 1, 1)) <= last:
        if day >= scale.left:
            yield Tick(day, _label(at, step), at % 12 == 0)
        at += step


def _label(at: int, step: int) -> str:
    year, month = divmod(at, 12)
    words = f"{1 - year} BC" if year <= 0 else str(year)
    return words if step >= 12 or month == 0 else f"{MONTHS[month][:3]} {words}"


def _time(entry: TimelineEntry) -> tuple[int, int, str]:
    assert entry.date is not None
    return entry.date.earliest, entry.date.latest, entry.title


def _is_doubtful(end: str) -> bool:
    return end.endswith(tuple(_DOUBTS))
