"""What is known of each card: a table that follows from the log and can be made anew from it.

It is brought up to date in the transaction that logs, by the entry as it was stamped, so that it
is what replaying the log gives. `logged` counts the rows the log ever got (a trigger counts, so
entries that another program or a merge added are seen), `remembered` those that are in the table.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from studyapp.domain.log import FINDING, RETRACT, REVIEW, VERSION, LogEntry, standing
from studyapp.domain.memory import Change, Memory, called_in
from studyapp.store.log_rows import read_entries

if TYPE_CHECKING:
    from studyapp.domain.scheduling import Scheduler

# Goes up whenever the same log gives other memories than before.
RULES = 1
# Above so many cards, reading the whole table is quicker than asking for each.
_FEW = 500
_QUERY = "SELECT card, phase, step, stability, difficulty, due_ms, last_ms FROM memory"
_STAMP = f"SELECT '{RULES} ' || value FROM meta WHERE key = 'logged'"
_TEMPORARY = """CREATE TEMP TABLE memory (
  card TEXT PRIMARY KEY, phase INTEGER NOT NULL, step INTEGER, stability REAL, difficulty REAL,
  due_ms INTEGER NOT NULL, last_ms INTEGER
) STRICT, WITHOUT ROWID"""


class Memories:
    """The table of memories in one progress file."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Read and write by a connection whose transactions are the caller's."""
        self._connection = connection

    def of(self, cards: Sequence[str] | None = None) -> dict[str, Memory]:
        """Return what is known of some cards, or of all."""
        few = cards is not None and len(cards) < _FEW
        wanted = f" WHERE card IN ({', '.join('?' * len(cards))})" if few and cards else ""
        rows = self._connection.execute(_QUERY + wanted, tuple(cards or ()) if few else ())
        known = {row[0]: Memory(*row[1:]) for row in rows}
        if cards is None:
            return known
        return {card: known[card] for card in cards if card in known}

    def learn(self, entries: Iterable[LogEntry]) -> list[tuple[Change, ...]]:
        """Take in entries that were just logged, newest last; return what each has changed."""
        changes = [tuple(self._learned(entry)) for entry in entries]
        self._stamp()
        return changes

    @property
    def stale(self) -> bool:
        """Say whether the table is not what follows from the log."""
        [(logged,)] = self._connection.execute(_STAMP)
        rows = self._connection.execute("SELECT value FROM meta WHERE key = 'remembered'")
        return rows.fetchall() != [(logged,)]

    def rebuild(self) -> None:
        """Make the table anew from the log."""
        self._connection.execute("DELETE FROM memory")
        for card, memory in self.from_log().items():
            self._keep(card, memory)
        self._stamp()

    def rebuild_aside(self) -> None:
        """Make the table anew where the file itself must not be written to."""
        memories = self.from_log()
        # A temporary table hides the one of the file from then on.
        self._connection.execute(_TEMPORARY)
        for card, memory in memories.items():
            self._keep(card, memory)

    def from_log(self) -> dict[str, Memory]:
        """Return the memories that follow from the log, whatever stands in the table."""
        memories: dict[str, Memory] = {}
        for entry in standing(read_entries(self._connection, (REVIEW, FINDING, RETRACT))):
            for card in self._cards_of(entry):
                known = self._after(memories.get(card), entry)
                if known:
                    memories[card] = known
        return memories

    def _learned(self, entry: LogEntry) -> Iterator[Change]:
        for card in self._cards_of(entry):
            known = self.of((card,)).get(card)
            taken_back = entry.type == RETRACT
            after = self._replayed(card) if taken_back else self._after(known, entry)
            self._keep(card, after)
            yield Change(card, known, after)

    def _cards_of(self, entry: LogEntry) -> Iterator[str]:
        """Yield the cards that an entry changes: none, if a newer program means more by it."""
        if entry.version <= VERSION and entry.type in (REVIEW, FINDING) and "#" in entry.subject:
            yield entry.subject
        elif entry.type == RETRACT:
            for taken_back in read_entries(self._connection, keys=(entry.subject,)):
                if taken_back.type != RETRACT:
                    yield from self._cards_of(taken_back)

    def _replayed(self, card: str) -> Memory | None:
        memory = None
        about = read_entries(self._connection, (REVIEW, FINDING), (card,))
        keys = tuple(entry.key for entry in about)
        for entry in standing((*about, *read_entries(self._connection, (RETRACT,), keys))):
            if entry.version <= VERSION:
                memory = self._after(memory, entry)
        return memory

    def _after(self, memory: Memory | None, entry: LogEntry) -> Memory | None:
        if entry.type == FINDING:
            return called_in(memory, entry.at_ms)
        from studyapp.domain.scheduling import after

        return after(memory, entry, self._scheduler)

    @cached_property
    def _scheduler(self) -> Scheduler:
        # fsrs takes 25 ms to import: only who answers a card needs it.
        from studyapp.domain.scheduling import Scheduler

        return Scheduler()

    def _keep(self, card: str, memory: Memory | None) -> None:
        if memory is None:
            self._connection.execute("DELETE FROM memory WHERE card = ?", (card,))
            return
        values = (card, *memory)
        self._connection.execute("REPLACE INTO memory VALUES (?, ?, ?, ?, ?, ?, ?)", values)

    def _stamp(self) -> None:
        self._connection.execute(f"INSERT OR REPLACE INTO meta SELECT 'remembered', ({_STAMP})")
