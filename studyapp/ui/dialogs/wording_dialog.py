"""A card of the course in the student's own words, beside the course's."""

from PySide6.QtWidgets import QDialogButtonBox, QLabel, QWidget

from studyapp.domain.card_changes import CardChange, Wording
from studyapp.ui.dialogs.card_form import CardForm, words_of
from studyapp.ui.long_words import breakable
from studyapp.ui.self_test.question_views.answer_field import AnswerField
from studyapp.ui.self_test.wrapping_label import wrapping_label


class WordingDialog(CardForm):
    """Two fields that begin with what is asked now; what is as in the course stays the course's."""

    def __init__(
        self,
        course: Wording,
        change: CardChange | None,
        may_reword_answer: bool,
        parent: QWidget | None = None,
        *,
        becomes_typed: bool = False,
    ) -> None:
        """Begin with the student's `change`, or else with the wording of the `course`.

        A card that `becomes_typed` by another answer says so below it.
        """
        title = self.tr("The card in your words")
        super().__init__(title, self.tr("Keep"), 8, parent)
        self._course, self._change = course, change
        self.takes_back = False
        self.prompt.setPlainText((change and change.prompt) or course.prompt)
        self.answer.setPlainText((change and change.answer) or course.answer)
        self._add_beside(self.tr("&Question"), self.prompt, course.prompt)
        if may_reword_answer:
            self._add_beside(self.tr("&Answer"), self.answer, course.answer)
        else:
            self.answer.hide()
        if becomes_typed:
            self._warn()
        self._show_change()
        self._offer_to_take_back()
        self._finish(560)

    def wording(self) -> Wording:
        """Return the student's words, "" for what is as in the course."""
        said = Wording(words_of(self.prompt), words_of(self.answer))
        pairs = zip(said, self._course, strict=True)
        return Wording(*("" if own == course.strip() else own for own, course in pairs))

    def _add_beside(self, name: str, field: AnswerField, course: str) -> None:
        """Add a field, and what the course says once it is changed."""
        self._add(name, field)
        if self._change and course:
            told = self.tr("In the course: {words}").format(words=breakable(course))
            label = wrapping_label(told, self)
            label.setProperty("role", "muted")
            field.setAccessibleDescription(told)
            self.form.addRow("", label)

    def _warn(self) -> None:
        words = self.tr(
            "With another answer, this card is answered in words from then on. The question alone "
            "can be changed without that."
        )
        label = wrapping_label(words, self)
        label.setProperty("role", "muted")
        described = self.answer.accessibleDescription()
        self.answer.setAccessibleDescription(f"{described} {words}".strip())
        self.form.addRow("", label)

    def _show_change(self) -> None:
        then = self._change.course if self._change else None
        if then and then != self._course:
            words = self.tr("The course's own wording has changed since you changed the card.")
            label = QLabel(words, self)
            label.setWordWrap(True)
            self.form.addRow("", label)

    def _offer_to_take_back(self) -> None:
        if self._change and self._change.rewords:
            words = self.tr("&Take my change back")
            back = self.buttons.addButton(words, QDialogButtonBox.ButtonRole.ResetRole)
            back.setAutoDefault(False)
            back.clicked.connect(self._take_back)
            self.back_button = back

    def is_complete(self) -> bool:
        """Say whether there is a question, and an answer where there was one."""
        has_answer = (
            self.answer.isHidden() or bool(words_of(self.answer)) or not self._course.answer
        )
        return bool(words_of(self.prompt)) and has_answer

    def _take_back(self) -> None:
        self.takes_back = True
        self.accept()
