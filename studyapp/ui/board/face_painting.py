"""Painting a card: a factor's title and date, its themes as a bar, its mark after a check."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QTextLayout

from studyapp.ui.look.marks import Mark
from studyapp.ui.look.theme import Theme
from studyapp.ui.look.tokens import CARD_HEIGHT, RADIUS, SMALL_POINTS, THEME_BAR

_INSET = 10
_TOP = 6
LIFT = 8


class Face(NamedTuple):
    """What stands on a card; the shorter forms of its date are for where there is no room."""

    title: str
    date: str = ""
    short_date: str = ""
    years: str = ""
    hues: tuple[str, ...] = ()
    mark: Mark | None = None
    mark_text: str = ""


class FacePainter:
    """Paints faces in the colours of a theme and the type of a font, from the top left of zero."""

    def __init__(self, theme: Theme, font: QFont) -> None:
        """Paint with a theme and a font."""
        self._theme, self._font, self._small = theme, font, small_font(font)

    def lines(self, face: Face, width: float) -> list[str]:
        """Return the title as it stands on a card so wide, the last line cut off if it must be."""
        room = CARD_HEIGHT - 2 * _TOP - self._top_row(face)
        # A line that lacks a pixel or two of leading is still whole.
        most = int((room + 3) // QFontMetricsF(self._font).lineSpacing())
        return wrapped(face.title, self._font, _text_width(width), max(1, most))

    def shadow(self, painter: QPainter, width: float) -> None:
        """Paint what a lifted card throws."""
        colour = self._theme.colour("window").darker(400)
        colour.setAlpha(16)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        for spread in range(2, LIFT + 1, 2):
            area = _area(width).adjusted(-spread, -spread, spread, spread).translated(0, 3)
            painter.drawRoundedRect(area, RADIUS + spread, RADIUS + spread)

    def ground(self, painter: QPainter, face: Face, width: float, lifted: bool) -> None:
        """Paint the card without its words."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("raised"))
        inner = _area(width).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(inner, RADIUS, RADIUS)
        # A bar with the card's own corners: the rounded card again, seen only at its left.
        for colour, area in self._bars(face):
            painter.save()
            painter.setClipRect(area, Qt.ClipOperation.IntersectClip)
            painter.setBrush(colour)
            painter.drawRoundedRect(inner, RADIUS, RADIUS)
            painter.restore()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        edge = face.mark.role if face.mark else "accent" if lifted else "line"
        painter.setPen(QPen(self._theme.colour(edge), 1))
        painter.drawRoundedRect(inner, RADIUS, RADIUS)

    def words(self, painter: QPainter, face: Face, width: float, lines: Sequence[str]) -> None:
        """Paint date, mark and title."""
        self._paint_top_row(painter, face, width)
        metrics = QFontMetricsF(self._font)
        painter.setFont(self._font)
        painter.setPen(self._theme.colour("text"))
        top = _TOP + self._top_row(face) + metrics.ascent()
        for at, line in enumerate(lines):
            place = QPointF(THEME_BAR + _INSET, top + at * metrics.lineSpacing())
            painter.drawText(place, line)

    def ring(self, painter: QPainter, width: float) -> None:
        """Paint the ring of the focus."""
        painter.setPen(QPen(self._theme.colour("accent"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(_area(width).adjusted(-3, -3, 3, 3), RADIUS + 2, RADIUS + 2)

    def _top_row(self, face: Face) -> float:
        """Return the height of the row of date and mark, if there is either."""
        return QFontMetricsF(self._small).height() + 1 if face.date or face.mark else 0.0

    def _bars(self, face: Face) -> list[tuple[QColor, QRectF]]:
        hues = face.hues or ("grey",)
        high = CARD_HEIGHT / len(hues)
        return [
            (self._theme.hue(hue), QRectF(0, at * high, THEME_BAR, high))
            for at, hue in enumerate(hues)
        ]

    def _paint_top_row(self, painter: QPainter, face: Face, width: float) -> None:
        metrics = QFontMetricsF(self._small)
        row = QRectF(THEME_BAR + _INSET, _TOP, _text_width(width), metrics.height())
        painter.setFont(self._small)
        room = row.width()
        if face.mark:
            painter.setPen(self._theme.colour(face.mark.role))
            painter.drawText(row, Qt.AlignmentFlag.AlignRight, face.mark_text)
            room -= metrics.horizontalAdvance(face.mark_text) + _INSET
        painter.setPen(self._theme.colour("muted"))
        forms = (face.date, face.short_date, face.years)
        painter.drawText(row, Qt.AlignmentFlag.AlignLeft, fitting(forms, room, metrics))


def _area(width: float) -> QRectF:
    return QRectF(0, 0, width, CARD_HEIGHT)


def _text_width(width: float) -> float:
    return width - THEME_BAR - 2 * _INSET


def fitting(forms: Sequence[str], room: float, metrics: QFontMetricsF) -> str:
    """Return the first form that has room, else the first year of the last one, or ""."""
    first, dash, _ = forms[-1].partition("–")
    shortest = (*forms, f"{first}{dash and '…'}")
    return next((form for form in shortest if metrics.horizontalAdvance(form) <= room), "")


def wrapped(text: str, font: QFont, width: float, most: int) -> list[str]:
    """Return a text broken into at most so many lines; what does not fit ends in "…"."""
    layout = QTextLayout(text, font)
    layout.beginLayout()
    starts: list[int] = []
    while len(starts) < most and (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        starts.append(line.textStart())
    layout.endLayout()
    pieces = _pieces(text, starts)
    if pieces:
        metrics = QFontMetricsF(font)
        pieces[-1] = metrics.elidedText(pieces[-1], Qt.TextElideMode.ElideRight, width + 1)
    return pieces


def _pieces(text: str, starts: Sequence[int]) -> list[str]:
    # Qt counts in UTF-16 units.
    units = text.encode("utf-16-le")
    ends = (*starts[1:], len(units) // 2)
    return [
        units[2 * start : 2 * end].decode("utf-16-le").strip()
        for start, end in zip(starts, ends, strict=True)
    ]


def small_font(base: QFont) -> QFont:
    """Return the smaller font of dates and labels."""
    small = QFont(base)
    small.setPointSizeF(min(base.pointSizeF(), SMALL_POINTS))
    return small
