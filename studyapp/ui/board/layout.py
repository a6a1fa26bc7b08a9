"""Where everything on the board lies: pure geometry, in scene pixels from the top left.

A `Frame` holds the zones and the grid of cards in each; it depends only on the size of the view
and on how many cards lie where, so it stands still while a card is dragged.
"""

from collections.abc import Iterable, Mapping, Sequence
from enum import Enum
from math import ceil, hypot
from types import MappingProxyType
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSizeF

from studyapp.domain.boards.board import Spot, Zone
from studyapp.ui.look.tokens import CARD_HEIGHT

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
    """Return the frame with a free slot in the tray too; only its lower end may move.

    A tray above other zones stays as it is: what is let go anywhere on it is taken.
    """
    tray = frame.zones[Zone.TRAY]
    if any(area.top() > tray.top() for area in frame.zones.values()):
        return frame
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


class _Rows(NamedTuple):
    """What zones in rows have in common: how wide each is, and a card in it."""

    width: float
    zone_width: float
    card: float
    rooms: Mapping[Zone, int]

    def columns(self, zone: Zone) -> int:
        """Return how many cards lie side by side in a zone."""
        return self.rooms.get(zone) or _columns(self.zone_width, self.card)

    def height(self, row: Sequence[Zone], counts: Mapping[Zone, int]) -> float:
        """Return how high a row is: one slot more than is filled, where any number fits."""
        filled = (ceil((counts[zone] + 1) / self.columns(zone)) for zone in row)
        return zone_height(1 if self.rooms else max(filled))

    def tray_height(self, cards: int) -> float:
        """Return how high the tray is with so many cards."""
        return zone_height(ceil(cards / _columns(self.width, self.card)))

    def tray(self, counts: Mapping[Zone, int], top: float, whole: float, height: float) -> QRectF:
        """Return where the tray lies: below all rows, which are `whole` high, or above them.

        What one drags from stays in sight: above a diamond that leaves no room for it.
        """
        high = self.tray_height(counts[Zone.TRAY])
        if self.rooms and top + whole + self.tray_height(sum(counts.values())) > height:
            return QRectF(0, top, self.width, high)
        below = top + whole
        return QRectF(0, below, self.width, max(high, height - below))

    def frame(self, zones: Mapping[Zone, QRectF]) -> Frame:
        """Return the frame of these zones."""
        lefts = {zone: _steps(zones[zone].left(), self.columns(zone), self.card) for zone in zones}
        lefts[Zone.TRAY] = _steps(0, _columns(self.width, self.card), self.card)
        size = QSizeF(self.width, max(area.bottom() for area in zones.values()))
        focus, card = QRectF(0, 0, self.width, FLAT_FOCUS), QSizeF(self.card, CARD_HEIGHT)
        return Frame(size, card, focus, zones, lefts, side_by_side=False)

    def areas(self, row: Sequence[Zone], top: float, high: float) -> dict[Zone, QRectF]:
        """Return where the zones of a row lie; the rows of a diamond stand in the middle."""
        if not self.rooms:
            steps = (at * (self.zone_width + GAP) for at in range(len(row)))
            lefts = zip(row, steps, strict=True)
            return {zone: QRectF(left, top, self.zone_width, high) for zone, left in lefts}
        wide = {
            zone: self.columns(zone) * (self.card + SPACING) - SPACING + 2 * PAD for zone in row
        }
        return {zone: QRectF((self.width - wide[zone]) / 2, top, wide[zone], high) for zone in row}


def _framed_rows(
    width: float,
    height: float,
    counts: Mapping[Zone, int],
    rooms: Mapping[Zone, int],
    least: float,
) -> Frame:
    """Return a frame of rows of zones, with the tray below them, or above a diamond too high."""
    names = [zone for zone in counts if zone != Zone.TRAY]
    fitting = max(1, int((least + GAP) // (_NARROWEST_ZONE + GAP)))
    across = 1 if rooms else min(len(names), fitting)
    lines = [names[at : at + across] for at in range(0, len(names), across)]
    rows = _rows(width, across, rooms)
    top, gap = float(FLAT_FOCUS + GAP), SPACING if rooms else GAP
    highs = [rows.height(line, counts) for line in lines]
    if len(lines) == 1:
        highs = [max(highs[0], height - top - GAP - rows.tray_height(counts[Zone.TRAY]))]
    tray = rows.tray(counts, top, sum(highs) + gap * len(highs), height)
    if tray.top() == top:
        top = tray.bottom() + GAP
    zones: dict[Zone, QRectF] = {}
    for line, high in zip(lines, highs, strict=True):
        zones |= rows.areas(line, top, high)
        top += high + gap
    return rows.frame({**zones, Zone.TRAY: tray})


def _rows(width: float, across: int, rooms: Mapping[Zone, int]) -> _Rows:
    """Return rows of so many zones each: cards fill them, or the widest row of a diamond.

    Of a diamond at least two cards lie side by side in the tray.
    """
    zone_width = (width - (across - 1) * GAP) / across
    most = max(2, *rooms.values()) if rooms else _columns(zone_width, MORE_COLUMNS_FROM)
    card: float = min(WIDEST_CARD, (zone_width - 2 * PAD - (most - 1) * SPACING) / most)
    return _Rows(width, zone_width, card, rooms)


def _columns(width: float, card: float) -> int:
    """Return how many cards of a width lie side by side in a zone."""
    # A row of cards as wide as the zone itself must not lose one to rounding.
    return max(1, int((width - 2 * PAD + SPACING) / (card + SPACING) + 1e-9))


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
