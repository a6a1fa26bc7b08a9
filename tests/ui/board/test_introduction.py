"""The introduction: three steps in a strip, told once, that hide nothing and move nothing."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from studyapp.ui.board.board_panel import BoardPanel
from studyapp.ui.board.introduction import Introduction
from tests.board_driver import BoardDriver
from tests.builders import TOPIC, full_id
from tests.ui.board.conftest import named


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    told: list[str] = []
    monkeypatch.setattr(
        "studyapp.ui.board.introduction.announce", lambda _widget, text: told.append(text)
    )
    return told


def begun(panel: BoardPanel, take_focus: bool = False) -> Introduction:
    panel.introduce(take_focus)
    strip = panel.zones.introducing.strip
    assert strip is not None
    assert strip.isVisible()
    return strip


def place_of(widget: QWidget, panel: BoardPanel) -> QRect:
    return QRect(widget.mapTo(panel, QPoint(0, 0)), widget.size())


def focused() -> object:
    return QApplication.focusWidget()


def test_it_is_not_made_for_those_who_have_seen_it(driver: BoardDriver) -> None:
    assert driver.panel.zones.introducing.strip is None


def test_it_tells_three_steps_and_says_each_aloud(
    panel: BoardPanel, heard: list[str], qtbot: QtBot
) -> None:
    strip = begun(panel)
    places, buttons = [], []
    for _ in range(3):
        places.append(strip.place.text())
        buttons.append(strip.next_button.text())
        assert heard[-1] == f"Introduction to the board, {places[-1]}. {strip.text.text()}"
        if len(places) < 3:
            strip.next_button.click()
    assert places == ["1 of 3", "2 of 3", "3 of 3"]
    assert buttons == ["Next", "Next", "Done"]
    with qtbot.waitSignal(panel.zones.introducing.ended):
        strip.next_button.click()
    assert not strip.isVisible()
    assert "Help menu" in heard[-1]


def test_it_speaks_of_the_question_of_moving_and_of_checking(panel: BoardPanel) -> None:
    strip = begun(panel)
    for words in (("question", "tray"), ("Drag", "Ctrl", "Outline"), ("Check", "Hint", "passage")):
        assert all(word in strip.text.text() for word in words)
        strip.next_button.click()


def test_skipping_ends_it_at_once(panel: BoardPanel, qtbot: QtBot) -> None:
    strip = begun(panel)
    with qtbot.waitSignal(panel.zones.introducing.ended):
        strip.skip_button.click()
    assert not strip.isVisible()


def test_escape_skips_it_from_the_board_and_from_the_strip(panel: BoardPanel) -> None:
    for take_focus in (False, True):
        strip = begun(panel, take_focus)
        if not take_focus:
            panel.zones.board.setFocus()
        QTest.keyClick(strip.next_button if take_focus else panel.zones.board, Qt.Key.Key_Escape)
        assert not strip.isVisible()
        assert focused() is panel.zones.board


def test_escape_lets_go_of_a_card_before_it_skips(driver: BoardDriver) -> None:
    strip = begun(driver.panel)
    driver.panel.zones.board.setFocus()
    driver.take(named("Yalta agreement"))
    assert driver.scene.drag
    QTest.keyClick(driver.view, Qt.Key.Key_Escape)
    assert not driver.scene.drag
    assert strip.isVisible()


def test_it_takes_the_focus_only_when_it_was_asked_for(panel: BoardPanel) -> None:
    panel.zones.board.setFocus()
    strip = begun(panel)
    assert focused() is panel.zones.board
    panel.introduce(take_focus=True)
    assert focused() is strip.next_button


def test_tab_leads_from_skip_to_next(panel: BoardPanel) -> None:
    strip = begun(panel)
    strip.skip_button.setFocus()
    QTest.keyClick(strip.skip_button, Qt.Key.Key_Tab)
    assert focused() is strip.next_button


def test_its_button_says_what_it_goes_on_from(panel: BoardPanel) -> None:
    strip = begun(panel)
    strip.next_button.click()
    assert strip.next_button.accessibleDescription() == f"2 of 3. {strip.text.text()}"


@pytest.mark.parametrize("size", [(380, 560), (520, 640), (900, 640)])
def test_no_step_moves_the_board_or_is_cut_off(panel: BoardPanel, size: tuple[int, int]) -> None:
    panel.resize(*size)
    strip = begun(panel)
    heights = []
    for _ in range(3):
        QApplication.processEvents()
        heights.append(panel.zones.board.height())
        assert strip.text.heightForWidth(strip.text.width()) <= strip.text.height()
        strip.next_button.click()
    assert len(set(heights)) == 1


def test_it_covers_nothing_of_board_and_buttons(panel: BoardPanel) -> None:
    panel.resize(380, 560)
    strip = begun(panel)
    QApplication.processEvents()
    for other in (panel.chooser, panel.zones.toolbar, panel.zones.views, panel.zones.footer):
        assert other.isVisible()
        assert not place_of(strip, panel).intersects(place_of(other, panel))
    assert panel.zones.board.height() >= 160


def test_it_waits_for_a_board_and_begins_with_it(panel: BoardPanel) -> None:
    panel.set_scope(full_id("topic", "Nothing to sort"))
    panel.introduce()
    assert panel.zones.introducing.strip is None
    panel.set_scope(full_id("topic", TOPIC))
    assert panel.zones.introducing.is_on


def test_another_board_does_not_begin_it_again(panel: BoardPanel) -> None:
    strip = begun(panel)
    strip.next_button.click()
    panel.choose(panel.chooser.current())
    assert strip.place.text() == "2 of 3"


def test_the_legend_stays_beside_it_where_there_is_room(panel: BoardPanel) -> None:
    begun(panel)
    assert panel.zones.legend.isVisible()
    panel.resize(380, 480)
    QApplication.processEvents()
    assert not panel.zones.legend.isVisible()
