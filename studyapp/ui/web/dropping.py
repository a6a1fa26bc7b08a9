"""What is dropped on the web from other panels: a factor of the timeline, words of the note."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QPointF

from studyapp.ui.dragging import dragged_factor
from studyapp.ui.web.geometry import rounded
from studyapp.ui.web.gestures import Bring

if TYPE_CHECKING:
    from studyapp.ui.web.canvas import WebCanvas


def takes(canvas: WebCanvas, data: QMimeData) -> bool:
    """Say whether the web can do something with what is dragged; show it if it is a card."""
    name = _card_of(canvas, data)
    if name:
        canvas.gesture = Bring(canvas, name)
    return canvas.model.is_open and (bool(name) or bool(_words_of(data)))


def drop(canvas: WebCanvas, data: QMimeData, point: QPointF) -> None:
    """Lay the card down, or write the words on a card of the student's own."""
    if _card_of(canvas, data):
        gesture, canvas.gesture = canvas.gesture, None
        if gesture:
            gesture.move(point)
            gesture.end()
    elif not canvas.tray.area.contains(point):
        canvas.model.write(_words_of(data), rounded(canvas.sight.to_web(point)))


def _card_of(canvas: WebCanvas, data: QMimeData) -> str:
    """Return the card of this web that is dragged, by its id or its very title, or ""."""
    model = canvas.model
    name, words = dragged_factor(data), _words_of(data).casefold()
    for card in (*model.tray, *model.web.cards):
        if name == card or (name is None and words == model.factor(card).title.casefold()):
            return card
    return ""


def _words_of(data: QMimeData) -> str:
    """Return dragged words in one line; a factor from elsewhere and a file are no words."""
    if dragged_factor(data) is not None or data.hasUrls() or not data.hasText():
        return ""
    return " ".join(data.text().split())
