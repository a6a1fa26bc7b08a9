"""A card of one's own: its gaps are seen, made by a button, and shown as they are asked."""

import pytest
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from studyapp.ui.dialogs.card_dialog import CardDialog

SENTENCE = "Wang Shijie signed in Moscow."


@pytest.fixture
def dialog(qtbot: QtBot) -> CardDialog:
    made = CardDialog(SENTENCE, "", with_gap=True)
    qtbot.addWidget(made)
    made.show()
    return made


def choose(dialog: CardDialog, words: str) -> None:
    cursor = dialog.prompt.document().find(words)
    dialog.prompt.setTextCursor(QTextCursor(cursor))


def test_the_chosen_words_become_a_gap_that_is_shown_as_it_is_asked(dialog: CardDialog) -> None:
    assert dialog.asked.text() == "There is no gap yet."
    assert not dialog.keep_button.isEnabled()
    choose(dialog, "Wang Shijie ")
    dialog.gap_button.click()
    assert dialog.card() == ("{{Wang Shijie}} signed in Moscow.", "")
    assert dialog.asked.text() == "[…] signed in Moscow."
    assert dialog.keep_button.isEnabled()


def test_each_gap_is_shown_as_it_is_asked(dialog: CardDialog) -> None:
    for words in ("Wang Shijie", "Moscow"):
        choose(dialog, words)
        dialog.gap_button.click()
    assert dialog.asked.text() == "[…] signed in Moscow.\nWang Shijie signed in […]."


def test_without_a_choice_the_word_at_the_cursor_becomes_a_gap(dialog: CardDialog) -> None:
    cursor = dialog.prompt.textCursor()
    cursor.setPosition(SENTENCE.index("Moscow") + 2)
    dialog.prompt.setTextCursor(cursor)
    dialog.gap_button.click()
    assert dialog.card()[0] == "Wang Shijie signed in {{Moscow}}."


def test_no_gap_is_made_within_a_gap(dialog: CardDialog) -> None:
    dialog.prompt.setPlainText("🚂 Signed in {{Moscow}} today.")
    for words in ("Mos", "{{Moscow", "in {{Moscow}} to"):
        choose(dialog, words)
        dialog.gap_button.click()
    assert dialog.card()[0] == "🚂 Signed in {{Moscow}} today."


def test_gaps_are_set_off_in_the_sentence(dialog: CardDialog) -> None:
    dialog.prompt.setPlainText("🚂 Signed in {{Moscow}} today.")
    QApplication.processEvents()
    [gap] = dialog.prompt.document().firstBlock().layout().formats()
    assert (gap.start, gap.length) == (len("## Signed in {{"), len("Moscow"))


def test_making_and_changing_are_told_apart(qtbot: QtBot) -> None:
    dialog = CardDialog("Who?", "He.", with_gap=False, is_new=False)
    qtbot.addWidget(dialog)
    assert (dialog.windowTitle(), dialog.keep_button.text()) == (
        "Change your card",
        "Keep the change",
    )
