"""The time of a sitting: chosen or not there at all, and then one sentence between two cards."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from studyapp.domain.schedule.plan import Plan
from studyapp.services.study.study_session import StudySession
from studyapp.store.progress import open_progress
from studyapp.ui.look.theme import Theme
from studyapp.ui.preferences import Preferences
from studyapp.ui.self_test.box import Box
from studyapp.ui.self_test.self_test_panel import SelfTestPanel
from tests import builders
from tests.clocks import StandingClock
from tests.packs import opened
from tests.ui.self_test.test_self_test_panel import TOPIC, Desk

MANY = builders.course(
    builders.topic(builders.TOPIC),
    *(builders.typed_question(f"Number {number}?") for number in range(12)),
)


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    clock = StandingClock()
    pack = opened(MANY, tmp_path / "a.db")
    progress = open_progress(tmp_path / "progress.db", clock, "here")
    settings = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    panel = SelfTestPanel(Theme(), Preferences(settings))
    qtbot.addWidget(panel)
    panel.set_session(StudySession(pack, progress, clock, Plan()))
    panel.set_scope(TOPIC)
    panel.show()
    yield Desk(panel, progress, clock, qtbot)
    progress.close()
    pack.close()


def answer(desk: Desk, count: int, seconds: float = 100) -> None:
    for _ in range(count):
        desk.clock.forward(seconds=seconds)
        desk.panel.give_up()
        desk.panel.rate(4)


def press(desk: Desk, words: str) -> None:
    QApplication.processEvents()
    box = next(box for box in desk.panel.findChildren(Box) if not box.isHidden())
    next(each for each in box.buttons if words in each.text()).click()


def chosen(desk: Desk, minutes: int) -> None:
    assert desk.panel.preferences
    desk.panel.preferences.sitting_minutes = minutes


def test_who_has_chosen_no_time_is_never_stopped(desk: Desk) -> None:
    answer(desk, 11)
    assert desk.panel.question


def test_when_the_time_is_over_it_is_said_with_what_was_done(desk: Desk) -> None:
    chosen(desk, 10)
    answer(desk, 5)
    assert desk.panel.question
    answer(desk, 1)
    said = "The time of this sitting is over. Answers: 6, right: 6, minutes: 10."
    assert said in desk.texts()


def test_who_goes_on_has_another_sitting(desk: Desk) -> None:
    chosen(desk, 10)
    answer(desk, 6)
    press(desk, "Go on")
    assert desk.panel.question
    answer(desk, 5)
    assert desk.panel.question


def test_who_stops_is_told_that_all_is_kept(desk: Desk) -> None:
    chosen(desk, 10)
    answer(desk, 6)
    press(desk, "Stop")
    assert "All is kept." in desk.texts()
    press(desk, "Go on")
    assert desk.panel.question


def test_at_the_end_of_the_queue_it_is_said_what_was_done(desk: Desk) -> None:
    answer(desk, 12, seconds=10)
    assert "Answers: 12, right: 12, minutes: 2." in desk.texts()
    assert "Nothing is due" in desk.texts()
