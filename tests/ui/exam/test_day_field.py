"""The day of an exam is written as people write days, stepped through, or chosen."""

from datetime import date

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCalendarWidget
from pytestqt.qtbot import QtBot

from studyapp.ui.exam.day_field import DayField

FIRST, LAST = date(2026, 11, 28), date(2028, 11, 27)


@pytest.fixture
def field(qtbot: QtBot) -> DayField:
    made = DayField(FIRST, LAST)
    qtbot.addWidget(made)
    made.write(date(2026, 12, 25))
    made.show()
    made.line.setFocus()
    return made


@pytest.mark.parametrize("text", ["9.12.2026", "9 December 2026", "2026-12-09", "9 Dec", " Dec 9 "])
def test_a_day_is_read_as_it_is_written(field: DayField, text: str) -> None:
    QTest.keyClick(field.line, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(field.line, text)
    assert field.day == date(2026, 12, 9)


@pytest.mark.parametrize("text", ["", "next week", "27.11.2026", "28.11.2028", "31.2.2027"])
def test_what_is_no_day_to_choose_is_none(field: DayField, text: str) -> None:
    field.line.setText(text)
    assert field.day is None


def test_arrow_keys_step_and_stay_within_the_days(field: DayField) -> None:
    QTest.keyClick(field.line, Qt.Key.Key_Up)
    assert field.day == date(2026, 12, 26)
    field.write(FIRST)
    QTest.keyClick(field.line, Qt.Key.Key_Down)
    assert field.day == FIRST
    field.line.setText("")
    QTest.keyClick(field.line, Qt.Key.Key_Up)
    assert field.day == date(2026, 11, 29)


def test_a_day_of_the_calendar_is_written(field: DayField, qtbot: QtBot) -> None:
    field._menu.aboutToShow.emit()
    calendar = field._menu.findChild(QCalendarWidget)
    assert calendar is not None
    assert calendar.selectedDate() == QDate(2026, 12, 25)
    with qtbot.waitSignal(field.changed):
        calendar.activated.emit(QDate(2027, 5, 14))
    assert field.day == date(2027, 5, 14)
    assert field.line.hasFocus()
