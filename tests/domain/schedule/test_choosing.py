"""Who is asked among those at the head of a line: topics take turns, siblings keep apart."""

from hypothesis import given
from hypothesis import strategies as st

from studyapp.domain.cards import card
from studyapp.domain.schedule.choosing import due_next, new_next
from studyapp.domain.schedule.queue import Standing
from studyapp.domain.schedule.siblings import Kin, Place, are_siblings, family


def place(name: str, topic: str = "t", own: str = "", needs: str = "", gives: str = "") -> Place:
    """Return a card that is about what each letter of `own` names, and rests on `needs`."""
    kin = Kin(frozenset((name, *own)), frozenset(), frozenset(needs), gives)
    return Place(card(f"c/question/{name}", "answer", topic), kin)


class Row:
    """Places in a line, each with the key of its card."""

    def __init__(self, *held: tuple[float, Place]) -> None:
        self.line: list[Standing] = [
            (key, (0, rank), each.card.id) for rank, (key, each) in enumerate(held)
        ]
        self.place_of = {each.card.id: each for _, each in held}.__getitem__

    def due(self, last: Place | None = None) -> str | None:
        return short(due_next(self.line, self.place_of, last))

    def new(self, last: Place | None = None, *today: Place) -> str | None:
        kin = family(each.kin for each in today)
        return short(new_next(self.line, self.place_of, last, kin))


def short(name: str | None) -> str | None:
    return name.removeprefix("c/question/").partition("#")[0] if name else None


def test_who_is_most_at_risk_is_asked_first() -> None:
    assert Row((-2, place("a")), (-1, place("b", "u"))).due() == "a"
    assert Row().due() is None


def test_another_topic_goes_before_if_it_is_about_as_much_at_risk() -> None:
    row = Row((-2, place("a")), (-1.9, place("b", "u")), (-1.0, place("c", "v")))
    assert row.due(place("x", "t")) == "b"
    assert row.due(place("x", "u")) == "a"


def test_another_topic_waits_if_it_is_much_less_at_risk() -> None:
    row = Row((-2, place("a")), (-1.7, place("b", "u")))
    assert row.due(place("x", "t")) == "a"


def test_a_sibling_of_the_last_waits_however_much_it_is_at_risk() -> None:
    last = place("x", own="p")
    assert Row((-9, place("a", own="p")), (-1, place("b"))).due(last) == "b"
    assert Row((-9, place("a", own="p"))).due(last) is None


def test_new_cards_come_in_their_order() -> None:
    assert Row((0, place("a")), (0, place("b", "u"))).new(place("x", "t")) == "a"


def test_a_new_sibling_of_today_waits_while_its_topic_has_others() -> None:
    met = place("x", own="p")
    row = Row((0, place("a", own="p")), (0, place("b")), (0, place("c", "u")))
    assert row.new(None, met) == "b"


def test_a_new_sibling_of_today_is_asked_before_another_topic_is_begun() -> None:
    met = place("x", own="p")
    assert Row((0, place("a", own="p")), (0, place("c", "u"))).new(None, met) == "a"
    assert Row((0, place("a", own="p")), (0, place("c", "u"))).new(met, met) == "c"


def test_what_builds_on_a_card_that_is_put_off_is_put_off_too() -> None:
    met = place("x", own="p")
    cause = place("cause", own="p", gives="A")
    effect = place("effect", needs="A", gives="B")
    later = place("later", needs="B", gives="C")
    row = Row((0, cause), (0, effect), (0, later), (0, place("other")))
    assert row.new(None, met) == "other"


def test_two_links_that_rest_on_one_passage_are_no_siblings() -> None:
    one = Kin(frozenset("L"), frozenset({"A", "B", "p"}))
    other = Kin(frozenset("M"), frozenset({"B", "C", "p"}))
    assert not are_siblings(one, other)
    assert are_siblings(one, Kin(frozenset({"q", "p"})))
    assert are_siblings(one, Kin(frozenset("B")))


names = st.sampled_from("abcdef")
kin = st.builds(Kin, st.frozensets(names, min_size=1, max_size=2), st.frozensets(names, max_size=2))
lines = st.lists(st.tuples(st.floats(-5, 0), kin, st.sampled_from("tuv")), max_size=12)


@given(lines, kin)
def test_no_sibling_follows_if_another_waits_and_every_card_has_its_turn(
    held: list[tuple[float, Kin, str]], first: Kin
) -> None:
    named = [
        (key, Place(card(f"c/question/{at}", "answer", topic), each))
        for at, (key, each, topic) in enumerate(sorted(held, key=lambda each: each[0]))
    ]
    last, asked = Place(card("c/question/x", "answer", "t"), first), []
    while named:
        row = Row(*named)
        chosen = row.due(last)
        assert chosen == row.due(last)
        assert (chosen is None) == all(are_siblings(each.kin, last.kin) for _, each in named)
        chosen = chosen or row.due()
        [place] = [each for _, each in named if short(each.card.id) == chosen]
        named.remove(next(each for each in named if each[1] is place))
        last = place
        asked.append(chosen)
    assert sorted(asked, key=str) == sorted((str(at) for at in range(len(held))), key=str)
