"""The view of the outline: moves factors by keys, by cut and paste, and by menu."""

from PySide6.QtCore import QItemSelectionModel, QPoint, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QFontMetrics,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
)
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTreeView, QWidget

from studyapp.domain.boards.board import Move
from studyapp.ui.board.model import BoardModel
from studyapp.ui.board.moving import move_by_key, move_menu
from studyapp.ui.board.outline import Index, OutlineModel
from studyapp.ui.board.outline_dropping import OutlineDropping
from studyapp.ui.board.wording import tr
from studyapp.ui.look.theme import Theme
from studyapp.ui.look.tokens import THEME_BAR

# The bar, its distance from the words, and the padding of a row.
_BESIDE_TEXT = THEME_BAR + 24


def _native(key: QKeySequence.StandardKey) -> str:
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


class WrappingRows(QStyledItemDelegate):
    """Rows as high as their words need: a tree wraps words, but asks for one line's height."""

    def __init__(self, view: QTreeView) -> None:
        """Make rows for a view of one column."""
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the size of a row at the view's width."""
        size = super().sizeHint(option, index)
        depth, above = 1, index.parent()
        while above.isValid():
            depth, above = depth + 1, above.parent()
        width = self._view.viewport().width() - depth * self._view.indentation() - _BESIDE_TEXT
        text = index.data(Qt.ItemDataRole.DisplayRole)
        flags = Qt.TextFlag.TextWordWrap
        area = QFontMetrics(self._view.font()).boundingRect(0, 0, width, 10_000, flags, text)
        return QSize(size.width(), max(size.height(), area.height() + 12))


class OutlineView(QTreeView):
    """A tree that does all the board does. What is cut stays in place until it is pasted.

    `factor_dropped` carries a factor that was dragged here and is not on the board.
    """

    factor_dropped = Signal(str)

    def __init__(self, model: BoardModel, theme: Theme, parent: QWidget | None = None) -> None:
        """Show `model`."""
        super().__init__(parent)
        self._model = model
        self.outline = OutlineModel(model, theme, self)
        self._cut = ""
        self._dropping = OutlineDropping(self, model)
        self.setModel(self.outline)
        self.setAcceptDrops(True)
        self.setHeaderHidden(True)
        self.setIndentation(16)
        self.setIconSize(QSize(THEME_BAR, 18))
        self.setWordWrap(True)
        self.setItemDelegate(WrappingRows(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Outline of the board"))
        self.setAccessibleDescription(
            self.tr(
                "Ctrl+Left and Ctrl+Right move a factor to the zones, Ctrl+Down to the tray, "
                "Alt+Up and Alt+Down within its zone."
            )
        )
        self.outline.modelReset.connect(self._open_groups)
        model.factor_moved.connect(self._follow)
        model.factors_moved.connect(self._follow_all)
        self._open_groups()

    @property
    def current(self) -> str:
        """Return the factor of the current row, or "" on a group."""
        return self.outline.factor_at(self.currentIndex())

    def select(self, factor: str) -> None:
        """Make a factor's row the current one."""
        index = self.outline.index_of(factor)
        self.selectionModel().setCurrentIndex(
            index, QItemSelectionModel.SelectionFlag.ClearAndSelect
        )
        self.scrollTo(index)

    def _open_groups(self) -> None:
        self._cut = ""
        self.expandAll()
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self.outline.index(0, 0))

    def _follow(self, step: Move) -> None:
        self.expandAll()
        if step.factor == self._cut:
            self._cut = ""
        if step.factor == self.current:
            self.scrollTo(self.currentIndex())

    def _follow_all(self, steps: tuple[Move, ...]) -> None:
        for step in steps:
            self._follow(step)

    def _paste(self) -> None:
        """Put what was cut before the current row, or at the end of the current group."""
        here = self.currentIndex()
        zone = self.outline.zone_at(here)
        if not self._cut or zone is None or self._cut == self.current:
            return
        moved = self._cut
        at = None
        if self.current:
            others = [name for name in self._model.factors_in(zone) if name != moved]
            at = others.index(self.current) if self.current in others else None
        self._model.move(moved, zone, at)
        self.select(moved)

    def _show_menu(self, at: QPoint) -> None:
        factor = self.current
        if not factor:
            return
        menu = move_menu(self._model, factor, self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addSeparator()
        cut = menu.addAction(tr("Cut") + "\t" + _native(QKeySequence.StandardKey.Cut))
        cut.triggered.connect(self._cut_current)
        paste = menu.addAction(tr("Paste before") + "\t" + _native(QKeySequence.StandardKey.Paste))
        paste.setEnabled(bool(self._cut))
        paste.triggered.connect(self._paste)
        menu.popup(self.viewport().mapToGlobal(at))

    def _cut_current(self) -> None:
        self._cut = self.current

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the current factor, or walk the rows."""
        factor = self.current
        if factor and event.matches(QKeySequence.StandardKey.Cut):
            self._cut_current()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self._paste()
        elif not (factor and move_by_key(self._model, factor, event)):
            super().keyPressEvent(event)
            return
        event.accept()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Say where the current factor can go."""
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        row = self.visualRect(self.currentIndex())
        self._show_menu(row.center() if by_key else event.pos())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take what can be put into a zone."""
        self._dropping.enter(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show where it would go."""
        self._dropping.move(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Put it there."""
        self._dropping.drop(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the rows anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
