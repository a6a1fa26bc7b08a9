"""Factors dragged onto the board from another panel, by the events that such a drag sends."""

from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from studyapp.domain.boards.board import Spot, Zone
from studyapp.ui.board import layout
from studyapp.ui.pointer.dragging import factor_mime
from tests.board_driver import BoardDriver
from tests.builders import full_id
from tests.drops import Over
from tests.ui.board.conftest import FOCUS, named

YALTA, VICTORY, LOAN = named("Yalta agreement"), named("Victory of 1949"), named("Soviet loan")
_COPY, _LEFT = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
_PLAIN = Qt.KeyboardModifier.NoModifier


class Carrying:
    """Something that is dragged over the board from elsewhere; points are those of the scene."""

    def __init__(self, driver: BoardDriver, mime: QMimeData) -> None:
        self.driver, self.mime = driver, mime

    def enter(self, at: QPointF) -> bool:
        """Carry it in at a point; return whether the board takes it."""
        place = self.driver.view.mapFromScene(at)
        return self._send(QDragEnterEvent(place, _COPY, self.mime, _LEFT, _PLAIN))

    def move(self, at: QPointF) -> bool:
        """Carry it on to a point."""
        place = self.driver.view.mapFromScene(at)
        return self._send(QDragMoveEvent(place, _COPY, self.mime, _LEFT, _PLAIN))

    def drop(self, at: QPointF) -> bool:
        """Let it go at a point."""
        place = QPointF(self.driver.view.mapFromScene(at))
        return self._send(QDropEvent(place, _COPY, self.mime, _LEFT, _PLAIN))

    def leave(self) -> None:
        """Carry it out again."""
        QApplication.sendEvent(self.driver.view.viewport(), QDragLeaveEvent())

    def _send(self, event: QDropEvent) -> bool:
        QApplication.sendEvent(self.driver.view.viewport(), event)
        return event.isAccepted()


def slot(driver: BoardDriver, zone: Zone, at: int) -> QPointF:
    return layout.slot(driver.scene.frame, Spot(zone, at)).center()


def landing(driver: BoardDriver) -> Spot | None:
    return driver.scene.drag.landing if driver.scene.drag else None


def carried(driver: BoardDriver, factor: str) -> Carrying:
    return Carrying(driver, factor_mime(factor, "A title"))


def test_a_factor_of_the_board_lies_where_it_was_let_go(driver: BoardDriver) -> None:
    driver.drag(VICTORY, Zone.CAUSES, 0)
    drag = carried(driver, YALTA)
    assert drag.enter(QPointF(10, 10))
    assert drag.move(slot(driver, Zone.CAUSES, 0))
    assert drag.drop(slot(driver, Zone.CAUSES, 0))
    assert driver.model.factors_in(Zone.CAUSES) == (YALTA, VICTORY)
    assert driver.painted() == driver.zones()


def test_while_it_is_over_the_board_its_landing_place_is_shown(driver: BoardDriver) -> None:
    drag = carried(driver, LOAN)
    drag.enter(slot(driver, Zone.CONSEQUENCES, 0))
    assert landing(driver) == Spot(Zone.CONSEQUENCES, 0)
    assert driver.scene.cards[LOAN].is_lifted
    drag.drop(slot(driver, Zone.CONSEQUENCES, 0))
    assert landing(driver) is None
    assert not driver.scene.cards[LOAN].is_lifted


def test_carried_out_again_it_changes_nothing(driver: BoardDriver) -> None:
    before = driver.zones()
    drag = carried(driver, YALTA)
    drag.enter(slot(driver, Zone.CAUSES, 0))
    drag.leave()
    assert landing(driver) is None
    assert driver.zones() == driver.painted() == before


def test_a_drop_beside_every_zone_lays_the_card_back(driver: BoardDriver) -> None:
    driver.drag(YALTA, Zone.CAUSES, 0)
    drag = carried(driver, YALTA)
    middle = driver.scene.frame.focus.center()
    drag.enter(middle)
    drag.drop(middle)
    assert driver.model.spot(YALTA).zone == Zone.CAUSES


def test_a_move_by_a_drop_can_be_undone(driver: BoardDriver) -> None:
    drag = carried(driver, YALTA)
    drag.enter(slot(driver, Zone.CAUSES, 0))
    drag.drop(slot(driver, Zone.CAUSES, 0))
    driver.panel.undo()
    assert driver.model.spot(YALTA).zone == Zone.TRAY


def test_a_factor_that_is_not_on_the_board_is_put_in_question(
    driver: BoardDriver, said: list[str]
) -> None:
    driver.panel.choose(YALTA)
    assert not driver.model.holds(LOAN)
    drag = carried(driver, LOAN)
    offered = []
    drag.enter(QPointF(50, 100))
    offered.append(driver.scene.is_offered)
    drag.drop(QPointF(50, 100))
    offered.append(driver.scene.is_offered)
    assert offered == [True, False]
    assert driver.model.about.id == LOAN
    assert driver.panel.chooser.current() == LOAN
    assert said[-1] == "Soviet loan, 14 February 1950. What led to this, and what followed?"


def test_a_factor_with_nothing_to_sort_is_refused_in_a_sentence(
    driver: BoardDriver, said: list[str]
) -> None:
    before = driver.model.about
    drag = carried(driver, full_id("factor", "from another course"))
    drag.enter(QPointF(50, 100))
    drag.drop(QPointF(50, 100))
    why = "There is nothing to sort about this factor in this topic."
    assert driver.panel.zones.footer.summary.text() == said[-1] == why
    assert driver.model.about == before


def test_what_is_in_question_already_is_said_to_be(driver: BoardDriver, said: list[str]) -> None:
    drag = carried(driver, named(FOCUS))
    drag.enter(QPointF(50, 100))
    drag.drop(QPointF(50, 100))
    assert said[-1] == "This is what the board asks about already."


def test_something_else_is_not_taken(driver: BoardDriver) -> None:
    words = QMimeData()
    words.setText("Yalta agreement")
    drag = Carrying(driver, words)
    assert not drag.enter(QPointF(50, 100))
    assert not drag.move(QPointF(50, 100))
    assert not drag.drop(QPointF(50, 100))


def test_where_a_factor_can_go_is_named_zone_by_zone(driver: BoardDriver) -> None:
    driver.keys(YALTA, Zone.CAUSES)
    assert driver.panel.taking.zones_for(YALTA) == (
        (Zone.CONSEQUENCES, "Consequences"),
        (Zone.TRAY, "Tray"),
    )
    assert driver.panel.taking.zones_for(named("nowhere")) == ()


def test_a_factor_let_go_on_the_outline_goes_into_that_zone(driver: BoardDriver) -> None:
    view = driver.outline
    for factor, zone in ((YALTA, Zone.CAUSES), (VICTORY, Zone.CAUSES), (LOAN, Zone.CONSEQUENCES)):
        row = view.visualRect(view.outline.group(zone)).center()
        Over(view.viewport(), factor_mime(factor, "A title")).all_the_way(QPointF(row))
        assert driver.model.spot(factor).zone is zone
        assert view.current == factor
    first = view.visualRect(view.outline.index_of(YALTA)).center()
    Over(view.viewport(), factor_mime(VICTORY, "A title")).all_the_way(QPointF(first))
    assert driver.model.factors_in(Zone.CAUSES) == (VICTORY, YALTA)


def test_below_the_rows_of_the_outline_nothing_can_be_let_go(driver: BoardDriver) -> None:
    view = driver.outline
    view.resize(300, 2000)
    over = Over(view.viewport(), factor_mime(YALTA, "A title"))
    assert over.enter(QPointF(20, 20))
    assert not over.move(QPointF(20, view.viewport().height() - 4))


def test_a_factor_that_is_not_here_is_put_in_question_from_the_outline_too(
    driver: BoardDriver, qtbot: QtBot
) -> None:
    view = driver.outline
    asked = full_id("factor", "Not on this board")
    with qtbot.waitSignal(driver.panel.zones.factor_dropped) as wanted:
        Over(view.viewport(), factor_mime(asked, "A title")).all_the_way(QPointF(20, 20))
    assert wanted.args == [asked]
