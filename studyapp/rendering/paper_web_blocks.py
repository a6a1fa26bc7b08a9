"""A web as blocks: on one page if it fits, else in bands that end between two rows of cards."""

from collections.abc import Sequence
from itertools import pairwise
from math import pi
from typing import NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from studyapp.domain.boards.web import Pair
from studyapp.rendering.link_lines import PENS, arrow_head, clear_parts, link_line
from studyapp.rendering.paper_blocks import GAP, Block, paint_card
from studyapp.rendering.paper_board import PaperLink, PaperWeb
from studyapp.rendering.paper_text import RULE, Set, Type, draw_texts, set_text
from studyapp.rendering.paper_web import LaidWeb, laid_web

_PEN = 1.0
_ARROW = 7.0
_LABEL = Type(8, bold=True)
_LABEL_ROOM = 60.0
_PAD = 3.0
_ROUND = 2.0


class _Label(NamedTuple):
    """The number on a link, and where it stands."""

    text: Set
    area: QRectF


class _Drawing(NamedTuple):
    """All that is painted of a web."""

    web: PaperWeb
    laid: LaidWeb
    lines: dict[Pair, QLineF]
    labels: dict[Pair, _Label]


def web_blocks(
    web: PaperWeb, width: float, first: float | None, height: float | None
) -> list[Block]:
    """Return a web for a page that has `first` left and pages of some height after it."""
    # Rounding must not push the web to a page of its own.
    room = None if first is None else first - GAP - 1
    laid = laid_web(web, width, room)
    ends = _ends(laid, room, height)
    drawing = _drawing(web, laid, width, ends[1:-1])
    return [_band(drawing, top, end, width, len(ends) > 2) for top, end in pairwise(ends)]


def _ends(laid: LaidWeb, first: float | None, height: float | None) -> list[float]:
    """Return where the bands of a web begin and end."""
    ends = [0.0]
    room = first
    if room is None or height is None:
        return [0.0, laid.height]
    while laid.height - ends[-1] > room:
        fitting = [gap for gap in laid.gaps if ends[-1] < gap <= ends[-1] + room]
        # A row that is higher than a page's rest goes on by itself, and takes the next page.
        after = [gap for gap in laid.gaps if gap > ends[-1]]
        if not after:
            break
        ends.append(fitting[-1] if fitting else after[0])
        room = height - GAP - 1
    return [*ends, laid.height]


def _drawing(web: PaperWeb, laid: LaidWeb, width: float, cuts: Sequence[float]) -> _Drawing:
    drawn = {link.pair for link in web.links}
    lines = {
        pair: link_line(laid.areas[pair[0]], laid.areas[pair[1]], pair[::-1] in drawn)
        for pair in drawn
    }
    return _Drawing(web, laid, lines, _labels(web, laid, lines, width, cuts))


def _labels(
    web: PaperWeb,
    laid: LaidWeb,
    lines: dict[Pair, QLineF],
    width: float,
    cuts: Sequence[float],
) -> dict[Pair, _Label]:
    texts = {
        link.pair: set_text(link.label, _LABEL._replace(colour=link.colour), _LABEL_ROOM)
        for link in web.links
    }
    sizes = {pair: _label_size(text) for pair, text in texts.items()}
    # No number is cut in two by the end of a page either.
    kept_clear = [*laid.areas.values(), *(QRectF(0, cut - 1, width, 2) for cut in cuts)]
    parts = clear_parts(lines, sizes, kept_clear)
    labels = {}
    for pair, text in texts.items():
        area = QRectF(QPointF(), sizes[pair])
        area.moveCenter(lines[pair].pointAt(parts.get(pair, 0.5)))
        labels[pair] = _Label(text, area)
    return labels


def _label_size(text: Set) -> QSizeF:
    return QSizeF(text.layout.lineAt(0).naturalTextWidth() + 2 * _PAD, text.height)


def _band(drawing: _Drawing, top: float, end: float, width: float, is_part: bool) -> Block:
    """Return what lies between two heights of a web; a link that goes on is cut, and no card."""

    def paint(painter: QPainter, at: QPointF) -> None:
        painter.save()
        if is_part:
            painter.setClipRect(QRectF(at, QSizeF(width, end - top)).adjusted(-GAP, 0, GAP, 0))
        painter.translate(at - QPointF(0, top))
        _paint(painter, drawing, top, end)
        painter.restore()

    return Block(end - top + GAP, paint)


def _paint(painter: QPainter, drawing: _Drawing, top: float, end: float) -> None:
    for link in drawing.web.links:
        _paint_link(painter, link, drawing.lines[link.pair])
    # Words outside the band would be there unseen, and found by who searches the page.
    for name, area in drawing.laid.areas.items():
        if top <= area.center().y() <= end:
            painter.fillRect(area, QColor("white"))
            paint_card(painter, area, drawing.laid.faces[name])
    for label in drawing.labels.values():
        if top <= label.area.center().y() <= end:
            _paint_label(painter, label)


def _paint_link(painter: QPainter, link: PaperLink, line: QLineF) -> None:
    colour = QColor(link.colour)
    painter.setPen(QPen(colour, _PEN, PENS[link.relation]))
    painter.drawLine(line)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPolygon(arrow_head(line.p2(), line.angle() * pi / 180, _ARROW))


def _paint_label(painter: QPainter, label: _Label) -> None:
    painter.setPen(QPen(QColor(RULE), 0.4))
    painter.setBrush(QColor("white"))
    painter.drawRoundedRect(label.area, _ROUND, _ROUND)
    draw_texts(painter, label.area.topLeft() + QPointF(_PAD, 0), (label.text,))
