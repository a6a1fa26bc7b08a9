"""Cards gliding to their places: one animation for all of them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF
from PySide6.QtWidgets import QGraphicsItem

from studyapp.ui.look.tokens import SETTLE_MS

if TYPE_CHECKING:
    from PySide6.QtCore import QVariantAnimation


class Settling:
    """Sends cards from where they are to where they belong; a new errand replaces the old."""

    def __init__(self, parent: QObject) -> None:
        """Start at rest."""
        self._parent = parent
        self._ways: list[tuple[QGraphicsItem, QPointF, QPointF]] = []
        self._animation: QVariantAnimation | None = None

    def send(self, targets: Iterable[tuple[QGraphicsItem, QPointF]], at_once: bool) -> None:
        """Send cards to their places, gliding or at once."""
        if self._animation:
            self._animation.stop()
        self._ways = [(card, card.pos(), end) for card, end in targets if card.pos() != end]
        if at_once:
            self._glide(1.0)
        elif self._ways:
            self._animation = self._animation or self._animated()
            self._animation.start()

    def _animated(self) -> QVariantAnimation:
        # Nothing glides before a card is moved, and Qt's curves take a while to make.
        from PySide6.QtCore import QEasingCurve, QVariantAnimation

        animation = QVariantAnimation(self._parent)
        animation.setDuration(SETTLE_MS)
        animation.setEasingCurve(QEasingCurve.Type.OutCubic)
        animation.setStartValue(0.0)
        animation.setEndValue(1.0)
        animation.valueChanged.connect(self._glide)
        return animation

    def _glide(self, part: float) -> None:
        for card, start, end in self._ways:
            card.setPos(start + (end - start) * part)
