"""A flat button whose words end in … where there is no room for them."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

_FEWEST = 120


class ElidedButton(QToolButton):
    """Shows as much of its words as there is room for; the tooltip has all of them."""

    def __init__(self, words: str, parent: QWidget) -> None:
        """Show `words`."""
        super().__init__(parent)
        self._words = words
        self.setProperty("flat", True)
        self.setText(words)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Wish for room for all words."""
        hint = super().sizeHint()
        missing = self._width(self._words) - self._width(self.text())
        return QSize(hint.width() + missing, hint.height())

    def minimumSizeHint(self) -> QSize:
        """Be content with a few."""
        return QSize(_FEWEST, super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show what fits."""
        super().resizeEvent(event)
        room = self.width() - (self.sizeHint().width() - self._width(self._words))
        self.setText(self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room))

    def _width(self, text: str) -> int:
        return self.fontMetrics().horizontalAdvance(text)
