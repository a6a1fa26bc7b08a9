"""The dialog that makes a task of the open board."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from studyapp.domain.boards.teacher_task import Help
from studyapp.domain.boards.ways import Way
from studyapp.services.boards.board_session import BoardSession
from studyapp.ui.board.model import BoardModel
from studyapp.ui.dialogs.task_dialog import TaskDialog
from studyapp.ui.web.model import WebModel
from tests.builders import TOPIC, full_id
from tests.ui.board.conftest import FOCUS, named, session

__all__ = ["session"]


def shown(qtbot: QtBot, session: BoardSession, way: Way = Way.SORT) -> TaskDialog:
    model = BoardModel()
    model.open(session, full_id("topic", TOPIC) if way is Way.ORDER else named(FOCUS), way)
    dialog = TaskDialog(session, model.factor)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    return dialog


def shown_of_web(qtbot: QtBot, session: BoardSession) -> TaskDialog:
    model = WebModel()
    model.open(session.webs, full_id("topic", TOPIC))
    dialog = TaskDialog(session.webs, model.factor)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    return dialog


def tick(dialog: TaskDialog, title: str) -> None:
    """Turn the tick of a card, by the keyboard."""
    [item] = dialog.cards.findItems(title, Qt.MatchFlag.MatchStartsWith)
    dialog.cards.setCurrentItem(item)
    QTest.keyClick(dialog.cards, Qt.Key.Key_Space)


def test_it_begins_with_the_whole_board_and_all_help(qtbot: QtBot, session: BoardSession) -> None:
    task = shown(qtbot, session).task()
    assert (task.title, task.about, task.way) == (FOCUS, named(FOCUS), Way.SORT)
    assert set(task.cards) == set(session.task.offered)
    assert task.help == Help()


def test_what_is_unticked_and_written_is_in_the_task(qtbot: QtBot, session: BoardSession) -> None:
    dialog = shown(qtbot, session)
    tick(dialog, "Secret speech")
    dialog.title.setText("  Why   sign? ")
    QTest.keyClicks(dialog.instruction, "Be quick.")
    dialog.hints.click()
    dialog.reasons.click()
    task = dialog.task()
    assert named("Secret speech") not in task.cards
    assert len(task.cards) == len(session.task.offered) - 1
    assert (task.title, task.instruction) == ("Why sign?", "Be quick.")
    assert task.help == Help(hints=False, reasons=False)
    assert not dialog.passages.isEnabled(), "there are no passages without reasons"


def test_it_cannot_be_saved_without_a_title_or_with_too_few_cards(
    qtbot: QtBot, session: BoardSession
) -> None:
    dialog = shown(qtbot, session, Way.RANK)
    assert dialog.make_button.isEnabled()
    tick(dialog, "Fear of Japan")
    assert not dialog.make_button.isEnabled()
    assert dialog.count.text() == "2 of 3 cards; at least 3 are needed."
    tick(dialog, "Fear of Japan")
    dialog.title.setText(" ")
    assert not dialog.make_button.isEnabled()


def test_where_the_order_is_asked_the_list_does_not_give_it_away(
    qtbot: QtBot, session: BoardSession
) -> None:
    dialog = shown(qtbot, session, Way.ORDER)
    texts = [dialog.cards.item(row).text() for row in range(dialog.cards.count())]
    assert texts == sorted(texts, key=str.casefold)
    assert not any("19" in text.partition(",")[2] for text in texts)


def test_the_cards_of_a_web_stand_as_in_its_tray(qtbot: QtBot, session: BoardSession) -> None:
    dialog = shown_of_web(qtbot, session)
    assert dialog.chosen() == session.webs.tray
    titles = [dialog.cards.item(row).text() for row in range(dialog.cards.count())]
    assert titles != sorted(titles, key=str.casefold), "the test could not tell"


def test_of_a_web_it_makes_a_task_of_the_topic(qtbot: QtBot, session: BoardSession) -> None:
    dialog = shown_of_web(qtbot, session)
    assert "each link" in dialog.reasons.text()
    tick(dialog, "Soviet loan")
    task = dialog.task()
    assert (task.title, task.about, task.way) == (TOPIC, full_id("topic", TOPIC), Way.WEB)
    assert set(task.cards) == set(session.webs.offered) - {named("Soviet loan")}


def test_a_web_whose_cards_nothing_joins_is_no_task(qtbot: QtBot, session: BoardSession) -> None:
    dialog = shown_of_web(qtbot, session)
    kept = ("Yalta agreement", "Soviet loan")
    for row in range(dialog.cards.count()):
        item = dialog.cards.item(row)
        if not item.text().startswith(kept):
            item.setCheckState(Qt.CheckState.Unchecked)
    assert dialog.count.text() == "The course joins no two of these 2 cards."
    assert not dialog.make_button.isEnabled()
    tick(dialog, FOCUS)
    assert dialog.make_button.isEnabled()
