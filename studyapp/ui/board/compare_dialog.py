"""The open board beside another one, or beside itself as it was at an earlier check."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from studyapp.domain.board import Zone
from studyapp.domain.comparing import Place, Row, summary
from studyapp.domain.marking import FindingKind
from studyapp.domain.ways import Way
from studyapp.ui.announce import announce
from studyapp.ui.board.marks import MARKS, signed, summary_of
from studyapp.ui.board.wording import place_in_words, title_of
from studyapp.ui.refusing import Saying
from studyapp.ui.translation import sentence

if TYPE_CHECKING:
    from studyapp.services.board_points import Point
    from studyapp.services.board_session import BoardSession
    from studyapp.services.boards import NamedBoard
    from studyapp.ui.board.model import BoardModel

_SIZE = (940, 560)
_PLACE_WIDTH = 240


class CompareDialog(QDialog):
    """A row for each card with where it lies here and there; those that differ come first."""

    def __init__(
        self, model: BoardModel, session: BoardSession, parent: QWidget | None = None
    ) -> None:
        """Compare the open board of `session`; KnownError if its past cannot be read."""
        super().__init__(parent)
        self._model, self._session = model, session
        self._points = session.points()
        self.setWindowTitle(self.tr("Compare boards"))
        self._make_parts()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(12)
        words = self.tr("Compare “{board}” &with").format(board=_plain(title_of(session.here)))
        label = QLabel(words, self)
        label.setBuddy(self.box)
        layout.addWidget(label)
        layout.addWidget(self.box)
        layout.addWidget(self.summary)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.note)
        layout.addWidget(self._buttons())
        self.resize(*_SIZE)
        self.show_point(self._first())

    def _make_parts(self) -> None:
        self.box = QComboBox(self)
        self.box.setAccessibleName(self.tr("Compare with"))
        for point in self._points:
            self.box.addItem(self._point_in_words(point))
        self.box.activated.connect(self._choose)
        self.summary = _wrapping_label(self)
        self.list = QTreeWidget(self)
        self.list.setAccessibleName(self.tr("Cards, those that differ first"))
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        # Rows that are measured before the style sheet is known stay too low.
        self.list.ensurePolished()
        self.list.setIndentation(0)
        self.list.setColumnCount(4)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.note = _wrapping_label(self)
        self.note.setProperty("role", "muted")
        self.note.setText(self.tr("What was moved since its board was checked has no mark."))

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(self)
        close = buttons.addButton(QDialogButtonBox.StandardButton.Close)
        close.setText(self.tr("Close"))
        buttons.rejected.connect(self.reject)
        return buttons

    def _first(self) -> int:
        """Return the first point that the board differs from: right after a check its own does not.

        It is what one opened the box to see.
        """
        differs = (bool(self._session.compared(point).differing) for point in self._points)
        return next((at for at, yes in enumerate(differs) if yes), 0)

    def show_point(self, at: int) -> None:
        """Compare with one of the points that are offered."""
        with QSignalBlocker(self.box):
            self.box.setCurrentIndex(at)
        point = self._points[at]
        compared = self._session.compared(point)
        self.summary.setText(sentence(summary(compared, point.name)))
        self.list.clear()
        names = ["", self.tr("Card"), self._now(self._session.here), self._there(point)]
        self.list.setHeaderLabels(names)
        for column, name in enumerate(names):
            self.list.headerItem().setToolTip(column, name)
        self.list.addTopLevelItems([self._item(row) for row in compared.rows])
        self.list.setCurrentIndex(self.list.model().index(0, 0))
        self._share_width()
        unmarked = (self._is_unmarked(row) for row in compared.rows)
        self.note.setVisible(any(unmarked))

    def _choose(self, at: int) -> None:
        with Saying(self.summary.setText):
            self.show_point(at)
        announce(self, self.summary.text())

    def _share_width(self) -> None:
        header = self.list.header()
        header.setStretchLastSection(False)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        for column in (2, 3):
            header.resizeSection(column, _PLACE_WIDTH)

    def _item(self, row: Row) -> QTreeWidgetItem:
        differs = self.tr("≠ Differs") if row.differs else self.tr("= Alike")
        title = self._model.factor(row.factor).title
        here = self._lies(row.here, row.mark_here)
        there = self._lies(row.there, row.mark_there)
        item = QTreeWidgetItem([differs, title, here, there])
        for column in (1, 2, 3):
            item.setToolTip(column, item.text(column))
        return item

    def _lies(self, place: Place, mark: FindingKind | None) -> str:
        words = place_in_words(self._model, place)
        return f"{words} · {signed(MARKS[mark])}" if mark else words

    def _is_unmarked(self, row: Row) -> bool:
        sides = ((row.here, row.mark_here), (row.there, row.mark_there))
        marks = self._model.way is not Way.RANK
        return marks and any(place.zone != Zone.TRAY and not mark for place, mark in sides)

    def _there(self, point: Point) -> str:
        return point.date if point.check else self._now(point.board)

    def _now(self, board: NamedBoard) -> str:
        return self.tr("Now: {board}").format(board=title_of(board))

    def _point_in_words(self, point: Point) -> str:
        """Return a board's title, or when a check was and what came of it."""
        if not point.check:
            return f"“{title_of(point.board)}”"
        kinds = [
            FindingKind(name)
            for name, count in point.counts.items()
            if name in set(FindingKind) and isinstance(count, int)
            for _ in range(count)
        ]
        words = self.tr("this board at the check of {date}").format(date=point.date)
        return f"{words}: {summary_of(kinds)}" if kinds else words


def _plain(title: str) -> str:
    """Return a title so that nothing in it is taken for a key to press."""
    return title.replace("&", "&&")


def _wrapping_label(parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
