"""Which card of the scope comes next, and how many there are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from studyapp.domain.cards import Card
from studyapp.domain.clock import Clock
from studyapp.domain.plan import Plan
from studyapp.services.card_queue import CardQueue, DueCounts
from studyapp.services.card_states import CardStates
from studyapp.services.decks import Decks
from studyapp.services.pausing import Pausing
from studyapp.services.scope import Scope
from studyapp.store.progress import Progress

if TYPE_CHECKING:
    from studyapp.services.exam_queue import ExamQueue


class LineUp:
    """Lines up the cards in scope as the log, the plan and the clock stand.

    Before an exam, what the plan to it asks comes first.
    """

    def __init__(
        self,
        decks: Decks,
        progress: Progress,
        clock: Clock,
        states: CardStates,
        pausing: Pausing,
        plan: Callable[[], Plan],
    ) -> None:
        """Line up cards of `decks` by what `progress` says and `plan` returns."""
        self._decks, self._progress, self._clock = decks, progress, clock
        self._states, self._pausing, self._plan = states, pausing, plan
        # None: all courses are asked; "": all of the open one.
        self._topic: str | None = ""
        self._scopes: tuple[Scope, ...] = ()
        self._lined_up: CardQueue | None = None
        self._whole: CardQueue | None = None

    def scope(self, topic: str) -> None:
        """Line up from now on what a topic and those below it hold."""
        deck = self._decks.open
        self._topic = topic
        self._scopes = (Scope(deck, deck.topics_of(topic)),)
        self._lined_up = None

    def scope_course(self) -> None:
        """Line up from now on what all topics of the open course hold."""
        self._topic = ""
        self._scopes = (Scope(self._decks.open),)
        self._lined_up = None

    def scope_everything(self) -> None:
        """Line up from now on what all courses hold, as one queue."""
        decks = self._decks.every(everywhere=True)
        self._topic = None
        self._scopes = tuple(Scope(deck, number=number) for number, deck in enumerate(decks))
        self._lined_up = None

    @property
    def cards(self) -> tuple[Card, ...]:
        """The cards in scope: the course's, then what the student has made."""
        if self._topic is None:
            return tuple(card for deck in self._decks.known for card in deck.all())
        deck = self._decks.open
        if not self._topic:
            return tuple(deck.all())
        topics = deck.topics_of(self._topic)
        held = deck.placed(deck.of_topic(self._topic), topics)
        return (*held, *deck.made(topics))

    def counts(self) -> DueCounts:
        """Return how many cards of the scope are due, and how many new ones wait."""
        if self.is_planned:
            return DueCounts(*self.exam.counts(self._of_topic))
        return self._queue.counts()

    def course_counts(self) -> DueCounts:
        """Return the same for the whole course, whatever is in scope."""
        if self._has_exam and self.exam.catch_up(self._plan()):
            return DueCounts(*self.exam.counts())
        if self._whole is None or not self._whole.catch_up(self._plan_of_today):
            self._whole = self._lined((Scope(self._decks.open),))
        return self._whole.counts()

    def next(self) -> Card | None:
        """Return the due card most at risk, else a new one, else None."""
        return self._planned() or self._queue.next()

    def drop(self, card: Card) -> None:
        """Pass over a card from now on, as it cannot be asked or its answer is not kept."""
        self._queue.drop(card)
        if self._has_exam:
            self.exam.drop(card.id)

    def until_next(self) -> int | None:
        """Return the milliseconds until a card of the scope is asked again, if any will be."""
        return self._queue.until_next()

    def anew(self) -> None:
        """Look at every card again, since what is known of all has changed."""
        self._lined_up = self._whole = None

    @cached_property
    def exam(self) -> ExamQueue:
        """The plan to the exam of the open course, if one is set."""
        # Most courses have none ahead.
        from studyapp.services.exam_queue import ExamQueue

        deck = self._decks.open
        return ExamQueue(deck.id, deck.all, self._progress, self._clock, self._states)

    @property
    def is_planned(self) -> bool:
        """Say whether what is in scope is asked by a plan to an exam."""
        return self._topic is not None and self._has_exam and self.exam.catch_up(self._plan())

    @property
    def _has_exam(self) -> bool:
        return any(course == self._decks.open.id for course, _ in self._plan().exams)

    def _planned(self) -> Card | None:
        return self.exam.next(self._of_topic) if self.is_planned else None

    @property
    def _of_topic(self) -> frozenset[str]:
        """The cards of the topic in scope and of those below it, by their ids."""
        return frozenset(card.id for card in self.cards)

    @property
    def _queue(self) -> CardQueue:
        if self._lined_up is None or not self._lined_up.catch_up(self._plan_of_today):
            self._lined_up = self._lined(self._scopes)
        return self._lined_up

    @property
    def _plan_of_today(self) -> Plan:
        return self._pausing.plan_of_today(self._plan())

    def _lined(self, scopes: Sequence[Scope]) -> CardQueue:
        return CardQueue(scopes, self._progress, self._clock, self._plan_of_today, self._states)
