"""Every action of the menus works, whatever is open."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QWidget

from studyapp.ui.actions import rows
from tests.end_to_end.conftest import OpenWindow
from tests.window_driver import WindowDriver

ACTIONS = [row.name for row in rows()]
DIALOGS = {
    "courses": "Courses",
    "print_board": "Print the board",
    "export_board": "Export the board",
    "make_task": "Make a task",
    "plan_exam": "Plan to an exam",
    "settings": "Settings",
    "guide": "User guide",
    "shortcuts": "Keyboard shortcuts",
    "about": "About StudyApp",
}


@pytest.fixture(autouse=True)
def _no_native_dialogs(monkeypatch: pytest.MonkeyPatch) -> None:
    """Answer the dialogs of the system and of Qt itself, which are not ours to test."""
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))


@pytest.fixture
def _closes_what_opens() -> Iterator[None]:
    """Close dialogs and menus that would wait for the person."""

    def close() -> None:
        for widget in (QApplication.activeModalWidget(), QApplication.activePopupWidget()):
            if widget:
                widget.close()

    timer = QTimer(interval=20)
    timer.timeout.connect(close)
    timer.start()
    yield
    timer.stop()


def no_course(opens: OpenWindow, pack: Path) -> WindowDriver:
    return opens()


def course_open(opens: OpenWindow, pack: Path) -> WindowDriver:
    return opens(pack)


def read_only(opens: OpenWindow, pack: Path) -> WindowDriver:
    """Return a second window, whose progress is held by the first."""
    first = opens(pack)
    first.window.show()
    return opens(pack)


@pytest.mark.usefixtures("_closes_what_opens")
@pytest.mark.parametrize("state", [no_course, course_open, read_only])
def test_every_action_can_be_triggered(
    opens: OpenWindow,
    small_pack: Path,
    state: Callable[[OpenWindow, Path], WindowDriver],
) -> None:
    driver = state(opens, small_pack)
    for name in (name for name in ACTIONS if name != "quit"):
        driver.do(name)
    assert driver.window.isVisible()
    driver.do("quit")
    assert not driver.window.isVisible()


def test_what_needs_a_course_or_progress_is_off_without(opens: OpenWindow) -> None:
    driver = opens()
    for row in rows():
        enabled = driver.window.actions_table[row.name].isEnabled()
        # Progress there is, though there is nothing yet to keep in it.
        assert enabled is (row.needs != "course"), row.name


def test_a_second_window_can_change_nothing_and_says_so(
    opens: OpenWindow, small_pack: Path
) -> None:
    driver = read_only(opens, small_pack)
    assert "already open" in driver.window.notice.text()
    for row in rows():
        enabled = driver.window.actions_table[row.name].isEnabled()
        assert enabled is (row.needs != "progress"), row.name


@pytest.mark.parametrize(("name", "title"), DIALOGS.items())
def test_a_dialog_opens_under_its_name(
    opens: OpenWindow, small_pack: Path, name: str, title: str
) -> None:
    driver = opens(small_pack)
    seen: list[str] = []

    def look(dialog: QDialog) -> None:
        seen.append(dialog.windowTitle())

    driver.in_dialog(lambda: driver.do(name), look)
    assert seen == [title]


def test_f6_goes_to_every_panel_and_shift_f6_back(opens: OpenWindow, small_pack: Path) -> None:
    driver = opens(small_pack)
    driver.press("Ctrl+1")
    walked = [panel_with_focus(driver)]
    for _ in range(6):
        driver.press("F6")
        walked.append(panel_with_focus(driver))
    assert walked == ["topics", "note", "board", "self-test", "timeline", "progress", "topics"]
    for _ in range(6):
        driver.press("Shift+F6")
        walked.append(panel_with_focus(driver))
    assert walked[6:] == ["topics", "progress", "timeline", "self-test", "board", "note", "topics"]


def test_f6_passes_over_a_panel_that_was_closed(opens: OpenWindow, small_pack: Path) -> None:
    driver = opens(small_pack)
    driver.window.study_panels.board_dock.hide()
    driver.press("Ctrl+2", "F6")
    assert panel_with_focus(driver) == "self-test"


def panel_with_focus(driver: WindowDriver) -> str:
    window, here = driver.window, QApplication.focusWidget()
    panels: dict[str, QWidget] = {
        "topics": window.topics_dock,
        "note": window.note_panel,
        "board": window.study_panels.board_dock,
        "self-test": window.study_panels.self_test_dock,
        "timeline": window.study_panels.timeline_dock,
        "progress": window.study_panels.progress_dock,
    }
    assert here is not None, "nothing has the focus"
    assert here.isVisible()
    return next((name for name, panel in panels.items() if panel.isAncestorOf(here)), "none")


@pytest.mark.parametrize("name", ["larger", "smaller", "normal_size"])
def test_the_size_of_the_text_is_kept(opens: OpenWindow, small_pack: Path, name: str) -> None:
    driver = opens(small_pack)
    driver.do(name)
    size = driver.note.view.document().defaultFont().pointSizeF()
    driver.close()
    again = opens(small_pack)
    assert again.note.view.document().defaultFont().pointSizeF() == size


def test_next_and_previous_topic_and_back_walk_the_course(
    opens: OpenWindow, small_pack: Path
) -> None:
    driver = opens(small_pack)
    titles = [driver.note.title()]
    for keys in ("Ctrl+PgDown", "Ctrl+PgDown", "Ctrl+PgUp", "Alt+Left"):
        driver.press(keys)
        titles.append(driver.note.title())
    first, second = "The treaty of 1945", "After the treaty"
    assert titles == [first, second, second, first, second]
