"""The main job, from a topic to a card that is due, with each course that there is."""

from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMenu, QPushButton, QToolButton

from studyapp.domain.boards.board import Zone
from studyapp.domain.course import Link
from studyapp.domain.kinds.typed import TypedAnswer
from studyapp.domain.schedule.memory import Rating
from studyapp.paths import shipped_pack
from studyapp.services.course_building import build_course
from studyapp.store.pack import open_pack
from studyapp.ui.board.findings_view import FindingsView
from studyapp.ui.note.note_menu import NoteMenu
from tests.end_to_end.conftest import OpenWindow
from tests.window_driver import WindowDriver, texts_in

PLANTS = Path(__file__).parent.parent / "data" / "courses" / "photosynthesis"


@dataclass
class Job:
    """A board's factor in question, a cause of it, and what is put where it does not belong."""

    pack: Path
    topic: str
    right: Link
    wrong: Link


def job_of(pack: Path) -> Job:
    """Return a cause and a consequence of one factor, each with a passage of its own."""
    opened = open_pack(pack)
    links = opened.links()
    opened.close()
    for right in links:
        for wrong in links:
            meet = right.consequence == wrong.cause and right.topic == wrong.topic
            if meet and right.passage and wrong.passage and right.account == wrong.account:
                return Job(pack, right.topic, right, wrong)
    raise AssertionError("no factor has both a cause and a consequence with passages")


@pytest.fixture(scope="module", params=["ours", "plants"])
def job(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Job:
    if request.param == "ours":
        return job_of(shipped_pack())
    pack = tmp_path_factory.mktemp("plants") / "plants.studypack"
    build_course(PLANTS, pack)
    return job_of(pack)


def sorted_and_checked(driver: WindowDriver, job: Job) -> FindingsView:
    """Put the right cause and, as another, a consequence into Causes, by mouse, and check."""
    driver.choose_topic(job.topic)
    board = driver.choose_factor(job.right.consequence)
    board.drag(job.wrong.consequence, Zone.CAUSES, 0)
    board.drag(job.right.cause, Zone.CAUSES, 1)
    board.panel.zones.footer.check_button.click()
    driver.settle()
    return board.panel.zones.findings


def test_a_check_says_of_each_card_why(opens: OpenWindow, job: Job) -> None:
    driver = opens(job.pack)
    findings = sorted_and_checked(driver, job)
    kinds = {found.factor: found.kind.value for found in driver.board.model.findings}
    assert kinds[job.right.cause] == "right"
    assert kinds[job.wrong.consequence] != "right"
    said = " ".join(texts_in(findings))
    assert job.wrong.because in said


def test_a_finding_leads_to_its_passage_in_the_note(opens: OpenWindow, job: Job) -> None:
    driver = opens(job.pack)
    findings = sorted_and_checked(driver, job)
    model = driver.board.model
    shown = next(found for found in model.findings if found.passage)
    title = model.factor(shown.factor).title
    named = f"Show passage on {title}"
    buttons = findings.findChildren(QToolButton)
    next(button for button in buttons if button.accessibleName() == named).click()
    driver.settle()
    reader = driver.window.workspace.reader
    assert reader is not None
    entry = reader.passage(shown.passage or "")
    assert entry is not None
    assert entry.text in driver.marked_words()


def test_the_wrong_link_is_asked_first_and_its_answer_is_kept(opens: OpenWindow, job: Job) -> None:
    driver = opens(job.pack)
    sorted_and_checked(driver, job)
    faults = driver.board.model.called_in()
    test = driver.self_test
    asked = test.asked_card()
    assert asked in faults
    test.answer("Because I do not know.")
    driver.press("1")
    assert memories(driver) == {asked: 1}


def test_all_is_still_there_after_a_restart(opens: OpenWindow, job: Job) -> None:
    driver = opens(job.pack)
    sorted_and_checked(driver, job)
    test = driver.self_test
    test.answer("Because I do not know.")
    driver.press("3")
    zones, kept = driver.board.zones(), memories(driver)
    assert list(kept.values()) == [3]
    driver.close()
    again = opens(job.pack)
    assert again.window.topic == job.topic
    board = again.choose_factor(job.right.consequence)
    assert (board.zones(), memories(again)) == (zones, kept)


def test_an_answer_is_taken_back_by_ctrl_z(opens: OpenWindow, job: Job) -> None:
    driver = opens(job.pack)
    sorted_and_checked(driver, job)
    test = driver.self_test
    asked = test.asked()
    test.answer("Because.")
    driver.press(str(int(Rating.GOOD)))
    assert test.asked() != asked
    driver.press("Ctrl+Z")
    assert test.asked() == asked


def test_an_answer_that_was_begun_outlives_new_colours_and_a_check(
    opens: OpenWindow, job: Job
) -> None:
    driver = opens(job.pack)
    sorted_and_checked(driver, job)
    test = driver.self_test
    asked = test.asked()
    driver.type("It was because")
    driver.window.theme.use("dark")
    driver.board.panel.check()
    assert test.asked() == asked
    assert test.panel.question is not None
    assert test.panel.question.given() == TypedAnswer("It was because")


def test_undo_takes_back_what_is_in_sight(opens: OpenWindow, job: Job) -> None:
    driver = opens(job.pack)
    sorted_and_checked(driver, job)
    test = driver.self_test
    test.answer("Because.")
    driver.press("3")
    driver.window.study_panels.board_dock.focus()
    driver.press("Ctrl+Z")
    assert job.right.cause in driver.board.zones()[Zone.TRAY]
    assert len(memories(driver)) == 1


def memories(driver: WindowDriver) -> dict[str, int]:
    progress = driver.window.workspace._progress
    assert progress is not None
    return {
        entry.subject: entry.rating or 0 for entry in progress.entries() if entry.type == "review"
    }


def test_everything_is_asked_in_one_queue_until_a_topic_is_chosen(
    opens: OpenWindow, small_pack: Path, tmp_path: Path
) -> None:
    plants = tmp_path / "plants.studypack"
    build_course(PLANTS, plants)
    driver = opens(small_pack, plants)
    driver.press("Ctrl+Shift+T")
    panel = driver.self_test.panel
    assert panel.head.counts.text() == "0 due · 20 new, in all courses"
    for _ in range(20):
        driver.settle()
        if "How plants make food" in texts_in(panel):
            break
        panel.give_up()
        panel.rate(4)
    assert "How plants make food" in texts_in(panel)
    panel.give_up()
    driver.settle()
    ways = panel.findChildren(QPushButton, "show-passage")
    assert not [way for way in ways if way.isVisible()]
    panel.rate(3)
    driver.press("Ctrl+T")
    assert "in all courses" not in panel.head.counts.text()


def test_a_passage_leads_to_its_questions_and_factors(opens: OpenWindow, small_pack: Path) -> None:
    driver = opens(small_pack)
    panel = driver.note
    place = panel.view.document().find("Molotov")
    at = panel.view.viewport().mapToGlobal(panel.view.cursorRect(place).center())
    menu = NoteMenu(panel, "", at)
    asks, sorts = (each for each in menu.findChildren(QMenu) if each.title())
    assert [act.text() for act in asks.actions()] == [
        "Who signed the treaty?",
        "Why did “Yalta agreement” lead to “Treaty of 1945”?",
        "What followed from “Yalta agreement”?",
    ]
    asks.actions()[1].trigger()
    driver.settle()
    assert driver.self_test.asked_card().endswith("#why")
    assert driver.self_test.panel.isVisible()
    assert [act.text() for act in sorts.actions()] == ["Yalta agreement", "Treaty of 1945"]
    sorts.actions()[1].trigger()
    driver.settle()
    assert driver.board.panel.isVisible()
    assert driver.board.model.board
    assert driver.board.model.factor(driver.board.model.board.focus).title == "Treaty of 1945"
