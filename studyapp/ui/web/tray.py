"""The tray at the foot of the web: a chip for each card that does not lie on it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from studyapp.ui.board.face_painting import small_font
from studyapp.ui.look.theme import Theme
from studyapp.ui.look.tokens import RADIUS, THEME_BAR
from studyapp.ui.web.model import WebModel
from studyapp.ui.web.wording import tr

LABEL = 32.0
CHIP = 32.0
_GAP = 6.0
_PAD = 8.0
_WIDEST = 230.0
_ROW = CHIP + _GAP
# The tray takes at most this part of the view; what does not fit is scrolled to.
_SHARE = 0.36
# In a view lower than this all chips stand in one line.
_LOW = 400.0
_FIELD = QSizeF(150, 26)


class Tray:
    """Lays out and paints the chips, in pixels of the view: in rows, or where it is low in a line.

    `typed` is what the chips that are shown have in their titles.
    """

    def __init__(self, model: WebModel, theme: Theme) -> None:
        """Show the tray of a model."""
        self._model, self._theme = model, theme
        self.area = QRectF()
        self.chips: dict[str, QRectF] = {}
        self.typed = ""
        self.shown: tuple[str, ...] = ()
        self._scrolled = 0.0
        self._is_line = False
        self._needed = 0.0

    def lay_out(self, width: float, height: float, metrics: QFontMetricsF) -> None:
        """Lay the tray out at the foot of a view of this size."""
        self.shown = self._model.found(self.typed)
        self._is_line = height < _LOW
        room, across, rows = width - 2 * _PAD, 0.0, 0
        places: list[tuple[str, float, int, float]] = []
        for name in self.shown:
            words = metrics.horizontalAdvance(self._model.factor(name).title)
            wide = min(words + 2 * _PAD + THEME_BAR + 2, _WIDEST, room)
            if across and across + wide > room and not self._is_line:
                across, rows = 0.0, rows + 1
            places.append((name, across, rows, wide))
            across += wide + _GAP
        # Where nothing is found, a line says so.
        below = (rows + 1) * _ROW + 2 if self.shown or self.typed else 0
        high = LABEL + min(below, max(_ROW + 2, height * _SHARE - LABEL))
        self.area = QRectF(0, height - high, width, high)
        self._needed = across - _GAP + 2 * _PAD if self._is_line else LABEL + below
        self._scrolled = max(0.0, min(self._scrolled, self._hidden()))
        corner = QPointF(_PAD, self.area.top() + LABEL) - self._way(self._scrolled)
        self.chips = {
            name: QRectF(corner + QPointF(left, row * _ROW), QSizeF(wide, CHIP))
            for name, left, row, wide in places
        }

    def field(self) -> QRect:
        """Return where one types what to find, beside the label."""
        right = self.area.right() - _PAD
        top = self.area.top() + (LABEL - _FIELD.height()) / 2 + 1
        return QRectF(QPointF(right - _FIELD.width(), top), _FIELD).toRect()

    def scroll(self, by: float) -> bool:
        """Scroll by pixels; say whether there was anything to scroll to."""
        before = self._scrolled
        self._scrolled = max(0.0, min(before + by, self._hidden()))
        for name, area in self.chips.items():
            self.chips[name] = area.translated(self._way(before - self._scrolled))
        return self._scrolled != before

    def show(self, name: str) -> None:
        """Scroll to a chip."""
        if name not in self.chips:
            return
        start, end = self.area.top() + LABEL, self.area.bottom() - _GAP
        if self._is_line:
            start, end = _PAD, self.area.right() - _PAD
        self.scroll(min(0.0, self._span(name)[0] - start))
        self.scroll(max(0.0, self._span(name)[1] - end))

    def _span(self, name: str) -> tuple[float, float]:
        """Return where a chip begins and ends, in the way that one scrolls."""
        area = self.chips[name]
        return (area.left(), area.right()) if self._is_line else (area.top(), area.bottom())

    def _way(self, pixels: float) -> QPointF:
        return QPointF(pixels, 0) if self._is_line else QPointF(0, pixels)

    def at(self, point: QPointF) -> str:
        """Return the chip at a point, or ""."""
        if point.y() < self.area.top() + LABEL or not self.area.contains(point):
            return ""
        return next((name for name, area in self.chips.items() if area.contains(point)), "")

    def paint(self, painter: QPainter, ringed: str, carried: str, lit: bool) -> None:
        """Paint the tray, without the chip that is carried; `lit` while something is over it."""
        theme = self._theme
        painter.setPen(QPen(theme.colour("accent" if lit else "line"), 1))
        painter.setBrush(theme.colour("selection" if lit else "window"))
        painter.drawRect(self.area.adjusted(-2, 0.5, 2, 2))
        painter.setFont(small_font(painter.font()))
        painter.setPen(theme.colour("muted"))
        label = QRectF(_PAD, self.area.top(), self.area.width() - 2 * _PAD, LABEL)
        painter.drawText(label, Qt.AlignmentFlag.AlignVCenter, self._label())
        self._paint_nothing(painter)
        painter.setClipRect(self.area.adjusted(0, LABEL - 4, 0, 0))
        for name, area in self.chips.items():
            if name != carried:
                self._paint_chip(painter, name, area)
            if name == ringed:
                painter.setPen(QPen(theme.colour("accent"), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(area.adjusted(-2, -2, 2, 2), RADIUS + 1, RADIUS + 1)

    def _label(self) -> str:
        count = len(self._model.tray)
        if not count:
            return tr("Everything is on the web")
        if self.typed:
            return tr("Tray: {found} of {count}").format(found=len(self.shown), count=count)
        # Less than the space after the last card hides none.
        hidden = self._hidden() > _GAP
        words = tr("Tray: {count} – scroll for more") if hidden else tr("Tray: {count}")
        return words.format(count=count)

    def _hidden(self) -> float:
        return max(0.0, self._needed - (self.area.width() if self._is_line else self.area.height()))

    def _paint_nothing(self, painter: QPainter) -> None:
        if self.typed and not self.shown and self._model.tray:
            row = QRectF(_PAD, self.area.top() + LABEL, self.area.width() - 2 * _PAD, CHIP)
            painter.setPen(self._theme.colour("muted"))
            painter.drawText(row, Qt.AlignmentFlag.AlignVCenter, tr("No card in the tray has this"))

    def _paint_chip(self, painter: QPainter, name: str, area: QRectF) -> None:
        theme = self._theme
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.setBrush(theme.colour("raised"))
        painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        hues = [lens.hue for lens in self._model.themes(name)] or ["grey"]
        bar = QRectF(area.left() + 1, area.top() + 4, THEME_BAR, area.height() - 8)
        painter.fillRect(bar, theme.hue(hues[0]))
        painter.setPen(theme.colour("text"))
        words = area.adjusted(THEME_BAR + _PAD, 0, -_PAD + 2, 0)
        title = self._model.factor(name).title
        text = QFontMetricsF(painter.font()).elidedText(
            title, Qt.TextElideMode.ElideRight, words.width() + 1
        )
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, text)
