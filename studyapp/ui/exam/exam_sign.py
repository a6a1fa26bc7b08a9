"""Says in the status bar when the exam is, and opens the plan to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QToolButton

from studyapp.ui.background import Job
from studyapp.ui.refusing import Saying
from studyapp.ui.translation import sentence

if TYPE_CHECKING:
    from datetime import date

    from studyapp.domain.schedule.plan import Plan
    from studyapp.errors import KnownError
    from studyapp.services.study.exam_queue import ExamQueue
    from studyapp.ui.main_window import MainWindow


# Behind what is due, before whether all is saved.
_PLACE = 1
# So long it is said that an exam was, and another can be planned from there.
_REMEMBERED_DAYS = 7


class ExamSign(QObject):
    """A button in the status bar of a window, there while an exam is ahead or was a few days ago.

    It also has the day planned on a thread where the course is large.
    """

    def __init__(self, window: MainWindow) -> None:
        """Show nothing yet."""
        super().__init__(window)
        self._window = window
        self._is_planning = False
        self.button = QToolButton(window)
        self.button.setProperty("flat", True)
        # No higher than the words beside it, or the note would move when it comes.
        self.button.setStyleSheet("padding: 0 7px; border-width: 1px; min-height: 0")
        self.button.setToolTip(self.tr("Plan to the exam"))
        self.button.clicked.connect(self.plan)
        self.button.hide()
        self._has_place = False

    def refresh(self) -> None:
        """Say how far the exam of the open course is ahead, or that it is over."""
        study = self._window.workspace.study
        plan = self._window.workspace.plan
        exam = plan.exam(study.course) if study else None
        days = (exam - study.exam.today(plan)).days if study and exam else None
        words = "" if days is None else self._in_words(days)
        if words and not self._has_place:
            self._take_place()
        self.button.setText(words)
        self.button.setToolTip(self._hint(days or 0))
        self.button.setVisible(bool(words))
        if study and exam:
            self._plan_beside(study.exam)

    def _take_place(self) -> None:
        # A status bar has room for what it hides as well, and most courses have no exam ahead.
        self._window.status.take_in(_PLACE, self.button)
        self._has_place = True

    def _in_words(self, days: int) -> str:
        if days > 1:
            return self.tr("exam in {count} days").format(count=days)
        if days >= 0:
            return self.tr("exam tomorrow") if days else self.tr("exam today")
        if days == -1:
            return self.tr("exam was yesterday")
        if days >= -_REMEMBERED_DAYS:
            return self.tr("exam was {count} days ago").format(count=-days)
        return ""

    def _hint(self, days: int) -> str:
        if days > 0:
            return self.tr("Plan to the exam")
        return self.tr("Cards are asked when they are due again. Plan to another exam")

    def _plan_beside(self, exam: ExamQueue) -> None:
        """Have the day planned on a thread, if that is wanted and is not being done."""
        if exam.wanted is None or self._is_planning:
            return
        self._is_planning = True
        job = Job(exam.wanted, self)
        job.finished.connect(lambda planned: self._take(exam, planned))
        job.failed.connect(self._fail)
        job.start()

    def _take(self, exam: ExamQueue, planned: object) -> None:
        from studyapp.services.study.exam_queue import Planned

        assert isinstance(planned, Planned)
        self._is_planning, was_planned = False, exam.is_planned
        exam.take(planned)
        # By the plan before one goes on until the next card.
        if exam.is_planned and not was_planned:
            self._window.study_panels.refresh()
        self._window.show_status()

    def _fail(self, error: KnownError) -> None:
        self._is_planning = False
        self._window.notice.say(sentence(error.message))

    def plan(self) -> None:
        """Let the student plan the open course to its exam."""
        window, study = self._window, self._window.workspace.study
        if study is None:
            return
        from studyapp.ui.exam.exam_dialog import ExamDialog

        with Saying(window.notice.say):
            plan = window.workspace.plan
            preparing, today = study.exam.preparing(plan), study.exam.today(plan)
            dialog = ExamDialog(preparing, plan, study.course, today, window.theme, window)
            if dialog.exec():
                changed = plan.with_exam(study.course, dialog.exam)
                if dialog.exam:
                    changed = changed._replace(minutes_a_day=dialog.minutes)
                self._keep(changed, dialog.exam)
            dialog.deleteLater()

    def _keep(self, plan: Plan, exam: date | None) -> None:
        from studyapp.ui.exam.wording import day_in_words

        window = self._window
        window.workspace.plan = plan
        if window.catching_up:
            window.catching_up.follow_plan()
        if exam:
            words = self.tr("Planned to the exam on {day}.").format(day=day_in_words(exam))
        else:
            words = self.tr("No exam is planned for.")
        window.confirm(words)
