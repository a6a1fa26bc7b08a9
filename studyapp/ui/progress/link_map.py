"""The weakest links as a small map: causes at the left, what they led to at the right."""

from __future__ import annotations

from collections.abc import Sequence
from math import hypot

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter

from studyapp.domain.progress.figures import WeakLink
from studyapp.ui.link_painting import PADDING, paint_arrow, paint_box, paint_words
from studyapp.ui.progress.charts import Chart

_LINES = 3
_APART = 10.0
# How much of the width lies between the two columns.
_BETWEEN = 0.2
_NEAR = 8.0


class LinkMap(Chart):
    """Boxes and arrows; Enter or a click on an arrow or a box asks for the link.

    Where a factor has several links, a click on its box asks for the weakest of them.
    """

    chosen = Signal(str)
    has_labels = False

    links: Sequence[WeakLink] = ()
    legend = ""

    def show_links(self, links: Sequence[WeakLink], legend: str) -> None:
        """Show links, the weakest first."""
        self.links, self.legend = links, legend
        self.causes = list(dict.fromkeys(link.cause for link in links))
        self.consequences = list(dict.fromkeys(link.consequence for link in links))
        self.updateGeometry()
        self.update()

    def spoken(self) -> str:
        """Say how the map is used."""
        return self.legend

    def plot_height(self) -> float:
        """Return the height of the longer column."""
        if not self.links:
            return 0.0
        rows = max(len(self.causes), len(self.consequences))
        return rows * (self.box_height + _APART)

    @property
    def box_height(self) -> float:
        """How high a box is: three lines of words."""
        return _LINES * self.line_height + 2 * PADDING

    def cause(self, link: WeakLink) -> QRectF:
        """Return the box of a link's cause."""
        return self._box(self.causes.index(link.cause), len(self.causes), left=True)

    def consequence(self, link: WeakLink) -> QRectF:
        """Return the box of a link's consequence."""
        at = self.consequences.index(link.consequence)
        return self._box(at, len(self.consequences), left=False)

    def ends(self, link: WeakLink) -> tuple[QPointF, QPointF]:
        """Return from where to where the arrow of a link goes."""
        cause, consequence = self.cause(link), self.consequence(link)
        return (
            QPointF(cause.right(), cause.center().y()),
            QPointF(consequence.left(), consequence.center().y()),
        )

    def index_at(self, point: QPointF) -> int:
        """Return the link whose arrow, or else whose box, a point lies on; or -1."""
        for at, link in enumerate(self.links):
            if _away(point, *self.ends(link)) <= _NEAR:
                return at
        for at, link in enumerate(self.links):
            if self.cause(link).contains(point) or self.consequence(link).contains(point):
                return at
        return -1

    def paint(self, painter: QPainter) -> None:
        """Paint arrows, the current one on top, and boxes."""
        for at, link in enumerate(self.links):
            if at != self.current:
                self._paint_arrow(painter, link, is_current=False)
        if 0 <= self.current < len(self.links):
            self._paint_arrow(painter, self.links[self.current], is_current=True)
        for link in reversed(self.links):
            is_current = self.current >= 0 and link is self.links[self.current]
            self._paint_box(painter, self.cause(link), link.cause, is_current=is_current)
            self._paint_box(
                painter, self.consequence(link), link.consequence, is_current=is_current
            )

    def _box(self, at: int, count: int, *, left: bool) -> QRectF:
        area = self.plot
        width = area.width() * (1 - _BETWEEN) / 2
        step = self.box_height + _APART
        top = area.top() + (area.height() - count * step) / 2 + at * step
        start = area.left() if left else area.right() - width
        return QRectF(start, top, width, self.box_height)

    def _paint_arrow(self, painter: QPainter, link: WeakLink, *, is_current: bool) -> None:
        colour = self.theme.colour("accent" if is_current else "strong line")
        paint_arrow(painter, *self.ends(link), colour, 2.5 if is_current else 1.5)

    def _paint_box(self, painter: QPainter, box: QRectF, text: str, *, is_current: bool) -> None:
        colour, is_marked = self.theme.colour, is_current or self._is_current(text)
        line, ground = ("accent", "selection") if is_marked else ("strong line", "raised")
        paint_box(painter, box, colour(line), colour(ground))
        paint_words(painter, box, text, colour("text"))

    def _is_current(self, factor: str) -> bool:
        if not 0 <= self.current < len(self.links):
            return False
        link = self.links[self.current]
        return factor in (link.cause, link.consequence)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ask for the current link with Enter; other keys walk."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current >= 0:
            self.chosen.emit(self.links[self.current].card)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ask for the link that is clicked."""
        at = self.index_at(event.position())
        if at >= 0 and event.button() is Qt.MouseButton.LeftButton:
            self.current = at
            self.update()
            self.chosen.emit(self.links[at].card)


def _away(point: QPointF, start: QPointF, end: QPointF) -> float:
    """Return how far a point lies from a line between two others."""
    line, to = end - start, point - start
    squared = line.x() ** 2 + line.y() ** 2
    share = (to.x() * line.x() + to.y() * line.y()) / squared if squared else 0.0
    nearest = start + line * max(0.0, min(1.0, share))
    return hypot(point.x() - nearest.x(), point.y() - nearest.y())
