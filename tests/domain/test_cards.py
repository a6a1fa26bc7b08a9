"""Cards: what of an element is recalled."""

import pytest

from studyapp.domain import cards
from studyapp.domain.cards import Facet

LINK = "c/link/a-b"


@pytest.mark.parametrize("facet", [facet for facet in Facet if facet is not Facet.GAP])
def test_a_card_is_known_by_its_id(facet: Facet) -> None:
    card = cards.card(LINK, facet.value, "c/topic/t")
    assert card == (f"{LINK}#{facet.value}", LINK, facet, "c/topic/t", 0)
    assert cards.card_of(card.id, "c/topic/t") == card


def test_the_gaps_of_one_question_are_cards_of_their_own() -> None:
    card = cards.card_of("c/question/q#gap:2")
    assert (card.element, card.facet, card.number) == ("c/question/q", Facet.GAP, 2)


@pytest.mark.parametrize("strange", ["c/link/a-b", "c/link/a-b#", "c/link/a-b#smell", "c/q#gap:x"])
def test_a_facet_of_a_newer_program_is_refused(strange: str) -> None:
    with pytest.raises(ValueError, match=r"is not a valid|invalid literal"):
        cards.card_of(strange)


def test_only_a_trap_waits_for_a_mistake() -> None:
    waiting = [facet for facet in Facet if cards.card(LINK, facet, "").waits_for_a_mistake]
    assert waiting == [Facet.DOES]
