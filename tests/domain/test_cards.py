"""Cards: what a course gives to recall."""

from studyapp.domain.cards import Facet, cards_of
from tests.builders import choice_question, course, link, small_course, typed_question


def test_every_question_and_every_link_gives_one_card() -> None:
    question, joined = choice_question(), link("Yalta", "Treaty")
    cards = list(cards_of(course(question, joined)))
    assert [card.id for card in cards] == [f"{question.id}#answer", f"{joined.id}#why"]


def test_a_card_knows_its_element_facet_and_topic() -> None:
    question = typed_question(topic="After the treaty")
    [card] = cards_of(course(question))
    assert card[1:] == (question.id, Facet.ANSWER, question.topic)


def test_no_two_cards_of_a_course_have_one_id() -> None:
    cards = list(cards_of(small_course()))
    assert len({card.id for card in cards}) == len(cards) == 5
