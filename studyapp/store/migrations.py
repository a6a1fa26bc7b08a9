"""The schema of a progress file, as migrations that sqlite-utils applies.

`VERSION` is the number of migrations; it stands in the file's `user_version`, so that a file that
is up to date opens without importing sqlite-utils.
"""

import sqlite3
from pathlib import Path

APPLICATION_ID = 0x53545047  # "STPG"
VERSION = 1

_LOG = """CREATE TABLE log (
  device TEXT NOT NULL, seq INTEGER NOT NULL, clock INTEGER NOT NULL, at_ms INTEGER NOT NULL,
  offset_min INTEGER NOT NULL, type TEXT NOT NULL, version INTEGER NOT NULL,
  subject TEXT NOT NULL, rating INTEGER, grade REAL, duration_ms INTEGER, payload TEXT NOT NULL,
  checksum INTEGER NOT NULL, PRIMARY KEY (device, seq)
) STRICT, WITHOUT ROWID"""
_MEMORY = """CREATE TABLE memory (
  card TEXT PRIMARY KEY, phase INTEGER NOT NULL, step INTEGER, stability REAL, difficulty REAL,
  due_ms INTEGER NOT NULL, last_ms INTEGER
) STRICT, WITHOUT ROWID"""
_REFUSE = """CREATE TRIGGER log_keeps_{what} BEFORE {what} ON log
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END"""


def migrate(connection: sqlite3.Connection, path: Path, version: int) -> None:
    """Bring a progress file up to `VERSION`; one that holds anything is copied beside it first."""
    # Importing sqlite-utils takes 70–160 ms, and most starts have nothing to migrate.
    import sqlite_utils

    if version:
        _back_up(connection, path, version)
    migrations().apply(sqlite_utils.Database(connection))
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {VERSION}")


def migrations() -> "sqlite_utils.Migrations":  # type: ignore[name-defined] # noqa: F821
    """Return the migrations, oldest first. One that was released is never changed again."""
    from sqlite_utils import Migrations

    steps = Migrations("studyapp.progress")

    @steps()
    def log_and_memory(database: object) -> None:
        connection: sqlite3.Connection = database.conn  # type: ignore[attr-defined]
        for statement in (
            _LOG,
            "CREATE INDEX log_by_clock ON log (clock, device, seq)",
            "CREATE INDEX log_by_subject ON log (subject, clock)",
            "CREATE INDEX log_by_type ON log (type, clock)",
            _REFUSE.format(what="UPDATE"),
            _REFUSE.format(what="DELETE"),
            "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID",
            _MEMORY,
            "CREATE INDEX memory_by_due ON memory (due_ms)",
        ):
            connection.execute(statement)

    return steps


def _back_up(connection: sqlite3.Connection, path: Path, version: int) -> None:
    target = sqlite3.connect(path.with_name(f"{path.name}.backup-v{version}"))
    try:
        connection.backup(target)
    finally:
        target.close()
