"""Finding words in the note: round and round, and back to reading."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from studyapp.services.reading import Reader
from studyapp.ui.note.find_bar import FindBar
from studyapp.ui.note.note_panel import NotePanel
from tests.builders import full_id
from tests.ui.note.conftest import CLOSING, EMOJI, OTHER, grounds, marked, select

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def bar(panel: NotePanel) -> FindBar:
    """The bar, opened as by Ctrl+F."""
    panel.show_find()
    return panel.find_bar


def shown(panel: NotePanel) -> tuple[str, int]:
    """Return the words that are shown as found, and where they begin."""
    cursor = panel.view.textCursor()
    return cursor.selectedText(), cursor.selectionStart()


def places(panel: NotePanel, words: str) -> list[int]:
    """Return where words stand in the note, as Qt finds them."""
    document, found = panel.view.document(), []
    cursor = document.find(words)
    while not cursor.isNull():
        found.append(cursor.selectionStart())
        cursor = document.find(words, cursor)
    return found


def turn_to(panel: NotePanel, reader: Reader, title: str) -> None:
    panel.show_page(reader.page(full_id("topic", title)))


def test_the_bar_opens_with_the_focus_in_its_field(bar: FindBar) -> None:
    assert bar.isVisible()
    assert QApplication.focusWidget() is bar.field
    assert (bar.count.text(), bar.next.isEnabled(), bar.previous.isEnabled()) == ("", False, False)


def test_words_are_found_as_they_are_typed(panel: NotePanel, bar: FindBar) -> None:
    QTest.keyClicks(bar.field, "dalian")
    assert shown(panel) == ("Dalian", places(panel, "Dalian")[0])
    assert bar.count.text() == "1 of 3"


def test_going_on_comes_round_to_the_first_again(panel: NotePanel, bar: FindBar) -> None:
    bar.field.setText("Dalian")
    said, stood = [bar.count.text()], [shown(panel)[1]]
    for _ in range(3):
        QTest.keyClick(bar.field, Qt.Key.Key_Return)
        said.append(bar.count.text())
        stood.append(shown(panel)[1])
    assert said == ["1 of 3", "2 of 3", "3 of 3", "1 of 3"]
    found = places(panel, "Dalian")
    assert stood == [*found, found[0]]


def test_going_back_from_the_first_comes_round_to_the_last(panel: NotePanel, bar: FindBar) -> None:
    bar.field.setText("Dalian")
    QTest.keyClick(bar.field, Qt.Key.Key_Return, SHIFT)
    assert bar.count.text() == "3 of 3"
    assert shown(panel) == ("Dalian", places(panel, "Dalian")[2])
    QTest.keyClick(bar.field, Qt.Key.Key_Return, SHIFT)
    assert bar.count.text() == "2 of 3"


def test_the_buttons_go_on_and_back(bar: FindBar) -> None:
    bar.field.setText("Dalian")
    QTest.mouseClick(bar.next, Qt.MouseButton.LeftButton)
    assert bar.count.text() == "2 of 3"
    QTest.mouseClick(bar.previous, Qt.MouseButton.LeftButton)
    assert bar.count.text() == "1 of 3"


def test_looking_begins_where_the_reader_is(panel: NotePanel, bar: FindBar) -> None:
    cursor = panel.view.textCursor()
    cursor.setPosition(places(panel, "Dalian")[0] + 1)
    panel.view.setTextCursor(cursor)
    bar.field.setText("Dalian")
    assert bar.count.text() == "2 of 3"


def test_more_letters_stay_at_the_place_that_was_found(panel: NotePanel, bar: FindBar) -> None:
    QTest.keyClicks(bar.field, "dalian")
    QTest.keyClick(bar.field, Qt.Key.Key_Return)
    QTest.keyClicks(bar.field, " was")
    assert shown(panel) == ("Dalian was", places(panel, "Dalian")[1])


def test_what_is_nowhere_is_said(panel: NotePanel, bar: FindBar) -> None:
    bar.field.setText("Dalian")
    bar.field.setText("Vladivostok")
    assert bar.count.text() == "Not found"
    assert (bar.next.isEnabled(), bar.previous.isEnabled()) == (False, False)
    assert (shown(panel)[0], grounds(panel)) == ("", [])


def test_going_on_with_nothing_found_changes_nothing(panel: NotePanel, bar: FindBar) -> None:
    bar.field.setText("Vladivostok")
    before = panel.view.textCursor().position()
    QTest.keyClick(bar.field, Qt.Key.Key_Return)
    QTest.keyClick(bar.field, Qt.Key.Key_Return, SHIFT)
    assert bar.count.text() == "Not found"
    assert panel.view.textCursor().position() == before


def test_an_empty_field_says_nothing(panel: NotePanel, bar: FindBar) -> None:
    bar.field.setText("Dalian")
    bar.field.clear()
    assert bar.count.text() == ""
    assert grounds(panel) == []


def test_how_many_there_are_is_said_to_a_screen_reader(panel: NotePanel, said: list[str]) -> None:
    panel.show_find()
    panel.find_bar.field.setText("Dalian")
    panel.find_bar.step(1)
    panel.find_bar.field.setText("Vladivostok")
    assert [words for words in said if words] == ["1 of 3", "2 of 3", "Not found"]


@pytest.mark.parametrize(
    ("typed", "found"), [("cafe", "café"), ("XI'AN", "Xi’an"), ("🚂 rail", "🚂 rail")]
)
def test_case_accents_and_kinds_of_quote_do_not_matter(
    panel: NotePanel, bar: FindBar, typed: str, found: str
) -> None:
    bar.field.setText(typed)
    assert (shown(panel)[0], bar.count.text()) == (found, "1 of 1")


def test_every_place_is_marked_and_the_one_on_show_the_most(panel: NotePanel, bar: FindBar) -> None:
    bar.field.setText("Dalian")
    bar.step(1)
    assert grounds(panel) == ["Dalian"] * 3
    colours = [each.format.background().color().name() for each in panel.view.extraSelections()]
    theme = panel.view.theme
    plain, strong = theme.colour("selection").name(), theme.colour("accent").name()
    assert colours == [plain, strong, plain]


def test_highlights_stay_marked_beside_what_is_found(panel: NotePanel, bar: FindBar) -> None:
    panel.set_annotations((marked(EMOJI, "railway"),))
    bar.field.setText("café")
    assert grounds(panel) == ["railway", "café"]
    bar.leave()
    assert grounds(panel) == ["railway"]


def test_what_is_found_is_brought_into_sight(
    panel: NotePanel, reader: Reader, bar: FindBar
) -> None:
    turn_to(panel, reader, OTHER)
    panel.show_find()
    bar.field.setText("Sentence 11")
    assert panel.view.verticalScrollBar().value() > 0
    assert panel.view.viewport().rect().contains(panel.view.cursorRect())


def test_escape_closes_the_bar_and_gives_the_focus_back(panel: NotePanel, bar: FindBar) -> None:
    bar.field.setText("Dalian")
    QTest.keyClick(bar.field, Qt.Key.Key_Escape)
    assert not bar.isVisible()
    assert QApplication.focusWidget() is panel.view
    assert grounds(panel) == []


def test_the_place_that_was_found_stays_selected(panel: NotePanel, bar: FindBar) -> None:
    bar.field.setText("Dalian")
    bar.step(1)
    QTest.keyClick(bar.field, Qt.Key.Key_Escape)
    assert shown(panel) == ("Dalian", places(panel, "Dalian")[1])


def test_escape_in_the_note_closes_the_bar_too(panel: NotePanel, bar: FindBar) -> None:
    panel.view.setFocus()
    QTest.keyClick(panel.view, Qt.Key.Key_Escape)
    assert not bar.isVisible()


def test_a_selected_word_is_looked_for_at_once(panel: NotePanel) -> None:
    select(panel, "Dalian")
    panel.show_find()
    bar = panel.find_bar
    assert (bar.field.text(), bar.count.text()) == ("Dalian", "1 of 3")
    assert bar.field.selectedText() == "Dalian"


def test_a_selection_of_several_lines_is_not_looked_for(panel: NotePanel) -> None:
    select(panel, "What was agreed", "railway")
    panel.show_find()
    assert panel.find_bar.field.text() == ""


def test_opened_again_the_bar_has_the_words_of_last_time(panel: NotePanel, bar: FindBar) -> None:
    bar.field.setText("Dalian")
    bar.leave()
    panel.view.forget_selection()
    panel.show_find()
    assert (bar.field.text(), bar.field.selectedText()) == ("Dalian", "Dalian")
    assert grounds(panel) == ["Dalian"] * 3


def test_larger_type_leaves_what_was_found_marked(panel: NotePanel, bar: FindBar) -> None:
    bar.field.setText("Dalian")
    panel.set_reading_style("", 18, 1.5)
    assert grounds(panel) == ["Dalian"] * 3
    QTest.keyClick(bar.field, Qt.Key.Key_Return)
    assert shown(panel) == ("Dalian", places(panel, "Dalian")[1])


def test_another_note_closes_the_bar_and_has_nothing_marked(
    panel: NotePanel, reader: Reader, bar: FindBar
) -> None:
    bar.field.setText("Dalian")
    turn_to(panel, reader, OTHER)
    assert not bar.isVisible()
    assert grounds(panel) == []


def test_in_another_note_the_words_are_looked_for_anew(
    panel: NotePanel, reader: Reader, bar: FindBar
) -> None:
    bar.field.setText("the")
    turn_to(panel, reader, OTHER)
    panel.show_find()
    assert bar.field.text() == "the"
    assert bar.count.text() == f"1 of {len(places(panel, 'the'))}"
    QTest.keyClick(bar.field, Qt.Key.Key_Return, SHIFT)
    assert shown(panel) == ("The", places(panel, "the")[-1])


def test_closing_says_so_once(qtbot: QtBot, bar: FindBar) -> None:
    with qtbot.waitSignal(bar.closed):
        QTest.keyClick(bar.field, Qt.Key.Key_Escape)


def test_a_passage_that_is_jumped_to_is_marked_beside_what_is_found(
    panel: NotePanel, bar: FindBar
) -> None:
    bar.field.setText("railway")
    panel.show_passage(CLOSING.id)
    closing = "That is how the café in Xi’an heard of it."
    assert sorted(grounds(panel)) == sorted(["railway", closing])
