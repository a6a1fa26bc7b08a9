"""Finding words in the note: where they are, how many, and which one is shown."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from studyapp.ui.announce import announce
from studyapp.ui.note.finding import places_of
from studyapp.ui.note.note_view import NoteView

# Marking every "e" of a long note would take longer than a key press may.
_MOST_MARKED = 200


class FindBar(QWidget):
    """A line below the note; Enter goes on, Shift+Enter goes back, Escape closes it."""

    closed = Signal()

    def __init__(self, view: NoteView, parent: QWidget | None = None) -> None:
        """Find in `view`; start hidden."""
        super().__init__(parent)
        self._view = view
        self._found: list[tuple[int, int]] = []
        self._at = -1
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(self.tr("Find in this note"))
        self.field.setAccessibleName(self.tr("Find in this note"))
        self.field.textChanged.connect(self._find)
        self.count = QLabel(self)
        self.count.setProperty("role", "muted")
        self.previous = self._button("↑", self.tr("Previous (Shift+Enter)"), lambda: self.step(-1))
        self.next = self._button("↓", self.tr("Next (Enter)"), lambda: self.step(1))
        close = self._button("✕", self.tr("Close (Esc)"), self.leave)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 6, 12, 6)
        layout.addWidget(self.field, 1)
        for widget in (self.count, self.previous, self.next, close):
            layout.addWidget(widget)
        self.hide()

    def _button(self, sign: str, tip: str, act: Callable[[], object]) -> QToolButton:
        button = QToolButton(self)
        button.setText(sign)
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.setProperty("flat", True)
        button.clicked.connect(lambda _checked: act())
        return button

    def open(self) -> None:
        """Show the bar and take the focus; a selected word is looked for at once."""
        selected = self._view.textCursor().selectedText()
        self.show()
        if selected and "\u2029" not in selected and selected != self.field.text():
            self.field.setText(selected)
        else:
            # The note may be another than the one these words were last looked for in.
            self._find(self.field.text())
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def leave(self) -> None:
        """Close the bar; the place that was found stays selected."""
        self.hide()
        self.closed.emit()

    def step(self, by: int) -> None:
        """Show the next or the previous place, round and round."""
        if self._found:
            self._show((self._at + by) % len(self._found))

    def _find(self, words: str) -> None:
        """Find `words` and show the first place from where the reader is."""
        self._found = places_of(words, self._view.toPlainText())
        self._at = -1
        for button in (self.previous, self.next):
            button.setEnabled(bool(self._found))
        here = self._view.textCursor().selectionStart()
        if self._found:
            after = (at for at, found in enumerate(self._found) if found[0] >= here)
            self._show(next(after, 0))
        else:
            self._view.forget_selection()
            self._view.marks.show_found(())
            self._say(self.tr("Not found") if words else "")

    def _show(self, at: int) -> None:
        self._at = at
        start, end = self._found[at]
        cursor = QTextCursor(self._view.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self._view.setTextCursor(cursor)
        self._view.bring_into_the_middle()
        self._view.marks.show_found(self._found[:_MOST_MARKED], at)
        self._say(self.tr("{at} of {count}").format(at=at + 1, count=len(self._found)))

    def _say(self, words: str) -> None:
        self.count.setText(words)
        announce(self, words)

    def hideEvent(self, event: QHideEvent) -> None:
        """Take the marks off what was found."""
        super().hideEvent(event)
        self._view.marks.show_found(())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step or close."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.step(-1 if back else 1)
        else:
            super().keyPressEvent(event)
