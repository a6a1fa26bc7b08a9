"""Says in the status bar when the exam is, and opens the plan to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QToolButton

from studyapp.ui.refusing import Saying

if TYPE_CHECKING:
    from datetime import date

    from studyapp.domain.plan import Plan
    from studyapp.ui.main_window import MainWindow


# Behind what is due, before whether all is saved.
_PLACE = 1


class ExamSign(QObject):
    """A button in the status bar of a window, there only while an exam is ahead."""

    def __init__(self, window: MainWindow) -> None:
        """Show nothing yet."""
        super().__init__(window)
        self._window = window
        self.button = QToolButton(window)
        self.button.setProperty("flat", True)
        self.button.setToolTip(self.tr("Plan to the exam"))
        self.button.clicked.connect(self.plan)
        self.button.hide()
        window.statusBar().insertPermanentWidget(_PLACE, self.button)

    def refresh(self) -> None:
        """Say how far the exam of the open course is ahead."""
        study = self._window.workspace.study
        plan = self._window.workspace.plan
        has_exam = study is not None and plan.exam(study.course) is not None
        days = study.exam.days_left(plan) if study and has_exam else None
        if days is not None:
            self.button.setText(self._ahead(days))
        self.button.setVisible(days is not None)

    def _ahead(self, days: int) -> str:
        if days > 1:
            return self.tr("exam in {count} days").format(count=days)
        return self.tr("exam tomorrow") if days else self.tr("exam today")

    def plan(self) -> None:
        """Let the student plan the open course to its exam."""
        window, study = self._window, self._window.workspace.study
        if study is None:
            return
        from studyapp.ui.exam.exam_dialog import ExamDialog

        with Saying(window.notice.say):
            plan = window.workspace.plan
            prepared, today = study.exam.prepare(plan), study.exam.today(plan)
            dialog = ExamDialog(prepared, plan, study.course, today, window.theme, window)
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
