"""What the dialogs that word a card have in common: two fields to write in, and what keeps them."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from studyapp.ui.primary_button import primary_button
from studyapp.ui.self_test.question_views.answer_field import AnswerField


class CardForm(QDialog):
    """A question and an answer in words; Enter keeps them once they are complete."""

    def __init__(self, title: str, keep: str, spacing: int, parent: QWidget | None) -> None:
        """Start with two empty fields; who derives from it lays them out in `form`."""
        super().__init__(parent)
        self.setWindowTitle(title)
        self.prompt, self.answer = AnswerField(self), AnswerField(self)
        self.form = QFormLayout()
        self.form.setVerticalSpacing(spacing)
        self.buttons = QDialogButtonBox(self)
        self.keep_button = self._add_buttons(keep)

    def _add_buttons(self, keep: str) -> QPushButton:
        cancel = self.buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        cancel.setText(self.tr("Cancel"))
        keeping = primary_button(keep)
        keeping.setToolTip(self.tr("{what} (Enter)").format(what=keep))
        self.buttons.addButton(keeping, QDialogButtonBox.ButtonRole.AcceptRole)
        QShortcut(
            QKeySequence(Qt.KeyboardModifier.ControlModifier | Qt.Key.Key_Return), self, self._keep
        )
        self.buttons.accepted.connect(self._keep)
        self.buttons.rejected.connect(self.reject)
        return keeping

    def _add(self, name: str, field: AnswerField) -> None:
        """Add a field under its name."""
        field.setAccessibleName(name.replace("&", ""))
        field.setPlaceholderText("")
        field.submitted.connect(self._keep)
        self.form.addRow(name, field)

    def _finish(self, width: int) -> None:
        """Show the form with its buttons below, and look at what is written from now on."""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(12)
        layout.addLayout(self.form)
        layout.addWidget(self.buttons)
        self.prompt.textChanged.connect(self._look)
        self.answer.textChanged.connect(self._look)
        self._look()
        self.resize(width, self.sizeHint().height())

    def is_complete(self) -> bool:
        """Say whether what is written can be kept."""
        raise NotImplementedError

    def _look(self) -> None:
        self.keep_button.setEnabled(self.is_complete())

    def _keep(self) -> None:
        if self.is_complete():
            self.accept()


def words_of(field: AnswerField) -> str:
    """Return what is written in a field."""
    return field.toPlainText().strip()
