"""The program starts, is where it was left, and ends without a word."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from studyapp.domain.boards.ways import Way
from studyapp.ui.main_window import HOME_SIZE
from tests.builders import full_id
from tests.end_to_end.conftest import OpenWindow

# Two processes, because a process has one application, and pytest-qt has made it already.
_RUN = """
import sys
from PySide6.QtCore import QTimer
from studyapp import app

made = app.make_window
def closing_when_completed(application, places):
    window = made(application, places)
    window.completed.connect(lambda: QTimer.singleShot(0, window, window.close))
    return window

app.make_window = closing_when_completed
status = app.main(["studyapp"])
"""

# Says which kinds of widgets Python has learned of by the time that the window is complete.
_TELLING = """
from PySide6.QtWidgets import QWidget

def below(kind):
    return {kind.__name__}.union(*map(below, kind.__subclasses__()))
print(*below(QWidget))
"""

# Says which types of Qt there are by then, widgets or not.
_TELLING_TYPES = """
import gc
gc.unfreeze()
made = [each for each in gc.get_objects() if isinstance(each, type)]
print(*(each.__name__ for each in made if each.__module__.startswith("PySide6")))
"""

# Says when tree and note have been painted which enumerations of the class `Qt` there are.
_TELLING_NAMES_OF_QT = """
import enum
from studyapp.ui.main_window import MainWindow

complete = MainWindow._complete
def telling(window):
    kinds = (enum.Enum, enum.IntEnum, enum.Flag, enum.IntFlag)
    names = [each.__qualname__ for kind in kinds for each in kind.__subclasses__()]
    print("of Qt:", *(name for name in names if name.startswith("Qt.")))
    complete(window)
MainWindow._complete = telling
"""


def run_once(home: Path, ending: str = "", beginning: str = "") -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "STUDYAPP_HOME": str(home), "PYTHONWARNINGS": "error"}
    return subprocess.run(
        [sys.executable, "-c", f"{beginning}{_RUN}{ending}\nsys.exit(status)"],
        check=False,
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
    )


def test_main_starts_and_ends_without_a_warning(home: Path) -> None:
    run = run_once(home)
    lines = [line for line in run.stderr.splitlines() if "plugin does not support" not in line]
    assert (run.returncode, lines, run.stdout) == (0, [], "")
    assert {path.name for path in home.iterdir()} >= {"progress.db", "settings.ini"}


def test_the_start_has_python_learn_of_no_widget_that_it_does_not_need(home: Path) -> None:
    # One viewport() of a view that Qt has made, and PySide makes the types of all widgets.
    learned = run_once(home, _TELLING).stdout.split()
    assert {"NoteView", "BoardPanel"} <= set(learned)
    assert "QWizard" not in learned


def test_the_start_makes_no_type_that_only_a_menu_or_a_link_needs(home: Path) -> None:
    made = set(run_once(home, _TELLING_TYPES).stdout.split())
    assert "QTextDocument" in made
    assert not made & {"QKeySequence", "QUrl", "QStackedLayout", "QStandardItemModel"}


def test_an_everyday_start_paints_before_python_learns_of_what_qt_has_names_for(
    home: Path,
) -> None:
    told = [run_once(home, beginning=_TELLING_NAMES_OF_QT).stdout.split() for _ in range(2)]
    # The first start has to say where the panels belong, the next one finds them there.
    assert "Qt.DockWidgetArea" in told[0]
    assert told[1] == ["of", "Qt:"]


def test_the_self_test_is_made_when_it_is_first_wanted(home: Path) -> None:
    assert "SelfTestPanel" not in run_once(home, _TELLING).stdout.split()


def test_the_topic_that_was_read_last_is_shown_again(opens: OpenWindow, small_pack: Path) -> None:
    topic = full_id("topic", "After the treaty")
    driver = opens(small_pack)
    driver.choose_topic(topic)
    driver.close()
    again = opens(small_pack)
    assert again.window.topic == topic
    assert again.note.title() == "After the treaty"


def test_the_way_of_working_that_was_chosen_last_is_taken_up(
    opens: OpenWindow, small_pack: Path
) -> None:
    driver = opens(small_pack)
    driver.board.panel.work_by(Way.WEB)
    driver.close()
    again = opens(small_pack)
    again.board.panel.catch_up()
    assert again.board.panel.web is not None
    assert again.board.panel.web.model.is_open


def test_a_way_of_working_that_this_program_has_not_is_passed_over(
    opens: OpenWindow, small_pack: Path
) -> None:
    driver = opens(small_pack)
    driver.window.preferences.remember_way("by smell")
    driver.close()
    again = opens(small_pack)
    again.board.panel.catch_up()
    assert again.board.model.board is not None


def test_the_window_has_its_place_and_its_panels_again(opens: OpenWindow, small_pack: Path) -> None:
    driver = opens(small_pack)
    # Within the offscreen screen of 800 by 800: a window is never put back larger than a screen.
    driver.window.showNormal()
    driver.window.setGeometry(20, 30, 780, 600)
    driver.window.study_panels.self_test_dock.raise_()
    driver.window.topics_dock.hide()
    driver.close()
    again = opens(small_pack)
    assert again.window.size() == driver.window.size()
    assert again.window.topics_dock.isHidden()
    panels = again.window.study_panels
    assert panels.self_test is not None
    assert panels.self_test.isVisible()


def test_panels_can_be_put_back(opens: OpenWindow, small_pack: Path) -> None:
    driver = opens(small_pack)
    driver.window.topics_dock.hide()
    driver.window.study_panels.board_dock.setFloating(True)
    driver.press("Ctrl+Shift+0")
    assert driver.window.topics_panel.isVisible()
    assert not driver.window.study_panels.board_dock.isFloating()


def test_ctrl_q_closes_the_window(opens: OpenWindow, small_pack: Path) -> None:
    driver = opens(small_pack)
    driver.press("Ctrl+Q")
    assert not driver.window.isVisible()


@pytest.mark.parametrize("size", [(1366, 768), (1024, 700)])
def test_nothing_needs_more_room_than_a_small_screen_has(
    opens: OpenWindow, our_pack: Path, size: tuple[int, int]
) -> None:
    driver = opens(our_pack)
    driver.window.take_size(*size)
    driver.settle()
    assert (driver.window.width(), driver.window.height()) == size
    assert driver.note.view.horizontalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOff


def test_a_screen_too_small_for_a_frame_is_filled(opens: OpenWindow, small_pack: Path) -> None:
    window = opens(small_pack).window
    assert window.screen().availableSize().width() < HOME_SIZE[0]
    assert window.isMaximized()
