"""What a screen reader finds on the board, in every way of working and in every state of it.

The web and the timeline have tests of their own beside this one.
"""

from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QComboBox

from studyapp.domain.boards.board import Zone
from studyapp.domain.boards.ways import ORDER, Way
from studyapp.domain.messages import say
from studyapp.ui.board import wording
from studyapp.ui.board.board_panel import BoardPanel
from studyapp.ui.board.marks import MARKS, word_of
from tests.accessible import faults, rows_of
from tests.end_to_end.conftest import OpenWindow
from tests.window_driver import WindowDriver

pytestmark = pytest.mark.usefixtures("reader")
# The web has views of its own.
SORTING = [way for way in Way if way is not Way.WEB]


@pytest.fixture
def driver(opens: OpenWindow, our_pack: Path) -> WindowDriver:
    """A window at a topic that has something for every way of working."""
    made = opens(our_pack)
    session, reader = made.window.workspace.board, made.window.workspace.reader
    assert session is not None
    assert reader is not None
    rich = (topic.id for topic in reader.topics() if len(session.ways(topic.id)) == len(Way))
    made.choose_topic(next(rich))
    assert made.board.panel.isVisible()
    return made


def rows(panel: BoardPanel) -> list[str]:
    """Return the names of the outline's rows, those out of sight too."""
    assert panel.zones.outline is not None
    return rows_of(panel.zones.outline)


def place_all(panel: BoardPanel) -> None:
    model = panel.model
    for factor in model.factors_in(Zone.TRAY):
        zones = (zone for zone in model.zones if zone != Zone.TRAY)
        model.move(factor, next(zone for zone in zones if model.has_room(factor, zone)))


@pytest.mark.parametrize("way", SORTING)
def test_all_that_does_something_has_a_name_in_every_state(driver: WindowDriver, way: Way) -> None:
    panel = driver.board.panel
    panel.work_by(way)
    found: dict[str, list[str]] = {}

    def look(state: str) -> None:
        for outline in (False, True):
            panel.zones.show_outline(outline)
            driver.settle()
            found[f"{state}, {outline=}"] = faults(panel)

    look("nothing placed")
    panel.hint()
    look("a hint")
    place_all(panel)
    look("all placed")
    assert panel.zones.defending.isVisible() == (way in (Way.RANK, Way.WHAT_IF))
    panel.check()
    look("checked")
    assert panel.zones.outline is not None
    panel.zones.outline.select(panel.model.placed()[0])
    driver.settle()
    found["a row selected"] = faults(panel)
    assert {state: wrong for state, wrong in found.items() if wrong} == {}


@pytest.mark.parametrize("way", SORTING)
def test_each_row_says_where_its_factor_is_and_what_was_found(
    driver: WindowDriver, way: Way
) -> None:
    panel = driver.board.panel
    panel.work_by(way)
    panel.zones.show_outline(True)
    told = [expected_rows(panel)]
    for step in (lambda: place_all(panel), panel.check, panel.undo):
        step()
        driver.settle()
        told.append(expected_rows(panel))
        assert rows(panel) == told[-1]
    assert told[0] != told[1] != told[3]
    assert (told[1] != told[2]) == (way is not Way.RANK)


def expected_rows(panel: BoardPanel) -> list[str]:
    """Return each zone with its number of factors, and below it each factor with all of it."""
    model, expected = panel.model, []
    for zone in model.zones:
        held, name = model.factors_in(zone), wording.name_of(model, zone)
        count = "one factor" if len(held) == 1 else f"{len(held)} factors"
        expected.append(f"{name}, {count}")
        for at, factor in enumerate(held, 1):
            finding, title = model.finding(factor), wording.title_and_date(model.factor(factor))
            in_order = f"{at} of {len(held)} in order of time"
            row = f"{title}, {in_order if zone == ORDER else f'in {name}'}"
            said = f", {word_of(MARKS[finding.kind]).lower()}: " if finding else ""
            expected.append(row + said + (say(finding.reason) if finding else ""))
    return expected


def test_the_box_of_what_is_asked_about_has_the_question_as_its_label(driver: WindowDriver) -> None:
    chooser = driver.board.panel.chooser
    box = QAccessible.queryAccessibleInterface(chooser.box)
    assert box is not None
    labels = [
        other.text(QAccessible.Text.Name)
        for other, _how in box.relations(QAccessible.RelationFlag.Label)
    ]
    assert labels == [chooser.label.text()]


def test_the_themes_are_told_without_their_bars(driver: WindowDriver) -> None:
    legend = QAccessible.queryAccessibleInterface(driver.board.panel.zones.legend)
    assert legend is not None
    assert legend.text(QAccessible.Text.Name).startswith("Themes: Territory, ")


def test_the_introduction_has_names_in_every_step(opens: OpenWindow, our_pack: Path) -> None:
    panel = opens(our_pack, is_newcomer=True).board.panel
    strip = panel.zones.introducing.strip
    assert strip is not None
    for _ in range(3):
        assert faults(panel) == []
        strip.next_button.click()


def test_a_board_without_a_topic_to_sort_has_a_name(opens: OpenWindow, small_pack: Path) -> None:
    driver = opens()
    assert faults(driver.board.panel) == []
    panel = opens(small_pack).board.panel
    panel.empty.offer(None)
    panel._pages.setCurrentIndex(0)
    assert faults(panel) == []


def test_a_board_of_which_nothing_is_kept_has_names(opens: OpenWindow, our_pack: Path) -> None:
    opens(our_pack)
    panel = opens(our_pack).board.panel
    place_all(panel)
    panel.check()
    assert "not kept" in panel.zones.footer.summary.text()
    assert faults(panel) == []


def test_what_has_no_name_is_found(driver: WindowDriver) -> None:
    panel = driver.board.panel
    panel.zones.toolbar.undo_button.setText("")
    QComboBox(panel.chooser).show()
    assert faults(panel) == ["ComboBox QComboBox", "Button QToolButton"]
