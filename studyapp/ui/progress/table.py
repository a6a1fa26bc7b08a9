"""The table of a figure: the picture's twin, for keyboard and screen readers."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTreeView, QWidget

from studyapp.domain.figure_words import Cell, Section
from studyapp.domain.messages import Message
from studyapp.ui.translation import sentence, translated

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_MOST_ROWS = 12
_FRAME = 4
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_LEFT_WRAPPED = _LEFT | Qt.TextFlag.TextWordWrap
# The first column is words or days, and gets the room that the numbers leave.
_NUMBERS_SHARE = 0.62


def text_of(cell: Cell) -> str:
    """Return what stands in a cell."""
    return sentence(cell) if isinstance(cell, Message) else str(cell)


class TableModel(QAbstractTableModel):
    """The rows of one figure."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Start without rows."""
        super().__init__(parent)
        self._headers: Sequence[str] = ()
        self._rows: Sequence[Sequence[Cell]] = ()

    def show_section(self, section: Section) -> None:
        """Show the rows of another figure."""
        self.beginResetModel()
        self._headers, self._rows = section.headers, section.rows
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self._headers)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell's words; a number says its column too, and stands at the right."""
        if not index.isValid():
            return None
        cell = self._rows[index.row()][index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return text_of(cell)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{translated(self._headers[index.column()])}: {text_of(cell)}"
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _LEFT if index.column() == 0 or not isinstance(cell, int) else _RIGHT
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the words above a column."""
        if orientation is not Qt.Orientation.Horizontal or section >= len(self._headers):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return translated(self._headers[section])
        return _LEFT_WRAPPED if role == Qt.ItemDataRole.TextAlignmentRole else None


class TableView(QTreeView):
    """A table as wide as its column, and as high as its rows, up to a dozen."""

    row_chosen = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Start without rows; `name` is what a screen reader calls the table."""
        super().__init__(parent)
        self.rows = TableModel(self)
        self.setModel(self.rows)
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setAccessibleName(name)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.header().setSectionsMovable(False)
        self.header().setSectionsClickable(False)
        self.header().setStretchLastSection(True)
        self.header().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.header().setDefaultAlignment(_LEFT_WRAPPED)
        self.activated.connect(lambda index: self.row_chosen.emit(index.row()))

    def show_section(self, section: Section) -> None:
        """Show the rows of a figure."""
        self.rows.show_section(section)
        self._share_width()
        self.setFixedHeight(self.sizeHint().height())

    def sizeHint(self) -> QSize:
        """Return a height for all rows up to a dozen."""
        count = min(self.rows.rowCount(), _MOST_ROWS)
        row = self.sizeHintForRow(0) if count else 0
        return QSize(300, self._header_height() + count * row + 2 * _FRAME)

    def _header_height(self) -> int:
        lines = 2 if self.rows.columnCount() > 2 else 1
        return self.fontMetrics().lineSpacing() * lines + 12

    def _share_width(self) -> None:
        count = self.rows.columnCount()
        if not count:
            return
        width = self.viewport().width()
        number = int(width * _NUMBERS_SHARE / (count - 1)) if count > 1 else 0
        self.header().setFixedHeight(self._header_height())
        for column in range(1, count):
            self.setColumnWidth(column, number)
        self.setColumnWidth(0, width - number * (count - 1))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width among the columns."""
        super().resizeEvent(event)
        self._share_width()
