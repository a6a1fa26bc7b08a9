"""What the board does with factors and topics that other panels give it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studyapp.domain.boards.board import Zone
from studyapp.domain.boards.ways import Way
from studyapp.ui.board.wording import name_of, tr, way_name

if TYPE_CHECKING:
    from studyapp.ui.board.board_panel import BoardPanel
    from studyapp.ui.board.meant import Meant
    from studyapp.ui.topics.topic_menu import TopicOffers
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
        """The web's panel, if a web is worked on: then no board of zones is open."""
        web = self._panel.web
        return web if web and web.model.is_open and not self._panel.model.board else None

    def zones_for(self, factor: str) -> tuple[tuple[Zone, str], ...]:
        """Return where a factor of the open board can go, each zone with its name."""
        if self._web:
            on_web = ((ON_WEB, way_name(Way.WEB)),)
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

    def offers_for(self, topic: str) -> TopicOffers:
        """Return where the cards of a topic can go on the open board, or why nowhere."""
        from studyapp.ui.topics.topic_menu import TopicOffers

        web, model = self._web, self._panel.model
        if web is None and model.board is None:
            return TopicOffers(why=tr("No board is open."))
        meant = self.meant_by(topic)
        if not meant.cards:
            return TopicOffers(why=meant.why)
        if web:
            return TopicOffers((("", tr("Lay its cards on the web")),))
        words = tr("Put its cards on the board: {zone}")
        zones = (zone for zone in model.zones if zone != Zone.TRAY)
        return TopicOffers(
            tuple(
                (str(zone), words.format(zone=name_of(model, zone).replace("&", "&&")))
                for zone in zones
                if model.has_room(meant.cards[0], zone)
            ),
            tr("This board is full: take a card out of it first."),
        )

    def put_topic(self, topic: str, place: str) -> None:
        """Put the cards of a topic where `offers_for` said that they can go, in one step."""
        web, model = self._web, self._panel.model
        cards = self.meant_by(topic).cards
        if cards and web:
            from studyapp.ui.web.dropping import place_together

            place_together(web.canvas, cards)
        elif cards and model.move_together(cards, Zone(place)):
            self._panel.zones.show_card(cards[0])

    def meant_by(self, topic: str) -> Meant:
        """Return which cards of the open board's tray are a topic's, or why there is none."""
        if web := self._web:
            from studyapp.ui.web import dropping

            return dropping.meant_by(web.canvas, topic)
        return self._panel.zones.board.meant_by(topic)

    def take(self, factor: str) -> None:
        """Put a factor that is not on the board in question, or say why that cannot be."""
        model = self._panel.model
        if model.board and factor == model.board.focus:
            model.refused.emit(tr("This is what the board asks about already."))
        elif not self._panel.can_sort(factor):
            model.refused.emit(tr("There is nothing to sort about this factor in this topic."))
        else:
            leaves = self._panel.model.board is not None and self._panel.model.way is not Way.SORT
            self._panel.sort(factor)
            if leaves:
                words = tr("That is no card of the board you left, so it is sorted now.")
                self._panel.zones.refuse(words)
