"""Several boards of one question in the panel: which is open, what the menu does, what is said."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QMenu
from pytestqt.qtbot import QtBot

from studyapp.domain.boards.board import Zone
from studyapp.domain.boards.ways import ORDER, Way, rank_zone
from studyapp.services.boards.board_session import BoardSession
from studyapp.store.progress import open_progress
from studyapp.ui.board.board_panel import BoardPanel
from studyapp.ui.board.compare_dialog import CompareDialog
from studyapp.ui.board.line_dialog import LineDialog
from studyapp.ui.look.theme import Theme
from tests.board_driver import BoardDriver
from tests.builders import TOPIC, full_id
from tests.dialog_driver import in_dialog, in_menu, no_grab
from tests.ui.board.conftest import files, named, standing_clock

YALTA, VICTORY, FEAR = map(named, ("Yalta agreement", "Victory of 1949", "Fear of Japan"))
# The offscreen platform says so of every menu.


def offers(menu: QMenu) -> dict[str, QAction]:
    """Return what the menu offers, by its words."""
    return {action.text().replace("&", ""): action for action in menu.actions() if action.text()}


def entry(driver: BoardDriver, words: str) -> QAction:
    """Open the menu by its button and return an entry."""
    found: list[QAction] = []
    in_menu(
        driver.panel.chooser.boards_button.click, lambda menu: found.append(offers(menu)[words])
    )
    assert found[0].isEnabled()
    return found[0]


def choose(driver: BoardDriver, words: str) -> None:
    """Choose an entry of the menu."""
    entry(driver, words).trigger()


def offered(driver: BoardDriver) -> dict[str, bool]:
    """Return what the menu offers, and whether it can be chosen."""
    found: dict[str, bool] = {}

    def look(menu: QMenu) -> None:
        found.update({words: action.isEnabled() for words, action in offers(menu).items()})

    in_menu(driver.panel.chooser.boards_button.click, look)
    return found


def give_title(driver: BoardDriver, words: str, title: str, *, keep: bool = True) -> str:
    """Choose an entry that asks for a title, and give one; return what was suggested."""
    suggested: list[str] = []

    def write(dialog: QDialog) -> None:
        assert isinstance(dialog, LineDialog)
        suggested.append(dialog.text)
        QTest.keyClicks(dialog.field, title)
        QTest.keyClick(dialog, Qt.Key.Key_Return if keep else Qt.Key.Key_Escape)

    in_dialog(entry(driver, words).trigger, write)
    return suggested[0]


def compared(driver: BoardDriver, at: int | None = None) -> tuple[str, list[list[str]]]:
    """Compare with one of what is offered, or with the first; return the sentence and the rows."""
    found: list[tuple[str, list[list[str]]]] = []

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, CompareDialog)
        if at is not None:
            dialog.box.setFocus()
            QTest.keyClick(dialog.box, Qt.Key.Key_Home)
            for _ in range(at):
                QTest.keyClick(dialog.box, Qt.Key.Key_Down)
        items = [dialog.list.topLevelItem(row) for row in range(dialog.list.topLevelItemCount())]
        rows = [[item.text(column) for column in range(4)] for item in items if item]
        found.append((dialog.summary.text(), rows))

    in_dialog(driver.panel.boards.compare, look)
    return found[0]


@no_grab
def test_with_one_board_the_button_only_offers_more(driver: BoardDriver) -> None:
    assert driver.panel.chooser.boards_button.text() == "Boards"
    assert offered(driver) == {
        "New board": True,
        "Duplicate…": True,
        "Rename…": True,
        "Delete": False,
        "Compare with…": False,
        "Board 1": True,
    }


@no_grab
def test_a_new_board_is_empty_and_the_panel_says_which_is_open(
    driver: BoardDriver, said: list[str]
) -> None:
    driver.keys(YALTA, Zone.CAUSES)
    choose(driver, "New board")
    button = driver.panel.chooser.boards_button
    assert (button.text(), button.accessibleName()) == ("Board 2", "Boards: “Board 2” is open")
    assert said[-1] == "“Board 2” is open. 7 in the tray"
    assert driver.painted()[Zone.CAUSES] == driver.outline_rows()[Zone.CAUSES] == ()
    choose(driver, "Board 1")
    assert driver.painted()[Zone.CAUSES] == driver.outline_rows()[Zone.CAUSES] == (YALTA,)
    assert said[-1].startswith("“Board 1” is open.")


@no_grab
def test_the_menu_ticks_the_open_board_and_opens_by_keyboard(driver: BoardDriver) -> None:
    driver.panel.boards.new()
    ticked: list[str] = []
    button = driver.panel.chooser.boards_button

    def look(menu: QMenu) -> None:
        ticked.extend(words for words, action in offers(menu).items() if action.isChecked())

    in_menu(lambda: QTest.keyClick(button, Qt.Key.Key_Space), look)
    assert ticked == ["Board 2"]


@no_grab
def test_a_copy_is_asked_its_title_and_lies_as_its_source(driver: BoardDriver) -> None:
    driver.keys(YALTA, Zone.CAUSES)
    assert give_title(driver, "Duplicate…", "Second try") == "Copy of Board 1"
    assert driver.panel.chooser.boards_button.text() == "Second try"
    assert driver.painted()[Zone.CAUSES] == (YALTA,)
    assert not driver.panel.zones.toolbar.undo_button.isEnabled()
    assert give_title(driver, "Duplicate…", "", keep=False) == "Copy of Second try"
    assert len(offered(driver)) == 7


@no_grab
def test_a_board_is_renamed_but_not_like_another(driver: BoardDriver, said: list[str]) -> None:
    driver.panel.boards.new()
    assert give_title(driver, "Rename…", "  From memory & quickly ") == "Board 2"
    assert driver.panel.chooser.boards_button.accessibleName() == (
        "Boards: “From memory & quickly” is open"
    )
    driver.panel.boards.new()
    give_title(driver, "Rename…", "From memory & quickly")
    assert driver.panel.zones.footer.summary.text() == said[-1]
    assert said[-1] == "This question has a board “From memory & quickly” already."


@no_grab
def test_a_deleted_board_is_brought_back_by_the_menu(driver: BoardDriver, said: list[str]) -> None:
    driver.panel.boards.duplicate("Second try")
    driver.keys(YALTA, Zone.CAUSES)
    choose(driver, "Delete")
    assert said[-1] == "“Second try” is deleted; the menu of boards brings it back."
    assert driver.panel.zones.footer.summary.text() == said[-1]
    assert driver.painted()[Zone.CAUSES] == ()
    choose(driver, "Bring back “Second try”")
    assert driver.painted()[Zone.CAUSES] == (YALTA,)
    assert "Bring back “Second try”" not in offered(driver)


def test_a_board_without_a_title_is_not_kept(driver: BoardDriver) -> None:
    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, LineDialog)
        dialog.field.setText("  ")
        assert not dialog.keep_button.isEnabled()

    in_dialog(driver.panel.boards.ask_and_rename, look)


def test_a_check_says_what_changed_since_the_last_one(driver: BoardDriver, said: list[str]) -> None:
    driver.keys(YALTA, Zone.CONSEQUENCES)
    driver.panel.check()
    assert "last time" not in said[-1]
    driver.keys(YALTA, Zone.CAUSES)
    driver.keys(VICTORY, Zone.CAUSES)
    driver.panel.check()
    words = "2 more right than last time: “Yalta agreement”, “Victory of 1949”."
    assert words in said[-1]
    assert words in "".join(x.text() for x in driver.panel.zones.findings.findChildren(QLabel))


def test_a_ranking_that_is_checked_again_says_what_lies_elsewhere(
    driver: BoardDriver, said: list[str]
) -> None:
    driver.panel.work_by(Way.RANK)
    driver.model.move(YALTA, rank_zone(1))
    driver.panel.check()
    driver.model.move(FEAR, rank_zone(2))
    driver.panel.check()
    assert driver.panel.zones.footer.summary.text() == "1 card lies elsewhere than last time."
    assert said[-1] == driver.panel.zones.footer.summary.text()


def test_a_board_is_shown_beside_what_it_was_at_a_check(driver: BoardDriver) -> None:
    driver.keys(YALTA, Zone.CONSEQUENCES)
    driver.panel.check()
    driver.keys(YALTA, Zone.CAUSES)
    driver.panel.check()
    driver.keys(VICTORY, Zone.CAUSES)
    # The latest check has it all but for the victory, which nobody has marked yet.
    words, rows = compared(driver, 0)
    date = "14 November 2023, 22:13"
    assert words == f"1 card lies elsewhere; as many are right as at the check of {date}."
    assert rows[0] == ["≠ Differs", "Victory of 1949", "Causes", "Tray · ✗ Missing"]
    words, rows = compared(driver, 1)
    assert words == f"2 cards lie elsewhere; 1 more is right than at the check of {date}."
    assert ["≠ Differs", "Yalta agreement", "Causes · ✓ Right", "Consequences · ✗ Reversed"] in rows
    assert [row[0] for row in rows] == ["≠ Differs"] * 2 + ["= Alike"] * 5


def test_a_board_is_shown_beside_another_one(driver: BoardDriver) -> None:
    driver.keys(YALTA, Zone.CAUSES)
    driver.panel.boards.new()
    words, rows = compared(driver)
    assert words == "1 card lies elsewhere than on “Board 1”."
    assert rows[0] == ["≠ Differs", "Yalta agreement", "Tray", "Causes"]


def test_comparing_an_order_tells_places_and_gives_nothing_away(driver: BoardDriver) -> None:
    driver.panel.work_by(Way.ORDER)
    for name in (YALTA, VICTORY):
        driver.model.move(name, ORDER)
    driver.panel.boards.duplicate("Second try")
    driver.model.move(VICTORY, ORDER, 0)
    _words, rows = compared(driver)
    assert rows[:2] == [
        ["≠ Differs", "Victory of 1949", "Place 1", "Place 2"],
        ["≠ Differs", "Yalta agreement", "Place 2", "Place 1"],
    ]


def test_what_compares_fits_and_is_named(driver: BoardDriver) -> None:
    driver.panel.boards.duplicate("A title that is as long as the field for it lets it become")

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, CompareDialog)
        QApplication.processEvents()
        assert dialog.width() <= 1000
        assert not dialog.list.horizontalScrollBar().isVisible()
        assert dialog.list.columnWidth(0) > dialog.list.fontMetrics().horizontalAdvance("= Alike")
        assert dialog.list.accessibleName()
        assert dialog.box.accessibleName()

    in_dialog(driver.panel.boards.compare, look)


def test_words_in_defence_are_kept_when_another_board_is_opened(
    driver: BoardDriver, session: BoardSession, qtbot: QtBot
) -> None:
    driver.panel.work_by(Way.RANK)
    for at, name in enumerate((YALTA, VICTORY, FEAR), 1):
        driver.model.move(name, rank_zone(at))
    qtbot.keyClicks(driver.panel.zones.defending.fields[0], "It gave him ports.")
    driver.panel.boards.new()
    assert session.defences == {}
    driver.panel.boards.switch(session.boards[0])
    assert session.defences == {YALTA: "It gave him ports."}
    assert driver.panel.zones.defending.fields[0].text() == "It gave him ports."


@contextmanager
def looking_only(folder: Path) -> Iterator[BoardSession]:
    with files(folder) as (pack, kept):
        BoardSession(pack, kept).open(named("Treaty of 1950"))
        path = folder / "progress.db"
        looking = open_progress(path, standing_clock, "here", read_only=True)
        yield BoardSession(pack, looking)
        looking.close()


def test_a_window_that_keeps_nothing_makes_no_boards_and_says_why(
    qtbot: QtBot, tmp_path: Path, said: list[str]
) -> None:
    with looking_only(tmp_path) as session:
        panel = BoardPanel(Theme())
        qtbot.addWidget(panel)
        panel.set_session(session)
        panel.set_scope(full_id("topic", TOPIC))
        panel.show()
        panel.boards.new()
        assert said[-1] == "Another window has your progress: boards are made and changed there."
        assert panel.zones.footer.summary.text() == said[-1]
        assert panel.chooser.boards_button.text() == "Boards"
