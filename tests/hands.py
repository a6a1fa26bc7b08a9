"""Presses and drags by mouse, finger or pen, with the events that Qt sends for each.

- A finger's touches go to the window as they come from a screen, and Qt makes mouse events of them.
- A pen's events can be sent to a widget only: the mouse events that Qt makes of those that are not
  taken are made here, as Qt does.
- A widget that is dragged from sees the moves before it; a pointer of one's own needs a display.
"""

from functools import cache

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QInputDevice, QMouseEvent, QPointingDevice, QTabletEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from studyapp.ui.pointer.pointing import RESTED_MS

MOUSE, FINGER, PEN = (
    QInputDevice.DeviceType.Mouse,
    QInputDevice.DeviceType.TouchScreen,
    QInputDevice.DeviceType.Stylus,
)
_LEFT, _NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
_PLAIN = Qt.KeyboardModifier.NoModifier
_TABLET = {
    QEvent.Type.MouseButtonPress: QEvent.Type.TabletPress,
    QEvent.Type.MouseMove: QEvent.Type.TabletMove,
    QEvent.Type.MouseButtonRelease: QEvent.Type.TabletRelease,
}


@cache
def screen() -> QPointingDevice:
    """Return a touch screen, which Qt is told of once."""
    return QTest.createTouchDevice()


@cache
def pen() -> QPointingDevice:
    """Return a pen."""
    return QPointingDevice(
        "pen",
        7,
        QInputDevice.DeviceType.Stylus,
        QPointingDevice.PointerType.Pen,
        QInputDevice.Capability.Position,
        1,
        2,
    )


class Hand:
    """Acts on one widget, or on a view's viewport; points are its own."""

    def __init__(
        self,
        widget: QWidget,
        kind: QInputDevice.DeviceType = MOUSE,
        modifiers: Qt.KeyboardModifier = _PLAIN,
    ) -> None:
        self.widget, self.kind, self.modifiers = widget, kind, modifiers

    def press(self, at: QPointF) -> None:
        """Press the left button, or touch."""
        if self.kind is FINGER:
            QTest.touchEvent(self.widget, screen()).press(0, at.toPoint(), self.widget).commit()
        else:
            self._send(QEvent.Type.MouseButtonPress, at, _LEFT, _LEFT)

    def move(self, at: QPointF) -> None:
        """Move while pressing."""
        if self.kind is FINGER:
            QTest.touchEvent(self.widget, screen()).move(0, at.toPoint(), self.widget).commit()
        else:
            self._send(QEvent.Type.MouseMove, at, _NONE, _LEFT)

    def release(self, at: QPointF) -> None:
        """Let go."""
        if self.kind is FINGER:
            QTest.touchEvent(self.widget, screen()).release(0, at.toPoint(), self.widget).commit()
        else:
            self._send(QEvent.Type.MouseButtonRelease, at, _LEFT, _NONE)

    def click(self, at: QPointF) -> None:
        """Press and let go, or tap."""
        self.press(at)
        self.release(at)

    def drag(self, start: QPointF, end: QPointF, rests: bool = False) -> None:
        """Press, move far enough to mean it, go there, let go; a hand that rests waits first."""
        self.press(start)
        if rests:
            QTest.qWait(RESTED_MS + 50)
        way = end - start
        far = (QApplication.startDragDistance() + 2) / max(1.0, way.manhattanLength())
        self.move(start + way * min(1.0, far))
        self.move(end)
        self.release(end)

    def rest(self, at: QPointF) -> None:
        """Press, wait without moving, let go."""
        self.press(at)
        QTest.qWait(RESTED_MS + 50)
        self.release(at)

    def pinch(self, middle: QPointF, apart: float, further: float) -> None:
        """Put two fingers beside a point and move them from `apart` to `further` pixels away."""
        steps = [apart + (further - apart) * step / 6 for step in range(7)]
        for number, away in enumerate(steps):
            touch = QTest.touchEvent(self.widget, screen())
            for finger, side in enumerate((-away, away)):
                at = (middle + QPointF(side, 0)).toPoint()
                if number == 0:
                    touch.press(finger, at, self.widget)
                else:
                    touch.move(finger, at, self.widget)
            touch.commit()
        touch = QTest.touchEvent(self.widget, screen())
        for finger, side in enumerate((-further, further)):
            touch.release(finger, (middle + QPointF(side, 0)).toPoint(), self.widget)
        touch.commit()

    def _send(
        self, kind: QEvent.Type, at: QPointF, button: Qt.MouseButton, held: Qt.MouseButton
    ) -> None:
        globally = QPointF(self.widget.mapToGlobal(at.toPoint()))
        device = QPointingDevice.primaryPointingDevice()
        if self.kind is PEN:
            device = pen()
            pressure = 1.0 if held is _LEFT else 0.0
            drawn = QTabletEvent(
                _TABLET[kind], device, at, globally, pressure, 0, 0, 0, 0, 0, _PLAIN, button, held
            )
            drawn.setAccepted(False)
            QApplication.sendEvent(self.widget, drawn)
            if drawn.isAccepted():
                return
        event = QMouseEvent(kind, at, globally, button, held, self.modifiers, device)
        QApplication.sendEvent(self.widget, event)
