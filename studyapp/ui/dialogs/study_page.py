"""The settings of study: how much a day, how well, which days are off, and when exams are."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)

from studyapp.domain.schedule.holidays import read_dates, written_dates
from studyapp.domain.schedule.parameters import USUAL
from studyapp.domain.schedule.plan import Plan
from studyapp.services.workspace import Workspace
from studyapp.ui.announce import announce
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
        # What is wrong with a field, by its name, until it is mended.
        self._wrong: dict[str, str] = {}
        self._form = QFormLayout(self)
        self._form.setContentsMargins(0, 12, 0, 0)
        self._form.setVerticalSpacing(6)
        self._form.setHorizontalSpacing(16)
        self._add_amounts()
        self._add_days_off()
        self._add_exam()
        self._add_schedule()
        self.said = _Hint("")
        self.said.setTextFormat(Qt.TextFormat.PlainText)
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
        self.new_a_day = _box(_NEW_A_DAY, plan.new_a_day, str)
        self.minutes = _box(
            _MINUTES,
            plan.minutes_a_day,
            lambda count: minutes.format(count=count) if count else self.tr("No limit"),
        )
        self.retention = _box(_RETENTIONS, round(plan.retention * 100), "{} %".format)
        self.turnover = _box(_TURNOVERS, plan.turnover_min, _clock)
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
        row, names = _row(), QLocale()
        for day in range(7):
            box = QCheckBox(names.standaloneDayName(day + 1, QLocale.FormatType.ShortFormat))
            box.setAccessibleName(
                self.tr("Off every {day}").format(day=names.standaloneDayName(day + 1))
            )
            box.setChecked(day in self._plan.holidays)
            box.clicked.connect(self._choose_days_off)
            row.addWidget(box)
            self.weekdays.append(box)
        self._add(self.tr("Days &off"), _held(row, self.weekdays[0]))
        self.dates = QLineEdit()
        self.dates.setAccessibleName(self.tr("Dates of days off"))
        self.dates.setPlaceholderText(self.tr("2026-12-24 to 2027-01-06, 2027-05-01"))
        self.dates.editingFinished.connect(self._choose_days_off)
        self._show_dates()
        hint = self.tr("Nothing new is asked then, and what is due waits without counting as late.")
        self._add("", self.dates, hint)

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
        row = _row()
        row.addWidget(self.course, 5)
        row.addWidget(self.exam, 2)
        self._add(self.tr("&Exam"), _held(row, self.exam))
        self._show_exam()

    def _add_schedule(self) -> None:
        self.fit = QPushButton(self.tr("&Fit the schedule to me…"))
        self.fit.clicked.connect(self._fit)
        self.usual = QPushButton(self.tr("&Usual schedule"))
        self.usual.setToolTip(self.tr("Plan all cards by the usual schedule again"))
        self.usual.clicked.connect(partial(self._use, USUAL))
        row = _row()
        row.addWidget(self.fit, 3)
        row.addWidget(self.usual, 2)
        hint = self.tr("Learns from your own answers how fast you forget.")
        self._add(self.tr("Schedule"), _held(row, self.fit), hint)
        self._show_schedule()

    def _add_asking(self, preferences: Preferences) -> None:
        self.sure = QCheckBox(self.tr("&Ask how sure I am before an answer is shown"))
        self.sure.setChecked(preferences.asks_confidence)
        self.sure.toggled.connect(lambda on: setattr(preferences, "asks_confidence", on))
        self._form.insertRow(self._form.rowCount() - 1, self.tr("Self-test"), self.sure)
        words = self.tr("After {count} minutes, say that the sitting is over")
        self.sitting = _box(
            _SITTINGS,
            preferences.sitting_minutes,
            lambda count: words.format(count=count) if count else self.tr("A sitting has no time"),
        )
        self.sitting.setAccessibleName(self.tr("Time of a sitting"))
        self.sitting.activated.connect(
            lambda: setattr(preferences, "sitting_minutes", self.sitting.currentData())
        )
        self._form.insertRow(self._form.rowCount() - 1, "", self.sitting)

    def _add(self, label: str, field: QWidget, hint: str = "") -> None:
        """Add a row; what says more of it stands below, and is read out with it."""
        self._form.addRow(label, field)
        if hint:
            below = _Hint(hint)
            field.setAccessibleDescription(hint)
            self._form.addRow("", below)

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
            dates = read_dates(self.dates.text())
        except ValueError as error:
            self._refuse("off", self.tr("“{text}” is no date such as 2026-12-24."), str(error))
            return
        self._wrong.pop("off", None)
        self._change(self._plan._replace(holidays=(*every_week, *dates)))
        self._show_dates()

    def _choose_exam(self) -> None:
        text, course = self.exam.text().strip(), self.course.currentData()
        if not course:
            return
        try:
            day = date.fromisoformat(text) if text else None
        except ValueError:
            self._refuse("exam", self.tr("“{text}” is no date such as 2027-05-14."), text)
            return
        self._wrong.pop("exam", None)
        self._change(self._plan.with_exam(course, day))
        self._show_exam()

    def _change(self, plan: Plan) -> None:
        if plan == self._plan:
            self.said.setText(" ".join(self._wrong.values()))
            return
        with Saying(self._say):
            self._workspace.plan = plan
            self._say(" ".join((self.tr("Kept."), *self._wrong.values())))
            self.changed.emit()

    def _refuse(self, field: str, template: str, text: str) -> None:
        """Say what is wrong with a field, for as long as it stands there."""
        self._wrong[field] = template.format(text=text)
        self._say(self._wrong[field])

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

    def _show_schedule(self) -> None:
        planning = self._workspace.planning
        fitted = planning is not None and planning.parameters.weights != USUAL
        self.usual.setEnabled(fitted)


class _Hint(QLabel):
    """Words that wrap, and keep the height they need: a form within a page gives them less."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.setProperty("role", "muted")
        self.setWordWrap(True)

    def setText(self, words: str) -> None:
        super().setText(words)
        self._take_height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._take_height()

    def _take_height(self) -> None:
        self.setFixedHeight(max(0, self.heightForWidth(self.width())))


def _box(values: tuple[int, ...], chosen: int, named: Callable[[int], str]) -> QComboBox:
    box = QComboBox()
    for value in sorted({*values, chosen}):
        box.addItem(named(value), value)
    box.setCurrentIndex(box.findData(chosen))
    return box


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"


def _row() -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    return row


def _held(row: QHBoxLayout, first: QWidget) -> QWidget:
    """Return a row as one field, whose label leads to the first of it."""
    held = QWidget()
    held.setLayout(row)
    held.setFocusProxy(first)
    # Else the label's letter leads nowhere; Tab passes over what has a proxy.
    held.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return held
