"""How sure against how right: where both agree, the circles lie on the line."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from studyapp.domain.progress.figures import Confidence
from studyapp.ui.progress.charts import Chart

_HEIGHT = 180.0
_SMALLEST, _LARGEST = 6.0, 16.0


class CalibrationChart(Chart):
    """A circle for each step of confidence: the larger, the more answers it rests on."""

    held: Sequence[Confidence] = ()
    scale_words = ""

    def show_confidence(self, held: Sequence[Confidence], scale_words: str) -> None:
        """Show answers by how sure they were given, and say in words what the line is."""
        self.held, self.scale_words = held, scale_words
        self.update()

    def spoken(self) -> str:
        """Say what the line is."""
        return self.scale_words

    def plot_height(self) -> float:
        """Return a height that leaves a circle room."""
        return _HEIGHT

    def place(self, sure: float, right: float) -> QPointF:
        """Return where a share of a hundred of both stands."""
        area = self._area()
        return QPointF(
            area.left() + sure / 100 * area.width(), area.bottom() - right / 100 * area.height()
        )

    def radius(self, each: Confidence) -> float:
        """Return how large the circle of so many answers is: its area grows with them."""
        most = max(other.answers for other in self.held)
        return max(_SMALLEST, _LARGEST * sqrt(each.answers / most))

    def index_at(self, point: QPointF) -> int:
        """Return the circle under a point, or -1."""
        for at, each in enumerate(self.held):
            away = self._middle(each) - point
            if away.x() ** 2 + away.y() ** 2 <= self.radius(each) ** 2:
                return at
        return -1

    def paint(self, painter: QPainter) -> None:
        """Paint the scale, the line and the circles."""
        area = self._area()
        painter.setPen(QPen(self.theme.colour("line"), 1))
        painter.drawRect(area)
        painter.setPen(QPen(self.theme.colour("contested rule"), 2, Qt.PenStyle.DashLine))
        painter.drawLine(self.place(0, 0), self.place(100, 100))
        for share in (0, 50, 100):
            painter.setPen(self.theme.colour("muted"))
            place = QRectF(0, self.place(0, share).y() - 9, area.left() - 4, 18)
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(place, right, str(share))
            self.paint_label(painter, self.place(share, 0).x(), str(share))
        for at, each in enumerate(self.held):
            self._paint_circle(painter, each, is_current=at == self.current)

    def _paint_circle(self, painter: QPainter, each: Confidence, *, is_current: bool) -> None:
        radius = self.radius(each)
        painter.setPen(QPen(self.theme.colour("text" if is_current else "accent"), 2))
        painter.setBrush(self.theme.colour("selection"))
        painter.drawEllipse(self._middle(each), radius, radius)

    def _middle(self, each: Confidence) -> QPointF:
        return self.place(each.mean, 100 * each.right / each.answers)

    def _area(self) -> QRectF:
        return self.plot.adjusted(30, 8, -_LARGEST, -8)
