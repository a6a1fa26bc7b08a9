"""What is known of each card: a table that follows from the log and can be made anew from it.

It is brought up to date in the transaction that logs, by the entry as it was stamped, so that it
is what replaying the log gives. `logged` counts the rows the log ever got (a trigger counts, so
entries that another program or a merge added are seen). `remembered` says how many of them are in
the table, by which rules and with which parameters.
"""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from studyapp.domain.log import FINDING, RETRACT, REVIEW, VERSION, LogEntry, standing
from studyapp.domain.schedule.memory import Change, Memory, called_in
from studyapp.domain.schedule.parameters import PARAMETERS, Parameters, Replayed
from studyapp.domain.schedule.plan import PLAN
from studyapp.store.log_rows import read_entries
from studyapp.store.replaying import parameters_in, replay

if TYPE_CHECKING:
    from studyapp.domain.schedule.scheduling import Scheduler

# Goes up whenever the same log gives other memories than before.
RULES = 1
# Above so many cards, reading the whole table is quicker than asking for each.
_FEW = 500
_SETTINGS = (PLAN, PARAMETERS)
_QUERY = "SELECT card, phase, step, stability, difficulty, due_ms, last_ms FROM memory"
_OF_ONE = f"{_QUERY} WHERE card = ?"
_TEMPORARY = """CREATE TEMP TABLE IF NOT EXISTS memory (
  card TEXT PRIMARY KEY, phase INTEGER NOT NULL, step INTEGER, stability REAL, difficulty REAL,
  due_ms INTEGER NOT NULL, last_ms INTEGER
) STRICT, WITHOUT ROWID"""
_INSERT = "INSERT OR REPLACE INTO memory VALUES (?, ?, ?, ?, ?, ?, ?)"


class Memories:
    """The table of memories in one progress file."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Read and write by a connection whose transactions are the caller's."""
        self._connection = connection
        # Whether the table does not follow from the log and the parameters; None: to be seen.
        self._behind: bool | None = None
        # Whether it is another one than the file's.
        self.is_aside = False

    @cached_property
    def parameters(self) -> Parameters:
        """The parameters that hold, by the log."""
        return parameters_in(self._connection)

    @cached_property
    def scheduler(self) -> Scheduler:
        """FSRS with the parameters that hold."""
        # fsrs takes 25 ms to import: only who answers a card needs it.
        from studyapp.domain.schedule.scheduling import Scheduler

        return Scheduler(self.parameters.retention, self.parameters.weights)

    @property
    def behind(self) -> bool:
        """Say whether the table is not what follows from the log."""
        if self._behind is None:
            [(logged,)] = self._connection.execute(f"SELECT {self._stamp}")
            rows = self._connection.execute("SELECT value FROM meta WHERE key = 'remembered'")
            self._behind = rows.fetchall() != [(logged,)]
        return self._behind

    def of(self, cards: Sequence[str] | None = None) -> dict[str, Memory]:
        """Return what is known of some cards, or of all."""
        few = cards is not None and len(cards) < _FEW
        wanted = f" WHERE card IN ({', '.join('?' * len(cards))})" if few and cards else ""
        rows = self._connection.execute(_QUERY + wanted, tuple(cards or ()) if few else ())
        known = {row[0]: Memory(*row[1:]) for row in rows}
        if cards is None:
            return known
        return {card: known[card] for card in cards if card in known}

    def of_one(self, card: str) -> Memory | None:
        """Return what is known of a card, or None if it was never met."""
        row = self._connection.execute(_OF_ONE, (card,)).fetchone()
        return Memory(*row[1:]) if row else None

    def learn(self, entries: Iterable[LogEntry]) -> list[tuple[Change, ...]]:
        """Take in entries that were just logged, newest last; return what each has changed.

        After one that changes the parameters the table is behind, and says so until it is made
        anew.
        """
        was_behind, changes = self.behind, []
        for entry in entries:
            if self._sets_parameters(entry):
                was_behind |= self._read_parameters()
            changes.append(tuple(self._learned(entry)))
        self._behind = was_behind
        if not was_behind:
            self._remember()
        return changes

    def write(self, memories: Iterable[tuple[str, Memory]]) -> None:
        """Put replayed memories into the table; until `finish` says so it stays behind."""
        self._behind = True
        rows = ((card, *memory) for card, memory in memories)
        self._connection.executemany(_INSERT, rows)

    def finish(self, replayed: Replayed, later: Iterable[LogEntry] = ()) -> None:
        """Have the table be what a replay gave and what was logged since, once all is written.

        If the parameters are others by now, it stays behind.
        """
        [(count,)] = self._connection.execute("SELECT count(*) FROM memory")
        if count > len(replayed.memories):
            for card in self.of().keys() - replayed.memories.keys():
                self._keep(card, None)
        for card in {card for entry in later for card in self._cards_of(entry)}:
            self._keep(card, self._replayed(card))
        self._behind = replayed.parameters != self.parameters
        if not self._behind and not self.is_aside:
            self._remember()

    def stand_aside(self) -> None:
        """Leave the file's table as it is, and read and write another one from now on."""
        # A temporary table hides the one of the file.
        self.is_aside = True
        self._connection.execute(_TEMPORARY)

    def look_again(self) -> None:
        """Forget what was read of the log, as after a transaction that came to nothing."""
        self._behind = None
        self._forget_parameters()

    def from_log(self) -> dict[str, Memory]:
        """Return the memories that follow from the log, whatever stands in the table."""
        return replay(self._connection, self.parameters).memories

    def _sets_parameters(self, entry: LogEntry) -> bool:
        if entry.type == RETRACT:
            taken_back = read_entries(self._connection, keys=(entry.subject,))
            return any(each.type in _SETTINGS for each in taken_back)
        return entry.type in _SETTINGS

    def _read_parameters(self) -> bool:
        """Read the parameters anew and say whether they are others than before."""
        before = self.parameters
        self._forget_parameters()
        return self.parameters != before

    def _forget_parameters(self) -> None:
        for name in ("parameters", "scheduler", "_mark"):
            self.__dict__.pop(name, None)

    def _learned(self, entry: LogEntry) -> Iterator[Change]:
        for card in self._cards_of(entry):
            known = self.of_one(card)
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
        from studyapp.domain.schedule.scheduling import after

        return after(memory, entry, self.scheduler)

    def _keep(self, card: str, memory: Memory | None) -> None:
        if memory is None:
            self._connection.execute("DELETE FROM memory WHERE card = ?", (card,))
        else:
            self._connection.execute(_INSERT, (card, *memory))

    @property
    def _stamp(self) -> str:
        """The SQL for what `remembered` says of a table that follows from the log."""
        return f"('{RULES}{self._mark} ' || (SELECT value FROM meta WHERE key = 'logged'))"

    @cached_property
    def _mark(self) -> str:
        """What tells parameters apart."""
        # With the usual ones it is what older programs write, so that neither makes the other's
        # table anew.
        usual = self.parameters == Parameters()
        return "" if usual else f" {zlib.crc32(repr(self.parameters).encode()):08x}"

    def _remember(self) -> None:
        # Putting in another row would write both.
        is_told = self._connection.execute(
            f"UPDATE meta SET value = {self._stamp} WHERE key = 'remembered'"
        )
        if not is_told.rowcount:
            self._connection.execute(f"INSERT INTO meta SELECT 'remembered', {self._stamp}")
