"""What the self-test says of its queue: how much is due, and when the next card comes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from studyapp.domain.schedule.memory import DAY_MS
from studyapp.services.study.card_states import BURY, SUSPEND
from studyapp.services.study.intervals import interval_in_words
from studyapp.services.study.own_cards import OWN_CARD
from studyapp.services.study.study_session import StudySession
from studyapp.ui.translation import sentence

if TYPE_CHECKING:
    from studyapp.services.study.card_queue import DueCounts
    from studyapp.ui.self_test.self_test_panel import SelfTestPanel


class Telling(QObject):
    """Puts into words how the queue of a panel stands."""

    def __init__(self, panel: SelfTestPanel) -> None:
        """Tell of the queue of `panel`."""
        super().__init__(panel)
        self._panel = panel

    def show_counts(self) -> None:
        """Show how much is due, and whether something can be taken back."""
        session = self._panel.session
        if session is None:
            return
        self._panel.head.counts.setText(self._counts(session))
        self._panel.head.counts.setToolTip(self._order(session))
        self._panel.head.undo_button.setEnabled(session.can_undo)
        self._panel.head.show_practice(on=session.practice is not None)

    def _order(self, session: StudySession) -> str:
        """Say what comes first before an exam, which is not what is due."""
        if session.practice or not session.is_planned:
            return ""
        return self.tr(
            "What helps most until the exam by the minute. Where time is short, new cards come "
            "before those that you forgot."
        )

    def _counts(self, session: StudySession) -> str:
        if session.practice:
            return self.tr("{count} left").format(count=session.practice.left)
        pause = None if self._panel.card else session.pause()
        if pause:
            return self.tr("Done for today") if pause.minutes else self.tr("Day off")
        counts = session.due_counts()
        if session.is_planned:
            return self._planned(counts, sum(session.course_counts()))
        if self._panel.card and counts == (0, 0):
            return self.tr("Once more, a little before it is due")
        words = self.tr("{due} due · {new} new").format(due=counts.due, new=counts.new)
        if self._panel.asks_course:
            return self.tr("{counts}, in this course").format(counts=words)
        if not self._panel.asks_everything:
            return words
        return self.tr("{counts}, in all courses").format(counts=words)

    def _planned(self, counts: DueCounts, in_course: int) -> str:
        if counts == (0, 0) and self._panel.card is None and not in_course:
            return self.tr("Done for today")
        if counts == (0, 0) and in_course:
            return self.tr("Beyond the plan · {count} elsewhere").format(count=in_course)
        if counts == (0, 0):
            return self.tr("More than is planned for today")
        words = self.tr("{due} again · {new} new, for the exam")
        return words.format(due=counts.due, new=counts.new)

    def nothing_due(self, wait: int | None) -> str:
        """Say that nothing is asked now, and when something will be: in so many milliseconds."""
        return self._until(self._nothing(), wait)

    def no_more_new(self, wait: int | None) -> str:
        """Say that only new cards are left, and that so many were met today."""
        words = self.tr(
            "Nothing is due, and today’s new cards are used up: those of all courses count "
            "together."
        )
        return self._until(words, wait)

    def plan_is_elsewhere(self, count: int) -> str:
        """Say that the day's plan asks no more of the topic, but so many cards elsewhere."""
        words = self.tr(
            "Today’s plan asks no more of this topic. Cards that it asks in other topics: {count}."
        )
        return words.format(count=count)

    def _until(self, words: str, wait: int | None) -> str:
        if wait is None:
            return words
        # A day that has begun counts whole: who asks at noon about the morning after next waits 2.
        days = -(-wait // DAY_MS)
        when = sentence(interval_in_words(wait if wait < DAY_MS else days * DAY_MS))
        return f"{words}\n\n" + self.tr("The next card comes in {time}.").format(time=when)

    def _nothing(self) -> str:
        if self._panel.asks_everything:
            return self.tr("Nothing is due in any course now. Read on, or sort causes on a board.")
        if self._panel.asks_course:
            return self.tr("Nothing is due in this course now. Read on, or sort causes on a board.")
        return self.tr(
            "Nothing is due in this topic now. Read on, sort its causes on the board, "
            "or choose another topic."
        )

    def taken_back(self, what: str) -> str:
        """Say what was taken back, by the type of its entry."""
        decided = {
            SUSPEND: self.tr("The card is no longer suspended, and asked again."),
            BURY: self.tr("The card is no longer buried, and asked again."),
            OWN_CARD: self.tr("Your card is as it was before."),
        }
        return decided.get(what, self.tr("Your last answer was taken back."))
