"""What a plan to an exam asks today: what gains most first, of nearly the same topics in turn."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from copy import copy
from itertools import islice

from studyapp.domain.schedule.choosing import SIMILAR, due_next, new_next
from studyapp.domain.schedule.exam_plan import Today
from studyapp.domain.schedule.queue import Standing
from studyapp.domain.schedule.siblings import Kin, Place

# So many cards of a line are looked at, and more before the last few of them are asked.
_HEAD, _LAST_FEW = 128, 16

# Returns where some cards stand, by their ids; one that is no longer there is left out.
Places = Callable[[Collection[str]], Mapping[str, Place]]


class ExamLine:
    """The cards worth asking today: those that were met by what they gain, and the new ones.

    All new cards gain the same, so they stand in the order in which they are met.
    """

    def __init__(self, today: Today, known: Collection[str], topics: Mapping[str, str]) -> None:
        """Line up what is planned for `today`; `topics` says where each card belongs."""
        self._topics = topics
        self._fitting = {card: card not in known for card in today.asked}
        self._known: list[Standing] = []
        self._new: list[Standing] = []
        for at, (card, worth) in enumerate(zip(today.order, today.worths, strict=True)):
            (self._known if card in known else self._new).append((-worth, (0, at), card))
        self._gone: set[str] = set()
        self._scope: Collection[str] | None = None
        self._heads = self._begun(None)

    def next(
        self, scope: Collection[str] | None, places: Places, last: Place | None, today: Kin
    ) -> str | None:
        """Return the next card of some topics or of all; a sibling of the `last` waits for another.

        `today` is the family of what was answered today.
        """
        if scope != self._scope:
            self._scope, self._heads = scope, self._begun(scope)
        place_of = self._read(places)
        met, new = (head.line for head in self._heads)
        # What was learned on one day gains the same, and stands by topic.
        known = due_next(met, place_of, last, _HEAD)
        fresh = new_next(new, place_of, last, today)
        if known and fresh:
            worth = next(-key for key, _, card in met if card == known)
            return known if worth >= -new[0][0] * SIMILAR else fresh
        rest = (card for _, _, card in (*met[:1], *new[:1]))
        return known or fresh or next(rest, None)

    def counts(self, scope: Collection[str] | None = None) -> tuple[int, int]:
        """Return how many cards of some topics or of all fit into today: met before, and new."""
        fitting = self._fitting.items()
        new = [is_new for card, is_new in fitting if scope is None or self._topics[card] in scope]
        return len(new) - sum(new), sum(new)

    def drop(self, card: str) -> None:
        """Ask a card no more today."""
        self._fitting.pop(card, None)
        self._gone.add(card)
        for head in self._heads:
            head.drop(card)

    def take(self, answered: str) -> None:
        """Ask a card no more today, since it was; of those that fit into the day one is less."""
        if answered in self._topics and answered not in (*self._fitting, *self._gone):
            is_new = any(answered == card for _, _, card in self._heads[1].line)
            alike = (card for card in reversed(self._fitting) if self._fitting[card] == is_new)
            self._fitting.pop(next(alike, ""), None)
        self.drop(answered)

    def copy(self) -> ExamLine:
        """Return a line that stands the same and goes its own way, as far as it is read."""
        other = copy(self)
        other._fitting, other._gone = dict(self._fitting), set(self._gone)
        known, new = self._heads
        other._heads = known.copy(), new.copy()
        return other

    def _begun(self, scope: Collection[str] | None) -> tuple[_Head, _Head]:
        return _Head(self._wanted(self._known, scope)), _Head(self._wanted(self._new, scope))

    def _wanted(
        self, line: Sequence[Standing], scope: Collection[str] | None
    ) -> Iterator[Standing]:
        for standing in line:
            card = standing[2]
            if card not in self._gone and (scope is None or self._topics[card] in scope):
                yield standing

    def _read(self, places: Places) -> Callable[[str], Place]:
        """Return where the cards of both heads stand; those that are nowhere are gone."""
        while True:
            wanted = [card for head in self._heads for card in head.cards()]
            found = places(wanted)
            lost = [card for card in wanted if card not in found]
            if not lost:
                return found.__getitem__
            for card in lost:
                self.drop(card)


class _Head:
    """The first cards of a long line, of which more are read when they come to an end."""

    def __init__(self, wanted: Iterator[Standing]) -> None:
        self._wanted = wanted
        self.line: list[Standing] = []

    def cards(self) -> list[str]:
        if len(self.line) < _LAST_FEW:
            self.line += islice(self._wanted, _HEAD - len(self.line))
        return [card for _, _, card in self.line]

    def copy(self) -> _Head:
        """Return the cards that were read; those behind them stay with this one."""
        other = _Head(iter(()))
        other.line = list(self.line)
        return other

    def drop(self, card: str) -> None:
        self.line = [standing for standing in self.line if standing[2] != card]
