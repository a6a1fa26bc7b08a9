"""The list of highlights and margin notes: it leads to them, and changes them."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from studyapp.services.annotations import Annotation
from studyapp.services.reading import Reader
from studyapp.ui.note.margin_notes import MarginNotes
from studyapp.ui.note.note_dialog import NoteDialog
from studyapp.ui.note.note_panel import NotePanel
from tests.builders import full_id
from tests.dialog_driver import in_dialog
from tests.ui.note.conftest import CLOSING, EMOJI, OTHER, grounds, marked

RAILWAY = marked(EMOJI, "railway")
PORT = marked(EMOJI, "a port", "which one?")
CAFE = marked(CLOSING, "café")
LOST = marked(CLOSING, "heard of it", lost=True)
NOT_KEPT = "Your progress cannot be written here, so marks would not be kept."


@pytest.fixture
def notes(panel: NotePanel) -> MarginNotes:
    """The list, with three highlights in it, of which the second has a note."""
    panel.set_annotations((RAILWAY, PORT, CAFE))
    return panel.margin_notes


def rows(notes: MarginNotes) -> list[str]:
    return [notes.list.item(row).text() for row in range(notes.list.count())]


def chosen(notes: MarginNotes) -> str:
    item = notes.list.currentItem()
    return item.text() if item else ""


def heard(spy: QSignalSpy) -> list[list[object]]:
    """Return what a signal has carried so far."""
    return [spy.at(number) for number in range(spy.count())]


def write(words: str, before: str = "") -> Callable[[QDialog], None]:
    """Return a play that finds `before` in the box for a note, and writes `words`."""

    def play(dialog: QDialog) -> None:
        assert isinstance(dialog, NoteDialog)
        assert dialog.field.toPlainText() == before
        dialog.field.setPlainText(words)
        dialog.save_button.click()

    return play


def test_a_note_without_highlights_has_no_list(panel: NotePanel) -> None:
    panel.set_annotations(())
    assert panel._margin_notes is None


def test_a_highlight_is_listed_by_its_words_and_a_note_before_them(notes: MarginNotes) -> None:
    assert notes.isVisible()
    assert rows(notes) == ["“railway”", "which one? – “a port”", "“café”"]


def test_a_note_of_several_lines_is_one_row(panel: NotePanel) -> None:
    panel.set_annotations((marked(EMOJI, "railway", "first\n\n  second"),))
    assert rows(panel.margin_notes) == ["first second – “railway”"]


def test_a_highlight_whose_words_are_gone_says_so(panel: NotePanel) -> None:
    panel.set_annotations((LOST,))
    assert rows(panel.margin_notes) == ["“heard of it” (these words are no longer in the note)"]


def test_a_row_too_long_for_the_list_is_whole_in_its_tooltip(panel: NotePanel) -> None:
    annotation = marked(EMOJI, "railway", "a long thought, " * 40)
    panel.set_annotations((annotation,))
    item = panel.margin_notes.list.item(0)
    assert item.toolTip() == item.text()
    assert item.text().count("a long thought,") == 40


def test_nothing_in_the_list_scrolls_sideways(panel: NotePanel) -> None:
    panel.set_annotations((marked(EMOJI, "railway", "many words of a note " * 20),))
    assert panel.margin_notes.list.horizontalScrollBar().maximum() == 0


@pytest.mark.parametrize(
    ("annotations", "title"),
    [((RAILWAY,), "▾ 1 highlight"), ((RAILWAY, PORT), "▾ 2 highlights")],
)
def test_the_title_counts(
    panel: NotePanel, annotations: tuple[Annotation, ...], title: str
) -> None:
    panel.set_annotations(annotations)
    assert panel.margin_notes.title.text() == title


def test_the_list_is_folded_and_stays_so_in_the_next_note(
    panel: NotePanel, notes: MarginNotes
) -> None:
    QTest.mouseClick(notes.title, Qt.MouseButton.LeftButton)
    panel.set_annotations(())
    panel.set_annotations((RAILWAY, CAFE))
    assert notes.title.isVisible()
    assert notes.title.text() == "▸ 2 highlights"
    hidden = (notes.list, notes.edit_button, notes.remove_button)
    assert not any(widget.isVisible() for widget in hidden)
    QTest.mouseClick(notes.title, Qt.MouseButton.LeftButton)
    assert all(widget.isVisible() for widget in hidden)


def test_many_highlights_leave_the_note_most_of_the_room(panel: NotePanel) -> None:
    panel.set_annotations((RAILWAY, PORT, CAFE) * 20)
    assert panel.margin_notes.height() < panel.view.height()
    assert panel.margin_notes.list.verticalScrollBar().maximum() > 0


@pytest.mark.parametrize("by", ["click", "enter"])
def test_a_highlight_that_is_chosen_is_shown_in_the_note(
    panel: NotePanel, notes: MarginNotes, by: str
) -> None:
    if by == "click":
        at = notes.list.visualItemRect(notes.list.item(2)).center()
        QTest.mouseClick(notes.list.viewport(), Qt.MouseButton.LeftButton, pos=at)
    else:
        notes.list.setCurrentRow(2)
        QTest.keyClick(notes.list, Qt.Key.Key_Return)
    assert grounds(panel)[-1] == "café"
    assert panel.view.rect().intersects(panel.view.cursorRect())
    assert panel.view.textCursor().position() == panel.view.document().find("café").anchor()


def test_the_way_back_leads_to_where_the_reader_was(panel: NotePanel, notes: MarginNotes) -> None:
    before = panel.view.place()
    notes.chosen.emit(CAFE)
    assert panel.view.place() != before
    panel.go_back()
    assert panel.view.place() == before


def test_a_highlight_whose_words_are_gone_leads_nowhere(panel: NotePanel) -> None:
    panel.set_annotations((LOST,))
    before = panel.view.place()
    panel.margin_notes.list.setFocus()
    QTest.keyClick(panel.margin_notes.list, Qt.Key.Key_Return)
    assert (panel.view.place(), grounds(panel)) == (before, [])


def test_the_button_says_whether_a_note_is_written_or_edited(notes: MarginNotes) -> None:
    said = []
    for row in range(3):
        notes.list.setCurrentRow(row)
        said.append(notes.edit_button.text())
    assert said == ["Write a note…", "Edit the note…", "Write a note…"]


@pytest.mark.parametrize("by", ["button", "key"])
def test_a_note_is_edited(panel: NotePanel, notes: MarginNotes, by: str) -> None:
    changed = QSignalSpy(panel.annotation_note_changed)
    notes.list.setCurrentRow(1)
    if by == "button":
        in_dialog(notes.edit_button.click, write("Dalian", before="which one?"))
    else:
        in_dialog(
            lambda: QTest.keyClick(notes.list, Qt.Key.Key_F2), write("Dalian", before="which one?")
        )
    assert heard(changed) == [[PORT.id, "Dalian"]]


def test_a_note_can_be_emptied(panel: NotePanel, notes: MarginNotes) -> None:
    changed = QSignalSpy(panel.annotation_note_changed)
    notes.list.setCurrentRow(1)
    in_dialog(notes.edit, write("", before="which one?"))
    assert heard(changed) == [[PORT.id, ""]]


def test_thinking_better_of_it_changes_nothing(panel: NotePanel, notes: MarginNotes) -> None:
    changed = QSignalSpy(panel.annotation_note_changed)

    def think_better(dialog: QDialog) -> None:
        assert isinstance(dialog, NoteDialog)
        dialog.field.setPlainText("Dalian")
        QTest.keyClick(dialog.field, Qt.Key.Key_Escape)

    in_dialog(notes.edit, think_better)
    assert heard(changed) == []


def test_the_note_is_saved_by_key(panel: NotePanel, notes: MarginNotes, qtbot: QtBot) -> None:
    changed = QSignalSpy(panel.annotation_note_changed)

    def save(dialog: QDialog) -> None:
        assert isinstance(dialog, NoteDialog)
        dialog.activateWindow()
        qtbot.waitUntil(dialog.isActiveWindow)
        QTest.keyClicks(dialog.field, "whose?")
        QTest.keyClick(dialog.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    in_dialog(notes.edit, save)
    assert heard(changed) == [[RAILWAY.id, "whose?"]]


@pytest.mark.parametrize("by", ["button", "key"])
def test_the_highlight_that_is_chosen_is_removed(
    panel: NotePanel, notes: MarginNotes, by: str
) -> None:
    removed = QSignalSpy(panel.annotation_removed)
    notes.list.setCurrentRow(2)
    if by == "button":
        QTest.mouseClick(notes.remove_button, Qt.MouseButton.LeftButton)
    else:
        QTest.keyClick(notes.list, Qt.Key.Key_Delete)
    assert heard(removed) == [[CAFE.id]]


def test_after_one_is_removed_the_next_is_chosen(panel: NotePanel, notes: MarginNotes) -> None:
    notes.list.setCurrentRow(1)
    panel.set_annotations((RAILWAY, CAFE))
    assert chosen(notes) == "“café”"


def test_after_the_last_in_the_list_is_removed_the_one_before_is_chosen(
    panel: NotePanel, notes: MarginNotes
) -> None:
    notes.list.setCurrentRow(2)
    panel.set_annotations((RAILWAY, PORT))
    assert chosen(notes) == "which one? – “a port”"


def test_a_new_highlight_is_chosen(panel: NotePanel, notes: MarginNotes) -> None:
    panel.set_annotations((RAILWAY, PORT, marked(CLOSING, "how"), CAFE))
    assert chosen(notes) == "“how”"


def test_a_note_that_is_written_leaves_its_highlight_chosen(
    panel: NotePanel, notes: MarginNotes
) -> None:
    notes.list.setCurrentRow(2)
    panel.set_annotations((RAILWAY, PORT, CAFE._replace(note="where?")))
    assert chosen(notes) == "where? – “café”"
    assert notes.edit_button.text() == "Edit the note…"


def test_the_last_highlight_removed_from_the_list_gives_the_focus_to_the_note(
    panel: NotePanel,
) -> None:
    panel.set_annotations((RAILWAY,))
    panel.margin_notes.list.setFocus()
    panel.set_annotations(())
    assert not panel.margin_notes.isVisible()
    assert QApplication.focusWidget() is panel.view
    assert grounds(panel) == []


def test_only_reading_lets_nothing_be_changed_and_says_why(panel: NotePanel) -> None:
    panel.set_writable(False)
    panel.set_annotations((RAILWAY, PORT))
    notes, removed = panel.margin_notes, QSignalSpy(panel.annotation_removed)
    for key in (Qt.Key.Key_Delete, Qt.Key.Key_F2):
        QTest.keyClick(notes.list, key)
    assert heard(removed) == []
    for button in (notes.edit_button, notes.remove_button):
        assert (button.isEnabled(), button.toolTip()) == (False, NOT_KEPT)


def test_only_reading_still_leads_to_the_words(panel: NotePanel) -> None:
    panel.set_writable(False)
    panel.set_annotations((CAFE,))
    QTest.keyClick(panel.margin_notes.list, Qt.Key.Key_Return)
    assert grounds(panel) == ["café", "café"]


def test_a_course_that_is_closed_takes_its_highlights_with_it(
    panel: NotePanel, notes: MarginNotes
) -> None:
    panel.close_course()
    assert (rows(notes), grounds(panel)) == ([], [])


def test_another_note_lists_its_own(panel: NotePanel, reader: Reader, notes: MarginNotes) -> None:
    panel.show_page(reader.page(full_id("topic", OTHER)))
    panel.set_annotations(())
    assert not notes.isVisible()
