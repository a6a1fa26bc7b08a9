"""Pressing, clicking and dragging a topic of the tree, by mouse, key and finger."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QInputDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from studyapp.ui.look.theme import Theme
from studyapp.ui.pointer.dragging import dragged_topic
from studyapp.ui.topics.topic_tree import TopicTree
from tests.hands import FINGER, PEN, Hand
from tests.ui.topics.test_topic_tree import TOPICS

WAR, XIAN, PEACE = "c/topic/war", "c/topic/xian", "c/topic/peace"
CONTROL = Qt.KeyboardModifier.ControlModifier
RIGHT = Qt.MouseButton.RightButton


@pytest.fixture
def tree(qtbot: QtBot) -> TopicTree:
    made = TopicTree(Theme())
    qtbot.addWidget(made)
    made.resize(260, 200)
    made.show_topics(TOPICS)
    made.show()
    qtbot.waitExposed(made)
    made.select(WAR)
    return made


@pytest.fixture
def opened(tree: TopicTree) -> list[str]:
    """The topics that were opened."""
    told: list[str] = []
    tree.topic_selected.connect(told.append)
    return told


@pytest.fixture
def carried(monkeypatch: pytest.MonkeyPatch) -> list[QMimeData]:
    """What was dragged: a drag waits in a loop of its own for a pointer that a test has not."""
    told: list[QMimeData] = []
    monkeypatch.setattr(
        "studyapp.ui.topics.topic_tree.drag", lambda _source, mime: told.append(mime)
    )
    return told


def over(tree: TopicTree, topic: str) -> QPointF:
    return QPointF(tree.visualRect(tree.topics.index_of(topic)).center())


def is_open(tree: TopicTree, topic: str) -> bool:
    return tree.selectedIndexes() == [tree.topics.index_of(topic)]


def test_a_press_alone_opens_nothing(tree: TopicTree, opened: list[str]) -> None:
    Hand(tree.viewport()).press(over(tree, PEACE))
    assert opened == []
    assert is_open(tree, WAR)
    assert tree.currentIndex() == tree.topics.index_of(WAR)


def test_a_click_opens_the_topic_when_the_button_is_let_go(
    tree: TopicTree, opened: list[str]
) -> None:
    Hand(tree.viewport()).click(over(tree, PEACE))
    assert set(opened) == {PEACE}
    assert is_open(tree, PEACE)


def test_a_hand_that_trembles_still_clicks(tree: TopicTree, opened: list[str]) -> None:
    hand, at = Hand(tree.viewport()), over(tree, PEACE)
    hand.press(at)
    hand.move(at + QPointF(QApplication.startDragDistance() - 1, 0))
    hand.release(at)
    assert set(opened) == {PEACE}


def test_a_dragged_topic_is_carried_and_not_opened(
    tree: TopicTree, opened: list[str], carried: list[QMimeData]
) -> None:
    Hand(tree.viewport()).drag(over(tree, XIAN), QPointF(400, 50))
    [mime] = carried
    assert dragged_topic(mime) == XIAN
    assert mime.text() == "Xi’an"
    assert opened == []
    assert is_open(tree, WAR)
    assert tree.currentIndex() == tree.topics.index_of(WAR)


def test_a_double_click_closes_a_topic_with_others_below_it(tree: TopicTree) -> None:
    at = over(tree, WAR).toPoint()
    QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseDClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert not tree.isExpanded(tree.topics.index_of(WAR))


def test_the_arrow_beside_a_topic_closes_it_at_once_and_opens_nothing(
    tree: TopicTree, opened: list[str]
) -> None:
    tree.select(PEACE)
    index = tree.topics.index_of(WAR)
    arrow = QPointF(tree.visualRect(index).left() - 4, over(tree, WAR).y())
    Hand(tree.viewport()).press(arrow)
    assert not tree.isExpanded(index)
    assert opened == []


def test_the_right_button_asks_for_the_menu_and_opens_nothing(
    tree: TopicTree, opened: list[str]
) -> None:
    asked: list[str] = []
    tree.menu_wanted.connect(lambda topic, _at: asked.append(topic))
    at = over(tree, PEACE).toPoint()
    QTest.mouseClick(tree.viewport(), RIGHT, pos=at)
    globally = tree.viewport().mapToGlobal(at)
    QApplication.sendEvent(
        tree.viewport(), QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, globally)
    )
    assert asked == [PEACE]
    assert opened == []
    assert is_open(tree, WAR)


def test_ctrl_and_an_arrow_walk_without_opening(tree: TopicTree, opened: list[str]) -> None:
    asked: list[str] = []
    tree.menu_wanted.connect(lambda topic, _at: asked.append(topic))
    QTest.keyClick(tree, Qt.Key.Key_Down, CONTROL)
    by_key = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(1, 1), QPoint(1, 1))
    QApplication.sendEvent(tree.viewport(), by_key)
    assert asked == [XIAN]
    assert opened == []
    assert is_open(tree, WAR)
    assert tree.step(1) == XIAN


def test_a_topic_that_was_walked_to_opens_by_enter(tree: TopicTree, opened: list[str]) -> None:
    QTest.keyClick(tree, Qt.Key.Key_Down, CONTROL)
    tree.activated.emit(tree.currentIndex())
    assert opened == [XIAN]
    tree.select(XIAN)
    assert is_open(tree, XIAN)


def test_a_finger_that_taps_opens(tree: TopicTree, opened: list[str]) -> None:
    Hand(tree.viewport(), FINGER).click(over(tree, PEACE))
    assert set(opened) == {PEACE}


def test_a_finger_that_moves_at_once_scrolls(
    tree: TopicTree, opened: list[str], carried: list[QMimeData]
) -> None:
    tree.resize(260, 50)
    QApplication.processEvents()
    hand = Hand(tree.viewport(), FINGER)
    hand.drag(over(tree, XIAN), over(tree, XIAN) - QPointF(0, 14))
    assert tree.verticalScrollBar().value() == 14
    assert opened == []
    assert carried == []


def test_a_finger_that_has_rested_drags(tree: TopicTree, carried: list[QMimeData]) -> None:
    hand = Hand(tree.viewport(), FINGER)
    hand.drag(over(tree, XIAN), QPointF(400, 50), rests=True)
    assert [dragged_topic(mime) for mime in carried] == [XIAN]


@pytest.mark.parametrize("kind", [FINGER, PEN])
def test_a_finger_or_pen_that_rests_and_is_lifted_asks_for_the_menu(
    tree: TopicTree, opened: list[str], kind: QInputDevice.DeviceType
) -> None:
    asked: list[str] = []
    tree.menu_wanted.connect(lambda topic, _at: asked.append(topic))
    Hand(tree.viewport(), kind).rest(over(tree, PEACE))
    assert asked == [PEACE]
    assert opened == []


def test_a_pen_drags_at_once(tree: TopicTree, carried: list[QMimeData]) -> None:
    Hand(tree.viewport(), PEN).drag(over(tree, XIAN), QPointF(400, 50))
    assert [dragged_topic(mime) for mime in carried] == [XIAN]
