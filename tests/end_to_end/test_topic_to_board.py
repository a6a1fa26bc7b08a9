"""The cards of a topic are sent to the board from the tree, by keys alone."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from studyapp.domain.boards.board import Zone
from studyapp.domain.boards.ways import Way
from tests.builders import TOPIC, full_id
from tests.dialog_driver import no_grab
from tests.end_to_end.conftest import OpenWindow
from tests.packs import written
from tests.ui.board.conftest import LITTLE, board_course
from tests.window_driver import WindowDriver


@pytest.fixture
def driver(opens: OpenWindow, tmp_path: Path) -> WindowDriver:
    made = opens(written(board_course(), tmp_path / "board.studypack"))
    made.choose_topic(full_id("topic", TOPIC))
    return made


def menu_of_current(driver: WindowDriver) -> QMenu:
    """Press the menu key, as a platform tells of it."""
    tree = driver.window.topics_panel.tree
    by_key = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(1, 1), QPoint(1, 1))
    QApplication.sendEvent(tree.viewport(), by_key)
    [menu] = [each for each in driver.window.findChildren(QMenu) if each.isVisible()]
    return menu


def choose(menu: QMenu, row: int) -> None:
    for _ in range(row):
        QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)


@no_grab
def test_by_keys_alone_the_cards_of_a_topic_go_into_a_zone_and_back(driver: WindowDriver) -> None:
    board = driver.board
    tray = board.model.factors_in(Zone.TRAY)
    driver.press("Ctrl+1")
    choose(menu_of_current(driver), 2)
    driver.settle()
    assert board.model.factors_in(Zone.CAUSES) == tray
    # Offscreen, no window is active once a menu has closed.
    driver.window.activateWindow()
    driver.settle()
    assert board.view.hasFocus()
    assert board.scene.current == tray[0]
    driver.press("Ctrl+Z")
    assert board.model.factors_in(Zone.TRAY) == tray


@no_grab
def test_by_keys_alone_they_are_laid_on_a_web(driver: WindowDriver) -> None:
    panel = driver.board.panel
    panel.work_by(Way.WEB)
    assert panel.web is not None
    tray = panel.web.model.tray
    driver.press("Ctrl+1")
    choose(menu_of_current(driver), 2)
    assert set(panel.web.model.web.cards) == set(tray)
    driver.press("Ctrl+Z")
    assert panel.web.model.tray == tray


@no_grab
def test_a_topic_is_walked_to_and_acted_on_without_being_opened(driver: WindowDriver) -> None:
    tree, here = driver.window.topics_panel.tree, driver.window.topic
    driver.press("Ctrl+1")
    while tree.topics.topic_at(tree.currentIndex()) != full_id("topic", LITTLE):
        driver.press("Ctrl+Down")
    menu = menu_of_current(driver)
    assert [each.text() for each in menu.actions() if not each.isSeparator()] == [
        "Open",
        "This board has no cards of this topic.",
    ]
    assert driver.window.topic == here
    choose(menu, 1)
    assert driver.window.topic == full_id("topic", LITTLE)
