"""While the student reads and thinks, what comes next is made ready."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from studyapp.errors import KnownError

if TYPE_CHECKING:
    from studyapp.services.study.study_session import StudySession
    from studyapp.ui.self_test.self_test_panel import SelfTestPanel

# Long enough for what was just shown to be painted, and for the next key of who types fast.
_PAUSE_MS = 60


class Foresight(QObject):
    """Reads ahead for a panel in each pause; nothing is shown that is not asked for."""

    def __init__(self, panel: SelfTestPanel) -> None:
        """Read ahead for `panel`."""
        super().__init__(panel)
        self._panel = panel
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self.read_ahead)

    def wait_for_pause(self) -> None:
        """Read ahead when nothing was done for a moment."""
        self._pause.start()

    def stop(self) -> None:
        """Read nothing ahead in the pause that has begun."""
        self._pause.stop()

    @property
    def is_waiting(self) -> bool:
        """Say whether there is something to read ahead in the next pause."""
        return self._pause.isActive()

    def read_ahead(self) -> None:
        """Make ready what the next key needs."""
        self._pause.stop()
        session = self._panel.session
        if session is None or self._panel.card is None or not self._panel.isVisible():
            return
        # What cannot be read is said when it is asked for.
        with suppress(KnownError):
            if self._panel.marked:
                self._foresee_question(session)
            else:
                self._foresee_answer(session)

    def _foresee_answer(self, session: StudySession) -> None:
        self._panel.sheets.forget()
        session.read_ahead()
        given = self._panel.question.given() if self._panel.question else None
        if given is not None:
            session.mark_ahead(given)

    def _foresee_question(self, session: StudySession) -> None:
        asked = session.read_ahead()
        if asked:
            self._panel.sheets.make_ready(asked, session.decks.elsewhere(asked.card))
