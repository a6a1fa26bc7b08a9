"""The search box: results as one types, walked and chosen by keyboard."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from studyapp.domain.pages import Hit
from studyapp.ui.look.theme import Theme
from studyapp.ui.search.search_box import SearchBox
from studyapp.ui.search.search_results import plain

HITS = (
    Hit("topic", "t1", "Yalta", "t1", None, (("At ", False), ("Yalta", True))),
    Hit("passage", "p", "Ports", "c/topic/ports", "p", (("promised at Yalta", False),)),
)


def search(words: str) -> Sequence[Hit]:
    return [hit for hit in HITS if words.casefold() in plain(hit).casefold()]


@pytest.fixture
def box(qtbot: QtBot) -> SearchBox:
    made = SearchBox(Theme())
    qtbot.addWidget(made)
    made.search_with(search)
    made.show()
    return made


def test_typing_shows_what_is_found_best_first(box: SearchBox, qtbot: QtBot) -> None:
    qtbot.keyClicks(box, "yalta")
    titles = [box.results.item(row).data(Qt.ItemDataRole.UserRole).title for row in range(2)]
    assert titles == ["Yalta", "Ports"]
    assert box.results.isVisible()


def test_enter_chooses_the_first_hit(box: SearchBox, qtbot: QtBot) -> None:
    qtbot.keyClicks(box, "yalta")
    with qtbot.waitSignal(box.hit_chosen) as chosen:
        qtbot.keyClick(box, Qt.Key.Key_Return)
    assert chosen.args == [HITS[0]]
    assert not box.results.isVisible()


def test_the_arrow_keys_walk_the_hits_while_the_box_keeps_the_focus(
    box: SearchBox, qtbot: QtBot
) -> None:
    qtbot.keyClicks(box, "yalta")
    qtbot.keyClick(box, Qt.Key.Key_Down)
    with qtbot.waitSignal(box.hit_chosen) as chosen:
        qtbot.keyClick(box, Qt.Key.Key_Return)
    assert chosen.args == [HITS[1]]


def test_nothing_found_is_said_and_cannot_be_chosen(box: SearchBox, qtbot: QtBot) -> None:
    qtbot.keyClicks(box, "zzz")
    assert box.results.item(0).text() == "Nothing found for “zzz”"
    with qtbot.assertNotEmitted(box.hit_chosen):
        qtbot.keyClick(box, Qt.Key.Key_Return)


def test_escape_closes_the_results_and_leaves_the_box(box: SearchBox, qtbot: QtBot) -> None:
    qtbot.keyClicks(box, "yalta")
    with qtbot.waitSignal(box.left):
        qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert not box.results.isVisible()


def test_emptying_the_box_closes_the_results(box: SearchBox, qtbot: QtBot) -> None:
    qtbot.keyClicks(box, "y")
    qtbot.keyClick(box, Qt.Key.Key_Backspace)
    assert not box.results.isVisible()


def test_without_a_course_typing_finds_nothing(box: SearchBox, qtbot: QtBot) -> None:
    box.search_with(None)
    qtbot.keyClicks(box, "yalta")
    assert box.results.item(0).flags() == Qt.ItemFlag.NoItemFlags
