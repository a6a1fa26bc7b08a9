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
GAP_ABOVE = 3
LANE_GAP = 10
GAP = 8
NARROWEST_BAR = 8
LABEL_INSET = 10
MARGIN = 8


class Box(NamedTuple):
    """An entry's place: all that is its own from `left` to `right`, its days within that.

    `words` is where its words begin; `ends` is None for what has no date.
    """

    entry: TimelineEntry
    left: float
    right: float
    start: float
    end: float
    top: float
    height: float
    ends: Ends | None
    words: float


# A box before it has a row: left, right, start, end, height, entry, ends, words.
_Span = tuple[float, float, float, float, float, TimelineEntry, Ends, float]
# Width and height.
Size = tuple[float, float]


class Row(NamedTuple):
    """Boxes side by side, from left to right, as high as the highest."""

    top: float
    height: float
    boxes: tuple[Box, ...]
    is_dated: bool


class LanePlace(NamedTuple):
    """A lane from the top of its header to the bottom of its last row."""

    lane: Lane
    top: float
    bottom: float

    def header_top(self, down: float) -> float:
        """Return where the header lies when `down` pixels are above the view: in sight."""
        return max(self.top, min(down, self.bottom - HEADER))


class Plan(NamedTuple):
    """The whole timeline at one scale; `boxes` are by the entry's id."""

    lanes: tuple[LanePlace, ...]
    rows: tuple[Row, ...]
    boxes: dict[str, Box]
    width: float
    height: float

    def rows_between(self, top: float, bottom: float) -> tuple[Row, ...]:
        """Return the rows of which something lies between two heights."""
        first = bisect_right(self.rows, top, key=_bottom)
        return self.rows[first : bisect_left(self.rows, bottom, key=_top)]

    def box_at(self, x: float, y: float, offset: float) -> Box | None:
        """Return what lies at a point of the view that is scrolled by `offset` to the right."""
        for row in self.rows_between(y, y + 1):
            at = x + offset if row.is_dated else x
            for box in boxes_between(row, at, at + 1):
                if box.left <= at <= box.right and box.top <= y < box.top + box.height:
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
    size_of: Callable[[TimelineEntry], Size],
) -> Plan:
    """Return where everything lies; `size_of` gives the size of an entry's words."""
    scale = Scale(limits.first, per_day)
    width = max(view_width, scale.x(limits.last))
    places: list[LanePlace] = []
    rows: list[Row] = []
    top = 0.0
    for lane in lanes:
        if lane.is_dated:
            spans = [_span(entry, scale, width, size_of(entry)) for entry in lane.entries]
            held = list(_packed_rows(spans, top + TO_ROWS))
        else:
            held = list(_flowing_rows(lane.entries, view_width, top + TO_ROWS, size_of))
        bottom = held[-1].top + held[-1].height + GAP_ABOVE
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
    held: list[list[_Span]] = []
    for span, row in zip(ordered, packed(((s[0], s[1]) for s in ordered), GAP), strict=True):
        if row == len(held):
            held.append([])
        held[row].append(span)
    for spans_of_row in held:
        high = max(span[4] for span in spans_of_row)
        boxes = (
            Box(entry, left, right, start, end, top, height, ends, words)
            for left, right, start, end, height, entry, ends, words in spans_of_row
        )
        yield Row(top, high, tuple(boxes), is_dated=True)
        top += high + 2 * GAP_ABOVE


def _flowing_rows(
    entries: Iterable[TimelineEntry],
    view_width: float,
    top: float,
    size_of: Callable[[TimelineEntry], Size],
) -> Iterator[Row]:
    """Yield rows of what has no date, as words flow in a paragraph."""
    line: list[Box] = []
    left: float = MARGIN
    high = 0.0
    for entry in entries:
        wide, height = size_of(entry)
        if line and left + wide > view_width - MARGIN:
            yield Row(top, high, tuple(line), is_dated=False)
            line, top, left, high = [], top + high + 2 * GAP_ABOVE, MARGIN, 0.0
        line.append(Box(entry, left, left + wide, left, left + wide, top, height, None, left))
        left, high = left + wide + GAP, max(high, height)
    yield Row(top, high, tuple(line), is_dated=False)


def _span(entry: TimelineEntry, scale: Scale, width: float, size: Size) -> _Span:
    """Return what of the width is an entry's."""
    words, high = size
    assert entry.date is not None
    _, earliest, latest = entry.date
    ends = _drawn_ends(ends_of(entry.date), scale.x(earliest), scale.x(latest + 1) - width)
    start = 0.0 if ends.open_start else scale.x(earliest)
    end = width if ends.open_end else scale.x(latest + 1)
    if end > width or end < start + NARROWEST_BAR:
        end = min(width, max(end, start + NARROWEST_BAR))
        start = min(start, end - NARROWEST_BAR)
    at = _words_at(start, end if ends.is_span else start, width, words)
    return min(start, at), max(end, at + words), start, end, high, entry, ends, at


def _drawn_ends(ends: Ends, start: float, beyond: float) -> Ends:
    """Return the ends of a bar: what runs out of the timeline is drawn as if it had no end."""
    if not ends.is_span:
        return ends
    before, after = start < 0, beyond > 0
    return ends._replace(
        open_start=ends.open_start or before,
        doubtful_start=ends.doubtful_start and not before,
        open_end=ends.open_end or after,
        doubtful_end=ends.doubtful_end and not after,
    )


def _words_at(start: float, end: float, width: float, words: float) -> float:
    """Return where words begin: in a bar, after it or before it, or where else there is room."""
    if start + words <= end:
        return start
    if end + words <= width:
        return end
    return start - words if start >= words else max(0.0, width - words)


def _top(row: Row) -> float:
    return row.top


def _bottom(row: Row) -> float:
    return row.top + row.height


def _left(box: Box) -> float:
    return box.left


def _right(box: Box) -> float:
    return box.right


def _left_of_span(span: _Span) -> float:
    return span[0]
