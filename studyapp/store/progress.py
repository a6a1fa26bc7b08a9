"""The student's progress: an append-only log, and a table of memories that follows from it.

One connection writes, on the caller's thread, and every `append` is on the disk when it returns.
"""

import secrets
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from studyapp.domain.log import Clock, LogEntry, Moment, NewEntry, next_clock
from studyapp.domain.memory import Memory
from studyapp.domain.messages import N_
from studyapp.errors import BusyError, ProgressError
from studyapp.store import migrations
from studyapp.store.disks import on_network
from studyapp.store.log_rows import COLUMNS, INSERT, from_row, to_row

_ENTRY_VERSION = 1


def open_progress(path: Path, clock: Clock, machine: str, *, read_only: bool = False) -> "Progress":
    """Open a progress file, making it if it is not there.

    ProgressError, in a sentence that names the file, if it is foreign, damaged, newer or cannot
    be used; BusyError if another window writes to it. Nothing is ever overwritten.
    """
    with guarding(path):
        _check_file(path)
        lock = None if read_only else _lock(path)
        try:
            connection = _look(path) if read_only else _connect(path)
            return Progress(path, connection, clock, lock, _device(connection, path, machine, lock))
        except BaseException:
            if lock is not None:
                lock.close()
            raise


class Progress:
    """One open progress file."""

    def __init__(
        self,
        path: Path,
        connection: sqlite3.Connection,
        clock: Clock,
        lock: sqlite3.Connection | None,
        device: str,
    ) -> None:
        """Write as `device`; `open_progress` makes one."""
        self.path, self.device = path, device
        self._connection, self._clock, self._lock = connection, clock, lock
        [(self._last_clock,)] = connection.execute("SELECT coalesce(max(clock), 0) FROM log")
        [(self._last_seq,)] = connection.execute(
            "SELECT coalesce(max(seq), 0) FROM log WHERE device = ?", (device,)
        )

    @property
    def read_only(self) -> bool:
        """Say whether nothing can be kept."""
        return self._lock is None

    def now(self) -> Moment:
        """Return the time by the clock that stamps the entries."""
        return self._clock()

    def append(
        self, *new: NewEntry, memories: Mapping[str, Memory | None] | None = None
    ) -> tuple[LogEntry, ...]:
        """Log entries and the memories that follow from them, in one durable transaction."""
        if self.read_only:
            raise ProgressError(
                N_("“{file}” is open for reading only; nothing was kept."), file=self.path
            )
        entries = self._stamped(new)
        with guarding(self.path), self._transaction():
            self._connection.executemany(INSERT, map(to_row, entries))
            self._keep_memories(memories or {})
        if entries:
            self._last_clock, self._last_seq = entries[-1].clock, entries[-1].seq
        return entries

    def entries(
        self, types: Sequence[str] = (), subjects: Sequence[str] = ()
    ) -> tuple[LogEntry, ...]:
        """Return the sound entries of some types and subjects (all, if none are named), in order.

        A row whose checksum does not hold is left out here and named by `damaged_entries`.
        """
        conditions = [
            f"{column} IN ({', '.join('?' * len(values))})"
            for column, values in (("type", types), ("subject", subjects))
            if values
        ]
        where = f" WHERE {' AND '.join(conditions)}" if conditions else ""
        with guarding(self.path):
            rows = self._connection.execute(
                f"SELECT {COLUMNS} FROM log{where} ORDER BY clock, device, seq",
                (*types, *subjects),
            ).fetchall()
        return tuple(entry for entry in map(from_row, rows) if entry)

    def damaged_entries(self) -> tuple[str, ...]:
        """Return the keys (`device:seq`) of the rows whose checksum does not hold."""
        with guarding(self.path):
            rows = self._connection.execute(f"SELECT {COLUMNS} FROM log").fetchall()
        return tuple(f"{row[0]}:{row[1]}" for row in rows if from_row(row) is None)

    def memory(self, card: str) -> Memory | None:
        """Return what is known of a card, or None if it was never met."""
        return self.memories((card,)).get(card)

    def memories(self, cards: Sequence[str] | None = None) -> dict[str, Memory]:
        """Return what is known of some cards, or of all."""
        query = "SELECT card, phase, step, stability, difficulty, due_ms, last_ms FROM memory"
        with guarding(self.path):
            if cards is None:
                rows = self._connection.execute(query).fetchall()
            else:
                rows = [
                    row
                    for card in cards
                    for row in self._connection.execute(f"{query} WHERE card = ?", (card,))
                ]
        return {card: Memory(*fields) for card, *fields in rows}

    def first_reviews_since(self, at_ms: int) -> int:
        """Return how many cards were answered for the first time at or after a moment."""
        with guarding(self.path):
            [(count,)] = self._connection.execute(
                "SELECT count(*) FROM (SELECT min(at_ms) AS first FROM log"
                " WHERE type = 'review' GROUP BY subject) WHERE first >= ?",
                (at_ms,),
            )
        return int(count)

    def replace_memories(self, memories: Mapping[str, Memory]) -> None:
        """Put a table of memories in place of the one that is there."""
        with guarding(self.path), self._transaction():
            self._connection.execute("DELETE FROM memory")
            self._keep_memories(memories)

    def integrity(self) -> bool:
        """Say whether SQLite finds the file sound."""
        with guarding(self.path):
            return self._connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]

    def close(self) -> None:
        """Close the file and let others write to it."""
        self._connection.close()
        if self._lock is not None:
            self._lock.close()

    def _stamped(self, new: Sequence[NewEntry]) -> tuple[LogEntry, ...]:
        now, clock = self._clock(), self._last_clock
        entries: list[LogEntry] = []
        for number, each in enumerate(new, self._last_seq + 1):
            clock = next_clock(clock, now.ms)
            entries.append(
                LogEntry(
                    self.device,
                    number,
                    clock,
                    now.ms,
                    now.offset_min,
                    each.type,
                    _ENTRY_VERSION,
                    each.subject,
                    each.rating,
                    each.grade,
                    each.duration_ms,
                    each.payload,
                )
            )
        return tuple(entries)

    def _keep_memories(self, memories: Mapping[str, Memory | None]) -> None:
        for card, memory in memories.items():
            if memory is None:
                self._connection.execute("DELETE FROM memory WHERE card = ?", (card,))
            else:
                self._connection.execute(
                    "INSERT OR REPLACE INTO memory VALUES (?, ?, ?, ?, ?, ?, ?)", (card, *memory)
                )

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            self._connection.execute("COMMIT")
        except BaseException:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
            raise


@contextmanager
def guarding(path: Path) -> Iterator[None]:
    """Turn what SQLite or the system says of a progress file into one sentence that names it."""
    try:
        yield
    except sqlite3.Error as error:
        raise ProgressError(_SENTENCES.get(_code(error), _DAMAGED), file=path) from error
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise ProgressError(
            N_("Your progress cannot be kept in “{file}”: {reason}."), file=path, reason=reason
        ) from error


_DAMAGED = N_(
    "The progress file “{file}” is damaged. It was left as it is; put a copy of it in its place."
)
_SENTENCES = {
    sqlite3.SQLITE_FULL: N_("The disk is full: nothing more can be kept in “{file}”."),
    sqlite3.SQLITE_READONLY: N_("The progress file “{file}” may not be written to."),
    sqlite3.SQLITE_CANTOPEN: N_("The progress file “{file}” cannot be opened."),
    sqlite3.SQLITE_PERM: N_("The progress file “{file}” may not be read."),
    sqlite3.SQLITE_IOERR: N_("The disk failed with “{file}”; the last step was not kept."),
    sqlite3.SQLITE_BUSY: N_("Another program is using “{file}”."),
    sqlite3.SQLITE_LOCKED: N_("Another program is using “{file}”."),
}


def _code(error: sqlite3.Error) -> int:
    """Return SQLite's primary result code, or -1 where the module raised the error itself."""
    return getattr(error, "sqlite_errorcode", -1) & 0xFF


def _check_file(path: Path) -> None:
    if path.is_dir():
        raise ProgressError(N_("“{file}” is a folder, not a progress file."), file=path)
    if path.exists() and path.stat().st_size:
        with path.open("rb") as file:
            if not file.read(16).startswith(b"SQLite format 3\0"):
                raise ProgressError(N_("“{file}” is not a progress file."), file=path)
    else:
        path.parent.mkdir(parents=True, exist_ok=True)


def _lock(path: Path) -> sqlite3.Connection:
    """Take the file for this window; the system gives it back even if the program dies.

    The lock is an open transaction on an empty database beside the file, which leaves locking on
    each platform to SQLite and the progress file itself free to be read.
    """
    lock = sqlite3.connect(f"{path}.lock", isolation_level=None, timeout=0)
    try:
        lock.execute("BEGIN EXCLUSIVE")
    except sqlite3.OperationalError as error:
        lock.close()
        if _code(error) != sqlite3.SQLITE_BUSY:
            raise
        raise BusyError(
            N_(
                "StudyApp is already open with your progress; "
                "nothing you do in this window is kept."
            )
        ) from error
    return lock


def _connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        version = _checked_version(connection, path)
        journal = "DELETE" if on_network(path.parent) else "WAL"
        connection.execute(f"PRAGMA journal_mode = {journal}")
        connection.execute("PRAGMA synchronous = FULL")
        if version < migrations.VERSION:
            migrations.migrate(connection, path, version)
    except BaseException:
        connection.close()
        raise
    return connection


def _look(path: Path) -> sqlite3.Connection:
    if not path.exists():
        raise ProgressError(N_("There is no progress file “{file}” yet."), file=path)
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
    try:
        _checked_version(connection, path)
    except BaseException:
        connection.close()
        raise
    return connection


def _checked_version(connection: sqlite3.Connection, path: Path) -> int:
    [(application,)] = connection.execute("PRAGMA application_id")
    [(version,)] = connection.execute("PRAGMA user_version")
    [(tables,)] = connection.execute("SELECT count(*) FROM sqlite_schema")
    if application != migrations.APPLICATION_ID and (application or tables):
        raise ProgressError(N_("“{file}” is not a progress file."), file=path)
    if version > migrations.VERSION:
        raise ProgressError(
            N_("Your progress in “{file}” was kept by a newer StudyApp. Update StudyApp to go on."),
            file=path,
        )
    return int(version)


def _device(connection: sqlite3.Connection, path: Path, machine: str, lock: object) -> str:
    """Return this file's device id; a copied or restored file gets a new one.

    Two copies that went on under one id would both log entry number n, and could never be merged.
    """
    meta = dict(connection.execute("SELECT key, value FROM meta"))
    home = f"{machine} {path.absolute()} {path.stat().st_ino}"
    if meta.get("home") == home or lock is None:
        return str(meta.get("device", ""))
    device = secrets.token_hex(8)
    connection.executemany(
        "INSERT OR REPLACE INTO meta VALUES (?, ?)", [("home", home), ("device", device)]
    )
    return device
