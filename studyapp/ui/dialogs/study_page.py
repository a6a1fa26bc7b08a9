"""The settings of study: how much a day, how well, which days are off, and when exams are."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QLineEdit,
    QPushButton,
    QWidget,
)

from studyapp.domain.schedule.days_written import read_day
from studyapp.domain.schedule.holidays import read_dates, written_dates
from studyapp.domain.schedule.parameters import USUAL
from studyapp.domain.schedule.plan import Plan
from studyapp.services.workspace import Workspace
from studyapp.ui.announce import announce
from studyapp.ui.dialogs.form_parts import Hint, choice_of, clock, held, row_of_fields
from studyapp.ui.preferences import Preferences
from studyapp.ui.refusing import Saying

_NEW_A_DAY = (0, 5, 10, 15, 20, 30, 50, 100)
_TURNOVERS = tuple(range(0, 7 * 60, 60))
_RETENTIONS = (70, 75, 80, 85, 90, 92, 95, 97)
_SITTINGS = (0, 10, 20, 30)
_MINUTES = (0, 5, 10, 15, 20, 30, 45, 60, 90, 120)


class StudyPage(QWidget):
    """Shows the plan and keeps each change of it at once; what cannot be kept is said."""

    changed = Signal()

    def __init__(
        self,
        workspace: Workspace,
        preferences: Preferences | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Show the plan of `workspace`, with the exams of the courses in its library.

        How one is asked stands in the `preferences`, and can be chosen without progress too.
        """
        super().__init__(parent)
        self._workspace = workspace
        # What is said of a field whose words cannot be read, until they are mended.
        self.wrong: dict[QLineEdit, Hint] = {}
        # The words that could not be read and that were pointed at when the page was to be left.
        self._pointed_at: list[str] = []
        self._form = QFormLayout(self)
        self._form.setContentsMargins(0, 12, 0, 0)
        self._form.setVerticalSpacing(6)
        self._form.setHorizontalSpacing(16)
        self._add_amounts()
        self._add_days_off()
        self._add_exam()
        self._add_schedule()
        self.said = Hint("")
        self._form.addRow(self.said)
        planning = workspace.planning
        if planning is None or planning.read_only:
            self._lock()
        if preferences:
            self._add_asking(preferences)

    @property
    def _plan(self) -> Plan:
        return self._workspace.plan

    def _add_amounts(self) -> None:
        plan, minutes = self._plan, self.tr("{count} minutes")
        self.new_a_day = choice_of(_NEW_A_DAY, plan.new_a_day, str)
        self.minutes = choice_of(
            _MINUTES,
            plan.minutes_a_day,
            lambda count: minutes.format(count=count) if count else self.tr("No limit"),
        )
        self.retention = choice_of(_RETENTIONS, round(plan.retention * 100), "{} %".format)
        self.turnover = choice_of(_TURNOVERS, plan.turnover_min, clock)
        for box, label, hint in (
            (self.new_a_day, self.tr("&New cards a day"), ""),
            (self.minutes, self.tr("&Minutes a day"), self._hint_of_minutes()),
            (self.retention, self.tr("&Remember"), self._hint_of_retention()),
            (self.turnover, self.tr("A new &day begins at"), ""),
        ):
            box.activated.connect(self._choose_amounts)
            self._add(label, box, hint)

    def _hint_of_minutes(self) -> str:
        return self.tr("When they are used up, the self-test says so.")

    def _hint_of_retention(self) -> str:
        return self.tr(
            "So many of the cards that come back you still know. The more, the sooner they come."
        )

    def _add_days_off(self) -> None:
        self.weekdays: list[QCheckBox] = []
        row, names = row_of_fields(), QLocale()
        for day in range(7):
            box = QCheckBox(names.standaloneDayName(day + 1, QLocale.FormatType.ShortFormat))
            box.setAccessibleName(
                self.tr("Off every {day}").format(day=names.standaloneDayName(day + 1))
            )
            box.setChecked(day in self._plan.holidays)
            box.clicked.connect(self._choose_days_off)
            row.addWidget(box)
            self.weekdays.append(box)
        self._add(self.tr("Days &off"), held(row, self.weekdays[0]))
        self.dates = QLineEdit()
        self.dates.setAccessibleName(self.tr("Dates of days off"))
        self.dates.setPlaceholderText(self.tr("2026-12-24 to 2027-01-06, 2027-05-01"))
        self.dates.editingFinished.connect(self._choose_days_off)
        self._show_dates()
        hint = self.tr("Nothing new is asked then, and what is due waits without counting as late.")
        self._add("", self.dates, hint, self.dates)

    def _add_exam(self) -> None:
        self.course, self.exam = QComboBox(), QLineEdit()
        self.course.setAccessibleName(self.tr("Course of the exam"))
        for entry in self._workspace.library.courses():
            if not entry.wrong:
                self.course.addItem(entry.title, entry.id)
        reader = self._workspace.reader
        self.course.setCurrentIndex(max(0, self.course.findData(reader.id if reader else "")))
        self.course.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.course.activated.connect(self._show_exam)
        self.exam.setAccessibleName(self.tr("Date of the exam"))
        self.exam.setPlaceholderText(self.tr("2027-05-14"))
        self.exam.editingFinished.connect(self._choose_exam)
        row = row_of_fields()
        row.addWidget(self.course, 5)
        row.addWidget(self.exam, 2)
        self._add(self.tr("&Exam"), held(row, self.exam), read=self.exam)
        self._show_exam()

    def _add_schedule(self) -> None:
        self.fit = QPushButton(self.tr("&Fit the schedule to me…"))
        self.fit.clicked.connect(self._fit)
        self.usual = QPushButton(self.tr("&Usual schedule"))
        self.usual.setToolTip(self.tr("Plan all cards by the usual schedule again"))
        self.usual.clicked.connect(partial(self._use, USUAL))
        row = row_of_fields()
        row.addWidget(self.fit, 3)
        row.addWidget(self.usual, 2)
        hint = self.tr("Learns from your own answers how fast you forget.")
        self._add(self.tr("Schedule"), held(row, self.fit), hint)
        self._show_schedule()

    def _add_asking(self, preferences: Preferences) -> None:
        self.sure = QCheckBox(self.tr("&Ask how sure I am before an answer is shown"))
        self.sure.setChecked(preferences.asks_confidence)
        self.sure.toggled.connect(lambda on: setattr(preferences, "asks_confidence", on))
        self._form.insertRow(self._form.rowCount() - 1, self.tr("Self-test"), self.sure)
        words = self.tr("After {count} minutes, say that the sitting is over")
        self.sitting = choice_of(
            _SITTINGS,
            preferences.sitting_minutes,
            lambda count: words.format(count=count) if count else self.tr("A sitting has no time"),
        )
        self.sitting.setAccessibleName(self.tr("Time of a sitting"))
        self.sitting.activated.connect(
            lambda: setattr(preferences, "sitting_minutes", self.sitting.currentData())
        )
        self._form.insertRow(self._form.rowCount() - 1, "", self.sitting)

    def _add(
        self, label: str, field: QWidget, hint: str = "", read: QLineEdit | None = None
    ) -> None:
        """Add a row; what says more of it stands below, and is read out with it.

        Between the two is said what is wrong with the words that are `read`.
        """
        self._form.addRow(label, field)
        if read:
            self._add_wrong(read)
        if hint:
            below = Hint(hint)
            field.setAccessibleDescription(hint)
            self._form.addRow("", below)

    def _add_wrong(self, field: QLineEdit) -> None:
        """Add a row below a field that says what is wrong with it, and else takes no room."""
        self.wrong[field] = Hint("", "wrong")
        self._form.addRow("", self.wrong[field])
        self._form.setRowVisible(self.wrong[field], False)

    def may_be_left(self) -> bool:
        """Take in what is typed; False once for words that are no date."""
        for field, choose in ((self.dates, self._choose_days_off), (self.exam, self._choose_exam)):
            if field.isEnabled() and field.isModified():
                choose()
        words = [field.text() for field in self._unread()]
        if not words or words == self._pointed_at:
            return True
        self._pointed_at = words
        return False

    def point_at_wrong(self) -> None:
        """Go to the first field whose words cannot be read, and say so."""
        for field in self._unread()[:1]:
            field.setFocus()
            announce(field, self.wrong[field].text())

    def _unread(self) -> list[QLineEdit]:
        return [field for field, hint in self.wrong.items() if hint.text()]

    def _lock(self) -> None:
        self.said.setText(
            self.tr("Your progress is open for reading only here: the plan cannot be changed.")
            if self._workspace.planning
            else self.tr("The plan stands in your progress, which is not open.")
        )
        for field in self.findChildren(QWidget):
            if field is not self.said and field.focusPolicy() != Qt.FocusPolicy.NoFocus:
                field.setEnabled(False)

    def _choose_amounts(self) -> None:
        self._change(
            self._plan._replace(
                new_a_day=self.new_a_day.currentData(),
                minutes_a_day=self.minutes.currentData(),
                retention=self.retention.currentData() / 100,
                turnover_min=self.turnover.currentData(),
            )
        )

    def _choose_days_off(self) -> None:
        every_week = tuple(day for day, box in enumerate(self.weekdays) if box.isChecked())
        try:
            dates = read_dates(self.dates.text(), self._workspace.today())
        except ValueError as error:
            self._refuse(self.dates, str(error))
            return
        self._accept(self.dates)
        self._change(self._plan._replace(holidays=(*every_week, *dates)))
        self._show_dates()

    def _choose_exam(self) -> None:
        text, course = self.exam.text().strip(), self.course.currentData()
        if not course:
            return
        try:
            day = read_day(text, self._workspace.today()) if text else None
        except ValueError:
            self._refuse(self.exam, text)
            return
        self._change(self._plan.with_exam(course, day))
        self._show_exam()

    def _change(self, plan: Plan) -> None:
        if plan == self._plan:
            self.said.setText("")
            return
        with Saying(self._say):
            self._workspace.plan = plan
            self._say(self.tr("Kept."))
            self.changed.emit()

    def _refuse(self, field: QLineEdit, text: str) -> None:
        """Say below a field what is wrong with it, for as long as it stands there."""
        words = self.tr("“{text}” is no date such as 14 May 2027 or 2027-05-14.").format(text=text)
        self.wrong[field].setText(words)
        self._form.setRowVisible(self.wrong[field], True)
        self.said.setText("")
        announce(self, words)

    def _accept(self, field: QLineEdit) -> None:
        self.wrong[field].setText("")
        self._form.setRowVisible(self.wrong[field], False)

    def _use(self, weights: tuple[float, ...]) -> None:
        with Saying(self._say):
            self._workspace.use_weights(weights)
            self._show_schedule()
            self._say(self.tr("All cards are planned anew."))
            self.changed.emit()

    def _fit(self) -> None:
        from studyapp.ui.dialogs.fit_dialog import FitDialog

        dialog = FitDialog(self._workspace, self)
        if dialog.exec() and dialog.weights:
            self._use(dialog.weights)

    def _say(self, words: str) -> None:
        self.said.setText(words)
        announce(self, words)

    def _show_dates(self) -> None:
        days = [day for day in self._plan.holidays if isinstance(day, str)]
        self.dates.setText(written_dates(days))

    def _show_exam(self) -> None:
        day = self._plan.exam(self.course.currentData() or "")
        self.exam.setText(day.isoformat() if day else "")
        self._accept(self.exam)

    def _show_schedule(self) -> None:
        planning = self._workspace.planning
        fitted = planning is not None and planning.parameters.weights != USUAL
        self.usual.setEnabled(fitted)
