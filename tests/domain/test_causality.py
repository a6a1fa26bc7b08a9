"""The causal map: direct links, chains of one account, cycles."""

from studyapp.domain.causality import CausalMap
from tests.builders import full_id, link

A, B, C, D = (full_id("factor", name) for name in "ABCD")


def account(name: str) -> str:
    return full_id("account", name)


def test_links_are_found_from_either_end_in_their_order() -> None:
    one, two, three = link("A", "B"), link("A", "C"), link("B", "C")
    causal_map = CausalMap([one, two, three])
    assert causal_map.links_from(A) == (one, two)
    assert causal_map.links_to(C) == (two, three)
    assert causal_map.links_from(D) == causal_map.links_to(A) == ()


def test_links_between_two_factors_come_from_every_account() -> None:
    one, other = link("A", "B"), link("A", "B", account="Others")
    causal_map = CausalMap([one, other, link("B", "A")])
    assert causal_map.links_between(A, B) == (one, other)


def test_a_chain_is_the_shortest_way() -> None:
    long = [link("A", "B"), link("B", "C"), link("C", "D")]
    short = [link("B", "D")]
    assert CausalMap([*long, *short]).chain(A, D) == (long[0], short[0])


def test_a_chain_keeps_to_one_account() -> None:
    causal_map = CausalMap([link("A", "B"), link("B", "C", account="Others")])
    assert causal_map.chain(A, C) == ()


def test_a_chain_never_runs_against_its_links() -> None:
    assert CausalMap([link("A", "B")]).chain(B, A) == ()


def test_a_chain_ends_although_the_links_run_in_a_circle() -> None:
    causal_map = CausalMap([link("A", "B"), link("B", "A"), link("B", "C")])
    assert len(causal_map.chain(A, C)) == 2
    assert causal_map.chain(A, D) == ()


def test_a_cycle_is_told_once_from_its_smallest_factor() -> None:
    causal_map = CausalMap([link("B", "C"), link("C", "A"), link("A", "B")])
    assert causal_map.cycles(account("Standard account")) == ((A, B, C),)


def test_accounts_that_contradict_each_other_make_no_cycle() -> None:
    causal_map = CausalMap([link("A", "B"), link("B", "A", account="Others")])
    assert causal_map.cycles(account("Standard account")) == ()
    assert causal_map.cycles(account("Others")) == ()


def test_a_factor_that_causes_itself_is_a_cycle() -> None:
    assert CausalMap([link("A", "A")]).cycles(account("Standard account")) == ((A,),)
