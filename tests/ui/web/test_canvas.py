"""The canvas by mouse: cards are brought, carried and put back, links drawn, ground looked over."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from studyapp.domain.boards.web import Point, Relation, is_own
from studyapp.ui.board import line_dialog
from studyapp.ui.web.geometry import GRID, handle
from studyapp.ui.web.under import link_under
from studyapp.ui.web.wording import link_tooltip
from tests.ui.web.conftest import FEAR, LOAN, TREATY, VICTORY, YALTA
from tests.web_driver import CONTROL, WebDriver

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def two(driver: WebDriver) -> WebDriver:
    """A web with a cause above its consequence."""
    driver.bring(YALTA, 0.4, 0.25)
    driver.bring(TREATY, 0.4, 0.75)
    return driver


def turned(driver: WebDriver, at: QPointF, by: int, modifiers: Qt.KeyboardModifier) -> None:
    event = QWheelEvent(
        at,
        QPointF(driver.canvas.mapToGlobal(at.toPoint())),
        QPoint(),
        QPoint(0, by),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(driver.canvas, event)


def test_a_card_lies_where_it_was_let_go_on_the_grid(driver: WebDriver) -> None:
    place = driver.canvas.sight.to_web(driver.ground(0.5, 0.5))
    driver.bring(YALTA, 0.5, 0.5)
    at = driver.model.web.cards[YALTA].at
    assert abs(at.x + 100 - place.x()) <= GRID
    assert abs(at.y + 36 - place.y()) <= GRID
    assert at.x % GRID == at.y % GRID == 0
    assert YALTA not in driver.model.tray


def test_a_card_let_go_over_the_tray_stays_there(driver: WebDriver) -> None:
    driver.drag(driver.middle(YALTA), driver.middle(FEAR))
    assert driver.model.web.cards == {}


def test_a_card_is_carried_and_its_link_goes_with_it(two: WebDriver) -> None:
    two.draw((YALTA, TREATY))
    before = two.canvas.shape.lines[YALTA, TREATY]
    two.drag(two.middle(YALTA), two.ground(0.7, 0.3))
    assert two.canvas.shape.lines[YALTA, TREATY] != before


def test_escape_lets_a_carried_card_go_back(two: WebDriver) -> None:
    before = two.model.web
    two.press(two.middle(YALTA))
    two.carry(two.ground(0.6, 0.6))
    two.key(Qt.Key.Key_Escape)
    two.release(two.ground(0.6, 0.6))
    assert two.model.web == before


def test_a_card_carried_over_the_tray_is_put_back_with_its_links(two: WebDriver) -> None:
    two.draw((YALTA, TREATY))
    two.drag(two.middle(YALTA), two.canvas.tray.area.center())
    assert YALTA in two.model.tray
    assert two.model.web.links == {}
    two.model.undo()
    assert two.model.web.links.keys() == {(YALTA, TREATY)}


def test_a_link_is_drawn_from_the_knob_and_becomes_the_current_one(two: WebDriver) -> None:
    two.draw((YALTA, TREATY))
    assert two.model.web.links.keys() == {(YALTA, TREATY)}
    assert two.model.link == (YALTA, TREATY)
    assert two.panel.link_box.because.hasFocus()


def test_a_link_is_drawn_by_dragging_with_ctrl_too(two: WebDriver) -> None:
    two.drag(two.middle(TREATY), two.middle(YALTA), CONTROL)
    assert two.model.web.links.keys() == {(TREATY, YALTA)}


def test_a_link_let_go_over_empty_ground_is_not_drawn(two: WebDriver) -> None:
    two.click(two.middle(YALTA))
    knob = two.canvas.sight.to_view(handle(two.canvas.shape.areas[YALTA]))
    two.drag(knob, two.ground(0.95, 0.1))
    assert two.model.web.links == {}


def test_a_carried_card_snaps_into_line_with_another(two: WebDriver) -> None:
    start = two.middle(YALTA)
    there = QPointF(two.middle(TREATY).x() + 3, start.y() + 40)
    two.press(start)
    two.carry(start + QPointF(40, 0))
    two.carry(there)
    two.release(there)
    assert two.model.web.cards[YALTA].at.x == two.model.web.cards[TREATY].at.x


def test_a_band_selects_what_it_touches_and_all_of_it_is_carried(two: WebDriver) -> None:
    two.drag(two.ground(0.02, 0.02), two.ground(0.98, 0.98))
    assert two.model.selected == {YALTA, TREATY}
    before = {name: card.at for name, card in two.model.web.cards.items()}
    two.drag(two.middle(YALTA), two.middle(YALTA) + QPointF(64, 32))
    moved = {name: card.at for name, card in two.model.web.cards.items()}
    ways = {(moved[name].x - at.x, moved[name].y - at.y) for name, at in before.items()}
    assert len(ways) == 1
    two.model.undo()
    assert {name: card.at for name, card in two.model.web.cards.items()} == before


def test_shift_and_a_click_select_one_more(two: WebDriver) -> None:
    two.click(two.middle(YALTA))
    two.click(two.middle(TREATY), SHIFT)
    assert two.model.selected == {YALTA, TREATY}


def test_the_words_of_a_link_can_be_dragged_clear(two: WebDriver) -> None:
    two.draw((YALTA, TREATY))
    two.panel.link_box.because.setText("Stalin wanted to keep it")
    two.panel.link_box.keep()
    line = two.canvas.shape.lines[YALTA, TREATY]
    words = two.canvas.sight.to_view(line.center())
    two.drag(words, words + QPointF(160, 0))
    assert two.model.web.links[YALTA, TREATY].label == Point(160, 0)
    assert link_under(two.canvas, words + QPointF(160, 0)) == (YALTA, TREATY)


def test_a_click_on_a_link_makes_it_the_current_one(two: WebDriver) -> None:
    two.draw((YALTA, TREATY))
    two.click(two.ground(0.9, 0.05))
    assert two.model.link is None
    two.click(two.canvas.sight.to_view(two.canvas.shape.lines[YALTA, TREATY].center()))
    assert two.model.link == (YALTA, TREATY)


def test_ctrl_and_the_wheel_look_closer_at_what_is_under_the_mouse(two: WebDriver) -> None:
    at = two.middle(YALTA)
    place = two.canvas.sight.to_web(at)
    turned(two, at, 120, CONTROL)
    assert two.canvas.sight.scale > 1
    away = two.canvas.sight.to_web(at) - place
    assert away.manhattanLength() < 0.01


def test_the_wheel_alone_looks_further(two: WebDriver) -> None:
    before = two.canvas.sight.origin.y()
    turned(two, two.middle(YALTA), -120, Qt.KeyboardModifier.NoModifier)
    assert two.canvas.sight.origin.y() > before


def test_fit_shows_all_cards(two: WebDriver) -> None:
    two.model.place({FEAR: Point(4000, 3000)})
    two.panel.fit_button.click()
    for area in two.canvas.shape.areas.values():
        assert two.canvas.sight.area.contains(area)


def test_a_click_on_the_map_looks_there(two: WebDriver) -> None:
    two.model.place({FEAR: Point(4000, 3000)})
    room = two.canvas.sight.room
    two.click(QPointF(room.right() - 20, room.bottom() - 20))
    assert two.canvas.sight.area.center().x() > 2000


def test_a_double_click_brings_a_card_of_the_tray(driver: WebDriver) -> None:
    QTest.mouseDClick(driver.canvas, Qt.MouseButton.LeftButton, pos=driver.middle(LOAN).toPoint())
    assert LOAN in driver.model.web.cards


def test_a_double_click_on_empty_ground_writes_a_card_of_ones_own(
    driver: WebDriver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(line_dialog, "ask", lambda *_asked: "My view")
    point = driver.ground(0.5, 0.5).toPoint()
    QTest.mouseDClick(driver.canvas, Qt.MouseButton.LeftButton, pos=point)
    [name] = driver.model.web.cards
    assert is_own(name)
    assert driver.model.factor(name).title == "My view"


def test_laying_out_puts_causes_above_and_is_one_step(two: WebDriver) -> None:
    two.bring(VICTORY, 0.8, 0.9)
    two.draw((VICTORY, TREATY))
    two.draw((TREATY, YALTA))
    before = two.model.web
    two.panel.layout_button.click()
    at = {name: card.at.y for name, card in two.model.web.cards.items()}
    assert at[VICTORY] < at[TREATY] < at[YALTA]
    two.model.undo()
    assert two.model.web == before


def test_words_of_links_do_not_cover_each_other_or_a_card(driver: WebDriver) -> None:
    for name, x in ((YALTA, 0.16), (VICTORY, 0.5), (FEAR, 0.84)):
        driver.bring(name, x, 0.1)
    driver.bring(TREATY, 0.5, 0.9)
    for name in (YALTA, VICTORY, FEAR):
        driver.draw((name, TREATY))
    driver.board.check()
    canvas = driver.canvas
    areas = [canvas.painter.label_area(pair, line) for pair, line in canvas.shape.lines.items()]
    assert not any(area.isEmpty() for area in areas)
    cards = list(canvas.shape.areas.values())
    for at, area in enumerate(areas):
        assert not any(area.intersects(other) for other in (*areas[:at], *cards))


def described(driver: WebDriver, because: str) -> tuple[str, ...]:
    """Say why a cause led to its consequence; return the words beside the link."""
    driver.draw((YALTA, TREATY))
    driver.model.describe((YALTA, TREATY), Relation.LED_TO, because)
    return driver.canvas.painter.label_lines((YALTA, TREATY))


def test_long_words_of_a_link_stand_whole_on_two_lines_where_there_is_room(
    two: WebDriver,
) -> None:
    because = "Stalin wanted to keep what he had been promised at Yalta in February 1945"
    lines = described(two, because)
    assert len(lines) == 2
    assert " ".join(lines) == because


def test_words_that_are_too_long_are_cut_off_and_whole_in_the_tooltip(two: WebDriver) -> None:
    because = "Stalin wanted to keep it. " * 12
    lines = described(two, because.strip())
    assert len(lines) == 2
    assert lines[-1].endswith("…")
    assert because.strip() in link_tooltip(two.model, (YALTA, TREATY))
    assert because.strip() in two.panel.link_box.because.toolTip()


def test_long_words_of_many_links_cover_neither_each_other_nor_a_card(driver: WebDriver) -> None:
    causes = [name for name in driver.model.tray if name != TREATY]
    spots = {name: Point(at % 3 * 224, at // 3 * 128) for at, name in enumerate(causes)}
    driver.model.place({**spots, TREATY: Point(224, 520)})
    for name in causes:
        driver.model.draw((name, TREATY))
        driver.model.describe((name, TREATY), Relation.LONG, "Both of them feared its return. " * 3)
    canvas = driver.canvas
    areas = [canvas.painter.label_area(pair, line) for pair, line in canvas.shape.lines.items()]
    areas = [area for area in areas if not area.isEmpty()]
    assert len(areas) >= len(causes) / 2
    cards = list(canvas.shape.areas.values())
    for at, area in enumerate(areas):
        assert not any(area.intersects(other) for other in (*areas[:at], *cards))


def test_words_that_were_dragged_stay_where_they_were_put(two: WebDriver) -> None:
    described(two, "Stalin wanted to keep it")
    two.model.move_label((YALTA, TREATY), Point(160, 0))
    area = two.canvas.painter.label_area((YALTA, TREATY), two.canvas.shape.lines[YALTA, TREATY])
    two.model.place({FEAR: Point(round(area.center().x()) - 420, round(area.center().y()) - 36)})
    two.panel.check()
    again = two.canvas.painter.label_area((YALTA, TREATY), two.canvas.shape.lines[YALTA, TREATY])
    assert again.center() == area.center()


def test_what_one_works_on_stays_where_it_is(two: WebDriver) -> None:
    before = two.middle(YALTA)
    two.bring(FEAR, 0.9, 0.5)
    two.draw((YALTA, TREATY))
    two.panel.check()
    assert two.middle(YALTA) == before


def test_the_right_button_says_nothing_before_its_menu(two: WebDriver, said: list[str]) -> None:
    two.model.choose(YALTA)
    said.clear()
    QTest.mouseClick(two.canvas, Qt.MouseButton.RightButton, pos=two.middle(TREATY).toPoint())
    assert said == []


def test_another_button_neither_ends_a_drag_nor_begins_another(two: WebDriver) -> None:
    middle = Qt.MouseButton.MiddleButton
    start, before = two.middle(YALTA), two.model.web
    two.press(start)
    two.carry(start + QPointF(60, 0))
    gesture = two.canvas.gesture
    QTest.mousePress(two.canvas, middle, pos=start.toPoint())
    QTest.mouseRelease(two.canvas, middle, pos=start.toPoint())
    assert two.canvas.gesture is gesture
    assert two.model.web == before
    two.release(start + QPointF(60, 0))
    assert two.model.web != before
