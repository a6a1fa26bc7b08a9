"""True or false, and a field for why."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget

from studyapp.domain.kinds.kind import Given
from studyapp.domain.kinds.truth import FALSE, TRUE, Truth, TruthAnswer
from studyapp.services.study.asking import AskedCard
from studyapp.services.study.turn import Marked
from studyapp.ui.look.marks import RIGHT, THE_RIGHT_ONE, WRONG, marked_label
from studyapp.ui.look.theme import Theme
from studyapp.ui.self_test.question_views.answer_field import AnswerField
from studyapp.ui.self_test.question_views.question_view import QuestionView, take_no_more
from studyapp.ui.translation import translated


class TruthView(QuestionView):
    """Two buttons, chosen by digit too, then the reason: Enter goes on to it, then hands in."""

    content: Truth

    def __init__(self, card: AskedCard, theme: Theme, parent: QWidget | None = None) -> None:
        """Ask for the verdict and the reason."""
        super().__init__(card, theme, parent)
        group = QButtonGroup(self)
        self.buttons: dict[bool, QRadioButton] = {}
        for number, (says, word) in enumerate({True: TRUE, False: FALSE}.items(), 1):
            button = QRadioButton(f"{number}  {translated(word)}", self)
            button.setAccessibleName(translated(word))
            button.setMinimumHeight(32)
            group.addButton(button)
            self.rows.addWidget(button)
            self.buttons[says] = button
        self.field = AnswerField(self)
        self.field.setAccessibleName(self.tr("Why?"))
        self.field.setPlaceholderText(self.tr("Why? Type your reason"))
        self.field.submitted.connect(self.submitted)
        self.rows.addWidget(self.field)
        if isinstance(card.begun, TruthAnswer):
            self.buttons[card.begun.says].setChecked(True)
            self.field.setPlainText(card.begun.reason)
            self.field.moveCursor(QTextCursor.MoveOperation.End)
        group.buttonToggled.connect(self.changed)
        self.field.textChanged.connect(self.changed)
        self.setFocusProxy(self.buttons[True])

    def given(self) -> Given | None:
        """Return the verdict, once there is one, with the reason."""
        chosen = [says for says, button in self.buttons.items() if button.isChecked()]
        return TruthAnswer(chosen[0], self.field.toPlainText().strip()) if chosen else None

    def show_marked(self, marked: Marked) -> None:
        """Mark the verdict at its button, and the points of the reason below the field."""
        self.is_marked = True
        self.field.setReadOnly(True)
        for says, button in self.buttons.items():
            take_no_more(button)
            is_right = says is self.content.true
            if is_right or button.isChecked():
                chosen = RIGHT if button.isChecked() else THE_RIGHT_ONE
                mark = chosen if is_right else WRONG
                at = self.rows.indexOf(button) + 1
                self.rows.insertWidget(at, marked_label(mark, "", self.theme, self))
        points = marked.grade.points if marked.grade else ()
        self.field.underline(points[1:])
        # The first is the verdict, which stands at its button.
        self.add_points(points, first=1, sure=marked.sure, settled=marked.sure)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose by digit; Enter goes on to the reason, or hands in where there is one."""
        chosen = {"1": self.buttons[True], "2": self.buttons[False]}.get(event.text())
        if self.is_marked:
            super().keyPressEvent(event)
        elif chosen:
            chosen.setFocus(Qt.FocusReason.ShortcutFocusReason)
            chosen.click()
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif self.field.toPlainText().strip():
            self.submitted.emit()
        else:
            self.field.setFocus(Qt.FocusReason.TabFocusReason)
