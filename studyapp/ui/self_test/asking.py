"""What comes next in the self-test: a card, a pause, or word of when there will be one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from studyapp.ui.refusing import Saying

if TYPE_CHECKING:
    from studyapp.services.study.asking import AskedCard
    from studyapp.services.study.pausing import Pause
    from studyapp.services.study.study_session import StudySession
    from studyapp.ui.self_test.self_test_panel import SelfTestPanel

# What stands where else a topic's id does: a queue across all courses, and one of the whole course.
EVERYTHING, WHOLE_COURSE = "*", "."
_MOMENT_MS = 500
# A timer does not count the time that a computer sleeps, so the clock is looked at meanwhile.
_LOOK_MS = 30_000


class Asking(QObject):
    """Asks in a panel what its session says comes next, and waits where nothing does yet."""

    def __init__(self, panel: SelfTestPanel) -> None:
        """Ask in `panel`."""
        super().__init__(panel)
        self._panel = panel
        self._waiting = QTimer(self, singleShot=True)
        self._waiting.timeout.connect(self._look)
        self._until_ms = 0
        # Who goes on in a topic beyond the day's plan is told once that it is.
        self._goes_beyond = ""

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
            elif elsewhere := self._planned_elsewhere(session):
                self._offer_plan(elsewhere, more_here=card is not None)
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
        self._wait_for(pause.wait_ms)

    def _go_on(self) -> None:
        if self._panel.session:
            with Saying(self._panel.refused.emit):
                self._panel.session.go_on()
            self._ask_on()

    def _ask_on(self) -> None:
        self._panel.answered.emit()
        self.ask_next()

    def _planned_elsewhere(self, session: StudySession) -> int:
        """Return how many planned cards are in other topics, if that is to be said now."""
        elsewhere = session.planned_elsewhere
        if not elsewhere:
            self._goes_beyond = ""
        return 0 if self._goes_beyond == self._panel.topic else elsewhere

    def _offer_plan(self, count: int, *, more_here: bool) -> None:
        from studyapp.ui.self_test.box import Box

        box = Box(self._panel.telling.plan_is_elsewhere(count))
        box.offer(self.tr("Go on with today’s &plan"), self._ask_course)
        if more_here:
            box.offer(self.tr("Go on &here, beyond the plan"), self._go_beyond)
        self._panel.show_box(box)

    def _ask_course(self) -> None:
        self._panel.ask_course()
        self._panel.course_asked.emit()

    def _go_beyond(self) -> None:
        self._goes_beyond = self._panel.topic
        self.ask_next()

    def _wait(self) -> None:
        session = self._panel.session
        assert session is not None
        wait = session.until_next()
        self.wait_no_more()
        if session.holds_new_back:
            self._offer_new(wait)
        else:
            self._panel.show_nothing_due(wait)
        if wait is not None:
            self._wait_for(wait)

    def _wait_for(self, wait_ms: int) -> None:
        session = self._panel.session
        assert session is not None
        self._until_ms = session.now_ms + wait_ms + _MOMENT_MS
        self._look()

    def _look(self) -> None:
        """Ask anew when the time has come, by the clock."""
        session = self._panel.session
        left = self._until_ms - session.now_ms if session else 0
        if left > 0:
            self._waiting.start(min(left, _LOOK_MS))
        else:
            self._panel.refresh()

    def _offer_new(self, wait: int | None) -> None:
        from studyapp.ui.self_test.box import Box

        telling, so_far = self._panel.telling, self._panel.resting.so_far()
        box = Box("\n\n".join(filter(None, (so_far, telling.no_more_new(wait)))))
        box.offer(self.tr("&Go on with new cards"), self._meet_more)
        self._panel.show_box(box)

    def _meet_more(self) -> None:
        if self._panel.session:
            with Saying(self._panel.refused.emit):
                self._panel.session.meet_more()
            self._ask_on()


def take_scope(session: StudySession, topic: str) -> None:
    """Have a session ask from a topic, the whole course, or all courses."""
    if topic == EVERYTHING:
        session.scope_everything()
    elif topic == WHOLE_COURSE:
        session.scope_course()
    else:
        session.scope(topic)
