"""The curve of a plan to an exam, painted: what would be recalled on the day, after each day."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from studyapp.services.study.exam_planning import MORE_MINUTES, Outlook
from studyapp.ui.exam.wording import hundredths
from studyapp.ui.look.theme import Theme

_MARGINS = (36, 12, 16, 24)
_LINES = (0.0, 0.25, 0.5, 0.75, 1.0)
_WIDTH, _DOT = 2.0, 3.5


class Curve(QWidget):
    """Draws an outlook: a full line for the minutes chosen, a dashed one for a few more.

    The table beside it holds the same, day by day, for whoever does not see it.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Start without an outlook."""
        super().__init__(parent)
        self._theme = theme
        self._outlook: Outlook | None = None
        self.setAccessibleName(self.tr("Curve: what would be recalled on the day of the exam"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.changed.connect(self.update)

    def show_outlook(self, outlook: Outlook | None) -> None:
        """Draw another outlook, or none."""
        self._outlook = outlook
        self.setAccessibleDescription(self._in_words(outlook) if outlook else "")
        self.update()

    def _in_words(self, outlook: Outlook) -> str:
        first, last = hundredths(outlook.recalls[0]), hundredths(outlook.recall)
        words = self.tr("It rises from {first} of 100 to {last} in {count} days.")
        return words.format(first=first, last=last, count=len(outlook.recalls) - 1)

    def _plot(self) -> QRectF:
        left, top, right, bottom = _MARGINS
        return QRectF(self.rect()).adjusted(left, top, -right, -bottom)

    def _paint_ground(self, painter: QPainter, plot: QRectF) -> None:
        """Paint the lines of 0, 25, 50, 75 and 100, and the words at the axes."""
        for share in _LINES:
            y = plot.bottom() - share * plot.height()
            painter.setPen(self._theme.colour("line"))
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
            painter.setPen(self._theme.colour("muted"))
            beside = QRectF(0, y - 10, plot.left() - 8, 20)
            side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(beside, side, f"{share * 100:.0f}")
        below = QRectF(plot.left(), plot.bottom() + 4, plot.width(), 20)
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft, self.tr("today"))
        painter.drawText(below, Qt.AlignmentFlag.AlignRight, self.tr("exam"))
        if self._outlook:
            words = self.tr("dashed: {count} minutes more").format(count=MORE_MINUTES)
            painter.drawText(below, Qt.AlignmentFlag.AlignHCenter, words)

    def _paint_line(self, painter: QPainter, points: QPolygonF, role: str, style: object) -> None:
        pen = QPen(self._theme.colour(role), _WIDTH)
        assert isinstance(style, Qt.PenStyle)
        pen.setStyle(style)
        painter.setPen(pen)
        painter.drawPolyline(points)

    def sizeHint(self) -> QSize:
        return QSize(480, 200)

    def minimumSizeHint(self) -> QSize:
        return QSize(240, 120)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        plot = self._plot()
        self._paint_ground(painter, plot)
        if self._outlook:
            more, chosen = (
                _points(self._outlook.with_more, plot),
                _points(self._outlook.recalls, plot),
            )
            self._paint_line(painter, more, "muted", Qt.PenStyle.DashLine)
            self._paint_line(painter, chosen, "accent", Qt.PenStyle.SolidLine)
            painter.setBrush(self._theme.colour("accent"))
            painter.drawEllipse(chosen.last(), _DOT, _DOT)


def _points(recalls: Sequence[float], plot: QRectF) -> QPolygonF:
    step = plot.width() / max(1, len(recalls) - 1)
    return QPolygonF(
        [
            QPointF(plot.left() + index * step, plot.bottom() - recall * plot.height())
            for index, recall in enumerate(recalls)
        ]
    )
