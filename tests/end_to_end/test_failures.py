"""What the surroundings do wrong is one sentence, and nothing of the person's is lost."""

import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QFileDialog

from studyapp.domain.boards.board import Zone
from studyapp.domain.log import NewEntry
from studyapp.errors import ProgressError
from studyapp.services.library import Library
from studyapp.services.system_clock import system_clock
from studyapp.store.progress import open_progress
from studyapp.ui.dialogs.library_dialog import LibraryDialog
from tests.builders import full_id
from tests.clocks import StandingClock
from tests.end_to_end.conftest import OpenWindow
from tests.window_driver import WindowDriver

Spoil = Callable[[Path], None]


def damaged(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:5000])


def newer(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA user_version = 99")


def foreign(file: Path) -> None:
    file.unlink()
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("CREATE TABLE recipes (name TEXT)")


def scribbled(file: Path) -> None:
    file.write_text("Dear diary, today we learned about Yalta.")


SPOILT = pytest.mark.parametrize("spoil", [damaged, newer, foreign, scribbled])


def spoilt_course(home: Path, pack: Path, spoil: Spoil) -> Path:
    """Add a course, open it once, and spoil it where it lies."""
    library = Library(home / "courses", home / "no-such.db")
    path = library.add(pack).path
    spoil(path)
    return path


def kept_progress(home: Path, days_ahead: int = 0) -> Path:
    path, clock = home / "progress.db", StandingClock()
    if days_ahead:
        clock = StandingClock(system_clock().ms)
        clock.forward(days=days_ahead)
    progress = open_progress(path, clock, "here")
    progress.append(NewEntry("note", "c/topic/t", {"text": "what I know"}))
    progress.close()
    return path


def test_a_clock_that_was_set_back_is_said_and_all_goes_on(
    opens: OpenWindow, home: Path, small_pack: Path
) -> None:
    kept_progress(home, days_ahead=30)
    driver = opens(small_pack)
    assert "30 days later" in driver.window.notice.text()
    assert driver.window.workspace.can_write


@SPOILT
def test_a_spoilt_course_is_said_and_the_others_open(
    opens: OpenWindow, home: Path, small_pack: Path, our_pack: Path, spoil: Spoil
) -> None:
    path = spoilt_course(home, small_pack, spoil)
    before = path.read_bytes()
    driver = opens(our_pack)
    assert str(path) in driver.window.notice.text()
    assert driver.note.plain_text()
    assert path.read_bytes() == before


@SPOILT
def test_a_spoilt_course_is_listed_with_its_reason_and_can_be_removed_only(
    opens: OpenWindow, home: Path, small_pack: Path, our_pack: Path, spoil: Spoil
) -> None:
    path = spoilt_course(home, small_pack, spoil)
    driver = opens(our_pack)

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, LibraryDialog)
        listed = dialog.list
        row = next(n for n in range(listed.count()) if str(path) in listed.item(n).text())
        listed.setCurrentRow(row)
        assert not dialog.open_button.isEnabled()
        assert dialog.remove_button.isEnabled()

    driver.in_dialog(lambda: driver.do("courses"), look)


@SPOILT
def test_only_a_spoilt_course_leaves_an_empty_window_that_says_so(
    opens: OpenWindow, home: Path, small_pack: Path, spoil: Spoil
) -> None:
    path = spoilt_course(home, small_pack, spoil)
    driver = opens()
    assert str(path) in driver.window.notice.text()
    assert driver.window.workspace.reader is None


@SPOILT
def test_spoilt_progress_is_said_and_left_as_it_is(
    opens: OpenWindow, home: Path, small_pack: Path, spoil: Spoil
) -> None:
    path = kept_progress(home)
    spoil(path)
    before = path.read_bytes()
    driver = opens(small_pack)
    assert str(path) in driver.window.notice.text()
    assert driver.note.plain_text()
    assert str(path) in " ".join(driver.self_test.texts())
    driver.close()
    assert path.read_bytes() == before


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root writes anywhere")
def test_a_folder_that_cannot_be_written_to_leaves_a_course_to_read(
    opens: OpenWindow, home: Path, small_pack: Path
) -> None:
    home.mkdir()
    home.chmod(0o500)
    driver = opens(small_pack)
    home.chmod(0o700)
    assert str(home) in driver.window.notice.text()
    assert driver.note.plain_text()


def test_a_home_that_cannot_be_made_leaves_a_course_to_read(
    opens: OpenWindow, home: Path, small_pack: Path
) -> None:
    home.write_text("a file where the folder should be")
    driver = opens(small_pack)
    assert str(home) in driver.window.notice.text()
    assert driver.note.plain_text()
    assert not driver.window.actions_table["highlight"].isEnabled()


def test_a_second_window_shows_the_boards_of_the_first(opens: OpenWindow, small_pack: Path) -> None:
    first = opens(small_pack)
    cause = full_id("factor", "Yalta agreement")
    first.board.drag(cause, Zone.CAUSES, 0)
    second = opens(small_pack)
    assert "already open" in second.window.notice.text()
    assert cause in second.board.zones()[Zone.CAUSES]


def test_a_second_window_lets_one_practise_and_keeps_nothing(
    opens: OpenWindow, small_pack: Path, home: Path
) -> None:
    opens(small_pack)
    second = opens(small_pack)
    test = second.self_test
    asked = test.asked()
    second.press("1", "Return", "3")
    assert test.asked() not in (asked, "")
    second.close()
    assert reviews(home / "progress.db") == 0


def reviews(progress: Path) -> int:
    with closing(sqlite3.connect(f"{progress.as_uri()}?mode=ro", uri=True)) as connection:
        [(count,)] = connection.execute("SELECT count(*) FROM log WHERE type = 'review'")
    return int(count)


@pytest.fixture
def full(opens: OpenWindow, small_pack: Path) -> WindowDriver:
    """A window whose progress file can grow no more, as if the disk were full."""
    driver = opens(small_pack)
    progress = driver.window.workspace._progress
    assert progress is not None
    connection = progress._connection
    [(pages,)] = connection.execute("PRAGMA page_count")
    connection.execute(f"PRAGMA max_page_count = {pages}")
    fill(progress.append)
    return driver


def fill(append: Callable[[NewEntry], object]) -> None:
    """Use up what room the pages of the file still have."""
    for size in (1000, 100, 1):
        entry = NewEntry("filler", "c/topic/t", {"text": "x" * size})
        with pytest.raises(ProgressError, match="full"):
            append_often(append, entry)


def append_often(append: Callable[[NewEntry], object], entry: NewEntry) -> None:
    for _ in range(10_000):
        append(entry)


def test_an_answer_that_cannot_be_kept_stays_until_it_can(full: WindowDriver) -> None:
    test = full.self_test
    asked = test.asked()
    full.press("1", "Return", "3")
    assert "The disk is full" in full.window.notice.text()
    assert (test.asked(), test.panel.marked is not None) == (asked, True)
    make_room(full)
    full.press("3")
    assert test.asked() != asked


def test_a_move_that_cannot_be_kept_is_not_made(full: WindowDriver) -> None:
    board = full.board
    before = board.zones()
    board.drag(full_id("factor", "Yalta agreement"), Zone.CAUSES, 0)
    assert board.zones() == board.painted() == before
    assert "The disk is full" in board.panel.zones.footer.summary.text()


def test_a_highlight_that_cannot_be_kept_is_refused(full: WindowDriver) -> None:
    full.select_words("Wang Shijie")
    full.press("Ctrl+H")
    assert "The disk is full" in full.window.notice.text()
    assert full.annotations() == []


def test_the_words_of_a_note_that_cannot_be_kept_can_be_copied(
    full: WindowDriver,
) -> None:
    full.select_words("Wang Shijie")
    full.write_margin_note("long thought")
    assert "long thought" in full.window.notice.text()


def make_room(driver: WindowDriver) -> None:
    progress = driver.window.workspace._progress
    assert progress is not None
    progress._connection.execute("PRAGMA max_page_count = 1000000")


def test_a_course_file_that_is_not_one_is_refused_and_nothing_changes(
    opens: OpenWindow, our_pack: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "diary.studypack"
    scribbled(file)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    driver = opens(our_pack)
    title = driver.note.title()
    driver.do("add_course")
    assert driver.window.notice.text() == f"“{file}” is not a course file."
    assert driver.note.title() == title
    assert not (driver.window.workspace.library._folder).exists()


def test_a_course_whose_file_vanished_is_said_and_the_open_one_stays(
    opens: OpenWindow, our_pack: Path, small_pack: Path, home: Path
) -> None:
    driver = opens(our_pack, small_pack)
    entry = next(e for e in driver.window.workspace.library.courses() if not e.shipped)
    title = driver.note.title()
    shutil.rmtree(home / "courses")
    driver.window.open_course(entry.id)
    assert "no longer on this computer" in driver.window.notice.text()
    driver.press("Ctrl+PgDown")
    assert driver.note.title() != title
