"""Steps to be put in order, by the mouse or by Alt with an arrow."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QWidget

from studyapp.domain.kinds.kind import Given
from studyapp.domain.kinds.ordering import Ordered, Ordering
from studyapp.services.study.asking import AskedCard
from studyapp.services.study.turn import Marked
from studyapp.ui.announce import announce
from studyapp.ui.look.marks import RIGHT, WRONG, marked_label
from studyapp.ui.look.theme import Theme
from studyapp.ui.self_test.question_views.question_view import QuestionView, take_no_more
from studyapp.ui.self_test.wrapping_label import wrapping_label

_STEP = Qt.ItemDataRole.UserRole
_SPACING, _PADDING = 3, 8
# What a row takes of the width beside its words, and between which heights it is.
_BESIDE, _LOWEST, _HIGHEST = 24, 32, 1000


class OrderingView(QuestionView):
    """A list that is put in order, and may be handed in as it was shown."""

    content: Ordering

    def __init__(self, card: AskedCard, theme: Theme, parent: QWidget | None = None) -> None:
        """Show the steps as they are shuffled, or as they were put before."""
        super().__init__(card, theme, parent)
        how = wrapping_label(self.tr("Drag the steps, or move one with Alt+Up and Alt+Down"), self)
        how.setProperty("role", "muted")
        self.list = StepList(self)
        begun = card.begun.order if isinstance(card.begun, Ordered) else ()
        self._was_moved = bool(begun)
        for step in begun or self.content.shown:
            item = QListWidgetItem(self.content.steps[step], self.list)
            item.setData(_STEP, step)
        self.list.setCurrentRow(0)
        self.list.moved.connect(self._moved)
        self.list.submitted.connect(self._submit)
        self.rows.addWidget(how)
        self.rows.addWidget(self.list)
        self.setFocusProxy(self.list)

    @property
    def how_to_submit(self) -> str:
        """What the button says that hands the order in."""
        return self.tr("Check the order (Enter, once you have moved a step)")

    def given(self) -> Given | None:
        """Return the order in which the steps stand."""
        order = (self.list.item(row).data(_STEP) for row in range(self.list.count()))
        return Ordered(tuple(order))

    @property
    def has_begun(self) -> bool:
        """Say whether a step was moved, now or before."""
        return self._was_moved

    def show_marked(self, marked: Marked) -> None:
        """Say of each step, in the right order, whether it stood rightly."""
        take_no_more(self.list)
        self.list.setDragEnabled(False)
        steps = self.content.steps
        for at, point in enumerate(marked.grade.points if marked.grade else ()):
            words = self.tr("“{step}” comes after “{other}”")
            if at == 0:
                words = self.tr("“{step}” comes first")
            told = words.format(step=steps[at], other=steps[max(0, at - 1)])
            mark = RIGHT if point.found else WRONG
            self.rows.addWidget(
                marked_label(mark, steps[at] if point.found else told, self.theme, self)
            )

    def _submit(self) -> None:
        # The Enter that rated the card before must not hand in what nobody has looked at.
        if self._was_moved:
            self.submitted.emit()

    def _moved(self) -> None:
        self._was_moved = True
        self.changed.emit()


class StepList(QListWidget):
    """A list as high as what it holds, whose rows can be moved."""

    moved = Signal()
    submitted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Take rows that are dragged within the list."""
        super().__init__(parent)
        self.setAccessibleName(self.tr("Steps in your order"))
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setWordWrap(True)
        self.setSpacing(_SPACING)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.model().rowsMoved.connect(self._after_drag)

    def move_by(self, rows: int) -> None:
        """Move the current row up or down, if there is room for it, and say where it stands."""
        row = self.currentRow()
        if not 0 <= row + rows < self.count():
            return
        item = self.takeItem(row)
        self.insertItem(row + rows, item)
        self.setCurrentRow(row + rows)
        self._say()
        self.moved.emit()

    def _after_drag(self) -> None:
        self._say()
        self.moved.emit()

    def _height_of(self, text: str) -> int:
        """Return the height that a step needs; Qt forgets the spacing and leaves words out."""
        room = QRect(0, 0, self.viewport().width() - _BESIDE, _HIGHEST)
        held = self.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, text)
        return max(_LOWEST, held.height() + _PADDING)

    def _say(self) -> None:
        item = self.currentItem()
        words = self.tr("{step}, now {place} of {count}")
        where = words.format(step=item.text(), place=self.row(item) + 1, count=self.count())
        announce(self, where)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be as high as the rows are at this width."""
        super().resizeEvent(event)
        height = 0
        for row in range(self.count()):
            item = self.item(row)
            item.setSizeHint(QSize(0, self._height_of(item.text())))
            height += item.sizeHint().height() + 2 * _SPACING
        self.setFixedHeight(height + 2 * self.frameWidth() + _PADDING)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move by Alt with an arrow; hand in on Enter."""
        is_alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        rows = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if is_alt and rows:
            self.move_by(rows)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.submitted.emit()
        else:
            super().keyPressEvent(event)
