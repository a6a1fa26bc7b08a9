"""What lies under a point of the view: a knob to draw from, a card, a link or its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF

from studyapp.domain.boards.web import Pair
from studyapp.ui.web.geometry import HANDLE, NEAR, card_at, handle, link_at
from studyapp.ui.web.painting import WORDS_FROM

if TYPE_CHECKING:
    from studyapp.ui.web.canvas import WebCanvas


def card_under(canvas: WebCanvas, point: QPointF) -> str:
    """Return the card at a point, on the web or in the tray, or ""."""
    if canvas.tray.area.contains(point):
        return canvas.tray.at(point)
    return card_at(canvas.shape.areas, canvas.sight.to_web(point))


def knob_under(canvas: WebCanvas, point: QPointF) -> str:
    """Return the card whose knob is at a point: of the one hovered, or the current one; or ""."""
    if canvas.tray.area.contains(point):
        return ""
    sight = canvas.sight
    reach = (HANDLE + NEAR) / min(1.0, sight.scale)
    for name in (canvas.hovered, canvas.model.current):
        area = canvas.shape.areas.get(name)
        if area and (handle(area) - sight.to_web(point)).manhattanLength() <= reach:
            return name
    return ""


def link_under(canvas: WebCanvas, point: QPointF) -> Pair | None:
    """Return the link at a point, by its words or its line, or None."""
    if canvas.tray.area.contains(point):
        return None
    place = canvas.sight.to_web(point)
    if canvas.sight.scale >= WORDS_FROM:
        for pair, line in canvas.shape.lines.items():
            if canvas.painter.label_area(pair, line).contains(place):
                return pair
    return link_at(canvas.shape.lines, place, NEAR / canvas.sight.scale)


def middle_of(canvas: WebCanvas, name: str) -> QPointF:
    """Return where the middle of a card is seen, or the corner of the view if it is not there."""
    if name in canvas.shape.areas:
        return canvas.sight.to_view(canvas.shape.areas[name].center())
    return canvas.tray.chips[name].center() if name in canvas.tray.chips else QPointF(8, 8)
