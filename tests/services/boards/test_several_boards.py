"""Several boards of one question: each as it was left, copied whole, and compared with its past."""

from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from studyapp.domain.boards.board import SIDES, Board, Zone
from studyapp.domain.boards.comparing import Place, since_last, summary
from studyapp.domain.boards.marking import FindingKind
from studyapp.domain.boards.ways import Way, rank_zone
from studyapp.domain.clock import Moment
from studyapp.domain.course import Course
from studyapp.domain.log import LogEntry
from studyapp.domain.messages import say
from studyapp.domain.schedule.plan import Plan
from studyapp.errors import BoardError
from studyapp.services.boards.board_session import BoardSession
from studyapp.services.boards.calling_in import CHECK
from studyapp.services.progress.overview import Overview
from studyapp.store.log_rows import INSERT, to_row
from studyapp.store.pack import Pack, open_pack
from studyapp.store.progress import Progress, open_progress
from tests.builders import TOPIC, course, distractor, factor, full_id, link, topic
from tests.clocks import StandingClock
from tests.packs import written

YALTA, RUIN, TREATY, PORTS, BOOK = (
    full_id("factor", name) for name in ("Yalta", "Ruin", "Treaty", "Ports", "Book")
)
LINKS = (link("Yalta", "Treaty"), link("Ruin", "Treaty"), link("Treaty", "Ports"))
COURSE = course(
    topic(),
    *(factor(name) for name in ("Yalta", "Ruin", "Treaty", "Ports", "Book", "Fear")),
    *LINKS,
    link("Fear", "Treaty"),
    distractor("Book", "Treaty"),
)
SMALLER = course(
    topic(), *(factor(name) for name in ("Ruin", "Treaty", "Ports", "Book")), *LINKS[1:]
)
MOVES = st.lists(
    st.tuples(
        st.sampled_from((YALTA, RUIN, PORTS, BOOK)),
        st.sampled_from((Zone.TRAY, *SIDES)),
        st.integers(0, 4),
    ),
    max_size=8,
)


class Desk:
    """A progress file that is opened anew, as after a restart, with an edition of the course."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.clock, self._open = folder, StandingClock(), ExitStack()

    def session(self, of: Course = COURSE, name: str = "a", **more: bool) -> BoardSession:
        self.close()
        file = self.folder / f"{name}.db"
        self.pack: Pack = open_pack(file if file.exists() else written(of, file))
        self._open.callback(self.pack.close)
        path = self.folder / "progress.db"
        self.progress: Progress = open_progress(path, self.clock, "here", **more)
        self._open.callback(self.progress.close)
        return BoardSession(self.pack, self.progress)

    def close(self) -> None:
        self._open.close()


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path)
    yield made
    made.close()


def titles(session: BoardSession) -> list[str]:
    return [say(board.name) for board in session.boards]


def causes(session: BoardSession) -> tuple[str, ...]:
    return session.board.zones[Zone.CAUSES]


def test_a_new_board_is_empty_and_the_first_stays_as_it_was(desk: Desk) -> None:
    session = desk.session()
    session.open(TREATY)
    session.move(YALTA, Zone.CAUSES)
    session.add_board()
    assert (causes(session), session.can_undo) == ((), False)
    session.move(RUIN, Zone.CAUSES)
    session.switch(TREATY)
    assert causes(session) == (YALTA,)
    assert session.can_undo


def test_each_board_is_after_a_restart_as_it_was_left_and_the_last_one_is_open(desk: Desk) -> None:
    session = desk.session()
    session.open(TREATY)
    session.move(YALTA, Zone.CAUSES)
    session.add_board("From memory")
    session.move(RUIN, Zone.CAUSES)
    session.undo()
    again = desk.session()
    again.open(TREATY)
    assert (titles(again), say(again.here.name)) == (["Board 1", "From memory"], "From memory")
    assert causes(again) == ()
    assert again.can_redo
    again.switch(TREATY)
    again.move(PORTS, Zone.CONSEQUENCES)
    third = desk.session()
    third.open(TREATY)
    assert third.here.subject == TREATY


def test_an_empty_board_made_last_is_the_one_that_is_open_after_a_restart(desk: Desk) -> None:
    session = desk.session()
    session.open(TREATY)
    session.move(YALTA, Zone.CAUSES)
    session.add_board()
    again = desk.session()
    assert again.open(TREATY) == session.board
    assert say(again.here.name) == "Board 2"


def test_the_board_that_was_looked_at_is_open_when_one_comes_back_to_it(desk: Desk) -> None:
    session = desk.session()
    session.open(TREATY)
    session.add_board()
    session.move(YALTA, Zone.CAUSES)
    session.switch(TREATY)
    session.open(PORTS)
    assert len(session.boards) == 1
    session.open(TREATY)
    assert session.here.subject == TREATY


@settings(
    max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(moves=MOVES, later=MOVES)
def test_a_copy_lies_as_its_source_lay_then_whatever_becomes_of_either(
    moves: list[tuple[str, Zone, int]],
    later: list[tuple[str, Zone, int]],
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    desk = Desk(tmp_path_factory.mktemp("desk"))
    session = desk.session()
    board = session.open(TREATY)
    for step in moves:
        board = session.move(*step)
    session.add_board("Copy", copy=True)
    assert session.board == board
    assert not session.can_undo
    assert not session.can_redo
    copy = session.here.subject
    session.switch(TREATY)
    for step in later:
        session.move(*step)
    last = session.board
    again = desk.session()
    again.open(TREATY)
    for subject, expected in ((copy, board), (TREATY, last)):
        again.switch(subject)
        assert again.board == expected
    desk.close()


def test_moves_that_come_later_from_another_device_do_not_change_a_copy(desk: Desk) -> None:
    session = desk.session()
    session.open(TREATY)
    session.move(YALTA, Zone.CAUSES)
    [moved] = desk.progress.entries()
    session.add_board(copy=True)
    elsewhere = moved._replace(device="ffff", seq=1, payload={**moved.payload, "factor": RUIN})
    desk.progress._connection.execute(INSERT, to_row(elsewhere))
    again = desk.session()
    again.open(TREATY)
    assert causes(again) == (YALTA,)
    again.switch(TREATY)
    assert set(causes(again)) == {YALTA, RUIN}


def test_a_copy_in_another_edition_leaves_out_what_that_does_not_know(desk: Desk) -> None:
    session = desk.session()
    session.open(TREATY)
    for name in (YALTA, RUIN):
        session.move(name, Zone.CAUSES)
    session.add_board(copy=True)
    smaller = desk.session(SMALLER, "b")
    smaller.open(TREATY)
    assert (causes(smaller), len(smaller.boards)) == ((RUIN,), 2)
    assert not smaller.compared(smaller.points()[0]).differing
    larger = desk.session()
    larger.open(TREATY)
    assert causes(larger) == (YALTA, RUIN)


def test_a_copy_of_a_ranking_has_its_defences(desk: Desk) -> None:
    session = desk.session()
    session.open(TREATY, Way.RANK)
    session.move(YALTA, rank_zone(1))
    session.defend(YALTA, "It gave him ports.")
    session.add_board(copy=True)
    assert session.defences == {YALTA: "It gave him ports."}
    session.defend(YALTA, "It promised him ports.")
    session.switch(f"{TREATY}@rank")
    assert session.defences == {YALTA: "It gave him ports."}


def test_the_slips_of_its_source_are_not_called_in_by_a_copy_again(desk: Desk) -> None:
    session = desk.session()
    session.open(TREATY)
    session.move(BOOK, Zone.CAUSES)
    session.check()
    assert session.called_in
    session.add_board(copy=True)
    assert session.findings == ()
    session.check()
    assert session.called_in == frozenset()


def test_deleting_opens_another_board_and_can_be_taken_back(desk: Desk) -> None:
    session = desk.session()
    session.open(TREATY)
    session.add_board("From memory")
    session.move(YALTA, Zone.CAUSES)
    session.delete_board()
    assert (titles(session), session.here.subject) == (["Board 1"], TREATY)
    again = desk.session()
    again.open(TREATY)
    [gone] = again.deleted_boards()
    again.restore_board(gone.subject)
    assert (say(again.here.name), causes(again)) == ("From memory", (YALTA,))
    assert desk.progress.verify() == ()


def test_a_renamed_board_is_still_the_same_board(desk: Desk) -> None:
    session = desk.session()
    session.open(TREATY)
    session.move(YALTA, Zone.CAUSES)
    session.rename_board("Mine")
    assert (titles(session), causes(session)) == (["Mine"], (YALTA,))


def test_a_board_is_compared_with_itself_at_each_check(desk: Desk) -> None:
    session = desk.session()
    session.open(TREATY)
    session.move(YALTA, Zone.CONSEQUENCES)
    session.check()
    desk.clock.forward(days=1)
    session.move(YALTA, Zone.CAUSES)
    session.check()
    session.move(RUIN, Zone.CAUSES)
    again = desk.session()
    again.open(TREATY)
    latest, first = again.points()
    assert (first.date, latest.date) == ("28 May 2026, 21:26", "29 May 2026, 21:26")
    assert first.counts == {"missing": 3, "reversed": 1}
    found = again.compared(first)
    assert {row.factor: (row.here, row.there) for row in found.differing} == {
        YALTA: (Place(Zone.CAUSES), Place(Zone.CONSEQUENCES)),
        RUIN: (Place(Zone.CAUSES), Place(Zone.TRAY)),
    }
    # The ruin is not checked yet, and counts for nothing.
    assert found.gained == (YALTA,)
    assert say(summary(found, first.name)) == (
        "2 cards lie elsewhere; 1 more is right than at the check of 28 May 2026, 21:26."
    )
    assert [row.factor for row in again.compared(latest).differing] == [RUIN]


def test_a_board_is_compared_with_another_one(desk: Desk) -> None:
    session = desk.session()
    session.open(TREATY)
    session.move(YALTA, Zone.CAUSES)
    session.check()
    session.add_board()
    session.move(YALTA, Zone.CONSEQUENCES)
    session.check()
    other = session.points()[-1]
    found = session.compared(other)
    assert found.lost == (YALTA,)
    [row] = found.differing
    assert (row.mark_here, row.mark_there) == (FindingKind.REVERSED, FindingKind.RIGHT)
    assert say(summary(found, other.name)) == (
        "1 card lies elsewhere; 1 fewer is right than on “Board 1”."
    )


def test_after_a_check_it_is_known_what_changed_since_the_last(desk: Desk) -> None:
    session = desk.session()
    session.open(TREATY)
    session.move(YALTA, Zone.CONSEQUENCES)
    session.check()
    assert session.since_last is None
    again = desk.session()
    again.open(TREATY)
    for name in (YALTA, RUIN):
        again.move(name, Zone.CAUSES)
    again.check()
    assert again.since_last
    said = {name: known.title for name, known in again.factors.items()}
    assert say(since_last(again.since_last, said)) == (
        "2 more right than last time: “Yalta”, “Ruin”."
    )
    again.open(PORTS)
    assert again.since_last is None


def test_who_only_looks_can_compare_but_makes_no_boards(desk: Desk) -> None:
    session = desk.session()
    session.open(TREATY)
    session.move(YALTA, Zone.CONSEQUENCES)
    session.check()
    session.add_board(copy=True)
    count = len(desk.progress.entries())
    looking = desk.session(read_only=True)
    looking.open(TREATY)
    looking.switch(TREATY)
    looking.move(YALTA, Zone.CAUSES)
    looking.check()
    assert looking.since_last
    assert looking.since_last.gained == (YALTA,)
    for act in (looking.add_board, looking.delete_board, lambda: looking.rename_board("Mine")):
        with pytest.raises(BoardError, match="Another window"):
            act()
    assert causes(looking) == (YALTA,)
    assert len(desk.progress.entries()) == count


def test_a_question_is_known_once_one_of_its_boards_is_without_a_fault(desk: Desk) -> None:
    session = desk.session()
    overview = Overview(desk.pack, desk.progress, lambda: Moment(desk.clock.ms, 0), Plan())
    session.open(PORTS)
    session.move(TREATY, Zone.CONSEQUENCES)
    session.check()
    session.add_board()
    session.move(TREATY, Zone.CAUSES)
    session.check()
    overview.catch_up()
    assert overview.of(full_id("topic", TOPIC)).sorted == 1
    assert {entry.subject for entry in desk.progress.entries((CHECK,))} == {
        PORTS,
        session.here.subject,
    }


@settings(
    max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(one=MOVES, other=MOVES, copies=st.booleans())
def test_what_two_devices_did_apart_is_the_same_on_both_once_their_logs_are_joined(
    one: list[tuple[str, Zone, int]],
    other: list[tuple[str, Zone, int]],
    copies: bool,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    desks = [Desk(tmp_path_factory.mktemp(name)) for name in ("one", "two")]
    apart: list[tuple[str, Board]] = []
    for desk, moves in zip(desks, (one, other), strict=True):
        session = desk.session()
        session.open(TREATY)
        session.move(YALTA, Zone.CAUSES)
        session.add_board(copy=copies)
        for step in moves:
            session.move(*step)
        session.check()
        apart.append((session.here.subject, session.board))
    first, second = (desk.progress.entries() for desk in desks)
    join(desks[0].progress, second)
    join(desks[1].progress, first[::-1])
    both = [states(desk.session()) for desk in desks]
    assert both[0] == both[1]
    # Neither has come into what was done on the other's new board.
    assert dict(apart).items() <= both[0].items()
    assert all(desk.progress.verify() == () for desk in desks)
    for desk in desks:
        desk.close()


def join(progress: Progress, entries: Iterable[LogEntry]) -> None:
    progress._connection.executemany(INSERT, [to_row(entry) for entry in entries])


def states(session: BoardSession) -> dict[str, Board]:
    session.open(TREATY)
    found = {}
    for board in session.boards:
        session.switch(board.subject)
        found[board.subject] = session.board
    return found
