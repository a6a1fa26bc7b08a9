"""The list of cards as a person uses it: found, walked, decided about, edited."""

from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from studyapp.domain.card_search import CardState
from studyapp.domain.schedule.memory import Rating
from studyapp.services.cards.card_order import Column
from studyapp.store.progress import open_progress
from studyapp.ui.browser.browser_window import BrowserWindow
from studyapp.ui.browser.card_table_model import COLUMNS
from studyapp.ui.dialogs.card_dialog import CardDialog
from studyapp.ui.dialogs.topic_dialog import TopicDialog
from studyapp.ui.dialogs.wording_dialog import WordingDialog
from tests.accessible import faults, listening
from tests.dialog_driver import in_dialog
from tests.services.study_cards import (
    CHOICE,
    DATE,
    FOLLOWED,
    GAPS,
    TYPED,
    WAR,
    WHOLE,
    WHY,
    Desk,
    desk_of,
)
from tests.ui.browser.conftest import Shown

STATE = COLUMNS.index(Column.STATE)


def act(shown: Shown, name: str) -> None:
    shown.window.acting.actions[name].trigger()


def test_all_cards_are_listed_with_the_first_one_chosen(shown: Shown) -> None:
    assert len(shown.cards()) == 7
    assert shown.window.count.text() == "7 cards"
    assert shown.window.table.chosen() == [CHOICE]
    assert shown.cell(CHOICE, 0) == "Who signed it?"


def test_cards_are_found_as_one_types(shown: Shown, said: list[str]) -> None:
    shown.type("is:new port")
    assert shown.cards() == [TYPED]
    assert "1 card" in said


def test_boxes_and_words_narrow_the_list_together(shown: Shown) -> None:
    filters = shown.window.filters
    filters.topic.setCurrentIndex(filters.topic.findData(WHOLE))
    filters.kind.setCurrentIndex(filters.kind.findData("date"))
    assert shown.cards() == [DATE]
    filters.state.setCurrentIndex(filters.state.findData(CardState.FLAGGED.value))
    assert shown.cards() == []


def test_what_finds_nothing_says_so_and_offers_all_cards(shown: Shown, said: list[str]) -> None:
    shown.type("nowhere")
    assert shown.window.table.isHidden()
    assert shown.window.empty.label.text() == said[-1] == "No card is like this."
    shown.window.empty.button.click()
    assert len(shown.cards()) == 7


def test_an_emptied_list_does_not_give_its_keys_to_the_line(shown: Shown) -> None:
    shown.type("is:flagged")
    act_on = shown.window.acting.actions
    shown.window.filters.take_all_away()
    shown.window.table.setFocus()
    act_on["flag"].trigger()
    shown.type("is:flagged")
    assert len(shown.cards()) == 1
    shown.window.table.setFocus()
    act_on["flag"].trigger()
    assert shown.cards() == []
    assert not shown.window.filters.line.hasFocus()


def test_escape_empties_the_line_before_it_closes_the_window(shown: Shown) -> None:
    shown.type("port")
    line = shown.window.filters.line
    QTest.keyClick(line, Qt.Key.Key_Escape)
    assert (line.text(), shown.window.isVisible()) == ("", True)
    QTest.keyClick(line, Qt.Key.Key_Escape)
    assert not shown.window.isVisible()


def test_a_header_sorts_and_the_third_time_lets_go(shown: Shown) -> None:
    header, course = shown.window.table.horizontalHeader(), shown.cards()
    orders = []
    for order in (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder):
        header.setSortIndicator(0, order)
        orders.append(shown.cards())
    header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
    assert set(orders[0][:2]) == set(orders[1][-2:]) == set(GAPS)
    assert shown.cards() == course != orders[0]


def test_the_chosen_card_stays_chosen_when_others_are_found(shown: Shown) -> None:
    shown.choose(DATE)
    shown.type("yalta")
    assert shown.cards() == [WHY, DATE, FOLLOWED]
    assert shown.window.table.chosen() == [DATE]


def test_keys_act_on_what_is_chosen_and_say_so(shown: Shown, said: list[str]) -> None:
    shown.choose(CHOICE, DATE)
    shown.press(Qt.Key.Key_Space)
    assert shown.cell(DATE, STATE) == "⚑ Flagged"
    shown.press(Qt.Key.Key_Delete)
    assert shown.cell(CHOICE, STATE) == "⚑ Flagged, ‖ Suspended"
    assert "Flagged: 2 cards." in said
    assert "Suspended: 2 cards." in said
    assert shown.window.table.chosen() == [CHOICE, DATE]
    act(shown, "undo")
    assert shown.cell(CHOICE, STATE) == "⚑ Flagged"
    assert "2 cards are no longer suspended." in said


def test_choosing_several_is_said_once(shown: Shown, said: list[str]) -> None:
    shown.window.table.selectAll()
    shown.qtbot.waitUntil(lambda: "7 cards selected" in said)
    assert said.count("7 cards selected") == 1


def test_only_what_can_be_done_is_on(shown: Shown) -> None:
    actions = shown.window.acting.actions
    shown.choose(CHOICE, DATE)
    off = [name for name, action in actions.items() if not action.isEnabled()]
    assert off == ["edit", "back", "ask", "undo"]
    act(shown, "bury")
    assert actions["back"].isEnabled()
    assert actions["undo"].isEnabled()


def test_enter_leads_to_the_card_and_says_it(shown: Shown, said: list[str]) -> None:
    shown.window.activateWindow()
    shown.choose(CHOICE)
    shown.press(Qt.Key.Key_Return)
    assert shown.window.preview.sheet.hasFocus()
    assert "Wang Shijie" in said[-1]


def test_the_preview_shows_the_answer_the_passage_and_the_past(shown: Shown) -> None:
    shown.desk.answer(TYPED, Rating.AGAIN, "1905")
    shown.desk.answer(CHOICE, Rating.EASY)
    shown.window.catch_up()
    shown.choose(TYPED)
    past = shown.window.preview.past
    assert past.item(0).text().endswith(": Again, again in 1 min\n1905")
    shown.choose(CHOICE)
    assert "“Wang Shijie signed the treaty in Moscow.”" in shown.texts()
    button = shown.window.preview.findChild(QPushButton, "show-passage")
    assert button
    with shown.qtbot.waitSignal(shown.window.passage_requested):
        button.click()


def test_a_card_without_answers_says_so(shown: Shown) -> None:
    shown.choose(DATE)
    assert "not answered" in shown.texts()
    assert shown.window.preview.past.isHidden()


def test_a_card_of_the_course_is_said_in_own_words(shown: Shown) -> None:
    def write(dialog: QDialog) -> None:
        assert isinstance(dialog, WordingDialog)
        assert dialog.prompt.toPlainText() == "Who signed it?"
        dialog.prompt.setPlainText("")
        assert not dialog.keep_button.isEnabled()
        dialog.prompt.setPlainText("Who put his name to it?")
        QTest.keyClick(dialog.prompt, Qt.Key.Key_Return)

    shown.choose(CHOICE)
    in_dialog(lambda: shown.press(Qt.Key.Key_F2), write)
    assert shown.cell(CHOICE, 0) == "Who put his name to it?"
    assert shown.cell(CHOICE, STATE) == "✎ Changed by you"
    assert "Who signed it?" in shown.texts()
    button = shown.window.preview.findChild(QPushButton, "take-back")
    assert button
    shown.window.activateWindow()
    button.click()
    assert shown.cell(CHOICE, 0) == "Who signed it?"
    assert shown.window.focusWidget() is shown.window.table


def test_own_words_are_taken_back_where_they_are_written(shown: Shown) -> None:
    def write(dialog: QDialog) -> None:
        assert isinstance(dialog, WordingDialog)
        dialog.answer.setPlainText("The minister")
        dialog.keep_button.click()

    def take_back(dialog: QDialog) -> None:
        assert isinstance(dialog, WordingDialog)
        assert dialog.answer.toPlainText() == "The minister"
        dialog.back_button.click()

    shown.choose(CHOICE)
    in_dialog(lambda: act(shown, "edit"), write)
    assert "The minister" in shown.texts()
    in_dialog(lambda: act(shown, "edit"), take_back)
    assert "The minister" not in shown.texts()


def test_thinking_better_of_it_changes_nothing(shown: Shown) -> None:
    shown.choose(CHOICE)
    in_dialog(lambda: act(shown, "edit"), lambda dialog: dialog.reject())
    in_dialog(lambda: act(shown, "move"), lambda dialog: dialog.reject())
    assert not shown.desk.browser.progress.logged


def test_an_own_card_is_changed_and_deleted(shown: Shown) -> None:
    own = shown.desk.own("Signed in {{Moscow}}.")
    shown.window.catch_up()
    card = f"{own.id}#gap:1"

    def write(dialog: QDialog) -> None:
        assert isinstance(dialog, CardDialog)
        dialog.prompt.setPlainText("They signed in {{Moscow}}.")
        dialog.keep_button.click()

    shown.choose(card)
    in_dialog(lambda: shown.press(Qt.Key.Key_F2), write)
    assert shown.cell(card, 0) == "They signed in […]."
    assert shown.cell(card, STATE) == "◆ Your own"
    shown.press(Qt.Key.Key_Delete)
    assert card not in shown.cards()
    assert shown.window.table.chosen() == [shown.cards()[-1]]
    act(shown, "undo")
    assert card in shown.cards()


def test_cards_are_moved_to_a_topic_that_is_chosen(shown: Shown) -> None:
    def move(dialog: QDialog) -> None:
        assert isinstance(dialog, TopicDialog)
        assert dialog.chosen() == WHOLE
        dialog.list.setCurrentRow(2)
        dialog.move_button.click()

    shown.choose(CHOICE, DATE)
    in_dialog(lambda: act(shown, "move"), move)
    assert shown.desk.browser.session.own is shown.desk.session.own
    assert {shown.cell(card, 2) for card in (CHOICE, DATE)} == {"The war in Korea"}
    assert shown.desk.acts.topic_of(CHOICE) == WAR


def test_one_card_is_asked_now(shown: Shown) -> None:
    shown.choose(DATE)
    with shown.qtbot.waitSignal(shown.window.card_wanted) as wanted:
        act(shown, "ask")
    assert wanted.args == [DATE]


def test_what_is_answered_elsewhere_is_seen_when_the_window_is_turned_to(shown: Shown) -> None:
    due = COLUMNS.index(Column.DUE)
    assert shown.cell(CHOICE, due) == "New"
    shown.desk.answer(CHOICE, Rating.EASY)
    shown.window.catch_up()
    assert shown.cell(CHOICE, due) == "In 8 days"


def test_everything_that_can_be_reached_has_a_name(shown: Shown) -> None:
    shown.choose(CHOICE)
    with listening():
        found = faults(shown.window)
    # The corner between the headers, which holds nothing.
    assert set(found) <= {"Pane NoneType"}


@pytest.mark.parametrize("size", [(1366, 700), (1024, 640)])
def test_no_word_of_a_button_is_cut_off(shown: Shown, qtbot: QtBot, size: tuple[int, int]) -> None:
    shown.window.resize(*size)
    qtbot.waitExposed(shown.window)
    assert shown.window.minimumSizeHint().width() <= size[0]
    assert shown.window.minimumSizeHint().height() <= size[1]


def test_what_is_no_filter_is_named_with_those_that_there_are(
    shown: Shown, said: list[str]
) -> None:
    shown.type("is:nonsense")
    assert "“is:nonsense” is no state of a card. There are: due, new" in shown.window.count.text()
    assert "“is:nonsense”" in said[-1]
    shown.type("colour:red")
    assert "“colour:red” is no filter" in shown.window.count.text()
    assert "is:, topic:, kind:" in shown.window.count.text()
    shown.type("kind:nonsense")
    assert "of the kind “nonsense”. There are: Options" in shown.window.count.text()
    shown.type("is:new kind:date")
    assert shown.window.count.text() == "1 card"


def test_buttons_are_off_and_say_why_while_progress_is_only_read(
    qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    window = BrowserWindow()
    qtbot.addWidget(window)
    looking = open_progress(tmp_path / "progress.db", desk.clock, "here", read_only=True)
    with closing(looking), desk_of(desk.pack, looking, desk.clock) as only:
        window.show_cards(only.browser)
        qtbot.waitUntil(lambda: window.reading is not None and window.reading.is_done)
        window.look()
        on = [name for name, action in window.acting.actions.items() if action.isEnabled()]
        assert on == ["ask"]
        assert "reading only" in window.acting.actions["flag"].toolTip()
        window.leave()


def test_that_another_answer_makes_it_a_question_in_words_is_said_before(shown: Shown) -> None:
    told: list[bool] = []

    def read(dialog: QDialog) -> None:
        words = [label.text() for label in dialog.findChildren(QLabel)]
        told.append(any("answered in words from then on" in text for text in words))

    for card in (CHOICE, TYPED):
        shown.choose(card)
        in_dialog(lambda: act(shown, "edit"), read)
    assert told == [True, False]
