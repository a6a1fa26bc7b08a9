"""The panel: what is in scope, lanes, the list beside the axis, and what it asks for."""

import pytest
from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from studyapp.domain.boards.board import Zone
from studyapp.domain.messages import N_
from studyapp.domain.timeline import TimelineEntry
from studyapp.errors import PackError
from studyapp.services.timeline import Timeline
from studyapp.ui.timeline.factor_menu import BoardOffers
from studyapp.ui.timeline.timeline_panel import TimelinePanel
from tests.builders import TOPIC, full_id
from tests.dialog_driver import no_grab
from tests.ui.timeline.conftest import FEAR, LATER, PASSAGE, STALIN, TREATY, VICTORY, WAR, YALTA


def strict(rows: QAbstractItemModel) -> QAbstractItemModelTester:
    return QAbstractItemModelTester(rows, QAbstractItemModelTester.FailureReportingMode.Fatal, rows)


def listed(panel: TimelinePanel) -> dict[str, list[str]]:
    """Return the rows of the list, by their lane."""
    assert panel.list is not None
    rows = panel.list.rows
    found: dict[str, list[str]] = {}
    for at in range(rows.rowCount()):
        lane = rows.index(at, 0)
        held = [rows.index(row, 0, lane) for row in range(rows.rowCount(lane))]
        found[str(lane.data())] = [str(index.data()) for index in held]
    return found


def actions_of_menu(panel: TimelinePanel, factor: str) -> dict[str, QAction]:
    """Open the menu of a factor and return its entries by their words; it stays open."""
    panel._show_menu(factor, QPoint(10, 10))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return {action.text().partition("\t")[0]: action for action in menu.actions()}


def close_menu() -> None:
    menu = QApplication.activePopupWidget()
    assert menu is not None
    menu.close()


def test_a_topic_shows_its_factors_and_those_below_it(panel: TimelinePanel) -> None:
    assert len(panel.view.plan.boxes) == 7
    assert panel.summary.text() == "7 factors, 1 without a date"
    panel.set_scope(full_id("topic", LATER))
    assert panel.summary.text() == "2 factors"


def test_a_factor_with_several_themes_stands_in_its_first(panel: TimelinePanel) -> None:
    names = {panel.content.name_of(lane): lane for lane in panel.content.lanes}
    assert list(names) == ["Territory", "Ideology", "Without a theme", "Without a date"]
    assert WAR in {each.id for each in names["Territory"].entries}


def test_the_themes_as_lanes_can_be_switched_off(panel: TimelinePanel, said: list[str]) -> None:
    panel.view.select(VICTORY)
    panel.view.zoom_by(4)
    before = panel.view.scale
    panel.lanes_box.click()
    names = [panel.content.name_of(lane) for lane in panel.content.lanes]
    assert names == ["All themes", "Without a date"]
    assert said[-1] == "Lanes: All themes, Without a date"
    assert panel.view.current == VICTORY
    assert panel.view.scale.per_day == before.per_day
    assert "Ideology" in panel.content.above_title(panel.content.entry(VICTORY))


def test_the_list_holds_the_same_lanes_and_factors_with_dates_in_words(
    panel: TimelinePanel,
) -> None:
    panel.toolbar.list_button.click()
    assert listed(panel) == {
        "Territory (3)": [
            "War with Japan, July 1937 – September 1945",
            "Yalta agreement, 11 February 1945",
            "Treaty of 1950, 14 February 1950",
        ],
        "Ideology (2)": ["Victory of 1949, 1 October 1949", "Split, from 1956"],
        "Without a theme (1)": ["Stalin dies, about March 1953"],
        "Without a date (1)": ["Fear of Japan, Territory"],
    }


def test_the_rows_of_the_list_pass_qts_own_tester(panel: TimelinePanel) -> None:
    panel.show_list(True)
    assert panel.list is not None
    strict(panel.list.rows)
    panel.lanes_box.click()
    panel.set_scope(full_id("topic", LATER))
    panel.set_scope(full_id("topic", "Nothing happened"))
    panel.set_scope(full_id("topic", TOPIC))
    assert panel.list.rows.rowCount(QModelIndex()) == 2


def test_what_is_current_on_the_axis_is_so_in_the_list_and_back(panel: TimelinePanel) -> None:
    panel.view.select(STALIN)
    panel.toolbar.list_button.click()
    assert panel.list is not None
    assert panel.list.current == STALIN
    panel.list.select(TREATY)
    panel.toolbar.axis_button.click()
    assert panel.view.current == TREATY


def test_enter_in_the_list_goes_to_the_note(panel: TimelinePanel, qtbot: QtBot) -> None:
    panel.show_list(True)
    assert panel.list is not None
    panel.list.setFocus()
    panel.list.select(VICTORY)
    with qtbot.waitSignal(panel.note_requested) as asked:
        QTest.keyClick(panel.list, Qt.Key.Key_Return)
    assert asked.args == [full_id("topic", TOPIC), PASSAGE.id]


@no_grab
def test_the_menu_of_a_row_is_that_of_its_factor(panel: TimelinePanel, qtbot: QtBot) -> None:
    panel.show_list(True)
    assert panel.list is not None
    panel.list.select(YALTA)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint())
    with qtbot.waitSignal(panel.list.menu_wanted) as asked:
        QApplication.sendEvent(panel.list.viewport(), event)
    assert asked.args is not None
    assert asked.args[0] == YALTA
    close_menu()


def test_a_factor_without_a_passage_leads_to_its_note_and_says_so(
    panel: TimelinePanel, qtbot: QtBot, said: list[str]
) -> None:
    with qtbot.waitSignal(panel.note_requested) as asked:
        panel.go_to_note(STALIN)
    assert asked.args == [full_id("topic", LATER), ""]
    assert said[-1] == "No passage is named for this factor: here is its note."


@no_grab
def test_the_menu_offers_what_the_board_can_do(panel: TimelinePanel, qtbot: QtBot) -> None:
    panel.offers_of = lambda _factor: BoardOffers(True, ((Zone.CAUSES, "Causes"),))
    entries = actions_of_menu(panel, VICTORY)
    assert list(entries) == [
        "Go to the note",
        "Sort its causes and consequences",
        "",
        "Put on the board: Causes",
    ]
    with qtbot.waitSignal(panel.zone_requested) as asked:
        entries["Put on the board: Causes"].trigger()
    assert asked.args == [VICTORY, "causes"]
    with qtbot.waitSignal(panel.sort_requested) as sorted_:
        entries["Sort its causes and consequences"].trigger()
    assert sorted_.args == [VICTORY]
    close_menu()


@no_grab
def test_the_menu_says_why_there_is_nothing_to_sort(panel: TimelinePanel) -> None:
    sort = actions_of_menu(panel, FEAR)["Sort its causes and consequences"]
    assert not sort.isEnabled()
    assert sort.toolTip() == "The course names no cause and no consequence of it."
    close_menu()


def test_a_topic_without_factors_says_so(panel: TimelinePanel) -> None:
    panel.set_scope(full_id("topic", "Nothing happened"))
    assert panel.empty.isVisible()
    assert panel.empty.label.text() == "This topic has no factors to show in time."


def test_without_a_course_the_panel_says_what_it_is_for(panel: TimelinePanel) -> None:
    panel.set_source(None)
    assert panel.empty.label.text() == "Open a course, and what happened in it stands here in time."


def test_a_course_that_cannot_be_read_is_said_in_a_sentence(
    panel: TimelinePanel, source: Timeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_topic: str) -> None:
        raise PackError(N_("This topic is no longer in the course."))

    monkeypatch.setattr(source, "entries", refuse)
    panel.set_scope(full_id("topic", LATER))
    assert panel.empty.label.text() == "This topic is no longer in the course."


def test_a_hidden_panel_asks_nothing_until_it_is_shown(
    panel: TimelinePanel, source: Timeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    read = source.entries

    def entries(topic: str) -> tuple[TimelineEntry, ...]:
        asked.append(topic)
        return read(topic)

    monkeypatch.setattr(source, "entries", entries)
    panel.hide()
    panel.set_scope(full_id("topic", LATER))
    assert asked == []
    panel.show()
    assert asked == [full_id("topic", LATER)]


def test_the_buttons_zoom(panel: TimelinePanel) -> None:
    whole = panel.view.scale.per_day
    panel.toolbar.in_button.click()
    assert panel.view.scale.per_day > whole
    panel.toolbar.out_button.click()
    assert panel.view.scale.per_day == pytest.approx(whole)
    panel.toolbar.in_button.click()
    panel.toolbar.all_button.click()
    assert panel.view.scale.per_day == whole


def test_a_long_row_of_the_list_is_wrapped_not_cut_off(panel: TimelinePanel, qtbot: QtBot) -> None:
    panel.show_list(True)
    assert panel.list is not None
    index = panel.list.rows.index_of(WAR)
    one_line = panel.list.visualRect(index).height()
    panel.list.setMaximumWidth(190)
    qtbot.waitUntil(lambda: panel.list.visualRect(index).height() > one_line)  # type: ignore[union-attr]
