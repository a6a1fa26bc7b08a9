"""Two sheets in one place: the one in sight, and one for the question that likely comes next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from studyapp.services.study.asking import AskedCard
from studyapp.ui.look.theme import Theme
from studyapp.ui.self_test.question_sheet import QuestionSheet

if TYPE_CHECKING:
    from studyapp.ui.self_test.question_views.question_view import QuestionView


class Sheets(QStackedWidget):
    """Shows a question at once that was made ready out of sight, and any other one as it is."""

    submitted = Signal()
    given_up = Signal()
    changed = Signal()
    overruled = Signal(int)
    rated = Signal(int)
    passage_requested = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        """Start with one empty sheet."""
        super().__init__(parent)
        self._theme = theme
        # What is laid out, and the title of its course where that is told.
        self._ready: tuple[AskedCard, str] | None = None
        self.front = self._new_sheet()
        self._back: QuestionSheet | None = None
        theme.changed.connect(self.forget)

    def _new_sheet(self) -> QuestionSheet:
        sheet = QuestionSheet(self._theme, self)
        sheet.submitted.connect(self.submitted)
        sheet.given_up.connect(self.given_up)
        sheet.changed.connect(self.changed)
        sheet.overruled.connect(self.overruled)
        sheet.rated.connect(self.rated)
        sheet.passage_requested.connect(self.passage_requested)
        self.addWidget(sheet)
        return sheet

    def show_question(self, card: AskedCard, elsewhere: str) -> QuestionView:
        """Ask a card; `elsewhere` is the title of its course, if that is not the open one."""
        back, is_ready = self._back, (card, elsewhere) == self._ready
        self._ready = None
        if back is None or back.question is None or not is_ready:
            return self.front.show_question(card, elsewhere)
        self.front, self._back = back, self.front
        self._back.blockSignals(True)
        self.front.blockSignals(False)
        self.setCurrentWidget(back)
        return back.question

    def make_ready(self, card: AskedCard, elsewhere: str) -> None:
        """Lay out what is likely asked next, out of sight."""
        if (card, elsewhere) == self._ready:
            return
        self._back = self._back or self._new_sheet()
        self._back.blockSignals(True)
        self._back.resize(self.size())
        self._back.show_question(card, elsewhere)
        # Whoever takes a picture of what is hidden has it styled and laid out as if it were not.
        self._back.grab(QRect(0, 0, 1, 1))
        self._ready = card, elsewhere

    def forget(self) -> None:
        """Take everything away that is out of sight."""
        self._ready = None
        if self._back:
            self._back.clear()
