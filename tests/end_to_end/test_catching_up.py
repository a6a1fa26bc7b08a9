"""A long log is replayed beside the window: one reads on, and asks when it is done."""

import sqlite3
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QApplication

from studyapp.domain.log import REVIEW, NewEntry
from studyapp.services.course_building import build_course
from studyapp.services.study import making_ready
from studyapp.store import progress as progress_module
from studyapp.store.progress import open_progress
from studyapp.ui import catching_up as catching_up_module
from studyapp.ui.catching_up import CatchingUp
from studyapp.ui.self_test import self_test_panel
from tests.builders import full_id
from tests.clocks import StandingClock
from tests.end_to_end.conftest import OpenWindow
from tests.window_driver import WindowDriver

PLANTS = Path(__file__).parents[1] / "data" / "courses" / "photosynthesis"
CARD = full_id("question", "Who signed the treaty?") + "#answer"


@pytest.fixture(autouse=True)
def long_log(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take every log for one whose replay would be noticed."""
    monkeypatch.setattr(progress_module, "_FEW_ENTRIES", 0)


@pytest.fixture
def behind(home: Path) -> Path:
    """Progress to which another program has added, so that nothing is known of its cards."""
    path = home / "progress.db"
    with closing(open_progress(path, StandingClock(), "here")) as progress:
        progress.append(*(NewEntry(REVIEW, CARD, {}, rating) for rating in (3, 3, 4)))
    with closing(sqlite3.connect(path)) as other:
        other.execute("DELETE FROM memory")
        other.execute("DELETE FROM meta WHERE key = 'remembered'")
        other.commit()
    return path


def catching_up(driver: WindowDriver) -> CatchingUp:
    assert driver.window.catching_up is not None
    return driver.window.catching_up


def texts(driver: WindowDriver) -> str:
    return driver.window.status.due.text()


def test_the_note_is_read_while_the_cards_are_made_ready(
    opens: OpenWindow, small_pack: Path, behind: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held: list[Callable[[], object]] = []
    monkeypatch.setattr(QThreadPool, "start", lambda _pool, work: held.append(work.run))
    heard: list[str] = []
    monkeypatch.setattr(catching_up_module, "announce", lambda _of, text: heard.append(text))
    driver = None
    try:
        # The check of the course waits on the same pool, and with it the driver.
        monkeypatch.setattr(
            "studyapp.ui.verifying.Verifying.verify",
            lambda self, _reader: self._window.course_verified.emit(),
        )
        driver = opens(small_pack)
        assert texts(driver) == "Making your cards ready: 0 %"
        assert heard == ["Your cards are being made ready. You can read meanwhile."]
        assert driver.window.workspace.study is None
        assert driver.note.title()
        driver.choose_topic(full_id("topic", "After the treaty"))
        assert driver.note.title() == "After the treaty"
    finally:
        for run in held:
            run()
    assert driver is not None
    driver.qtbot.waitUntil(lambda: driver.window.workspace.study is not None)
    assert heard[-1] == "Your cards are ready."
    assert "due today" in texts(driver)
    with closing(sqlite3.connect(behind)) as looking:
        assert looking.execute("SELECT card FROM memory").fetchall() == [(CARD,)]


def test_a_change_of_the_plan_goes_on_with_the_session_until_it_is_taken_in(
    opens: OpenWindow, small_pack: Path
) -> None:
    driver = opens(small_pack)
    window, session = driver.window, driver.window.workspace.study
    panel = driver.self_test.panel
    panel.give_up()
    marked = panel.marked
    window.workspace.plan = window.workspace.plan._replace(retention=0.8)
    assert window.workspace.is_behind
    catching_up(driver).follow_plan()
    assert window.workspace.study is session
    driver.qtbot.waitUntil(lambda: not window.workspace.is_behind)
    driver.settle()
    assert window.workspace.study is session
    assert panel.marked is marked is not None
    assert "due today" in texts(driver)


def test_a_window_that_is_closed_while_it_catches_up_ends_at_once(
    opens: OpenWindow, small_pack: Path, behind: Path
) -> None:
    driver = opens(small_pack)
    window = driver.window
    window.workspace.plan = window.workspace.plan._replace(retention=0.8)
    catching_up(driver).follow_plan()
    driver.close()
    QApplication.processEvents()
    with closing(open_progress(behind, StandingClock(), "here")) as progress:
        assert progress.verify() == ()


@pytest.fixture
def large_course(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take every course for one whose cards would be long in the making."""
    monkeypatch.setattr(making_ready, "_FEW_CARDS", 0)


@pytest.mark.usefixtures("large_course")
def test_the_note_is_read_while_a_large_course_is_laid_out(
    opens: OpenWindow, small_pack: Path
) -> None:
    driver = opens(small_pack)
    assert driver.note.title()
    driver.qtbot.waitUntil(lambda: driver.window.workspace.study is not None)
    assert "due today" in texts(driver)
    assert driver.self_test.panel.card is not None
    assert driver.window.actions_table["undo"].isEnabled()


@pytest.mark.usefixtures("large_course")
def test_what_was_laid_out_once_is_there_at_the_next_start(
    opens: OpenWindow, small_pack: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    driver = opens(small_pack)
    driver.qtbot.waitUntil(lambda: driver.window.workspace.study is not None)
    driver.close()
    monkeypatch.setattr(making_ready, "make_ready", None)
    assert opens(small_pack).window.workspace.study is not None


@pytest.mark.usefixtures("large_course")
def test_a_course_that_is_left_while_it_is_laid_out_leaves_the_other_one_its_cards(
    opens: OpenWindow, small_pack: Path
) -> None:
    driver = opens(small_pack)
    window = driver.window
    assert window.workspace.reader
    window.open_course(window.workspace.reader.id)
    driver.qtbot.waitUntil(lambda: window.workspace.study is not None)
    driver.settle()
    assert not window.workspace.is_behind
    assert driver.self_test.panel.card is not None


def test_all_courses_are_asked_once_a_large_one_of_them_is_laid_out_beside_the_window(
    opens: OpenWindow, small_pack: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plants = tmp_path / "plants.studypack"
    build_course(PLANTS, plants)
    driver = opens(small_pack, plants)
    window, panel = driver.window, driver.self_test.panel
    panel.give_up()
    panel.rate(3)
    monkeypatch.setattr(making_ready, "_FEW_CARDS", 0)
    threads: list[bool] = []
    cards_of = making_ready._cards_of
    monkeypatch.setattr(
        making_ready,
        "_cards_of",
        lambda *given: (
            threads.append(threading.current_thread() is threading.main_thread()),
            cards_of(*given),
        )[1],
    )
    heard: list[str] = []
    for module in (catching_up_module, self_test_panel):
        monkeypatch.setattr(module, "announce", lambda _of, text: heard.append(text))
    driver.press("Ctrl+Shift+T")
    driver.qtbot.waitUntil(lambda: not window.workspace.is_behind)
    driver.settle()
    assert threads == [False]
    assert "Your cards are being made ready. You can read meanwhile." in heard
    assert "Your cards are ready." in heard
    assert panel.asks_everything
    assert panel.card is not None
    assert panel.session
    assert panel.session.due_counts().new > panel.session.course_counts().new
