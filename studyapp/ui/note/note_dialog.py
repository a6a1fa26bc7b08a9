"""The box in which a margin note is written."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from studyapp.ui.primary_button import primary_button

_LONGEST_QUOTATION = 200


class NoteDialog(QDialog):
    """Shows the words that the note is on, which the box itself may hide, and a field for it."""

    def __init__(self, quotation: str, text: str, parent: QWidget | None = None) -> None:
        """Begin with `text`."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Margin note"))
        words = QLabel(f"“{_shortened(quotation)}”", self)
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setWordWrap(True)
        words.setProperty("role", "muted")
        self.field = QPlainTextEdit(text, self)
        self.field.setTabChangesFocus(True)
        self.field.setAccessibleName(self.tr("Your note"))
        self.field.setPlaceholderText(self.tr("Your note"))
        self.field.moveCursor(self.field.textCursor().MoveOperation.End)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(12)
        for widget in (words, self.field, self._buttons()):
            layout.addWidget(widget)
        self.resize(440, 260)

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(self)
        cancel = buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        cancel.setText(self.tr("Cancel"))
        self.save_button = primary_button(self.tr("Save"))
        buttons.addButton(self.save_button, QDialogButtonBox.ButtonRole.AcceptRole)
        keys = QKeySequence(Qt.KeyboardModifier.ControlModifier | Qt.Key.Key_Return)
        self.save_button.setToolTip(
            self.tr("Save the note ({keys})").format(
                keys=keys.toString(QKeySequence.SequenceFormat.NativeText)
            )
        )
        QShortcut(keys, self, self.accept)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons


def ask_for_note(parent: QWidget, quotation: str, text: str = "") -> str | None:
    """Ask for the text of a margin note; None if the person thought better of it."""
    dialog = NoteDialog(quotation, text, parent)
    given = dialog.exec() == QDialog.DialogCode.Accepted
    return dialog.field.toPlainText() if given else None


def _shortened(quotation: str) -> str:
    if len(quotation) <= _LONGEST_QUOTATION:
        return quotation
    return quotation[:_LONGEST_QUOTATION].rstrip() + "…"
