"""Painting the canvas: what stands still as one picture, and over it what is under way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSizeF, Qt
from PySide6.QtGui import QPainter, QPixmap

from studyapp.ui.web import minimap
from studyapp.ui.web.geometry import crosses
from studyapp.ui.web.gestures import Bring, Carry
from studyapp.ui.web.painting import WORDS_FROM
from studyapp.ui.web.wording import tr

if TYPE_CHECKING:
    from studyapp.ui.web.canvas import WebCanvas


def still_picture(canvas: WebCanvas, held: frozenset[str]) -> QPixmap:
    """Return the web as it is seen now, without the cards that are held and their links."""
    ratio = canvas.devicePixelRatioF()
    picture = QPixmap((QSizeF(canvas.size()) * ratio).toSize())
    picture.setDevicePixelRatio(ratio)
    picture.fill(canvas.theme.colour("window"))
    painter = QPainter(picture)
    _to_web_pixels(painter, canvas)
    if canvas.sight.scale < WORDS_FROM and not held:
        canvas.painter.paint_whole(painter, canvas.shape)
    else:
        _paint_in_sight(painter, canvas, held)
    painter.end()
    return picture


def paint_over(painter: QPainter, canvas: WebCanvas) -> None:
    """Paint rings, what is under way, the map and the tray."""
    gesture = canvas.gesture
    painter.setClipRect(canvas.sight.room)
    _to_web_pixels(painter, canvas)
    if not isinstance(gesture, Carry):
        _paint_rings(painter, canvas)
    if gesture:
        gesture.paint(painter)
    painter.resetTransform()
    _paint_empty(painter, canvas)
    minimap.paint(painter, canvas)
    painter.setClipping(False)
    carried = gesture.name if isinstance(gesture, Bring) else ""
    lit = isinstance(gesture, Carry) and gesture.over_tray
    canvas.tray.paint(painter, canvas.model.current if canvas.hasFocus() else "", carried, lit)


def _to_web_pixels(painter: QPainter, canvas: WebCanvas) -> None:
    painter.scale(canvas.sight.scale, canvas.sight.scale)
    painter.translate(-canvas.sight.origin)


def _paint_in_sight(painter: QPainter, canvas: WebCanvas, held: frozenset[str]) -> None:
    shape, sight = canvas.shape, canvas.sight.area.adjusted(-8, -8, 8, 8)
    with_held = set(shape.links_at(held))
    cards = {
        name: area
        for name, area in shape.areas.items()
        if name not in held and area.intersects(sight)
    }
    lines = {
        pair: line
        for pair, line in shape.lines.items()
        if pair not in with_held and crosses(line, sight)
    }
    canvas.painter.paint(painter, cards, lines, canvas.sight.scale)


def _paint_rings(painter: QPainter, canvas: WebCanvas) -> None:
    model, areas = canvas.model, canvas.shape.areas
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    focused = {model.current} if canvas.hasFocus() else set()
    for name in (model.selected | {model.cause} | focused) & areas.keys():
        canvas.painter.ring(painter, areas[name], selected=name != model.cause)
    if canvas.sight.scale >= WORDS_FROM:
        for name in ({canvas.hovered} | focused) & areas.keys():
            canvas.painter.knob(painter, areas[name])


def _paint_empty(painter: QPainter, canvas: WebCanvas) -> None:
    """Say what to do with an empty web."""
    if canvas.shape.areas or canvas.gesture or not canvas.model.is_open:
        return
    painter.setPen(canvas.theme.colour("muted"))
    words = tr("Drag cards here from the tray.\nThen draw links from cause to consequence.")
    painter.drawText(canvas.sight.room, Qt.AlignmentFlag.AlignCenter, words)
