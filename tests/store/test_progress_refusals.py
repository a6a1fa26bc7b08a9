"""Files that cannot be used are refused in a sentence that names them, and left as they were."""

import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from studyapp.domain.log import NewEntry
from studyapp.errors import BusyError, KnownError, ProgressError
from studyapp.store import migrations
from studyapp.store.progress import Progress, open_progress
from tests.clocks import StandingClock

_HOLDER = """
import sys
from pathlib import Path
from studyapp.store.progress import open_progress
from tests.clocks import StandingClock

held = open_progress(Path(sys.argv[1]), StandingClock(), "machine")
print("held", flush=True)
sys.stdin.read()
"""
ENTRY = NewEntry("note", "c/topic/t", {"text": "毛泽东 said “no”"})


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "progress.db"


@pytest.fixture
def progress(path: Path) -> Iterator[Progress]:
    opened = open_progress(path, StandingClock(), "machine")
    yield opened
    opened.close()


def made(path: Path) -> Path:
    """Make a progress file with one entry and close it."""
    opened = open_progress(path, StandingClock(), "machine")
    opened.append(ENTRY)
    opened.close()
    return path


def refusal(path: Path, kind: type[KnownError] = ProgressError, **more: bool) -> str:
    """Return the sentence with which a file is refused, once it is known to be left as it was."""
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(kind) as caught:
        open_progress(path, StandingClock(), "machine", **more)
    assert (path.read_bytes() if path.is_file() else None) == before
    return str(caught.value)


def test_a_file_that_is_no_database_is_refused(path: Path) -> None:
    path.write_text("Dear diary, today we learned about Yalta.")
    assert refusal(path) == f"“{path}” is not a progress file."


def test_a_database_of_another_program_is_refused(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE recipes (name TEXT)")
    connection.close()
    assert refusal(path) == f"“{path}” is not a progress file."


def test_a_course_pack_is_refused(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA application_id = 1398030425")
    connection.close()
    assert refusal(path) == f"“{path}” is not a progress file."


def test_a_file_of_a_newer_program_is_refused(path: Path) -> None:
    connection = sqlite3.connect(made(path))
    connection.execute(f"PRAGMA user_version = {migrations.VERSION + 1}")
    connection.close()
    assert "newer StudyApp" in refusal(path)
    assert str(path) in refusal(path)


@pytest.mark.parametrize("size", [100, 4096, 6000])
def test_a_file_cut_short_is_damaged(path: Path, size: int) -> None:
    whole = made(path).read_bytes()
    assert len(whole) > size
    path.write_bytes(whole[:size])
    assert f"“{path}” is damaged" in refusal(path)


def test_a_folder_is_refused(path: Path) -> None:
    path.mkdir()
    assert str(path) in refusal(path)


def test_a_folder_that_cannot_be_made_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    path = tmp_path / "file" / "progress.db"
    assert str(path) in refusal(path)


def test_there_is_nothing_to_look_at_before_anything_was_kept(path: Path) -> None:
    assert str(path) in refusal(path, read_only=True)
    assert not path.exists()


def test_folders_that_are_missing_are_made(tmp_path: Path) -> None:
    assert made(tmp_path / "a" / "b" / "progress.db").is_file()


def test_an_empty_file_is_a_new_one(path: Path) -> None:
    path.touch()
    assert made(path).stat().st_size > 0


def test_a_second_window_is_told_and_may_look(path: Path, progress: Progress) -> None:
    progress.append(ENTRY)
    assert refusal(path, BusyError)
    second = open_progress(path, StandingClock(), "machine", read_only=True)
    assert [entry.payload for entry in second.entries()] == [ENTRY.payload]
    progress.append(ENTRY)
    assert len(second.entries()) == 2
    second.close()


def test_who_only_looks_keeps_nothing(path: Path) -> None:
    made(path)
    second = open_progress(path, StandingClock(), "machine", read_only=True)
    with pytest.raises(ProgressError, match="reading only"):
        second.append(ENTRY)
    assert second.read_only
    assert len(second.entries()) == 1
    second.close()


def test_another_process_holds_the_file_until_it_ends(path: Path) -> None:
    command = [sys.executable, "-c", _HOLDER, str(path)]
    child = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    with child:
        assert child.stdout is not None
        assert child.stdout.readline() == "held\n"
        refusal(path, BusyError)
        child.kill()
    made(path)


def test_a_lock_file_that_is_no_lock_keeps_nobody_out(path: Path) -> None:
    made(path)
    path.with_name("progress.db.lock").write_text("something else " * 100)
    made(path)


def test_when_the_disk_is_full_nothing_is_half_written(path: Path, progress: Progress) -> None:
    progress.append(ENTRY)
    [(pages,)] = progress._connection.execute("PRAGMA page_count")
    progress._connection.execute(f"PRAGMA max_page_count = {pages}")
    long = NewEntry("note", "c/topic/t", {"text": "x" * 20_000})
    with pytest.raises(ProgressError, match="disk is full"):
        progress.append(ENTRY, long)
    assert len(progress.entries()) == 1
    progress._connection.execute("PRAGMA max_page_count = 100000")
    [again] = progress.append(ENTRY)
    assert again.seq == 2


def test_the_log_can_only_grow(path: Path, progress: Progress) -> None:
    progress.append(ENTRY)
    for statement in ("DELETE FROM log", "UPDATE log SET subject = 'other'"):
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            progress._connection.execute(statement)


def test_a_row_that_changed_on_the_disk_is_named_and_not_used(path: Path) -> None:
    connection = sqlite3.connect(made(path))
    connection.execute("DROP TRIGGER log_keeps_UPDATE")
    connection.execute("UPDATE log SET subject = 'c/topic/other'")
    connection.commit()
    connection.close()
    opened = open_progress(path, StandingClock(), "machine")
    [sound] = opened.append(ENTRY)
    assert opened.entries() == (sound,)
    assert len(opened.damaged_entries()) == 1
    opened.close()


def test_a_copied_file_writes_under_a_new_name(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    shutil.copy(made(path), copy)
    names = set()
    for file, machine in ((path, "machine"), (copy, "machine"), (copy, "another")):
        opened = open_progress(file, StandingClock(), machine)
        names.add(opened.append(ENTRY)[0].device)
        opened.close()
    assert len(names) == 3


def test_an_older_copy_put_back_in_place_writes_under_a_new_name(path: Path) -> None:
    older = made(path).read_bytes()
    made(path)
    inode = path.stat().st_ino
    path.write_bytes(older)
    made(path)
    opened = open_progress(path, StandingClock(), "machine")
    assert path.stat().st_ino == inode
    assert len({entry.device for entry in opened.entries()}) == 2
    assert [entry.seq for entry in opened.entries()] == [1, 1]
    opened.close()


def test_the_same_file_keeps_its_name(path: Path) -> None:
    made(path)
    made(path)
    opened = open_progress(path, StandingClock(), "machine")
    assert [entry.seq for entry in opened.entries()] == [1, 2]
    assert len({entry.device for entry in opened.entries()}) == 1
    opened.close()


def test_a_clock_set_back_does_not_change_the_order(path: Path) -> None:
    clock = StandingClock()
    opened = open_progress(path, clock, "machine")
    for number, back in enumerate((0, 86_400_000, 10, 10**12)):
        clock.ms -= back
        opened.append(NewEntry("note", "c/topic/t", {"number": number}))
    assert [entry.payload["number"] for entry in opened.entries()] == [0, 1, 2, 3]
    opened.close()


def test_entries_come_back_as_they_were_given(path: Path, progress: Progress) -> None:
    given = NewEntry("review", "c/question/q#answer", {"a": [1, None, "“é”\u0000"]}, 3, 1, 12)
    [entry] = progress.append(given)
    [kept] = progress.entries()
    assert kept == entry
    assert (kept.rating, kept.grade, kept.duration_ms) == (3, 1.0, 12)
    assert kept.payload == given.payload


def test_half_a_character_that_was_typed_is_kept(path: Path, progress: Progress) -> None:
    progress.append(NewEntry("note", "c/topic/t", {"text": "\ud83d"}))
    assert progress.entries()[0].payload == {"text": "\ud83d"}


def test_types_that_nobody_knows_are_kept(path: Path, progress: Progress) -> None:
    progress.append(NewEntry("mind-map", "c/topic/t", {"from": "a newer program"}))
    assert [entry.type for entry in progress.entries(types=("mind-map",))] == ["mind-map"]


def test_on_a_local_disk_there_is_a_write_ahead_log_and_every_commit_is_flushed(
    progress: Progress,
) -> None:
    [(journal,)] = progress._connection.execute("PRAGMA journal_mode")
    [(synchronous,)] = progress._connection.execute("PRAGMA synchronous")
    assert (journal, synchronous) == ("wal", 2)


def test_where_there_cannot_be_a_write_ahead_log_the_rollback_journal_serves(path: Path) -> None:
    opened = open_progress(path, StandingClock(), "machine", wal=False)
    opened.append(ENTRY)
    [(journal,)] = opened._connection.execute("PRAGMA journal_mode")
    second = open_progress(path, StandingClock(), "machine", read_only=True)
    assert (journal, len(second.entries())) == ("delete", 1)
    second.close()
    opened.close()
