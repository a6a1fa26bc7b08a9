"""What is known of every card in a list, and the orders that follow from it.

Read on a thread, then kept up by what is logged: of a hundred thousand cards neither reading nor
sorting can wait until a column is pressed.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from math import inf
from pathlib import Path

from studyapp.domain.clock import Moment
from studyapp.domain.schedule.memory import DAY_MS, Change, Memory, is_due
from studyapp.services.cards.card_order import FIELDS, Column, Listed, Order, Places
from studyapp.services.cards.card_rows import Day
from studyapp.services.study.leeches import Leeches
from studyapp.store.progress import open_progress
from studyapp.store.replaying import Told


class KnownCards:
    """What is known of each card that was ever met or called in."""

    def __init__(self, memories: dict[str, Memory], places: Places) -> None:
        """Take what is known, and the places of the cards in their courses."""
        self.memories, self._places = memories, places
        self._orders: dict[Column, Order] = {}

    def order(self, by: Column) -> Order:
        """Return the cards in the order of a column that tells what is known of them."""
        if by not in self._orders:
            field = FIELDS[by]
            told = ((card, memory[field]) for card, memory in self.memories.items())
            keys = {card: float(key) for card, key in told if key is not None}
            self._orders[by] = Order(keys, self._places)
        return self._orders[by]

    def take(self, change: Change) -> None:
        """Take in what has changed of a card."""
        if change.after:
            self.memories[change.card] = change.after
        else:
            self.memories.pop(change.card, None)
        for by, order in self._orders.items():
            key = change.after[FIELDS[by]] if change.after else None
            order.put(change.card, None if key is None else float(key))

    def due(self, day: Day) -> set[str]:
        """Return the cards that are due, without a look at each: few are due later today."""
        by_due, known = self.order(Column.DUE), self.memories
        by_a_wrong_clock = self.order(Column.LAST).between(day.now + DAY_MS, inf)
        today = by_due.between(day.now, day.end)
        late = {card for card in today if is_due(known[card], day.now, day.end)}
        return late.union(by_due.between(-inf, day.now), by_a_wrong_clock)


def read_known(path: Path, cards: Sequence[Listed], now: Moment) -> KnownCards:
    """Read what is known of the cards from a progress file, and put some of them in order."""
    with closing(open_progress(path, lambda: now, "", read_only=True, patient=False)) as progress:
        known = KnownCards(progress.memories(), places_of(cards))
    for by in FIELDS:
        known.order(by)
    return known


def read_leeches(path: Path, now: Moment, told: Told) -> frozenset[str]:
    """Read which cards were forgotten often from a progress file; `told` may raise to stop it."""
    with closing(open_progress(path, lambda: now, "", read_only=True, patient=False)) as progress:
        return Leeches(progress).every(told)


def places_of(cards: Sequence[Listed]) -> Places:
    """Return the place of each card in its courses."""
    return Places({card.id: at for at, card in enumerate(cards)})
