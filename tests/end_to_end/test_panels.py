"""Panels come and go; the note stays."""

from pathlib import Path

import pytest
from PySide6.QtCore import QRect, QSettings, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QTabBar, QTabWidget

from studyapp.domain.boards.ways import Way
from studyapp.ui.main_window import MainWindow
from studyapp.ui.panels import Panel, in_sight
from tests.end_to_end.conftest import OpenWindow
from tests.window_driver import WindowDriver

# So often a panel is seen in one place before it is still.
_STILL = 20


def test_the_panel_one_is_in_is_hidden_and_comes_back(opens: OpenWindow, small_pack: Path) -> None:
    driver = opens(small_pack)
    dock = driver.window.topics_dock
    driver.press("Ctrl+1", "Ctrl+W")
    assert dock.isHidden()
    assert driver.note.view.hasFocus()
    driver.press("Ctrl+1")
    assert not dock.isHidden()


def test_the_note_is_not_hidden_and_says_what_to_do(opens: OpenWindow, small_pack: Path) -> None:
    driver = opens(small_pack)
    driver.press("Ctrl+2", "Ctrl+W")
    assert driver.note.isVisible()
    assert "F6" in driver.window.notice.text()


def test_a_panel_that_is_hidden_stays_so(opens: OpenWindow, small_pack: Path) -> None:
    driver = opens(small_pack)
    driver.press("Ctrl+1", "Ctrl+W")
    driver.close()
    assert opens(small_pack).window.topics_dock.isHidden()


def test_the_panels_keep_their_shares_of_the_width(opens: OpenWindow, small_pack: Path) -> None:
    driver = opens(small_pack)
    topics = driver.window.topics_dock
    driver.window.take_size(1400, 700)
    driver.settle()
    assert topics.width() == pytest.approx(0.2 * 1400, abs=4)
    driver.window.resizeDocks([topics], [350], Qt.Orientation.Horizontal)
    driver.settle()
    driver.window.take_size(1200, 700)
    driver.settle()
    assert topics.width() == pytest.approx(300, abs=4)
    assert driver.note.width() > 300


def test_a_width_that_the_person_gave_is_there_again(opens: OpenWindow, small_pack: Path) -> None:
    driver = opens(small_pack)
    driver.window.take_size(790, 700)
    driver.settle()
    driver.window.resizeDocks([driver.window.topics_dock], [130], Qt.Orientation.Horizontal)
    driver.settle()
    driver.close()
    again = opens(small_pack).window
    assert again.topics_dock.width() == pytest.approx(130, abs=4)


@pytest.mark.parametrize("front", ["Ctrl+3", "Ctrl+4", "Ctrl+5"])
def test_what_is_painted_first_stays_where_it_is_when_the_rest_comes(
    opens: OpenWindow, small_pack: Path, monkeypatch: pytest.MonkeyPatch, front: str
) -> None:
    driver = opens(small_pack)
    driver.press(front)
    driver.close()
    places, complete = list[list[QRect]](), MainWindow._complete

    def telling(window: MainWindow) -> None:
        places.append(seen(window))
        complete(window)

    monkeypatch.setattr(MainWindow, "_complete", telling)
    again = opens(small_pack)
    again.settle()
    assert places == [seen(again.window)]


def seen(window: MainWindow) -> list[QRect]:
    return [window.topics_dock.geometry(), window.note_panel.geometry()]


def test_all_tabs_are_there_again_in_their_order_with_the_same_one_in_front(
    opens: OpenWindow, small_pack: Path
) -> None:
    driver = opens(small_pack)
    driver.press("Ctrl+5")
    driver.settle()
    before = driver.window.study_panels
    names = [dock.objectName() for dock in before.docks]
    assert before.in_sight() == ["timeline"]
    driver.close()
    again = opens(small_pack)
    again.settle()
    panels = again.window.study_panels
    assert panels.in_sight() == ["timeline"]
    [bar] = [bar for bar in again.window.findChildren(QTabBar) if bar.count() == len(names)]
    assert bar.isVisible()
    titles = [bar.tabText(at) for at in range(bar.count())]
    assert titles == [dock.windowTitle() for dock in panels.docks]


@pytest.mark.parametrize("kept", [None, "board", "nothing of ours"])
def test_the_same_tab_is_in_front_whatever_is_kept_of_what_was_in_sight(
    opens: OpenWindow, small_pack: Path, home: Path, kept: str | None
) -> None:
    driver = opens(small_pack)
    driver.press("Ctrl+5")
    driver.close()
    settings = QSettings(str(home / "settings.ini"), QSettings.Format.IniFormat)
    # As an older program leaves it, or a hand.
    settings.setValue("window/in-sight", kept) if kept else settings.remove("window/in-sight")
    settings.sync()
    again = opens(small_pack)
    again.qtbot.waitUntil(lambda: again.window.study_panels.in_sight() == ["timeline"])


def test_tabs_are_above_the_panels_though_all_were_in_sight_at_once(
    opens: OpenWindow, small_pack: Path, home: Path
) -> None:
    driver = opens(small_pack)
    names = [dock.objectName() for dock in driver.window.study_panels.docks]
    driver.close()
    settings = QSettings(str(home / "settings.ini"), QSettings.Format.IniFormat)
    settings.setValue("window/in-sight", " ".join(names))
    settings.sync()
    again = opens(small_pack).window
    above = QTabWidget.TabPosition.North
    assert again.tabPosition(Qt.DockWidgetArea.RightDockWidgetArea) is above


def test_a_floating_panel_is_shown_but_once(
    opens: OpenWindow, small_pack: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    driver = opens(small_pack)
    driver.window.study_panels.self_test_dock.setFloating(True)
    driver.settle()
    driver.close()
    shown, show = list[str](), Panel.showEvent

    def telling(panel: Panel, event: QShowEvent) -> None:
        shown.append(panel.objectName())
        show(panel, event)

    monkeypatch.setattr(Panel, "showEvent", telling)
    again = opens(small_pack)
    assert again.window.study_panels.self_test_dock.isFloating()
    assert shown.count("self-test") == 1


def test_who_closes_the_window_in_the_pause_before_an_answer_closes_it_for_good(
    opens: OpenWindow, small_pack: Path
) -> None:
    driver = opens(small_pack)
    driver.press("Ctrl+4")
    panel = driver.window.study_panels.self_test
    assert panel is not None
    driver.qtbot.waitUntil(lambda: panel.question is not None)
    panel.foresight.wait_for_pause()
    # A floating panel may be there for a moment longer.
    driver.window.study_panels.self_test_dock.setFloating(True)
    driver.window.close()
    assert not panel.foresight.is_waiting
    driver.qtbot.wait(100)


def test_a_panel_that_a_kept_layout_does_not_know_comes_as_a_tab_beside_the_others(
    opens: OpenWindow, small_pack: Path
) -> None:
    driver = opens(small_pack)
    driver.window.study_panels.progress_dock.setObjectName("of another program")
    driver.close()
    again = opens(small_pack)
    panels = again.window.study_panels
    again.qtbot.waitUntil(lambda: panels.in_sight() == ["board"])
    assert panels.progress_dock in again.window.tabifiedDockWidgets(panels.board_dock)


def test_panels_apart_from_the_others_have_their_places_and_sizes_again(
    opens: OpenWindow, small_pack: Path
) -> None:
    driver = opens(small_pack)
    panels, window = driver.window.study_panels, driver.window
    window.removeDockWidget(panels.timeline_dock)
    window.splitDockWidget(window.topics_dock, panels.timeline_dock, Qt.Orientation.Vertical)
    panels.timeline_dock.show()
    panels.progress_dock.focus()
    window.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, panels.board_dock)
    panels.self_test_dock.setFloating(True)
    before = places(driver)
    driver.close()
    assert places(opens(small_pack)) == before


def places(driver: WindowDriver) -> dict[str, tuple[bool, QRect]]:
    """Return where the panels in the window are once none of them moves."""
    window, seen = driver.window, list[dict[str, tuple[bool, QRect]]]()
    docks = (window.topics_dock, *window.study_panels.docks)

    def are_still() -> bool:
        docked = [dock for dock in docks if not dock.isFloating()]
        seen.append({dock.objectName(): (in_sight(dock), dock.geometry()) for dock in docked})
        return len(seen) > _STILL and all(each == seen[-1] for each in seen[-_STILL:])

    driver.qtbot.waitUntil(are_still)
    return seen[-1]


def test_a_panel_that_was_closed_is_closed_again_and_its_key_brings_it_back(
    opens: OpenWindow, small_pack: Path
) -> None:
    driver = opens(small_pack)
    driver.press("Ctrl+4", "Ctrl+W")
    driver.close()
    again = opens(small_pack)
    dock = again.window.study_panels.self_test_dock
    assert dock.isHidden()
    again.press("Ctrl+4")
    again.settle()
    assert again.window.study_panels.in_sight() == ["self-test"]
    assert dock in again.window.tabifiedDockWidgets(again.window.study_panels.board_dock)


def test_board_and_web_are_outlines_again_after_a_restart(
    opens: OpenWindow, small_pack: Path
) -> None:
    first = opens(small_pack)
    first.board.panel.zones.toolbar.outline_button.click()
    first.close()
    again = opens(small_pack)
    board = again.board.panel
    assert board.zones.outline is not None
    assert board.zones.views.currentWidget() is board.zones.outline
    assert board.zones.toolbar.outline_button.isChecked()
    board.work_by(Way.WEB)
    assert board.web is not None
    assert board.web.views.currentWidget() is board.web.outline
    board.web.toolbar.board_button.click()
    assert not again.window.preferences.board_as_outline
