"""Several boards for one question: named, copied, deleted and brought back; merged in any order."""

from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from studyapp.domain.log import RETRACT, LogEntry
from studyapp.domain.messages import say
from studyapp.errors import BoardError
from studyapp.services.boards.board_list import DELETE, Boards, NamedBoard, question_of
from studyapp.store.log_rows import INSERT, to_row
from studyapp.store.progress import Progress, open_progress
from tests.builders import full_id
from tests.clocks import StandingClock

QUESTION = full_id("factor", "Treaty")
# What a student may do to the boards, on one of two devices; the number says to which board.
DOINGS = st.lists(
    st.tuples(
        st.sampled_from(("new", "rename", "delete", "restore")), st.booleans(), st.integers(0, 4)
    ),
    max_size=12,
)


@pytest.fixture
def progress(tmp_path: Path) -> Iterator[Progress]:
    with closing(open_progress(tmp_path / "progress.db", StandingClock(), "here")) as opened:
        yield opened


def titles(boards: Iterable[NamedBoard]) -> list[str]:
    return [say(board.name) for board in boards]


def test_a_question_has_one_board_from_the_start(progress: Progress) -> None:
    [board] = Boards(progress).of(QUESTION)
    assert (board.subject, say(board.name)) == (QUESTION, "Board 1")
    assert progress.entries() == ()


def test_boards_are_numbered_until_they_are_named_and_no_number_comes_twice(
    progress: Progress,
) -> None:
    boards = Boards(progress)
    second = boards.new(QUESTION)
    boards.new(QUESTION, "From memory")
    boards.delete(second.subject)
    boards.new(QUESTION)
    boards.rename(QUESTION, "My first try")
    assert titles(boards.of(QUESTION)) == ["My first try", "From memory", "Board 4"]
    assert {question_of(board.subject) for board in boards.of(QUESTION)} == {QUESTION}


def test_each_question_has_boards_of_its_own(progress: Progress) -> None:
    boards = Boards(progress)
    boards.new(QUESTION)
    assert len(boards.of(f"{QUESTION}@rank")) == 1


def test_a_deleted_board_comes_back_with_its_title(progress: Progress) -> None:
    boards = Boards(progress)
    made = boards.new(QUESTION, "From memory")
    boards.delete(made.subject)
    assert titles(boards.of(QUESTION)) == ["Board 1"]
    assert boards.deleted(QUESTION) == (made,)
    boards.restore(made.subject)
    assert boards.of(QUESTION)[1:] == (made,)
    assert boards.deleted(QUESTION) == ()


def test_the_first_board_can_be_deleted_but_never_the_only_one(progress: Progress) -> None:
    boards = Boards(progress)
    made = boards.new(QUESTION)
    boards.delete(QUESTION)
    assert boards.of(QUESTION) == (made,)
    with pytest.raises(BoardError, match="at least one"):
        boards.delete(made.subject)


def test_two_boards_of_a_question_have_not_the_same_title(progress: Progress) -> None:
    boards = Boards(progress)
    made = boards.new(QUESTION, "From memory")
    with pytest.raises(BoardError, match="already"):
        boards.new(QUESTION, "From memory")
    with pytest.raises(BoardError, match="already"):
        boards.rename(QUESTION, "From memory")
    boards.rename(made.subject, "From memory")
    boards.new(f"{QUESTION}@rank", "From memory")


def elsewhere(progress: Progress, kind: str, subject: str, clock: int, seq: int = 1) -> None:
    """Have another device's entry arrive, with a place in the order of its own."""
    device = "f" * 32
    entry = LogEntry(device, seq, clock, 0, 0, kind, 1, subject, None, None, None, {})
    insert(progress, [entry])


@pytest.mark.parametrize(("later", "expected"), [(-1, 2), (1, 1)])
def test_of_bringing_back_and_deleting_elsewhere_the_later_counts(
    progress: Progress, later: int, expected: int
) -> None:
    boards = Boards(progress)
    made = boards.new(QUESTION, "Mine")
    boards.delete(made.subject)
    boards.restore(made.subject)
    [back] = progress.entries((RETRACT,))
    elsewhere(progress, DELETE, made.subject, back.clock + later)
    assert len(boards.of(QUESTION)) == expected
    assert len(boards.deleted(QUESTION)) == 2 - expected


def test_what_came_back_can_be_deleted_and_brought_back_again(progress: Progress) -> None:
    boards = Boards(progress)
    made = boards.new(QUESTION)
    for _ in range(2):
        boards.delete(made.subject)
        assert boards.of(QUESTION) == (NamedBoard(QUESTION),)
        boards.restore(made.subject)
        assert boards.of(QUESTION)[1:] == (made,)
    assert len(progress.entries((RETRACT,))) == 2


def emptied(progress: Progress) -> tuple[Boards, NamedBoard]:
    """Return boards of which two devices deleted one each, and the second of them."""
    boards = Boards(progress)
    made = boards.new(QUESTION, "Mine")
    boards.delete(QUESTION)
    [deleted] = progress.entries((DELETE,))
    elsewhere(progress, DELETE, made.subject, deleted.clock + 1)
    return boards, made


def test_of_two_devices_that_each_deleted_the_others_last_board_the_later_is_passed_over(
    progress: Progress,
) -> None:
    boards, made = emptied(progress)
    assert boards.of(QUESTION) == (made,)
    assert boards.deleted(QUESTION) == (NamedBoard(QUESTION),)


def test_the_board_that_stayed_is_there_beside_a_new_one(progress: Progress) -> None:
    boards, made = emptied(progress)
    another = boards.new(QUESTION)
    assert boards.of(QUESTION) == (made, another)


def test_the_board_that_stayed_is_there_beside_one_that_came_back(progress: Progress) -> None:
    boards, made = emptied(progress)
    boards.restore(QUESTION)
    assert boards.of(QUESTION) == (NamedBoard(QUESTION), made)


def test_who_only_looks_makes_no_boards(tmp_path: Path, progress: Progress) -> None:
    made = Boards(progress).new(QUESTION)
    looking = open_progress(tmp_path / "progress.db", StandingClock(), "here", read_only=True)
    with closing(looking):
        boards = Boards(looking)
        for act in (
            lambda: boards.new(QUESTION),
            lambda: boards.rename(QUESTION, "Mine"),
            lambda: boards.delete(made.subject),
            lambda: boards.restore(made.subject),
        ):
            with pytest.raises(BoardError, match="Another window"):
                act()
        assert len(boards.of(QUESTION)) == 2


def test_an_entry_that_means_something_newer_is_passed_over(progress: Progress) -> None:
    boards = Boards(progress)
    boards.new(QUESTION, "Mine")
    [entry] = progress.entries()
    newer = entry._replace(seq=2, clock=entry.clock + 1, version=2)
    odd = entry._replace(seq=3, clock=entry.clock + 2, payload={"title": 7, "start": "?"})
    insert(progress, [newer, odd])
    assert titles(boards.of(QUESTION)) == ["Board 1", "Mine", "Board 4"]


def insert(progress: Progress, entries: Iterable[LogEntry]) -> None:
    """Add entries of another device as a merge will: those that are not there yet."""
    known = {entry.key for entry in progress.entries()}
    rows = [to_row(entry) for entry in entries if entry.key not in known]
    progress._connection.executemany(INSERT, rows)


def do(progress: Progress, doings: Iterable[tuple[str, bool, int]], *, on_second: bool) -> None:
    """Do to the boards what one of the devices does, as far as it can be done."""
    boards = Boards(progress)
    for what, second, which in doings:
        if second != on_second:
            continue
        there = boards.of(QUESTION)
        board = there[which % len(there)].subject
        lost = boards.deleted(QUESTION)
        if what == "new":
            boards.new(QUESTION, start={"zones": {"tray": [board]}})
        elif what == "rename":
            boards.rename(board, f"{progress.device[:4]} {which} {len(progress.entries())}")
        elif what == "delete" and len(there) > 1:
            boards.delete(board)
        elif what == "restore" and lost:
            boards.restore(lost[-1].subject)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(before=DOINGS, apart=DOINGS)
def test_logs_of_two_devices_give_the_same_boards_in_whichever_order_they_are_joined(
    before: list[tuple[str, bool, int]],
    apart: list[tuple[str, bool, int]],
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    folder = tmp_path_factory.mktemp("devices")
    paths = [folder / "one.db", folder / "two.db"]
    one, two = (open_progress(path, StandingClock(), path.stem) for path in paths)
    with closing(one), closing(two):
        do(one, before, on_second=False)
        insert(two, one.entries())
        do(one, apart, on_second=False)
        do(two, apart, on_second=True)
        others = two.entries()
        insert(two, one.entries()[::-1])
        insert(one, others)
        insert(one, others)
        assert Boards(one).of(QUESTION) == Boards(two).of(QUESTION)
        assert Boards(one).deleted(QUESTION) == Boards(two).deleted(QUESTION)
        names = [board.subject for board in Boards(one).of(QUESTION)]
        assert len(set(names)) == len(names) > 0
