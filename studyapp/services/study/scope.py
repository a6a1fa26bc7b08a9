"""What a queue asks of one course: of some topics or of all, with what the student has made."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from typing import NamedTuple

from studyapp.domain.schedule.memory import Memory
from studyapp.domain.schedule.queue import Line, Rank
from studyapp.domain.schedule.siblings import Place
from studyapp.services.study.deck import Deck
from studyapp.store.lines import Day, Found


class Ranked(NamedTuple):
    """A card among those of all courses, and what is known of it."""

    rank: Rank
    place: Place
    memory: Memory | None

    @property
    def never_stands(self) -> bool:
        """Say whether the card is in no line so far: only a mistake calls it in."""
        return self.memory is None and self.place.card.waits_for_a_mistake


class Scope:
    """The cards of one course that belong to a queue, the course's own and the student's."""

    def __init__(self, deck: Deck, topics: Collection[str] | None = None, number: int = 0) -> None:
        """Take some topics of a course or all; `number` is its place among the courses."""
        self.deck, self._topics, self._number = deck, topics, number

    @property
    def moved_out(self) -> frozenset[str]:
        """The cards that the student has moved to a topic that is none of these."""
        return frozenset(card for card, topic in self._moved().items() if not self._holds(topic))

    def made(self, memories: Callable[[list[str]], dict[str, Memory]]) -> Iterator[Ranked]:
        """Yield what the student has made, or moved here: few enough to be all looked at."""
        made = self.deck.made(self._topics)
        ranks = self.deck.ranks_of_made(made)
        known = memories(list(ranks)) if made else {}
        for card in made:
            place = self.deck.place_of_made(card)
            yield Ranked((self._number, ranks[card.id]), place, known.get(card.id))
        moved = {card: topic for card, topic in self._moved().items() if self._holds(topic)}
        for each in self.deck.lines.of(moved):
            if not self._holds(each.place.card.topic):
                here = each.place.card._replace(topic=moved[each.place.card.id])
                yield Ranked((self._number, each.rank), Place(here, each.place.kin), each.memory)

    def count(self, day: Day) -> tuple[int, int]:
        """Return how many of the course's own cards are due, and how many are new."""
        return self.deck.lines.count(self._topics, day)

    def head(self, line: Line, day: Day, limit: int) -> list[Ranked]:
        """Return the first of the course's own cards that are due, or new."""
        lines = self.deck.lines
        if line is Line.NEW:
            return self._ranked(lines.new(self._topics, limit))
        return self._ranked(lines.due(self._topics, day, limit))

    def due_until(self, day: Day, until_ms: int) -> list[Ranked]:
        """Return those of the course's own cards that are not due yet, but before a moment."""
        return self._ranked(self.deck.lines.waiting(self._topics, day, until_ms))

    def next_waiting(self, day: Day, limit: int) -> list[Ranked]:
        """Return those of them that are due next: in their first minutes, and learned."""
        return self._ranked(self.deck.lines.next_waiting(self._topics, day, limit))

    def of(self, cards: Collection[str]) -> list[Ranked]:
        """Return those of some cards that belong here, in the order in which they are met."""
        found = self.deck.lines.of(cards)
        return self._ranked(each for each in found if self._holds(each.place.card.topic))

    def places(self, cards: Collection[str]) -> dict[str, Place]:
        """Return the places of those of some cards that the course has, in any topic."""
        found = self.deck.lines.of(cards)
        return {each.place.card.id: each.place for each in found}

    def _moved(self) -> dict[str, str]:
        """Return where the student has moved cards to."""
        if self._topics is None:
            return {}
        return self.deck.changes.moved

    def _holds(self, topic: str) -> bool:
        return self._topics is None or topic in self._topics

    def _ranked(self, found: Iterable[Found]) -> list[Ranked]:
        return [Ranked((self._number, each.rank), each.place, each.memory) for each in found]
