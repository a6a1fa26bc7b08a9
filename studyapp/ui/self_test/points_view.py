"""The key points of a marked answer, each with what was found of it and the student's own word."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from studyapp.domain.messages import N_
from studyapp.ui.marks import NOT_FOUND, NOT_SO, PARTLY, RIGHT, Mark, marked_label, show_mark
from studyapp.ui.theme import Theme
from studyapp.ui.translation import translated

if TYPE_CHECKING:
    from studyapp.domain.grading import PointMark

_FOUND_IN_PART = PARTLY._replace(word=N_("Found in part"))
_SAID = RIGHT._replace(word=N_("You say that you said this"))
_NOT_SAID = NOT_FOUND._replace(word=N_("You say that you did not say this"))
KEYS = "abcdefgh"


class PointsView(QWidget):
    """A row a point; `overruled` names the one on which the student has, or takes back, a word."""

    overruled = Signal(int)

    def __init__(
        self,
        points: Sequence[PointMark],
        theme: Theme,
        parent: QWidget,
        *,
        first: int = 0,
        sure: bool = False,
        settled: bool = False,
    ) -> None:
        """List the points from the `first` on; on what is `settled` the student has no word.

        What was not said is wrong where that is `sure`.
        """
        super().__init__(parent)
        self._theme, self._first = theme, first
        self._sure, self._settled = sure, settled
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(4)
        self._labels: list[QLabel] = []
        self.buttons: list[QToolButton] = []
        for at, mark in enumerate(points[first:]):
            self._add(at, mark)

    def show_points(self, points: Sequence[PointMark]) -> None:
        """Show what holds of the same points now."""
        for label, button, mark in zip(
            self._labels, self.buttons, points[self._first :], strict=False
        ):
            show_mark(label, self.mark_of(mark), mark.point.text, self._theme)
            self._offer(button, mark)

    def take_key(self, key: str) -> bool:
        """Overrule the point that a letter stands for; say whether there is one."""
        at = KEYS.find(key.casefold()) if len(key) == 1 else -1
        if not 0 <= at < len(self.buttons):
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
        if not self._settled and at < len(KEYS):
            self._add_button(at, mark, label, beside)
        self.add_beside(at, beside)
        beside.addStretch(1)

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
    return f"{translated(word)}: {mark.point.text}"
