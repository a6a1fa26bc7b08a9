"""The cards of a course with an exam ahead, as the plan to it asks them today.

A large course is planned on a thread: then `wanted` is what is to be done there, and until it is
`take`n one goes on by the plan before, or by the queue of all other days.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import date
from typing import NamedTuple

from studyapp.domain.cards import Card
from studyapp.domain.clock import Clock
from studyapp.domain.log import FINDING, RETRACT, REVIEW, LogEntry
from studyapp.domain.schedule.exam_line import ExamLine
from studyapp.domain.schedule.parameters import PARAMETERS
from studyapp.domain.schedule.plan import Plan
from studyapp.domain.schedule.siblings import Place
from studyapp.services.study.answered import Answered
from studyapp.services.study.card_changes import CARD_CHANGE
from studyapp.services.study.card_states import BURY, SUSPEND, CardStates
from studyapp.services.study.deck import Deck
from studyapp.services.study.defended import DEFENCE
from studyapp.services.study.exam_ground import Ground, line_of, states_of_made
from studyapp.services.study.exam_planning import (
    USUAL_MINUTES,
    Preparation,
    days_studied,
    own_seconds,
)
from studyapp.services.study.own_cards import OWN_CARD
from studyapp.store.progress import Progress

# What changes which cards there are to ask, or what is known of them otherwise than by answers.
_PLAN_ANEW = frozenset(
    (RETRACT, FINDING, SUSPEND, BURY, OWN_CARD, DEFENCE, CARD_CHANGE, PARAMETERS)
)
# A course of about so many cards is planned without anybody noticing.
_FEW_CARDS = 5_000


class Planned(NamedTuple):
    """The plan of a day that was made on a thread, and which one that is."""

    number: int
    line: ExamLine


class ExamQueue:
    """Follows the log: what was answered is asked no more today; other cards are planned anew."""

    def __init__(self, deck: Deck, progress: Progress, clock: Clock, states: CardStates) -> None:
        """Plan the cards of one course."""
        self._deck, self._progress, self._clock, self._states = deck, progress, clock, states
        self._planned_for: tuple[Plan, int, bool, bool] | None = None
        self._seen = self._number = 0
        self._line: ExamLine | None = None
        self._places: dict[str, Place] = {}
        self._answered = Answered(progress, self._placed)
        # What was answered since the plan was begun that is made on a thread.
        self._since: list[str] = []
        self.wanted: Callable[[], Planned] | None = None

    def catch_up(self, plan: Plan, *, goes_on: bool = False) -> bool:
        """Take in what was logged and the time; False if no exam is ahead, or nothing planned yet.

        Who `goes_on` studies today, although it may be a day off.
        """
        now = self._clock()
        if not self.days_left(plan):
            self._planned_for = self._line = self.wanted = None
            return False
        entries = self._progress.logged_after(self._seen)
        self._seen += len(entries)
        # When all memories have been made anew, nothing is logged that would say so.
        planned_for = (plan, plan.day_start(now), self._progress.behind, goes_on)
        if planned_for != self._planned_for:
            self._planned_for, self._line = planned_for, None
            self._plan_anew(plan)
        else:
            self._follow(entries)
            if any(entry.type in _PLAN_ANEW for entry in entries):
                self._plan_anew(plan)
        return self.is_planned

    @property
    def is_planned(self) -> bool:
        """Say whether there is a plan for today."""
        return self._line is not None

    def next(self, topics: Collection[str] | None = None) -> Card | None:
        """Return the next card of some topics or of all, if the plan has one."""
        if self._line is None:
            return None
        answered = self._answered
        card = self._line.next(topics, self._placed, answered.last, answered.family)
        return self._places[card].card if card else None

    def likely_next(self, answered: str, topics: Collection[str] | None = None) -> Card | None:
        """Return what will be asked next if a card is answered, and nothing else changes."""
        if self._line is None:
            return None
        line, imagined = self._line.copy(), self._answered.copy()
        line.take(answered)
        imagined.take(answered)
        card = line.next(topics, self._placed, imagined.last, imagined.family)
        return self._places[card].card if card else None

    def counts(self, topics: Collection[str] | None = None) -> tuple[int, int]:
        """Return how many cards of some topics or of all fit into today: met before, and new."""
        return self._line.counts(topics) if self._line else (0, 0)

    def drop(self, card: str) -> None:
        """Ask a card no more today."""
        if self._line:
            self._line.drop(card)

    def take(self, planned: Planned) -> None:
        """Go on by what was planned on a thread, unless something else is wanted by now."""
        if self.wanted and planned.number == self._number:
            self._line, self.wanted = planned.line, None
            for card in self._since:
                self._line.take(card)

    def today(self, plan: Plan) -> date:
        """Return the date of the student's day."""
        return plan.date_of(self._clock())

    def days_left(self, plan: Plan) -> int | None:
        """Return in how many days the exam is, 0 being today; None if none is ahead."""
        exam = plan.exam(self._deck.id)
        left = (exam - self.today(plan)).days if exam else -1
        return left if left >= 0 else None

    def prepare(self, plan: Plan) -> Preparation:
        """Return what a plan for the course rests on, as things stand today."""
        return self._ground(plan).prepared(self._deck.lines.states())

    def preparing(self, plan: Plan) -> Callable[[], Preparation]:
        """Return what does the same on any thread."""
        if self._is_small:
            prepared = self.prepare(plan)
            return lambda: prepared
        return self._ground(plan).read

    def _follow(self, entries: Collection[LogEntry]) -> None:
        for entry in entries:
            if entry.type == REVIEW:
                self._since.append(entry.subject)
                self._answered.take(entry.subject)
                if self._line:
                    self._line.take(entry.subject)

    def _plan_anew(self, plan: Plan) -> None:
        exam = plan.exam(self._deck.id)
        assert exam is not None
        self._number += 1
        self._since = []
        self._places = {}
        self._answered.begin(plan.day_start(self._clock()))
        today = self.today(plan)
        goes_on = self._planned_for is not None and self._planned_for[-1]
        first = days_studied(plan._replace(holidays=()) if goes_on else plan, today, exam)[0]
        studied = (first, *days_studied(plan, today, exam)[1:])
        minutes = plan.minutes_a_day or USUAL_MINUTES
        if self._is_small:
            self._line = line_of(self.prepare(plan), studied, minutes)
        else:
            self._leave_out()
            ground, number = self._ground(plan), self._number
            self.wanted = lambda: Planned(number, line_of(ground.read(), studied, minutes))

    def _leave_out(self) -> None:
        """Ask nothing that was just set aside, by a plan that holds until the next is made."""
        day_start = self._answered.day_start
        for card in self._states.set_aside(day_start) if self._line else ():
            self.drop(card)

    @property
    def _is_small(self) -> bool:
        # Where nothing can be written, the cards stand in a table that no other connection sees.
        return self._deck.size <= _FEW_CARDS or self._progress.read_only

    def _ground(self, plan: Plan) -> Ground:
        progress, now = self._progress, self._clock()
        day_start = plan.day_start(now)
        return Ground(
            progress.path,
            self._deck.id,
            states_of_made(self._deck, progress),
            self._deck.changes.moved,
            self._states.set_aside(day_start),
            own_seconds(progress),
            progress.parameters.weights,
            plan.day_end(now),
            progress.time_since(day_start, self._deck.id) / 1000,
        )

    def _placed(self, wanted: Collection[str]) -> dict[str, Place]:
        """Return where some cards stand, as the student has placed them."""
        missing = [card for card in wanted if card not in self._places]
        if missing:
            moved = self._deck.changes.moved
            for each in self._deck.lines.of(missing):
                card, kin = each.place
                self._places[card.id] = Place(
                    card._replace(topic=moved.get(card.id, card.topic)), kin
                )
            own = {card.id: card for card in self._deck.made()}
            made = (own[card] for card in missing if card in own)
            self._places |= {card.id: self._deck.place_of_made(card) for card in made}
        return {card: self._places[card] for card in wanted if card in self._places}
