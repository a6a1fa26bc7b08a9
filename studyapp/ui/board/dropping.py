"""What is dragged onto the board from other panels: the cards that are meant go along with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QDropEvent

from studyapp.ui.board.meant import Meant, meant_by_term
from studyapp.ui.board.wording import tr
from studyapp.ui.pointer.dragging import dragged_factor, dragged_names, dragged_topic

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studyapp.ui.board.board_view import BoardView


class Dropping:
    """What a board view does while something is carried over it."""

    def __init__(self, view: BoardView) -> None:
        """Carry nothing yet."""
        self._view = view
        self._scene = view.board
        self._factor: str | None = None
        self._is_many = False

    def enter(self, event: QDropEvent) -> None:
        """Take up the cards that are meant; a factor that is not here would be in question."""
        mime = event.mimeData()
        self._factor, self._is_many = dragged_factor(mime), False
        if topic := dragged_topic(mime):
            self._take_many(self._view.meant_by(topic))
        elif names := dragged_names(mime):
            self._take_named(names)
        elif self._factor and self._scene.model.board:
            self._take_factor(self._factor)
        self.move(event)
        # Qt tells a widget that refuses what enters of no move.
        event.setAccepted(event.isAccepted() or self._is_many)

    def _take_many(self, meant: Meant) -> None:
        if meant.cards:
            self._is_many = True
            self._scene.begin_many(meant.cards)
        elif meant.why:
            self._scene.model.refused.emit(meant.why)

    def _take_named(self, names: Sequence[str]) -> None:
        model = self._scene.model
        on_board = [model.factor(name) for zone in model.count() for name in model.factors_in(zone)]
        if found := meant_by_term(names, on_board):
            self._factor = found[0]
            self._scene.begin_drag(found[0])
        elif model.board:
            words = tr("No card here is called “{term}”.")
            model.refused.emit(words.format(term=names[0]))

    def _take_factor(self, factor: str) -> None:
        if self._scene.model.holds(factor):
            self._scene.begin_drag(factor)
        else:
            self._scene.offer_question(True)

    def move(self, event: QDropEvent) -> None:
        """Carry it along, and show whether it can be let go here."""
        if self._carries(event):
            point = event.position().toPoint()
            self._scene.drag_to(self._view.mapToScene(point))
            self._view.scroll_along(point)
            if self._is_many and self._scene.drag and not self._scene.drag.landing:
                event.ignore()

    def leave(self) -> None:
        """Let the card go back where it came from."""
        self._scene.offer_question(False)
        self._scene.cancel_drag()
        self._factor = None

    def drop(self, event: QDropEvent) -> None:
        """Let the card lie where its landing place is shown, or put the factor in question."""
        factor = self._factor
        self.move(event)
        self._scene.offer_question(False)
        if self._scene.drag:
            self._scene.drag.end()
        elif factor and self._scene.model.board and not self._scene.model.holds(factor):
            self._view.factor_dropped.emit(factor)
        self._factor = None

    def _carries(self, event: QDropEvent) -> bool:
        """Say whether there is something to carry, and accept or refuse the event by it."""
        carries = bool(self._scene.model.board and (self._factor or self._scene.drag))
        event.setDropAction(Qt.DropAction.CopyAction)
        event.setAccepted(carries)
        return carries
