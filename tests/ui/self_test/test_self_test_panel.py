"""The self-test panel over a real course and a real progress file."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from studyapp.domain import cards
from studyapp.domain.course import KeyPoint
from studyapp.domain.kinds.choice import Option, YesNo
from studyapp.domain.log import FINDING, NewEntry
from studyapp.domain.messages import Message
from studyapp.domain.schedule.memory import Rating
from studyapp.domain.schedule.plan import Plan
from studyapp.services.study.asking import AskedCard
from studyapp.services.study.study_session import StudySession
from studyapp.store.progress import Progress, open_progress
from studyapp.ui.look.theme import Theme
from studyapp.ui.self_test.pause_view import PauseView
from studyapp.ui.self_test.question_views.choice_view import ChoiceView, YesNoView
from studyapp.ui.self_test.question_views.typed_view import TypedView
from studyapp.ui.self_test.self_test_panel import SelfTestPanel
from studyapp.ui.translation import PseudoTranslator, pseudo
from tests import builders
from tests.clocks import StandingClock
from tests.packs import opened
from tests.ui.hearing import heard_from
from tests.ui.self_test.shown_panel import shown_panel

ABOUT = builders.paragraph("Molotov and Wang Shijie signed the treaty in Moscow.")
COURSE = builders.course(
    builders.topic(builders.TOPIC, ABOUT),
    builders.choice_question(passage=ABOUT.id),
    builders.typed_question(
        "Why did Stalin sign?", KeyPoint("the ports"), KeyPoint("the railway", ("the line",))
    ),
)
TOPIC = COURSE.topics[0].id


@dataclass
class Desk:
    panel: SelfTestPanel
    progress: Progress
    clock: StandingClock
    qtbot: QtBot

    def texts(self) -> str:
        # What was just put into a layout is shown when the layout next has its turn.
        QApplication.processEvents()
        labels = self.panel.findChildren(QLabel)
        return "\n".join(label.text() for label in labels if label.isVisible())

    def choose(self, text: str) -> None:
        view = self.panel.question
        assert isinstance(view, ChoiceView)
        next(b for b in view.buttons if b.accessibleName() == text).click()

    def type(self, text: str) -> None:
        view = self.panel.question
        assert isinstance(view, TypedView)
        self.qtbot.keyClicks(view.field, text)

    def press(self, key: Qt.Key) -> None:
        focused = self.panel.focusWidget()
        self.qtbot.keyClick(focused or self.panel, key)


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    with shown_panel(qtbot, tmp_path, COURSE) as shown:
        yield Desk(*shown, qtbot)


def test_a_right_choice_is_marked_right_with_its_reason_and_passage(desk: Desk) -> None:
    desk.choose("Wang Shijie")
    desk.panel.submit()
    assert "✓ Right" in desk.texts()
    assert "“Molotov and Wang Shijie signed the treaty in Moscow.”" in desk.texts()


def test_a_wrong_choice_says_why_and_suggests_again(desk: Desk) -> None:
    desk.choose("Zhou Enlai")
    desk.panel.submit()
    assert "✗ Wrong: Zhou Enlai is wrong." in desk.texts()
    bar = desk.panel.rating_bar
    assert bar is not None
    assert bar.focusProxy() is bar.buttons[Rating.AGAIN]


def test_without_an_answer_nothing_can_be_checked(desk: Desk) -> None:
    assert desk.panel.check_row
    assert not desk.panel.check_row.check_button.isEnabled()
    desk.panel.submit()
    assert desk.panel.marked is None


def test_a_digit_chooses_and_enter_checks(desk: Desk) -> None:
    view = desk.panel.question
    assert view is not None
    desk.qtbot.keyClick(view, Qt.Key.Key_2)
    desk.qtbot.keyClick(view, Qt.Key.Key_Return)
    assert desk.panel.marked is not None


def answer_first(desk: Desk, rating: Qt.Key = Qt.Key.Key_3) -> None:
    desk.choose("Wang Shijie")
    desk.panel.submit()
    desk.qtbot.keyClick(desk.panel, rating)


def test_a_rating_key_keeps_the_review_and_asks_the_next_card(desk: Desk) -> None:
    answer_first(desk)
    [entry] = desk.progress.entries(types=("review",))
    assert (entry.rating, entry.grade) == (3, 1.0)
    assert "Why did Stalin sign?" in desk.texts()


def test_the_suggested_rating_is_taken_by_enter(desk: Desk) -> None:
    desk.choose("Wang Shijie")
    desk.panel.submit()
    assert desk.panel.rating_bar is not None
    proxy = desk.panel.rating_bar.focusProxy()
    assert proxy is not None
    desk.qtbot.keyClick(proxy, Qt.Key.Key_Return)
    assert desk.progress.entries(types=("review",))[0].rating == 3


def test_a_key_that_is_held_down_rates_nothing(desk: Desk) -> None:
    desk.choose("Wang Shijie")
    desk.panel.submit()
    assert desk.panel.rating_bar is not None
    suggested = desk.panel.rating_bar.buttons[Rating.GOOD]
    held = QKeyEvent(
        QEvent.Type.KeyPress,
        Qt.Key.Key_Return,
        Qt.KeyboardModifier.NoModifier,
        "",
        autorep=True,
    )
    QApplication.sendEvent(suggested, held)
    assert desk.progress.entries(types=("review",)) == ()
    assert desk.panel.marked


def test_a_card_that_is_asked_for_waits_for_the_rating_of_another(desk: Desk) -> None:
    said: list[str] = []
    desk.panel.refused.connect(said.append)
    desk.choose("Wang Shijie")
    desk.panel.submit()
    wanted = f"{COURSE.questions[1].id}#answer"
    desk.panel.ask_card(wanted)
    assert said == ["Rate your answer first; then your card is asked."]
    desk.panel.rate(3)
    [entry] = desk.progress.entries(types=("review",))
    assert entry.subject == f"{COURSE.questions[0].id}#answer"
    assert desk.panel.card
    assert desk.panel.card.card.id == wanted


def test_a_typed_answer_shows_which_key_points_it_made(desk: Desk) -> None:
    answer_first(desk)
    desk.type("he wanted the line back")
    desk.panel.submit()
    assert "✓ Right: the railway" in desk.texts()
    assert "○ Not found in your answer: the ports" in desk.texts()
    assert "◇ Partly right" in desk.texts()


def test_a_wrong_date_is_called_wrong(qtbot: QtBot, tmp_path: Path) -> None:
    dated = builders.course(builders.topic(), builders.factor("Treaty", "1945-08"))
    clock = StandingClock()
    with (
        closing(opened(dated, tmp_path / "b.db")) as pack,
        closing(open_progress(tmp_path / "b-progress.db", clock, "here")) as progress,
    ):
        panel = SelfTestPanel(Theme())
        qtbot.addWidget(panel)
        panel.set_session(StudySession(pack, progress, clock, Plan()))
        panel.set_scope(TOPIC)
        panel.show()
        desk = Desk(panel, progress, clock, qtbot)
        desk.type("July 1945")
        panel.submit()
        assert "✗ Wrong; right is: August" in desk.texts()
        assert "◇ Partly right" in desk.texts()
        assert "Compare" not in desk.texts()
        panel.set_session(None)


def test_the_words_that_made_a_key_point_are_underlined(desk: Desk) -> None:
    answer_first(desk)
    view = desk.panel.question
    assert isinstance(view, TypedView)
    view.field.setPlainText("🚂 He wanted the Raillway’s line.")
    desk.panel.submit()
    said = [place.cursor.selectedText() for place in view.field.extraSelections()]
    assert said == ["Raillway’s"]
    assert all(place.format.fontUnderline() for place in view.field.extraSelections())


def test_yes_and_no_are_said_in_the_language_of_the_interface(
    qtbot: QtBot, qapp: QApplication
) -> None:
    qapp.installTranslator(translator := PseudoTranslator(qapp))
    card = cards.card("c/distractor/a-b", "does", "")
    options = (Option("Yes", right=False), Option("No", right=True))
    view = YesNoView(AskedCard(card, Message("?", {}), YesNo(options)), Theme())
    qtbot.addWidget(view)
    qapp.removeTranslator(translator)
    assert [button.accessibleName() for button in view.buttons] == [pseudo("Yes"), pseudo("No")]


def test_a_card_can_be_set_aside_and_the_next_is_asked(desk: Desk) -> None:
    desk.panel.deciding.bury()
    assert "Why did Stalin sign?" in desk.texts()
    desk.panel.undo()
    assert "Who signed the treaty?" in desk.texts()
    desk.choose("Wang Shijie")
    desk.panel.submit()
    desk.panel.deciding.suspend()
    assert "Why did Stalin sign?" in desk.texts()
    assert desk.panel.marked is None
    assert not desk.progress.memories()


def test_a_flag_shows_while_its_card_is_asked(desk: Desk) -> None:
    desk.panel.deciding.flag()
    assert "Flagged" in desk.texts()
    desk.panel.deciding.bury()
    assert "Flagged" not in desk.texts()
    desk.panel.undo()
    desk.panel.deciding.flag()
    assert "Flagged" not in desk.texts()


def test_what_was_set_aside_is_looked_for_in_the_list_of_cards(desk: Desk) -> None:
    desk.panel.deciding.bury()
    desk.panel.deciding.suspend()
    assert "Nothing is due" in desk.texts()
    assert not desk.panel.deciding.is_possible

    with desk.qtbot.waitSignal(desk.panel.cards_wanted) as wanted:
        desk.panel.deciding.show_set_aside()
    assert wanted.args == ["is:aside", ""]


def test_the_card_that_is_asked_is_shown_in_the_list_of_cards(desk: Desk) -> None:
    assert desk.panel.card
    with desk.qtbot.waitSignal(desk.panel.cards_wanted) as wanted:
        desk.panel.deciding.show_in_list()
    assert wanted.args == ["", desk.panel.card.card.id]


def test_the_menu_offers_only_what_can_be_done(desk: Desk) -> None:
    menu = desk.panel.head.card_button.menu()
    assert menu is not None
    menu.aboutToShow.emit()
    off = [action.text() for action in menu.actions() if not action.isEnabled()]
    assert off == ["&Change your card…", "&Delete your card"]
    desk.panel.deciding.bury()
    desk.panel.deciding.bury()
    menu.aboutToShow.emit()
    usable = [action.text() for action in menu.actions() if action.isEnabled() and action.text()]
    named = [text.partition("\t")[0] for text in usable]
    assert named == ["Cards set &aside…", "Ask &how sure I am"]


def test_undo_asks_the_same_card_again_and_forgets_the_review(desk: Desk) -> None:
    answer_first(desk)
    desk.panel.undo()
    assert "Who signed the treaty?" in desk.texts()
    assert not desk.progress.memories()


def test_an_answer_that_waits_for_its_rating_is_not_lost_by_undo(desk: Desk) -> None:
    answer_first(desk)
    desk.type("the ports")
    desk.panel.submit()
    with desk.qtbot.waitSignal(desk.panel.refused) as refused:
        desk.panel.undo()
    assert refused.args == ["Rate your answer first; then the one before can be undone."]
    assert desk.panel.marked
    assert len(desk.progress.memories()) == 1


def test_tab_goes_from_an_answer_to_checking_it_and_enter_presses(desk: Desk) -> None:
    answer_first(desk)
    desk.type("the ports")
    desk.press(Qt.Key.Key_Tab)
    desk.press(Qt.Key.Key_Return)
    assert desk.panel.marked
    assert desk.panel.marked.suggested is not None


def test_when_nothing_is_left_it_says_what_to_do(desk: Desk) -> None:
    answer_first(desk, Qt.Key.Key_4)
    desk.type("the ports and the railway")
    desk.panel.submit()
    desk.qtbot.keyClick(desk.panel, Qt.Key.Key_4)
    assert "Nothing is due in this topic now" in desk.texts()


def test_without_a_session_it_says_what_it_is_for(qtbot: QtBot) -> None:
    panel = SelfTestPanel(Theme())
    qtbot.addWidget(panel)
    panel.show()
    assert any("Open a course" in label.text() for label in panel.findChildren(QLabel))


def test_the_passage_can_be_asked_for(desk: Desk) -> None:
    desk.choose("Wang Shijie")
    desk.panel.submit()
    with desk.qtbot.waitSignal(desk.panel.passage_requested) as asked:
        button = desk.panel.findChild(QPushButton, "show-passage")
        assert button is not None
        button.click()
    assert asked.args == [ABOUT.id]


def test_no_key_point_found_is_not_called_wrong(desk: Desk) -> None:
    answer_first(desk)
    desk.type("for glory")
    desk.panel.submit()
    assert "Wrong" not in desk.texts()
    assert "Compare with the answer and decide for yourself." in desk.texts()


def test_the_answer_can_be_seen_without_giving_one(desk: Desk) -> None:
    assert desk.panel.check_row
    desk.panel.check_row.show_button.click()
    assert "Wang Shijie" in desk.texts()
    assert "Wrong" not in desk.texts()
    bar = desk.panel.rating_bar
    assert bar is not None
    assert bar.focusProxy() is bar.buttons[Rating.AGAIN]
    desk.panel.rate(1)
    [review] = desk.progress.entries(types=("review",))
    assert (review.rating, review.payload["given"]) == (1, None)


def test_each_rating_shows_its_key(desk: Desk) -> None:
    desk.panel.give_up()
    bar = desk.panel.rating_bar
    assert bar is not None
    assert [button.text()[0] for button in bar.buttons.values()] == list("1234")


def test_when_nothing_is_due_it_says_when_the_next_card_comes(desk: Desk) -> None:
    for _ in range(2):
        desk.panel.give_up()
        desk.panel.rate(4)
    assert "The next card comes in 8 days." in desk.texts()


def test_a_card_that_is_due_again_comes_back_by_itself(desk: Desk) -> None:
    for _ in range(2):
        desk.panel.give_up()
        desk.panel.rate(4)
    assert desk.panel.card is None
    assert desk.panel.asking._waiting.isActive()
    desk.panel.asking._waiting.timeout.emit()
    assert desk.panel.card is None
    assert desk.panel.asking._waiting.isActive()
    desk.clock.forward(days=9)
    desk.panel.asking._waiting.timeout.emit()
    assert desk.panel.card is not None


def test_after_a_computer_has_slept_the_clock_is_believed_and_not_the_timer(desk: Desk) -> None:
    for _ in range(2):
        desk.panel.give_up()
        desk.panel.rate(4)
    assert desk.panel.asking._waiting.interval() <= 30_000


def test_who_asks_for_everything_again_is_asked_what_is_due_by_now(desk: Desk) -> None:
    desk.panel.ask_everything()
    for _ in range(2):
        desk.panel.give_up()
        desk.panel.rate(4)
    assert desk.panel.card is None
    desk.clock.forward(days=9)
    desk.panel.ask_everything()
    assert desk.panel.card is not None


def test_a_card_asked_early_is_not_counted_as_nothing(desk: Desk) -> None:
    for _ in range(2):
        desk.panel.give_up()
        desk.panel.rate(1)
    assert desk.panel.card is not None
    assert "0 due" not in desk.panel.head.counts.text()


def test_who_has_begun_an_answer_keeps_it_and_sees_what_has_come_due(desk: Desk) -> None:
    session = desk.panel.session
    assert session is not None
    asked = desk.panel.card
    assert asked
    [other] = [card.id for card in session.decks.open.all() if card.id != asked.card.id]
    if isinstance(desk.panel.question, ChoiceView):
        desk.panel.question.buttons[0].click()
    else:
        desk.type("the")
    desk.progress.append(NewEntry(FINDING, other, {}))
    desk.panel.refresh()
    assert desk.panel.card is asked
    assert desk.panel.head.counts.text() == "1 due · 1 new"


def pause_of(desk: Desk) -> PauseView:
    QApplication.processEvents()
    [view] = desk.panel.findChildren(PauseView)
    return view


def test_on_a_day_off_the_panel_says_so_and_asks_who_wants_all_the_same(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard = heard_from(monkeypatch, "self_test.self_test_panel")
    assert desk.panel.session is not None
    desk.panel.session.plan = Plan(holidays=tuple(range(7)))
    desk.panel.refresh()
    assert "Today is a day off" in desk.texts()
    assert heard[-1].startswith("Today is a day off")
    desk.panel.setFocus()
    assert desk.panel.focusWidget() is pause_of(desk).button
    desk.press(Qt.Key.Key_Space)
    assert desk.panel.card is not None
    assert desk.panel.head.counts.text() == "0 due · 2 new"


def test_the_head_says_the_same_as_a_day_off_and_the_end_of_the_minutes(desk: Desk) -> None:
    session = desk.panel.session
    assert session is not None
    today = session.plan.date_of(desk.clock())
    ahead = Plan().with_exam(session.course, today + timedelta(days=9))
    session.plan = ahead._replace(holidays=tuple(range(7)))
    desk.panel.refresh()
    assert desk.panel.head.counts.text() == "Day off"
    session.plan = ahead._replace(minutes_a_day=1)
    desk.panel.refresh()
    desk.panel.give_up()
    desk.clock.forward(seconds=90)
    desk.panel.rate(3)
    assert "used up" in desk.texts()
    assert desk.panel.head.counts.text() == "Done for today"


def test_when_new_cards_are_held_back_the_panel_says_so_and_asks_who_wants_more(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard = heard_from(monkeypatch, "self_test.self_test_panel")
    assert desk.panel.session is not None
    desk.panel.session.plan = Plan(new_a_day=1)
    desk.panel.refresh()
    desk.panel.give_up()
    desk.panel.rate(4)
    assert "today’s new cards are used up" in desk.texts()
    assert "today’s new cards are used up" in heard[-1]
    with desk.qtbot.waitSignal(desk.panel.answered):
        desk.press(Qt.Key.Key_Space)
    assert desk.panel.card is not None


def test_when_the_minutes_are_used_up_the_panel_says_so_after_the_answer(desk: Desk) -> None:
    assert desk.panel.session is not None
    desk.panel.session.plan = Plan(minutes_a_day=1)
    desk.clock.forward(seconds=61)
    desk.choose("Wang Shijie")
    desk.panel.submit()
    desk.panel.rate(Rating.GOOD)
    assert "Your minutes for today are used up (1)." in desk.texts()
    pause_of(desk).button.click()
    assert desk.panel.card is not None
    assert "used up" not in desk.texts()


def test_the_last_answer_can_be_taken_back_when_the_minutes_are_used_up(desk: Desk) -> None:
    assert desk.panel.session is not None
    desk.panel.session.plan = Plan(minutes_a_day=1)
    desk.clock.forward(seconds=61)
    desk.choose("Wang Shijie")
    desk.panel.submit()
    desk.panel.rate(Rating.GOOD)
    assert desk.panel.head.undo_button.isEnabled()
    desk.panel.undo()
    assert desk.panel.card is not None


def test_what_asks_and_marks_a_question_is_loaded_with_the_first_one() -> None:
    code = (
        "import sys, studyapp.ui.self_test.self_test_panel\n"
        "late = {'studyapp.ui.self_test.question_views.table', 'studyapp.domain.grading.grade'}\n"
        "print(sorted(late & sys.modules.keys()))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.strip() == "[]"


def test_what_is_typed_and_not_checked_stays_over_another_topic(desk: Desk) -> None:
    answer_first(desk)
    desk.type("the por")
    desk.panel.set_scope("nowhere")
    desk.panel.set_scope(TOPIC)
    view = desk.panel.question
    assert isinstance(view, TypedView)
    assert view.field.toPlainText() == "the por"
    desk.type("ts")
    desk.panel.submit()
    # What is checked at once is not kept twice.
    assert len(desk.progress.entries(types=("draft",))) == 1


def test_an_answer_that_was_checked_and_not_rated_is_there_again(desk: Desk) -> None:
    answer_first(desk)
    desk.type("the ports")
    desk.panel.submit()
    assert desk.panel.marked
    # As when the window is closed and opened again.
    desk.panel.keep_draft()
    session = desk.panel.session
    desk.panel.set_session(None)
    desk.panel.set_session(session)
    desk.panel.refresh()
    view = desk.panel.question
    assert isinstance(view, TypedView)
    assert view.field.toPlainText() == "the ports"
    desk.panel.submit()
    desk.panel.rate(Rating.GOOD)
    desk.panel.undo()
    assert isinstance(desk.panel.question, TypedView)
    assert desk.panel.question.field.toPlainText() == "the ports"


def test_out_of_sight_nothing_of_another_session_can_be_decided_about(
    desk: Desk, tmp_path: Path
) -> None:
    possible = [desk.panel.deciding.is_possible]
    desk.panel.hide()
    with closing(opened(COURSE, tmp_path / "again.db")) as pack:
        desk.panel.set_session(StudySession(pack, desk.progress, desk.clock, Plan()))
        possible.append(desk.panel.deciding.is_possible)
        desk.panel.show()
        possible.append(desk.panel.deciding.is_possible)
        desk.panel.set_session(None)
    assert possible == [True, False, True]


def test_undo_says_what_it_takes_back(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    said = heard_from(monkeypatch, "self_test.self_test_panel")
    desk.panel.deciding.suspend()
    desk.panel.undo()
    assert said[-1] == "The card is no longer suspended, and asked again."
    answer_first(desk)
    desk.panel.undo()
    assert said[-1] == "Your last answer was taken back."
