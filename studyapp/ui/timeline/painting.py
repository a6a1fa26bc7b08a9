"""Painting the timeline: its axis, its lanes, and each entry as a mark or a bar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from studyapp.domain.timeline import ticks
from studyapp.ui.board.face_painting import wrapped
from studyapp.ui.look.tokens import RADIUS, SMALL_POINTS, THEME_BAR
from studyapp.ui.timeline.layout import (
    GAP_ABOVE,
    HEADER,
    LABEL_INSET,
    MARGIN,
    Box,
    LanePlace,
    boxes_between,
)

if TYPE_CHECKING:
    from studyapp.ui.timeline.timeline_view import TimelineView

AXIS = 30
# How far ticks with words lie apart at least.
TICKS_APART = 64
# How much of a theme's hue is mixed into the ground of its bars.
TINT = 0.1
EDGE = 0.4
_DOUBT = 10
_ABOVE_WORDS, _BELOW_WORDS = 2, 5
_LEFT_MIDDLE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_ARROW = 6
_LINE = 2


def paint(painter: QPainter, view: TimelineView) -> None:
    """Paint what is in sight."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    width, height = view.viewport().width(), view.viewport().height()
    painter.fillRect(0, 0, width, height, view.theme.colour("window"))
    marks = ticks(view.scale, width, TICKS_APART)
    painter.setPen(QPen(view.theme.colour("line"), 1))
    for tick in marks:
        x = round(view.scale.x(tick.day)) + 0.5
        painter.drawLine(QPointF(x, AXIS), QPointF(x, height))
    painter.save()
    painter.setClipRect(QRectF(0, AXIS, width, height - AXIS))
    painter.translate(0, AXIS - view.down)
    _paint_lanes(painter, view)
    painter.restore()
    _paint_axis(painter, view)


def small(base: QFont, *, bold: bool = False) -> QFont:
    """Return the font of dates, ticks and the names of lanes."""
    font = QFont(base)
    font.setPointSizeF(min(base.pointSizeF(), SMALL_POINTS))
    font.setBold(bold)
    return font


def height_of(font: QFont, lines: int) -> float:
    """Return how high a box is whose title takes so many lines, with the small words above it."""
    title = QFontMetricsF(font).lineSpacing()
    return _ABOVE_WORDS + QFontMetricsF(small(font)).lineSpacing() + lines * title + _BELOW_WORDS


def mixed(ground: QColor, hue: QColor, share: float = TINT) -> QColor:
    """Return a ground with some of a hue in it."""
    return QColor.fromRgbF(
        ground.redF() + (hue.redF() - ground.redF()) * share,
        ground.greenF() + (hue.greenF() - ground.greenF()) * share,
        ground.blueF() + (hue.blueF() - ground.blueF()) * share,
    )


def _paint_axis(painter: QPainter, view: TimelineView) -> None:
    width, theme = view.viewport().width(), view.theme
    painter.fillRect(QRectF(0, 0, width, AXIS), theme.colour("window"))
    painter.setPen(QPen(theme.colour("strong line"), 1))
    painter.drawLine(QPointF(0, AXIS - 0.5), QPointF(width, AXIS - 0.5))
    for tick in ticks(view.scale, width, TICKS_APART):
        x = round(view.scale.x(tick.day)) + 0.5
        painter.setPen(QPen(theme.colour("strong line"), 1))
        painter.drawLine(QPointF(x, AXIS - 7), QPointF(x, AXIS - 1))
        painter.setFont(small(view.font(), bold=tick.is_major))
        painter.setPen(theme.colour("text" if tick.is_major else "muted"))
        room = QRectF(x + 4, 0, painter.fontMetrics().horizontalAdvance(tick.label) + 1, AXIS - 4)
        if room.right() <= width:
            painter.drawText(room, _LEFT_MIDDLE, tick.label)


def _paint_lanes(painter: QPainter, view: TimelineView) -> None:
    width = view.viewport().width()
    top, bottom = view.down, view.down + view.viewport().height() - AXIS
    undated = next((place.top for place in view.plan.lanes if not place.lane.is_dated), bottom)
    # No line of the axis runs through what has no place on it, or through words.
    painter.fillRect(QRectF(0, undated, width, bottom), view.theme.colour("window"))
    shown = []
    for row in view.plan.rows_between(top, bottom):
        offset = view.offset if row.is_dated else 0
        boxes = boxes_between(row, offset, offset + width)
        shown += [(box, offset) for box in boxes]
    for box, offset in shown:
        ground = _whole(view, box, offset).adjusted(0, -GAP_ABOVE, 0, GAP_ABOVE)
        painter.fillRect(ground, view.theme.colour("window"))
    for box, offset in shown:
        _paint_box(painter, view, box, offset)
    for place in view.plan.lanes:
        if place.top < bottom and place.bottom > top:
            _paint_header(painter, view, place)


def _paint_header(painter: QPainter, view: TimelineView, place: LanePlace) -> None:
    """Paint a lane's name, which stays in sight as long as the lane is."""
    width, theme = view.viewport().width(), view.theme
    top = place.header_top(view.down)
    ground = QRectF(0, top, width, HEADER)
    painter.fillRect(ground, theme.colour("window"))
    painter.setPen(QPen(theme.colour("line"), 1))
    painter.drawLine(ground.topLeft(), ground.topRight())
    painter.fillRect(QRectF(MARGIN, top + 6, THEME_BAR, HEADER - 11), view.hue(place.lane.theme))
    painter.setFont(small(view.font(), bold=True))
    painter.setPen(theme.colour("text"))
    words = f"{view.name_of(place.lane)} ({len(place.lane.entries)})"
    area = ground.adjusted(MARGIN + THEME_BAR + 6, 0, -MARGIN, 0)
    painter.drawText(area, _LEFT_MIDDLE, words)


def _paint_box(painter: QPainter, view: TimelineView, box: Box, offset: float) -> None:
    hue = view.hue(box.entry.theme)
    area = QRectF(box.start - offset, box.top, box.end - box.start, box.height)
    if box.ends is None or box.ends.is_span:
        _paint_bar(painter, view, box, _in_sight(area, view), hue)
    else:
        _paint_mark(painter, view, box, area, hue)
    _paint_words(painter, view, box, offset)
    if view.hasFocus() and box.entry.id == view.current:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(view.theme.colour("accent"), 2))
        whole = _whole(view, box, offset)
        painter.drawRoundedRect(whole.adjusted(-3, -3, 3, 3), RADIUS + 2, RADIUS + 2)


def _whole(view: TimelineView, box: Box, offset: float) -> QRectF:
    """Return all of a box as far as it is in sight."""
    area = QRectF(box.left - offset, box.top, box.right - box.left, box.height)
    return _in_sight(area, view)


def _in_sight(area: QRectF, view: TimelineView) -> QRectF:
    """Return an area cut off not far outside the view: a bar may be a million pixels long."""
    width = view.viewport().width()
    left, right = max(area.left(), -40.0), min(area.right(), width + 40.0)
    return QRectF(left, area.top(), right - left, area.height())


def _paint_bar(painter: QPainter, view: TimelineView, box: Box, area: QRectF, hue: QColor) -> None:
    """Paint a span: a card from its first to its last day, hatched where an end is in doubt."""
    inner = area.adjusted(0.5, 0.5, -0.5, -0.5)
    painter.setPen(QPen(mixed(view.theme.colour("line"), hue, EDGE), 1))
    painter.setBrush(mixed(view.theme.colour("raised"), hue))
    painter.drawRoundedRect(inner, RADIUS, RADIUS)
    ends = box.ends
    if ends is None or not (ends.open_start or ends.doubtful_start):
        painter.fillRect(QRectF(area.left(), area.top() + 1, THEME_BAR, box.height - 2), hue)
    if ends is None:
        return
    for is_doubtful, is_open, x, way in (
        (ends.doubtful_start, ends.open_start, area.left(), 1),
        (ends.doubtful_end, ends.open_end, area.right(), -1),
    ):
        if is_open:
            _paint_arrow(painter, view, x, area.center().y(), way, hue)
        elif is_doubtful:
            _paint_doubt(painter, area, x, way, hue)


def _paint_arrow(
    painter: QPainter, view: TimelineView, x: float, y: float, way: int, hue: QColor
) -> None:
    """Paint that a span goes on beyond what is known; the tip stays in sight."""
    x = max(0.0, min(x, view.viewport().width())) + way * 2
    back = x + way * _ARROW
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(hue)
    tip = [QPointF(x, y), QPointF(back, y - _ARROW), QPointF(back, y + _ARROW)]
    painter.drawPolygon(QPolygonF(tip))


def _paint_doubt(painter: QPainter, area: QRectF, x: float, way: int, hue: QColor) -> None:
    wide = min(_DOUBT, area.width() / 2)
    hatched = QRectF(x if way > 0 else x - wide, area.top() + 1, wide, area.height() - 2)
    faint = QColor(hue)
    faint.setAlphaF(0.5)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(faint, Qt.BrushStyle.BDiagPattern))
    painter.drawRect(hatched)
    painter.setPen(QPen(hue, _LINE, Qt.PenStyle.DashLine))
    painter.drawLine(QPointF(x + way, area.top() + 2), QPointF(x + way, area.bottom() - 2))


def _paint_mark(painter: QPainter, view: TimelineView, box: Box, area: QRectF, hue: QColor) -> None:
    """Paint a day as a post; if only the month or year is known, with a line as long as that."""
    assert box.ends is not None
    is_doubtful = box.ends.doubtful_start
    style = Qt.PenStyle.DashLine if is_doubtful else Qt.PenStyle.SolidLine
    painter.setPen(QPen(hue, THEME_BAR - 1, style, Qt.PenCapStyle.FlatCap))
    at = area.left() + 2
    painter.drawLine(QPointF(at, area.top() + 1), QPointF(at, area.bottom() - 1))
    if not box.ends.is_one_day:
        painter.setPen(QPen(hue, _LINE, style, Qt.PenCapStyle.FlatCap))
        foot = _in_sight(area, view).adjusted(0, 0, 0, -1)
        painter.drawLine(foot.bottomLeft(), foot.bottomRight())


def words_left(box: Box, wide: float, offset: float) -> float:
    """Return where the words of a box begin in the view: in sight, as long as the box is."""
    return max(box.words - offset, min(0.0, box.right - offset - wide))


def _paint_words(painter: QPainter, view: TimelineView, box: Box, offset: float) -> None:
    """Paint date and title; those of a long bar stay in sight as long as the bar is."""
    wide, _ = view.size_of(box.entry)
    left = words_left(box, wide, offset)
    room = wide - 2 * LABEL_INSET + 2
    date_font, title_font = small(view.font()), view.font()
    top = box.top + _ABOVE_WORDS
    words = view.content.above_title(box.entry)
    if words:
        painter.setFont(date_font)
        painter.setPen(view.theme.colour("muted"))
        top += _line(painter, words, left + LABEL_INSET, top, room)
    else:
        top = box.top + (box.height - QFontMetricsF(title_font).lineSpacing()) / 2
    painter.setFont(title_font)
    painter.setPen(view.theme.colour("text"))
    is_one = box.height <= height_of(title_font, 1)
    lines = [box.entry.title] if is_one else wrapped(box.entry.title, title_font, room + 1, 2)
    for line in lines:
        top += _line(painter, line, left + LABEL_INSET, top, room)


def _line(painter: QPainter, words: str, left: float, top: float, room: float) -> float:
    """Paint a line of words, cut off if it must be; return its height."""
    metrics = QFontMetricsF(painter.font())
    # One pixel more: a text just as wide as its room is not cut off.
    short = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room + 1)
    painter.drawText(QPointF(left, top + metrics.ascent()), short)
    return metrics.lineSpacing()
