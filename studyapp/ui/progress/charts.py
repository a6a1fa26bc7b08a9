"""Pictures of figures, painted by hand on the colours of the scheme.

Each is one stop of the keyboard: its arrow keys walk the values, and the one that is current is
said and stands in words above the picture, so that no value is told by a colour or a length alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFocusEvent,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from studyapp.ui.announce import announce
from studyapp.ui.look.theme import Theme
from studyapp.ui.look.tokens import RADIUS, SMALL_POINTS

INSET = 4.0
_PLOT = 112.0
_GAP = 2.0
_WIDEST_BAR = 28.0
_FEWEST = 20
_DOT = 4.0
# The room for the words of a scale.
_SCALE = 28.0
_PREVIOUS = frozenset((Qt.Key.Key_Left, Qt.Key.Key_Up))
_NEXT = frozenset((Qt.Key.Key_Right, Qt.Key.Key_Down))
_RIGHT_MIDDLE = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
LEFT_MIDDLE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def small(base: QFont) -> QFont:
    """Return the font of what stands at a picture's edge."""
    font = QFont(base)
    font.setPointSizeF(min(base.pointSizeF(), SMALL_POINTS))
    return font


class Chart(QWidget):
    """A picture of some values, each with its words; `current` is the one that is walked to."""

    has_labels = True

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Start without values."""
        super().__init__(parent)
        self.theme = theme
        self.words: Sequence[str] = ()
        # What of a value's words stands above the picture, where that is not all of them.
        self.shown: Sequence[str] = ()
        self.current = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_words(self, name: str, words: Sequence[str], described: str) -> None:
        """Say what the picture is of, each value in words, and all of it as one text."""
        self.words, self.shown, self.current = words, words, -1
        self.setAccessibleName(name)
        self.setAccessibleDescription(described)
        self.updateGeometry()
        self.update()

    def walk_to(self, at: int) -> None:
        """Make a value current and say it."""
        self.current = at
        self.update()
        announce(self, self.words[at])

    def index_at(self, _point: QPointF) -> int:
        """Return the value under a point, or -1."""
        return -1

    def paint(self, painter: QPainter) -> None:
        """Paint the picture."""
        raise NotImplementedError

    def plot_height(self) -> float:
        """Return how high the picture is without its words above and its labels below."""
        return _PLOT

    @property
    def line_height(self) -> float:
        """How high a line of small words is."""
        return QFontMetricsF(small(self.font())).lineSpacing()

    @property
    def plot(self) -> QRectF:
        """Where the values are drawn."""
        return QRectF(
            INSET, INSET + self.line_height + 4, self.width() - 2 * INSET, self.plot_height()
        )

    def spoken(self) -> str:
        """Return what stands above the picture while no value is current."""
        return ""

    def sizeHint(self) -> QSize:
        """Return a size that its column stretches."""
        words = self.line_height + 4
        below = words if self.has_labels else 0
        return QSize(300, round(self.plot_height() + words + below + 2 * INSET))

    def minimumSizeHint(self) -> QSize:
        """Return the same height, however narrow."""
        return QSize(120, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk the values; at an end the key goes on to what scrolls."""
        last = len(self.words) - 1
        wanted = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: last}.get(Qt.Key(event.key()), -1)
        if event.key() in _PREVIOUS:
            wanted = self.current - 1 if self.current > 0 else last if self.current < 0 else -1
        elif event.key() in _NEXT:
            wanted = self.current + 1 if self.current < last else -1
        if 0 <= wanted <= last:
            self.walk_to(wanted)
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show the value under the pointer in words."""
        at = self.index_at(event.position())
        if at != self.current and (at >= 0 or not self.hasFocus()):
            self.current = at
            self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Forget what the pointer was over."""
        if not self.hasFocus():
            self.current = -1
            self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring around what has the focus."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring off."""
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the words above, the picture, and the ring of the focus."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(small(self.font()))
        said = self.shown[self.current] if 0 <= self.current < len(self.shown) else self.spoken()
        above = QRectF(INSET, INSET, self.width() - 2 * INSET, self.line_height)
        painter.setPen(self.theme.colour("text" if self.current >= 0 else "muted"))
        metrics = QFontMetricsF(painter.font())
        shown = metrics.elidedText(said, Qt.TextElideMode.ElideRight, above.width())
        painter.drawText(above, LEFT_MIDDLE, shown)
        self.paint(painter)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self.theme.colour("accent"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS, RADIUS)
        painter.end()

    def paint_label(self, painter: QPainter, x: float, text: str) -> None:
        """Paint a label below the picture, within its width, its middle near `x`."""
        width = QFontMetricsF(painter.font()).horizontalAdvance(text) + 2
        left = min(max(INSET, x - width / 2), self.width() - INSET - width)
        painter.setPen(self.theme.colour("muted"))
        place = QRectF(left, self.plot.bottom() + 2, width, self.line_height)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)


class BarChart(Chart):
    """A bar for each day; the first, the last and the middle one have a label."""

    values: Sequence[int] = ()
    labels: Sequence[str] = ()
    scale_words = ""

    def show_bars(self, values: Sequence[int], labels: Sequence[str], scale_words: str) -> None:
        """Show values, a label for each, and in words how high the highest is."""
        self.values, self.labels, self.scale_words = values, labels, scale_words
        self.update()

    def spoken(self) -> str:
        """Say how high the highest bar is."""
        return self.scale_words

    def bar(self, at: int) -> QRectF:
        """Return where a bar stands; one of nothing is a line."""
        area, most = self.plot, max(1, *self.values)
        step = area.width() / len(self.values)
        width = min(step - _GAP, _WIDEST_BAR)
        height = max(1.0, self.values[at] / most * area.height())
        left = area.left() + step * at + (step - width) / 2
        return QRectF(left, area.bottom() - height, width, height)

    def index_at(self, point: QPointF) -> int:
        """Return the bar whose column a point lies in."""
        if not self.values or not self.plot.contains(point):
            return -1
        share = (point.x() - self.plot.left()) / self.plot.width()
        return min(len(self.values) - 1, int(share * len(self.values)))

    def paint(self, painter: QPainter) -> None:
        """Paint the bars on their line."""
        area = self.plot
        painter.setPen(Qt.PenStyle.NoPen)
        for at in range(len(self.values)):
            is_current = at == self.current
            role = "text" if is_current else "accent" if self.values[at] else "line"
            painter.fillRect(self.bar(at), self.theme.colour(role))
        painter.setPen(QPen(self.theme.colour("strong line"), 1))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        count = len(self.values)
        for at in sorted({0, count // 2, count - 1}) if count else ():
            self.paint_label(painter, self.bar(at).center().x(), self.labels[at])


class Point(NamedTuple):
    """A share of a hundred with what it may lie between, and on how many answers it rests."""

    share: float
    low: float
    high: float
    answers: int


class LineChart(Chart):
    """Shares over time with the band that they may lie in, and a line for what is aimed at."""

    points: Sequence[Point | None] = ()
    aim = 0.0
    aim_words = ""
    # The first and the last week, whether or not anything came back in them.
    ends: tuple[str, str] = ("", "")

    def show_points(self, points: Sequence[Point | None], aim: float, aim_words: str) -> None:
        """Show points, of which some may be missing, and an aim, all in hundreds."""
        self.points, self.aim, self.aim_words = points, aim, aim_words
        self.update()

    def spoken(self) -> str:
        """Say what the dashed line is."""
        return self.aim_words

    def place(self, at: int, share: float) -> QPointF:
        """Return where a share stands; there is room for a hundred."""
        area = self.plot.adjusted(_SCALE, 0, 0, 0)
        step = area.width() / max(1, len(self.points))
        return QPointF(area.left() + step * (at + 0.5), self._height(share))

    def index_at(self, point: QPointF) -> int:
        """Return the value nearest to a point, of those that are there."""
        if not self.plot.contains(point):
            return -1
        held = [each for each in enumerate(self.points) if each[1]]
        by = [
            (abs(self.place(at, 0).x() - point.x()), number) for number, (at, _) in enumerate(held)
        ]
        return min(by)[1] if by else -1

    def paint(self, painter: QPainter) -> None:
        """Paint the scale, the aim, the band and the line."""
        area, held = self.plot, [each for each in enumerate(self.points) if each[1]]
        for share in (0, 50, 100):
            y = self._height(share)
            painter.setPen(QPen(self.theme.colour("line"), 1))
            painter.drawLine(QPointF(area.left() + _SCALE, y), QPointF(area.right(), y))
            painter.setPen(self.theme.colour("muted"))
            painter.drawText(QRectF(area.left(), y - 9, 24, 18), _RIGHT_MIDDLE, str(share))
        painter.setPen(QPen(self.theme.colour("contested rule"), 2, Qt.PenStyle.DashLine))
        painter.drawLine(
            QPointF(area.left() + _SCALE, self._height(self.aim)),
            QPointF(area.right(), self._height(self.aim)),
        )
        self._paint_band(painter)
        previous = None
        for number, (at, point) in enumerate(held):
            assert point is not None
            here = self.place(at, point.share)
            painter.setPen(QPen(self.theme.colour("accent"), 2))
            if previous:
                painter.drawLine(previous, here)
            previous = here
            self._paint_dot(painter, here, point, is_current=number == self.current)
        for at, label in zip((0, len(self.points) - 1), self.ends, strict=True):
            self.paint_label(painter, self.place(at, 0).x(), label)

    def _paint_band(self, painter: QPainter) -> None:
        held = [(at, point) for at, point in enumerate(self.points) if point]
        above = [self.place(at, point.high) for at, point in held]
        below = [self.place(at, point.low) for at, point in reversed(held)]
        colour = QColor(self.theme.colour("accent"))
        colour.setAlphaF(0.18)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QBrush(colour))
        painter.drawPolygon(QPolygonF([*above, *below]))

    def _paint_dot(
        self, painter: QPainter, here: QPointF, point: Point, *, is_current: bool
    ) -> None:
        # What rests on few answers is hollow.
        full = "accent" if point.answers >= _FEWEST else "page"
        painter.setBrush(self.theme.colour("text" if is_current else full))
        painter.drawEllipse(here, _DOT, _DOT)

    def _height(self, share: float) -> float:
        # Half a line is kept free for the words at the top and bottom of the scale.
        area = self.plot.adjusted(0, 6, 0, -6)
        return area.bottom() - share / 100 * area.height()
