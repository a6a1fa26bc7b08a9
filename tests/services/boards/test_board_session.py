"""Boards: every move is kept, marking calls cards in, and editions may differ."""

from collections.abc import Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from studyapp.domain.boards.board import SIDES, Board, Zone
from studyapp.domain.boards.marking import FindingKind
from studyapp.domain.boards.ways import ORDER, Way, rank_zone
from studyapp.domain.course import Course
from studyapp.domain.log import FINDING, NewEntry
from studyapp.domain.messages import say
from studyapp.errors import BoardError
from studyapp.services.boards.board_log import MOVE, REDO, UNDO
from studyapp.services.boards.board_session import HINT, BoardSession
from studyapp.services.boards.calling_in import CHECK
from studyapp.services.study.defended import DEFENCE
from studyapp.store.progress import Progress, open_progress
from tests.builders import TOPIC, account, course, distractor, factor, full_id, link, topic
from tests.clocks import StandingClock
from tests.packs import opened

YALTA, TREATY, PORTS, BOOK = (
    full_id("factor", name) for name in ("Yalta", "Treaty", "Ports", "Book")
)
LINKS = (link("Yalta", "Treaty"), link("Treaty", "Ports"))
TRAP_CARD = f"{distractor('Book', 'Treaty').id}#does"
PLAYED = course(
    topic(),
    topic("Elsewhere"),
    *(factor(name) for name in ("Yalta", "Treaty", "Ports", "Book")),
    factor("Far", topic="Elsewhere"),
    *LINKS,
    distractor("Book", "Treaty"),
)
SMALLER = course(
    topic(),
    *(factor(name) for name in ("Treaty", "Ports", "Book")),
    LINKS[1],
    distractor("Book", "Treaty"),
)
MOVES = st.lists(
    st.one_of(
        st.tuples(
            st.sampled_from((YALTA, PORTS, BOOK)),
            st.sampled_from((Zone.TRAY, *SIDES)),
            st.integers(0, 3),
        ),
        st.sampled_from(("undo", "redo")),
    ),
    max_size=14,
)


@dataclass
class Table:
    folder: Path
    opened: ExitStack
    clock: StandingClock

    def session(self, of: Course = PLAYED, name: str = "a", **more: bool) -> BoardSession:
        """Open the progress file anew, as after a restart, with one edition of the course."""
        self.opened.close()
        pack = opened(of, self.folder / f"{name}.db")
        self.opened.callback(pack.close)
        self.progress: Progress = open_progress(
            self.folder / "progress.db", self.clock, "here", **more
        )
        self.opened.callback(self.progress.close)
        return BoardSession(pack, self.progress)


@pytest.fixture
def table(tmp_path: Path) -> Iterator[Table]:
    made = Table(tmp_path, ExitStack(), StandingClock())
    yield made
    made.opened.close()


def zones(board: Board) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return board.zones[Zone.CAUSES], board.zones[Zone.CONSEQUENCES]


def test_a_topic_offers_the_factors_with_links_the_best_connected_first(table: Table) -> None:
    session = table.session()
    offered = [each.id for each in session.offered(full_id("topic", TOPIC))]
    assert offered == [TREATY, YALTA, PORTS]
    assert session.offered(full_id("topic", "Elsewhere")) == ()


def test_a_new_board_offers_causes_consequences_and_what_tempts(table: Table) -> None:
    session = table.session()
    board = session.open(TREATY)
    assert sorted(board.zones[Zone.TRAY]) == sorted((YALTA, PORTS, BOOK))
    assert set(session.factors) == {TREATY, YALTA, PORTS, BOOK}


def test_a_board_is_after_a_restart_where_it_was_left(table: Table) -> None:
    session = table.session()
    session.open(TREATY)
    session.move(YALTA, Zone.CAUSES)
    session.move(PORTS, Zone.CAUSES, 0)
    session.undo()
    again = table.session()
    assert zones(again.open(TREATY)) == ((YALTA,), ())
    assert zones(again.redo()) == ((PORTS, YALTA), ())


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(moves=MOVES)
def test_whatever_was_done_a_restart_changes_nothing(
    moves: list[tuple[str, Zone, int] | str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    table = Table(tmp_path_factory.mktemp("table"), ExitStack(), StandingClock())
    session = table.session()
    session.open(TREATY)
    for step in moves:
        if isinstance(step, tuple):
            session.move(*step)
        else:
            session.undo() if step == "undo" else session.redo()
    board, can = session.board, (session.can_undo, session.can_redo)
    again = table.session()
    assert again.open(TREATY) == board
    assert (again.can_undo, again.can_redo) == can
    table.opened.close()


def test_what_was_undone_and_done_again_stands_whatever_another_machine_did_between(
    table: Table,
) -> None:
    session = table.session()
    session.open(TREATY)
    session.move(YALTA, Zone.CAUSES)
    table.progress.append(
        NewEntry(UNDO, TREATY, {"factor": YALTA}),
        NewEntry(MOVE, TREATY, {"factor": PORTS, "to": "consequences", "at": 0}),
        NewEntry(REDO, TREATY, {"factor": YALTA}),
    )
    again = table.session()
    assert zones(again.open(TREATY)) == ((YALTA,), (PORTS,))
    assert zones(again.undo()) == ((), (PORTS,))


def test_what_each_of_two_machines_undid_is_done_again_by_its_own(table: Table) -> None:
    session = table.session()
    session.open(TREATY)
    session.move(YALTA, Zone.CAUSES)
    session.move(PORTS, Zone.CONSEQUENCES)
    table.progress.append(
        NewEntry(UNDO, TREATY, {"factor": PORTS}),
        NewEntry(UNDO, TREATY, {"factor": YALTA}),
        NewEntry(REDO, TREATY, {"factor": PORTS}),
    )
    again = table.session()
    assert zones(again.open(TREATY)) == ((), (PORTS,))
    assert zones(again.redo()) == ((YALTA,), (PORTS,))


def test_each_board_has_a_history_of_its_own(table: Table) -> None:
    session = table.session()
    session.open(TREATY)
    session.move(YALTA, Zone.CAUSES)
    session.open(PORTS)
    assert not session.can_undo
    assert zones(session.open(TREATY)) == ((YALTA,), ())
    assert session.can_undo


def test_with_nothing_to_undo_or_redo_nothing_happens(table: Table) -> None:
    session = table.session()
    board = session.open(TREATY)
    assert session.undo() == session.redo() == board
    assert table.progress.entries() == ()


def test_a_check_is_logged_with_its_faults_and_makes_their_cards_due(table: Table) -> None:
    session = table.session()
    session.open(TREATY)
    session.move(YALTA, Zone.CONSEQUENCES)
    session.move(BOOK, Zone.CAUSES)
    findings = session.check()
    assert {found.factor: found.kind for found in findings} == {
        YALTA: FindingKind.REVERSED,
        BOOK: FindingKind.DISTRACTOR,
        PORTS: FindingKind.MISSING,
    }
    assert len(table.progress.entries(types=(CHECK,))) == 1
    assert len(table.progress.entries(types=(FINDING,))) == 3
    now = table.clock.ms
    due = {card: memory.due_ms for card, memory in table.progress.memories().items()}
    assert due == dict.fromkeys((*(f"{each.id}#why" for each in LINKS), TRAP_CARD), now)


def test_the_same_slip_is_not_called_in_again(table: Table) -> None:
    session = table.session()
    session.open(TREATY)
    session.move(YALTA, Zone.CONSEQUENCES)
    session.check()
    assert session.called_in == {f"{each.id}#why" for each in LINKS}
    again = table.session()
    again.open(TREATY)
    again.check()
    assert again.called_in == set()
    assert len(table.progress.entries(types=(FINDING,))) == 2


def test_a_slip_that_was_mended_and_made_again_is_called_in_again(table: Table) -> None:
    session = table.session()
    session.open(TREATY)
    session.move(YALTA, Zone.CONSEQUENCES)
    session.check()
    session.move(YALTA, Zone.CAUSES)
    session.check()
    session.move(YALTA, Zone.CONSEQUENCES)
    session.check()
    assert session.called_in == {f"{LINKS[0].id}#why"}


def test_a_board_without_faults_calls_nothing_in(table: Table) -> None:
    session = table.session()
    session.open(TREATY)
    session.move(YALTA, Zone.CAUSES)
    session.move(PORTS, Zone.CONSEQUENCES)
    assert {found.kind for found in session.check()} == {FindingKind.RIGHT}
    assert table.progress.memories() == {}


def test_a_move_clears_what_was_said_of_its_factor_only(table: Table) -> None:
    session = table.session()
    session.open(TREATY)
    session.move(YALTA, Zone.CAUSES)
    session.move(BOOK, Zone.CAUSES)
    session.check()
    session.move(BOOK, Zone.TRAY)
    assert {found.factor for found in session.findings} == {YALTA, PORTS}


def test_what_was_found_is_there_after_a_restart(table: Table) -> None:
    session = table.session()
    session.open(TREATY)
    session.move(YALTA, Zone.CONSEQUENCES)
    session.move(BOOK, Zone.CAUSES)
    findings = session.check()
    again = table.session()
    again.open(TREATY)
    assert (again.findings, again.called_in) == (findings, frozenset())
    again.move(BOOK, Zone.TRAY)
    third = table.session()
    third.open(TREATY)
    assert third.findings == again.findings
    assert {found.factor for found in third.findings} == {YALTA, PORTS}
    assert len(table.progress.entries(types=(CHECK,))) == 1


def test_factors_a_newer_edition_gave_up_are_passed_over_and_never_lost(table: Table) -> None:
    session = table.session()
    session.open(TREATY)
    session.move(BOOK, Zone.CAUSES)
    session.move(YALTA, Zone.CAUSES, 0)
    session.move(PORTS, Zone.CONSEQUENCES)
    smaller = table.session(SMALLER, "b")
    assert zones(smaller.open(TREATY)) == ((BOOK,), (PORTS,))
    assert zones(table.session().open(TREATY)) == ((YALTA, BOOK), (PORTS,))


def test_an_undo_in_another_edition_means_the_move_that_was_seen(table: Table) -> None:
    session = table.session()
    session.open(TREATY)
    session.move(BOOK, Zone.CAUSES)
    session.move(YALTA, Zone.CAUSES)
    smaller = table.session(SMALLER, "b")
    smaller.open(TREATY)
    smaller.undo()
    assert zones(table.session(SMALLER, "b").open(TREATY)) == ((), ())
    assert zones(table.session().open(TREATY)) == ((YALTA,), ())


def test_who_only_looks_can_play_and_nothing_is_kept(table: Table) -> None:
    table.session()
    looking = table.session(read_only=True)
    looking.open(TREATY)
    looking.move(YALTA, Zone.CAUSES)
    assert looking.check()
    assert table.progress.entries() == ()


def test_a_hint_is_logged_and_each_board_has_its_own(table: Table) -> None:
    session = table.session()
    session.open(TREATY)
    session.move(BOOK, Zone.CAUSES)
    told = [session.hint() for _ in range(2)]
    assert [(hint.factor, hint.step) for hint in told if hint] == [(BOOK, 1), (BOOK, 2)]
    session.open(PORTS)
    hint = session.hint()
    assert hint
    assert hint.step == 1
    logged = table.progress.entries(types=(HINT,))
    assert [entry.payload for entry in logged][:2] == [
        {"factor": BOOK, "step": 1},
        {"factor": BOOK, "step": 2},
    ]


def test_where_all_is_in_its_place_there_is_no_hint(table: Table) -> None:
    session = table.session()
    session.open(TREATY)
    session.move(YALTA, Zone.CAUSES)
    session.move(PORTS, Zone.CONSEQUENCES)
    assert session.hint() is None
    assert table.progress.entries(types=(HINT,)) == ()


DATED = course(
    topic(),
    topic("Below", parent=TOPIC),
    factor("Yalta", "1945-02"),
    factor("Treaty", "1950-02"),
    factor("Ports", "1955", topic="Below"),
    factor("Ruin"),
    link("Yalta", "Treaty"),
    link("Ruin", "Treaty"),
    link("Fear", "Treaty"),
    factor("Fear"),
    link("Treaty", "Ports"),
)
RANKED = f"{TREATY}@rank"


@pytest.fixture
def dated(tmp_path: Path) -> Iterator[BoardSession]:
    with ExitStack() as stack:
        pack = stack.enter_context(closing(opened(DATED, tmp_path / "dated.db")))
        progress = open_progress(tmp_path / "dated-progress.db", StandingClock(), "here")
        stack.enter_context(closing(progress))
        yield BoardSession(pack, progress)


def test_a_topic_offers_the_ways_that_it_has_enough_for(dated: BoardSession) -> None:
    whole = full_id("topic", TOPIC)
    assert dated.ways(whole) == (Way.SORT, Way.ORDER, Way.WEB, Way.RANK)
    assert [offer.title for offer in dated.offered(whole, Way.RANK)] == ["Treaty"]
    assert [offer.title for offer in dated.offered(whole, Way.ORDER)] == [TOPIC]
    assert dated.ways(full_id("topic", "Below")) == (Way.SORT,)


def test_each_way_has_a_board_of_its_own(dated: BoardSession) -> None:
    dated.open(TREATY)
    dated.move(YALTA, Zone.CAUSES)
    dated.open(TREATY, Way.RANK)
    assert dated.about.title == "Treaty"
    assert not dated.can_undo
    dated.move(YALTA, rank_zone(1))
    dated.open(TREATY)
    assert dated.board.zones[Zone.CAUSES] == (YALTA,)
    dated.open(TREATY, Way.RANK)
    assert dated.board.zones[rank_zone(1)] == (YALTA,)
    dated.undo()
    assert dated.board.zones[rank_zone(1)] == ()


def test_a_row_of_the_diamond_takes_no_more_than_it_has_room_for(dated: BoardSession) -> None:
    dated.open(TREATY, Way.RANK)
    dated.move(YALTA, rank_zone(1))
    dated.move(YALTA, rank_zone(1))
    with pytest.raises(BoardError, match="full"):
        dated.move(full_id("factor", "Ruin"), rank_zone(1))
    assert dated.board.zones[rank_zone(1)] == (YALTA,)


def test_a_slip_in_the_order_calls_the_date_in_once(dated: BoardSession) -> None:
    dated.open(full_id("topic", TOPIC), Way.ORDER)
    for at, factor_id in enumerate((PORTS, YALTA, TREATY)):
        dated.move(factor_id, ORDER, at)
    dated.check()
    assert dated.called_in == {f"{PORTS}#date"}
    assert len(dated.remarks) == 2
    dated.check()
    assert dated.called_in == set()
    dated.open(full_id("topic", TOPIC), Way.ORDER)
    assert len(dated.remarks) == 2
    dated.move(PORTS, ORDER)
    assert not dated.remarks


def test_what_a_ranking_rests_on_is_kept(dated: BoardSession) -> None:
    dated.open(TREATY, Way.RANK)
    for text in ("It gave him ports.", "It gave him ports.", "It had promised ports."):
        dated.defend(YALTA, text)
    dated.open(TREATY)
    assert dated.defences == {}
    dated.open(TREATY, Way.RANK)
    assert dated.defences == {YALTA: "It had promised ports."}
    entries = dated._progress.entries((DEFENCE,), (RANKED,))
    assert len(entries) == 2


def test_a_board_is_measured_against_the_account_of_the_course_that_it_fits_best(
    table: Table,
) -> None:
    others = link("Yalta", "Treaty", account="Soviet view")
    told = course(
        topic(), account(), account("Soviet view"), *map(factor, ("Yalta", "Treaty")), others
    )
    session = table.session(told)
    session.open(TREATY)
    session.move(YALTA, Zone.CAUSES)
    [found] = session.check()
    assert found.kind is FindingKind.RIGHT
    session.open(TREATY)
    assert [say(remark) for remark in session.remarks] == [
        "Measured against “Soviet view”, which it fits best."
    ]


def test_undoing_all_that_came_after_a_check_brings_its_marks_back(table: Table) -> None:
    session = table.session()
    session.open(TREATY)
    session.move(YALTA, Zone.CONSEQUENCES)
    session.move(BOOK, Zone.CAUSES)
    findings, remarks = session.check(), session.remarks
    session.move_together((YALTA, BOOK), Zone.TRAY)
    assert {found.factor for found in session.findings} == {PORTS}
    session.undo()
    assert (session.findings, session.remarks) == (findings, remarks)
    again = table.session()
    again.open(TREATY)
    assert (again.findings, again.remarks) == (findings, remarks)
