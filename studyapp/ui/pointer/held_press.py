"""A press that is not passed on until it is known to be no drag: pressing alone changes nothing.

A finger that moves at once means to scroll; one that has rested on what it presses drags it. One
that rests and is lifted again asks for the menu, as the right button of a mouse does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QPointF

from studyapp.ui.pointer.pointing import RESTED_MS, is_far, is_finger, is_hand

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent
    from PySide6.QtWidgets import QAbstractScrollArea


class HeldPress:
    """A press of the left button on something that can be dragged."""

    def __init__(self, view: QAbstractScrollArea) -> None:
        """Hold nothing yet; a finger scrolls `view`."""
        self._view = view
        self._press: QMouseEvent | None = None
        self._last: QPointF | None = None
        self._since = QElapsedTimer()

    def take(self, event: QMouseEvent) -> None:
        """Keep a press."""
        self._press = event.clone()
        self._since.start()

    @property
    def is_held(self) -> bool:
        """Say whether a press is kept, or a finger scrolls."""
        return self._press is not None or self._last is not None

    def becomes_drag(self, event: QMouseEvent) -> bool:
        """Say whether a move makes a drag of the press, which is kept no longer then."""
        point = event.position()
        if self._last is not None:
            self._scroll(point)
        elif self._press and is_far(self._press.position(), point):
            rested = self._since.hasExpired(RESTED_MS)
            if is_finger(event) and not rested:
                self._last = self._press.position()
                self._scroll(point)
            self._press = None
            return self._last is None
        return False

    def give_back(self) -> QMouseEvent | None:
        """Return the press, if it was neither dragged nor scrolled by, and keep nothing."""
        press, self._press, self._last = self._press, None, None
        return press

    def asks_for_menu(self, event: QMouseEvent) -> bool:
        """Say whether the kept press, released now, has rested as long as one for the menu."""
        held = self._press is not None and is_hand(event)
        return held and self._since.hasExpired(RESTED_MS)

    def _scroll(self, point: QPointF) -> None:
        assert self._last is not None
        for bar, by in (
            (self._view.horizontalScrollBar(), self._last.x() - point.x()),
            (self._view.verticalScrollBar(), self._last.y() - point.y()),
        ):
            bar.setValue(bar.value() + round(by))
        self._last = point
