"""Questions in a larger size of type, where the notes are larger."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from studyapp.ui.look.theme import Theme
from studyapp.ui.preferences import Preferences
from tests.builders import full_id
from tests.ui.self_test.shown_panel import ShownPanel, shown_panel
from tests.ui.self_test.test_question_views import COURSE, KINDS


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    return Preferences(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))


@pytest.fixture
def dressed(qapp: QApplication) -> Iterator[None]:
    """Wear the style sheet: under one, fonts are handed down otherwise."""
    before = qapp.styleSheet(), qapp.palette()
    Theme().dress(qapp)
    yield
    qapp.setStyleSheet(before[0])
    qapp.setPalette(before[1])


@pytest.fixture
def shown(
    qtbot: QtBot, tmp_path: Path, preferences: Preferences, dressed: None
) -> Iterator[ShownPanel]:
    with shown_panel(qtbot, tmp_path, COURSE, preferences) as panel:
        panel.panel.resize(389, 500)
        yield panel


def ask(shown: ShownPanel, prompt: str) -> None:
    shown.panel.ask_card(full_id("question", prompt) + "#answer")
    QApplication.processEvents()


def size(widget: QWidget) -> float:
    return QFontInfo(widget.font()).pointSizeF()


def test_a_question_and_its_answer_grow_with_the_notes(
    shown: ShownPanel, preferences: Preferences
) -> None:
    usual = size(shown.panel)
    preferences.note_points = 24
    ask(shown, "Choose")
    shown.panel.give_up()
    QApplication.processEvents()
    labels = [label for label in shown.panel.sheet.findChildren(QLabel) if label.isVisible()]
    assert labels
    assert {round(size(label) / usual, 1) for label in labels} == {1.6}
    preferences.note_points = 12
    assert {size(label) for label in labels} == {usual}


def test_a_question_is_no_smaller_than_usual(shown: ShownPanel, preferences: Preferences) -> None:
    usual = size(shown.panel)
    preferences.note_points = 10
    ask(shown, "Choose")
    assert {size(label) for label in shown.panel.sheet.findChildren(QLabel)} == {usual}


@pytest.mark.parametrize("prompt", KINDS)
def test_the_largest_questions_need_no_more_width_than_there_is(
    shown: ShownPanel, preferences: Preferences, prompt: str
) -> None:
    preferences.note_points = 24
    ask(shown, prompt)
    shown.panel.give_up()
    QApplication.processEvents()
    assert shown.panel.width() == 389
    for widget in shown.panel.sheet.findChildren(QWidget):
        if widget.isVisible() and not isinstance(widget, QPushButton):
            right = widget.mapTo(shown.panel, widget.rect().topRight()).x()
            assert right <= 389


def test_the_answer_field_keeps_its_lines_in_another_size(
    shown: ShownPanel, preferences: Preferences
) -> None:
    ask(shown, "Count")
    assert shown.panel.question
    field = shown.panel.question.focusProxy()
    assert field
    before = field.height()
    preferences.note_points = 24
    QApplication.processEvents()
    assert field.height() > before
