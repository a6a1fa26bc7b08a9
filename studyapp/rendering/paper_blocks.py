"""Blocks: what stands below one another on paper, and is never cut by the end of a page."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from studyapp.rendering.paper_board import PaperCard
from studyapp.rendering.paper_text import (
    FAINT,
    INK,
    RULE,
    Set,
    Type,
    draw_texts,
    height_of,
    set_text,
)

GAP = 8.0
HAIR = 0.6
LINE = 24.0
_PADDING = 7.0
_BAR = 4.0
_ROUND = 3.0
_DASHES = [4.0, 3.0]

Paint = Callable[[QPainter, QPointF], None]


class Block(NamedTuple):
    """Something to paint, `height` points high.

    `joins_next` keeps it with the next one; `again` is painted above it where a page begins with
    it; `starts_page` puts it on a page of its own.
    """

    height: float
    paint: Paint
    joins_next: bool = False
    again: "Block | None" = None
    starts_page: bool = False


class Placed(NamedTuple):
    """A block, and how far below the top of its page it stands."""

    block: Block
    y: float


def in_pages(blocks: Sequence[Block], height: float | None) -> list[list[Placed]]:
    """Put blocks on pages of some height; None is one page that is as high as it needs."""
    pages: list[list[Placed]] = [[]]
    y = 0.0
    for at, block in enumerate(blocks):
        if height is not None and pages[-1] and _leaves(blocks, at, height - y):
            pages.append([])
            y = 0.0
            if block.again:
                pages[-1].append(Placed(block.again, 0.0))
                y = block.again.height
        pages[-1].append(Placed(block, y))
        y += block.height
    return pages


def _leaves(blocks: Sequence[Block], at: int, left: float) -> bool:
    """Say whether a block goes to the next page: it must, or it does not fit with what it joins."""
    needed, after = blocks[at].height, at
    while blocks[after].joins_next and after + 1 < len(blocks):
        after += 1
        needed += blocks[after].height
    return blocks[at].starts_page or needed > left


def space(height: float, *, joins_next: bool = False) -> Block:
    """Return nothing, so high."""
    return Block(height, lambda _painter, _at: None, joins_next)


def text_block(texts: Sequence[Set], after: float = 0.0, *, joins_next: bool = False) -> Block:
    """Return texts one below the other."""
    return Block(
        height_of(texts) + after, lambda painter, at: draw_texts(painter, at, texts), joins_next
    )


class CardFace(NamedTuple):
    """What stands on a card of some width, and the colours of the bar at its left."""

    texts: tuple[Set, ...]
    colours: tuple[str, ...]
    width: float

    @property
    def height(self) -> float:
        """Return how high a card is that has room for all of it."""
        return height_of(self.texts) + 2 * _PADDING


def card_face(card: PaperCard, width: float, title: int = 10, small: int = 8) -> CardFace:
    """Return a card's face: date, title, mark and themes, each if there is one."""
    room = width - 2 * _PADDING - _BAR
    themes = " · ".join(theme.name for theme in card.themes)
    mark = card.mark
    said = (
        (card.date, Type(small, colour=FAINT)),
        (card.title, Type(title)),
        (mark.text if mark else "", Type(9, bold=True, colour=mark.colour if mark else INK)),
        (themes, Type(small, colour=FAINT)),
    )
    texts = tuple(set_text(text, how, room) for text, how in said if text)
    return CardFace(texts, tuple(theme.colour for theme in card.themes), width)


def paint_card(painter: QPainter, area: QRectF, face: CardFace) -> None:
    """Paint a card in its frame."""
    _paint_frame(painter, area)
    _paint_face(painter, area, face)


def _paint_face(painter: QPainter, area: QRectF, face: CardFace) -> None:
    _paint_bar(painter, area, face.colours)
    draw_texts(painter, area.topLeft() + QPointF(_PADDING + _BAR, _PADDING), face.texts)


def _paint_frame(painter: QPainter, area: QRectF) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(RULE), HAIR))
    painter.drawRoundedRect(area, _ROUND, _ROUND)


def _paint_bar(painter: QPainter, area: QRectF, colours: Sequence[str]) -> None:
    """Paint the themes as one bar, a piece for each."""
    if not colours:
        return
    piece = (area.height() - 2 * _ROUND) / len(colours)
    for at, colour in enumerate(colours):
        top = area.top() + _ROUND + at * piece
        painter.fillRect(QRectF(area.left() + 2, top, _BAR, piece), QColor(colour))


def cards_beside(
    faces: Sequence[CardFace | None], step: float, *, again: Block | None = None
) -> Block:
    """Return cards beside each other, `step` apart; None leaves a place free."""
    height = max((face.height for face in faces if face), default=0.0)

    def paint(painter: QPainter, at: QPointF) -> None:
        for place, face in enumerate(faces):
            if face:
                left = at.x() + place * step
                paint_card(painter, QRectF(left, at.y(), face.width, face.height), face)

    return Block(height + GAP, paint, again=again)


def cut_height(faces: Sequence[CardFace]) -> float:
    """Return how high cards are that are to be cut out, all of them the same."""
    return max((face.height for face in faces), default=0.0) + _PADDING


def cards_to_cut(faces: Sequence[CardFace], across: int) -> Iterator[Block]:
    """Return rows of equal cards that share their edges, so that one cut parts two of them."""
    width, height = faces[0].width, cut_height(faces)
    rows = [faces[start : start + across] for start in range(0, len(faces), across)]
    top = _cut_above(len(rows[0]) * width)
    yield top
    for row in rows:
        # A page that begins with this row has an edge above it as well.
        yield _row_to_cut(row, width, height)._replace(again=top)


def _row_to_cut(row: Sequence[CardFace], width: float, height: float) -> Block:
    def paint(painter: QPainter, at: QPointF) -> None:
        for place, face in enumerate(row):
            area = QRectF(at.x() + place * width, at.y(), width, height)
            _paint_face(painter, area.adjusted(0, 2, 0, -2), face)
        painter.setPen(_cutting())
        # Each edge once: a dashed line over another one fills its gaps.
        painter.drawLine(at, at + QPointF(0, height))
        for place in range(1, len(row) + 1):
            painter.drawLine(at + QPointF(place * width, 0), at + QPointF(place * width, height))
        painter.drawLine(at + QPointF(0, height), at + QPointF(len(row) * width, height))

    return Block(height, paint)


def _cut_above(width: float) -> Block:
    def paint(painter: QPainter, at: QPointF) -> None:
        painter.setPen(_cutting())
        painter.drawLine(at, at + QPointF(width, 0))

    return Block(0.0, paint, joins_next=True)


def _cutting() -> QPen:
    pen = QPen(QColor(RULE), HAIR)
    pen.setDashPattern(_DASHES)
    return pen


def numbered(number: int, face: CardFace, indent: float) -> Block:
    """Return a card of a list with its number before it."""
    label = set_text(str(number), Type(12, bold=True), indent)

    def paint(painter: QPainter, at: QPointF) -> None:
        draw_texts(painter, at + QPointF(0, (face.height - label.height) / 2), (label,))
        paint_card(painter, QRectF(at.x() + indent, at.y(), face.width, face.height), face)

    return Block(face.height + GAP, paint)


def numbered_line(number: int, indent: float, width: float, height: float) -> Block:
    """Return a line to write on with its number before it."""
    label = set_text(str(number), Type(12, bold=True), indent)

    def paint(painter: QPainter, at: QPointF) -> None:
        draw_texts(painter, at + QPointF(0, height - label.height), (label,))
        _rule(painter, at + QPointF(indent, height), width - indent)

    return Block(height, paint)


def sentence_to_fill(number: int, gaps: Sequence[str], indent: float, width: float) -> Block:
    """Return a sentence of which some words stand there, on two lines to write on."""
    label = set_text(str(number), Type(12, bold=True), indent)
    texts = [set_text(text, Type(10), width) for text in gaps]
    wide = [text.layout.lineAt(0).naturalTextWidth() + 2 * _PADDING for text in texts]
    room = (width - indent - sum(wide)) / (len(texts) + 1)

    def paint(painter: QPainter, at: QPointF) -> None:
        line = at + QPointF(indent, LINE)
        draw_texts(painter, at + QPointF(0, LINE - label.height), (label,))
        _rule(painter, line, room)
        left = line.x() + room
        for text, taken in zip(texts, wide, strict=True):
            draw_texts(painter, QPointF(left + _PADDING, line.y() - text.height), (text,))
            _rule(painter, QPointF(left + taken, line.y()), room)
            left += taken + room
        _rule(painter, line + QPointF(0, LINE), width - indent)

    return Block(2 * LINE + GAP, paint)


def ruled(columns: Iterable[tuple[float, float]], height: float) -> Block:
    """Return lines to write on, in columns given by their left edge and width."""
    places = tuple(columns)

    def paint(painter: QPainter, at: QPointF) -> None:
        for left, width in places:
            for line in range(1, int(height // LINE) + 1):
                _rule(painter, at + QPointF(left, line * LINE), width)

    return Block(height, paint)


def headings(names: Sequence[str], columns: Sequence[tuple[float, float]]) -> Block:
    """Return the names of columns, with a rule below each."""
    texts = [
        set_text(name, Type(11, bold=True), width)
        for name, (_, width) in zip(names, columns, strict=True)
    ]
    height = max(text.height for text in texts) + 4

    def paint(painter: QPainter, at: QPointF) -> None:
        for text, (left, width) in zip(texts, columns, strict=True):
            draw_texts(painter, at + QPointF(left, height - 4 - text.height), (text,))
            _rule(painter, at + QPointF(left, height), width, INK)

    return Block(height + GAP, paint, joins_next=True)


def boxes(count: int, width: float, step: float, left: float, height: float) -> Block:
    """Return empty boxes beside each other, to lay cards in or to write in."""

    def paint(painter: QPainter, at: QPointF) -> None:
        for place in range(count):
            corner = at + QPointF(left + place * step, 0)
            _paint_frame(painter, QRectF(corner.x(), corner.y(), width, height))

    return Block(height + GAP, paint)


def fields(names: Sequence[str], width: float) -> Block:
    """Return names with a line to write on after each, the first one the longest."""
    step = width / (len(names) + 1)
    texts = [set_text(name, Type(10), step) for name in names]

    def paint(painter: QPainter, at: QPointF) -> None:
        left = at.x()
        for place, text in enumerate(texts):
            room = step * (2 if place == 0 else 1)
            wide = text.layout.lineAt(0).naturalTextWidth() + 6
            draw_texts(painter, QPointF(left, at.y()), (text,))
            base = QPointF(left + wide, at.y() + text.height)
            _rule(painter, base, room - wide - 12)
            left += room

    return Block(max(text.height for text in texts) + 2 * GAP, paint)


def _rule(painter: QPainter, at: QPointF, width: float, colour: str = RULE) -> None:
    painter.setPen(QPen(QColor(colour), HAIR))
    painter.drawLine(at, at + QPointF(width, 0))
