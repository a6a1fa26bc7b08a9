"""Painting the web: cards, links and their words, by how much of them can be seen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import pi
from typing import NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from studyapp.domain.boards.web import Pair
from studyapp.rendering.link_lines import PENS, arrow_head
from studyapp.ui.board.face_painting import Face, FacePainter, small_font
from studyapp.ui.board.marks import MARKS
from studyapp.ui.board.wording import date_of, short_date_of, years_of
from studyapp.ui.look.theme import Theme
from studyapp.ui.look.tokens import CARD_WIDTH, RADIUS
from studyapp.ui.web.geometry import HANDLE, handle
from studyapp.ui.web.link_words import LinkWords
from studyapp.ui.web.model import WebModel
from studyapp.ui.web.shape import Shape

# Below this scale words cannot be read, and are not painted.
WORDS_FROM = 0.5
_ARROW = 9.0
# The bar of a theme has to be seen from afar.
_FAR_BAR = 14.0


class _Bare(NamedTuple):
    """Cards and links as they are painted from afar: lines by role, areas, bars by hue."""

    lines: dict[str, list[QLineF]]
    cards: list[QRectF]
    bars: dict[str, list[QRectF]]


class WebPainter:
    """Paints in the colours of a theme; each card's lines are broken once."""

    def __init__(self, model: WebModel, theme: Theme, font: QFont) -> None:
        """Paint a model's web."""
        self._model, self._theme, self._font = model, theme, font
        self._small = small_font(font)
        self._faces: dict[str, tuple[Face, list[str]]] = {}
        self._words = LinkWords(model, self._small)
        self._whole: _Bare | None = None

    def look_at(self, shape: Shape) -> None:
        """Look again at what stands on cards and links, and where."""
        self._faces.clear()
        self._whole = None
        self._words.look_at(shape)

    def forget_lines(self) -> None:
        """Look again at the colours of links: another one may be the current one."""
        self._whole = None

    def paint_whole(self, painter: QPainter, shape: Shape) -> None:
        """Paint a whole web from afar; what it is made of is gathered once."""
        if self._whole is None:
            self._whole = self._gathered(shape.areas, shape.lines)
        self._paint_bare(painter, self._whole)

    def paint(
        self,
        painter: QPainter,
        cards: Mapping[str, QRectF],
        lines: Mapping[Pair, QLineF],
        scale: float,
    ) -> None:
        """Paint cards over links; tiny ones all at once, as bare areas and lines."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, scale >= WORDS_FROM)
        if scale < WORDS_FROM:
            self._paint_bare(painter, self._gathered(cards, lines))
            return
        for pair, line in lines.items():
            self._paint_link(painter, pair, line)
        faces = FacePainter(self._theme, self._font)
        for name, area in cards.items():
            self._paint_card(painter, faces, name, area)
        for pair, line in lines.items():
            self._paint_label(painter, pair, line)

    def face(self, name: str) -> Face:
        """Return what stands on a card."""
        known = self._model.factor(name)
        hues = tuple(theme.hue for theme in self._model.themes(name))
        return Face(known.title, date_of(known), short_date_of(known), years_of(known), hues)

    def ring(self, painter: QPainter, area: QRectF, selected: bool) -> None:
        """Paint the ring of the current card, or of one that is selected with it."""
        style = Qt.PenStyle.SolidLine if selected else Qt.PenStyle.DotLine
        painter.setPen(QPen(self._theme.colour("accent"), 2, style))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(area.adjusted(-3, -3, 3, 3), RADIUS + 2, RADIUS + 2)

    def knob(self, painter: QPainter, area: QRectF) -> None:
        """Paint the knob that a link is drawn from."""
        painter.setPen(QPen(self._theme.colour("accent"), 1.5))
        painter.setBrush(self._theme.colour("raised"))
        painter.drawEllipse(handle(area), HANDLE, HANDLE)
        painter.setBrush(self._theme.colour("accent"))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawPolygon(arrow_head(handle(area) + QPointF(0, 5), -pi / 2, 8))

    def pending(self, painter: QPainter, start: QPointF, end: QPointF) -> None:
        """Paint a link that is being drawn."""
        painter.setPen(QPen(self._theme.colour("accent"), 2, Qt.PenStyle.DashLine))
        painter.drawLine(QLineF(start, end))

    def guides(self, painter: QPainter, lines: Iterable[QLineF], scale: float) -> None:
        """Paint the lines that cards stand in."""
        painter.setPen(QPen(self._theme.colour("accent"), 1 / scale, Qt.PenStyle.DashLine))
        painter.drawLines(list(lines))

    def label_area(self, pair: Pair, line: QLineF) -> QRectF:
        """Return where the words of a link stand; empty if there are none."""
        return self._words.area(pair, line)

    def label_lines(self, pair: Pair) -> tuple[str, ...]:
        """Return the words that stand there, a line each."""
        return self._words.lines(pair)

    def _gathered(self, cards: Mapping[str, QRectF], lines: Mapping[Pair, QLineF]) -> _Bare:
        return _Bare(self._by_role(lines), list(cards.values()), self._by_hue(cards))

    def _paint_bare(self, painter: QPainter, bare: _Bare) -> None:
        for role, some in bare.lines.items():
            painter.setPen(QPen(self._theme.colour(role), 0))
            painter.drawLines(some)
        painter.setPen(QPen(self._theme.colour("line"), 0))
        painter.setBrush(self._theme.colour("raised"))
        painter.drawRects(bare.cards)
        painter.setPen(Qt.PenStyle.NoPen)
        for hue, bars in bare.bars.items():
            painter.setBrush(self._theme.hue(hue))
            painter.drawRects(bars)

    def _by_role(self, lines: Mapping[Pair, QLineF]) -> dict[str, list[QLineF]]:
        found: dict[str, list[QLineF]] = {}
        for pair, line in lines.items():
            found.setdefault(self._role(pair), []).append(line)
        return found

    def _by_hue(self, cards: Mapping[str, QRectF]) -> dict[str, list[QRectF]]:
        found: dict[str, list[QRectF]] = {}
        for name, area in cards.items():
            hues = [theme.hue for theme in self._model.themes(name)] or ["grey"]
            bar = QRectF(area.left(), area.top(), _FAR_BAR, area.height())
            found.setdefault(hues[0], []).append(bar)
        return found

    def _face(self, name: str) -> tuple[Face, list[str]]:
        if name not in self._faces:
            face = self.face(name)
            self._faces[name] = (face, FacePainter(self._theme, self._font).lines(face, CARD_WIDTH))
        return self._faces[name]

    def _paint_card(self, painter: QPainter, faces: FacePainter, name: str, area: QRectF) -> None:
        face, lines = self._face(name)
        painter.translate(area.topLeft())
        faces.ground(painter, face, area.width(), lifted=False)
        faces.words(painter, face, area.width(), lines)
        painter.translate(-area.topLeft())

    def _role(self, pair: Pair) -> str:
        if pair == self._model.link:
            return "accent"
        found = self._model.finding(pair)
        return MARKS[found.kind].role if found else "strong line"

    def _paint_link(self, painter: QPainter, pair: Pair, line: QLineF) -> None:
        colour = self._theme.colour(self._role(pair))
        drawn = self._model.web.links[pair]
        width = 2.5 if pair == self._model.link else 1.5
        painter.setPen(QPen(colour, width, PENS[drawn.relation]))
        painter.drawLine(line)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawPolygon(arrow_head(line.p2(), line.angle() * pi / 180, _ARROW))

    def _paint_label(self, painter: QPainter, pair: Pair, line: QLineF) -> None:
        area = self.label_area(pair, line)
        if area.isEmpty():
            return
        role = self._role(pair)
        ground: QColor = self._theme.colour("selection" if role == "accent" else "page")
        painter.setPen(QPen(self._theme.colour("line"), 1))
        painter.setBrush(ground)
        painter.drawRoundedRect(area, RADIUS / 2, RADIUS / 2)
        painter.setFont(self._small)
        is_marked = self._model.finding(pair) is not None and role != "accent"
        painter.setPen(self._theme.colour(role if is_marked else "text"))
        lines = "\n".join(self.label_lines(pair))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, lines)
