"""A web: each step knows its inverse, and no link hangs in the air."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.domain.boards.web import (
    Card,
    Drawn,
    Point,
    Relation,
    Web,
    WebStep,
    apply,
    draw,
    erase,
    place,
    take_off,
    turn,
    write,
)

HERE, THERE = Point(0, 0), Point(240, 80)
TWO = apply(Web("topic"), place(Web("topic"), {"a": HERE, "b": THERE}))
JOINED = apply(TWO, draw(TWO, ("a", "b"), Drawn(Relation.TRIGGER, "because")))
NAMES = st.sampled_from("abcd")
POINTS = st.builds(Point, st.integers(-500, 500), st.integers(-500, 500))


def random_step(web: Web, data: st.DataObject) -> WebStep:
    one, other = data.draw(NAMES), data.draw(NAMES)
    kind = data.draw(st.sampled_from(["place", "write", "take_off", "draw", "erase", "turn"]))
    if kind == "place":
        return place(web, {one: data.draw(POINTS), other: data.draw(POINTS)})
    if kind == "write":
        return write(web, f"own/{one}", "my own", data.draw(POINTS))
    if kind == "take_off":
        return take_off(web, (one, other))
    if kind == "draw" and one != other and {one, other} <= web.cards.keys():
        return draw(web, (one, other), Drawn(Relation.LONG, data.draw(st.text(max_size=5))))
    if kind == "turn" and (one, other) in web.links:
        return turn(web, (one, other))
    return erase(web, (one, other))


@given(st.data())
def test_every_step_is_taken_back_by_its_inverse(data: st.DataObject) -> None:
    web = Web("topic")
    for _ in range(data.draw(st.integers(0, 8))):
        step = random_step(web, data)
        after = apply(web, step)
        assert apply(after, step.inverse()) == web
        assert all(after.cards.keys() >= set(pair) for pair in after.links)
        web = after


def test_a_card_taken_off_takes_its_links_along_and_brings_them_back() -> None:
    step = take_off(JOINED, ("a",))
    assert apply(JOINED, step).links == {}
    assert apply(apply(JOINED, step), step.inverse()) == JOINED


def test_a_link_joins_two_cards_that_are_there() -> None:
    for pair in (("a", "a"), ("a", "c")):
        with pytest.raises(ValueError, match="joins two cards"):
            draw(TWO, pair, Drawn())


def test_a_link_that_is_turned_keeps_what_it_says() -> None:
    turned = apply(JOINED, turn(JOINED, ("a", "b")))
    assert dict(turned.links) == {("b", "a"): Drawn(Relation.TRIGGER, "because")}


def test_moving_a_card_leaves_its_own_words() -> None:
    written = apply(TWO, write(TWO, "own/1", "My view", HERE))
    moved = apply(written, place(written, {"own/1": THERE}))
    assert moved.cards["own/1"] == Card(THERE, "My view")


def test_a_step_that_changes_nothing_says_so() -> None:
    assert not place(TWO, {"a": HERE}).changes
    assert place(TWO, {"a": THERE}).changes
    assert not erase(TWO, ("a", "b")).changes


def test_turning_a_link_turns_the_one_that_leads_back_too() -> None:
    both = apply(JOINED, draw(JOINED, ("b", "a"), Drawn(because="back")))
    turned = apply(both, turn(both, ("a", "b")))
    assert turned.links["b", "a"].because == "because"
    assert turned.links["a", "b"].because == "back"
