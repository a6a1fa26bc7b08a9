"""The web's panel: what it says, shows and hands on."""

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QApplication, QLabel, QToolButton
from pytestqt.qtbot import QtBot

from studyapp.domain.boards.board import Zone
from studyapp.domain.boards.ways import Way
from studyapp.domain.boards.web import Point, Relation
from studyapp.services.boards.board_session import BoardSession
from studyapp.ui.board import line_dialog
from studyapp.ui.web.geometry import GRID, rounded
from tests.ui.board.conftest import PASSAGE
from tests.ui.web.conftest import FEAR, TREATY, VICTORY, YALTA, shown
from tests.web_driver import WebDriver


@pytest.fixture
def drawn(driver: WebDriver) -> WebDriver:
    """A right link, one the wrong way round, and one that can be defended."""
    for name, x, y in (
        (YALTA, 0.2, 0.2),
        (VICTORY, 0.5, 0.2),
        (FEAR, 0.8, 0.2),
        (TREATY, 0.5, 0.8),
    ):
        driver.bring(name, x, y)
    driver.draw((YALTA, TREATY))
    driver.draw((TREATY, VICTORY))
    driver.draw((FEAR, TREATY))
    return driver


def words(driver: WebDriver) -> str:
    return "\n".join(label.text() for label in driver.panel.findings.findChildren(QLabel))


def test_a_word_of_any_length_makes_nothing_wider(driver: WebDriver) -> None:
    before = driver.panel.minimumSizeHint().width()
    driver.model.write("x" * 300, Point(0, 0))
    driver.model.write("y" * 300, Point(0, 200))
    first, second = driver.model.web.cards
    pair = (first, second)
    driver.model.draw(pair)
    assert driver.panel.link_box.isVisible()
    for name, at in ((YALTA, Point(300, 0)), (TREATY, Point(300, 200))):
        driver.model.place({name: at})
    driver.model.draw((YALTA, TREATY))
    driver.model.describe((YALTA, TREATY), Relation.TRIGGER, "z" * 300)
    driver.panel.check()
    assert driver.panel.findings.isVisible()
    assert driver.panel.minimumSizeHint().width() <= before


def test_an_own_card_lies_clear_of_others_and_is_the_current_one(
    driver: WebDriver, monkeypatch: pytest.MonkeyPatch
) -> None:
    driver.bring(YALTA, 0.1, 0.1)
    monkeypatch.setattr(line_dialog, "ask", lambda *_asked: "My view")
    driver.panel.write_card()
    shape = driver.canvas.shape.areas
    own = driver.model.current
    assert driver.model.web.cards[own].text == "My view"
    assert not shape[own].adjusted(-GRID, -GRID, GRID, GRID).intersects(shape[YALTA])


def test_a_link_that_is_being_explained_is_in_sight(driver: WebDriver) -> None:
    room = driver.canvas.sight.area
    driver.model.place({YALTA: Point(0, 0), TREATY: rounded(room.bottomLeft() - QPointF(0, 80))})
    driver.model.draw((YALTA, TREATY))
    QApplication.processEvents()
    assert driver.panel.link_box.isVisible()
    assert driver.canvas.sight.shows(driver.canvas.shape.areas[TREATY])


def test_every_step_is_said(driver: WebDriver, said: list[str]) -> None:
    driver.bring(YALTA, 0.3, 0.2)
    driver.bring(TREATY, 0.3, 0.8)
    driver.draw((YALTA, TREATY))
    driver.model.erase((YALTA, TREATY))
    driver.model.take_off((YALTA,))
    for sentence in (
        "Yalta agreement is on the web now.",
        "The link Yalta agreement → Treaty of 1950 is drawn.",
        "The link Yalta agreement → Treaty of 1950 is gone.",
        "Yalta agreement is in the tray now.",
    ):
        assert sentence in said


def test_a_check_says_of_each_link_why(drawn: WebDriver, said: list[str]) -> None:
    drawn.panel.check()
    assert drawn.panel.footer.summary.text() == "1 right, 1 defensible, 1 not right yet"
    assert "The other way round" in words(drawn)
    assert "because Stalin wanted to keep what he was promised." in words(drawn)
    assert said[-1].startswith("1 right, 1 defensible, 1 not right yet")


def test_a_finding_leads_to_its_passage(drawn: WebDriver, qtbot: QtBot) -> None:
    drawn.panel.check()
    [button] = drawn.panel.findings.findChildren(QToolButton)
    with qtbot.waitSignal(drawn.board.passage_requested) as asked:
        button.click()
    assert asked.args == [PASSAGE.id]


def test_what_was_found_in_a_reason_is_underlined(drawn: WebDriver) -> None:
    drawn.model.choose_link((YALTA, TREATY))
    drawn.panel.link_box.because.setText("Stalin wanted to keep what he was promised <b>")
    drawn.panel.check()
    assert "<u>promised</u>" in words(drawn)
    assert "&lt;b&gt;" in words(drawn)


def test_what_is_changed_loses_its_mark_and_what_is_only_moved_keeps_it(drawn: WebDriver) -> None:
    drawn.panel.check()
    drawn.drag(drawn.middle(YALTA), drawn.ground(0.15, 0.3))
    assert drawn.model.finding((YALTA, TREATY))
    drawn.model.turn((TREATY, VICTORY))
    assert drawn.model.finding((VICTORY, TREATY)) is None


def test_starting_again_is_one_step(drawn: WebDriver) -> None:
    before = drawn.model.web
    drawn.panel.footer.again_button.click()
    assert drawn.model.web.cards == {}
    drawn.board.undo()
    assert drawn.model.web == before


def test_the_boards_own_commands_reach_the_web(drawn: WebDriver) -> None:
    drawn.board.undo()
    assert (FEAR, TREATY) not in drawn.model.web.links
    drawn.board.redo()
    assert (FEAR, TREATY) in drawn.model.web.links
    drawn.board.check()
    assert drawn.model.findings
    drawn.board.hint()
    assert drawn.panel.footer.summary.text() == "A link is wrong, or one is missing."


def test_another_way_and_back_shows_the_same_web(drawn: WebDriver) -> None:
    before = drawn.model.web
    drawn.board.work_by(Way.SORT)
    assert drawn.board.model.factors_in(Zone.TRAY)
    drawn.board.work_by(Way.WEB)
    assert drawn.model.web == before


def test_a_web_is_there_again_in_a_new_panel(
    drawn: WebDriver, qtbot: QtBot, session: BoardSession
) -> None:
    drawn.panel.link_box.because.setText("both feared its return")
    drawn.board.keep_draft()
    before = drawn.model.web
    drawn.board.close()
    again = shown(qtbot, session)
    assert again.model.web == before
    # Nothing keeps it but Python's own cycles: it must not be collected while it is painted.
    again.board.close()


def test_without_a_link_there_is_nothing_to_check(driver: WebDriver) -> None:
    driver.bring(YALTA, 0.3, 0.2)
    assert not driver.panel.footer.check_button.isEnabled()
    driver.panel.check()
    assert driver.model.findings == ()


def test_the_last_link_taken_away_leaves_the_focus_in_the_view(drawn: WebDriver) -> None:
    drawn.model.choose_link((YALTA, TREATY))
    drawn.panel.link_box.write()
    drawn.panel.link_box.erase_button.click()
    assert drawn.panel.link_box.isHidden()
    assert drawn.canvas.hasFocus()


def test_a_topic_can_have_several_webs(drawn: WebDriver) -> None:
    boards, before = drawn.board.boards, drawn.model.web
    assert drawn.board.chooser.boards_button.isVisible()
    boards.duplicate("With more care")
    assert drawn.model.web == before
    drawn.model.erase((FEAR, TREATY))
    boards.new()
    assert drawn.model.web.cards == {}
    assert drawn.board.chooser.boards_button.text() == "Board 3"
    drawn.board.work_by(Way.SORT)
    assert drawn.board.chooser.boards_button.text() == "Boards"
    drawn.board.work_by(Way.WEB)
    assert drawn.board.chooser.boards_button.text() == "Board 3"
    boards.delete()
    assert drawn.board.chooser.boards_button.text() == "With more care"


def test_what_is_being_written_stays_with_its_web(drawn: WebDriver) -> None:
    drawn.model.choose_link((YALTA, TREATY))
    drawn.panel.link_box.because.setText("it was promised")
    drawn.board.boards.new()
    session = drawn.model.session
    assert session is not None
    drawn.board.boards.switch(session.boards[0])
    assert drawn.model.web.links[YALTA, TREATY].because == "it was promised"


def test_a_hint_on_a_web_with_nothing_wrong_says_what_may_come_next(driver: WebDriver) -> None:
    def hint() -> str:
        driver.panel.hint()
        return driver.panel.footer.summary.text()

    assert hint() == "Lay two cards that belong together, and draw a link between them."
    driver.bring(YALTA, 0.2, 0.2)
    driver.bring(FEAR, 0.8, 0.2)
    driver.model.draw((YALTA, FEAR))
    driver.model.erase((YALTA, FEAR))
    assert hint() == "Draw a link from a cause to its consequence, or lay more cards."
    driver.bring(TREATY, 0.5, 0.8)
    driver.model.draw((YALTA, TREATY))
    driver.model.draw((FEAR, TREATY))
    assert hint() == "Nothing here is wrong or missing. Cards of the tray may belong here too."


def test_a_name_from_right_to_left_does_not_turn_its_link_round(driver: WebDriver) -> None:
    driver.bring(YALTA, 0.2, 0.2)
    driver.model.write("ילטה 1945", Point(400, 0))
    pair = (driver.model.current, YALTA)
    driver.model.draw(pair)
    driver.model.choose_link(pair)
    assert driver.panel.link_box.title.text() == "\u2068ילטה 1945\u2069 → Yalta agreement"
