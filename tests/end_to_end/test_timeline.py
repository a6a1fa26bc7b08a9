"""The timeline in the window: beside board and self-test, with the note and the board."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QTabBar

from studyapp.domain.boards.board import Zone
from studyapp.ui.panels import Panel, in_sight
from studyapp.ui.pointer.dragging import factor_mime, switch_tabs_on_drag
from studyapp.ui.timeline.timeline_panel import TimelinePanel
from tests.builders import COURSE, TOPIC, full_id
from tests.end_to_end.conftest import OpenWindow
from tests.end_to_end.test_accessibility import nameless
from tests.window_driver import WindowDriver

YALTA, TREATY = full_id("factor", "Yalta agreement"), full_id("factor", "Treaty of 1945")
PORT = full_id("factor", "Port Arthur returned")


@pytest.fixture
def driver(opens: OpenWindow, small_pack: Path) -> WindowDriver:
    return opens(small_pack)


def timeline(driver: WindowDriver) -> TimelinePanel:
    """Go to the timeline by its shortcut."""
    driver.press("Ctrl+5")
    panel = driver.window.study_panels.timeline
    assert panel is not None
    return panel


def test_the_timeline_is_made_when_it_is_first_shown(driver: WindowDriver) -> None:
    assert driver.window.study_panels.timeline is None
    panel = timeline(driver)
    assert in_sight(panel)
    assert panel.view.hasFocus()
    assert set(panel.view.plan.boxes) == {
        YALTA,
        TREATY,
        PORT,
        full_id("factor", "Stalin’s doubts"),
    }


def test_it_follows_the_topic_that_is_chosen(driver: WindowDriver) -> None:
    panel = timeline(driver)
    driver.choose_topic(full_id("topic", "After the treaty"))
    assert set(panel.view.plan.boxes) == {PORT}


def test_enter_goes_to_the_passage_and_the_timeline_stays_with_its_topic(
    driver: WindowDriver,
) -> None:
    panel = timeline(driver)
    panel.view.select(PORT)
    driver.press("Return")
    assert driver.note.title() == "After the treaty"
    assert len(panel.view.plan.boxes) == 4
    assert panel.view.hasFocus()
    panel.view.select(YALTA)
    driver.press("Return")
    assert driver.note.title() == TOPIC
    assert "Molotov and Wang Shijie signed" in "".join(driver.marked_words())


def test_sorting_a_factor_brings_the_board_to_the_front(driver: WindowDriver) -> None:
    panel = timeline(driver)
    assert panel.offers_of(YALTA).can_sort
    panel.sort_requested.emit(YALTA)
    driver.settle()
    board = driver.window.study_panels.board
    assert board is not None
    assert in_sight(board)
    assert board.model.about.id == YALTA
    assert board.model.holds(TREATY)


def test_a_factor_of_the_open_board_is_put_into_a_zone(driver: WindowDriver) -> None:
    board = driver.choose_factor(TREATY)
    panel = timeline(driver)
    zones = [zone for zone, _name in panel.offers_of(YALTA).zones]
    assert zones == [Zone.CAUSES, Zone.CONSEQUENCES]
    panel.zone_requested.emit(YALTA, "causes")
    driver.settle()
    assert board.model.factors_in(Zone.CAUSES) == (YALTA,)
    assert board.scene.current == YALTA
    assert in_sight(board.panel)


def tab_bar(driver: WindowDriver) -> QTabBar:
    return next(bar for bar in driver.window.findChildren(QTabBar) if bar.count() == 4)


def test_a_drag_held_over_the_tab_of_the_board_brings_it_to_the_front(
    driver: WindowDriver,
) -> None:
    panel = timeline(driver)
    switch_tabs_on_drag(panel.window())
    bar = tab_bar(driver)
    mime = factor_mime(YALTA, "Yalta agreement")
    at = bar.tabRect(0).center()
    how = (
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    for event in (QDragEnterEvent(at, *how), QDragMoveEvent(at, *how)):
        QApplication.sendEvent(bar, event)
    assert bar.currentIndex() == 2
    board = driver.window.study_panels.board
    assert board is not None
    driver.qtbot.waitUntil(lambda: in_sight(board), timeout=3000)
    assert bar.tabText(bar.currentIndex()) == "Board"


@pytest.mark.parametrize("width", [1024, 1366])
def test_all_tabs_fit_beside_each_other(driver: WindowDriver, width: int) -> None:
    driver.window.take_size(width, 700)
    driver.settle()
    bar = tab_bar(driver)
    names = [bar.tabText(at) for at in range(bar.count())]
    assert names == ["Board", "Self-test", "Timeline", "Progress"]
    assert bar.tabRect(3).right() <= bar.width()
    assert bar.sizeHint().width() <= bar.width()


def test_the_panel_needs_no_more_width_than_the_board(driver: WindowDriver) -> None:
    needed = timeline(driver).minimumSizeHint().width()
    assert needed <= 0.38 * 1024
    board = driver.window.study_panels.board
    assert board is not None
    assert needed <= board.minimumSizeHint().width()


def test_a_layout_from_before_the_timeline_puts_it_beside_the_board(
    opens: OpenWindow, small_pack: Path
) -> None:
    driver = opens(small_pack)
    before = QMainWindow()
    driver.qtbot.addWidget(before)
    docks = [Panel(name, name, before) for name in ("topics", "board", "self-test")]
    left, right = Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea
    for dock, area in zip(docks, (left, right, right), strict=True):
        before.addDockWidget(area, dock)
    before.tabifyDockWidget(docks[1], docks[2])
    preferences = driver.window.preferences
    driver.close()
    preferences.remember_layout(driver.window.saveGeometry(), before.saveState())
    again = opens(small_pack)
    docked = again.window.tabifiedDockWidgets(again.window.study_panels.board_dock)
    assert again.window.study_panels.timeline_dock in docked


def test_put_back_the_timeline_is_a_tab_again(driver: WindowDriver) -> None:
    dock = driver.window.study_panels.timeline_dock
    dock.setFloating(True)
    dock.hide()
    driver.do("reset_panels")
    assert not dock.isFloating()
    assert dock in driver.window.tabifiedDockWidgets(driver.window.study_panels.board_dock)


def test_the_timeline_and_its_list_are_named(driver: WindowDriver) -> None:
    panel = timeline(driver)
    assert nameless(driver.window) == []
    panel.show_list(True)
    assert nameless(driver.window) == []


def test_with_everything_asked_the_timeline_keeps_its_topic(driver: WindowDriver) -> None:
    driver.press("Ctrl+Shift+T")
    assert len(timeline(driver).view.plan.boxes) == 4


def test_a_timeline_that_was_in_front_is_there_when_the_program_starts_again(
    opens: OpenWindow, small_pack: Path
) -> None:
    driver = opens(small_pack)
    timeline(driver)
    driver.close()
    panel = opens(small_pack).window.study_panels.timeline
    assert panel is not None
    assert in_sight(panel)
    assert len(panel.view.plan.boxes) == 4


def test_another_course_has_a_timeline_of_its_own(
    opens: OpenWindow, small_pack: Path, our_pack: Path
) -> None:
    driver = opens(our_pack, small_pack)
    panel = timeline(driver)
    ours = driver.window.preferences.course
    before = set(panel.view.plan.boxes)
    assert driver.window.open_course(COURSE)
    driver.settle()
    assert set(panel.view.plan.boxes).isdisjoint(before)
    assert len(panel.view.plan.boxes) == 4
    assert driver.window.open_course(ours)
    driver.settle()
    assert set(panel.view.plan.boxes) == before
