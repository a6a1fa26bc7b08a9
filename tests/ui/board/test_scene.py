"""The board: cards dragged by mouse and walked by keys."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from studyapp.domain.boards.board import Spot, Zone
from studyapp.ui.board import layout
from studyapp.ui.look.tokens import SETTLE_MS
from tests.board_driver import BoardDriver
from tests.builders import TOPIC, full_id
from tests.ui.board.conftest import named

YALTA, VICTORY, LOAN = named("Yalta agreement"), named("Victory of 1949"), named("Soviet loan")


def test_a_dragged_card_lies_in_the_zone_it_was_dropped_on(driver: BoardDriver) -> None:
    driver.drag(YALTA, Zone.CAUSES, 0)
    driver.drag(LOAN, Zone.CONSEQUENCES, 0)
    assert driver.model.factors_in(Zone.CAUSES) == (YALTA,)
    assert driver.model.factors_in(Zone.CONSEQUENCES) == (LOAN,)


def test_a_card_dropped_on_another_takes_its_place(driver: BoardDriver) -> None:
    driver.drag(YALTA, Zone.CAUSES, 0)
    driver.drag(VICTORY, Zone.CAUSES, 0)
    assert driver.model.factors_in(Zone.CAUSES) == (VICTORY, YALTA)


def test_a_card_can_be_dragged_back_into_the_tray(driver: BoardDriver) -> None:
    before = driver.model.factors_in(Zone.TRAY)
    driver.drag(before[1], Zone.CAUSES, 0)
    driver.drag(before[1], Zone.TRAY, 1)
    assert driver.model.factors_in(Zone.TRAY) == before


def test_a_card_lands_where_its_landing_place_was_shown(driver: BoardDriver) -> None:
    driver.drag(YALTA, Zone.CAUSES, 0)
    driver.take(VICTORY)
    at = driver.scene.frame.zones[Zone.CAUSES].center()
    driver.carry(at)
    assert driver.scene.drag is not None
    shown = driver.scene.drag.slot()
    driver.release(at)
    assert shown is not None
    assert driver.scene.cards[VICTORY].pos() == shown.topLeft()


def test_the_zone_under_a_card_is_lit_and_others_make_room(driver: BoardDriver) -> None:
    driver.drag(YALTA, Zone.CAUSES, 0)
    driver.take(VICTORY)
    driver.carry(driver.middle(YALTA))
    assert driver.scene.drag is not None
    assert driver.scene.drag.landing == Spot(Zone.CAUSES, 0)
    second = layout.slot(driver.scene.frame, Spot(Zone.CAUSES, 1))
    assert driver.scene.cards[YALTA].pos() == second.topLeft()


def test_escape_takes_a_card_under_way_back(driver: BoardDriver) -> None:
    before, place = driver.zones(), driver.middle(YALTA)
    driver.take(YALTA)
    driver.carry(driver.scene.frame.zones[Zone.CAUSES].center())
    QTest.keyClick(driver.view, Qt.Key.Key_Escape)
    driver.release(driver.scene.frame.zones[Zone.CAUSES].center())
    assert driver.zones() == before
    assert driver.middle(YALTA) == place
    assert not driver.model.can_undo


def test_a_card_dropped_on_no_zone_goes_back(driver: BoardDriver) -> None:
    before = driver.zones()
    driver.drag_to(YALTA, driver.scene.frame.focus.center())
    assert driver.zones() == before
    assert driver.painted() == before


def test_a_click_moves_nothing_and_gives_the_card_the_focus(driver: BoardDriver) -> None:
    before = driver.zones()
    driver.press(driver.middle(YALTA))
    driver.release(driver.middle(YALTA))
    assert driver.zones() == before
    assert driver.scene.current == YALTA


def test_a_second_quick_press_can_begin_a_drag(driver: BoardDriver) -> None:
    QTest.mouseDClick(
        driver.view.viewport(),
        Qt.MouseButton.LeftButton,
        pos=driver.view.mapFromScene(driver.middle(YALTA)),
    )
    driver.drag(YALTA, Zone.CAUSES, 0)
    assert driver.model.factors_in(Zone.CAUSES) == (YALTA,)


def test_undo_during_a_drag_lets_the_card_go(driver: BoardDriver) -> None:
    driver.drag(YALTA, Zone.CAUSES, 0)
    driver.take(VICTORY)
    driver.panel.undo()
    driver.release(driver.scene.frame.zones[Zone.CAUSES].center())
    assert driver.scene.drag is None
    assert driver.model.factors_in(Zone.CAUSES) == ()
    assert driver.painted() == driver.zones()


def test_another_board_during_a_drag_lets_the_card_go(driver: BoardDriver) -> None:
    driver.take(YALTA)
    at = driver.scene.frame.zones[Zone.CAUSES].center()
    driver.carry(at)
    driver.panel.set_scope(full_id("topic", "Nothing to sort"))
    driver.panel.set_scope(full_id("topic", TOPIC))
    driver.release(at)
    assert driver.model.spot(YALTA).zone is Zone.TRAY
    assert driver.painted() == driver.zones()


def test_cards_glide_to_their_places_and_arrive(driver: BoardDriver) -> None:
    driver.scene.is_still = lambda: False
    start = driver.middle(YALTA)
    driver.keys(YALTA, Zone.CAUSES)
    assert driver.middle(YALTA) == start
    QTest.qWait(4 * SETTLE_MS)
    assert driver.painted() == driver.zones()


def test_keys_send_a_card_to_each_zone(driver: BoardDriver) -> None:
    for zone in (Zone.CAUSES, Zone.CONSEQUENCES, Zone.TRAY):
        driver.keys(YALTA, zone)
        assert driver.model.spot(YALTA).zone is zone


def test_delete_puts_a_card_back_into_the_tray(driver: BoardDriver) -> None:
    driver.keys(YALTA, Zone.CAUSES)
    QTest.keyClick(driver.view, Qt.Key.Key_Delete)
    assert driver.model.spot(YALTA).zone is Zone.TRAY


def test_alt_and_arrows_move_a_card_within_its_zone(driver: BoardDriver) -> None:
    driver.keys(YALTA, Zone.CAUSES)
    driver.keys(VICTORY, Zone.CAUSES)
    driver.nudge(VICTORY, -1)
    assert driver.model.factors_in(Zone.CAUSES) == (VICTORY, YALTA)


def test_home_and_end_go_to_the_ends_of_the_zone(driver: BoardDriver) -> None:
    first, *_, last = driver.model.factors_in(Zone.TRAY)
    driver.scene.focus_card(first)
    QTest.keyClick(driver.view, Qt.Key.Key_End)
    assert driver.scene.current == last
    QTest.keyClick(driver.view, Qt.Key.Key_Home)
    assert driver.scene.current == first


def test_arrow_keys_walk_to_the_next_card(driver: BoardDriver) -> None:
    first, second = driver.model.factors_in(Zone.TRAY)[:2]
    driver.scene.focus_card(first)
    QTest.keyClick(driver.view, Qt.Key.Key_Right)
    assert driver.scene.current == second
    QTest.keyClick(driver.view, Qt.Key.Key_Left)
    assert driver.scene.current == first


def test_a_board_that_gets_the_focus_has_a_card_with_focus(driver: BoardDriver) -> None:
    driver.panel.activateWindow()
    driver.view.setFocus(Qt.FocusReason.TabFocusReason)
    assert driver.scene.current == driver.model.factors_in(Zone.TRAY)[0]


def test_a_drag_at_the_lower_edge_scrolls_along(driver: BoardDriver, qtbot: QtBot) -> None:
    driver.panel.resize(400, 500)
    driver.take(driver.model.factors_in(Zone.TRAY)[0])
    bottom = driver.view.mapToScene(0, driver.view.viewport().height() - 2)
    driver.carry(QPointF(100, bottom.y()))
    qtbot.waitUntil(lambda: driver.view.verticalScrollBar().value() > 0)


def test_a_narrow_board_needs_no_scrolling_sideways(driver: BoardDriver) -> None:
    for width in (380, 480, 620, 700, 900, 1200):
        driver.panel.resize(width, 500)
        QTest.qWait(0)
        assert driver.scene.sceneRect().width() == driver.view.viewport().width()
