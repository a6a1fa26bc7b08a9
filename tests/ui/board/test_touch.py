"""The board of zones by finger and pen, with the events that a screen and a tablet send."""

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QInputDevice
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from studyapp.domain.boards.board import Spot, Zone
from studyapp.ui.board import layout
from tests.board_driver import BoardDriver
from tests.dialog_driver import no_grab
from tests.hands import FINGER, MOUSE, PEN, Hand
from tests.ui.board.conftest import named

YALTA = named("Yalta agreement")
both = pytest.mark.parametrize("kind", [FINGER, PEN])


def on_view(driver: BoardDriver, at: QPointF) -> QPointF:
    return QPointF(driver.view.mapFromScene(at))


def hand(driver: BoardDriver, kind: QInputDevice.DeviceType) -> Hand:
    return Hand(driver.view.viewport(), kind)


def menus(driver: BoardDriver) -> list[QMenu]:
    return [menu for menu in driver.view.findChildren(QMenu) if menu.isVisible()]


@both
def test_a_card_is_dragged_into_a_zone(driver: BoardDriver, kind: QInputDevice.DeviceType) -> None:
    there = layout.slot(driver.scene.frame, Spot(Zone.CAUSES, 0)).center()
    hand(driver, kind).drag(on_view(driver, driver.middle(YALTA)), on_view(driver, there))
    assert driver.model.factors_in(Zone.CAUSES) == (YALTA,)
    assert driver.painted() == driver.zones()


@no_grab
@both
def test_a_card_that_is_rested_on_shows_where_it_can_go(
    driver: BoardDriver, kind: QInputDevice.DeviceType, qtbot: QtBot
) -> None:
    at = on_view(driver, driver.middle(YALTA))
    hand(driver, kind).press(at)
    qtbot.waitUntil(lambda: bool(menus(driver)))
    assert driver.scene.current == YALTA
    menus(driver)[0].close()
    hand(driver, kind).release(at)
    hand(driver, MOUSE).move(at + QPointF(60, 60))
    assert driver.scene.drag is None
    assert driver.model.spot(YALTA).zone == Zone.TRAY


@both
def test_a_card_that_is_dragged_in_time_shows_no_menu(
    driver: BoardDriver, kind: QInputDevice.DeviceType, qtbot: QtBot
) -> None:
    at = on_view(driver, driver.middle(YALTA))
    hand(driver, kind).press(at)
    hand(driver, kind).move(at + QPointF(0, -40))
    qtbot.wait(600)
    assert menus(driver) == []
    assert driver.scene.drag is not None
    hand(driver, kind).release(at)


def test_a_finger_on_the_ground_scrolls(driver: BoardDriver) -> None:
    driver.panel.resize(500, 420)
    QApplication.processEvents()
    bar = driver.view.verticalScrollBar()
    assert bar.maximum() > 40
    ground = on_view(driver, driver.scene.frame.zones[Zone.CAUSES].center())
    hand(driver, FINGER).drag(ground, ground - QPointF(0, 30))
    assert bar.value() == 30


def test_a_mouse_that_rests_shows_no_menu(driver: BoardDriver) -> None:
    hand(driver, MOUSE).rest(on_view(driver, driver.middle(YALTA)))
    assert menus(driver) == []
