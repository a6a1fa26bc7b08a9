"""The panel: what is in question, checking, findings, and what is said when there is nothing."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from studyapp.domain.boards.board import Zone
from studyapp.domain.boards.marking import FindingKind
from studyapp.domain.messages import N_
from studyapp.errors import PackError, ProgressError
from studyapp.services.boards.board_session import BoardSession
from studyapp.ui.board.board_panel import BoardPanel
from studyapp.ui.look.theme import Theme
from tests.board_driver import BoardDriver
from tests.builders import TOPIC, full_id
from tests.ui.board.conftest import FOCUS, PASSAGE, named

PLACED = {
    "Yalta agreement": (Zone.CAUSES, FindingKind.RIGHT),
    "Fear of Japan": (Zone.CAUSES, FindingKind.DEFENSIBLE),
    "Korean War": (Zone.CAUSES, FindingKind.REVERSED),
    "Treaty of 1945": (Zone.CAUSES, FindingKind.DISTRACTOR),
}


def place_some(driver: BoardDriver) -> None:
    for title, (zone, _kind) in PLACED.items():
        driver.keys(named(title), zone)


def sentences(driver: BoardDriver) -> str:
    return "\n".join(label.text() for label in driver.panel.zones.findings.findChildren(QLabel))


def test_each_placed_card_gets_its_mark_and_word(driver: BoardDriver) -> None:
    place_some(driver)
    driver.panel.check()
    faces = {title: driver.scene.cards[named(title)].face for title in PLACED}
    assert {title: face.mark_text for title, face in faces.items()} == {
        "Yalta agreement": "✓ Right",
        "Fear of Japan": "◇ Defensible",
        "Korean War": "✗ Reversed",
        "Treaty of 1945": "✗ Not so",
    }


def test_the_findings_say_why_in_a_sentence_what_is_to_mend_first(driver: BoardDriver) -> None:
    place_some(driver)
    driver.panel.check()
    said = sentences(driver)
    assert driver.panel.zones.findings.isVisible()
    assert "“Korean War” led to" not in said.split("The other way round")[0]
    for words in (
        "The other way round: “Treaty of 1950” led to “Korean War”.",
        "Tempting: both are in the same book. But: it came five years later.",
        "✗ Missing: Victory of 1949\n“Victory of 1949” led to “Treaty of 1950”",
        "this can be defended: “Fear of Japan” led to “Treaty of 1950”",
        "“Yalta agreement” led to “Treaty of 1950”",
    ):
        assert words in said
    assert said.index("The other way round") < said.index("defended") < said.index("✓ Right")


def test_the_summary_counts_right_defensible_and_to_mend(driver: BoardDriver) -> None:
    place_some(driver)
    driver.panel.check()
    assert driver.panel.zones.footer.summary.text() == "1 right, 1 defensible, 4 not right yet"


def test_what_can_be_defended_never_looks_wrong(driver: BoardDriver) -> None:
    place_some(driver)
    driver.panel.check()
    mark = driver.scene.cards[named("Fear of Japan")].face.mark
    assert mark
    assert (mark.sign, mark.role) == ("◇", "defensible")


def test_show_passage_asks_for_the_passage(driver: BoardDriver, qtbot: QtBot) -> None:
    place_some(driver)
    driver.panel.check()
    [button] = driver.panel.zones.findings.findChildren(QToolButton)
    with qtbot.waitSignal(driver.panel.passage_requested) as asked:
        button.click()
    assert asked.args == [PASSAGE.id]


def hints(driver: BoardDriver, count: int) -> list[str]:
    told = []
    for _ in range(count):
        driver.panel.zones.footer.hint_button.click()
        told.append(driver.panel.zones.footer.summary.text())
    return told


def test_a_hint_says_where_then_what_then_why(driver: BoardDriver, said: list[str]) -> None:
    driver.keys(named("Treaty of 1945"), Zone.CAUSES)
    assert hints(driver, 3) == [
        "Something in “Causes” does not belong there.",
        "Think again about “Treaty of 1945”.",
        "Tempting: both are in the same book. But: it came five years later.",
    ]
    assert said[-1] == driver.panel.zones.footer.summary.text()
    assert driver.model.findings == ()


def test_a_hint_leads_to_the_passage_where_there_is_one(driver: BoardDriver, qtbot: QtBot) -> None:
    driver.keys(named("Victory of 1949"), Zone.CONSEQUENCES)
    hints(driver, 2)
    with qtbot.waitSignal(driver.panel.passage_requested) as asked:
        assert hints(driver, 1) == ["Read the passage that shows where “Victory of 1949” belongs."]
    assert asked.args == [PASSAGE.id]


def test_what_is_still_in_the_tray_is_hinted_at(driver: BoardDriver) -> None:
    assert hints(driver, 1) == ["Something in the tray belongs on the board."]
    assert hints(driver, 1)[0].startswith("Does “")


def test_checking_says_how_many_cards_it_calls_in(driver: BoardDriver, qtbot: QtBot) -> None:
    place_some(driver)
    with qtbot.waitSignal(driver.panel.cards_called_in) as called:
        driver.panel.zones.footer.check_button.click()
    # Korean War the wrong way round, two missing, and a trap.
    assert called.args == [4]


def test_nothing_placed_is_nothing_to_check(driver: BoardDriver) -> None:
    assert not driver.panel.zones.footer.check_button.isEnabled()
    driver.panel.check()
    assert driver.model.findings == ()


def test_moving_a_checked_card_takes_its_finding_away(driver: BoardDriver) -> None:
    place_some(driver)
    driver.panel.check()
    driver.keys(named("Korean War"), Zone.CONSEQUENCES)
    assert driver.scene.cards[named("Korean War")].face.mark is None
    assert "The other way round" not in sentences(driver)


def test_undo_and_redo_walk_back_and_forth(driver: BoardDriver) -> None:
    start = driver.zones()
    place_some(driver)
    placed = driver.zones()
    for _ in PLACED:
        driver.panel.zones.toolbar.undo_button.click()
    assert driver.zones() == driver.painted() == start
    assert not driver.panel.zones.toolbar.undo_button.isEnabled()
    for _ in PLACED:
        driver.panel.zones.toolbar.redo_button.click()
    assert driver.zones() == driver.painted() == placed


def test_starting_again_empties_the_board_and_can_be_undone(driver: BoardDriver) -> None:
    place_some(driver)
    driver.panel.check()
    placed, marks = driver.zones(), driver.model.findings
    driver.panel.zones.footer.again_button.click()
    assert driver.model.placed() == ()
    driver.panel.undo()
    assert (driver.zones(), driver.model.findings) == (placed, marks)
    assert driver.panel.zones.findings.isVisible()


def test_moves_and_checks_are_said_aloud(driver: BoardDriver, said: list[str]) -> None:
    driver.keys(named("Yalta agreement"), Zone.CAUSES)
    assert said[-1] == "Yalta agreement is in Causes now, 1 of 1."
    driver.panel.undo()
    assert said[-1].startswith("Yalta agreement is in Tray now, ")
    driver.panel.redo()
    driver.panel.check()
    assert said[-1] == "1 right, 3 not right yet. 3 questions come back in the self-test."


def test_starting_again_is_said_once(driver: BoardDriver, said: list[str]) -> None:
    place_some(driver)
    said.clear()
    driver.panel.zones.start_again()
    assert said == ["Everything is back in the tray."]


def test_a_card_one_walks_to_is_said_aloud(driver: BoardDriver, said: list[str]) -> None:
    driver.scene.focus_card(named("Fear of Japan"))
    assert said[-1] == "Fear of Japan, in Tray"


def test_choosing_another_factor_opens_its_board(driver: BoardDriver) -> None:
    box = driver.panel.chooser.box
    row = next(row for row in range(box.count()) if box.itemData(row) == named("Soviet loan"))
    assert box.itemText(row) == "Soviet loan, 14 February 1950"
    box.setCurrentIndex(row)
    box.activated.emit(row)
    assert driver.model.board is not None
    assert driver.model.board.focus == named("Soviet loan")
    assert set(driver.scene.cards) == {named(FOCUS)}


def test_a_topic_without_causes_offers_one_that_has(panel: BoardPanel, qtbot: QtBot) -> None:
    panel.set_scope(full_id("topic", "Nothing to sort"))
    assert panel.empty.label.text() == "This topic has no causes to sort."
    with qtbot.waitSignal(panel.topic_requested) as asked:
        panel.empty.button.click()
    assert asked.args == [full_id("topic", TOPIC)]


def test_without_a_course_the_panel_says_what_it_is_for(panel: BoardPanel) -> None:
    panel.set_session(None)
    assert panel.empty.isVisible()
    assert panel.empty.label.text().startswith("Open a course")


def test_a_hidden_panel_opens_its_board_once_shown(qtbot: QtBot, session: BoardSession) -> None:
    panel = BoardPanel(Theme())
    qtbot.addWidget(panel)
    panel.set_session(session)
    panel.set_scope(full_id("topic", TOPIC))
    assert panel.model.board is None
    panel.show()
    assert panel.model.board is not None


def test_a_window_that_keeps_nothing_says_so(
    qtbot: QtBot, session: BoardSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(BoardSession, "read_only", True)
    panel = BoardPanel(Theme())
    qtbot.addWidget(panel)
    panel.set_session(session)
    panel.set_scope(full_id("topic", TOPIC))
    panel.show()
    assert "not kept" in panel.zones.footer.summary.text()


def test_what_cannot_be_kept_is_refused_in_a_sentence(
    driver: BoardDriver, session: BoardSession, monkeypatch: pytest.MonkeyPatch, said: list[str]
) -> None:
    def full(*_: object) -> None:
        raise ProgressError(N_("The disk is full."))

    monkeypatch.setattr(session, "move", full)
    before = driver.zones()
    driver.drag(named("Yalta agreement"), Zone.CAUSES, 0)
    assert driver.zones() == driver.painted() == before
    assert said[-1] == driver.panel.zones.footer.summary.text() == "The disk is full."


def test_a_course_that_cannot_be_read_is_said_in_place_of_the_board(
    driver: BoardDriver, session: BoardSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    def damaged(*_: object) -> None:
        raise PackError(N_("The course is damaged."))

    monkeypatch.setattr(session, "offered", damaged)
    driver.panel.set_scope(full_id("topic", "Nothing to sort"))
    assert driver.panel.empty.label.text() == "The course is damaged."
    assert not driver.scene.cards


def test_the_tab_key_walks_from_top_to_bottom(driver: BoardDriver) -> None:
    place_some(driver)
    driver.panel.zones.toolbar.outline_button.click()
    stops: list[QWidget] = []
    stop: QWidget | None = driver.panel.chooser.way_box.nextInFocusChain()
    while stop and stop is not driver.panel.chooser.way_box:
        if stop.isVisible() and stop.focusPolicy() & Qt.FocusPolicy.TabFocus:
            stops.append(stop)
        stop = stop.nextInFocusChain()
    tops = [stop.mapTo(driver.panel, QPoint(0, 0)).y() for stop in stops]
    assert driver.outline in stops
    assert tops == sorted(tops)


def test_colours_follow_the_theme(driver: BoardDriver) -> None:
    place_some(driver)
    driver.panel.check()
    light = driver.panel.zones.legend.text()
    driver.panel._theme.use("dark")
    assert driver.panel.zones.legend.text() != light


def test_narrow_findings_lie_below_and_wide_ones_beside(driver: BoardDriver) -> None:
    place_some(driver)
    driver.panel.check()
    assert driver.panel.zones.findings.x() == driver.panel.zones.views.x()
    driver.panel.resize(1000, 700)
    assert driver.panel.zones.findings.x() > driver.panel.zones.views.x()
