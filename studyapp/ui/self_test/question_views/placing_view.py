"""Things to be put where they belong: a row for each, with a box to choose its place from."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from studyapp.domain.kinds.kind import Given
from studyapp.domain.kinds.placing import Placed, Placing, item_in_words
from studyapp.services.study.asking import AskedCard
from studyapp.services.study.turn import Marked
from studyapp.ui.look.marks import NOT_GIVEN, NOT_SO, RIGHT, marked_label
from studyapp.ui.look.theme import Theme
from studyapp.ui.self_test.question_views.question_view import QuestionView, take_no_more
from studyapp.ui.self_test.wrapping_label import wrapping_label

_LETTERS = 12
_BETWEEN = 12


class PlacingView(QuestionView):
    """The thing above, its place below: Tab goes from box to box, and letters choose in them."""

    content: Placing

    def __init__(self, card: AskedCard, theme: Theme, parent: QWidget | None = None) -> None:
        """Show the things in their order, with every place to choose for each."""
        super().__init__(card, theme, parent)
        self.boxes: list[QComboBox] = []
        self._rows_of_items: list[QVBoxLayout] = []
        self.rows.setSpacing(_BETWEEN)
        for item in self.content.items:
            label = wrapping_label(item.text, self)
            box = self._box(item.text)
            label.setBuddy(box)
            row = QVBoxLayout()
            row.setSpacing(4)
            row.addWidget(label)
            row.addWidget(box)
            self.rows.addLayout(row)
            self.boxes.append(box)
            self._rows_of_items.append(row)
        begun = card.begun.chosen if isinstance(card.begun, Placed) else ()
        for box, at in zip(self.boxes, begun, strict=False):
            box.setCurrentIndex(0 if at is None else at + 1)
        for box in self.boxes:
            box.currentIndexChanged.connect(self.changed)
        if self.boxes:
            self.setFocusProxy(self.boxes[0])

    def _box(self, name: str) -> QComboBox:
        box = QComboBox(self)
        box.addItem(self.tr("Choose …"))
        box.addItems(list(self.content.places))
        box.setAccessibleName(name)
        box.setMinimumHeight(32)
        # As wide as the column, not as its longest entry.
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(_LETTERS)
        return box

    def given(self) -> Given | None:
        """Return the places chosen so far, once one is."""
        chosen = tuple(box.currentIndex() - 1 if box.currentIndex() else None for box in self.boxes)
        return Placed(chosen) if any(at is not None for at in chosen) else None

    def show_marked(self, marked: Marked) -> None:
        """Mark each thing below its place; where that is wrong, say which is right."""
        self.is_marked = True
        points = marked.grade.points if marked.grade else ()
        for box in self.boxes:
            take_no_more(box)
        rows = zip(self._rows_of_items, self.boxes, self.content.items, points, strict=False)
        for row, box, item, point in rows:
            missed = NOT_SO if box.currentIndex() else NOT_GIVEN
            mark, told = (RIGHT, "") if point.found else (missed, item_in_words(item))
            row.addWidget(marked_label(mark, told, self.theme, self))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand in on Enter: the boxes leave that key alone."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and not self.is_marked:
            self.submitted.emit()
        else:
            super().keyPressEvent(event)
