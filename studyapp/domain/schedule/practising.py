"""Practice: cards asked once each, the wrong ones again until they are right; nothing is planned.

The log has it as `practice`, which no memory of a card takes in.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from enum import Enum
from typing import NamedTuple
from zlib import crc32

from studyapp.domain.cards import Card


class Wanted(Enum):
    """Which cards of the scope are practised."""

    ALL = "all"
    FLAGGED = "flagged"
    FORGOTTEN = "forgotten"
    # These are looked at with their answers, before they are asked.
    NEW = "new"


class Tally(NamedTuple):
    """How many cards were answered, and how many of them were right the first time."""

    cards: int
    right: int


class Practice:
    """The cards that are left, in their order; what was answered can be taken back."""

    def __init__(self, cards: Sequence[Card], wanted: Wanted) -> None:
        """Ask `cards` in their order."""
        self.wanted = wanted
        self._left = deque(cards)
        # None: nothing was answered, but something was decided of the card.
        self._steps: list[tuple[Card, bool | None]] = []

    @property
    def is_preview(self) -> bool:
        """Say whether cards are shown with their answers."""
        return self.wanted is Wanted.NEW

    @property
    def left(self) -> int:
        """How many cards are still to be answered."""
        return len(self._left)

    def next(self) -> Card | None:
        """Return the card that is asked now, or None at the end."""
        return self._left[0] if self._left else None

    def skip(self) -> None:
        """Pass over a card that cannot be asked."""
        self._left.popleft()

    def take(self, *, right: bool) -> None:
        """Take the answer to the card that is asked; a wrong one comes again at the end."""
        card = self._left.popleft()
        if not right:
            self._left.append(card)
        self._steps.append((card, right))

    def leave(self) -> None:
        """Leave the card that is asked without an answer."""
        self._steps.append((self._left.popleft(), None))

    @property
    def can_take_back(self) -> bool:
        """Say whether something was answered, or a card left."""
        return bool(self._steps)

    def take_back(self) -> None:
        """Ask the card that was answered or left last again."""
        card, right = self._steps.pop()
        if right is False:
            self._left.pop()
        self._left.appendleft(card)

    def tally(self) -> Tally:
        """Return how it went by now."""
        first: dict[str, bool] = {}
        for card, right in self._steps:
            if right is not None:
                first.setdefault(card.id, right)
        return Tally(len(first), sum(first.values()))


def shuffled(cards: Sequence[Card], salt: object) -> list[Card]:
    """Return cards in an order of their own, which is the same for the same salt."""
    return sorted(cards, key=lambda card: crc32(f"{salt} {card.id}".encode()))
