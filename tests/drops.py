"""Something that is dragged over a widget from elsewhere, by the events that such a drag sends.

As Qt does it: a widget that does not take it when it enters hears no more of it, and a move has
the answer of the step before until the widget gives another.
"""

from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

_COPY, _LEFT = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
_PLAIN = Qt.KeyboardModifier.NoModifier


class Over:
    """A drag over `widget`; points are its own. Each step says whether it may be let go there."""

    def __init__(self, widget: QWidget, mime: QMimeData) -> None:
        self.widget, self.mime = widget, mime
        self._is_target = self._answer = False

    def enter(self, at: QPointF) -> bool:
        """Carry it in at a point."""
        self._answer = False
        self._is_target = self._send(QDragEnterEvent(at.toPoint(), _COPY, self.mime, _LEFT, _PLAIN))
        return self._is_target

    def move(self, at: QPointF) -> bool:
        """Carry it on to a point."""
        return self._is_target and self._send(
            QDragMoveEvent(at.toPoint(), _COPY, self.mime, _LEFT, _PLAIN)
        )

    def drop(self, at: QPointF) -> bool:
        """Let it go at a point; where it may not be, it is only carried out again."""
        if self._answer:
            return self._send(QDropEvent(at, _COPY, self.mime, _LEFT, _PLAIN))
        self.leave()
        return False

    def leave(self) -> None:
        """Carry it out again."""
        if self._is_target:
            QApplication.sendEvent(self.widget, QDragLeaveEvent())

    def all_the_way(self, at: QPointF) -> None:
        """Carry it in and let it go."""
        self.enter(at)
        self.move(at)
        self.drop(at)

    def _send(self, event: QDropEvent) -> bool:
        event.setAccepted(self._answer)
        QApplication.sendEvent(self.widget, event)
        self._answer = event.isAccepted()
        return self._answer
