"""The table of cards: arrow keys walk it, and a few keys act on what is selected."""

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from studyapp.services.cards.card_order import Column
from studyapp.ui.browser.card_table_model import COLUMNS, CardTableModel
from studyapp.ui.look import tokens

# How wide a column is, in letters; the question takes what is left.
_LETTERS = {
    Column.KIND: 15,
    Column.TOPIC: 28,
    Column.DUE: 14,
    Column.HELD: 14,
    Column.LAST: 22,
    Column.STATE: 17,
}


class CardTable(QTableView):
    """Shows a `CardTableModel`; `acted` carries the name of what a key asks for."""

    acted = Signal(str)

    def __init__(self, model: CardTableModel, parent: QWidget) -> None:
        """Show `model`."""
        super().__init__(parent)
        self.cards = model
        self.setModel(model)
        self.setAccessibleName(self.tr("Cards"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(tokens.ROW_HEIGHT)
        self._lay_out_columns()

    def _lay_out_columns(self) -> None:
        header, letter = self.horizontalHeader(), self.fontMetrics().averageCharWidth()
        header.setHighlightSections(False)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setSortIndicatorClearable(True)
        header.setAccessibleName(self.tr("Columns"))
        self.setSortingEnabled(True)
        for at, column in enumerate(COLUMNS):
            if column is Column.QUESTION:
                header.setSectionResizeMode(at, QHeaderView.ResizeMode.Stretch)
            else:
                self.setColumnWidth(at, _LETTERS[column] * letter)

    def chosen(self) -> list[str]:
        """Return the ids of the selected cards, in the order they stand in."""
        chosen = self.selectionModel().selection()
        ranges = [chosen.at(at) for at in range(chosen.size())]
        rows = sorted({row for part in ranges for row in range(part.top(), part.bottom() + 1)})
        return [self.cards.cards[row].id for row in rows]

    def current(self) -> str:
        """Return the id of the card that the arrow keys are at, or ""."""
        index = self.currentIndex()
        return self.cards.cards[index.row()].id if index.isValid() else ""

    def choose(self, cards: set[str], current: str = "", otherwise: int = 0) -> None:
        """Select cards by their ids, with the `current` one among them.

        Where that is no longer on show, the row `otherwise` is current and selected.
        """
        count, wanted = len(self.cards.cards), cards | {current}
        if not count:
            return
        rows_and_cards = enumerate(self.cards.cards)
        places = {card.id: row for row, card in rows_and_cards if card.id in wanted}
        row = places.get(current, min(max(0, otherwise), count - 1))
        rows = {places[card] for card in cards if card in places} or {row}
        selection, last = QItemSelection(), len(COLUMNS) - 1
        for each in sorted(rows):
            selection.select(self.cards.index(each, 0), self.cards.index(each, last))
        flags = QItemSelectionModel.SelectionFlag
        model = self.selectionModel()
        model.setCurrentIndex(self.cards.index(row, 0), flags.NoUpdate)
        model.select(selection, flags.ClearAndSelect)
        self.scrollTo(self.cards.index(row, 0))

    def keyboardSearch(self, search: str) -> None:
        """Do nothing: looking through all rows would read every card there is."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act on what is selected, or walk."""
        name = _KEYS.get(Qt.Key(event.key()))
        if name and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.acted.emit(name)
            event.accept()
        else:
            super().keyPressEvent(event)


_KEYS = {
    Qt.Key.Key_Return: "preview",
    Qt.Key.Key_Enter: "preview",
    Qt.Key.Key_Space: "flag",
    Qt.Key.Key_F2: "edit",
    Qt.Key.Key_Delete: "delete",
}
