"""The progress panel in the real window: by keys, for a screen reader, on paper and in a file."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from studyapp.cli import main
from studyapp.domain.log import REVIEW, NewEntry
from studyapp.services.progress.statistics import Gathered, Scope, gather
from studyapp.ui.panels import in_sight
from studyapp.ui.progress.progress_panel import ProgressPanel
from tests.accessible import faults
from tests.builders import full_id
from tests.end_to_end.conftest import OpenWindow
from tests.end_to_end.test_accessibility import nameless
from tests.window_driver import WindowDriver

WHY = full_id("link", "Yalta agreement Treaty of 1945") + "#why"
LATER = full_id("link", "Treaty of 1945 Port Arthur returned") + "#why"


@pytest.fixture
def driver(opens: OpenWindow, small_pack: Path) -> WindowDriver:
    return opens(small_pack)


def shown(driver: WindowDriver) -> ProgressPanel:
    driver.press("Ctrl+6")
    driver.settle()
    panel = driver.window.study_panels.progress
    assert panel is not None
    assert in_sight(panel)
    return panel


def answer_wrongly(driver: WindowDriver, *cards: str) -> None:
    progress = driver.window.workspace._progress
    assert progress
    for card in cards:
        progress.append(NewEntry(REVIEW, card, {"confidence": 90}, 1, 0.0, 9000))


def test_the_panel_is_made_when_it_is_first_shown(driver: WindowDriver) -> None:
    assert driver.window.study_panels.progress is None
    panel = shown(driver)
    assert panel.isAncestorOf(QApplication.focusWidget() or driver.window)


def test_an_answer_in_the_self_test_shows_in_the_figures(driver: WindowDriver) -> None:
    assert driver.self_test.asked()
    driver.press("1", "Return", "3")
    assert "answers: 1" in shown(driver).views["hours"].said.text()


STATES: dict[str, Callable[[ProgressPanel], object]] = {
    "pictures": lambda panel: panel.show_tables(False),
    "tables": lambda panel: panel.show_tables(True),
    "a scope without figures": lambda panel: panel.set_workspace(None, "Why."),
}


@pytest.mark.usefixtures("reader")
def test_all_that_does_something_has_a_name_in_every_state(driver: WindowDriver) -> None:
    answer_wrongly(driver, WHY, LATER)
    panel = shown(driver)
    found: dict[str, list[str]] = {}
    for state, reach in STATES.items():
        reach(panel)
        driver.settle()
        found[state] = [*faults(panel), *nameless(panel)]
    assert {state: wrong for state, wrong in found.items() if wrong} == {}


def test_tab_goes_down_the_column_and_scrolls_to_each_picture(driver: WindowDriver) -> None:
    answer_wrongly(driver, WHY, LATER)
    panel = shown(driver)
    wanted = [view.chart for view in panel.views.values() if view.stop()]
    reached: list[QWidget | None] = []
    panel.head.test_button.setFocus()
    for _ in wanted:
        driver.press("Tab")
        reached.append(QApplication.focusWidget())
        assert reached[-1] is not None
        assert in_sight(reached[-1])
    assert reached == wanted


def test_a_weak_link_leads_to_its_passage_or_is_asked(driver: WindowDriver) -> None:
    answer_wrongly(driver, LATER, WHY, WHY)
    panel = shown(driver)
    web = panel.views["links"].chart
    assert web is not None
    web.setFocus()
    driver.press("Home", "Return")
    assert driver.window.is_visiting
    web.setFocus()
    driver.press("End", "Return")
    self_test = driver.window.study_panels.self_test
    assert self_test is not None
    assert self_test.card is not None
    assert self_test.card.card.id == LATER


def test_test_me_asks_what_the_figures_are_of(driver: WindowDriver) -> None:
    panel = shown(driver)
    panel.head.test_button.click()
    driver.settle()
    self_test = driver.window.study_panels.self_test
    assert self_test is not None
    assert in_sight(self_test)
    assert self_test.card is not None


def test_test_me_asks_the_course_that_the_figures_are_of(driver: WindowDriver) -> None:
    panel, self_test = shown(driver), driver.window.study_panels.self_test
    assert self_test is not None
    for scope, whole, everywhere in (
        (Scope.COURSE, True, False),
        (Scope.ALL, False, True),
        (Scope.TOPIC, False, False),
    ):
        panel.head.show_scope(scope.value)
        panel.head.test_button.click()
        driver.settle()
        assert (self_test.asks_course, self_test.asks_everything) == (whole, everywhere)
        assert self_test.card is not None
        driver.window.study_panels.progress_dock.focus()


def test_the_tables_are_written_to_a_file(
    driver: WindowDriver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer_wrongly(driver, WHY)
    shown(driver)
    path = tmp_path / "mine.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(path), ""))
    driver.press("Ctrl+Shift+V")
    text = path.read_text(encoding="utf-8-sig")
    assert "Yalta agreement → Treaty of 1945,1,0," in text
    assert driver.window.statusBar().currentMessage() == "Your progress is in mine.csv now."


def test_without_figures_it_says_where_they_are(driver: WindowDriver) -> None:
    driver.do("export_progress")
    assert "Go to your progress first" in driver.window.notice.text()


def test_a_second_window_shows_figures_and_keeps_nothing(
    opens: OpenWindow, driver: WindowDriver, small_pack: Path
) -> None:
    answer_wrongly(driver, WHY)
    second = opens(small_pack)
    assert not second.window.workspace.can_write
    assert "answers: 1" in shown(second).views["hours"].said.text()


def test_what_is_counted_for_a_course_that_was_left_is_not_shown(
    driver: WindowDriver, monkeypatch: pytest.MonkeyPatch
) -> None:
    panel = shown(driver)
    left: list[bool] = []

    def watched(*given: object) -> Gathered:
        left.append(True)
        return gather(*given)  # type: ignore[arg-type]

    monkeypatch.setattr("studyapp.ui.progress.progress_panel.gather", watched)
    panel.refresh()
    driver.window.close_course()
    driver.settle()
    assert left
    assert panel.gathered is None
    assert "Open a course" in panel.empty.label.text()


def test_the_command_line_reports_the_same(
    driver: WindowDriver,
    home: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    answer_wrongly(driver, WHY)
    driver.close()
    monkeypatch.setenv("STUDYAPP_HOME", str(home))
    assert main(["progress", "report"]) == 0
    assert "In all it is 1 min; answers: 1." in capsys.readouterr().out
    assert main(["progress", "report", "--to", str(tmp_path / "all.csv")]) == 0
    assert "Weakest links" in (tmp_path / "all.csv").read_text(encoding="utf-8-sig")
