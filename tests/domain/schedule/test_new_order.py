"""New cards are met by topic, causes before what they led to."""

from hypothesis import given
from hypothesis import strategies as st

from studyapp.domain.schedule.new_order import Ends, Row, causes_first, in_order_of_meeting
from studyapp.domain.schedule.siblings import Kin

DATES = [Row(name, "date", "t") for name in "CBA"]
WHYS = [Row("BC", "why", "t"), Row("AB", "why", "t")]
LINKS = [Ends("AB", "A", "B", "p"), Ends("BC", "B", "C")]


def met(rows: list[Row], links: list[Ends]) -> list[str]:
    return [f"{row.element}#{row.facet}" for row, _ in in_order_of_meeting(rows, links, {})]


def test_what_a_factor_rests_on_is_met_before_it() -> None:
    expected = ["Q#answer", "A#date", "AB#why", "B#date", "BC#why", "C#date"]
    assert met([Row("Q", "answer", "t"), *WHYS, *DATES], LINKS) == expected


def test_where_nothing_rests_on_anything_the_order_of_the_course_holds() -> None:
    assert met(DATES, []) == ["C#date", "B#date", "A#date"]


def test_topics_stay_in_the_order_of_the_course() -> None:
    rows = [Row("B", "date", "t"), Row("A", "date", "u")]
    assert met(rows, LINKS) == ["B#date", "A#date"]


def test_a_circle_is_broken_where_the_course_begins_it() -> None:
    circle = [Ends("AB", "A", "B"), Ends("BA", "B", "A")]
    assert met([Row("B", "date", "t"), Row("A", "date", "t")], circle) == ["B#date", "A#date"]


def test_a_card_tells_of_what_it_rests_on_and_leads_to() -> None:
    rows = [Row("Q", "answer", "t"), *WHYS, *DATES]
    kin = {row.element: kin for row, kin in in_order_of_meeting(rows, LINKS, {"Q": "p"})}
    assert kin["Q"].own == {"Q", "p"}
    told = frozenset({"A", "B", "p"})
    assert kin["AB"] == Kin(frozenset({"AB"}), told, needs=frozenset("A"), gives="B")
    assert kin["A"] == Kin(frozenset("A"), gives="A")


factors = st.lists(st.sampled_from(["", *"ABCDE"]), max_size=12)
edges = st.lists(st.tuples(st.sampled_from("ABCDE"), st.sampled_from("ABCDE")), max_size=12)


@given(factors, edges)
def test_every_card_is_met_once_and_no_cause_after_what_it_led_to(
    cards: list[str], pairs: list[tuple[str, str]]
) -> None:
    here = set(cards) - {""}
    # Earlier letters lead to later ones, so there is no circle.
    ordered = {(min(pair), max(pair)) for pair in pairs if pair[0] != pair[1]}
    needs = {each: frozenset(a for a, b in ordered if b == each and a in here) for each in here}
    order = list(causes_first(cards, needs))
    assert sorted(order) == list(range(len(cards)))
    places = {at: turn for turn, at in enumerate(order)}
    for one, factor in enumerate(cards):
        for other, cause in enumerate(cards):
            if cause and cause in needs.get(factor, ()):
                assert places[other] < places[one]


@given(factors, edges)
def test_every_card_is_met_once_whatever_the_circles(
    cards: list[str], pairs: list[tuple[str, str]]
) -> None:
    here = set(cards) - {""}
    needs = {
        each: frozenset(a for a, b in pairs if b == each and a in here and a != each)
        for each in here
    }
    assert sorted(causes_first(cards, needs)) == list(range(len(cards)))
