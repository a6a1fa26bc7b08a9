"""The note itself: one readable column, its terms, its highlights, and nothing from outside."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtGui import QFont, QFontInfo, QFontMetrics, QFontMetricsF, QTextDocument
from PySide6.QtWidgets import QWidget

from studyapp.domain.pages import NotePage
from studyapp.ui import qt_numbers
from studyapp.ui.look import tokens
from studyapp.ui.look.theme import Theme
from studyapp.ui.note.note_style import NoteStyle, note_sheet
from studyapp.ui.note.reading_view import ReadingView
from studyapp.ui.pointer.held_press import HeldPress
from studyapp.ui.pointer.pointing import ask_for_menu

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent, QUrl
    from PySide6.QtGui import (
        QContextMenuEvent,
        QKeyEvent,
        QMouseEvent,
        QResizeEvent,
    )

    from studyapp.domain.anchoring import Anchor
    from studyapp.domain.pages import Passage
    from studyapp.ui.note.marks import Marks
    from studyapp.ui.note.note_document import PassageMap, Stretch
    from studyapp.ui.note.pictures import NotePictures

TERM = "term"
PICTURE = "picture"
_HOVER_MS = 300
_SCROLL_BAR = 12
_REFIT_MS = 150
_INDENT = 24
# A passage that is jumped to stands this part of the view below its upper edge.
_ABOVE_PASSAGE = 6


class NoteView(ReadingView):
    """Shows one note, with a caret to read and select by; links to terms stay in the window."""

    term_hovered = Signal(str, QPoint)
    term_left = Signal()
    term_activated = Signal(str, QPoint)
    term_dragged = Signal(str)
    outside_link_activated = Signal(str)
    menu_requested = Signal(QPoint, str)
    interrupted = Signal()
    escaped = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self.theme = theme
        self._style = NoteStyle()
        self._picture: Callable[[str], bytes | None] = lambda _name: None
        self._html = ""
        self._document: QTextDocument | None = None
        self._passages: PassageMap | None = None
        self._pictures: NotePictures | None = None
        self._shows_pictures = False
        self._marks: Marks | None = None
        self._hovered = self._term = ""
        self._held = HeldPress(self)
        self.setOpenLinks(False)
        reads = qt_numbers.TEXT_BROWSER_INTERACTION | qt_numbers.TEXT_SELECTABLE_BY_KEYBOARD
        self.setProperty("textInteractionFlags", reads)
        self.setUndoRedoEnabled(False)
        self.setAccessibleName(self.tr("Note"))
        self.setProperty("horizontalScrollBarPolicy", qt_numbers.SCROLL_BAR_ALWAYS_OFF)
        self.anchorClicked.connect(self._activate)
        self.highlighted.connect(self._hover)
        self._hover_timer = QTimer(self, singleShot=True, interval=_HOVER_MS)
        self._hover_timer.timeout.connect(self._say_hovered)
        self._refit_timer = QTimer(self, singleShot=True, interval=_REFIT_MS)
        self._refit_timer.timeout.connect(self._refit)
        theme.changed.connect(self.redraw)

    def pictures_from(self, picture: Callable[[str], bytes | None]) -> None:
        """Take pictures by name from `picture`, and from nowhere else."""
        self._picture = picture
        self._pictures = None

    def show_page(self, page: NotePage) -> None:
        """Show a note from its beginning."""
        self._html = page.html
        if self._marks:
            self._marks.show(())
        self.setAccessibleDescription(page.title)
        self._render()
        self.verticalScrollBar().setValue(0)

    def show_nothing(self) -> None:
        """Forget the note and where its pictures came from: its course is closed."""
        self.unmark()
        self.pictures_from(lambda _name: None)
        self._html = ""
        self._shows_pictures = False
        self.clear()

    def set_style(self, style: NoteStyle) -> None:
        """Show notes in another type."""
        if style != self._style:
            self._style = style
            self.redraw()

    def redraw(self) -> None:
        """Make the document anew, with the same words in sight and selected."""
        if not self._html:
            return
        place, before = self.place(), self.textCursor()
        anchor, position = before.anchor(), before.position()
        passing, length = self._marks and self._marks.passing, self.document().characterCount()
        self._render()
        cursor = self.textCursor()
        cursor.setPosition(anchor)
        cursor.setPosition(position, cursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.go_to(place)
        # A picture that turned out to be none has become words: all after it stands elsewhere.
        if passing and length == self.document().characterCount():
            self.marks.point_out(passing)

    def _render(self) -> None:
        # A document of its own is laid out once. The one in sight would be for the font, for
        # being empty, and for each going and coming of its scroll bar.
        document = QTextDocument(self)
        document.setUndoRedoEnabled(False)
        document.setDefaultFont(self._type())
        document.setIndentWidth(_INDENT)
        document.setDefaultStyleSheet(note_sheet(self._style, self.theme.css(), self._natural()))
        self.unmark()
        document.setHtml(self._with_pictures())
        self._centre_column(document)
        self.setDocument(document)
        # Qt deletes only a document that it made itself.
        if self._document:
            self._document.deleteLater()
        self._document = document
        self._passages = None
        if self._marks:
            self._marks.paint()

    def _type(self) -> QFont:
        font = QFont(self._style.family) if self._style.family else QFont(self.font())
        font.setPointSizeF(self._style.points)
        return font

    def _natural(self) -> float:
        """Return the font's own line height, in its size."""
        font = self._type()
        return QFontMetrics(font).height() / QFontInfo(font).pixelSize()

    def _with_pictures(self) -> str:
        self._shows_pictures = f'"{PICTURE}:' in self._html
        if not self._shows_pictures:
            return self._html
        from studyapp.ui.note.pictures import NotePictures

        width, ratio = self.column_width(), self.devicePixelRatioF()
        if self._pictures is None or not self._pictures.suit(width, ratio):
            self._pictures = NotePictures(self._picture, width, ratio)
        return self._pictures.with_words(self._html)

    @property
    def passages(self) -> PassageMap:
        """Where the passages of this note lie."""
        if self._passages is None:
            # A first paint asks for no passage, and spares the types that cursors bring.
            from studyapp.ui.note.note_document import PassageMap

            self._passages = PassageMap(self.document())
        return self._passages

    @property
    def marks(self) -> Marks:
        """The grounds under the words; made when something is first marked."""
        if self._marks is None:
            # With all the formats they bring: a first paint has nothing marked.
            from studyapp.ui.note.marks import Marks

            self._marks = Marks(self)
        return self._marks

    def show_passage(self, passage: str) -> bool:
        """Scroll to a passage and mark it for a moment; say whether it is in this note."""
        stretch = self.passages.stretch(passage)
        if stretch:
            self._show_stretch(stretch)
        return stretch is not None

    def show_anchored(self, anchor: Anchor) -> None:
        """Scroll to the words of a highlight and mark them for a moment."""
        span = self.passages.span(anchor)
        if span:
            self._show_stretch(span)

    def _show_stretch(self, stretch: Stretch) -> None:
        cursor = self.textCursor()
        cursor.setPosition(stretch.start)
        self.setTextCursor(cursor)
        self.go_to(stretch.start)
        # What stands before it tells where one is.
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() - self.height() // _ABOVE_PASSAGE)
        self.marks.point_out(stretch)

    def unmark(self) -> None:
        """Take the passing mark off the passage that was jumped to."""
        if self._marks:
            self._marks.take_off()

    def selected_anchors(self, passages: Sequence[Passage]) -> list[Anchor]:
        """Return what is selected, an anchor for each passage it touches; pictures have none."""
        from studyapp.domain.anchoring import anchor

        by_id = {passage.id: passage for passage in passages if passage.kind != "figure"}
        cursor = self.textCursor()
        anchors: list[Anchor] = []
        for name, *ends in self.passages.within(cursor.selectionStart(), cursor.selectionEnd()):
            passage = by_id.get(name)
            start, end = (self.passages.offset(name, position) for position in ends)
            words = passage.text[start:end] if passage else ""
            if passage and words.strip():
                start += len(words) - len(words.lstrip())
                anchors.append(anchor(passage, start, start + len(words.strip())))
        return anchors

    def term_at_cursor(self) -> tuple[str, QPoint] | None:
        """Return the term at the text cursor, else the first one in sight after it."""
        cursor = self.textCursor()
        for position in range(cursor.position(), self.document().characterCount() - 1):
            cursor.setPosition(position + 1)
            term = term_of(cursor.charFormat().anchorHref())
            if term:
                return term, self._below(cursor)
        return None

    def point_of_term(self, term: str) -> QPoint:
        """Return the place on the screen below a term in sight, else below the first words."""
        cursor, first = self.textCursor(), self.place()
        last = self.cursorForPosition(self.viewport().rect().bottomRight()).position()
        for position in range(first, last):
            cursor.setPosition(position + 1)
            if term_of(cursor.charFormat().anchorHref()) == term:
                return self._below(cursor)
        cursor.setPosition(first)
        return self._below(cursor)

    def column_width(self) -> float:
        """Return the width of the column in pixels: 68 characters, or what there is room for."""
        metrics = QFontMetricsF(self._type())
        wanted = metrics.averageCharWidth() * tokens.NOTE_COLUMN_CHARACTERS
        return min(wanted, self._room() - 2 * tokens.BREATHING)

    def _room(self) -> int:
        """Return the width for text and margins, the same with a scroll bar or without.

        Asking `viewport()` would wrap a widget that Python has never seen, for which all classes
        of widgets are made: 10 ms before the first paint.
        """
        return self.maximumViewportSize().width() - _SCROLL_BAR

    def _centre_column(self, document: QTextDocument) -> None:
        frame = document.rootFrame()
        form = frame.frameFormat()
        margin = max(tokens.BREATHING, (self._room() - self.column_width()) / 2)
        if form.leftMargin() != margin:
            form.setLeftMargin(margin)
            form.setRightMargin(margin)
            form.setTopMargin(tokens.BREATHING)
            form.setBottomMargin(2 * tokens.BREATHING)
            frame.setFrameFormat(form)

    def _activate(self, url: QUrl) -> None:
        if url.scheme() == TERM:
            self.term_activated.emit(url.path(), self._below(self.textCursor()))
        elif url.scheme() in ("http", "https", "mailto"):
            self.outside_link_activated.emit(url.toString())

    def _hover(self, url: QUrl) -> None:
        self._hover_over(url.path() if url.scheme() == TERM else "")

    def _hover_over(self, term: str) -> None:
        self._hovered = term
        if self._hovered:
            self._hover_timer.start()
        else:
            self._hover_timer.stop()
            self.term_left.emit()

    def _say_hovered(self) -> None:
        if self._hovered and self.viewport().underMouse():
            at = self.viewport().mapFromGlobal(self.cursor().pos())
            below = self.cursorRect(self.cursorForPosition(at)).bottomLeft()
            self.term_hovered.emit(self._hovered, self.viewport().mapToGlobal(below))

    def _refit(self) -> None:
        ratio = self.devicePixelRatioF()
        if self._pictures and not self._pictures.suit(self.column_width(), ratio):
            self.redraw()

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Return a picture of the course; no file and no address is ever read."""
        from PySide6.QtCore import QUrl

        url = QUrl(name)
        is_picture = kind == QTextDocument.ResourceType.ImageResource.value
        if not (is_picture and url.scheme() == PICTURE and self._pictures):
            return None
        drawn = self._pictures.draw(url.path())
        if drawn is None:
            # Only now it is known that this is no picture: its words take its place.
            QTimer.singleShot(0, self, self.redraw)
        return drawn

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column centred, and draw its pictures anew if it is another."""
        super().resizeEvent(event)
        self._centre_column(self.document())
        if self._shows_pictures:
            self._refit_timer.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the passing mark and a term's card off on any key."""
        self.unmark()
        self.interrupted.emit()
        if event.key() == QtCore.Qt.Key.Key_Escape:
            self.escaped.emit()
        super().keyPressEvent(event)

    def _takes_hold_of_term(self, event: QMouseEvent) -> bool:
        """Take hold of a term to drag it; with a key held, or when selected, it is words."""
        point = event.position().toPoint()
        term, cursor = term_of(self.anchorAt(point)), self.textCursor()
        at = self.cursorForPosition(point).position()
        is_selected = cursor.selectionStart() < at < cursor.selectionEnd()
        plain = event.modifiers() == QtCore.Qt.KeyboardModifier.NoModifier
        is_left = event.button() is QtCore.Qt.MouseButton.LeftButton
        if not term or is_selected or not (plain and is_left):
            return False
        self._term = term
        self._held.take(event)
        return True

    def _drag_term(self) -> None:
        self._hover_over("")
        self.interrupted.emit()
        self.term_dragged.emit(self._term)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the passing mark off; a press on a term waits to see whether it is dragged."""
        self.unmark()
        if not self._takes_hold_of_term(event):
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the term that is pressed, once the mouse has moved far enough to mean it."""
        is_held = self._held.is_held
        if self._held.becomes_drag(event):
            self._drag_term()
        elif not is_held:
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Follow the link that was pressed and not dragged."""
        wants_menu, is_held = self._held.asks_for_menu(event), self._held.is_held
        press = self._held.give_back()
        if wants_menu:
            ask_for_menu(self.viewport(), event.position())
            return
        if press:
            super().mousePressEvent(press)
        if press or not is_held:
            super().mouseReleaseEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu, saying which link is under the pointer."""
        link = self.anchorAt(event.pos())
        self.menu_requested.emit(event.globalPos(), link)

    def leaveEvent(self, event: QEvent) -> None:
        """Forget the term the pointer was on."""
        self._hover_over("")
        super().leaveEvent(event)


def term_of(link: str) -> str:
    """Return the term that a link of a note leads to, or "" if it leads elsewhere."""
    # With the first term that is hovered or asked for: its type has names for much.
    from PySide6.QtCore import QUrl

    url = QUrl(link)
    return url.path() if url.scheme() == TERM else ""
