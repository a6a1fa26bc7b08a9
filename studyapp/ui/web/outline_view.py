"""The view of the web's outline: places cards and draws links by keys and by menu."""

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QPoint, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QHideEvent,
    QKeyEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QTreeView, QWidget

from studyapp.ui.board.outline_view import WrappingRows
from studyapp.ui.look.theme import Theme
from studyapp.ui.web.keys import end_of, is_ours, is_place_key, moving, pressed_in_both
from studyapp.ui.web.model import WebModel
from studyapp.ui.web.outline import WebOutline


class WebOutlineView(QTreeView):
    """Does all that the canvas does; `place_wanted` asks for the current card to be laid down."""

    place_wanted = Signal()
    move_wanted = Signal(object)
    menu_wanted = Signal(QPoint)
    # The events of something that is dragged here; who takes it accepts them.
    carried_in = Signal(object)
    let_go = Signal(object)

    def __init__(self, model: WebModel, theme: Theme, parent: QWidget | None = None) -> None:
        """Show `model`."""
        super().__init__(parent)
        self._model = model
        # Whether a row becomes the current one because its card was chosen elsewhere.
        self._follows, self._takes = True, False
        self.outline = WebOutline(model, theme, self)
        self.setModel(self.outline)
        self.setAcceptDrops(True)
        self.setHeaderHidden(True)
        self.setSelectionMode(QTreeView.SelectionMode.ExtendedSelection)
        self.setIndentation(16)
        self.setWordWrap(True)
        self.setItemDelegate(WrappingRows(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Outline of the web"))
        self.setAccessibleDescription(
            self.tr("Ctrl+Right puts a card on the web; Ctrl+X begins a link, Ctrl+V draws it.")
        )
        self.outline.modelReset.connect(self._open_groups)
        model.chosen_changed.connect(self._show_chosen)

    def _open_groups(self) -> None:
        self.expandAll()
        self._show_chosen()

    def _show_chosen(self) -> None:
        """Make the row of what is chosen the current one."""
        if self._takes or (not self.isVisible() and not self.outline.rowCount()):
            return
        index = self.outline.index_of(self._model.current, self._model.link)
        if not index.isValid():
            index = self.outline.index(0, 0)
        self._follows = True
        select = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, select.ClearAndSelect)
        for name in self._model.selected - {self._model.current}:
            self.selectionModel().select(self.outline.index_of(name), select.Select)
        self._follows = False
        self.scrollTo(index)

    def _take_chosen(self) -> None:
        """Choose what the current row is, or the cards of all rows that are selected."""
        node = self.outline.node(self.currentIndex())
        rows = [self.outline.node(index) for index in self.selectedIndexes()]
        cards = [row.card for row in rows if row and row.card]
        self._takes = True
        try:
            if len(cards) > 1:
                self._model.choose(node.card if node and node.card else cards[-1], cards)
            elif node and node.link:
                self._model.choose_link(node.link)
            elif node:
                self._model.choose(node.card)
        finally:
            self._takes = False

    def currentChanged(self, current: object, previous: object) -> None:
        """Choose what the person walks to."""
        super().currentChanged(current, previous)  # type: ignore[arg-type]
        if not self._follows:
            self._take_chosen()

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Choose together what is selected together."""
        super().selectionChanged(selected, deselected)
        if not self._follows:
            self._take_chosen()

    def event(self, event: QEvent) -> bool:
        """Keep keys that move something here from the window's shortcuts."""
        if is_ours(self._model, event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Place cards and draw links, or walk the rows."""
        if is_place_key(event) and self._model.current in self._model.tray:
            self.place_wanted.emit()
        elif card := end_of(self._model, event):
            self._model.choose(card)
        elif by := moving(event):
            self.move_wanted.emit(by)
        elif not pressed_in_both(self._model, event):
            super().keyPressEvent(event)
            return
        event.accept()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the current row."""
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        row = self.visualRect(self.currentIndex())
        self.menu_wanted.emit(row.center() if by_key else event.pos())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Ask whether it can be laid on the web."""
        self.carried_in.emit(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Take it wherever it is: a row is no place on the web."""
        event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Have it laid on the web."""
        self.let_go.emit(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Show the web as it is now."""
        self.outline.wake()
        self._show_chosen()
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Leave the web alone while out of sight."""
        self.outline.sleep()
        super().hideEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the rows anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
