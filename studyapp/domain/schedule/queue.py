"""The lines in which cards stand: what is due by risk, what is new, what waits for its time.

A card's place changes only when what is known of it does, or when its time has come. Which of
those at the head of a line is asked is said by `choosing`.
"""

from bisect import bisect_left, insort
from collections.abc import Sequence
from enum import Enum
from math import inf

from studyapp.domain.schedule.memory import DAY_MS, Memory, is_due, is_learned


class Line(Enum):
    """Where a card stands: due by risk, new by the order of meeting, waiting by its time."""

    DUE = "due"
    NEW = "new"
    WAITING = "waiting"


# The number of a course among those that are asked, and the card's place in it.
Rank = tuple[int, float]
# Key, rank and id of a card, as it stands in a line.
Standing = tuple[float, Rank, str]


def risk(memory: Memory, now_ms: int) -> float:
    """Return how far a card is gone: days since its last review by its stability in days.

    FSRS's recall falls with this quotient and with nothing else, so whoever has more of it is
    more at risk. A card that was never answered comes before all.
    """
    if memory.stability is None or memory.last_ms is None:
        return inf
    return max(0, now_ms - memory.last_ms) / memory.stability


def risk_today(memory: Memory, day_end_ms: int) -> float:
    """Return the risk by which due cards are asked; nobody's looking earlier or later changes it.

    It is that of the day's end; of a card in its first minutes, that of the minute it came due.
    """
    is_of_today = not is_learned(memory) and memory.due_ms >= day_end_ms - DAY_MS
    return risk(memory, memory.due_ms if is_of_today else day_end_ms)


class Queue:
    """Cards by their ids, each in one line or in none, on one day."""

    def __init__(self, now_ms: int, day_end_ms: int) -> None:
        """Begin with empty lines."""
        self._now, self._day_end = now_ms, day_end_ms
        self._ranks: dict[str, Rank] = {}
        self._known: dict[str, Memory] = {}
        self._places: dict[str, tuple[Line, Standing]] = {}
        self._lines: dict[Line, list[Standing]] = {line: [] for line in Line}

    def copy(self) -> "Queue":
        """Return a queue that stands the same and goes its own way."""
        other = Queue(self._now, self._day_end)
        other._ranks, other._known = dict(self._ranks), dict(self._known)
        other._places = dict(self._places)
        other._lines = {line: list(standing) for line, standing in self._lines.items()}
        return other

    def __contains__(self, card: object) -> bool:
        """Say whether a card was ever added, whether or not it stands in a line."""
        return card in self._ranks

    def add(self, card: str, rank: Rank) -> None:
        """Take in a card, without a place in a line so far."""
        self._ranks[card] = rank

    def put(self, card: str, memory: Memory | None) -> None:
        """Give a card the place that follows from what is known of it."""
        self.drop(card)
        if memory is not None:
            self._known[card] = memory
        line, key = self.place(memory)
        standing = (key, self._ranks[card], card)
        self._places[card] = line, standing
        insort(self._lines[line], standing)

    def place(self, memory: Memory | None) -> tuple[Line, float]:
        """Return the line in which a card stands by what is known of it, and its key there."""
        if memory is None:
            return Line.NEW, 0.0
        if is_due(memory, self._now, self._day_end):
            return Line.DUE, -risk_today(memory, self._day_end)
        return Line.WAITING, memory.due_ms

    def drop(self, card: str) -> None:
        """Take a card out of its line."""
        self._known.pop(card, None)
        place = self._places.pop(card, None)
        if place:
            standing = self._lines[place[0]]
            del standing[bisect_left(standing, place[1])]

    def advance(self, now_ms: int) -> None:
        """Let it be later on the same day: whose time has come is due."""
        self._now = now_ms
        while (first := self.first(Line.WAITING)) and self._is_due(first):
            self.put(first, self._known[first])

    def length(self, line: Line) -> int:
        """Return how many cards stand in a line."""
        return len(self._lines[line])

    def first(self, line: Line) -> str | None:
        """Return the card at the head of a line."""
        standing = self._lines[line]
        return standing[0][2] if standing else None

    def line(self, line: Line) -> Sequence[Standing]:
        """Return the cards that stand in a line, from its head."""
        return self._lines[line]

    def memory(self, card: str) -> Memory | None:
        """Return what is known of a card that stands in a line."""
        return self._known.get(card)

    def stands_in(self, card: str) -> Line | None:
        """Return the line in which a card stands, if it stands in one."""
        place = self._places.get(card)
        return place[0] if place else None

    def _is_due(self, card: str) -> bool:
        return is_due(self._known[card], self._now, self._day_end)
