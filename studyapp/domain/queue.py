"""The order in which cards are asked: what is due and most at risk, what is new, what is soon due.

A card's place changes only when what is known of it does, or when its time has come, so that
the next of a hundred thousand is found as quickly as the next of ten.
"""

from collections.abc import Iterable, Iterator
from enum import Enum
from heapq import heappop, heappush
from math import inf

from studyapp.domain.memory import Memory, is_due


class Line(Enum):
    """Where a card stands: due by risk, new by the course's order, waiting by its time."""

    DUE = "due"
    NEW = "new"
    WAITING = "waiting"


def risk(memory: Memory, now_ms: int) -> float:
    """Return how far a card is gone: days since its last review by its stability in days.

    FSRS's recall falls with this quotient and with nothing else, so whoever has more of it is
    more at risk. A card that was never answered comes before all.
    """
    if memory.stability is None or memory.last_ms is None:
        return inf
    return max(0, now_ms - memory.last_ms) / memory.stability


class Queue:
    """Cards by their ids, each in one line or in none, on one day."""

    def __init__(self, cards: Iterable[str], now_ms: int, day_end_ms: int) -> None:
        """Take the cards of a scope in the course's order; `put` gives each its line."""
        self._cards = tuple(cards)
        self._ranks = {card: rank for rank, card in enumerate(self._cards)}
        self._now, self._day_end = now_ms, day_end_ms
        self._known: dict[str, Memory] = {}
        # What stands in a heap holds only if it is also what `_places` says of the card.
        self._places: dict[int, tuple[Line, float]] = {}
        self._heaps: dict[Line, list[tuple[float, int]]] = {line: [] for line in Line}
        self._lengths = dict.fromkeys(Line, 0)

    def __contains__(self, card: object) -> bool:
        """Say whether a card belongs to the scope, whether or not it stands in a line."""
        return card in self._ranks

    def put(self, card: str, memory: Memory | None) -> None:
        """Give a card of the scope the place that follows from what is known of it."""
        self.drop(card)
        rank = self._ranks[card]
        if memory is None:
            self._stand(rank, Line.NEW, rank)
            return
        self._known[card] = memory
        if is_due(memory, self._now, self._day_end):
            self._stand(rank, Line.DUE, -risk(memory, self._now))
        else:
            self._stand(rank, Line.WAITING, memory.due_ms)

    def drop(self, card: str) -> None:
        """Take a card out of its line."""
        self._known.pop(card, None)
        place = self._places.pop(self._ranks[card], None)
        if place:
            self._lengths[place[0]] -= 1

    def advance(self, now_ms: int) -> None:
        """Let it be later on the same day: whose time has come is due."""
        self._now = now_ms
        while (first := self._first(Line.WAITING)) and self._is_due(first[1]):
            self.put(self._cards[first[1]], self._known[self._cards[first[1]]])

    def length(self, line: Line) -> int:
        """Return how many cards stand in a line."""
        return self._lengths[line]

    def first(self, line: Line) -> str | None:
        """Return the card at the head of a line."""
        first = self._first(line)
        return self._cards[first[1]] if first else None

    def memory(self, card: str) -> Memory | None:
        """Return what is known of a card that stands in a line."""
        return self._known.get(card)

    def stands(self, card: str) -> bool:
        """Say whether a card of the scope stands in a line."""
        return self._ranks[card] in self._places

    def waiting(self) -> Iterator[Memory]:
        """Yield what is known of each card that waits for its time, in no order."""
        ranks = (rank for rank, (line, _) in self._places.items() if line is Line.WAITING)
        return (self._known[self._cards[rank]] for rank in ranks)

    def _is_due(self, rank: int) -> bool:
        return is_due(self._known[self._cards[rank]], self._now, self._day_end)

    def _stand(self, rank: int, line: Line, key: float) -> None:
        self._places[rank] = (line, key)
        self._lengths[line] += 1
        heappush(self._heaps[line], (key, rank))

    def _first(self, line: Line) -> tuple[float, int] | None:
        heap = self._heaps[line]
        while heap and self._places.get(heap[0][1]) != (line, heap[0][0]):
            heappop(heap)
        return heap[0] if heap else None
