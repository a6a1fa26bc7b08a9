"""Opening a progress file: is it ours, is it free, and is it still the same file."""

import os
import sqlite3
from contextlib import suppress
from pathlib import Path

from studyapp.domain.clock import Moment
from studyapp.domain.messages import N_
from studyapp.errors import BusyError, ProgressError
from studyapp.store import migrations
from studyapp.store.connections import kept
from studyapp.store.disks import on_network
from studyapp.store.progress_errors import code_of


class Place:
    """Where an open file lies; whoever takes it away lets SQLite write on into nothing."""

    def __init__(self, path: Path) -> None:
        """Remember which file it is."""
        self._path = path
        # Some network disks give a file another number each time it is asked for.
        self._number = 0 if on_network(path.parent) else path.stat().st_ino
        self._name = str(path)

    def check(self) -> None:
        """Raise ProgressError if the file is no longer where it was."""
        try:
            # Each answer asks, and a path takes three times as long as its name.
            number = os.stat(self._name).st_ino  # noqa: PTH116
            is_there = not self._number or number == self._number
        except OSError:
            is_there = False
        if not is_there:
            raise ProgressError(
                N_(
                    "“{file}” is no longer where it was; nothing more is kept. "
                    "Put it back and do the last step again."
                ),
                file=self._path,
            )


def check_file(path: Path) -> None:
    """Refuse what is no database before SQLite sees it; make the folder if it is missing."""
    if path.is_dir():
        raise ProgressError(N_("“{file}” is a folder, not a progress file."), file=path)
    if path.exists() and path.stat().st_size:
        with path.open("rb") as file:
            if not file.read(16).startswith(b"SQLite format 3\0"):
                raise ProgressError(N_("“{file}” is not a progress file."), file=path)
    else:
        path.parent.mkdir(parents=True, exist_ok=True)


def lock_file(path: Path) -> sqlite3.Connection:
    """Take the file for this window; the system gives it back even if the program dies.

    The lock is an open transaction on a small database beside the file, which leaves locking on
    each platform to SQLite and the progress file itself free to be read.
    """
    place = Path(f"{path.resolve()}.lock")
    try:
        return _locked(place)
    except sqlite3.DatabaseError as error:
        if code_of(error) == sqlite3.SQLITE_BUSY:
            raise BusyError(
                N_(
                    "StudyApp is already open with your progress; "
                    "nothing you do in this window is kept."
                )
            ) from error
        if code_of(error) not in (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT):
            raise
    # What is no database holds no lock, and must not keep the student out for ever.
    place.unlink()
    return _locked(place)


def _locked(place: Path) -> sqlite3.Connection:
    lock = sqlite3.connect(place, isolation_level=None, timeout=0)
    with kept(lock):
        lock.execute("BEGIN EXCLUSIVE")
    return lock


def connect(path: Path, now: Moment, wal: bool | None = None) -> sqlite3.Connection:
    """Open a file for writing and bring it up to date.

    A write-ahead log is used as `wal` says or, for None, where the disk is not a network one;
    SQLite keeps its rollback journal where there cannot be one.
    """
    connection = sqlite3.connect(path, isolation_level=None)
    with kept(connection):
        version = _checked_version(connection, path)
        use_wal = not on_network(path.parent) if wal is None else wal
        connection.execute(f"PRAGMA journal_mode = {'WAL' if use_wal else 'DELETE'}")
        connection.execute("PRAGMA synchronous = FULL")
        # SQLite opens what may not be written to all the same, and says so only here.
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("ROLLBACK")
        if version < migrations.VERSION:
            migrations.migrate(connection, path, version, now)
    return connection


def look(path: Path) -> sqlite3.Connection:
    """Open a file for reading only, while another window may write to it."""
    if not path.exists():
        raise ProgressError(N_("There is no progress file “{file}” yet."), file=path)
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode=ro", uri=True, isolation_level=None
    )
    with kept(connection):
        _checked_version(connection, path)
    return connection


def device_of(
    connection: sqlite3.Connection, path: Path, machine: str, lock: sqlite3.Connection
) -> str:
    """Return the device id under which this file is written; a copied or restored one gets a new.

    Two copies that went on under one id would both log entry number n, and could never be merged.
    """
    meta = dict(connection.execute("SELECT key, value FROM meta"))
    home = f"{machine} {path.resolve()} {path.stat().st_ino}"
    device = str(meta.get("device", ""))
    if meta.get("home") == home and last_seq(connection, device) >= _seen(lock, device):
        return device
    device = os.urandom(8).hex()
    connection.execute(
        "INSERT OR REPLACE INTO meta VALUES ('home', ?), ('device', ?)", (home, device)
    )
    return device


def last_seq(connection: sqlite3.Connection, device: str) -> int:
    """Return the number of a device's last entry, or 0."""
    [(seq,)] = connection.execute(
        "SELECT coalesce(max(seq), 0) FROM log WHERE device = ?", (device,)
    )
    return int(seq)


def remember_seen(lock: sqlite3.Connection, connection: sqlite3.Connection, device: str) -> None:
    """Note beside the file how far its log went.

    An older copy put into the same place has the same name and may have the same inode: that its
    log ends before what was seen is all that tells it.
    """
    # It can only tell more than nothing: a full disk must not stop the window from closing.
    with suppress(sqlite3.Error):
        values = (device, last_seq(connection, device))
        lock.execute("CREATE TABLE IF NOT EXISTS seen (device TEXT PRIMARY KEY, seq INTEGER)")
        lock.execute("INSERT OR REPLACE INTO seen VALUES (?, ?)", values)
        lock.execute("COMMIT")


def _seen(lock: sqlite3.Connection, device: str) -> int:
    # Without the table nothing was seen yet.
    with suppress(sqlite3.DatabaseError):
        for (seq,) in lock.execute("SELECT seq FROM seen WHERE device = ?", (device,)):
            return int(seq)
    return 0


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
