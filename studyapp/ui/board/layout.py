"""Where everything on the board lies: pure geometry, in scene pixels from the top left.

A `Frame` holds the zones and the grid of cards in each; it depends only on the size of the view
and on how many cards lie where, so it stands still while a card is dragged.
"""

from collections.abc import Iterable, Mapping
from enum import Enum
from math import ceil, hypot
from types import MappingProxyType
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSizeF

from studyapp.domain.board import Spot, Zone
from studyapp.ui.tokens import CARD_HEIGHT

GAP = 16
FLAT_FOCUS = 56
PAD = 8
SPACING = 8
LABEL = 28
NARROWEST = 320
WIDEST_CARD = 280
MORE_COLUMNS_FROM = 176
SIDE_BY_SIDE_FROM = 600
_PITCH = CARD_HEIGHT + SPACING
_NARROWEST_ZONE = 144
_ANY: Mapping[Zone, int] = MappingProxyType({})


class Direction(Enum):
    """Which way to walk from card to card, as a step right and a step down."""

    LEFT = (-1, 0)
    RIGHT = (1, 0)
    UP = (0, -1)
    DOWN = (0, 1)


class Frame(NamedTuple):
    """The zones, the place of the factor in question, and the grid that cards are laid on.

    `lefts` are the left ends of each zone's columns; the tray has every column of the board.
    """

    size: QSizeF
    card: QSizeF
    focus: QRectF
    zones: Mapping[Zone, QRectF]
    lefts: Mapping[Zone, tuple[float, ...]]
    side_by_side: bool


def make_frame(
    width: float,
    height: float,
    counts: Mapping[Zone, int],
    rooms: Mapping[Zone, int] = _ANY,
    least: float = 0,
) -> Frame:
    """Return the frame for a view of this size; it is higher than the view if it must be.

    Causes and Consequences lie around the factor in question; other zones side by side below it,
    and those of which `rooms` says how much they take, as the rows of a diamond. What stands
    beside what is decided by the width that is left at `least`, once the view must scroll.
    """
    width = max(width, NARROWEST)
    least = least or width
    if Zone.CAUSES not in counts:
        return _framed_rows(width, height, counts, rooms, least)
    side_by_side = least >= SIDE_BY_SIDE_FROM
    columns, card_width = _grid(width, side_by_side)
    top = 0.0 if side_by_side else FLAT_FOCUS + GAP
    high, tray_height = _heights(height - top - GAP, columns, 2 * columns + side_by_side, counts)
    middle = card_width + 2 * PAD + GAP if side_by_side else 0.0
    zone_width = (width - middle - GAP) / 2
    zones = {
        Zone.CAUSES: QRectF(0, top, zone_width, high),
        Zone.CONSEQUENCES: QRectF(width - zone_width, top, zone_width, high),
        Zone.TRAY: QRectF(0, top + high + GAP, width, tray_height),
    }
    focus = QRectF(0, 0, width, FLAT_FOCUS)
    if side_by_side:
        focus = QRectF(zone_width + GAP + PAD, LABEL, card_width, CARD_HEIGHT)
    lefts = _lefts(zones, columns, card_width, (focus.left(),) if side_by_side else ())
    card = QSizeF(card_width, CARD_HEIGHT)
    size = QSizeF(width, zones[Zone.TRAY].bottom())
    return Frame(size, card, focus, zones, lefts, side_by_side)


def fitting_frame(
    width: float,
    height: float,
    bar: float,
    counts: Mapping[Zone, int],
    rooms: Mapping[Zone, int] = _ANY,
) -> Frame:
    """Return the frame for a view that gives up `bar` of its width once it must scroll."""
    least = width - bar
    frame = make_frame(width, height, counts, rooms, least)
    if frame.size.height() <= height:
        return frame
    return make_frame(least, height, counts, rooms, least)


def zone_height(rows: int) -> float:
    """Return the height of a zone with so many rows of cards; even an empty one has a row."""
    return LABEL + max(1, rows) * _PITCH - SPACING + PAD


def with_room(frame: Frame, counts: Mapping[Zone, int]) -> Frame:
    """Return the frame with a free slot in the tray too; only its lower end may move."""
    tray = frame.zones[Zone.TRAY]
    rows = ceil((counts[Zone.TRAY] + 1) / len(frame.lefts[Zone.TRAY]))
    higher = max(tray.height(), zone_height(rows))
    zones = {**frame.zones, Zone.TRAY: QRectF(tray.topLeft(), QSizeF(tray.width(), higher))}
    bottom = max(frame.size.height(), zones[Zone.TRAY].bottom())
    return frame._replace(zones=zones, size=QSizeF(frame.size.width(), bottom))


def slot(frame: Frame, spot: Spot) -> QRectF:
    """Return where a card lies at a spot."""
    lefts = frame.lefts[spot.zone]
    row, column = divmod(spot.at, len(lefts))
    top = frame.zones[spot.zone].top() + LABEL + row * _PITCH
    return QRectF(QPointF(lefts[column], top), frame.card)


def places(frame: Frame, zones: Mapping[Zone, Iterable[str]]) -> dict[str, QRectF]:
    """Return where each card lies."""
    return {
        factor: slot(frame, Spot(zone, index))
        for zone, factors in zones.items()
        for index, factor in enumerate(factors)
    }


def landing(frame: Frame, counts: Mapping[Zone, int], point: QPointF) -> Spot | None:
    """Return where a card let go at `point` lands, or None if that is no place for it.

    `counts` are the other cards in each zone.
    """
    half = GAP / 2
    for zone, area in frame.zones.items():
        if area.adjusted(-half, -half, half, half).contains(point):
            return Spot(zone, min(_cell(frame, zone, point), counts[zone]))
    return None


def neighbour(cards: Mapping[str, QRectF], here: str, direction: Direction) -> str | None:
    """Return the nearest card in a direction: one right ahead before one off to the side."""
    across, down = direction.value
    start = cards[here].center()
    best: tuple[float, str] | None = None
    for factor, area in cards.items():
        way = area.center() - start
        ahead = way.x() * across + way.y() * down
        aside = abs(way.x() * down) + abs(way.y() * across)
        if factor == here or ahead <= 1 or (across and aside > CARD_HEIGHT):
            continue
        distance = hypot(ahead, 3 * aside)
        best = min(best or (distance, factor), (distance, factor))
    return best[1] if best else None


def _framed_rows(
    width: float,
    height: float,
    counts: Mapping[Zone, int],
    rooms: Mapping[Zone, int],
    least: float,
) -> Frame:
    """Return a frame of rows of zones, with the tray below them."""
    names = [zone for zone in counts if zone != Zone.TRAY]
    fitting = max(1, int((least + GAP) // (_NARROWEST_ZONE + GAP)))
    across = 1 if rooms else min(len(names), fitting)
    rows = [names[at : at + across] for at in range(0, len(names), across)]
    zone_width = (width - (across - 1) * GAP) / across
    most = max(rooms.values(), default=0) or _columns(zone_width, MORE_COLUMNS_FROM)
    card: float = min(WIDEST_CARD, (zone_width - 2 * PAD - (most - 1) * SPACING) / most)
    tray_columns = _columns(width, card)
    tray_height = zone_height(ceil(counts[Zone.TRAY] / tray_columns))
    top: float = FLAT_FOCUS + GAP
    zones: dict[Zone, QRectF] = {}
    lefts: dict[Zone, tuple[float, ...]] = {}
    for row in rows:
        # One slot more than is filled, where any number fits.
        filled = [ceil((counts[zone] + 1) / _columns(zone_width, card)) for zone in row]
        high = zone_height(1 if rooms else max(filled))
        if len(rows) == 1:
            high = max(high, height - top - GAP - tray_height)
        for at, zone in enumerate(row):
            columns = rooms.get(zone) or _columns(zone_width, card)
            wide = columns * (card + SPACING) - SPACING + 2 * PAD if rooms else zone_width
            left = (width - wide) / 2 if rooms else at * (zone_width + GAP)
            zones[zone] = QRectF(left, top, wide, high)
            lefts[zone] = _steps(left, columns, card)
        top += high + (SPACING if rooms else GAP)
    zones[Zone.TRAY] = QRectF(0, top, width, max(tray_height, height - top))
    lefts[Zone.TRAY] = _steps(0, tray_columns, card)
    size = QSizeF(width, zones[Zone.TRAY].bottom())
    focus = QRectF(0, 0, width, FLAT_FOCUS)
    return Frame(size, QSizeF(card, CARD_HEIGHT), focus, zones, lefts, side_by_side=False)


def _columns(width: float, card: float) -> int:
    """Return how many cards of a width lie side by side in a zone."""
    return max(1, int((width - 2 * PAD + SPACING) // (card + SPACING)))


def _steps(left: float, columns: int, card: float) -> tuple[float, ...]:
    return tuple(left + PAD + at * (card + SPACING) for at in range(columns))


def _grid(width: float, side_by_side: bool) -> tuple[int, float]:
    if not side_by_side:
        return 1, min(WIDEST_CARD, (width - GAP) / 2 - 2 * PAD)
    columns = 1
    while _card_width(width, columns + 1) >= MORE_COLUMNS_FROM:
        columns += 1
    return columns, min(WIDEST_CARD, _card_width(width, columns))


def _card_width(width: float, columns: int) -> float:
    """Return how wide cards are with so many columns in each zone, and the focus between."""
    free = width - 2 * GAP - 6 * PAD - 2 * (columns - 1) * SPACING
    return free / (2 * columns + 1)


def _heights(
    height: float, columns: int, tray_columns: int, counts: Mapping[Zone, int]
) -> tuple[float, float]:
    """Return how high Causes and Consequences are, and the tray; together at least `height`."""
    # One slot more than is filled: there is always room for the next card.
    rows = ceil((max(counts[Zone.CAUSES], counts[Zone.CONSEQUENCES]) + 1) / columns)
    tray = zone_height(ceil(counts[Zone.TRAY] / tray_columns))
    return max(zone_height(rows), height - tray), tray


def _lefts(
    zones: Mapping[Zone, QRectF], columns: int, card_width: float, middle: tuple[float, ...]
) -> dict[Zone, tuple[float, ...]]:
    steps = [PAD + at * (card_width + SPACING) for at in range(columns)]
    causes = tuple(zones[Zone.CAUSES].left() + step for step in steps)
    consequences = tuple(zones[Zone.CONSEQUENCES].left() + step for step in steps)
    return {
        Zone.CAUSES: causes,
        Zone.CONSEQUENCES: consequences,
        Zone.TRAY: (*causes, *middle, *consequences),
    }


def _cell(frame: Frame, zone: Zone, point: QPointF) -> int:
    lefts = frame.lefts[zone]
    half = frame.card.width() / 2
    column = min(range(len(lefts)), key=lambda at: abs(lefts[at] + half - point.x()))
    below = point.y() - frame.zones[zone].top() - LABEL + SPACING / 2
    return int(max(0.0, below) // _PITCH) * len(lefts) + column
