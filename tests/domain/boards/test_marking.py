"""Marking: every finding rests on the course, and what can be defended is never wrong."""

from collections.abc import Sequence
from itertools import pairwise

import pytest

from studyapp.domain.boards.board import Zone, apply, move, new_board
from studyapp.domain.boards.marking import FAULTS, Finding, FindingKind, MarkingKey, mark
from studyapp.domain.causality import CausalMap
from studyapp.domain.course import Certainty, Distractor, Factor, Link
from studyapp.domain.messages import say
from tests.builders import STANDARD, distractor, factor, full_id, link

DATES = {"A": "1945-02", "B": "1945-08", "C": "1950", "D": "1953", "Vague": None}


def key(links: Sequence[Link], distractors: Sequence[Distractor] = ()) -> MarkingKey:
    factors: list[Factor] = [factor(name, date) for name, date in DATES.items()]
    by_id = {each.id: each for each in factors}
    return MarkingKey(CausalMap(links), by_id, distractors, full_id("account", STANDARD))


def findings(
    marking_key: MarkingKey,
    focus: str,
    causes: str = "",
    consequences: str = "",
    tray: str = "",
) -> dict[str, Finding]:
    """Mark a board whose zones hold the factors with these one-letter titles."""
    zones = {Zone.CAUSES: causes, Zone.CONSEQUENCES: consequences, Zone.TRAY: tray}
    names = {name: zone for zone, letters in zones.items() for name in letters}
    board = new_board(full_id("factor", focus), [full_id("factor", name) for name in names])
    for name, zone in names.items():
        board = apply(board, move(board, full_id("factor", name), zone))
    titles = {full_id("factor", name): name for name in names}
    return {titles[found.factor]: found for found in mark(board, marking_key)}


def test_what_the_course_says_outright_is_right_and_says_why() -> None:
    joined = link("A", "B", "Yalta promised it", passage="p")
    [found] = findings(key([joined]), "B", causes="A").values()
    assert (found.kind, found.links, found.passage) == (FindingKind.RIGHT, (joined.id,), "p")
    assert say(found.reason) == "“A” led to “B”, because Yalta promised it."


@pytest.mark.parametrize(
    "disputed",
    [link("A", "B", account="Others"), link("A", "B", certainty=Certainty.CONTESTED)],
    ids=["another account", "contested"],
)
def test_what_some_historians_hold_can_be_defended_and_is_never_missed(disputed: Link) -> None:
    [found] = findings(key([disputed]), "B", causes="A").values()
    assert found.kind is FindingKind.DEFENSIBLE
    assert found.kind not in FAULTS
    assert findings(key([disputed]), "B", tray="A") == {}


def test_a_chain_of_links_is_right_though_indirect_and_names_the_steps() -> None:
    links = [link("A", "B"), link("B", "C"), link("C", "D")]
    [found] = findings(key(links), "D", causes="A").values()
    assert found.kind is FindingKind.INDIRECT
    assert found.links == tuple(each.id for each in links)
    assert "“B”, “C”" in say(found.reason)


def test_the_wrong_side_of_a_link_is_the_other_way_round() -> None:
    joined = link("A", "B")
    [found] = findings(key([joined]), "B", consequences="A").values()
    assert (found.kind, found.links) == (FindingKind.REVERSED, (joined.id,))
    assert say(found.reason).startswith("The other way round: “A” led to “B”.")


def test_the_wrong_side_of_a_chain_is_the_other_way_round_too() -> None:
    links = [link("Vague", "B"), link("B", "C")]
    board = new_board(full_id("factor", "C"), [full_id("factor", "Vague")])
    board = apply(board, move(board, full_id("factor", "Vague"), Zone.CONSEQUENCES))
    [found] = mark(board, key(links))
    assert (found.kind, found.links) == (FindingKind.REVERSED, (links[0].id,))


def test_a_chain_that_supports_a_claim_outweighs_a_link_back() -> None:
    links = [link("A", "B"), link("B", "C"), link("C", "A", account="Others")]
    [found] = findings(key(links), "C", causes="A").values()
    assert found.kind is FindingKind.INDIRECT


def test_what_led_to_each_other_is_right_on_either_side() -> None:
    both = key([link("A", "B"), link("B", "A")])
    for side in ({"causes": "A"}, {"consequences": "A"}):
        [found] = findings(both, "B", **side).values()
        assert found.kind is FindingKind.RIGHT


def test_a_consequence_that_came_first_is_impossible_and_both_dates_say_so() -> None:
    [found] = findings(key([]), "A", causes="C").values()
    assert (found.kind, found.links) == (FindingKind.IMPOSSIBLE, ())
    assert "“A” (February 1945) came before “C” (1950)" in say(found.reason)


def test_what_tempts_is_answered_in_the_words_of_the_course() -> None:
    trap = distractor("A", "B", "both were in 1945", "they have nothing in common")
    [found] = findings(key([], [trap]), "B", causes="A").values()
    assert found.kind is FindingKind.DISTRACTOR
    assert say(found.reason) == ("Tempting: both were in 1945. But: they have nothing in common.")


def test_what_only_some_hold_does_not_make_a_claim_the_wrong_way_round() -> None:
    disputed = link("A", "B", certainty=Certainty.CONTESTED)
    [found] = findings(key([disputed]), "A", causes="B").values()
    assert found.kind is FindingKind.IMPOSSIBLE
    disputed = link("A", "Vague", certainty=Certainty.CONTESTED)
    by_id = key([disputed])
    board = new_board(full_id("factor", "A"), [full_id("factor", "Vague")])
    board = apply(board, move(board, full_id("factor", "Vague"), Zone.CAUSES))
    [unsupported] = mark(board, by_id)
    assert unsupported.kind is FindingKind.UNSUPPORTED


def test_what_a_chain_supports_no_trap_can_deny() -> None:
    links = [link("A", "B"), link("B", "C")]
    [found] = findings(key(links, [distractor("A", "C")]), "C", causes="A").values()
    assert found.kind is FindingKind.INDIRECT


def test_the_other_way_round_is_explained_by_a_settled_link_before_a_disputed_one() -> None:
    disputed = link("A", "B", certainty=Certainty.CONTESTED)
    settled = link("A", "B", "it did")._replace(id=full_id("link", "settled"))
    [found] = findings(key([disputed, settled]), "A", causes="B").values()
    assert (found.kind, found.links) == (FindingKind.REVERSED, (settled.id,))


def test_a_trap_in_one_direction_is_none_in_the_other() -> None:
    [found] = findings(key([], [distractor("A", "B")]), "B", consequences="A").values()
    assert found.kind is FindingKind.IMPOSSIBLE


def test_what_the_course_is_silent_about_has_no_reason() -> None:
    [found] = findings(key([]), "B", causes="A").values()
    assert found.kind is FindingKind.UNSUPPORTED


def test_a_settled_link_left_in_the_tray_is_missing_from_either_side() -> None:
    links = [link("A", "B"), link("B", "C")]
    found = findings(key(links), "B", tray="AC")
    assert {name: each.kind for name, each in found.items()} == dict.fromkeys(
        "AC", FindingKind.MISSING
    )
    assert {each.links[0] for each in found.values()} == {each.id for each in links}


def test_what_only_tempts_is_well_left_in_the_tray() -> None:
    assert findings(key([], [distractor("A", "B")]), "B", tray="A") == {}


def test_a_settled_link_is_preferred_to_a_disputed_one() -> None:
    disputed, settled = link("A", "B", account="Others"), link("A", "B")
    [found] = findings(key([disputed, settled]), "B", causes="A").values()
    assert (found.kind, found.links) == (FindingKind.RIGHT, (settled.id,))


def test_changing_the_course_changes_the_sentence() -> None:
    reasons = [
        say(findings(key([link("A", "B", because)]), "B", causes="A")["A"].reason)
        for because in ("of one thing", "of another")
    ]
    assert all(one != other for one, other in pairwise(reasons))


def test_every_placed_factor_is_marked_exactly_once() -> None:
    found = findings(key([link("A", "B")]), "B", causes="AC", consequences="D")
    assert sorted(found) == ["A", "C", "D"]
