"""The list of all cards beside the main window: what is done in the one is seen in the other."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from shiboken6 import isValid

from studyapp.store.progress import open_progress
from studyapp.ui.browser.browser_window import BrowserWindow
from tests.builders import TOPIC, cloze_question, course, full_id, topic, typed_question
from tests.clocks import StandingClock
from tests.end_to_end.conftest import OpenWindow
from tests.packs import written
from tests.window_driver import WindowDriver

ONE, TWO = (f"{full_id('question', name)}#answer" for name in ("One?", "Two?"))
BELOW = full_id("topic", "Below")


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    held = course(
        topic(TOPIC),
        topic("Below", parent=TOPIC),
        typed_question("One?"),
        typed_question("Two?"),
        cloze_question("It began in {{June}}.", topic="Below"),
    )
    return written(held, tmp_path / "one.studypack")


@pytest.fixture
def driver(opens: OpenWindow, pack: Path) -> WindowDriver:
    return opens(pack)


def listed(driver: WindowDriver) -> BrowserWindow:
    """Return the list of cards once all is read."""
    opener = driver.window.commands.cards
    assert opener
    assert opener.list
    shown = opener.list
    driver.qtbot.waitUntil(lambda: shown.reading is not None and shown.reading.is_done)
    driver.settle()
    return shown


def ids(shown: BrowserWindow) -> list[str]:
    return [card.id for card in shown.model.cards]


def test_a_key_lists_all_cards_and_the_main_window_goes_on(driver: WindowDriver) -> None:
    driver.press("Ctrl+Shift+C")
    shown = listed(driver)
    assert len(ids(shown)) == 3
    assert not shown.isModal()
    driver.window.activateWindow()
    assert driver.self_test.asked_card() == ONE


def test_a_card_suspended_in_the_list_is_asked_no_more(driver: WindowDriver) -> None:
    assert driver.self_test.asked_card() == ONE
    driver.press("Ctrl+Shift+C")
    shown = listed(driver)
    shown.table.choose({ONE}, ONE)
    QTest.keyClick(shown.table, Qt.Key.Key_Delete)
    driver.settle()
    assert driver.self_test.asked_card() == TWO
    shown.acting.act("undo")
    driver.settle()
    assert driver.self_test.asked_card() == ONE


def test_what_is_set_aside_in_the_self_test_is_brought_back_from_the_list(
    driver: WindowDriver,
) -> None:
    assert driver.self_test.asked_card() == ONE
    driver.press("Ctrl+D", "Ctrl+Shift+A")
    shown = listed(driver)
    assert ids(shown) == [ONE]
    shown.acting.act("back")
    assert ids(shown) == []
    assert driver.self_test.asked_card() == ONE


def test_the_card_that_is_asked_is_found_in_the_list(driver: WindowDriver) -> None:
    panel = driver.self_test.panel
    panel.deciding.bury()
    panel.deciding.show_in_list()
    shown = listed(driver)
    assert (len(ids(shown)), shown.table.chosen()) == (3, [TWO])


def test_a_card_is_asked_from_the_list(driver: WindowDriver) -> None:
    driver.do("cards")
    shown = listed(driver)
    shown.table.choose({TWO}, TWO)
    shown.acting.act("ask")
    driver.settle()
    assert driver.self_test.asked_card() == TWO


def test_a_card_moved_in_the_list_is_asked_in_its_new_topic(driver: WindowDriver) -> None:
    driver.do("cards")
    shown = listed(driver)
    assert shown.acting._acts
    shown.acting._acts.move([ONE], BELOW)
    shown.changed.emit()
    driver.choose_topic(BELOW)
    asked = []
    for _ in range(2):
        asked.append(driver.self_test.asked_card())
        driver.self_test.panel.deciding.bury()
    assert ONE in asked


def test_what_is_answered_is_seen_in_the_list(driver: WindowDriver) -> None:
    driver.do("cards")
    shown = listed(driver)
    driver.window.activateWindow()
    assert driver.self_test.asked_card() == ONE
    driver.self_test.panel.give_up()
    driver.self_test.panel.rate(4)
    shown.activateWindow()
    driver.settle()
    assert shown.model.index(0, 5).data() == "Easy, today"


def test_all_courses_are_listed_when_that_is_ticked(driver: WindowDriver) -> None:
    driver.do("cards")
    shown = listed(driver)
    shown.filters.everywhere.click()
    assert len(ids(listed(driver))) == 3


def test_the_list_goes_with_its_course_and_keeps_its_size(driver: WindowDriver) -> None:
    driver.do("cards")
    listed(driver).resize(760, 600)
    driver.window.close_course()
    assert driver.window.commands.cards
    assert driver.window.commands.cards.list is None
    driver.window.open_course(full_id("topic", TOPIC).split("/")[0])
    driver.do("cards")
    assert listed(driver).size().toTuple() == (760, 600)


def test_the_list_is_closed_with_the_main_window(driver: WindowDriver) -> None:
    driver.do("cards")
    shown = listed(driver)
    driver.close()
    driver.qtbot.wait(100)
    assert driver.window.commands.cards
    assert driver.window.commands.cards.list is None
    assert not isValid(shown)


def test_who_only_looks_can_list_and_is_told_that_nothing_is_kept(
    opens: OpenWindow, pack: Path, home: Path
) -> None:
    home.mkdir()
    other = open_progress(home / "progress.db", StandingClock(), "here")
    driver = opens(pack)
    driver.do("cards")
    shown = listed(driver)
    assert len(ids(shown)) == 3
    for name in ("flag", "suspend", "edit", "move", "delete"):
        shown.notice.hide()
        shown.acting.act(name)
        assert "for reading only" in shown.notice.text()
    other.close()


def test_the_list_is_no_larger_than_the_screen_and_wholly_on_it(driver: WindowDriver) -> None:
    driver.do("cards")
    listed(driver).setGeometry(600, 500, 1180, 680)
    driver.window.close_course()
    driver.window.open_course(full_id("topic", TOPIC).split("/")[0])
    driver.do("cards")
    shown = listed(driver)
    assert shown.screen().availableGeometry().contains(shown.geometry())


def test_the_key_that_closes_the_program_does_so_from_the_list(driver: WindowDriver) -> None:
    driver.do("cards")
    shown = listed(driver)
    shown.activateWindow()
    driver.qtbot.waitUntil(shown.isActiveWindow)
    QTest.keyClick(shown.table, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
    driver.qtbot.waitUntil(lambda: not driver.window.isVisible())
