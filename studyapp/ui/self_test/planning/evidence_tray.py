"""The tray: what the course has of evidence, searched as one types, to be put on a side."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from studyapp.services.study.evidence import CourseEvidence, Pickable
from studyapp.ui.announce import announce
from studyapp.ui.self_test.planning.carried import piece_mime
from studyapp.ui.translation import translated

_PICKABLE = Qt.ItemDataRole.UserRole
_ROWS = 5
_WALK = (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class EvidenceTray(QWidget):
    """Finds pieces; `picked` says which one goes on which side."""

    picked = Signal(int, object)

    def __init__(self, around: CourseEvidence, sides: Sequence[str], parent: QWidget) -> None:
        """Search `around`; a button puts what is chosen on one of the sides."""
        super().__init__(parent)
        self._around = around
        heading = QLabel(self.tr("Evidence from the course"), self)
        heading.setProperty("role", "muted")
        self.line = _SearchLine(self)
        self.line.setPlaceholderText(self.tr("Search factors, links, terms and passages"))
        self.line.setAccessibleName(self.tr("Search for evidence"))
        self.line.setClearButtonEnabled(True)
        self.list = _PickList(around, self)
        self.list.setAccessibleName(self.tr("Evidence that can be picked"))
        keys = self.tr("1: {first}, 2: {second}").format(first=sides[0], second=sides[1])
        self.list.setAccessibleDescription(keys)
        self.line.textChanged.connect(self._search)
        self.line.left_down.connect(self._into_list)
        self.list.sent.connect(self._pick)
        buttons = QHBoxLayout()
        self.buttons = [self._button(at, side) for at, side in enumerate(sides)]
        for button in self.buttons:
            buttons.addWidget(button)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(4)
        for widget in (heading, self.line, self.list):
            rows.addWidget(widget)
        rows.addLayout(buttons)
        self._show(())

    def showEvent(self, event: QShowEvent) -> None:
        """Fill the list now that its rows have their look, by which they are laid out."""
        super().showEvent(event)
        if not self.list.count():
            self._show(self._around.found(self.line.text()))

    def _button(self, at: int, side: str) -> QPushButton:
        button = QPushButton(self.tr("{key}  Put under {side}").format(key=at + 1, side=side), self)
        button.setAutoDefault(True)
        button.clicked.connect(lambda: self._pick(at))
        return button

    def _search(self, typed: str) -> None:
        found = self._around.found(typed)
        self._show(found)
        count = self.tr("{count} found").format(count=len(found))
        announce(self.line, count if found else self.tr("Nothing found"))

    def _show(self, found: Sequence[Pickable]) -> None:
        self.list.clear()
        for each in found:
            kind = translated(each.kind)
            item = QListWidgetItem(f"{kind}: {each.text}", self.list)
            item.setData(_PICKABLE, each)
            item.setToolTip(f"{each.text}\n{each.where}")
        self.list.setCurrentRow(0)
        for button in self.buttons:
            button.setEnabled(bool(found))

    def _into_list(self) -> None:
        if self.list.count():
            self.list.setFocus(Qt.FocusReason.TabFocusReason)

    def _pick(self, side: int) -> None:
        chosen = self.list.chosen()
        if chosen:
            self.picked.emit(side, self._around.piece(chosen))


class _SearchLine(QLineEdit):
    """A line from which Down and Enter lead into the list."""

    left_down = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on to what was found; Ctrl+Enter is the plan's."""
        is_held = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() in _WALK and not is_held:
            self.left_down.emit()
        else:
            super().keyPressEvent(event)


class _PickList(QListWidget):
    """What was found; a digit sends the current row to a side, and rows can be dragged."""

    sent = Signal(int)

    def __init__(self, around: CourseEvidence, parent: QWidget) -> None:
        """Make pieces by `around`."""
        super().__init__(parent)
        self._around = around
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setDefaultDropAction(Qt.DropAction.CopyAction)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedHeight(_ROWS * (self.fontMetrics().lineSpacing() + 8) + 8)

    def chosen(self) -> Pickable | None:
        """Return what the current row is."""
        item = self.currentItem()
        held = item.data(_PICKABLE) if item else None
        return Pickable(*held) if held else None

    def mimeData(self, items: Sequence[QListWidgetItem]) -> QMimeData:
        """Carry one piece."""
        return piece_mime(self._around.piece(Pickable(*items[0].data(_PICKABLE))))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Send by digit."""
        if event.text() in ("1", "2"):
            self.sent.emit(int(event.text()) - 1)
        else:
            super().keyPressEvent(event)
