"""Two boards of one question beside each other, in each way of working."""

from collections.abc import Mapping, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studyapp.domain.boards.board import Board, Zone, apply, move, new_board
from studyapp.domain.boards.comparing import Comparison, compare, since_last, summary
from studyapp.domain.boards.marking import Finding, FindingKind, MarkingKey
from studyapp.domain.boards.marking_ways import mark_by
from studyapp.domain.boards.ways import ORDER, Material, Way, make_task, rank_zone
from studyapp.domain.causality import CausalMap
from studyapp.domain.course import Duration
from studyapp.domain.messages import message, say
from tests.builders import STANDARD, TOPIC, factor, full_id, link, theme

NAMES = tuple("abcdef")
FACTORS = {
    each.id: each
    for each in (
        *(factor(name, f"19{at}0", themes=[f"T{at % 2}"]) for at, name in enumerate(NAMES, 1)),
        factor("x", "1950"),
    )
}
TERMS = (Duration.LONG, Duration.SHORT, Duration.TRIGGER)
LINKS = (
    *(link(name, "x")._replace(duration=TERMS[at % 3]) for at, name in enumerate(NAMES)),
    *(link("x", name) for name in NAMES[:3]),
    link("d", "c"),
)
THEMES = tuple(theme(name).id for name in ("T0", "T1"))
KEY = MarkingKey(CausalMap(LINKS), FACTORS, (), full_id("account", STANDARD))
WAYS = (Way.SORT, Way.TERM, Way.THEME, Way.ORDER, Way.RANK, Way.WHAT_IF)
THEN = message("at the last check")
TITLES = {name: found.title for name, found in FACTORS.items()}


def links_of(way: Way) -> CausalMap:
    """Return the links; where a factor is taken away, only those that follow from it."""
    return CausalMap(LINKS[6:] if way is Way.WHAT_IF else LINKS)


def empty(way: Way) -> Board:
    about = full_id("topic", TOPIC) if way in (Way.THEME, Way.ORDER) else full_id("factor", "x")
    factors = {name: each for name, each in FACTORS.items() if each.title != "x"}
    held = factors if way in (Way.THEME, Way.ORDER) else FACTORS
    task = make_task(way, about, Material(links_of(way), (), held, THEMES))
    assert task
    return new_board(about, task.offered, task.zones)


MOVES = st.lists(st.tuples(st.integers(0, 8), st.integers(0, 5), st.integers(0, 5)), max_size=10)


def played(board: Board, moves: Sequence[tuple[int, int, int]]) -> Board:
    factors = sorted(name for held in board.zones.values() for name in held)
    zones = list(board.zones)
    for which, where, at in moves:
        step = move(board, factors[which % len(factors)], zones[where % len(zones)], at)
        board = apply(board, step)
    return board


def laid(zones: Mapping[Zone, str], way: Way = Way.ORDER) -> Board:
    board = empty(way)
    for zone, names in zones.items():
        for name in names:
            board = apply(board, move(board, full_id("factor", name), zone))
    return board


def marked(way: Way, board: Board) -> tuple[Finding, ...]:
    return mark_by(way, board, KEY._replace(causal_map=links_of(way))).findings


def compared(way: Way, here: Board, there: Board) -> Comparison:
    return compare(here, there, marked(way, here), marked(way, there))


@pytest.mark.parametrize("way", WAYS)
@settings(max_examples=30, deadline=None)
@given(moves=MOVES)
def test_a_board_beside_itself_has_nothing_that_differs(
    way: Way, moves: list[tuple[int, int, int]]
) -> None:
    board = played(empty(way), moves)
    found = compared(way, board, board)
    assert (found.differing, found.gained, found.lost) == ((), (), ())
    assert {row.factor for row in found.alike} == {
        name for held in board.zones.values() for name in held
    }
    assert say(since_last(found, TITLES)) == "Nothing has changed since last time."


@pytest.mark.parametrize("way", WAYS)
@settings(max_examples=30, deadline=None)
@given(one=MOVES, other=MOVES)
def test_what_one_board_gains_the_other_has_lost(
    way: Way, one: list[tuple[int, int, int]], other: list[tuple[int, int, int]]
) -> None:
    here, there = played(empty(way), one), played(empty(way), other)
    forth, back = compared(way, here, there), compared(way, there, here)
    assert {row.factor for row in forth.differing} == {row.factor for row in back.differing}
    assert set(forth.gained) == set(back.lost)
    assert set(forth.lost) == set(back.gained)
    right = [
        {found.factor for found in marked(way, board) if found.kind is FindingKind.RIGHT}
        for board in (here, there)
    ]
    assert set(forth.gained) == right[0] - right[1]


@pytest.mark.parametrize("way", WAYS)
@settings(max_examples=30, deadline=None)
@given(moves=MOVES)
def test_of_one_move_to_another_zone_only_that_factor_lies_elsewhere(
    way: Way, moves: list[tuple[int, int, int]]
) -> None:
    before = played(empty(way), moves)
    tray = before.zones[Zone.TRAY]
    zone = list(before.zones)[-1]
    if tray:
        after = apply(before, move(before, tray[0], zone))
        assert [row.factor for row in compared(way, after, before).differing] == [tray[0]]


def test_in_an_order_the_place_counts() -> None:
    found = compared(Way.ORDER, laid({ORDER: "abc"}), laid({ORDER: "cab"}))
    assert {TITLES[row.factor] for row in found.differing} == set("abc")
    assert [tuple(row.here) for row in found.rows][:1] == [(ORDER, 1)]


def test_in_a_ranking_the_row_counts_and_not_the_side_of_it() -> None:
    top, middle = rank_zone(1), rank_zone(2)
    one = laid({top: "a", middle: "bc"}, Way.RANK)
    assert compared(Way.RANK, one, laid({top: "a", middle: "cb"}, Way.RANK)).differing == ()
    other = laid({top: "b", middle: "ac"}, Way.RANK)
    found = compared(Way.RANK, one, other)
    assert {TITLES[row.factor] for row in found.differing} == set("ab")
    # No ranking is right or wrong.
    assert say(summary(found, THEN)) == "2 cards lie elsewhere than at the last check."
    assert say(since_last(found, TITLES)) == "2 cards lie elsewhere than last time."


@pytest.mark.parametrize(
    ("now", "then", "said", "since"),
    [
        (
            "abc",
            "cba",
            "2 cards lie elsewhere; 2 more are right than at the last check.",
            "2 more right than last time: “a”, “b”.",
        ),
        (
            "ab",
            "a",
            "1 card lies elsewhere; 1 more is right than at the last check.",
            "1 more right than last time: “b”.",
        ),
        (
            "ba",
            "ab",
            "2 cards lie elsewhere; 1 fewer is right than at the last check.",
            "1 fewer right than last time: “a”.",
        ),
        (
            "ab",
            "ac",
            "2 cards lie elsewhere; as many are right as at the last check.",
            "Right since last time: “b”; no longer right: “c”.",
        ),
        (
            "a",
            "a",
            "No card lies elsewhere; as many are right as at the last check.",
            "Nothing has changed since last time.",
        ),
        (
            "abcdef",
            "a",
            "5 cards lie elsewhere; 5 more are right than at the last check.",
            "5 more right than last time: “b”, “c”, “d”, “e” and 1 more.",
        ),
    ],
)
def test_a_sentence_sums_up(now: str, then: str, said: str, since: str) -> None:
    found = compared(Way.ORDER, laid({ORDER: now}), laid({ORDER: then}))
    assert say(summary(found, THEN)) == said
    assert say(since_last(found, TITLES)) == since


def test_what_is_not_marked_is_neither_better_nor_worse() -> None:
    here, there = laid({ORDER: "ab"}), laid({ORDER: "ba"})
    found = compare(here, there, (), marked(Way.ORDER, there))
    assert (found.gained, found.lost) == ((), ())
    assert compare(there, here, marked(Way.ORDER, there), ()).gained == ()


def test_what_was_right_and_is_back_in_the_tray_is_right_no_longer() -> None:
    here, there = laid({}), laid({ORDER: "a"})
    assert compare(here, there, (), marked(Way.ORDER, there)).lost == (full_id("factor", "a"),)


def test_a_factor_that_only_one_board_offers_is_passed_over() -> None:
    here = laid({ORDER: "ab"})
    there = new_board(here.focus, [full_id("factor", "a")], [ORDER])
    found = compare(here, there, (), ())
    assert [TITLES[row.factor] for row in found.rows] == ["a"]
