"""A small picture of a card's place on the board, that opens the board there."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from studyapp.domain.surroundings import Side, Surroundings
from studyapp.ui.link_painting import paint_arrow, paint_box, paint_words
from studyapp.ui.look.theme import Theme
from studyapp.ui.look.tokens import RADIUS, SMALL_POINTS
from studyapp.ui.self_test.fresh_button import FreshButton

_LINES = 4
_PADDING, _APART, _BETWEEN = 4.0, 6.0, 24.0
_RING = 2


class PlacePicture(FreshButton):
    """Causes at the left, the factor in the middle, consequences at the right.

    The link that a card asks about is drawn in the accent. It says the same in words.
    """

    def __init__(self, place: Surroundings, theme: Theme, parent: QWidget | None = None) -> None:
        """Draw `place`."""
        super().__init__(parent)
        self._place, self._theme = place, theme
        self._causes, self._consequences = (
            self._named(place.causes),
            self._named(place.consequences),
        )
        font = self.font()
        font.setPointSizeF(min(font.pointSizeF(), SMALL_POINTS))
        self.setFont(font)
        self.setAutoDefault(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self._in_words())
        self.setAccessibleDescription(self.tr("Opens the board there"))
        self.setToolTip(self.tr("Open the board there"))
        theme.changed.connect(self.update)

    def _more(self, side: Side) -> str:
        return self.tr("and {count} more").format(count=side.more) if side.more else ""

    def _named(self, side: Side) -> str:
        return "; ".join(filter(None, (*side.titles, self._more(side))))

    def _in_words(self) -> str:
        said = [self.tr("Place on the board of “{title}”.").format(title=self._place.title)]
        if self._place.causes.titles:
            said.append(self.tr("Causes: {names}.").format(names=self._named(self._place.causes)))
        if self._place.consequences.titles:
            led_to = self.tr("It led to: {names}.")
            said.append(led_to.format(names=self._named(self._place.consequences)))
        if self._place.asked:
            asked = self.tr("Asked was the link from “{cause}”.")
            said.append(asked.format(cause=self._place.asked))
        return " ".join(said)

    def causes(self) -> list[QRectF]:
        """Return the boxes of the causes."""
        return self._column(self._place.causes, 0)

    def middle(self) -> QRectF:
        """Return the box of the factor itself."""
        return self._column(Side((self._place.title,)), 1 if self._place.causes.titles else 0)[0]

    def consequences(self) -> list[QRectF]:
        """Return the boxes of what followed."""
        return self._column(self._place.consequences, self._columns - 1)

    @property
    def _columns(self) -> int:
        return 1 + bool(self._place.causes.titles) + bool(self._place.consequences.titles)

    @property
    def _box_height(self) -> float:
        return _LINES * self.fontMetrics().height() + 2 * _PADDING

    def _height(self, side: Side) -> float:
        boxes = len(side.titles) * (self._box_height + _APART) - _APART
        return boxes + (self.fontMetrics().height() if side.more else 0)

    def _column(self, side: Side, number: int) -> list[QRectF]:
        area = QRectF(self.rect()).adjusted(_RING, _RING, -_RING, -_RING)
        width = (area.width() - (self._columns - 1) * _BETWEEN) / self._columns
        left, step = area.left() + number * (width + _BETWEEN), self._box_height + _APART
        top = area.top() + (area.height() - self._height(side)) / 2
        places = range(len(side.titles))
        return [QRectF(left, top + at * step, width, self._box_height) for at in places]

    def _paint_side(
        self, painter: QPainter, side: Side, boxes: Sequence[QRectF], *, leads: bool
    ) -> None:
        colour, middle = self._theme.colour, self.middle()
        for box, name in zip(boxes, side.titles, strict=True):
            is_asked = leads and name == self._place.asked
            start, end = (box, middle) if leads else (middle, box)
            line = colour("accent" if is_asked else "strong line")
            tips = (_right_of(start), _left_of(end))
            paint_arrow(painter, *tips, line, 2.5 if is_asked else 1.5)
            self._paint_box(painter, box, name, is_marked=is_asked)
        if side.more:
            below = boxes[-1].translated(0, self._box_height)
            painter.setPen(colour("muted"))
            painter.drawText(below, Qt.AlignmentFlag.AlignHCenter, self._more(side))

    def _paint_box(self, painter: QPainter, box: QRectF, name: str, *, is_marked: bool) -> None:
        colour = self._theme.colour
        line, ground = ("accent", "selection") if is_marked else ("strong line", "raised")
        paint_box(painter, box, colour(line), colour(ground))
        paint_words(painter, box, name, colour("text"), _PADDING)

    def sizeHint(self) -> QSize:
        sides = (self._place.causes, self._place.consequences)
        height = max(self._box_height, *map(self._height, sides)) + 2 * _RING
        return QSize(360, round(height))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_side(painter, self._place.causes, self.causes(), leads=True)
        self._paint_side(painter, self._place.consequences, self.consequences(), leads=False)
        self._paint_box(painter, self.middle(), self._place.title, is_marked=True)
        if self.hasFocus():
            painter.setPen(QPen(self._theme.colour("accent"), _RING))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS, RADIUS)


def _left_of(box: QRectF) -> QPointF:
    return QPointF(box.left(), box.center().y())


def _right_of(box: QRectF) -> QPointF:
    return QPointF(box.right(), box.center().y())
