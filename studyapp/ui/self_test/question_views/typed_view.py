"""A field to type an answer in."""

from __future__ import annotations

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget

from studyapp.domain.kinds.kind import Given
from studyapp.domain.kinds.typed import TypedAnswer
from studyapp.services.study.asking import AskedCard
from studyapp.services.study.turn import Marked
from studyapp.ui.look.theme import Theme
from studyapp.ui.self_test.question_views.answer_field import AnswerField
from studyapp.ui.self_test.question_views.question_view import QuestionView


class TypedView(QuestionView):
    """A field to type in: Enter hands the answer in, Shift+Enter begins a new line."""

    def __init__(self, card: AskedCard, theme: Theme, parent: QWidget | None = None) -> None:
        """Show a field with what was written already."""
        super().__init__(card, theme, parent)
        self.field = AnswerField(self)
        begun = card.begun
        self.field.setPlainText(begun.text if isinstance(begun, TypedAnswer) else "")
        self.field.moveCursor(QTextCursor.MoveOperation.End)
        self.field.submitted.connect(self.submitted)
        self.field.textChanged.connect(self.changed)
        self.rows.addWidget(self.field)
        self.setFocusProxy(self.field)

    def given(self) -> Given | None:
        """Return what was typed."""
        typed = self.field.toPlainText().strip()
        return TypedAnswer(typed) if typed else None

    def show_marked(self, marked: Marked) -> None:
        """List the key points that were found and those that were not; underline what said them."""
        self.field.setReadOnly(True)
        points = marked.grade.points if marked.grade else ()
        self.field.underline(points)
        self.add_points(points, sure=marked.sure, places=marked.places)
