"""Cards: one thing scheduled for recall, named `element-id#facet`."""

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from studyapp.domain.course import Course
from studyapp.domain.ids import card_id


class Facet(StrEnum):
    """What of an element a card asks for."""

    ANSWER = "answer"
    WHY = "why"


class Card(NamedTuple):
    """A card: its id, the element it asks about, the facet, and the topic it belongs to."""

    id: str
    element: str
    facet: Facet
    topic: str


def cards_of(course: Course) -> Iterator[Card]:
    """Yield the cards a course gives: each question, and the *why* of each link."""
    for question in course.questions:
        yield _card(question.id, Facet.ANSWER, question.topic)
    for link in course.links:
        yield _card(link.id, Facet.WHY, link.topic)


def _card(element: str, facet: Facet, topic: str) -> Card:
    return Card(card_id(element, facet), element, facet, topic)
