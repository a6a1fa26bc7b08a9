"""The line at the bottom of the window: what is due, and whether all is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QLabel, QWidget

from studyapp.ui.announce import announce
from studyapp.ui.refusing import Saying

if TYPE_CHECKING:
    from studyapp.services.study.study_session import StudySession
    from studyapp.ui.main_window import MainWindow

_MESSAGE_MS = 6000
_MARGIN = 12


class Status(QObject):
    """Follows the open course and the student's progress, and says in passing what was done."""

    def __init__(self, window: MainWindow) -> None:
        """Say nothing yet in the status bar of `window`."""
        super().__init__(window)
        self._window = window
        # Without a line the bar would be lower, and the note would move when there is one.
        self.due = QLabel(" ", window)
        self.due.setContentsMargins(_MARGIN, 0, 0, 0)
        self._saved = QLabel(window)
        self._saved.setContentsMargins(0, 0, _MARGIN, 0)
        bar = window.statusBar()
        bar.addWidget(self.due, 1)
        bar.addPermanentWidget(self._saved)
        bar.setSizeGripEnabled(False)

    def refresh(self) -> None:
        """Say how it stands now; the marks of the topics and the days to the exam go with it."""
        window, due = self._window, ""
        with Saying(window.notice.say):
            if window.workspace.study:
                due = self._due_in(window.workspace.study)
                window.topics_panel.tree.marks.refresh()
        if window.exam_sign:
            window.exam_sign.refresh()
        self.due.setText((window.catching_up and window.catching_up.words) or due)
        kept = window.workspace.can_write
        self._saved.setText(self.tr("All saved") if kept else self.tr("Read-only: nothing is kept"))

    def take_in(self, place: int, widget: QWidget) -> None:
        """Give a widget a place at the right of the bar."""
        self._window.statusBar().insertPermanentWidget(place, widget)
        # Qt lays the bar out anew, and soon shows beneath a message what that had hidden.
        QTimer.singleShot(0, self, self._say_again)

    def _say_again(self) -> None:
        bar = self._window.statusBar()
        if said := bar.currentMessage():
            bar.clearMessage()
            bar.showMessage(said, _MESSAGE_MS)

    def confirm(self, words: str) -> None:
        """Say in passing that something was done."""
        self._window.statusBar().showMessage(words, _MESSAGE_MS)
        announce(self._window, words)

    def _due_in(self, study: StudySession) -> str:
        """Return what is asked today of the open course: by its exam's plan, if it has one."""
        counts = study.course_counts()
        words = self.tr("{due} due today · {new} new")
        if study.course_is_planned:
            words = self.tr("{due} again · {new} new, for the exam")
            if pause := study.pause():
                words = self.tr("done for today") if pause.minutes else self.tr("day off")
        return words.format(due=counts.due, new=counts.new)
