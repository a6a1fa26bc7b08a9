"""The schema of a progress file, as migrations that sqlite-utils applies.

The number of migrations stands in the file's `user_version`, so that a file that is up to date
opens without importing sqlite-utils.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from studyapp.domain.clock import Moment

if TYPE_CHECKING:
    import sqlite_utils

APPLICATION_ID = 0x53545047  # "STPG"

Step = Callable[["sqlite_utils.Database"], None]

_REFUSE = """CREATE TRIGGER log_keeps_{what} BEFORE {what} ON log
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END"""
_LOG_AND_MEMORY = (
    """CREATE TABLE log (
  device TEXT NOT NULL, seq INTEGER NOT NULL, clock INTEGER NOT NULL, at_ms INTEGER NOT NULL,
  offset_min INTEGER NOT NULL, type TEXT NOT NULL, version INTEGER NOT NULL,
  subject TEXT NOT NULL, rating INTEGER, grade REAL, duration_ms INTEGER, payload TEXT NOT NULL,
  checksum INTEGER NOT NULL, PRIMARY KEY (device, seq)
) STRICT, WITHOUT ROWID""",
    "CREATE INDEX log_by_clock ON log (clock, device, seq)",
    "CREATE INDEX log_by_subject ON log (subject, clock)",
    "CREATE INDEX log_by_type ON log (type, clock)",
    _REFUSE.format(what="UPDATE"),
    _REFUSE.format(what="DELETE"),
    "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID",
    "INSERT INTO meta VALUES ('logged', '0')",
    # Whoever adds rows, the caches see that there are more than they know of.
    """CREATE TRIGGER log_counts_rows AFTER INSERT ON log
BEGIN UPDATE meta SET value = value + 1 WHERE key = 'logged'; END""",
    """CREATE TABLE memory (
  card TEXT PRIMARY KEY, phase INTEGER NOT NULL, step INTEGER, stability REAL, difficulty REAL,
  due_ms INTEGER NOT NULL, last_ms INTEGER
) STRICT, WITHOUT ROWID""",
)


def log_and_memory(database: sqlite_utils.Database) -> None:
    """Make the log, and the table of memories that follows from it."""
    for statement in _LOG_AND_MEMORY:
        database.conn.execute(statement)


_STUDY_SUMS = (
    """CREATE TABLE study_day (
  course TEXT NOT NULL, day INTEGER NOT NULL, answers INTEGER NOT NULL, ms INTEGER NOT NULL,
  met INTEGER NOT NULL, tested INTEGER NOT NULL, recalled INTEGER NOT NULL,
  marked INTEGER NOT NULL, overruled INTEGER NOT NULL, PRIMARY KEY (course, day)
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE study_sure (
  course TEXT NOT NULL, percent INTEGER NOT NULL, answers INTEGER NOT NULL, right INTEGER NOT NULL,
  PRIMARY KEY (course, percent)
) STRICT, WITHOUT ROWID""",
)


def study_sums(database: sqlite_utils.Database) -> None:
    """Make the tables of sums by day, which follow from the log too."""
    for statement in _STUDY_SUMS:
        database.conn.execute(statement)


_REMEMBERED = "phase, step, stability, difficulty, due_ms, last_ms"
_TAKEN_OVER = f"""CREATE TRIGGER memory_{{name}} AFTER {{what}} ON memory
BEGIN UPDATE deck SET ({_REMEMBERED}) = ({{values}}) WHERE card = {{row}}.card; END"""
_NEW_VALUES = ", ".join(f"NEW.{name}" for name in _REMEMBERED.split(", "))
_NO_VALUES = ", ".join(["NULL"] * len(_REMEMBERED.split(", ")))
_DECK = (
    """CREATE TABLE deck (
  course TEXT NOT NULL, rank INTEGER NOT NULL, card TEXT NOT NULL, topic TEXT NOT NULL,
  waits INTEGER NOT NULL, kin TEXT NOT NULL, phase INTEGER, step INTEGER, stability REAL,
  difficulty REAL, due_ms INTEGER, last_ms INTEGER, PRIMARY KEY (course, rank)
) STRICT, WITHOUT ROWID""",
    "CREATE UNIQUE INDEX deck_by_card ON deck (card)",
    "CREATE INDEX deck_by_topic ON deck (course, topic, due_ms, phase, waits)",
    # All that counting what is due and its order by risk ask for: they read nothing else.
    "CREATE INDEX deck_by_due ON deck (course, due_ms, phase, last_ms, stability)",
    """CREATE INDEX deck_new ON deck (course, rank, due_ms, waits)
  WHERE due_ms IS NULL AND NOT waits""",
    _TAKEN_OVER.format(name="is_new", what="INSERT", values=_NEW_VALUES, row="NEW"),
    _TAKEN_OVER.format(name="changes", what="UPDATE", values=_NEW_VALUES, row="NEW"),
    _TAKEN_OVER.format(name="goes", what="DELETE", values=_NO_VALUES, row="OLD"),
)


def deck(database: sqlite_utils.Database) -> None:
    """Make the table of each course's cards, which the memories keep up to date."""
    for statement in _DECK:
        database.conn.execute(statement)


# Oldest first. One that was released is never changed again.
STEPS: tuple[Step, ...] = (log_and_memory, study_sums, deck)
VERSION = len(STEPS)


def migrate(
    connection: sqlite3.Connection,
    path: Path,
    version: int,
    now: Moment,
    steps: Sequence[Step] = STEPS,
) -> None:
    """Bring a progress file up to date, wholly or not at all.

    A file that holds anything is copied beside it first.
    """
    # Importing sqlite-utils takes 70–160 ms, and most starts have nothing to migrate.
    import sqlite_utils

    if version:
        _back_up(connection, path.with_name(f"{path.name}.backup-v{version}-{_stamp(now)}"))
    migrations = sqlite_utils.Migrations("studyapp.progress")
    for step in steps:
        migrations()(step)
    database = sqlite_utils.Database(connection, execute_plugins=False)
    # One transaction around them all: a crash must not leave tables in a file without our id.
    with database.atomic():
        migrations.apply(database)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {len(steps)}")


def _back_up(connection: sqlite3.Connection, path: Path) -> None:
    with closing(sqlite3.connect(path)) as target:
        connection.backup(target)


def _stamp(now: Moment) -> str:
    local = datetime.fromtimestamp(now.ms / 1000, UTC) + timedelta(minutes=now.offset_min)
    return f"{local:%Y%m%d-%H%M%S}"
