"""The self-test: asks what is due in the selected topic, marks it, and takes the rating."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from studyapp.domain.schedule.memory import Rating
from studyapp.services.study.asking import AskedCard
from studyapp.services.study.study_session import StudySession
from studyapp.services.study.turn import Marked
from studyapp.ui.announce import announce
from studyapp.ui.look.theme import Theme
from studyapp.ui.panels import in_sight
from studyapp.ui.preferences import Preferences
from studyapp.ui.refusing import Saying
from studyapp.ui.self_test.answering import Answering
from studyapp.ui.self_test.asking import EVERYTHING, WHOLE_COURSE, Asking, take_scope
from studyapp.ui.self_test.box import Box
from studyapp.ui.self_test.card_menu import CardMenu
from studyapp.ui.self_test.confiding import Confiding
from studyapp.ui.self_test.deciding import Deciding
from studyapp.ui.self_test.foresight import Foresight
from studyapp.ui.self_test.head import Head
from studyapp.ui.self_test.leeching import Leeching
from studyapp.ui.self_test.overruling import Overruling
from studyapp.ui.self_test.practising import Practising
from studyapp.ui.self_test.rating_keys import RATING_KEYS
from studyapp.ui.self_test.resting import Resting
from studyapp.ui.self_test.sheets import Sheets
from studyapp.ui.self_test.telling import Telling
from studyapp.ui.still import Still
from studyapp.ui.translation import sentence

if TYPE_CHECKING:
    from studyapp.ui.self_test.answer_view import AnswerView
    from studyapp.ui.self_test.check_row import CheckRow
    from studyapp.ui.self_test.question_sheet import QuestionSheet
    from studyapp.ui.self_test.question_views.question_view import QuestionView
    from studyapp.ui.self_test.rating_bar import RatingBar

_DRAFT_MS = 2000
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_PAGES = {int(Qt.Key.Key_PageDown): 1, int(Qt.Key.Key_PageUp): -1}


class SelfTestPanel(QWidget):
    """One question at a time; hidden, it does nothing until it is shown."""

    passage_requested = Signal(str)
    answered = Signal()
    refused = Signal(str)
    # From a topic on to the whole course.
    course_asked = Signal()
    # Asked for all courses, of which some have to be made ready first.
    cards_lacking = Signal()
    # What is looked for in the list of cards, and the card that is to be selected there.
    cards_wanted = Signal(str, str)
    # The factor that is to be seen on the board of a topic.
    board_wanted = Signal(str, str)

    def __init__(
        self, theme: Theme, preferences: Preferences | None = None, parent: QWidget | None = None
    ) -> None:
        """Start without a session; `preferences` say how one wants to be asked."""
        super().__init__(parent)
        self.preferences = preferences
        self.session: StudySession | None = None
        self._topic = ""
        self._why = ""
        self._stale = True
        # The card that was asked for while an answer waited for its rating.
        self._wanted = ""
        self.card: AskedCard | None = None
        self.marked: Marked | None = None
        self._writing = QTimer(self, singleShot=True, interval=_DRAFT_MS)
        self._writing.timeout.connect(self._keep_while_writing)
        self.asking = Asking(self)
        self.deciding = Deciding(self)
        self.answering = Answering(self)
        self.overruling = Overruling(self)
        self.confiding = Confiding(self)
        self.leeching = Leeching(self)
        self.practising = Practising(self)
        self.resting = Resting(self)
        self.telling = Telling(self)
        self.head = Head(self, CardMenu(self.deciding, self))
        self.head.undo_wanted.connect(self.undo)
        self.head.end_wanted.connect(self.practising.end)
        self.foresight = Foresight(self)
        self.sheets = Sheets(theme, self, preferences)
        self._follow(self.sheets)
        self._lay_out()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Self-test"))
        theme.changed.connect(self.refresh)

    def _lay_out(self) -> None:
        inside = QWidget()
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(16, 12, 16, 12)
        rows.addWidget(self.head)
        rows.addWidget(self.sheets, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(Still(inside, self))

    def _follow(self, sheets: Sheets) -> None:
        sheets.submitted.connect(self.submit)
        sheets.given_up.connect(self.give_up)
        sheets.changed.connect(self._writing.start)
        sheets.changed.connect(self.confiding.withdraw)
        sheets.changed.connect(self.foresight.wait_for_pause)
        sheets.overruled.connect(self.overruling.overrule)
        sheets.rated.connect(self.rate)
        sheets.passage_requested.connect(self.passage_requested)

    @property
    def sheet(self) -> QuestionSheet:
        """The sheet in sight."""
        return self.sheets.front

    @property
    def question(self) -> QuestionView | None:
        """The question that is asked."""
        return self.sheet.question

    @property
    def answer_view(self) -> AnswerView | None:
        """What is told once an answer was marked."""
        return self.sheet.answer_view

    @property
    def rating_bar(self) -> RatingBar | None:
        """What rates the marked answer."""
        return self.sheet.rating_bar

    @property
    def check_row(self) -> CheckRow | None:
        """What has an answer checked, or shows the right one."""
        return self.sheet.check_row

    def set_session(self, session: StudySession | None, why: str = "") -> None:
        """Ask from another session, or from none; `why` says why there is none."""
        self.keep_draft()
        self.session = session
        self._why, self._wanted = why, ""
        # Of another session nothing is asked until the panel is next in sight.
        self.card = self.marked = None
        self._forget()

    def set_scope(self, topic: str) -> None:
        """Ask from a topic and what lies below it."""
        if topic != self._topic:
            self._topic = topic
            if self.session:
                self.session.end_practice()
            self._forget()

    @property
    def topic(self) -> str:
        """What is asked from: a topic's id, or what stands in its stead."""
        return self._topic

    @property
    def asks_everything(self) -> bool:
        """Say whether all courses are asked, as one queue."""
        return self._topic == EVERYTHING

    @property
    def asks_course(self) -> bool:
        """Say whether the whole course is asked."""
        return self._topic == WHOLE_COURSE

    def ask_everything(self) -> None:
        """Ask from all courses, as one queue."""
        if self.asks_everything and self.card is None:
            # Who asks again where nothing was asked wants to know how it stands by now.
            self.refresh()
        self.set_scope(EVERYTHING)

    def ask_course(self) -> None:
        """Ask from all topics of the course."""
        self.set_scope(WHOLE_COURSE)

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
                    take_scope(self.session, self._topic)
                self.ask(asked)

    def refresh(self) -> None:
        """Ask what is due by now, unless an answer has been begun."""
        begun = self.question is not None and self.question.has_begun
        if self.marked or begun:
            self.telling.show_counts()
        else:
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
            what = session.to_undo
            self.asking.ask_again(session.undo())
            self.answered.emit()
            announce(self, self.telling.taken_back(what))

    def submit(self) -> None:
        """Have the answer marked, once the student has said how sure they are if they want to."""
        given = self.question.given() if self.question and not self.marked else None
        if given is None:
            return
        if self.confiding.is_wanted:
            self.confiding.ask()
        else:
            self.answering.hand_in(given)

    def give_up(self) -> None:
        """Show the answer to what was asked; that counts as not known."""
        if self.question and not self.marked:
            self.answering.hand_in(None)

    def leave_card(self) -> None:
        """Go on to the next card: something was decided about the one that is asked."""
        self.marked = None
        self.answered.emit()
        self.asking.ask_next()

    def show_flag(self) -> None:
        """Show whether the card that is asked has a flag, and whether it is often forgotten."""
        session = self.session if self.card else None
        self.head.show_marks(
            flagged=session is not None and session.deciding.is_flagged,
            forgotten=session is not None and session.is_leech,
        )

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
            self.asking.ask_next()

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
            self.show_empty(self._why or what_for)
            return
        with Saying(self._show_why_not):
            if not self.session.practice:
                take_scope(self.session, self._topic)
            self.asking.ask_next()

    def _show_why_not(self, why: str) -> None:
        self.show_empty(why)
        announce(self, why)
        if self.asks_everything:
            self.cards_lacking.emit()

    def show_box(self, box: Box, card: AskedCard | None = None) -> None:
        """Show a box in the stead of a question; it is about a card that was asked, or about none.

        It takes the focus from what it comes after.
        """
        had_focus = self._has_focus_inside()
        self.asking.wait_no_more()
        self.show_empty("")
        self.card = card
        self.telling.show_counts()
        self.show_flag()
        self.sheet.clear()
        self.sheet.add(box)
        self.setFocusProxy(box)
        if had_focus:
            box.setFocus()
        announce(self, box.words)

    def stop(self) -> None:
        """Do nothing more by itself: what is asked from is about to be closed."""
        self._writing.stop()
        self.asking.wait_no_more()
        self.foresight.stop()

    def stop_writing(self) -> None:
        """Keep no more of what is typed, which is handed in."""
        self._writing.stop()

    def keep_draft(self) -> None:
        """Keep what is typed, which nobody would like to write twice, until it is rated."""
        self._writing.stop()
        if self.session and self.card and self.question:
            with Saying(self.refused.emit):
                begun = self.question.given() if self.question.has_begun else None
                self.session.keep_draft(begun)

    def _keep_while_writing(self) -> None:
        # What is checked will be rated in a moment.
        if not self.marked:
            self.keep_draft()

    def ask(self, card: AskedCard) -> None:
        """Show the question of a card."""
        had_focus = self._has_focus_inside()
        self.card, self.marked = card, None
        self.confiding.forget()
        self.asking.wait_no_more()
        self.telling.show_counts()
        self.show_flag()
        question = self.sheets.show_question(card, self.elsewhere)
        self.setFocusProxy(question)
        if had_focus:
            question.setFocus()
        self.foresight.wait_for_pause()
        announce(self, sentence(card.prompt))

    def show_in_foot(self, widget: QWidget) -> None:
        """Have something else pressed in the stead of what checks the answer."""
        self.show_check_row(shown=False)
        self.sheet.add_to_foot(widget)

    def show_check_row(self, *, shown: bool = True) -> None:
        """Show what checks the answer, or hide it."""
        self.sheet.show_check_row(shown=shown)

    @property
    def elsewhere(self) -> str:
        """The title of the course of the card that is asked, if that is not the open one."""
        card = self.card.card if self.card else None
        return self.session.decks.elsewhere(card) if self.session and card else ""

    def show_nothing_due(self, wait: int | None) -> None:
        """Say that nothing is asked now, and what was done; the next card comes in `wait` ms."""
        words = (self.resting.so_far(), self.telling.nothing_due(wait))
        self.show_empty("\n\n".join(filter(None, words)))
        self.telling.show_counts()
        self.show_flag()

    def show_empty(self, text: str) -> None:
        """Say something where no card is asked."""
        self.sheet.show_text(text)
        self.setFocusProxy(None)  # type: ignore[arg-type]
        self.card = self.marked = None
        self.confiding.forget()

    def _has_focus_inside(self) -> bool:
        # The window's own: a dialog that has just been closed may still be the active window.
        focused = self.window().focusWidget()
        return focused is self or self.isAncestorOf(focused)

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
        elif points and points.take_key(event.text(), shifted=bool(event.modifiers() & _SHIFT)):
            event.accept()
        elif event.key() == Qt.Key.Key_Escape and self.confiding.bar:
            self.confiding.withdraw()
        elif event.key() == Qt.Key.Key_Escape and self.practising.is_on:
            self.practising.end()
        elif event.key() in _PAGES:
            self.sheet.turn_page(_PAGES[event.key()])
        else:
            super().keyPressEvent(event)
