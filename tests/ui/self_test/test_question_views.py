"""The views of the kinds of questions, in the panel: by keys, and what is told after the answer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from studyapp.domain.course import KeyPoint, Question
from studyapp.domain.kinds.choice import Choice, ChoiceAnswer, Option
from studyapp.domain.kinds.grouping import Grouping
from studyapp.domain.kinds.kind import AnyContent, Given
from studyapp.domain.kinds.matching import Matching
from studyapp.domain.kinds.number import Number
from studyapp.domain.kinds.ordering import Ordered, Ordering
from studyapp.domain.kinds.placing import Item, Placed
from studyapp.domain.kinds.truth import Truth, TruthAnswer
from studyapp.domain.schedule.plan import Plan
from studyapp.services.study.study_session import StudySession
from studyapp.store.progress import Progress, open_progress
from studyapp.ui.look.theme import Theme
from studyapp.ui.self_test.question_views.choice_view import ChoiceView, lines_of
from studyapp.ui.self_test.question_views.ordering_view import OrderingView
from studyapp.ui.self_test.question_views.placing_view import PlacingView
from studyapp.ui.self_test.question_views.truth_view import TruthView
from studyapp.ui.self_test.question_views.typed_view import TypedView
from studyapp.ui.self_test.self_test_panel import SelfTestPanel
from tests import builders
from tests.clocks import StandingClock
from tests.packs import opened
from tests.ui.hearing import heard_from

ABOUT = builders.paragraph("Stalin and Mao met in Moscow.")
KINDS: dict[str, AnyContent] = {
    "Choose": Choice(
        (Option("a loan", True), Option("an ally", True), Option("Taiwan & more, " * 9, False))
    ),
    "Decide": Truth(False, (KeyPoint("repaid"), KeyPoint("with interest"))),
    "Count": Number(270e6, 330e6, "300 million ± 10 %"),
    "Match": Matching(
        (Item("Molotov", ("USSR",)), Item("Wang", ("China",)), Item("Byrnes", ("USA",))),
        ("USSR", "China", "USA"),
    ),
    "Order": Ordering(("Yalta", "Treaty", "War", "Truce")),
    "Sort": Grouping(
        (Item("a loan", ("Help",)), Item("a high price", ("Harm",)), Item("experts", ("Help",))),
        ("Help", "Harm"),
    ),
}
COURSE = builders.course(
    builders.topic(builders.TOPIC, ABOUT),
    builders.theme("Land"),
    builders.theme("Faith"),
    builders.factor("Yalta", themes=["Land"]),
    builders.factor("Treaty", themes=["Faith"]),
    builders.factor("Ports shared", themes=["Land"]),
    builders.link("Yalta", "Treaty", "ports were promised", passage=ABOUT.id),
    builders.link("Yalta", "Ports shared", "the powers agreed"),
    *(
        Question(
            builders.full_id("question", prompt),
            builders.full_id("topic", builders.TOPIC),
            prompt,
            content,
            "So it was.",
            None,
        )
        for prompt, content in KINDS.items()
    ),
)


@dataclass
class Desk:
    panel: SelfTestPanel
    progress: Progress
    qtbot: QtBot

    def ask(self, prompt: str) -> None:
        self.ask_card(builders.full_id("question", prompt) + "#answer")

    def ask_card(self, card: str) -> None:
        self.panel.ask_card(card)
        assert self.panel.question
        self.panel.question.setFocus()
        QApplication.processEvents()

    def press(self, *keys: Qt.Key | str, held: Qt.KeyboardModifier | None = None) -> None:
        """Press keys where the focus is, as a person without a mouse does."""
        modifiers = held or Qt.KeyboardModifier.NoModifier
        for key in keys:
            where = QApplication.focusWidget() or self.panel
            if isinstance(key, str):
                self.qtbot.keyClicks(where, key)
            else:
                self.qtbot.keyClick(where, key, modifiers)

    def texts(self) -> list[str]:
        QApplication.processEvents()
        return [label.text() for label in self.panel.findChildren(QLabel) if label.isVisible()]

    def given(self) -> Given | None:
        assert self.panel.question
        return self.panel.question.given()

    def value(self) -> float:
        assert self.panel.marked
        assert self.panel.marked.grade
        return self.panel.marked.grade.value


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    clock = StandingClock()
    pack = opened(COURSE, tmp_path / "a.db")
    progress = open_progress(tmp_path / "progress.db", clock, "here")
    panel = SelfTestPanel(Theme())
    qtbot.addWidget(panel)
    panel.resize(330, 560)
    panel.set_session(StudySession(pack, progress, clock, Plan()))
    panel.set_scope(COURSE.topics[0].id)
    panel.show()
    panel.activateWindow()
    yield Desk(panel, progress, qtbot)
    progress.close()
    pack.close()


def place_of(desk: Desk, text: str) -> int:
    view = desk.panel.question
    assert isinstance(view, ChoiceView)
    return next(at for at, b in enumerate(view.buttons) if b.accessibleName() == text)


def test_several_right_options_are_asked_for_in_words_and_count_in_part(desk: Desk) -> None:
    desk.ask("Choose")
    assert "Choose all that are right" in desk.texts()
    chosen = place_of(desk, "a loan")
    desk.press(str(chosen + 1))
    assert desk.given() == ChoiceAnswer(frozenset({chosen}))
    desk.press(Qt.Key.Key_Return)
    assert desk.value() == 0.5
    assert {"✓ Right", "○ Missed; this is right", "◇ Partly right"} <= set(desk.texts())


def test_a_digit_takes_a_choice_back_where_several_are_right(desk: Desk) -> None:
    desk.ask("Choose")
    desk.press("1", "1")
    assert desk.given() is None


def test_a_long_option_is_broken_into_lines_that_fit(desk: Desk) -> None:
    desk.ask("Choose")
    view = desk.panel.question
    assert isinstance(view, ChoiceView)
    assert view.width() < 330
    for button in view.buttons:
        assert button.sizeHint().width() <= view.width()
        assert "&&" in button.text() or "&" not in button.accessibleName()


def test_words_are_broken_where_the_line_is_full(desk: Desk) -> None:
    metrics = desk.panel.fontMetrics()
    width = metrics.horizontalAdvance("one two")
    assert lines_of("one two three", metrics, width) == ["one two", "three"]
    assert lines_of("incomprehensibilities a", metrics, 5) == ["incomprehensibilities", "a"]


def test_true_or_false_is_chosen_by_digit_and_enter_leads_to_the_reason(desk: Desk) -> None:
    desk.ask("Decide")
    desk.press("2", Qt.Key.Key_Return)
    assert desk.panel.marked is None
    desk.press("repaid", Qt.Key.Key_Return)
    assert desk.value() == 0.75
    told = desk.texts()
    assert {"✓ Right", "✓ Right: repaid", "○ Not found in your answer: with interest"} <= set(told)


def test_a_wrong_verdict_shows_the_right_one(desk: Desk) -> None:
    desk.ask("Decide")
    desk.press("1")
    view = desk.panel.question
    assert isinstance(view, TruthView)
    view.field.setPlainText("repaid, with interest")
    desk.panel.submit()
    assert desk.value() == 0.0
    assert {"✗ Wrong", "✓ This is right", "False: repaid; with interest"} <= set(desk.texts())
    assert "Compare with the answer and decide for yourself." not in "".join(desk.texts()[:1])


def test_a_number_is_typed(desk: Desk) -> None:
    desk.ask("Count")
    desk.press("0.3 billion", Qt.Key.Key_Return)
    assert desk.value() == 1.0
    assert "✓ Right: 300 million ± 10 %" in desk.texts()


def test_pairs_are_matched_by_letters_and_tab(desk: Desk) -> None:
    desk.ask("Match")
    view = desk.panel.question
    assert isinstance(view, PlacingView)
    view.boxes[0].setFocus()
    desk.press("C")
    desk.press(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is view.boxes[1]
    desk.press("C", Qt.Key.Key_Return)
    assert desk.value() == pytest.approx(1 / 3)
    assert {
        "✗ Wrong; right is: Molotov → USSR",
        "✓ Right",
        "○ Missing; right is: Byrnes → USA",
    } <= set(desk.texts())


def test_things_are_sorted_into_groups(desk: Desk) -> None:
    desk.ask("Sort")
    view = desk.panel.question
    assert isinstance(view, PlacingView)
    for box in view.boxes:
        box.setCurrentText("Help")
    desk.press(Qt.Key.Key_Return)
    assert desk.value() == pytest.approx(2 / 3)
    assert "✗ Wrong; right is: a high price → Harm" in desk.texts()


def test_the_boxes_are_named_by_what_they_are_for(desk: Desk) -> None:
    desk.ask("Sort")
    view = desk.panel.question
    assert isinstance(view, PlacingView)
    assert {box.accessibleName() for box in view.boxes} == {"a loan", "a high price", "experts"}
    assert all(box.itemText(0) == "Choose …" for box in view.boxes)


def steps(view: OrderingView) -> list[str]:
    return [view.list.item(row).text() for row in range(view.list.count())]


def ordering(desk: Desk) -> OrderingView:
    desk.ask("Order")
    view = desk.panel.question
    assert isinstance(view, OrderingView)
    return view


def test_steps_are_put_in_order_by_alt_and_arrows(desk: Desk) -> None:
    view = ordering(desk)
    for at, step in enumerate(("Yalta", "Treaty", "War", "Truce")):
        view.list.setCurrentRow(steps(view).index(step))
        while view.list.currentRow() > at:
            desk.press(Qt.Key.Key_Up, held=Qt.KeyboardModifier.AltModifier)
    assert desk.given() == Ordered((0, 1, 2, 3))
    desk.press(Qt.Key.Key_Return)
    assert desk.value() == 1.0


def test_a_step_moves_no_further_than_the_ends(desk: Desk) -> None:
    view = ordering(desk)
    before = steps(view)
    desk.press(Qt.Key.Key_Up, held=Qt.KeyboardModifier.AltModifier)
    assert steps(view) == before
    assert not view.has_begun


def test_a_screen_reader_hears_where_a_step_stands_now(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = heard_from(monkeypatch, "self_test.question_views.ordering_view")
    view = ordering(desk)
    first = steps(view)[0]
    desk.press(Qt.Key.Key_Down, held=Qt.KeyboardModifier.AltModifier)
    assert f"{first}, now 2 of 4" in said


def test_steps_can_be_handed_in_as_they_are_shown(desk: Desk) -> None:
    ordering(desk)
    row = desk.panel.check_row
    assert row
    row.check_button.click()
    assert desk.panel.marked


def test_enter_hands_in_no_order_that_nobody_has_touched(desk: Desk) -> None:
    ordering(desk)
    desk.press(Qt.Key.Key_Return)
    assert not desk.panel.marked


def test_an_order_nobody_has_touched_does_not_hold_up_what_is_asked_anew(desk: Desk) -> None:
    view = ordering(desk)
    desk.panel.refresh()
    assert desk.panel.question is not view


def test_a_row_that_is_moved_as_by_a_drag_counts(desk: Desk) -> None:
    view = ordering(desk)
    before = steps(view)
    top = view.list.rootIndex()
    assert view.list.model().moveRow(top, 0, top, 3)
    assert steps(view) == [before[1], before[2], before[0], before[3]]
    assert view.has_begun


def test_the_list_is_as_high_as_its_steps(desk: Desk) -> None:
    view = ordering(desk)
    last = view.list.visualItemRect(view.list.item(3))
    assert last.bottom() <= view.list.viewport().height()
    assert view.list.viewport().height() - last.bottom() < 30


def test_after_an_order_each_step_is_told_with_what_stands_before_it(desk: Desk) -> None:
    view = ordering(desk)
    while steps(view)[-1] != "Yalta":
        view.list.setCurrentRow(steps(view).index("Yalta"))
        desk.press(Qt.Key.Key_Down, held=Qt.KeyboardModifier.AltModifier)
    desk.panel.submit()
    assert "✗ Wrong: “Yalta” comes first" in desk.texts()


def test_what_followed_is_typed_and_each_consequence_told_with_its_reason(desk: Desk) -> None:
    desk.ask_card(builders.full_id("factor", "Yalta") + "#followed")
    asked: list[str] = []
    desk.panel.passage_requested.connect(asked.append)
    desk.press("the treaty", Qt.Key.Key_Return)
    assert desk.value() == 0.5
    [told] = [text for text in desk.texts() if "ports were promised" in text]
    assert told.startswith("Treaty: because ports were promised")
    label = next(each for each in desk.panel.findChildren(QLabel) if each.text() == told)
    label.linkActivated.emit(ABOUT.id)
    assert asked == [ABOUT.id]
    assert "Ports shared: because the powers agreed" in desk.texts()


def test_a_topic_is_sorted_by_theme(desk: Desk) -> None:
    desk.ask_card(COURSE.topics[0].id + "#theme")
    view = desk.panel.question
    assert isinstance(view, PlacingView)
    for box in view.boxes:
        box.setCurrentText("Faith" if box.accessibleName() == "Treaty" else "Land")
    desk.panel.submit()
    assert desk.value() == 1.0


def answer_somehow(desk: Desk) -> None:
    view = desk.panel.question
    if isinstance(view, ChoiceView):
        view.buttons[1].click()
    elif isinstance(view, TruthView):
        view.buttons[True].click()
        view.field.setPlainText("because")
    elif isinstance(view, PlacingView):
        view.boxes[1].setCurrentIndex(2)
    elif isinstance(view, OrderingView):
        view.list.move_by(1)
    elif isinstance(view, TypedView):
        view.field.setPlainText("12")


@pytest.mark.parametrize("prompt", KINDS)
def test_what_was_answered_stands_there_again_when_it_is_taken_back(
    desk: Desk, prompt: str
) -> None:
    desk.ask(prompt)
    answer_somehow(desk)
    given = desk.given()
    assert given is not None
    desk.panel.submit()
    desk.panel.rate(1)
    desk.panel.undo()
    assert desk.given() == given


@pytest.mark.parametrize("prompt", KINDS)
def test_the_answer_is_told_to_who_gives_up(desk: Desk, prompt: str) -> None:
    desk.ask(prompt)
    desk.panel.give_up()
    assert any(text.endswith(KINDS[prompt].in_words()) for text in desk.texts())


@pytest.mark.parametrize("prompt", KINDS)
def test_a_marked_answer_takes_no_more(desk: Desk, prompt: str) -> None:
    desk.ask(prompt)
    answer_somehow(desk)
    desk.panel.submit()
    view = desk.panel.question
    assert view
    given = view.given()
    desk.press("1", Qt.Key.Key_Down)
    assert not desk.panel.marked or view.given() == given


@pytest.mark.parametrize("prompt", ["Choose", "Decide"])
def test_a_click_changes_no_marked_answer(desk: Desk, prompt: str) -> None:
    desk.ask(prompt)
    desk.panel.give_up()
    view = desk.panel.question
    assert isinstance(view, ChoiceView | TruthView)
    for button in view.findChildren(QAbstractButton):
        desk.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        button.click()
    assert view.given() is None


@pytest.mark.parametrize("prompt", KINDS)
def test_whatever_takes_the_focus_has_a_name(desk: Desk, prompt: str) -> None:
    desk.ask(prompt)
    assert desk.panel.question
    takes = [
        widget
        for widget in desk.panel.question.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible()
    ]
    assert takes
    assert [widget for widget in takes if not widget.accessibleName()] == []


def test_a_group_and_a_pair_are_logged_in_words(desk: Desk) -> None:
    desk.ask("Sort")
    view = desk.panel.question
    assert isinstance(view, PlacingView)
    assert isinstance(view.given(), Placed | None)
    view.boxes[0].setCurrentText("Harm")
    first = view.boxes[0].accessibleName()
    desk.panel.submit()
    desk.panel.rate(1)
    [entry] = desk.progress.entries(types=("review",))
    assert entry.payload["given"] == {first: "Harm"}


def test_a_verdict_is_logged_with_its_reason(desk: Desk) -> None:
    desk.ask("Decide")
    answer_somehow(desk)
    assert desk.given() == TruthAnswer(True, "because")
    desk.panel.submit()
    desk.panel.rate(1)
    [entry] = desk.progress.entries(types=("review",))
    assert entry.payload["given"] == {"says": True, "reason": "because"}
