"""A card of the student's own: a sentence with gaps, or a question and its answer."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from studyapp.domain.own_cards import is_complete
from studyapp.ui.announce import announce
from studyapp.ui.dialogs.gap_writing import GapsSetOff, asked_as, make_gap
from studyapp.ui.long_words import breakable
from studyapp.ui.primary_button import primary_button
from studyapp.ui.self_test.question_views.answer_field import AnswerField
from studyapp.ui.self_test.wrapping_label import wrapping_label


class CardDialog(QDialog):
    """Shows the card to be; Enter keeps it once it asks something that has an answer."""

    def __init__(
        self,
        prompt: str,
        answer: str,
        *,
        with_gap: bool,
        is_new: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        """Begin with a sentence with a gap, or with a question and its answer."""
        super().__init__(parent)
        self._has_gap, self._is_new = with_gap, is_new
        self.setWindowTitle(self.tr("Make a card") if is_new else self.tr("Change your card"))
        self.prompt, self.answer = AnswerField(self), AnswerField(self)
        self.prompt.setPlainText(prompt)
        self.answer.setPlainText(answer)
        form = QFormLayout()
        form.setVerticalSpacing(12)
        form.addRow(self._hint())
        self._add(form, self.tr("&Sentence") if with_gap else self.tr("&Question"), self.prompt)
        if self._has_gap:
            self.answer.hide()
            self._help_with_gaps(form)
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
        gap = self.tr(
            "Each gap is asked on its own. A gap is written {{so}}; {{so | thus}} takes both."
        )
        question = self.tr("What do you want to be asked? The words of the note are the answer.")
        label = QLabel(gap if self._has_gap else question, self)
        label.setProperty("role", "muted")
        label.setWordWrap(True)
        return label

    def _help_with_gaps(self, form: QFormLayout) -> None:
        """Offer to make a gap, and show how the sentence is asked."""
        GapsSetOff(self.prompt.document())
        self.gap_button = QPushButton(self.tr("Make a &gap"), self)
        self.gap_button.setToolTip(
            self.tr("Ask for the selected words, or the word at the cursor (Ctrl+G)")
        )
        self.gap_button.setAutoDefault(False)
        self.gap_button.clicked.connect(self._make_gap)
        QShortcut(QKeySequence("Ctrl+G"), self, self._make_gap)
        form.addRow("", self.gap_button)
        self.asked = wrapping_label("", self)
        self.asked.setMinimumHeight(3 * self.fontMetrics().lineSpacing())
        self.asked.setAlignment(Qt.AlignmentFlag.AlignTop)
        form.addRow(self.tr("Asked as"), self.asked)

    def _make_gap(self) -> None:
        if make_gap(self.prompt):
            announce(self, self.tr("Made a gap. Asked as: {text}").format(text=self.asked.text()))
        self.prompt.setFocus()

    def _add(self, form: QFormLayout, name: str, field: AnswerField) -> None:
        field.setAccessibleName(name.replace("&", ""))
        field.setPlaceholderText("")
        field.submitted.connect(self._keep)
        form.addRow(name, field)

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(self)
        cancel = buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        cancel.setText(self.tr("Cancel"))
        words = self.tr("Make the card") if self._is_new else self.tr("Keep the change")
        self.keep_button = primary_button(words)
        buttons.addButton(self.keep_button, QDialogButtonBox.ButtonRole.AcceptRole)
        self.keep_button.setToolTip(self.tr("{what} (Enter)").format(what=words))
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
        if self._has_gap:
            asked = asked_as(self.prompt.toPlainText())
            self.asked.setText("\n".join(map(breakable, asked)) or self.tr("There is no gap yet."))

    def _keep(self) -> None:
        if self._is_complete():
            self.accept()


def _words(field: QPlainTextEdit) -> str:
    return field.toPlainText().strip()
