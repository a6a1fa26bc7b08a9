"""A day to write as one writes days, to step through by arrow keys, or to choose in a calendar."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import (
    QCalendarWidget,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QToolButton,
    QWidget,
    QWidgetAction,
)

from studyapp.domain.schedule.days_written import read_day

_CALENDAR = 360, 280
# By the names that Qt gives the buttons of a calendar.
_ARROWS = {
    "qt_calendar_prevmonth": Qt.ArrowType.LeftArrow,
    "qt_calendar_nextmonth": Qt.ArrowType.RightArrow,
}
_STEPS = {int(Qt.Key.Key_Up): 1, int(Qt.Key.Key_Down): -1}


class DayField(QWidget):
    """Emits `changed` with each text; `day` is the one that is written, or None if none is."""

    changed = Signal()

    def __init__(self, first: date, last: date, parent: QWidget | None = None) -> None:
        """Take a day from `first` to `last`; without a year the next one is meant."""
        super().__init__(parent)
        self.first, self.last = first, last
        self.line = _Line(self)
        self.line.setPlaceholderText(self.tr("such as 14 May 2027"))
        self.line.setAccessibleName(self.tr("Day of the exam"))
        self.line.stepped.connect(self._step)
        self.line.textChanged.connect(self.changed)
        self.button = QToolButton(self)
        self.button.setText("▾")
        self.button.setProperty("flat", True)
        self.button.setToolTip(self.tr("Choose in a calendar (Alt+Down)"))
        self.button.setAccessibleName(self.tr("Choose in a calendar"))
        self.button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.line.calendar_wanted.connect(self.button.showMenu)
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._show_calendar)
        self.button.setMenu(self._menu)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.line, 1)
        layout.addWidget(self.button)
        self.setFocusProxy(self.line)

    @property
    def day(self) -> date | None:
        """The day that is written, if it is one that can be chosen."""
        try:
            day = read_day(self.line.text(), self.first)
        except ValueError:
            return None
        return day if self.first <= day <= self.last else None

    def write(self, day: date) -> None:
        """Write a day into the field; one outside of its days is brought to their end."""
        day = max(self.first, min(day, self.last))
        self.line.setText(self.locale().toString(_to_qt(day), "d MMMM yyyy"))

    def _step(self, days: int) -> None:
        self.write((self.day or self.first) + timedelta(days=days))

    def _show_calendar(self) -> None:
        self._menu.clear()
        calendar = _calendar(self._menu)
        calendar.setDateRange(_to_qt(self.first), _to_qt(self.last))
        calendar.setSelectedDate(_to_qt(self.day or self.first))
        calendar.activated.connect(self._choose)
        calendar.clicked.connect(self._choose)
        held = QWidgetAction(self._menu)
        held.setDefaultWidget(calendar)
        self._menu.addAction(held)
        calendar.setFocus()

    def _choose(self, chosen: QDate) -> None:
        self._menu.close()
        self.write(date(chosen.year(), chosen.month(), chosen.day()))
        self.line.setFocus()


class _Line(QLineEdit):
    """Steps by arrow keys, and opens the calendar by Alt and the one that leads down."""

    stepped = Signal(int)
    calendar_wanted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step, or write."""
        alone = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() == Qt.Key.Key_Down and alone == Qt.KeyboardModifier.AltModifier:
            self.calendar_wanted.emit()
        elif event.key() in _STEPS and alone == Qt.KeyboardModifier.NoModifier:
            self.stepped.emit(_STEPS[event.key()])
        else:
            super().keyPressEvent(event)


def _calendar(parent: QWidget) -> QCalendarWidget:
    calendar = QCalendarWidget(parent)
    calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
    # Red is for what is wrong; and by its own measure the names of the days are cut off.
    for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        calendar.setWeekdayTextFormat(day, QTextCharFormat())
    calendar.setMinimumSize(*_CALENDAR)
    # Qt's own pictures of arrows are black in dark colours too.
    for name, arrow in _ARROWS.items():
        button = calendar.findChild(QToolButton, name)
        if isinstance(button, QToolButton):
            button.setArrowType(arrow)
    return calendar


def _to_qt(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
