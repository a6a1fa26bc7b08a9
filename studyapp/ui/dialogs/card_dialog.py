"""A card of the student's own: a sentence with gaps, or a question and its answer."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from studyapp.domain.own_cards import is_complete
from studyapp.ui.primary_button import primary_button
from studyapp.ui.self_test.question_views.answer_field import AnswerField


class CardDialog(QDialog):
    """Shows the card to be; Enter keeps it once it asks something that has an answer."""

    def __init__(
        self, prompt: str, answer: str, *, with_gap: bool, parent: QWidget | None = None
    ) -> None:
        """Begin with a sentence with a gap, or with a question and its answer."""
        super().__init__(parent)
        self._has_gap = with_gap
        self.setWindowTitle(self.tr("Make a card"))
        self.prompt, self.answer = AnswerField(self), AnswerField(self)
        self.prompt.setPlainText(prompt)
        self.answer.setPlainText(answer)
        form = QFormLayout()
        form.setVerticalSpacing(12)
        form.addRow(self._hint())
        self._add(form, self.tr("&Sentence") if with_gap else self.tr("&Question"), self.prompt)
        if self._has_gap:
            self.answer.hide()
        else:
            self._add(form, self.tr("&Answer"), self.answer)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(12)
        layout.addLayout(form)
        layout.addWidget(self._buttons())
        self.prompt.textChanged.connect(self._look)
        self.answer.textChanged.connect(self._look)
        self._look()
        self.resize(520, self.sizeHint().height())

    def _hint(self) -> QLabel:
        gap = self.tr("What stands in {{ }} is asked. “|” parts other words that count.")
        question = self.tr("What do you want to be asked? The words of the note are the answer.")
        label = QLabel(gap if self._has_gap else question, self)
        label.setProperty("role", "muted")
        label.setWordWrap(True)
        return label

    def _add(self, form: QFormLayout, name: str, field: AnswerField) -> None:
        field.setAccessibleName(name.replace("&", ""))
        field.setPlaceholderText("")
        field.submitted.connect(self._keep)
        form.addRow(name, field)

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(self)
        cancel = buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        cancel.setText(self.tr("Cancel"))
        self.keep_button = primary_button(self.tr("Make the card"))
        buttons.addButton(self.keep_button, QDialogButtonBox.ButtonRole.AcceptRole)
        self.keep_button.setToolTip(self.tr("Make the card (Enter)"))
        QShortcut(
            QKeySequence(Qt.KeyboardModifier.ControlModifier | Qt.Key.Key_Return), self, self._keep
        )
        buttons.accepted.connect(self._keep)
        buttons.rejected.connect(self.reject)
        return buttons

    def card(self) -> tuple[str, str]:
        """Return the sentence or question, and the answer to a question."""
        words = [_words(field) for field in (self.prompt, self.answer)]
        return words[0], "" if self._has_gap else words[1]

    def _is_complete(self) -> bool:
        prompt, answer = self.card()
        return is_complete(prompt, answer) and ("{{" in prompt) == self._has_gap

    def _look(self) -> None:
        self.keep_button.setEnabled(self._is_complete())

    def _keep(self) -> None:
        if self._is_complete():
            self.accept()


def _words(field: QPlainTextEdit) -> str:
    return field.toPlainText().strip()
