"""Every format a progress file ever had is read for ever, and every row means what it meant."""

import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from studyapp.domain.schedule.memory import Memory
from studyapp.store.progress import Progress, open_progress
from tests.clocks import StandingClock

FILES = Path(__file__).parent.parent / "data" / "progress"


def opened_copy(name: str, folder: Path) -> Progress:
    path = folder / "progress.db"
    shutil.copy(FILES / name, path)
    return open_progress(path, StandingClock(), "another machine")


@pytest.mark.parametrize("name", sorted(path.name for path in FILES.glob("*.db")))
def test_a_file_of_any_age_is_read_and_sound(name: str, tmp_path: Path) -> None:
    progress = opened_copy(name, tmp_path)
    said = json.loads((FILES / name).with_suffix(".json").read_text())
    entries = [[e.key, e.type, e.subject, e.rating, e.grade, e.payload] for e in progress.entries()]
    memories = {card: Memory(*fields) for card, fields in said["memories"].items()}
    assert entries == said["entries"]
    assert progress.memories() == memories
    assert progress.verify() == ()
    progress.close()


def test_there_is_a_file_of_each_format() -> None:
    versions = set()
    for path in FILES.glob("*.db"):
        with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)) as file:
            versions |= set(file.execute("PRAGMA user_version").fetchall())
    from studyapp.store.migrations import VERSION

    assert versions == {(version,) for version in range(1, VERSION + 1)}


def test_verify_names_a_card_whose_memory_does_not_follow_from_the_log(tmp_path: Path) -> None:
    progress = opened_copy("v1.db", tmp_path)
    progress._connection.execute("UPDATE memory SET due_ms = due_ms + 1 WHERE card LIKE '%#why'")
    assert [fault.template for fault in progress.verify()] == [
        "What “{file}” says of the card {key} does not follow from its log."
    ]
    progress.close()


def test_verify_names_a_row_that_was_changed(tmp_path: Path) -> None:
    progress = opened_copy("v1.db", tmp_path)
    progress._connection.execute("DROP TRIGGER log_keeps_UPDATE")
    progress._connection.execute("UPDATE log SET rating = 4 WHERE type = 'review'")
    progress._connection.execute("UPDATE log SET payload = '{' WHERE type = 'highlight'")
    kinds = {fault.template for fault in progress.verify()}
    assert "Entry {key} of “{file}” is damaged and not used." in kinds
    progress.close()


def test_a_reader_of_a_log_that_grew_elsewhere_sees_what_follows_from_it(tmp_path: Path) -> None:
    progress = opened_copy("v1.db", tmp_path)
    expected = progress.memories()
    progress._connection.execute("DELETE FROM memory")
    progress._connection.execute("DELETE FROM meta WHERE key = 'remembered'")
    looking = open_progress(progress.path, StandingClock(), "here", read_only=True)
    assert looking.memories() == expected
    assert progress.memories() == {}
    looking.close()
    progress.close()
