"""Migrations: wholly or not at all, and a copy of what was there before."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
import sqlite_utils

from studyapp.domain.log import NewEntry
from studyapp.store import migrations
from studyapp.store.migrations import STEPS, migrate
from studyapp.store.progress import open_progress
from tests.clocks import StandingClock

NOW = StandingClock()()
COPY = f"progress.db.backup-v{len(STEPS)}-20260528-212640"


def add_table(database: sqlite_utils.Database) -> None:
    database["later"].create({"id": int}, pk="id")  # type: ignore[union-attr]


def add_table_and_fail(database: sqlite_utils.Database) -> None:
    add_table(database)
    raise sqlite3.OperationalError("no")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "progress.db"
    progress = open_progress(path, StandingClock(), "here")
    progress.append(NewEntry("note", "c/topic/t", {"text": "kept"}))
    progress.close()
    return path


def version_and_tables(path: Path) -> tuple[int, set[str]]:
    with closing(sqlite3.connect(path)) as connection:
        [(version,)] = connection.execute("PRAGMA user_version")
        names = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
        return version, {name for (name,) in names}


def test_a_new_file_is_made_with_our_id_and_version(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        [(application,)] = connection.execute("PRAGMA application_id")
    version, tables = version_and_tables(path)
    assert (application, version) == (migrations.APPLICATION_ID, len(STEPS))
    assert {"log", "meta", "memory"} <= tables


def test_a_new_file_needs_no_copy(path: Path) -> None:
    assert not list(path.parent.glob("*.backup*"))


def test_what_is_there_is_copied_before_it_is_changed(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        migrate(connection, path, len(STEPS), NOW, (*STEPS, add_table))
    assert version_and_tables(path)[0] == len(STEPS) + 1
    assert "later" in version_and_tables(path)[1]
    copy = path.with_name(COPY)
    assert version_and_tables(copy)[0] == len(STEPS)
    assert "later" not in version_and_tables(copy)[1]
    opened = open_progress(copy, StandingClock(), "here")
    assert opened.entries()[0].payload == {"text": "kept"}
    opened.close()


def test_a_migration_that_fails_changes_nothing(path: Path) -> None:
    with (
        closing(sqlite3.connect(path, isolation_level=None)) as connection,
        pytest.raises(sqlite3.OperationalError),
    ):
        migrate(connection, path, len(STEPS), NOW, (*STEPS, add_table_and_fail))
    version, tables = version_and_tables(path)
    assert (version, "later" in tables) == (len(STEPS), False)


def test_a_file_that_could_not_be_made_is_made_next_time(tmp_path: Path) -> None:
    path = tmp_path / "new.db"
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        with pytest.raises(sqlite3.OperationalError):
            migrate(connection, path, 0, NOW, (*STEPS, add_table_and_fail))
    opened = open_progress(path, StandingClock(), "here")
    assert opened.entries() == ()
    opened.close()


def test_a_file_that_is_up_to_date_opens_without_sqlite_utils_and_fsrs(path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from tests.clocks import StandingClock;"
        "from studyapp.store.progress import open_progress;"
        "open_progress(Path(sys.argv[1]), StandingClock(), 'here').close();"
        "print(sorted({'sqlite_utils', 'fsrs'} & sys.modules.keys()))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True
    )
    assert done.stdout == "[]\n"
