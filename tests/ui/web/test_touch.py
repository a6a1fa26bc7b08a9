"""The web by finger and pen, with the events that a screen and a tablet send."""

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QInputDevice
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from studyapp.ui.web.geometry import handle
from tests.dialog_driver import no_grab
from tests.hands import FINGER, MOUSE, PEN, Hand
from tests.ui.web.conftest import TREATY, YALTA
from tests.web_driver import WebDriver

both = pytest.mark.parametrize("kind", [FINGER, PEN])


@pytest.fixture
def two(driver: WebDriver) -> WebDriver:
    """A web on which two cards lie."""
    driver.bring(YALTA, 0.3, 0.2)
    driver.bring(TREATY, 0.3, 0.7)
    return driver


def hand(driver: WebDriver, kind: QInputDevice.DeviceType) -> Hand:
    return Hand(driver.canvas, kind)


def menus(driver: WebDriver) -> list[QMenu]:
    found = driver.panel.findChildren(QMenu)
    return [menu for menu in found if menu.isVisible()]


@both
def test_a_card_is_dragged_from_the_tray(driver: WebDriver, kind: QInputDevice.DeviceType) -> None:
    hand(driver, kind).drag(driver.middle(YALTA), driver.ground(0.5, 0.5))
    assert set(driver.model.web.cards) == {YALTA}


@both
def test_a_card_is_dragged_over_the_web(two: WebDriver, kind: QInputDevice.DeviceType) -> None:
    before = two.model.web.cards[YALTA].at
    hand(two, kind).drag(two.middle(YALTA), two.ground(0.7, 0.3))
    assert two.model.web.cards[YALTA].at != before


@both
def test_a_link_is_drawn_from_the_knob_of_a_card_that_was_tapped(
    two: WebDriver, kind: QInputDevice.DeviceType
) -> None:
    hand(two, kind).click(two.middle(YALTA))
    knob = two.canvas.sight.to_view(handle(two.canvas.shape.areas[YALTA]))
    hand(two, kind).drag(knob, two.middle(TREATY))
    assert set(two.model.web.links) == {(YALTA, TREATY)}


def test_a_finger_on_the_ground_pans(two: WebDriver) -> None:
    before, scale = QPointF(two.canvas.sight.origin), two.canvas.sight.scale
    start = two.ground(0.8, 0.5)
    hand(two, FINGER).drag(start, start - QPointF(60, 40))
    moved = (two.canvas.sight.origin - before) * scale
    assert (round(moved.x()), round(moved.y())) == (60, 40)
    assert two.canvas.gesture is None


@pytest.mark.parametrize("kind", [MOUSE, PEN])
def test_mouse_and_pen_select_on_the_ground(two: WebDriver, kind: QInputDevice.DeviceType) -> None:
    hand(two, kind).drag(two.ground(0.99, 0.01), two.ground(0.01, 0.99))
    assert two.model.selected == {YALTA, TREATY}


@pytest.mark.parametrize(("apart", "further"), [(40, 80), (80, 50)])
def test_two_fingers_zoom_as_far_as_they_move(two: WebDriver, apart: int, further: int) -> None:
    two.canvas.zoom(1.0)
    before = two.canvas.sight.scale
    centre = two.ground(0.5, 0.5)
    fixed = two.canvas.sight.to_web(centre)
    hand(two, FINGER).pinch(centre, apart, further)
    # Qt takes the first step for the beginning.
    began = apart + (further - apart) / 6
    assert two.canvas.sight.scale == pytest.approx(before * further / began, rel=0.05)
    off = two.canvas.sight.to_view(fixed) - centre
    assert off.manhattanLength() < 4


def test_two_fingers_on_a_card_move_no_card(two: WebDriver) -> None:
    before = two.model.web
    hand(two, FINGER).pinch(two.middle(YALTA), 20, 60)
    assert two.model.web == before
    assert two.canvas.gesture is None


@no_grab
@both
def test_a_card_that_is_rested_on_shows_its_menu(
    two: WebDriver, kind: QInputDevice.DeviceType, qtbot: QtBot
) -> None:
    hand(two, kind).press(two.middle(YALTA))
    qtbot.waitUntil(lambda: bool(menus(two)))
    assert two.model.current == YALTA
    assert two.canvas.gesture is None
    [menu] = menus(two)
    assert "Begin a link here" in " ".join(action.text() for action in menu.actions())
    menu.close()
    hand(two, kind).release(two.middle(YALTA))


@both
def test_what_is_dragged_in_time_shows_no_menu(
    two: WebDriver, kind: QInputDevice.DeviceType, qtbot: QtBot
) -> None:
    hand(two, kind).press(two.middle(YALTA))
    hand(two, kind).move(two.ground(0.6, 0.4))
    qtbot.wait(600)
    assert menus(two) == []
    assert two.canvas.gesture is not None
    hand(two, kind).release(two.ground(0.6, 0.4))


def test_a_mouse_that_rests_shows_no_menu(two: WebDriver) -> None:
    hand(two, MOUSE).rest(two.middle(YALTA))
    assert menus(two) == []
