"""The self-test: asks what is due in the selected topic, marks it, and takes the rating."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from studyapp.domain.memory import DAY_MS, Rating
from studyapp.services.asking import AskedCard
from studyapp.services.pausing import Pause
from studyapp.services.study_session import StudySession
from studyapp.services.turn import Marked
from studyapp.ui.announce import announce
from studyapp.ui.panels import in_sight
from studyapp.ui.preferences import Preferences
from studyapp.ui.refusing import Saying
from studyapp.ui.self_test.answer_view import AnswerView, mark_of
from studyapp.ui.self_test.box import Box
from studyapp.ui.self_test.card_menu import CardMenu
from studyapp.ui.self_test.check_row import CheckRow
from studyapp.ui.self_test.confiding import Confiding
from studyapp.ui.self_test.deciding import Deciding
from studyapp.ui.self_test.head import Head
from studyapp.ui.self_test.leeching import Leeching
from studyapp.ui.self_test.overruling import Overruling
from studyapp.ui.self_test.practising import Practising
from studyapp.ui.self_test.rating_bar import PracticeBar, RatingBar
from studyapp.ui.self_test.rating_keys import RATING_KEYS
from studyapp.ui.self_test.resting import Resting
from studyapp.ui.self_test.sheet import Sheet
from studyapp.ui.self_test.telling import Telling
from studyapp.ui.self_test.wrapping_label import wrapping_label
from studyapp.ui.theme import Theme
from studyapp.ui.translation import sentence, translated

if TYPE_CHECKING:
    from studyapp.domain.kinds.kind import Given
    from studyapp.ui.self_test.question_views.question_view import QuestionView

# The scope of a queue across all courses, where else a topic's id stands.
EVERYTHING = "*"
_MOMENT_MS = 500
_DRAFT_MS = 2000
_PAGES = {int(Qt.Key.Key_PageDown): 1, int(Qt.Key.Key_PageUp): -1}


class SelfTestPanel(QWidget):
    """One question at a time; hidden, it does nothing until it is shown."""

    passage_requested = Signal(str)
    answered = Signal()
    refused = Signal(str)
    # What is looked for in the list of cards, and the card that is to be selected there.
    cards_wanted = Signal(str, str)
    # The factor that is to be seen on the board of a topic.
    board_wanted = Signal(str, str)

    def __init__(
        self, theme: Theme, preferences: Preferences | None = None, parent: QWidget | None = None
    ) -> None:
        """Start without a session; `preferences` say how one wants to be asked."""
        super().__init__(parent)
        self._theme, self.preferences = theme, preferences
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
        self.check_row: CheckRow | None = None
        self._waiting = QTimer(self, singleShot=True)
        self._waiting.timeout.connect(self.refresh)
        self._writing = QTimer(self, singleShot=True, interval=_DRAFT_MS)
        self._writing.timeout.connect(self.keep_draft)
        self.deciding = Deciding(self)
        self.overruling = Overruling(self)
        self.confiding = Confiding(self)
        self.leeching = Leeching(self)
        self.practising = Practising(self)
        self.resting = Resting(self)
        self._telling = Telling(self)
        self.head = Head(self, CardMenu(self.deciding, self))
        self.head.undo_wanted.connect(self.undo)
        self.head.end_wanted.connect(self.practising.end)
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
            if self.session:
                self.session.end_practice()
            self._forget()

    @property
    def asks_everything(self) -> bool:
        """Say whether all courses are asked, as one queue."""
        return self._topic == EVERYTHING

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
        if self.marked:
            self.refused.emit(self.tr("Rate your answer first; then the one before can be undone."))
            return
        self.keep_draft()
        with Saying(self.refused.emit):
            self._show_asked(session.undo())
            self.answered.emit()
            announce(self, self.tr("The last answer was taken back."))

    def submit(self) -> None:
        """Have the answer marked, once the student has said how sure they are if they want to."""
        given = self.question.given() if self.question and not self.marked else None
        if given is None:
            return
        if self.confiding.is_wanted:
            self.confiding.ask()
        else:
            self.hand_in(given)

    def give_up(self) -> None:
        """Show the answer to what was asked; that counts as not known."""
        if self.question and not self.marked:
            self.hand_in(None)

    def leave_card(self) -> None:
        """Go on to the next card: something was decided about the one that is asked."""
        self.marked = None
        self.answered.emit()
        self._ask_next()

    def show_flag(self) -> None:
        """Show whether the card that is asked has a flag, and whether it is often forgotten."""
        session = self.session if self.card else None
        self.head.show_marks(
            flagged=session is not None and session.deciding.is_flagged,
            forgotten=session is not None and session.is_leech,
        )

    def hand_in(self, given: Given | None, confidence: int | None = None) -> None:
        """Have an answer marked of which the student is so many per cent sure; None gives it up."""
        if self.session is None:
            return
        self.keep_draft()
        with Saying(self.refused.emit):
            self.marked = self.session.answer(given, confidence)
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
        if self.marked is None and not self.leeching.tell() and not self.resting.tell():
            self.go_on_asking()

    def go_on_asking(self) -> None:
        """Ask what was asked for while an answer waited for its rating, or what comes next."""
        if self._wanted:
            wanted, self._wanted = self._wanted, ""
            self.ask_card(wanted)
        elif self._stale:
            self._show_again()
        else:
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
            if not self.session.practice:
                self._take_scope(self.session)
            self._ask_next()

    def _ask_next(self) -> None:
        """Ask what comes next, or say why it cannot be read."""
        assert self.session is not None
        with Saying(self._show_empty):
            card = self.session.next_card()
            if self.session.practice:
                self._practise(card)
                return
            pause = self.session.pause()
            # A day off has no new cards, so there it is said although nothing may be due.
            if pause and (card or not pause.minutes):
                self._show_pause(pause)
            else:
                self._ask(card)

    def _show_asked(self, card: AskedCard | None) -> None:
        """Ask a card again that was taken back, or what comes next where there is none."""
        if card and self.session and self.session.practice:
            self._practise(card)
        elif card:
            self._ask(card)
        else:
            self._ask_next()

    def _practise(self, card: AskedCard | None) -> None:
        """Ask a card for practice; to be looked at it comes with its answer."""
        if card is None:
            self.practising.end()
            return
        self._ask(card)
        if self.session and self.session.practice and self.session.practice.is_preview:
            from studyapp.ui.self_test.question_views.typed_view import TypedView

            if isinstance(self.question, TypedView):
                self.question.field.hide()
            self.give_up()

    def _show_pause(self, pause: Pause) -> None:
        from studyapp.ui.self_test.pause_view import PauseView

        self.show_box(PauseView(pause, self._go_on))
        self._waiting.start(pause.wait_ms + _MOMENT_MS)

    def show_box(self, box: Box, card: AskedCard | None = None) -> None:
        """Show a box in the stead of a question; it is about a card that was asked, or about none.

        It takes the focus from what it comes after.
        """
        had_focus = self._has_focus_inside()
        self._waiting.stop()
        self._show_empty("")
        self.card = card
        self._telling.show_counts()
        self.show_flag()
        self._sheet.clear()
        self._sheet.add(box)
        self.setFocusProxy(box)
        if had_focus:
            box.setFocus()
        announce(self, box.words)

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
        self.answer_view, self.rating_bar, self.check_row = None, None, None
        self.confiding.forget()
        self._sheet.clear()
        self._waiting.stop()
        self._telling.show_counts()
        self.show_flag()
        if card is None:
            self.question = None
            self._show_empty(self._nothing_due())
            return
        elsewhere = self.session.decks.elsewhere(card.card) if self.session else ""
        if elsewhere:
            course = wrapping_label(elsewhere)
            course.setProperty("role", "muted")
            self._sheet.add(course)
        prompt = wrapping_label(sentence(card.prompt))
        prompt.setProperty("role", "title")
        self._sheet.add(prompt)
        # All kinds and their views take longer than the panel, and most starts ask nothing.
        from studyapp.ui.self_test.question_views.table import VIEWS

        self.question = VIEWS[card.kind](card, self._theme)
        self.question.submitted.connect(self.submit)
        self.question.passage_requested.connect(self.passage_requested)
        self._sheet.add(self.question)
        self.setFocusProxy(self.question)
        self._add_check_row(self.question)
        if had_focus:
            self.question.setFocus()
        announce(self, sentence(card.prompt))

    def _add_check_row(self, question: QuestionView) -> None:
        row = CheckRow(question)
        row.checked.connect(self.submit)
        row.given_up.connect(self.give_up)
        question.changed.connect(self._writing.start)
        question.changed.connect(self.confiding.withdraw)
        self.check_row = row
        self._sheet.add_to_foot(row)

    def show_in_foot(self, widget: QWidget) -> None:
        """Have something else pressed in the stead of what checks the answer."""
        self.show_check_row(shown=False)
        self._sheet.add_to_foot(widget)

    def show_check_row(self, *, shown: bool = True) -> None:
        """Show what checks the answer, or hide it."""
        if self.check_row:
            self.check_row.setVisible(shown)

    def _show_marked(self, marked: Marked) -> None:
        assert self.question is not None
        self.question.show_marked(marked)
        self.question.overruled.connect(self.overruling.overrule)
        self.confiding.forget()
        self.show_check_row(shown=False)
        answer = AnswerView(marked, self._theme, has_way=not self._is_elsewhere())
        answer.passage_requested.connect(self.passage_requested)
        self._sheet.add(answer)
        self.answer_view = answer
        self.rating_bar = self._bar(marked)
        self.rating_bar.rated.connect(self.rate)
        self._sheet.add_to_foot(self.rating_bar)
        self.setFocusProxy(self.rating_bar)
        self.rating_bar.setFocus()
        if self.question.points_view:
            # Below a long answer its marks would begin out of sight.
            self._sheet.show_from(self.question.points_view)
        mark = mark_of(marked)
        word = translated(mark.word) if mark else ""
        said = marked.answer or marked.explanation
        announce(self, f"{word}. {said}" if word else said)

    def _bar(self, marked: Marked) -> RatingBar:
        if self.session and self.session.is_practised:
            return PracticeBar(marked.suggested)
        return RatingBar(marked.intervals, marked.suggested)

    def show_overruled(self, marked: Marked) -> None:
        """Show what the marked answer is worth with the student's word on its points."""
        self.marked = marked
        if self.question and marked.grade:
            self.question.show_points(marked.grade.points)
        if self.answer_view and self.rating_bar:
            self.answer_view.show_verdict(marked)
            self.rating_bar.suggest(marked.suggested)

    def _is_elsewhere(self) -> bool:
        return bool(self.session and self.card and self.session.decks.elsewhere(self.card.card))

    def _nothing_due(self) -> str:
        assert self.session is not None
        wait = self.session.until_next()
        if wait is not None:
            # A timer cannot wait for longer than some days.
            self._waiting.start(min(wait + _MOMENT_MS, DAY_MS))
        return "\n\n".join(filter(None, (self.resting.so_far(), self._telling.nothing_due(wait))))

    def _show_empty(self, text: str) -> None:
        self._sheet.clear()
        self.setFocusProxy(None)  # type: ignore[arg-type]
        self.question = self.card = self.marked = self.answer_view = self.rating_bar = None
        self.check_row = None
        self.confiding.forget()
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
        rating = RATING_KEYS.get(event.text()) if self.marked else None
        points = self.question.points_view if self.question and self.marked else None
        if rating and self.rating_bar:
            self.rate(self.rating_bar.of_key(rating))
        elif points and points.take_key(event.text()):
            event.accept()
        elif event.key() == Qt.Key.Key_Escape and self.confiding.bar:
            self.confiding.withdraw()
        elif event.key() == Qt.Key.Key_Escape and self.practising.is_on:
            self.practising.end()
        elif event.key() in _PAGES:
            self._sheet.turn_page(_PAGES[event.key()])
        else:
            super().keyPressEvent(event)
