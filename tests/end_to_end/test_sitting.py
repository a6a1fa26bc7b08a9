"""A whole sitting by keys alone, with every kind of question, and read by a screen reader."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from studyapp.domain.course import Course, KeyPoint, Question
from studyapp.domain.kinds.choice import Choice, Option
from studyapp.domain.kinds.kind import AnyContent
from studyapp.domain.kinds.matching import Matching
from studyapp.domain.kinds.number import Number
from studyapp.domain.kinds.ordering import Ordering
from studyapp.domain.kinds.placing import Item
from studyapp.domain.kinds.source import Source
from studyapp.domain.kinds.statement import Statement
from studyapp.domain.kinds.truth import Truth
from studyapp.domain.log import FINDING, NewEntry
from studyapp.domain.schedule.practising import Wanted
from studyapp.store.progress import open_progress
from studyapp.ui.self_test.question_views.table import VIEWS
from tests import builders
from tests.accessible import faults
from tests.clocks import StandingClock
from tests.end_to_end.conftest import OpenWindow
from tests.packs import written
from tests.ui.self_test.test_planning import ASKED as ESSAY
from tests.ui.self_test.test_weighing import SOURCE, STATEMENT
from tests.window_driver import WindowDriver

ABOUT = builders.paragraph("Molotov and Wang Shijie signed the treaty in Moscow.")
MORE: dict[str, AnyContent] = {
    "Choose": Choice((Option("a loan", True), Option("Taiwan", False))),
    "Decide": Truth(False, (KeyPoint("repaid"),)),
    "Count": Number(270e6, 330e6, "300 million ± 10 %"),
    "Match": Matching((Item("Molotov", ("USSR",)), Item("Wang", ("China",))), ("USSR", "China")),
    "Order": Ordering(("Yalta", "Treaty", "War")),
}
TREATY, PORTS = "Treaty of 1945", "Ports shared"


def question(prompt: str, content: AnyContent) -> Question:
    ids = builders.full_id("question", prompt), builders.full_id("topic", builders.TOPIC)
    return Question(*ids, prompt, content, "So it was.", None)


def course_of_every_kind() -> Course:
    return builders.course(
        builders.theme("Land"),
        builders.theme("Faith"),
        builders.topic(builders.TOPIC, ABOUT),
        builders.factor("Yalta agreement", "1945-02-11", themes=["Land"]),
        builders.factor(TREATY, "1945-08-14", themes=["Faith"]),
        builders.factor(PORTS, None, themes=["Land"]),
        builders.link("Yalta agreement", TREATY, "it was promised", passage=ABOUT.id),
        builders.distractor(PORTS, TREATY),
        *(question(prompt, content) for prompt, content in MORE.items()),
        ESSAY,
        *(_with_no_evidence(each) for each in (SOURCE, STATEMENT)),
    )


def _with_no_evidence(asked: Question) -> Question:
    """Return a question whose evidence rests on no passage of another course."""
    assert isinstance(asked.content, Source | Statement)
    evidence = tuple(each._replace(passage=None) for each in asked.content.evidence)
    return asked._replace(content=replace(asked.content, evidence=evidence))


@pytest.fixture
def driver(opens: OpenWindow, home: Path, tmp_path: Path) -> WindowDriver:
    """A window with a course of every kind, in which one trap has been fallen for."""
    held = course_of_every_kind()
    home.mkdir()
    with closing(open_progress(home / "progress.db", StandingClock(), "here")) as progress:
        progress.append(NewEntry(FINDING, f"{held.distractors[0].id}#does"))
    return opens(written(held, tmp_path / "every.studypack"))


def _choose(driver: WindowDriver) -> None:
    driver.press("1", "Return")


def _decide(driver: WindowDriver) -> None:
    driver.press("2", "Return")
    driver.type("repaid")
    driver.press("Return")


def _type(driver: WindowDriver) -> None:
    driver.type("1945")
    driver.press("Return")


def _place(driver: WindowDriver) -> None:
    driver.press("Down", "Return")


def _order(driver: WindowDriver) -> None:
    driver.press("Alt+Down", "Return")


def _plan(driver: WindowDriver) -> None:
    driver.type("He got the ports")
    driver.press("Return", "Ctrl+Return")


def _weigh(driver: WindowDriver) -> None:
    driver.type("an eyewitness")
    driver.press("Return")
    driver.type("none")
    driver.press("Return")


def _judge(driver: WindowDriver) -> None:
    driver.press("Space", "Down", "Return")
    driver.type("He waited")
    driver.press("Return", "Return")


ANSWERS: dict[str, Callable[[WindowDriver], None]] = {
    "choice": _choose,
    "yes-no": _choose,
    "truth": _decide,
    "typed": _type,
    "number": _type,
    "date": _type,
    "followed": _type,
    "matching": _place,
    "grouping": _place,
    "ordering": _order,
    "essay": _plan,
    "source": _weigh,
    "statement": _judge,
}


def test_a_sitting_with_every_kind_of_question_needs_keys_alone(driver: WindowDriver) -> None:
    driver.press("Ctrl+T")
    panel, met = driver.self_test.panel, []
    while panel.card:
        met.append(panel.card.kind)
        ANSWERS[panel.card.kind](driver)
        assert panel.marked, f"{met[-1]} was not handed in"
        driver.press("4")
        assert not panel.marked, f"{met[-1]} was not rated"
    assert set(met) == set(VIEWS)
    assert "Nothing is due in this topic now." in "\n".join(driver.self_test.texts())


def test_who_is_asked_how_sure_they_are_needs_one_more_key(driver: WindowDriver) -> None:
    driver.window.preferences.asks_confidence = True
    driver.press("Ctrl+T")
    panel = driver.self_test.panel
    while panel.card:
        ANSWERS[panel.card.kind](driver)
        if panel.confiding.bar:
            driver.press("3")
        assert panel.marked
        driver.press("4")
    assert panel.session


def test_a_screen_reader_finds_a_name_and_a_role_in_every_state(
    driver: WindowDriver, reader: None
) -> None:
    driver.window.preferences.asks_confidence = True
    driver.press("Ctrl+T")
    panel, wrong = driver.self_test.panel, dict[str, list[str]]()
    while panel.card:
        kind = panel.card.kind
        wrong[f"{kind}, asked"] = faults(panel)
        ANSWERS[kind](driver)
        if panel.confiding.bar:
            wrong[f"{kind}, sure"] = faults(panel)
            driver.press("2")
        wrong[f"{kind}, marked"] = faults(panel)
        driver.press("4")
    assert {state: found for state, found in wrong.items() if found} == {}


def test_new_cards_are_previewed_by_keys_alone(driver: WindowDriver) -> None:
    driver.press("Ctrl+T", "Ctrl+Shift+N")
    panel = driver.self_test.panel
    assert panel.session
    count = len(panel.session.to_practise(Wanted.NEW))
    for _ in range(count):
        assert panel.marked
        driver.press("2")
    assert f"New cards that you have looked at: {count}." in "\n".join(driver.self_test.texts())
    driver.press("Return")
    assert panel.question


def test_cards_are_crammed_by_keys_alone_and_escape_ends_it(driver: WindowDriver) -> None:
    driver.press("Ctrl+T")
    driver.in_dialog(lambda: driver.press("Ctrl+Shift+Q"), lambda dialog: dialog.accept())
    driver.window.activateWindow()
    driver.settle()
    assert "Practice: your schedule stays as it is" in driver.self_test.texts()
    panel = driver.self_test.panel
    for _ in range(2):
        assert panel.card
        ANSWERS[panel.card.kind](driver)
        driver.press("2")
    driver.press("Escape")
    assert "You had 2 of 2 right the first time." in "\n".join(driver.self_test.texts())


def test_an_answer_is_taken_back_after_the_window_was_closed(
    opens: OpenWindow, driver: WindowDriver, tmp_path: Path
) -> None:
    driver.press("Ctrl+T")
    first = driver.self_test.asked_card()
    assert driver.self_test.panel.card
    ANSWERS[driver.self_test.panel.card.kind](driver)
    driver.press("4")
    driver.close()
    again = opens(tmp_path / "every.studypack")
    again.press("Ctrl+T", "Ctrl+Z")
    assert again.self_test.asked_card() == first
