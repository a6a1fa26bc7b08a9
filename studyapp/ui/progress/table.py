"""The table of a figure: the picture's twin, for keyboard and screen readers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from studyapp.domain.messages import Message
from studyapp.domain.progress.figure_words import Cell, Section
from studyapp.ui.translation import sentence, translated

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_MOST_ROWS = 12
# What is not longer than a date needs no second line.
_SHORT = 10
_FRAME = 4
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_LEFT_WRAPPED = _LEFT | Qt.TextFlag.TextWordWrap
_NARROWEST, _PADDING, _HEADER_AIR = 40, 20, 12


def text_of(cell: Cell) -> str:
    """Return what stands in a cell."""
    return sentence(cell) if isinstance(cell, Message) else str(cell)


def _columns_of_numbers(rows: Sequence[Sequence[Cell]]) -> Iterator[int]:
    """Yield the columns after the first that hold numbers, or a word where there is none."""
    for column in range(1, min(map(len, rows), default=0)):
        if any(isinstance(row[column], int) for row in rows):
            yield column


class TableModel(QAbstractTableModel):
    """The rows of one figure."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Start without rows."""
        super().__init__(parent)
        self._headers: Sequence[str] = ()
        self._rows: Sequence[Sequence[Cell]] = ()
        self._numbers: frozenset[int] = frozenset()

    def show_section(self, section: Section) -> None:
        """Show the rows of another figure."""
        self.beginResetModel()
        self._headers, self._rows = section.headers, section.rows
        self._numbers = frozenset(_columns_of_numbers(section.rows))
        self.endResetModel()

    def is_short(self, column: int) -> bool:
        """Say whether nothing in a column is longer than a day: numbers, “yes”."""
        return all(len(text_of(row[column])) <= _SHORT for row in self._rows)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self._headers)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell's words; a number says its column too, and its column is set right."""
        if not index.isValid():
            return None
        cell = self._rows[index.row()][index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return text_of(cell)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{translated(self._headers[index.column()])}: {text_of(cell)}"
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if index.column() in self._numbers else _LEFT
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


class WrappingCells(QStyledItemDelegate):
    """Cells as high as their words need in the width of their column."""

    def __init__(self, view: QTreeView) -> None:
        """Make cells for a view."""
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the size of a cell in its column."""
        size = super().sizeHint(option, index)
        room = QRect(0, 0, self._view.columnWidth(index.column()) - _PADDING, 10_000)
        metrics = self._view.fontMetrics()
        words = metrics.boundingRect(room, int(_LEFT_WRAPPED), str(index.data()))
        return QSize(size.width(), max(size.height(), words.height() + _HEADER_AIR))


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
        self.setUniformRowHeights(False)
        self.setWordWrap(True)
        self.setItemDelegate(WrappingCells(self))
        self.setAllColumnsShowFocus(True)
        self.setAccessibleName(name)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.header().setSectionsMovable(False)
        self.header().setSectionsClickable(False)
        self.header().setStretchLastSection(False)
        self.header().setMinimumSectionSize(_NARROWEST)
        self.header().setDefaultAlignment(_LEFT_WRAPPED)
        self.activated.connect(lambda index: self.row_chosen.emit(index.row()))

    def show_section(self, section: Section) -> None:
        """Show the rows of a figure."""
        self.rows.show_section(section)
        self._share()

    def sizeHint(self) -> QSize:
        """Return a height for all rows up to a dozen."""
        count = min(self.rows.rowCount(), _MOST_ROWS)
        rows = sum(self.rowHeight(self.rows.index(row, 0)) for row in range(count))
        return QSize(300, self._header_height() + rows + 2 * _FRAME)

    def _share(self) -> None:
        """Give short columns the width that they need and words the rest, and take the height."""
        header, modes = self.header(), QHeaderView.ResizeMode
        for column in range(self.rows.columnCount()):
            is_short = self.rows.is_short(column)
            header.setSectionResizeMode(column, modes.Fixed if is_short else modes.Stretch)
            if is_short:
                header.resizeSection(column, self._needed(column))
        self._take_height()

    def _take_height(self) -> None:
        self.header().setFixedHeight(self._header_height())
        self.scheduleDelayedItemsLayout()
        self.executeDelayedItemsLayout()
        self.setFixedHeight(self.sizeHint().height())

    def _needed(self, column: int) -> int:
        """Return the width of a column's longest cell, or of the longest word of its header."""
        header = str(self.rows.headerData(column, Qt.Orientation.Horizontal))
        cells = (str(self.rows.index(row, column).data()) for row in range(self.rows.rowCount()))
        metrics = self.fontMetrics()
        return max(map(metrics.horizontalAdvance, (*header.split(), *cells)), default=0) + _PADDING

    def _header_height(self) -> int:
        metrics, highest = self.fontMetrics(), 0
        for column in range(self.rows.columnCount()):
            room = QRect(0, 0, self.columnWidth(column) - _PADDING, 1000)
            text = str(self.rows.headerData(column, Qt.Orientation.Horizontal))
            wrapped = metrics.boundingRect(room, int(_LEFT_WRAPPED), text)
            highest = max(highest, wrapped.height())
        return highest + _HEADER_AIR

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the height that the words need in another width."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._take_height()
