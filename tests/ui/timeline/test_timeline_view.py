"""The timeline: seen, zoomed, panned, walked and clicked."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QHelpEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPointingDevice,
    QWheelEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from studyapp.domain.dates import day_number
from studyapp.ui.look import tokens
from studyapp.ui.look.theme import Theme
from studyapp.ui.timeline.painting import AXIS, mixed
from studyapp.ui.timeline.timeline_panel import TimelinePanel
from studyapp.ui.timeline.timeline_view import TimelineView
from tests.dialog_driver import no_grab
from tests.ui.look.test_tokens import contrast
from tests.ui.timeline.conftest import FEAR, STALIN, TREATY, VICTORY, WAR, YALTA, named

_NONE, _CONTROL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
SPLIT = named("Split")


@pytest.fixture
def view(panel: TimelinePanel) -> TimelineView:
    panel.view.setFocus()
    QApplication.processEvents()
    return panel.view


def middle(view: TimelineView, factor: str) -> QPoint:
    """Return a point of a factor's words, in the view."""
    view.select(factor, says=False)
    box = view.plan.boxes[factor]
    left = box.left - (view.offset if box.ends else 0)
    return QPoint(round(max(left, 0) + 12), round(box.top + AXIS - view.down + 12))


def turn(view: TimelineView, at: QPointF, y: int, keys: Qt.KeyboardModifier = _NONE) -> None:
    """Turn the wheel at a point of the view."""
    event = QWheelEvent(
        at,
        QPointF(view.viewport().mapToGlobal(at.toPoint())),
        QPoint(),
        QPoint(0, y),
        Qt.MouseButton.NoButton,
        keys,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.viewport(), event)


def drag(view: TimelineView, start: QPoint, end: QPoint) -> None:
    """Drag the empty ground: QTest's own moves say that no button is held."""
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, _NONE, start)
    place = QPointF(end)
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        place,
        QPointF(view.viewport().mapToGlobal(end)),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.LeftButton,
        _NONE,
    )
    QApplication.sendEvent(view.viewport(), event)
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, _NONE, end)


def test_at_first_every_year_is_in_sight(view: TimelineView) -> None:
    width = view.room
    assert view.horizontalScrollBar().maximum() == 0
    assert view.scale.left < day_number(1937, 7, 1)
    assert view.scale.day(width) > day_number(1956, 1, 1)


def test_ctrl_and_wheel_zoom_around_the_pointer(view: TimelineView) -> None:
    at = QPointF(300, 100)
    before = view.scale
    turn(view, at, 120, _CONTROL)
    assert view.scale.per_day > before.per_day
    assert view.scale.day(300) == pytest.approx(before.day(300))
    turn(view, at, -120, _CONTROL)
    assert view.scale.per_day == pytest.approx(before.per_day)


def test_a_pinch_zooms_around_the_fingers(view: TimelineView) -> None:
    before = view.scale
    at = QPointF(300, 100)
    event = QNativeGestureEvent(
        Qt.NativeGestureType.ZoomNativeGesture,
        QPointingDevice.primaryPointingDevice(),
        2,
        at,
        at,
        at,
        0.5,
        QPointF(),
        1,
    )
    QApplication.sendEvent(view.viewport(), event)
    assert view.scale.per_day == pytest.approx(before.per_day * 1.5)
    assert view.scale.day(300) == pytest.approx(before.day(300))


def test_keys_zoom_to_months_and_0_has_everything_in_sight_again(view: TimelineView) -> None:
    whole = view.scale
    for _ in range(30):
        QTest.keyClick(view, Qt.Key.Key_Plus)
    assert view.scale.per_day * 28 > 64, "no month has room for its name"
    QTest.keyClick(view, Qt.Key.Key_Minus)
    assert view.scale.per_day < 12
    QTest.keyClick(view, Qt.Key.Key_0)
    assert view.scale == whole


def test_zooming_by_keys_leaves_the_current_factor_in_its_place(view: TimelineView) -> None:
    view.select(VICTORY)
    day = day_number(1949, 10, 1)
    before = view.scale.x(day)
    QTest.keyClick(view, Qt.Key.Key_Plus)
    assert view.scale.x(day) == pytest.approx(before)


def test_the_wheel_goes_down_and_with_shift_on_in_time(view: TimelineView) -> None:
    view.zoom_by(8, 100)
    view.window().resize(520, 330)
    QApplication.processEvents()
    view.verticalScrollBar().setValue(0)
    before, down = view.scale.left, view.down
    turn(view, QPointF(100, 100), -120)
    assert view.down > down
    assert view.scale.left == before
    turn(view, QPointF(100, 100), -120, Qt.KeyboardModifier.ShiftModifier)
    assert view.scale.left > before


def test_the_wheel_goes_on_in_time_where_all_lanes_are_in_sight(view: TimelineView) -> None:
    view.window().resize(520, 1200)
    QApplication.processEvents()
    view.zoom_by(8, 100)
    assert view.verticalScrollBar().maximum() == 0
    before = view.scale.left
    turn(view, QPointF(100, 100), -120)
    assert view.scale.left > before


def test_the_empty_ground_is_dragged_along(view: TimelineView) -> None:
    view.zoom_by(8, 100)
    ground = QPoint(300, 10)
    day = view.scale.day(300)
    drag(view, ground, QPoint(200, 10))
    assert view.scale.day(200) == pytest.approx(day)


def test_the_scroll_bar_moves_time(view: TimelineView) -> None:
    view.zoom_by(8, 100)
    bar = view.horizontalScrollBar()
    bar.setValue(bar.maximum())
    assert view.scale.day(view.room) > day_number(1956, 1, 1)
    bar.setValue(0)
    assert view.scale.left < day_number(1937, 7, 1)


def test_a_narrower_view_still_has_everything_in_sight(view: TimelineView) -> None:
    view.window().resize(390, 500)
    QApplication.processEvents()
    assert view.horizontalScrollBar().maximum() == 0


def test_arrow_keys_walk_in_order_of_time_and_from_lane_to_lane(
    view: TimelineView, said: list[str]
) -> None:
    walked = []
    keys = (Qt.Key.Key_Home, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Right)
    for key in (*keys, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Up):
        QTest.keyClick(view, key)
        walked.append(view.current)
    assert walked == [WAR, YALTA, TREATY, VICTORY, SPLIT, STALIN, FEAR, STALIN, SPLIT]
    assert said[0] == "War with Japan, July 1937 – September 1945, in Territory, 1 of 3"
    assert said[5] == "Stalin dies, about March 1953, in Without a theme, 1 of 1"
    assert said[6] == "Fear of Japan, Territory, in Without a date, 1 of 1"


def test_home_and_end_go_to_the_first_and_the_last_of_the_lane(view: TimelineView) -> None:
    view.select(YALTA)
    QTest.keyClick(view, Qt.Key.Key_End)
    assert view.current == TREATY
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert view.current == WAR


def test_what_is_walked_to_comes_into_sight(view: TimelineView) -> None:
    for _ in range(6):
        view.zoom_by(1.5, 0)
    view.window().resize(520, 330)
    QApplication.processEvents()
    for factor in (WAR, TREATY, SPLIT, STALIN, FEAR):
        view.select(factor)
        box = view.plan.boxes[factor]
        top = box.top - view.down
        assert 0 <= top <= view.viewport().height() - AXIS - box.height
        if box.ends:
            assert box.left < view.offset + view.room
            assert box.right > view.offset


def test_enter_and_a_click_choose_a_factor(view: TimelineView, qtbot: QtBot) -> None:
    view.select(YALTA)
    with qtbot.waitSignal(view.factor_chosen) as pressed:
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert pressed.args == [YALTA]
    at = middle(view, STALIN)
    with qtbot.waitSignal(view.factor_chosen) as clicked:
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, _NONE, at)
    assert clicked.args == [STALIN]
    assert view.current == STALIN


def test_a_click_on_the_empty_ground_chooses_nothing(view: TimelineView, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(view.factor_chosen):
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, _NONE, QPoint(300, 10))


def test_what_lies_under_the_name_of_its_lane_is_not_found_there(view: TimelineView) -> None:
    view.window().resize(520, 330)
    QApplication.processEvents()
    box = view.plan.boxes[WAR]
    at = QPointF(box.left + 12, box.top + AXIS + 12)
    assert view.box_at(at) == box
    view.verticalScrollBar().setValue(20)
    assert view.box_at(at - QPointF(0, 20)) is None


def test_the_pointer_is_told_all_that_is_known_of_a_factor(view: TimelineView) -> None:
    at = middle(view, WAR)
    event = QHelpEvent(QEvent.Type.ToolTip, at, view.viewport().mapToGlobal(at))
    QApplication.sendEvent(view.viewport(), event)
    words = QToolTip.text()
    QToolTip.hideText()
    for part in (
        "War with Japan, July 1937 – September 1945",
        "More of War",
        "Territory, Ideology",
    ):
        assert part in words


@no_grab
@pytest.mark.parametrize(
    "reason", [QContextMenuEvent.Reason.Keyboard, QContextMenuEvent.Reason.Mouse]
)
def test_the_menu_is_about_the_factor_pointed_at_or_walked_to(
    view: TimelineView, qtbot: QtBot, reason: QContextMenuEvent.Reason
) -> None:
    at = middle(view, VICTORY)
    event = QContextMenuEvent(reason, at, view.viewport().mapToGlobal(at))
    with qtbot.waitSignal(view.menu_wanted) as asked:
        QApplication.sendEvent(view.viewport(), event)
    assert asked.args is not None
    assert asked.args[0] == VICTORY
    menu = QApplication.activePopupWidget()
    assert menu is not None
    menu.close()


def test_the_current_factor_has_a_ring_while_the_view_has_the_focus(view: TimelineView) -> None:
    view.select(YALTA)
    box = view.plan.boxes[YALTA]
    left, middle = round(box.left), round(box.top + AXIS - view.down + 19)
    accent = view.theme.colour("accent").name()

    def beside() -> set[str]:
        picture = view.viewport().grab().toImage()
        return {picture.pixelColor(x, middle).name() for x in range(left - 6, left)}

    assert accent in beside()
    view.clearFocus()
    assert accent not in beside()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("role", ["text", "muted"])
def test_words_can_be_read_on_the_ground_of_every_theme(scheme: tokens.Scheme, role: str) -> None:
    theme = Theme(scheme)
    for hue in tokens.HUES:
        ground = mixed(theme.colour("raised"), theme.hue(hue)).name()
        assert contrast(theme.colour(role).name(), ground) >= 4.5, hue


def test_a_doubtful_date_looks_otherwise_than_a_sure_one(view: TimelineView) -> None:
    """The post of a sure date is one piece; that of a doubtful one has gaps."""
    view.clearFocus()
    for factor, is_sure in ((VICTORY, True), (STALIN, False)):
        view.select(factor, says=False)
        box = view.plan.boxes[factor]
        picture = view.viewport().grab().toImage()
        x = round(box.start + 2)
        top = round(box.top + AXIS - view.down)
        column = {
            picture.pixelColor(x, top + down).name() for down in range(3, round(box.height) - 3)
        }
        hue = view.hue(view.content.entry(factor).theme).name()
        assert hue in column
        assert (column == {hue}) is is_sure, factor


def test_no_height_makes_a_scroll_bar_come_and_go(view: TimelineView) -> None:
    for height in range(240, 700, 20):
        view.window().resize(520, height)
        QApplication.processEvents()
        assert view.plan.width == pytest.approx(view.room)
        is_whole = view.plan.height <= view.viewport().height() - AXIS
        assert (view.verticalScrollBar().maximum() == 0) is is_whole


def test_words_have_room_for_every_letter(view: TimelineView) -> None:
    for entry in view.content.entries:
        wide = view.fontMetrics().horizontalAdvance(entry.title)
        assert view.size_of(entry)[0] >= wide + 2 * 10
