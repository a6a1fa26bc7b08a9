"""A factor that is dragged onto the board from another panel: its own card goes along with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QDropEvent

from studyapp.ui.dragging import dragged_factor

if TYPE_CHECKING:
    from studyapp.ui.board.board_view import BoardView


class Dropping:
    """What a board view does while something is carried over it."""

    def __init__(self, view: BoardView) -> None:
        """Carry nothing yet."""
        self._view = view
        self._scene = view.board

    def enter(self, event: QDropEvent) -> None:
        """Take up the factor's card; one that is not on the board would be in question."""
        factor = self._carried(event)
        if factor is None:
            return
        if self._scene.model.holds(factor):
            self._scene.begin_drag(factor)
        else:
            self._scene.offer_question(True)
        self.move(event)

    def move(self, event: QDropEvent) -> None:
        """Carry the card along."""
        if self._carried(event) is None:
            return
        point = event.position().toPoint()
        self._scene.drag_to(self._view.mapToScene(point))
        self._view.scroll_along(point)

    def leave(self) -> None:
        """Let the card go back where it came from."""
        self._scene.offer_question(False)
        self._scene.cancel_drag()

    def drop(self, event: QDropEvent) -> None:
        """Let the card lie where its landing place is shown, or put the factor in question."""
        factor = self._carried(event)
        self.move(event)
        self._scene.offer_question(False)
        if self._scene.drag:
            self._scene.drag.end()
        elif factor and not self._scene.model.holds(factor):
            self._view.factor_dropped.emit(factor)

    def _carried(self, event: QDropEvent) -> str | None:
        """Return the factor that is carried, and accept or refuse the event by it."""
        factor = dragged_factor(event.mimeData())
        if factor is None or self._scene.model.board is None:
            event.ignore()
            return None
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        return factor
