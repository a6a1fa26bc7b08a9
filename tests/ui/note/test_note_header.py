"""The line above the note says where one is, as far as there is room."""

import pytest
from PySide6.QtGui import QFontMetrics
from pytestqt.qtbot import QtBot

from studyapp.ui.note.note_header import ElidedLabel

WHOLE = "1945–49: war and revolution ▸ The treaty of August 1945 ▸ Why Stalin signed"


@pytest.fixture
def label(qtbot: QtBot) -> ElidedLabel:
    made = ElidedLabel()
    qtbot.addWidget(made)
    made.show_text(WHOLE)
    made.show()
    return made


def test_with_room_the_whole_is_shown(label: ElidedLabel) -> None:
    label.resize(2000, 30)
    assert label.text() == WHOLE


@pytest.mark.parametrize("width", [30, 80, 200, 333])
def test_without_room_as_much_of_its_end_is_shown_as_fits(label: ElidedLabel, width: int) -> None:
    label.resize(width, 30)
    metrics, shown = QFontMetrics(label.font()), label.text()
    assert shown[0] == "…"
    assert WHOLE.endswith(shown[1:])
    assert metrics.horizontalAdvance(shown) <= width
    one_more = WHOLE[len(WHOLE) - len(shown) :]
    assert metrics.horizontalAdvance(f"…{one_more}") > width


def test_room_that_comes_back_is_used(label: ElidedLabel) -> None:
    label.resize(80, 30)
    label.resize(2000, 30)
    assert label.text() == WHOLE
    assert label.toolTip() == WHOLE
