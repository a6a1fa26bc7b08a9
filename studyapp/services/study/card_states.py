"""What the student has decided about cards: suspended, buried until tomorrow, flagged.

Each is a log entry, and the last one that stands is what holds.
"""

from __future__ import annotations

from collections.abc import Iterable

from studyapp.domain.log import RETRACT, LogEntry, NewEntry, standing
from studyapp.domain.schedule.memory import DAY_MS
from studyapp.store.progress import Progress

SUSPEND, BURY, FLAG = "suspend", "bury", "flag"
_TYPES = (SUSPEND, BURY, FLAG)


class CardStates:
    """The decisions of one student, in every course."""

    def __init__(self, progress: Progress) -> None:
        """Read them from `progress`, and keep them there."""
        self._progress = progress
        self.refresh()

    def refresh(self) -> None:
        """Read the decisions anew, as after one was taken back."""
        self.suspended: set[str] = set()
        self.flagged: set[str] = set()
        self._buried_at: dict[str, int] = {}
        self._rests_until: dict[str, int] = {}
        for entry in standing(self._progress.entries((*_TYPES, RETRACT))):
            self._take(entry)

    def decide(self, kind: str, cards: Iterable[str], *, on: bool) -> tuple[LogEntry, ...]:
        """Decide the same of some cards: to `SUSPEND`, `BURY` or `FLAG` them, or not to."""
        return self._keep(kind, cards, on)

    def suspend(self, cards: Iterable[str], on: bool = True) -> tuple[LogEntry, ...]:
        """Ask some cards no more, or ask them again."""
        return self._keep(SUSPEND, cards, on)

    def bury(self, card: str) -> tuple[LogEntry, ...]:
        """Ask a card no more today."""
        return self._keep(BURY, (card,), on=True)

    def rest(self, card: str, until_ms: int) -> tuple[LogEntry, ...]:
        """Ask a card no more until a day begins; programs that do not know this, until tomorrow."""
        return self._log(NewEntry(BURY, card, {"on": True, "until": until_ms}))

    def flag(self, card: str, on: bool = True) -> tuple[LogEntry, ...]:
        """Mark a card for later, or take the mark off."""
        return self._keep(FLAG, (card,), on)

    def bring_back(self, cards: Iterable[str]) -> tuple[LogEntry, ...]:
        """Ask some cards again, whether they were suspended or buried."""
        wanted = tuple(cards)
        suspended = self._keep(SUSPEND, (each for each in wanted if each in self.suspended), False)
        buried = self._keep(BURY, (each for each in wanted if each in self._buried_at), False)
        return (*suspended, *buried)

    def is_set_aside(self, card: str, since_ms: int) -> bool:
        """Say whether a card is suspended, or was buried since the day began."""
        return card in self.suspended or self.is_buried(card, since_ms)

    def is_buried(self, card: str, since_ms: int) -> bool:
        """Say whether a card was buried since the day began, or before and for longer.

        What claims to have been buried later than tomorrow was so by a wrong clock.
        """
        at_ms = self._buried_at.get(card, -1)
        rests = since_ms < self._rests_until.get(card, -1)
        return (rests or since_ms <= at_ms) and at_ms < since_ms + 2 * DAY_MS

    def buried_since(self, since_ms: int) -> set[str]:
        """Return the cards that were buried since the day began."""
        return {card for card in self._buried_at if self.is_buried(card, since_ms)}

    def set_aside(self, since_ms: int) -> frozenset[str]:
        """Return every card that is suspended, or was buried since the day began."""
        buried = (card for card in self._buried_at if self.is_set_aside(card, since_ms))
        return frozenset((*self.suspended, *buried))

    def _keep(self, kind: str, cards: Iterable[str], on: bool) -> tuple[LogEntry, ...]:
        return self._log(*(NewEntry(kind, card, {"on": on}) for card in cards))

    def _log(self, *new: NewEntry) -> tuple[LogEntry, ...]:
        entries = self._progress.append(*new) if new else ()
        for entry in entries:
            self._take(entry)
        return entries

    def _take(self, entry: LogEntry) -> None:
        on = entry.payload.get("on") is True
        if entry.type == BURY:
            until = entry.payload.get("until") if on else None
            self._rests_until[entry.subject] = until if type(until) is int else -1
        if entry.type == BURY and on:
            self._buried_at[entry.subject] = entry.at_ms
        elif entry.type == BURY:
            self._buried_at.pop(entry.subject, None)
        else:
            marked = self.suspended if entry.type == SUSPEND else self.flagged
            (marked.add if on else marked.discard)(entry.subject)
