"""How sure one is, asked before the answer is shown: by one key, kept with the answer, undone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from studyapp.ui.preferences import Preferences
from tests.accessible import faults, listening
from tests.ui.hearing import heard_from
from tests.ui.self_test.shown_panel import shown_panel
from tests.ui.self_test.test_self_test_panel import COURSE, Desk


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    settings = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    preferences = Preferences(settings)
    preferences.asks_confidence = True
    with shown_panel(qtbot, tmp_path, COURSE, preferences) as shown:
        yield Desk(*shown, qtbot)


def press(desk: Desk, key: Qt.Key) -> None:
    # What was just put into a layout has the focus when the layout has had its turn.
    QApplication.processEvents()
    desk.qtbot.keyClick(QApplication.focusWidget() or desk.panel, key)


def test_an_answer_is_marked_once_it_is_said_how_sure_one_is(desk: Desk) -> None:
    desk.choose("Wang Shijie")
    desk.panel.submit()
    assert "✓ Right" not in desk.texts()
    assert "How sure are you?" in desk.texts()
    press(desk, Qt.Key.Key_3)
    assert desk.panel.marked
    assert "How sure are you?" not in desk.texts()


def test_the_review_keeps_how_sure_one_was(desk: Desk) -> None:
    desk.choose("Wang Shijie")
    desk.panel.submit()
    press(desk, Qt.Key.Key_4)
    press(desk, Qt.Key.Key_3)
    [entry] = desk.progress.entries(types=("review",))
    assert (entry.payload["confidence"], entry.rating) == (95, 3)


def test_who_gives_up_is_not_asked_how_sure_they_are(desk: Desk) -> None:
    desk.panel.give_up()
    assert desk.panel.marked
    desk.panel.rate(1)
    assert "confidence" not in desk.progress.entries(types=("review",))[0].payload


def test_who_undoes_an_answer_is_asked_again(desk: Desk) -> None:
    desk.choose("Wang Shijie")
    desk.panel.submit()
    press(desk, Qt.Key.Key_1)
    press(desk, Qt.Key.Key_3)
    desk.panel.undo()
    desk.panel.submit()
    assert desk.panel.confiding.bar
    press(desk, Qt.Key.Key_4)
    press(desk, Qt.Key.Key_3)
    assert desk.progress.entries(types=("review",))[-1].payload["confidence"] == 95


def test_who_changes_the_answer_has_it_checked_anew(desk: Desk) -> None:
    desk.choose("Wang Shijie")
    desk.panel.submit()
    desk.choose("Zhou Enlai")
    assert desk.panel.confiding.bar is None
    assert desk.panel.check_row
    assert desk.panel.check_row.isVisible()


def test_escape_leads_back_to_the_answer(desk: Desk) -> None:
    desk.choose("Wang Shijie")
    desk.panel.submit()
    press(desk, Qt.Key.Key_Escape)
    assert desk.panel.confiding.bar is None
    assert desk.panel.question
    assert desk.panel.question.isAncestorOf(QApplication.focusWidget() or desk.panel)


def test_the_steps_are_told_and_have_names(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    heard = heard_from(monkeypatch, "self_test.confiding")
    with listening():
        desk.choose("Wang Shijie")
        desk.panel.submit()
        assert "How sure are you? 1: A guess, 25 %" in heard[-1]
        assert faults(desk.panel) == []


def test_the_menu_of_the_card_says_whether_it_is_asked(desk: Desk) -> None:
    desk.panel.deciding.ask_confidence()
    desk.choose("Wang Shijie")
    desk.panel.submit()
    assert desk.panel.marked
