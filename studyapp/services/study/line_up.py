"""Which card of the scope comes next, and how many there are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from studyapp.domain.cards import Card
from studyapp.domain.clock import Clock
from studyapp.domain.messages import N_
from studyapp.domain.schedule.memory import Change
from studyapp.domain.schedule.plan import Plan
from studyapp.errors import NotReadyError
from studyapp.services.study.card_queue import CardQueue, DueCounts
from studyapp.services.study.card_states import CardStates
from studyapp.services.study.decks import Decks
from studyapp.services.study.exams import Exams
from studyapp.services.study.pausing import Pausing
from studyapp.services.study.scope import Scope
from studyapp.store.progress import Progress

if TYPE_CHECKING:
    from studyapp.services.study.exam_queue import ExamQueue


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
        self.exams = Exams(decks, progress, clock, states, pausing, plan)
        # None: all courses are asked; "": all of the open one.
        self._topic: str | None = ""
        # Of what is planned to an exam, None asks all.
        self._topics: frozenset[str] | None = frozenset()
        self._scopes: tuple[Scope, ...] = ()
        self._lined_up: CardQueue | None = None
        self._lined_scopes: tuple[Scope, ...] = ()
        self._whole: CardQueue | None = None

    def scope(self, topic: str) -> None:
        """Line up from now on what a topic and those below it hold."""
        deck = self._decks.open
        self._topic = topic
        self._topics = deck.topics_of(topic)
        self._scopes = (Scope(deck, self._topics),)
        self._lined_up = None

    def scope_course(self) -> None:
        """Line up from now on what all topics of the open course hold."""
        self._topic, self._topics = "", None
        self._scopes = (Scope(self._decks.open),)
        self._lined_up = None

    def scope_everything(self) -> None:
        """Line up from now on what all courses hold, as one queue.

        NotReadyError if one of them is large and its cards are not laid out: until then there is
        nothing in scope.
        """
        decks = self._decks.every(everywhere=True)
        self._topic, self._topics, self._scopes, self._lined_up = None, None, (), None
        if not self._decks.are_ready:
            raise NotReadyError(N_("Your cards are being made ready. You can read meanwhile."))
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
            return self._planned_counts
        return self._queue.counts()

    def course_counts(self) -> DueCounts:
        """Return the same for the whole course, whatever is in scope."""
        if planned := self.exams.planned(self._decks.open):
            return DueCounts(*planned.counts())
        if self._whole is None or not self._whole.catch_up(self._plan_of_today):
            self._whole = self._lined((Scope(self._decks.open),))
        return self._whole.counts()

    def next(self) -> Card | None:
        """Return the due card most at risk, else a new one, else None.

        What is planned for today comes first; of all courses together, what the plans leave for
        another day comes last.
        """
        if self._topic is None and not self._scopes:
            self.scope_everything()
        if foreseen := self._foreseen:
            return foreseen
        if self._topic is not None:
            return self._next_of(self._planned) or self._queue.next()
        of_today = (queue for queue in self._planned if any(queue.counts()))
        return self._next_of(of_today) or self._queue.next() or self._next_of(self._planned)

    def likely_next(self, answer: Change) -> Card | None:
        """Return what is likely asked next if a card is answered so; None says nothing."""
        if not self.is_planned:
            return self._queue.likely_next(answer)
        cards = (queue.likely_next(answer.card, self._topics) for queue in self._planned)
        return next(filter(None, cards), None)

    @property
    def _foreseen(self) -> Card | None:
        """What is asked next if just the answer came that was imagined, where no plan decides."""
        if self._lined_up is None or self.exams.any_ahead:
            return None
        is_good = self._scopes_of_the_queue == self._lined_scopes
        return self._lined_up.foreseen(self._plan_of_today) if is_good else None

    def drop(self, card: Card) -> None:
        """Pass over a card from now on, as it cannot be asked or its answer is not kept."""
        self._queue.drop(card)
        self.exams.drop(card)

    def until_next(self) -> int | None:
        """Return the milliseconds until a card of the scope is asked again, if any will be."""
        until = self._queue.until_next()
        if self._topic is None and self._planned:
            now = self._clock()
            tomorrow = self._plan().day_end(now) - now.ms
            return tomorrow if until is None else min(until, tomorrow)
        return until

    def anew(self) -> None:
        """Look at every card again, since what is known of all has changed."""
        self._lined_up = self._whole = None

    @property
    def is_planned(self) -> bool:
        """Say whether what is asked next in scope is asked by a plan to an exam."""
        if self._topic is not None or not self._planned:
            return bool(self._planned)
        return any(self._planned_counts) or not any(self._queue.counts())

    @property
    def holds_new_back(self) -> bool:
        """Say whether new cards of the scope wait, since so many were met today."""
        return self._queue.holds_new_back

    def planned_of(self, topic: str) -> DueCounts | None:
        """Return what a plan asks today of a topic of the open course, or of all, if there is one.

        What is in scope stays.
        """
        planned = self.exams.planned(self._decks.open)
        topics = self._decks.open.topics_of(topic) if topic else None
        return DueCounts(*planned.counts(topics)) if planned else None

    @property
    def planned_elsewhere(self) -> int:
        """How many cards the plan to an exam asks today, if it asks no more of the topic."""
        planned = self.exams.planned(self._decks.open) if self._topic else None
        if planned is None or any(planned.counts(self._topics)):
            return 0
        return sum(planned.counts())

    @property
    def _planned_counts(self) -> DueCounts:
        counts = [queue.counts(self._topics) for queue in self._planned]
        return DueCounts(*map(sum, zip(*counts, strict=True)))

    def _next_of(self, planned: Iterable[ExamQueue]) -> Card | None:
        cards = (queue.next(self._topics) for queue in planned)
        return next(filter(None, cards), None)

    @property
    def _planned(self) -> list[ExamQueue]:
        if not self.exams.any_ahead:
            return []
        if self._topic is None:
            return self.exams.together()
        planned = self.exams.planned(self._decks.open)
        return [planned] if planned else []

    @property
    def _queue(self) -> CardQueue:
        scopes = self._scopes_of_the_queue
        is_good = self._lined_up and scopes == self._lined_scopes
        if not is_good or not self._lined_up or not self._lined_up.catch_up(self._plan_of_today):
            self._lined_up, self._lined_scopes = self._lined(scopes), scopes
        return self._lined_up

    @property
    def _scopes_of_the_queue(self) -> tuple[Scope, ...]:
        """Of all courses together, those that a plan asks are not asked by what is due."""
        if self._topic is not None or not self.exams.any_ahead:
            return self._scopes
        return tuple(each for each in self._scopes if not self.exams.planned(each.deck))

    @property
    def _plan_of_today(self) -> Plan:
        return self._pausing.plan_of_today(self._plan())

    def _lined(self, scopes: Sequence[Scope]) -> CardQueue:
        return CardQueue(scopes, self._progress, self._clock, self._plan_of_today, self._states)
