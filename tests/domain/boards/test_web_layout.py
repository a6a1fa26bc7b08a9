"""Laying a web out: nothing on top of another, causes above what they led to."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from studyapp.domain.boards.web import Point
from studyapp.domain.boards.web_layout import Spacing, laid_out

SIZE = Spacing(200, 72, 24, 56)
CARDS = tuple("abcdefgh")
PAIRS = st.lists(st.tuples(st.sampled_from(CARDS), st.sampled_from(CARDS)), max_size=14)


def crossings(places: dict[str, Point], pairs: list[tuple[str, str]]) -> int:
    return sum(
        places[one].y == places[three].y
        and places[two].y == places[four].y
        and (places[one].x - places[three].x) * (places[two].x - places[four].x) < 0
        for (one, two), (three, four) in combinations(pairs, 2)
    )


@given(PAIRS, st.integers(1, 9))
def test_no_two_cards_lie_on_top_of_each_other(pairs: list[tuple[str, str]], widest: int) -> None:
    places = laid_out(CARDS, pairs, SIZE, widest)
    assert places.keys() == set(CARDS)
    for one, other in combinations(places.values(), 2):
        assert abs(one.x - other.x) >= SIZE.width or abs(one.y - other.y) >= SIZE.height


@given(PAIRS)
def test_without_a_cycle_every_cause_lies_above_its_consequence(
    pairs: list[tuple[str, str]],
) -> None:
    forward = [(one, other) for one, other in pairs if one < other]
    places = laid_out(CARDS, forward, SIZE, len(CARDS))
    assert all(places[cause].y < places[consequence].y for cause, consequence in forward)


def test_a_cycle_is_laid_out_all_the_same() -> None:
    places = laid_out(("a", "b", "c"), [("a", "b"), ("b", "c"), ("c", "a")], SIZE, 4)
    assert places["a"].y < places["b"].y < places["c"].y


def test_links_that_need_not_cross_do_not() -> None:
    pairs = [("a", "h"), ("b", "g"), ("c", "f")]
    places = laid_out(("a", "b", "c", "f", "g", "h"), pairs, SIZE, 8)
    assert crossings(places, pairs) == 0


def test_what_nothing_joins_lies_below() -> None:
    places = laid_out(("lonely", "a", "b"), [("a", "b")], SIZE, 4)
    assert places["lonely"].y > places["b"].y


def test_a_full_layer_takes_rows_of_even_length() -> None:
    pairs = [("a", other) for other in "bcdef"]
    places = laid_out(tuple("abcdef"), pairs, SIZE, 4)
    rows = [places[name].y for name in "bcdef"]
    assert sorted(map(rows.count, set(rows))) == [2, 3]


def test_a_link_to_further_down_is_not_hidden_by_a_card_between() -> None:
    pairs = [("a", "b"), ("b", "c"), ("x", "c"), ("y", "b"), ("a", "c")]
    places = laid_out(("x", "a", "y", "b", "c"), pairs, SIZE, 5)
    for cause in ("a", "x"):
        start, end = (places[name].x + SIZE.width / 2 for name in (cause, "c"))
        middle = places["b"].x + SIZE.width / 2
        assert abs((start + end) / 2 - middle) > SIZE.width / 2
