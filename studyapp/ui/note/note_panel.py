"""The middle of the window: a note to read, with its terms, its highlights and ways on from it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from studyapp.domain.pages import Leads, NotePage
from studyapp.services.reading import Reader
from studyapp.ui.look.theme import Theme
from studyapp.ui.note.note_header import NoteHeader
from studyapp.ui.note.note_style import NoteStyle
from studyapp.ui.note.note_view import NoteView
from studyapp.ui.note.places import Place, Places
from studyapp.ui.plain_text import escape
from studyapp.ui.pointer.dragging import drag, term_mime

if TYPE_CHECKING:
    from studyapp.domain.pages import Passage
    from studyapp.services.annotations import Annotation
    from studyapp.ui.note.find_bar import FindBar
    from studyapp.ui.note.making_cards import MakingCards
    from studyapp.ui.note.margin_notes import MarginNotes
    from studyapp.ui.note.marking import Marking
    from studyapp.ui.note.term_card import TermCard


class NotePanel(QWidget):
    """Shows one note at a time and says what the person wants from it."""

    topic_requested = Signal(str)
    test_requested = Signal()
    board_requested = Signal()
    course_requested = Signal()
    size_requested = Signal(int)
    # The anchors of what to highlight, and the note that the first of them gets.
    highlight_requested = Signal(object, str)
    annotation_note_changed = Signal(str, str)
    annotation_removed = Signal(str)
    search_requested = Signal(str)
    # The anchor of what a card is made of, its sentence or question, and the answer to that.
    card_requested = Signal(object, str, str)
    card_chosen = Signal(str)
    factor_chosen = Signal(str, str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Start with no course."""
        super().__init__(parent)
        self._reader: Reader | None = None
        self._page: NotePage | None = None
        self._writable = False
        # What rests on a passage; whoever joins the panel to the student's progress knows it.
        self.leads: Callable[[str], Leads] = lambda _passage: Leads()
        self._margin_notes: MarginNotes | None = None
        self.places = Places()
        self.header = NoteHeader(self)
        self.view = NoteView(theme, self)
        self._lay_out()
        self._join()

    def _lay_out(self) -> None:
        note = QWidget(self)
        self._rows = QVBoxLayout(note)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        self._rows.addWidget(self.header)
        self._rows.addWidget(self.view, 1)
        self._rows.addLayout(self._foot())
        note.hide()
        self._note = note
        self._pages = QVBoxLayout(self)
        self._pages.setContentsMargins(0, 0, 0, 0)
        self._pages.addWidget(note)

    def _foot(self) -> QHBoxLayout:
        self.test_button = _button(self.tr("Test me"), self)
        self.test_button.setProperty("primary", True)
        self.test_button.setToolTip(self.tr("Answer questions on this topic (Ctrl+T)"))
        self.board_button = _button(self.tr("To the board"), self)
        self.board_button.setToolTip(self.tr("Sort its causes and consequences (Ctrl+B)"))
        row = QHBoxLayout()
        row.setContentsMargins(16, 8, 16, 12)
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(self.board_button)
        row.addWidget(self.test_button)
        return row

    @cached_property
    def _empty(self) -> QWidget:
        """What is shown while no course is open; hardly anybody sees it."""
        empty = QWidget(self)
        text = QLabel(
            self.tr("Here you read a course. None is open yet: add a course file to begin."), empty
        )
        text.setWordWrap(True)
        text.setAlignment(QtCore.Qt.AlignmentFlag.AlignCenter)
        add = _button(self.tr("Add a course…"), empty)
        add.setProperty("primary", True)
        add.clicked.connect(self.course_requested)
        empty.setFocusProxy(add)
        rows = QVBoxLayout(empty)
        rows.addStretch(1)
        rows.addWidget(text)
        rows.addWidget(add, 0, QtCore.Qt.AlignmentFlag.AlignCenter)
        rows.addStretch(1)
        self._pages.addWidget(empty)
        return empty

    def _join(self) -> None:
        self.header.back_requested.connect(self.go_back)
        self.header.forward_requested.connect(self.go_forward)
        self.header.heading_requested.connect(self._show_heading)
        self.header.size_requested.connect(self.size_requested)
        self.test_button.clicked.connect(self.test_requested)
        self.board_button.clicked.connect(self.board_requested)
        self.view.term_hovered.connect(self.show_term)
        self.view.term_activated.connect(self.show_term)
        self.view.term_left.connect(self._leave_term)
        self.view.term_dragged.connect(self._drag_term)
        self.view.interrupted.connect(self.hide_term)
        self.view.escaped.connect(self._escape)
        self.view.menu_requested.connect(self._show_menu)
        self.view.outside_link_activated.connect(self._ask_to_leave)
        self.view.verticalScrollBar().valueChanged.connect(self.hide_term)

    @cached_property
    def find_bar(self) -> FindBar:
        """The line to find words with; made when it is first wanted."""
        from studyapp.ui.note.find_bar import FindBar

        bar = FindBar(self.view, self)
        bar.closed.connect(self.view.setFocus)
        self._rows.insertWidget(self._rows.indexOf(self.view) + 1, bar)
        return bar

    @cached_property
    def term_card(self) -> TermCard:
        """The card that explains a term; made when it is first wanted."""
        from studyapp.ui.note.term_card import TermCard

        return TermCard(self)

    def hide_term(self) -> None:
        """Close the card of a term."""
        if "term_card" in vars(self):
            self.term_card.hide()

    def _leave_term(self) -> None:
        if "term_card" in vars(self):
            self.term_card.leave_soon()

    def _escape(self) -> None:
        if "find_bar" in vars(self) and self.find_bar.isVisible():
            self.find_bar.leave()

    def _show_heading(self, passage: str) -> None:
        self.show_passage(passage)
        self.view.setFocus()

    def set_reader(self, reader: Reader) -> None:
        """Show notes of a course, and forget where one was in another."""
        self._reader = reader
        # Another edition of a course may have the same topics: nothing on show is still right.
        self._page = None
        self.places.clear()
        self.view.pictures_from(reader.picture)

    def close_course(self) -> None:
        """Show that no course is open."""
        self._reader = self._page = None
        self.places.clear()
        self.set_annotations(())
        self.view.show_nothing()
        self.hide_term()
        self._empty.show()
        self.setFocusProxy(self._empty)
        self._note.hide()

    def show_page(self, page: NotePage) -> None:
        """Show a note, from its beginning if it is another than the one on show."""
        if self._page is None or page.topic != self._page.topic:
            self._turn_to(page)
        self._note.show()
        self.setFocusProxy(self.view)
        if "_empty" in vars(self):
            self._empty.hide()
        self._show_steps()

    def _turn_to(self, page: NotePage) -> None:
        current = self.places.current
        if current and current.topic != page.topic:
            self.places.note_position(self.view.place())
        self.places.visit(page.topic)
        self._page = page
        if "find_bar" in vars(self):
            # What it found is marked by position, and stands nowhere in another note.
            self.find_bar.hide()
        self.header.show_page(page)
        self.view.show_page(page)
        self.hide_term()

    def open_at(self, passage: str) -> None:
        """Begin with a passage of the note that was just turned to."""
        self.view.show_passage(passage)

    def show_passage(self, passage: str) -> None:
        """Show a passage of the note on show; the way back leads to where the reader was."""
        self.leap(lambda: self.view.show_passage(passage))

    def leap(self, go: Callable[[], object]) -> None:
        """Go elsewhere in the note; the way back leads to where the reader was."""
        before = self.view.place()
        go()
        if self.view.place() != before:
            self.places.leap(before)
            self._show_steps()

    def _show_steps(self) -> None:
        self.header.enable_steps(self.places.can_go_back, self.places.can_go_forward)

    def title(self) -> str:
        """Return the title of the note, or nothing."""
        return self._page.title if self._page else ""

    def plain_text(self) -> str:
        """Return the words of the note as they are shown."""
        return self.view.toPlainText()

    def set_reading_style(self, family: str, points: int, spacing: float) -> None:
        """Show notes in a font, a size in points, and a line height as a multiple of it."""
        self.view.set_style(NoteStyle(family, points, spacing))

    def set_writable(self, writable: bool) -> None:
        """Say whether highlights can be kept."""
        self._writable = writable

    def set_annotations(self, annotations: Sequence[Annotation]) -> None:
        """Show what the student has marked in this note."""
        if annotations or self._margin_notes:
            self.view.marks.show(annotations)
            in_list = self.margin_notes.isAncestorOf(self.focusWidget() or self)
            self.margin_notes.show_annotations(annotations, writable=self._writable)
            if in_list and not annotations:
                self.view.setFocus()

    @property
    def margin_notes(self) -> MarginNotes:
        """The list of what the student has marked; made when something is."""
        if self._margin_notes is None:
            # Most notes have no highlights, and the first paint needs no list of them.
            from studyapp.ui.note.margin_notes import MarginNotes

            self._margin_notes = MarginNotes(self)
            self._margin_notes.chosen.connect(self._show_annotation)
            self._margin_notes.note_changed.connect(self.annotation_note_changed)
            self._margin_notes.removed.connect(self.annotation_removed)
            self._rows.insertWidget(2, self._margin_notes)
        return self._margin_notes

    def go_back(self) -> None:
        """Go back to where the reader was before."""
        self.places.note_position(self.view.place())
        self._go(self.places.back())

    def go_forward(self) -> None:
        """Go forward again."""
        self.places.note_position(self.view.place())
        self._go(self.places.forward())

    def _go(self, place: Place | None) -> None:
        if place:
            if self._page is None or place.topic != self._page.topic:
                self.topic_requested.emit(place.topic)
            self.view.unmark()
            self.view.go_to(place.position)
            self._show_steps()

    def show_find(self) -> None:
        """Find words in the note."""
        self.find_bar.open()

    def show_headings(self) -> None:
        """Open the list of headings."""
        self.header.show_headings()

    def show_term(self, term: str, at: QPoint) -> None:
        """Explain a term beside its word."""
        found = self._reader.term(term) if self._reader else None
        if found:
            self.term_card.explain(found, at)

    def _drag_term(self, term: str) -> None:
        found = self._reader.term(term) if self._reader else None
        if found:
            drag(self.view, term_mime((found.name, *found.aliases)))

    def show_term_at_place(self, term: str) -> None:
        """Explain a term where the note has it, else at the top of what is in sight."""
        self.show_term(term, self.view.point_of_term(term))

    def explain_term(self) -> None:
        """Explain the term at the text cursor, or the next one; a second time closes the card."""
        found = self.view.term_at_cursor()
        if self.term_card.isVisible():
            self.hide_term()
        elif found:
            self.show_term(*found)

    @cached_property
    def marking(self) -> Marking:
        """What turns a selection into a highlight; made when it is first wanted."""
        from studyapp.ui.note.marking import Marking

        return Marking(self)

    @cached_property
    def making_cards(self) -> MakingCards:
        """What turns a selection into a card; made when it is first wanted."""
        from studyapp.ui.note.making_cards import MakingCards

        return MakingCards(self)

    @property
    def is_writable(self) -> bool:
        """Say whether highlights can be kept."""
        return self._writable

    def highlight_selection(self) -> None:
        """Highlight what is selected."""
        self.marking.highlight()

    def add_margin_note(self) -> None:
        """Ask for a note and keep it with what is selected."""
        self.marking.add_note()

    def passages(self) -> Sequence[Passage]:
        """Return the passages of the note on show."""
        if self._reader is None or self._page is None:
            return ()
        return self._reader.passages(self._page.topic)

    def look_up(self, words: str) -> None:
        """Explain a term by its name, or ask for a search of the course."""
        from studyapp.domain.text import normalised

        wanted = normalised(words)
        for term in self._reader.terms() if self._reader else ():
            if wanted in map(normalised, (term.name, *term.aliases)):
                self.term_card.explain(term, self.view.below_selection())
                return
        self.search_requested.emit(words)

    def _show_menu(self, at: QPoint, link: str) -> None:
        from studyapp.ui.note.note_menu import NoteMenu

        NoteMenu(self, link, at).exec(at)

    def print_note(self) -> None:
        """Ask for a printer and print the note."""
        from studyapp.ui.note.printing import ask_and_print

        if self._page and self._reader:
            course = f'<p class="source">{escape(self._reader.title)}</p>'
            html = course + self._page.html
            ask_and_print(self, self._page.title, html, self._reader.picture)

    def _show_annotation(self, annotation: Annotation) -> None:
        if not annotation.lost:
            self.leap(lambda: self.view.show_anchored(annotation.anchor))

    def _ask_to_leave(self, address: str) -> None:
        from PySide6.QtGui import QDesktopServices
        from PySide6.QtWidgets import QMessageBox

        answer = QMessageBox.question(
            self,
            self.tr("Leave StudyApp"),
            self.tr("This leads out of the course. Open it in the browser?") + f"\n\n{address}",
        )
        if answer is QMessageBox.StandardButton.Yes:
            QDesktopServices.openUrl(address)


def _button(text: str, parent: QWidget) -> QPushButton:
    # With its text as an argument Qt's may also have an icon, whose type takes 3 ms to make.
    button = QPushButton(parent)
    button.setText(text)
    return button
