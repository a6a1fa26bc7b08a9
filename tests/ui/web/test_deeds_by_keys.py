"""All that the mouse does on the web is done in its outline by keys, and said in a sentence."""

from collections.abc import Callable
from typing import NamedTuple

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from studyapp.domain.boards.web import Pair, Point, Relation
from studyapp.ui.board import line_dialog
from studyapp.ui.web.geometry import GRID
from tests.ui.web.conftest import FEAR, TREATY, VICTORY, YALTA
from tests.web_driver import ALT, CONTROL, SHIFT, WebDriver

PAIR: Pair = (YALTA, TREATY)
OWN = "What I think myself"


class Deed(NamedTuple):
    """One thing that is done to a web: how, what is then another on it, and what is said."""

    by_mouse: Callable[[WebDriver], None]
    by_keys: Callable[[WebDriver], None]
    state: Callable[[WebDriver], object]
    said: str


def choose(driver: WebDriver, card: str = "", link: Pair | None = None) -> None:
    """Walk to a row of the outline."""
    view = driver.panel.outline
    view.setFocus()
    view.setCurrentIndex(view.outline.index_of(card, link))


def on_row(card: str, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> Callable[[WebDriver], None]:
    def press(driver: WebDriver) -> None:
        choose(driver, card)
        driver.key(key, modifiers)

    return press


def on_link(*keys: tuple[Qt.Key, Qt.KeyboardModifier]) -> Callable[[WebDriver], None]:
    def press(driver: WebDriver) -> None:
        choose(driver, link=PAIR)
        for each in keys:
            driver.key(*each)

    return press


def tab_to(driver: WebDriver, wanted: object) -> None:
    """Press Tab until something has the focus, as who does not see the screen has to."""
    for _ in range(30):
        here = QApplication.focusWidget()
        assert here is not None
        if here is wanted:
            return
        QTest.keyClick(here, Qt.Key.Key_Tab)
    raise AssertionError("Tab does not lead there")


def draw_by_keys(driver: WebDriver) -> None:
    on_row(VICTORY, Qt.Key.Key_X, CONTROL)(driver)
    on_row(TREATY, Qt.Key.Key_V, CONTROL)(driver)


def click_link(driver: WebDriver) -> None:
    line = driver.canvas.shape.lines[PAIR]
    driver.click(driver.canvas.sight.to_view(line.pointAt(0.5)))


def give_kind(driver: WebDriver) -> None:
    click_link(driver)
    kinds = driver.panel.link_box.kinds
    kinds.setCurrentIndex(kinds.findData(Relation.LONG))
    kinds.activated.emit(kinds.currentIndex())


def give_kind_by_keys(driver: WebDriver) -> None:
    choose(driver, link=PAIR)
    kinds = driver.panel.link_box.kinds
    tab_to(driver, kinds)
    QTest.keyClick(kinds, Qt.Key.Key_Down)


def write_reason(driver: WebDriver) -> None:
    click_link(driver)
    because = driver.panel.link_box.because
    QTest.mouseClick(because, Qt.MouseButton.LeftButton)
    QTest.keyClicks(because, "it was promised")
    driver.click(driver.ground(0.05, 0.95))


def write_reason_by_keys(driver: WebDriver) -> None:
    choose(driver, link=PAIR)
    because = driver.panel.link_box.because
    tab_to(driver, because)
    QTest.keyClicks(because, "it was promised")
    QTest.keyClick(because, Qt.Key.Key_Return)


def turn(driver: WebDriver) -> None:
    click_link(driver)
    QTest.mouseClick(driver.panel.link_box.turn_button, Qt.MouseButton.LeftButton)


def turn_by_keys(driver: WebDriver) -> None:
    choose(driver, link=PAIR)
    tab_to(driver, driver.panel.link_box.turn_button)
    QTest.keyClick(driver.panel.link_box.turn_button, Qt.Key.Key_Space)


def erase(driver: WebDriver) -> None:
    click_link(driver)
    QTest.mouseClick(driver.panel.link_box.erase_button, Qt.MouseButton.LeftButton)


def carry_words(driver: WebDriver) -> None:
    line = driver.canvas.shape.lines[PAIR]
    at = driver.canvas.sight.to_view(line.pointAt(0.5))
    driver.drag(at, at + QPointF(4 * GRID, 0))


def band(driver: WebDriver) -> None:
    driver.drag(driver.ground(0.02, 0.02), driver.ground(0.98, 0.4))


def band_by_keys(driver: WebDriver) -> None:
    choose(driver, YALTA)
    driver.key(Qt.Key.Key_Down, SHIFT)
    driver.key(Qt.Key.Key_Down, SHIFT)


def write_card(driver: WebDriver) -> None:
    at = driver.ground(0.5, 0.5)
    QTest.mouseDClick(driver.canvas, Qt.MouseButton.LeftButton, pos=at.toPoint())


def cards(driver: WebDriver) -> object:
    return {name for name in driver.model.web.cards if not name.startswith("own/")}


def links(driver: WebDriver) -> object:
    return {
        pair: drawn._replace(label=Point(0, 0)) for pair, drawn in driver.model.web.links.items()
    }


DEEDS = {
    "a card laid on the web": Deed(
        lambda driver: driver.bring(FEAR, 0.85, 0.8),
        on_row(FEAR, Qt.Key.Key_Right, CONTROL),
        cards,
        "Fear of Japan is on the web now.",
    ),
    "a card put back": Deed(
        lambda driver: driver.drag(driver.middle(VICTORY), driver.canvas.tray.area.center()),
        on_row(VICTORY, Qt.Key.Key_Down, CONTROL),
        cards,
        "Victory of 1949 is in the tray now.",
    ),
    "a card moved": Deed(
        lambda driver: driver.drag(
            driver.middle(VICTORY), driver.middle(VICTORY) + QPointF(0, 12 * GRID)
        ),
        on_row(VICTORY, Qt.Key.Key_Down, ALT),
        lambda driver: driver.model.web.cards[VICTORY].at.y > driver.model.web.cards[YALTA].at.y,
        "Victory of 1949 has moved down.",
    ),
    "a link drawn": Deed(
        lambda driver: driver.draw((VICTORY, TREATY)),
        draw_by_keys,
        links,
        "The link Victory of 1949 → Treaty of 1950 is drawn.",
    ),
    "the kind of a link": Deed(
        give_kind,
        give_kind_by_keys,
        links,
        "The link says now: Yalta agreement long-term cause of Treaty of 1950.",
    ),
    "the reason of a link": Deed(
        write_reason,
        write_reason_by_keys,
        links,
        "The link says now: Yalta agreement led to Treaty of 1950, because it was promised.",
    ),
    "the words of a link moved": Deed(
        carry_words,
        on_link((Qt.Key.Key_Right, ALT)),
        lambda driver: driver.model.web.links[PAIR].label.x > 0,
        "The words of the link Yalta agreement → Treaty of 1950 have moved.",
    ),
    "a link turned round": Deed(
        turn,
        turn_by_keys,
        links,
        "The link is turned round: Treaty of 1950 → Yalta agreement.",
    ),
    "a link taken away": Deed(
        erase,
        on_link((Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier)),
        links,
        "The link Yalta agreement → Treaty of 1950 is gone.",
    ),
    "cards chosen together": Deed(
        band, band_by_keys, lambda driver: driver.model.selected, "2 cards are chosen."
    ),
    "a card of one's own": Deed(
        write_card,
        on_row(YALTA, Qt.Key.Key_Insert, Qt.KeyboardModifier.NoModifier),
        lambda driver: [card.text for card in driver.model.web.cards.values() if card.text],
        f"{OWN} is on the web now.",
    ),
}


def begin(driver: WebDriver) -> None:
    """Lay two causes beside each other over what they led to, and draw a link."""
    spots = {YALTA: Point(0, 0), VICTORY: Point(240, 0), TREATY: Point(120, 240)}
    driver.model.place(spots)
    driver.model.draw(PAIR)
    driver.panel.views.setFocus()
    driver.model.choose("")
    driver.canvas.fit()


@pytest.mark.parametrize("deed", DEEDS.values(), ids=DEEDS.keys())
def test_what_the_mouse_does_keys_do_in_the_outline_and_it_is_said(
    driver: WebDriver, said: list[str], monkeypatch: pytest.MonkeyPatch, deed: Deed
) -> None:
    monkeypatch.setattr(line_dialog, "ask", lambda *_asked: OWN)
    begin(driver)
    untouched, before = deed.state(driver), driver.model.web
    said.clear()
    deed.by_mouse(driver)
    done = deed.state(driver)
    assert done != untouched
    assert deed.said in said
    while driver.model.web != before:
        driver.model.undo()
    driver.panel.views.setFocus()
    driver.model.choose("")
    assert deed.state(driver) == untouched
    driver.panel.show_outline(True)
    said.clear()
    deed.by_keys(driver)
    assert deed.state(driver) == done
    assert deed.said in said


def test_several_cards_are_carried_by_keys_in_one_step(driver: WebDriver, said: list[str]) -> None:
    begin(driver)
    driver.panel.show_outline(True)
    band_by_keys(driver)
    driver.key(Qt.Key.Key_Down, ALT)
    assert driver.model.web.cards[YALTA].at == Point(0, GRID)
    assert driver.model.web.cards[VICTORY].at == Point(240, GRID)
    assert said[-1] == "2 cards have moved."
    driver.key(Qt.Key.Key_Down, CONTROL)
    assert set(driver.model.web.cards) == {TREATY}
    assert said[-1] == "2 cards are in the tray now."


def words_at(driver: WebDriver) -> QPointF:
    canvas = driver.canvas
    return canvas.painter.label_area(PAIR, canvas.shape.lines[PAIR]).center()


def test_words_of_a_link_are_moved_from_where_they_stand(either: WebDriver) -> None:
    begin(either)
    either.model.describe(PAIR, Relation.LED_TO, "Stalin wanted to keep it")
    either.model.place({VICTORY: either.model.web.cards[YALTA].at._replace(x=20, y=120)})
    before, line = words_at(either), either.canvas.shape.lines[PAIR]
    assert (before - line.center()).manhattanLength() > 4 * GRID
    either.panel.views.setFocus()
    either.model.choose_link(PAIR)
    either.key(Qt.Key.Key_Right, ALT)
    assert 0 < words_at(either).x() - before.x() <= 2 * GRID
    assert abs(words_at(either).y() - before.y()) <= GRID


def test_with_shift_a_card_is_carried_as_far_as_the_next_one(either: WebDriver) -> None:
    begin(either)
    either.panel.views.setFocus()
    either.model.choose(TREATY)
    either.key(Qt.Key.Key_Right, ALT | SHIFT)
    assert either.model.web.cards[TREATY].at == Point(120 + 224, 240)
    either.key(Qt.Key.Key_Up, ALT | SHIFT)
    assert either.model.web.cards[TREATY].at == Point(120 + 224, 240 - 128)


def test_f2_writes_why_a_link_holds_or_what_stands_on_ones_own_card(
    either: WebDriver, said: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(line_dialog, "ask", lambda *_asked: OWN)
    begin(either)
    either.model.write("A thought", Point(400, 400))
    own = next(name for name, card in either.model.web.cards.items() if card.text)
    either.panel.views.setFocus()
    either.model.choose(own)
    either.key(Qt.Key.Key_F2)
    assert either.model.web.cards[own].text == OWN
    assert said[-1] == f"The card says “{OWN}” now."
    either.model.choose_link(PAIR)
    either.key(Qt.Key.Key_F2)
    assert either.panel.link_box.because.hasFocus()


def test_shift_and_arrows_choose_cards_together_on_the_canvas(
    driver: WebDriver, said: list[str]
) -> None:
    begin(driver)
    driver.model.choose(YALTA)
    driver.key(Qt.Key.Key_Right, SHIFT)
    assert driver.model.selected == {YALTA, VICTORY}
    assert said[-2] == "2 cards are chosen."
    assert said[-1].startswith("Victory of 1949")
    assert said.count("2 cards are chosen.") == 1


def test_what_is_chosen_together_on_the_canvas_is_so_in_the_outline(driver: WebDriver) -> None:
    begin(driver)
    driver.model.choose(YALTA, [VICTORY])
    driver.panel.show_outline(True)
    view = driver.panel.outline
    chosen = [view.outline.node(index) for index in view.selectedIndexes()]
    assert {node.card for node in chosen if node} == {YALTA, VICTORY}


def test_walking_over_a_link_with_shift_keeps_the_cards_that_are_chosen(driver: WebDriver) -> None:
    begin(driver)
    driver.panel.show_outline(True)
    choose(driver, YALTA)
    for _ in range(2):
        driver.key(Qt.Key.Key_Down, SHIFT)
    assert driver.model.selected == {YALTA, VICTORY}
    driver.key(Qt.Key.Key_Down)
    assert driver.model.selected == {TREATY}


def test_a_link_reached_on_the_canvas_is_said_and_not_its_card(
    driver: WebDriver, said: list[str]
) -> None:
    begin(driver)
    driver.model.describe(PAIR, Relation.TRIGGER, "it was promised")
    driver.model.choose(YALTA)
    driver.key(Qt.Key.Key_Return)
    assert said[-1] == "Yalta agreement triggered Treaty of 1950, because it was promised"
    driver.model.choose("")
    click_link(driver)
    assert said[-1] == "Yalta agreement triggered Treaty of 1950, because it was promised"


def test_how_much_is_in_sight_is_said(driver: WebDriver, said: list[str]) -> None:
    begin(driver)
    driver.panel.canvas.setFocus()
    for key in (Qt.Key.Key_Plus, Qt.Key.Key_Minus, Qt.Key.Key_0):
        said.clear()
        driver.key(key)
        assert said[0].startswith("Cards in sight: ")
    assert said == ["Cards in sight: 3 of 3, at 100 percent."]
