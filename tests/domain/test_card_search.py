"""What a line asks of a list of cards; whatever is typed is a valid search."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.domain.card_search import CardSearch, CardState, search_of


def test_words_are_folded_and_all_wanted() -> None:
    assert search_of("Yan’an  TREATY").words == ("yanan", "treaty")


def test_filters_are_taken_out_of_the_words() -> None:
    search = search_of("port is:flagged topic:Korea kind:date")
    assert search == CardSearch(("port",), frozenset({CardState.FLAGGED}), (("korea",),), ("date",))


def test_several_words_of_one_filter_stand_in_quotes() -> None:
    assert search_of('topic:"Korean war" talks') == CardSearch(
        ("talks",), topics=(("korean", "war"),)
    )


@pytest.mark.parametrize("typed", ["is:su", "IS:suspended", "is:Suspended"])
def test_a_state_is_known_by_its_beginning(typed: str) -> None:
    assert search_of(typed).states == {CardState.SUSPENDED}


@pytest.mark.parametrize("typed", ["is:", "is:xyz", "15:30", "a:b"])
def test_what_is_no_filter_is_words(typed: str) -> None:
    search = search_of(typed)
    assert (search.states, search.topics, search.kinds) == (frozenset(), (), ())


@given(st.text())
def test_whatever_is_typed_is_a_search(typed: str) -> None:
    assert isinstance(search_of(typed), CardSearch)


@pytest.mark.parametrize("typed", ["is:nonsense", "colour:red", 'Colour:"deep red"'])
def test_what_only_looks_like_a_filter_is_told(typed: str) -> None:
    search = search_of(f"port {typed}")
    assert search.unknown == (typed,)
    assert search.words[0] == "port"
    assert len(search.words) > 1


@pytest.mark.parametrize("typed", ["is:new", "15:30", "topic:x", "red", '"colour:red"'])
def test_a_filter_a_time_and_words_are_not_told(typed: str) -> None:
    assert search_of(typed).unknown == ()


@pytest.mark.parametrize("typed", ["is:", "kind:", "Topic:"])
def test_a_filter_that_nothing_stands_behind_is_no_word_but_told(typed: str) -> None:
    assert search_of(f"port {typed}") == CardSearch(("port",), unknown=(typed,))


@pytest.mark.parametrize("typed", ["\U0001f600", "?!", "—"])
def test_signs_alone_are_looked_for(typed: str) -> None:
    assert search_of(typed).words == (typed,)
    assert search_of(f"port {typed}").words == ("port",)


def test_a_quotation_that_is_begun_asks_for_nothing_yet() -> None:
    assert search_of(' "') == CardSearch()
