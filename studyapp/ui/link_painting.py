"""Boxes with words in them and arrows between them, as small pictures of links have them."""

from __future__ import annotations

from math import atan2, cos, pi, sin

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPolygonF

from studyapp.ui.look.tokens import RADIUS

PADDING = 6.0
_ARROW = 8.0
_WRAPS = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap


def paint_arrow(
    painter: QPainter, start: QPointF, end: QPointF, colour: QColor, width: float
) -> None:
    """Paint a line that ends in a head."""
    painter.setPen(QPen(colour, width))
    painter.drawLine(start, end)
    angle = atan2(end.y() - start.y(), end.x() - start.x())
    wings = (angle + pi - 0.45, angle + pi + 0.45)
    tips = [end + QPointF(_ARROW * cos(wing), _ARROW * sin(wing)) for wing in wings]
    painter.setBrush(colour)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawPolygon(QPolygonF([end, *tips]))


def paint_box(painter: QPainter, box: QRectF, line: QColor, ground: QColor) -> None:
    """Paint a box with round corners."""
    painter.setPen(QPen(line, 1))
    painter.setBrush(ground)
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)


def paint_words(
    painter: QPainter, box: QRectF, text: str, colour: QColor, padding: float = PADDING
) -> None:
    """Paint as many words as a box has room for."""
    painter.setPen(colour)
    room = box.adjusted(padding, padding, -padding, -padding)
    metrics = QFontMetricsF(painter.font())
    painter.drawText(room, _WRAPS, _fitted(metrics, text, room))


def _fitted(metrics: QFontMetricsF, text: str, room: QRectF) -> str:
    """Return a text that has room: words are left off from the end until it has."""
    words = text.split(" ")
    for count in range(len(words), 0, -1):
        tried = " ".join(words[:count]) + ("" if count == len(words) else " …")
        width = QRectF(0, 0, room.width(), 10_000)
        if metrics.boundingRect(width, int(_WRAPS), tried).height() <= room.height() + 1:
            return tried
    return text
