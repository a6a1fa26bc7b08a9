"""A question on its sheet, and below it what answers, marks and rates it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from studyapp.services.study.asking import AskedCard
from studyapp.services.study.turn import Marked
from studyapp.ui.look.theme import Theme
from studyapp.ui.self_test.answer_view import AnswerView
from studyapp.ui.self_test.check_row import CheckRow
from studyapp.ui.self_test.rating_bar import RatingBar
from studyapp.ui.self_test.sheet import Sheet
from studyapp.ui.self_test.wrapping_label import wrapping_label
from studyapp.ui.translation import sentence

if TYPE_CHECKING:
    from studyapp.ui.self_test.question_views.question_view import QuestionView


class QuestionSheet(Sheet):
    """Shows one card from its question to its rating, or a sentence where none is asked."""

    submitted = Signal()
    given_up = Signal()
    changed = Signal()
    overruled = Signal(int)
    rated = Signal(int)
    passage_requested = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        """Start with nothing on it; pictures are drawn in the colours of `theme`."""
        super().__init__(parent)
        self.theme = theme
        self.question: QuestionView | None = None
        self.answer_view: AnswerView | None = None
        self.rating_bar: RatingBar | None = None
        self.check_row: CheckRow | None = None

    def show_question(self, card: AskedCard, elsewhere: str) -> QuestionView:
        """Ask a card; `elsewhere` is the title of its course, if that is not the open one."""
        self.clear()
        if elsewhere:
            self._say(elsewhere, "muted")
        self._say(sentence(card.prompt), "title")
        # All kinds and their views take longer than the panel, and most starts ask nothing.
        from studyapp.ui.self_test.question_views.table import VIEWS

        question = VIEWS[card.kind](card, self.theme)
        question.submitted.connect(self.submitted)
        question.passage_requested.connect(self.passage_requested)
        self.add(question)
        self.question = question
        self._add_check_row(question)
        return question

    def show_marked(self, marked: Marked, bar: RatingBar, *, has_way: bool) -> None:
        """Show the right answer, and have the given one rated with `bar`.

        `has_way` says that the passage an answer rests on can be gone to.
        """
        assert self.question is not None
        self.question.show_marked(marked)
        self.question.overruled.connect(self.overruled)
        self.show_check_row(shown=False)
        answer = AnswerView(marked, self.theme, has_way=has_way)
        answer.passage_requested.connect(self.passage_requested)
        self.add(answer)
        bar.rated.connect(self.rated)
        self.add_to_foot(bar)
        self.answer_view, self.rating_bar = answer, bar

    def show_marks(self) -> None:
        """Scroll to what was found and what was not: below a long answer it is out of sight."""
        if self.question and self.question.points_view:
            self.show_from(self.question.points_view)

    def show_overruled(self, marked: Marked) -> None:
        """Show what the marked answer is worth with the student's word on its points."""
        if self.question and marked.grade:
            self.question.show_points(marked.grade.points)
        if self.answer_view and self.rating_bar:
            self.answer_view.show_verdict(marked)
            self.rating_bar.suggest(marked.suggested)

    def show_text(self, text: str) -> None:
        """Say something where no card is asked."""
        self.clear()
        self._say(text, "muted")

    def show_check_row(self, *, shown: bool = True) -> None:
        """Show what checks the answer, or hide it."""
        if self.check_row:
            self.check_row.setVisible(shown)

    def hide_field(self) -> None:
        """Leave no room to write in, where a card is only looked at."""
        from studyapp.ui.self_test.question_views.typed_view import TypedView

        if isinstance(self.question, TypedView):
            self.question.field.hide()

    def clear(self) -> None:
        """Take everything away."""
        super().clear()
        self.question = self.answer_view = self.rating_bar = self.check_row = None

    def _say(self, text: str, role: str) -> None:
        label = wrapping_label(text)
        label.setProperty("role", role)
        self.add(label)

    def _add_check_row(self, question: QuestionView) -> None:
        self.check_row = CheckRow(question)
        self.check_row.checked.connect(self.submitted)
        self.check_row.given_up.connect(self.given_up)
        question.changed.connect(self.changed)
        self.add_to_foot(self.check_row)
