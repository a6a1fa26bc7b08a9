"""Mouse, finger and pen: Qt makes mouse events of all three, but they have other habits.

A finger has no middle button to pan with, and neither finger nor pen a right one at hand: what they
rest on asks for its menu.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QPointF, QTimer
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPointerEvent, QSinglePointEvent
    from PySide6.QtWidgets import QWidget

# A finger or a pen that has rested so long asks for the menu.
RESTED_MS = 500


def is_finger(event: QPointerEvent) -> bool:
    """Say whether a finger did it."""
    from PySide6.QtGui import QInputDevice

    return event.deviceType() is QInputDevice.DeviceType.TouchScreen


def is_hand(event: QPointerEvent) -> bool:
    """Say whether a finger or a pen did it."""
    from PySide6.QtGui import QInputDevice

    pen = event.deviceType() is QInputDevice.DeviceType.Stylus
    return pen or is_finger(event)


def is_far(start: QPointF, point: QPointF) -> bool:
    """Say whether a hand has moved far enough to mean it."""
    return (point - start).manhattanLength() >= QApplication.startDragDistance()


def grab_pinch(widget: QWidget) -> None:
    """Ask for what two fingers do on a touch screen."""
    # On macOS Qt makes a pinch of the very events that come as they are too.
    if sys.platform != "darwin":
        widget.grabGesture(QtCore.Qt.GestureType.PinchGesture)


def ask_for_menu(widget: QWidget, at: QPointF) -> None:
    """Have a widget show its menu at a point, as by the right button."""
    from PySide6.QtGui import QContextMenuEvent

    mouse, point = QContextMenuEvent.Reason.Mouse, at.toPoint()
    asked = QContextMenuEvent(mouse, point, widget.mapToGlobal(point))
    QApplication.sendEvent(widget, asked)


class LongPress:
    """Asks for the menu of what a finger or a pen rests on; `let_go` ends what the press began."""

    def __init__(self, widget: QWidget, let_go: Callable[[], object]) -> None:
        """Wait for a press on `widget`."""
        self._widget, self._let_go = widget, let_go
        self._point = QPointF()
        self._waiting = QTimer(widget, singleShot=True, interval=RESTED_MS)
        self._waiting.timeout.connect(self._ask)

    def press(self, event: QSinglePointEvent) -> None:
        """Begin to wait, if a finger or a pen has pressed."""
        self._point = event.position()
        if is_hand(event):
            self._waiting.start()

    def move(self, event: QSinglePointEvent) -> None:
        """Wait no longer if what was pressed is dragged."""
        if is_far(self._point, event.position()):
            self._waiting.stop()

    def stop(self) -> None:
        """Wait no longer."""
        self._waiting.stop()

    def _ask(self) -> None:
        self._let_go()
        ask_for_menu(self._widget, self._point)
