"""Translation: the pseudo-language, and messages from below the interface."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from studyapp.domain.messages import message
from studyapp.ui.translation import PseudoTranslator, pseudo, sentence


@pytest.fixture
def pseudo_language(qtbot: QtBot) -> Iterator[None]:
    application = QApplication.instance()
    assert application is not None
    translator = PseudoTranslator()
    QCoreApplication.installTranslator(translator)
    yield
    QCoreApplication.removeTranslator(translator)


def test_a_message_is_said_in_plain_words() -> None:
    assert sentence(message("{count} cards in {file}", count=3, file="a.db")) == "3 cards in a.db"


def test_a_message_within_a_message_is_said_too() -> None:
    inner = message("row {row}", row=7)
    assert sentence(message("Wrong in {where}.", where=inner)) == "Wrong in row 7."


def test_the_pseudo_language_leaves_fields_alone() -> None:
    assert pseudo("Open {title} now") == "[Ópéñ {title} ñów]"
    assert pseudo("") == ""


def test_messages_are_translated(pseudo_language: None) -> None:
    assert sentence(message("Open {title} now", title="China")) == "[Ópéñ China ñów]"
