"""What the mouse does on the web: one object from the press of a button to letting go or Escape."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from studyapp.domain.boards.web import Pair
from studyapp.ui.look.tokens import CARD_HEIGHT, CARD_WIDTH, RADIUS
from studyapp.ui.web.geometry import CARD, NEAR, Snap, card_at, handle, in_rows, rounded, snapped
from studyapp.ui.web.under import card_under, knob_under, link_under

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studyapp.ui.web.canvas import WebCanvas


class Gesture(Protocol):
    """A gesture under way. Points are in pixels of the view."""

    def move(self, point: QPointF) -> None:
        """Follow the mouse."""

    def end(self) -> None:
        """Do what is shown."""

    def cancel(self) -> None:
        """Leave all as it was."""

    def paint(self, painter: QPainter) -> None:
        """Paint what is under way, in the web's own pixels."""


class Carry:
    """Cards carried over the web, in line with others where they come near; over the tray, off."""

    def __init__(self, canvas: WebCanvas, names: frozenset[str], pressed: QPointF) -> None:
        """Take hold of cards."""
        self._canvas, self.names = canvas, names
        self._pressed = canvas.sight.to_web(pressed)
        self._whole = QRectF()
        for name in names:
            self._whole = self._whole.united(canvas.shape.areas[name])
        self._others = [area for name, area in canvas.shape.areas.items() if name not in names]
        self._snap = Snap(QPointF())
        self.by = QPointF()
        self.over_tray = False
        canvas.hold_still(names)

    def move(self, point: QPointF) -> None:
        """Carry the cards along."""
        canvas = self._canvas
        self.over_tray = canvas.tray.area.contains(point)
        by = canvas.sight.to_web(point) - self._pressed
        in_sight = canvas.sight.area
        near = (area for area in self._others if area.intersects(in_sight))
        self._snap = snapped(self._whole.translated(by), near, NEAR / canvas.sight.scale)
        self.by = by + self._snap.by

    def end(self) -> None:
        """Lay the cards down."""
        self._canvas.let_go()
        model = self._canvas.model
        if self.over_tray:
            model.take_off(self.names)
        else:
            areas = self._canvas.shape.areas
            model.place({name: rounded(areas[name].topLeft() + self.by) for name in self.names})

    def cancel(self) -> None:
        """Leave the cards where they were."""
        self._canvas.let_go()

    def paint(self, painter: QPainter) -> None:
        """Paint the cards and their links where they are by now."""
        canvas = self._canvas
        cards, lines = canvas.shape.carried(self.names, self.by)
        canvas.painter.paint(painter, cards, lines, canvas.sight.scale)
        canvas.painter.guides(painter, self._snap.guides, canvas.sight.scale)


class Bring:
    """A card brought from the tray, or from outside the web."""

    def __init__(self, canvas: WebCanvas, name: str, *, is_seen: bool = False) -> None:
        """Take hold of a card; one that `is_seen` follows the pointer from another panel."""
        self._canvas, self.name, self._is_seen = canvas, name, is_seen
        self._area = QRectF()

    def move(self, point: QPointF) -> None:
        """Carry the card along."""
        over_web = not self._canvas.tray.area.contains(point)
        middle = QPointF(CARD_WIDTH / 2, CARD_HEIGHT / 2)
        at = self._canvas.sight.to_web(point) - middle
        self._area = QRectF(at, CARD) if over_web else QRectF()

    def end(self) -> None:
        """Lay the card down on the web; over the tray, leave it there."""
        if not self._area.isEmpty():
            self._canvas.model.place({self.name: rounded(self._area.topLeft())})

    def cancel(self) -> None:
        """Leave the card in the tray."""

    def paint(self, painter: QPainter) -> None:
        """Paint the card where it would lie, or its outline if the card itself is seen already."""
        if self._is_seen:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._canvas.theme.colour("accent"), 1.5, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(self._area, RADIUS, RADIUS)
        elif not self._area.isEmpty():
            self._canvas.painter.paint(
                painter, {self.name: self._area}, {}, self._canvas.sight.scale
            )


class BringMany:
    """Cards brought from the tray together, in rows, where they hide no other card."""

    def __init__(self, canvas: WebCanvas, names: Sequence[str]) -> None:
        """Take hold of cards of the tray."""
        self._canvas, self.names = canvas, names
        self._areas: dict[str, QRectF] = {}

    def move(self, point: QPointF) -> None:
        """Carry the cards along."""
        canvas = self._canvas
        over_web = not canvas.tray.area.contains(point)
        at = canvas.sight.to_web(point)
        block = in_rows(self.names, at, canvas.sight.area, canvas.shape.areas)
        self._areas = block if over_web else {}

    def end(self) -> None:
        """Lay the cards down on the web, in one step; over the tray, leave them there."""
        spots = {name: rounded(area.topLeft()) for name, area in self._areas.items()}
        if spots:
            self._canvas.model.place(spots)

    def cancel(self) -> None:
        """Leave the cards in the tray."""

    def paint(self, painter: QPainter) -> None:
        """Paint the cards where they would lie."""
        self._canvas.painter.paint(painter, self._areas, {}, self._canvas.sight.scale)


class DrawLink:
    """A link drawn from the knob of a card to another card."""

    def __init__(self, canvas: WebCanvas, cause: str) -> None:
        """Begin at a cause."""
        self._canvas, self._cause = canvas, cause
        self._end = handle(canvas.shape.areas[cause])
        self.target = ""

    def move(self, point: QPointF) -> None:
        """Follow the mouse, and show which card the link would lead to."""
        self._end = self._canvas.sight.to_web(point)
        found = card_at(self._canvas.shape.areas, self._end)
        self.target = found if found != self._cause else ""

    def end(self) -> None:
        """Draw the link, if a card is under it."""
        if self.target:
            self._canvas.model.draw((self._cause, self.target))

    def cancel(self) -> None:
        """Draw nothing."""

    def paint(self, painter: QPainter) -> None:
        """Paint the link so far."""
        areas = self._canvas.shape.areas
        self._canvas.painter.pending(painter, handle(areas[self._cause]), self._end)
        if self.target:
            self._canvas.painter.ring(painter, areas[self.target], selected=True)


def move_words(canvas: WebCanvas, pair: Pair, by: QPointF) -> None:
    """Move the words of a link from wherever along it there was room for them."""
    line = canvas.shape.lines[pair]
    area = canvas.painter.label_area(pair, line)
    start = line.center() if area.isEmpty() else area.center()
    canvas.model.move_label(pair, rounded(start + by - line.center()))


class CarryLabel:
    """The words of a link, dragged clear of what they hide."""

    def __init__(self, canvas: WebCanvas, pair: Pair, pressed: QPointF) -> None:
        """Take hold of a link's words."""
        self._canvas, self._pair = canvas, pair
        self._pressed = canvas.sight.to_web(pressed)
        self._by = QPointF()

    def move(self, point: QPointF) -> None:
        """Carry the words along."""
        self._by = self._canvas.sight.to_web(point) - self._pressed

    def end(self) -> None:
        """Leave the words where they are by now."""
        move_words(self._canvas, self._pair, self._by)

    def cancel(self) -> None:
        """Leave the words where they were."""

    def paint(self, painter: QPainter) -> None:
        """Paint where the words would stand."""
        canvas = self._canvas
        area = canvas.painter.label_area(self._pair, canvas.shape.lines[self._pair])
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(canvas.theme.colour("accent"), 1.5, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(area.translated(self._by), 3, 3)


class Band:
    """A band over empty ground that selects the cards it touches."""

    def __init__(self, canvas: WebCanvas, pressed: QPointF) -> None:
        """Begin on empty ground."""
        self._canvas = canvas
        self._start = canvas.sight.to_web(pressed)
        self._area = QRectF(self._start, self._start)

    def move(self, point: QPointF) -> None:
        """Stretch the band, and select what it touches."""
        self._area = QRectF(self._start, self._canvas.sight.to_web(point)).normalized()
        areas = self._canvas.shape.areas
        touched = [name for name, area in areas.items() if area.intersects(self._area)]
        self._canvas.model.choose(touched[0] if touched else "", touched)

    def end(self) -> None:
        """Leave selected what is selected."""

    def cancel(self) -> None:
        """Select nothing."""
        self._canvas.model.choose("")

    def paint(self, painter: QPainter) -> None:
        """Paint the band."""
        colour = self._canvas.theme.colour("accent")
        painter.setPen(QPen(colour, 1 / self._canvas.sight.scale))
        colour.setAlpha(32)
        painter.setBrush(colour)
        painter.drawRect(self._area)


class Pan:
    """The ground itself, dragged by the middle button or by a finger."""

    def __init__(self, canvas: WebCanvas, pressed: QPointF) -> None:
        """Take hold of the ground."""
        self._canvas, self._last, self._began = canvas, pressed, canvas.sight.origin

    def move(self, point: QPointF) -> None:
        """Move the ground along."""
        self._canvas.pan(self._last - point)
        self._last = point

    def end(self) -> None:
        """Leave the ground there."""

    def cancel(self) -> None:
        """Put the ground back."""
        self._canvas.pan((self._began - self._canvas.sight.origin) * self._canvas.sight.scale)

    def paint(self, painter: QPainter) -> None:
        """Paint nothing of its own."""


def begun(
    canvas: WebCanvas, point: QPointF, modifiers: Qt.KeyboardModifier, *, by_finger: bool
) -> Gesture | None:
    """Return the gesture that begins where something is pressed and moved."""
    knob = knob_under(canvas, point)
    name = knob or card_under(canvas, point)
    if name in canvas.shape.areas:
        if knob or modifiers & Qt.KeyboardModifier.ControlModifier:
            return DrawLink(canvas, name)
        return Carry(canvas, canvas.model.selected & canvas.shape.areas.keys(), point)
    if name:
        return Bring(canvas, name)
    if canvas.tray.area.contains(point):
        return None
    pair = link_under(canvas, point)
    if pair:
        return CarryLabel(canvas, pair, point)
    return Pan(canvas, point) if by_finger else Band(canvas, point)
