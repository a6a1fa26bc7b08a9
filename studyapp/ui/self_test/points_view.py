"""The key points of a marked answer, each with what was found of it and the student's own word."""

from __future__ import annotations

from collections.abc import Sequence
from string import ascii_lowercase
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from studyapp.domain.messages import N_
from studyapp.ui.look.marks import NOT_FOUND, NOT_SO, PARTLY, RIGHT, Mark, marked_label, show_mark
from studyapp.ui.look.theme import Theme
from studyapp.ui.self_test.elided_button import ElidedButton
from studyapp.ui.translation import translated

if TYPE_CHECKING:
    from studyapp.domain.grading.grade import PointMark
    from studyapp.domain.grading.point_passages import Place

_FOUND_IN_PART = PARTLY._replace(word=N_("Found in part"))
_SAID = RIGHT._replace(word=N_("You say that you said this"))
_NOT_SAID = NOT_FOUND._replace(word=N_("You say that you did not say this"))
_BEFORE = RIGHT._replace(word=N_("Counts, as you said before"))
_NOT_BEFORE = NOT_FOUND._replace(word=N_("Does not count, as you said before"))
KEYS = ascii_lowercase


class PointsView(QWidget):
    """A row a point; `overruled` names the one on which the student has, or takes back, a word.

    `passage_requested` asks to see where the note says one.
    """

    overruled = Signal(int)
    passage_requested = Signal(str)

    def __init__(
        self,
        points: Sequence[PointMark],
        theme: Theme,
        parent: QWidget,
        *,
        first: int = 0,
        sure: bool = False,
        settled: bool = False,
        places: Sequence[Place | None] = (),
    ) -> None:
        """List the points from the `first` on; on what is `settled` the student has no word.

        What was not said is wrong where that is `sure`. By what was not found stands its place in
        the note, of those that are in `places`.
        """
        super().__init__(parent)
        self._theme, self._first = theme, first
        self._sure, self._settled = sure, settled
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(4)
        self._labels: list[QLabel] = []
        self.buttons: list[QToolButton] = []
        self.ways: dict[int, QToolButton] = {}
        self._places = dict(enumerate(places))
        for at, mark in enumerate(points[first:]):
            self._add(at, mark)

    def show_points(self, points: Sequence[PointMark]) -> None:
        """Show what holds of the same points now."""
        for label, button, mark in zip(
            self._labels, self.buttons, points[self._first :], strict=False
        ):
            show_mark(label, self.mark_of(mark), mark.point.text, self._theme)
            self._offer(button, mark)

    def take_key(self, key: str, *, shifted: bool = False) -> bool:
        """Overrule the point that a letter stands for, or go to its passage if it is `shifted`.

        Say whether there is such a point, or passage.
        """
        at = KEYS.find(key.casefold()) if len(key) == 1 else -1
        if shifted and at in self.ways:
            self.ways[at].click()
            return True
        if shifted or not 0 <= at < len(self.buttons):
            return False
        self.buttons[at].click()
        return True

    def _add(self, at: int, mark: PointMark) -> None:
        label = marked_label(self.mark_of(mark), mark.point.text, self._theme, self)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(label, 1)
        beside = QVBoxLayout()
        beside.setSpacing(0)
        row.addLayout(beside)
        self._rows.addLayout(row)
        self._add_way(at, mark)
        if not self._settled and at < len(KEYS):
            self._add_button(at, mark, label, beside)
        self.add_beside(at, beside)
        beside.addStretch(1)

    def _add_way(self, at: int, mark: PointMark) -> None:
        """Put the way to where the note says it under a point that was not found."""
        place = self._places.get(self._first + at)
        if mark.found or place is None or at >= len(KEYS):
            return
        key = self.tr("Shift+{letter}").format(letter=KEYS[at].upper())
        way = ElidedButton(f"↗  “{place.sentence}”", self)
        way.setAccessibleName(self.tr("In the note: “{sentence}”").format(sentence=place.sentence))
        way.setToolTip(
            self.tr("Show this in the note ({key}): “{sentence}”").format(
                key=key, sentence=place.sentence
            )
        )
        way.clicked.connect(lambda: self.passage_requested.emit(place.passage))
        self._rows.addWidget(way, 0, Qt.AlignmentFlag.AlignLeft)
        self.ways[at] = way

    def add_beside(self, at: int, beside: QVBoxLayout) -> None:
        """Put beside a point what else belongs to it; there is nothing here."""

    def _add_button(self, at: int, mark: PointMark, label: QLabel, beside: QVBoxLayout) -> None:
        button = QToolButton(self)
        button.setProperty("flat", True)
        button.clicked.connect(lambda: self.overruled.emit(self._first + at))
        beside.addWidget(button, 0, Qt.AlignmentFlag.AlignRight)
        self._labels.append(label)
        self.buttons.append(button)
        self._offer(button, mark)

    def mark_of(self, mark: PointMark) -> Mark:
        """Return the sign and the word of a point."""
        if mark.own:
            return _SAID if mark.found else _NOT_SAID
        if mark.before:
            return _BEFORE if mark.found else _NOT_BEFORE
        missing = NOT_SO if self._sure else NOT_FOUND
        return {"found": RIGHT, "partly": _FOUND_IN_PART}.get(mark.said, missing)

    def _offer(self, button: QToolButton, mark: PointMark) -> None:
        """Have a button say what it does to a point as it stands."""
        if mark.own:
            words = self.tr("Take that back")
        elif mark.found:
            words = self.tr("I did not say this")
        else:
            words = self.tr("I said this")
        key = KEYS[self.buttons.index(button)].upper()
        button.setText(f"{key}  {words}")
        button.setAccessibleName(f"{words}: {mark.point.text}")
        button.setToolTip(self.tr("{what} ({key})").format(what=words, key=key))


def in_words(mark: PointMark) -> str:
    """Return what holds of a point, as it is announced."""
    word = {"found": RIGHT, "partly": _FOUND_IN_PART}.get(mark.holds, NOT_FOUND).word
    if mark.own:
        word = _SAID.word if mark.found else _NOT_SAID.word
    elif mark.before:
        word = _BEFORE.word if mark.found else _NOT_BEFORE.word
    return f"{translated(word)}: {mark.point.text}"
