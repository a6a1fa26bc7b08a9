"""The cards of one scope, in the order in which they are asked; it follows what is logged."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from studyapp.domain.cards import Card
from studyapp.domain.clock import Clock
from studyapp.domain.log import RETRACT, REVIEW, LogEntry
from studyapp.domain.memory import Memory, asked_ms
from studyapp.domain.plan import Plan
from studyapp.domain.queue import Line, Queue
from studyapp.services.card_changes import CARD_CHANGE
from studyapp.services.card_states import CardStates
from studyapp.services.defended import DEFENCE
from studyapp.services.own_cards import OWN_CARD
from studyapp.store.progress import Progress

# What a student makes and is then asked, or has moved elsewhere.
_MAKE_CARDS = (OWN_CARD, DEFENCE, CARD_CHANGE)
# A card in its first minutes is asked a little early rather than leave the student waiting.
LEARN_AHEAD_MS = 20 * 60_000


class DueCounts(NamedTuple):
    """How many cards are due now, and how many new ones may still be met today."""

    due: int
    new: int


class CardQueue:
    """Good for one day and one plan; `catch_up` says whether it is still."""

    def __init__(
        self,
        cards: Sequence[Card],
        progress: Progress,
        clock: Clock,
        plan: Plan,
        states: CardStates,
    ) -> None:
        """Line up `cards`, those of a scope in the course's order."""
        self._progress, self._clock, self._states = progress, clock, states
        self.plan = plan
        now = clock()
        self._seen, self._latest_ms = progress.logged, now.ms
        self._day_start, self._day_end = plan.day_start(now), plan.day_end(now)
        self._cards = {card.id: card for card in cards}
        self._queue = Queue(self._cards, now.ms, self._day_end)
        self._met: int | None = None
        self._answered = ""
        memories = progress.memories(tuple(self._cards))
        for card in self._cards:
            self._put(card, memories.get(card))

    def catch_up(self, plan: Plan) -> bool:
        """Take in what was logged since, and the time; False if all has to be lined up anew.

        It has on another day or plan, when the clock was set back, or when the cards themselves
        are others.
        """
        now = self._clock()
        if plan != self.plan or plan.day_end(now) != self._day_end or now.ms < self._latest_ms:
            return False
        self._latest_ms = now.ms
        entries = self._progress.logged_after(self._seen)
        keys = [entry.subject for entry in entries if entry.type == RETRACT]
        taken_back = self._progress.entries_named(keys) if keys else ()
        if any(entry.type in _MAKE_CARDS for entry in (*entries, *taken_back)):
            return False
        self._seen += len(entries)
        self._count_met((*entries, *taken_back))
        for entry in (*entries, *taken_back):
            self._take(entry)
        self._queue.advance(now.ms)
        return True

    def counts(self) -> DueCounts:
        """Return how many cards are due, and how many new ones wait."""
        new = min(self._queue.length(Line.NEW), self._new_left())
        return DueCounts(self._queue.length(Line.DUE), new)

    def next(self) -> Card | None:
        """Return the due card most at risk, else a new one, else one that is due soon.

        What asks about the same element as the last answer comes after another card, if there is
        one: an answer that was just read is no recall.
        """
        queue = self._queue
        first = self._first_apart(Line.DUE)
        if first is None and self._new_left():
            first = self._first_apart(Line.NEW)
        if first is None:
            first = queue.first(Line.WAITING)
            memory = queue.memory(first) if first else None
            if memory is None or memory.due_ms > self._clock().ms + LEARN_AHEAD_MS:
                return None
        return self._cards[first] if first else None

    def _first_apart(self, line: Line) -> str | None:
        """Return the head of a line, or the one behind it if its like was answered just now."""
        first = self._queue.first(line)
        if first is None or self._cards[first].element != self._answered:
            return first
        memory = self._queue.memory(first)
        self._queue.drop(first)
        second = self._queue.first(line)
        self._queue.put(first, memory)
        return second or first

    def drop(self, card: Card) -> None:
        """Ask a card no more in this sitting."""
        if card.id in self._queue:
            self._queue.drop(card.id)

    def until_next(self) -> int | None:
        """Return the milliseconds until a card is asked again, if any will be."""
        now = self._clock().ms
        if self._queue.length(Line.DUE):
            return 0
        times = {self._asked_ms(memory) for memory in self._queue.waiting()}
        held_back = self._queue.length(Line.NEW) and self.plan.new_a_day
        if held_back and (begins := self.plan.next_study(self._clock())):
            times.add(begins)
        if any(card.id not in self._states.suspended for card in self.set_aside()):
            times.add(self._day_end)
        return max(0, min(times) - now) if times else None

    def _asked_ms(self, memory: Memory) -> int:
        at_ms = asked_ms(memory, self._day_end)
        return at_ms if at_ms != memory.due_ms else at_ms - LEARN_AHEAD_MS

    def set_aside(self) -> tuple[Card, ...]:
        """Return the cards that the student has suspended or buried."""
        return tuple(card for card in self._cards.values() if self._is_set_aside(card.id))

    def _count_met(self, entries: Sequence[LogEntry]) -> None:
        """Count the new cards of the day on, where the line of one answered card tells enough."""
        if not any(entry.type in (REVIEW, RETRACT) for entry in entries):
            return
        card = entries[0].subject
        tells = len(entries) == 1 and card in self._queue and self._queue.stands(card)
        if not tells or self._met is None:
            self._met = None
            return
        known = self._queue.memory(card)
        self._met += known is None or known.last_ms is None

    def _take(self, entry: LogEntry) -> None:
        card = entry.subject
        if entry.type == REVIEW and card in self._cards:
            self._answered = self._cards[card].element
        if card in self._queue and entry.type != RETRACT:
            self._put(card, self._progress.memory(card))

    def _put(self, card: str, memory: Memory | None) -> None:
        waits = memory is None and self._cards[card].waits_for_a_mistake
        if waits or self._is_set_aside(card):
            self._queue.drop(card)
        else:
            self._queue.put(card, memory)

    def _is_set_aside(self, card: str) -> bool:
        return self._states.is_set_aside(card, self._day_start)

    def _new_left(self) -> int:
        now = self._clock()
        if self._met is None:
            self._met = self._progress.first_reviews_since(self._day_start, now.offset_min)
        return max(0, self.plan.new_on(now) - self._met)
