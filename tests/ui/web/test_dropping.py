"""What is dropped on the web from other panels."""

from collections.abc import Callable
from itertools import combinations

import pytest
from PySide6.QtCore import QMimeData, QPointF, QRectF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from studyapp.domain.boards.web import is_own
from studyapp.ui.board import line_dialog
from studyapp.ui.pointer.dragging import factor_mime, term_mime, topic_mime
from tests.builders import TOPIC, full_id
from tests.drops import Over
from tests.ui.board.conftest import FOCUS, LITTLE, named
from tests.ui.web.conftest import TREATY, YALTA
from tests.web_driver import WebDriver

HERE = full_id("topic", TOPIC)
COPY = Qt.DropAction.CopyAction
LEFT, PLAIN = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def words(text: str) -> QMimeData:
    data = QMimeData()
    data.setText(text)
    return data


def dragged_over(driver: WebDriver, data: QMimeData, at: QPointF) -> bool:
    """Drag something over the web; say whether it was taken."""
    enter = QDragEnterEvent(at.toPoint(), COPY, data, LEFT, PLAIN)
    enter.setAccepted(False)
    QApplication.sendEvent(driver.canvas, enter)
    QApplication.sendEvent(driver.canvas, QDragMoveEvent(at.toPoint(), COPY, data, LEFT, PLAIN))
    return enter.isAccepted()


def dropped(driver: WebDriver, data: QMimeData, at: QPointF) -> None:
    assert dragged_over(driver, data, at)
    QApplication.sendEvent(driver.canvas, QDropEvent(at, COPY, data, LEFT, PLAIN))


def test_a_factor_dropped_on_the_web_lies_there(driver: WebDriver) -> None:
    dropped(driver, factor_mime(YALTA, "Yalta agreement"), driver.ground(0.5, 0.5))
    assert set(driver.model.web.cards) == {YALTA}


def test_a_factor_dropped_on_the_tray_stays_in_it(driver: WebDriver) -> None:
    dropped(driver, factor_mime(YALTA, "Yalta agreement"), driver.canvas.tray.area.center())
    assert driver.model.web.cards == {}


def test_a_factor_of_elsewhere_is_not_taken(driver: WebDriver) -> None:
    assert not dragged_over(driver, factor_mime(named("Nowhere"), "N"), driver.ground(0.5, 0.5))


def test_what_is_dragged_away_again_leaves_nothing(driver: WebDriver) -> None:
    dragged_over(driver, factor_mime(YALTA, "Yalta agreement"), driver.ground(0.5, 0.5))
    QApplication.sendEvent(driver.canvas, QDragLeaveEvent())
    assert driver.canvas.gesture is None
    assert driver.model.web.cards == {}


def test_words_of_the_note_become_a_card_of_ones_own(driver: WebDriver) -> None:
    dropped(driver, words("Stalin wanted\n  ports."), driver.ground(0.5, 0.5))
    [name] = driver.model.web.cards
    assert is_own(name)
    assert driver.model.factor(name).title == "Stalin wanted ports."


def test_words_that_are_the_title_of_a_factor_are_that_factor(driver: WebDriver) -> None:
    dropped(driver, words(FOCUS.lower()), driver.ground(0.5, 0.5))
    assert set(driver.model.web.cards) == {TREATY}


@pytest.mark.parametrize("outline", [False, True])
def test_insert_writes_a_card_of_ones_own(
    driver: WebDriver, outline: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(line_dialog, "ask", lambda *_asked: "My view")
    driver.panel.show_outline(outline)
    driver.key(Qt.Key.Key_Insert)
    assert [card.text for card in driver.model.web.cards.values()] == ["My view"]


def test_a_topic_lays_its_cards_in_rows_where_it_is_let_go(driver: WebDriver) -> None:
    tray = driver.model.tray
    at = driver.ground(0.5, 0.5)
    Over(driver.canvas, topic_mime(HERE, "The treaty")).all_the_way(at)
    areas = list(driver.canvas.shape.areas.values())
    assert set(driver.model.web.cards) == set(tray)
    assert not any(one.intersects(other) for one, other in combinations(areas, 2))
    assert len({area.left() for area in areas}) < len(areas)
    whole = QRectF()
    for area in areas:
        whole = whole.united(area)
    assert whole.contains(driver.canvas.sight.to_web(at))


def test_one_undo_takes_a_whole_topic_off_again(driver: WebDriver) -> None:
    driver.bring(YALTA, 0.5, 0.2)
    tray = driver.model.tray
    Over(driver.canvas, topic_mime(HERE, "The treaty")).all_the_way(driver.ground(0.5, 0.6))
    assert driver.model.tray == ()
    driver.panel.undo()
    assert driver.model.tray == tray
    assert set(driver.model.web.cards) == {YALTA}


def test_a_topics_cards_hide_no_card_that_lies_there(driver: WebDriver) -> None:
    driver.bring(YALTA, 0.5, 0.5)
    Over(driver.canvas, topic_mime(HERE, "The treaty")).all_the_way(driver.ground(0.5, 0.5))
    areas = driver.canvas.shape.areas
    assert not any(areas[YALTA].intersects(areas[name]) for name in areas if name != YALTA)


def test_while_a_topic_is_over_the_web_its_cards_are_shown(driver: WebDriver) -> None:
    before = driver.canvas.grab().toImage()
    over = Over(driver.canvas, topic_mime(HERE, "The treaty"))
    assert over.enter(driver.ground(0.5, 0.5))
    over.move(driver.ground(0.5, 0.5))
    assert driver.canvas.grab().toImage() != before
    over.leave()
    assert driver.model.web.cards == {}


def test_a_topic_of_which_the_web_has_nothing_is_refused_in_a_sentence(
    driver: WebDriver, said: list[str]
) -> None:
    over = Over(driver.canvas, topic_mime(full_id("topic", LITTLE), "Little"))
    assert not over.enter(driver.ground(0.5, 0.5))
    why = "This board has no cards of this topic."
    assert driver.panel.footer.summary.text() == said[-1] == why


def test_a_topic_whose_cards_are_laid_is_refused_in_a_sentence(
    driver: WebDriver, said: list[str]
) -> None:
    driver.board.taking.put_topic(HERE, "")
    assert not Over(driver.canvas, topic_mime(HERE, "The treaty")).enter(driver.ground(0.5, 0.5))
    assert said[-1] == "All cards of this topic are laid already."


@pytest.mark.parametrize("outline", [False, True])
def test_the_menu_of_a_topic_lays_its_cards_in_one_step(
    driver: WebDriver, outline: bool, said: list[str]
) -> None:
    driver.panel.show_outline(outline)
    count = len(driver.model.tray)
    [(key, words)] = driver.board.taking.offers_for(HERE).places
    driver.board.taking.put_topic(HERE, key)
    assert words == "Lay its cards on the web"
    assert driver.model.tray == ()
    assert said[-1] == f"{count} cards are on the web now."
    driver.panel.undo()
    assert driver.model.web.cards == {}


def test_a_term_is_the_card_that_has_one_of_its_names(driver: WebDriver) -> None:
    Over(driver.canvas, term_mime(("The pact", FOCUS))).all_the_way(driver.ground(0.5, 0.5))
    assert set(driver.model.web.cards) == {TREATY}


def test_another_term_becomes_a_card_of_ones_own_with_its_name(driver: WebDriver) -> None:
    Over(driver.canvas, term_mime(("Stalin", "Koba"))).all_the_way(driver.ground(0.5, 0.5))
    [name] = driver.model.web.cards
    assert is_own(name)
    assert driver.model.factor(name).title == "Stalin"


def test_a_factor_from_elsewhere_is_seen_once_while_it_is_carried(driver: WebDriver) -> None:
    at = driver.ground(0.5, 0.5)
    empty = driver.canvas.grab().toImage()
    over = Over(driver.canvas, factor_mime(YALTA, "Yalta agreement"))
    over.enter(at)
    over.move(at)
    carried = driver.canvas.grab().toImage()
    # Within the frame of its landing place the ground is as it was: the card follows the pointer.
    inside = (at + QPointF(30, 20)).toPoint()
    assert carried.pixelColor(inside) == empty.pixelColor(inside)
    over.drop(at)
    assert set(driver.model.web.cards) == {YALTA}


@pytest.mark.parametrize(
    "mime",
    [
        lambda: factor_mime(YALTA, "Yalta agreement"),
        lambda: topic_mime(HERE, "The treaty"),
        lambda: term_mime(("The pact", FOCUS)),
        lambda: words("Stalin wanted ports."),
    ],
)
def test_what_is_let_go_on_the_outline_lies_on_the_web(
    driver: WebDriver, mime: Callable[[], QMimeData]
) -> None:
    driver.panel.show_outline(True)
    view = driver.panel.outline
    Over(view.viewport(), mime()).all_the_way(QPointF(30, 30))
    assert driver.model.web.cards
    assert driver.canvas.gesture is None
