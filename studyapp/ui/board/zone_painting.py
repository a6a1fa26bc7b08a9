"""Painting what lies under the cards: zones, the factor in question, the landing place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from studyapp.domain.boards.board import Zone
from studyapp.domain.boards.ways import Way
from studyapp.ui.board.face_painting import wrapped
from studyapp.ui.board.layout import GAP, LABEL, PAD, Frame
from studyapp.ui.board.wording import hint_of, name_of
from studyapp.ui.look.tokens import RADIUS, SMALL_POINTS

if TYPE_CHECKING:
    from studyapp.ui.board.scene import BoardScene


def paint(painter: QPainter, scene: BoardScene) -> None:
    """Paint the board without its cards."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if scene.model.board is None:
        return
    for zone in scene.model.zones:
        _paint_zone(painter, scene, zone)
    if scene.model.way is Way.SORT:
        _paint_arrows(painter, scene)
    _paint_focus(painter, scene)
    if scene.is_offered:
        _paint_slot(painter, scene, scene.frame.focus.adjusted(4, 4, -4, -4))
    slot = scene.drag.slot() if scene.drag else None
    if slot:
        _paint_slot(painter, scene, slot)


def _paint_zone(painter: QPainter, scene: BoardScene, zone: Zone) -> None:
    theme, area = scene.theme, scene.frame.zones[zone].adjusted(0.5, 0.5, -0.5, -0.5)
    landing = scene.drag.landing if scene.drag else None
    is_lit = landing is not None and landing.zone == zone
    painter.setPen(
        QPen(theme.colour("accent" if is_lit else "strong line"), 1, Qt.PenStyle.DashLine)
    )
    painter.setBrush(theme.colour("selection" if is_lit else "window"))
    painter.drawRoundedRect(area, RADIUS, RADIUS)
    painter.setFont(_label_font(scene.font()))
    painter.setPen(theme.colour("text" if is_lit else "muted"))
    label = QRectF(area.left() + PAD + 2, area.top(), area.width() - 2 * PAD, LABEL)
    painter.drawText(label, Qt.AlignmentFlag.AlignVCenter, name_of(scene.model, zone))
    if not scene.model.factors_in(zone) and not is_lit:
        painter.setFont(_small(scene.font()))
        inside = area.adjusted(2 * PAD, LABEL, -2 * PAD, -PAD)
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(inside, flags, hint_of(zone))


def _paint_focus(painter: QPainter, scene: BoardScene) -> None:
    theme, area = scene.theme, scene.frame.focus
    about = scene.model.about
    painter.setPen(QPen(theme.colour("accent"), 1.5))
    painter.setBrush(theme.colour("selection"))
    painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), RADIUS, RADIUS)
    inner = area.adjusted(10, 2, -10, -2)
    title = QFont(scene.font())
    title.setBold(True)
    small = _small(scene.font())
    most = max(1, int((inner.height() - 4) // QFontMetricsF(title).lineSpacing()))
    date = str(about.date) if about.date else ""
    lines = wrapped(about.title, title, inner.width(), min(3, most))
    heights = QFontMetricsF(small).height() if date else 0, QFontMetricsF(title).lineSpacing()
    top = inner.center().y() - (heights[0] + heights[1] * len(lines)) / 2
    painter.setFont(small)
    painter.setPen(theme.colour("muted"))
    _centred(painter, inner, top, date)
    painter.setFont(title)
    painter.setPen(theme.colour("text"))
    for at, line in enumerate(lines):
        _centred(painter, inner, top + heights[0] + at * heights[1], line)


def _centred(painter: QPainter, area: QRectF, top: float, text: str) -> None:
    row = QRectF(area.left(), top, area.width(), painter.fontMetrics().height())
    painter.drawText(row, Qt.AlignmentFlag.AlignCenter, text)


def _paint_arrows(painter: QPainter, scene: BoardScene) -> None:
    """Paint an arrow from Causes to the factor in question, and one on to Consequences."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(scene.theme.colour("strong line"))
    for tip, way in _tips(scene.frame):
        back, aside = tip - way * 6, QPointF(way.y(), way.x()) * 5
        painter.drawPolygon(QPolygonF([tip, back + aside, back - aside]))


def _tips(frame: Frame) -> list[tuple[QPointF, QPointF]]:
    """Return where each arrow ends, and the step of one pixel in its direction."""
    causes, consequences = frame.zones[Zone.CAUSES], frame.zones[Zone.CONSEQUENCES]
    if frame.side_by_side:
        right, middle = QPointF(1, 0), frame.focus.center().y()
        half = (frame.focus.left() - causes.right()) / 2
        return [
            (QPointF(causes.right() + half + 3, middle), right),
            (QPointF(frame.focus.right() + half + 3, middle), right),
        ]
    down, middle = QPointF(0, 1), causes.top() - GAP / 2
    return [
        (QPointF(causes.center().x(), middle - 3), -down),
        (QPointF(consequences.center().x(), middle + 3), down),
    ]


def _paint_slot(painter: QPainter, scene: BoardScene, slot: QRectF) -> None:
    painter.setPen(QPen(scene.theme.colour("accent"), 2, Qt.PenStyle.DashLine))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(slot.adjusted(1, 1, -1, -1), RADIUS, RADIUS)


def _label_font(base: QFont) -> QFont:
    font = _small(base)
    font.setBold(True)
    return font


def _small(base: QFont) -> QFont:
    font = QFont(base)
    font.setPointSizeF(SMALL_POINTS)
    return font
