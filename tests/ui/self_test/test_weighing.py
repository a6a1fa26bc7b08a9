"""Sources and statements in the panel: two fields, and a scale on which no place is wrong."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from studyapp.domain.course import Course, Question
from studyapp.domain.kinds.evidence import Evidence, Side
from studyapp.domain.kinds.source import Source
from studyapp.domain.kinds.statement import Statement
from studyapp.store.progress import Progress
from studyapp.ui.self_test.question_views.weighing_view import WeighingView
from studyapp.ui.self_test.self_test_panel import SelfTestPanel
from tests import builders
from tests.ui.self_test.shown_panel import shown_panel, texts_of

ABOUT = builders.paragraph("Mao came to Moscow and waited.")
SOURCE = builders.weighing_question(
    "What is it worth?",
    Source(
        (
            Evidence(Side.USEFUL, "He was there.", ABOUT.id, ("eyewitness",)),
            Evidence(Side.LIMITED, "He wrote later.", None, ("years later",)),
        ),
        "A letter about the visit",
        "Mao, 1957",
    ),
)
STATEMENT = builders.weighing_question(
    "“It was a snub.” How far do you agree?",
    Statement(
        (
            Evidence(Side.AGREE, "He had to wait.", ABOUT.id, ("waited",)),
            Evidence(Side.DISAGREE, "He sat beside Stalin.", None, ("beside Stalin",)),
        )
    ),
)
HELD: Course = builders.course(builders.topic(builders.TOPIC, ABOUT), SOURCE, STATEMENT)


@dataclass
class Desk:
    panel: SelfTestPanel
    progress: Progress
    qtbot: QtBot

    def ask(self, question: Question) -> WeighingView:
        self.panel.ask_card(f"{question.id}#answer")
        self.panel.setFocus()
        # The arrow keys go from button to button by where they lie.
        QApplication.processEvents()
        view = self.panel.question
        assert isinstance(view, WeighingView)
        return view

    def press(self, key: Qt.Key) -> None:
        focused = QApplication.focusWidget()
        assert focused
        self.qtbot.keyClick(focused, key)

    def type(self, words: str) -> None:
        focused = QApplication.focusWidget()
        assert focused
        self.qtbot.keyClicks(focused, words)

    def texts(self) -> str:
        QApplication.processEvents()
        return texts_of(self.panel)


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    with shown_panel(qtbot, tmp_path, HELD) as shown:
        yield Desk(shown.panel, shown.progress, qtbot)


def test_a_source_is_weighed_by_keys_alone_and_marked_by_point(desk: Desk) -> None:
    desk.ask(SOURCE)
    assert "A letter about the visit\nMao, 1957" in desk.texts()
    desk.type("an eyewitness")
    desk.press(Qt.Key.Key_Return)
    desk.type("none")
    desk.press(Qt.Key.Key_Return)
    assert "✓ In your answer: He was there." in desk.texts()
    assert "○ Not found in your answer: He wrote later." in desk.texts()
    assert "◇ Partly right" in desk.texts()
    desk.press(Qt.Key.Key_1)
    [review] = desk.progress.entries(types=("review",))
    assert review.grade == 0.5
    assert review.payload["given"] == {"useful": "an eyewitness", "limited": "none"}


def test_the_words_that_counted_are_underlined(desk: Desk) -> None:
    view = desk.ask(SOURCE)
    view.fields[0].setPlainText("an eyewitness")
    desk.panel.submit()
    assert len(view.fields[0].extraSelections()) == 1


def test_a_statement_is_judged_by_keys_alone(desk: Desk) -> None:
    view = desk.ask(STATEMENT)
    desk.press(Qt.Key.Key_Space)
    desk.press(Qt.Key.Key_Down)
    desk.press(Qt.Key.Key_Return)
    desk.type("He waited")
    desk.press(Qt.Key.Key_Return)
    desk.press(Qt.Key.Key_Return)
    assert view.scale
    assert view.scale.step() == 1
    assert "✓ In your answer: He had to wait." in desk.texts()
    assert "✓ In your answer: A place on the scale, with a reason" in desk.texts()


@pytest.mark.parametrize("step", range(5))
def test_no_place_is_called_wrong_and_no_rating_suggested(desk: Desk, step: int) -> None:
    view = desk.ask(STATEMENT)
    assert view.scale
    view.scale.buttons[step].setChecked(True)
    desk.panel.submit()
    assert "✗" not in desk.texts()
    assert desk.panel.marked
    assert desk.panel.marked.suggested is None


def test_a_statement_is_kept_while_it_is_written(desk: Desk) -> None:
    view = desk.ask(STATEMENT)
    assert view.scale
    view.scale.buttons[3].setChecked(True)
    view.fields[1].setPlainText("he sat there")
    desk.ask(SOURCE)
    again = desk.ask(STATEMENT)
    assert again.scale
    assert again.scale.step() == 3
    assert again.fields[1].toPlainText() == "he sat there"


def test_a_digit_takes_a_place_on_the_scale(desk: Desk) -> None:
    view = desk.ask(STATEMENT)
    desk.press(Qt.Key.Key_4)
    assert view.scale
    assert view.scale.step() == 3


def test_the_marks_of_a_long_answer_begin_in_sight(desk: Desk) -> None:
    view = desk.ask(STATEMENT)
    desk.panel.resize(480, 360)
    view.fields[0].setPlainText("he had waited")
    desk.panel.submit()
    points = view.points_view
    assert points
    desk.qtbot.waitUntil(lambda: not points.visibleRegion().isEmpty())


def test_an_empty_answer_is_none(desk: Desk) -> None:
    assert desk.ask(SOURCE).given() is None
    assert desk.panel.check_row
    assert not desk.panel.check_row.check_button.isEnabled()
