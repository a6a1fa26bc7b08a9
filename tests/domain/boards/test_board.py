"""The sorting board: a value, its moves, and a history that can be walked both ways."""

from hypothesis import given
from hypothesis import strategies as st

from studyapp.domain.boards.board import (
    SIDES,
    Board,
    History,
    Spot,
    Zone,
    apply,
    move,
    new_board,
    offered_factors,
)
from studyapp.domain.causality import CausalMap
from tests.builders import distractor, full_id, link

FACTORS = tuple("abcdef")
MOVES = st.lists(
    st.tuples(st.sampled_from(FACTORS), st.sampled_from((Zone.TRAY, *SIDES)), st.integers(-1, 9)),
    max_size=12,
)


def played(moves: list[tuple[str, Zone, int]]) -> tuple[list[Board], History]:
    """Return every board on the way, and the history."""
    boards = [new_board("focus", FACTORS)]
    history: History = History()
    for factor, zone, index in moves:
        step = move(boards[-1], factor, zone, index)
        boards.append(apply(boards[-1], step))
        history = history.after(step)
    return boards, history


def test_a_new_board_has_everything_in_the_tray_shuffled_the_same_way_each_time() -> None:
    board = new_board("focus", FACTORS)
    assert board == new_board("focus", tuple(reversed(FACTORS)))
    assert sorted(board.zones[Zone.TRAY]) == list(FACTORS)
    assert board.zones[Zone.TRAY] != new_board("another focus", FACTORS).zones[Zone.TRAY]


@given(MOVES)
def test_no_move_loses_or_doubles_a_factor(moves: list[tuple[str, Zone, int]]) -> None:
    for board in played(moves)[0]:
        assert sorted(name for zone in board.zones.values() for name in zone) == list(FACTORS)


@given(MOVES)
def test_each_move_taken_back_gives_the_board_before(moves: list[tuple[str, Zone, int]]) -> None:
    boards, history = played(moves)
    board = boards[-1]
    for before, step in zip(reversed(boards[:-1]), reversed(history.done), strict=True):
        board = apply(board, step.inverse())
        assert board == before


def test_a_factor_goes_to_the_end_or_before_another() -> None:
    board = new_board("focus", FACTORS)
    for name in "abc":
        board = apply(board, move(board, name, Zone.CAUSES))
    board = apply(board, move(board, "c", Zone.CAUSES, 0))
    assert board.zones[Zone.CAUSES] == ("c", "a", "b")


def test_an_index_out_of_reach_means_the_nearest_place() -> None:
    board = new_board("focus", FACTORS)
    assert move(board, "a", Zone.CAUSES, 99).target == Spot(Zone.CAUSES, 0)
    assert move(board, "a", Zone.TRAY, -5).target == Spot(Zone.TRAY, 0)


def test_a_new_move_forgets_what_was_undone() -> None:
    boards, history = played([("a", Zone.CAUSES, 0), ("b", Zone.CAUSES, 0)])
    undone = history.undo()
    assert (len(undone.done), len(undone.undone)) == (1, 1)
    assert undone.redo() == history
    assert undone.after(move(boards[1], "c", Zone.CAUSES)).undone == ()


def test_nothing_to_undo_or_redo_changes_nothing() -> None:
    assert History().undo() == History().redo() == History()


def test_the_tray_offers_causes_consequences_and_what_tempts_with_a_reason() -> None:
    causal_map = CausalMap([link("A", "Focus"), link("Focus", "B"), link("A", "B")])
    tempting = [distractor("C", "Focus"), distractor("D", "Focus", wrong=""), distractor("E", "B")]
    offered = offered_factors(full_id("factor", "Focus"), causal_map, tempting)
    assert offered == tuple(full_id("factor", name) for name in "ABC")


def test_a_factor_never_lies_on_its_own_board() -> None:
    causal_map = CausalMap([link("A", "A"), link("B", "A")])
    assert offered_factors(full_id("factor", "A"), causal_map, []) == (full_id("factor", "B"),)
