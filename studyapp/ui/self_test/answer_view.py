"""What is shown after an answer: the mark, the model answer, why, and the passage it rests on."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from studyapp.domain.cards import Facet
from studyapp.domain.messages import N_
from studyapp.services.study.turn import Marked
from studyapp.ui.look.marks import PARTLY, RIGHT, WRONG, Mark, marked_label
from studyapp.ui.look.theme import Theme
from studyapp.ui.self_test.wrapping_label import wrapping_label
from studyapp.ui.translation import translated

_GUESSES = {
    "found": Mark("≈", N_("Probably right"), "right"),
    "partly": Mark("≈", N_("Probably right in part"), "defensible"),
    "missing": Mark("≈", N_("Probably not right"), "muted"),
}


class AnswerView(QFrame):
    """A calm box under the question."""

    passage_requested = Signal(str)

    def __init__(
        self, marked: Marked, theme: Theme, *, has_way: bool = True, parent: QWidget | None = None
    ) -> None:
        """Show `marked`; `has_way` says whether its passage can be shown in the note."""
        super().__init__(parent)
        self.setProperty("role", "card")
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(16, 12, 16, 12)
        self._rows.setSpacing(8)
        self._theme = theme
        self._verdict = QVBoxLayout()
        self._verdict.setSpacing(8)
        self._rows.addLayout(self._verdict)
        self.show_verdict(marked)
        if marked.answer:
            is_one_of_many = marked.asked.content.is_long
            heading = self.tr("A top answer") if is_one_of_many else self.tr("Answer")
            self._add(heading, self._told(marked))
        if marked.explanation and marked.explanation != marked.answer:
            is_reason = marked.asked.card.facet is Facet.WHY
            self._explain(marked.explanation, rest_of_a_sentence=is_reason)
        if marked.passage:
            told = marked.passage.text.replace("\t", " · ")
            self._add(self.tr("From the note"), f"“{told}”")
            if has_way:
                self._add_way_to(marked.passage.id)

    def _told(self, marked: Marked) -> str:
        """Return the answer, after whether it is true or false where that is a part of it."""
        verdict = marked.asked.content.verdict
        if not verdict:
            return marked.answer
        words = self.tr("{verdict}: {reason}")
        return words.format(verdict=translated(verdict), reason=marked.answer)

    def show_verdict(self, marked: Marked) -> None:
        """Show what the answer is marked as by now, or taken for."""
        while item := self._verdict.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        mark = mark_of(marked)
        if mark:
            self._verdict.addWidget(marked_label(mark, "", self._theme, self))
        if marked.guess:
            told = self.tr("That is a guess. Compare with the answer and decide for yourself.")
            self._verdict.addWidget(wrapping_label(told, self))
        if marked.grade and not marked.sure and mark is not RIGHT:
            # The program finds wordings; it cannot know that other words are wrong.
            compare = self.tr("Compare with the answer and decide for yourself.")
            if marked.asked.content.is_long:
                compare = self.tr("Points can be counted; how good it is, you decide.")
            self._verdict.addWidget(wrapping_label(compare, self))

    def _explain(self, reason: str, *, rest_of_a_sentence: bool) -> None:
        """Add why; the reason of a link is the rest of a sentence."""
        if rest_of_a_sentence:
            words = self.tr("Because {reason}").format(reason=reason)
            self._rows.addWidget(wrapping_label(words, self))
        else:
            self._add(self.tr("Why"), reason)

    def _add(self, heading: str, text: str) -> None:
        label = QLabel(heading, self)
        label.setProperty("role", "muted")
        self._rows.addWidget(label)
        self._rows.addWidget(wrapping_label(text, self))

    def _add_way_to(self, passage: str) -> None:
        button = QPushButton(self.tr("Show the passage"), self)
        button.setObjectName("show-passage")
        button.setToolTip(self.tr("Show the passage in the note"))
        button.clicked.connect(lambda: self.passage_requested.emit(passage))
        self._rows.addWidget(button)


def mark_of(marked: Marked) -> Mark | None:
    """Return the mark of an answer, or what it likely is, or None where the student judges."""
    if marked.asked.content.is_long:
        return None
    if marked.grade is None:
        return _GUESSES.get(marked.guess or "")
    if marked.grade.right:
        return RIGHT
    if marked.grade.value > 0:
        return PARTLY
    return WRONG if marked.sure else None
