"""What is known of how well a card is remembered; `scheduling` says how a review changes it.

Kept apart from the scheduler, whose library takes 25 ms to import.
"""

from enum import IntEnum
from typing import NamedTuple

DAY_MS = 86_400_000
_REVIEW = 2


class Rating(IntEnum):
    """The student's button, with FSRS's own numbers."""

    AGAIN = 1
    HARD = 2
    GOOD = 3
    EASY = 4


class Memory(NamedTuple):
    """What FSRS knows of one card. `phase`: 1 learning, 2 review, 3 relearning.

    `stability` is in days, `difficulty` runs from 1 to 10; times are UTC milliseconds. `due_ms`
    may stand earlier than FSRS set it, when a mistake on the board called the card in; a card
    that was called in before it was ever answered has no `last_ms`.
    """

    phase: int
    step: int | None
    stability: float | None
    difficulty: float | None
    due_ms: int
    last_ms: int | None


class Change(NamedTuple):
    """What an entry of the log made of what is known of a card."""

    card: str
    before: Memory | None
    after: Memory | None


def called_in(memory: Memory | None, at_ms: int) -> Memory:
    """Return the memory of a card that a mistake makes due now; what FSRS knows stays as it is."""
    if memory is None:
        return Memory(1, 0, None, None, at_ms, None)
    return memory._replace(due_ms=min(memory.due_ms, at_ms))


def is_learned(memory: Memory) -> bool:
    """Say whether a card has left its first minutes."""
    return memory.phase == _REVIEW


def is_recalled(memory: Memory, now_ms: int, day_end_ms: int) -> bool:
    """Say whether a card is known today: learned, and not due."""
    return memory.phase == _REVIEW and not is_due(memory, now_ms, day_end_ms)


def asked_ms(memory: Memory, day_end_ms: int) -> int:
    """Return when a card that is not due today is asked: one that was learned as its day begins."""
    if memory.phase != _REVIEW:
        return memory.due_ms
    return day_end_ms + max(0, memory.due_ms - day_end_ms) // DAY_MS * DAY_MS


def is_due(memory: Memory, now_ms: int, day_end_ms: int) -> bool:
    """Say whether a card is to be asked: one that was learned all day long, others at their minute.

    So is one that claims to have been answered tomorrow.
    """
    from_ms = day_end_ms - 1 if memory.phase == _REVIEW else now_ms
    return memory.due_ms <= max(now_ms, from_ms) or (memory.last_ms or 0) > now_ms + DAY_MS
