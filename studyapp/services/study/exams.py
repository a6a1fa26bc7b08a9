"""The plans to the exams of the courses that are asked, the nearest exam first."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from studyapp.domain.cards import Card
from studyapp.domain.clock import Clock
from studyapp.domain.schedule.plan import Plan
from studyapp.services.study.card_states import CardStates
from studyapp.services.study.decks import Decks
from studyapp.services.study.pausing import Pausing
from studyapp.store.progress import Progress

if TYPE_CHECKING:
    from studyapp.services.study.deck import Deck
    from studyapp.services.study.exam_queue import ExamQueue


class Exams:
    """Knows of each course whether it is asked by a plan today."""

    def __init__(
        self,
        decks: Decks,
        progress: Progress,
        clock: Clock,
        states: CardStates,
        pausing: Pausing,
        plan: Callable[[], Plan],
    ) -> None:
        """Plan the courses of `decks` whose exams `plan` names."""
        self._decks, self._progress, self._clock = decks, progress, clock
        self._states, self._pausing, self._plan = states, pausing, plan
        self._queues: dict[str, ExamQueue] = {}

    @property
    def any_ahead(self) -> bool:
        """Say whether the student has set an exam's date at all: most have not."""
        return bool(self._plan().exams)

    def of(self, deck: Deck) -> ExamQueue:
        """Return the plan to the exam of a course."""
        # Most courses have none ahead.
        from studyapp.services.study.exam_queue import ExamQueue

        if deck.id not in self._queues:
            self._queues[deck.id] = ExamQueue(deck, self._progress, self._clock, self._states)
        return self._queues[deck.id]

    def planned(self, deck: Deck) -> ExamQueue | None:
        """Return the plan by which a course is asked today, or None if it is asked as usual."""
        plan = self._plan()
        if not plan.exam(deck.id):
            return None
        queue = self.of(deck)
        return queue if queue.catch_up(plan, goes_on=self._pausing.goes_on) else None

    def together(self) -> list[ExamQueue]:
        """Return the plans by which courses are asked today, the nearest exam first."""
        days = self._plan().exam
        ahead = [deck for deck in self._decks.known if days(deck.id)]
        ahead.sort(key=lambda deck: (str(days(deck.id)), deck.id))
        queues = (self.planned(deck) for deck in ahead)
        return [queue for queue in queues if queue]

    def plans(self, card: Card) -> bool:
        """Say whether a plan decides when a card comes back, not its rating alone."""
        return self.any_ahead and self.planned(self._decks.deck_of(card)) is not None

    def drop(self, card: Card) -> None:
        """Pass over a card from now on."""
        for queue in self._queues.values():
            queue.drop(card.id)
