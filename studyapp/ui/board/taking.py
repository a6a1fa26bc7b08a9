"""What the board does with factors that other panels give it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studyapp.domain.board import Zone
from studyapp.domain.ways import Way
from studyapp.ui.board.wording import WAYS, name_of, tr

if TYPE_CHECKING:
    from studyapp.ui.board.board_panel import BoardPanel
    from studyapp.ui.web.panel import WebPanel

# A web has no zones: this is where a card of its tray can go.
ON_WEB = Zone("web")


class Taking:
    """Takes factors from outside the board, by name."""

    def __init__(self, panel: BoardPanel) -> None:
        """Act on `panel`."""
        self._panel = panel

    @property
    def _web(self) -> WebPanel | None:
        """The web's panel, if a web is worked on."""
        web = self._panel.web
        return web if web and web.isVisibleTo(self._panel) else None

    def zones_for(self, factor: str) -> tuple[tuple[Zone, str], ...]:
        """Return where a factor of the open board can go, each zone with its name."""
        if self._web:
            on_web = ((ON_WEB, tr(WAYS[Way.WEB].name)),)
            return on_web if factor in self._web.model.tray else ()
        model = self._panel.model
        if not model.holds(factor):
            return ()
        here = model.spot(factor).zone
        others = (zone for zone in model.zones if zone != here and model.has_room(factor, zone))
        return tuple((zone, name_of(model, zone)) for zone in others)

    def put(self, factor: str, zone: str) -> None:
        """Put a factor of the open board into a zone, and have it current."""
        if self._web:
            if factor in self._web.model.tray:
                self._web.canvas.place_near(factor)
                self._web.model.choose(factor)
                self._web.canvas.show_card(factor)
            return
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
