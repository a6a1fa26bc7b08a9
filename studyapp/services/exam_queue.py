"""The cards of a course with an exam ahead, as the plan to it asks them today."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date

from studyapp.domain.cards import Card
from studyapp.domain.clock import Clock
from studyapp.domain.log import FINDING, RETRACT, REVIEW
from studyapp.domain.parameters import PARAMETERS
from studyapp.domain.plan import Plan
from studyapp.services.card_changes import CARD_CHANGE
from studyapp.services.card_states import BURY, SUSPEND, CardStates
from studyapp.services.defended import DEFENCE
from studyapp.services.exam_planning import (
    USUAL_MINUTES,
    Preparation,
    days_studied,
    prepare,
)
from studyapp.services.own_cards import OWN_CARD
from studyapp.store.progress import Progress

# What changes which cards there are to ask, or what is known of them otherwise than by answers.
_PLAN_ANEW = frozenset(
    (RETRACT, FINDING, SUSPEND, BURY, OWN_CARD, DEFENCE, CARD_CHANGE, PARAMETERS)
)


class ExamQueue:
    """Follows the log: what was answered is asked no more today; other cards are planned anew."""

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
        self._planned_for: tuple[Plan, int, bool] | None = None
        self._seen = 0
        self._left: dict[str, Card] = {}
        self._fitting: dict[str, bool] = {}
        self._answered = ""

    def catch_up(self, plan: Plan) -> bool:
        """Take in what was logged and the time; False if no exam is ahead."""
        now = self._clock()
        if not self.days_left(plan):
            self._planned_for = None
            return False
        entries = self._progress.logged_after(self._seen)
        self._seen += len(entries)
        # When all memories have been made anew, nothing is logged that would say so.
        planned_for = (plan, plan.day_start(now), self._progress.behind)
        if planned_for != self._planned_for or any(entry.type in _PLAN_ANEW for entry in entries):
            self._planned_for = planned_for
            self._plan_anew(plan)
        else:
            for entry in entries:
                if entry.type == REVIEW:
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

    def counts(self, scope: Collection[str] | None = None) -> tuple[int, int]:
        """Return how many cards of a scope, or of all, fit into today: met before, and new ones."""
        fitting = self._fitting.items()
        new = [is_new for card, is_new in fitting if scope is None or card in scope]
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

    def today(self, plan: Plan) -> date:
        """Return the date of the student's day."""
        return plan.date_of(self._clock())

    def days_left(self, plan: Plan) -> int | None:
        """Return in how many days the exam is, 0 being today; None if none is ahead."""
        exam = plan.exam(self._course)
        left = (exam - self.today(plan)).days if exam else -1
        return left if left >= 0 else None

    def prepare(self, plan: Plan) -> Preparation:
        """Return what a plan for the course rests on, as things stand today."""
        return self._prepare(self._asked(plan), plan)

    def _asked(self, plan: Plan) -> dict[str, Card]:
        """Return the cards that are asked by now, what was called in by a mistake before others."""
        day_start = plan.day_start(self._clock())
        every = {
            card.id: card
            for card in self._every()
            if not self._states.is_set_aside(card.id, day_start)
        }
        memories = self._progress.memories(tuple(every))
        asked = [card for card in every if card in memories or not every[card].waits_for_a_mistake]
        asked.sort(key=lambda card: card not in memories)
        return {card: every[card] for card in asked}

    def _prepare(self, asked: Mapping[str, Card], plan: Plan) -> Preparation:
        weights = self._progress.parameters.weights
        day_end = plan.day_end(self._clock())
        spent_ms = self._progress.time_since(plan.day_start(self._clock()))
        prepared = prepare(tuple(asked), self._progress, day_end, weights)
        return prepared._replace(spent_s=spent_ms / 1000)

    def _plan_anew(self, plan: Plan) -> None:
        exam = plan.exam(self._course)
        assert exam is not None
        asked = self._asked(plan)
        prepared = self._prepare(asked, plan)
        studied = days_studied(plan, self.today(plan), exam)
        today = prepared.today(studied, plan.minutes_a_day or USUAL_MINUTES)
        self._left = {card: asked[card] for card in today.order}
        self._fitting = {card: card not in prepared.known for card in today.asked}
