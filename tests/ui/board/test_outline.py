"""The outline: the board's twin, by keyboard."""

from PySide6.QtCore import QAbstractItemModel, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QMenu

from studyapp.domain.boards.board import Zone
from tests.board_driver import BoardDriver
from tests.dialog_driver import no_grab
from tests.ui.board.conftest import named

YALTA, VICTORY, LOAN = named("Yalta agreement"), named("Victory of 1949"), named("Soviet loan")


def text(driver: BoardDriver, factor: str) -> object:
    """Return what a screen reader says of a row."""
    index = driver.outline.outline.index_of(factor)
    return index.data(Qt.ItemDataRole.AccessibleTextRole)


def strict(rows: QAbstractItemModel) -> QAbstractItemModelTester:
    return QAbstractItemModelTester(rows, QAbstractItemModelTester.FailureReportingMode.Fatal, rows)


def test_the_rows_pass_qts_own_tester_through_all_that_can_happen(driver: BoardDriver) -> None:
    strict(driver.outline.outline)
    driver.outline_keys(YALTA, Zone.CAUSES)
    driver.outline_keys(VICTORY, Zone.CAUSES)
    driver.outline_nudge(VICTORY, -1)
    driver.outline_nudge(VICTORY, 1)
    driver.panel.check()
    driver.panel.undo()
    driver.panel.zones.start_again()
    driver.panel.set_scope("nowhere")
    assert driver.outline.outline.rowCount() == 0


def test_keys_send_a_factor_to_each_zone(driver: BoardDriver) -> None:
    for zone in (Zone.CAUSES, Zone.CONSEQUENCES, Zone.TRAY):
        driver.outline_keys(YALTA, zone)
        assert driver.model.spot(YALTA).zone is zone


def test_a_moved_factor_stays_the_current_row(driver: BoardDriver) -> None:
    driver.outline_keys(YALTA, Zone.CAUSES)
    assert driver.outline.current == YALTA
    driver.outline_keys(VICTORY, Zone.CAUSES)
    driver.outline_nudge(VICTORY, -1)
    assert driver.outline.current == VICTORY


def test_what_is_cut_is_pasted_before_the_current_row(driver: BoardDriver) -> None:
    driver.outline_keys(YALTA, Zone.CAUSES)
    driver.cut_and_paste(VICTORY, before=YALTA)
    assert driver.model.factors_in(Zone.CAUSES) == (VICTORY, YALTA)
    assert driver.outline.current == VICTORY


def test_what_is_cut_is_pasted_at_the_end_of_a_group(driver: BoardDriver) -> None:
    driver.outline.select(YALTA)
    QTest.keyClick(driver.outline, Qt.Key.Key_X, Qt.KeyboardModifier.ControlModifier)
    driver.outline.setCurrentIndex(driver.outline.outline.group(Zone.CONSEQUENCES))
    QTest.keyClick(driver.outline, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert driver.model.factors_in(Zone.CONSEQUENCES) == (YALTA,)


# The offscreen platform says so of every menu.


@no_grab
def test_the_menu_key_opens_a_menu_that_moves_the_factor(driver: BoardDriver) -> None:
    driver.outline.select(YALTA)
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(1, 1), QPoint(1, 1))
    QApplication.sendEvent(driver.outline.viewport(), asked)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    menu.actions()[0].trigger()
    menu.close()
    assert driver.model.spot(YALTA).zone is Zone.CAUSES


@no_grab
def test_the_board_has_the_same_menu(driver: BoardDriver) -> None:
    driver.scene.focus_card(YALTA)
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(1, 1), QPoint(1, 1))
    QApplication.sendEvent(driver.view.viewport(), asked)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    menu.actions()[1].trigger()
    menu.close()
    assert driver.model.spot(YALTA).zone is Zone.CONSEQUENCES


def test_a_row_says_title_date_zone_and_finding(driver: BoardDriver) -> None:
    driver.outline_keys(YALTA, Zone.CAUSES)
    assert text(driver, YALTA) == "Yalta agreement, 11 February 1945, in Causes"
    driver.panel.check()
    assert text(driver, YALTA) == (
        "Yalta agreement, 11 February 1945, in Causes, right: “Yalta agreement” led to "
        "“Treaty of 1950”, because Stalin wanted to keep what he was promised."
    )


def test_a_group_says_how_many_factors_it_holds(driver: BoardDriver) -> None:
    driver.outline_keys(YALTA, Zone.CAUSES)
    rows = driver.outline.outline
    said = [
        rows.group(zone).data(Qt.ItemDataRole.AccessibleTextRole)
        for zone in (Zone.CAUSES, Zone.CONSEQUENCES)
    ]
    assert said == ["Causes, one factor", "Consequences, 0 factors"]


def test_a_long_title_is_wrapped_not_cut_off(driver: BoardDriver) -> None:
    driver.outline_keys(YALTA, Zone.CAUSES)
    driver.panel.check()
    index = driver.outline.outline.index_of(YALTA)
    one_line = driver.outline.visualRect(index).height()
    driver.outline.setMaximumWidth(190)
    QTest.qWait(10)
    assert driver.outline.visualRect(index).height() > one_line


def test_switching_views_keeps_the_factor_one_was_at(driver: BoardDriver) -> None:
    driver.scene.focus_card(VICTORY)
    driver.panel.zones.toolbar.outline_button.click()
    assert driver.outline.current == VICTORY
    driver.outline.select(LOAN)
    driver.panel.zones.toolbar.board_button.click()
    driver.view.setFocus(Qt.FocusReason.TabFocusReason)
    assert driver.scene.current == LOAN


def test_what_the_board_does_shows_in_the_outline(driver: BoardDriver) -> None:
    strict(driver.outline.outline)
    driver.panel.zones.toolbar.board_button.click()
    driver.drag(YALTA, Zone.CAUSES, 0)
    driver.drag(VICTORY, Zone.CAUSES, 0)
    assert driver.outline_rows() == driver.zones()


def test_events_of_other_kinds_are_left_to_the_tree(driver: BoardDriver) -> None:
    driver.outline.select(driver.model.factors_in(Zone.TRAY)[0])
    QTest.keyClick(driver.outline, Qt.Key.Key_Down)
    assert driver.outline.current == driver.model.factors_in(Zone.TRAY)[1]
