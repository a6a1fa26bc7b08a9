"""What fingers and pens do on the web that a mouse does otherwise: pan, zoom, ask for the menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QGestureEvent, QPinchGesture

from studyapp.ui.pointer.pointing import LongPress, grab_pinch, is_finger

if TYPE_CHECKING:
    from studyapp.ui.web.canvas import WebCanvas


class Touching:
    """Tells a finger from a mouse, and looks closer when two are spread."""

    def __init__(self, canvas: WebCanvas) -> None:
        """Wait for fingers on a canvas."""
        self._canvas = canvas
        self._long_press = LongPress(canvas, canvas.cancel)
        # Whether what is pressed is pressed by a finger.
        self.by_finger = False
        self._scale, self._held = 1.0, QPointF()
        grab_pinch(canvas)

    def press(self, event: QMouseEvent) -> None:
        """Take note of what presses."""
        self.by_finger = is_finger(event)
        self._long_press.press(event)

    def move(self, event: QMouseEvent) -> None:
        """Wait for no menu when what is pressed is dragged."""
        self._long_press.move(event)

    def stop(self) -> None:
        """Wait for no menu any more."""
        self._long_press.stop()

    def pinch(self, event: QGestureEvent) -> bool:
        """Look closer or from farther off, and along with both fingers; say whether it was that."""
        pinch = event.gesture(Qt.GestureType.PinchGesture)
        if not isinstance(pinch, QPinchGesture):
            return False
        canvas, sight = self._canvas, self._canvas.sight
        centre = canvas.mapFromGlobal(pinch.centerPoint())
        if pinch.state() is Qt.GestureState.GestureStarted:
            canvas.cancel()
            self._scale, self._held = sight.scale, sight.to_web(centre)
        # Counted from the beginning: Qt may tell of the same step twice.
        canvas.zoom(self._scale * pinch.totalScaleFactor() / sight.scale, centre)
        canvas.pan(sight.to_view(self._held) - centre)
        return True
