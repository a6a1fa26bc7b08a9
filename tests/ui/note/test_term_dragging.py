"""A term is dragged out of the note without being selected; a click does what a click does."""

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from studyapp.ui.note.note_panel import NotePanel
from studyapp.ui.pointer.dragging import dragged_names
from tests.builders import full_id
from tests.hands import FINGER, PEN, Hand
from tests.ui.note.conftest import select

JIANG = full_id("term", "Jiang Jieshi")


@pytest.fixture
def carried(monkeypatch: pytest.MonkeyPatch) -> list[QMimeData]:
    """What was dragged: a drag waits in a loop of its own for a pointer that a test has not."""
    told: list[QMimeData] = []
    monkeypatch.setattr("studyapp.ui.note.note_panel.drag", lambda _source, mime: told.append(mime))
    return told


def middle_of(panel: NotePanel, word: str) -> QPointF:
    """Return the middle of the first of some words."""
    cursor = panel.view.document().find(word)
    end = panel.view.cursorRect(cursor)
    cursor.setPosition(cursor.selectionStart())
    start = panel.view.cursorRect(cursor)
    return QPointF((start.left() + end.left()) / 2, start.center().y())


def test_a_term_is_dragged_with_all_its_names(panel: NotePanel, carried: list[QMimeData]) -> None:
    at = middle_of(panel, "Jiang")
    Hand(panel.view.viewport()).drag(at, at + QPointF(80, 60))
    [mime] = carried
    assert dragged_names(mime) == ("Jiang Jieshi", "Chiang Kai-shek")
    assert mime.text() == "Jiang Jieshi"
    assert not panel.view.textCursor().hasSelection()


def test_a_click_on_a_term_explains_it(panel: NotePanel, carried: list[QMimeData]) -> None:
    explained: list[str] = []
    panel.view.term_activated.connect(lambda term, _at: explained.append(term))
    at = middle_of(panel, "Jiang")
    hand = Hand(panel.view.viewport())
    hand.press(at)
    hand.move(at + QPointF(QApplication.startDragDistance() - 1, 0))
    assert explained == []
    hand.release(at)
    assert explained == [JIANG]
    assert carried == []


def test_a_double_click_on_a_term_selects_its_word(panel: NotePanel) -> None:
    at = middle_of(panel, "Jiang").toPoint()
    viewport = panel.view.viewport()
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseDClick(viewport, Qt.MouseButton.LeftButton, pos=at)
    assert panel.view.textCursor().selectedText() == "Jiang"


def test_with_ctrl_held_a_term_is_selected_as_words(
    panel: NotePanel, carried: list[QMimeData]
) -> None:
    control = Qt.KeyboardModifier.ControlModifier
    hand = Hand(panel.view.viewport(), modifiers=control)
    hand.drag(middle_of(panel, "Jiang"), middle_of(panel, "Mao"))
    assert "and not with" in panel.view.textCursor().selectedText()
    assert carried == []


def test_other_words_are_selected_as_ever(panel: NotePanel, carried: list[QMimeData]) -> None:
    start, end = middle_of(panel, "signed"), middle_of(panel, "Jiang")
    Hand(panel.view.viewport()).drag(start, end)
    assert "with" in panel.view.textCursor().selectedText()
    assert carried == []


def test_a_term_within_selected_words_goes_with_them(
    panel: NotePanel, carried: list[QMimeData]
) -> None:
    select(panel, "signed", "not")
    Hand(panel.view.viewport()).press(middle_of(panel, "Jiang"))
    assert panel.view.textCursor().hasSelection()
    assert not panel.view._held.is_held
    assert carried == []


def test_a_pen_drags_a_term_and_a_finger_once_it_has_rested(
    panel: NotePanel, carried: list[QMimeData]
) -> None:
    at = middle_of(panel, "Jiang")
    there = at + QPointF(80, 60)
    Hand(panel.view.viewport(), FINGER).drag(at, there)
    assert carried == []
    Hand(panel.view.viewport(), FINGER).drag(at, there, rests=True)
    Hand(panel.view.viewport(), PEN).drag(at, there)
    assert len(carried) == 2
