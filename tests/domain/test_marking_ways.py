"""Marking in each way of working: by the course's own terms, themes, dates and links."""

from collections.abc import Mapping, Sequence
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.domain.board import Zone, apply, move, new_board
from studyapp.domain.causality import CausalMap
from studyapp.domain.course import Certainty, Duration, Factor, Link
from studyapp.domain.dates import surely_before
from studyapp.domain.marking import FAULTS, FindingKind, MarkingKey
from studyapp.domain.marking_ways import Marking, best_move, longest_run, mark_by
from studyapp.domain.messages import say
from studyapp.domain.ways import FALLS, ORDER, STANDS, Way
from tests.builders import STANDARD, factor, full_id, link

RIGHT, MISPLACED, DEFENSIBLE = (
    FindingKind.RIGHT,
    FindingKind.MISPLACED,
    FindingKind.DEFENSIBLE,
)


def marked(
    way: Way,
    zones: Mapping[Zone, Sequence[str]],
    factors: Sequence[Factor],
    links: Sequence[Link] = (),
    focus: str = "x",
) -> Marking:
    names = {zone: [full_id("factor", title) for title in held] for zone, held in zones.items()}
    every = [name for held in names.values() for name in held]
    board = new_board(full_id("factor", focus), every, tuple(zones))
    for zone, held in names.items():
        for name in held:
            board = apply(board, move(board, name, zone))
    held_factors = {each.id: each for each in factors}
    themes = {full_id("theme", name): name for name in ("War", "Peace")}
    key = MarkingKey(CausalMap(links), held_factors, (), full_id("account", STANDARD), themes)
    return mark_by(way, board, key)


def kinds(marking: Marking) -> dict[str, FindingKind]:
    return {found.factor.rsplit("/", 1)[-1]: found.kind for found in marking.findings}


def test_a_cause_belongs_to_the_term_of_its_link_and_the_reason_says_why() -> None:
    links = [
        link("a", "x", "it had to come")._replace(duration=Duration.LONG),
        link("b", "x", "a shot fell")._replace(duration=Duration.TRIGGER),
        link("c", "x", certainty=Certainty.CONTESTED)._replace(duration=Duration.SHORT),
    ]
    given = {Zone("long"): "a", Zone("short"): "bc", Zone("trigger"): ""}
    marking = marked(Way.TERM, given, [factor(name) for name in "abcx"], links)
    assert kinds(marking) == {"a": RIGHT, "b": MISPLACED, "c": DEFENSIBLE}
    wrong = next(found for found in marking.findings if found.kind in FAULTS)
    assert say(wrong.reason) == "“b” triggered “x”: a shot fell"
    assert wrong.links == (links[1].id,)


def test_any_of_its_themes_will_do() -> None:
    held = [factor("a", themes=["War", "Peace"]), factor("b", themes=["Peace"])]
    zones = {Zone(full_id("theme", "War")): "ab", Zone(full_id("theme", "Peace")): ""}
    marking = marked(Way.THEME, zones, held)
    assert kinds(marking) == {"a": RIGHT, "b": MISPLACED}
    assert "is about: Peace" in say(marking.findings[1].reason)


DATED = {"a": "1945-02", "b": "1945-08", "c": "1949", "d": "1950-02", "war": "1937/1945"}
FACTORS = [factor(title, date) for title, date in DATED.items()]


def test_one_slip_does_not_spoil_the_rest_and_the_best_move_is_named() -> None:
    marking = marked(Way.ORDER, {ORDER: "dabc"}, FACTORS)
    assert kinds(marking) == {"a": RIGHT, "b": RIGHT, "c": RIGHT, "d": MISPLACED}
    whole, best = [say(remark) for remark in marking.remarks]
    assert whole == (
        "0 of 4 stand at their place, 2 of 3 neighbours follow each other rightly, "
        "and 3 stand rightly to each other."
    )
    assert best == "One move mends most: put “d” after “c”."
    [reason] = [say(found.reason) for found in marking.findings if found.kind is MISPLACED]
    assert reason == "“a” (February 1945) came before “d” (February 1950)."


def test_spans_that_overlap_may_stand_either_way() -> None:
    for order in ("war", "a", "b"), ("a", "war", "b"), ("a", "b", "war"):
        marking = marked(Way.ORDER, {ORDER: order}, FACTORS)
        assert set(kinds(marking).values()) == {RIGHT}
        assert len(marking.remarks) == 1


def test_what_belongs_first_is_put_at_the_beginning() -> None:
    marking = marked(Way.ORDER, {ORDER: "bca"}, FACTORS)
    assert say(marking.remarks[-1]) == "One move mends most: put “a” at the beginning."


@given(st.permutations([factor(f"f{at}", str(1900 + at)) for at in range(6)]))
def test_the_longest_run_and_the_best_move_are_what_trying_all_would_give(
    order: list[Factor],
) -> None:
    def slips(some: Sequence[Factor]) -> int:
        pairs = [(one, two) for at, one in enumerate(some) for two in some[at + 1 :]]
        return sum(surely_before(two.date, one.date) for one, two in pairs)

    run = longest_run(order)
    assert slips(run) == 0
    assert [each for each in order if each in run] == list(run)
    found = best_move(order)
    least = min(
        slips([*rest[:place], one, *rest[place:]])
        for one in order
        for rest in [[each for each in order if each is not one]]
        for place in range(len(order))
    )
    if found is None:
        assert slips(order) == 0
        return
    one, place = found
    rest = [each for each in order if each is not one]
    assert slips([*rest[:place], one, *rest[place:]]) == least < slips(order)


def test_the_right_order_is_marked_right_whichever_way_it_came_about() -> None:
    for some in permutations("abcd"):
        faults = set(kinds(marked(Way.ORDER, {ORDER: some}, FACTORS)).values())
        assert (MISPLACED in faults) == (some != tuple("abcd"))


def test_what_would_have_fallen_is_told_by_the_links() -> None:
    links = [link("x", "a", "it fed it"), link("x", "b"), link("y", "b", "so it had to be")]
    held = [factor(name) for name in "abxy"]
    marking = marked(Way.WHAT_IF, {FALLS: "b", STANDS: "a"}, held, links)
    assert kinds(marking) == {"a": MISPLACED, "b": MISPLACED}
    told = {found.factor[-1]: say(found.reason) for found in marking.findings}
    assert told["a"] == "Without “x” nothing in the course leads to “a” any more."
    assert told["b"] == "“y” would still lead to “b”, because so it had to be"
    right = marked(Way.WHAT_IF, {FALLS: "a", STANDS: "b"}, held, links)
    assert set(kinds(right).values()) == {RIGHT}


def test_no_ranking_is_right_or_wrong() -> None:
    marking = marked(Way.RANK, {Zone("rank-1"): "a", Zone("rank-2"): "b"}, FACTORS)
    assert marking.findings == ()
    assert "defend" in say(marking.remarks[0])


@pytest.mark.parametrize("way", [way for way in Way if way is not Way.WEB])
def test_an_empty_board_has_nothing_to_be_said_of_its_cards(way: Way) -> None:
    zones = {Zone.CAUSES: "", Zone.CONSEQUENCES: "", ORDER: "", FALLS: ""}
    assert marked(way, zones, []).findings == ()
