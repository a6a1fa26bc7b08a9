"""The open board beside another one, or beside itself as it was at an earlier check."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple, Protocol

from PySide6.QtCore import QSignalBlocker, QSize, Qt
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

from studyapp.domain.boards.marking import FindingKind
from studyapp.ui.announce import announce
from studyapp.ui.board.marks import summary_of
from studyapp.ui.board.wording import title_of
from studyapp.ui.plain_text import as_written
from studyapp.ui.refusing import Saying

if TYPE_CHECKING:
    from studyapp.services.boards.board_list import NamedBoard
    from studyapp.services.boards.board_points import Point
    from studyapp.services.boards.many_boards import ManyBoards

_SIZE = (940, 560)
_PLACE_WIDTH = 240
_ROW_PADDING = 14


class ToldRow(NamedTuple):
    """A card or link in words: what became of it, what it is, and what it is here and there.

    `whole` says all of it in a sentence.
    """

    change: str
    title: str
    here: str
    there: str
    whole: str = ""


class Told(NamedTuple):
    """Two boards in words; `note` says what of them is not known."""

    summary: str
    rows: Sequence[ToldRow]
    differs: bool
    note: str = ""


class Comparing(Protocol):
    """Puts into words how the open board and another one differ."""

    @property
    def thing(self) -> str:
        """What each row is about, as the heading of a column."""

    @property
    def list_name(self) -> str:
        """What the list is called to a screen reader."""

    def told(self, point: Point) -> Told:
        """Compare with one point; KnownError if its past cannot be read."""


class CompareDialog(QDialog):
    """A row for each card or link with what it is here and there; those that differ come first."""

    def __init__(
        self, comparing: Comparing, session: ManyBoards, parent: QWidget | None = None
    ) -> None:
        """Compare the open board of `session`; KnownError if its past cannot be read."""
        super().__init__(parent)
        self._comparing, self._session = comparing, session
        self._points = session.points()
        self._wholes: list[str] = []
        self.setWindowTitle(self.tr("Compare boards"))
        self._make_parts()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(12)
        words = self.tr("Compare “{board}” &with").format(board=_plain(title_of(session.here)))
        label = QLabel(words, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setBuddy(self.box)
        layout.addWidget(label)
        layout.addWidget(self.box)
        layout.addWidget(self.summary)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.whole)
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
        self.list.setAccessibleName(self._comparing.list_name)
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setWordWrap(True)
        # Rows that are measured before the style sheet is known stay too low.
        self.list.ensurePolished()
        self.list.setIndentation(0)
        self.list.setColumnCount(4)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.currentItemChanged.connect(lambda _now, _before: self._show_whole())
        self.whole = _wrapping_label(self)
        self.whole.setAlignment(Qt.AlignmentFlag.AlignTop)
        # Three lines, though the current row may take less: the list shall not jump.
        self.whole.setMinimumHeight(3 * self.whole.fontMetrics().lineSpacing())
        self.note = _wrapping_label(self)
        self.note.setProperty("role", "muted")

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
        differs = (self._comparing.told(point).differs for point in self._points)
        return next((at for at, yes in enumerate(differs) if yes), 0)

    def show_point(self, at: int) -> None:
        """Compare with one of the points that are offered."""
        with QSignalBlocker(self.box):
            self.box.setCurrentIndex(at)
        point = self._points[at]
        told = self._comparing.told(point)
        self.summary.setText(told.summary)
        self.list.clear()
        names = ["", self._comparing.thing, self._now(self._session.here), self._there(point)]
        self.list.setHeaderLabels(names)
        for column, name in enumerate(names):
            self.list.headerItem().setToolTip(column, as_written(name))
        # The column of signs has no heading to be seen.
        self.list.headerItem().setData(0, Qt.ItemDataRole.AccessibleTextRole, self.tr("Differs"))
        self._wholes = [row.whole for row in told.rows]
        self.whole.setVisible(any(self._wholes))
        self.list.addTopLevelItems([self._item(row) for row in told.rows])
        self.list.setCurrentIndex(self.list.model().index(0, 0))
        self._show_whole()
        self._share_width()
        self.note.setText(told.note)
        self.note.setVisible(bool(told.note))

    def _show_whole(self) -> None:
        row = self.list.currentIndex().row()
        self.whole.setText(self._wholes[row] if 0 <= row < len(self._wholes) else "")

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

    def _item(self, row: ToldRow) -> QTreeWidgetItem:
        item = QTreeWidgetItem(list(row[:4]))
        for column in (1, 2, 3):
            item.setToolTip(column, as_written(item.text(column)))
        # The focus stands in the first column, and a screen reader says no more than that.
        told = row.whole or ", ".join(row[:4])
        item.setData(0, Qt.ItemDataRole.AccessibleTextRole, told)
        lines = row.title.count("\n") + 1
        # Of the column that takes what width is left: the first one is as wide as it asks to be.
        item.setSizeHint(1, QSize(0, lines * self.fontMetrics().lineSpacing() + _ROW_PADDING))
        return item

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
