"""A screen reader is told the name of everything that can have the focus."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QDialog, QWidget

from studyapp.domain.boards.board import Zone
from tests.end_to_end.conftest import OpenWindow
from tests.window_driver import WindowDriver


def nameless(root: QWidget) -> list[str]:
    """Return what is in sight and takes the focus without a name."""
    found = []
    for widget in (root, *root.findChildren(QWidget)):
        takes_focus = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isEnabled()
        if widget.isVisible() and takes_focus and not is_part(widget) and not name_of(widget):
            found.append(f"{type(widget).__name__} {widget.objectName()}")
    return found


def name_of(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name).strip() if interface else ""


def is_part(widget: QWidget) -> bool:
    """Say whether another widget has the focus in this one's stead, and speaks for it."""
    return widget.focusProxy() is not None or widget.objectName().startswith("qt_")


@pytest.fixture
def driver(opens: OpenWindow, our_pack: Path) -> WindowDriver:
    return opens(our_pack)


def test_a_note_with_its_tools_is_named(driver: WindowDriver) -> None:
    driver.select_words("the")
    driver.press("Ctrl+H", "Ctrl+F")
    assert nameless(driver.window) == []


def test_a_checked_board_is_named(driver: WindowDriver) -> None:
    board = driver.board
    board.drag(board.model.factors_in(Zone.TRAY)[0], Zone.CAUSES, 0)
    board.panel.check()
    driver.settle()
    assert nameless(driver.window) == []


def test_what_compares_and_names_boards_is_named(driver: WindowDriver) -> None:
    boards = driver.board.panel.boards
    boards.new()
    found: list[list[str]] = []
    for ask in (boards.compare, boards.ask_and_rename):
        driver.in_dialog(ask, lambda dialog: found.append(nameless(dialog)))
    assert found == [[], []]


def test_an_outline_is_named(driver: WindowDriver) -> None:
    assert driver.board.outline.isVisible()
    assert nameless(driver.window) == []


def test_a_question_is_named_before_and_after_it_is_answered(driver: WindowDriver) -> None:
    assert driver.self_test.asked()
    assert nameless(driver.window) == []
    driver.press("1", "Return")
    assert driver.self_test.panel.marked
    assert nameless(driver.window) == []


def test_a_window_without_a_course_is_named(opens: OpenWindow) -> None:
    driver = opens()
    assert nameless(driver.window) == []
    assert driver.self_test.asked() == ""
    assert nameless(driver.window) == []


@pytest.mark.parametrize("name", ["courses", "settings", "shortcuts", "guide", "about"])
def test_a_dialog_is_named(driver: WindowDriver, name: str) -> None:
    found: list[list[str]] = []

    def look(dialog: QDialog) -> None:
        found.append(nameless(dialog))

    driver.in_dialog(lambda: driver.do(name), look)
    assert found == [[]]


def test_what_has_no_name_is_found(driver: WindowDriver) -> None:
    driver.note.view.setAccessibleName("")
    driver.note.view.setAccessibleDescription("")
    assert nameless(driver.window) == ["NoteView "]
