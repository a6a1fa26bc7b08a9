"""What is known of each topic or theme: a bar that is full, hatched and empty, with its number."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QFontMetricsF, QPainter, QPen

from studyapp.domain.figures import Known
from studyapp.ui.progress.charts import LEFT_MIDDLE, Chart
from studyapp.ui.theme import Theme
from studyapp.ui.tokens import THEME_BAR

_BAR = 10.0
_ROW_GAP = 12.0


class SharesChart(Chart):
    """Rows, each with a name, a bar of three parts, and how many of the cards are recalled."""

    has_labels = False

    def __init__(self, theme: Theme) -> None:
        """Start without rows."""
        super().__init__(theme)
        self.rows: Sequence[Known] = ()
        self.numbers: Sequence[str] = ()
        self.legend = ""

    def show_rows(self, rows: Sequence[Known], numbers: Sequence[str], legend: str) -> None:
        """Show rows, what stands at the right of each, and the meaning of the parts."""
        self.rows, self.numbers, self.legend = rows, numbers, legend
        self.updateGeometry()
        self.update()

    def spoken(self) -> str:
        """Say what the parts mean."""
        return self.legend

    def plot_height(self) -> float:
        """Return the height of all rows."""
        return len(self.rows) * self.row_height

    @property
    def row_height(self) -> float:
        """How high a row is: a line of words, a bar and some air."""
        return QFontMetricsF(self.font()).lineSpacing() + _BAR + _ROW_GAP

    def index_at(self, point: QPointF) -> int:
        """Return the row under a point, or -1."""
        at = int((point.y() - self.plot.top()) / self.row_height)
        return at if self.plot.contains(point) and at < len(self.rows) else -1

    def bar(self, at: int) -> QRectF:
        """Return where the bar of a row lies."""
        area = self.plot
        top = area.top() + at * self.row_height + QFontMetricsF(self.font()).lineSpacing() + 2
        return QRectF(area.left(), top, area.width(), _BAR)

    def paint(self, painter: QPainter) -> None:
        """Paint each row."""
        painter.setFont(self.font())
        for at, row in enumerate(self.rows):
            self._paint_words(painter, at, row)
            self._paint_bar(painter, self.bar(at), row)

    def _paint_words(self, painter: QPainter, at: int, row: Known) -> None:
        metrics, bar = QFontMetricsF(self.font()), self.bar(at)
        line = QRectF(bar.left(), bar.top() - metrics.lineSpacing() - 2, bar.width(), 0)
        line.setHeight(metrics.lineSpacing())
        number = self.numbers[at]
        room = line.width() - metrics.horizontalAdvance(number) - 12
        if row.hue:
            hue = QRectF(line.left(), line.top() + 2, THEME_BAR, line.height() - 4)
            painter.fillRect(hue, self.theme.hue(row.hue))
            line.setLeft(line.left() + THEME_BAR + 6)
            room -= THEME_BAR + 6
        painter.setPen(self.theme.colour("accent" if at == self.current else "text"))
        name = metrics.elidedText(row.name, Qt.TextElideMode.ElideRight, room)
        painter.drawText(line, LEFT_MIDDLE, name)
        painter.setPen(self.theme.colour("muted"))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(line, right, number)

    def _paint_bar(self, painter: QPainter, bar: QRectF, row: Known) -> None:
        colour = self.theme.hue(row.hue) if row.hue else self.theme.colour("accent")
        full = bar.width() * row.recalled / row.cards
        hatched = bar.width() * row.learning / row.cards
        painter.fillRect(QRectF(bar.left(), bar.top(), full, _BAR), colour)
        part = QRectF(bar.left() + full, bar.top(), hatched, _BAR)
        painter.fillRect(part, QBrush(colour, Qt.BrushStyle.BDiagPattern))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self.theme.colour("strong line"), 1))
        painter.drawRect(bar.adjusted(0.5, 0.5, -0.5, -0.5))
