"""A quiet word when the time of a sitting is over, for those who have chosen one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from studyapp.ui.self_test.box import Box

if TYPE_CHECKING:
    from studyapp.domain.progress.sitting import Done
    from studyapp.ui.self_test.self_test_panel import SelfTestPanel


class Resting(QObject):
    """Says between two cards that the time is over, and what was done; no clock runs in sight."""

    def __init__(self, panel: SelfTestPanel) -> None:
        """Watch the sitting in `panel`."""
        super().__init__(panel)
        self._panel = panel

    def tell(self) -> bool:
        """Say that the time is over, if it is; say whether it was.

        A practice goes on to its end.
        """
        session, preferences = self._panel.session, self._panel.preferences
        if session is None or preferences is None or session.is_practised:
            return False
        if not session.sitting.is_over(preferences.sitting_minutes):
            return False
        over = self.tr("The time of this sitting is over. {done}")
        box = Box(over.format(done=self.in_words(session.sitting.done())))
        box.offer(self.tr("&Stop here"), self._stop)
        box.offer(self.tr("&Go on"), self._go_on)
        self._panel.show_box(box)
        return True

    def in_words(self, done: Done) -> str:
        """Return what was done, in one sentence."""
        words = self.tr("Answers: {answers}, right: {right}, minutes: {minutes}.")
        return words.format(answers=done.answers, right=done.right, minutes=done.minutes)

    def so_far(self) -> str:
        """Return what was done in this sitting, or "" if that is nothing."""
        done = self._panel.session.sitting.done() if self._panel.session else None
        return self.in_words(done) if done and done.answers else ""

    def _stop(self) -> None:
        session = self._panel.session
        if session:
            session.sit_down()
            box = Box(self.tr("All is kept. What is due waits for you."))
            box.offer(self.tr("&Go on"), self._panel.go_on_asking)
            self._panel.show_box(box)

    def _go_on(self) -> None:
        if self._panel.session:
            self._panel.session.sit_down()
            self._panel.go_on_asking()
