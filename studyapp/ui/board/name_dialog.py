"""The box in which a board is given its title."""

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from studyapp.ui.primary_button import primary_button

_LONGEST_TITLE = 60


class NameDialog(QDialog):
    """A field with a title; Enter keeps it."""

    def __init__(self, heading: str, title: str, parent: QWidget | None = None) -> None:
        """Begin with `title`, all of it selected, to be typed over."""
        super().__init__(parent)
        self.setWindowTitle(heading)
        self.field = QLineEdit(title, self)
        self.field.setMaxLength(_LONGEST_TITLE)
        self.field.setAccessibleName(self.tr("Title of the board"))
        self.field.selectAll()
        form = QFormLayout()
        form.addRow(self.tr("&Title"), self.field)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(12)
        layout.addLayout(form)
        layout.addWidget(self._buttons())
        self.field.textChanged.connect(lambda _text: self.keep_button.setEnabled(bool(self.title)))
        self.resize(400, self.sizeHint().height())

    @property
    def title(self) -> str:
        """Return what was written, without blanks around it."""
        return self.field.text().strip()

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(self)
        cancel = buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        cancel.setText(self.tr("Cancel"))
        self.keep_button = primary_button(self.tr("Save"))
        buttons.addButton(self.keep_button, QDialogButtonBox.ButtonRole.AcceptRole)
        self.keep_button.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons


def ask_for_name(parent: QWidget, heading: str, title: str) -> str:
    """Ask what a board is to be called; "" if the person thought better of it."""
    dialog = NameDialog(heading, title, parent)
    given = dialog.exec() == QDialog.DialogCode.Accepted
    return dialog.title if given else ""
