"""The note itself: one readable column, its terms, its highlights, and nothing from outside."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtWidgets import QTextBrowser, QWidget

from studyapp.domain.pages import NotePage
from studyapp.ui import tokens
from studyapp.ui.note.note_style import NoteStyle, note_sheet
from studyapp.ui.theme import Theme

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QColor, QKeyEvent, QResizeEvent, QTextCursor
    from PySide6.QtWidgets import QTextEdit

    from studyapp.domain.anchoring import Anchor
    from studyapp.domain.notes import Passage
    from studyapp.ui.note.note_document import PassageMap

TERM = "term"
PICTURE = "picture"
_HOVER_MS = 300
_SCROLL_BAR = 12
_MARK_MS = 2500


class NoteView(QTextBrowser):
    """Shows one note. Links to terms are told apart from links that lead outside."""

    term_hovered = Signal(str, QPoint)
    term_left = Signal()
    term_activated = Signal(str, QPoint)
    outside_link_activated = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._theme = theme
        self._style = NoteStyle()
        self._picture: Callable[[str], bytes | None] = lambda _name: None
        self._html = ""
        self._passages: PassageMap | None = None
        self._marked: list[Anchor] = []
        self._hovered = ""
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.setAccessibleName(self.tr("Note"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.anchorClicked.connect(self._activate)
        self.highlighted.connect(self._hover)
        self._hover_timer = QTimer(self, singleShot=True, interval=_HOVER_MS)
        self._hover_timer.timeout.connect(self._say_hovered)
        self._mark_timer = QTimer(self, singleShot=True, interval=_MARK_MS)
        self._mark_timer.timeout.connect(self.unmark)
        theme.changed.connect(self.redraw)

    def pictures_from(self, picture: Callable[[str], bytes | None]) -> None:
        """Take pictures by name from `picture`, and from nowhere else."""
        self._picture = picture

    def show_page(self, page: NotePage) -> None:
        """Show a note from its beginning."""
        self._html = page.html
        self._marked = []
        self.setAccessibleDescription(page.title)
        self.redraw()

    def set_style(self, style: NoteStyle) -> None:
        """Show notes in another type."""
        if style != self._style:
            self._style = style
            self.redraw()

    def redraw(self) -> None:
        """Make the document anew, at the same place in it."""
        scroll = self.verticalScrollBar().value()
        font = QFont(self._style.family) if self._style.family else QFont(self.font())
        font.setPointSizeF(self._style.points)
        document = self.document()
        document.setDefaultFont(font)
        document.setDefaultStyleSheet(note_sheet(self._style, self._theme.css()))
        self.setHtml(self._html)
        self._passages = None
        self._centre_column()
        self._paint_marks()
        self.verticalScrollBar().setValue(scroll)

    @property
    def passages(self) -> PassageMap:
        """Where the passages of this note lie."""
        if self._passages is None:
            # A first paint asks for no passage, and spares the types that cursors bring.
            from studyapp.ui.note.note_document import PassageMap

            self._passages = PassageMap(self.document())
        return self._passages

    def show_highlights(self, anchors: Sequence[Anchor]) -> None:
        """Paint the grounds of what the student has highlighted."""
        self._marked = list(anchors)
        self._paint_marks()

    def show_passage(self, passage: str) -> bool:
        """Scroll to a passage and mark it for a moment; say whether it is in this note."""
        stretch = self.passages.stretch(passage)
        if stretch is None:
            return False
        cursor = self.textCursor()
        cursor.setPosition(stretch.start)
        self.setTextCursor(cursor)
        top = self.cursorRect(cursor).top() + self.verticalScrollBar().value()
        self.verticalScrollBar().setValue(top - 4 * tokens.BREATHING)
        self._paint_marks((stretch.start, stretch.end))
        self._mark_timer.start()
        return True

    def unmark(self) -> None:
        """Take the passing mark off the passage that was jumped to."""
        self._mark_timer.stop()
        self._paint_marks()

    def selected_anchor(self, passages: Sequence[Passage]) -> Anchor | None:
        """Return what is selected as part of one passage, or None; more is cut to the first."""
        from studyapp.domain.anchoring import anchor

        cursor = self.textCursor()
        stretch = self.passages.at(cursor.selectionStart()) if cursor.hasSelection() else None
        passage = next((each for each in passages if stretch and each.id == stretch.passage), None)
        if stretch is None or passage is None:
            return None
        start = cursor.selectionStart() - stretch.start
        end = min(cursor.selectionEnd() - stretch.start, len(passage.text))
        return anchor(passage, start, end) if 0 <= start < end else None

    def term_at_cursor(self) -> tuple[str, QPoint] | None:
        """Return the term at the text cursor, else the first one in sight after it."""
        cursor = self.textCursor()
        for position in range(cursor.position(), self.document().characterCount() - 1):
            cursor.setPosition(position + 1)
            url = QUrl(cursor.charFormat().anchorHref())
            if url.scheme() == TERM:
                return url.path(), self._below(cursor)
        return None

    def _below(self, cursor: QTextCursor) -> QPoint:
        return self.viewport().mapToGlobal(self.cursorRect(cursor).bottomLeft())

    def _paint_marks(self, passing: tuple[int, int] | None = None) -> None:
        spans = [(self.passages.span(each), "highlight") for each in self._marked]
        found = [(span, role) for span, role in spans if span]
        if passing:
            found.append((passing, "selection"))
        self.setExtraSelections(
            [self._ground(*span, self._theme.colour(role)) for span, role in found]
        )

    def _ground(self, start: int, end: int, colour: QColor) -> QTextEdit.ExtraSelection:
        # Imported here, with all the formats they bring: a first paint has nothing marked.
        from PySide6.QtGui import QTextCharFormat, QTextCursor
        from PySide6.QtWidgets import QTextEdit

        selection = QTextEdit.ExtraSelection()
        cursor = self.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        selection.cursor = cursor
        ground = QTextCharFormat()
        ground.setBackground(colour)
        selection.format = ground
        return selection

    def column_width(self) -> float:
        """Return the width of the column in pixels: 68 characters, or what there is room for."""
        metrics = QFontMetricsF(self.document().defaultFont())
        wanted = metrics.averageCharWidth() * tokens.NOTE_COLUMN_CHARACTERS
        return min(wanted, self._room() - 2 * tokens.BREATHING)

    def _room(self) -> int:
        """Return the width for text and margins, the same with a scroll bar or without.

        Asking `viewport()` would wrap a widget that Python has never seen, for which all classes
        of widgets are made: 10 ms before the first paint.
        """
        return self.maximumViewportSize().width() - _SCROLL_BAR

    def _centre_column(self) -> None:
        frame = self.document().rootFrame()
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
        self._hovered = url.path() if url.scheme() == TERM else ""
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

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Return a picture of the course; no file and no address is ever read."""
        from PySide6.QtGui import QTextDocument

        from studyapp.ui.note.pictures import draw_picture

        url = QUrl(name)
        is_picture = kind == QTextDocument.ResourceType.ImageResource.value
        if not is_picture or url.scheme() != PICTURE:
            return None
        data = self._picture(url.path())
        return draw_picture(data, self.column_width(), self.devicePixelRatioF()) if data else None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column centred."""
        super().resizeEvent(event)
        self._centre_column()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the passing mark off on any key."""
        self.unmark()
        super().keyPressEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Forget the term the pointer was on."""
        self._hover(QUrl())
        super().leaveEvent(event)
