"""The web as areas and lines, kept up to date a step at a time: what is painted and what is hit."""

from collections.abc import Collection

from PySide6.QtCore import QLineF, QPointF, QRectF

from studyapp.domain.boards.web import Pair, Web, WebStep
from studyapp.rendering.link_lines import link_line
from studyapp.ui.web.geometry import areas, bounds, card_area


class Shape:
    """Areas of cards and lines of links, in the web's own pixels."""

    def __init__(self, web: Web) -> None:
        """Take the shape of a web."""
        self.web = web
        self.areas = areas(web)
        self._bounds: QRectF | None = None
        self._at: dict[str, list[Pair]] = {}
        self.lines: dict[Pair, QLineF] = {}
        for pair in web.links:
            self._join(pair)

    def bounds(self) -> QRectF:
        """Return what holds all cards, with a margin; nothing if there are none."""
        if self._bounds is None:
            self._bounds = bounds(self.areas.values())
        return self._bounds

    def links_at(self, names: Collection[str]) -> list[Pair]:
        """Return the links that begin or end at some cards."""
        return list(dict.fromkeys(pair for name in names for pair in self._at.get(name, ())))

    def take(self, web: Web, step: WebStep) -> None:
        """Take the shape of the web after a step."""
        self.web, self._bounds = web, None
        for name in step.cards:
            # Taken out and in again, so that what was laid down last lies uppermost.
            self.areas.pop(name, None)
            if name in web.cards:
                self.areas[name] = card_area(web.cards[name].at)
        for pair, (before, after) in step.links.items():
            if before is not None:
                self._part(pair)
            if after is not None:
                self._join(pair)
        touched = {*self.links_at(step.cards), *(pair[::-1] for pair in step.links)}
        for pair in touched & self.lines.keys():
            self.lines[pair] = self._line(pair)

    def carried(
        self, names: Collection[str], by: QPointF
    ) -> tuple[dict[str, QRectF], dict[Pair, QLineF]]:
        """Return the areas of cards that are carried, and the lines that go with them."""
        moved = {name: self.areas[name].translated(by) for name in names}
        lines = {pair: self._line(pair, moved) for pair in self.links_at(names)}
        return moved, lines

    def _line(self, pair: Pair, moved: dict[str, QRectF] | None = None) -> QLineF:
        cause, consequence = ((moved or {}).get(name, self.areas[name]) for name in pair)
        return link_line(cause, consequence, pair[::-1] in self.web.links)

    def _join(self, pair: Pair) -> None:
        for name in pair:
            self._at.setdefault(name, []).append(pair)
        self.lines[pair] = self._line(pair)

    def _part(self, pair: Pair) -> None:
        for name in pair:
            self._at[name].remove(pair)
        del self.lines[pair]
