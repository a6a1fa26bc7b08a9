"""The student's progress: an append-only log, and a table of memories that follows from it.

One connection writes, on the caller's thread, and every `append` is on the disk when it returns.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from studyapp.domain.clock import Clock
from studyapp.domain.log import LAST_CLOCK, VERSION, LogEntry, NewEntry, next_clock
from studyapp.domain.messages import N_, Message, message
from studyapp.domain.schedule.memory import Change, Memory
from studyapp.errors import ProgressError
from studyapp.store import topic_sums
from studyapp.store.differing import differing
from studyapp.store.lines import CourseLines, Lines
from studyapp.store.log_rows import INSERT, to_row
from studyapp.store.memories import Memories
from studyapp.store.progress_errors import guarding
from studyapp.store.progress_file import (
    Place,
    check_file,
    connect,
    device_of,
    lock_file,
    look,
    remember_seen,
)
from studyapp.store.progress_reading import ProgressReading
from studyapp.store.replaying import Told, replay

if TYPE_CHECKING:
    from studyapp.domain.schedule.parameters import Parameters, Replayed
    from studyapp.domain.schedule.scheduling import Scheduler
    from studyapp.store.lines import Laid, Made
    from studyapp.store.study_sums import Counted
    from studyapp.store.topic_sums import TopicSums

# The state of the file in two numbers of SQLite's, and the last stamp in its log.
_UNKNOWN = (-1, -1, 0, 0)
# The last place in the log's order, and the number of a device's last entry.
_LAST = """SELECT (SELECT coalesce(max(clock), 0) FROM log WHERE clock < ?),
(SELECT coalesce(max(seq), 0) FROM log WHERE device = ?)"""
# Making the memories of so many entries anew takes less time than a person notices.
_FEW_ENTRIES = 4_000
# So many memories are written without anybody noticing, each to the table of cards as well.
_STEP = 200


def open_progress(
    path: Path,
    clock: Clock,
    machine: str,
    *,
    read_only: bool = False,
    wal: bool | None = None,
    patient: bool = True,
) -> Progress:
    """Open a progress file, making it if it is not there.

    ProgressError, in a sentence that names the file, if it is foreign, damaged, newer or cannot
    be used; BusyError if another window writes to it. Nothing is ever overwritten. `wal` says
    whether to keep a write-ahead log; None asks the disk. Who is not `patient` gets a file whose
    memories may be `behind`, where making them anew takes long.
    """
    with guarding(path), ExitStack() as held:
        check_file(path)
        lock = None if read_only else held.enter_context(closing(lock_file(path)))
        connection = connect(path, clock(), wal) if lock else look(path)
        held.enter_context(closing(connection))
        device = device_of(connection, path, machine, lock) if lock else ""
        progress = Progress(path, connection, clock, device)
        if patient or progress.is_quick:
            progress.catch_up()
        if lock:
            held.callback(remember_seen, lock, connection, device)
        progress.when_closed(held.pop_all())
    return progress


class Progress(ProgressReading):
    """One open progress file."""

    def __init__(
        self, path: Path, connection: sqlite3.Connection, clock: Clock, device: str
    ) -> None:
        """Write as `device`, or only read if that is ""; `open_progress` makes one."""
        super().__init__(path, connection, device)
        self._clock = clock
        self._held = ExitStack()
        self._memories = Memories(connection)
        self._place = Place(path)
        self._lines = Lines(path, connection, self._transaction, aside=not device)
        self._last = _UNKNOWN
        self._logged: list[LogEntry] = []
        self._changes: list[tuple[Change, ...]] = []

    @property
    def read_only(self) -> bool:
        """Say whether nothing can be kept."""
        return not self.device

    def append(self, *new: NewEntry) -> tuple[LogEntry, ...]:
        """Log entries and the memories that follow from them, in one durable transaction."""
        if self.read_only:
            raise ProgressError(
                N_("“{file}” is open for reading only; nothing was kept."), file=self.path
            )
        with guarding(self.path), self._transaction():
            self._place.check()
            entries = tuple(self._stamped(new))
            for entry in entries:
                self._connection.execute(INSERT, to_row(entry))
            was_behind = self._memories.behind
            changes = self._memories.learn(entries)
            if self._memories.behind and not was_behind and self.is_quick:
                replayed = replay(self._connection, self._memories.parameters)
                self._memories.write(replayed.memories.items())
                self._memories.finish(replayed)
            if entries:
                written = self._connection.total_changes
                self._last = self._last[0], written, entries[-1].clock, entries[-1].seq
        self._logged += entries
        self._changes += changes
        return entries

    @property
    def parameters(self) -> Parameters:
        """The parameters of the schedule that hold by the log."""
        with guarding(self.path):
            return self._memories.parameters

    @property
    def scheduler(self) -> Scheduler:
        """FSRS with the parameters that hold by the log."""
        with guarding(self.path):
            return self._memories.scheduler

    @property
    def logged(self) -> int:
        """How many entries were logged here since the file was opened."""
        return len(self._logged)

    def logged_after(self, count: int) -> Sequence[LogEntry]:
        """Return the entries that were logged here after the first `count` since it was opened."""
        return self._logged[count:]

    def changes_after(self, count: int) -> Sequence[tuple[Change, ...]]:
        """Return what each of those entries has changed in the memories."""
        return self._changes[count:]

    def lines(self, course: str, edition: str, made: Callable[[], Iterable[Made]]) -> CourseLines:
        """Return the lines of a course; `made` gives its cards, if this edition is a new one."""
        return self._lines.fit(course, edition, made)

    def kept_lines(self, course: str, edition: str) -> CourseLines | None:
        """Return the lines of a course if the file has them by its own table of memories."""
        return None if self._memories.is_aside else self._lines.kept(course, edition)

    def topic_sums(
        self, course: str, edition: str, made: Callable[[], dict[str, TopicSums]]
    ) -> dict[str, TopicSums]:
        """Return what an edition of a course has by topic; `made` counts it the first time."""
        with guarding(self.path):
            found = topic_sums.kept(self._connection, course, edition)
            if found is None:
                found = made()
                if not self.read_only:
                    with self._transaction():
                        topic_sums.keep(self._connection, course, edition, found)
            return found

    def has_lines(self, course: str, edition: str) -> bool:
        """Say whether the lines of an edition of a course need not be made first."""
        return self._lines.has(course, edition)

    def filling(
        self, course: str, edition: str, rows: Sequence[Laid]
    ) -> Generator[float, None, None]:
        """Take in the cards of an edition, as `store.lines.laid_out` gives them: step by step."""
        return self._lines.filling(course, edition, rows)

    def memory(self, card: str) -> Memory | None:
        """Return what is known of a card, or None if it was never met."""
        with guarding(self.path):
            return self._memories.of_one(card)

    def memories(self, cards: Sequence[str] | None = None) -> dict[str, Memory]:
        """Return what is known of some cards, or of all."""
        with guarding(self.path):
            return self._memories.of(cards)

    def counted(self, turnover_min: int, told: Told = lambda _share: None) -> Counted:
        """Return what was done by day, in every course, as the log stands."""
        # Here and below: no figure of the study is needed to start.
        from studyapp.store import study_sums

        with guarding(self.path):
            return study_sums.counted(self._connection, turnover_min, told)

    def keep_counted(self, found: Counted) -> None:
        """Keep what was counted, so that the next time only what is new is read."""
        if found.is_news and not self.read_only:
            from studyapp.store import study_sums

            with guarding(self.path), self._transaction():
                study_sums.keep(self._connection, found)

    @property
    def behind(self) -> bool:
        """Say whether the memories are not those that follow from the log as it stands."""
        with guarding(self.path):
            return self._memories.behind

    @property
    def is_quick(self) -> bool:
        """Say whether the memories can be made anew without anybody noticing."""
        return self._rows_logged() <= _FEW_ENTRIES

    def catch_up(self, told: Told = lambda _share: None) -> None:
        """Make the memories anew if they are behind."""
        with guarding(self.path):
            if self._memories.behind:
                replayed = replay(self._connection, self._memories.parameters, told)
                for _ in self.taking(replayed):
                    pass

    def taking(self, replayed: Replayed) -> Iterator[float]:
        """Take in memories that were replayed, and what was logged here since: a step at a time.

        Yields the share that is done. They are `behind` until all is done, and still if the
        parameters have changed meanwhile.
        """
        if self.read_only:
            self._memories.stand_aside()
        left, count = iter(replayed.memories.items()), len(replayed.memories)
        for at in range(0, count, _STEP):
            with guarding(self.path), self._transaction():
                self._memories.write(islice(left, _STEP))
            yield at / count
        with guarding(self.path), self._transaction():
            since = self._rows_logged() - replayed.logged
            self._memories.finish(replayed, self._logged[-since:] if since else ())

    def verify(self, told: Told = lambda _share: None) -> tuple[Message, ...]:
        """Return what is wrong with the file, each in a sentence: () if all is well."""
        faults = [] if self.integrity() else [message(N_("“{file}” is damaged."), file=self.path)]
        for key in self.damaged_entries():
            faults.append(
                message(N_("Entry {key} of “{file}” is damaged and not used."), **self._named(key))
            )
        with guarding(self.path):
            replayed = replay(self._connection, self._memories.parameters, told)
        if self.behind:
            # What is not up to date says nothing, and is made anew before it is used.
            for _ in self.taking(replayed):
                pass
        from studyapp.store import study_sums

        faults += [
            message(
                N_("What “{file}” says of the card {key} does not follow from its log."),
                **self._named(card),
            )
            for card in dict.fromkeys(
                (*differing(self.memories(), replayed.memories), *self._lines.wrong())
            )
        ]
        with guarding(self.path):
            for topic in topic_sums.wrong(self._connection):
                what = N_("What “{file}” says of the topic {key} does not follow from its cards.")
                faults.append(message(what, **self._named(topic)))
            if study_sums.is_wrong(self._connection):
                what = N_("What “{file}” says of your days of study does not follow from its log.")
                faults.append(message(what, file=self.path))
        return tuple(faults)

    def close(self) -> None:
        """Close the file and let others write to it."""
        self._held.close()

    def when_closed(self, held: ExitStack) -> None:
        """Give back what the file holds when it is closed."""
        self._held = held

    def _rows_logged(self) -> int:
        with guarding(self.path):
            rows = self._connection.execute("SELECT value FROM meta WHERE key = 'logged'")
            return sum(int(value) for (value,) in rows)

    def _named(self, key: str) -> dict[str, object]:
        return {"file": self.path, "key": key}

    def _stamped(self, new: Sequence[NewEntry]) -> Iterator[LogEntry]:
        """Yield entries with their place in the log; within a transaction, so nobody is between."""
        now = self._clock()
        clock, seq = self._last_stamp()
        for each in new:
            clock, seq = next_clock(clock, now.ms), seq + 1
            yield LogEntry(
                self.device,
                seq,
                clock,
                now.ms,
                now.offset_min,
                each.type,
                VERSION,
                each.subject,
                each.rating,
                each.grade,
                each.duration_ms,
                each.payload,
            )

    def _last_stamp(self) -> tuple[int, int]:
        """Return the last place in the log's order, and the number of this device's last entry.

        It is remembered as long as nothing was written since, here or by another program.
        """
        # What others write changes the one number, what this connection does the other.
        [(version,)] = self._connection.execute("PRAGMA data_version")
        written = self._connection.total_changes
        if self._last[:2] != (version, written):
            [stamp] = self._connection.execute(_LAST, (LAST_CLOCK, self.device))
            self._last = version, written, *stamp
        return self._last[2:]

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        # Where only a temporary table is written to, the file needs no lock.
        self._connection.execute("BEGIN" if self.read_only else "BEGIN IMMEDIATE")
        try:
            yield
            self._connection.execute("COMMIT")
        except BaseException:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
            self._last = _UNKNOWN
            self._memories.look_again()
            raise
