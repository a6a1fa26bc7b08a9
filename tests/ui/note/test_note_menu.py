"""The context menu: it offers what can be done with the words under it, and does it."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QDialog, QMenu

from studyapp.domain.anchoring import Anchor
from studyapp.services.annotations import Annotation
from studyapp.ui.note.note_dialog import NoteDialog
from studyapp.ui.note.note_menu import NoteMenu
from studyapp.ui.note.note_panel import NotePanel
from tests.builders import full_id
from tests.dialog_driver import in_dialog, in_menu, no_grab
from tests.ui.note.conftest import EMOJI, marked, select

JIANG = full_id("term", "Jiang Jieshi")
ADDRESS = "https://example.org/treaty"
SELECT_FIRST = "Select some words of the note first."
NOT_KEPT = "Your progress cannot be written here, so marks would not be kept."
# The offscreen platform says so of every menu.


def point_of(panel: NotePanel, words: str) -> QPoint:
    """Return a place on the screen within the first of these words."""
    cursor = panel.view.document().find(words)
    assert not cursor.isNull()
    cursor.setPosition(cursor.selectionStart() + 1)
    return panel.view.viewport().mapToGlobal(panel.view.cursorRect(cursor).center())


def menu_at(panel: NotePanel, words: str, link: str = "") -> NoteMenu:
    return NoteMenu(panel, link, point_of(panel, words))


def offers(menu: QMenu) -> dict[str, QAction]:
    """Return what a menu offers by its words, without mnemonics and shortcuts."""
    actions = (action for action in menu.actions() if not action.isSeparator())
    return {action.text().split("\t")[0].replace("&", ""): action for action in actions}


def open_to_do(menu: QMenu) -> list[str]:
    return [words for words, action in offers(menu).items() if action.isEnabled()]


def highlighted(panel: NotePanel, note: str = "") -> Annotation:
    """Have the railway highlighted, with a note if there is one."""
    annotation = marked(EMOJI, "railway", note)
    panel.set_annotations((annotation,))
    return annotation


def requests(panel: NotePanel) -> list[tuple[str, str]]:
    """Return the highlights that will be asked for, each with its note."""
    asked: list[tuple[str, str]] = []

    def keep(anchors: Sequence[Anchor], note: str) -> None:
        asked.extend((anchor.quotation, note) for anchor in anchors)

    panel.highlight_requested.connect(keep)
    return asked


NEED_WORDS = (
    "Add a margin note…",
    "Make a card with a gap…",
    "Make a card with a question…",
)


def test_a_plain_place_offers_nothing_that_can_be_done_and_says_why(panel: NotePanel) -> None:
    menu = menu_at(panel, "What was agreed")
    assert list(offers(menu)) == ["Copy", "Look up", "Highlight", *NEED_WORDS]
    assert open_to_do(menu) == []
    assert {action.toolTip() for action in offers(menu).values()} == {SELECT_FIRST}
    assert menu.toolTipsVisible()


def test_a_selection_can_be_copied_looked_up_and_marked(panel: NotePanel) -> None:
    select(panel, "railway ran")
    assert open_to_do(menu_at(panel, "railway ran")) == [
        "Copy",
        "Look up “railway ran”",
        "Highlight",
        *NEED_WORDS,
    ]


def test_what_is_selected_is_copied(panel: NotePanel) -> None:
    select(panel, "railway ran")
    offers(menu_at(panel, "railway"))["Copy"].trigger()
    assert QApplication.clipboard().text() == "railway ran"


def test_words_that_are_no_term_are_searched_for(panel: NotePanel) -> None:
    asked = QSignalSpy(panel.search_requested)
    select(panel, "railway ran")
    offers(menu_at(panel, "railway"))["Look up “railway ran”"].trigger()
    assert [asked.at(n) for n in range(asked.count())] == [["railway ran"]]


def test_a_long_selection_is_shortened_in_the_menu_and_searched_for_whole(
    panel: NotePanel,
) -> None:
    asked = QSignalSpy(panel.search_requested)
    select(panel, "ran to Dalian", "was a port.")
    words = "ran to Dalian, and Dalian was a port."
    assert f"Look up “{words}”" in offers(menu_at(panel, "ran to"))
    select(panel, "railway", "was a port.")
    [look_up] = [word for word in offers(menu_at(panel, "ran to")) if word.startswith("Look")]
    assert look_up == "Look up “railway ran to Dalian, and Dalian was a…”"
    offers(menu_at(panel, "ran to"))[look_up].trigger()
    assert asked.at(0) == [f"railway {words}"]


def test_a_selection_over_several_lines_is_looked_up_as_one(panel: NotePanel) -> None:
    select(panel, "What was agreed", "The")
    assert "Look up “What was agreed The”" in offers(menu_at(panel, "What was"))


def test_what_is_selected_is_highlighted(panel: NotePanel) -> None:
    asked = requests(panel)
    select(panel, "railway ran")
    offers(menu_at(panel, "railway"))["Highlight"].trigger()
    assert asked == [("railway ran", "")]


def test_what_is_selected_is_given_a_margin_note(panel: NotePanel) -> None:
    asked = requests(panel)
    select(panel, "railway ran")

    def write(dialog: QDialog) -> None:
        assert isinstance(dialog, NoteDialog)
        dialog.field.setPlainText("whose?")
        dialog.accept()

    in_dialog(offers(menu_at(panel, "railway"))["Add a margin note…"].trigger, write)
    assert asked == [("railway ran", "whose?")]


def test_a_margin_note_that_is_thought_better_of_marks_nothing(panel: NotePanel) -> None:
    asked = requests(panel)
    select(panel, "railway ran")
    in_dialog(offers(menu_at(panel, "railway"))["Add a margin note…"].trigger, QDialog.reject)
    assert asked == []
    assert panel.view.textCursor().selectedText() == "railway ran"


def test_only_reading_leaves_copying_and_looking_up(panel: NotePanel) -> None:
    panel.set_writable(False)
    select(panel, "railway")
    menu = menu_at(panel, "railway")
    assert open_to_do(menu) == ["Copy", "Look up “railway”"]
    for words in ("Highlight", *NEED_WORDS):
        assert offers(menu)[words].toolTip() == NOT_KEPT


def test_a_term_can_be_explained(panel: NotePanel) -> None:
    menu = menu_at(panel, "Jiang", f"term:{JIANG}")
    assert open_to_do(menu) == ["Explain"]
    offers(menu)["Explain"].trigger()
    assert panel.term_card.isVisible()
    assert panel.term_card.name.text() == "Jiang Jieshi"


def test_the_address_of_a_link_that_leads_out_can_be_copied(panel: NotePanel) -> None:
    menu = menu_at(panel, "the text", ADDRESS)
    assert open_to_do(menu) == ["Copy the address"]
    offers(menu)["Copy the address"].trigger()
    assert QApplication.clipboard().text() == ADDRESS


@pytest.mark.parametrize(
    ("note", "words"), [("", "Write a note to it…"), ("whose?", "Edit its note…")]
)
def test_a_highlight_can_be_given_a_note_or_another(
    panel: NotePanel, note: str, words: str
) -> None:
    annotation = highlighted(panel, note)
    changed = QSignalSpy(panel.annotation_note_changed)

    def write(dialog: QDialog) -> None:
        assert isinstance(dialog, NoteDialog)
        assert dialog.field.toPlainText() == note
        dialog.field.setPlainText("Russia’s")
        dialog.accept()

    menu = menu_at(panel, "railway")
    assert open_to_do(menu) == [words, "Remove the highlight"]
    in_dialog(offers(menu)[words].trigger, write)
    assert [changed.at(n) for n in range(changed.count())] == [[annotation.id, "Russia’s"]]


def test_a_highlight_can_be_removed(panel: NotePanel) -> None:
    annotation = highlighted(panel)
    removed = QSignalSpy(panel.annotation_removed)
    offers(menu_at(panel, "railway"))["Remove the highlight"].trigger()
    assert [removed.at(n) for n in range(removed.count())] == [[annotation.id]]


def test_beside_a_highlight_nothing_of_it_is_offered(panel: NotePanel) -> None:
    highlighted(panel)
    assert "Remove the highlight" not in offers(menu_at(panel, "Dalian"))


def test_a_highlight_that_cannot_be_changed_says_why(panel: NotePanel) -> None:
    panel.set_writable(False)
    highlighted(panel)
    menu = menu_at(panel, "railway")
    assert open_to_do(menu) == []
    for words in ("Write a note to it…", "Remove the highlight"):
        assert offers(menu)[words].toolTip() == NOT_KEPT


def open_at(panel: NotePanel, words: str) -> None:
    """Ask for the menu with the pointer on some words, as a right click does."""
    at = point_of(panel, words)
    within = panel.view.viewport().mapFromGlobal(at)
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, within, at)
    QApplication.sendEvent(panel.view.viewport(), asked)


@no_grab
@pytest.mark.parametrize(
    ("words", "last"),
    [
        ("Jiang", "Explain"),
        ("the text", "Copy the address"),
        ("railway", "Remove the highlight"),
        ("What was agreed", NEED_WORDS[-1]),
    ],
)
def test_a_right_click_opens_the_menu_of_what_is_under_the_pointer(
    panel: NotePanel, words: str, last: str
) -> None:
    highlighted(panel)
    shown: list[str] = []
    in_menu(lambda: open_at(panel, words), lambda menu: shown.extend(offers(menu)))
    assert shown[-1] == last


@no_grab
def test_the_menu_key_opens_the_menu_of_the_place_of_the_caret(panel: NotePanel) -> None:
    highlighted(panel)
    select(panel, "railw")
    shown: list[str] = []
    # As the system sends it: the window finds out where the caret is.
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint())
    in_menu(
        lambda: QApplication.sendEvent(panel.windowHandle(), asked),
        lambda menu: shown.extend(offers(menu)),
    )
    assert "Look up “railw”" in shown
    assert "Remove the highlight" in shown


@no_grab
def test_a_right_click_leaves_the_selection_as_it_is(panel: NotePanel) -> None:
    select(panel, "railway ran")
    in_menu(lambda: open_at(panel, "agreed"), QMenu.hide)
    assert panel.view.textCursor().selectedText() == "railway ran"
