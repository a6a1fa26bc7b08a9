"""The pieces on one side of a plan: a list as high as what it holds."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QItemSelectionModel,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QWidget

from studyapp.domain.kinds.evidence import Piece
from studyapp.ui.announce import announce
from studyapp.ui.pointer.dragging import dragged_factor
from studyapp.ui.self_test.planning.carried import carried_piece, piece_mime

_PIECE = Qt.ItemDataRole.UserRole
_PADDING, _LEAST = 8, 40
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_DELETE = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_SELECT = QItemSelectionModel.SelectionFlag.ClearAndSelect
_LEAVE = QItemSelectionModel.SelectionFlag.NoUpdate


class PieceList(QListWidget):
    """Pieces that can be dragged here, reordered, reworded and taken away.

    `sent` asks for the current piece to be put on a side, `left` gives back what was taken away.
    """

    changed = Signal()
    sent = Signal(int)
    left = Signal(object)
    passage_requested = Signal(str)

    def __init__(self, name: str, piece_of: Callable[[str], Piece | None], parent: QWidget) -> None:
        """Be the list `name`; `piece_of` makes a piece of a factor that is dragged here."""
        super().__init__(parent)
        self._piece_of = piece_of
        self.setAccessibleName(name)
        self.setAccessibleDescription(
            self.tr("Alt+Up and Alt+Down move a piece, 1 and 2 put it on a side, Delete takes it")
        )
        self.setWordWrap(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for change in (self.model().rowsInserted, self.model().rowsRemoved, self.itemChanged):
            change.connect(self._has_changed)
        self._fit()

    def pieces(self) -> tuple[Piece, ...]:
        """Return what stands in the list; own words as they are worded now."""
        items = [self.item(row) for row in range(self.count())]
        return tuple(self._piece(item) for item in items if item.text().strip())

    def add(self, piece: Piece, row: int = -1) -> None:
        """Put a piece at a row, or last."""
        item = QListWidgetItem(piece.text)
        item.setData(_PIECE, piece)
        item.setToolTip(piece.text)
        if not piece.element:
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
        self.insertItem(self.count() if row < 0 else row, item)
        flags = _SELECT if self.hasFocus() else _LEAVE
        self.setCurrentItem(item, flags)

    def take_current(self) -> Piece | None:
        """Take the current piece away."""
        if self.currentRow() < 0:
            return None
        return self._piece(self.takeItem(self.currentRow()))

    def _piece(self, item: QListWidgetItem) -> Piece:
        held = item.data(_PIECE)
        return Piece(held[0], held[1], tuple(held[2])) if held[1] else Piece(item.text().strip())

    def _move_by(self, rows: int) -> None:
        row = self.currentRow() + rows
        if 0 <= row < self.count() and (piece := self.take_current()):
            self.add(piece, row)
            words = self.tr("{piece}, now {place} of {count}")
            announce(self, words.format(piece=piece.text, place=row + 1, count=self.count()))

    def _remove(self) -> None:
        piece = self.take_current()
        if piece:
            announce(self, self.tr("Taken away: {piece}").format(piece=piece.text))
            self.left.emit(piece)

    def _has_changed(self) -> None:
        self._fit()
        self.changed.emit()

    def _fit(self) -> None:
        # A row's size hint knows nothing of the width at which its words wrap.
        rows = sum(self.visualItemRect(self.item(row)).height() for row in range(self.count()))
        self.setFixedHeight(max(rows + 2 * self.frameWidth() + _PADDING, _LEAST))

    def _carried(self, mime: QMimeData) -> Piece | None:
        factor = dragged_factor(mime)
        return self._piece_of(factor) if factor else carried_piece(mime)

    def supportedDropActions(self) -> Qt.DropAction:
        """Let a piece leave for another list; of itself a list lets it only be copied."""
        return Qt.DropAction.CopyAction | Qt.DropAction.MoveAction

    def mimeData(self, items: Sequence[QListWidgetItem]) -> QMimeData:
        """Carry one piece."""
        return piece_mime(self._piece(items[0]))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take pieces of evidence, and factors from anywhere in the window."""
        if self._carried(event.mimeData()):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Take them at any place."""
        event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Put the piece where it was dropped; one from a list leaves that list."""
        piece = self._carried(event.mimeData())
        if piece is None:
            return
        row = self.indexAt(event.position().toPoint()).row()
        from_list = isinstance(event.source(), PieceList)
        event.setDropAction(Qt.DropAction.MoveAction if from_list else Qt.DropAction.CopyAction)
        event.accept()
        # The item that leaves is the one selected: another must not take its place yet.
        current = self.currentItem() if event.source() is self else None
        self.add(piece, row)
        if current:
            self.setCurrentItem(current)
        said = self.tr("Put under {side}: {piece}")
        announce(self, said.format(side=self.accessibleName(), piece=piece.text))

    def scrollTo(
        self,
        index: QModelIndex | QPersistentModelIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Stay: the whole list is always there to be seen."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show which piece the keys are about."""
        super().focusInEvent(event)
        if self.currentRow() >= 0:
            self.setCurrentItem(self.currentItem(), _SELECT)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show none while the keys are about something else."""
        super().focusOutEvent(event)
        # What is being dragged stays selected: it is what leaves the list.
        if event.reason() is not Qt.FocusReason.ActiveWindowFocusReason:
            self.clearSelection()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be as high as the rows are at this width."""
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Say what belongs here while there is nothing."""
        super().paintEvent(event)
        if self.count():
            return
        painter = QPainter(self.viewport())
        painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
        inside = self.viewport().rect().adjusted(8, 0, -8, 0)
        words = self.tr("Pick, drag or write what belongs here")
        short = self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, inside.width())
        painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter, short)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, send, remove and follow pieces by keyboard."""
        is_alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        rows = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and event.key() in _ENTER:
            event.ignore()
        elif is_alt and rows:
            self._move_by(rows)
        elif event.text() in ("1", "2"):
            self.sent.emit(int(event.text()) - 1)
        elif event.key() in _DELETE:
            self._remove()
        elif event.key() in _ENTER:
            self._follow()
        else:
            super().keyPressEvent(event)

    def _follow(self) -> None:
        passages = self._piece(self.currentItem()).passages if self.currentRow() >= 0 else ()
        if passages:
            self.passage_requested.emit(passages[0])
