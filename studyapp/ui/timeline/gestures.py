"""What pointer, wheel and fingers do on the timeline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QNativeGestureEvent, QWheelEvent
from PySide6.QtWidgets import QGestureEvent, QPinchGesture

from studyapp.ui.pointer.dragging import drag_factor
from studyapp.ui.pointer.pointing import RESTED_MS, ask_for_menu, is_far, is_finger, is_hand
from studyapp.ui.timeline.layout import Box

if TYPE_CHECKING:
    from studyapp.ui.timeline.timeline_view import TimelineView

_ZOOM_A_NOTCH = 1.2
_NOTCH = 120
_LEFT = Qt.MouseButton.LeftButton


class Pointing:
    """One press: a click on a factor, a drag of it, or of the empty ground.

    A finger must rest on a factor to drag it; one that moves at once pans wherever it is.
    """

    def __init__(self, view: TimelineView) -> None:
        """Start with nothing pressed."""
        self._view = view
        self._pressed: Box | None = None
        self._held: QPointF | None = None
        self._start = QPointF()
        self._since = QElapsedTimer()
        self._per_day = 1.0

    def press(self, event: QMouseEvent) -> None:
        """Take hold of what is there."""
        if event.button() is not _LEFT:
            return
        point = event.position()
        self._start, self._held = point, point
        self._since.start()
        self._pressed = self._view.box_at(point)
        if self._pressed:
            self._view.select(self._pressed.entry.id)
        else:
            self._view.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)

    def move(self, event: QMouseEvent) -> None:
        """Carry what is held, or show what could be."""
        point = event.position()
        if self._held is None or not event.buttons() & _LEFT:
            self._show_hand(point)
        elif self._pressed is None:
            by, self._held = self._held - point, point
            self._view.pan(by.x(), by.y())
        elif is_far(self._start, point) and is_finger(event) and not self._has_rested():
            # A finger that moves at once means the ground below.
            self._pressed = None
        elif is_far(self._start, point):
            entry = self._pressed.entry
            # Qt does not tell of the release that ends a drag.
            self._forget()
            drag_factor(self._view, entry.id, entry.title)

    def release(self, event: QMouseEvent) -> None:
        """Open the factor that was pressed and not dragged."""
        if event.button() is not _LEFT:
            return
        pressed, wants_menu = self._pressed, is_hand(event) and self._has_rested()
        self._forget()
        if pressed and wants_menu:
            ask_for_menu(self._view.viewport(), event.position())
            return
        self._show_hand(event.position())
        if pressed and pressed == self._view.box_at(event.position()):
            self._view.factor_chosen.emit(pressed.entry.id)

    def pinch(self, event: QEvent) -> bool:
        """Zoom if fingers were moved apart or together; return whether it was that."""
        if isinstance(event, QNativeGestureEvent):
            if event.gestureType() is not Qt.NativeGestureType.ZoomNativeGesture:
                return False
            self._view.zoom_by(1 + event.value(), event.position().x())
            return True
        if isinstance(event, QGestureEvent):
            gesture = event.gesture(Qt.GestureType.PinchGesture)
            if isinstance(gesture, QPinchGesture):
                self._spread(gesture)
                return True
        return False

    def _spread(self, fingers: QPinchGesture) -> None:
        view = self._view
        if fingers.state() is Qt.GestureState.GestureStarted:
            self._forget()
            self._per_day = view.scale.per_day
        centre = view.viewport().mapFromGlobal(fingers.centerPoint())
        # Counted from the beginning: Qt may tell of the same step twice.
        wanted = self._per_day * fingers.totalScaleFactor()
        view.zoom_by(wanted / view.scale.per_day, centre.x())

    def _has_rested(self) -> bool:
        return self._since.hasExpired(RESTED_MS)

    def _forget(self) -> None:
        self._pressed = self._held = None

    def _show_hand(self, point: QPointF) -> None:
        shape = Qt.CursorShape.ArrowCursor
        if self._view.box_at(point):
            shape = Qt.CursorShape.PointingHandCursor
        self._view.viewport().setCursor(shape)


def turn_wheel(view: TimelineView, event: QWheelEvent) -> None:
    """Zoom around the pointer with Ctrl; else go down, or on in time if all lanes are in sight."""
    turned = event.angleDelta()
    if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
        view.zoom_by(_ZOOM_A_NOTCH ** (turned.y() / _NOTCH), event.position().x())
        event.accept()
        return
    # A touchpad says pixels, a wheel eighths of a degree.
    by = event.pixelDelta() if not event.pixelDelta().isNull() else turned
    along = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
    if along or not view.verticalScrollBar().maximum():
        view.pan(-by.x() - by.y(), 0)
    else:
        view.pan(-by.x(), -by.y())
    event.accept()
