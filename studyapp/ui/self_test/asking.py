"""What comes next in the self-test: a card, a pause, or word of when there will be one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from studyapp.domain.schedule.memory import DAY_MS
from studyapp.ui.refusing import Saying

if TYPE_CHECKING:
    from studyapp.services.study.asking import AskedCard
    from studyapp.services.study.pausing import Pause
    from studyapp.services.study.study_session import StudySession
    from studyapp.ui.self_test.self_test_panel import SelfTestPanel

# What stands where else a topic's id does: a queue across all courses, and one of the whole course.
EVERYTHING, WHOLE_COURSE = "*", "."
_MOMENT_MS = 500


class Asking(QObject):
    """Asks in a panel what its session says comes next, and waits where nothing does yet."""

    def __init__(self, panel: SelfTestPanel) -> None:
        """Ask in `panel`."""
        super().__init__(panel)
        self._panel = panel
        self._waiting = QTimer(self, singleShot=True)
        self._waiting.timeout.connect(panel.refresh)

    def ask_next(self) -> None:
        """Ask what comes next, or say why it cannot be read."""
        session = self._panel.session
        assert session is not None
        with Saying(self._panel.show_empty):
            card = session.next_card()
            if session.practice:
                self._practise(card)
                return
            pause = session.pause()
            # A day off has no new cards, so there it is said although nothing may be due.
            if pause and (card or not pause.minutes):
                self._pause(pause)
            elif card:
                self._panel.ask(card)
            else:
                self._wait()

    def ask_again(self, card: AskedCard | None) -> None:
        """Ask a card again that was taken back, or what comes next where there is none."""
        session = self._panel.session
        if card and session and session.practice:
            self._practise(card)
        elif card:
            self._panel.ask(card)
        else:
            self.ask_next()

    def wait_no_more(self) -> None:
        """Leave alone what is in sight now."""
        self._waiting.stop()

    def _practise(self, card: AskedCard | None) -> None:
        """Ask a card for practice; to be looked at it comes with its answer."""
        if card is None:
            self._panel.practising.end()
            return
        self._panel.ask(card)
        session = self._panel.session
        if session and session.practice and session.practice.is_preview:
            self._panel.sheet.hide_field()
            self._panel.give_up()

    def _pause(self, pause: Pause) -> None:
        from studyapp.ui.self_test.pause_view import PauseView

        self._panel.show_box(PauseView(pause, self._go_on))
        self._waiting.start(pause.wait_ms + _MOMENT_MS)

    def _go_on(self) -> None:
        if self._panel.session:
            self._panel.session.go_on()
            self.ask_next()

    def _wait(self) -> None:
        session = self._panel.session
        assert session is not None
        wait = session.until_next()
        self.wait_no_more()
        self._panel.show_nothing_due(wait)
        if wait is not None:
            # A timer cannot wait for longer than some days.
            self._waiting.start(min(wait + _MOMENT_MS, DAY_MS))


def take_scope(session: StudySession, topic: str) -> None:
    """Have a session ask from a topic, the whole course, or all courses."""
    if topic == EVERYTHING:
        session.scope_everything()
    elif topic == WHOLE_COURSE:
        session.scope_course()
    else:
        session.scope(topic)
