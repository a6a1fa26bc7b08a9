"""The key points of a marked answer in the window, and the student's last word on them."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from studyapp import paths
from studyapp.domain.course import KeyPoint
from studyapp.domain.dates import parse
from studyapp.domain.grading.grade import part_mark
from studyapp.domain.kinds.date import Date
from studyapp.domain.kinds.number import Number
from studyapp.domain.kinds.truth import Truth
from studyapp.domain.schedule.memory import Rating
from studyapp.domain.schedule.plan import Plan
from studyapp.services.study.marking_answers import Judging
from studyapp.services.study.study_session import StudySession
from studyapp.store.progress import Progress, open_progress
from studyapp.ui.look.theme import Theme
from studyapp.ui.self_test.points_view import PointsView
from studyapp.ui.self_test.question_views.truth_view import TruthView
from studyapp.ui.self_test.question_views.typed_view import TypedView
from studyapp.ui.self_test.self_test_panel import SelfTestPanel
from tests import builders
from tests.clocks import StandingClock
from tests.packs import opened
from tests.ui.hearing import heard_from

COURSE = builders.course(
    builders.topic(),
    builders.typed_question(
        "Why did Stalin sign?", KeyPoint("the ports"), KeyPoint("the railway", ("the line",))
    ),
)


@dataclass
class Desk:
    panel: SelfTestPanel
    progress: Progress
    clock: StandingClock
    qtbot: QtBot

    def texts(self) -> set[str]:
        QApplication.processEvents()
        labels = self.panel.findChildren(QLabel)
        return {label.text() for label in labels if label.isVisible()}

    def type(self, text: str) -> None:
        view = self.panel.question
        assert isinstance(view, TypedView)
        self.qtbot.keyClicks(view.field, text)

    def press(self, key: Qt.Key) -> None:
        self.qtbot.keyClick(self.panel.focusWidget() or self.panel, key)


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    clock = StandingClock()
    panel = SelfTestPanel(Theme())
    qtbot.addWidget(panel)
    panel.resize(480, 600)
    with (
        closing(opened(COURSE, tmp_path / "a.db")) as pack,
        closing(open_progress(tmp_path / "progress.db", clock, "here")) as progress,
    ):
        panel.set_session(StudySession(pack, progress, clock, Plan()))
        panel.set_scope(COURSE.topics[0].id)
        panel.show()
        panel.setFocus()
        yield Desk(panel, progress, clock, qtbot)


def half_answered(desk: Desk) -> PointsView:
    """Answer with one point of two, and return how the points are shown."""
    desk.type("he wanted the line back")
    desk.panel.submit()
    assert desk.panel.question
    shown = desk.panel.question.points_view
    assert shown
    return shown


def test_the_student_has_the_last_word_on_a_point_and_it_counts_at_once(desk: Desk) -> None:
    shown = half_answered(desk)
    shown.buttons[0].click()
    assert "✓ You say that you said this: the ports" in desk.texts()
    assert "✓ Right" in desk.texts()
    assert "Compare with the answer and decide for yourself." not in desk.texts()
    bar = desk.panel.rating_bar
    assert bar
    assert [rating for rating, button in bar.buttons.items() if button.property("primary")] == [
        Rating.GOOD
    ]
    desk.press(Qt.Key.Key_Return)
    entry = desk.progress.entries(types=("review",))[-1]
    assert (entry.rating, entry.grade) == (3, 1.0)
    assert entry.payload["points"] == ["missing", "found"]
    assert entry.payload["overruled"] == {"0": "found"}


def test_a_letter_overrules_a_point_and_says_so(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    half_answered(desk)
    heard = heard_from(monkeypatch, "self_test.overruling")
    desk.press(Qt.Key.Key_B)
    assert heard == ["You say that you did not say this: the railway. Suggested: Again"]
    desk.press(Qt.Key.Key_B)
    assert heard[1:] == ["Right: the railway. Suggested: Again"]


def test_a_word_on_a_point_can_be_taken_back(desk: Desk) -> None:
    shown = half_answered(desk)
    before = desk.texts()
    assert [button.text() for button in shown.buttons] == [
        "A  I said this",
        "B  I did not say this",
    ]
    shown.buttons[0].click()
    assert shown.buttons[0].text() == "A  Take that back"
    shown.buttons[0].click()
    assert desk.texts() == before


def test_each_button_beside_a_point_says_which_point_it_is_about(desk: Desk) -> None:
    shown = half_answered(desk)
    assert shown.buttons[0].accessibleName() == "I said this: the ports"


def test_a_point_found_in_part_has_a_shape_a_word_and_an_underline_of_its_own(
    desk: Desk, tmp_path: Path
) -> None:
    asked = builders.typed_question("How many?", KeyPoint("a loan of 300 million dollars"))
    held = builders.course(builders.topic(), asked)
    with closing(opened(held, tmp_path / "loan.db")) as pack:
        desk.panel.set_session(StudySession(pack, desk.progress, desk.clock, Plan()))
        desk.type("a loan in dollars")
        desk.panel.submit()
        assert "◇ Found in part: a loan of 300 million dollars" in desk.texts()
        view = desk.panel.question
        assert isinstance(view, TypedView)
        lines = {place.format.underlineStyle() for place in view.field.extraSelections()}
        assert lines == {QTextCharFormat.UnderlineStyle.DotLine}


def test_what_is_taken_back_keeps_the_word_for_the_same_answer(desk: Desk) -> None:
    shown = half_answered(desk)
    shown.buttons[0].click()
    desk.press(Qt.Key.Key_3)
    desk.panel.undo()
    desk.panel.submit()
    assert "✓ You say that you said this: the ports" in desk.texts()


def test_a_guess_is_called_a_guess(desk: Desk, tmp_path: Path) -> None:
    told = "Leader of the CCP, in practice from 1935; founder of the People's Republic in 1949."
    held = builders.course(builders.topic(), builders.term("Mao")._replace(definition=told))
    judging = Judging(paths.learned_marking())
    with closing(opened(held, tmp_path / "term.db")) as pack:
        session = StudySession(pack, desk.progress, desk.clock, Plan(), judging=judging)
        desk.panel.set_session(session)
        desk.panel.ask_card(f"{held.terms[0].id}#meaning")
        desk.type("leader of the CCP and founder of the People's Republic")
        desk.panel.submit()
        assert "≈ Probably right" in desk.texts()
        assert "That is a guess. Compare with the answer and decide for yourself." in desk.texts()


def test_of_true_or_false_the_reason_is_overruled_and_not_the_verdict(
    desk: Desk, tmp_path: Path
) -> None:
    reason = Truth(True, (KeyPoint("the ports"),))
    asked = builders.typed_question("Stalin signed.")._replace(content=reason)
    held = builders.course(builders.topic(), asked)
    with closing(opened(held, tmp_path / "truth.db")) as pack:
        desk.panel.set_session(StudySession(pack, desk.progress, desk.clock, Plan()))
        view = desk.panel.question
        assert isinstance(view, TruthView)
        view.buttons[True].click()
        desk.qtbot.keyClicks(view.field, "for glory")
        desk.panel.submit()
        assert "◇ Partly right" in desk.texts()
        desk.press(Qt.Key.Key_A)
        assert "✓ You say that you said this: the ports" in desk.texts()
        desk.panel.rate(3)
    [entry] = desk.progress.entries(types=("review",))
    assert (entry.grade, entry.payload["overruled"]) == (1.0, {"1": "found"})


def test_what_counted_before_says_that_it_did(desk: Desk) -> None:
    shown = half_answered(desk)
    shown.buttons[0].click()
    desk.press(Qt.Key.Key_Return)
    desk.panel.ask_card(f"{COURSE.questions[0].id}#answer")
    half_answered(desk)
    assert "✓ Counts, as you said before: the ports" in desk.texts()


@pytest.mark.parametrize(
    ("content", "typed", "verdict", "point"),
    [
        (Number(300.0, 300.0, "300 km", KeyPoint("km")), "250 km", "✗ Wrong", "300 km"),
        (Date(parse("1950")), "1949", "✗ Wrong", "1950"),
    ],
)
def test_of_a_number_and_a_date_one_can_say_that_one_said_it(
    desk: Desk, tmp_path: Path, content: Number | Date, typed: str, verdict: str, point: str
) -> None:
    asked = builders.typed_question("How much?")._replace(content=content)
    held = builders.course(builders.topic(), asked)
    with closing(opened(held, tmp_path / "value.db")) as pack:
        desk.panel.set_session(StudySession(pack, desk.progress, desk.clock, Plan()))
        desk.type(typed)
        desk.panel.submit()
        assert verdict in desk.texts()
        view = desk.panel.question
        assert isinstance(view, TypedView)
        underlined = [each.cursor.selectedText() for each in view.field.extraSelections()]
        assert typed.split(maxsplit=1)[0] not in underlined
        desk.press(Qt.Key.Key_A)
        assert f"✓ You say that you said this: {point}" in desk.texts()
        assert "✓ Right" in desk.texts()
        desk.panel.rate(3)
    [entry] = desk.progress.entries(types=("review",))
    assert (entry.grade, entry.payload["overruled"]) == (1.0, {"0": "found"})


def test_a_unit_that_is_missing_is_not_called_wrong(desk: Desk, tmp_path: Path) -> None:
    content = Number(300.0, 300.0, "300 km", KeyPoint("km"))
    asked = builders.typed_question("How far?")._replace(content=content)
    held = builders.course(builders.topic(), asked)
    with closing(opened(held, tmp_path / "unit.db")) as pack:
        desk.panel.set_session(StudySession(pack, desk.progress, desk.clock, Plan()))
        desk.type("300")
        desk.panel.submit()
        assert {"◇ Partly right", "✓ Right: 300 km", "○ Not found in your answer: km"} <= (
            desk.texts()
        )
        desk.press(Qt.Key.Key_B)
        assert "✓ Right" in desk.texts()


def test_of_many_points_each_has_a_letter(qtbot: QtBot) -> None:
    marks = [part_mark(f"consequence {number}", found=False) for number in range(12)]
    holder = QWidget()
    qtbot.addWidget(holder)
    view = PointsView(marks, Theme(), holder)
    with qtbot.waitSignal(view.overruled) as heard:
        assert view.take_key("L")
    assert heard.args == [11]
    assert not view.take_key("m")
