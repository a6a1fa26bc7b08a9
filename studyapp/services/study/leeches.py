"""Which cards of a student will not stay, and what was told of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import NamedTuple

from studyapp.domain.log import LogEntry, NewEntry, standing
from studyapp.domain.schedule.leeches import (
    FIRST,
    LEECH,
    is_worth_telling,
    last_told,
    times_forgotten,
)
from studyapp.store.progress import Progress

# The answers to so many cards are read at once.
_SOME = 50


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

    def every(self, told: Callable[[float], object] = lambda _share: None) -> frozenset[str]:
        """Return all cards that were forgotten so often; `told` hears how far it is."""
        often = sorted(self._progress.often_failed(FIRST))
        found: set[str] = set()
        for at in range(0, len(often), _SOME):
            told(at / len(often))
            by_card: dict[str, list[LogEntry]] = defaultdict(list)
            for entry in standing(self._entries(often[at : at + _SOME])):
                by_card[entry.subject].append(entry)
            found |= {card for card, held in by_card.items() if self._times(held) >= FIRST}
        return frozenset(found)

    def news(self, card: str) -> Leech | None:
        """Return a card that has just become worth a word; it is told once for each count."""
        count = self._count(card)
        if self._progress.read_only or not is_worth_telling(count):
            return None
        if last_told(self._entries((card,))) >= count:
            return None
        self._progress.append(NewEntry(LEECH, card, {"count": count}))
        return Leech(card, count)

    def _count(self, card: str) -> int:
        # Most cards were never wrong so often, and that is told at once.
        if card not in self._progress.often_failed(FIRST, card):
            return 0
        return self._times(self._entries((card,)))

    def _times(self, entries: Sequence[LogEntry]) -> int:
        # Hardly a card gets so far, and what forgets like the scheduler comes with the first.
        from studyapp.domain.schedule.forgetting import Forgetting

        weights, retention = self._progress.parameters
        return times_forgotten(entries, Forgetting(weights, retention))

    def _entries(self, cards: Sequence[str]) -> tuple[LogEntry, ...]:
        # By subject alone: there are few entries of a card, and very many of a type.
        about = self._progress.entries((), cards)
        keys = tuple(entry.key for entry in about)
        return (*about, *(self._progress.entries((), keys) if keys else ()))
