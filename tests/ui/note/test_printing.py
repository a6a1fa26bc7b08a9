"""Printing a note: the system's dialog is asked, and the whole note is on the paper."""

import sys
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit

from studyapp.services.reading import Reader
from studyapp.ui.note.note_panel import NotePanel
from tests.builders import full_id
from tests.dialog_driver import in_dialog
from tests.rendering.printed import printed_pages
from tests.ui.note.conftest import CLOSING, OTHER, marked
from tests.window_driver import undressed

pytestmark = pytest.mark.skipif(
    sys.platform in ("win32", "darwin"), reason="the system's own dialog, which nobody here answers"
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "printed.pdf"


def print_to(panel: NotePanel, file: Path) -> None:
    """Print the note to a file, as the person does in the dialog."""

    def play(dialog: QDialog) -> None:
        assert isinstance(dialog, QPrintDialog)
        name = dialog.findChild(QLineEdit, "filename")
        assert isinstance(name, QLineEdit)
        name.setText(str(file))
        dialog.accept()

    in_dialog(panel.print_note, play)


def letters(words: str) -> str:
    return "".join(words.split())


def test_a_note_is_printed_with_the_title_of_its_course(panel: NotePanel, file: Path) -> None:
    print_to(panel, file)
    [page] = printed_pages(file)
    assert page.letters.startswith(letters("China and the USSR The treaty of 1945 Stalin signed"))
    assert letters("That is how the café in Xi’an heard of it.") in page.letters


def test_the_pictures_are_printed_and_a_missing_one_is_told_in_words(
    panel: NotePanel, file: Path
) -> None:
    print_to(panel, file)
    [page] = printed_pages(file)
    assert page.pictures == 1
    assert letters("A map that is gone") in page.letters
    assert letters("A black square") not in page.letters


def test_what_is_printed_is_the_note_on_show(panel: NotePanel, reader: Reader, file: Path) -> None:
    panel.show_page(reader.page(full_id("topic", OTHER)))
    print_to(panel, file)
    pages = printed_pages(file)
    assert len(pages) > 1
    said = "".join(page.letters for page in pages)
    assert letters(OTHER) in said
    assert letters("What was agreed") not in said


def test_what_the_student_has_marked_leaves_no_colour_on_the_paper(
    panel: NotePanel, file: Path
) -> None:
    panel.set_annotations((marked(CLOSING, "café", "where?"),))
    print_to(panel, file)
    [page] = printed_pages(file)
    assert [colour for colour in page.colours if len(set(colour)) > 1] == []


def test_in_dark_colours_the_paper_is_the_same(
    panel: NotePanel, file: Path, tmp_path: Path
) -> None:
    print_to(panel, file)
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    with undressed(application):
        panel.view.theme.use("dark")
        print_to(panel, tmp_path / "dark.pdf")
    assert printed_pages(tmp_path / "dark.pdf") == printed_pages(file)


def test_larger_type_on_the_screen_leaves_the_paper_as_it_is(
    panel: NotePanel, file: Path, tmp_path: Path
) -> None:
    print_to(panel, file)
    panel.set_reading_style("", 22, 2.0)
    print_to(panel, tmp_path / "large.pdf")
    assert printed_pages(tmp_path / "large.pdf") == printed_pages(file)


def test_thinking_better_of_it_prints_nothing(panel: NotePanel, file: Path) -> None:
    def think_better(dialog: QDialog) -> None:
        name = dialog.findChild(QLineEdit, "filename")
        assert isinstance(name, QLineEdit)
        name.setText(str(file))
        dialog.reject()

    in_dialog(panel.print_note, think_better)
    assert not file.exists()


def test_the_pages_are_named_after_the_note(panel: NotePanel, file: Path) -> None:
    print_to(panel, file)
    assert "The treaty of 1945".encode("utf-16-be") in file.read_bytes()


def test_without_a_course_nobody_is_asked(panel: NotePanel) -> None:
    panel.close_course()
    with pytest.raises(AssertionError, match="no dialog was opened"):
        in_dialog(panel.print_note, QDialog.reject)
