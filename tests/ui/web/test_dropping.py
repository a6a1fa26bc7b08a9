"""What is dropped on the web from other panels."""

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QInputDialog

from studyapp.domain.web import is_own
from studyapp.ui.dragging import factor_mime
from tests.ui.board.conftest import FOCUS, named
from tests.ui.web.conftest import TREATY, YALTA
from tests.web_driver import WebDriver

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
    monkeypatch.setattr(QInputDialog, "getText", lambda *_args, **_named: ("My view", True))
    driver.panel.show_outline(outline)
    driver.key(Qt.Key.Key_Insert)
    assert [card.text for card in driver.model.web.cards.values()] == ["My view"]
