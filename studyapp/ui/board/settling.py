"""Cards gliding to their places: one animation for all of them."""

from collections.abc import Iterable

from PySide6.QtCore import QEasingCurve, QObject, QPointF, QVariantAnimation
from PySide6.QtWidgets import QGraphicsItem

from studyapp.ui.tokens import SETTLE_MS


class Settling(QVariantAnimation):
    """Sends cards from where they are to where they belong; a new errand replaces the old."""

    def __init__(self, parent: QObject) -> None:
        """Start at rest."""
        super().__init__(parent)
        self._ways: list[tuple[QGraphicsItem, QPointF, QPointF]] = []
        self.setDuration(SETTLE_MS)
        self.setEasingCurve(QEasingCurve.Type.OutCubic)
        self.setStartValue(0.0)
        self.setEndValue(1.0)
        self.valueChanged.connect(self._glide)

    def send(self, targets: Iterable[tuple[QGraphicsItem, QPointF]], at_once: bool) -> None:
        """Send cards to their places, gliding or at once."""
        self.stop()
        self._ways = [(card, card.pos(), end) for card, end in targets if card.pos() != end]
        if at_once:
            self._glide(1.0)
        elif self._ways:
            self.start()

    def _glide(self, part: float) -> None:
        for card, start, end in self._ways:
            card.setPos(start + (end - start) * part)
