"""What one marks in a note can be taken back, and is easy to find again."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip

from tests.builders import TOPIC, course, paragraph, topic
from tests.end_to_end.conftest import OpenWindow
from tests.packs import written
from tests.window_driver import WindowDriver

FIRST, SECOND = "signed the treaty", "a free port"


@pytest.fixture
def driver(opens: OpenWindow, tmp_path: Path) -> WindowDriver:
    words = paragraph(f"In Moscow Wang Shijie {FIRST}. Dalian became {SECOND}.")
    return opens(written(course(topic(TOPIC, words)), tmp_path / "a.studypack"))


def mark(driver: WindowDriver, words: str) -> None:
    driver.select_words(words)
    driver.press("Ctrl+H")


def test_a_removed_margin_note_comes_back_with_its_words(driver: WindowDriver) -> None:
    driver.select_words(FIRST)
    driver.write_margin_note("ask about Yalta")
    kept = driver.annotations()
    driver.note.margin_notes.list.setFocus()
    driver.press("Delete")
    assert driver.annotations() == []
    driver.press("Ctrl+Z")
    assert driver.annotations() == kept
    driver.press("Ctrl+Shift+Z")
    assert driver.annotations() == []


def test_every_change_is_taken_back_in_turn_and_done_again(driver: WindowDriver) -> None:
    mark(driver, FIRST)
    states = [driver.annotations()]
    notes = driver.note.margin_notes
    driver.note.annotation_note_changed.emit(_only(driver), "later")
    states.append(driver.annotations())
    notes.remove()
    for expected in (states[1], states[0], []):
        driver.press("Ctrl+Z")
        assert driver.annotations() == expected
    for expected in (states[0], states[1], []):
        driver.press("Ctrl+Shift+Z")
        assert driver.annotations() == expected


def test_what_was_taken_back_is_still_so_after_a_restart(
    opens: OpenWindow, tmp_path: Path, driver: WindowDriver
) -> None:
    mark(driver, FIRST)
    mark(driver, SECOND)
    driver.press("Ctrl+Z")
    driver.close()
    again = opens(tmp_path / "a.studypack")
    assert again.annotations() == [f"“{FIRST}”"]


def test_a_new_highlight_is_the_chosen_one(driver: WindowDriver) -> None:
    mark(driver, SECOND)
    mark(driver, FIRST)
    driver.note.margin_notes.remove()
    assert driver.annotations() == [f"“{SECOND}”"]


def test_choosing_a_highlight_marks_its_words_alone(driver: WindowDriver) -> None:
    mark(driver, FIRST)
    driver.note.margin_notes.list.setFocus()
    driver.press("Return")
    assert set(driver.marked_words()) == {FIRST}


def test_the_button_says_whether_there_is_a_note_to_edit(driver: WindowDriver) -> None:
    mark(driver, FIRST)
    assert driver.note.margin_notes.edit_button.text() == "Write a note…"
    driver.note.annotation_note_changed.emit(_only(driver), "later")
    assert driver.note.margin_notes.edit_button.text() == "Edit the note…"


def test_pointing_at_a_highlight_shows_its_note(driver: WindowDriver) -> None:
    driver.select_words(FIRST)
    driver.write_margin_note("ask about <Yalta>")
    view = driver.note.view
    at = view.cursorRect(view.document().find("sign")).center()
    event = QHelpEvent(QEvent.Type.ToolTip, at, view.viewport().mapToGlobal(at))
    QApplication.sendEvent(view.viewport(), event)
    assert QToolTip.text() == "<p>ask about &lt;Yalta&gt;</p>"
    QToolTip.hideText()


def test_words_that_are_found_are_marked_everywhere_until_the_line_closes(
    driver: WindowDriver,
) -> None:
    driver.press("Ctrl+F")
    driver.type("treaty")
    assert driver.marked_words() == ["treaty", "treaty"]
    driver.press("Escape")
    assert driver.marked_words() == []


def _only(driver: WindowDriver) -> str:
    annotations = driver.window.workspace.annotations
    assert annotations
    [one] = annotations.of_topic(driver.window.topic, driver.note.passages())
    return one.id
