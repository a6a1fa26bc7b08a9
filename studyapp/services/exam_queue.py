"""The cards of a course with an exam ahead, as the plan to it asks them today."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence

from studyapp.domain.cards import Card
from studyapp.domain.clock import Clock
from studyapp.domain.exam_plan import Today
from studyapp.domain.log import REVIEW
from studyapp.domain.plan import Plan
from studyapp.services.card_states import CardStates
from studyapp.services.exam_planning import (
    USUAL_MINUTES,
    Preparation,
    days_studied,
    prepare,
    seconds_of,
)
from studyapp.store.progress import Progress


class ExamQueue:
    """Follows the log: what was answered is asked no more today, what else happens plans anew."""

    def __init__(
        self,
        course: str,
        every: Callable[[], Sequence[Card]],
        progress: Progress,
        clock: Clock,
        states: CardStates,
    ) -> None:
        """Plan the cards that `every` returns, all of the course whose id is `course`."""
        self._course, self._every = course, every
        self._progress, self._clock, self._states = progress, clock, states
        self._planned_for: tuple[Plan, int] | None = None
        self._seen = 0
        self._left: dict[str, Card] = {}
        self._fitting: dict[str, bool] = {}
        self._answered = ""

    def catch_up(self, plan: Plan) -> bool:
        """Take in what was logged and the time; False if no exam is ahead."""
        now = self._clock()
        exam, today = plan.exam(self._course), plan.date_of(now)
        if exam is None or exam <= today:
            self._planned_for = None
            return False
        entries = self._progress.logged_after(self._seen)
        self._seen += len(entries)
        planned_for = (plan, plan.day_start(now))
        if planned_for != self._planned_for or any(entry.type != REVIEW for entry in entries):
            self._planned_for = planned_for
            self._plan_anew(plan)
        for entry in entries:
            self._take(entry.subject)
        return True

    def next(self, scope: Collection[str]) -> Card | None:
        """Return the next card of a scope; one about what was just answered waits for another."""
        first = None
        for card in self._left.values():
            if card.id in scope:
                if card.element != self._answered:
                    return card
                first = first or card
        return first

    def counts(self, scope: Collection[str]) -> tuple[int, int]:
        """Return how many cards of a scope fit into today: those met before, and new ones."""
        new = [is_new for card, is_new in self._fitting.items() if card in scope]
        return len(new) - sum(new), sum(new)

    def drop(self, card: str) -> None:
        """Ask a card no more today."""
        self._left.pop(card, None)
        self._fitting.pop(card, None)

    def _take(self, answered: str) -> None:
        card = self._left.get(answered)
        if card:
            self._answered = card.element
        self.drop(answered)

    def _plan_anew(self, plan: Plan) -> None:
        now = self._clock()
        day_start = plan.day_start(now)
        every = {
            card.id: card
            for card in self._every()
            if not self._states.is_set_aside(card.id, day_start)
        }
        prepared = prepare_cards(every, self._progress, plan.day_end(now))
        exam = plan.exam(self._course)
        assert exam is not None
        studied = days_studied(plan, plan.date_of(now), exam)
        spent_s = self._progress.time_since(day_start) / 1000
        days = seconds_of(studied, plan.minutes_a_day or USUAL_MINUTES, spent_s)
        self._line_up(prepared.today(days), prepared, every)

    def _line_up(self, today: Today, prepared: Preparation, every: Mapping[str, Card]) -> None:
        self._left = {card: every[card] for card in today.order}
        self._fitting = {card: card not in prepared.known for card in today.asked}


def prepare_cards(every: Mapping[str, Card], progress: Progress, day_end_ms: int) -> Preparation:
    """Return what a plan for some cards rests on.

    A card that waits for a mistake is none of them until one was made. What was called in by a
    mistake comes before all that is new.
    """
    memories = progress.memories(tuple(every))
    asked = [card for card in every if card in memories or not every[card].waits_for_a_mistake]
    asked.sort(key=lambda card: card not in memories)
    return prepare(asked, progress, day_end_ms)
