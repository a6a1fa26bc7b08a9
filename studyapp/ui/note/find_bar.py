"""Finding words in the note: where they are, how many, and which one is shown."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QTextEdit, QToolButton, QWidget

from studyapp.ui.announce import announce


class FindBar(QWidget):
    """A line below the note; Enter goes on, Shift+Enter goes back, Escape closes it."""

    closed = Signal()

    def __init__(self, view: QTextEdit, parent: QWidget | None = None) -> None:
        """Find in `view`; start hidden."""
        super().__init__(parent)
        self._view = view
        self._found: list[int] = []
        self._at = -1
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(self.tr("Find in this note"))
        self.field.setAccessibleName(self.tr("Find in this note"))
        self.field.textChanged.connect(self._find)
        self.count = QLabel(self)
        self.count.setProperty("role", "muted")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 6, 12, 6)
        layout.addWidget(self.field, 1)
        layout.addWidget(self.count)
        for sign, tip, act in (
            ("↑", self.tr("Previous (Shift+Enter)"), lambda: self.step(-1)),
            ("↓", self.tr("Next (Enter)"), lambda: self.step(1)),
            ("✕", self.tr("Close (Esc)"), self.leave),
        ):
            layout.addWidget(self._button(sign, tip, act))
        self.hide()

    def _button(self, sign: str, tip: str, act: object) -> QToolButton:
        button = QToolButton(self)
        button.setText(sign)
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.setProperty("flat", True)
        button.clicked.connect(act)
        return button

    def open(self) -> None:
        """Show the bar and take the focus; a selected word is looked for at once."""
        selected = self._view.textCursor().selectedText()
        if selected and "\u2029" not in selected:
            self.field.setText(selected)
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def leave(self) -> None:
        """Close the bar."""
        self.hide()
        self.closed.emit()

    def step(self, by: int) -> None:
        """Show the next or the previous place, round and round."""
        if self._found:
            self._show((self._at + by) % len(self._found))

    def _find(self, words: str) -> None:
        self._found, self._at = [], -1
        cursor = QTextCursor(self._view.document())
        while words:
            cursor = self._view.document().find(words, cursor)
            if cursor.isNull():
                break
            self._found.append(cursor.selectionStart())
        if self._found:
            self._show(0)
        else:
            self.count.setText(self.tr("Not found") if words else "")

    def _show(self, at: int) -> None:
        self._at = at
        cursor = QTextCursor(self._view.document())
        cursor.setPosition(self._found[at])
        end = self._found[at] + len(self.field.text())
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self._view.setTextCursor(cursor)
        self._view.ensureCursorVisible()
        said = self.tr("{at} of {count}").format(at=at + 1, count=len(self._found))
        self.count.setText(said)
        announce(self, said)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step or close."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.step(-1 if back else 1)
        else:
            super().keyPressEvent(event)
