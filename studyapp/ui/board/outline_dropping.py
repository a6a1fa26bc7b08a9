"""What is dragged onto the outline from other panels: its cards go where they are let go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from studyapp.domain.boards.board import Zone
from studyapp.ui.board.meant import Meant, meant_by_term, meant_on
from studyapp.ui.board.wording import tr
from studyapp.ui.pointer.dragging import dragged_factor, dragged_names, dragged_topic

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QDropEvent

    from studyapp.ui.board.model import BoardModel
    from studyapp.ui.board.outline_view import OutlineView


class OutlineDropping:
    """What an outline does while something is carried over it: the row below is current."""

    def __init__(self, view: OutlineView, model: BoardModel) -> None:
        """Carry nothing yet."""
        self._view, self._model = view, model
        self._cards: tuple[str, ...] = ()
        # A factor that is not on the board would be in question.
        self._other = ""

    def enter(self, event: QDropEvent) -> None:
        """Take up the cards that are meant."""
        mime = event.mimeData()
        factor = dragged_factor(mime) or ""
        is_here = bool(factor) and self._model.holds(factor)
        meant = Meant((factor,)) if is_here else self._meant(mime)
        self._cards, self._other = meant.cards, "" if is_here else factor
        if meant.why:
            self._model.refused.emit(meant.why)
        self._answer(event, takes=bool(self._model.board and (self._cards or self._other)))

    def move(self, event: QDropEvent) -> None:
        """Show where it can be let go."""
        zone = self._zone_at(event)
        if zone and self._cards:
            self._view.setCurrentIndex(self._view.indexAt(event.position().toPoint()))
        has_room = zone is not None and bool(self._cards) and self._has_room(zone)
        self._answer(event, takes=has_room or bool(self._other))

    def drop(self, event: QDropEvent) -> None:
        """Put the cards there; one goes before the card that it is let go on."""
        zone, cards, other = self._zone_at(event), self._cards, self._other
        before = self._view.outline.factor_at(self._view.indexAt(event.position().toPoint()))
        self._cards, self._other = (), ""
        if other:
            self._view.factor_dropped.emit(other)
        elif zone and len(cards) > 1:
            self._model.move_together(cards, zone)
        elif zone and cards:
            others = [name for name in self._model.factors_in(zone) if name != cards[0]]
            self._model.move(cards[0], zone, others.index(before) if before in others else None)
        if cards:
            self._view.select(cards[0])
        self._answer(event, takes=True)

    def _has_room(self, zone: Zone) -> bool:
        return self._model.has_room(self._cards[0], zone)

    def _meant(self, mime: QMimeData) -> Meant:
        if topic := dragged_topic(mime):
            return meant_on(self._model, topic)
        names = dragged_names(mime)
        if not names or self._model.board is None:
            return Meant()
        every = [name for zone in self._model.zones for name in self._model.factors_in(zone)]
        found = meant_by_term(names, map(self._model.factor, every))
        missing = tr("No card here is called “{term}”.").format(term=names[0])
        return Meant(found[:1]) if found else Meant(why=missing)

    def _zone_at(self, event: QDropEvent) -> Zone | None:
        return self._view.outline.zone_at(self._view.indexAt(event.position().toPoint()))

    def _answer(self, event: QDropEvent, *, takes: bool) -> None:
        event.setDropAction(Qt.DropAction.CopyAction)
        event.setAccepted(takes)
