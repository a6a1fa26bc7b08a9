"""Practice in the panel: said plainly, two ratings, ended by Escape, with a sentence at the end."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from studyapp.domain.schedule.memory import Rating
from studyapp.domain.schedule.practising import Wanted
from studyapp.ui.dialogs.practice_dialog import PracticeDialog
from studyapp.ui.self_test.box import Box
from tests.accessible import faults, listening
from tests.ui.hearing import heard_from
from tests.ui.self_test.shown_panel import shown_panel
from tests.ui.self_test.test_self_test_panel import COURSE, Desk


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    with shown_panel(qtbot, tmp_path, COURSE) as shown:
        yield Desk(*shown, qtbot)


def press(desk: Desk, key: Qt.Key) -> None:
    QApplication.processEvents()
    desk.qtbot.keyClick(QApplication.focusWidget() or desk.panel, key)


def logged(desk: Desk, kind: str) -> list[int | None]:
    return [entry.rating for entry in desk.progress.entries(types=(kind,))]


def test_it_says_that_the_schedule_stays(desk: Desk) -> None:
    desk.panel.practising.begin(Wanted.ALL)
    assert "Practice: your schedule stays as it is" in desk.texts()


def test_there_are_two_ratings_and_their_keys(desk: Desk) -> None:
    desk.panel.practising.begin(Wanted.ALL)
    desk.panel.give_up()
    assert desk.panel.rating_bar
    assert list(desk.panel.rating_bar.names.values()) == ["Again", "Got it"]
    press(desk, Qt.Key.Key_2)
    assert logged(desk, "practice") == [Rating.GOOD]
    assert logged(desk, "review") == []


def test_escape_ends_it_with_how_many_were_right(desk: Desk) -> None:
    desk.panel.practising.begin(Wanted.ALL)
    desk.panel.give_up()
    press(desk, Qt.Key.Key_1)
    desk.panel.give_up()
    press(desk, Qt.Key.Key_2)
    press(desk, Qt.Key.Key_Escape)
    assert "You had 1 of 2 right the first time. Your schedule stays as it is." in desk.texts()


def test_who_goes_on_is_asked_what_is_due(desk: Desk) -> None:
    desk.panel.practising.begin(Wanted.ALL)
    desk.panel.practising.end()
    press(desk, Qt.Key.Key_Return)
    assert desk.panel.question
    assert "due ·" in desk.texts()
    assert not desk.panel.head.end_button.isVisible()


def test_at_the_end_it_ends_itself(desk: Desk) -> None:
    desk.panel.practising.begin(Wanted.ALL)
    while desk.panel.question:
        desk.panel.give_up()
        desk.panel.rate(3)
    assert "right the first time" in desk.texts()


def test_another_topic_ends_it(desk: Desk) -> None:
    desk.panel.practising.begin(Wanted.ALL)
    desk.panel.ask_everything()
    assert "Practice" not in desk.texts()


def test_a_change_elsewhere_does_not_end_it(desk: Desk) -> None:
    desk.panel.practising.begin(Wanted.ALL)
    desk.panel.refresh()
    assert "Practice" in desk.texts()


def test_a_preview_shows_the_answer_at_once(desk: Desk) -> None:
    desk.panel.practising.preview()
    assert desk.panel.marked
    press(desk, Qt.Key.Key_Return)
    assert logged(desk, "practice") == [Rating.GOOD]
    desk.panel.practising.end()
    assert "New cards that you have looked at: 1." in desk.texts()


def test_an_answer_that_waits_is_rated_first(desk: Desk) -> None:
    said: list[str] = []
    desk.panel.refused.connect(said.append)
    desk.choose("Wang Shijie")
    desk.panel.submit()
    desk.panel.practising.cram()
    assert said == ["Rate your answer first; then you can practise."]


def test_undo_asks_the_practised_card_again(desk: Desk) -> None:
    desk.panel.practising.begin(Wanted.ALL)
    assert desk.panel.card
    card = desk.panel.card.card
    desk.panel.give_up()
    desk.panel.rate(3)
    desk.panel.undo()
    assert desk.panel.card.card.id == card.id
    assert "Practice" in desk.texts()


def test_what_there_is_none_of_cannot_be_chosen(qtbot: QtBot) -> None:
    dialog = PracticeDialog({Wanted.ALL: 3, Wanted.FLAGGED: 0, Wanted.FORGOTTEN: 2})
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.choices[Wanted.FLAGGED].isEnabled()
    dialog.choices[Wanted.FORGOTTEN].click()
    assert dialog.wanted() is Wanted.FORGOTTEN


def test_a_screen_reader_finds_its_way_through_a_practice(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard = heard_from(monkeypatch, "self_test.self_test_panel")
    with listening():
        desk.panel.practising.begin(Wanted.ALL)
        assert faults(desk.panel) == []
        desk.panel.give_up()
        QApplication.processEvents()
        assert faults(desk.panel) == []
        desk.panel.practising.end()
        assert faults(desk.panel) == []
        assert isinstance(desk.panel.focusProxy(), Box)
    assert "Nothing was practised." in heard[-1]
