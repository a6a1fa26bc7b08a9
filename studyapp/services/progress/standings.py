"""How the cards of a scope stand, counted by topic, by theme and by day.

Of a course in the table of decks the cards are counted by their ranks, in a few sweeps that never
call a function a card; of another one by their names.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from studyapp.domain.ids import element_of
from studyapp.domain.progress.figures import Known
from studyapp.domain.progress.state import State
from studyapp.services.progress.course_cards import CourseCards, ScopeCards, is_trap

if TYPE_CHECKING:
    from studyapp.store.lines import CourseLines, Day
    from studyapp.store.standings import Standing


# So many days ahead it is told what falls due.
FARTHEST = 365


class Standings:
    """How the cards of a scope stand; what is taken in of cards outside of it does not count."""

    def __init__(self, cards: ScopeCards) -> None:
        """Count nothing yet."""
        self._cards = cards
        self._found: Counter[tuple[str, int]] = Counter()
        self._of_lenses: Counter[tuple[tuple[str, ...], int]] = Counter()
        self._days: Counter[int] = Counter()

    def take_course(self, course: CourseCards, lines: CourseLines, day: Day) -> None:
        """Count the cards of a course where the course has them."""
        topics = set(self._cards.row_of)
        here = None if topics.issuperset(each.id for each in course.topics) else topics
        for state, ranks in lines.ranks_by_state(here, day).items():
            for at, count in Counter(map(course.cell_of.__getitem__, ranks)).items():
                cell = course.cells[at]
                trap = State.TRAP if cell.is_trap else 0
                self._take(cell.topic, cell.lenses, state | trap, count)
        self._days.update(lines.falling_due(here, day, FARTHEST))

    def take_named(self, stands: Sequence[Standing], topic_of: Mapping[str, str]) -> None:
        """Count cards by their names, in the topics that they are in."""
        self._sweep(stands, topic_of, 1)

    def move(self, stands: Sequence[Standing], before: Mapping[str, str]) -> None:
        """Count cards where the student has placed them, and no longer where they were before."""
        self._sweep(stands, before, -1)
        self._sweep(stands, self._cards.topic_of, 1)

    def without(
        self, aside: Collection[str], stands: Sequence[Standing]
    ) -> tuple[Counter[int], Counter[int], int]:
        """Count the cards that are not set aside: by state, by the days until they are due.

        And how many were never met and will be, without a mistake that calls them in. `stands`
        says how those that are set aside do.
        """
        held = [each for each in stands if self._cards.holds(each[0])]
        states, days = Counter[int](), Counter(self._days)
        for (_, state), count in self._found.items():
            states[state] += count
        states.subtract(state for _, state, _ in held)
        days.subtract(day for _, _, day in held)
        return states, days, self._never_met(aside, {card for card, _, _ in held})

    def by_row(self) -> tuple[Known, ...]:
        """Return how many cards of each topic or course are recalled, being learned, never met."""
        rows = self._cards.rows.items()
        counted = _known(self._found, self._cards.totals)
        return tuple(known for row, name in rows if (known := counted(row, name, "")).cards)

    def by_theme(self) -> tuple[Known, ...]:
        """Return the same by theme; a card of several themes counts in each of them."""
        found: Counter[tuple[str, int]] = Counter()
        for (lenses, state), count in self._of_lenses.items():
            for theme in lenses:
                found[theme, state] += count
        counted = _known(found, self._cards.lensed)
        held = (counted(each.id, each.name, each.hue) for each in self._cards.themes)
        return tuple(known for known in held if known.cards)

    def _sweep(self, stands: Sequence[Standing], topic_of: Mapping[str, str], sign: int) -> None:
        themes_of = self._cards.themes_of.get
        here = self._here(stands, topic_of)
        found = Counter(
            (topic, themes_of(element_of(card), ()), state) for topic, card, state in here
        )
        for (topic, lenses, state), count in found.items():
            self._take(topic, lenses, state, sign * count)
        rows = self._cards.row_of
        for card, _, day in stands:
            if topic_of.get(card) in rows:
                self._days[day] += sign

    def _here(
        self, stands: Sequence[Standing], topic_of: Mapping[str, str]
    ) -> Iterator[tuple[str, str, int]]:
        for card, state, _ in stands:
            topic = topic_of.get(card)
            if topic is not None:
                yield topic, card, state

    def _take(self, topic: str, lenses: tuple[str, ...], state: int, count: int) -> None:
        row = self._cards.row_of.get(topic)
        if row is not None:
            self._found[row, state] += count
            self._of_lenses[lenses, state] += count

    def _never_met(self, aside: Collection[str], met_aside: Collection[str]) -> int:
        found = self._found.items()
        met = sum(count for (_, state), count in found if not state & State.TRAP)
        left = sum(
            self._cards.holds(card) and card not in met_aside and not is_trap(card)
            for card in aside
        )
        return self._cards.totals.total() - met - left


def _known(
    found: Mapping[tuple[str, int], int], totals: Mapping[str, int]
) -> Callable[[str, str, str], Known]:
    """Return what makes the figures of a row of counts by (row, state)."""
    recalled: Counter[str] = Counter()
    learning: Counter[str] = Counter()
    met: Counter[str] = Counter()
    for (row, state), count in found.items():
        (recalled if state & State.RECALLED else learning)[row] += count
        met[row] += 0 if state & State.TRAP else count

    def made(row: str, name: str, hue: str) -> Known:
        never = totals.get(row, 0) - met[row]
        return Known(name, recalled[row], learning[row], never, hue)

    return made
