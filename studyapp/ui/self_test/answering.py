"""Has an answer marked, and shows what it is worth with the ratings that may follow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from studyapp.ui.announce import announce
from studyapp.ui.refusing import Saying
from studyapp.ui.self_test.answer_view import mark_of
from studyapp.ui.self_test.rating_bar import PracticeBar, RatingBar
from studyapp.ui.translation import translated

if TYPE_CHECKING:
    from studyapp.domain.kinds.kind import Given
    from studyapp.services.study.turn import Marked
    from studyapp.ui.self_test.self_test_panel import SelfTestPanel


class Answering(QObject):
    """Hands in what was answered in a panel, once."""

    def __init__(self, panel: SelfTestPanel) -> None:
        """Have the answers in `panel` marked."""
        super().__init__(panel)
        self._panel = panel

    def hand_in(self, given: Given | None, confidence: int | None = None) -> None:
        """Have an answer marked of which the student is so many per cent sure; None gives it up."""
        panel, session = self._panel, self._panel.session
        if session is None:
            return
        panel.stop_writing()
        if panel.card and panel.card.content.is_long:
            panel.keep_draft()
        with Saying(panel.refused.emit):
            panel.marked = session.answer(given, confidence)
            self._show(panel.marked)

    def show_overruled(self, marked: Marked) -> None:
        """Show what the marked answer is worth with the student's word on its points."""
        self._panel.marked = marked
        self._panel.sheet.show_overruled(marked)

    def _show(self, marked: Marked) -> None:
        panel, bar = self._panel, self._bar(marked)
        panel.confiding.forget()
        panel.sheet.show_marked(marked, bar, has_way=not panel.elsewhere)
        panel.setFocusProxy(bar)
        bar.setFocus()
        panel.sheet.show_marks()
        panel.foresight.wait_for_pause()
        mark = mark_of(marked)
        word = translated(mark.word) if mark else ""
        said = marked.answer or marked.explanation
        announce(panel, f"{word}. {said}" if word else said)

    def _bar(self, marked: Marked) -> RatingBar:
        if self._panel.session and self._panel.session.is_practised:
            return PracticeBar(marked.suggested)
        return RatingBar(marked.intervals, marked.suggested)
