"""Leeches: cards that are forgotten again and again, and when that is worth a word.

How often is a function of the log, so that undo and another computer change nothing of it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from studyapp.domain.log import FINDING, REVIEW, LogEntry, standing
from studyapp.domain.schedule.memory import Memory, Rating, called_in, is_learned

if TYPE_CHECKING:
    from studyapp.domain.schedule.forgetting import Forgetting

# Says that the student was told so often, so that they are not told it twice.
LEECH = "leech"
# Told when a card was forgotten so many times, and every so many times after that.
FIRST, EVERY = 6, 3
REST_DAYS = 14
_RATINGS = frozenset(Rating)


def times_forgotten(entries: Iterable[LogEntry], forgetting: Forgetting) -> int:
    """Return how often a card was rated Again once it was learned, by its entries in order."""
    count, memory = 0, None
    for entry in standing(entries):
        count += _forgets(entry, memory)
        if entry.type == FINDING:
            memory = called_in(memory, entry.at_ms)
        elif entry.type == REVIEW and entry.rating in _RATINGS:
            memory = forgetting.review(memory, entry.rating, entry.at_ms)
    return count


def is_worth_telling(count: int) -> bool:
    """Say whether a card that was forgotten so often is spoken of."""
    return count >= FIRST and (count - FIRST) % EVERY == 0


def last_told(entries: Iterable[LogEntry]) -> int:
    """Return the highest count that the student was told of a card, by its entries."""
    told = (entry.payload.get("count") for entry in standing(entries) if entry.type == LEECH)
    return max((count for count in told if type(count) is int), default=0)


def _forgets(entry: LogEntry, memory: Memory | None) -> bool:
    is_again = entry.type == REVIEW and entry.rating == Rating.AGAIN
    return is_again and memory is not None and is_learned(memory)
