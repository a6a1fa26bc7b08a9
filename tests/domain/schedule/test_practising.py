"""Practice: each card once, the wrong ones again until right, and all of it can be taken back."""

from hypothesis import given
from hypothesis import strategies as st

from studyapp.domain import cards
from studyapp.domain.cards import Card
from studyapp.domain.schedule.practising import Practice, Tally, Wanted, shuffled

CARDS = [cards.card_of(f"c/question/q{number}#answer") for number in range(4)]


def practice(*numbers: int) -> Practice:
    return Practice([CARDS[number] for number in numbers], Wanted.ALL)


def left(held: Practice) -> list[Card | None]:
    found = []
    while held.next():
        found.append(held.next())
        held.take(right=True)
    return found


def test_a_wrong_card_comes_again_after_the_others() -> None:
    held = practice(0, 1, 2)
    held.take(right=False)
    assert left(held) == [CARDS[1], CARDS[2], CARDS[0]]


def test_only_the_first_answer_to_a_card_counts() -> None:
    held = practice(0, 1)
    held.take(right=False)
    left(held)
    assert held.tally() == Tally(2, 1)


def test_a_card_that_was_left_is_not_counted() -> None:
    held = practice(0, 1)
    held.leave()
    left(held)
    assert held.tally() == Tally(1, 1)


@given(st.lists(st.sampled_from([True, False, None]), max_size=12))
def test_what_is_taken_back_step_by_step_is_as_if_it_never_was(steps: list[bool | None]) -> None:
    held, done = practice(0, 1, 2, 3), 0
    for step in steps:
        if held.next():
            held.leave() if step is None else held.take(right=step)
            done += 1
    for _ in range(done):
        held.take_back()
    assert not held.can_take_back
    assert left(held) == CARDS


def test_shuffled_is_another_order_of_the_same_for_each_salt() -> None:
    orders = {tuple(card.id for card in shuffled(CARDS, salt)) for salt in range(20)}
    assert len(orders) > 1
    assert all(sorted(order) == [card.id for card in CARDS] for order in orders)
