"""The self-test: asks what is due in the selected topic, marks it, and takes the rating."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from studyapp.domain.kinds.kind import Given
from studyapp.domain.memory import DAY_MS, Rating
from studyapp.services.asking import AskedCard
from studyapp.services.card_queue import DueCounts
from studyapp.services.pausing import Pause
from studyapp.services.study_session import Marked, StudySession, interval_in_words
from studyapp.ui.announce import announce
from studyapp.ui.panels import in_sight
from studyapp.ui.refusing import Saying
from studyapp.ui.self_test.answer_view import AnswerView, mark_of
from studyapp.ui.self_test.card_menu import CardMenu
from studyapp.ui.self_test.deciding import Deciding
from studyapp.ui.self_test.head import Head
from studyapp.ui.self_test.overruling import Overruling
from studyapp.ui.self_test.question_views.question_view import QuestionView
from studyapp.ui.self_test.question_views.table import VIEWS
from studyapp.ui.self_test.rating_bar import RatingBar
from studyapp.ui.self_test.sheet import Sheet
from studyapp.ui.self_test.wrapping_label import wrapping_label
from studyapp.ui.theme import Theme
from studyapp.ui.translation import sentence, translated

# The scope of a queue across all courses, where else a topic's id stands.
EVERYTHING = "*"
_MOMENT_MS = 500
_DRAFT_MS = 2000
# The rating keys, and what the same keys type on a French keyboard without Shift.
_RATING_KEYS = {"1": 1, "2": 2, "3": 3, "4": 4, "&": 1, "é": 2, '"': 3, "'": 4}


class SelfTestPanel(QWidget):
    """One question at a time; hidden, it does nothing until it is shown."""

    passage_requested = Signal(str)
    answered = Signal()
    refused = Signal(str)
    # What is looked for in the list of cards, and the card that is to be selected there.
    cards_wanted = Signal(str, str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Start without a session."""
        super().__init__(parent)
        self._theme = theme
        self.session: StudySession | None = None
        self._topic = ""
        self._why = ""
        self._stale = True
        # The card that was asked for while an answer waited for its rating.
        self._wanted = ""
        self.card: AskedCard | None = None
        self.marked: Marked | None = None
        self.question: QuestionView | None = None
        self.answer_view: AnswerView | None = None
        self.rating_bar: RatingBar | None = None
        self._waiting = QTimer(self, singleShot=True)
        self._waiting.timeout.connect(self.refresh)
        self._writing = QTimer(self, singleShot=True, interval=_DRAFT_MS)
        self._writing.timeout.connect(self.keep_draft)
        self.deciding = Deciding(self)
        self.overruling = Overruling(self)
        self.head = Head(self, CardMenu(self.deciding, self))
        self.head.undo_wanted.connect(self.undo)
        self._sheet = Sheet(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.addWidget(self.head)
        layout.addWidget(self._sheet, 1)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Self-test"))
        theme.changed.connect(self.refresh)

    def set_session(self, session: StudySession | None, why: str = "") -> None:
        """Ask from another session, or from none; `why` says why there is none."""
        self.keep_draft()
        self.session = session
        self._why, self._wanted = why, ""
        self.marked = None
        self._forget()

    def set_scope(self, topic: str) -> None:
        """Ask from a topic and what lies below it."""
        if topic != self._topic:
            self._topic = topic
            self._forget()

    def ask_everything(self) -> None:
        """Ask from all courses, as one queue."""
        self.set_scope(EVERYTHING)

    def ask_card(self, card: str) -> None:
        """Ask one card now, whether or not it is due; an answer that was marked is rated first."""
        if self.session is None:
            return
        if self.marked:
            self._wanted = card
            self.refused.emit(self.tr("Rate your answer first; then your card is asked."))
            return
        self.keep_draft()
        with Saying(self.refused.emit):
            asked = self.session.ask_card(card)
            if asked:
                if self._stale:
                    self._stale = False
                    self._take_scope(self.session)
                self._ask(asked)

    def _take_scope(self, session: StudySession) -> None:
        if self._topic == EVERYTHING:
            session.scope_everything()
        else:
            session.scope(self._topic)

    def refresh(self) -> None:
        """Ask what is due by now, unless an answer has been begun."""
        begun = self.question is not None and self.question.given() is not None
        if not self.marked and not begun:
            self._forget()

    def catch_up(self) -> None:
        """Show what was set while the panel was out of sight."""
        if self._stale and not self.marked:
            self._show_again()

    def undo(self) -> None:
        """Take back the last answer and ask its card again."""
        session = self.session
        if session is None or not session.can_undo:
            return
        self.keep_draft()
        with Saying(self.refused.emit):
            self._ask(session.undo() or session.next_card())
            self.answered.emit()
            announce(self, self.tr("The last answer was taken back."))

    def submit(self) -> None:
        """Have the answer marked, or say that there is none yet."""
        given = self.question.given() if self.question and not self.marked else None
        if given is not None:
            self._hand_in(given)

    def give_up(self) -> None:
        """Show the answer to what was asked; that counts as not known."""
        if self.question and not self.marked:
            self._hand_in(None)

    def leave_card(self) -> None:
        """Go on to the next card: something was decided about the one that is asked."""
        self.marked = None
        self.answered.emit()
        self._ask_next()

    def show_flag(self) -> None:
        """Show whether the card that is asked has a flag."""
        flagged = self.session is not None and self.session.is_flagged
        self.head.flag_label.setVisible(self.card is not None and flagged)

    def _hand_in(self, given: Given | None) -> None:
        if self.session is None:
            return
        self.keep_draft()
        with Saying(self.refused.emit):
            self.marked = self.session.answer(given)
            self._show_marked(self.marked)

    def rate(self, rating: int) -> None:
        """Keep the rating of the marked answer and ask the next card.

        What cannot be kept is refused, and the answer stays until it can be.
        """
        if self.marked is None or self.session is None:
            return
        with Saying(self.refused.emit):
            self.session.rate(Rating(rating))
            self.marked = None
            self.answered.emit()
        if self.marked is None and self._wanted:
            wanted, self._wanted = self._wanted, ""
            self.ask_card(wanted)
        elif self.marked is None and self._stale:
            self._show_again()
        elif self.marked is None:
            self._ask_next()

    def _forget(self) -> None:
        """Ask anew when next seen, but first have the answer rated that was marked."""
        self.keep_draft()
        self._stale = True
        if in_sight(self) and not self.marked:
            self._show_again()

    def _show_again(self) -> None:
        self._stale = False
        if self.session is None or not self._topic:
            what_for = self.tr("Open a course, and its questions are asked here.")
            self._show_empty(self._why or what_for)
            return
        with Saying(self._show_empty):
            self._take_scope(self.session)
            self._ask_next()

    def _ask_next(self) -> None:
        """Ask what comes next, or say why it cannot be read."""
        assert self.session is not None
        with Saying(self._show_empty):
            card, pause = self.session.next_card(), self.session.pause()
            # A day off has no new cards, so there it is said although nothing may be due.
            if pause and (card or not pause.minutes):
                self._show_pause(pause)
            else:
                self._ask(card)

    def _show_pause(self, pause: Pause) -> None:
        from studyapp.ui.self_test.pause_view import PauseView

        had_focus = self._has_focus_inside()
        self._show_counts()
        self._show_empty("")
        view = PauseView(pause)
        view.gone_on.connect(self._go_on)
        self._waiting.start(pause.wait_ms + _MOMENT_MS)
        self._sheet.clear()
        self._sheet.add(view)
        self.setFocusProxy(view)
        if had_focus:
            view.setFocus()
        announce(self, view.words)

    def _go_on(self) -> None:
        if self.session:
            self.session.go_on()
            self._ask_next()

    def keep_draft(self) -> None:
        """Keep what is written of an essay, which nobody would like to write twice."""
        given = self.question.given() if self.question and not self.marked else None
        self._writing.stop()
        if self.session and self.card and given is not None:
            with Saying(self.refused.emit):
                self.session.keep_draft(given)

    def _ask(self, card: AskedCard | None) -> None:
        had_focus = self._has_focus_inside()
        self.card, self.marked = card, None
        self.answer_view, self.rating_bar = None, None
        self._sheet.clear()
        self._waiting.stop()
        self._show_counts()
        self.show_flag()
        if card is None:
            self.question = None
            self._show_empty(self._nothing_due())
            return
        elsewhere = self.session.elsewhere(card.card) if self.session else ""
        if elsewhere:
            course = wrapping_label(elsewhere)
            course.setProperty("role", "muted")
            self._sheet.add(course)
        prompt = wrapping_label(sentence(card.prompt))
        prompt.setProperty("role", "title")
        self._sheet.add(prompt)
        self.question = VIEWS[card.kind](card, self._theme)
        self.question.submitted.connect(self.submit)
        self.question.passage_requested.connect(self.passage_requested)
        self._sheet.add(self.question)
        self.setFocusProxy(self.question)
        self._add_check_button()
        if had_focus:
            self.question.setFocus()
        announce(self, sentence(card.prompt))

    def _add_check_button(self) -> None:
        assert self.question is not None
        question = self.question
        button = QPushButton(self.tr("Check answer"))
        button.setProperty("primary", True)
        button.setToolTip(question.how_to_submit)
        button.clicked.connect(self.submit)
        question.changed.connect(lambda: button.setEnabled(question.given() is not None))
        question.changed.connect(self._writing.start)
        button.setEnabled(question.given() is not None)
        show = QPushButton(self.tr("Show the &answer"))
        show.setToolTip(self.tr("See the answer without giving one (Alt+A)"))
        show.clicked.connect(self.give_up)
        self.check_button, self.show_button = button, show
        row = QWidget()
        buttons = QHBoxLayout(row)
        buttons.setContentsMargins(0, 0, 0, 0)
        buttons.setSpacing(8)
        buttons.addWidget(show, 1)
        buttons.addWidget(button, 2)
        self._check_row = row
        self._sheet.add_to_foot(row)

    def _show_marked(self, marked: Marked) -> None:
        assert self.question is not None
        self.question.show_marked(marked)
        self.question.overruled.connect(self.overruling.overrule)
        self._check_row.hide()
        answer = AnswerView(marked, self._theme, has_way=not self._is_elsewhere())
        answer.passage_requested.connect(self.passage_requested)
        self._sheet.add(answer)
        self.answer_view = answer
        self.rating_bar = RatingBar(marked.intervals, marked.suggested)
        self.rating_bar.rated.connect(self.rate)
        self._sheet.add_to_foot(self.rating_bar)
        self.setFocusProxy(self.rating_bar)
        self.rating_bar.setFocus()
        mark = mark_of(marked)
        word = translated(mark.word) if mark else ""
        said = marked.answer or marked.explanation
        announce(self, f"{word}. {said}" if word else said)

    def show_overruled(self, marked: Marked) -> None:
        """Show what the marked answer is worth with the student's word on its points."""
        self.marked = marked
        if self.question and marked.grade:
            self.question.show_points(marked.grade.points)
        if self.answer_view and self.rating_bar:
            self.answer_view.show_verdict(marked)
            self.rating_bar.suggest(marked.suggested)

    def _is_elsewhere(self) -> bool:
        return bool(self.session and self.card and self.session.elsewhere(self.card.card))

    def _show_counts(self) -> None:
        if self.session is None:
            return
        counts = self.session.due_counts()
        words = self.tr("{due} due · {new} new").format(due=counts.due, new=counts.new)
        if self._topic == EVERYTHING:
            words = self.tr("{counts}, in all courses").format(counts=words)
        if self.session.is_planned:
            words = self._planned_in_words(counts)
        elif self.card and counts == (0, 0):
            words = self.tr("Once more, a little before it is due")
        self.head.counts.setText(words)
        self.head.undo_button.setEnabled(self.session.can_undo)

    def _planned_in_words(self, counts: DueCounts) -> str:
        if counts == (0, 0):
            return self.tr("More than is planned for today")
        words = self.tr("{due} again · {new} new, for the exam")
        return words.format(due=counts.due, new=counts.new)

    def _nothing_due(self) -> str:
        words = self.tr(
            "Nothing is due in this topic now. Read on, sort its causes on the board, "
            "or choose another topic."
        )
        assert self.session is not None
        wait = self.session.until_next()
        if wait is None:
            return words
        # A timer cannot wait for longer than some days.
        self._waiting.start(min(wait + _MOMENT_MS, DAY_MS))
        # A day that has begun counts whole: who asks at noon about the morning after next waits 2.
        days = -(-wait // DAY_MS)
        when = sentence(interval_in_words(wait if wait < DAY_MS else days * DAY_MS))
        return f"{words}\n\n" + self.tr("The next card comes in {time}.").format(time=when)

    def _show_empty(self, text: str) -> None:
        self._sheet.clear()
        self.setFocusProxy(None)  # type: ignore[arg-type]
        self.question = self.card = self.marked = self.answer_view = self.rating_bar = None
        label = wrapping_label(text)
        label.setProperty("role", "muted")
        self._sheet.add(label)

    def _has_focus_inside(self) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and (focused is self or self.isAncestorOf(focused))

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what was set while hidden."""
        super().showEvent(event)
        self.catch_up()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Rate by 1–4 and overrule by letter; Enter takes the suggested rating, which has focus."""
        rating = _RATING_KEYS.get(event.text()) if self.marked else None
        points = self.question.points_view if self.question and self.marked else None
        if rating:
            self.rate(rating)
        elif points and points.take_key(event.text()):
            event.accept()
        else:
            super().keyPressEvent(event)
