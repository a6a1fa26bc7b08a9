"""The panel in each way of working: what it asks, and that it does not give the answer away."""

from itertools import permutations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from studyapp.domain.boards.board import Zone
from studyapp.domain.boards.teacher_task import Help, TeacherTask
from studyapp.domain.boards.ways import ORDER, Way, rank_zone
from studyapp.services.boards.board_session import BoardSession
from studyapp.ui.board.wording import name_of, title_and_date
from tests.board_driver import BoardDriver
from tests.builders import TOPIC, full_id
from tests.ui.board.conftest import FOCUS, LITTLE, named

YALTA, VICTORY, FEAR = map(named, ("Yalta agreement", "Victory of 1949", "Fear of Japan"))


ZONED = [way for way in Way if way is not Way.WEB]


def choose(driver: BoardDriver, way: Way) -> None:
    """Choose a way as a person does, by its box."""
    box = driver.panel.chooser.way_box
    driver.panel.chooser.ways_asked.emit()
    box.setCurrentIndex(list(Way).index(way))
    box.activated.emit(box.currentIndex())


def ways_to_choose(driver: BoardDriver) -> list[Way]:
    driver.panel.chooser.ways_asked.emit()
    box = driver.panel.chooser.way_box
    return [
        way
        for at, way in enumerate(Way)
        if box.model().flags(box.model().index(at, 0)) & Qt.ItemFlag.ItemIsEnabled
    ]


def test_only_what_the_topic_has_enough_for_can_be_chosen(driver: BoardDriver) -> None:
    assert ways_to_choose(driver) == list(Way)
    driver.panel.set_scope(full_id("topic", LITTLE))
    assert ways_to_choose(driver) == [Way.SORT, Way.WEB]


def test_a_way_says_what_it_asks_and_about_what(driver: BoardDriver, said: list[str]) -> None:
    choose(driver, Way.RANK)
    assert driver.panel.chooser.label.text() == "Which causes of this weighed most?"
    assert said[-1] == "Rank. Which causes of this weighed most?"
    assert driver.panel.chooser.box.currentText().startswith(FOCUS)
    choose(driver, Way.ORDER)
    assert driver.panel.chooser.box.currentText() == TOPIC


def test_the_order_is_not_given_away_until_it_is_marked(driver: BoardDriver) -> None:
    choose(driver, Way.ORDER)
    model = driver.model
    waiting = model.factors_in(Zone.TRAY)
    assert not any(model.factor(name).date for name in waiting)
    assert [title_and_date(model.factor(name)) for name in waiting] == [
        model.factor(name).title for name in waiting
    ]
    for name in waiting:
        model.move(name, ORDER)
    driver.panel.check()
    assert all(model.factor(name).date for name in waiting)
    labels = driver.panel.zones.findings.findChildren(QLabel)
    assert any("neighbours follow each other rightly" in label.text() for label in labels)


def test_a_full_row_takes_no_card_by_mouse_or_key(driver: BoardDriver) -> None:
    choose(driver, Way.RANK)
    top, below = rank_zone(1), rank_zone(2)
    driver.drag(YALTA, top, 0)
    driver.drag(VICTORY, top, 0)
    assert driver.zones()[top] == (YALTA,)
    assert VICTORY in driver.zones()[Zone.TRAY]
    driver.keys(VICTORY, Zone.CONSEQUENCES)
    assert driver.zones()[below] == (VICTORY,)


def test_top_and_bottom_are_defended_and_the_words_are_kept(
    driver: BoardDriver, session: BoardSession, qtbot: QtBot
) -> None:
    choose(driver, Way.RANK)
    defending = driver.panel.zones.defending
    assert defending.isHidden()
    for at, name in enumerate((YALTA, VICTORY, FEAR), 1):
        driver.model.move(name, rank_zone(at))
    assert not defending.isHidden()
    assert defending.labels[0].text() == "Why did “Yalta agreement” weigh most?"
    qtbot.keyClicks(defending.fields[0], "It gave him ports.")
    QTest.keyClick(defending.fields[0], Qt.Key.Key_Return)
    qtbot.keyClicks(defending.fields[1], "Japan was beaten.")
    choose(driver, Way.SORT)
    assert defending.isHidden()
    assert session.defences == {}
    choose(driver, Way.RANK)
    assert session.defences == {YALTA: "It gave him ports.", FEAR: "Japan was beaten."}
    assert [field.text() for field in defending.fields] == [
        "It gave him ports.",
        "Japan was beaten.",
    ]


def test_what_would_have_happened_is_said_and_there_again(
    driver: BoardDriver, session: BoardSession, qtbot: QtBot
) -> None:
    choose(driver, Way.WHAT_IF)
    defending = driver.panel.zones.defending
    first, second = defending.fields
    assert (defending.isHidden(), first.isHidden(), second.isHidden()) == (False, False, True)
    asked = "What would have happened without “Treaty of 1950”?"
    assert (defending.labels[0].text(), first.accessibleName()) == (asked, asked)
    qtbot.keyClicks(first, "Mao had stood alone.")
    choose(driver, Way.SORT)
    assert defending.isHidden()
    choose(driver, Way.WHAT_IF)
    assert session.defences == {named(FOCUS): "Mao had stood alone."}
    assert first.text() == "Mao had stood alone."


@pytest.mark.parametrize("goes", ["to nothing", "to no course"])
def test_what_is_being_written_is_kept_where_there_is_no_board_next(
    driver: BoardDriver, session: BoardSession, qtbot: QtBot, goes: str
) -> None:
    choose(driver, Way.WHAT_IF)
    qtbot.keyClicks(driver.panel.zones.defending.fields[0], "Mao had stood alone.")
    if goes == "to nothing":
        driver.panel.set_scope(full_id("topic", "Nothing to sort"))
    else:
        driver.panel.set_session(None)
    session.open(named(FOCUS), Way.WHAT_IF)
    assert session.defences == {named(FOCUS): "Mao had stood alone."}


def test_after_what_if_a_ranking_asks_both_its_questions(driver: BoardDriver) -> None:
    choose(driver, Way.WHAT_IF)
    choose(driver, Way.RANK)
    for at, name in enumerate((YALTA, VICTORY, FEAR), 1):
        driver.model.move(name, rank_zone(at))
    assert not any(field.isHidden() for field in driver.panel.zones.defending.fields)


def test_a_ranking_is_not_called_right_or_wrong(driver: BoardDriver) -> None:
    choose(driver, Way.RANK)
    driver.model.move(YALTA, rank_zone(1))
    driver.panel.check()
    assert driver.panel.zones.findings.isHidden()
    assert driver.panel.zones.footer.summary.text().startswith("No ranking is right or wrong")


@pytest.mark.parametrize("way", [Way.ORDER, Way.RANK])
def test_a_topic_without_the_way_is_sorted(driver: BoardDriver, way: Way) -> None:
    choose(driver, way)
    driver.panel.set_scope(full_id("topic", "Nothing to sort"))
    driver.panel.set_scope(full_id("topic", TOPIC))
    assert driver.panel.chooser.way() in (way, Way.SORT)
    assert driver.model.way is driver.panel.chooser.way()


def test_the_way_from_the_note_leads_to_sorting(driver: BoardDriver) -> None:
    choose(driver, Way.ORDER)
    driver.panel.sort(named(FOCUS))
    assert (driver.model.way, driver.model.about.title) == (Way.SORT, FOCUS)


def test_a_task_that_tells_the_count_alone_says_it_and_what_comes_back(
    driver: BoardDriver, session: BoardSession, said: list[str]
) -> None:
    name, counts = full_id("task", "t"), Help(reasons=False)
    session.given.add(TeacherTask(name, "How?", named(FOCUS), help=counts))
    driver.panel.choose(name)
    for each in ("Yalta agreement", "Soviet loan"):
        driver.model.move(named(each), Zone.CAUSES)
    driver.panel.check()
    assert said[-1].startswith("1 of 4 are right. ")
    assert said[-1].endswith("questions come back in the self-test.")
    assert driver.panel.zones.footer.summary.text() == said[-1]


@pytest.mark.parametrize(("before", "after"), list(permutations(ZONED, 2)))
def test_a_checked_board_in_the_outline_can_be_left_for_any_other(
    driver: BoardDriver, before: Way, after: Way
) -> None:
    for way in (after, before):
        choose(driver, way)
        ends = [zone for zone in driver.model.zones if zone != Zone.TRAY]
        for zone in (ends[0], ends[-1]):
            driver.model.move(driver.model.factors_in(Zone.TRAY)[0], zone)
    driver.panel.zones.show_outline(True)
    driver.panel.check()
    QApplication.processEvents()
    choose(driver, after)
    outline = driver.panel.zones.outline
    assert outline is not None
    rows = [outline.model().index(row, 0) for row in range(outline.model().rowCount())]
    assert [str(row.data()).rpartition(" (")[0] for row in rows] == [
        name_of(driver.model, zone) for zone in driver.model.zones
    ]


def test_what_is_given_to_a_ranking_and_no_card_of_it_is_sorted_and_that_is_said(
    driver: BoardDriver, session: BoardSession, said: list[str]
) -> None:
    choose(driver, Way.RANK)
    offered = session.offered(full_id("topic", TOPIC))
    other = next(offer.id for offer in offered if offer.id != named(FOCUS))
    driver.panel.taking.take(other)
    assert (driver.model.way, driver.model.about.id) == (Way.SORT, other)
    words = "That is no card of the board you left, so it is sorted now."
    assert driver.panel.zones.footer.summary.text() == said[-1] == words
