"""A student plans to an exam, sees what that comes to, and the window says how far it is."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

from studyapp.ui.exam.exam_dialog import ExamDialog
from studyapp.ui.exam.exam_sign import ExamSign
from tests.accessible import described
from tests.end_to_end.conftest import OpenWindow
from tests.end_to_end.test_accessibility import nameless
from tests.ui.hearing import heard_from
from tests.window_driver import WindowDriver


@pytest.fixture
def driver(opens: OpenWindow, our_pack: Path) -> WindowDriver:
    return opens(our_pack)


def sign_of(driver: WindowDriver) -> ExamSign:
    assert driver.window.exam_sign is not None
    return driver.window.exam_sign


def in_plan(driver: WindowDriver, play: Callable[[ExamDialog], None]) -> None:
    """Open the plan to an exam, wait for what it foresees, and play it."""

    def foreseen(dialog: QDialog) -> None:
        assert isinstance(dialog, ExamDialog)
        driver.qtbot.waitUntil(lambda: dialog.outlook is not None)
        play(dialog)

    driver.in_dialog(lambda: driver.do("plan_exam"), foreseen)


def choose(dialog: ExamDialog, days: int, minutes: int) -> None:
    day = today(dialog) + timedelta(days=days)
    dialog.day.setDate(QDate(day.year, day.month, day.day))
    dialog.minutes_box.setCurrentIndex(dialog.minutes_box.findData(minutes))


def today(dialog: ExamDialog) -> date:
    least = dialog.day.minimumDate()
    return date(least.year(), least.month(), least.day()) - timedelta(days=1)


def accept(dialog: ExamDialog) -> None:
    QTest.keyClick(dialog.plan_button, Qt.Key.Key_Space)


def plan_to(driver: WindowDriver, days: int, minutes: int = 20) -> None:
    def play(dialog: ExamDialog) -> None:
        choose(dialog, days, minutes)
        accept(dialog)

    in_plan(driver, play)


def test_without_an_exam_the_status_bar_says_nothing_of_one(driver: WindowDriver) -> None:
    assert sign_of(driver).button.isHidden()


def test_the_status_bar_says_how_far_the_exam_is(driver: WindowDriver) -> None:
    plan_to(driver, 41)
    assert sign_of(driver).button.isVisible()
    assert sign_of(driver).button.text() == "exam in 41 days"


def test_an_exam_is_there_again_after_a_restart(opens: OpenWindow, our_pack: Path) -> None:
    first = opens(our_pack)
    plan_to(first, 1)
    first.close()
    assert sign_of(opens(our_pack)).button.text() == "exam tomorrow"


def test_the_minutes_are_kept_with_the_exam(driver: WindowDriver) -> None:
    plan_to(driver, 20, minutes=45)
    assert driver.window.workspace.plan.minutes_a_day == 45


def test_the_sign_opens_the_plan_and_no_exam_takes_it_back(driver: WindowDriver) -> None:
    plan_to(driver, 41)

    def play(dialog: QDialog) -> None:
        assert isinstance(dialog, ExamDialog)
        QTest.keyClick(dialog.none_button, Qt.Key.Key_Space)

    driver.in_dialog(sign_of(driver).button.click, play)
    assert sign_of(driver).button.isHidden()


def test_a_plan_that_is_cancelled_changes_nothing(driver: WindowDriver) -> None:
    before = driver.window.workspace.plan
    in_plan(driver, lambda dialog: choose(dialog, 41, 60))
    assert driver.window.workspace.plan == before


def test_the_plan_is_told_to_a_screen_reader_in_sentences(
    driver: WindowDriver, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard = heard_from(monkeypatch, "exam.exam_dialog")
    in_plan(driver, lambda dialog: None)
    assert "minutes a day you will probably recall" in heard[-1]


def test_the_curve_speaks_and_the_table_holds_each_day(driver: WindowDriver) -> None:
    def play(dialog: ExamDialog) -> None:
        assert dialog.outlook is not None
        assert dialog.table.topLevelItemCount() == len(dialog.outlook.recalls) - 1 == 28
        assert "in 28 days" in described(dialog.curve)

    in_plan(driver, play)


def test_another_day_is_foreseen_anew(driver: WindowDriver) -> None:
    def play(dialog: ExamDialog) -> None:
        choose(dialog, 7, 20)
        driver.qtbot.waitUntil(lambda: dialog.table.topLevelItemCount() == 7)

    in_plan(driver, play)


def test_all_that_takes_the_focus_in_the_plan_has_a_name(driver: WindowDriver) -> None:
    plan_to(driver, 41)
    found: list[list[str]] = []
    in_plan(driver, lambda dialog: found.append(nameless(dialog)))
    assert found == [[]]


def test_a_plan_closed_while_it_is_worked_out_is_no_bug(driver: WindowDriver) -> None:
    driver.in_dialog(lambda: driver.do("plan_exam"), lambda dialog: dialog.reject())
    driver.settle()
    assert sign_of(driver).button.isHidden()


def test_before_an_exam_the_self_test_asks_by_the_plan(driver: WindowDriver) -> None:
    assert driver.self_test.asked()
    plan_to(driver, 41, minutes=10)
    study = driver.window.workspace.study
    assert study is not None
    assert study.course_counts() == study.exam.counts()
    assert driver.self_test.asked()
