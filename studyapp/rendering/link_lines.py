"""The lines of links between cards, the same in the window and on paper: pure geometry."""

from collections.abc import Mapping, Sequence
from math import cos, hypot, inf, pi, sin

from PySide6.QtCore import QLineF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPolygonF

from studyapp.domain.web import Pair, Relation

# How far along its line the words of a link may stand, the best place first.
_PARTS = tuple(sorted((at / 20 for at in range(3, 18)), key=lambda part: abs(part - 0.5)))
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
    lines: Mapping[Pair, QLineF], sizes: Mapping[Pair, QSizeF], cards: Sequence[QRectF]
) -> dict[Pair, float]:
    """Return how far along its line each link's words stand clear of cards and of other words.

    Where there is no clear place, they stand in the middle.
    """
    taken: list[QRectF] = []
    found: dict[Pair, float] = {}
    # The short ones first: they have the least choice.
    for pair in sorted(sizes, key=lambda pair: lines[pair].length()):
        size = sizes[pair]
        areas = [(part, _centred(size, lines[pair].pointAt(part))) for part in _PARTS]
        clear = (
            (part, area)
            for part, area in areas
            if not any(area.intersects(other) for other in (*cards, *taken))
        )
        found[pair], area = next(clear, areas[0])
        taken.append(area)
    return found


def _centred(size: QSizeF, middle: QPointF) -> QRectF:
    return QRectF(middle - QPointF(size.width() / 2, size.height() / 2), size)


def arrow_head(tip: QPointF, angle: float, size: float) -> QPolygonF:
    """Return an arrow head; `angle` is that of its way in radians, counterclockwise from right."""
    ends = [
        tip - QPointF(cos(angle + turn) * size, -sin(angle + turn) * size)
        for turn in (pi / 7, -pi / 7)
    ]
    return QPolygonF([tip, *ends])
