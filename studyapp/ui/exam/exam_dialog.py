"""Plans a course to its exam: the day, the minutes, and what they likely come to."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHeaderView,
    QLabel,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from studyapp.domain.schedule.plan import Plan
from studyapp.services.study.exam_planning import (
    MOST_DAYS,
    USUAL_MINUTES,
    Outlook,
    Preparation,
    days_studied,
)
from studyapp.ui.announce import announce
from studyapp.ui.background import Job
from studyapp.ui.exam.curve import Curve
from studyapp.ui.exam.day_field import DayField
from studyapp.ui.exam.wording import Wording, day_in_words, hundredths
from studyapp.ui.look.theme import Theme
from studyapp.ui.primary_button import primary_button
from studyapp.ui.translation import sentence

_MINUTES = (5, 10, 15, 20, 30, 45, 60, 90, 120)
_USUAL_DAYS = 28
# Who walks through the dates or minutes by arrow keys is not answered at each.
_SETTLED_MS = 150


class ExamDialog(QDialog):
    """Accepted with `exam` and `minutes` set; `exam` is None if there is to be none."""

    def __init__(
        self,
        preparing: Callable[[], Preparation],
        plan: Plan,
        course: str,
        today: date,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        """Begin with what `plan` says of the course whose id is `course`.

        `preparing` reads, on a thread, what is foreseen from.
        """
        super().__init__(parent)
        self._prepare, self._plan, self._today = preparing, plan, today
        self._preparation: Preparation | None = None
        self._course, self._set = course, plan.exam(course)
        self.exam: date | None = None
        self._wording = Wording(self)
        self._asked = 0
        self.outlook: Outlook | None = None
        self.setWindowTitle(self.tr("Plan to an exam"))
        is_ahead = self._set is not None and self._set > today
        usual = today + timedelta(days=_USUAL_DAYS)
        tomorrow, latest = today + timedelta(days=1), today + timedelta(days=MOST_DAYS)
        self.day = DayField(tomorrow, latest, self)
        self.day.write(self._set if self._set and is_ahead else usual)
        self.minutes_box = self._minutes_box(plan.minutes_a_day or USUAL_MINUTES)
        self.words, self.left_out = self._label("title"), self._label("muted")
        self.past = self._label("muted")
        self.past.setText("" if is_ahead else self._wording.past(self._set, today))
        self.past.setVisible(bool(self.past.text()))
        self.curve = Curve(theme, self)
        self.table = self._table()
        self._lay_out()
        self._settling = QTimer(self, singleShot=True, interval=_SETTLED_MS)
        self._settling.timeout.connect(self._work_out)
        self.day.changed.connect(self._settling.start)
        self.minutes_box.currentIndexChanged.connect(self._settling.start)
        self._work_out()

    @property
    def minutes(self) -> int:
        """The minutes a day that are chosen."""
        return int(self.minutes_box.currentData())

    def _minutes_box(self, chosen: int) -> QComboBox:
        box = QComboBox(self)
        for minutes in sorted({*_MINUTES, chosen}):
            box.addItem(self.tr("{count} minutes").format(count=minutes), minutes)
        box.setCurrentIndex(box.findData(chosen))
        return box

    def _label(self, role: str) -> QLabel:
        label = QLabel(self)
        label.setProperty("role", role)
        label.setWordWrap(True)
        return label

    def _table(self) -> QTreeWidget:
        table = QTreeWidget(self)
        table.setAccessibleName(self.tr("Day by day"))
        table.setRootIsDecorated(False)
        table.setUniformRowHeights(True)
        table.setHeaderLabels(
            [self.tr("Day"), self.tr("Minutes"), self.tr("Of 100 on the exam’s day")]
        )
        table.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        return table

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setVerticalSpacing(12)
        form.setHorizontalSpacing(16)
        asked = QLabel(self.tr("&Day of the exam"), self)
        # A letter leads to nothing that only hands the focus on.
        asked.setBuddy(self.day.line)
        form.addRow(asked, self.day)
        form.addRow(self.tr("&Minutes a day"), self.minutes_box)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(12)
        layout.addWidget(self.past)
        layout.addLayout(form)
        layout.addWidget(self.words)
        layout.addWidget(self.left_out)
        layout.addWidget(self.curve, 3)
        layout.addWidget(self.table, 2)
        layout.addWidget(self._buttons())
        self.resize(560, 620)

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(self)
        cancel = buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        cancel.setText(self.tr("Cancel"))
        self.plan_button = primary_button(self.tr("&Plan to this exam"))
        buttons.addButton(self.plan_button, QDialogButtonBox.ButtonRole.AcceptRole)
        self.plan_button.clicked.connect(self._finish_with_day)
        if self._set:
            self.none_button = buttons.addButton(
                self.tr("&No exam"), QDialogButtonBox.ButtonRole.DestructiveRole
            )
            self.none_button.clicked.connect(lambda: self._finish(None))
        buttons.rejected.connect(self.reject)
        return buttons

    def _finish_with_day(self) -> None:
        if self.day.day:
            self._finish(self.day.day)
        else:
            self._say_what_to_write()

    def _finish(self, exam: date | None) -> None:
        self.exam = exam
        self.accept()

    def _work_out(self) -> None:
        """Foresee what is chosen, off this thread; only the last one that was asked for counts."""
        self._asked += 1
        asked, minutes, known = self._asked, self.minutes, self._preparation
        day = self.day.day
        self.plan_button.setEnabled(day is not None)
        if day is None:
            self._say_what_to_write()
            return
        studied = days_studied(self._plan.with_exam(self._course, day), self._today, day)

        def work() -> tuple[int, Preparation, tuple[float, ...], Outlook]:
            preparation = known or self._prepare()
            return asked, preparation, studied, preparation.outlook(studied, minutes)

        job = Job(work, self)
        job.finished.connect(self._take)
        job.failed.connect(lambda error: self.words.setText(sentence(error.message)))
        job.start()

    def _say_what_to_write(self) -> None:
        words = self.tr("Write a day to come, such as 14 May 2027 or 14.5.2027.")
        self.words.setText(words)
        self.left_out.hide()
        announce(self, words)

    def _take(self, found: object) -> None:
        assert isinstance(found, tuple)
        asked, self._preparation, studied, outlook = found
        if asked == self._asked:
            self._show(studied, outlook)

    def _show(self, studied: tuple[float, ...], outlook: Outlook) -> None:
        self.outlook = outlook
        words, left_out = self._wording.outlook(outlook), self._wording.left_out(outlook)
        if outlook.cards and not any(studied):
            left_out = self._wording.only_days_off
        elif any(0 < part < 1 for part in studied):
            left_out = f"{self._wording.shared} {left_out}".strip()
        self.words.setText(words)
        self.left_out.setText(left_out)
        self.left_out.setVisible(bool(left_out))
        self.curve.show_outlook(outlook)
        self._fill(studied, outlook)
        announce(self, f"{words} {left_out}".strip())

    def _fill(self, studied: tuple[float, ...], outlook: Outlook) -> None:
        self.table.clear()
        rows = []
        for index, (part, recall) in enumerate(zip(studied, outlook.recalls[1:], strict=True)):
            day = day_in_words(self._today + timedelta(days=index))
            minutes = str(round(outlook.minutes * part)) if part else self.tr("day off")
            rows.append(QTreeWidgetItem([day, minutes, str(hundredths(recall))]))
        self.table.addTopLevelItems(rows)
        if rows:
            self.table.setCurrentItem(rows[0])
