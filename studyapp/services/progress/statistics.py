"""How someone's study stands: of a topic, of a course, or of all courses.

`gather` runs on a thread of its own, over connections of its own, and returns plain values.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, closing
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from studyapp.domain.clock import Moment
from studyapp.domain.progress.figure_words import Section
from studyapp.domain.progress.figures import Confidence, Due, Figures, Planned, Week
from studyapp.domain.progress.state import State
from studyapp.domain.progress.statistics import (
    ENOUGH,
    DaySums,
    Sums,
    by_day,
    date_of,
    day_of,
    streak,
    together,
    weeks,
)
from studyapp.domain.schedule.plan import Plan
from studyapp.services.progress.course_cards import (
    CourseCards,
    ScopeCards,
    joined,
    numbered,
    read_cards,
    scope_cards,
)
from studyapp.services.progress.standings import FARTHEST, Standings
from studyapp.services.progress.weak_links import weakest
from studyapp.services.study.card_states import CardStates
from studyapp.services.study.deck import Deck
from studyapp.store.lines import Day
from studyapp.store.pack import open_pack
from studyapp.store.progress import open_progress

if TYPE_CHECKING:
    from studyapp.store.pack import Pack
    from studyapp.store.progress import Progress
    from studyapp.store.standings import Standing
    from studyapp.store.study_sums import Counted, Told

DAYS_AHEAD, DAYS_BACK, WEEKS_BACK = 30, 30, 12
_PACE_DAYS = 90
_BIN = 10


class Scope(Enum):
    """What the figures are of."""

    TOPIC = "topic"
    COURSE = "course"
    ALL = "all"


class Sources(NamedTuple):
    """Where the figures come from; the first pack is that of the open course.

    `planned` is what the plan to its exam asks today of what the figures are of, if it has one.
    """

    packs: tuple[Path, ...]
    progress: Path
    plan: Plan
    now: Moment
    planned: Planned | None = None


class Gathered(NamedTuple):
    """Figures, and what the next ones need not be read again: see `gather`."""

    figures: Figures
    counted: Counted
    courses: Mapping[Path, CourseCards]


def gather(
    sources: Sources,
    scope: Scope,
    topic: str,
    known: Mapping[Path, CourseCards],
    told: Told = lambda _share: None,
) -> Gathered:
    """Return the figures of a scope.

    `known` are the cards of courses that were read before, which do not change while a course is
    open. `told` hears how far it is where the whole log is counted. KnownError if a course or the
    progress cannot be read.
    """
    with ExitStack() as held:
        progress = held.enter_context(closing(_opened(sources)))
        paths = sources.packs if scope is Scope.ALL else sources.packs[:1]
        packs = {path: held.enter_context(closing(open_pack(path))) for path in paths}
        courses = {path: known.get(path) or read_cards(pack) for path, pack in packs.items()}
        return _Gathering(sources, progress, packs, courses).of(scope, topic, told)


def _opened(sources: Sources) -> Progress:
    """Open the progress to read it; the window brings it up to date, and asks again then."""
    path = sources.progress
    return open_progress(path, lambda: sources.now, "", read_only=True, patient=False)


def as_csv(title: str, held: Sequence[Section], translate: Callable[[str], str]) -> bytes:
    """Return figures in words as one CSV file."""
    from studyapp.exporters.figures_csv import figures_csv

    return figures_csv(title, held, translate)


class _Gathering:
    """One gathering, with everything open."""

    def __init__(
        self,
        sources: Sources,
        progress: Progress,
        packs: Mapping[Path, Pack],
        courses: Mapping[Path, CourseCards],
    ) -> None:
        self._plan, self._now, self._planned = sources.plan, sources.now, sources.planned
        self._progress, self._packs = progress, packs
        self._lines = {
            path: progress.kept_lines(course.id, packs[path].edition_of_cards)
            for path, course in courses.items()
        }
        self._courses = {path: self._numbered(path, each) for path, each in courses.items()}
        self._decks = {path: Deck(pack, progress) for path, pack in packs.items()}
        self._day_start = self._plan.day_start(self._now)
        self._day_end = self._plan.day_end(self._now)
        self._today = day_of(self._now.ms, self._now.offset_min, self._plan.turnover_min)

    def of(self, scope: Scope, topic: str, told: Told) -> Gathered:
        """Return the figures of a scope."""
        cards = self._cards(scope, topic)
        counted = self._progress.counted(self._plan.turnover_min, told)
        everything = by_day(counted.sums)
        held, aside = self._standings(cards), self._set_aside()
        states, days, never = held.without(aside, self._stands(aside))
        sums = self._sums(scope, cards, counted.sums)
        done = everything if sums is counted.sums else by_day(sums)
        figures = self._done(sums, done)._replace(
            due=self._due(states, never, everything),
            forecast=_forecast(days),
            exam_in=self._exam_in(scope),
            planned=self._planned,
            streak=self._streak(everything),
            topics=held.by_row(),
            themes=held.by_theme(),
            links=weakest(self._packs.values(), self._progress, cards, self._now.ms, self._day_end),
            damaged=counted.stamp.damaged,
        )
        return Gathered(figures, counted, self._courses)

    def _numbered(self, path: Path, course: CourseCards) -> CourseCards:
        lines = self._lines[path]
        return numbered(course, lines) if lines and not course.cells else course

    def _cards(self, scope: Scope, topic: str) -> ScopeCards:
        wanted = topic if scope is Scope.TOPIC else ""
        parts = {
            course.id: scope_cards(course, self._decks[path], wanted)
            for path, course in self._courses.items()
        }
        if scope is not Scope.ALL:
            return next(iter(parts.values()))
        return joined(parts, {course.id: course.title for course in self._courses.values()})

    def _standings(self, cards: ScopeCards) -> Standings:
        """Count the cards by the lines that the file has, and those of other courses by name."""
        held = Standings(cards)
        named: dict[str, str] = {}
        for path, course in self._courses.items():
            lines, deck = self._lines[path], self._decks[path]
            moved = deck.changes.moved
            made = {card.id: card.topic for card in deck.made()}
            if lines:
                held.take_course(course, lines, Day(self._now.ms, self._day_end))
                held.move(self._stands({**moved, **made}), course.cards)
            else:
                here = {card: topic for card, topic in moved.items() if card in course.cards}
                named |= {**course.cards, **here, **made}
        if named:
            held.take_named(self._progress.standings(self._now.ms, self._day_end), named)
        return held

    def _stands(self, cards: Iterable[str]) -> Sequence[Standing]:
        wanted = tuple(cards)
        return self._progress.standings(self._now.ms, self._day_end, wanted) if wanted else ()

    def _done(self, sums: Sums, days: Mapping[int, DaySums]) -> Figures:
        """Return the figures of what was done, without those of how the cards stand."""
        today = self._today
        paced = together(days, today - _PACE_DAYS, today)
        return Figures(
            today=today,
            pace_ms=paced.ms // paced.answers if paced.answers >= ENOUGH else 0,
            aim=self._plan.retention,
            recent=together(days, today - DAYS_BACK + 1, today),
            weeks=tuple(_weeks(days, today)),
            days=tuple(_last_days(days, today)),
            whole=together(days, min(days, default=0), max(days, default=0)),
            confidence=confidence_of(sums),
        )

    def _sums(self, scope: Scope, cards: ScopeCards, whole: Sums) -> Sums:
        if scope is Scope.ALL:
            return whole
        if scope is Scope.TOPIC:
            return self._progress.counted_of(tuple(cards.cards()), self._plan.turnover_min)
        courses = {course.id for course in self._courses.values()}
        return Sums(
            {at: each for at, each in whole.days.items() if at[0] in courses},
            {at: each for at, each in whole.sure.items() if at[0] in courses},
        )

    def _due(self, states: Counter[int], never: int, days: Mapping[int, DaySums]) -> Due:
        due = sum(count for state, count in states.items() if state & State.DUE)
        later = sum(count for state, count in states.items() if state & State.LATER)
        return Due(due, later, min(never, self._new_left(days)), never)

    def _streak(self, days: Mapping[int, DaySums]) -> int:
        is_free = self._plan.is_holiday
        return streak(days.keys(), self._today, lambda day: is_free(date_of(day)))

    def _set_aside(self) -> frozenset[str]:
        return CardStates(self._progress).set_aside(self._day_start)

    def _new_left(self, days: Mapping[int, DaySums]) -> int:
        """Return how many new cards may still be met today, in whichever course."""
        return max(0, self._plan.new_on(self._now) - days.get(self._today, DaySums()).met)

    def _exam_in(self, scope: Scope) -> int | None:
        if scope is Scope.ALL:
            return None
        found = [self._plan.exam(course.id) for course in self._courses.values()]
        days = [(each - date_of(self._today)).days for each in found if each]
        return next((day for day in days if 0 <= day <= FARTHEST), None)


def confidence_of(sums: Sums) -> tuple[Confidence, ...]:
    """Return the answers by how sure they were given, in tens; 100 belongs to the last."""
    bins: dict[int, list[tuple[int, int, int]]] = {}
    for (_, percent), (answers, right) in sums.sure.items():
        low = min(percent // _BIN * _BIN, 100 - _BIN)
        bins.setdefault(low, []).append((percent, answers, right))
    found = []
    for low, held in sorted(bins.items()):
        answers = sum(each[1] for each in held)
        mean = sum(percent * count for percent, count, _ in held) / answers
        found.append(Confidence(low, low + _BIN, mean, answers, sum(each[2] for each in held)))
    return tuple(found)


def _forecast(days: Mapping[int, int]) -> tuple[int, ...]:
    """Return how many cards fall due by day; what is overdue is so today."""
    today = sum(count for day, count in days.items() if day <= 0)
    return (today, *(days.get(day, 0) for day in range(1, FARTHEST + 1)))


def _weeks(days: Mapping[int, DaySums], today: int) -> Iterator[Week]:
    for first, last in weeks(today, WEEKS_BACK):
        done = together(days, first, last)
        yield Week(first, done.tested, done.recalled)


def _last_days(days: Mapping[int, DaySums], today: int) -> Iterator[tuple[int, DaySums]]:
    for day in range(today - DAYS_BACK + 1, today + 1):
        yield day, days.get(day, DaySums())
