"""Dragging a card: one object from the first move of the mouse to letting go or Escape."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF

from studyapp.domain.boards.board import Spot, Zone
from studyapp.ui.board import layout
from studyapp.ui.board.card_item import CardItem

if TYPE_CHECKING:
    from studyapp.ui.board.scene import BoardScene


class CardDrag:
    """A card under way. What is shown as its landing place is where it lands."""

    def __init__(self, scene: BoardScene, card: CardItem, pressed: QPointF) -> None:
        """Remember where on the card it is held; nothing moves yet."""
        self._scene = scene
        self.card = card
        self._grip = pressed - card.pos()
        self._others = {zone: self._others_in(zone) for zone in scene.model.zones}
        self.landing: Spot | None = None

    def start(self) -> None:
        """Lift the card, and make room for it in every zone."""
        self.card.lift(True)
        counts = {zone: len(factors) for zone, factors in self._others.items()}
        self._frame = layout.with_room(self._scene.frame, counts)
        self._scene.make_room(self._frame)

    def move(self, point: QPointF) -> None:
        """Carry the card to the mouse, and show where it would land."""
        self.card.setPos(point - self._grip)
        counts = {zone: len(factors) for zone, factors in self._others.items()}
        landing = layout.landing(self._frame, counts, point)
        if landing and not self._scene.model.has_room(self.card.factor, landing.zone):
            landing = None
        if landing != self.landing:
            self.landing = landing
            self._scene.show_landing(self._preview())

    def end(self) -> None:
        """Let the card go where its landing place is shown, or back where it came from."""
        self._lay_down()
        if self.landing is not None:
            self._scene.model.move(self.card.factor, self.landing.zone, self.landing.at)

    def cancel(self) -> None:
        """Let the card go back where it came from."""
        self.landing = None
        self._lay_down()

    def slot(self) -> QRectF | None:
        """Return the landing place, as an area of the scene."""
        return layout.slot(self._frame, self.landing) if self.landing else None

    def let_go(self) -> None:
        """Lift the card no longer, wherever it lies."""
        self.card.lift(False)

    def _lay_down(self) -> None:
        self.let_go()
        self._scene.drag_ended()

    def _others_in(self, zone: Zone) -> list[str]:
        return [name for name in self._scene.model.factors_in(zone) if name != self.card.factor]

    def _preview(self) -> dict[str, QRectF]:
        """Return where the other cards lie while this one is over its landing place."""
        zones = {zone: list(factors) for zone, factors in self._others.items()}
        if self.landing:
            zones[self.landing.zone].insert(self.landing.at, self.card.factor)
        placed = layout.places(self._frame, zones)
        placed.pop(self.card.factor, None)
        return placed
