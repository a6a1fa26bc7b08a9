"""What the canvas says of what is under the mouse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QToolTip

from studyapp.ui.web import wording
from studyapp.ui.web.under import card_under, link_under

if TYPE_CHECKING:
    from studyapp.ui.web.canvas import WebCanvas


def show_tooltip(canvas: WebCanvas, event: QHelpEvent) -> None:
    """Say what a card or a link has no room for."""
    point = event.pos()
    name = card_under(canvas, QPointF(point))
    pair = None if name else link_under(canvas, QPointF(point))
    words = wording.tooltip_of(canvas.model, name) if name else ""
    words = wording.link_tooltip(canvas.model, pair) if pair else words
    # Beside a card, so that the knob and what one would link to stay in sight.
    area = canvas.shape.areas.get(name)
    beside = canvas.sight.to_view(area.topRight()).toPoint() if area else point
    QToolTip.showText(canvas.mapToGlobal(beside), words, canvas)
