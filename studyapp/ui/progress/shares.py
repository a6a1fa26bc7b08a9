"""What is known of each topic or theme: a bar that is full, hatched and empty, with its number."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QFontMetricsF, QPainter, QPen

from studyapp.domain.progress.figures import Known
from studyapp.ui.look.theme import Theme
from studyapp.ui.look.tokens import THEME_BAR
from studyapp.ui.progress.charts import INSET, Chart

_BAR = 10.0
_ROW_GAP = 12.0
# Between a name and its number, and between a theme's hue and its name.
_APART, _BESIDE_HUE = 12.0, 6.0
_WRAPPED = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap


class SharesChart(Chart):
    """Rows, each with a name, a bar of three parts, and how many of the cards are recalled."""

    has_labels = False

    def __init__(self, theme: Theme) -> None:
        """Start without rows."""
        super().__init__(theme)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
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
        """Return the height of all rows in the width that there is."""
        return sum(self._heights(self.width()))

    def index_at(self, point: QPointF) -> int:
        """Return the row under a point, or -1."""
        top = self.plot.top()
        for at, height in enumerate(self._heights(self.width())):
            if top <= point.y() < top + height:
                return at
            top += height
        return -1

    def words_place(self, at: int) -> QRectF:
        """Return where the words of a row stand, which take a second line if they must."""
        heights = self._heights(self.width())
        area = self.plot
        top = area.top() + sum(heights[:at])
        return QRectF(area.left(), top, area.width(), heights[at] - _BAR - _ROW_GAP)

    def bar(self, at: int) -> QRectF:
        """Return where the bar of a row lies."""
        words = self.words_place(at)
        return QRectF(words.left(), words.bottom() + 2, words.width(), _BAR)

    def _heights(self, width: float) -> list[float]:
        """Return how high each row is in a width: its words, a bar and some air."""
        words = (self._words_height(at, width) for at in range(len(self.rows)))
        return [height + _BAR + _ROW_GAP for height in words]

    def _words_height(self, at: int, width: float) -> float:
        metrics = QFontMetricsF(self.font())
        room = QRectF(0, 0, self._room(at, width), 10_000)
        return metrics.boundingRect(room, int(_WRAPPED), self.rows[at].name).height()

    def _room(self, at: int, width: float) -> float:
        number = QFontMetricsF(self.font()).horizontalAdvance(self.numbers[at])
        return max(1.0, width - 2 * INSET - number - _APART - self._indent(at))

    def _indent(self, at: int) -> float:
        return THEME_BAR + _BESIDE_HUE if self.rows[at].hue else 0.0

    def paint(self, painter: QPainter) -> None:
        """Paint each row."""
        painter.setFont(self.font())
        for at, row in enumerate(self.rows):
            self._paint_words(painter, at, row)
            self._paint_bar(painter, self.bar(at), row)

    def _paint_words(self, painter: QPainter, at: int, row: Known) -> None:
        place = self.words_place(at)
        if row.hue:
            hue = QRectF(place.left(), place.top() + 2, THEME_BAR, place.height() - 4)
            painter.fillRect(hue, self.theme.hue(row.hue))
        painter.setPen(self.theme.colour("accent" if at == self.current else "text"))
        indent = self._indent(at)
        name = QRectF(
            place.left() + indent, place.top(), self._room(at, self.width()), place.height()
        )
        painter.drawText(name, _WRAPPED, row.name)
        painter.setPen(self.theme.colour("muted"))
        painter.drawText(
            place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, self.numbers[at]
        )

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

    def heightForWidth(self, width: int) -> int:
        """Return how high all is in a width, in which names may need a second line."""
        above = self.line_height + 4 + 2 * INSET
        return ceil(above + sum(self._heights(width)))
