"""The timeline's twin: the same lanes and factors as a tree, for keyboard and screen readers."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import (
    QAbstractItemModel,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QContextMenuEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QTreeView, QWidget

from studyapp.domain.timeline import Lane
from studyapp.ui.board.outline_view import WrappingRows
from studyapp.ui.look.theme import Theme
from studyapp.ui.look.tokens import THEME_BAR
from studyapp.ui.pointer.dragging import drag_factor
from studyapp.ui.timeline.content import Content
from studyapp.ui.timeline.wording import lane_counted, tr

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_LANE = 0
_BAR_HEIGHT = 18


class ListModel(QAbstractItemModel):
    """Lanes with their factors. An index carries its lane's number + 1; lanes carry 0."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        """Start with nothing to show."""
        super().__init__(parent)
        self._theme = theme
        self._content = Content(by_theme=True)
        self.tooltip_of: Callable[[str], str] = lambda _factor: ""
        self.more_of: Callable[[str], str] = lambda _factor: ""

    def show_content(self, content: Content) -> None:
        """Show other lanes."""
        self.beginResetModel()
        self._content = content
        self.endResetModel()

    def factor_at(self, index: Index) -> str:
        """Return the factor at an index, or "" for a lane."""
        if not index.isValid() or index.internalId() == _LANE:
            return ""
        return self._content.lanes[index.internalId() - 1].entries[index.row()].id

    def title_of(self, factor: str) -> str:
        """Return a factor's title."""
        return self._content.entry(factor).title

    def index_of(self, factor: str) -> QModelIndex:
        """Return the index of a factor; an invalid one if it is not shown."""
        if factor not in self._content:
            return QModelIndex()
        lane, row = self._content.place(factor)
        return self.createIndex(row, 0, lane + 1)

    def index(self, row: int, column: int, parent: Index = _NOWHERE) -> QModelIndex:
        """Return the index of a lane, or of a factor in one."""
        if column != 0 or not 0 <= row < self.rowCount(parent):
            return QModelIndex()
        return self.createIndex(row, 0, parent.row() + 1 if parent.isValid() else _LANE)

    def parent(self, child: Index = _NOWHERE) -> QModelIndex:  # type: ignore[override]
        """Return the lane of a factor."""
        if not child.isValid() or child.internalId() == _LANE:
            return QModelIndex()
        return self.createIndex(child.internalId() - 1, 0, _LANE)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return the number of lanes, or of factors in one."""
        if not parent.isValid():
            return len(self._content.lanes)
        if parent.internalId() != _LANE or parent.column() > 0:
            return 0
        return len(self._content.lanes[parent.row()].entries)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Return one."""
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a factor's words, or a lane's words and colour."""
        if not index.isValid():
            return None
        factor = self.factor_at(index)
        if factor:
            return self._data_of(factor, role)
        return self._data_of_lane(self._content.lanes[index.row()], role)

    def _data_of(self, factor: str, role: int) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            return self._content.line(factor)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._content.described(factor)
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return self.more_of(factor)
        return self.tooltip_of(factor) if role == Qt.ItemDataRole.ToolTipRole else None

    def _data_of_lane(self, lane: Lane, role: int) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{self._content.name_of(lane)} ({len(lane.entries)})"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return lane_counted(self._content.name_of(lane), len(lane.entries))
        if role == Qt.ItemDataRole.DecorationRole:
            return self._bar(self._theme.hue(self._content.hue_of(lane.theme)))
        return self._theme.colour("muted") if role == Qt.ItemDataRole.ForegroundRole else None

    def _bar(self, hue: QColor) -> QPixmap:
        picture = QPixmap(THEME_BAR, _BAR_HEIGHT)
        picture.fill(hue)
        return picture


class ListView(QTreeView):
    """A tree that does all the timeline does but zoom."""

    factor_chosen = Signal(str)
    factor_reached = Signal(str)
    menu_wanted = Signal(str, QPoint)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Start with nothing to show."""
        super().__init__(parent)
        self.rows = ListModel(theme, self)
        self.setModel(self.rows)
        self.setHeaderHidden(True)
        self.setIndentation(16)
        self.setIconSize(QSize(THEME_BAR, _BAR_HEIGHT))
        self.setWordWrap(True)
        self.setItemDelegate(WrappingRows(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragEnabled(True)
        self.setAccessibleName(tr("Timeline as a list"))
        self.setAccessibleDescription(tr("Enter goes to the note."))
        self.activated.connect(self._choose)
        self.clicked.connect(self._choose)
        theme.changed.connect(self.viewport().update)

    @property
    def current(self) -> str:
        """Return the factor of the current row, or "" on a lane."""
        return self.rows.factor_at(self.currentIndex())

    def show_content(self, content: Content) -> None:
        """Show other lanes, all of them open."""
        self.rows.show_content(content)
        self.expandAll()
        self.setCurrentIndex(self.rows.index(0, 0))

    def select(self, factor: str) -> None:
        """Make a factor's row the current one."""
        index = self.rows.index_of(factor)
        self.selectionModel().setCurrentIndex(
            index, QItemSelectionModel.SelectionFlag.ClearAndSelect
        )
        self.scrollTo(index)

    def _choose(self, index: QModelIndex) -> None:
        factor = self.rows.factor_at(index)
        if factor:
            self.factor_chosen.emit(factor)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Say which factor is current now."""
        super().currentChanged(current, previous)
        factor = self.rows.factor_at(current)
        if factor:
            self.factor_reached.emit(factor)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the rows anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Say what can be done with the factor of a row."""
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        factor = self.rows.factor_at(index)
        if factor:
            at = self.visualRect(index).center() if by_key else event.pos()
            self.menu_wanted.emit(factor, self.viewport().mapToGlobal(at))

    def startDrag(self, actions: Qt.DropAction) -> None:
        """Carry the factor of the current row out of the list."""
        factor = self.current
        if factor:
            drag_factor(self, factor, self.rows.title_of(factor))
