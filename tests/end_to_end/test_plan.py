"""The plan, in the window: taken over from the settings, changed by keyboard, kept in the log."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

from studyapp.domain.schedule.plan import PLAN
from studyapp.ui.dialogs.settings_dialog import SettingsDialog
from tests.end_to_end.conftest import OpenWindow
from tests.window_driver import WindowDriver


def logged_plans(driver: WindowDriver) -> list[object]:
    progress = driver.window.workspace._progress
    assert progress is not None
    return [dict(entry.payload) for entry in progress.entries((PLAN,))]


def status(driver: WindowDriver) -> str:
    return driver.window.status.due.text()


def test_what_was_set_before_is_taken_over_once_and_holds(
    opens: OpenWindow, small_pack: Path, home: Path
) -> None:
    home.mkdir(exist_ok=True)
    (home / "settings.ini").write_text("[plan]\nnew_a_day=2\nturnover_min=0\n", encoding="utf-8")
    driver = opens(small_pack)
    assert status(driver) == "0 due today · 2 new"
    driver.close()
    again = opens(small_pack)
    assert logged_plans(again) == [{"new_a_day": 2, "turnover_min": 0}]
    assert again.window.workspace.plan[:2] == (2, 0)


def test_the_plan_is_changed_by_keyboard_and_the_window_follows_at_once(
    opens: OpenWindow, small_pack: Path
) -> None:
    driver = opens(small_pack)

    def change(dialog: QDialog) -> None:
        assert isinstance(dialog, SettingsDialog)
        QTest.keyClick(dialog.pages.tabBar(), Qt.Key.Key_Right)
        assert dialog.pages.currentWidget() is dialog.study
        for _ in range(3):
            QTest.keyClick(dialog.study.new_a_day, Qt.Key.Key_Up)
        assert status(driver) == "0 due today · 5 new"
        for box in dialog.study.weekdays:
            QTest.keyClick(box, Qt.Key.Key_Space)
        assert status(driver) == "0 due today · 0 new"

    driver.in_dialog(lambda: driver.do("settings"), change)
    assert driver.window.workspace.plan.holidays == tuple(range(7))
    assert driver.window.workspace.plan.new_a_day == 5
