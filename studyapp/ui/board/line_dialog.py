"""The box in which one line is written: the title of a board, or a card of one's own."""

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from studyapp.ui.primary_button import primary_button

_WIDTH = 440


class LineDialog(QDialog):
    """A field with a line of text; Enter keeps it."""

    def __init__(
        self, heading: str, label: str, text: str, longest: int, parent: QWidget | None = None
    ) -> None:
        """Begin with `text`, all of it selected, to be typed over."""
        super().__init__(parent)
        self.setWindowTitle(heading)
        self.field = QLineEdit(text, self)
        self.field.setMaxLength(longest)
        self.field.setAccessibleName(label.replace("&", ""))
        self.field.selectAll()
        form = QFormLayout()
        form.addRow(label, self.field)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(12)
        layout.addLayout(form)
        layout.addWidget(self._buttons())
        self.field.textChanged.connect(lambda _text: self.keep_button.setEnabled(bool(self.text)))
        self.resize(_WIDTH, self.sizeHint().height())

    @property
    def text(self) -> str:
        """Return what was written, without blanks around it."""
        return self.field.text().strip()

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(self)
        cancel = buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        cancel.setText(self.tr("Cancel"))
        self.keep_button = primary_button(self.tr("Save"))
        buttons.addButton(self.keep_button, QDialogButtonBox.ButtonRole.AcceptRole)
        self.keep_button.setDefault(True)
        self.keep_button.setEnabled(bool(self.text))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons


def ask(parent: QWidget, heading: str, label: str, text: str, longest: int) -> str:
    """Ask for a line of text; "" if the person thought better of it."""
    dialog = LineDialog(heading, label, text, longest, parent)
    given = dialog.exec() == QDialog.DialogCode.Accepted
    return dialog.text if given else ""
