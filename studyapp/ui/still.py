"""Keeps what changes inside a panel from having the whole window laid out anew."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget


class Still(QWidget):
    """Holds one widget, and asks for more room only if that needs more than it ever did.

    A layout would pass on that something has changed, up to the window, whether or not it needs
    another size for it; and a window with docks takes a millisecond to find that it does not.
    """

    def __init__(self, held: QWidget, parent: QWidget | None = None) -> None:
        """Hold a widget, as large as this one."""
        super().__init__(parent)
        self._held = held
        self._least = QSize(0, 0)
        held.setParent(self)

    def minimumSizeHint(self) -> QSize:
        """Return the most room that was needed by now."""
        self._least = self._least.expandedTo(self._held.minimumSizeHint())
        return self._least

    def sizeHint(self) -> QSize:
        """Return the room that is wanted."""
        return self._held.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Have what is held take all the room."""
        super().resizeEvent(event)
        self._held.setGeometry(self.rect())

    def event(self, event: QEvent) -> bool:
        """Look whether what is held needs more room by now."""
        if event.type() == QEvent.Type.LayoutRequest:
            before = self._least
            if self.minimumSizeHint() != before:
                self.updateGeometry()
        return super().event(event)
