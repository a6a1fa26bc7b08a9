"""How far topics are known: read, sorted on the board, recalled in the self-test."""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum
from typing import NamedTuple


class Level(IntEnum):
    """How much of a topic is done, in quarters; only what is done whole is `ALL`."""

    NOTHING = 0
    LITTLE = 1
    HALF = 2
    MUCH = 3
    ALL = 4


class Knowledge(NamedTuple):
    """Of so many notes, boards and cards, so many are read, sorted without a fault, recalled.

    A card counts as recalled while it has been learned and is not due.
    """

    notes: int = 0
    read: int = 0
    boards: int = 0
    sorted: int = 0
    cards: int = 0
    recalled: int = 0

    @property
    def level(self) -> Level:
        """Return how much is done: reading, sorting and recalling count alike."""
        share = self._share
        if share in (0.0, 1.0):
            return Level.ALL if share else Level.NOTHING
        return Level(1 + min(2, int(3 * share)))

    @property
    def _share(self) -> float:
        pairs = ((self.read, self.notes), (self.sorted, self.boards), (self.recalled, self.cards))
        shares = [done / of for done, of in pairs if of]
        return sum(shares) / len(shares) if shares else 0.0


def together(parts: Iterable[Knowledge]) -> Knowledge:
    """Return the knowledge of several topics as one."""
    return Knowledge(*map(sum, zip(Knowledge(), *parts, strict=True)))
