"""Marking in each way of working: by the course's own terms, themes, dates and links."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.domain.boards.board import Zone, apply, move, new_board
from studyapp.domain.boards.marking import FAULTS, FindingKind, Marking, MarkingKey
from studyapp.domain.boards.marking_ways import best_move, longest_run, mark_by
from studyapp.domain.boards.ways import FALLS, ORDER, STANDS, Way, without_support
from studyapp.domain.causality import CausalMap
from studyapp.domain.course import Certainty, Duration, Factor, Link
from studyapp.domain.dates import surely_before
from studyapp.domain.messages import say
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
    rivals: Sequence[str] = (),
) -> Marking:
    names = {zone: [full_id("factor", title) for title in held] for zone, held in zones.items()}
    every = [name for held in names.values() for name in held]
    board = new_board(full_id("factor", focus), every, [one for one in zones if one != Zone.TRAY])
    for zone, held in names.items():
        for name in held:
            board = apply(board, move(board, name, zone))
    held_factors = {each.id: each for each in factors}
    themes = {full_id("theme", name): name for name in ("War", "Peace")}
    key = MarkingKey(CausalMap(links), held_factors, (), full_id("account", STANDARD), themes)
    key = key._replace(rivals={full_id("account", name): name for name in rivals})
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
    assert say(wrong.reason) == "“b” triggered “x”: a shot fell."
    assert wrong.links == (links[1].id,)


def test_of_a_contested_cause_nothing_is_said_without_saying_that_historians_differ() -> None:
    disputed = link("a", "x", certainty=Certainty.CONTESTED)._replace(duration=Duration.SHORT)
    for zone, kind in (("short", DEFENSIBLE), ("long", MISPLACED)):
        marking = marked(Way.TERM, {Zone(zone): "a"}, [factor("a"), factor("x")], [disputed])
        assert kinds(marking) == {"a": kind}
        assert say(marking.findings[0].reason).startswith("Historians differ")


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
    assert told["a"] == "Without “x” nothing leads to “a” any more."
    assert told["b"] == "“y” would still lead to “b”, because so it had to be."
    right = marked(Way.WHAT_IF, {FALLS: "a", STANDS: "b"}, held, links)
    assert set(kinds(right).values()) == {RIGHT}


SIDES_TAKEN = (
    link("a", "x"),
    link("b", "x", account="Others"),
    link("c", "x", account="Others"),
    link("d", "x", account="Thirds", certainty=Certainty.CONTESTED),
)
EVERY = [factor(name) for name in "abcdx"]


def against(causes: str, tray: str = "") -> tuple[dict[str, FindingKind], list[str]]:
    zones = {Zone.TRAY: tray, Zone.CAUSES: causes, Zone.CONSEQUENCES: ""}
    marking = marked(Way.SORT, zones, EVERY, SIDES_TAKEN, rivals=["Others", "Thirds"])
    return kinds(marking), [say(remark) for remark in marking.remarks]


def test_a_board_is_measured_against_the_account_that_it_fits_best() -> None:
    found, remarks = against("abc")
    assert found == dict.fromkeys("abc", RIGHT)
    assert remarks == ["Measured against “Others”, which it fits best."]


def test_an_account_of_which_more_is_missing_than_taken_up_is_not_the_best() -> None:
    assert against("ab", "c") == ({"a": RIGHT, "b": DEFENSIBLE}, [])


def test_what_the_best_account_holds_and_the_board_has_not_is_missing() -> None:
    links = (*SIDES_TAKEN, link("y", "x", account="Others"))
    held = [*EVERY, factor("y")]
    zones = {Zone.TRAY: "y", Zone.CAUSES: "bc", Zone.CONSEQUENCES: ""}
    found = kinds(marked(Way.SORT, zones, held, links, rivals=["Others"]))
    assert found == {"b": RIGHT, "c": RIGHT, "y": FindingKind.MISSING}


@pytest.mark.parametrize("causes", ["", "a"])
def test_the_default_account_wins_ties(causes: str) -> None:
    assert against(causes, "bcd")[1] == []


def test_of_two_other_accounts_that_fit_as_well_the_first_of_the_course_is_taken() -> None:
    found, remarks = against("bd")
    assert found == {"b": RIGHT, "d": DEFENSIBLE}
    assert remarks == ["Measured against “Others”, which it fits best."]


def test_what_is_contested_in_the_best_account_is_still_not_right() -> None:
    found, remarks = against("d")
    assert found == {"d": DEFENSIBLE}
    assert remarks == ["Measured against “Thirds”, which it fits best."]


def test_where_the_best_account_tells_it_differently_the_default_one_can_be_defended() -> None:
    links = [
        link("a", "x")._replace(duration=Duration.SHORT),
        link("a", "x", account="Others")._replace(duration=Duration.LONG),
        link("b", "x", account="Others")._replace(duration=Duration.LONG),
        link("c", "x", account="Others")._replace(duration=Duration.LONG),
    ]
    zones = {Zone("long"): "bc", Zone("short"): "a"}
    found = kinds(marked(Way.TERM, zones, EVERY, links, rivals=["Others"]))
    assert found == {"a": DEFENSIBLE, "b": RIGHT, "c": RIGHT}
    assert kinds(marked(Way.TERM, zones, EVERY, links)) == {
        "a": RIGHT,
        "b": DEFENSIBLE,
        "c": DEFENSIBLE,
    }


def test_a_chain_may_join_an_account_to_the_common_ground_but_not_to_another_one() -> None:
    common, own = link("a", "b"), link("b", "x", account="Others")
    third = link("a", "b", account="Thirds")
    for first, kind in ((common, FindingKind.INDIRECT), (third, FindingKind.UNSUPPORTED)):
        zones = {Zone.CAUSES: "a", Zone.CONSEQUENCES: ""}
        marking = marked(Way.SORT, zones, EVERY, [first, own], rivals=["Others", "Thirds"])
        assert kinds(marking) == {"a": kind}


def test_a_chain_with_a_contested_link_can_be_defended_and_is_not_right() -> None:
    links = [link("a", "b"), link("b", "x", certainty=Certainty.CONTESTED)]
    marking = marked(Way.SORT, {Zone.CAUSES: "a", Zone.CONSEQUENCES: ""}, EVERY, links)
    assert kinds(marking) == {"a": DEFENSIBLE}
    assert "through “b”" in say(marking.findings[0].reason)


def what_if(links: Sequence[Link], falls: str, stands: str, *rivals: str) -> Marking:
    return marked(Way.WHAT_IF, {FALLS: falls, STANDS: stands}, EVERY, links, "x", rivals)


def test_what_only_a_contested_link_would_hold_can_be_said_to_fall_or_to_stand() -> None:
    links = [link("x", "a"), link("b", "a", certainty=Certainty.CONTESTED)]
    for found in (what_if(links, "a", ""), what_if(links, "", "a")):
        assert kinds(found) == {"a": DEFENSIBLE}


def test_what_only_a_contested_link_hangs_on_can_be_said_to_fall_or_to_stand() -> None:
    links = [link("x", "a", certainty=Certainty.CONTESTED)]
    for found in (what_if(links, "a", ""), what_if(links, "", "a")):
        assert kinds(found) == {"a": DEFENSIBLE}
        assert found.findings[0].kind not in FAULTS


CERTAINTIES = st.sampled_from(list(Certainty))
ENDS = st.tuples(st.sampled_from("abcdx"), st.sampled_from("abcdx")).filter(
    lambda ends: ends[0] != ends[1]
)
MAPS = st.dictionaries(ENDS, CERTAINTIES, min_size=1, max_size=6).map(
    lambda found: [link(*ends, certainty=how) for ends, how in found.items()]
)


def readings(links: Sequence[Link]) -> Iterator[CausalMap]:
    """Yield the map of each reading: with some of the contested links, and without the others."""
    agreed = [one for one in links if one.certainty is Certainty.AGREED]
    contested = [one for one in links if one.certainty is Certainty.CONTESTED]
    for count in range(len(contested) + 1):
        yield from (CausalMap([*agreed, *some]) for some in combinations(contested, count))


@given(MAPS)
def test_what_if_wrong_is_only_what_no_reading_allows_and_right_what_all_do(
    links: list[Link],
) -> None:
    focus = full_id("factor", "x")
    falls = [without_support(focus, each) for each in readings(links)]
    for name in {one.consequence.rsplit("/", 1)[-1] for one in links} - {"x"}:
        factor_id = full_id("factor", name)
        for claims_fall in (True, False):
            marking = what_if(links, name if claims_fall else "", "" if claims_fall else name)
            said = [(factor_id in gone) == claims_fall for gone in falls]
            [kind] = kinds(marking).values()
            assert (kind is MISPLACED) == (not any(said))
            assert kind is not RIGHT or all(said)


@given(MAPS)
def test_what_any_link_supports_is_never_a_fault_and_what_is_contested_never_right(
    links: list[Link],
) -> None:
    for one in links:
        cause, effect = (end.rsplit("/", 1)[-1] for end in (one.cause, one.consequence))
        zones = {Zone.CAUSES: cause, Zone.CONSEQUENCES: ""}
        marking = marked(Way.SORT, zones, EVERY, links, effect)
        [found] = marking.findings
        assert found.kind not in FAULTS
        if found.kind in (RIGHT, FindingKind.INDIRECT):
            rests = [each for each in links if each.id in found.links]
            assert all(each.certainty is Certainty.AGREED for each in rests)


def test_what_falls_by_the_account_that_the_board_fits_best_is_right() -> None:
    links = [link("x", "a", account="Others"), link("x", "b", account="Others"), link("a", "b")]
    fits = what_if(links, "ab", "", "Others")
    assert kinds(fits) == {"a": RIGHT, "b": RIGHT}
    assert [say(remark) for remark in fits.remarks] == [
        "Measured against “Others”, which it fits best."
    ]
    assert what_if(links, "", "ab", "Others").remarks == ()


def test_no_ranking_is_right_or_wrong() -> None:
    marking = marked(Way.RANK, {Zone("rank-1"): "a", Zone("rank-2"): "b"}, FACTORS)
    assert marking.findings == ()
    assert "defend" in say(marking.remarks[0])


@pytest.mark.parametrize("way", [way for way in Way if way is not Way.WEB])
def test_an_empty_board_has_nothing_to_be_said_of_its_cards(way: Way) -> None:
    zones = {Zone.CAUSES: "", Zone.CONSEQUENCES: "", ORDER: "", FALLS: ""}
    assert marked(way, zones, []).findings == ()
