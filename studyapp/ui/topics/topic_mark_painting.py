"""How a topic's mark is drawn: its shape says as much as its colour."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap

from studyapp.domain.progress.knowledge import Level
from studyapp.ui.look.theme import Theme

# Drawn finer than most screens are, so that a mark is sharp on all of them.
_FINENESS = 3
_SIXTEENTHS = 16
_TICK = ((0.28, 0.52), (0.44, 0.68), (0.74, 0.34))


def painted(level: Level, size: int, theme: Theme) -> QPixmap:
    """Return the mark of a level: a ring, filled clockwise by quarters; a disc with a tick."""
    mark = QPixmap(size * _FINENESS, size * _FINENESS)
    mark.setDevicePixelRatio(_FINENESS)
    mark.fill(Qt.GlobalColor.transparent)
    painter = QPainter(mark)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint(painter, level, float(size), theme)
    painter.end()
    return mark


def _paint(painter: QPainter, level: Level, size: float, theme: Theme) -> None:
    ring = QRectF(0.75, 0.75, size - 1.5, size - 1.5)
    colour = theme.colour({Level.NOTHING: "strong line", Level.ALL: "right"}.get(level, "accent"))
    painter.setPen(QPen(colour, 1.5))
    painter.drawEllipse(ring)
    painter.setBrush(colour)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawPie(ring, 90 * _SIXTEENTHS, -int(level) * 90 * _SIXTEENTHS)
    if level is Level.ALL:
        painter.setPen(QPen(theme.colour("page"), 1.5))
        points = [QPointF(x * size, y * size) for x, y in _TICK]
        painter.drawPolyline(points)
