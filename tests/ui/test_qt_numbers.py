"""The numbers that stand for Qt's names before the first paint are Qt's own."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from studyapp.ui import qt_numbers
from studyapp.ui.look.theme import Theme
from studyapp.ui.note.note_header import ElidedLabel
from studyapp.ui.note.note_view import NoteView
from studyapp.ui.notice_bar import NoticeBar
from studyapp.ui.topics.topic_tree import TopicTree

NAMED = {
    "DISPLAY": Qt.ItemDataRole.DisplayRole,
    "DECORATION": Qt.ItemDataRole.DecorationRole,
    "TOOL_TIP": Qt.ItemDataRole.ToolTipRole,
    "ACCESSIBLE_DESCRIPTION": Qt.ItemDataRole.AccessibleDescriptionRole,
    "SIZE_HINT": Qt.ItemDataRole.SizeHintRole,
    "PLAIN_TEXT": Qt.TextFormat.PlainText,
    "TEXT_SELECTABLE_BY_MOUSE": Qt.TextInteractionFlag.TextSelectableByMouse,
    "TEXT_SELECTABLE_BY_KEYBOARD": Qt.TextInteractionFlag.TextSelectableByKeyboard,
    "TEXT_BROWSER_INTERACTION": Qt.TextInteractionFlag.TextBrowserInteraction,
    "SCROLL_BAR_ALWAYS_OFF": Qt.ScrollBarPolicy.ScrollBarAlwaysOff,
    "TEXT_WORD_WRAP": Qt.TextFlag.TextWordWrap,
}


@pytest.mark.parametrize("name", NAMED)
def test_a_number_is_the_one_that_qt_has_for_the_name(name: str) -> None:
    assert getattr(qt_numbers, name) == NAMED[name].value


def test_every_number_is_held_to_a_name() -> None:
    assert {name for name in vars(qt_numbers) if name.isupper()} == set(NAMED)


def test_a_label_that_is_told_by_number_takes_its_text_letter_by_letter(qtbot: QtBot) -> None:
    notice, label = NoticeBar(), ElidedLabel()
    qtbot.addWidget(notice)
    qtbot.addWidget(label)
    [text] = notice.findChildren(QLabel)
    assert text.textFormat() is label.textFormat() is Qt.TextFormat.PlainText
    assert text.textInteractionFlags() == Qt.TextInteractionFlag.TextSelectableByMouse


def test_views_that_are_told_by_number_have_no_bar_below_and_a_note_has_a_caret(
    qtbot: QtBot,
) -> None:
    theme = Theme("light")
    note, tree = NoteView(theme), TopicTree(theme)
    for view in (note, tree):
        qtbot.addWidget(view)
        assert view.horizontalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    reads = Qt.TextInteractionFlag.TextBrowserInteraction
    assert note.textInteractionFlags() == reads | Qt.TextInteractionFlag.TextSelectableByKeyboard
