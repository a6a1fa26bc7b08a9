"""What a screen reader finds on the timeline, on its axis and in its list.

The axis is painted by hand: so it says itself what is current and what is in sight, and the list
has an element for each lane and each factor.
"""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from studyapp.domain.boards.ways import Way
from studyapp.ui.board.wording import title_and_date
from studyapp.ui.timeline.timeline_panel import TimelinePanel
from tests.accessible import described, faults, row_elements, rows_of
from tests.builders import TOPIC, full_id
from tests.dialog_driver import no_grab
from tests.end_to_end.conftest import OpenWindow
from tests.packs import written
from tests.ui.board.conftest import FOCUS, LITTLE, board_course, named
from tests.window_driver import WindowDriver

pytestmark = pytest.mark.usefixtures("reader")
YALTA, TREATY, KOREA = map(named, ("Yalta agreement", FOCUS, "Korean War"))
KEYS = "Left and Right walk in order of time, Up and Down from lane to lane."


@pytest.fixture
def driver(opens: OpenWindow, tmp_path: Path) -> WindowDriver:
    made = opens(written(board_course(), tmp_path / "board.studypack"))
    made.choose_topic(full_id("topic", TOPIC))
    return made


@pytest.fixture
def panel(driver: WindowDriver) -> TimelinePanel:
    driver.press("Ctrl+5")
    made = driver.window.study_panels.timeline
    assert made is not None
    return made


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a screen reader was given to say."""
    heard: list[str] = []
    for module in ("timeline.timeline_view", "timeline.timeline_panel", "web.panel"):
        monkeypatch.setattr(
            f"studyapp.ui.{module}.announce", lambda _widget, text: heard.append(text)
        )
    return heard


STATES: dict[str, Callable[[TimelinePanel], object]] = {
    "first shown": lambda panel: panel.view.setFocus(),
    "a factor chosen": lambda panel: panel.view.select(KOREA),
    "zoomed in": lambda panel: panel.view.zoom_by(40),
    "lanes as one": lambda panel: panel.lanes_box.setChecked(False),
    "all in sight": lambda panel: panel.view.show_all(),
    "lanes again": lambda panel: panel.lanes_box.setChecked(True),
}


def test_all_that_does_something_has_a_name_in_every_state(
    driver: WindowDriver, panel: TimelinePanel
) -> None:
    found: dict[str, list[str]] = {}
    for state, reach in STATES.items():
        reach(panel)
        for as_list in (False, True):
            panel.show_list(as_list)
            driver.settle()
            found[f"{state}, {as_list=}"] = faults(panel)
    driver.choose_topic(full_id("topic", "Nothing to sort"))
    found["no factors"] = faults(panel)
    assert {state: wrong for state, wrong in found.items() if wrong} == {}


def test_each_row_says_its_lane_and_its_place_in_it(
    driver: WindowDriver, panel: TimelinePanel
) -> None:
    panel.show_list(True)
    assert panel.list is not None
    told: list[list[str]] = []
    for by_theme in (True, False):
        panel.lanes_box.setChecked(by_theme)
        driver.settle()
        told.append(rows_of(panel.list))
        assert told[-1] == expected_rows(panel)
    driver.choose_topic(full_id("topic", LITTLE))
    told.append(rows_of(panel.list))
    assert told[-1] == expected_rows(panel)
    assert told[0] != told[1] != told[2]
    assert "Territory, one factor" in told[0]


def expected_rows(panel: TimelinePanel) -> list[str]:
    """Return each lane with its number of factors, and under it each factor with its place."""
    expected = []
    for lane in panel.content.lanes:
        count, name = len(lane.entries), panel.content.name_of(lane)
        expected.append(f"{name}, one factor" if count == 1 else f"{name}, {count} factors")
        for at, entry in enumerate(lane.entries, 1):
            theme = panel.content.theme_beside(entry)
            line = ", ".join(filter(None, (title_and_date(entry), theme)))
            expected.append(f"{line}, in {name}, {at} of {count}")
    return expected


def test_a_row_has_what_its_tooltip_says_besides(panel: TimelinePanel) -> None:
    panel.show_list(True)
    assert panel.list is not None
    told = {
        row.text(QAccessible.Text.Name): row.text(QAccessible.Text.Description)
        for row in row_elements(panel.list)
    }
    row = "Yalta agreement, 11 February 1945, in Territory, 1 of 1"
    assert told[row] == "More of Yalta agreement. Themes: Territory"


def test_the_axis_says_what_is_current_and_what_is_in_sight(
    driver: WindowDriver, panel: TimelinePanel
) -> None:
    assert panel.view.whatsThis() == KEYS
    panel.view.select(YALTA)
    here = "Yalta agreement, 11 February 1945, in Territory, 1 of 1."
    count = "10 factors, 1 without a date."
    assert described(panel.view).startswith(f"{here} {count} In sight: 19")
    seen = {described(panel.view)}
    for step in (
        panel.view.zoom_in,
        lambda: panel.view.pan(100, 0),
        lambda: panel.view.select(KOREA),
        lambda: panel.lanes_box.setChecked(False),
        panel.view.see_all,
        lambda: driver.choose_topic(full_id("topic", LITTLE)),
    ):
        step()
        driver.settle()
        assert described(panel.view) not in seen
        seen.add(described(panel.view))
    assert described(panel.view).startswith("2 factors, 2 without a date.")
    assert described(panel.view).endswith(f". {KEYS}")


def test_zooming_is_said_by_keys_and_by_buttons(panel: TimelinePanel, said: list[str]) -> None:
    panel.view.setFocus()
    for key in (Qt.Key.Key_Plus, Qt.Key.Key_Minus, Qt.Key.Key_0):
        said.clear()
        QTest.keyClick(panel.view, key)
        assert len(said) == 1
        assert said[0].startswith("In sight: ")
    for button in (panel.toolbar.in_button, panel.toolbar.out_button, panel.toolbar.all_button):
        said.clear()
        QTest.keyClick(button, Qt.Key.Key_Space)
        assert [words[:9] for words in said] == ["In sight:"]


@no_grab
def test_a_factor_is_put_on_the_web_from_the_list_by_keys_and_it_is_said(
    driver: WindowDriver, panel: TimelinePanel, said: list[str]
) -> None:
    driver.board.panel.work_by(Way.WEB)
    driver.press("Ctrl+5")
    panel.show_list(True)
    assert panel.list is not None
    panel.list.setFocus()
    panel.list.select(YALTA)
    panel.list.menu_wanted.emit(YALTA, panel.mapToGlobal(QPoint(20, 20)))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert faults(menu) == []
    named_menu = QAccessible.queryAccessibleInterface(menu)
    assert named_menu is not None
    assert named_menu.text(QAccessible.Text.Name) == "Yalta agreement"
    assert [action.text() for action in menu.actions()][-1] == "Put on the board: Web"
    QTest.keyClick(menu, Qt.Key.Key_Up)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    driver.settle()
    web = driver.board.panel.web
    assert web is not None
    assert web.model.current == YALTA
    assert YALTA in web.model.web.cards
    assert said[-1] == "Yalta agreement is on the web now."
    assert driver.board.panel.taking.zones_for(YALTA) == ()
