"""Text on paper: laid out once, the same on every device. Sizes are in points."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextLayout, QTextOption

INK, FAINT, RULE = "#000000", "#444444", "#888888"
# Longer than anything a course says; so that a page can always take a block whole.
_MOST_LINES = 40


class Type(NamedTuple):
    """How a text is set."""

    points: int = 10
    bold: bool = False
    colour: str = INK
    middle: bool = False


class Set(NamedTuple):
    """A text in lines, and how high they are together."""

    layout: QTextLayout
    height: float
    colour: str


def set_text(text: str, how: Type, width: float) -> Set:
    """Return a text set in lines of at most `width`; a word that is longer is broken."""
    layout = QTextLayout(text.replace("\n", "\u2028"), _font(how))
    option = QTextOption(
        Qt.AlignmentFlag.AlignHCenter if how.middle else Qt.AlignmentFlag.AlignLeft
    )
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    # The lines must break in the same places on the screen, in a picture and on paper.
    option.setUseDesignMetrics(True)
    layout.setTextOption(option)
    return Set(layout, _break(layout, width), how.colour)


def height_of(texts: Sequence[Set]) -> float:
    """Return how high texts are, one below the other."""
    return sum(text.height for text in texts)


def draw_texts(painter: QPainter, at: QPointF, texts: Sequence[Set]) -> None:
    """Draw texts one below the other."""
    for text in texts:
        painter.setPen(QColor(text.colour))
        text.layout.draw(painter, at)
        at = at + QPointF(0, text.height)


def _font(how: Type) -> QFont:
    # A generic family: an SVG is read where the fonts of this machine are not.
    font = QFont("sans-serif")
    font.setStyleHint(QFont.StyleHint.SansSerif)
    # Painters are scaled to points, so that one pixel is a point on every device.
    font.setPixelSize(how.points)
    font.setBold(how.bold)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def _break(layout: QTextLayout, width: float) -> float:
    height = 0.0
    layout.beginLayout()
    for _ in range(_MOST_LINES):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        line.setPosition(QPointF(0, height))
        height += line.height()
    layout.endLayout()
    return height
