"""A card on the board: a factor's title and date, its themes as a bar, its mark after a check."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QTextLayout
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from studyapp.ui.marks import Mark
from studyapp.ui.theme import Theme
from studyapp.ui.tokens import CARD_HEIGHT, CARD_WIDTH, RADIUS, SMALL_POINTS, THEME_BAR

_INSET = 10
_TOP = 6
_RING = 4
_LIFT = 8
_SMALL_BELOW = 0.5


class Face(NamedTuple):
    """What stands on a card; the shorter forms of its date are for where there is no room."""

    title: str
    date: str = ""
    short_date: str = ""
    years: str = ""
    hues: tuple[str, ...] = ()
    mark: Mark | None = None
    mark_text: str = ""


class CardItem(QGraphicsItem):
    """A card that can be lifted; it only paints, the scene moves it."""

    def __init__(self, factor: str, theme: Theme) -> None:
        """Make an empty card for a factor."""
        super().__init__()
        self.factor = factor
        self.face = Face("")
        self.is_lifted = False
        self._theme = theme
        self._area = QRectF(0, 0, CARD_WIDTH, CARD_HEIGHT)
        self._lines: list[str] | None = None
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIsFocusable)
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    def show_face(self, face: Face, tooltip: str) -> None:
        """Show something else on the card."""
        self.setToolTip(tooltip)
        if face != self.face:
            self.face, self._lines = face, None
            self.update()

    def set_width(self, width: float) -> None:
        """Make the card wider or narrower."""
        if width != self._area.width():
            self.prepareGeometryChange()
            self._area, self._lines = QRectF(0, 0, width, CARD_HEIGHT), None

    def lift(self, is_lifted: bool) -> None:
        """Lift the card above the others, or lay it down."""
        self.prepareGeometryChange()
        self.is_lifted = is_lifted
        self.setZValue(1 if is_lifted else 0)
        hand = Qt.CursorShape.ClosedHandCursor if is_lifted else Qt.CursorShape.OpenHandCursor
        self.setCursor(hand)

    def lines(self) -> list[str]:
        """Return the title as it stands on the card, the last line cut off if it must be."""
        if self._lines is None:
            metrics = QFontMetricsF(self.scene().font())
            room = CARD_HEIGHT - 2 * _TOP - (self._small_height() if self._has_top_row() else 0)
            # A line that lacks a pixel or two of leading is still whole.
            most = int((room + 3) // metrics.lineSpacing())
            self._lines = wrapped(
                self.face.title, self.scene().font(), self._text_width(), max(1, most)
            )
        return self._lines

    def boundingRect(self) -> QRectF:
        """Return the card with its focus ring, and its shadow while it is lifted."""
        margin = _LIFT + _RING if self.is_lifted else _RING
        return self._area.adjusted(-margin, -margin, margin, margin)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Paint the card; when it is tiny, without anything that could not be read."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        detail = option.levelOfDetailFromTransform(painter.worldTransform())
        if self.is_lifted:
            self._paint_shadow(painter)
        self._paint_ground(painter)
        if detail >= _SMALL_BELOW:
            self._paint_top_row(painter)
            self._paint_title(painter)
        if self.hasFocus() and not self.is_lifted:
            self._paint_ring(painter)

    def _has_top_row(self) -> bool:
        return bool(self.face.date or self.face.mark)

    def _small_height(self) -> float:
        return QFontMetricsF(_small(self.scene().font())).height() + 1

    def _text_width(self) -> float:
        return self._area.width() - THEME_BAR - 2 * _INSET

    def _paint_shadow(self, painter: QPainter) -> None:
        colour = self._theme.colour("window").darker(400)
        colour.setAlpha(16)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        for spread in range(2, _LIFT + 1, 2):
            area = self._area.adjusted(-spread, -spread, spread, spread).translated(0, 3)
            painter.drawRoundedRect(area, RADIUS + spread, RADIUS + spread)

    def _paint_ground(self, painter: QPainter) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("raised"))
        inner = self._area.adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(inner, RADIUS, RADIUS)
        painter.save()
        # A bar with the card's own corners: the rounded card again, seen only at its left.
        painter.setClipRect(QRectF(0, 0, THEME_BAR, CARD_HEIGHT))
        for colour, area in self._bars():
            painter.setClipRect(area)
            painter.setBrush(colour)
            painter.drawRoundedRect(inner, RADIUS, RADIUS)
        painter.restore()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._theme.colour(self._edge()), 1))
        painter.drawRoundedRect(inner, RADIUS, RADIUS)

    def _edge(self) -> str:
        if self.face.mark:
            return self.face.mark.role
        return "accent" if self.is_lifted else "line"

    def _bars(self) -> list[tuple[QColor, QRectF]]:
        hues = self.face.hues or ("grey",)
        high = CARD_HEIGHT / len(hues)
        return [
            (self._theme.hue(hue), QRectF(0, at * high, THEME_BAR, high))
            for at, hue in enumerate(hues)
        ]

    def _paint_top_row(self, painter: QPainter) -> None:
        font = _small(self.scene().font())
        metrics = QFontMetricsF(font)
        row = QRectF(THEME_BAR + _INSET, _TOP, self._text_width(), metrics.height())
        painter.setFont(font)
        room = row.width()
        if self.face.mark:
            painter.setPen(self._theme.colour(self.face.mark.role))
            painter.drawText(row, Qt.AlignmentFlag.AlignRight, self.face.mark_text)
            room -= metrics.horizontalAdvance(self.face.mark_text) + _INSET
        painter.setPen(self._theme.colour("muted"))
        forms = (self.face.date, self.face.short_date, self.face.years)
        painter.drawText(row, Qt.AlignmentFlag.AlignLeft, fitting(forms, room, metrics))

    def _paint_title(self, painter: QPainter) -> None:
        font = self.scene().font()
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        painter.setPen(self._theme.colour("text"))
        top = _TOP + (self._small_height() if self._has_top_row() else 0)
        for at, line in enumerate(self.lines()):
            y = top + metrics.ascent() + at * metrics.lineSpacing()
            painter.drawText(QPointF(THEME_BAR + _INSET, y), line)

    def _paint_ring(self, painter: QPainter) -> None:
        painter.setPen(QPen(self._theme.colour("accent"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(self._area.adjusted(-3, -3, 3, 3), RADIUS + 2, RADIUS + 2)


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


def _small(base: QFont) -> QFont:
    small = QFont(base)
    small.setPointSizeF(min(base.pointSizeF(), SMALL_POINTS))
    return small
