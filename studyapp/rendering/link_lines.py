"""The lines of links between cards, the same in the window and on paper: pure geometry."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import product
from math import cos, hypot, inf, pi, sin

from PySide6.QtCore import QLineF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPolygonF

from studyapp.domain.boards.web import Pair, Relation

# How far along its line the words of a link may stand, the best place first.
PARTS = tuple(sorted((at / 20 for at in range(2, 19)), key=lambda part: abs(part - 0.5)))
_SQUARE = 128.0
# Two links between the same cards go past each other.
_APART = 12.0
# A trigger comes at once, what reaches far back comes from afar.
PENS: Mapping[Relation, Qt.PenStyle] = {
    Relation.LED_TO: Qt.PenStyle.SolidLine,
    Relation.LONG: Qt.PenStyle.DashLine,
    Relation.SHORT: Qt.PenStyle.DashDotLine,
    Relation.TRIGGER: Qt.PenStyle.SolidLine,
}


def link_line(cause: QRectF, consequence: QRectF, has_return: bool = False) -> QLineF:
    """Return the line of a link from border to border."""
    start, end = cause.center(), consequence.center()
    way = end - start
    if has_return and not way.isNull():
        aside = QPointF(way.y(), -way.x()) * (_APART / hypot(way.x(), way.y()))
        start, end = start + aside, end + aside
    return QLineF(_leaving(cause, start, way), _leaving(consequence, end, -way))


def _leaving(area: QRectF, start: QPointF, way: QPointF) -> QPointF:
    """Return where one leaves an area on a way from a point in it; the point if there is no way."""
    x, y, across, down = start.x(), start.y(), way.x(), way.y()
    to_side = ((area.right() if across > 0 else area.left()) - x) / across if across else inf
    to_edge = ((area.bottom() if down > 0 else area.top()) - y) / down if down else inf
    part = min(to_side, to_edge)
    return start if part == inf else QPointF(x + across * part, y + down * part)


def clear_parts(
    lines: Mapping[Pair, QLineF], sizes: Mapping[Pair, QSizeF], cards: Iterable[QRectF]
) -> dict[Pair, float]:
    """Return how far along its line each link's words stand clear of cards and of other words.

    Where there is no clear place, they hide other words rather than a card; where there is none
    for that either, they stand in the middle.
    """
    ground, taken = _Taken(cards), _Taken()
    found: dict[Pair, float] = {}
    # The short ones first: they have the least choice.
    for pair in sorted(sizes, key=lambda pair: lines[pair].length()):
        size = sizes[pair]
        areas = [(part, _centred(size, lines[pair].pointAt(part))) for part in PARTS]
        beside = [(part, area) for part, area in areas if not ground.meets(area)]
        clear = ((part, area) for part, area in beside if not taken.meets(area))
        found[pair], area = next(clear, (beside or areas)[0])
        taken.add(area)
    return found


class _Taken:
    """Areas that are taken, by the squares of the ground that they lie on: there are many."""

    def __init__(self, areas: Iterable[QRectF] = ()) -> None:
        self._squares: dict[tuple[int, int], list[QRectF]] = {}
        for area in areas:
            self.add(area)

    def add(self, area: QRectF) -> None:
        """Take an area too."""
        for square in _squares(area):
            self._squares.setdefault(square, []).append(area)

    def meets(self, area: QRectF) -> bool:
        """Say whether some of an area is taken."""
        near = (other for square in _squares(area) for other in self._squares.get(square, ()))
        return any(area.intersects(other) for other in near)


def _squares(area: QRectF) -> Iterator[tuple[int, int]]:
    across = range(int(area.left() // _SQUARE), int(area.right() // _SQUARE) + 1)
    down = range(int(area.top() // _SQUARE), int(area.bottom() // _SQUARE) + 1)
    return product(across, down)


def _centred(size: QSizeF, middle: QPointF) -> QRectF:
    return QRectF(middle - QPointF(size.width() / 2, size.height() / 2), size)


def arrow_head(tip: QPointF, angle: float, size: float) -> QPolygonF:
    """Return an arrow head; `angle` is that of its way in radians, counterclockwise from right."""
    ends = [
        tip - QPointF(cos(angle + turn) * size, -sin(angle + turn) * size)
        for turn in (pi / 7, -pi / 7)
    ]
    return QPolygonF([tip, *ends])
