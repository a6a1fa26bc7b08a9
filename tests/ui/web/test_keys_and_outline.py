"""The web without a mouse: keys on the canvas, and the outline that does all the canvas does."""

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest

from studyapp.domain.boards.web import Relation
from tests.ui.web.conftest import FEAR, TREATY, VICTORY, YALTA
from tests.web_driver import ALT, CONTROL, WebDriver

NOWHERE = QModelIndex()


def rows(driver: WebDriver, parent: QModelIndex = NOWHERE, depth: int = 0) -> list[str]:
    """Return the outline's words, indented."""
    model = driver.panel.outline.outline
    model.wake()
    found = []
    for row in range(model.rowCount(parent)):
        index = model.index(row, 0, parent)
        found.append("  " * depth + str(index.data()))
        found += rows(driver, index, depth + 1)
    return found


@pytest.fixture
def joined(either: WebDriver) -> WebDriver:
    """Two cards put on the web and joined, by keys alone."""
    for name in (YALTA, TREATY):
        either.model.choose(name)
        either.key(Qt.Key.Key_Right, CONTROL)
    either.draw_by_keys((YALTA, TREATY))
    return either


def test_keys_put_a_card_on_the_web_and_take_it_back(either: WebDriver) -> None:
    either.model.choose(YALTA)
    either.key(Qt.Key.Key_Right, CONTROL)
    assert YALTA in either.model.web.cards
    either.model.choose(YALTA)
    either.key(Qt.Key.Key_Down, CONTROL)
    assert YALTA in either.model.tray


def test_cards_put_there_by_keys_do_not_lie_on_each_other(either: WebDriver) -> None:
    waiting = either.model.tray
    for name in waiting:
        either.model.choose(name)
        either.key(Qt.Key.Key_Return)
    areas = list(either.canvas.shape.areas.values())
    assert len(areas) == len(waiting) > 5
    assert not any(one.intersects(two) for at, one in enumerate(areas) for two in areas[:at])


def test_home_and_end_go_to_the_first_and_last_card(either: WebDriver) -> None:
    first, *_, last = either.model.tray
    either.model.choose(first)
    either.key(Qt.Key.Key_End)
    assert either.model.current == last
    either.key(Qt.Key.Key_Home)
    assert either.model.current == first


def test_cards_put_there_by_keys_lie_in_sight_while_there_is_room(driver: WebDriver) -> None:
    for name in driver.model.tray[:3]:
        driver.model.choose(name)
        driver.key(Qt.Key.Key_Return)
    areas = driver.canvas.shape.areas.values()
    assert all(driver.canvas.sight.shows(area) for area in areas)
    assert len({area.left() for area in areas}) > 1


def test_ctrl_x_and_ctrl_v_draw_a_link_and_the_reason_can_be_written(joined: WebDriver) -> None:
    assert joined.model.web.links.keys() == {(YALTA, TREATY)}
    field = joined.panel.link_box.because
    assert field.hasFocus()
    QTest.keyClicks(field, "it was promised")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert joined.model.web.links[YALTA, TREATY].because == "it was promised"
    view = joined.panel.views.currentWidget()
    assert view is not None
    assert view.hasFocus()


def test_delete_takes_the_current_link_away(joined: WebDriver) -> None:
    joined.panel.views.setFocus()
    joined.key(Qt.Key.Key_Delete)
    assert joined.model.web.links == {}
    assert set(joined.model.web.cards) == {YALTA, TREATY}


def test_escape_forgets_a_link_that_was_begun(either: WebDriver) -> None:
    either.model.choose(YALTA)
    either.key(Qt.Key.Key_Right, CONTROL)
    either.model.choose(YALTA)
    either.key(Qt.Key.Key_X, CONTROL)
    assert either.model.cause == YALTA
    either.key(Qt.Key.Key_Escape)
    assert either.model.cause == ""


def test_the_kind_of_a_link_is_chosen_and_it_can_be_turned(joined: WebDriver) -> None:
    box = joined.panel.link_box
    box.kinds.setCurrentIndex(box.kinds.findData(Relation.TRIGGER))
    box.kinds.activated.emit(box.kinds.currentIndex())
    box.turn_button.click()
    assert {pair: link.relation for pair, link in joined.model.web.links.items()} == {
        (TREATY, YALTA): Relation.TRIGGER
    }


def test_arrow_keys_walk_the_cards_and_go_on_into_the_tray(driver: WebDriver) -> None:
    driver.bring(YALTA, 0.3, 0.2)
    driver.bring(TREATY, 0.3, 0.8)
    driver.model.choose(YALTA)
    driver.key(Qt.Key.Key_Down)
    assert driver.model.current == TREATY
    driver.key(Qt.Key.Key_Down)
    assert driver.model.current in driver.model.tray
    driver.key(Qt.Key.Key_Up)
    assert driver.model.current == TREATY


def test_alt_and_arrows_move_the_selected_cards(driver: WebDriver) -> None:
    driver.bring(YALTA, 0.3, 0.2)
    driver.model.choose(YALTA)
    before = driver.model.web.cards[YALTA].at
    driver.key(Qt.Key.Key_Right, ALT)
    assert driver.model.web.cards[YALTA].at.x == before.x + 8


def test_enter_walks_the_links_of_a_card(driver: WebDriver) -> None:
    for name, x in ((YALTA, 0.2), (VICTORY, 0.8), (TREATY, 0.5)):
        driver.bring(name, x, 0.2 if name != TREATY else 0.8)
    driver.draw((YALTA, TREATY))
    driver.draw((VICTORY, TREATY))
    driver.panel.views.setFocus()
    driver.model.choose(TREATY)
    found = []
    for _ in range(2):
        driver.key(Qt.Key.Key_Return)
        found.append(driver.model.link)
    assert set(found) == {(YALTA, TREATY), (VICTORY, TREATY)}


def test_an_outline_out_of_sight_keeps_nothing_of_what_was_changed_meanwhile(
    driver: WebDriver,
) -> None:
    for name, x in ((YALTA, 0.2), (TREATY, 0.8)):
        driver.bring(name, x, 0.2)
    driver.draw((YALTA, TREATY))
    driver.panel.show_outline(True)
    driver.panel.show_outline(False)
    driver.model.erase((YALTA, TREATY))
    # As Qt asks a hidden view whose type has changed.
    outline = driver.panel.outline.outline
    assert outline.rowCount() == 0
    driver.panel.show_outline(True)
    assert [outline.index(row, 0).data() for row in range(outline.rowCount())] == [
        "On the web (2)",
        f"Tray ({len(driver.model.tray)})",
    ]


def test_the_outline_has_each_link_under_its_cause(joined: WebDriver) -> None:
    joined.model.describe((YALTA, TREATY), Relation.TRIGGER, "it was promised")
    assert rows(joined)[:4] == [
        "On the web (2)",
        "  Yalta agreement, 11 February 1945",
        "    → triggered Treaty of 1950, because it was promised",
        "  Treaty of 1950, 14 February 1950",
    ]


def test_the_outline_says_what_marking_found(joined: WebDriver) -> None:
    joined.panel.check()
    assert "    ✓ Right: led to Treaty of 1950" in rows(joined)


def test_the_outline_is_a_sound_model_whatever_is_done(driver: WebDriver) -> None:
    fatal = QAbstractItemModelTester.FailureReportingMode.Fatal
    tester = QAbstractItemModelTester(driver.panel.outline.outline, fatal)
    driver.bring(YALTA, 0.3, 0.2)
    driver.bring(TREATY, 0.3, 0.8)
    driver.draw((YALTA, TREATY))
    driver.panel.check()
    driver.model.take_off((YALTA,))
    driver.model.undo()
    driver.board.set_session(None)
    assert tester.model() is driver.panel.outline.outline


def test_what_is_current_in_one_view_is_so_in_the_other(joined: WebDriver) -> None:
    joined.panel.show_outline(True)
    joined.model.choose(FEAR)
    outline = joined.panel.outline
    node = outline.outline.node(outline.currentIndex())
    assert node is not None
    assert node.card == FEAR
    outline.setCurrentIndex(outline.outline.index_of(YALTA, (YALTA, TREATY)))
    assert joined.model.link == (YALTA, TREATY)


def test_home_and_end_go_to_the_first_and_last_card_of_where_one_is(driver: WebDriver) -> None:
    first, *_, last = driver.model.tray
    driver.model.choose(last)
    driver.key(Qt.Key.Key_Home)
    assert driver.model.current == first
    driver.key(Qt.Key.Key_End)
    assert driver.model.current == last


def test_a_card_laid_down_by_key_leaves_the_next_one_of_the_tray_current(
    either: WebDriver,
) -> None:
    first, second, *_ = either.model.tray
    either.model.choose(first)
    either.key(Qt.Key.Key_Return)
    assert first in either.model.web.cards
    assert either.model.current == second


def test_a_link_that_goes_with_its_card_leaves_the_outline_whole(joined: WebDriver) -> None:
    joined.panel.show_outline(True)
    joined.model.choose_link((YALTA, TREATY))
    joined.model.take_off((YALTA,))
    assert rows(joined)[:2] == ["On the web (1)", "  Treaty of 1950, 14 February 1950"]
    assert joined.model.link is None
