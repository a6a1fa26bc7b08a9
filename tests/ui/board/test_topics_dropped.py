"""A topic dragged from the tree onto the board: its cards go where it is let go, in one go."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPointF

from studyapp.domain.boards.board import Zone
from studyapp.domain.boards.ways import ORDER, Way
from studyapp.services.boards.board_log import MOVE
from studyapp.services.boards.board_session import BoardSession
from studyapp.ui.board.board_panel import BoardPanel
from studyapp.ui.pointer.dragging import term_mime, topic_mime
from tests.board_driver import BoardDriver
from tests.builders import TOPIC, full_id
from tests.drops import Over
from tests.ui.board.conftest import LITTLE, board_session, named

HERE, ELSEWHERE = full_id("topic", TOPIC), full_id("topic", LITTLE)
YALTA, KOREA = named("Yalta agreement"), named("Korean War")


def topic_over(driver: BoardDriver, topic: str = HERE, title: str = "The treaty") -> Over:
    return Over(driver.view.viewport(), topic_mime(topic, title))


def inside(driver: BoardDriver, zone: Zone) -> QPointF:
    return QPointF(driver.view.mapFromScene(driver.scene.frame.zones[zone].center()))


def test_its_cards_go_into_the_zone_it_is_let_go_on(driver: BoardDriver) -> None:
    driver.drag(KOREA, Zone.CONSEQUENCES, 0)
    tray = driver.model.factors_in(Zone.TRAY)
    topic_over(driver).all_the_way(inside(driver, Zone.CAUSES))
    assert driver.model.factors_in(Zone.CAUSES) == tray
    assert driver.model.factors_in(Zone.CONSEQUENCES) == (KOREA,)
    assert driver.painted() == driver.zones()


def test_one_undo_takes_all_of_them_back_and_one_redo_puts_them_again(driver: BoardDriver) -> None:
    driver.drag(KOREA, Zone.CONSEQUENCES, 0)
    before = driver.zones()
    topic_over(driver).all_the_way(inside(driver, Zone.CAUSES))
    after = driver.zones()
    driver.panel.undo()
    assert driver.zones() == driver.painted() == before
    driver.panel.redo()
    assert driver.zones() == driver.painted() == after


def test_the_outline_follows_card_by_card(driver: BoardDriver) -> None:
    rows = driver.outline_rows()
    driver.outline.select(KOREA)
    driver.panel.taking.put_topic(HERE, str(Zone.CAUSES))
    assert driver.outline_rows() == driver.zones() != rows
    driver.outline.select(KOREA)
    driver.panel.undo()
    assert driver.outline_rows() == driver.zones() == rows
    assert driver.outline.current == KOREA


def test_after_a_restart_it_is_still_one_step(tmp_path: Path) -> None:
    with board_session(tmp_path) as session:
        board = session.open(named("Treaty of 1950"))
        tray = board.zones[Zone.TRAY]
        session.move(tray[0], Zone.CONSEQUENCES)
        session.move_together(tray[1:4], Zone.CAUSES)
        session.move_together(tray[4:6], Zone.CAUSES)
    with board_session(tmp_path) as session:
        session.open(named("Treaty of 1950"))
        session.undo()
        assert session.board.zones[Zone.CAUSES] == tray[1:4]
        session.undo()
        assert session.board.zones[Zone.CAUSES] == ()
        assert session.board.zones[Zone.CONSEQUENCES] == (tray[0],)
        session.redo()
        assert session.board.zones[Zone.CAUSES] == tray[1:4]


def test_a_program_that_knows_no_goes_reads_single_moves(tmp_path: Path) -> None:
    with board_session(tmp_path) as session:
        tray = session.open(named("Treaty of 1950")).zones[Zone.TRAY]
        session.move_together(tray[:2], Zone.CAUSES)
        logged = [entry.payload for entry in session._progress.entries((MOVE,))]
    told = [(entry["factor"], entry["to"], entry["at"]) for entry in logged]
    assert told == [(tray[0], "causes", 0), (tray[1], "causes", 1)]


def test_the_zone_under_it_is_lit_and_only_there_it_may_be_let_go(driver: BoardDriver) -> None:
    over = topic_over(driver)
    assert over.enter(inside(driver, Zone.TRAY))
    assert not over.move(inside(driver, Zone.TRAY))
    assert over.move(inside(driver, Zone.CAUSES))
    assert driver.scene.drag is not None
    assert driver.scene.drag.landing is not None
    assert driver.scene.drag.landing.zone == Zone.CAUSES
    assert not over.move(QPointF(driver.view.mapFromScene(driver.scene.frame.focus.center())))


def test_carried_out_again_it_changes_nothing(driver: BoardDriver) -> None:
    before = driver.zones()
    over = topic_over(driver)
    over.enter(inside(driver, Zone.CAUSES))
    over.leave()
    assert driver.scene.drag is None
    assert driver.zones() == before


def test_what_happened_is_said_once(driver: BoardDriver, said: list[str]) -> None:
    topic_over(driver).all_the_way(inside(driver, Zone.CAUSES))
    driver.panel.undo()
    assert said == ["7 cards are in Causes now.", "Everything is back in the tray."]


def test_a_topic_of_which_the_board_has_nothing_is_refused_in_a_sentence(
    driver: BoardDriver, said: list[str]
) -> None:
    over = topic_over(driver, ELSEWHERE, "Little")
    assert not over.enter(inside(driver, Zone.CAUSES))
    assert not over.move(inside(driver, Zone.CAUSES))
    why = "This board has no cards of this topic."
    assert driver.panel.zones.footer.summary.text() == said[-1] == why


def test_a_topic_whose_cards_are_laid_is_refused_in_a_sentence(
    driver: BoardDriver, said: list[str]
) -> None:
    topic_over(driver).all_the_way(inside(driver, Zone.CAUSES))
    assert not topic_over(driver).enter(inside(driver, Zone.CONSEQUENCES))
    assert said[-1] == "All cards of this topic are laid already."


def test_as_many_go_into_a_row_as_it_has_room_for(driver: BoardDriver) -> None:
    driver.panel.work_by(Way.RANK)
    zone, room = next(iter(driver.model.rooms.items()))
    driver.panel.taking.put_topic(HERE, str(zone))
    assert len(driver.model.factors_in(zone)) == room
    offered = driver.panel.taking.offers_for(HERE).places
    assert str(zone) not in [key for key, _ in offered]


def test_the_menu_names_each_zone_that_its_cards_can_go_to(driver: BoardDriver) -> None:
    offers = driver.panel.taking.offers_for(HERE)
    assert offers.places == (
        ("causes", "Put its cards on the board: Causes"),
        ("consequences", "Put its cards on the board: Consequences"),
    )
    assert driver.panel.taking.offers_for(ELSEWHERE).why


def test_without_a_board_the_menu_says_so(driver: BoardDriver) -> None:
    driver.panel.set_session(None)
    assert driver.panel.taking.offers_for(HERE).why == "No board is open."


def test_a_term_is_the_card_that_has_one_of_its_names(driver: BoardDriver) -> None:
    over = Over(driver.view.viewport(), term_mime(("Crimea", "yalta  Agreement")))
    over.all_the_way(inside(driver, Zone.CAUSES))
    assert driver.model.factors_in(Zone.CAUSES) == (YALTA,)


def test_a_term_that_no_card_is_called_is_refused_in_a_sentence(
    driver: BoardDriver, said: list[str]
) -> None:
    over = Over(driver.view.viewport(), term_mime(("Stalin",)))
    assert not over.enter(inside(driver, Zone.CAUSES))
    assert said[-1] == "No card here is called “Stalin”."


@pytest.mark.parametrize("way", [Way.TERM, Way.THEME, Way.ORDER])
def test_every_way_of_working_takes_a_topic(panel: BoardPanel, way: Way) -> None:
    driver = BoardDriver(panel)
    panel.work_by(way)
    zone = ORDER if way is Way.ORDER else driver.model.zones[0]
    tray = driver.model.factors_in(Zone.TRAY)
    topic_over(driver).all_the_way(inside(driver, zone))
    assert driver.model.factors_in(zone) == tray


def test_a_factor_below_the_topic_belongs_to_it(session: BoardSession) -> None:
    assert named("Thaw") in session.factors_of(ELSEWHERE)
    assert named("Thaw") not in session.factors_of(HERE)
