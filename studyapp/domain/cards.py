"""Cards: one thing scheduled for recall, named `element-id#facet`."""

from enum import StrEnum
from typing import NamedTuple

from studyapp.domain.ids import card_id, element_of


class Facet(StrEnum):
    """What of an element a card asks for."""

    ANSWER = "answer"
    GAP = "gap"
    WHY = "why"
    DATE = "date"
    MEANING = "meaning"
    DOES = "does"
    RANK = "rank"
    FOLLOWED = "followed"
    THEME = "theme"


class Card(NamedTuple):
    """A card: its id, the element it asks about, the facet, and the topic it belongs to.

    Of what an element has several of, such as gaps, `number` says which, counted from 1.
    """

    id: str
    element: str
    facet: Facet
    topic: str
    number: int = 0

    @property
    def waits_for_a_mistake(self) -> bool:
        """Say whether the card is only met when a slip on the board calls it in."""
        return self.facet is Facet.DOES


def card(element: str, facet: str, topic: str) -> Card:
    """Return the card of an element's facet, such as "why" or "gap:2"; ValueError for others."""
    name, _, number = facet.partition(":")
    return Card(card_id(element, facet), element, Facet(name), topic, int(number or 0))


def card_of(id: str, topic: str = "") -> Card:
    """Return the card of an id; ValueError if this program knows no such facet."""
    return card(element_of(id), id.partition("#")[2], topic)
