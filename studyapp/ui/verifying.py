"""Checks the whole file of the course that is open, and leaves one that is not as it was built."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from studyapp.errors import KnownError
from studyapp.services import library
from studyapp.services.reading import Reader
from studyapp.ui.background import Job
from studyapp.ui.translation import sentence

if TYPE_CHECKING:
    from studyapp.ui.main_window import MainWindow


class Verifying(QObject):
    """Checks on a thread and a connection of its own: it takes too long for the window's."""

    def __init__(self, window: MainWindow) -> None:
        """Check the courses that `window` opens."""
        super().__init__(window)
        self._window = window

    def verify_open_course(self) -> None:
        """Check the course that is open, if there is one."""
        if self._window.workspace.reader:
            self.verify(self._window.workspace.reader)

    def verify(self, reader: Reader) -> None:
        """Check a course's file; the window says when it is verified."""
        path = reader.path
        job = Job(lambda: library.verify(path), self)
        job.finished.connect(self._window.course_verified)
        job.failed.connect(lambda error: self._leave_damaged(reader, error))
        job.start()

    def _leave_damaged(self, reader: Reader, error: KnownError) -> None:
        """Close a course, so that nothing that was changed in it is learned."""
        if self._window.workspace.reader is reader:
            self._window.close_course()
            self._window.notice.say(sentence(error.message))
