"""A card of the student's own: a sentence with gaps, or a question and its answer."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from studyapp.domain.own_cards import is_complete
from studyapp.ui.announce import announce
from studyapp.ui.dialogs.card_form import CardForm, words_of
from studyapp.ui.dialogs.gap_writing import GapsSetOff, asked_as, make_gap
from studyapp.ui.long_words import breakable
from studyapp.ui.self_test.wrapping_label import wrapping_label


class CardDialog(CardForm):
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
        title = self.tr("Make a card") if is_new else self.tr("Change your card")
        keep = self.tr("Make the card") if is_new else self.tr("Keep the change")
        super().__init__(title, keep, 12, parent)
        self._has_gap = with_gap
        self.prompt.setPlainText(prompt)
        self.answer.setPlainText(answer)
        self.form.addRow(self._hint())
        self._add(self.tr("&Sentence") if with_gap else self.tr("&Question"), self.prompt)
        if with_gap:
            self.answer.hide()
            self._help_with_gaps()
        else:
            self._add(self.tr("&Answer"), self.answer)
        self._finish(520)

    def _hint(self) -> QLabel:
        gap = self.tr(
            "Each gap is asked on its own. A gap is written {{so}}; {{so | thus}} takes both."
        )
        question = self.tr("What do you want to be asked? The words of the note are the answer.")
        label = QLabel(gap if self._has_gap else question, self)
        label.setProperty("role", "muted")
        label.setWordWrap(True)
        return label

    def _help_with_gaps(self) -> None:
        """Offer to make a gap, and show how the sentence is asked."""
        GapsSetOff(self.prompt.document())
        self.gap_button = QPushButton(self.tr("Make a &gap"), self)
        self.gap_button.setToolTip(
            self.tr("Ask for the selected words, or the word at the cursor (Ctrl+G)")
        )
        self.gap_button.setAutoDefault(False)
        self.gap_button.clicked.connect(self._make_gap)
        QShortcut(QKeySequence("Ctrl+G"), self, self._make_gap)
        self.form.addRow("", self.gap_button)
        self.asked = wrapping_label("", self)
        self.asked.setMinimumHeight(3 * self.fontMetrics().lineSpacing())
        self.asked.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.form.addRow(self.tr("Asked as"), self.asked)

    def _make_gap(self) -> None:
        if make_gap(self.prompt):
            announce(self, self.tr("Made a gap. Asked as: {text}").format(text=self.asked.text()))
        self.prompt.setFocus()

    def card(self) -> tuple[str, str]:
        """Return the sentence or question, and the answer to a question."""
        words = [words_of(field) for field in (self.prompt, self.answer)]
        return words[0], "" if self._has_gap else words[1]

    def is_complete(self) -> bool:
        """Say whether the card asks something that has an answer."""
        prompt, answer = self.card()
        return is_complete(prompt, answer) and ("{{" in prompt) == self._has_gap

    def _look(self) -> None:
        super()._look()
        if self._has_gap:
            asked = asked_as(self.prompt.toPlainText())
            self.asked.setText("\n".join(map(breakable, asked)) or self.tr("There is no gap yet."))
