"""The whole web, tiny, in a corner while only a part of it is in sight; a click looks there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

if TYPE_CHECKING:
    from studyapp.ui.web.canvas import WebCanvas

_LARGEST = 96.0
# In a view lower than this it would hide more than it shows.
_LOWEST = 240.0
_MARGIN = 8.0
# The air around the cards may be out of sight.
_AIR = 32


def paint(painter: QPainter, canvas: WebCanvas) -> None:
    """Paint the map, and on it what is in sight."""
    whole = canvas.shape.bounds()
    place = _place(canvas, whole)
    if place.isEmpty():
        return
    ratio = place.width() / whole.width()
    theme = canvas.theme
    painter.setPen(QPen(theme.colour("line"), 1))
    painter.setBrush(theme.colour("page"))
    painter.drawRect(place)
    painter.save()
    painter.setClipRect(place, Qt.ClipOperation.IntersectClip)
    painter.translate(place.topLeft())
    painter.scale(ratio, ratio)
    painter.translate(-whole.topLeft())
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("handle"))
    painter.drawRects(list(canvas.shape.areas.values()))
    painter.setPen(QPen(theme.colour("accent"), 0))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(canvas.sight.area)
    painter.restore()


def jump(canvas: WebCanvas, point: QPointF) -> bool:
    """Look where a point of the map is; say whether the point was on it."""
    whole = canvas.shape.bounds()
    place = _place(canvas, whole)
    if not place.contains(point):
        return False
    there = whole.topLeft() + (point - place.topLeft()) * (whole.width() / place.width())
    canvas.sight.look_at(there)
    canvas.refresh()
    return True


def _place(canvas: WebCanvas, whole: QRectF) -> QRectF:
    """Return where the map is; empty if all is in sight, or there is no room for it."""
    if canvas.sight.room.height() < _LOWEST or whole.isEmpty():
        return QRectF()
    if canvas.sight.area.contains(whole.adjusted(_AIR, _AIR, -_AIR, -_AIR)):
        return QRectF()
    ratio = _LARGEST / max(whole.width(), whole.height())
    area, room = QRectF(QPointF(), whole.size() * ratio), canvas.sight.room
    area.moveBottomRight(room.bottomRight() - QPointF(_MARGIN, _MARGIN))
    return area
