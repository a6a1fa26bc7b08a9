"""A card of the course in the student's own words, beside the course's."""

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

from studyapp.domain.card_changes import CardChange, Wording
from studyapp.ui.long_words import breakable
from studyapp.ui.primary_button import primary_button
from studyapp.ui.self_test.question_views.answer_field import AnswerField
from studyapp.ui.self_test.wrapping_label import wrapping_label


class WordingDialog(QDialog):
    """Two fields that begin with what is asked now; what is as in the course stays the course's."""

    def __init__(
        self,
        course: Wording,
        change: CardChange | None,
        may_reword_answer: bool,
        parent: QWidget | None = None,
    ) -> None:
        """Begin with the student's `change`, or else with the wording of the `course`."""
        super().__init__(parent)
        self._course, self._change = course, change
        self.takes_back = False
        self.setWindowTitle(self.tr("The card in your words"))
        self.prompt, self.answer = AnswerField(self), AnswerField(self)
        self.prompt.setPlainText((change and change.prompt) or course.prompt)
        self.answer.setPlainText((change and change.answer) or course.answer)
        form = QFormLayout()
        form.setVerticalSpacing(8)
        self._add(form, self.tr("&Question"), self.prompt, course.prompt)
        if may_reword_answer:
            self._add(form, self.tr("&Answer"), self.answer, course.answer)
        else:
            self.answer.hide()
        self._show_change(form)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(12)
        layout.addLayout(form)
        layout.addWidget(self._buttons())
        self.prompt.textChanged.connect(self._look)
        self.answer.textChanged.connect(self._look)
        self._look()
        self.resize(560, self.sizeHint().height())

    def wording(self) -> Wording:
        """Return the student's words, "" for what is as in the course."""
        said = Wording(_words(self.prompt), _words(self.answer))
        pairs = zip(said, self._course, strict=True)
        return Wording(*("" if own == course.strip() else own for own, course in pairs))

    def _add(self, form: QFormLayout, name: str, field: AnswerField, course: str) -> None:
        field.setAccessibleName(name.replace("&", ""))
        field.setPlaceholderText("")
        field.submitted.connect(self._keep)
        form.addRow(name, field)
        if self._change and course:
            told = self.tr("In the course: {words}").format(words=breakable(course))
            label = wrapping_label(told, self)
            label.setProperty("role", "muted")
            field.setAccessibleDescription(told)
            form.addRow("", label)

    def _show_change(self, form: QFormLayout) -> None:
        then = self._change.course if self._change else None
        if then and then != self._course:
            words = self.tr("The course's own wording has changed since you changed the card.")
            label = QLabel(words, self)
            label.setWordWrap(True)
            form.addRow("", label)

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(self)
        cancel = buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        cancel.setText(self.tr("Cancel"))
        if self._change and self._change.rewords:
            back = buttons.addButton(
                self.tr("&Take my change back"), QDialogButtonBox.ButtonRole.ResetRole
            )
            back.setAutoDefault(False)
            back.clicked.connect(self._take_back)
            self.back_button = back
        self.keep_button = primary_button(self.tr("Keep"))
        buttons.addButton(self.keep_button, QDialogButtonBox.ButtonRole.AcceptRole)
        self.keep_button.setToolTip(self.tr("Keep these words (Enter)"))
        keys = QKeySequence("Ctrl+Return")
        QShortcut(keys, self, self._keep)
        buttons.accepted.connect(self._keep)
        buttons.rejected.connect(self.reject)
        return buttons

    def _is_complete(self) -> bool:
        has_answer = self.answer.isHidden() or bool(_words(self.answer)) or not self._course.answer
        return bool(_words(self.prompt)) and has_answer

    def _look(self) -> None:
        self.keep_button.setEnabled(self._is_complete())

    def _keep(self) -> None:
        if self._is_complete():
            self.accept()

    def _take_back(self) -> None:
        self.takes_back = True
        self.accept()


def _words(field: QPlainTextEdit) -> str:
    return field.toPlainText().strip()
