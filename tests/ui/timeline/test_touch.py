"""The timeline by finger and pen, with the events that a screen and a tablet send."""

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QInputDevice
from pytestqt.qtbot import QtBot

from studyapp.ui.timeline.painting import AXIS
from studyapp.ui.timeline.timeline_panel import TimelinePanel
from studyapp.ui.timeline.timeline_view import TimelineView
from tests.hands import FINGER, MOUSE, PEN, Hand
from tests.ui.timeline.conftest import VICTORY

both = pytest.mark.parametrize("kind", [FINGER, PEN])


@pytest.fixture
def view(panel: TimelinePanel) -> TimelineView:
    return panel.view


@pytest.fixture
def carried(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was dragged: a drag waits in a loop of its own for a pointer that a test has not."""
    told: list[str] = []
    monkeypatch.setattr(
        "studyapp.ui.timeline.gestures.drag_factor",
        lambda _source, factor, _title: told.append(factor),
    )
    return told


def over(view: TimelineView, factor: str) -> QPointF:
    """Return a point on a factor's words."""
    view.select(factor, says=False)
    box = view.plan.boxes[factor]
    left = box.left - (view.offset if box.ends else 0)
    return QPointF(round(left) + 20, round(box.top + AXIS - view.down) + 12)


@both
def test_a_tap_opens_a_factor(
    view: TimelineView, kind: QInputDevice.DeviceType, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(view.factor_chosen) as chosen:
        Hand(view.viewport(), kind).click(over(view, VICTORY))
    assert chosen.args == [VICTORY]


@pytest.mark.parametrize(("kind", "rests"), [(FINGER, True), (PEN, False), (MOUSE, False)])
def test_a_factor_is_dragged_out(
    view: TimelineView, carried: list[str], kind: QInputDevice.DeviceType, rests: bool
) -> None:
    at = over(view, VICTORY)
    Hand(view.viewport(), kind).drag(at, at + QPointF(0, 80), rests)
    assert carried == [VICTORY]


def test_a_finger_that_moves_at_once_pans_wherever_it_is(
    view: TimelineView, carried: list[str], qtbot: QtBot
) -> None:
    view.zoom_by(8)
    at = over(view, VICTORY)
    before = view.offset
    with qtbot.assertNotEmitted(view.factor_chosen):
        Hand(view.viewport(), FINGER).drag(at, at - QPointF(50, 0))
    assert round(view.offset - before) == 50
    assert carried == []


@both
def test_a_factor_that_is_rested_on_shows_its_menu(
    view: TimelineView, kind: QInputDevice.DeviceType, qtbot: QtBot
) -> None:
    view.menu_wanted.disconnect()
    at = over(view, VICTORY)
    with (
        qtbot.assertNotEmitted(view.factor_chosen),
        qtbot.waitSignal(view.menu_wanted) as asked,
    ):
        Hand(view.viewport(), kind).rest(at)
    assert asked.args is not None
    assert asked.args[0] == VICTORY


def test_two_fingers_zoom_as_far_as_they_move(view: TimelineView) -> None:
    view.zoom_by(4)
    before = view.scale.per_day
    Hand(view.viewport(), FINGER).pinch(QPointF(200, 200), 40, 80)
    # Qt takes the first step for the beginning.
    began = 40 + 40 / 6
    assert view.scale.per_day == pytest.approx(before * 80 / began, rel=0.05)
