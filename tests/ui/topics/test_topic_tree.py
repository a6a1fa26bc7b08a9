"""The topic tree: a course's topics as a Qt model and as a view."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from studyapp.domain.pages import TopicEntry
from studyapp.domain.progress.knowledge import Knowledge
from studyapp.ui.look.theme import Theme
from studyapp.ui.topics.topic_marks import TopicMarks
from studyapp.ui.topics.topic_tree import TopicTree, TopicTreeModel

pytestmark = pytest.mark.usefixtures("qapp")
TOPICS = (
    TopicEntry("c/topic/war", None, "War", 0),
    TopicEntry("c/topic/xian", "c/topic/war", "Xi’an", 1),
    TopicEntry("c/topic/comintern", "c/topic/war", "The Comintern", 1),
    TopicEntry("c/topic/peace", None, "Peace", 0),
)


def shown(qtbot: QtBot) -> TopicTree:
    tree = TopicTree(Theme())
    qtbot.addWidget(tree)
    tree.show_topics(TOPICS)
    return tree


def test_the_model_keeps_qts_rules() -> None:
    model = TopicTreeModel(TopicMarks(Theme()), TOPICS)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show(TOPICS[:2])
    assert model.rowCount() == 1


def test_subtopics_stand_under_their_topic() -> None:
    model = TopicTreeModel(TopicMarks(Theme()), TOPICS)
    war = model.index_of("c/topic/war")
    assert [model.index(row, 0, war).data() for row in range(model.rowCount(war))] == [
        "Xi’an",
        "The Comintern",
    ]


def test_an_unknown_topic_has_no_index() -> None:
    assert not TopicTreeModel(TopicMarks(Theme()), TOPICS).index_of("c/topic/none").isValid()


def test_a_title_that_does_not_fit_stands_on_several_lines(qtbot: QtBot) -> None:
    tree = shown(qtbot)
    comintern = tree.topics.index_of("c/topic/comintern")
    tree.resize(400, 300)
    tree.show()
    one_line = tree.visualRect(comintern).height()
    tree.resize(130, 300)
    qtbot.waitUntil(lambda: tree.visualRect(comintern).height() > one_line)
    assert tree.visualRect(tree.topics.index_of("c/topic/war")).height() == one_line
    tree.resize(400, 300)
    qtbot.waitUntil(lambda: tree.visualRect(comintern).height() == one_line)


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


class Known:
    """An overview in which some topics are known so far."""

    def __init__(self, **known: Knowledge) -> None:
        self.known = known

    def of(self, topic: str) -> Knowledge:
        return self.known.get(topic.rpartition("/")[2], Knowledge(1))

    def catch_up(self) -> bool:
        return True


def pixels(tree: TopicTree, topic: str) -> bytes:
    mark = tree.topics.index_of(topic).data(Qt.ItemDataRole.DecorationRole)
    return bytes(mark.toImage().constBits())


def test_each_level_has_a_shape_of_its_own(qtbot: QtBot) -> None:
    tree = shown(qtbot)
    blank = pixels(tree, "c/topic/war")
    shapes = set()
    for done in range(5):
        known = Knowledge(4, min(done, 4))
        tree.marks.show(Known(war=known))  # type: ignore[arg-type]
        shapes.add(pixels(tree, "c/topic/war"))
    assert len(shapes | {blank}) == 6


def test_the_reason_stands_in_the_tooltip_and_is_said(qtbot: QtBot) -> None:
    tree = shown(qtbot)
    war = tree.topics.index_of("c/topic/war")
    assert war.data(Qt.ItemDataRole.ToolTipRole) == "War"
    tree.marks.show(Known(war=Knowledge(1, 1, 0, 0, 12, 5)))  # type: ignore[arg-type]
    said = war.data(Qt.ItemDataRole.AccessibleDescriptionRole)
    assert said == "Notes read: 1 of 1\nCards you know now: 5 of 12"
    assert war.data(Qt.ItemDataRole.ToolTipRole) == f"War\n{said}"


def test_a_change_of_the_marks_repaints_every_topic(qtbot: QtBot) -> None:
    tree = shown(qtbot)
    changed = []
    tree.topics.dataChanged.connect(lambda first, last, *_: changed.append((first, last)))
    tree.marks.refresh()
    assert changed == []
    tree.marks.show(Known())  # type: ignore[arg-type]
    names = {tree.topics.topic_at(index) for ends in changed for index in ends}
    assert names == {topic.id for topic in TOPICS}
