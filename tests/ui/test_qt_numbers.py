"""The numbers that stand for Qt's names before the first paint are Qt's own."""

import pytest
from PySide6.QtCore import Qt

from studyapp.ui import qt_numbers

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
