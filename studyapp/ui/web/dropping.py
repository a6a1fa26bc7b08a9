"""What is dropped on the web from other panels: a factor, a topic's factors, a term, or words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QPointF

from studyapp.ui.board.meant import Meant, meant_by_term, meant_by_topic
from studyapp.ui.pointer.dragging import dragged_factor, dragged_names, dragged_topic
from studyapp.ui.refusing import Saying
from studyapp.ui.web.geometry import bounds, free_place, in_rows, rounded
from studyapp.ui.web.gestures import Bring, BringMany

if TYPE_CHECKING:
    from PySide6.QtGui import QDropEvent

    from studyapp.ui.web.canvas import WebCanvas


def takes(canvas: WebCanvas, data: QMimeData) -> bool:
    """Say whether the web can do something with what is dragged; show it if it is a card."""
    topic = dragged_topic(data)
    if topic:
        meant = meant_by(canvas, topic)
        canvas.gesture = BringMany(canvas, meant.cards) if meant.cards else None
        if meant.why:
            canvas.model.refused.emit(meant.why)
        return bool(meant.cards)
    name = _card_of(canvas, data)
    if name:
        canvas.gesture = Bring(canvas, name, is_seen=True)
    return canvas.model.is_open and (bool(name) or bool(_words_of(data)))


def drop(canvas: WebCanvas, data: QMimeData, point: QPointF) -> None:
    """Lay the cards down, or write the words on a card of the student's own."""
    if dragged_topic(data) or _card_of(canvas, data):
        gesture, canvas.gesture = canvas.gesture, None
        if gesture:
            gesture.move(point)
            gesture.end()
    elif not canvas.tray.area.contains(point):
        canvas.model.write(_words_of(data), rounded(canvas.sight.to_web(point)))


def carry_in(canvas: WebCanvas, event: QDropEvent) -> None:
    """Say whether the web can do something with what is dragged onto its outline."""
    if takes(canvas, event.mimeData()):
        event.acceptProposedAction()
    # What is seen of it belongs to the canvas, which is out of sight.
    canvas.gesture = None


def let_go(canvas: WebCanvas, event: QDropEvent) -> None:
    """Lay the cards on the web where there is room, or write the words on a card of one's own."""
    data, model = event.mimeData(), canvas.model
    name, topic = _card_of(canvas, data), dragged_topic(data)
    event.acceptProposedAction()
    if topic:
        if cards := meant_by(canvas, topic).cards:
            place_together(canvas, cards)
    elif name:
        if name in model.tray:
            canvas.place_near(name)
        model.choose(name)
    else:
        near = canvas.sight.area.adjusted(24, 24, -24, -24)
        model.write(_words_of(data), free_place(canvas.shape.areas, near))


def meant_by(canvas: WebCanvas, topic: str) -> Meant:
    """Return the cards of the tray that are a topic's, or why there is none."""
    model = canvas.model
    with Saying(model.refused.emit):
        if model.session:
            factors = model.session.factors_of(topic)
            return meant_by_topic(factors, model.web.cards, model.tray)
    return Meant()


def place_together(canvas: WebCanvas, names: tuple[str, ...]) -> None:
    """Lay cards of the tray in sight, or below what lies there, in one step."""
    sight = canvas.sight.area
    block = in_rows(names, sight.center(), sight, canvas.shape.areas)
    # Chosen first, so that what is said last is that they are on the web.
    canvas.model.choose(names[0], names)
    if canvas.model.place({name: rounded(area.topLeft()) for name, area in block.items()}):
        whole = bounds(block.values())
        if not sight.contains(whole):
            # As much of it as there is room for, from its upper edge on.
            high = min(whole.height(), sight.height())
            canvas.sight.look_at(QPointF(whole.center().x(), whole.top() + high / 2))
            canvas.refresh()


def _card_of(canvas: WebCanvas, data: QMimeData) -> str:
    """Return the card of this web that is dragged, by its id or its very title, or ""."""
    model = canvas.model
    factor, cards = dragged_factor(data), (*model.tray, *model.web.cards)
    if factor is not None:
        return factor if factor in cards else ""
    names = dragged_names(data) or (_words_of(data),)
    found = meant_by_term(names, map(model.factor, cards))
    return found[0] if found else ""


def _words_of(data: QMimeData) -> str:
    """Return dragged words in one line; a factor from elsewhere and a file are no words."""
    if dragged_factor(data) is not None or data.hasUrls() or not data.hasText():
        return ""
    return " ".join(data.text().split())
