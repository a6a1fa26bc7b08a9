"""The cards that were found, as a table: what a row says is read when the row is first shown."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from studyapp.domain.kind_words import kind_word
from studyapp.services.cards.card_browser import CardBrowser
from studyapp.services.cards.card_order import Column, Listed
from studyapp.services.cards.card_rows import CardRow
from studyapp.ui.browser.wording import HEADERS, in_words
from studyapp.ui.plain_text import as_written
from studyapp.ui.translation import sentence, translated

COLUMNS = tuple(Column)
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_TOLD = frozenset(
    {
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.AccessibleTextRole,
        Qt.ItemDataRole.ToolTipRole,
    }
)


class CardTableModel(QAbstractTableModel):
    """Rows of cards; `sort_wanted` carries a column and whether backwards."""

    sort_wanted = Signal(object, bool)

    def __init__(self, parent: QObject | None = None) -> None:
        """Start with no cards."""
        super().__init__(parent)
        self._browser: CardBrowser | None = None
        self.cards: Sequence[Listed] = ()
        self._rows: dict[str, CardRow] = {}

    def show(self, browser: CardBrowser, cards: Sequence[Listed]) -> None:
        """Show cards; if they are those on show already, what is said of them is read anew."""
        self._rows.clear()
        if browser is self._browser and cards and cards == self.cards:
            self.dataChanged.emit(self.index(0, 0), self.index(len(cards) - 1, len(COLUMNS) - 1))
            return
        self.beginResetModel()
        self._browser, self.cards = browser, cards
        self.endResetModel()

    def row(self, at: int) -> CardRow:
        """Return what a row says."""
        card = self.cards[at]
        assert self._browser is not None
        if card.id not in self._rows:
            self._rows[card.id] = self._browser.row(card)
        return self._rows[card.id]

    def _text(self, index: _Index) -> str:
        row = self.row(index.row())
        match COLUMNS[index.column()]:
            case Column.QUESTION:
                return " ".join(sentence(row.question).split())
            case Column.KIND:
                return translated(kind_word(row.kind))
            case Column.TOPIC:
                return row.topic
            case Column.DUE:
                return sentence(row.due)
            case Column.HELD:
                return sentence(row.held)
            case Column.LAST:
                return sentence(row.last)
        return in_words(row.states)

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.cards)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        if role not in _TOLD or not self.checkIndex(index, self.CheckIndexOption.IndexIsValid):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(index)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            # Of an empty cell a screen reader would say the number of its column.
            return self._text(index) or self.tr("none")
        return as_written(self._text(index))

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401
        across = orientation is Qt.Orientation.Horizontal
        if across and role == Qt.ItemDataRole.DisplayRole and 0 <= section < len(COLUMNS):
            return translated(HEADERS[COLUMNS[section]])
        if across and role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Ask for another order; a column of -1 is the course's own."""
        by = COLUMNS[column] if 0 <= column < len(COLUMNS) else None
        self.sort_wanted.emit(by, order is Qt.SortOrder.DescendingOrder)
