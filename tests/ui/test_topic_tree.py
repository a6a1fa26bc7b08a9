"""The topic tree: a course's topics as a Qt model and as a view."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from studyapp.domain.pages import TopicEntry
from studyapp.ui.topic_tree import TopicTree, TopicTreeModel

TOPICS = (
    TopicEntry("c/topic/war", None, "War", 0),
    TopicEntry("c/topic/xian", "c/topic/war", "Xi’an", 1),
    TopicEntry("c/topic/comintern", "c/topic/war", "The Comintern", 1),
    TopicEntry("c/topic/peace", None, "Peace", 0),
)


def shown(qtbot: QtBot) -> TopicTree:
    tree = TopicTree()
    qtbot.addWidget(tree)
    tree.show_topics(TOPICS)
    return tree


def test_the_model_keeps_qts_rules() -> None:
    model = TopicTreeModel(TOPICS)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show(TOPICS[:2])
    assert model.rowCount() == 1


def test_subtopics_stand_under_their_topic() -> None:
    model = TopicTreeModel(TOPICS)
    war = model.index_of("c/topic/war")
    assert [model.index(row, 0, war).data() for row in range(model.rowCount(war))] == [
        "Xi’an",
        "The Comintern",
    ]


def test_an_unknown_topic_has_no_index() -> None:
    assert not TopicTreeModel(TOPICS).index_of("c/topic/none").isValid()


def test_selecting_by_key_says_which_topic(qtbot: QtBot) -> None:
    tree = shown(qtbot)
    tree.select("c/topic/war")
    with qtbot.waitSignal(tree.topic_selected) as said:
        qtbot.keyClick(tree, Qt.Key.Key_Down)
    assert said.args == ["c/topic/xian"]


def test_selecting_by_program_says_nothing(qtbot: QtBot) -> None:
    tree = shown(qtbot)
    with qtbot.assertNotEmitted(tree.topic_selected):
        tree.select("c/topic/peace")
    assert tree.topics.topic_at(tree.currentIndex()) == "c/topic/peace"


def test_stepping_goes_through_all_topics_in_reading_order(qtbot: QtBot) -> None:
    tree = shown(qtbot)
    tree.select("c/topic/comintern")
    assert tree.step(1) == "c/topic/peace"
    assert tree.step(-1) == "c/topic/xian"


def test_stepping_stops_at_both_ends(qtbot: QtBot) -> None:
    tree = shown(qtbot)
    tree.select("c/topic/peace")
    assert tree.step(1) is None
