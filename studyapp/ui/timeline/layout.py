"""Where everything on the timeline lies: lanes, rows and boxes, as pure geometry without Qt.

Pixels count from the first day that can be shown and from the top of the first lane. What has no
date lies in a lane that does not move when time does: there pixels count from the view's left end.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from heapq import heappop, heappush
from typing import NamedTuple

from studyapp.domain.timeline import Ends, Lane, Range, Scale, TimelineEntry, ends_of

HEADER = 26
# From the top of a lane to its first row: the ring around a box has room below the header.
TO_ROWS = HEADER + 4
BOX_HEIGHT = 38
GAP_ABOVE = 3
ROW = BOX_HEIGHT + 2 * GAP_ABOVE
LANE_GAP = 10
GAP = 8
NARROWEST_BAR = 8
LABEL_INSET = 10
MARGIN = 8


class Box(NamedTuple):
    """An entry's place: all that belongs to it from `left` to `right`, its days within that.

    `is_flipped`: its words stand before the end of its days, because there is no room after them.
    """

    entry: TimelineEntry
    left: float
    right: float
    start: float
    end: float
    top: float
    ends: Ends | None
    is_flipped: bool = False


# A box before it has a row: left, right, start, end, entry, ends, is_flipped.
_Span = tuple[float, float, float, float, TimelineEntry, Ends, bool]


class Row(NamedTuple):
    """Boxes side by side, from left to right."""

    top: float
    boxes: tuple[Box, ...]
    is_dated: bool


class LanePlace(NamedTuple):
    """A lane from the top of its header to the bottom of its last row."""

    lane: Lane
    top: float
    bottom: float


class Plan(NamedTuple):
    """The whole timeline at one scale; `boxes` are by the entry's id."""

    lanes: tuple[LanePlace, ...]
    rows: tuple[Row, ...]
    boxes: dict[str, Box]
    width: float
    height: float

    def rows_between(self, top: float, bottom: float) -> tuple[Row, ...]:
        """Return the rows of which something lies between two heights."""
        first = bisect_right(self.rows, top - BOX_HEIGHT, key=_top)
        return self.rows[first : bisect_left(self.rows, bottom, key=_top)]

    def box_at(self, x: float, y: float, offset: float) -> Box | None:
        """Return what lies at a point of the view that is scrolled by `offset` to the right."""
        for row in self.rows_between(y, y + 1):
            at = x + offset if row.is_dated else x
            for box in boxes_between(row, at, at + 1):
                if box.left <= at <= box.right and row.top <= y < row.top + BOX_HEIGHT:
                    return box
        return None


EMPTY = Plan((), (), {}, 0, 0)


def boxes_between(row: Row, left: float, right: float) -> tuple[Box, ...]:
    """Return the boxes of a row of which something lies between two pixels."""
    first = bisect_left(row.boxes, left, key=_right)
    return row.boxes[first : bisect_left(row.boxes, right, key=_left)]


def make_plan(
    lanes: Sequence[Lane],
    limits: Range,
    per_day: float,
    view_width: float,
    width_of: Callable[[TimelineEntry], float],
) -> Plan:
    """Return where everything lies; `width_of` gives the width of an entry's words."""
    scale = Scale(limits.first, per_day)
    width = max(view_width, scale.x(limits.last))
    places: list[LanePlace] = []
    rows: list[Row] = []
    top = 0.0
    for lane in lanes:
        if lane.is_dated:
            spans = [_span(entry, scale, width, width_of(entry)) for entry in lane.entries]
            held = list(_packed_rows(spans, top + TO_ROWS))
        else:
            held = list(_flowing_rows(lane.entries, view_width, top + TO_ROWS, width_of))
        bottom = top + TO_ROWS + len(held) * ROW
        places.append(LanePlace(lane, top, bottom))
        rows += held
        top = bottom + LANE_GAP
    every = {box.entry.id: box for row in rows for box in row.boxes}
    return Plan(tuple(places), tuple(rows), every, width, top)


def packed(spans: Iterable[tuple[float, float]], gap: float) -> list[int]:
    """Return a row for each span (left, right), as high up as there is room, and as few as can be.

    Spans come in order of their left ends.
    """
    rows: list[int] = []
    free: list[int] = []
    taken: list[tuple[float, int]] = []
    for left, right in spans:
        while taken and taken[0][0] + gap <= left:
            heappush(free, heappop(taken)[1])
        row = heappop(free) if free else len(taken)
        heappush(taken, (right, row))
        rows.append(row)
    return rows


def _packed_rows(spans: Iterable[_Span], top: float) -> Iterator[Row]:
    ordered = sorted(spans, key=_left_of_span)
    held: list[list[Box]] = []
    for span, row in zip(ordered, packed(((s[0], s[1]) for s in ordered), GAP), strict=True):
        if row == len(held):
            held.append([])
        left, right, start, end, entry, ends, is_flipped = span
        held[row].append(Box(entry, left, right, start, end, top + row * ROW, ends, is_flipped))
    for at, row_boxes in enumerate(held):
        yield Row(top + at * ROW, tuple(row_boxes), is_dated=True)


def _flowing_rows(
    entries: Iterable[TimelineEntry],
    view_width: float,
    top: float,
    width_of: Callable[[TimelineEntry], float],
) -> Iterator[Row]:
    """Yield rows of what has no date, as words flow in a paragraph."""
    line: list[Box] = []
    left: float = MARGIN
    for entry in entries:
        right = left + width_of(entry)
        if line and right > view_width - MARGIN:
            yield Row(top, tuple(line), is_dated=False)
            line, top, right = [], top + ROW, MARGIN + width_of(entry)
            left = MARGIN
        line.append(Box(entry, left, right, left, right, top, None))
        left = right + GAP
    if line:
        yield Row(top, tuple(line), is_dated=False)


def _span(entry: TimelineEntry, scale: Scale, width: float, words: float) -> _Span:
    """Return what of the width is an entry's."""
    assert entry.date is not None
    ends = ends_of(entry.date)
    start = 0.0 if ends.open_start else scale.x(entry.date.earliest)
    end = width if ends.open_end else scale.x(entry.date.latest + 1)
    if end > width or end < start + NARROWEST_BAR:
        end = min(width, max(end, start + NARROWEST_BAR))
        start = min(start, end - NARROWEST_BAR)
    right = max(end, start + words)
    if right <= width:
        return start, right, start, end, entry, ends, False
    left = max(0.0, min(start, end - words))
    return left, max(end, left + words), start, end, entry, ends, True


def _top(row: Row) -> float:
    return row.top


def _left(box: Box) -> float:
    return box.left


def _right(box: Box) -> float:
    return box.right


def _left_of_span(span: _Span) -> float:
    return span[0]
