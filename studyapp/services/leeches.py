"""Which cards of a student will not stay, and what was told of them."""

from __future__ import annotations

from typing import NamedTuple

from studyapp.domain.leeches import FIRST, LEECH, is_worth_telling, last_told, times_forgotten
from studyapp.domain.log import FINDING, RETRACT, REVIEW, LogEntry, NewEntry
from studyapp.store.progress import Progress


class Leech(NamedTuple):
    """A card that was forgotten so many times."""

    card: str
    times: int


class Leeches:
    """Counts by the log, and keeps there what was told."""

    def __init__(self, progress: Progress) -> None:
        """Count in `progress`."""
        self._progress = progress

    def is_leech(self, card: str) -> bool:
        """Say whether a card was forgotten so often that it was worth a word."""
        return self._count(card) >= FIRST

    def news(self, card: str) -> Leech | None:
        """Return a card that has just become worth a word; it is told once for each count."""
        count = self._count(card)
        if self._progress.read_only or not is_worth_telling(count):
            return None
        if last_told(self._entries(LEECH, card)) >= count:
            return None
        self._progress.append(NewEntry(LEECH, card, {"count": count}))
        return Leech(card, count)

    def _count(self, card: str) -> int:
        # Most cards were never wrong so often, and that is told at once.
        if card not in self._progress.often_failed(FIRST, card):
            return 0
        return times_forgotten(self._entries(REVIEW, card), self._progress.scheduler)

    def _entries(self, type: str, card: str) -> tuple[LogEntry, ...]:
        about = self._progress.entries((type, FINDING), (card,))
        return (*about, *self._progress.entries((RETRACT,), tuple(each.key for each in about)))
