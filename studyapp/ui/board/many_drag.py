"""Several factors dragged over the board as one: they go to the end of the zone they are let go on.

Their cards stay in the tray meanwhile: a dozen under the pointer would hide where they can go.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF

from studyapp.domain.boards.board import Spot, Zone

if TYPE_CHECKING:
    from studyapp.ui.board.scene import BoardScene


class ManyDrag:
    """Factors of the tray under way; the zone that is lit is where they land."""

    def __init__(self, scene: BoardScene, factors: Sequence[str]) -> None:
        """Take hold of factors."""
        self._scene = scene
        self.factors = factors
        self.landing: Spot | None = None

    def move(self, point: QPointF) -> None:
        """Light the zone under the mouse, if it takes them."""
        zones = self._scene.frame.zones.items()
        under = next((zone for zone, area in zones if area.contains(point)), None)
        takes = under is not None and under != Zone.TRAY and self._has_room(under)
        landing = Spot(under, len(self._scene.model.factors_in(under))) if takes and under else None
        if landing != self.landing:
            self.landing = landing
            self._scene.update()

    def end(self) -> None:
        """Let them go into the zone that is lit."""
        self._scene.drag_ended()
        if self.landing:
            self._scene.model.move_together(self.factors, self.landing.zone)

    def cancel(self) -> None:
        """Leave all where it is."""
        self._scene.drag_ended()

    def let_go(self) -> None:
        """Nothing was lifted."""

    def slot(self) -> QRectF | None:
        """Return no landing place of one card: the zone is lit."""
        return None

    def _has_room(self, zone: Zone) -> bool:
        return self._scene.model.has_room(self.factors[0], zone)
