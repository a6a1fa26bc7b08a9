"""The student's word on the key points of a marked answer: it counts at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from studyapp.ui.announce import announce
from studyapp.ui.refusing import Saying
from studyapp.ui.self_test.points_view import in_words

if TYPE_CHECKING:
    from studyapp.services.study.turn import Marked
    from studyapp.ui.self_test.self_test_panel import SelfTestPanel


class Overruling(QObject):
    """Has the student's word on a point change mark, suggestion and grade of a panel's answer."""

    def __init__(self, panel: SelfTestPanel) -> None:
        """Overrule the answer that `panel` shows."""
        super().__init__(panel)
        self._panel = panel

    def overrule(self, point: int) -> None:
        """Take the student's word on a point, or take it back."""
        session = self._panel.session
        if session is None or self._panel.marked is None:
            return
        with Saying(self._panel.refused.emit):
            marked = session.overrule(point)
            self._panel.answering.show_overruled(marked)
            announce(self._panel, self._told(marked, point))

    def _told(self, marked: Marked, point: int) -> str:
        bar = self._panel.rating_bar
        assert marked.grade is not None
        said = in_words(marked.grade.points[point])
        if bar is None or marked.suggested is None:
            return said
        rating = bar.names[marked.suggested]
        return self.tr("{point}. Suggested: {rating}").format(point=said, rating=rating)
