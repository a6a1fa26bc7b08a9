"""A student plans to an exam, sees what that comes to, and the window says how far it is."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QPushButton, QWidget

from studyapp.domain.schedule.memory import Rating
from studyapp.domain.schedule.plan import Plan
from studyapp.services.study import exam_queue
from studyapp.ui.exam.exam_dialog import ExamDialog
from studyapp.ui.exam.exam_sign import ExamSign
from tests.accessible import described
from tests.builders import course, topic
from tests.end_to_end.conftest import OpenWindow
from tests.end_to_end.test_accessibility import nameless
from tests.packs import written
from tests.ui.hearing import heard_from
from tests.window_driver import WindowDriver


@pytest.fixture
def driver(opens: OpenWindow, our_pack: Path) -> WindowDriver:
    return opens(our_pack)


def sign_of(driver: WindowDriver) -> ExamSign:
    assert driver.window.exam_sign is not None
    return driver.window.exam_sign


def in_plan(driver: WindowDriver, play: Callable[[ExamDialog], None]) -> None:
    """Open the plan to an exam, wait for what it foresees, and play it."""

    def foreseen(dialog: QDialog) -> None:
        assert isinstance(dialog, ExamDialog)
        driver.qtbot.waitUntil(lambda: dialog.outlook is not None)
        play(dialog)

    driver.in_dialog(lambda: driver.do("plan_exam"), foreseen)


def choose(dialog: ExamDialog, days: int, minutes: int) -> None:
    day = today(dialog) + timedelta(days=days)
    dialog.day.write(day)
    dialog.minutes_box.setCurrentIndex(dialog.minutes_box.findData(minutes))


def today(dialog: ExamDialog) -> date:
    return dialog.day.first - timedelta(days=1)


def accept(dialog: ExamDialog) -> None:
    QTest.keyClick(dialog.plan_button, Qt.Key.Key_Space)


def plan_to(driver: WindowDriver, days: int, minutes: int = 20) -> None:
    def play(dialog: ExamDialog) -> None:
        choose(dialog, days, minutes)
        accept(dialog)

    in_plan(driver, play)


def test_without_an_exam_the_status_bar_says_nothing_of_one(driver: WindowDriver) -> None:
    assert sign_of(driver).button.isHidden()


def test_the_status_bar_says_how_far_the_exam_is(driver: WindowDriver) -> None:
    plan_to(driver, 41)
    assert sign_of(driver).button.isVisible()
    assert sign_of(driver).button.text() == "exam in 41 days"


def test_an_exam_is_there_again_after_a_restart(opens: OpenWindow, our_pack: Path) -> None:
    first = opens(our_pack)
    plan_to(first, 1)
    first.close()
    assert sign_of(opens(our_pack)).button.text() == "exam tomorrow"


def test_the_minutes_are_kept_with_the_exam(driver: WindowDriver) -> None:
    plan_to(driver, 20, minutes=45)
    assert driver.window.workspace.plan.minutes_a_day == 45


def test_the_sign_opens_the_plan_and_no_exam_takes_it_back(driver: WindowDriver) -> None:
    plan_to(driver, 41)

    def play(dialog: QDialog) -> None:
        assert isinstance(dialog, ExamDialog)
        QTest.keyClick(dialog.none_button, Qt.Key.Key_Space)

    driver.in_dialog(sign_of(driver).button.click, play)
    assert sign_of(driver).button.isHidden()


def test_a_plan_that_is_cancelled_changes_nothing(driver: WindowDriver) -> None:
    before = driver.window.workspace.plan
    in_plan(driver, lambda dialog: choose(dialog, 41, 60))
    assert driver.window.workspace.plan == before


def test_the_plan_is_told_to_a_screen_reader_in_sentences(
    driver: WindowDriver, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard = heard_from(monkeypatch, "exam.exam_dialog")
    in_plan(driver, lambda dialog: None)
    assert "minutes a day you will probably recall" in heard[-1]


def test_the_curve_speaks_and_the_table_holds_each_day(driver: WindowDriver) -> None:
    def play(dialog: ExamDialog) -> None:
        assert dialog.outlook is not None
        assert dialog.table.topLevelItemCount() == len(dialog.outlook.recalls) - 1 == 28
        assert "in 28 days" in described(dialog.curve)

    in_plan(driver, play)


def test_another_day_is_foreseen_anew(driver: WindowDriver) -> None:
    def play(dialog: ExamDialog) -> None:
        choose(dialog, 7, 20)
        driver.qtbot.waitUntil(lambda: dialog.table.topLevelItemCount() == 7)

    in_plan(driver, play)


def test_all_that_takes_the_focus_in_the_plan_has_a_name(driver: WindowDriver) -> None:
    plan_to(driver, 41)
    found: list[list[str]] = []
    in_plan(driver, lambda dialog: found.append(nameless(dialog)))
    assert found == [[]]


def test_a_plan_closed_while_it_is_worked_out_is_no_bug(driver: WindowDriver) -> None:
    driver.in_dialog(lambda: driver.do("plan_exam"), lambda dialog: dialog.reject())
    driver.settle()
    assert sign_of(driver).button.isHidden()


def test_before_an_exam_the_self_test_asks_by_the_plan(driver: WindowDriver) -> None:
    assert driver.self_test.asked()
    plan_to(driver, 41, minutes=10)
    study = driver.window.workspace.study
    assert study is not None
    assert study.course_counts() == study.exam.counts()
    assert driver.self_test.asked()


def exam_in(driver: WindowDriver, days: int) -> None:
    """Have an exam so many days ahead, or past, as the settings or another day leave it."""
    window, study = driver.window, driver.window.workspace.study
    assert study is not None
    plan = window.workspace.plan
    day = study.exam.today(plan) + timedelta(days=days)
    window.workspace.plan = plan.with_exam(study.course, day)
    window.show_status()


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (0, "exam today"),
        (-1, "exam was yesterday"),
        (-7, "exam was 7 days ago"),
        (-8, ""),
    ],
)
def test_an_exam_that_is_over_is_remembered_for_a_week(
    driver: WindowDriver, days: int, words: str
) -> None:
    exam_in(driver, days)
    assert sign_of(driver).button.text() == words
    assert sign_of(driver).button.isVisible() == bool(words)


def test_what_was_planned_is_said_in_the_place_of_what_is_due(driver: WindowDriver) -> None:
    def play(dialog: ExamDialog) -> None:
        choose(dialog, 12, 15)
        accept(dialog)

    in_plan(driver, play)
    driver.settle()
    assert "Planned to the exam" in driver.window.statusBar().currentMessage()
    assert not driver.window.status.due.isVisible()


def test_what_is_no_day_to_come_is_not_planned_to(driver: WindowDriver) -> None:
    def play(dialog: ExamDialog) -> None:
        dialog.day.line.setText("next Tuesday")
        QTest.keyClick(dialog.plan_button, Qt.Key.Key_Space)
        assert "such as 14 May 2027" in dialog.words.text()
        driver.qtbot.waitUntil(lambda: not dialog.plan_button.isEnabled())
        choose(dialog, 12, 15)
        driver.qtbot.waitUntil(dialog.plan_button.isEnabled)
        accept(dialog)

    in_plan(driver, play)
    assert "in 12 days" in sign_of(driver).button.text()


@pytest.mark.parametrize(("days", "words"), [(0, "The exam is today."), (-3, "The exam was on ")])
def test_after_an_exam_the_plan_offers_another_day(
    driver: WindowDriver, days: int, words: str
) -> None:
    def play(dialog: ExamDialog) -> None:
        assert words in dialog.past.text()
        assert dialog.day.day == dialog.day.first + timedelta(days=27)
        assert dialog.none_button.isEnabled()

    exam_in(driver, days)
    in_plan(driver, play)


def test_before_an_exam_nothing_is_said_of_an_older_one(driver: WindowDriver) -> None:
    exam_in(driver, 5)
    in_plan(driver, lambda dialog: driver.qtbot.waitUntil(dialog.past.isHidden))


def test_where_all_days_are_off_the_plan_says_so(driver: WindowDriver) -> None:
    driver.window.workspace.plan = Plan(holidays=tuple(range(7)))
    said: list[str] = []
    in_plan(driver, lambda dialog: said.append(dialog.left_out.text()))
    assert said == ["All days until then are days off in your plan."]


def test_other_exams_take_their_share_of_the_minutes(driver: WindowDriver) -> None:
    driver.window.workspace.plan = Plan().with_exam("another", date(2099, 1, 1))

    def play(dialog: ExamDialog) -> None:
        assert "Other exams ahead take their share" in dialog.left_out.text()
        row = dialog.table.topLevelItem(0)
        assert row
        assert row.text(1) == "10"

    in_plan(driver, play)


def test_a_course_without_cards_has_only_a_day_to_plan(opens: OpenWindow, tmp_path: Path) -> None:
    driver = opens(written(course(topic()), tmp_path / "empty.db"))

    def play(dialog: ExamDialog) -> None:
        assert "no cards yet" in dialog.words.text()
        accept(dialog)

    in_plan(driver, play)
    assert sign_of(driver).button.text() == "exam in 28 days"


@pytest.mark.parametrize("panel", ["show_self_test", "show_note", "show_topics"])
def test_after_planning_one_is_where_one_was(driver: WindowDriver, panel: str) -> None:
    driver.do(panel)
    before = place_of(driver)
    assert before != "elsewhere"
    plan_to(driver, 41)
    assert place_of(driver) == before


def test_what_is_asked_while_a_dialog_is_in_front_has_the_focus_after_it(
    driver: WindowDriver,
) -> None:
    panel = driver.self_test.panel
    driver.do("show_self_test")
    driver.settle()
    dialog = QDialog(driver.window)
    button = QPushButton(dialog)
    dialog.open()
    dialog.activateWindow()
    button.setFocus()
    driver.qtbot.waitUntil(button.hasFocus)
    driver.window.study_panels.refresh()
    # What was asked before is gone before the window has the keys again.
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    dialog.close()
    driver.window.activateWindow()
    driver.settle()
    focused = driver.window.focusWidget()
    assert panel.question is not None
    assert focused is not None
    assert panel.question.isAncestorOf(focused)


def place_of(driver: WindowDriver) -> str:
    """Return which part of the window has the focus."""
    window, focused = driver.window, driver.window.focusWidget()
    assert focused
    self_test = window.study_panels.self_test
    assert self_test
    panels: dict[str, QWidget] = {
        "topics": window.topics_panel,
        "self-test": self_test,
        "view": window.note_panel.view,
        "note": window.note_panel,
    }
    return next((name for name, each in panels.items() if each.isAncestorOf(focused)), "elsewhere")


def test_a_course_that_was_added_can_be_read_at_once(
    driver: WindowDriver, small_pack: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    driver.do("show_self_test")
    chosen = (str(small_pack), "")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: chosen)
    driver.do("add_course")
    assert driver.window.note_panel.view.hasFocus()


def test_before_an_exam_the_ratings_say_that_the_plan_decides(driver: WindowDriver) -> None:
    plan_to(driver, 41)
    driver.self_test.panel.give_up()
    bar = driver.self_test.panel.rating_bar
    assert bar
    assert "plan to your exam" in " ".join(driver.self_test.texts())
    assert bar.buttons[Rating.AGAIN].text() == "1  Again"
    assert "plan to your exam" in described(bar.buttons[Rating.GOOD])


def test_a_topic_beyond_the_plan_says_what_is_planned_elsewhere(driver: WindowDriver) -> None:
    topics = driver.window.workspace.reader
    assert topics
    driver.choose_topic(topics.topics()[-1].id)
    plan_to(driver, 41, minutes=5)
    study = driver.window.workspace.study
    assert study
    assert study.due_counts() == (0, 0)
    count = sum(study.course_counts())
    assert driver.self_test.panel.head.counts.text() == f"Beyond the plan · {count} elsewhere"


def beyond_the_plan(driver: WindowDriver) -> str:
    """Choose a topic of which the plan asks nothing today, and return it."""
    reader = driver.window.workspace.reader
    assert reader
    topic = reader.topics()[-1].id
    driver.choose_topic(topic)
    driver.do("show_self_test")
    plan_to(driver, 41, minutes=5)
    driver.settle()
    return topic


def press_in_self_test(driver: WindowDriver, words: str) -> None:
    buttons = driver.self_test.panel.findChildren(QPushButton)
    QTest.keyClick(next(each for each in buttons if words in each.text()), Qt.Key.Key_Space)


def test_when_the_plan_asks_no_more_of_a_topic_one_may_go_on_there(driver: WindowDriver) -> None:
    topic = beyond_the_plan(driver)
    assert "asks no more of this topic" in " ".join(driver.self_test.texts())
    press_in_self_test(driver, "here")
    for _ in range(2):
        card = driver.self_test.panel.card
        assert card
        assert card.card.topic == topic
        driver.self_test.panel.give_up()
        driver.self_test.panel.rate(Rating.GOOD)


def test_when_the_plan_asks_no_more_of_a_topic_one_may_go_on_with_it_elsewhere(
    driver: WindowDriver,
) -> None:
    topic = beyond_the_plan(driver)
    press_in_self_test(driver, "today’s")
    panel = driver.self_test.panel
    assert panel.card
    assert panel.card.card.topic != topic
    assert driver.window.status.due.text() == panel.head.counts.text()
    assert "new cards come before" in panel.head.counts.toolTip()
    driver.window.study_panels.set_scope(topic)
    assert panel.topic == topic


def test_a_large_course_is_planned_beside_the_window(
    driver: WindowDriver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exam_queue, "_FEW_CARDS", 0)
    driver.do("show_self_test")
    plan_to(driver, 41)
    study = driver.window.workspace.study
    assert study
    driver.qtbot.waitUntil(lambda: study.is_planned)
    driver.settle()
    assert "for the exam" in driver.self_test.panel.head.counts.text()
    assert "new" in driver.window.status.due.text()
