"""What the board does with factors that other panels give it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studyapp.domain.board import Zone
from studyapp.ui.board.wording import name_of, tr

if TYPE_CHECKING:
    from studyapp.ui.board.board_panel import BoardPanel


class Taking:
    """Takes factors from outside the board, by name."""

    def __init__(self, panel: BoardPanel) -> None:
        """Act on `panel`."""
        self._panel = panel

    def zones_for(self, factor: str) -> tuple[tuple[Zone, str], ...]:
        """Return where a factor of the open board can go, each zone with its name."""
        model = self._panel.model
        if not model.holds(factor):
            return ()
        here = model.spot(factor).zone
        others = (zone for zone in model.zones if zone != here and model.has_room(factor, zone))
        return tuple((zone, name_of(model, zone)) for zone in others)

    def put(self, factor: str, zone: str) -> None:
        """Put a factor of the open board into a zone, and have it current."""
        model = self._panel.model
        if model.holds(factor) and model.move(factor, Zone(zone)):
            self._panel.zones.show_card(factor)

    def take(self, factor: str) -> None:
        """Put a factor that is not on the board in question, or say why that cannot be."""
        model = self._panel.model
        if model.board and factor == model.board.focus:
            model.refused.emit(tr("This is what the board asks about already."))
        elif not self._panel.can_sort(factor):
            model.refused.emit(tr("There is nothing to sort about this factor in this topic."))
        else:
            self._panel.sort(factor)
