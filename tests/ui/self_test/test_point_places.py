"""Under a key point that is missing stands where the note says it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from studyapp.domain.course import Course, KeyPoint
from studyapp.ui.self_test.elided_button import ElidedButton
from studyapp.ui.self_test.points_view import PointsView
from studyapp.ui.self_test.self_test_panel import SelfTestPanel
from tests import builders
from tests.ui.self_test.shown_panel import shown_panel

PORTS = builders.paragraph("He wanted the ports that the tsar had once had.")
RAILWAY = builders.paragraph("The railway was to be run by both.")
POINTS = (KeyPoint("the ports"), KeyPoint("the railway", ("the line",)))


def course(*points: KeyPoint) -> Course:
    return builders.course(
        builders.topic(builders.TOPIC, PORTS, RAILWAY),
        builders.typed_question("Why did Stalin sign?", *points, passage=RAILWAY.id),
    )


@pytest.fixture
def panel(qtbot: QtBot, tmp_path: Path) -> Iterator[SelfTestPanel]:
    with shown_panel(qtbot, tmp_path, course(*POINTS)) as shown:
        yield shown.panel


def answered(panel: SelfTestPanel, text: str, qtbot: QtBot) -> PointsView:
    assert panel.question
    qtbot.keyClicks(panel.question.focusProxy(), text)
    panel.submit()
    view = panel.question.points_view
    assert view
    return view


def test_a_missing_point_says_where_the_note_has_it(panel: SelfTestPanel, qtbot: QtBot) -> None:
    shown = answered(panel, "he wanted the line back", qtbot)
    assert list(shown.ways) == [0]
    assert shown.ways[0].accessibleName() == (
        "In the note: “He wanted the ports that the tsar had once had.”"
    )


def test_a_click_goes_to_its_passage(panel: SelfTestPanel, qtbot: QtBot) -> None:
    shown = answered(panel, "he wanted the line back", qtbot)
    with qtbot.waitSignal(panel.passage_requested) as asked:
        shown.ways[0].click()
    assert asked.args == [PORTS.id]


def test_shift_and_its_letter_go_there_too(panel: SelfTestPanel, qtbot: QtBot) -> None:
    answered(panel, "he wanted the line back", qtbot)
    with qtbot.waitSignal(panel.passage_requested) as asked:
        qtbot.keyClick(
            panel.focusWidget() or panel, Qt.Key.Key_A, Qt.KeyboardModifier.ShiftModifier
        )
    assert asked.args == [PORTS.id]


def test_shift_and_the_letter_of_a_found_point_overrule_nothing(
    panel: SelfTestPanel, qtbot: QtBot
) -> None:
    shown = answered(panel, "he wanted the line back", qtbot)
    qtbot.keyClick(panel.focusWidget() or panel, Qt.Key.Key_B, Qt.KeyboardModifier.ShiftModifier)
    assert shown.buttons[1].text() == "B  I did not say this"


def test_the_tooltip_has_the_whole_sentence(panel: SelfTestPanel, qtbot: QtBot) -> None:
    way = answered(panel, "he wanted the line back", qtbot).ways[0]
    assert way.toolTip() == (
        "Show this in the note (Shift+A): “He wanted the ports that the tsar had once had.”"
    )


def test_where_there_is_no_room_a_sentence_ends_in_an_ellipsis(qtbot: QtBot) -> None:
    around = QWidget()
    qtbot.addWidget(around)
    button = ElidedButton("He wanted the ports that the tsar had once had.", around)
    around.show()
    button.resize(140, 30)
    assert button.text().endswith("…")
    button.resize(button.sizeHint())
    assert button.text().endswith("had.")


def test_of_a_single_point_the_passage_of_the_answer_is_enough(
    qtbot: QtBot, tmp_path: Path
) -> None:
    with shown_panel(qtbot, tmp_path, course(POINTS[0])) as shown:
        assert answered(shown.panel, "for the line", qtbot).ways == {}
