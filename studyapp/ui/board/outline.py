"""The board's twin: the same model as a tree, for the keyboard and for screen readers."""

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap

from studyapp.domain.boards.board import Board, Move, Zone, apply
from studyapp.ui.board.marks import MARKS, signed
from studyapp.ui.board.model import BoardModel
from studyapp.ui.board.wording import (
    described,
    more_of,
    name_of,
    title_and_date,
    tooltip_of,
    tr,
)
from studyapp.ui.look.theme import Theme
from studyapp.ui.look.tokens import THEME_BAR

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_GROUP = 0
_BAR_HEIGHT = 18


class OutlineModel(QAbstractItemModel):
    """Zones as groups with their factors. An index carries its group's number + 1; groups carry 0.

    The rows are those the views have been told of: Qt wants to hear of a move before it is made.
    """

    def __init__(self, model: BoardModel, theme: Theme, parent: QObject | None = None) -> None:
        """Show `model`."""
        super().__init__(parent)
        self._model = model
        self._theme = theme
        self._bars: dict[tuple[str, ...], QIcon] = {}
        self._take_in()
        model.board_replaced.connect(self._reset)
        model.factor_moved.connect(self._move)
        model.factors_moved.connect(self._move_each)
        model.checked.connect(self._refresh)
        theme.changed.connect(self._reset)

    def factor_at(self, index: Index) -> str:
        """Return the factor at an index, or "" for a group."""
        zone = self.zone_at(index)
        if zone is None or index.internalId() == _GROUP:
            return ""
        return self._rows[zone][index.row()]

    def zone_at(self, index: Index) -> Zone | None:
        """Return the zone that an index is or lies in."""
        if not index.isValid():
            return None
        return self._zones[index.row() if index.internalId() == _GROUP else index.internalId() - 1]

    def index_of(self, factor: str) -> QModelIndex:
        """Return the index of a factor; an invalid one if it is not on the board."""
        for zone, factors in self._rows.items():
            if factor in factors:
                return self.index(factors.index(factor), 0, self.group(zone))
        return QModelIndex()

    def group(self, zone: Zone) -> QModelIndex:
        """Return the index of a zone's group."""
        return self.createIndex(self._zones.index(zone), 0, _GROUP)

    def _take_in(self) -> None:
        self._zones = self._model.zones if self._model.board else ()
        self._rows = {zone: self._model.factors_in(zone) for zone in self._zones}

    def _reset(self) -> None:
        self.beginResetModel()
        self._bars.clear()
        self._take_in()
        self.endResetModel()

    def _move(self, step: Move) -> None:
        source, target = step.source, step.target
        row = target.at
        # Qt counts the row to move before while the moved row is still in its old place.
        if source.zone == target.zone and target.at > source.at:
            row += 1
        self.beginMoveRows(
            self.group(source.zone), source.at, source.at, self.group(target.zone), row
        )
        self._rows = dict(apply(Board("", self._rows), step).zones)
        self.endMoveRows()
        self._refresh()

    def _move_each(self, steps: tuple[Move, ...]) -> None:
        for step in steps:
            self._move(step)

    def _refresh(self) -> None:
        """Have everything read again: a move can take findings away, a check brings them."""
        if not self._model.board:
            return
        self.dataChanged.emit(self.group(self._zones[0]), self.group(self._zones[-1]))
        for zone, factors in self._rows.items():
            if factors:
                group = self.group(zone)
                last = self.index(len(factors) - 1, 0, group)
                self.dataChanged.emit(self.index(0, 0, group), last)

    def index(self, row: int, column: int, parent: Index = _NOWHERE) -> QModelIndex:
        """Return the index of a group, or of a factor in one."""
        if column != 0 or not 0 <= row < self.rowCount(parent):
            return QModelIndex()
        return self.createIndex(row, 0, parent.row() + 1 if parent.isValid() else _GROUP)

    def parent(self, child: Index = _NOWHERE) -> QModelIndex:  # type: ignore[override]
        """Return the group of a factor."""
        if not child.isValid() or child.internalId() == _GROUP:
            return QModelIndex()
        return self.createIndex(child.internalId() - 1, 0, _GROUP)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return the number of groups, or of factors in one."""
        if not parent.isValid():
            return len(self._zones)
        if parent.internalId() != _GROUP or parent.column() > 0:
            return 0
        return len(self._rows[self._zones[parent.row()]])

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Return one."""
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a factor's words and colours, or a group's."""
        zone = self.zone_at(index)
        if zone is None:
            return None
        factor = self.factor_at(index)
        return self._data_of(factor, role) if factor else self._data_of_group(zone, role)

    def _data_of_group(self, zone: Zone, role: int) -> object:
        count = len(self._rows[zone])
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{name_of(self._model, zone)} ({count})"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            text = tr("{zone}, one factor") if count == 1 else tr("{zone}, {count} factors")
            return text.format(zone=name_of(self._model, zone), count=count)
        return self._theme.colour("muted") if role == Qt.ItemDataRole.ForegroundRole else None

    def _data_of(self, factor: str, role: int) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            return self._line(factor)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return described(self._model, factor)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip_of(self._model, factor)
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            lenses = [theme.name for theme in self._model.themes(factor)]
            return more_of(self._model.factor(factor), lenses)
        if role == Qt.ItemDataRole.DecorationRole:
            return self._bar(tuple(theme.hue for theme in self._model.themes(factor)))
        return self._colour(factor) if role == Qt.ItemDataRole.ForegroundRole else None

    def _line(self, factor: str) -> str:
        finding = self._model.finding(factor)
        words = title_and_date(self._model.factor(factor))
        return f"{signed(MARKS[finding.kind])}: {words}" if finding else words

    def _colour(self, factor: str) -> QColor | None:
        finding = self._model.finding(factor)
        return self._theme.colour(MARKS[finding.kind].role) if finding else None

    def _bar(self, hues: tuple[str, ...]) -> QIcon:
        """Return the bar that a card has at its left."""
        if hues not in self._bars:
            names = hues or ("grey",)
            picture = QPixmap(THEME_BAR, _BAR_HEIGHT)
            painter = QPainter(picture)
            for at, hue in enumerate(names):
                top = at * _BAR_HEIGHT // len(names)
                painter.fillRect(0, top, THEME_BAR, _BAR_HEIGHT, self._theme.hue(hue))
            painter.end()
            self._bars[hues] = QIcon(picture)
        return self._bars[hues]
