"""The selected card: its question, its answer, the passage it rests on, and its past."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from studyapp.domain.cards import Facet
from studyapp.domain.schedule.memory import Rating
from studyapp.services.cards.card_history import Answered
from studyapp.services.cards.card_rows import RATING_WORDS
from studyapp.services.cards.card_sight import CardSight
from studyapp.ui.long_words import breakable
from studyapp.ui.self_test.wrapping_label import wrapping_label
from studyapp.ui.translation import sentence, translated


class Preview(QWidget):
    """Two columns: the card at the left, what was answered at the right."""

    passage_requested = Signal(str)
    take_back_requested = Signal()

    def __init__(self, parent: QWidget) -> None:
        """Start with no card."""
        super().__init__(parent)
        self.sheet = QScrollArea(self)
        self.sheet.setWidgetResizable(True)
        self.sheet.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.sheet.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.sheet.setAccessibleName(self.tr("The card"))
        self.past = QListWidget(self)
        self.past.setWordWrap(True)
        self.past.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.past.setSelectionMode(QListWidget.SelectionMode.SingleSelection)
        self.past.setAccessibleName(self.tr("Your answers to this card"))
        self._past_label = QLabel(self)
        self._past_label.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._past_label.setProperty("role", "muted")
        right = QVBoxLayout()
        right.setSpacing(4)
        right.addWidget(self._past_label)
        right.addWidget(self.past, 1)
        columns = QHBoxLayout(self)
        columns.setContentsMargins(0, 8, 0, 0)
        columns.setSpacing(16)
        columns.addWidget(self.sheet, 3)
        columns.addLayout(right, 2)
        self.show_nothing(self.tr("Select a card to see its answer and its past."))

    def show_nothing(self, why: str) -> None:
        """Show no card, and say why."""
        self._begin()
        self._muted(why)
        self._end()
        self.past.clear()
        self.past.hide()
        self._past_label.clear()

    def show_card(self, sight: CardSight) -> None:
        """Show a card."""
        self._begin()
        prompt = wrapping_label(breakable(sentence(sight.prompt)))
        prompt.setProperty("role", "title")
        self._rows.addWidget(prompt)
        fixed = sight.asked.card.facet is Facet.DOES
        self._part(self.tr("Answer"), translated(sight.answer) if fixed else sight.answer)
        if sight.explanation not in ("", sight.answer):
            self._part(self.tr("Why"), sight.explanation)
        if sight.course:
            self._show_course(sight)
        if sight.passage:
            self._part(self.tr("From the note"), f"“{sight.passage.text.replace(chr(9), ' · ')}”")
            if sight.is_here:
                self._way_to(sight.passage.id)
        self._end()
        self._show_past(sight.history)

    def words(self) -> str:
        """Return what is shown of the card, for a screen reader."""
        labels = self._page.findChildren(QLabel)
        return "\n".join(label.text() for label in labels)

    def _show_course(self, sight: CardSight) -> None:
        assert sight.course
        self._muted(self.tr("✎ Changed by you. In the course it says:"))
        self._rows.addWidget(wrapping_label(breakable(sight.course.prompt)))
        if sight.course.answer:
            self._rows.addWidget(wrapping_label(breakable(sight.course.answer)))
        if sight.moved_on:
            self._muted(self.tr("The course's own wording has changed since you changed the card."))
        self._button(self.tr("Take my change back"), "take-back", self.take_back_requested.emit)

    def _way_to(self, passage: str) -> None:
        words = self.tr("Show the passage")
        self._button(words, "show-passage", lambda: self.passage_requested.emit(passage))

    def _button(self, text: str, name: str, act: object) -> None:
        button = QPushButton(text)
        button.setObjectName(name)
        button.setAutoDefault(False)
        button.clicked.connect(act)
        self._rows.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _begin(self) -> None:
        page = QWidget()
        self._rows = QVBoxLayout(page)
        self._rows.setContentsMargins(8, 4, 8, 4)
        self._rows.setSpacing(6)
        self._page = page

    def _end(self) -> None:
        self._rows.addStretch(1)
        self.sheet.setWidget(self._page)
        self.sheet.setAccessibleDescription(self.words())

    def _part(self, heading: str, text: str) -> None:
        if text:
            self._muted(heading)
            self._rows.addWidget(wrapping_label(breakable(text)))

    def _muted(self, text: str) -> None:
        label = wrapping_label(text)
        label.setProperty("role", "muted")
        self._rows.addWidget(label)

    def _show_past(self, history: tuple[Answered, ...]) -> None:
        self.past.clear()
        self.past.addItems([self._told(answer) for answer in history])
        self.past.setVisible(bool(history))
        never = self.tr("You have not answered this card yet.")
        self._past_label.setText(self.tr("Your answers") if history else never)

    def _told(self, answer: Answered) -> str:
        """Return an answer in two lines: when, the rating and the interval; what was given."""
        local = datetime.fromtimestamp(answer.at_ms / 1000, UTC)
        local += timedelta(minutes=answer.offset_min)
        rating = translated(RATING_WORDS[Rating(answer.rating)])
        told = self.tr("{when}: {rating}, again in {interval}").format(
            when=f"{local:%Y-%m-%d %H:%M}", rating=rating, interval=sentence(answer.interval)
        )
        return f"{told}\n{breakable(answer.given)}" if answer.given else told
