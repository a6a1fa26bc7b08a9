"""The next question is laid out in a pause, out of sight, and shown at once when it is asked."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from studyapp.domain.course import KeyPoint
from studyapp.services.study.turn import Marked
from studyapp.ui.self_test.question_views.question_view import QuestionView
from studyapp.ui.self_test.question_views.typed_view import TypedView
from tests.builders import choice_question, course, topic, typed_question
from tests.ui.hearing import heard_from
from tests.ui.self_test.shown_panel import ShownPanel, shown_panel, texts_of

LONG = "Three? " * 600
COURSE = course(
    topic(),
    choice_question("One?"),
    typed_question("Two?", KeyPoint("the ports"), KeyPoint("the railway")),
    typed_question(LONG, KeyPoint("in 1945")),
)


@pytest.fixture
def shown(qtbot: QtBot, tmp_path: Path) -> Iterator[ShownPanel]:
    with shown_panel(qtbot, tmp_path, COURSE) as made:
        yield made


def pause(shown: ShownPanel) -> None:
    """Let the student look at what is there, until nothing more is to be read ahead."""
    QApplication.processEvents()
    while shown.panel.foresight.is_waiting:
        QApplication.processEvents()


def laid_out(shown: ShownPanel) -> QuestionView:
    """Give up, look at the answer, and return the question that was laid out meanwhile."""
    shown.panel.give_up()
    pause(shown)
    back = shown.panel.sheets._back
    assert back
    assert back.question
    return back.question


def rate(qtbot: QtBot, shown: ShownPanel, key: Qt.Key = Qt.Key.Key_1) -> None:
    qtbot.keyClick(shown.panel.rating_bar, key)
    QApplication.processEvents()


def test_the_question_that_was_laid_out_is_shown(qtbot: QtBot, shown: ShownPanel) -> None:
    ahead = laid_out(shown)
    rate(qtbot, shown)
    assert shown.panel.question is ahead
    assert ahead.isVisible()
    assert "Two?" in texts_of(shown.panel)
    assert "One?" not in texts_of(shown.panel)


def test_until_it_is_asked_it_is_neither_seen_nor_heard_of(
    shown: ShownPanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard = heard_from(monkeypatch, "self_test.self_test_panel")
    shown.panel.give_up()
    said = list(heard)
    pause(shown)
    assert "Two?" not in texts_of(shown.panel)
    assert heard == said
    assert shown.panel.question
    assert shown.panel.question.card.prompt.values == {"text": "One?"}


def test_it_has_the_keys_and_its_answer_is_marked(qtbot: QtBot, shown: ShownPanel) -> None:
    ahead = laid_out(shown)
    rate(qtbot, shown)
    assert isinstance(ahead, TypedView)
    assert ahead.field.hasFocus()
    qtbot.keyClicks(ahead.field, "the ports and the railway")
    pause(shown)
    qtbot.keyClick(ahead.field, Qt.Key.Key_Return)
    marked: Marked | None = shown.panel.marked
    assert marked
    assert marked.grade
    assert marked.grade.right


def test_another_card_is_asked_as_if_nothing_had_been_laid_out(
    qtbot: QtBot, shown: ShownPanel
) -> None:
    ahead = laid_out(shown)
    shown.panel.ask_card(f"{COURSE.questions[2].id}#answer")
    rate(qtbot, shown)
    assert shown.panel.question is not ahead
    assert LONG.strip() in texts_of(shown.panel)
    assert "Two?" not in texts_of(shown.panel)


def test_what_was_laid_out_in_other_colours_is_laid_out_anew(
    qtbot: QtBot, shown: ShownPanel
) -> None:
    ahead = laid_out(shown)
    ahead.theme.changed.emit()
    rate(qtbot, shown)
    assert shown.panel.question is not ahead
    assert "Two?" in texts_of(shown.panel)


def test_a_question_of_another_course_is_laid_out_anew_once_that_course_is_open(
    shown: ShownPanel,
) -> None:
    sheets, card = shown.panel.sheets, shown.panel.card
    assert card
    sheets.make_ready(card, "Another course")
    question = sheets.show_question(card, "")
    QApplication.processEvents()
    assert question.isVisible()
    assert "Another course" not in texts_of(shown.panel)


def test_a_long_question_begins_at_its_top(qtbot: QtBot, shown: ShownPanel) -> None:
    laid_out(shown)
    rate(qtbot, shown)
    laid_out(shown)
    rate(qtbot, shown)
    assert LONG.strip() in texts_of(shown.panel)
    bar = shown.panel.sheet._scroll.verticalScrollBar()
    assert bar.maximum() > 0
    shown.panel.sheet.turn_page(1)
    laid_out(shown)
    rate(qtbot, shown)
    assert shown.panel.sheet._scroll.verticalScrollBar().value() == 0


def test_nothing_of_the_last_question_is_left_after_a_pause(
    qtbot: QtBot, shown: ShownPanel
) -> None:
    laid_out(shown)
    rate(qtbot, shown)
    pause(shown)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert len(shown.panel.findChildren(QuestionView)) == 1


def picture(shown: ShownPanel) -> QImage:
    """Return the panel as it is painted, without the cursor that blinks."""
    focused = shown.panel.focusWidget()
    if focused:
        focused.clearFocus()
    QApplication.processEvents()
    return shown.panel.grab().toImage()


def test_it_looks_as_if_it_had_been_made_when_it_was_asked(qtbot: QtBot, shown: ShownPanel) -> None:
    ahead = laid_out(shown)
    rate(qtbot, shown)
    before = picture(shown)
    shown.panel.refresh()
    assert shown.panel.question is not ahead
    assert picture(shown) == before
