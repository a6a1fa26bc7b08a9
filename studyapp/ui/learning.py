"""What reading leads to: cards and boards of a passage, cards of one's own, a note read through."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from studyapp.domain.pages import Leads
from studyapp.ui.note.reading_through import ReadingThrough
from studyapp.ui.refusing import Saying

if TYPE_CHECKING:
    from studyapp.domain.anchoring import Anchor
    from studyapp.ui.main_window import MainWindow


class Learning(QObject):
    """Joins the note to what the student has learned and makes to be asked."""

    def __init__(self, window: MainWindow) -> None:
        """Listen to the note of `window`."""
        super().__init__(window)
        self._window = window
        note = window.note_panel
        note.leads = self._leads
        note.card_requested.connect(self._keep_card)
        self._reading = ReadingThrough(note.view)
        self._reading.finished.connect(self._note_was_read)

    def begin(self) -> None:
        """Watch anew whether the note on show is read to its end."""
        self._reading.begin()

    def _leads(self, passage: str) -> Leads:
        study = self._window.workspace.study
        with Saying(self._window.notice.say):
            return study.leads(passage) if study else Leads()
        return Leads()

    def _keep_card(self, anchor: Anchor, prompt: str, answer: str) -> None:
        window, study = self._window, self._window.workspace.study
        if study is None:
            return
        with Saying(lambda why: window.notice.say(f"{why} “{prompt}” {answer}".strip())):
            study.own.make(window.topic, anchor, prompt, answer)
            window.study_panels.refresh()
            window.show_status()
            window.confirm(self.tr("The self-test asks your card from now on."))

    def _note_was_read(self) -> None:
        window, overview = self._window, self._window.workspace.overview
        with Saying(window.notice.say):
            if overview:
                overview.has_read(window.topic)
                window.topics_panel.tree.marks.refresh()
