"""The words beside links: how they are broken, and where they stand clear of cards and each other.

Each link's words have several forms, from all of them on two wide lines to a mere sign. Every link
gets the fullest one that has room somewhere along it; the whole text is in its tooltip.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF, QSizeF
from PySide6.QtGui import QFont, QFontMetricsF

from studyapp.domain.boards.web import Pair, Relation
from studyapp.rendering.link_lines import PARTS
from studyapp.ui.board.face_painting import wrapped
from studyapp.ui.board.marks import MARKS, signed
from studyapp.ui.look.marks import Mark
from studyapp.ui.web.model import WebModel
from studyapp.ui.web.shape import Shape
from studyapp.ui.web.wording import RELATIONS, tr

_PAD = 5.0
_WIDE, _NARROW = 300.0, 190.0
# Two lines are not quite as wide as half of the words: they break between words.
_HALF = 0.56
# The words of so many links are not put clear of each other: nobody reads them at once.
_MANY = 150


class Form(NamedTuple):
    """Words broken into lines, and the room they take."""

    lines: tuple[str, ...]
    size: QSizeF


class _Place(NamedTuple):
    form: Form
    part: float


class _Box(NamedTuple):
    """An area as bare numbers: thousands are compared at every step, and Qt's take a call each."""

    left: float
    top: float
    right: float
    bottom: float

    @classmethod
    def of(cls, area: QRectF) -> _Box:
        """Return an area of Qt's as numbers."""
        return cls(area.left(), area.top(), area.right(), area.bottom())


class LinkWords:
    """The words of a model's links, each in the form and at the place that it has room for."""

    def __init__(self, model: WebModel, font: QFont) -> None:
        """Measure in a font."""
        self._model, self._font = model, font
        self._places: dict[Pair, _Place] = {}
        self._cards: list[_Box] = []
        self._taken: dict[Pair, _Box] = {}
        # Broken once: at every step each link asks again.
        self._known: dict[tuple[str, str], tuple[tuple[Form, ...], tuple[Form, ...]]] = {}

    def look_at(self, shape: Shape) -> None:
        """Look again at what is said of each link, and where there is room for it."""
        told = [pair for pair in shape.lines if self._text(pair)]
        if len(told) > _MANY:
            self._places = {pair: _Place(self._one_line(self._text(pair)), 0.5) for pair in told}
            return
        self._places, self._taken = {}, {}
        self._cards = [_Box.of(area) for area in shape.areas.values()]
        # What was put somewhere by hand stays there; of the others short lines have least choice.
        told.sort(key=lambda pair: (self._is_free(pair), shape.lines[pair].length()))
        for pair in told:
            self._place(pair, shape.lines[pair], self._broken(pair)[0])
        # Only what is left of the room after that is for those who could do with more.
        for pair in told:
            self._place(pair, shape.lines[pair], self._broken(pair)[1])

    def area(self, pair: Pair, line: QLineF) -> QRectF:
        """Return where the words of a link stand; empty if it has none, or no room for any."""
        place = self._places.get(pair)
        if place is None:
            return QRectF()
        moved = self._model.web.links[pair].label
        middle = line.pointAt(place.part) + QPointF(moved.x, moved.y)
        return _centred(place.form.size, middle)

    def lines(self, pair: Pair) -> tuple[str, ...]:
        """Return the words of a link as they stand there."""
        return self._places[pair].form.lines if pair in self._places else ()

    def _is_free(self, pair: Pair) -> bool:
        return not any(self._model.web.links[pair].label)

    def _place(self, pair: Pair, line: QLineF, forms: Sequence[Form]) -> None:
        """Put words in the first form that stands clear; a mark is there in any case."""
        if not forms:
            return
        before = self._places.pop(pair, None)
        self._taken.pop(pair, None)
        clear = _Place(forms[0], 0.5) if not self._is_free(pair) else None
        clear = clear or _clear(line, forms, self._near(line, forms)) or before
        if clear is None and self._model.finding(pair):
            clear = _Place(forms[-1], 0.5)
        if clear:
            self._places[pair] = clear
            self._taken[pair] = _Box.of(self.area(pair, line))

    def _near(self, line: QLineF, forms: Sequence[Form]) -> list[_Box]:
        """Return the cards and words that the words of a link could come upon."""
        wide = max(form.size.width() for form in forms) / 2
        high = max(form.size.height() for form in forms) / 2
        return list(_beside(line, (*self._cards, *self._taken.values()), wide, high))

    def _broken(self, pair: Pair) -> tuple[tuple[Form, ...], tuple[Form, ...]]:
        """Return the forms of a link's words, and one that is wider if they need it."""
        found = self._model.finding(pair)
        mark = MARKS[found.kind] if found else None
        key = self._text(pair), mark.sign if mark else ""
        if key not in self._known:
            self._known[key] = tuple(self._forms(key[0], mark)), tuple(self._wide_form(key[0]))
        return self._known[key]

    def _forms(self, text: str, mark: Mark | None) -> Iterator[Form]:
        """Yield words from all of them down to a mere sign."""
        if self._width(text) > _NARROW:
            yield self._two_lines(text, _NARROW)
        yield self._one_line(text)
        if mark:
            yield self._one_line(signed(mark))
        yield self._one_line(mark.sign if mark else "…")

    def _wide_form(self, text: str) -> Iterator[Form]:
        """Yield a wider form for words that need one."""
        if self._width(text) * _HALF > _NARROW:
            yield self._two_lines(text, min(_WIDE, self._width(text) * _HALF))

    def _width(self, text: str) -> float:
        return QFontMetricsF(self._font).horizontalAdvance(text)

    def _two_lines(self, text: str, width: float) -> Form:
        return self._form(tuple(wrapped(text, self._font, width, 2)))

    def _one_line(self, text: str) -> Form:
        return self._form(tuple(wrapped(text, self._font, _NARROW, 1)))

    def _form(self, lines: tuple[str, ...]) -> Form:
        metrics = QFontMetricsF(self._font)
        width = max(map(metrics.horizontalAdvance, lines))
        return Form(lines, QSizeF(width + 2 * _PAD, len(lines) * metrics.lineSpacing() + 4))

    def _text(self, pair: Pair) -> str:
        """Return all that is said beside a link: its mark, its kind and its reason."""
        drawn, found = self._model.web.links[pair], self._model.finding(pair)
        words = [signed(MARKS[found.kind])] if found else []
        if drawn.relation is not Relation.LED_TO:
            words.append(tr(RELATIONS[drawn.relation]))
        if drawn.because:
            words.append(drawn.because)
        return " · ".join(words)


def _clear(line: QLineF, forms: Sequence[Form], taken: Sequence[_Box]) -> _Place | None:
    """Return the fullest form that stands clear somewhere along a line, and where."""
    x, y, across, down = line.x1(), line.y1(), line.dx(), line.dy()
    for form in forms:
        wide, high = form.size.width() / 2, form.size.height() / 2
        # Where the middle of the words cannot be.
        closed = [(box[0] - wide, box[1] - high, box[2] + wide, box[3] + high) for box in taken]
        for part in PARTS:
            at_x, at_y = x + part * across, y + part * down
            for left, top, right, bottom in closed:
                if left < at_x < right and top < at_y < bottom:
                    break
            else:
                return _Place(form, part)
    return None


def _beside(line: QLineF, boxes: Iterable[_Box], wide: float, high: float) -> Iterator[_Box]:
    """Yield the boxes that an area with these halves meets as its middle goes along a line."""
    x, y, across, down = line.x1(), line.y1(), line.dx(), line.dy()
    least_x, most_x = min(x, x + across) - wide, max(x, x + across) + wide
    least_y, most_y = min(y, y + down) - high, max(y, y + down) + high
    much_across, much_down = abs(across), abs(down)
    for box in boxes:
        left, top, right, bottom = box
        if left < most_x and right > least_x and top < most_y and bottom > least_y:
            # Twice the distance from the line, and twice the one within which they meet.
            off = abs(across * (top + bottom - 2 * y) - down * (left + right - 2 * x))
            reach = much_across * (bottom - top + 2 * high) + much_down * (right - left + 2 * wide)
            if off < reach:
                yield box


def _centred(size: QSizeF, middle: QPointF) -> QRectF:
    return QRectF(middle - QPointF(size.width() / 2, size.height() / 2), size)
