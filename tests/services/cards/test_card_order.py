"""An order that is kept says what sorting anew would say."""

from hypothesis import given
from hypothesis import strategies as st

from studyapp.services.cards.card_order import Listed, Order, Places, put_in_order

CARDS = [Listed(f"c/question/{n}#answer", f"c/question/{n}", "typed", "t") for n in range(9)]
# The last two were made by the student: they have no place in the course.
COURSE = CARDS[:7]
numbers = st.sampled_from([1.0, 2.0, 2.5, 7.0])
told = st.dictionaries(st.sampled_from([card.id for card in CARDS]), numbers)
changes = st.lists(
    st.tuples(st.sampled_from([card.id for card in CARDS]), st.one_of(st.none(), numbers))
)


def order_of(keys: dict[str, float]) -> Order:
    return Order(keys, Places({card.id: at for at, card in enumerate(COURSE)}))


@given(told, changes, st.booleans(), st.sets(st.sampled_from(CARDS)))
def test_cards_stand_where_sorting_puts_them_whatever_has_changed(
    keys: dict[str, float],
    changed: list[tuple[str, float | None]],
    backwards: bool,
    some: set[Listed],
) -> None:
    order = order_of({card: key for card, key in keys.items() if card in {c.id for c in COURSE}})
    for card in CARDS[7:]:
        order.put(card.id, keys.get(card.id))
    now: dict[str, float | None] = {**keys}
    for card_id, key in changed:
        order.put(card_id, key)
        now[card_id] = key
    wanted = put_in_order(CARDS, [now.get(card.id) for card in CARDS], backwards)
    for whole in (0, len(COURSE)):
        assert order.arranged(CARDS, backwards=backwards, whole=whole) == wanted
    among = [card for card in CARDS if card in some]
    found = [card for card in wanted if card in some]
    assert order.arranged(among, backwards=backwards) == found


@given(told)
def test_the_cards_between_two_numbers_are_told(keys: dict[str, float]) -> None:
    assert set(order_of(keys).between(1.0, 2.5)) == {
        card for card, key in keys.items() if 1.0 < key <= 2.5
    }
