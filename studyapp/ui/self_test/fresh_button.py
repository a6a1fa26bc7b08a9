"""A button that a key held down does not press: it came up under a key that did something else."""

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton


class FreshButton(QPushButton):
    """Is pressed by a fresh key only."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pass over a key that is held down."""
        if event.isAutoRepeat():
            event.accept()
        else:
            super().keyPressEvent(event)
