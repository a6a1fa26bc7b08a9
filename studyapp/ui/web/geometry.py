"""Where things of the web lie, and what lies under a point: pure geometry, in its own pixels."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF, QSizeF

from studyapp.domain.boards.web import Pair, Point, Web
from studyapp.domain.boards.web_layout import Spacing
from studyapp.ui.look.tokens import CARD_HEIGHT, CARD_WIDTH

CARD = QSizeF(CARD_WIDTH, CARD_HEIGHT)
SPACING = Spacing(CARD_WIDTH, CARD_HEIGHT, 24, 56)
GRID = 8
HANDLE = 9.0
# Within so many pixels of the screen, a line is hit and an edge snaps.
NEAR = 7.0
_MARGIN = 32


class Snap(NamedTuple):
    """How far cards are moved to stand in line with others, and the lines that show it."""

    by: QPointF
    guides: tuple[QLineF, ...] = ()


def card_area(at: Point) -> QRectF:
    """Return the area of a card."""
    return QRectF(QPointF(at.x, at.y), CARD)


def areas(web: Web) -> dict[str, QRectF]:
    """Return the area of each card."""
    return {name: card_area(card.at) for name, card in web.cards.items()}


def bounds(cards: Iterable[QRectF]) -> QRectF:
    """Return what holds all cards with a margin, or nothing."""
    whole = QRectF()
    for area in cards:
        whole = whole.united(area)
    margin = 0 if whole.isEmpty() else _MARGIN
    return whole.adjusted(-margin, -margin, margin, margin)


def handle(area: QRectF) -> QPointF:
    """Return the middle of the knob that a link is drawn from."""
    return QPointF(area.center().x(), area.bottom())


def crosses(line: QLineF, area: QRectF) -> bool:
    """Say whether a line may be seen in an area: its own bounds touch it."""
    one, other = line.p1(), line.p2()
    return (
        min(one.x(), other.x()) <= area.right()
        and max(one.x(), other.x()) >= area.left()
        and min(one.y(), other.y()) <= area.bottom()
        and max(one.y(), other.y()) >= area.top()
    )


def card_at(cards: dict[str, QRectF], point: QPointF) -> str:
    """Return the uppermost card at a point, or ""; what was laid down last lies uppermost."""
    return next((name for name in reversed(cards) if cards[name].contains(point)), "")


def link_at(lines: Mapping[Pair, QLineF], point: QPointF, reach: float) -> Pair | None:
    """Return the link nearest to a point, or None if none is within reach."""
    best: tuple[float, Pair] | None = None
    for pair, line in lines.items():
        away = distance(line, point)
        if away <= reach and (best is None or away < best[0]):
            best = (away, pair)
    return best[1] if best else None


def distance(line: QLineF, point: QPointF) -> float:
    """Return how far a point is from a line that ends at both ends."""
    way, to = line.p2() - line.p1(), point - line.p1()
    length = QPointF.dotProduct(way, way)
    part = max(0.0, min(1.0, QPointF.dotProduct(to, way) / length)) if length else 0.0
    return QLineF(point, line.pointAt(part)).length()


def rounded(point: QPointF) -> Point:
    """Return the place of the grid nearest to a point."""
    return Point(round(point.x() / GRID) * GRID, round(point.y() / GRID) * GRID)


def snapped(moving: QRectF, others: Iterable[QRectF], reach: float) -> Snap:
    """Return how far to move an area so that an edge or its middle stands in line with another."""
    best_x: tuple[float, float, QRectF] | None = None
    best_y: tuple[float, float, QRectF] | None = None
    mine_x = (moving.left(), moving.center().x(), moving.right())
    mine_y = (moving.top(), moving.center().y(), moving.bottom())
    for other in others:
        for mine, there in zip(
            mine_x, (other.left(), other.center().x(), other.right()), strict=True
        ):
            if abs(there - mine) <= reach and (
                best_x is None or abs(there - mine) < abs(best_x[0])
            ):
                best_x = (there - mine, there, other)
        for mine, there in zip(
            mine_y, (other.top(), other.center().y(), other.bottom()), strict=True
        ):
            if abs(there - mine) <= reach and (
                best_y is None or abs(there - mine) < abs(best_y[0])
            ):
                best_y = (there - mine, there, other)
    by = QPointF(best_x[0] if best_x else 0.0, best_y[0] if best_y else 0.0)
    at = moving.translated(by)
    guides = []
    if best_x:
        both = at.united(best_x[2])
        guides.append(QLineF(best_x[1], both.top(), best_x[1], both.bottom()))
    if best_y:
        both = at.united(best_y[2])
        guides.append(QLineF(both.left(), best_y[1], both.right(), best_y[1]))
    return Snap(by, tuple(guides))


def free_place(cards: Mapping[str, QRectF], near: QRectF) -> Point:
    """Return a place for one more card: the first free one of a grid that begins at `near`.

    A link to the next card has room to be seen.
    """
    gap, down_to_next = GRID * 2, CARD_HEIGHT + GRID * 5
    across = max(1, int((near.width() + SPACING.across) // (CARD_WIDTH + SPACING.across)))
    for number in range(10_000):
        down, right = divmod(number, across)
        at = near.topLeft() + QPointF(right * (CARD_WIDTH + SPACING.across), down * down_to_next)
        area = QRectF(at, CARD)
        clear = area.adjusted(-gap, -gap, gap, gap)
        if not any(clear.intersects(other) for other in cards.values()):
            return rounded(at)
    return rounded(near.topLeft())


def in_rows(
    names: Sequence[str], middle: QPointF, sight: QRectF, others: Mapping[str, QRectF]
) -> dict[str, QRectF]:
    """Return areas for cards in rows around a point, further down where other cards lie.

    The rows are about as wide as the block is high, and no wider than what is in sight; if all
    the cards cannot be seen at once, the block has the shape of the view, to be looked at whole.
    """
    gap = SPACING.across
    across, down = CARD_WIDTH + gap, CARD_HEIGHT + gap
    fitting = max(1, int((sight.width() + gap) // across))
    columns = min(fitting, max(1, round((len(names) * down / across) ** 0.5)))
    if -(-len(names) // columns) * down > sight.height() > 0:
        shape = sight.width() / sight.height()
        columns = max(1, round((len(names) * down / across * shape) ** 0.5))
    rows = -(-len(names) // columns)
    size = QSizeF(columns * across - gap, rows * down - gap)
    block = QRectF(middle - QPointF(size.width() / 2, size.height() / 2), size)
    if size.height() > sight.height():
        block.moveTop(max(block.top(), sight.top() + gap))
    if size.width() > sight.width():
        block.moveLeft(sight.left() + gap)
    while under := [area for area in others.values() if area.intersects(block)]:
        block.moveTop(max(area.bottom() for area in under) + gap)
    return {
        name: QRectF(block.topLeft() + QPointF(at % columns * across, at // columns * down), CARD)
        for at, name in enumerate(names)
    }
